//! The floor: who speaks, since when, who waits, and who has not spoken yet.

use std::collections::HashSet;

use chrono::TimeDelta;

use super::cell::Id;
use super::change::{Change, Ids};
use super::code::{ItemKind, NoteKind, SeatGroup};
use super::dossier::Dossier;
use super::rows::{Seat, Speech};
use super::{agenda, roll_call};
use crate::text::dates::Instant;

/// What a unit still owes, across all meetings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Debt {
    /// Assignments that are open.
    pub open: usize,
    /// Of these, those whose deadline has passed.
    pub overdue: usize,
    /// Issues that it raised and nobody has answered.
    pub unanswered: usize,
}

/// Returns the turn that is going on.
pub fn speaking(dossier: &Dossier) -> Option<&Speech> {
    dossier
        .speeches
        .iter()
        .rev()
        .find(|speech| speech.began.is_some() && speech.ended.is_none())
}

/// Returns the seat that has the floor.
pub fn speaker(dossier: &Dossier) -> Option<&Seat> {
    speaking(dossier)?
        .seat
        .and_then(|seat| dossier.seats.get(seat))
}

/// Returns the turns that wait, in the order of the queue.
pub fn queue(dossier: &Dossier) -> Vec<&Speech> {
    let mut waiting: Vec<&Speech> = dossier
        .speeches
        .iter()
        .filter(|speech| speech.began.is_none())
        .collect();
    waiting.sort_by_key(|speech| (speech.position, speech.id));
    waiting
}

/// Returns how long a turn has lasted.
pub fn length(speech: &Speech, now: Instant) -> TimeDelta {
    speech.began.map_or(TimeDelta::zero(), |began| {
        (speech.ended.unwrap_or(now) - began).max(TimeDelta::zero())
    })
}

/// Returns how many of the units that were called have not had the floor yet.
pub fn silent(dossier: &Dossier) -> usize {
    let said = dossier
        .notes
        .iter()
        .filter(|note| note.kind != NoteKind::Answer)
        .filter_map(|note| note.seat);
    let spoke: HashSet<Id<Seat>> = dossier
        .speeches
        .iter()
        .filter(|speech| speech.began.is_some())
        .filter_map(|speech| speech.seat)
        .chain(said)
        .collect();
    dossier
        .seats
        .iter()
        .filter(|seat| seat.seat_group == SeatGroup::Ward && !spoke.contains(&seat.id))
        .filter(|seat| roll_call::standing(dossier, seat.id).is_represented())
        .count()
}

/// Returns how long each unit that has not spoken may speak, if the running discussion keeps its time.
pub fn share(dossier: &Dossier, now: Instant) -> Option<TimeDelta> {
    let item = agenda::running_item(dossier).filter(|item| item.kind == ItemKind::Discussion)?;
    let left = agenda::planned(item) - agenda::elapsed(dossier, item.id, now);
    let units = i32::try_from(silent(dossier))
        .ok()
        .filter(|units| *units > 0)?;
    (left > TimeDelta::zero()).then(|| left / units)
}

/// Returns the changes that put a unit at the end of the queue.
pub fn ask(dossier: &Dossier, seat: Id<Seat>, now: Instant, ids: &Ids) -> Vec<Change> {
    if queue(dossier)
        .iter()
        .any(|speech| speech.seat == Some(seat))
    {
        return Vec::new();
    }
    vec![Change::insert(turn(dossier, seat, now, ids))]
}

/// Returns the changes that give a unit the floor: the turn before ends, and a turn it waited for begins.
pub fn give(dossier: &Dossier, seat: Id<Seat>, now: Instant, ids: &Ids) -> Vec<Change> {
    let mut changes = end(dossier, now);
    match queue(dossier)
        .into_iter()
        .find(|speech| speech.seat == Some(seat))
    {
        Some(speech) => changes.push(Change::edit(speech, |speech| speech.began = Some(now))),
        None => changes.push(Change::insert(Speech {
            began: Some(now),
            ..turn(dossier, seat, now, ids)
        })),
    }
    changes
}

/// Returns the changes that end the turn that is going on.
pub fn end(dossier: &Dossier, now: Instant) -> Vec<Change> {
    speaking(dossier)
        .map(|speech| Change::edit(speech, |speech| speech.ended = Some(now)))
        .into_iter()
        .collect()
}

fn turn(dossier: &Dossier, seat: Id<Seat>, now: Instant, ids: &Ids) -> Speech {
    let position = dossier
        .speeches
        .iter()
        .map(|speech| speech.position)
        .max()
        .unwrap_or(0)
        + 1;
    Speech {
        id: ids.next(),
        meeting: dossier.meeting.id,
        item: agenda::current_item(dossier),
        seat: Some(seat),
        guest: None,
        position,
        asked: now,
        began: None,
        ended: None,
    }
}
