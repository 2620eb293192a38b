//! A roster as a sheet, in the columns that an import reads back.

use chrono::NaiveDate;

use super::sheet::{Sheet, Value, columns};
use crate::meeting::code::OfficeKind;
use crate::meeting::roster::{Called, Summons};
use crate::text::dates::short_date;

/// Returns the sheet of a roster with those who lead its units on a day.
pub fn sheet(summons: &Summons, day: NaiveDate) -> Sheet {
    Sheet {
        name: "Danh sách".to_owned(),
        title: summons.roster.name.clone(),
        above: Vec::new(),
        columns: columns(&[
            ("TT", 5),
            ("Đơn vị", 28),
            ("Hiệu lực từ", 12),
            ("Hiệu lực đến", 12),
            ("Bí thư", 26),
            ("Bí thư từ ngày", 12),
            ("Phó Bí thư Thường trực", 26),
            ("Phó Bí thư Thường trực từ ngày", 12),
        ]),
        rows: summons
            .units
            .iter()
            .map(|called| row(called, day))
            .collect(),
        notes: Vec::new(),
    }
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
        let held = called.holder(kind, day);
        row.push(Value::text(held.map(|held| held.person.name.as_str())));
        row.push(date(held.and_then(|held| held.office.valid_from)));
    }
    row
}
