//! The floor: who speaks, since when, who waits, and who has not spoken yet.

pub(crate) mod turns;

use std::collections::HashSet;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::actions::Parts;
use super::cell::Id;
use super::change::{Change, Ids};
use super::code::ItemKind;
use super::dossier::Dossier;
use super::roll_call::Standing;
use super::rows::{AgendaItem, Seat, Speech};
use super::{agenda, roll_call};
use crate::text::dates::Instant;
use crate::text::fold::fold;
use crate::text::same::{bare_person, is_same, is_same_person};

/// The counts of a unit's open matters, across all meetings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Debt {
    /// How its open parts stand.
    pub(crate) parts: Parts,
    /// Issues that it raised and nobody has answered.
    pub(crate) unanswered: usize,
}

/// Who speaks: a seat of the meeting, or a guest who has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Voice {
    /// A seat.
    Seat(Id<Seat>),
    /// A guest, by name.
    Guest(String),
}

impl Voice {
    /// Returns whose turn it is.
    pub(crate) fn of(speech: &Speech) -> Option<Self> {
        let guest = || speech.guest.clone().map(Self::Guest);
        speech.seat.map(Self::Seat).or_else(guest)
    }

    /// Returns the name that is shown.
    pub(crate) fn name<'a>(&'a self, dossier: &'a Dossier) -> &'a str {
        match self {
            Self::Seat(seat) => dossier.seats.get(*seat).map_or("", |seat| &seat.name),
            Self::Guest(name) => name,
        }
    }

    pub(crate) fn has(&self, speech: &Speech) -> bool {
        match self {
            Self::Seat(seat) => speech.seat == Some(*seat),
            Self::Guest(name) => speech.seat.is_none() && speech.guest.as_ref() == Some(name),
        }
    }
}

/// Returns the turn that is going on.
pub(crate) fn speaking(dossier: &Dossier) -> Option<&Speech> {
    dossier
        .speeches
        .iter()
        .rev()
        .find(|speech| speech.began.is_some() && speech.ended.is_none())
}

/// Returns the seat that has the floor.
pub(crate) fn speaker(dossier: &Dossier) -> Option<&Seat> {
    speaking(dossier)?
        .seat
        .and_then(|seat| dossier.seats.get(seat))
}

/// Returns the name of whose turn it is.
pub(crate) fn name<'a>(speech: &'a Speech, dossier: &'a Dossier) -> &'a str {
    let seat = speech.seat.and_then(|seat| dossier.seats.get(seat));
    let name = seat.map(|seat| seat.name.as_str());
    name.or(speech.guest.as_deref()).unwrap_or_default()
}

/// Returns the turns that wait under the current item, in the order of the queue.
pub(crate) fn queue(dossier: &Dossier) -> Vec<&Speech> {
    queue_of(dossier, agenda::current_item(dossier))
}

/// Returns the turns that wait under an item, in the order of its queue.
pub(crate) fn queue_of(dossier: &Dossier, item: Option<Id<AgendaItem>>) -> Vec<&Speech> {
    let mut waiting: Vec<&Speech> = dossier
        .speeches
        .iter()
        .filter(|speech| speech.began.is_none() && speech.item == item)
        .collect();
    waiting.sort_by_key(|speech| (speech.position, speech.id));
    waiting
}

/// Returns how long a turn has lasted.
pub(crate) fn length(speech: &Speech, now: Instant) -> TimeDelta {
    speech.began.map_or(TimeDelta::zero(), |began| {
        (speech.ended.unwrap_or(now) - began).max(TimeDelta::zero())
    })
}

/// Returns how long a seat has spoken at the meeting, all its turns together.
pub(crate) fn total(dossier: &Dossier, seat: Id<Seat>, now: Instant) -> TimeDelta {
    let turns = dossier.speeches.iter();
    let mine = turns.filter(|speech| speech.seat == Some(seat));
    mine.map(|speech| length(speech, now)).sum()
}

/// Returns when a seat first had the floor or said something.
pub(crate) fn first_words(dossier: &Dossier, seat: Id<Seat>) -> Option<Instant> {
    let notes = dossier.notes.iter();
    let own = notes.filter(|note| note.kind.row().is_own && note.seat == Some(seat));
    let turns = dossier.speeches.iter();
    let turns = turns.filter(|speech| speech.seat == Some(seat));
    let began = turns.filter_map(|speech| speech.began);
    own.map(|note| note.at).chain(began).min()
}

/// Returns the seats that have had the floor or said something.
pub(crate) fn spoke(dossier: &Dossier) -> HashSet<Id<Seat>> {
    let said = dossier
        .notes
        .iter()
        .filter(|note| note.kind.row().is_own)
        .filter_map(|note| note.seat);
    dossier
        .speeches
        .iter()
        .filter(|speech| speech.began.is_some())
        .filter_map(|speech| speech.seat)
        .chain(said)
        .collect()
}

/// Returns the units that were called, are represented and have not had the floor yet, in the order of the roll.
pub(crate) fn silent_seats(dossier: &Dossier) -> Vec<&Seat> {
    let spoke = spoke(dossier);
    roll_call::wards(dossier)
        .into_iter()
        .filter(|seat| !spoke.contains(&seat.id))
        .filter(|seat| roll_call::standing(dossier, seat.id).is_represented())
        .collect()
}

/// Returns how long each of this many units may speak, if the discussion keeps its time and the meeting its end.
pub(crate) fn share(dossier: &Dossier, units: usize, now: Instant) -> Option<TimeDelta> {
    agenda::running_item(dossier).filter(|item| item.kind == ItemKind::Discussion)?;
    let left = agenda::left_for_running(dossier, now)?;
    let units = i32::try_from(units).ok().filter(|units| *units > 0)?;
    (left > TimeDelta::zero()).then(|| left / units)
}

/// Returns the changes that put somebody at the end of the queue; who waits already goes on waiting.
pub fn ask(dossier: &Dossier, voice: &Voice, now: Instant, ids: &Ids) -> Vec<Change> {
    if queue(dossier).iter().any(|speech| voice.has(speech)) {
        return Vec::new();
    }
    vec![Change::insert(turn(dossier, voice, now, ids))]
}

/// Returns the changes that give somebody the floor: the turn before ends, and a turn that was waited for begins.
pub fn give(dossier: &Dossier, voice: &Voice, now: Instant, ids: &Ids) -> Vec<Change> {
    let mut changes = end(dossier, now);
    changes.push(begin(dossier, voice, now, ids).1);
    changes
}

/// Returns the change that gives the floor to whoever presents an item that begins.
pub(crate) fn present(
    dossier: &Dossier,
    item: &AgendaItem,
    now: Instant,
    ids: &Ids,
) -> Option<Change> {
    let voice = presenter(dossier, item).filter(|voice| !is_absent(dossier, voice))?;
    let waiting = queue_of(dossier, Some(item.id));
    if let Some(waiting) = waiting.into_iter().find(|speech| voice.has(speech)) {
        return Some(started(waiting, now));
    }
    Some(Change::insert(Speech {
        item: Some(item.id),
        began: Some(now),
        ..turn(dossier, &voice, now, ids)
    }))
}

/// Says whether a voice is of a seat that is marked absent, or whose delegate has left.
fn is_absent(dossier: &Dossier, voice: &Voice) -> bool {
    let Voice::Seat(seat) = voice else {
        return false;
    };
    match roll_call::standing(dossier, *seat) {
        Standing::Excused | Standing::Absent => true,
        Standing::NotMarked | Standing::Present(_) | Standing::Substitute => {
            roll_call::has_left(dossier, *seat)
        }
    }
}

/// Returns who presents an item: the seat of that name or of the unit whose leader that is, or else a guest.
pub(crate) fn presenter(dossier: &Dossier, item: &AgendaItem) -> Option<Voice> {
    let whole = bare_person(item.presenter.as_deref()?);
    let name = whole.split(',').next().unwrap_or(whole).trim();
    if name.is_empty() {
        return None;
    }
    let office = whole.split_once(',').map(|(_, office)| office.trim());
    let office = office.filter(|office| !office.is_empty());
    let is_it = |seat: &&Seat| {
        let leads = |leader: &Option<String>, rank: &str| {
            let leader = leader.as_deref();
            let is_named = leader.is_some_and(|leader| is_same_person(leader, name));
            is_named && office.is_none_or(|office| is_office_of(office, rank, seat, dossier))
        };
        is_same(&seat.name, whole)
            || is_same(&seat.name, name)
            || leads(&seat.secretary, SECRETARY)
            || leads(&seat.deputy, DEPUTY)
    };
    let seat = dossier.seats.iter().find(is_it);
    Some(seat.map_or_else(
        || Voice::Guest(name.to_owned()),
        |seat| Voice::Seat(seat.id),
    ))
}

/// The office of a unit's leader, and of the deputy, as [`fold`] makes them.
const SECRETARY: &str = "bi thu";
const DEPUTY: &str = "pho bi thu";

/// Says whether an office that is given with a name is the one of a seat's leader: it names the seat's unit, or else it
/// is the leader's own and names no other unit.
fn is_office_of(office: &str, rank: &str, seat: &Seat, dossier: &Dossier) -> bool {
    let office = fold(office);
    let names = |seat: &Seat| office.contains(&fold(&seat.name));
    let is_other = || dossier.seats.iter().any(names);
    names(seat) || (office.starts_with(rank) && !is_other())
}

/// Returns the turn that begins now, and the change that begins it: the one that was waited for, or a new one.
fn begin(dossier: &Dossier, voice: &Voice, now: Instant, ids: &Ids) -> (Id<Speech>, Change) {
    if let Some(waiting) = queue(dossier).into_iter().find(|speech| voice.has(speech)) {
        return (waiting.id, started(waiting, now));
    }
    let begun = Speech {
        began: Some(now),
        ..turn(dossier, voice, now, ids)
    };
    (begun.id, Change::insert(begun))
}

fn started(speech: &Speech, now: Instant) -> Change {
    Change::edit(speech, |speech| speech.began = Some(now))
}

/// Returns the changes that end the turn that is going on; nothing ends before it began.
pub(crate) fn end(dossier: &Dossier, now: Instant) -> Vec<Change> {
    speaking(dossier)
        .map(|speech| {
            Change::edit(speech, |speech| {
                speech.ended = speech.began.map(|began| began.max(now));
            })
        })
        .into_iter()
        .collect()
}

/// Returns the changes that end the turn that is going on; whom it had interrupted has the floor again.
pub(crate) fn end_turn(dossier: &Dossier, now: Instant) -> Vec<Change> {
    let mut changes = end(dossier, now);
    let interrupted = speaking(dossier).and_then(|ended| interrupted_by(dossier, ended));
    changes.extend(interrupted.map(|rest| started(rest, now)));
    changes
}

/// Returns the waiting turn that a turn, or an earlier part of it, has interrupted.
fn interrupted_by<'a>(dossier: &'a Dossier, speech: &Speech) -> Option<&'a Speech> {
    let parts = parts(dossier, speech);
    let is_by_it = |rest: &&Speech| rest.interrupted_by.is_some_and(|by| parts.contains(&by));
    queue(dossier).into_iter().find(is_by_it)
}

/// Returns a turn and the turns whose rest it is.
fn parts(dossier: &Dossier, speech: &Speech) -> Vec<Id<Speech>> {
    let mut parts = vec![speech.id];
    let mut before = speech.continues;
    // A book that another program has written may lead in a circle.
    while let Some(part) = before.filter(|part| !parts.contains(part)) {
        parts.push(part);
        before = dossier.speeches.get(part).and_then(|part| part.continues);
    }
    parts
}

/// Returns the changes that hold the turn that is going on: its rest waits at the head of the queue.
pub fn pause(dossier: &Dossier, now: Instant, ids: &Ids) -> Vec<Change> {
    let rest = rest(dossier, None, now, ids);
    end(dossier, now).into_iter().chain(rest).collect()
}

/// Returns the change that puts the rest of the turn that is going on at the head of the queue.
fn rest(
    dossier: &Dossier,
    interrupted_by: Option<Id<Speech>>,
    now: Instant,
    ids: &Ids,
) -> Option<Change> {
    let speech = speaking(dossier)?;
    let voice = Voice::of(speech)?;
    Some(Change::insert(Speech {
        position: head(dossier),
        continues: Some(speech.id),
        interrupted_by,
        ..turn(dossier, &voice, now, ids)
    }))
}

/// Returns the changes that let somebody speak in between: the rest of the turn that is going on waits at the head.
pub fn interject(dossier: &Dossier, voice: &Voice, now: Instant, ids: &Ids) -> Vec<Change> {
    let (by, begun) = begin(dossier, voice, now, ids);
    let mut changes = end(dossier, now);
    changes.push(begun);
    changes.extend(rest(dossier, Some(by), now, ids));
    changes
}

/// Returns the changes that take a turn back that was given by mistake: it waits at the head of the queue again, and whom
/// it had interrupted goes on as if that had not happened.
pub fn put_back(dossier: &Dossier) -> Vec<Change> {
    let Some(speech) = speaking(dossier) else {
        return Vec::new();
    };
    let head = head(dossier);
    let mut changes = vec![Change::edit(speech, |speech| {
        (speech.began, speech.position) = (None, head);
    })];
    if let Some(rest) = interrupted_by(dossier, speech) {
        let whole = rest.continues.and_then(|id| dossier.speeches.get(id));
        match whole.filter(|whole| whole.ended.is_some()) {
            Some(whole) => changes.extend([
                Change::delete(rest),
                Change::edit(whole, |whole| whole.ended = None),
            ]),
            None => changes.push(started(rest, rest.asked)),
        }
    }
    changes
}

/// Returns the changes that move a waiting turn one place up or down, or none at an end of the queue.
pub(crate) fn shift(dossier: &Dossier, speech: Id<Speech>, by: isize) -> Vec<Change> {
    let queue = queue(dossier);
    let Some(here) = queue.iter().position(|waiting| waiting.id == speech) else {
        return Vec::new();
    };
    let there = here
        .checked_add_signed(by)
        .filter(|there| *there < queue.len());
    there.map_or_else(Vec::new, |there| {
        let mut order = queue;
        order.swap(here, there);
        in_order(&order)
    })
}

/// Returns the changes that let those who have not spoken yet speak first, each in the order in which they asked.
pub fn silent_first(dossier: &Dossier) -> Vec<Change> {
    let spoke = spoke(dossier);
    let mut order = queue(dossier);
    order.sort_by_key(|speech| speech.seat.is_some_and(|seat| spoke.contains(&seat)));
    in_order(&order)
}

/// Returns the changes that let everybody who waits under the current item wait under another.
pub(crate) fn carry(dossier: &Dossier, item: Id<AgendaItem>) -> Vec<Change> {
    let waiting = queue(dossier).into_iter();
    waiting
        .map(|speech| Change::edit(speech, |speech| speech.item = Some(item)))
        .collect()
}

/// Gives turns the places of a queue in this order.
fn in_order(order: &[&Speech]) -> Vec<Change> {
    let mut places: Vec<i64> = order.iter().map(|speech| speech.position).collect();
    places.sort_unstable();
    // Two turns that share a place would keep the order of their ids.
    let places = places.into_iter().scan(i64::MIN, |last, place| {
        *last = place.max(last.saturating_add(1));
        Some(*last)
    });
    order
        .iter()
        .zip(places)
        .map(|(speech, place)| Change::edit(*speech, |speech| speech.position = place))
        .filter(|change| change.before() != change.after())
        .collect()
}

/// Returns the place before the head of the queue.
fn head(dossier: &Dossier) -> i64 {
    let places = dossier.speeches.iter().map(|speech| speech.position);
    places.min().unwrap_or(1).saturating_sub(1)
}

fn turn(dossier: &Dossier, voice: &Voice, now: Instant, ids: &Ids) -> Speech {
    let places = dossier.speeches.iter().map(|speech| speech.position);
    let (seat, guest) = match voice {
        Voice::Seat(seat) => (Some(*seat), None),
        Voice::Guest(name) => (None, Some(name.clone())),
    };
    Speech {
        id: ids.next(),
        meeting: dossier.meeting.id,
        item: agenda::current_item(dossier),
        seat,
        guest,
        position: places.max().unwrap_or(0).saturating_add(1),
        asked: now,
        began: None,
        ended: None,
        continues: None,
        interrupted_by: None,
    }
}
