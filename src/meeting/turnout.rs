//! Turnout: how units came to the meetings that were held, one meeting after another and over a year.

use chrono::DurationRound;
use chrono::TimeDelta;

use super::cell::Id;
use super::roll_call::{Counts, Log, Standing};
use super::rows::{AttendanceEvent, Meeting, Seat, Unit};
use crate::text::dates::Instant;

/// Meetings that the history of a unit goes back.
pub const MEETINGS: usize = 10;

/// How a unit came to one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attended {
    /// When the meeting began, or was called for.
    pub(crate) began: Instant,
    /// Whether and by whom the unit was represented.
    pub(crate) standing: Standing,
    /// Who came, as far as that is known.
    pub(crate) person: Option<String>,
    /// How much after the beginning the delegate came, if late.
    pub(crate) late: Option<TimeDelta>,
    /// Whether the delegate left before the end.
    pub(crate) has_left: bool,
}

/// The history of a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Its last meetings, the latest first.
    pub(crate) meetings: Vec<Attended>,
    /// The counts; `roster` is the number of meetings to which the unit was called.
    pub(crate) counts: Counts,
}

/// How one unit came over a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YearLine {
    pub(crate) unit: Id<Unit>,
    pub(crate) name: String,
    /// The counts of its meetings; `roster` is the number of meetings to which it was called.
    pub(crate) counts: Counts,
    /// How late it came, all times together.
    pub(crate) lateness: TimeDelta,
}

/// How all units came over a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TurnoutYear {
    pub(crate) year: i32,
    /// Meetings that were held in it.
    pub(crate) meetings: usize,
    /// The units that were called to any of them, in the order of the roll.
    pub(crate) units: Vec<YearLine>,
}

/// One seat at a meeting that was held, with its entries of the roll call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRecord {
    pub(crate) meeting: Meeting,
    pub(crate) seat: Seat,
    pub(crate) events: Vec<AttendanceEvent>,
}

impl SeatRecord {
    /// Returns how the seat's unit came.
    pub(crate) fn attended(&self) -> Attended {
        let log = Log::of(&self.events);
        let began = self.meeting.opened.unwrap_or(self.meeting.starts);
        Attended {
            began,
            standing: log.standing(),
            person: log.person(&self.seat).map(str::to_owned),
            late: log
                .late()
                .map(|event| (whole_minute(event.at) - whole_minute(began)).max(TimeDelta::zero())),
            has_left: log.left().is_some(),
        }
    }
}

/// Returns an instant as it is printed: to the minute, so that what is late adds up with the times that are shown.
fn whole_minute(at: Instant) -> Instant {
    at.duration_trunc(TimeDelta::minutes(1)).unwrap_or(at)
}

/// Returns the history that these seats of one unit make, the latest meeting first.
pub fn history(records: &[SeatRecord]) -> History {
    let mut history = History::default();
    for record in records {
        history.counts.add(&Log::of(&record.events));
        history.meetings.push(record.attended());
    }
    history
        .meetings
        .sort_by_key(|attended| std::cmp::Reverse(attended.began));
    history
}

/// Returns the table of a year that these seats make; units stand in the order of their latest roll.
pub fn year(year: i32, records: &[SeatRecord]) -> TurnoutYear {
    let mut table = TurnoutYear {
        year,
        ..TurnoutYear::default()
    };
    let mut meetings: Vec<Id<Meeting>> = records.iter().map(|record| record.meeting.id).collect();
    meetings.sort_unstable();
    meetings.dedup();
    table.meetings = meetings.len();
    let mut order: Vec<&SeatRecord> = records.iter().collect();
    order.sort_by_key(|record| {
        (
            std::cmp::Reverse(record.meeting.starts),
            record.seat.position,
        )
    });
    for record in order {
        let Some(unit) = record.seat.unit else {
            continue;
        };
        let known = table.units.iter().position(|line| line.unit == unit);
        let place = known.unwrap_or_else(|| {
            table.units.push(YearLine {
                unit,
                name: record.seat.name.clone(),
                counts: Counts::default(),
                lateness: TimeDelta::zero(),
            });
            table.units.len() - 1
        });
        if let Some(line) = table.units.get_mut(place) {
            line.counts.add(&Log::of(&record.events));
            line.lateness += record.attended().late.unwrap_or_default();
        }
    }
    table
}
