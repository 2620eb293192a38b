//! Focus areas: which are in force, how the units stand on each, and how an area goes on under another number.

pub(crate) mod board;
pub mod edit;
pub(crate) mod trend;

use chrono::NaiveDate;

use super::cell::Id;
use super::code::AssignmentState;
use super::dossier::{Dossier, Rows};
use super::rows::FocusArea;

pub use board::{Board, ColumnKey, HeatMap, RowKey, Sort};
pub use trend::Trend;

/// How many assignments one unit has under one focus area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Still owed, in time.
    pub open: usize,
    /// Still owed after the deadline.
    pub overdue: usize,
    /// Done.
    pub done: usize,
    /// Of all these, those on which the unit has reported anything.
    pub reported: usize,
}

impl Tally {
    /// Returns the two counts together.
    #[must_use]
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            open: self.open + other.open,
            overdue: self.overdue + other.overdue,
            done: self.done + other.done,
            reported: self.reported + other.reported,
        }
    }

    /// Counts so many parts in a state. Owed parts count as in time; parts handed over or given up do not count.
    pub(crate) fn add(&mut self, state: AssignmentState, n: usize) {
        match state {
            AssignmentState::NotStarted => self.open += n,
            AssignmentState::InProgress | AssignmentState::Reported | AssignmentState::Paused => {
                self.open += n;
                self.reported += n;
            }
            AssignmentState::Done => {
                self.done += n;
                self.reported += n;
            }
            AssignmentState::HandedOver | AssignmentState::Cancelled => {}
        }
    }

    /// Returns everything that counts: all parts but those that were cancelled or handed over.
    pub fn total(self) -> usize {
        self.open + self.overdue + self.done
    }

    /// Returns the number of parts still owed, in time or not.
    pub(crate) fn owed(self) -> usize {
        self.open + self.overdue
    }

    /// Says whether there is nothing to count.
    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl FocusArea {
    /// Returns the first row of this area; every later number and wording of it refers to that row.
    pub fn line(&self) -> Id<Self> {
        self.origin.unwrap_or(self.id)
    }

    /// Says whether it is in force on a day.
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }
}

/// Returns the focus areas in force on the day of the meeting, by number.
pub(crate) fn in_force(dossier: &Dossier) -> Vec<&FocusArea> {
    on_day(&dossier.focus, dossier.meeting.starts.date_naive())
}

/// Returns the focus areas in force on a day, by number.
pub(crate) fn on_day(areas: &Rows<FocusArea>, day: NaiveDate) -> Vec<&FocusArea> {
    let mut areas: Vec<&FocusArea> = areas.iter().filter(|area| area.is_in_force(day)).collect();
    areas.sort_by_key(|area| area.number);
    areas
}
