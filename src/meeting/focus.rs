//! Focus areas: which are in force, and how the units stand on each.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::cell::Id;
use super::code::AssignmentState;
use super::dossier::{Dossier, Rows};
use super::rows::{FocusArea, Unit};

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
    pub fn plus(self, other: Self) -> Self {
        Self {
            open: self.open + other.open,
            overdue: self.overdue + other.overdue,
            done: self.done + other.done,
            reported: self.reported + other.reported,
        }
    }

    /// Counts so many parts in a state; what is owed counts as in time. What was handed over or given up counts nowhere.
    pub fn add(&mut self, state: AssignmentState, n: usize) {
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

    /// Returns everything that counts.
    pub fn total(self) -> usize {
        self.open + self.overdue + self.done
    }

    /// Says whether there is nothing to count.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// Units against focus areas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeatMap {
    /// The count of each unit under each focus area; what is not there is nothing.
    pub cells: HashMap<(Id<Unit>, Id<FocusArea>), Tally>,
}

impl HeatMap {
    /// Returns the count of a unit under a focus area.
    pub fn cell(&self, unit: Id<Unit>, focus: Id<FocusArea>) -> Tally {
        self.cells.get(&(unit, focus)).copied().unwrap_or_default()
    }

    /// Returns the count of a unit under all focus areas.
    pub fn of_unit(&self, unit: Id<Unit>) -> Tally {
        self.sum(|(of, _)| of == unit)
    }

    /// Returns the count of all units under a focus area.
    pub fn of_focus(&self, focus: Id<FocusArea>) -> Tally {
        self.sum(|(_, of)| of == focus)
    }

    /// Returns the count of everything.
    pub fn total(&self) -> Tally {
        self.sum(|_| true)
    }

    fn sum(&self, keep: impl Fn((Id<Unit>, Id<FocusArea>)) -> bool) -> Tally {
        self.cells
            .iter()
            .filter(|(key, _)| keep(**key))
            .fold(Tally::default(), |sum, (_, tally)| sum.plus(*tally))
    }
}

/// Returns the focus areas in force on the day of the meeting, by number.
pub fn in_force(dossier: &Dossier) -> Vec<&FocusArea> {
    on_day(&dossier.focus, dossier.meeting.starts.date_naive())
}

/// Returns the focus areas in force on a day, by number.
pub fn on_day(areas: &Rows<FocusArea>, day: NaiveDate) -> Vec<&FocusArea> {
    let mut areas: Vec<&FocusArea> = areas
        .iter()
        .filter(|area| area.valid_from <= day && area.valid_to.is_none_or(|last| day <= last))
        .collect();
    areas.sort_by_key(|area| area.number);
    areas
}
