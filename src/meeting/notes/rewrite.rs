//! Writing a line anew: in place where it stays what it is, or as something else that takes its place.

use super::write::{LineRefusal, Writing, cite, item_kind, units};
use super::{Entry, whom_of};
use crate::meeting::actions;
use crate::meeting::agenda;
use crate::meeting::capture::{Capture, Sort, Whom};
use crate::meeting::change::Change;
use crate::meeting::code::{Brings, NoteKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::issues;
use crate::meeting::prepared;
use crate::meeting::rows::{Action, Note};

impl Writing<'_> {
    /// Returns the changes that put what was read in the place of a line of the stream.
    ///
    /// A line that stays a note, a conclusion or an action keeps its id, its time and its item; otherwise another takes
    /// its place, and what leans on the line is kept where it can be.
    pub fn rewrite(&self, entry: Entry, capture: &Capture) -> Result<Vec<Change>, LineRefusal> {
        let capture = &meant(entry, &self.known.settled(capture, self.dossier));
        if capture.text.is_empty() {
            return Err(LineRefusal::Empty);
        }
        let mut changes = match (entry, capture.sort) {
            (Entry::Note(note), Sort::Note(kind)) if single(capture) => {
                self.revise_note(note, kind, capture)
            }
            (Entry::Conclusion(conclusion), Sort::Conclusion) => {
                vec![Change::edit(conclusion, |conclusion| {
                    conclusion.text.clone_from(&capture.text);
                    conclusion.focus = capture.focus;
                })]
            }
            (Entry::Action(action), Sort::Action) => self.revise_action(action, capture)?,
            (
                Entry::Note(_) | Entry::Conclusion(_) | Entry::Action(_),
                Sort::Plain | Sort::Note(_) | Sort::Conclusion | Sort::Action,
            ) => {
                let mut changes = let_go(self.dossier, entry);
                // A new row must not lean on one that has just been taken out.
                let without = Writing {
                    dossier: &self.dossier.after(&changes),
                    ..*self
                };
                changes.extend(without.write(capture, entry.place())?);
                return Ok(changes);
            }
        };
        changes.extend(cite(&capture.text, self.known.citations, self.ids));
        Ok(changes)
    }

    /// Changes kind, text, focus area and unit of a note in place, and of the issue that only it raised.
    fn revise_note(&self, note: &Note, kind: NoteKind, capture: &Capture) -> Vec<Change> {
        let dossier = self.dossier;
        let seat = match &capture.whom {
            Whom::Seats(seats) => seats.first().copied(),
            Whom::Floor | Whom::Nobody | Whom::Everybody | Whom::AllBut(_) => None,
        };
        let revised = Note {
            kind,
            seat,
            speaker: note.speaker.clone().filter(|_| seat.is_none()),
            focus: capture.focus,
            text: capture.text.clone(),
            ..note.clone()
        };
        let mut changes = vec![Change::edit(note, |note| *note = revised.clone())];
        if kind.row().brings == Brings::Issue {
            changes.extend(match issues::of_note(dossier, note) {
                Some(_) => follow_issue(note, &revised, dossier),
                None => issues::log(
                    self.known.numbers.issue,
                    std::slice::from_ref(&revised),
                    dossier,
                    self.ids,
                ),
            });
        } else {
            changes.extend(issues::unlog(dossier, note));
        }
        let answers = issues::answered_by(dossier, note).map(|issue| issue.number);
        let is_answer = kind.row().brings == Brings::Answer;
        if answers.is_some() && (!is_answer || answers != capture.issue) {
            changes.extend(issues::unanswer(dossier, note));
        }
        // Where the code was taken out of an answer, it answers nothing any more.
        let is_named = capture.issue.is_some() && answers != capture.issue;
        if is_answer && (note.kind != kind || is_named) {
            let after = dossier.after(&changes);
            changes.extend(self.answer(capture, &revised, &after));
        }
        changes
    }

    /// Changes text, focus area, deadline and units of an action, which keeps its code and what was reported.
    fn revise_action(
        &self,
        action: &Action,
        capture: &Capture,
    ) -> Result<Vec<Change>, LineRefusal> {
        let dossier = self.dossier;
        let focus = capture.focus.ok_or(LineRefusal::NoFocus)?;
        let is_over = dossier.meeting.closed.is_some();
        let is_changed = (capture.deadline, &capture.deadline_words)
            != (action.deadline, &action.deadline_words);
        if is_over && action.deadline.is_some() && is_changed {
            return Err(LineRefusal::DeadlineStands);
        }
        // An issue of another meeting was linked in the log, and no line of this one can name it.
        let elsewhere = action.issue.filter(|id| dossier.issue(*id).is_none());
        let issue = self.known.issue_of(capture, dossier).map(|issue| issue.id);
        let issue = issue.or(elsewhere);
        let mut changes = vec![Change::edit(action, |action| {
            action.text.clone_from(&capture.text);
            action.focus = focus;
            action.deadline = capture.deadline;
            action.deadline_words.clone_from(&capture.deadline_words);
            action.issue = issue;
        })];
        if capture.whom != whom_of(dossier, action) {
            let units = units(&capture.whom, dossier);
            // One that nobody was given may go on waiting for a unit.
            if units.is_empty() && !actions::units(dossier, action.id).is_empty() {
                return Err(LineRefusal::NoUnit);
            }
            changes.extend(actions::reassign(dossier, action.id, &units, self.ids));
        }
        Ok(changes)
    }
}

/// Returns the kind of note that the edited line of an entry becomes without a sign.
pub(crate) fn plain_kind(entry: Entry, dossier: &Dossier) -> NoteKind {
    let of_item = || agenda::plain_kind(item_kind(dossier, entry.place()));
    unsigned_kind(entry).unwrap_or_else(of_item)
}

/// Returns the kind of a note if no sign stands for it: the edited line keeps it.
fn unsigned_kind(entry: Entry) -> Option<NoteKind> {
    match entry {
        Entry::Note(note) => Some(note.kind).filter(|kind| kind.row().sign.is_none()),
        Entry::Conclusion(_) | Entry::Action(_) => None,
    }
}

/// Returns what an edited line means: a kind without a sign stays, and nobody gets words by having the floor now.
fn meant(entry: Entry, capture: &Capture) -> Capture {
    let sort = match (unsigned_kind(entry), capture.sort) {
        (Some(kind), Sort::Plain) => Sort::Note(kind),
        (Some(_) | None, sort) => sort,
    };
    Capture {
        sort,
        whom: capture.whom.clone().into_said(),
        ..capture.clone()
    }
}

/// Returns the changes that take a line out of the stream with all that it brought about; a conclusion that was prepared
/// waits again.
pub fn remove(dossier: &Dossier, entry: Entry) -> Vec<Change> {
    let prepared = match entry {
        Entry::Conclusion(conclusion) => prepared::give_back(conclusion, dossier),
        Entry::Note(_) | Entry::Action(_) => None,
    };
    taken_out(dossier, entry)
        .into_iter()
        .chain(prepared)
        .collect()
}

fn taken_out(dossier: &Dossier, entry: Entry) -> Vec<Change> {
    match entry {
        Entry::Note(note) => {
            let mut changes = issues::unanswer(dossier, note);
            changes.extend(issues::unlog(dossier, note));
            changes.push(Change::delete(note));
            changes
        }
        Entry::Conclusion(conclusion) => {
            // What carried it out no longer does; the action itself stays.
            let carried = dossier
                .actions
                .iter()
                .filter(|action| action.conclusion == Some(conclusion.id));
            let freed =
                carried.map(|action| Change::edit(action, |action| action.conclusion = None));
            freed.chain([Change::delete(conclusion)]).collect()
        }
        Entry::Action(action) => actions::remove(dossier, action),
    }
}

/// Lets the issue that a note raised say what the note says now.
fn follow_issue(note: &Note, revised: &Note, dossier: &Dossier) -> Vec<Change> {
    let Some((issue, raised)) = issues::of_note(dossier, note) else {
        return Vec::new();
    };
    let mut changes = Vec::new();
    if issue.text == note.text {
        changes.push(Change::edit(issue, |issue| {
            issue.text.clone_from(&revised.text);
            issue.focus = revised.focus;
        }));
    }
    changes.push(Change::edit(raised, |raised| {
        raised.seat = revised.seat;
        raised.unit = dossier.unit_of(revised.seat);
    }));
    changes
}

/// Takes a line out that another replaces: an issue that others raised or answered stays, and so does an answer.
fn let_go(dossier: &Dossier, entry: Entry) -> Vec<Change> {
    let Entry::Note(note) = entry else {
        return taken_out(dossier, entry);
    };
    let mut changes: Vec<Change> = issues::given(dossier, note)
        .map(|answer| {
            Change::edit(answer, |answer| {
                (answer.note, answer.text) = (None, Some(note.text.clone()));
            })
        })
        .collect();
    if let Some((issue, raised)) = issues::of_note(dossier, note) {
        let others = dossier.raised.iter();
        let is_shared = others.filter(|other| other.issue == issue.id).count() > 1
            || dossier.is_answered(issue.id);
        changes.extend(if is_shared {
            vec![Change::edit(raised, |raised| raised.note = None)]
        } else {
            issues::unlog(dossier, note)
        });
    }
    changes.push(Change::delete(note));
    changes
}

fn single(capture: &Capture) -> bool {
    match &capture.whom {
        Whom::Floor | Whom::Nobody => true,
        Whom::Seats(seats) => seats.len() == 1,
        Whom::Everybody | Whom::AllBut(_) => false,
    }
}
