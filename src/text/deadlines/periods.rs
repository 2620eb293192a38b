//! Periods and their parts: `cuối tuần`, `tháng 9`, `giữa tháng sau`, `quý III`, `6 tháng cuối năm`, `đầu năm 2024`.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{Named, Opening};

/// A part of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// All of it, which ends where it ends.
    Whole,
    Begin,
    Middle,
    End,
}

/// A period of the calendar.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Week,
    Month,
    Quarter,
    Year,
    /// So many months from the beginning of a year.
    Months(u32),
}

/// Reads the deadline that a period sets.
///
/// The beginning of a month is over on the 10th and its middle on the 15th; the beginning of a quarter is its first month,
/// its middle the 15th of the second; the beginning of a year is January, its middle June; of a week the days are Monday,
/// Wednesday and Friday.
pub(super) fn period(opening: &Opening, from: NaiveDate) -> Option<Named> {
    let (part, rest) = part(opening.rest);
    let is_named = part != Part::Whole || opening.is_open;
    let (kind, which) = kind(rest)?;
    // A quarter without its number is named as its end, and so is a month.
    if which == Which::Bare && !is_named {
        return None;
    }
    let starts = starts(kind, which, from)?;
    let ends = |start: NaiveDate| -> Option<(NaiveDate, NaiveDate)> {
        let last = last_day(kind, part, start)?;
        if opening.is_before && !opening.is_open && part == Part::Whole {
            let before = start.pred_opt()?;
            return Some((before.with_day(1)?, before));
        }
        Some((start, last))
    };
    let found = starts.filter_map(ends).take(3).collect::<Vec<_>>();
    // Without a year or with neither number it is the first that is not over.
    let coming = found.iter().find(|(_, last)| *last >= from);
    let (first, last) = coming.or(found.first())?;
    Some(Named::End(*first, *last))
}

/// Takes the part of a period away.
fn part<'a>(words: &'a [&'a str]) -> (Part, &'a [&'a str]) {
    match words {
        ["dau", rest @ ..] | ["thuong", "tuan", rest @ ..] => (Part::Begin, rest),
        ["giua", rest @ ..] => (Part::Middle, rest),
        ["cuoi", "cung", "cua", rest @ ..] | ["cuoi", rest @ ..] => (Part::End, rest),
        rest => (Part::Whole, rest),
    }
}

/// Which of the periods of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    /// None is named: the one that runs.
    Bare,
    /// So many after the one that runs.
    After(u32),
    /// The one of this number, in this year if one was named.
    Numbered(u32, Option<Year>),
}

/// A year as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Year {
    Of(i32),
    After(i32),
}

impl Year {
    fn number(self, from: NaiveDate) -> i32 {
        match self {
            Self::Of(year) => year,
            Self::After(years) => from.year() + years,
        }
    }
}

fn kind(words: &[&str]) -> Option<(Kind, Which)> {
    let which = |rest: &[&str]| match rest {
        [] => Some(Which::Bare),
        ["nay"] => Some(Which::After(0)),
        ["sau" | "toi"] => Some(Which::After(1)),
        _ => None,
    };
    match words {
        ["tuan", rest @ ..] => Some((Kind::Week, which(rest)?)),
        ["thang", rest @ ..] => {
            let which = which(rest).or_else(|| numbered(rest, 12))?;
            Some((Kind::Month, which))
        }
        ["quy", rest @ ..] => {
            let which = which(rest).or_else(|| numbered(rest, 4))?;
            Some((Kind::Quarter, which))
        }
        ["nam", rest @ ..] => {
            let year = || match rest {
                [year] => year_of(year).map(|year| Which::Numbered(1, Some(Year::Of(year)))),
                _ => None,
            };
            Some((Kind::Year, which(rest).or_else(year)?))
        }
        [months, "thang", half @ ("dau" | "cuoi"), "nam", rest @ ..] => {
            let months: u32 = months
                .parse()
                .ok()
                .filter(|months| (1..12).contains(months))?;
            let year = match rest {
                [] => None,
                rest => Some(year(rest)?),
            };
            let months = if *half == "dau" { months } else { 12 };
            Some((Kind::Months(months), Which::Numbered(1, year)))
        }
        _ => None,
    }
}

/// Reads a number, as digits or Roman, and perhaps a year behind it: `iii`, `8/2024`, `3 nam 2024`.
fn numbered(words: &[&str], most: u32) -> Option<Which> {
    let (number, year) = match words {
        [one] => match one.split_once('/') {
            Some((number, typed)) => (number, Some(year(&[typed])?)),
            None => (*one, None),
        },
        [number, "nam", rest @ ..] => (*number, Some(year(rest)?)),
        [number, "toi"] => (*number, None),
        [_, "sau"] => return None,
        [number, typed] => (*number, Some(year(&[typed])?)),
        _ => return None,
    };
    let number = match number {
        "i" | "mot" | "gieng" => 1,
        "ii" | "hai" => 2,
        "iii" | "ba" => 3,
        "iv" | "bon" | "tu" => 4,
        "chap" => 12,
        digits => digits.parse().ok()?,
    };
    (1..=most)
        .contains(&number)
        .then_some(Which::Numbered(number, year))
}

fn year(words: &[&str]) -> Option<Year> {
    match words {
        ["nay"] => Some(Year::After(0)),
        ["sau" | "toi"] => Some(Year::After(1)),
        ["nam", rest @ ..] => year(rest),
        [year] => year_of(year).map(Year::Of),
        _ => None,
    }
}

/// Reads a year in full.
pub(super) fn year_of(typed: &str) -> Option<i32> {
    let year = typed.parse().ok()?;
    (1900..=9999).contains(&year).then_some(year)
}

/// Returns the first days of the periods that may be meant, the nearest first.
fn starts(kind: Kind, which: Which, from: NaiveDate) -> Option<impl Iterator<Item = NaiveDate>> {
    let months = match kind {
        Kind::Week => 0,
        Kind::Month => 1,
        Kind::Quarter => 3,
        Kind::Year | Kind::Months(_) => 12,
    };
    let later = move |start: NaiveDate, periods: u32| match kind {
        Kind::Week => start.checked_add_days(Days::new(u64::from(periods) * 7)),
        Kind::Month | Kind::Quarter | Kind::Year | Kind::Months(_) => {
            start.checked_add_months(Months::new(periods * months))
        }
    };
    let running = match kind {
        Kind::Week => week(from)?,
        Kind::Month => from.with_day(1)?,
        Kind::Quarter => NaiveDate::from_ymd_opt(from.year(), (from.month0() / 3) * 3 + 1, 1)?,
        Kind::Year | Kind::Months(_) => NaiveDate::from_ymd_opt(from.year(), 1, 1)?,
    };
    let (first, step, count) = match which {
        Which::Bare => (running, 1, 3),
        Which::After(periods) => (later(running, periods)?, 1, 1),
        Which::Numbered(number, year) => {
            let of = year.map_or(from.year(), |year| year.number(from));
            let month = (number - 1) * months + 1;
            let first = NaiveDate::from_ymd_opt(of, month, 1)?;
            let periods = 12 / months.max(1);
            (first, periods, if year.is_some() { 1 } else { 3 })
        }
    };
    Some((0..count).filter_map(move |time: u32| later(first, time * step)))
}

/// Returns the Monday of a week; from Saturday on it is the coming one that is worked in.
fn week(day: NaiveDate) -> Option<NaiveDate> {
    let behind = day.weekday().num_days_from_monday();
    let monday = day.checked_sub_days(Days::new(behind.into()))?;
    if behind > 4 {
        monday.checked_add_days(Days::new(7))
    } else {
        Some(monday)
    }
}

/// Returns the last day of a part of the period that begins on a day.
fn last_day(kind: Kind, part: Part, start: NaiveDate) -> Option<NaiveDate> {
    let after = |days: u64| start.checked_add_days(Days::new(days));
    let end = |months: u32| start.checked_add_months(Months::new(months))?.pred_opt();
    match (kind, part) {
        (Kind::Week, Part::Begin) => Some(start),
        (Kind::Week, Part::Middle) => after(2),
        (Kind::Week, Part::Whole | Part::End) => after(4),
        (Kind::Month, Part::Begin) => after(9),
        (Kind::Month, Part::Middle) => after(14),
        (Kind::Month, Part::Whole | Part::End) | (Kind::Quarter | Kind::Year, Part::Begin) => {
            end(1)
        }
        (Kind::Quarter, Part::Middle) => start.checked_add_months(Months::new(1))?.with_day(15),
        (Kind::Quarter, Part::Whole | Part::End) => end(3),
        (Kind::Year, Part::Middle) => end(6),
        (Kind::Year, Part::Whole | Part::End) => end(12),
        (Kind::Months(months), _) => end(months),
    }
}
