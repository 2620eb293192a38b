//! What of the agenda was held and what was not: the item that follows, and the decision on each that time left out.

use super::{ItemState, began, finish, items, running_item, state};
use crate::meeting::change::Change;
use crate::meeting::code::{ItemKind, MeetingState};
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::{AgendaItem, ItemRun};
use crate::text::dates::Instant;

/// Returns the item that follows: the one that the running item interrupted, or else the first behind it that is still
/// to come. Behind the last item nothing follows, also where earlier ones were not held.
pub fn next(dossier: &Dossier) -> Option<&AgendaItem> {
    let reached = running_item(dossier).or_else(|| last_over(dossier));
    let interrupted = reached.and_then(|reached| interrupted(dossier, reached));
    interrupted.or_else(|| {
        let from = reached.map_or(i64::MIN, |reached| reached.position);
        let mut all = items(dossier).into_iter();
        all.find(|item| item.position > from && state(dossier, item).is_ahead())
    })
}

/// Returns the item that ended last; one that was put off has not ended.
fn last_over(dossier: &Dossier) -> Option<&AgendaItem> {
    let ran = dossier.runs.iter();
    let ran = ran.filter_map(|run| Some((run, dossier.items.get(run.item)?)));
    let over = ran.filter(|(_, item)| !state(dossier, item).is_ahead());
    let last = over.max_by_key(|(run, _)| (run.began, run.id));
    last.map(|(_, item)| item)
}

/// Returns the item that was interrupted for a matter that was taken up in its place: it stands directly before it, and
/// ran directly before it.
fn interrupted<'a>(dossier: &'a Dossier, matter: &AgendaItem) -> Option<&'a AgendaItem> {
    let first = |item: &AgendaItem| began(dossier, item.id);
    let since = first(matter).filter(|_| matter.planned == Some(0))?;
    let before = items(dossier)
        .into_iter()
        .rfind(|item| item.position < matter.position)?;
    let earlier = dossier.runs.iter().filter(|run| run.item != matter.id);
    let last = earlier
        .filter(|run| run.began <= since)
        .max_by_key(|run: &&ItemRun| (run.began, run.id))?;
    let goes_on = last.item == before.id && state(dossier, before) == ItemState::Postponed;
    goes_on.then_some(before)
}

/// Says whether an item was held in part: it ran, or something was said under it.
pub fn has_begun(dossier: &Dossier, item: &AgendaItem) -> bool {
    began(dossier, item.id).is_some() || has_lines(dossier, item)
}

/// Says whether anything of the meeting, but for its documents, belongs to an item: what was held of it, and what was got
/// ready for it.
pub(crate) fn is_pointed_to(dossier: &Dossier, item: &AgendaItem) -> bool {
    let of = Some(item.id);
    has_begun(dossier, item)
        || dossier.prepared.iter().any(|one| one.item == of)
        || dossier.speeches.iter().any(|one| one.item == of)
        || dossier.attendance.iter().any(|one| one.item == of)
}

fn has_lines(dossier: &Dossier, item: &AgendaItem) -> bool {
    let of = Some(item.id);
    dossier.notes.iter().any(|note| note.item == of)
        || dossier.conclusions.iter().any(|line| line.item == of)
        || dossier.actions.iter().any(|line| line.item == of)
}

/// Returns the items that were not held, or not to their end, and of which nobody has said what becomes of them. A break
/// that was not taken needs no decision, nor does a conclusion that was drawn under another item.
pub fn unheld(dossier: &Dossier) -> Vec<&AgendaItem> {
    let is_concluded =
        |item: &AgendaItem| item.kind == ItemKind::Conclusion && !dossier.conclusions.is_empty();
    let is_unheld = |item: &&AgendaItem| match state(dossier, item) {
        ItemState::Waiting => !is_concluded(item) && !has_lines(dossier, item),
        ItemState::Postponed => !is_concluded(item),
        ItemState::Running | ItemState::Done | ItemState::Skipped | ItemState::Carried => false,
    };
    let is_unheld = |item: &&AgendaItem| item.kind != ItemKind::Pause && is_unheld(item);
    items(dossier).into_iter().filter(is_unheld).collect()
}

/// Says whether nothing but the conclusion would be held before an item that is put off for now, so that it would come up
/// again at once.
pub fn is_last_ahead(dossier: &Dossier, item: &AgendaItem) -> bool {
    let mut others = dossier.items.iter().filter(|other| other.id != item.id);
    !others.any(|other| {
        let is_conclusion = other.kind == ItemKind::Conclusion;
        !is_conclusion && other.position > item.position && state(dossier, other).is_ahead()
    })
}

/// Returns the items of a meeting that is over for which it has to be decided whether they are left out or put off.
pub fn undecided(dossier: &Dossier) -> Vec<&AgendaItem> {
    match dossier.meeting.state {
        MeetingState::Closed => unheld(dossier),
        MeetingState::Planned | MeetingState::InSession | MeetingState::Final => Vec::new(),
    }
}

/// Says whether an item was decided upon, or waits for a decision.
pub fn is_open_to_decision(dossier: &Dossier, item: &AgendaItem) -> bool {
    match state(dossier, item) {
        ItemState::Skipped | ItemState::Carried => true,
        ItemState::Waiting | ItemState::Postponed => {
            unheld(dossier).iter().any(|of| of.id == item.id)
        }
        ItemState::Running | ItemState::Done => false,
    }
}

/// Returns the changes that put an item off to the next meeting; one that is running ends.
pub fn carry(dossier: &Dossier, item: &AgendaItem, now: Instant) -> Vec<Change> {
    let mut changes = if state(dossier, item) == ItemState::Running {
        finish(dossier, now)
    } else {
        Vec::new()
    };
    changes.push(Change::edit(item, |item| {
        (item.carried, item.skipped) = (Some(now), None);
    }));
    changes
}

/// Returns the change that says that an item was held to its end after all.
pub fn hold(item: &AgendaItem) -> Change {
    Change::edit(item, |item| {
        (item.carried, item.skipped, item.postponed) = (None, None, None);
    })
}
