//! Rosters: named sets of units with dates of validity, and what to say when a day is past them.

use chrono::NaiveDate;

use super::cell::Id;
use super::rows::{Roster, Unit};

/// A roster with its units, ready to be summoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summons {
    /// The roster.
    pub roster: Roster,
    /// Its units in the order of the roll.
    pub units: Vec<Called>,
}

/// A unit to be called, with who holds its offices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// The unit.
    pub unit: Id<Unit>,
    /// Its name.
    pub name: String,
    /// Name of its Secretary.
    pub secretary: Option<String>,
    /// Name of its Standing Deputy Secretary.
    pub deputy: Option<String>,
}

/// Says whether a day is past the last day of the roster.
pub fn has_ended(roster: &Roster, day: NaiveDate) -> bool {
    roster.valid_to.is_some_and(|last| day > last)
}
