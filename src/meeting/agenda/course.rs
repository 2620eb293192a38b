//! The course of the agenda: items begin, end, are put off, left out, moved, and come up unplanned.

use super::{ItemState, began, items, next, running, running_item, state};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Ids};
use crate::meeting::code::{ItemKind, MeetingState};
use crate::meeting::dossier::Dossier;
use crate::meeting::floor;
use crate::meeting::rows::{AgendaItem, ItemRun};
use crate::text::dates::Instant;

/// An item as it is planned, before it has a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// Its title.
    pub title: String,
    /// Its purpose.
    pub kind: ItemKind,
    /// Minutes that it may take.
    pub minutes: i64,
    /// Who presents it, with the office.
    pub presenter: Option<String>,
    /// What those who are invited are asked to prepare for it.
    pub prepare: Option<String>,
}

/// Returns the changes that start an item now: the one before ends, the floor is free,
/// and a meeting that had not begun is opened. An item that is running already goes on.
pub fn start(dossier: &Dossier, item: Id<AgendaItem>, now: Instant, ids: &Ids) -> Vec<Change> {
    if running(dossier).is_some_and(|run| run.item == item) {
        return Vec::new();
    }
    let mut changes = finish(dossier, now);
    changes.extend(begin(dossier, item, now, ids));
    if let Some(item) = dossier.items.get(item) {
        changes.push(Change::edit(item, |row| {
            if is_cut(dossier, item) {
                row.planned = Some(0);
            }
            (row.postponed, row.skipped, row.carried) = (None, None, None);
        }));
    }
    changes
}

/// Says whether an item was taken out of the plan before the meeting began: the programme that was sent does not have it.
fn is_cut(dossier: &Dossier, item: &AgendaItem) -> bool {
    dossier.meeting.is_planned() && !state(dossier, item).is_ahead()
}

/// Opens the meeting if it has to be, and begins a run; whoever presents the item has the floor when it first begins.
fn begin(dossier: &Dossier, item: Id<AgendaItem>, now: Instant, ids: &Ids) -> Vec<Change> {
    let mut changes = Vec::new();
    // Once the meeting is open, nothing else tells them from what is left out in it.
    let cut = dossier
        .items
        .iter()
        .filter(|other| other.id != item && is_cut(dossier, other));
    changes.extend(cut.map(|other| Change::edit(other, |other| other.planned = Some(0))));
    if dossier.meeting.state != MeetingState::InSession {
        changes.push(Change::edit(&dossier.meeting, |meeting| {
            meeting.state = MeetingState::InSession;
            meeting.opened = meeting.opened.or(Some(now));
            meeting.closed = None;
        }));
    }
    changes.push(Change::insert(ItemRun {
        id: ids.next(),
        meeting: dossier.meeting.id,
        item,
        began: now,
        ended: None,
    }));
    let first = dossier
        .items
        .get(item)
        .filter(|item| began(dossier, item.id).is_none());
    changes.extend(first.and_then(|item| floor::present(dossier, item, now, ids)));
    changes
}

/// Returns the changes that end the running item and the turn of its speaker.
///
/// Nothing ends before it began: where the clock was set back, it ends when it began.
pub fn finish(dossier: &Dossier, now: Instant) -> Vec<Change> {
    let mut changes = floor::end(dossier, now);
    if let Some(run) = running(dossier) {
        changes.push(Change::edit(run, |run| {
            run.ended = Some(now.max(run.began));
        }));
    }
    changes
}

/// Returns the changes that end the running item for now: it waits again, at its place.
pub fn interrupt(dossier: &Dossier, now: Instant) -> Vec<Change> {
    let mut changes = finish(dossier, now);
    // A break is over when it is left; nothing of it waits.
    let interrupted = running_item(dossier).filter(|item| item.kind != ItemKind::Pause);
    changes.extend(interrupted.map(|item| Change::edit(item, |item| item.postponed = Some(now))));
    changes
}

/// Returns the changes that take up an unplanned matter: the running item is interrupted and goes on afterwards.
pub fn take_up(dossier: &Dossier, matter: Matter, now: Instant, ids: &Ids) -> Vec<Change> {
    let behind = running_item(dossier)
        .map(|item| item.position)
        .or_else(|| next(dossier).map(|item| item.position - 1));
    let mut changes = interrupt(dossier, now);
    let (item, inserted) = insert(&dossier.after(&changes), matter, behind, ids);
    changes.extend(inserted);
    let begun = begin(&dossier.after(&changes), item, now, ids);
    changes.extend(begun);
    changes
}

/// Returns the changes that put a matter on the agenda behind a place, or at its end, and the new item.
pub fn insert(
    dossier: &Dossier,
    matter: Matter,
    behind: Option<i64>,
    ids: &Ids,
) -> (Id<AgendaItem>, Vec<Change>) {
    let last = dossier.items.iter().map(|item| item.position).max();
    let behind = behind.or(last).unwrap_or(0);
    let later = dossier.items.iter().filter(|item| item.position > behind);
    let mut changes: Vec<Change> = later
        .map(|item| placed(item, item.position.saturating_add(1), dossier))
        .collect();
    let item = AgendaItem {
        id: ids.next(),
        meeting: dossier.meeting.id,
        position: behind.saturating_add(1),
        title: matter.title,
        kind: matter.kind,
        minutes: matter.minutes,
        skipped: None,
        // An item that is added before the meeting begins belongs to the plan.
        planned: Some(0).filter(|_| !dossier.meeting.is_planned()),
        postponed: None,
        presenter: matter.presenter,
        carried: None,
        origin: None,
        once: None,
        prepare: matter.prepare,
    };
    let id = item.id;
    changes.push(Change::insert(item));
    (id, changes)
}

/// Returns the changes that take an item off the agenda; those behind it move up.
pub(crate) fn remove(dossier: &Dossier, item: &AgendaItem) -> Vec<Change> {
    let later = dossier.items.iter();
    let later = later.filter(|other| other.position > item.position);
    let moved = later.map(|other| placed(other, other.position.saturating_sub(1), dossier));
    [Change::delete(item)].into_iter().chain(moved).collect()
}

/// Returns the changes that give an item another title, kind, time, presenter or preparation.
pub fn revise(item: &AgendaItem, matter: Matter) -> Vec<Change> {
    vec![Change::edit(item, |item| {
        (item.title, item.kind, item.minutes) = (matter.title, matter.kind, matter.minutes);
        (item.presenter, item.prepare) = (matter.presenter, matter.prepare);
    })]
}

/// Returns the changes that leave an item out; one that is running ends.
pub fn skip(dossier: &Dossier, item: &AgendaItem, reason: &str, now: Instant) -> Vec<Change> {
    let is_running = state(dossier, item) == ItemState::Running;
    let mut changes = if is_running {
        finish(dossier, now)
    } else {
        Vec::new()
    };
    changes.push(Change::edit(item, |item| {
        item.skipped = Some(reason.to_owned());
        item.carried = None;
        if is_running {
            item.postponed = Some(now);
        }
    }));
    changes
}

/// Returns the changes that put an item off: one that is running ends, and it comes up again
/// behind all that is still to come, but before the chair concludes.
pub fn postpone(dossier: &Dossier, item: &AgendaItem, now: Instant) -> Vec<Change> {
    let mut changes = if state(dossier, item) == ItemState::Running {
        finish(dossier, now)
    } else {
        Vec::new()
    };
    let others = items(dossier)
        .into_iter()
        .filter(|other| other.id != item.id);
    let ahead: Vec<&AgendaItem> = others
        .filter(|other| state(dossier, other).is_ahead() && other.kind != ItemKind::Conclusion)
        .collect();
    let target = ahead
        .last()
        .map_or(item.position, |last| last.position.max(item.position));
    let between = dossier
        .items
        .iter()
        .filter(|other| other.position > item.position && other.position <= target);
    changes.extend(between.map(|other| placed(other, other.position.saturating_sub(1), dossier)));
    changes.push(Change::edit(item, |item| {
        place(item, target, dossier.meeting.is_planned());
        (item.postponed, item.skipped, item.carried) = (Some(now), None, None);
    }));
    changes
}

/// Returns the changes that move an item one place up or down, or none at an end of the agenda.
pub fn shift(dossier: &Dossier, item: Id<AgendaItem>, by: isize) -> Vec<Change> {
    let order = items(dossier);
    let mut places = order.iter().enumerate();
    let Some((here, item)) = places.find(|(_, other)| other.id == item) else {
        return Vec::new();
    };
    let other = here
        .checked_add_signed(by)
        .and_then(|there| order.get(there));
    other.map_or_else(Vec::new, |other| {
        vec![
            placed(item, other.position, dossier),
            placed(other, item.position, dossier),
        ]
    })
}

/// Returns the changes that close the meeting.
pub fn close(dossier: &Dossier, now: Instant) -> Vec<Change> {
    let mut changes = finish(dossier, now);
    changes.push(Change::edit(&dossier.meeting, |meeting| {
        meeting.state = MeetingState::Closed;
        meeting.closed = Some(now);
    }));
    changes
}

/// Returns the changes that open a closed meeting again.
pub fn reopen(dossier: &Dossier) -> Vec<Change> {
    vec![Change::edit(&dossier.meeting, |meeting| {
        meeting.state = MeetingState::InSession;
        meeting.closed = None;
    })]
}

fn placed(item: &AgendaItem, position: i64, dossier: &Dossier) -> Change {
    Change::edit(item, |item| {
        place(item, position, dossier.meeting.is_planned());
    })
}

/// Gives an item another place; where it was planned is kept, unless the plan itself is changed.
fn place(item: &mut AgendaItem, position: i64, is_plan: bool) {
    if item.position != position {
        if !is_plan {
            let planned = item.planned.unwrap_or(item.position);
            item.planned = Some(planned).filter(|planned| *planned != position);
        }
        item.position = position;
    }
}
