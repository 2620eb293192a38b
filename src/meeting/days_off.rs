//! Days off: the public holidays that the book has, those that are reckoned for other years, and worked weekends.

use chrono::{Datelike, Days, NaiveDate};

use super::cell::Id;
use super::change::{Change, Ids};
use super::dossier::Rows;
use super::rows::DayOff;
use crate::text::deadlines::is_weekend;
use crate::text::lunar::lunar_day;

/// Holidays on the same day of every year, by month and day.
const FIXED: &[(u32, u32, &str)] = &[
    (1, 1, "Tết Dương lịch"),
    (4, 30, "Ngày Chiến thắng"),
    (5, 1, "Quốc tế Lao động"),
    (9, 1, "Quốc khánh"),
    (9, 2, "Quốc khánh"),
];

/// The name of the lunar new year; its eve and the first four days are off.
const NEW_YEAR: &str = "Tết Nguyên đán";

/// The name of the tenth day of the third lunar month.
const HUNG_KINGS: &str = "Giỗ Tổ Hùng Vương";

/// A day off or a worked weekend, in the book or reckoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Special {
    /// The day.
    pub day: NaiveDate,
    /// Whether it is worked although it is on a weekend.
    pub works: bool,
    /// What it is called.
    pub name: String,
    /// Its row, unless it is reckoned.
    pub row: Option<Id<DayOff>>,
}

/// Says whether nobody works on a day.
pub fn is_off(rows: &Rows<DayOff>, day: NaiveDate) -> bool {
    match special(rows, day) {
        Some(special) => !special.works,
        None => is_weekend(day),
    }
}

/// Returns what is special about a day, if anything is.
pub fn special(rows: &Rows<DayOff>, day: NaiveDate) -> Option<Special> {
    if let Some(row) = rows.iter().find(|row| row.day == day) {
        return Some(of_row(row));
    }
    if has_year(rows, day.year()) {
        return None;
    }
    reckoned(day.year()).into_iter().find(|one| one.day == day)
}

/// Returns the days off and worked weekends of a year: those of the book, or else those that are reckoned.
pub fn of_year(rows: &Rows<DayOff>, year: i32) -> Vec<Special> {
    if !has_year(rows, year) {
        return reckoned(year);
    }
    let of_year = rows.iter().filter(|row| row.day.year() == year);
    let mut days: Vec<Special> = of_year.map(of_row).collect();
    days.sort_by_key(|special| special.day);
    days
}

fn has_year(rows: &Rows<DayOff>, year: i32) -> bool {
    rows.iter().any(|row| row.day.year() == year)
}

fn of_row(row: &DayOff) -> Special {
    Special {
        day: row.day,
        works: row.works,
        name: row.name.clone(),
        row: Some(row.id),
    }
}

/// Returns the holidays that the law gives every year; the days in place of those on a weekend are published, and are not
/// reckoned.
fn reckoned(year: i32) -> Vec<Special> {
    let off = |day: NaiveDate, name: &str| Special {
        day,
        works: false,
        name: name.to_owned(),
        row: None,
    };
    let fixed = FIXED.iter().filter_map(|(month, day, name)| {
        Some(off(NaiveDate::from_ymd_opt(year, *month, *day)?, name))
    });
    let mut days: Vec<Special> = fixed.collect();
    if let Some(first) = lunar_day(1, 1, year) {
        let eve = first.pred_opt().into_iter();
        let others = (0..4).filter_map(|later| first.checked_add_days(Days::new(later)));
        days.extend(eve.chain(others).map(|day| off(day, NEW_YEAR)));
    }
    days.extend(lunar_day(10, 3, year).map(|day| off(day, HUNG_KINGS)));
    days.sort_by_key(|special| special.day);
    days
}

/// Returns the changes that write a day in the place of `old`, or beside the others; the days that were reckoned for its
/// year become rows with it.
pub(crate) fn write(
    rows: &Rows<DayOff>,
    old: Option<NaiveDate>,
    new: &Special,
    ids: &Ids,
) -> Vec<Change> {
    let mut changes = settle(rows, old, ids);
    changes.extend(settle(rows, Some(new.day), ids).into_iter().filter(|_| {
        // One year is written once.
        old.is_none_or(|old| old.year() != new.day.year())
    }));
    let row = DayOff {
        id: ids.next(),
        day: new.day,
        works: new.works,
        name: new.name.clone(),
    };
    match old.and_then(|old| rows.iter().find(|row| row.day == old)) {
        Some(known) => changes.push(Change::edit(known, |known| {
            let id = known.id;
            *known = DayOff { id, ..row };
        })),
        None => changes.push(Change::insert(row)),
    }
    changes
}

/// Returns the changes that take a day out of the days off.
pub(crate) fn remove(rows: &Rows<DayOff>, day: NaiveDate, ids: &Ids) -> Vec<Change> {
    match rows.iter().find(|row| row.day == day) {
        Some(row) => vec![Change::delete(row)],
        None => settle(rows, Some(day), ids),
    }
}

/// Returns the changes that make rows of the days that are reckoned for the year of a day, without that day.
fn settle(rows: &Rows<DayOff>, day: Option<NaiveDate>, ids: &Ids) -> Vec<Change> {
    let Some(day) = day.filter(|day| !has_year(rows, day.year())) else {
        return Vec::new();
    };
    let others = reckoned(day.year()).into_iter();
    let rows = others.filter(|one| one.day != day).map(|one| DayOff {
        id: ids.next(),
        day: one.day,
        works: one.works,
        name: one.name,
    });
    rows.map(Change::insert).collect()
}
