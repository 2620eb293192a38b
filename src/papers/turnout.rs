//! The turnout of a year as a sheet.

use super::phrases::Phrases;
use super::sheet::{Sheet, Value, columns};
use crate::meeting::turnout::{TurnoutYear, YearLine};
use crate::text::dates::count;

/// Returns the sheet of a year.
pub fn sheet(year: &TurnoutYear, phrases: &Phrases) -> Sheet {
    let (say, of) = (&phrases.turnout, year.year.to_string());
    let rows = (1..)
        .zip(&year.units)
        .map(|(number, line)| row(number, line));
    Sheet {
        name: say.sheet(&of),
        title: say.title(&of, &count(year.meetings)),
        above: Vec::new(),
        columns: columns(heads(phrases)),
        rows: rows.collect(),
        notes: vec![say.formula()],
    }
}

fn heads(phrases: &Phrases) -> [(String, u16); 15] {
    let (say, tables, common) = (&phrases.turnout, &phrases.tables, &phrases.common);
    [
        (tables.number(), 5),
        (tables.unit(), 28),
        (say.called(), 12),
        (say.present(), 9),
        (common.secretary(), 9),
        (common.standing_deputy(), 12),
        (say.substitute(), 9),
        (say.unranked(), 10),
        (say.excused(), 9),
        (say.absent(), 9),
        (say.not_marked(), 9),
        (say.late_times(), 9),
        (say.late_minutes(), 9),
        (say.left_times(), 9),
        (say.share(), 9),
    ]
}

fn row(number: usize, line: &YearLine) -> Vec<Value> {
    let counts = &line.counts;
    let minutes = usize::try_from(line.lateness.num_minutes()).unwrap_or(0);
    let mut row = vec![Value::Count(number), Value::Text(line.name.clone())];
    row.extend(
        [
            counts.roster,
            counts.present,
            counts.secretary,
            counts.deputy,
            counts.substitute,
            counts.unranked,
            counts.excused,
            counts.unexcused(),
            counts.not_marked,
            counts.late,
            minutes,
            counts.left,
        ]
        .map(Value::Count),
    );
    row.push(Value::share(counts.present, counts.marked()));
    row
}
