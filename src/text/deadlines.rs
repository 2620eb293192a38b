//! Deadlines as a chair says them: `30/9`, `thứ 6`, `+7`, `cuối tháng`, `quý III` (`guide/domain.md` §5.4).

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::dates::{DateProblem, parse_date};
use super::fold::fold;

/// Words that a deadline takes at most: `hết quý III năm 2023`.
pub(crate) const MOST_WORDS: usize = 6;

/// A deadline that was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Deadline {
    /// The day that was named.
    pub(crate) named: NaiveDate,
    /// The day that counts: a computed day on a weekend is taken as the Monday after it; one that was said stays.
    pub(crate) day: NaiveDate,
}

impl Deadline {
    /// Says whether the day that counts is not the one that was named.
    pub(crate) fn is_moved(self) -> bool {
        self.named != self.day
    }

    fn said(day: NaiveDate) -> Self {
        Self { named: day, day }
    }

    fn computed(day: NaiveDate) -> Self {
        Self {
            named: day,
            day: working_day(day),
        }
    }
}

/// Says whether nobody works on a day.
pub(crate) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Returns the day, or the Monday after it if it is on a weekend (`guide/domain.md` §5.4).
pub(crate) fn working_day(day: NaiveDate) -> NaiveDate {
    let wait = match day.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => 0,
    };
    day.checked_add_days(Days::new(wait)).unwrap_or(day)
}

/// Reads a deadline as said on the day `from`; without a year it is the next such day.
pub(crate) fn parse_deadline(typed: &str, from: NaiveDate) -> Result<Deadline, DateProblem> {
    let folded = fold(typed.trim());
    let words: Vec<&str> = folded.split_whitespace().collect();
    if let Some(day) = weekday(&words, from) {
        return Ok(Deadline::said(day));
    }
    if let Some(day) = spoken(&words, from) {
        return Ok(Deadline::computed(day));
    }
    if let [date, "nam", year] = words[..]
        && year_of(year).is_some()
    {
        return parse_date(&format!("{date}/{year}"), from).map(Deadline::said);
    }
    let day = parse_date(typed, from)?;
    Ok(if typed.trim().starts_with('+') {
        Deadline::computed(day)
    } else {
        Deadline::said(day)
    })
}

/// Reads `thứ 6`, `chủ nhật`, `thứ hai tuần sau`, `hôm nay`, `mai`.
fn weekday(words: &[&str], from: NaiveDate) -> Option<NaiveDate> {
    let wanted = match words {
        ["hom", "nay"] => return Some(from),
        ["mai"] | ["ngay", "mai"] => return from.succ_opt(),
        ["thu", "2" | "hai", ..] => Weekday::Mon,
        ["thu", "3" | "ba", ..] => Weekday::Tue,
        ["thu", "4" | "tu", ..] => Weekday::Wed,
        ["thu", "5" | "nam", ..] => Weekday::Thu,
        ["thu", "6" | "sau", ..] => Weekday::Fri,
        ["thu", "7" | "bay", ..] => Weekday::Sat,
        ["chu", "nhat", ..] => Weekday::Sun,
        _ => return None,
    };
    let next = (1..=7)
        .filter_map(|days| from.checked_add_days(Days::new(days)))
        .find(|day| day.weekday() == wanted)?;
    match words.get(2..)? {
        ["tuan", "nay"] if next.iso_week() != from.iso_week() => None,
        // The week after this one, whichever day of this one it is.
        ["tuan", "sau"] if next.iso_week() == from.iso_week() => {
            next.checked_add_days(Days::new(7))
        }
        [] | ["tuan", "nay" | "sau"] => Some(next),
        _ => None,
    }
}

/// Reads deadlines that are computed: ends of weeks, months, quarters and years, and spans from now.
fn spoken(words: &[&str], from: NaiveDate) -> Option<NaiveDate> {
    let words = match words {
        ["cuoi" | "het" | "trong", rest @ ..] => rest,
        // A quarter without its number is named as its end, and so is a month.
        ["quy" | "thang"] => return None,
        ["quy" | "thang" | "6" | "06", ..] | ["tuan", "sau"] => words,
        [span, rest @ ..] if span.starts_with('+') => return later(span, rest, from),
        _ => return None,
    };
    match words {
        ["tuan"] | ["tuan", "nay"] => end_of_week(from),
        ["tuan", "sau"] => end_of_week(from.checked_add_days(Days::new(7))?),
        ["thang"] | ["thang", "nay"] => end_of_month(from.year(), from.month()),
        ["thang", "sau"] => {
            let next = from.checked_add_months(Months::new(1))?;
            end_of_month(next.year(), next.month())
        }
        ["thang", rest @ ..] => {
            let (month, year) = numbered(rest)?;
            coming(year, from, |year| end_of_month(year, month))
        }
        ["quy"] | ["quy", "nay"] => quarter(from.year(), from.month().div_ceil(3)),
        ["quy", "sau"] => {
            let next = from.checked_add_months(Months::new(3))?;
            quarter(next.year(), next.month().div_ceil(3))
        }
        ["quy", rest @ ..] => {
            let (number, year) = numbered(rest)?;
            coming(year, from, |year| quarter(year, number))
        }
        ["nam", "sau"] => NaiveDate::from_ymd_opt(from.year() + 1, 12, 31),
        ["nam"] | ["nam", "nay"] | ["6" | "06", "thang", "cuoi", "nam"] => {
            NaiveDate::from_ymd_opt(from.year(), 12, 31)
        }
        ["6" | "06", "thang", "dau", "nam"] => {
            coming(None, from, |year| NaiveDate::from_ymd_opt(year, 6, 30))
        }
        ["nam", year] | ["6" | "06", "thang", "cuoi", "nam", year] => {
            NaiveDate::from_ymd_opt(year_of(year)?, 12, 31)
        }
        ["6" | "06", "thang", "dau", "nam", year] => NaiveDate::from_ymd_opt(year_of(year)?, 6, 30),
        _ => None,
    }
}

/// Reads `+2 tuần` and `+1 tháng`; days alone are read as dates are.
fn later(span: &str, unit: &[&str], from: NaiveDate) -> Option<NaiveDate> {
    let count: u32 = span
        .get(1..)?
        .parse()
        .ok()
        .filter(|count| (1..=3660).contains(count))?;
    match unit {
        ["ngay"] => from.checked_add_days(Days::new(count.into())),
        ["tuan"] => from.checked_add_days(Days::new(u64::from(count) * 7)),
        ["thang"] => from.checked_add_months(Months::new(count)),
        ["nam"] => from.checked_add_months(Months::new(count * 12)),
        _ => None,
    }
}

/// Reads a number, as digits or Roman, and perhaps a year behind it: `iii`, `8/2024`, `3 nam 2024`.
fn numbered(words: &[&str]) -> Option<(u32, Option<i32>)> {
    let (number, year) = match words {
        [one] => match one.split_once('/') {
            Some((number, year)) => (number, Some(year)),
            None => (*one, None),
        },
        [number, year] | [number, "nam", year] => (*number, Some(*year)),
        _ => return None,
    };
    let number = match number {
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        digits => digits.parse().ok()?,
    };
    let year = match year {
        Some(year) => Some(year_of(year)?),
        None => None,
    };
    Some((number, year))
}

/// Reads a year in full.
fn year_of(typed: &str) -> Option<i32> {
    let year = typed.parse().ok()?;
    (1900..=9999).contains(&year).then_some(year)
}

/// Returns the day in the year that was said, or in the first year in which it is not over.
fn coming(
    year: Option<i32>,
    from: NaiveDate,
    day: impl Fn(i32) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    match year {
        Some(year) => day(year),
        None => day(from.year())
            .filter(|day| *day >= from)
            .or_else(|| day(from.year() + 1)),
    }
}

fn end_of_week(day: NaiveDate) -> Option<NaiveDate> {
    let to_friday = (4 - i64::from(day.weekday().num_days_from_monday())).rem_euclid(7);
    day.checked_add_days(Days::new(to_friday.unsigned_abs()))
}

fn end_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)?
        .checked_add_months(Months::new(1))?
        .pred_opt()
}

fn quarter(year: i32, number: u32) -> Option<NaiveDate> {
    (1..=4)
        .contains(&number)
        .then(|| end_of_month(year, number * 3))?
}
