//! The agenda and its clocks: what runs, how long, and whether the meeting is ahead or behind.

use chrono::TimeDelta;

use super::cell::Id;
use super::change::{Change, Ids};
use super::code::{ItemKind, MeetingState, NoteKind};
use super::dossier::Dossier;
use super::floor;
use super::rows::{AgendaItem, ItemRun, Record, Table};
use crate::text::dates::Instant;

/// How far an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// It has not begun.
    Waiting,
    /// It is going on.
    Running,
    /// It has ended.
    Done,
    /// It was left out.
    Skipped,
}

/// Where the meeting stands against its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How much later than planned the meeting will end; negative when ahead.
    pub behind: TimeDelta,
    /// When it will end if what remains takes its planned time.
    pub ends: Instant,
}

/// Returns the items in the order of the agenda.
pub fn items(dossier: &Dossier) -> Vec<&AgendaItem> {
    let mut items: Vec<&AgendaItem> = dossier.items.iter().collect();
    items.sort_by_key(|item| (item.position, item.id));
    items
}

/// Returns the run that has not ended, if an item is running.
pub fn running(dossier: &Dossier) -> Option<&ItemRun> {
    dossier.runs.iter().rev().find(|run| run.ended.is_none())
}

/// Returns the item that is running.
pub fn running_item(dossier: &Dossier) -> Option<&AgendaItem> {
    running(dossier).and_then(|run| dossier.items.get(run.item))
}

/// Returns the item that was running at a time.
pub fn running_at(dossier: &Dossier, at: Instant) -> Option<Id<AgendaItem>> {
    let covers = |run: &&ItemRun| run.began <= at && run.ended.is_none_or(|ended| at < ended);
    dossier.runs.iter().rev().find(covers).map(|run| run.item)
}

/// Returns the item that a line typed now belongs to: the running one, or after the end the last that ran.
pub fn current_item(dossier: &Dossier) -> Option<Id<AgendaItem>> {
    running(dossier)
        .or_else(|| dossier.runs.iter().next_back())
        .map(|run| run.item)
}

/// Returns how far an item is.
pub fn state(dossier: &Dossier, item: &AgendaItem) -> ItemState {
    let mut state = if item.skipped.is_some() {
        ItemState::Skipped
    } else {
        ItemState::Waiting
    };
    for run in dossier.runs.iter().filter(|run| run.item == item.id) {
        state = ItemState::Done;
        if run.ended.is_none() {
            return ItemState::Running;
        }
    }
    state
}

/// Returns how long an item may take; a number that no agenda has, written by another tool, counts as a day.
pub fn planned(item: &AgendaItem) -> TimeDelta {
    TimeDelta::minutes(item.minutes.clamp(0, 24 * 60))
}

/// Returns how long an item has run up to now, all its runs together.
pub fn elapsed(dossier: &Dossier, item: Id<AgendaItem>, now: Instant) -> TimeDelta {
    let runs = dossier.runs.iter().filter(|run| run.item == item);
    runs.map(|run| (run.ended.unwrap_or(now) - run.began).max(TimeDelta::zero()))
        .sum()
}

/// Returns when an item began first.
pub fn began(dossier: &Dossier, item: Id<AgendaItem>) -> Option<Instant> {
    dossier
        .runs
        .iter()
        .filter(|run| run.item == item)
        .map(|run| run.began)
        .min()
}

/// Returns the first item still waiting.
pub fn next(dossier: &Dossier) -> Option<&AgendaItem> {
    items(dossier)
        .into_iter()
        .find(|item| state(dossier, item) == ItemState::Waiting)
}

/// Returns when the meeting will end, and how much that is behind the plan.
pub fn pace(dossier: &Dossier, now: Instant) -> Pace {
    let mut whole = TimeDelta::zero();
    let mut remaining = TimeDelta::zero();
    for item in dossier.items.iter() {
        let minutes = planned(item);
        whole += minutes;
        remaining += match state(dossier, item) {
            ItemState::Waiting => minutes,
            ItemState::Running => (minutes - elapsed(dossier, item.id, now)).max(TimeDelta::zero()),
            ItemState::Done | ItemState::Skipped => TimeDelta::zero(),
        };
    }
    let starts = dossier.meeting.starts;
    let ends = match dossier.meeting.state {
        MeetingState::Planned => starts.max(now) + remaining,
        MeetingState::InSession => now + remaining,
        MeetingState::Closed | MeetingState::Final => dossier.meeting.closed.unwrap_or(now),
    };
    Pace {
        behind: ends - (starts + whole),
        ends,
    }
}

/// Returns the changes that start an item now: the one before ends, the floor is free,
/// and a meeting that had not begun is opened.
pub fn start(dossier: &Dossier, item: Id<AgendaItem>, now: Instant, ids: &Ids) -> Vec<Change> {
    let mut changes = finish(dossier, now);
    if dossier.meeting.state != MeetingState::InSession {
        changes.push(Change::edit(&dossier.meeting, |meeting| {
            meeting.state = MeetingState::InSession;
            meeting.opened = meeting.opened.or(Some(now));
            meeting.closed = None;
        }));
    }
    let run = ItemRun {
        id: ids.next(),
        meeting: dossier.meeting.id,
        item,
        began: now,
        ended: None,
    };
    changes.push(Change::insert(run));
    changes
}

/// Returns the changes that end the running item and the turn of its speaker.
pub fn finish(dossier: &Dossier, now: Instant) -> Vec<Change> {
    let mut changes = floor::end(dossier, now);
    if let Some(run) = running(dossier) {
        changes.push(Change::edit(run, |run| run.ended = Some(now)));
    }
    changes
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

/// Returns the changes that leave an item out.
pub fn skip(item: &AgendaItem, reason: &str) -> Vec<Change> {
    vec![Change::edit(item, |item| {
        item.skipped = Some(reason.to_owned());
    })]
}

/// Returns what a plain line is when it is typed under an item of this kind.
pub fn plain_kind(kind: Option<ItemKind>) -> NoteKind {
    match kind {
        Some(ItemKind::Documents) => NoteKind::Document,
        Some(ItemKind::Answers) => NoteKind::Answer,
        Some(ItemKind::Conclusion) => NoteKind::Instruction,
        Some(
            ItemKind::Opening
            | ItemKind::Report
            | ItemKind::Discussion
            | ItemKind::Pause
            | ItemKind::Other,
        )
        | None => NoteKind::Information,
    }
}

/// Says whether changes would alter what signed minutes say; following up what was decided goes on.
pub fn breaks_seal(dossier: &Dossier, changes: &[Change]) -> bool {
    let alters = |record: &Record| {
        let is_printed = matches!(
            record.table(),
            Table::Meeting
                | Table::Seat
                | Table::AgendaItem
                | Table::ItemRun
                | Table::AttendanceEvent
                | Table::Speech
                | Table::Note
                | Table::Conclusion
        );
        is_printed && dossier.holds(record)
    };
    let is_signed = dossier.meeting.state == MeetingState::Final;
    is_signed
        && changes
            .iter()
            .any(|change| change.before().or(change.after()).is_some_and(alters))
}
