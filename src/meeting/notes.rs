//! The stream of a meeting: what was said, concluded and assigned, written, rewritten and retyped.

use super::actions::{self, Numbers};
use super::agenda;
use super::capture::{Capture, Sort, Whom, sign};
use super::cell::Id;
use super::change::{Change, Ids};
use super::code::{ItemKind, NoteKind};
use super::conclusions;
use super::dossier::Dossier;
use super::floor;
use super::issues;
use super::roll_call::wards;
use super::rows::{Action, AgendaItem, Conclusion, FocusArea, Note, Seat, Unit};
use crate::text::dates::Instant;

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

impl<'a> Entry<'a> {
    /// Returns the name of the line.
    pub fn id(self) -> EntryId {
        match self {
            Self::Note(note) => EntryId::Note(note.id),
            Self::Conclusion(conclusion) => EntryId::Conclusion(conclusion.id),
            Self::Action(action) => EntryId::Action(action.id),
        }
    }

    /// Returns when it was written.
    pub fn at(self) -> Instant {
        match self {
            Self::Note(note) => note.at,
            Self::Conclusion(conclusion) => conclusion.at,
            Self::Action(action) => action.at,
        }
    }

    /// Returns its text.
    pub fn text(self) -> &'a str {
        match self {
            Self::Note(note) => &note.text,
            Self::Conclusion(conclusion) => &conclusion.text,
            Self::Action(action) => &action.text,
        }
    }

    /// Returns the focus area it touches.
    pub fn focus(self) -> Option<Id<FocusArea>> {
        match self {
            Self::Note(note) => note.focus,
            Self::Conclusion(conclusion) => conclusion.focus,
            Self::Action(action) => Some(action.focus),
        }
    }

    /// Returns the item it belongs to.
    pub fn item(self) -> Option<Id<AgendaItem>> {
        match self {
            Self::Note(note) => note.item,
            Self::Conclusion(conclusion) => conclusion.item,
            Self::Action(action) => action.item,
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

/// Why a line could not be written as what its signs say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no text.
    Empty,
    /// An action serves a focus area, and none was named.
    NoFocus,
    /// An action is owed by somebody, and nobody was named or has the floor.
    NoUnit,
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
pub fn entry(dossier: &Dossier, id: EntryId) -> Option<Entry<'_>> {
    match id {
        EntryId::Note(id) => dossier.notes.get(id).map(Entry::Note),
        EntryId::Conclusion(id) => dossier.conclusions.get(id).map(Entry::Conclusion),
        EntryId::Action(id) => dossier.actions.get(id).map(Entry::Action),
    }
}

/// Returns what a line of the stream would have been read from.
pub fn capture_of(dossier: &Dossier, entry: Entry) -> Capture {
    let (sort, whom, deadline) = match entry {
        Entry::Note(note) => (
            Sort::Note(note.kind),
            note.seat
                .map_or(Whom::Floor, |seat| Whom::Seats(vec![seat])),
            None,
        ),
        Entry::Conclusion(_) => (Sort::Conclusion, Whom::Floor, None),
        Entry::Action(action) => (Sort::Action, whom_of(dossier, action), action.deadline),
    };
    let text = entry.text().to_owned();
    Capture {
        sort,
        whom,
        focus: entry.focus(),
        deadline,
        text,
        problems: Vec::new(),
    }
}

/// Where a line that is written takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// When it was said.
    pub at: Instant,
    /// Under which item.
    pub item: Option<Id<AgendaItem>>,
}

impl Place {
    /// Returns the place of a line that is written now; what is added after the end belongs to no item.
    pub fn now(dossier: &Dossier, now: Instant) -> Self {
        let is_over = dossier.meeting.closed.is_some();
        let item = agenda::current_item(dossier).filter(|_| !is_over);
        Self { at: now, item }
    }
}

/// Returns the changes that write a line as what its signs say, with all that it brings about.
pub fn write(
    capture: &Capture,
    place: Place,
    dossier: &Dossier,
    numbers: Numbers,
    ids: &Ids,
) -> Result<Vec<Change>, Refusal> {
    if capture.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    match capture.sort {
        Sort::Plain => {
            let kind = agenda::plain_kind(item_kind(dossier, place));
            Ok(write_notes(capture, kind, place, dossier, numbers, ids))
        }
        Sort::Note(kind) => Ok(write_notes(capture, kind, place, dossier, numbers, ids)),
        Sort::Conclusion => Ok(vec![Change::insert(Conclusion {
            id: ids.next(),
            meeting: dossier.meeting.id,
            item: place.item,
            position: conclusions::next_position(dossier),
            focus: capture.focus,
            text: capture.text.clone(),
            at: place.at,
        })]),
        Sort::Action => write_action(capture, place, dossier, numbers, ids),
    }
}

/// Returns the changes that put what was read in the place of a line of the stream.
///
/// A line that stays of its sort keeps its id, its time and its item; another sort replaces it.
pub fn rewrite(
    entry: Entry,
    capture: &Capture,
    dossier: &Dossier,
    numbers: Numbers,
    ids: &Ids,
) -> Result<Vec<Change>, Refusal> {
    if capture.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let capture = &meant(entry, capture);
    let place = Place {
        at: entry.at(),
        item: entry.item(),
    };
    match (entry, capture.sort) {
        (Entry::Note(note), Sort::Note(kind)) if kind == note.kind && single(capture) => {
            Ok(revise_note(note, capture, dossier))
        }
        (Entry::Conclusion(conclusion), Sort::Conclusion) => {
            Ok(vec![Change::edit(conclusion, |conclusion| {
                conclusion.text.clone_from(&capture.text);
                conclusion.focus = capture.focus;
            })])
        }
        (Entry::Action(action), Sort::Action) => revise_action(action, capture, dossier, ids),
        (Entry::Note(_) | Entry::Conclusion(_) | Entry::Action(_), _) => {
            let mut changes = remove(dossier, entry);
            // What is written anew must not lean on what has just been taken out.
            let without = dossier.after(&changes);
            changes.extend(write(capture, place, &without, numbers, ids)?);
            Ok(changes)
        }
    }
}

/// Returns what an edited line means: a kind without a sign stays, and nobody gets words by having the floor now.
fn meant(entry: Entry, capture: &Capture) -> Capture {
    let sort = match (entry, capture.sort) {
        (Entry::Note(note), Sort::Plain) if sign(Sort::Note(note.kind)).is_none() => {
            Sort::Note(note.kind)
        }
        (Entry::Note(_) | Entry::Conclusion(_) | Entry::Action(_), sort) => sort,
    };
    let whom = match &capture.whom {
        Whom::Floor => Whom::Nobody,
        named @ (Whom::Nobody | Whom::Seats(_) | Whom::Everybody) => named.clone(),
    };
    Capture {
        sort,
        whom,
        ..capture.clone()
    }
}

/// Returns the changes that take a line out of the stream with all that it brought about.
pub fn remove(dossier: &Dossier, entry: Entry) -> Vec<Change> {
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

fn write_notes(
    capture: &Capture,
    kind: NoteKind,
    place: Place,
    dossier: &Dossier,
    numbers: Numbers,
    ids: &Ids,
) -> Vec<Change> {
    let seats: Vec<Option<Id<Seat>>> = match &capture.whom {
        Whom::Seats(seats) => seats.iter().copied().map(Some).collect(),
        Whom::Nobody => vec![None],
        Whom::Floor | Whom::Everybody => vec![floor::speaker(dossier).map(|seat| seat.id)],
    };
    let notes: Vec<Note> = seats
        .into_iter()
        .map(|seat| Note {
            id: ids.next(),
            meeting: dossier.meeting.id,
            item: place.item,
            seat,
            speaker: None,
            kind,
            focus: capture.focus,
            at: place.at,
            text: capture.text.clone(),
        })
        .collect();
    let mut changes: Vec<Change> = notes.iter().cloned().map(Change::insert).collect();
    match kind {
        NoteKind::Difficulty => changes.extend(issues::log(numbers.issue, &notes, dossier, ids)),
        NoteKind::Answer => {
            for note in &notes {
                // Two units may have raised one issue; it is answered once.
                let answered = issues::answer(&dossier.after(&changes), note, ids);
                changes.extend(answered);
            }
        }
        NoteKind::Result
        | NoteKind::Experience
        | NoteKind::Proposal
        | NoteKind::Instruction
        | NoteKind::Document
        | NoteKind::Information => {}
    }
    changes
}

fn write_action(
    capture: &Capture,
    place: Place,
    dossier: &Dossier,
    numbers: Numbers,
    ids: &Ids,
) -> Result<Vec<Change>, Refusal> {
    let focus = capture.focus.ok_or(Refusal::NoFocus)?;
    let units = units(&capture.whom, dossier);
    if units.is_empty() {
        return Err(Refusal::NoUnit);
    }
    let action = Action {
        id: ids.next(),
        meeting: dossier.meeting.id,
        item: place.item,
        issue: None,
        conclusion: conclusion_of(dossier, focus),
        number: numbers.action,
        focus,
        text: capture.text.clone(),
        deliverable: None,
        deadline: capture.deadline,
        officer: None,
        at: place.at,
    };
    Ok(actions::assign(action, &units, ids))
}

/// Returns the latest conclusion on a focus area, which an action under it carries out.
fn conclusion_of(dossier: &Dossier, focus: Id<FocusArea>) -> Option<Id<Conclusion>> {
    dossier
        .conclusions
        .iter()
        .rev()
        .find(|conclusion| conclusion.focus == Some(focus))
        .map(|conclusion| conclusion.id)
}

fn units(whom: &Whom, dossier: &Dossier) -> Vec<Id<Unit>> {
    let unit = |seat: &Id<Seat>| dossier.seats.get(*seat).and_then(|seat| seat.unit);
    match whom {
        Whom::Nobody => Vec::new(),
        Whom::Floor => floor::speaker(dossier)
            .and_then(|seat| seat.unit)
            .into_iter()
            .collect(),
        Whom::Seats(seats) => seats.iter().filter_map(unit).collect(),
        Whom::Everybody => wards(dossier)
            .into_iter()
            .filter_map(|seat| seat.unit)
            .collect(),
    }
}

fn whom_of(dossier: &Dossier, action: &Action) -> Whom {
    let units = actions::units(dossier, action.id);
    let wards = wards(dossier);
    if units.len() == wards.len() && units.len() > 1 {
        return Whom::Everybody;
    }
    Whom::Seats(
        wards
            .into_iter()
            .filter(|seat| seat.unit.is_some_and(|unit| units.contains(&unit)))
            .map(|seat| seat.id)
            .collect(),
    )
}

/// Changes text, focus area and unit of a note in place, and of the issue that only it raised.
fn revise_note(note: &Note, capture: &Capture, dossier: &Dossier) -> Vec<Change> {
    let seat = match &capture.whom {
        Whom::Seats(seats) => seats.first().copied(),
        Whom::Floor | Whom::Nobody | Whom::Everybody => None,
    };
    let revised = Change::edit(note, |note| {
        note.text.clone_from(&capture.text);
        note.focus = capture.focus;
        note.seat = seat;
    });
    let mut changes = vec![revised];
    if let Some((issue, raised)) = issues::of_note(dossier, note) {
        if issue.text == note.text {
            changes.push(Change::edit(issue, |issue| {
                issue.text.clone_from(&capture.text);
                issue.focus = capture.focus;
            }));
        }
        changes.push(Change::edit(raised, |raised| {
            raised.seat = seat;
            raised.unit = seat
                .and_then(|seat| dossier.seats.get(seat))
                .and_then(|seat| seat.unit);
        }));
    }
    changes
}

/// Changes text, focus area, deadline and units of an action, which keeps its code and what was reported.
fn revise_action(
    action: &Action,
    capture: &Capture,
    dossier: &Dossier,
    ids: &Ids,
) -> Result<Vec<Change>, Refusal> {
    let focus = capture.focus.ok_or(Refusal::NoFocus)?;
    let mut changes = vec![Change::edit(action, |action| {
        action.text.clone_from(&capture.text);
        action.focus = focus;
        action.deadline = capture.deadline;
    })];
    if capture.whom != whom_of(dossier, action) {
        let units = units(&capture.whom, dossier);
        if units.is_empty() {
            return Err(Refusal::NoUnit);
        }
        changes.extend(actions::reassign(dossier, action.id, &units, ids));
    }
    Ok(changes)
}

fn single(capture: &Capture) -> bool {
    match &capture.whom {
        Whom::Floor | Whom::Nobody => true,
        Whom::Seats(seats) => seats.len() == 1,
        Whom::Everybody => false,
    }
}

fn item_kind(dossier: &Dossier, place: Place) -> Option<ItemKind> {
    place
        .item
        .and_then(|item| dossier.items.get(item))
        .map(|item| item.kind)
}
