//! Lines cut in two, put together, and moved to another item, unit or time.

use chrono::TimeDelta;

use super::write::{LineRefusal, Writing};
use super::{Entry, Filter, capture_of, filtered};
use crate::meeting::capture::{Capture, with_code_read};
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::dossier::Dossier;
use crate::meeting::issues;
use crate::meeting::prepared;
use crate::meeting::rows::{Action, AgendaItem, Conclusion, Note, Record, Seat};
use crate::text::dates::Instant;

/// Why two lines cannot be put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinRefusal {
    /// Nothing stands before the line.
    First,
    /// The line before is of another kind, or somebody else's words.
    Unlike,
    /// Actions keep their codes, so they are not put together.
    Actions,
    /// Both lines raised issues, and both issues have a life of their own.
    TwoIssues,
}

/// Where a line is moved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Placement {
    /// When it was said.
    pub at: Instant,
    /// Under which item.
    pub item: Option<Id<AgendaItem>>,
    /// Whose words a note is.
    pub seat: Option<Id<Seat>>,
}

impl Writing<'_> {
    /// Returns the changes that move a line to another item, unit or time. An answer that is moved to a unit which did not
    /// raise its issue answers that issue no more, but the one that it can only be.
    pub fn move_to(&self, entry: Entry, to: Placement) -> Vec<Change> {
        let mut changes = place(entry, to, self.dossier);
        if let Entry::Note(note) = entry
            && self.is_others(note, to.seat)
        {
            let after = self.dossier.after(&changes);
            let moved = after.notes.get(note.id).unwrap_or(note);
            let parted = issues::unanswer(&after, moved);
            let after_parting = after.after(&parted);
            let line = capture_of(&after_parting, Entry::Note(moved));
            let line = Capture {
                issue: None,
                ..line
            };
            let answers = self.answer(&line, moved, &after_parting);
            changes.extend(parted);
            changes.extend(answers);
        }
        changes
    }

    /// Says whether a note answers an issue of this meeting that the unit of another seat did not raise.
    fn is_others(&self, note: &Note, seat: Option<Id<Seat>>) -> bool {
        let issue = issues::answered_by(self.dossier, note).map(|issue| issue.id);
        let mut raised = self
            .dossier
            .raised
            .iter()
            .filter(|raised| Some(raised.issue) == issue);
        let is_known = raised.clone().next().is_some();
        seat.is_some() && seat != note.seat && is_known && raised.all(|raised| raised.seat != seat)
    }

    /// Returns the changes that cut a line in two: the first keeps the rows that hang on it, the second is of its sort.
    pub fn split(
        &self,
        entry: Entry,
        first: &Capture,
        rest: &str,
    ) -> Result<Vec<Change>, LineRefusal> {
        let mut changes = self.rewrite(entry, first)?;
        let old = capture_of(self.dossier, entry);
        let second = with_code_read(Capture {
            whom: old.whom.into_said(),
            focus: old.focus,
            deadline: old.deadline,
            ..Capture::of(old.sort, rest.trim())
        });
        let after = self.dossier.after(&changes);
        let written = self.after(&after).write(&second, entry.place())?;
        changes.extend(written.into_iter().map(|change| behind(change, entry)));
        Ok(changes)
    }
}

/// Lets a row that was cut off an entry follow it in the stream, with its speaker.
fn behind(change: Change, entry: Entry) -> Change {
    let speaker = match entry {
        Entry::Note(note) => note.speaker.clone(),
        Entry::Conclusion(_) | Entry::Action(_) => None,
    };
    // Lines of one second stand in the order of their ids, and this desk's may be lower than the other's.
    let later = |number: i64| TimeDelta::seconds(i64::from(number < entry.number()));
    match change {
        Change::Insert(Record::Note(note)) => Change::insert(Note {
            at: note.at + later(note.id.number()),
            speaker,
            ..note
        }),
        Change::Insert(Record::Conclusion(row)) => Change::insert(Conclusion {
            at: row.at + later(row.id.number()),
            ..row
        }),
        Change::Insert(Record::Action(row)) => Change::insert(Action {
            at: row.at + later(row.id.number()),
            ..row
        }),
        change @ (Change::Insert(_) | Change::Update(..) | Change::Delete(_)) => change,
    }
}

/// Returns the changes that put a line behind the one before it among those that are shown, of the same kind and
/// the same speaker.
pub fn join(entry: Entry, filter: Filter, dossier: &Dossier) -> Result<Vec<Change>, JoinRefusal> {
    let lines = filtered(dossier, filter);
    let position = lines.iter().position(|line| line.id() == entry.id());
    let before = position
        .and_then(|position| position.checked_sub(1))
        .and_then(|before| lines.get(before))
        .ok_or(JoinRefusal::First)?;
    let joined = format!("{} {}", before.text(), entry.text());
    match (before, entry) {
        (Entry::Note(first), Entry::Note(second)) if alike(first, second) => {
            let mut changes = vec![Change::edit(*first, |note| note.text.clone_from(&joined))];
            changes.extend(take_over(first, second, &joined, dossier)?);
            changes.push(Change::delete(second));
            Ok(changes)
        }
        (Entry::Conclusion(first), Entry::Conclusion(second)) => {
            let carried = dossier.actions.iter();
            let moved = carried
                .filter(|action| action.conclusion == Some(second.id))
                .map(|action| Change::edit(action, |action| action.conclusion = Some(first.id)));
            let mut changes = vec![Change::edit(*first, |first| first.text = joined)];
            changes.extend(moved);
            changes.push(Change::delete(second));
            Ok(changes)
        }
        (Entry::Action(_), Entry::Action(_)) => Err(JoinRefusal::Actions),
        (
            Entry::Note(_) | Entry::Conclusion(_) | Entry::Action(_),
            Entry::Note(_) | Entry::Conclusion(_) | Entry::Action(_),
        ) => Err(JoinRefusal::Unlike),
    }
}

/// Says whether two notes are one kind of thing from one mouth.
fn alike(first: &Note, second: &Note) -> bool {
    (first.kind, first.seat, &first.speaker) == (second.kind, second.seat, &second.speaker)
}

/// Gives the rows that hang on the second of two notes to the first.
fn take_over(
    first: &Note,
    second: &Note,
    joined: &str,
    dossier: &Dossier,
) -> Result<Vec<Change>, JoinRefusal> {
    let mut changes = Vec::new();
    let of_second = issues::of_note(dossier, second);
    match (issues::of_note(dossier, first), of_second) {
        (Some((issue, _)), of_second) => {
            if let Some((other, _)) = of_second {
                if dossier.is_answered(other.id) {
                    return Err(JoinRefusal::TwoIssues);
                }
                changes.extend(issues::unlog(dossier, second));
            }
            if issue.text == first.text {
                changes.push(Change::edit(issue, |issue| {
                    joined.clone_into(&mut issue.text);
                }));
            }
        }
        (None, Some((_, raised))) => {
            changes.push(Change::edit(raised, |raised| raised.note = Some(first.id)));
        }
        (None, None) => {}
    }
    let given = issues::given(dossier, second);
    changes.extend(given.map(|answer| Change::edit(answer, |answer| answer.note = Some(first.id))));
    Ok(changes)
}

/// Returns the changes that move a line to another item, unit or time, with the issue it raised and the answer it is.
pub fn place(entry: Entry, to: Placement, dossier: &Dossier) -> Vec<Change> {
    match entry {
        Entry::Note(note) => {
            let mut changes = vec![Change::edit(note, |note| {
                (note.at, note.item, note.seat) = (to.at, to.item, to.seat);
                note.speaker = note.speaker.take().filter(|_| to.seat.is_none());
            })];
            let given = issues::given(dossier, note);
            changes.extend(given.map(|answer| Change::edit(answer, |answer| answer.at = to.at)));
            if let Some((_, raised)) = issues::of_note(dossier, note) {
                changes.push(Change::edit(raised, |raised| {
                    (raised.at, raised.seat) = (to.at, to.seat);
                    raised.unit = dossier.unit_of(to.seat);
                }));
            }
            changes
        }
        Entry::Conclusion(conclusion) => {
            let moved = Change::edit(conclusion, |conclusion| {
                (conclusion.at, conclusion.item) = (to.at, to.item);
            });
            let prepared = prepared::follow(conclusion, to.at, dossier);
            [moved].into_iter().chain(prepared).collect()
        }
        Entry::Action(action) => vec![Change::edit(action, |action| {
            (action.at, action.item) = (to.at, to.item);
        })],
    }
}
