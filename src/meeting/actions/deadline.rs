//! The deadline of a part, day by day, and the day that counts: the one definition of both in Rust.

use chrono::NaiveDate;

use crate::meeting::cell::Id;
use crate::meeting::code::AssignmentState;
use crate::meeting::rows::{Action, Assignment, Extension, Progress};
use crate::text::dates::Instant;

/// A deadline that is in force, and the extension that it comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InForce<'a> {
    /// The day, unless the deadline is in words only.
    pub day: Option<NaiveDate>,
    /// The extension; none while the first deadline is in force.
    pub later: Option<&'a Extension>,
}

impl<'a> InForce<'a> {
    /// Returns the words that it was said in, where they are more than the day in digits.
    pub(crate) fn words(self, action: &'a Action) -> Option<&'a str> {
        match self.later {
            Some(later) => later.deadline_words.as_deref(),
            None => action.deadline_words.as_deref(),
        }
    }
}

impl Extension {
    /// Returns an extension of all parts of an action, granted on the day on which it is entered, without a reason.
    pub fn of(id: Id<Self>, action: Id<Action>, deadline: NaiveDate, at: Instant) -> Self {
        Self {
            id,
            action,
            deadline,
            reason: String::new(),
            allowed_by: None,
            at,
            deadline_words: None,
            part: None,
            granted: None,
            document: None,
            corrects: None,
            withdrawn: None,
            withdrawn_why: None,
        }
    }

    /// Returns the day on which it was granted; from that day on it counts.
    pub fn granted_on(&self) -> NaiveDate {
        self.granted.unwrap_or_else(|| self.at.date_naive())
    }

    /// Says whether it counts: what was taken back or corrected counts for nothing.
    pub fn stands(&self) -> bool {
        self.withdrawn.is_none()
    }

    /// Says whether it is for a part, or, without one, for all parts of its action.
    pub(crate) fn is_for(&self, part: Option<Id<Assignment>>) -> bool {
        self.part.is_none() || self.part == part
    }
}

/// Returns the deadline of a part, out of the first deadline and the extensions of its action, after all that was granted
/// up to a day; without a day, after all that was granted. Without a part it is the action's own.
///
/// It is the latest of them: an extension never takes a day away.
pub fn deadline_on(
    first: Option<NaiveDate>,
    extensions: &[Extension],
    part: Option<Id<Assignment>>,
    day: Option<NaiveDate>,
) -> InForce<'_> {
    let granted = extensions.iter().filter(|later| {
        later.stands() && later.is_for(part) && day.is_none_or(|day| later.granted_on() <= day)
    });
    let last = granted.max_by_key(|later| (later.deadline, later.at, later.id));
    match last {
        Some(later) if first.is_none_or(|first| first < later.deadline) => InForce {
            day: Some(later.deadline),
            later: Some(later),
        },
        Some(_) | None => InForce {
            day: first,
            later: None,
        },
    }
}

/// Returns the day that counts for a part that is reported or done: the day that was stated, else the day on which its
/// unit first reported in the series that runs.
pub fn day_that_counts(part: &Assignment, reported: Option<Instant>) -> Option<NaiveDate> {
    match part.state {
        AssignmentState::Reported | AssignmentState::Done => {
            part.done_on.or(reported.map(|at| at.date_naive()))
        }
        AssignmentState::NotStarted
        | AssignmentState::InProgress
        | AssignmentState::Paused
        | AssignmentState::HandedOver
        | AssignmentState::Cancelled => None,
    }
}

/// Returns when a unit first reported a part in the series that runs: the series before it ended when the part went
/// back to work, or was given up.
pub fn first_reported<'a>(entries: impl IntoIterator<Item = &'a Progress>) -> Option<Instant> {
    let mut entries: Vec<&Progress> = entries.into_iter().collect();
    entries.sort_by_key(|entry| (entry.at, entry.id));
    entries.iter().fold(None, |first, entry| match entry.state {
        AssignmentState::Reported => first.or(Some(entry.at)),
        AssignmentState::NotStarted | AssignmentState::InProgress | AssignmentState::Cancelled => {
            None
        }
        AssignmentState::Done | AssignmentState::Paused | AssignmentState::HandedOver => first,
    })
}
