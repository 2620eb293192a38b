//! The sums of rows of the follow-up table: how the parts stand together, and what is owed of them.

use super::table::{Row, Table};
use crate::meeting::code::AssignmentState;

/// How many parts stand how; those of each line add up to all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    pub(crate) all: usize,
    /// Done, and of these late.
    pub(crate) done: (usize, usize),
    /// In progress, and of these overdue.
    pub(crate) running: (usize, usize),
    /// Not started, and of these overdue.
    pub(crate) not_started: (usize, usize),
    /// Reported, waiting for acceptance.
    pub(crate) reported: usize,
    pub(crate) paused: usize,
    /// Handed over to another unit.
    pub(crate) handed_over: usize,
    pub(crate) cancelled: usize,
}

impl Totals {
    /// Returns how the rows of a table stand together.
    pub(crate) fn of(table: &Table) -> Self {
        let mut totals = Self::default();
        for row in table.actions.iter().flat_map(|of| of.rows(table.today)) {
            totals.add(&row);
        }
        totals
    }

    fn add(&mut self, row: &Row) {
        self.all += 1;
        let is_late = usize::from(row.days_late().is_some());
        let pair = match row.state() {
            AssignmentState::Done => &mut self.done,
            AssignmentState::InProgress => &mut self.running,
            AssignmentState::NotStarted => &mut self.not_started,
            AssignmentState::Reported => {
                self.reported += 1;
                return;
            }
            AssignmentState::Paused => {
                self.paused += 1;
                return;
            }
            AssignmentState::HandedOver => {
                self.handed_over += 1;
                return;
            }
            AssignmentState::Cancelled => {
                self.cancelled += 1;
                return;
            }
        };
        pair.0 += 1;
        pair.1 += is_late;
    }
}

/// How many parts are open, and of these overdue, reported and paused: no part is counted under two of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Owing {
    pub(crate) open: usize,
    /// Asked for, and past the deadline.
    pub(crate) overdue: usize,
    /// Waiting for acceptance.
    pub(crate) reported: usize,
    pub(crate) paused: usize,
}

impl Owing {
    /// Returns the counts of rows.
    pub(crate) fn of(rows: &[Row]) -> Self {
        let mut owing = Self::default();
        for row in rows {
            owing.add(row);
        }
        owing
    }

    /// Counts a row.
    pub(crate) fn add(&mut self, row: &Row) {
        let state = row.state();
        self.open += usize::from(state.is_open());
        self.overdue += usize::from(row.is_overdue());
        self.reported += usize::from(state == AssignmentState::Reported);
        self.paused += usize::from(state == AssignmentState::Paused);
    }
}
