//! The issue log: every issue of every meeting as a line, what waits first, and one issue whole.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::meeting::actions::RollUp;
use crate::meeting::cell::Id;
use crate::meeting::code::IssueState;
use crate::meeting::filter::LineFilter;
use crate::meeting::page::Page;
use crate::meeting::rows::{Action, FocusArea, Issue, IssueAnswer, Meeting, Note, Unit};
use crate::text::dates::Instant;

/// Days after which an issue has waited long: a month.
pub(crate) const LONG: i64 = 30;

/// Which issues are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// All of them, those that wait for an answer first.
    #[default]
    All,
    /// Only those that wait for an answer.
    Waiting,
}

impl Shown {
    #[must_use]
    pub(crate) fn other(self) -> Self {
        match self {
            Self::All => Self::Waiting,
            Self::Waiting => Self::All,
        }
    }
}

/// What of the log is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssueQuery {
    /// Whether only those are wanted that wait for an answer.
    pub(crate) shown: Shown,
    /// Which issues.
    pub filter: LineFilter,
}

/// A page of the log, and the number of issues that wait for an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssueLog {
    /// The number of waiting issues. They come first, the oldest at the top; then the settled ones, the newest first.
    pub(crate) waiting: usize,
    /// The lines.
    pub page: Page<IssueLine>,
}

/// An issue as a line of the log, with the counts of the issues that are merged into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueLine {
    /// The issue.
    pub issue: Issue,
    /// Number of the focus area it touches.
    pub focus: Option<i64>,
    /// Names of the units that raised it, each once, the first first.
    pub raised_by: Vec<String>,
    /// Meetings at which it was raised.
    pub meetings: usize,
    /// Actions that resolve it.
    pub actions: usize,
    /// Actions among them without an open part.
    pub done: usize,
}

impl IssueLine {
    /// Says whether everything that was to resolve it is done, and it is not settled yet.
    pub(crate) fn is_carried_out(&self) -> bool {
        is_carried_out(&self.issue, self.actions, self.done)
    }
}

/// The card of an issue: raisings, answers, resolving actions, and merged issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueCard {
    /// The issue.
    pub issue: Issue,
    /// The focus area it touches.
    pub(crate) focus: Option<FocusArea>,
    /// Whether the meeting at which it was first raised is for practice.
    pub(crate) is_sample: bool,
    /// The raisings of the issue and of those merged into it, the earliest first.
    pub raised: Vec<Raising>,
    /// The answers to the issue and to those merged into it, the earliest first.
    pub(crate) answers: Vec<Answered>,
    /// The actions that resolve the issue or one merged into it.
    pub(crate) actions: Vec<Resolving>,
    /// The issues that are merged into it.
    pub(crate) duplicates: Vec<Issue>,
    /// The issue that it is merged into.
    pub(crate) original: Option<Issue>,
}

/// Somebody who raised an issue at a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raising {
    /// Number of the issue under which it was logged.
    pub(crate) number: i64,
    /// Name of the seat, or of a speaker without one.
    pub(crate) name: Option<String>,
    /// The unit of the seat, for a seat of the roster.
    pub(crate) unit: Option<Id<Unit>>,
    /// The meeting.
    pub meeting: Id<Meeting>,
    pub(crate) title: String,
    /// The note that holds the words.
    pub(crate) note: Option<Id<Note>>,
    pub(crate) text: String,
    pub(crate) at: Instant,
}

/// An answer with its words, whoever holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    pub(crate) answer: IssueAnswer,
    /// Number of the issue to which it was given.
    pub(crate) number: i64,
    /// Its words, its own or those of the note.
    pub(crate) text: String,
}

/// An action that resolves an issue, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolving {
    pub(crate) action: Action,
    /// The deadline in force.
    pub(crate) due: Option<NaiveDate>,
    /// How its assignments stand together.
    pub(crate) roll_up: RollUp,
    /// Number of the issue that it resolves, if it resolves one.
    pub(crate) issue: Option<i64>,
}

impl Resolving {
    /// Says whether nothing of it is owed any more, and something was done.
    pub(crate) fn is_done(&self) -> bool {
        self.roll_up.open == 0 && self.roll_up.done > 0
    }
}

impl IssueCard {
    /// Returns the names of those who raised it, each once, the first first.
    pub(crate) fn raisers(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for name in self.raised.iter().filter_map(|one| one.name.as_deref()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Returns how many meetings it was raised at.
    pub(crate) fn meetings(&self) -> usize {
        let meetings: HashSet<_> = self.raised.iter().map(|one| one.meeting).collect();
        meetings.len()
    }

    /// Says whether everything that was to resolve it is done, and it is not settled yet.
    pub(crate) fn is_carried_out(&self) -> bool {
        let done = self.actions.iter().filter(|one| one.is_done()).count();
        is_carried_out(&self.issue, self.actions.len(), done)
    }
}

/// Returns the days for which an issue has waited, while it waits.
pub(crate) fn waiting(issue: &Issue, today: NaiveDate) -> Option<i64> {
    let days = (today - issue.at.date_naive()).num_days().max(0);
    issue.state.is_open().then_some(days)
}

fn is_carried_out(issue: &Issue, actions: usize, done: usize) -> bool {
    let may_resolve = match issue.state {
        IssueState::Raised
        | IssueState::Accepted
        | IssueState::InProgress
        | IssueState::Answered
        | IssueState::Escalated => true,
        IssueState::Resolved | IssueState::Duplicate => false,
    };
    actions > 0 && done == actions && may_resolve
}
