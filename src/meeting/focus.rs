//! Focus areas: which are in force, how the units stand on each, and how an area goes on under another number.

pub(crate) mod board;
pub mod edit;
pub(crate) mod trend;

use chrono::NaiveDate;

use super::cell::Id;
use super::dossier::{Dossier, Rows};
use super::rows::FocusArea;

pub use board::{Board, ColumnKey, HeatMap, RowKey, Sort};
pub use trend::Trend;

impl FocusArea {
    /// Returns the first row of this area; every later number and wording of it refers to that row.
    pub fn line(&self) -> Id<Self> {
        self.origin.unwrap_or(self.id)
    }

    /// Says whether it is in force on a day.
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }
}

/// Returns the focus areas in force on the day of the meeting, by number.
pub(crate) fn in_force(dossier: &Dossier) -> Vec<&FocusArea> {
    on_day(&dossier.focus, dossier.meeting.starts.date_naive())
}

/// Returns the focus areas in force on a day, by number.
pub(crate) fn on_day(areas: &Rows<FocusArea>, day: NaiveDate) -> Vec<&FocusArea> {
    let mut areas: Vec<&FocusArea> = areas.iter().filter(|area| area.is_in_force(day)).collect();
    areas.sort_by_key(|area| area.number);
    areas
}
