//! The follow-up table as lines: in columns for somebody who reads it, with tabs for another program.

use crate::meeting::actions::code;
use crate::meeting::actions::table::{Mark, Row, Table};
use crate::papers::phrases::Phrases;
use crate::papers::sentences::BLANK;
use crate::text::clean::composed_line;
use crate::text::dates::short_date;
use crate::text::width::{cut, pad, width};

/// Fields of a row.
const FIELDS: usize = 8;

/// The heads of the columns, in the order of the fields of [`cells`].
fn heads(phrases: &Phrases) -> [String; FIELDS] {
    let (say, tables) = (&phrases.follow_up, &phrases.tables);
    [
        tables.code(),
        say.area_short(),
        say.due_short(),
        say.mark(),
        tables.state(),
        say.late_short(),
        tables.unit(),
        tables.content(),
    ]
}

/// Returns the rows in columns under their heads, each line cut to so many columns, if any.
pub fn aligned(table: &Table, phrases: &Phrases, columns: Option<usize>) -> String {
    let rows = table.rows();
    let due = |row: &Row| row.due().map(short_date).unwrap_or_default();
    let rows: Vec<_> = rows
        .iter()
        .map(|row| cells(row, due(row), phrases))
        .collect();
    let heads = heads(phrases);
    let widest = |column: usize| {
        let rows = rows.iter().chain([&heads]);
        let cells = rows.filter_map(|row| row.get(column));
        cells.map(|cell| width(cell)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..FIELDS).map(widest).collect();
    let mut lines = String::new();
    for row in [&heads].into_iter().chain(&rows) {
        let padded = row.iter().zip(&widths).map(|(cell, wide)| pad(cell, *wide));
        let line = padded.collect::<Vec<_>>().join("  ");
        let line = columns.map_or_else(|| line.clone(), |most| cut(&line, most).into_owned());
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}

/// Returns the rows with a tab between their fields and nothing else on their lines, days as year-month-day.
pub fn separated(table: &Table, phrases: &Phrases) -> String {
    let due = |row: &Row| row.due().map(|day| day.to_string()).unwrap_or_default();
    let rows = table.rows();
    let lines = rows
        .iter()
        .map(|row| format!("{}\n", cells(row, due(row), phrases).join("\t")));
    lines.collect()
}

fn cells(row: &Row, due: String, phrases: &Phrases) -> [String; FIELDS] {
    let mark = row.mark().map(Mark::code).unwrap_or_default();
    let state = super::state(row, phrases);
    let state = state.strip_prefix(mark).unwrap_or(&state);
    let late = row.days_late().map(|days| days.to_string());
    [
        code(row.of.action.number),
        row.of.focus.to_string(),
        due,
        mark.to_owned(),
        state.trim_start_matches(": ").to_owned(),
        late.unwrap_or_default(),
        row.unit().unwrap_or(BLANK).to_owned(),
        row.of.action.text.clone(),
    ]
    // Another tool may have written control characters and line breaks into the book.
    .map(|cell| composed_line(&cell))
}
