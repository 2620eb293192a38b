//! The agenda and its clocks: the running item, its time, and how far the meeting is ahead or behind.

mod course;
mod held;
mod log;

use chrono::TimeDelta;

use super::cell::Id;
use super::code::{ItemKind, MeetingState, NoteKind};
use super::dossier::Dossier;
use super::rows::{AgendaItem, ItemRun};
use crate::text::dates::Instant;

pub(crate) use course::remove;
pub use course::{
    Matter, close, finish, insert, interrupt, postpone, reopen, revise, shift, skip, start, take_up,
};
pub(crate) use held::is_pointed_to;
pub use held::{
    carry, has_begun, hold, is_last_ahead, is_open_to_decision, next, undecided, unheld,
};
pub use log::{
    RunRefusal, Span, is_outside, leaves_meeting, make_room, nearest, runs_of, set_runs,
};

/// How far an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// It has not begun.
    Waiting,
    /// It is going on.
    Running,
    /// It was put off or interrupted, and waits again.
    Postponed,
    /// It has ended.
    Done,
    /// It was left out.
    Skipped,
    /// It was put off to the next meeting.
    Carried,
}

impl ItemState {
    /// Says whether the item is still to come.
    pub(crate) fn is_ahead(self) -> bool {
        match self {
            Self::Waiting | Self::Postponed => true,
            Self::Running | Self::Done | Self::Skipped | Self::Carried => false,
        }
    }
}

/// How a clock stands against its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strain {
    /// There is time.
    Calm,
    /// 70 % of the time has passed.
    Near,
    /// All of it has passed.
    Over,
}

/// Where the meeting stands against its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How much later than planned the meeting will end; negative when ahead.
    pub behind: TimeDelta,
    /// When it will end if all remaining items take their planned time.
    pub ends: Instant,
}

/// A gap between two items that is no delay of the meeting: it went on another day.
const NIGHT: TimeDelta = TimeDelta::hours(4);

/// Two "next" within this time are one too many.
const HASTE: TimeDelta = TimeDelta::minutes(1);

/// Returns the items in the order of the agenda.
pub fn items(dossier: &Dossier) -> Vec<&AgendaItem> {
    let mut items: Vec<&AgendaItem> = dossier.items.iter().collect();
    items.sort_by_key(|item| (item.position, item.id));
    items
}

/// Returns the place of an item in the plan; an item that was not planned has none.
pub fn planned_place(item: &AgendaItem) -> Option<i64> {
    Some(item.planned.unwrap_or(item.position)).filter(|place| *place > 0)
}

/// Returns the place of an item among those that ran, by when they began first.
pub fn real_place(dossier: &Dossier, item: Id<AgendaItem>) -> Option<usize> {
    let mine = began(dossier, item)?;
    let others = dossier.items.iter().filter(|other| other.id != item);
    let before = others
        .filter_map(|other| Some((began(dossier, other.id)?, other.id)))
        .filter(|other| *other < (mine, item));
    Some(before.count() + 1)
}

/// Returns the run that has not ended, if an item is running.
pub(crate) fn running(dossier: &Dossier) -> Option<&ItemRun> {
    dossier.runs.iter().rev().find(|run| run.ended.is_none())
}

/// Returns the item that is running.
pub fn running_item(dossier: &Dossier) -> Option<&AgendaItem> {
    running(dossier).and_then(|run| dossier.items.get(run.item))
}

/// Returns the item that was running at a time.
pub(crate) fn running_at(dossier: &Dossier, at: Instant) -> Option<Id<AgendaItem>> {
    let covers = |run: &&ItemRun| run.began <= at && run.ended.is_none_or(|ended| at < ended);
    dossier.runs.iter().rev().find(covers).map(|run| run.item)
}

/// Returns the item that a line typed now belongs to: the running one, or after the end the last that ran.
pub fn current_item(dossier: &Dossier) -> Option<Id<AgendaItem>> {
    running(dossier)
        .or_else(|| dossier.runs.iter().max_by_key(|run| (run.began, run.id)))
        .map(|run| run.item)
}

/// Returns how far an item is.
pub fn state(dossier: &Dossier, item: &AgendaItem) -> ItemState {
    let mut runs = dossier.runs.iter().filter(|run| run.item == item.id);
    let has_run = runs.clone().next().is_some();
    let was_left = item.postponed.is_some();
    if runs.any(|run| run.ended.is_none()) {
        ItemState::Running
    } else if item.skipped.is_some() && (was_left || !has_run) {
        ItemState::Skipped
    } else if item.carried.is_some() {
        ItemState::Carried
    } else if was_left {
        ItemState::Postponed
    } else if has_run {
        ItemState::Done
    } else {
        ItemState::Waiting
    }
}

/// Returns how long an item may take; a number that no agenda has, written by another tool, counts as a day.
pub(crate) fn planned(item: &AgendaItem) -> TimeDelta {
    TimeDelta::minutes(item.minutes.clamp(0, 24 * 60))
}

/// Returns how long a run has lasted up to now; a clock that was set back makes nothing negative.
fn lasted(run: &ItemRun, now: Instant) -> TimeDelta {
    (run.ended.unwrap_or(now) - run.began).max(TimeDelta::zero())
}

/// Returns how long an item has run up to now, all its runs together.
pub fn elapsed(dossier: &Dossier, item: Id<AgendaItem>, now: Instant) -> TimeDelta {
    let runs = dossier.runs.iter().filter(|run| run.item == item);
    runs.map(|run| lasted(run, now)).sum()
}

/// Returns how long the meeting has sat: all runs together, without the nights between.
pub fn sat(dossier: &Dossier, now: Instant) -> TimeDelta {
    dossier.runs.iter().map(|run| lasted(run, now)).sum()
}

/// Compares spent time with planned time: from 70 % on it is near, from 100 % on it is over.
pub fn strain(spent: TimeDelta, planned: TimeDelta) -> Strain {
    if spent >= planned {
        Strain::Over
    } else if spent.num_seconds() * 10 >= planned.num_seconds() * 7 {
        Strain::Near
    } else {
        Strain::Calm
    }
}

/// Returns when an item began first.
pub(crate) fn began(dossier: &Dossier, item: Id<AgendaItem>) -> Option<Instant> {
    dossier
        .runs
        .iter()
        .filter(|run| run.item == item)
        .map(|run| run.began)
        .min()
}

/// Returns how long the running item has run, if it was started so recently that "next" is hardly meant.
pub(crate) fn hasty(dossier: &Dossier, now: Instant) -> Option<TimeDelta> {
    let run = running(dossier)?;
    let since = now - run.began;
    (since < HASTE).then(|| since.max(TimeDelta::zero()))
}

/// Returns how long an item will still take by its plan.
fn remaining(dossier: &Dossier, item: &AgendaItem, now: Instant) -> TimeDelta {
    match state(dossier, item) {
        ItemState::Waiting | ItemState::Running | ItemState::Postponed => {
            (planned(item) - elapsed(dossier, item.id, now)).max(TimeDelta::zero())
        }
        ItemState::Done | ItemState::Skipped | ItemState::Carried => TimeDelta::zero(),
    }
}

impl Pace {
    /// Returns by how many minutes the end is behind the planned one, as both are shown: to the minute.
    pub fn minutes_behind(self) -> i64 {
        let minute = |at: Instant| at.timestamp().div_euclid(60);
        minute(self.ends) - minute(self.ends - self.behind)
    }
}

/// Returns when the meeting will end, and how much that is behind the plan.
pub fn pace(dossier: &Dossier, now: Instant) -> Pace {
    // Unplanned items take time, but add nothing to the planned length.
    let planned_items = dossier.items.iter().filter(|item| item.planned != Some(0));
    let whole: TimeDelta = planned_items.map(planned).sum();
    let items = dossier.items.iter();
    let remaining: TimeDelta = items.map(|item| remaining(dossier, item, now)).sum();
    let starts = dossier.meeting.starts;
    let ends = match dossier.meeting.state {
        MeetingState::Planned => starts.max(now) + remaining,
        MeetingState::InSession => now + remaining,
        MeetingState::Closed | MeetingState::Final => dossier.meeting.closed.unwrap_or(now),
    };
    Pace {
        behind: ends - (starts + whole) - nights(dossier, now),
        ends,
    }
}

/// Returns the time between two items that fell on different days.
fn nights(dossier: &Dossier, now: Instant) -> TimeDelta {
    let mut runs: Vec<&ItemRun> = dossier.runs.iter().collect();
    runs.sort_by_key(|run| run.began);
    let ends = runs.iter().map(|run| run.ended.unwrap_or(now));
    let begins = runs.iter().skip(1).map(|run| run.began).chain([now]);
    ends.zip(begins)
        .filter(|(end, begin)| end.date_naive() != begin.date_naive() && *begin - *end > NIGHT)
        .map(|(end, begin)| begin - end)
        .sum()
}

/// Returns the remaining time of the running item: its planned time less the time that it has run. With a hard end:
/// hard end − now − the planned time still to come of all other items.
pub(crate) fn left_for_running(dossier: &Dossier, now: Instant) -> Option<TimeDelta> {
    let running = running_item(dossier)?;
    let Some(end) = dossier.meeting.hard_end else {
        return Some(planned(running) - elapsed(dossier, running.id, now));
    };
    let others = dossier.items.iter().filter(|item| item.id != running.id);
    let reserved: TimeDelta = others.map(|item| remaining(dossier, item, now)).sum();
    Some(end - now - reserved)
}

/// Returns the latest time of a run, a speech or a note of the meeting; a clock behind it was set back.
pub(crate) fn latest(dossier: &Dossier) -> Option<Instant> {
    let runs = dossier
        .runs
        .iter()
        .map(|run| run.ended.unwrap_or(run.began));
    let speeches = dossier
        .speeches
        .iter()
        .map(|speech| speech.ended.or(speech.began).unwrap_or(speech.asked));
    let notes = dossier.notes.iter().map(|note| note.at);
    runs.chain(speeches).chain(notes).max()
}

/// Returns the kind of note that a line without a sign becomes under an item of this kind.
pub(crate) fn plain_kind(kind: Option<ItemKind>) -> NoteKind {
    kind.map_or(NoteKind::Information, |kind| kind.row().plain)
}
