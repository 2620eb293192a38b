//! Draws F10 Danh sách đơn vị: the rosters, their units in the order of the roll, and who leads them.
//!
//! ```text
//!  34 phường thành phố Thủ Đức · 34 đơn vị · đến 30/6/2025           đang dùng 1/2
//!  TT Đơn vị              Bí thư                     Phó Bí thư Thường trực
//!   1 An Khánh            Nguyễn Văn … · 01/3/2022   Trần Thị …
//! ▸ 2 An Lợi Đông         chưa rõ                    chưa rõ
//!  …
//!  Tìm: _
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::list;
use crate::app::roster::Roster;
use crate::meeting::code::OfficeKind;
use crate::meeting::roster::{Called, Held, Summons, day_in, has_ended};
use crate::text::dates::short_date;
use crate::text::width::{pad, width};
use crate::tui::scene::Scene;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

impl Roster {
    /// Draws the roster and returns where the caret stands.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) -> Option<Position> {
        let rosters = view.shelf.rosters.as_ref()?;
        let summons = self.selected_summons(rosters)?;
        let page = Page {
            summons,
            number: rosters
                .summons
                .iter()
                .position(|other| other.roster.id == summons.roster.id)
                .map_or(1, |here| here + 1),
            of: rosters.summons.len(),
        };
        page.draw_head(buffer, area, view);
        let listed = list_area(area);
        if summons.units.is_empty() {
            let hint = format!(" {}", view.words.roster_empty());
            pen::write(buffer, listed, &hint, view.styles.muted);
        }
        let selected = self.place(summons);
        let rows = usize::from(listed.height);
        let first = list::first_shown(selected, summons.units.len(), rows);
        let visible = summons.units.iter().enumerate().skip(first).take(rows);
        for (row, (place, called)) in (0..).zip(visible) {
            let row = ListRow::new(pen::row(listed, row), place == selected);
            page.draw_unit(buffer, row, called, view);
        }
        Some(view.draw_find(buffer, area, &self.query))
    }
}

fn list_area(area: Rect) -> Rect {
    Rect {
        y: area.y + 3,
        height: area.height.saturating_sub(5),
        ..area
    }
}

/// Columns of the number and the name of a unit, and of each leader.
fn columns(wide: u16) -> (usize, usize) {
    let name = usize::from(wide) * 3 / 10;
    (name, (usize::from(wide) - name) / 2)
}

/// A roster that is looked at, and its place among the rosters.
struct Page<'a> {
    summons: &'a Summons,
    number: usize,
    of: usize,
}

impl Page<'_> {
    fn draw_head(&self, buffer: &mut Buffer, area: Rect, view: &Scene) {
        let (words, styles) = (view.words, view.styles);
        let roster = &self.summons.roster;
        let parts = [
            Some(roster.name.clone()),
            Some(words.units_count(self.summons.units.len())),
            roster
                .valid_to
                .map(|day| words.roster_until(&short_date(day))),
        ];
        let head = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let current = if roster.chosen {
            words.roster_current()
        } else {
            ""
        };
        let place = format!(" {current} {}/{} ", self.number, self.of);
        let room = area
            .width
            .saturating_sub(u16::try_from(width(&place)).unwrap_or(0));
        let row = pen::row(area, 0);
        pen::write(
            buffer,
            Rect { width: room, ..row },
            &format!(" {head}"),
            styles.heading,
        );
        pen::write_right(buffer, row, &place, styles.muted);
        if has_ended(roster, view.today()) {
            let last = roster.valid_to.map(short_date).unwrap_or_default();
            let text = format!(" ! {}", words.roster_over(&last));
            pen::write(buffer, pen::row(area, 1), &text, styles.warn);
        }
        let (name, person) = columns(area.width);
        let heads = format!(
            "{}{}{}",
            pad(&format!("  TT {}", words.column_unit()), name),
            pad(words.field_secretary(), person),
            words.field_deputy(),
        );
        pen::write(buffer, pen::row(area, 2), &heads, styles.muted);
    }

    fn draw_unit(&self, buffer: &mut Buffer, row: ListRow, called: &Called, view: &Scene) {
        let (words, styles) = (view.words, view.styles);
        let roster = &self.summons.roster;
        let today = day_in(roster, view.today());
        let has_ended = called.unit.valid_to.is_some_and(|last| today > last);
        let style = match (row.is_selected, has_ended) {
            (true, _) => styles.selected,
            (false, true) => styles.muted,
            (false, false) => styles.text,
        };
        pen::paint(buffer, row.area, style);
        let ended = called
            .unit
            .valid_to
            .filter(|last| roster.valid_to.is_none_or(|end| *last < end))
            .map(|day| format!(" ({})", words.roster_until(&short_date(day))))
            .unwrap_or_default();
        let (name, person) = columns(row.area.width);
        let named = |holder: &Held| {
            let since = holder.office.valid_from.map(short_date);
            let since = since.map(|day| format!(" · {day}"));
            format!("{}{}", holder.person.name, since.unwrap_or_default())
        };
        let leader = |kind: OfficeKind| {
            let now = called.holder(kind, today).map(named);
            let next = called.next_holder(kind, today);
            let next = next.map(|holder| format!("→ {}", named(holder)));
            let leaders: Vec<String> = now.into_iter().chain(next).collect();
            if leaders.is_empty() {
                words.nobody_known().to_owned()
            } else {
                leaders.join(" ")
            }
        };
        let unit = format!(
            "{}{:>3} {}{ended}",
            row.sign(),
            called.place.position,
            called.unit.name
        );
        let text = format!(
            "{} {}{}",
            pad(&unit, name.saturating_sub(1)),
            pad(
                &format!("{} ", pad(&leader(OfficeKind::Secretary), person - 1)),
                person
            ),
            pad(&leader(OfficeKind::StandingDeputy), person),
        );
        pen::write(buffer, row.area, &text, style);
    }
}
