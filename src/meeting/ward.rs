//! The card of a unit that speaks: the parts that it owes, its unanswered issues, its last notes.

use chrono::NaiveDate;

use super::floor::Debt;
use super::rows::{Action, Assignment, Issue, Note};
use crate::text::dates::Instant;

/// A part of an action that a unit still owes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Owed {
    pub(crate) action: Action,
    pub(crate) part: Assignment,
    /// The deadline in force.
    pub(crate) deadline: Option<NaiveDate>,
    /// When the unit first reported it in the series that runs.
    pub(crate) reported: Option<Instant>,
}

impl Owed {
    /// Says whether the deadline has passed.
    pub(crate) fn is_overdue(&self, today: NaiveDate) -> bool {
        self.deadline.is_some_and(|deadline| deadline < today)
    }
}

/// The card of a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WardCard {
    /// The parts that it owes, the nearest deadline first.
    pub(crate) owed: Vec<Owed>,
    /// The issues it raised that nobody has answered, the oldest first.
    pub(crate) issues: Vec<Issue>,
    /// Its last notes, the latest first.
    pub(crate) said: Vec<Note>,
}

impl WardCard {
    /// Returns the counts of the card on a day.
    pub(crate) fn debt(&self, today: NaiveDate) -> Debt {
        let overdue = self.owed.iter().filter(|owed| owed.is_overdue(today));
        Debt {
            open: self.owed.len(),
            overdue: overdue.count(),
            unanswered: self.issues.len(),
        }
    }
}
