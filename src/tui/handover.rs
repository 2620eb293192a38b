//! How the handover looks: each open line of a unit that has ended, the unit that takes it, and the totals below.
//!
//! ```text
//! ╭ BÀN GIAO PHẦN VIỆC CỦA ĐƠN VỊ KẾT THÚC TRƯỚC 05/7/2025 ───────────────╮
//! │   Đơn vị cũ             Đơn vị nhận                         Phần việc  │
//! │ ▸ ? An Phú              1 An Khánh  2 Bình Trưng                    3  │
//! │   ✓ Linh Đông           → Thủ Đức                                   2  │
//! │   ✓ An Khánh            → An Khánh                                  3  │
//! │ ────────────────────────────────────────────────────────────────────── │
//! │ 102 phần việc của 34 đơn vị sẽ chuyển; còn 1 đơn vị chia tách …        │
//! ╰ 1 2 chọn nơi nhận · Tab từng phần việc · Enter bàn giao · Esc thôi ───╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::handover::{Handover, Row, units};
use crate::app::list;
use crate::meeting::actions::code;
use crate::meeting::handover::{Left, Passing, passings, transfers};
use crate::meeting::rows::Unit;
use crate::text::dates::short_date;
use crate::text::width::{pad, wrap};
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

/// Rows of the totals under the list.
const SUM: u16 = 5;

/// Columns of the name of a unit that has ended.
const NAME: usize = 24;

impl Handover {
    /// Draws each line with the unit that takes it.
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) {
        if let Some(estate) = self.estate(view) {
            self.draw_passings(buffer, screen, &passings(estate, self.by), view);
        }
    }

    fn draw_passings(&self, buffer: &mut Buffer, screen: Rect, all: &[Passing], view: &Scene) {
        let words = view.words;
        let rows = self.rows(all);
        let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
        let frame = DialogBox {
            width: screen.width.saturating_sub(2).min(100),
            height: height.saturating_add(SUM + 3).min(screen.height),
            title: &words.handover_title(&short_date(self.by)),
            foot: words.handover_foot(),
        };
        let inside = frame.draw(buffer, screen, view.styles);
        let head = format!(
            "    {}{}",
            pad(words.handover_from(), NAME),
            words.handover_to()
        );
        let first_row = pen::row(inside, 0);
        pen::write(buffer, first_row, &head, view.styles.muted);
        pen::write_right(buffer, first_row, words.handover_parts(), view.styles.muted);
        let visible = usize::from(inside.height.saturating_sub(SUM + 1));
        let here = self.selected.min(rows.len().saturating_sub(1));
        let first = list::first_shown(here, rows.len(), visible);
        let lines = (1..).zip(rows.iter().enumerate().skip(first).take(visible));
        for (at, (place, row)) in lines {
            let list_row = ListRow::new(pen::row(inside, at), place == here);
            self.draw_row(buffer, list_row, row, view);
        }
        let under = pen::below(inside, inside.height.saturating_sub(SUM));
        pen::rule(buffer, under, view.styles.muted);
        pen::write_lines(buffer, pen::below(under, 1), sum(self, all, under, view));
    }

    fn draw_row(&self, buffer: &mut Buffer, list_row: ListRow, row: &Row, view: &Scene) {
        let (text, plain) = match row {
            Row::Unit(passing) => unit(self, passing, view),
            Row::Part(passing, left) => part(self, passing, left, view),
        };
        let (area, style) = (list_row.area, list_row.style(plain, view.styles));
        pen::paint(buffer, area, style);
        let count = match row {
            Row::Unit(passing) => format!("  {}", passing.left.len()),
            Row::Part(..) => String::new(),
        };
        let room = area
            .width
            .saturating_sub(u16::try_from(count.len()).unwrap_or(0));
        let text_area = Rect {
            width: room,
            ..area
        };
        let text = format!("{} {text}", list_row.sign());
        pen::write(buffer, text_area, &text, style);
        pen::write_right(buffer, area, &count, style);
    }
}

fn unit(state: &Handover, passing: &Passing, view: &Scene) -> (String, Style) {
    let (words, styles) = (view.words, view.styles);
    let name = pad(&passing.unit.name, NAME);
    if passing.heirs.is_empty() {
        return (format!("! {name}{}", words.handover_no_heir()), styles.warn);
    }
    if state.will.is_open(passing) {
        return (format!("? {name}{}", heirs_offered(passing)), styles.warn);
    }
    let mut takers: Vec<&Unit> = Vec::new();
    for left in &passing.left {
        let taker = state.will.heir(passing, left);
        takers.extend(taker.filter(|taker| takers.iter().all(|known| known.id != taker.id)));
    }
    let names: Vec<&str> = takers.iter().map(|taker| taker.name.as_str()).collect();
    let to = match names.as_slice() {
        [only] => format!("→ {only}"),
        several => words.handover_several(&several.join(", ")),
    };
    let again = if passing.is_split() {
        format!("   ({})", heirs_offered(passing))
    } else {
        String::new()
    };
    (format!("✓ {name}{to}{again}"), styles.text)
}

/// Those that followed a unit, each with the digit that chooses it.
fn heirs_offered(passing: &Passing) -> String {
    let heirs = (1..).zip(&passing.heirs);
    let named = heirs.map(|(number, heir)| format!("{number} {}", heir.name));
    named.collect::<Vec<String>>().join("  ")
}

fn part(state: &Handover, passing: &Passing, left: &Left, view: &Scene) -> (String, Style) {
    let taker = state.will.heir(passing, left);
    let to = taker.map_or_else(|| "?".to_owned(), |taker| format!("→ {}", taker.name));
    let due = left.stood.due.map_or_else(|| "-".to_owned(), short_date);
    let what = format!("{} {due}", code(left.number));
    let text = format!("    {}{} {}", pad(&what, NAME - 2), pad(&to, 16), left.text);
    (text, view.styles.muted)
}

/// The totals: how much goes, which units are still to be chosen, how much stays, and whether it is early.
fn sum(state: &Handover, all: &[Passing], area: Rect, view: &Scene) -> Vec<(String, Style)> {
    let (words, styles) = (view.words, view.styles);
    let going = transfers(all, &state.will);
    let open = all
        .iter()
        .filter(|passing| state.will.is_open(passing))
        .count();
    let without = all.iter().filter(|passing| passing.heirs.is_empty());
    let stays: usize = without.map(|passing| passing.left.len()).sum();
    let mut sentence = words.handover_sum(units(&going), going.len());
    if open > 0 {
        sentence.push_str(&words.handover_open(open));
    }
    if stays > 0 {
        sentence.push_str(&words.handover_stays(stays));
    }
    let ends = all.iter().filter_map(|passing| passing.unit.valid_to).max();
    let early = ends.filter(|last| *last >= view.today());
    let (note, tone) = match early {
        Some(last) => (words.handover_early(&short_date(last)), styles.warn),
        None => (words.handover_note().to_owned(), styles.muted),
    };
    let columns = usize::from(area.width).saturating_sub(2);
    let lines = |text: &str, style: Style| {
        let lines = wrap(text, columns).into_iter();
        lines.map(move |line| (line, style)).collect::<Vec<_>>()
    };
    let mut all = lines(&sentence, styles.counter);
    all.extend(lines(&note, tone));
    all
}
