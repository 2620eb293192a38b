//! Draws the details below the map: the selected cell in words, the full text of its area, and its state at the last
//! meetings.
//!
//! ```text
//!  An Khánh · ND1: chưa xong 1 (1 quá hạn) · hoàn thành 0/1 · HT 0% · BC 0%
//!  ND1 Khẩn trương triển khai, hướng dẫn quần chúng ưu tú khai lý lịch …
//!  ND1 · tất cả đơn vị            hoàn thành ▁▂▄▅▆▇▇█ 0% → 58%
//!  8 kỳ,  11/7/2023 – 9/2/2024    quá hạn    ▇▅▃▂▁▁▁▁ 20 → 14
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::focus::Focus;
use crate::meeting::actions::Parts;
use crate::meeting::focus::{Board, ColumnKey, RowKey};
use crate::text::dates::short_date;
use crate::text::width::pad;
use crate::tui::scene::Scene;
use crate::tui::widgets::{bars, pen};
use crate::words::Lang;

/// Columns of the trend's title, and of the title of one of its rows.
const TRACED: usize = 32;

const SHOWN: usize = 11;

impl Focus {
    /// Draws the selected cell in words, and the full text of its area.
    pub(crate) fn draw_detail(&self, buffer: &mut Buffer, area: Rect, board: &Board, view: &Scene) {
        let (row, column) = self.selected(board);
        let sentence = format!(
            " {} · {}: {}",
            row_name(row, board, view),
            column_name(column, board, view),
            view.words.tally(board.cell(row, column))
        );
        pen::write(buffer, pen::row(area, 0), &sentence, view.styles.text);
        let text = area_text(column, board, view);
        pen::write(
            buffer,
            pen::row(area, 1),
            &format!(" {text}"),
            view.styles.muted,
        );
    }

    /// How the selected area, unit or cell stood at the last meetings.
    pub(crate) fn draw_trend(&self, buffer: &mut Buffer, area: Rect, board: &Board, view: &Scene) {
        let (words, styles) = (view.words, view.styles);
        let Some(trend) = &view.shelf.trend else {
            return;
        };
        let (row, column) = self.traced(board);
        let tallies = trend.of(board, row, column);
        let most = if area.width < 100 { 12 } else { tallies.len() };
        let from = tallies.len().saturating_sub(most);
        let (tallies, days) = (
            tallies.get(from..).unwrap_or_default(),
            trend.days.get(from..).unwrap_or_default(),
        );
        if tallies.iter().all(|tally| tally.total() == 0) {
            let none = format!(" {}", words.trend_none());
            pen::write(buffer, pen::row(area, 0), &none, styles.muted);
            return;
        }
        let named = format!(
            "{} · {}",
            column_name(column, board, view),
            row_name(row, board, view)
        );
        let line = [
            pen::piece(format!(" {} ", pad(&named, TRACED - 1)), styles.text),
            pen::piece(pad(words.trend_done(), SHOWN), styles.muted),
            pen::piece(bars::spark(completions(tallies), 1000), styles.good),
            pen::piece(completion_text(tallies, view), styles.text),
        ];
        pen::write_pieces(buffer, pen::row(area, 0), &line);
        // The last of the days is today, whether a meeting is held or not.
        let span = days.first().map_or_else(String::new, |from| {
            words.trend_span(&short_date(*from), days.len().saturating_sub(1))
        });
        let highest = tallies.iter().map(|tally| tally.overdue).max().unwrap_or(0);
        let late = tallies
            .iter()
            .map(|tally| (tally.total() > 0).then_some(tally.overdue));
        let line = [
            pen::piece(format!(" {} ", pad(&span, TRACED - 1)), styles.muted),
            pen::piece(pad(words.trend_overdue(), SHOWN), styles.muted),
            pen::piece(bars::spark(late, highest), styles.bad),
            pen::piece(
                ends(tallies, |tally| words.number(tally.overdue)),
                styles.text,
            ),
        ];
        pen::write_pieces(buffer, pen::row(area, 1), &line);
    }
}

/// Returns the completion of each day, in tenths of a per cent; none where nothing was given yet.
fn completions(tallies: &[Parts]) -> impl Iterator<Item = Option<usize>> {
    tallies
        .iter()
        .map(|tally| (tally.done * 1000).checked_div(tally.total()))
}

/// Returns the completion in numbers: the first day and today.
fn completion_text(tallies: &[Parts], view: &Scene) -> String {
    let share = |tally: &Parts| {
        view.words
            .share(tally.done, tally.total())
            .unwrap_or_default()
    };
    ends(tallies, share)
}

/// Returns the first and the last value of a trend.
fn ends(tallies: &[Parts], text: impl Fn(&Parts) -> String) -> String {
    let mut counted = tallies.iter().filter(|tally| tally.total() > 0);
    let first = counted.next().map(&text).unwrap_or_default();
    let last = tallies.last().map(&text).unwrap_or_default();
    format!(" {first} → {last}")
}

/// A share in whole per cent; only the whole is a hundred.
pub(crate) fn share(part: usize, whole: usize) -> String {
    let rounded = (part * 100 + whole / 2).checked_div(whole);
    let most = if part < whole { 99 } else { 100 };
    rounded.map_or_else(|| "·".to_owned(), |share| format!("{}%", share.min(most)))
}

/// Returns the name of a row.
pub(crate) fn row_name(row: RowKey, board: &Board, view: &Scene) -> String {
    match row {
        RowKey::Unit(_) => {
            let known = board.rows.iter().find(|known| known.key == row);
            known.map(|row| row.name.clone()).unwrap_or_default()
        }
        RowKey::Others => view.words.map_others_row(board.outside.len()),
        RowKey::Total => view.words.map_all_units().to_owned(),
    }
}

/// Returns the name of a column, by its number.
fn column_name(column: ColumnKey, board: &Board, view: &Scene) -> String {
    match column {
        ColumnKey::Line(_) => {
            let known = board.columns.iter().find(|known| known.key == column);
            let area = known.and_then(|column| column.area.as_ref());
            area.map(|area| view.words.focus_short(area.number))
                .unwrap_or_default()
        }
        ColumnKey::Others => view.words.map_others_column().to_owned(),
        ColumnKey::Total => view.words.map_all_areas().to_owned(),
    }
}

/// Returns the full text of a column's area, and when it ended or begins where it is not in force.
fn area_text(column: ColumnKey, board: &Board, view: &Scene) -> String {
    let words = view.words;
    let known = board.columns.iter().find(|known| known.key == column);
    let Some(area) = known.and_then(|column| column.area.as_ref()) else {
        return match column {
            ColumnKey::Others => words.map_others_told().to_owned(),
            ColumnKey::Line(_) | ColumnKey::Total => String::new(),
        };
    };
    let full = match words.lang() {
        Lang::Vi => &area.full_vi,
        Lang::En => &area.full_en,
    };
    let is_over = known.is_some_and(|column| !column.is_in_force);
    let when = match area.valid_to {
        Some(last) if is_over && last < board.day => words.map_retired_told(&short_date(last)),
        Some(_) | None if is_over => words.map_future_told(&short_date(area.valid_from)),
        Some(_) | None => String::new(),
    };
    let number = words.focus_short(area.number);
    if when.is_empty() {
        format!("{number} {full}")
    } else {
        format!("{number} ({when}) {full}")
    }
}
