//! Days that are named themselves: `30/9`, `ngày 20 tháng 8 năm 2023`, `mùng 5`, `thứ 6 tuần sau`, `mai`.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::periods::{self, Which, year_of};
use super::{Named, Opening};
use crate::text::dates::{DateProblem, parse_date};

/// Reads `thứ 6`, `chủ nhật`, `thứ hai tuần sau`, `hôm nay`, `mai`.
pub(super) fn weekday(opening: &Opening, from: NaiveDate) -> Option<Named> {
    let words = opening.rest;
    let wanted = match words {
        ["hom", "nay"] | ["nay"] | ["cuoi", "ngay"] => return Some(Named::Day(from)),
        ["ngay"] if opening.is_open => return Some(Named::Day(from)),
        ["mai"] | ["hom", "mai"] => return from.succ_opt().map(Named::Day),
        ["kia" | "mốt"] => return from.checked_add_days(Days::new(2)).map(Named::Day),
        // Without its accent it is a number, unless a day was named: «ngày mốt».
        ["mot"] if opening.is_day => return from.checked_add_days(Days::new(2)).map(Named::Day),
        ["thu", "2" | "hai", ..] | ["t2", ..] => Weekday::Mon,
        ["thu", "3" | "ba", ..] | ["t3", ..] => Weekday::Tue,
        ["thu", "4" | "tu", ..] | ["t4", ..] => Weekday::Wed,
        ["thu", "5" | "nam", ..] | ["t5", ..] => Weekday::Thu,
        ["thu", "6" | "sau" | "sáu", ..] | ["t6", ..] => Weekday::Fri,
        ["thu", "7" | "bay", ..] | ["t7", ..] => Weekday::Sat,
        ["chu", "nhat", ..] | ["cn", ..] => Weekday::Sun,
        _ => return None,
    };
    let next = (1..=7)
        .filter_map(|days| from.checked_add_days(Days::new(days)))
        .find(|day| day.weekday() == wanted)?;
    let short = words
        .first()
        .is_some_and(|word| *word != "thu" && *word != "chu");
    match words.get(if short { 1 } else { 2 }..)? {
        ["tuan", "nay"] if from.weekday() == wanted => Some(Named::Day(from)),
        ["tuan", "nay"] if next.iso_week() != from.iso_week() => None,
        // The week after this one, whichever day of this one it is.
        ["tuan", "sau" | "toi"] if next.iso_week() == from.iso_week() => {
            next.checked_add_days(Days::new(7)).map(Named::Day)
        }
        [] | ["nay" | "toi"] | ["tuan", "nay" | "sau" | "toi"] => Some(Named::Day(next)),
        _ => None,
    }
}

/// Reads a date as it is written or read aloud, and `+7`.
pub(super) fn date(opening: &Opening, from: NaiveDate) -> Result<Named, DateProblem> {
    let words = match opening.rest {
        ["mung" | "mong", rest @ ..] | rest => rest,
    };
    let is_day = opening.is_day || words.len() < opening.rest.len();
    if let [day, "thang", month @ ..] = words
        && is_number(day)
        && let Some(found) = of_month(day, month, from)
    {
        return found.map(Named::Day);
    }
    let written = match words {
        [day] if is_number(day) && is_day => return day_of_month(day, from),
        [day, "thang", month] => format!("{day}/{month}"),
        [date, "toi" | "nay"] => (*date).to_owned(),
        [date, "nam", year] => format!("{date}/{}", year_named(year, from)?),
        [one] => (*one).to_owned(),
        _ => return Err(DateProblem::NotADate),
    };
    if let Ok(day) = NaiveDate::parse_from_str(&written, "%Y-%m-%d")
        && written.find('-') == Some(4)
    {
        return Ok(Named::Day(day));
    }
    let day = parse_date(&written, from)?;
    Ok(if written.starts_with('+') {
        Named::Span(day)
    } else {
        Named::Day(day)
    })
}

/// Returns the day of a month that is named as a period is: `tháng 8`, `tháng tám năm sau`, `tháng này`.
fn of_month(day: &str, month: &[&str], from: NaiveDate) -> Option<Result<NaiveDate, DateProblem>> {
    let written = match periods::which_month(month)? {
        Which::After(months) => {
            let month = from.checked_add_months(chrono::Months::new(months))?;
            format!("{day}/{}/{}", month.month(), month.year())
        }
        Which::Numbered(month, Some(year)) => format!("{day}/{month}/{}", year.number(from)),
        Which::Numbered(month, None) => format!("{day}/{month}"),
        Which::Bare => return None,
    };
    Some(parse_date(&written, from))
}

/// Returns the next day of this number: on the 11th, `ngày 20` is of this month and `ngày 5` of the next.
fn day_of_month(day: &str, from: NaiveDate) -> Result<Named, DateProblem> {
    let day: u32 = day.parse().map_err(|_| DateProblem::NotADate)?;
    let first = from.with_day(1).unwrap_or(from);
    let months = (0..12).filter_map(|months| first.checked_add_months(chrono::Months::new(months)));
    let mut days = months.filter_map(|month| month.with_day(day));
    let day = days.find(|day| *day >= from);
    day.map(Named::Day).ok_or(DateProblem::NotInCalendar)
}

/// Reads a year: `2024`, `nay`, `sau`.
fn year_named(typed: &str, from: NaiveDate) -> Result<i32, DateProblem> {
    match typed {
        "nay" => Ok(from.year()),
        "sau" | "toi" => Ok(from.year() + 1),
        year => year_of(year).ok_or(DateProblem::NotADate),
    }
}

/// Says whether only digits and their signs were typed: such a day needs no words beside it.
pub(super) fn is_plain(typed: &str) -> bool {
    let folded = crate::text::fold::fold(typed);
    let unit = |word: &str| matches!(word, "ngay" | "thang" | "tuan" | "nam");
    let is_digits = |word: &str| {
        word.chars()
            .all(|c| c.is_ascii_digit() || "/-.+".contains(c))
    };
    let mut words = folded.split_whitespace();
    // In «tháng năm 2025» the month is a word.
    let all: Vec<&str> = words.clone().collect();
    let is_worded = all
        .windows(2)
        .any(|pair| pair.iter().all(|word| unit(word)));
    let is_dated = folded.contains(|c: char| c.is_ascii_digit());
    // «10 ngày» is a span that was said, «ngày 20 tháng 8» is a date, and so is «+2 tuần» typed to be counted.
    let is_date = words.clone().all(|word| is_digits(word) || unit(word));
    let first = words.next().unwrap_or_default();
    let is_span = !folded.starts_with("ngay")
        && !folded.starts_with('+')
        && folded.split_whitespace().nth(1).is_some_and(unit)
        && folded.split_whitespace().count() == 2;
    let is_period = unit(first) && first != "ngay";
    is_dated && is_date && !is_span && !is_period && !is_worded
}

/// Returns the words behind a time of the day: `17h`, `16:30`, `17 giờ`, `8 giờ 30 phút`.
pub(super) fn behind_hour<'a>(words: &'a [&'a str]) -> Option<&'a [&'a str]> {
    match words {
        [hour, rest @ ..] if is_hour(hour) => Some(rest),
        [hour, "gio", minutes, "phut", rest @ ..] if is_number(hour) && is_number(minutes) => {
            Some(rest)
        }
        // «48 giờ tới» is a span.
        [_, "gio", "toi" | "nua" | "sau" | "ke" | "tu" | "từ", ..] => None,
        [hour, "gio", rest @ ..] if is_number(hour) => {
            let minutes = rest.first().filter(|_| rest.len() > 1);
            let has_minutes = minutes.is_some_and(|minutes| is_number(minutes));
            rest.get(usize::from(has_minutes)..)
        }
        _ => None,
    }
}

/// Says whether a word is a number.
fn is_number(word: &str) -> bool {
    !word.is_empty() && word.len() <= 4 && word.chars().all(|c| c.is_ascii_digit())
}

/// Says whether a word is a time of the day: `17h`, `8h30`, `16:30`.
fn is_hour(word: &str) -> bool {
    let parts = word.split_once(['h', 'g', ':']);
    parts.is_some_and(|(hours, minutes)| {
        is_number(hours) && (minutes.is_empty() || is_number(minutes)) && hours.len() <= 2
    })
}
