//! The rhythm of the meetings: when the next one is held, and the period on which a meeting of a day reports.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use crate::meeting::days_off::is_off;
use crate::meeting::dossier::Rows;
use crate::meeting::rows::DayOff;
use crate::text::dates::Instant;
use crate::text::period::{Length, Period, periods};

/// The placeholder of the period in the texts of a template.
pub(crate) const PERIOD: &str = "{kỳ}";

/// The placeholder of the period that follows it: the tasks of the next month.
const NEXT: &str = "{kỳ tới}";

/// The day of a month up to which a meeting reports on the month before.
const MIDDLE: u32 = 15;

/// What the meetings report on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reports {
    /// The week that ends or has ended.
    Week,
    /// The week of the meeting itself.
    OwnWeek,
    /// The month; the first half of the year and the year where these are over.
    #[default]
    Month,
    /// The quarter; the first half of the year and the year where these are over.
    Quarter,
    /// The half year.
    Half,
    /// The year.
    Year,
}

impl Reports {
    /// Returns the days by which a meeting is moved at least when it becomes the one of another period: most of a step
    /// from one meeting to the next.
    pub(super) fn days(self) -> i64 {
        match self {
            Self::Week | Self::OwnWeek => 6,
            Self::Month => 25,
            Self::Quarter => 75,
            Self::Half => 150,
            Self::Year => 300,
        }
    }
}

/// The time from one meeting to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Days(u64),
    Months(u32),
}

impl Step {
    /// Returns the day that is so many steps after another.
    fn after(self, day: NaiveDate, steps: u32) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => day.checked_add_days(Days::new(days * u64::from(steps))),
            Self::Months(months) => day.checked_add_months(Months::new(months * steps)),
        }
    }

    fn reports(self) -> Reports {
        match self {
            Self::Days(_) => Reports::Week,
            Self::Months(..3) => Reports::Month,
            Self::Months(3..5) => Reports::Quarter,
            Self::Months(5..9) => Reports::Half,
            Self::Months(9..) => Reports::Year,
        }
    }
}

/// Returns the step between the last meetings, the latest first: the middle one of the gaps between them.
pub(crate) fn step(days: &[NaiveDate]) -> Option<Step> {
    let pairs = days.iter().zip(days.iter().skip(1));
    let gaps = pairs.map(|(later, earlier)| (*later - *earlier).num_days());
    // Two meetings within a few days are one rhythm's meeting and another one besides.
    let mut gaps: Vec<i64> = gaps.filter(|gap| *gap > 4).take(3).collect();
    gaps.sort_unstable();
    let gap = *gaps.get(gaps.len().checked_sub(1)? / 2)?;
    Some(match gap {
        ..=10 => Step::Days(7),
        11..=18 => Step::Days(14),
        19..=24 => Step::Days(21),
        _ => Step::Months(u32::try_from((gap * 10 + 152) / 304).unwrap_or(1).max(1)),
    })
}

/// Returns the step that a title tells, where there is no other meeting to compare with.
fn told(title: &str) -> Step {
    match periods(title).first().map(|period| period.length) {
        Some(Length::Week(_)) => Step::Days(7),
        Some(Length::Quarter(_)) => Step::Months(3),
        Some(Length::Month(_) | Length::From(_) | Length::Year) | None => Step::Months(1),
    }
}

/// Returns what the next meeting reports on, by the title of the last one and the step between the last ones.
pub(crate) fn reports(title: &str, held: NaiveDate, days: &[NaiveDate]) -> Reports {
    let by_step = step(days).map(Step::reports);
    let mut named = periods(title).into_iter();
    match named
        .find(|period| is_reported(period, held))
        .map(|period| period.length)
    {
        Some(Length::Week(number)) if number == held.iso_week().week() => Reports::OwnWeek,
        Some(Length::Week(_)) => Reports::Week,
        Some(Length::Quarter(_)) => Reports::Quarter,
        Some(Length::Month(_)) => Reports::Month,
        Some(Length::From(_) | Length::Year) | None => by_step.unwrap_or_default(),
    }
}

/// Returns when the next meeting is held: at the hour of the last one, a step of the last ones later, on a day that is
/// worked, and not before today.
pub(crate) fn next_start(
    last: Instant,
    title: &str,
    days: &[NaiveDate],
    (days_off, today): (&Rows<DayOff>, NaiveDate),
) -> Option<Instant> {
    let step = step(days).unwrap_or_else(|| told(title));
    let held = last.date_naive();
    let mut later = (1..2000).map_while(|steps| step.after(held, steps));
    let day = later.find(|day| *day >= today)?;
    let mut worked = (0..15).filter_map(|days| day.checked_add_days(Days::new(days)));
    let day = worked.find(|day| !is_off(days_off, *day))?;
    let local = day.and_time(last.time());
    local.and_local_timezone(*last.offset()).single()
}

/// Returns the period on which a meeting of this day reports, as its title names it.
pub fn period_of(day: NaiveDate, reports: Reports) -> String {
    let (year, month) = month_of(day);
    match reports {
        Reports::Week => week(week_of(day)),
        Reports::OwnWeek => week(day),
        Reports::Month => match month {
            6 => format!("06 tháng đầu năm {year}"),
            12 => format!("năm {year}"),
            _ => month_named(year, month),
        },
        Reports::Quarter => match (year, month / 3) {
            (year, 0) => format!("năm {}", year - 1),
            (year, 1) => format!("quý I năm {year}"),
            (year, 2) => format!("06 tháng đầu năm {year}"),
            (year, 3) => format!("quý III năm {year}"),
            (year, _) => format!("năm {year}"),
        },
        Reports::Half => match day.month() {
            12 => format!("năm {}", day.year()),
            6.. => format!("06 tháng đầu năm {}", day.year()),
            _ => format!("năm {}", day.year() - 1),
        },
        Reports::Year => {
            let before = i32::from(day.month() < 11);
            format!("năm {}", day.year() - before)
        }
    }
}

/// Returns the month on which a meeting of this day reports: in its first half, the one before.
fn month_of(day: NaiveDate) -> (i32, u32) {
    let month = if day.day() > MIDDLE {
        Some(day)
    } else {
        day.checked_sub_months(Months::new(1))
    };
    let month = month.unwrap_or(day);
    (month.year(), month.month())
}

/// Returns a day of the week on which a meeting of this day reports: up to Wednesday, the one before.
fn week_of(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Mon | Weekday::Tue | Weekday::Wed => day - Days::new(7),
        Weekday::Thu | Weekday::Fri | Weekday::Sat | Weekday::Sun => day,
    }
}

fn week(day: NaiveDate) -> String {
    let week = day.iso_week();
    format!("tuần {} năm {}", week.week(), week.year())
}

/// Returns the day for which a meeting was called, by its title: the day on which it is held, or where it was moved, the
/// nearest one on which it would report on the period that the title names.
pub(crate) fn called_for(title: &str, held: NaiveDate) -> NaiveDate {
    let mut named = periods(title);
    named.retain(|period| period.length != Length::Year);
    let reports = |day: &NaiveDate| named.iter().any(|period| is_reported(period, *day));
    let days = (0..Reports::Month.days()).map(TimeDelta::days);
    let mut near = days.flat_map(|days| [held - days, held + days]);
    near.find(reports).unwrap_or(held)
}

/// Says whether a period is the one on which a meeting of this day reports, by this or by an earlier program, or by hand.
fn is_reported(period: &Period, day: NaiveDate) -> bool {
    let (year, month) = month_of(day);
    let own = (day.year(), day.month());
    let quarter = |month: u32| month.div_ceil(3);
    let is = |(of, number): (i32, u32), wanted: u32| {
        number == wanted && period.year.is_none_or(|year| year == of)
    };
    match period.length {
        Length::Week(number) => {
            let weeks = [week_of(day), day].map(|day| day.iso_week().week());
            // Weeks that are counted within a month are as many as a month has.
            weeks.contains(&number) || number <= 5
        }
        Length::Month(number) => is((year, month), number) || is(own, number),
        Length::Quarter(number) => {
            let last = day.checked_sub_months(Months::new(3)).unwrap_or(day);
            is((year, quarter(month)), number)
                || is((own.0, quarter(own.1)), number)
                || is((last.year(), quarter(last.month())), number)
        }
        Length::From(_) => period
            .year
            .is_none_or(|year| year == own.0 || year + 1 == own.0),
        Length::Year => match own.1 {
            1 => period.year == Some(own.0 - 1),
            12 => period.year == Some(own.0),
            _ => false,
        },
    }
}

/// Says whether a period is the one that follows the reported one, in a text that names that too.
fn follows(period: &Period, all: &[Period], day: NaiveDate) -> bool {
    let (year, month) = month_of(day);
    let week = week_of(day).iso_week().week();
    let is_reported = |period: &Period| match period.length {
        Length::Month(number) => number == month && period.year.is_none_or(|of| of == year),
        Length::Week(number) => number == week,
        Length::Quarter(_) | Length::From(_) | Length::Year => false,
    };
    let is_alike = |other: &&Period| match (period.length, other.length) {
        (Length::Month(_), Length::Month(_)) | (Length::Week(_), Length::Week(_)) => true,
        (
            Length::Month(_)
            | Length::Week(_)
            | Length::Quarter(_)
            | Length::From(_)
            | Length::Year,
            _,
        ) => false,
    };
    let mut alike = all.iter().filter(is_alike);
    !is_reported(period) && alike.any(is_reported)
}

/// Returns a text of a meeting of this day with placeholders for the period on which it reports, and for the one that
/// follows it.
pub(crate) fn without_period(text: &str, day: NaiveDate) -> String {
    let all = periods(text);
    let mut bare = String::with_capacity(text.len());
    let mut from = 0;
    for period in all.iter().filter(|period| is_reported(period, day)) {
        let placeholder = if follows(period, &all, day) {
            NEXT
        } else {
            PERIOD
        };
        bare.push_str(text.get(from..period.range.start).unwrap_or_default());
        bare.push_str(placeholder);
        from = period.range.end;
    }
    bare.push_str(text.get(from..).unwrap_or_default());
    bare
}

/// Returns a text with a period in the place of its placeholder, and the one that follows it on this day.
pub(crate) fn with_period(text: &str, period: &str, day: NaiveDate, reports: Reports) -> String {
    let next = match reports {
        Reports::Week => week(week_of(day) + Days::new(7)),
        Reports::OwnWeek => week(day + Days::new(7)),
        Reports::Month | Reports::Quarter | Reports::Half | Reports::Year => {
            let (year, month) = month_of(day);
            let (year, month) = if month == 12 {
                (year + 1, 1)
            } else {
                (year, month + 1)
            };
            month_named(year, month)
        }
    };
    text.replace(NEXT, &next).replace(PERIOD, period)
}

/// A month within a year: a number below three has a zero (`guide/domain.md` §1.5).
fn month_named(year: i32, month: u32) -> String {
    if month < 3 {
        format!("tháng {month:02} năm {year}")
    } else {
        format!("tháng {month} năm {year}")
    }
}
