//! The stream of a meeting: its notes, conclusions and actions, written, rewritten and retyped.

mod edit;
mod rewrite;
mod target;
mod write;

use super::actions;
use super::capture::{Capture, Sort, Whom};
use super::cell::Id;
use super::code::NoteKind;
use super::dossier::Dossier;
use super::issues;
use super::roll_call::wards;
use super::rows::{Action, AgendaItem, Conclusion, FocusArea, Note, Seat};
use crate::text::dates::Instant;

pub use edit::{JoinRefusal, Placement, join, place};
pub(crate) use rewrite::plain_kind;
pub use rewrite::remove;
pub use target::Target;
pub use write::{Known, LineRefusal, Place, Writing};

impl Note {
    /// Says whether it was said by somebody whom nobody has named; an answer is the committee's.
    pub(crate) fn is_of_nobody(&self) -> bool {
        self.kind.row().is_own && self.seat.is_none() && self.speaker.is_none()
    }
}

/// One line of the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry<'a> {
    /// Something that was said.
    Note(&'a Note),
    /// Something that the chair concluded.
    Conclusion(&'a Conclusion),
    /// Something that became a task.
    Action(&'a Action),
}

/// The name of a line of the stream.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum EntryId {
    /// A note.
    Note(Id<Note>),
    /// A conclusion.
    Conclusion(Id<Conclusion>),
    /// An action.
    Action(Id<Action>),
}

impl EntryId {
    /// Returns the action that the line is, if it is one.
    pub(crate) fn action(self) -> Option<Id<Action>> {
        match self {
            Self::Action(id) => Some(id),
            Self::Note(_) | Self::Conclusion(_) => None,
        }
    }
}

impl<'a> Entry<'a> {
    /// Returns the name of the line.
    pub(crate) fn id(self) -> EntryId {
        match self {
            Self::Note(note) => EntryId::Note(note.id),
            Self::Conclusion(conclusion) => EntryId::Conclusion(conclusion.id),
            Self::Action(action) => EntryId::Action(action.id),
        }
    }

    /// Returns when it was written.
    pub(crate) fn at(self) -> Instant {
        match self {
            Self::Note(note) => note.at,
            Self::Conclusion(conclusion) => conclusion.at,
            Self::Action(action) => action.at,
        }
    }

    pub(crate) fn text(self) -> &'a str {
        match self {
            Self::Note(note) => &note.text,
            Self::Conclusion(conclusion) => &conclusion.text,
            Self::Action(action) => &action.text,
        }
    }

    /// Returns the focus area it touches.
    pub(crate) fn focus(self) -> Option<Id<FocusArea>> {
        match self {
            Self::Note(note) => note.focus,
            Self::Conclusion(conclusion) => conclusion.focus,
            Self::Action(action) => Some(action.focus),
        }
    }

    /// Returns the item it belongs to.
    pub(crate) fn item(self) -> Option<Id<AgendaItem>> {
        match self {
            Self::Note(note) => note.item,
            Self::Conclusion(conclusion) => conclusion.item,
            Self::Action(action) => action.item,
        }
    }

    /// Returns the place that it has in the meeting.
    fn place(self) -> Place {
        Place {
            at: self.at(),
            item: self.item(),
        }
    }

    fn number(self) -> i64 {
        match self {
            Self::Note(note) => note.id.number(),
            Self::Conclusion(conclusion) => conclusion.id.number(),
            Self::Action(action) => action.id.number(),
        }
    }
}

/// Returns the lines of the stream, oldest first.
pub fn stream(dossier: &Dossier) -> Vec<Entry<'_>> {
    let notes = dossier.notes.iter().map(Entry::Note);
    let conclusions = dossier.conclusions.iter().map(Entry::Conclusion);
    let actions = dossier.actions.iter().map(Entry::Action);
    let mut lines: Vec<Entry> = notes.chain(conclusions).chain(actions).collect();
    lines.sort_by_key(|entry| (entry.at(), entry.number()));
    lines
}

/// Returns the line of the stream with this name.
pub(crate) fn entry(dossier: &Dossier, id: EntryId) -> Option<Entry<'_>> {
    match id {
        EntryId::Note(id) => dossier.notes.get(id).map(Entry::Note),
        EntryId::Conclusion(id) => dossier.conclusions.get(id).map(Entry::Conclusion),
        EntryId::Action(id) => dossier.actions.get(id).map(Entry::Action),
    }
}

/// Returns the capture line that would have been read as this line of the stream.
pub fn capture_of(dossier: &Dossier, entry: Entry) -> Capture {
    let (sort, whom, (deadline, deadline_words)) = match entry {
        Entry::Note(note) => (
            Sort::Note(note.kind),
            note.seat
                .map_or(Whom::Floor, |seat| Whom::Seats(vec![seat])),
            (None, None),
        ),
        Entry::Conclusion(_) => (Sort::Conclusion, Whom::Floor, (None, None)),
        Entry::Action(action) => (
            Sort::Action,
            whom_of(dossier, action),
            (action.deadline, action.deadline_words.clone()),
        ),
    };
    let answered = match entry {
        Entry::Note(note) => issues::answered_by(dossier, note),
        Entry::Action(action) => action.issue.and_then(|issue| dossier.issue(issue)),
        Entry::Conclusion(_) => None,
    };
    Capture {
        whom,
        focus: entry.focus(),
        deadline,
        deadline_words,
        issue: answered.map(|issue| issue.number),
        ..Capture::of(sort, entry.text())
    }
}

fn whom_of(dossier: &Dossier, action: &Action) -> Whom {
    let units = actions::units(dossier, action.id);
    let wards = wards(dossier);
    if units.len() == wards.len() && units.len() > 1 {
        return Whom::Everybody;
    }
    let (given, left_out): (Vec<&Seat>, Vec<&Seat>) = wards
        .into_iter()
        .partition(|seat| seat.unit.is_some_and(|unit| units.contains(&unit)));
    let ids = |seats: Vec<&Seat>| seats.into_iter().map(|seat| seat.id).collect();
    if left_out.len() * 4 < given.len() {
        Whom::AllBut(ids(left_out))
    } else {
        Whom::Seats(ids(given))
    }
}

/// The lines that the stream shows; an empty filter shows all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Filter {
    /// Only lines of the running item.
    pub(crate) current_item: bool,
    /// Only lines of this kind.
    pub(crate) kind: Option<Kind>,
    /// Only lines that this seat said, and actions for its unit.
    pub(crate) seat: Option<Id<Seat>>,
    /// Only lines under this focus area.
    pub(crate) focus: Option<Id<FocusArea>>,
}

/// The kind of a line that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) enum Kind {
    Note(NoteKind),
    /// A conclusion of the chair.
    Conclusion,
    /// A task.
    Action,
}

impl Filter {
    /// Says whether everything is shown.
    pub(crate) fn is_open(self) -> bool {
        self == Self::default()
    }

    /// Says whether a line is shown.
    pub(crate) fn keeps(self, entry: Entry, dossier: &Dossier) -> bool {
        let is_kind = self.kind.is_none_or(|kind| match (kind, entry) {
            (Kind::Note(kind), Entry::Note(note)) => note.kind == kind,
            (Kind::Conclusion, Entry::Conclusion(_)) | (Kind::Action, Entry::Action(_)) => true,
            (
                Kind::Note(_) | Kind::Conclusion | Kind::Action,
                Entry::Note(_) | Entry::Conclusion(_) | Entry::Action(_),
            ) => false,
        });
        let is_here = !self.current_item || entry.item() == super::agenda::current_item(dossier);
        let is_focus = self.focus.is_none() || entry.focus() == self.focus;
        is_kind
            && is_here
            && is_focus
            && self.seat.is_none_or(|seat| concerns(entry, seat, dossier))
    }
}

/// Says whether a line was said by a seat, or gives its unit something to do.
fn concerns(entry: Entry, seat: Id<Seat>, dossier: &Dossier) -> bool {
    match entry {
        Entry::Note(note) => note.seat == Some(seat),
        Entry::Conclusion(_) => false,
        Entry::Action(action) => {
            let unit = dossier.unit_of(Some(seat));
            let mut parts = dossier.assignments.iter();
            parts.any(|part| part.action == action.id && Some(part.unit) == unit)
        }
    }
}

/// Returns the lines of the stream that a filter keeps, oldest first.
pub(crate) fn filtered(dossier: &Dossier, filter: Filter) -> Vec<Entry<'_>> {
    let mut lines = stream(dossier);
    if !filter.is_open() {
        lines.retain(|entry| filter.keeps(*entry, dossier));
    }
    lines
}
