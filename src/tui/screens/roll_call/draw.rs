//! How the roll call looks: every unit in sight, the counters above, what is missing without a colour.
//!
//! ```text
//!  CÓ MẶT 31/34 │ Vắng 1 (CP 1) │ Chưa điểm danh 2 │ Bí thư 20 · PBT TT 10
//!  Dự thay 1 · muộn 1
//!   1 An Khánh             ● Bí thư     18 Long Phước           ● PBT TT
//!   2 An Lợi Đông          ◐ Dự thay    19 Long Thạnh Mỹ        · chưa
//!   …
//!  Tìm: lt_
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{OTHER_ROWS, RollCall, grid, units_area};
use crate::meeting::code::SeatGroup;
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Standing};
use crate::meeting::rows::Seat;
use crate::text::width::{pad, width};
use crate::tui::theme::Styles;
use crate::tui::view::View;
use crate::tui::widgets::{field, pen};

/// Columns of a unit's number and name at most, so that its state stays near.
const NAME_COLUMNS: usize = 32;

/// Columns of the state of a unit, with what else there is to say of it.
const STATE_COLUMNS: usize = 17;

impl RollCall {
    /// Draws the roll and returns where the caret stands.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, view: &View) -> Option<Position> {
        let Some(dossier) = view.dossier else {
            pen::write(
                buffer,
                pen::row(area, 1),
                &format!(" {}", view.words.no_meeting_open()),
                view.styles.muted,
            );
            return None;
        };
        draw_counts(buffer, area, dossier, view);
        self.draw_units(buffer, units_area(area), dossier, view);
        Some(self.draw_find(buffer, pen::row(area, area.height.saturating_sub(1)), view))
    }

    fn draw_units(&self, buffer: &mut Buffer, area: Rect, dossier: &Dossier, view: &View) {
        let seats = self.seats(dossier);
        let matches = self.matches(dossier);
        let selected = self.selected(dossier).map(|seat| seat.id);
        if self.others {
            pen::write(
                buffer,
                pen::row(area, 0),
                &format!(" {}", view.words.others_title()),
                view.styles.heading,
            );
            for (position, seat) in seats.iter().enumerate() {
                let row = pen::row(
                    area,
                    u16::try_from(position)
                        .unwrap_or(u16::MAX)
                        .saturating_add(2),
                );
                draw_delegation(buffer, row, seat, selected == Some(seat.id), view);
            }
            return;
        }
        let grid = grid(area.width, area.height + OTHER_ROWS, seats.len());
        let here = seats
            .iter()
            .position(|seat| selected == Some(seat.id))
            .unwrap_or(0)
            / grid.rows;
        let first = (here + 1).saturating_sub(grid.columns);
        let column_width = area.width / u16::try_from(grid.columns).unwrap_or(1);
        for (position, seat) in seats
            .iter()
            .enumerate()
            .skip(first * grid.rows)
            .take(grid.columns * grid.rows)
        {
            let column = u16::try_from(position / grid.rows - first).unwrap_or(0);
            let row = pen::row(area, u16::try_from(position % grid.rows).unwrap_or(0));
            let cell = Rect {
                x: row.x + column * column_width,
                width: column_width.saturating_sub(1),
                ..row
            };
            let is_match = matches.len() > 1 && matches.contains(&seat.id);
            draw_unit(
                buffer,
                cell,
                seat,
                (selected == Some(seat.id), is_match),
                dossier,
                view,
            );
        }
    }

    fn draw_find(&self, buffer: &mut Buffer, row: Rect, view: &View) -> Position {
        let label = format!(" {}", view.words.find_in_roll());
        let shift = u16::try_from(width(&label)).unwrap_or(0);
        pen::write(buffer, row, &label, view.styles.muted);
        let room = Rect {
            x: row.x + shift,
            width: row.width.saturating_sub(shift),
            ..row
        };
        if self.query.text().is_empty() {
            pen::write(
                buffer,
                Rect {
                    x: room.x + 1,
                    width: room.width.saturating_sub(1),
                    ..room
                },
                view.words.roll_hint(),
                view.styles.muted,
            );
        }
        field::draw(buffer, room, &self.query, view.styles.counter)
    }
}

/// The counters that sum to the roster, and under them what is not in every roll.
fn draw_counts(buffer: &mut Buffer, area: Rect, dossier: &Dossier, view: &View) {
    let counts = roll_call::counts(dossier);
    let words = view.words;
    let styles = view.styles;
    let joined = |parts: &[(usize, String)]| {
        let shown: Vec<&str> = parts
            .iter()
            .filter(|(n, _)| *n > 0)
            .map(|(_, text)| text.as_str())
            .collect();
        shown.join(" · ")
    };
    let ranks = joined(&[
        (counts.secretary, words.count_secretary(counts.secretary)),
        (counts.deputy, words.count_deputy(counts.deputy)),
    ]);
    let rest = joined(&[
        (counts.substitute, words.count_substitute(counts.substitute)),
        (counts.unranked, words.count_unranked(counts.unranked)),
        (counts.late, words.count_late(counts.late)),
        (counts.left, words.count_left(counts.left)),
    ]);
    let missing = if counts.not_marked > 0 {
        styles.warn
    } else {
        styles.muted
    };
    let absent = if counts.absent > 0 {
        styles.bad
    } else {
        styles.muted
    };
    pen::write_pieces(
        buffer,
        pen::row(area, 0),
        &[
            pen::piece(
                format!(" {}", words.count_present(counts.present, counts.roster)),
                styles.counter,
            ),
            pen::piece(" │ ", styles.muted),
            pen::piece(words.count_absent(counts.absent, counts.excused), absent),
            pen::piece(" │ ", styles.muted),
            pen::piece(words.count_not_marked(counts.not_marked), missing),
            pen::piece(if ranks.is_empty() { "" } else { " │ " }, styles.muted),
            pen::piece(ranks, styles.text),
        ],
    );
    pen::write(buffer, pen::row(area, 1), &format!(" {rest}"), styles.warn);
}

fn draw_unit(
    buffer: &mut Buffer,
    cell: Rect,
    seat: &Seat,
    (is_selected, is_match): (bool, bool),
    dossier: &Dossier,
    view: &View,
) {
    let standing = roll_call::standing(dossier, seat.id);
    let (glyph, state_style) = look(standing, view.styles);
    let name_style = match (is_selected, is_match) {
        (true, _) => view.styles.selected,
        (false, true) => view.styles.matched,
        (false, false) => view.styles.text,
    };
    if is_selected {
        pen::paint(buffer, cell, view.styles.selected);
    }
    let state_style = if is_selected {
        view.styles.selected
    } else {
        state_style
    };
    let mut state = format!("{glyph} {}", view.words.standing(standing));
    if roll_call::late(dossier, seat.id).is_some() {
        state = format!("{state} {}", view.words.late_mark());
    }
    if roll_call::left(dossier, seat.id).is_some() {
        state = format!("{state} {}", view.words.left_mark());
    }
    let mark = if is_selected { '▸' } else { ' ' };
    // Where columns are narrow, the name takes what the state leaves.
    let state_columns = if cell.width >= 36 {
        STATE_COLUMNS
    } else {
        width(&state).max(10)
    };
    let name_room = usize::from(cell.width)
        .saturating_sub(state_columns + 1)
        .min(NAME_COLUMNS);
    let name = pad(
        &format!("{mark}{:>2} {}", seat.position, seat.name),
        name_room,
    );
    pen::write_pieces(
        buffer,
        cell,
        &[
            pen::piece(format!("{name} "), name_style),
            pen::piece(state, state_style),
        ],
    );
}

fn draw_delegation(buffer: &mut Buffer, row: Rect, seat: &Seat, is_selected: bool, view: &View) {
    debug_assert!(seat.seat_group != SeatGroup::Ward);
    let style = if is_selected {
        view.styles.selected
    } else {
        view.styles.text
    };
    let people = seat.attended.map_or_else(
        || format!("· {}", view.words.people_unknown()),
        |n| format!("● {}", view.words.people(n)),
    );
    pen::paint(buffer, row, style);
    let room = row
        .width
        .saturating_sub(u16::try_from(width(&people)).unwrap_or(0) + 3);
    let mark = if is_selected { '▸' } else { ' ' };
    pen::write(
        buffer,
        Rect { width: room, ..row },
        &format!(" {mark} {}", seat.name),
        style,
    );
    pen::write_right(
        buffer,
        Rect {
            width: row.width.saturating_sub(1),
            ..row
        },
        &people,
        style,
    );
}

/// Returns the glyph of a standing, which tells it without a colour, and its style.
fn look(standing: Standing, styles: &Styles) -> (char, Style) {
    match standing {
        Standing::NotMarked => ('·', styles.warn),
        Standing::Present(Some(_)) => ('●', styles.good),
        Standing::Present(None) => ('●', styles.text),
        Standing::Substitute => ('◐', styles.warn),
        Standing::Excused | Standing::Absent => ('○', styles.bad),
    }
}
