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
        // On the weekend only the weekend is left of «tuần này».
        let is_ending = matches!((kind, which), (Kind::Week, Which::After(0))) && last < from;
        let last = if is_ending {
            start.checked_add_days(Days::new(6))?
        } else {
            last
        };
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
pub(super) enum Which {
    /// None is named: the one that runs.
    Bare,
    /// So many after the one that runs.
    After(u32),
    /// The one of this number, in this year if one was named.
    Numbered(u32, Option<Year>),
}

/// A year as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    Of(i32),
    After(i32),
}

impl Year {
    pub(super) fn number(self, from: NaiveDate) -> i32 {
        match self {
            Self::Of(year) => year,
            Self::After(years) => from.year() + years,
        }
    }
}

/// Reads which period of a kind is meant by its place after the one that runs.
fn which(rest: &[&str]) -> Option<Which> {
    match rest {
        [] => Some(Which::Bare),
        ["nay"] => Some(Which::After(0)),
        ["sau" | "toi"] => Some(Which::After(1)),
        _ => None,
    }
}

/// Reads which month is named behind `tháng`; `sau` without an accent is the next one, and `sáu` is June.
pub(super) fn which_month(rest: &[&str]) -> Option<Which> {
    which(rest).or_else(|| numbered(rest, 12))
}

fn kind(words: &[&str]) -> Option<(Kind, Which)> {
    match words {
        // «sang tuần», «sang năm» is the next one.
        ["sang", "tuan"] => Some((Kind::Week, Which::After(1))),
        ["sang", "thang"] => Some((Kind::Month, Which::After(1))),
        ["sang", "quy"] => Some((Kind::Quarter, Which::After(1))),
        ["sang", "nam"] => Some((Kind::Year, Which::After(1))),
        ["tuan", rest @ ..] => Some((Kind::Week, which(rest)?)),
        ["thang", rest @ ..] => Some((Kind::Month, which_month(rest)?)),
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
            let spelled = || month_named(&[months]).or((*months == "sau").then_some(6));
            let months = months.parse().ok().or_else(spelled);
            let months = months.filter(|months| (1..12).contains(months))?;
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

/// Reads a number, as digits, words or Roman, and perhaps a year behind it: `iii`, `8/2024`, `ba nam 2024`, `muoi hai`.
fn numbered(words: &[&str], most: u32) -> Option<Which> {
    let (number, year) = match words {
        [one] if one.contains('/') => {
            let (number, typed) = one.split_once('/')?;
            (number_named(&[number])?, Some(year(&[typed])?))
        }
        // Without its accent «tháng sáu năm 2024» can be nothing else.
        ["sau", rest @ ..] => (6, Some(year(rest)?)),
        [number @ .., "nam", typed] if !number.is_empty() && year(&[typed]).is_some() => {
            (number_named(number)?, Some(year(&[typed])?))
        }
        [number @ .., typed] if !number.is_empty() && year_of(typed).is_some() => {
            (number_named(number)?, Some(year(&[typed])?))
        }
        [number @ .., "toi" | "nay"] | number => (number_named(number)?, None),
    };
    (1..=most)
        .contains(&number)
        .then_some(Which::Numbered(number, year))
}

/// Reads a number of a month or a quarter.
fn number_named(words: &[&str]) -> Option<u32> {
    let by_sign = match words {
        ["i"] => Some(1),
        ["ii"] => Some(2),
        ["iii"] => Some(3),
        ["iv"] => Some(4),
        [digits] => digits.parse().ok(),
        _ => None,
    };
    by_sign.or_else(|| month_named(words))
}

/// Reads a month that is spelled out.
pub(super) fn month_named(words: &[&str]) -> Option<u32> {
    Some(match words {
        // «Giêng» and «chạp» are months of the moon.
        ["mot"] => 1,
        ["hai"] => 2,
        ["ba"] => 3,
        ["tu" | "bon"] => 4,
        ["nam"] => 5,
        ["sáu"] => 6,
        ["bay"] => 7,
        ["tam"] => 8,
        ["chin"] => 9,
        ["muoi"] => 10,
        ["muoi", "mot"] => 11,
        ["muoi", "hai"] => 12,
        _ => return None,
    })
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
        Kind::Week => week(from, which)?,
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

/// Returns the Monday of the week that runs. On a Saturday or Sunday a week without more words is the coming one, that is
/// worked in; «tuần này» is still the one that ends, and «tuần sau» the coming one.
fn week(day: NaiveDate, which: Which) -> Option<NaiveDate> {
    let behind = day.weekday().num_days_from_monday();
    let monday = day.checked_sub_days(Days::new(behind.into()))?;
    if behind > 4 && which == Which::Bare {
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
