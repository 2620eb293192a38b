//! Draws Cả năm: attendance, speaking time, issues and actions of a year, month by month as bars, or unit by unit.
//!
//! ```text
//!  NĂM 2023 · 12 hội nghị                                              ← 2022 · 2024 →
//!                    T1   T2   T3   T4   T5   T6   T7   T8   T9  T10  T11  T12  Cả năm
//!  Hội nghị           1    1    1    …
//!  Có mặt %         ▇▇▇  ▆▆▆  ███  …
//!                    97   94  100  …
//!  Phát biểu, phút  ▂▂▂  ▆▆▆  …
//!  …
//!  có mặt / đã điểm danh · phần việc giao trong tháng, tính đến nay; …
//! ```

use chrono::TimeDelta;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::year::{FOOT, HEAD, Year};
use crate::meeting::year::{Figures, UnitLine, Yearbook};
use crate::text::width::{cut, pad, width};
use crate::tui::scene::Scene;
use crate::tui::widgets::{bars, pen};
use crate::words::Words;

impl Year {
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) {
        let Some(book) = &view.shelf.yearbook else {
            return;
        };
        let (words, styles) = (view.words, view.styles);
        let head = if self.by_unit {
            words.year_units_title(book.year)
        } else {
            words.year_title(book.year, book.total.meetings)
        };
        pen::write(
            buffer,
            pen::row(area, 0),
            &format!(" {head}"),
            styles.heading,
        );
        let turn = format!("← {} · {} → ", book.year - 1, book.year + 1);
        pen::write_right(buffer, pen::row(area, 0), &turn, styles.muted);
        if book.units.is_empty() && book.total == Figures::default() {
            let none = format!(" {}", words.year_none());
            pen::write(buffer, pen::row(area, 2), &none, styles.muted);
            return;
        }
        let foot = pen::below(area, area.height.saturating_sub(FOOT));
        if self.by_unit {
            self.draw_units(buffer, area, book, view);
        } else {
            draw_months(buffer, area, book, view);
        }
        let text = if self.by_unit {
            [words.year_units_legend(), words.year_units_formula()]
        } else {
            [words.year_formula(), words.year_scale()]
        };
        for (row, text) in (0..).zip(text) {
            pen::write(
                buffer,
                pen::row(foot, row),
                &format!(" {text}"),
                styles.muted,
            );
        }
    }

    /// The units as a table, with a bar for how long each had the floor.
    fn draw_units(&self, buffer: &mut Buffer, area: Rect, book: &Yearbook, view: &Scene) {
        let (words, styles) = (view.words, view.styles);
        let name = if area.width < 100 { 18 } else { 26 };
        let number = if area.width < 100 { 6 } else { 8 };
        let right = |text: &str| right(text, number);
        let wide = usize::from(area.width).saturating_sub(name + 10 * number + 3);
        let heads: String = words.year_units_heads().split('|').map(right).collect();
        let head = format!(" {}{heads}", pad(words.column_unit(), name - 1));
        pen::write(buffer, pen::row(area, 1), &head, styles.muted);
        let rows = usize::from(area.height.saturating_sub(HEAD + FOOT));
        let longest = book
            .units
            .iter()
            .map(|line| minutes(line.figures.spoken))
            .max();
        let first = self.first.min((book.units.len()).saturating_sub(rows));
        for (row, line) in (HEAD..).zip(book.units.iter().skip(first).take(rows)) {
            let named = line.name.as_deref().unwrap_or(words.year_no_unit());
            let numbers: String = numbers(line, view).iter().map(|text| right(text)).collect();
            let spoken = minutes(line.figures.spoken);
            let pieces = [
                pen::piece(format!(" {}{numbers}  ", pad(named, name - 1)), styles.text),
                pen::piece(bars::lying(spoken, longest.unwrap_or(0), wide), styles.good),
            ];
            pen::write_pieces(buffer, pen::row(area, row), &pieces);
        }
    }
}

/// Puts a text to the right of its columns.
fn right(text: &str, columns: usize) -> String {
    let text = cut(text, columns - 1);
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(&text))))
}

/// Returns the numbers of a unit in the order of the heads.
fn numbers(line: &UnitLine, view: &Scene) -> [String; 10] {
    let words = view.words;
    let figures = &line.figures;
    let (counts, parts) = (&figures.counts, figures.parts.parts);
    let share = |part, whole| words.share(part, whole).unwrap_or_else(|| "·".to_owned());
    [
        share(counts.present, counts.marked()),
        words.number(figures.turns),
        words.number(minutes(figures.spoken)),
        words.number(figures.raised),
        words.number(parts.total()),
        words.number(parts.done),
        words.number(parts.overdue),
        words.number(parts.reported),
        words.number(parts.paused),
        share(parts.done, parts.total()),
    ]
}

/// A row of the chart: its name, the look of its bars, its value, and the value of a full bar, if it has one.
struct Series {
    name: &'static str,
    style: Style,
    value: fn(&Figures) -> Option<usize>,
    full: Option<usize>,
}

fn series(view: &Scene) -> [Series; 7] {
    let (words, styles) = (view.words, view.styles);
    let of = |name, style, value| Series {
        name,
        style,
        value,
        full: None,
    };
    let share = |figures: &Figures| {
        let counts = &figures.counts;
        (counts.present * 100 + counts.marked() / 2).checked_div(counts.marked())
    };
    [
        Series {
            full: Some(100),
            ..of(words.year_attendance(), styles.good, share)
        },
        of(words.year_spoken(), styles.text, |figures| {
            Some(minutes(figures.spoken))
        }),
        of(words.year_raised(), styles.warn, |figures| {
            Some(figures.raised)
        }),
        of(words.year_answered(), styles.good, |figures| {
            Some(figures.answered)
        }),
        of(words.year_done(), styles.good, |figures| {
            Some(figures.parts.parts.done)
        }),
        of(words.year_open(), styles.text, |figures| {
            Some(figures.parts.parts.open())
        }),
        of(words.year_overdue(), styles.bad, |figures| {
            Some(figures.parts.parts.overdue)
        }),
    ]
}

/// Returns the columns of the names, of a month, and of the year.
fn month_columns(wide: u16) -> [usize; 3] {
    if wide < 100 { [14, 5, 6] } else { [17, 8, 7] }
}

/// Twelve months under one another's names: a bar and a number each.
fn draw_months(buffer: &mut Buffer, area: Rect, book: &Yearbook, view: &Scene) {
    let (words, styles) = (view.words, view.styles);
    let [names, month, _] = month_columns(area.width);
    let numbers =
        |name: &str, cells: Vec<String>, total: &str| month_row(area, name, &cells, total);
    let heads = (1..=12).map(|month| words.year_month(month)).collect();
    let head = numbers("", heads, words.year_total());
    pen::write(buffer, pen::row(area, 1), &head, styles.muted);
    let counted = |n: usize| count_text(Some(n).filter(|n| *n > 0), words);
    let meetings = book.months.iter().map(|month| counted(month.meetings));
    let meetings = numbers(
        words.year_meetings(),
        meetings.collect(),
        &counted(book.total.meetings),
    );
    pen::write(buffer, pen::row(area, 2), &meetings, styles.text);
    let series = series(view);
    let room = usize::from(area.height.saturating_sub(HEAD + 2 + FOOT));
    let bar_rows = (room / series.len()).saturating_sub(1).max(1);
    let mut row = HEAD + 1;
    for one in &series {
        let values = book.months.iter().map(|month| value_of(one, month));
        let values: Vec<Option<usize>> = values.collect();
        let highest = values.iter().flatten().copied().max();
        let most = one.full.or(highest).unwrap_or(0);
        for height in (0..bar_rows).rev() {
            let name = if height + 1 == bar_rows { one.name } else { "" };
            let bars = values.iter().map(|value| {
                let bar = bars::standing(value.unwrap_or(0), most, bar_rows, height);
                placed(&String::from(bar).repeat(month - 2), month)
            });
            let pieces = [
                pen::piece(format!(" {}", pad(name, names - 1)), styles.text),
                pen::piece(bars.collect::<String>(), one.style),
            ];
            pen::write_pieces(buffer, pen::row(area, row), &pieces);
            row += 1;
        }
        let cells = values.iter().map(|value| count_text(*value, words));
        let total = count_text((one.value)(&book.total), words);
        let line = numbers("", cells.collect(), &total);
        pen::write(buffer, pen::row(area, row), &line, styles.text);
        row += 1;
    }
    let cells = book.months.iter().map(|month| waiting(month, words));
    let line = numbers(
        words.year_waiting(),
        cells.collect(),
        &waiting(&book.total, words),
    );
    pen::write(buffer, pen::row(area, row), &line, styles.warn);
}

/// Returns a row of the chart: its name, a cell a month, and the year.
fn month_row(area: Rect, name: &str, cells: &[String], total: &str) -> String {
    let [names, month, year] = month_columns(area.width);
    let cells: String = cells.iter().map(|cell| placed(cell, month)).collect();
    format!(" {}{cells}{}", pad(name, names - 1), placed(total, year))
}

/// Returns how many parts wait to be accepted and how many are paused: `3/1`; nothing where no part was given.
fn waiting(figures: &Figures, words: Words) -> String {
    let parts = figures.parts.parts;
    if parts.is_empty() {
        return count_text(None, words);
    }
    format!(
        "{}/{}",
        words.number(parts.reported),
        words.number(parts.paused)
    )
}

/// Returns the value of a series in a month; a month without a meeting and without a count has none.
fn value_of(series: &Series, month: &Figures) -> Option<usize> {
    (series.value)(month).filter(|value| *value > 0 || month.meetings > 0)
}

/// Returns a number as the chart shows it: nothing and not known look different.
fn count_text(value: Option<usize>, words: Words) -> String {
    value.map_or_else(|| "·".to_owned(), |value| words.number(value))
}

/// Puts a text to the right of so many columns.
fn placed(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

fn minutes(span: TimeDelta) -> usize {
    usize::try_from(span.num_minutes()).unwrap_or(0)
}
