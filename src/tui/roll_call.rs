//! How the roll call looks: every unit in sight, the counters above, missing marks without a colour.
//!
//! ```text
//!  CÓ MẶT 31/34 │ Vắng 1 (CP 1) │ Chưa điểm danh 2 │ Bí thư 20 · PBT TT 10
//!  Dự thay 1 · muộn 1
//!   1 An Khánh             ● Bí thư     18 Long Phước           ● PBT TT
//!   2 An Lợi Đông          ◐ Dự thay    19 Long Thạnh Mỹ        · chưa
//!   …
//!  Tìm: lt_
//! ```

pub(crate) mod card;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::list;
use crate::app::roll_call::card::history;
use crate::app::roll_call::{RollCall, counter_rows, grid, has_card};
use crate::meeting::code::{Rank, SeatGroup};
use crate::meeting::roll_call::{self, Counts, Log};
use crate::meeting::rows::Seat;
use crate::text::width::{cut_middle, pad, width};
use crate::tui::roll_call::card::{look, past, today};
use crate::tui::scene::{MeetingScene, Scene};
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::{digits, field, pen};

/// Returns the part of the body that the units stand in.
pub(crate) fn units_area(area: Rect) -> Rect {
    let counters = counter_rows(area.height);
    Rect {
        y: area.y + counters,
        height: area.height.saturating_sub(counters + 2),
        ..area
    }
}

/// Returns the part of the body below the units, where there is room for the card of the selected one.
pub(crate) fn card_area(area: Rect, seats: &[&Seat]) -> Option<Rect> {
    let used = u16::try_from(grid(area.width, area.height, seats).rows).unwrap_or(u16::MAX);
    has_card(area.width, area.height, seats)
        .then(|| pen::below(units_area(area), used.saturating_add(1)))
}

/// Columns of a unit's number and name at most, so that its state stays near.
const NAME_COLUMNS: usize = 32;

/// Columns of the state of a unit, with its details.
const STATE_COLUMNS: usize = 17;

/// Columns of a unit from which on the name of its delegate stands behind its state.
const NAMED_COLUMNS: u16 = 44;

impl RollCall {
    /// Draws the roll and returns where the caret stands.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) -> Option<Position> {
        let Some(view) = &view.of_meeting() else {
            view.draw_no_meeting(buffer, area);
            return None;
        };
        draw_counts(buffer, area, view);
        self.draw_units(buffer, units_area(area), area.height, view);
        self.draw_card(buffer, area, view);
        let row = pen::row(area, area.height.saturating_sub(1));
        Some(self.draw_find(buffer, row, view))
    }

    fn draw_units(&self, buffer: &mut Buffer, area: Rect, height: u16, view: &MeetingScene) {
        let seats = self.seats(view.dossier);
        let matches = self.matches(view.dossier);
        let selected = self.selected(view.dossier).map(|seat| seat.id);
        if self.others {
            self.draw_delegations(buffer, area, view);
            return;
        }
        let grid = grid(area.width, height, &seats);
        let here = seats
            .iter()
            .position(|seat| selected == Some(seat.id))
            .unwrap_or(0)
            / grid.rows;
        let first = (here + 1).saturating_sub(grid.columns);
        let column_width = area.width / u16::try_from(grid.columns).unwrap_or(1);
        let name_columns = name_columns(&seats, column_width);
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
            let place = Place {
                row: ListRow::new(cell, selected == Some(seat.id)),
                is_match,
                name_columns,
            };
            draw_unit(buffer, place, seat, view);
        }
        let hidden = seats.len().saturating_sub(grid.columns * grid.rows);
        if hidden > 0 {
            let below = pen::below(area, area.height);
            let row = Rect { height: 1, ..below };
            pen::write_right(
                buffer,
                row,
                &view.words.more_units(hidden),
                view.styles.warn,
            );
        }
    }

    fn draw_delegations(&self, buffer: &mut Buffer, area: Rect, view: &MeetingScene) {
        let title = format!(" {}", view.words.others_title());
        pen::write(buffer, pen::row(area, 0), &title, view.styles.heading);
        let seats = self.seats(view.dossier);
        let selected = self.selected(view.dossier).map(|seat| seat.id);
        let rows = usize::from(area.height.saturating_sub(2)).max(1);
        let here = seats.iter().position(|seat| selected == Some(seat.id));
        let first = list::first_shown(here.unwrap_or(0), seats.len(), rows);
        for (position, seat) in (2..).zip(seats.iter().skip(first).take(rows)) {
            let row = ListRow::new(pen::row(area, position), selected == Some(seat.id));
            draw_delegation(buffer, row, seat, view);
        }
    }

    /// The card of the selected unit, where the units leave room for it.
    fn draw_card(&self, buffer: &mut Buffer, area: Rect, view: &MeetingScene) {
        let wards = roll_call::wards(view.dossier);
        let seat = self.selected(view.dossier).filter(|_| !self.others);
        let (Some(room), Some(seat)) = (card_area(area, &wards), seat) else {
            return;
        };
        let title = format!("── {} ", seat.name);
        pen::rule(buffer, room, view.styles.muted);
        pen::write(buffer, room, &title, view.styles.heading);
        let inside = pen::below(room, 1);
        let left = Rect {
            width: inside.width / 2,
            ..inside
        };
        let right = Rect {
            x: left.right(),
            width: inside.width - left.width,
            ..inside
        };
        pen::write_lines(buffer, left, today(seat, None, view.dossier, view));
        if let Some(history) = history(seat, view) {
            pen::write_lines(buffer, right, past(history, view));
        }
    }

    /// The leader of the selected unit, if the book knows one, or else the keys that can be typed.
    fn hint(&self, view: &MeetingScene) -> String {
        let words = view.words;
        let seat = self.selected(view.dossier).filter(|_| !self.others);
        let leaders: Vec<String> = seat
            .into_iter()
            .flat_map(|seat| {
                [
                    (words.field_secretary(), &seat.secretary),
                    (words.name(Rank::StandingDeputy.row().name), &seat.deputy),
                ]
            })
            .filter_map(|(office, name)| Some(format!("{office} {}", name.as_ref()?)))
            .collect();
        if self.others {
            words.others_hint().to_owned()
        } else if roll_call::counts(view.dossier).not_marked == 0 {
            words.roll_hint_done().to_owned()
        } else if leaders.is_empty() {
            words.roll_hint().to_owned()
        } else {
            leaders.join(" · ")
        }
    }

    /// The search line, and at its right its result: the candidates, or the leader of the unit.
    fn draw_find(&self, buffer: &mut Buffer, row: Rect, view: &MeetingScene) -> Position {
        let label = view.words.find_in_roll();
        let room = field::behind_label(buffer, row, label, view.styles.muted);
        let beside = Rect {
            x: room.x + 1,
            width: room.width.saturating_sub(1),
            ..room
        };
        if self.query.text().is_empty() {
            pen::write(buffer, beside, &self.hint(view), view.styles.muted);
        } else {
            let matches = self.matches(view.dossier);
            let names: Vec<&str> = matches
                .iter()
                .filter_map(|id| view.dossier.seats.get(*id))
                .map(|seat| seat.name.as_str())
                .collect();
            let typed = u16::try_from(width(self.query.text())).unwrap_or(u16::MAX);
            let behind = Rect {
                x: beside
                    .x
                    .saturating_add(typed)
                    .saturating_add(1)
                    .min(beside.right()),
                width: beside.width.saturating_sub(typed.saturating_add(1)),
                ..beside
            };
            let text = format!("→ {}", names.join(" · "));
            pen::write(buffer, behind, &text, view.styles.matched);
        }
        field::draw(buffer, room, self.query.line(), view.styles.counter)
    }
}

/// The counters that sum to the roster, and the counters that not every roll has; large where there is room.
fn draw_counts(buffer: &mut Buffer, area: Rect, view: &MeetingScene) {
    let counts = roll_call::counts(view.dossier);
    if counter_rows(area.height) > 2 {
        draw_large_counts(buffer, area, &counts, view);
        return;
    }
    let styles = view.styles;
    let separator = || pen::piece(" │ ", styles.muted);
    let mut pieces = vec![pen::piece(" ", styles.text)];
    for (text, style) in counters(&counts, view) {
        if pieces.len() > 1 {
            pieces.push(separator());
        }
        pieces.push(pen::piece(text, style));
    }
    let ranks = ranks(&counts, view);
    if !ranks.is_empty() {
        pieces.extend([separator(), pen::piece(ranks, styles.text)]);
    }
    pen::write_pieces(buffer, pen::row(area, 0), &pieces);
    let rest = exceptions(&counts, view);
    pen::write(buffer, pen::row(area, 1), &format!(" {rest}"), styles.warn);
}

/// The counters in large digits, readable from the end of the table.
fn draw_large_counts(buffer: &mut Buffer, area: Rect, counts: &Counts, view: &Scene) {
    let words = view.words;
    let [present, absent, missing] = tones(counts, view);
    let cells = [
        (
            words.large_present(),
            format!("{}/{}", counts.present, counts.roster),
            present,
        ),
        (words.large_absent(), counts.absent.to_string(), absent),
        (
            words.large_not_marked(),
            counts.not_marked.to_string(),
            missing,
        ),
    ];
    let mut x = area.x + 1;
    for (label, digits, style) in cells {
        let cell = Rect {
            x: x.min(area.right()),
            width: area.right().saturating_sub(x),
            height: 4,
            ..area
        };
        pen::write(buffer, cell, label, style);
        digits::draw(buffer, pen::below(cell, 1), &digits, style);
        let columns = width(label).max(digits::columns(&digits)) + 4;
        x = x.saturating_add(u16::try_from(columns).unwrap_or(u16::MAX));
    }
    let beside = Rect {
        x: x.min(area.right()),
        width: area.right().saturating_sub(x),
        height: 4,
        ..area
    };
    let lines = [
        (ranks(counts, view), view.styles.text),
        (
            words.count_absent(counts.absent, counts.excused),
            view.styles.muted,
        ),
        (exceptions(counts, view), view.styles.warn),
    ];
    pen::write_lines(buffer, pen::below(beside, 1), lines);
}

/// The styles of the counts of present, absent and missing units; missing ones stand out until there are none.
fn tones(counts: &Counts, view: &Scene) -> [Style; 3] {
    let styles = view.styles;
    [
        styles.counter,
        if counts.absent > 0 {
            styles.bad
        } else {
            styles.muted
        },
        if counts.not_marked > 0 {
            styles.warn
        } else {
            styles.muted
        },
    ]
}

fn counters(counts: &Counts, view: &Scene) -> [(String, Style); 3] {
    let words = view.words;
    let [present, absent, missing] = tones(counts, view);
    [
        (words.count_present(counts.present, counts.roster), present),
        (words.count_absent(counts.absent, counts.excused), absent),
        (words.count_not_marked(counts.not_marked), missing),
    ]
}

fn ranks(counts: &Counts, view: &Scene) -> String {
    joined(&[
        (
            counts.secretary,
            view.words.count_secretary(counts.secretary),
        ),
        (counts.deputy, view.words.count_deputy(counts.deputy)),
    ])
}

fn exceptions(counts: &Counts, view: &Scene) -> String {
    let words = view.words;
    joined(&[
        (counts.substitute, words.count_substitute(counts.substitute)),
        (counts.unranked, words.count_unranked(counts.unranked)),
        (counts.late, words.count_late(counts.late)),
        (counts.left, words.count_left(counts.left)),
        (counts.out, words.count_out(counts.out)),
    ])
}

/// Joins the counts that are not zero.
fn joined(parts: &[(usize, String)]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(_, text)| text.as_str())
        .collect();
    parts.join(" · ")
}

/// Returns the columns of numbers and names; where delegates are named behind the state, no more than they need.
fn name_columns(seats: &[&Seat], column_width: u16) -> usize {
    let longest = seats.iter().map(|seat| width(&seat.name) + 5).max();
    if column_width > NAMED_COLUMNS {
        longest.unwrap_or(0).min(NAME_COLUMNS)
    } else {
        NAME_COLUMNS
    }
}

/// Where a unit stands among the others.
#[derive(Clone, Copy)]
struct Place {
    row: ListRow,
    /// Whether the typed letters find the unit, among several.
    is_match: bool,
    /// Columns of number and name at most.
    name_columns: usize,
}

fn draw_unit(buffer: &mut Buffer, place: Place, seat: &Seat, view: &MeetingScene) {
    let (row, styles) = (place.row, view.styles);
    let log = roll_call::log(view.dossier, seat.id);
    let (glyph, tone) = look(log.standing(), view);
    let (name_style, state_style) = match (row.is_selected, place.is_match) {
        (true, _) => (styles.selected, styles.selected),
        (false, true) => (styles.matched, tone),
        (false, false) => (styles.text, tone),
    };
    if row.is_selected {
        pen::paint(buffer, row.area, styles.selected);
    }
    let state = format!("{glyph} {}", state_of(&log, view));
    let number = format!("{}{:>2} ", row.sign(), seat.position);
    // A name that is too long for its column takes the room beside the state.
    // A state that is too long for its own takes the room behind the name.
    let needed = width(&state).max(STATE_COLUMNS);
    let wanted = width(&number) + width(&seat.name) + 1;
    let fits = |state: usize| wanted + state <= usize::from(row.area.width);
    let state_columns = if fits(needed) {
        needed
    } else if fits(STATE_COLUMNS) {
        STATE_COLUMNS
    } else {
        width(&state).max(10)
    };
    let name_room = usize::from(row.area.width)
        .saturating_sub(state_columns + 1)
        .min(place.name_columns);
    let room = name_room.saturating_sub(width(&number));
    let name = format!("{number}{}", pad(&cut_middle(&seat.name, room), room));
    let mut pieces = vec![
        pen::piece(format!("{name} "), name_style),
        pen::piece(state, state_style),
    ];
    if let Some(person) = log.person(seat).filter(|_| row.area.width >= NAMED_COLUMNS) {
        let quiet = row.style(styles.muted, styles);
        pieces.push(pen::piece(format!(" {person}"), quiet));
    }
    pen::write_pieces(buffer, row.area, &pieces);
}

/// Returns the standing of a seat with everything else that was noted of its delegate.
fn state_of(log: &Log, view: &Scene) -> String {
    let words = view.words;
    let late = log.late().map(|_| words.late_mark());
    let left = log.left().map(|_| words.left_mark());
    let out = log.outs().next().map(|_| words.out_mark());
    let parts = [Some(words.standing(log.standing())), late, left, out];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn draw_delegation(buffer: &mut Buffer, row: ListRow, seat: &Seat, view: &Scene) {
    debug_assert!(seat.seat_group != SeatGroup::Ward);
    let style = row.style(view.styles.text, view.styles);
    let people = seat.attended.map_or_else(
        || format!("· {}", view.words.people_unknown()),
        |n| format!("● {}", view.words.people(n)),
    );
    pen::paint(buffer, row.area, style);
    let room = row
        .area
        .width
        .saturating_sub(u16::try_from(width(&people)).unwrap_or(0) + 3);
    let name_area = Rect {
        width: room,
        ..row.area
    };
    let name = format!(" {} {}", row.sign(), seat.name);
    pen::write(buffer, name_area, &name, style);
    pen::write_right(
        buffer,
        Rect {
            width: row.area.width.saturating_sub(1),
            ..row.area
        },
        &people,
        style,
    );
}
