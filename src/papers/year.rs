//! A year as sheets: month by month, and unit by unit.

use chrono::NaiveDate;

use super::phrases::{self, Phrases};
use super::sheet::{Column, Sheet, Value, columns};
use crate::meeting::year::{Figures, Yearbook};
use crate::text::dates::{count, short_date};

/// Returns the sheet of the months and the sheet of the units, as they stand on a day.
pub fn sheets(book: &Yearbook, today: NaiveDate, phrases: &Phrases) -> [Sheet; 2] {
    let say = &phrases.year;
    let (year, n) = (book.year.to_string(), count(book.total.meetings));
    let today = short_date(today);
    let unit_heads = figures(say);
    let unit_heads = unit_heads.split_last().map_or(&[][..], |(_, rest)| rest);
    let sheet = |name: String, title: String, columns, rows| Sheet {
        name,
        title,
        above: Vec::new(),
        columns,
        rows,
        notes: vec![
            say.turnout_formula(),
            say.done_formula(),
            say.issues_formula(),
        ],
    };
    [
        sheet(
            say.months_sheet(&year),
            say.months_title(&year, &n, &today),
            headed(say.month(), figures(say)),
            months(book, say),
        ),
        sheet(
            say.units_sheet(&year),
            say.units_title(&year, &n, &today),
            headed(phrases.tables.unit(), unit_heads.iter().cloned()),
            units(book, say),
        ),
    ]
}

/// The rows of the months, and under them the whole year.
fn months(book: &Yearbook, say: &phrases::Year) -> Vec<Vec<Value>> {
    let months = (1..).zip(&book.months);
    let months = months.map(|(month, figures)| row(say.month_of(&month.to_string()), figures));
    let whole = row(say.whole(&book.year.to_string()), &book.total);
    months.chain([whole]).collect()
}

fn units(book: &Yearbook, say: &phrases::Year) -> Vec<Vec<Value>> {
    let units = book.units.iter().map(|line| {
        let name = line.name.clone().unwrap_or_else(|| say.others());
        let mut row = row(name, &line.figures);
        // Nobody says for which unit an answer is.
        row.pop();
        row
    });
    units.collect()
}

/// The columns that months and units have in common, after the name.
fn figures(say: &phrases::Year) -> [(String, u16); 19] {
    [
        (say.meetings(), 9),
        (say.called(), 9),
        (say.marked(), 9),
        (say.present(), 9),
        (say.turnout(), 9),
        (say.turns(), 9),
        (say.spoken(), 10),
        (say.raised(), 10),
        (say.given(), 9),
        (say.in_time(), 11),
        (say.late(), 11),
        (say.open(), 11),
        (say.overdue(), 9),
        (say.waiting(), 9),
        (say.paused(), 9),
        (say.not_due(), 9),
        (say.dropped(), 9),
        (say.done(), 10),
        (say.answered(), 10),
    ]
}

fn headed(first: String, figures: impl IntoIterator<Item = (String, u16)>) -> Vec<Column> {
    columns([(first, 26)].into_iter().chain(figures))
}

fn row(name: String, figures: &Figures) -> Vec<Value> {
    let (counts, sums) = (&figures.counts, figures.parts);
    let parts = sums.parts;
    let minutes = usize::try_from(figures.spoken.num_minutes()).unwrap_or(0);
    vec![
        Value::Text(name),
        Value::Count(figures.meetings),
        Value::Count(counts.roster),
        Value::Count(counts.marked()),
        Value::Count(counts.present),
        Value::share(counts.present, counts.marked()),
        Value::Count(figures.turns),
        Value::Count(minutes),
        Value::Count(figures.raised),
        Value::Count(sums.given()),
        Value::Count(sums.done_in_time()),
        Value::Count(sums.done_late),
        Value::Count(parts.open()),
        Value::Count(parts.overdue),
        Value::Count(parts.reported),
        Value::Count(parts.paused),
        Value::Count(parts.in_time),
        Value::Count(sums.cancelled + sums.handed_over),
        Value::share(parts.done, parts.total()),
        Value::Count(figures.answered),
    ]
}
