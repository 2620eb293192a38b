//! Dates, times, spans and counts as Party documents and a busy screen write them (`guide/domain.md` §1.5).

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, TimeDelta, Timelike};

/// A moment of local time, with the offset that was in force.
pub type Instant = DateTime<FixedOffset>;

/// Returns a count as documents write it: one digit gets a zero against forgery, `06` but `34`; thousands
/// are parted by dots, `1.234` (`guide/domain.md` §1.5).
pub fn count(n: usize) -> String {
    if n < 10 {
        format!("{n:02}")
    } else {
        parted(n, '.')
    }
}

/// Returns a count with a mark between its thousands.
pub(crate) fn parted(n: usize, mark: char) -> String {
    match (n / 1000, n % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{}{mark}{rest:03}", parted(thousands, mark)),
    }
}

/// Returns a share as documents write it: `85,3%`, a whole one without its comma, `60%`; of nothing there is none.
pub fn percent(part: usize, whole: usize) -> Option<String> {
    let tenths = (part * 1000 + whole / 2).checked_div(whole)?;
    Some(match tenths % 10 {
        0 => format!("{}%", tenths / 10),
        tenth => format!("{},{tenth}%", tenths / 10),
    })
}

/// Returns a date in full: `ngày 05 tháng 02 năm 2026`, `ngày 27 tháng 5 năm 2026`.
pub fn long_date(date: NaiveDate) -> String {
    let (day, month) = day_and_month(date);
    format!("ngày {day} tháng {month} năm {}", date.year())
}

/// Returns a date in short: `03/4/2018`, `09/01/2026`, `27/5/2026`.
pub fn short_date(date: NaiveDate) -> String {
    let (day, month) = day_and_month(date);
    format!("{day}/{month}/{}", date.year())
}

/// Returns a time as minutes of meetings write it: `08 giờ 05 phút`.
pub(crate) fn long_time(at: Instant) -> String {
    format!("{:02} giờ {:02} phút", at.hour(), at.minute())
}

/// Returns a time as a heading writes it: `08 giờ 05`.
pub(crate) fn hour(at: Instant) -> String {
    format!("{:02} giờ {:02}", at.hour(), at.minute())
}

/// Returns a time as a table of a paper writes it: `8h05` (`guide/domain.md` §1.5).
pub(crate) fn clock(at: Instant) -> String {
    format!("{}h{:02}", at.hour(), at.minute())
}

/// Returns a time of the day for the screen: `08:05`.
pub(crate) fn time(at: Instant) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// Returns a time of the day with its seconds: `08:05:09`.
pub(crate) fn full_time(at: Instant) -> String {
    format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())
}

/// Returns a span as minutes and seconds, `03:12`, or hours too, `1:03:12`; never below zero.
pub(crate) fn span(span: TimeDelta) -> String {
    let seconds = span.num_seconds().max(0);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes:02}:{seconds:02}")
    }
}

/// An error in a typed date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// It is not written as a date.
    NotADate,
    /// It is written as a date that no calendar has, such as 31/2.
    NotInCalendar,
}

/// Reads `30/9`, `30/9/2023`, `30-9` or `+7` (days after `from`); without a year, the first such day from `from` on.
pub fn parse_date(typed: &str, from: NaiveDate) -> Result<NaiveDate, DateProblem> {
    let typed = typed.trim();
    if let Some(days) = typed.strip_prefix('+') {
        let days: u64 = days.parse().map_err(|_| DateProblem::NotADate)?;
        return if days > 3660 {
            None
        } else {
            from.checked_add_days(Days::new(days))
        }
        .ok_or(DateProblem::NotInCalendar);
    }
    let parts: Vec<&str> = typed.split(['/', '-', '.']).collect();
    let numbers: Vec<u32> = parts
        .iter()
        .map(|part| {
            if part.len() <= 4 {
                part.parse().ok()
            } else {
                None
            }
        })
        .collect::<Option<_>>()
        .ok_or(DateProblem::NotADate)?;
    match numbers[..] {
        [day, month] => next_day(day, month, from),
        [day, month, year @ 0..=99] if parts.last().is_some_and(|year| year.len() == 2) => {
            NaiveDate::from_ymd_opt(2000 + year.cast_signed(), month, day)
                .ok_or(DateProblem::NotInCalendar)
        }
        [day, month, year] if (1900..=9999).contains(&year) => {
            NaiveDate::from_ymd_opt(year.cast_signed(), month, day)
                .ok_or(DateProblem::NotInCalendar)
        }
        _ => Err(DateProblem::NotADate),
    }
}

/// Reads a day that may be past: as [`parse_date`], but without a year the nearest such day, before or after
/// `today`; `3/2022` and `2022-03-04` are read too, a month being its first day.
pub fn parse_near_date(typed: &str, today: NaiveDate) -> Result<NaiveDate, DateProblem> {
    let typed = typed.trim();
    if let Ok(day) = NaiveDate::parse_from_str(typed, "%Y-%m-%d") {
        return Ok(day);
    }
    match typed.split_once(['/', '-', '.']) {
        Some((month, year)) if year.len() == 4 && year.parse::<i32>().is_ok() => {
            parse_date(&format!("01/{month}/{year}"), today)
        }
        Some((day, month)) if !month.contains(['/', '-', '.']) => {
            let next = parse_date(&format!("{day}/{month}"), today)?;
            let before = (1..9).find_map(|years| next.with_year(next.year() - years));
            let distance = |day: NaiveDate| (day - today).num_days().abs();
            Ok(before
                .filter(|before| distance(*before) < distance(next))
                .unwrap_or(next))
        }
        Some(_) | None => parse_date(typed, today),
    }
}

/// Reads a time of the day such as `8:00`, `08h30`, `0740`, `8` or `8:00:05`.
pub fn parse_time(typed: &str) -> Option<chrono::NaiveTime> {
    let typed = typed.trim().to_lowercase();
    let digits_only = typed.len() >= 3 && typed.chars().all(|c| c.is_ascii_digit());
    let (hours, minutes) = if digits_only {
        typed.split_at_checked(typed.len() - 2)?
    } else {
        typed.split_once([':', 'h', 'g']).unwrap_or((&typed, "0"))
    };
    let (minutes, seconds) = minutes.split_once(':').unwrap_or((minutes, "0"));
    let minutes = if minutes.is_empty() {
        0
    } else {
        minutes.parse().ok()?
    };
    chrono::NaiveTime::from_hms_opt(hours.trim().parse().ok()?, minutes, seconds.parse().ok()?)
}

/// Reads a time of a day, alone or with a date behind it: `8:31`, `15:00 10/7/2023`; alone it is on `day`.
pub fn parse_moment(typed: &str, day: NaiveDate) -> Result<chrono::NaiveDateTime, DateProblem> {
    let typed = typed.trim();
    let (clock, date) = typed.split_once(' ').unwrap_or((typed, ""));
    let at = parse_time(clock).ok_or(DateProblem::NotADate)?;
    let date = match date.trim() {
        "" => day,
        date => parse_near_date(date, day)?,
    };
    Ok(date.and_time(at))
}

/// Returns the first day from `from` on that has this day and month; leap days may be four years away.
fn next_day(day: u32, month: u32, from: NaiveDate) -> Result<NaiveDate, DateProblem> {
    (from.year()..from.year() + 9)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| *date >= from)
        .ok_or(DateProblem::NotInCalendar)
}

/// Returns day and month with the zeros that documents demand: days below 10, months 1 and 2.
fn day_and_month(date: NaiveDate) -> (String, String) {
    let month = match date.month() {
        month @ 1..=2 => format!("{month:02}"),
        month => month.to_string(),
    };
    (format!("{:02}", date.day()), month)
}
