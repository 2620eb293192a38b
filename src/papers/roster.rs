//! A roster as a sheet, in the columns that an import reads back.

use chrono::NaiveDate;

use super::phrases::Phrases;
use super::sheet::{Sheet, Value, columns};
use crate::meeting::code::OfficeKind;
use crate::meeting::roster::{Called, Summons};
use crate::text::dates::short_date;

/// Returns the sheet of a roster with those who lead its units on a day.
pub fn sheet(summons: &Summons, day: NaiveDate, phrases: &Phrases) -> Sheet {
    let units = summons.units.iter();
    Sheet {
        name: phrases.roster.sheet(),
        title: summons.roster.name.clone(),
        above: Vec::new(),
        columns: columns(heads(phrases)),
        rows: units.map(|called| row(called, day)).collect(),
        notes: Vec::new(),
    }
}

/// The heads of the columns, each with its width.
pub(super) fn heads(phrases: &Phrases) -> [(String, u16); 8] {
    let (say, tables, common) = (&phrases.roster, &phrases.tables, &phrases.common);
    [
        (tables.number(), 5),
        (tables.unit(), 28),
        (say.valid_from(), 12),
        (say.valid_to(), 12),
        (common.secretary(), 26),
        (say.secretary_from(), 12),
        (common.standing_deputy(), 26),
        (say.deputy_from(), 12),
    ]
}

fn row(called: &Called, day: NaiveDate) -> Vec<Value> {
    let date = |day: Option<NaiveDate>| Value::text(day.map(short_date));
    let mut row = vec![
        Value::Count(usize::try_from(called.place.position).unwrap_or(0)),
        Value::Text(called.unit.name.clone()),
        date(called.unit.valid_from),
        date(called.unit.valid_to),
    ];
    for kind in [OfficeKind::Secretary, OfficeKind::StandingDeputy] {
        let holder = called.holder(kind, day);
        row.push(Value::text(
            holder.map(|holder| holder.person.name.as_str()),
        ));
        row.push(date(holder.and_then(|holder| holder.office.valid_from)));
    }
    row
}
