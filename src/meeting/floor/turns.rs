//! The turns that were had: each can be given to another, split, put together with the next one, and deleted.

use super::{Voice, interrupted_by, speaking, started};
use crate::meeting::agenda;
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Ids};
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::{AgendaItem, Note, Seat, Speech};
use crate::text::dates::Instant;

/// A turn as it is corrected: whose it was, under which item, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) voice: Voice,
    pub(crate) item: Option<Id<AgendaItem>>,
    pub(crate) began: Instant,
    /// None while it goes on.
    pub(crate) ended: Option<Instant>,
}

/// What cannot be true of the times of a turn, although the book takes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Oddity<'a> {
    /// Somebody else had the floor then.
    Overlap(&'a Speech),
    /// Its item did not run then.
    OutsideItem(&'a AgendaItem),
    /// The meeting had not begun, or was over.
    OutsideMeeting,
}

/// Why two turns cannot be put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MergeRefusal<'a> {
    /// The same unit had no later turn under the same item.
    NoNext,
    /// Somebody else spoke between them.
    Between(&'a Speech),
}

/// Returns the turns that were had, in the order of their times.
pub(crate) fn had(dossier: &Dossier) -> Vec<&Speech> {
    let speeches = dossier.speeches.iter();
    let mut had: Vec<&Speech> = speeches.filter(|speech| speech.began.is_some()).collect();
    had.sort_by_key(|speech| (speech.began, speech.id));
    had
}

/// Returns the change that corrects a turn.
pub(crate) fn correct(speech: &Speech, turn: &Turn) -> Change {
    let (seat, guest) = turn.voice.clone().columns();
    Change::edit(speech, |speech| {
        (speech.seat, speech.guest) = (seat, guest);
        (speech.item, speech.began, speech.ended) = (turn.item, Some(turn.began), turn.ended);
    })
}

/// Returns the changes that delete a turn; whom it had interrupted has the floor again if it was going on.
pub(crate) fn remove(dossier: &Dossier, speech: &Speech, now: Instant) -> Vec<Change> {
    let is_going_on = speaking(dossier).is_some_and(|going_on| going_on.id == speech.id);
    let interrupted = is_going_on
        .then(|| interrupted_by(dossier, speech))
        .flatten();
    let mut changes = repointed(dossier, speech.id, speech.continues, None);
    changes.push(Change::delete(speech));
    if let Some(rest) = interrupted {
        let after = dossier.after(&changes);
        changes.extend(after.speeches.get(rest.id).map(|rest| started(rest, now)));
    }
    changes
}

/// Returns the changes that end a turn at a time within it, and let another go on from there to its end.
pub(crate) fn split(
    dossier: &Dossier,
    speech: &Speech,
    at: Instant,
    voice: &Voice,
    ids: &Ids,
) -> Vec<Change> {
    let (seat, guest) = voice.clone().columns();
    let second = Speech {
        id: ids.next(),
        seat,
        guest,
        asked: at,
        began: Some(at),
        continues: Some(speech.id),
        interrupted_by: None,
        ..speech.clone()
    };
    let id = second.id;
    // One turn goes on at a time: the first part ends before the second is there.
    let mut changes = vec![
        Change::edit(speech, |speech| speech.ended = Some(at)),
        Change::insert(second),
    ];
    let rests = dossier.speeches.iter();
    let rests = rests.filter(|rest| rest.continues == Some(speech.id));
    changes.extend(rests.map(|rest| Change::edit(rest, |rest| rest.continues = Some(id))));
    changes
}

/// Returns the changes that put a turn and the next one of the same unit together.
pub(crate) fn merge<'a>(
    dossier: &'a Dossier,
    speech: &Speech,
) -> Result<Vec<Change>, MergeRefusal<'a>> {
    let later = had(dossier)
        .into_iter()
        .skip_while(|turn| turn.id != speech.id);
    let mut later = later.skip(1).filter(|turn| turn.item == speech.item);
    let voice = Voice::of(speech).ok_or(MergeRefusal::NoNext)?;
    let mut between = None;
    let next = later.find(|turn| {
        let is_same = voice.has(turn);
        between = between.or((!is_same).then_some(*turn));
        is_same
    });
    let next = next.ok_or(MergeRefusal::NoNext)?;
    if let Some(between) = between {
        return Err(MergeRefusal::Between(between));
    }
    let mut changes = repointed(dossier, next.id, Some(speech.id), Some(speech.id));
    changes.push(Change::delete(next));
    changes.push(Change::edit(speech, |speech| {
        speech.ended = next.ended;
        let leads_back = |id: Option<Id<Speech>>| id.filter(|id| *id != next.id);
        speech.continues = leads_back(speech.continues);
        speech.interrupted_by = leads_back(speech.interrupted_by);
    }));
    Ok(changes)
}

/// Lets the turns that go on from a turn, or were interrupted by it, do so from others.
fn repointed(
    dossier: &Dossier,
    gone: Id<Speech>,
    continues: Option<Id<Speech>>,
    interrupted_by: Option<Id<Speech>>,
) -> Vec<Change> {
    let others = dossier.speeches.iter();
    // A turn does not lead to itself.
    let others = others.filter(|other| other.id != gone && Some(other.id) != continues);
    let led_there =
        others.filter(|other| other.continues == Some(gone) || other.interrupted_by == Some(gone));
    led_there
        .map(|other| {
            Change::edit(other, |other| {
                if other.continues == Some(gone) {
                    other.continues = continues;
                }
                if other.interrupted_by == Some(gone) {
                    other.interrupted_by = interrupted_by;
                }
            })
        })
        .collect()
}

/// Returns what cannot be true of the times of a turn.
pub(crate) fn oddity<'a>(
    dossier: &'a Dossier,
    speech: &Speech,
    now: Instant,
) -> Option<Oddity<'a>> {
    let began = speech.began?;
    let ended = speech.ended.unwrap_or(now);
    let opened = dossier.meeting.opened.unwrap_or(began);
    let closed = dossier.meeting.closed.unwrap_or(ended);
    if began < opened || ended > closed {
        return Some(Oddity::OutsideMeeting);
    }
    let overlaps = |other: &&&Speech| {
        let span = other.began.zip(Some(other.ended.unwrap_or(now)));
        other.id != speech.id && span.is_some_and(|(from, to)| from < ended && began < to)
    };
    if let Some(other) = had(dossier).iter().find(overlaps) {
        return Some(Oddity::Overlap(other));
    }
    let item = speech.item.and_then(|item| dossier.items.get(item))?;
    let runs = agenda::runs_of(dossier, item.id);
    let is_within = runs
        .iter()
        .any(|run| run.began <= began && run.ended.is_none_or(|end| ended <= end));
    (!is_within).then_some(Oddity::OutsideItem(item))
}

/// Returns the turn in which a note was said by its speaker.
pub(crate) fn of_note<'a>(dossier: &'a Dossier, note: &Note, now: Instant) -> Option<&'a Speech> {
    let voice = said_by(note)?;
    let mut turns = had(dossier).into_iter().rev();
    turns.find(|turn| voice.has(turn) && is_in(turn, note.at, now))
}

/// Returns the turn in which a note was said, by the first of its parts: an interrupted turn is one.
pub(crate) fn first_part_of_note(dossier: &Dossier, note: &Note) -> Option<Id<Speech>> {
    let mut speech = of_note(dossier, note, note.at)?;
    // No chain is longer than there are turns.
    for _ in 0..dossier.speeches.len() {
        let Some(before) = speech.continues.and_then(|id| dossier.speeches.get(id)) else {
            break;
        };
        speech = before;
    }
    Some(speech.id)
}

/// Says whether nothing that its own speaker said is left of a turn.
pub(crate) fn is_without_lines(dossier: &Dossier, turn: &Speech, now: Instant) -> bool {
    let mut notes = dossier.notes.iter();
    !notes.any(|note| {
        let is_own = said_by(note).is_some_and(|voice| voice.has(turn));
        is_own && is_in(turn, note.at, now)
    })
}

/// Returns who said a note; an answer is for its seat, and nobody's own.
fn said_by(note: &Note) -> Option<Voice> {
    let guest = || note.speaker.clone().map(Voice::Guest);
    let said = note.seat.map(Voice::Seat).or_else(guest);
    said.filter(|_| note.kind.row().is_own)
}

fn is_in(turn: &Speech, at: Instant, now: Instant) -> bool {
    let ended = turn.ended.unwrap_or(now);
    turn.began.is_some_and(|began| began <= at && at <= ended)
}

impl Voice {
    /// Returns the columns of a turn that say whose it is.
    pub(super) fn columns(self) -> (Option<Id<Seat>>, Option<String>) {
        match self {
            Self::Seat(seat) => (Some(seat), None),
            Self::Guest(name) => (None, Some(name)),
        }
    }
}
