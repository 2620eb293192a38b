//! The guided review: which actions need a look and why, and a round through them that can be left and resumed.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::actions::{ActionCard, lacks_deadline};
use super::cell::Id;
use super::change::{Change, Ids};
use super::code::AssignmentState;
use super::rows::{Action, Review};
use crate::text::dates::Instant;

/// Days without a report after which an action needs a look, and days from one look to the next.
pub(crate) const CADENCE: u64 = 14;

/// Actions that one round walks through at most.
pub(crate) const MOST: usize = 400;

/// Why an action needs a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// So many parts wait to be accepted.
    ToAccept(usize),
    /// It is owed after its deadline.
    Overdue,
    /// Days since a unit last reported on it.
    Silent(i64),
    NoDeadline,
    NoDeliverable,
}

/// A step of the staleness ladder: the demand on a unit that let meetings pass after a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// One meeting: they are reminded.
    Remind,
    /// Two: they explain themselves.
    Explain,
    /// Three or more: the superior is told.
    Escalate,
}

/// Returns the step after this number of meetings since the deadline.
pub(crate) fn step(missed: usize) -> Option<Step> {
    match missed {
        0 => None,
        1 => Some(Step::Remind),
        2 => Some(Step::Explain),
        _ => Some(Step::Escalate),
    }
}

/// Returns the last day of silence that is not too long ago.
pub(crate) fn cutoff(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(CADENCE)).unwrap_or(today)
}

/// Returns why an action needs a look on a day; without an open part it needs none.
pub(crate) fn reasons(card: &ActionCard, today: NaiveDate) -> Vec<Reason> {
    let line = &card.line;
    if line.roll_up.open() == 0 {
        return Vec::new();
    }
    let mut reasons = Vec::new();
    if line.roll_up.reported > 0 {
        reasons.push(Reason::ToAccept(line.roll_up.reported));
    }
    if line.roll_up.overdue > 0 {
        reasons.push(Reason::Overdue);
    }
    let heard = line.heard.unwrap_or(line.action.at).date_naive();
    if heard < cutoff(today) {
        reasons.push(Reason::Silent((today - heard).num_days()));
    }
    if lacks_deadline(line.deadline, line.action.deadline_words.as_deref()) {
        reasons.push(Reason::NoDeadline);
    }
    if line.action.deliverable.is_none() {
        reasons.push(Reason::NoDeliverable);
    }
    reasons
}

/// Returns the position of the part to be looked at first: one that waits for acceptance, else an open one.
pub(crate) fn first_part(card: &ActionCard) -> usize {
    let place = |wanted: &dyn Fn(AssignmentState) -> bool| {
        let mut parts = card.parts.iter();
        parts.position(|part| wanted(part.assignment.state))
    };
    place(&|state| state == AssignmentState::Reported)
        .or_else(|| place(&AssignmentState::is_open))
        .unwrap_or(0)
}

/// Returns the change that records a look at an action, with its outcome.
pub(crate) fn look(action: Id<Action>, note: Option<String>, now: Instant, ids: &Ids) -> Change {
    Change::insert(Review {
        id: ids.next(),
        action,
        at: now,
        note,
    })
}

/// A round through the actions that needed a look when it began; skipping one is not reviewing it.
///
/// The looks themselves are rows of the book, so that undo removes a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Round {
    queue: Vec<Id<Action>>,
    /// Where the round is; behind the last, it is over.
    place: usize,
    began: Instant,
}

impl Round {
    /// Returns a round through these actions that begins now.
    pub(crate) fn new(actions: impl IntoIterator<Item = Id<Action>>, now: Instant) -> Self {
        Self {
            queue: actions.into_iter().collect(),
            place: 0,
            began: now,
        }
    }

    pub(crate) fn began(&self) -> Instant {
        self.began
    }

    /// Returns the action whose turn it is; none when the round is over.
    pub(crate) fn current(&self) -> Option<Id<Action>> {
        self.queue.get(self.place).copied()
    }

    /// Returns the place of the action whose turn it is, from 1, and how many there are.
    pub(crate) fn place(&self) -> (usize, usize) {
        let total = self.queue.len();
        ((self.place + 1).min(total), total)
    }

    /// Returns how many were looked at.
    pub(crate) fn seen(&self, looked: &[Id<Action>]) -> usize {
        self.queue.iter().filter(|id| looked.contains(id)).count()
    }

    /// Returns how many were passed over so far.
    pub(crate) fn skipped(&self, looked: &[Id<Action>]) -> usize {
        let passed = self.queue.iter().take(self.place);
        passed.filter(|id| !looked.contains(id)).count()
    }

    /// The next one's turn comes, whether this one was looked at or not.
    pub(crate) fn go_on(&mut self) {
        self.place = (self.place + 1).min(self.queue.len());
    }

    /// It is the turn of the one before again.
    pub(crate) fn back(&mut self) {
        self.place = self.place.saturating_sub(1);
    }

    /// Takes the action whose turn it is out: it is not in the register any more.
    pub(crate) fn drop_current(&mut self) {
        if self.place < self.queue.len() {
            self.queue.remove(self.place);
        }
    }

    /// Returns a round through the actions that were passed over.
    #[must_use]
    pub(crate) fn again(&self, looked: &[Id<Action>]) -> Self {
        let left = self.queue.iter().filter(|id| !looked.contains(id));
        Self::new(left.copied(), self.began)
    }
}
