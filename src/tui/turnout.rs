//! Draws Dự họp cả năm: how often each unit came, of which rank, how late; and the last meetings of the selected one.
//!
//! ```text
//!  DỰ HỌP NĂM 2026 · 12 hội nghị                                      ← 2025 · 2027 →
//!  TT Đơn vị            HN   BT  PBT   DT    ?  VCP  VKP  CĐD muộn phút  sớm  tỷ lệ
//! ▸ 1 An Khánh          12   10    1    1    0    0    0    0    2   18    0   100%
//!  …
//!  tỷ lệ = có mặt / (HN − CĐD)  VCP, VKP vắng có, không phép  CĐD chưa điểm danh
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::list;
use crate::app::turnout::{HISTORY, Turnout, shows_history, table_rows};
use crate::meeting::turnout::YearLine;
use crate::text::width::{pad, width};
use crate::tui::roll_call::card::past;
use crate::tui::scene::Scene;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;
use crate::words::Words;

impl Turnout {
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) {
        let Some(year) = &view.shelf.year else { return };
        let (words, styles) = (view.words, view.styles);
        let head = format!(" {}", words.turnout_title(year.year, year.meetings));
        pen::write(buffer, pen::row(area, 0), &head, styles.heading);
        let turn = format!("← {} · {} → ", year.year - 1, year.year + 1);
        pen::write_right(buffer, pen::row(area, 0), &turn, styles.muted);
        let formula = format!(" {}", words.turnout_formula());
        pen::write(
            buffer,
            pen::row(area, area.height.saturating_sub(1)),
            &formula,
            styles.muted,
        );
        if year.units.is_empty() {
            let none = format!(" {}", words.turnout_none());
            pen::write(buffer, pen::row(area, 2), &none, styles.muted);
            return;
        }
        let name = name_columns(area.width);
        let heads = format!(
            "{}{}",
            pad(&format!("  TT {}", words.column_unit()), name),
            aligned(words.turnout_heads().split('|'))
        );
        pen::write(buffer, pen::row(area, 1), &heads, styles.muted);
        let rows = table_rows(area.height);
        let selected = self.selected.min(year.units.len() - 1);
        let first = list::first_shown(selected, year.units.len(), rows);
        let visible = year.units.iter().enumerate().skip(first).take(rows);
        for (row, (place, line)) in (2..).zip(visible) {
            let row = ListRow::new(pen::row(area, row), place == selected);
            let unit = pad(&format!("{:>3} {}", place + 1, line.name), name - 1);
            let cells = cells(line, view.words);
            let numbers = aligned(cells.iter().map(String::as_str));
            row.draw(buffer, &format!("{unit}{numbers}"), styles.text, styles);
        }
        draw_history(buffer, area, view);
    }
}

fn draw_history(buffer: &mut Buffer, area: Rect, view: &Scene) {
    let Some((_, _, history)) = view
        .shelf
        .history
        .as_ref()
        .filter(|_| shows_history(area.height))
    else {
        return;
    };
    let below = Rect {
        y: area.bottom().saturating_sub(HISTORY + 1),
        height: HISTORY,
        ..area
    };
    pen::rule(buffer, below, view.styles.muted);
    pen::write_lines(buffer, pen::below(below, 1), past(history, view));
}

/// Columns of a number, and of the share at the end.
const NUMBER: usize = 5;

const SHARE: usize = 7;

/// Returns the columns of number and name, beside eleven numbers and a share.
fn name_columns(wide: u16) -> usize {
    usize::from(wide)
        .saturating_sub(11 * NUMBER + SHARE)
        .clamp(12, 40)
}

/// Puts texts under one another to the right, the last in its wider column.
fn aligned<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let placed = texts.enumerate().map(|(position, text)| {
        let columns = if position < 11 { NUMBER } else { SHARE };
        format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
    });
    placed.collect()
}

/// Returns the numbers of a line in the order of the heads.
fn cells(line: &YearLine, words: Words) -> [String; 12] {
    let counts = &line.counts;
    let minutes = line.lateness.num_minutes();
    [
        counts.roster.to_string(),
        counts.secretary.to_string(),
        counts.deputy.to_string(),
        counts.substitute.to_string(),
        counts.unranked.to_string(),
        counts.excused.to_string(),
        counts.unexcused().to_string(),
        counts.not_marked.to_string(),
        counts.late.to_string(),
        minutes.to_string(),
        counts.left.to_string(),
        words
            .share(counts.present, counts.marked())
            .unwrap_or_default(),
    ]
}
