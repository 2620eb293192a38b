//! The trend: how completion and what was overdue stood on the days of the last meetings, reckoned back from today.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::FocusArea;
use super::board::{Board, ColumnKey, HeatMap, RowKey};
use crate::meeting::actions::{Parts, Standing, deadline_on};
use crate::meeting::cell::Id;
use crate::meeting::code::AssignmentState;
use crate::meeting::rows::{Assignment, Extension, Unit};

/// Meetings that the trend goes back.
pub(crate) const MEETINGS: usize = 24;

/// A unit's part of an action, with the facts that a look back needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TracedPart {
    pub(crate) part: Id<Assignment>,
    pub(crate) unit: Id<Unit>,
    /// The focus area under which it was given.
    pub(crate) focus: Id<FocusArea>,
    /// The day of the meeting that gave it.
    pub(crate) given: NaiveDate,
    pub(crate) state: AssignmentState,
    /// Of a part that waits or is paused: the day since which it does.
    pub(crate) since: Option<NaiveDate>,
    /// The day on which it was done.
    pub(crate) done_on: Option<NaiveDate>,
    /// The first deadline.
    pub(crate) deadline: Option<NaiveDate>,
    /// The later deadlines of its action.
    pub(crate) extensions: Vec<Extension>,
}

impl TracedPart {
    /// Returns the deadline that was in force on a day.
    fn due_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        deadline_on(self.deadline, &self.extensions, Some(self.part), Some(day)).day
    }
}

/// How everything stood day by day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trend {
    /// The days of the last meetings and today, the oldest first.
    pub(crate) days: Vec<NaiveDate>,
    cells: HashMap<(Id<Unit>, Id<FocusArea>), Vec<Parts>>,
}

impl Trend {
    /// Returns the trend over these days, the last of which is the map's.
    ///
    /// The map says how everything stands now; the parts are those that stood otherwise on any of the days, or are
    /// still owed. Cancelled parts and parts that were handed over do not count, as on the map.
    pub fn new(map: &HeatMap, days: Vec<NaiveDate>, parts: &[TracedPart]) -> Self {
        let lines: HashMap<Id<FocusArea>, Id<FocusArea>> = map
            .areas
            .iter()
            .map(|area| (area.id, area.line()))
            .collect();
        let line = |area: Id<FocusArea>| lines.get(&area).copied().unwrap_or(area);
        let mut cells: HashMap<_, Vec<Parts>> = HashMap::new();
        for ((unit, area), now) in &map.cells {
            let start = Parts {
                in_time: now.open(),
                done: now.done,
                ..Parts::default()
            };
            let cell = cells
                .entry((*unit, line(*area)))
                .or_insert_with(|| vec![Parts::default(); days.len()]);
            for (tally, day) in cell.iter_mut().zip(&days) {
                *tally = tally.plus(if *day == map.day { *now } else { start });
            }
        }
        for part in parts {
            if let Some(cell) = cells.get_mut(&(part.unit, line(part.focus))) {
                let before = cell.iter_mut().zip(&days);
                for (tally, day) in before.filter(|(_, day)| **day != map.day) {
                    put_back(tally, part, *day);
                }
            }
        }
        Self { days, cells }
    }

    /// Returns how a row of the map stood under a column, day by day.
    pub fn of(&self, board: &Board, row: RowKey, column: ColumnKey) -> Vec<Parts> {
        let mut sum = vec![Parts::default(); self.days.len()];
        for ((unit, line), tallies) in &self.cells {
            if board.in_row(*unit, row) && board.in_column(*line, column) {
                for (sum, tally) in sum.iter_mut().zip(tallies) {
                    *sum = sum.plus(*tally);
                }
            }
        }
        sum
    }
}

/// Corrects a tally that counts every open part as in time, so that it holds how one part stood on `day`.
fn put_back(tally: &mut Parts, part: &TracedPart, day: NaiveDate) {
    let is_done = part.state == AssignmentState::Done;
    if !is_done && !part.state.is_open() {
        return;
    }
    if is_done {
        let was_done = part.done_on.is_none_or(|done| done <= day);
        if was_done && part.given <= day {
            return;
        }
        tally.done = tally.done.saturating_sub(1);
    } else {
        tally.in_time = tally.in_time.saturating_sub(1);
    }
    if part.given > day {
        return;
    }
    let is_since = part.since.is_some_and(|since| since <= day);
    let state = if is_since {
        part.state
    } else {
        AssignmentState::InProgress
    };
    tally.add(Standing::of(state, part.due_on(day), day), 1);
}
