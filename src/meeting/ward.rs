//! The card of a unit that speaks: the parts that it owes, its unanswered issues, its last notes.

use chrono::NaiveDate;

use super::actions::{Parts, Standing};
use super::floor::Debt;
use super::rows::{Action, Assignment, Issue, Note};
use crate::text::dates::Instant;

/// A part of an action of a unit that is not done: it owes it, or it waits for the office.
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
    /// Returns how it stands on a day.
    pub(crate) fn standing(&self, today: NaiveDate) -> Standing {
        Standing::of(self.part.state, self.deadline, today)
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
        Debt {
            parts: Parts::of(self.owed.iter().map(|owed| owed.standing(today))),
            unanswered: self.issues.len(),
        }
    }
}
