//! A series of meetings: the days on which they are held, in a rhythm, none on a day off.

use chrono::{Days, Months, NaiveDate};

use super::days_off::is_off;
use super::dossier::Rows;
use super::plan::Reports;
use super::rows::DayOff;

/// Meetings of a series at most: a week for two years.
pub(crate) const MOST: usize = 104;

/// Days that a meeting is moved by at most, to leave days off behind.
const FURTHEST: u64 = 20;

/// The rhythm of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rhythm {
    Week,
    Fortnight,
    Month,
    Quarter,
}

impl Rhythm {
    /// Every rhythm, the shortest first.
    pub(crate) const ALL: &[Self] = &[Self::Week, Self::Fortnight, Self::Month, Self::Quarter];

    /// Returns the day so many meetings after the first; the last of a month stays the last.
    fn after(self, first: NaiveDate, meetings: u32) -> Option<NaiveDate> {
        let months = |months: u32| first.checked_add_months(Months::new(months * meetings));
        let weeks = |weeks: u64| first.checked_add_days(Days::new(7 * weeks * u64::from(meetings)));
        match self {
            Self::Week => weeks(1),
            Self::Fortnight => weeks(2),
            Self::Month => months(1),
            Self::Quarter => months(3),
        }
    }

    /// Returns what meetings in this rhythm report on.
    pub(crate) fn reports(self) -> Reports {
        match self {
            Self::Week | Self::Fortnight => Reports::Week,
            Self::Month => Reports::Month,
            Self::Quarter => Reports::Quarter,
        }
    }
}

/// How far a series goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// So many meetings.
    Count(usize),
    /// As long as the rhythm falls on this day or before it.
    Until(NaiveDate),
}

/// A day of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    /// The day on which the rhythm falls.
    pub(crate) due: NaiveDate,
    /// The day on which the meeting is held: the next one that is worked.
    pub(crate) held: NaiveDate,
}

/// The days of a series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Series {
    pub(crate) dates: Vec<Date>,
    /// The days off on which the rhythm falls and whose next worked day has a meeting of the series already.
    pub(crate) skipped: Vec<NaiveDate>,
}

/// Returns the days of a series, at most [`MOST`] and one more, by which its reader knows that it is too long. No two of
/// its meetings are on one day.
pub(crate) fn days(
    first: NaiveDate,
    rhythm: Rhythm,
    extent: Extent,
    days_off: &Rows<DayOff>,
) -> Series {
    let mut series = Series::default();
    let limit = u32::try_from(MOST).unwrap_or(u32::MAX);
    let due: Vec<NaiveDate> = (0..=2 * limit)
        .map_while(|meetings| rhythm.after(first, meetings))
        .take_while(|day| match extent {
            Extent::Count(_) => true,
            Extent::Until(last) => day <= &last,
        })
        .collect();
    for (place, day) in due.iter().enumerate() {
        let is_whole = match extent {
            Extent::Count(count) => series.dates.len() >= count,
            Extent::Until(_) => series.dates.len() > MOST,
        };
        if is_whole {
            break;
        }
        let mut later = (0..FURTHEST).filter_map(|days| day.checked_add_days(Days::new(days)));
        let held = later.find(|day| !is_off(days_off, *day)).unwrap_or(*day);
        let is_taken = series.dates.last().is_some_and(|last| last.held == held)
            || due.iter().skip(place + 1).any(|other| *other == held);
        if is_taken {
            series.skipped.push(*day);
        } else {
            series.dates.push(Date { due: *day, held });
        }
    }
    series
}
