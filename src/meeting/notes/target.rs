//! Which issue a line goes to: told before it is written, and again after.

use crate::meeting::capture::{Capture, Sort, Whom};
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::{Brings, NoteKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::floor;
use crate::meeting::issues;
use crate::meeting::rows::{Issue, Record, Seat};

use super::Entry;
use super::write::{Known, Writing};

/// The issue that a line goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The line has nothing to do with issues.
    Nothing,
    /// The line answers or resolves the issues of these numbers.
    Issues(Vec<i64>),
    /// The line answers, and it cannot be known which issue: one of these of its units, or another.
    Unsure(Vec<i64>),
}

/// The codes of the issues that changes bring an answer or an action to, or take it away from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Linked {
    /// Issues that got an answer or an action.
    pub(crate) to: Vec<String>,
    /// Issues that lost their answer.
    pub(crate) from: Vec<String>,
}

impl Known<'_> {
    /// Returns the issues of any meeting that wait for an answer to a seat, the oldest first.
    pub(super) fn waiting<'a>(
        &'a self,
        seat: Option<Id<Seat>>,
        dossier: &'a Dossier,
    ) -> Vec<&'a Issue> {
        let name = seat.and_then(|seat| Some(dossier.seats.get(seat)?.name.as_str()));
        let Some(name) = name else {
            return Vec::new();
        };
        let raised = self.open.iter();
        let raised = raised.filter(|line| line.raised_by.iter().any(|unit| unit == name));
        let raised = raised.map(|line| &line.issue);
        let is_open = |issue: &&Issue| {
            let issue_now = dossier.issue(issue.id);
            issue_now.is_none_or(|issue| issue.state.is_open())
        };
        let mut waiting: Vec<&Issue> = raised.filter(is_open).collect();
        for issue in issues::unanswered(dossier, seat) {
            if waiting.iter().all(|known| known.id != issue.id) {
                waiting.push(issue);
            }
        }
        waiting.sort_by_key(|issue| (issue.at, issue.id));
        waiting
    }

    /// Returns the one issue that an answer to a seat can be for.
    pub(super) fn only_waiting<'a>(
        &'a self,
        seat: Option<Id<Seat>>,
        dossier: &'a Dossier,
    ) -> Option<&'a Issue> {
        match self.waiting(seat, dossier)[..] {
            [issue] => Some(issue),
            _ => None,
        }
    }

    /// Says whether any issue waits for an answer.
    fn has_open(&self, dossier: &Dossier) -> bool {
        !self.open.is_empty() || !issues::open(dossier).is_empty()
    }
}

impl Writing<'_> {
    /// Returns the issue that a line goes to when it is written, or put in the place of another; a line without a sign
    /// becomes a note of the plain kind.
    pub(crate) fn target(&self, line: &Capture, edited: Option<Entry>, plain: NoteKind) -> Target {
        if let Some(issue) = self.known.issue_of(line, self.dossier) {
            return Target::Issues(vec![issue.number]);
        }
        let is_answer = brings(line.sort, plain) == Some(Brings::Answer);
        if !is_answer || line.is_for_no_issue || was_answer(edited) {
            return Target::Nothing;
        }
        let seats = self.voices(line, edited);
        let waiting: Vec<Vec<i64>> = seats
            .into_iter()
            .map(|seat| {
                let waiting = self.known.waiting(seat, self.dossier).into_iter();
                waiting.map(|issue| issue.number).collect()
            })
            .collect();
        let is_sure = waiting.iter().all(|numbers| numbers.len() == 1);
        let mut numbers = waiting.concat();
        numbers.sort_unstable();
        numbers.dedup();
        if is_sure {
            Target::Issues(numbers)
        } else if self.known.has_open(self.dossier) {
            Target::Unsure(numbers)
        } else {
            Target::Nothing
        }
    }

    /// Says whether a line raises an issue and nobody is named who raised it.
    pub(crate) fn lacks_unit(
        &self,
        line: &Capture,
        edited: Option<Entry>,
        plain: NoteKind,
    ) -> bool {
        let is_guest = match edited {
            Some(Entry::Note(note)) => note.speaker.is_some(),
            Some(Entry::Conclusion(_) | Entry::Action(_)) => false,
            None => {
                let turn = floor::speaking(self.dossier);
                line.whom != Whom::Nobody && turn.is_some_and(|turn| turn.seat.is_none())
            }
        };
        let nobody = self.voices(line, edited).iter().all(Option::is_none);
        brings(line.sort, plain) == Some(Brings::Issue) && nobody && !is_guest
    }

    /// Returns the issues that changes bring an answer or an action to, or take it away from.
    pub(crate) fn linked(&self, changes: &[Change]) -> Linked {
        let mut linked = Linked::default();
        for change in changes {
            let (before, after) = (self.link(change.before()), self.link(change.after()));
            if before == after {
                continue;
            }
            linked
                .from
                .extend(before.filter(|code| !linked.from.contains(code)));
            linked
                .to
                .extend(after.filter(|code| !linked.to.contains(code)));
        }
        linked
    }

    /// Returns the code of the issue that a row answers or resolves.
    fn link(&self, row: Option<&Record>) -> Option<String> {
        let issue = if let Some(Record::IssueAnswer(answer)) = row {
            Some(answer.issue)
        } else if let Some(Record::Action(action)) = row {
            action.issue
        } else {
            None
        };
        let known = |id| {
            let mut open = self.known.open.iter().map(|line| &line.issue);
            self.dossier
                .issue(id)
                .or_else(|| open.find(|issue| issue.id == id))
        };
        issue
            .and_then(known)
            .map(|issue| issues::code(issue.number))
    }

    /// Returns whose words a line is; nobody gets words of an edited line by having the floor now.
    fn voices(&self, line: &Capture, edited: Option<Entry>) -> Vec<Option<Id<Seat>>> {
        match &line.whom {
            Whom::Seats(seats) => seats.iter().copied().map(Some).collect(),
            Whom::Floor | Whom::Everybody | Whom::AllBut(_) if edited.is_none() => {
                vec![floor::speaking(self.dossier).and_then(|turn| turn.seat)]
            }
            Whom::Floor | Whom::Nobody | Whom::Everybody | Whom::AllBut(_) => vec![None],
        }
    }
}

/// Says whether an edited line is an answer already: without a code it answers what no line can name.
fn was_answer(edited: Option<Entry>) -> bool {
    match edited {
        Some(Entry::Note(note)) => note.kind.row().brings == Brings::Answer,
        Some(Entry::Conclusion(_) | Entry::Action(_)) | None => false,
    }
}

/// Returns what a line of this sort brings about; a conclusion and an action bring no note.
fn brings(sort: Sort, plain: NoteKind) -> Option<Brings> {
    match sort {
        Sort::Plain => Some(plain.row().brings),
        Sort::Note(kind) => Some(kind.row().brings),
        Sort::Conclusion | Sort::Action => None,
    }
}
