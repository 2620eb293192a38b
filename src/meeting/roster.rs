//! Rosters: named sets of units with dates of validity, and who holds their offices from a day to a day.

pub mod edit;
pub mod fill;
pub mod import;

use chrono::NaiveDate;

use super::code::OfficeKind;
use super::rows::{Meeting, Office, Person, Roster, RosterUnit, Seat, Unit};
use crate::text::same;

/// A roster with its units, ready to be summoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summons {
    /// The roster.
    pub roster: Roster,
    /// Its units in the order of the roll.
    pub units: Vec<Called>,
}

/// A unit to be called, with everybody who has held an office in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    pub(crate) place: RosterUnit,
    /// The unit.
    pub unit: Unit,
    /// Who has held its offices, in the order in which that was written down.
    pub held: Vec<Held>,
}

/// An office and the person who holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The office.
    pub office: Office,
    pub(crate) person: Person,
}

/// Everything that the rosters of the book come to, for whoever edits them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rosters {
    /// The rosters with their units, the one for new meetings first.
    pub summons: Vec<Summons>,
    /// Every unit of the book, on a roster or not, with everybody who has held an office in it.
    pub units: Vec<(Unit, Vec<Held>)>,
    /// The seats of meetings that have not begun, each with its meeting.
    pub(crate) planned: Vec<(Seat, Meeting)>,
}

impl Called {
    /// Returns who holds an office on a day.
    pub fn holder(&self, kind: OfficeKind, day: NaiveDate) -> Option<&Held> {
        holder(&self.held, kind, day)
    }

    /// Returns who takes an office next after a day.
    pub(crate) fn next_holder(&self, kind: OfficeKind, day: NaiveDate) -> Option<&Held> {
        next_holder(&self.held, kind, day)
    }

    /// Returns the name of who holds an office on a day.
    pub fn name_of(&self, kind: OfficeKind, day: NaiveDate) -> Option<&str> {
        self.holder(kind, day).map(|held| held.person.name.as_str())
    }
}

/// Returns who of these holds an office on a day: of several, the one that took it last.
pub(crate) fn holder(held: &[Held], kind: OfficeKind, day: NaiveDate) -> Option<&Held> {
    held.iter()
        .filter(|held| held.office.kind == kind && is_in_force(&held.office, day))
        .max_by_key(|held| (held.office.valid_from, held.office.id))
}

/// Returns who of these takes an office next after a day.
pub(crate) fn next_holder(held: &[Held], kind: OfficeKind, day: NaiveDate) -> Option<&Held> {
    held.iter()
        .filter(|held| held.office.kind == kind && held.office.valid_from > Some(day))
        .min_by_key(|held| (held.office.valid_from, held.office.id))
}

/// Returns the key by which two names of one unit are equal: letters and tones, without the kind of body,
/// whatever their case and wherever the tone mark stands (`hoà` is `hòa`).
pub(crate) fn unit_key(name: &str) -> String {
    same::key(bare_name(name))
}

/// Returns a unit's name without the kind of body: `Đảng ủy phường Linh Tây` is Linh Tây.
pub(crate) fn bare_name(name: &str) -> &str {
    const KINDS: [&str; 6] = ["đảng ủy", "đảng uỷ", "đảng bộ", "phường", "xã", "p."];
    let mut bare = name.trim();
    for kind in KINDS {
        let head = bare
            .get(..kind.len())
            .filter(|head| head.to_lowercase() == kind);
        let rest = head
            .and_then(|_| bare.get(kind.len()..))
            .map(str::trim_start);
        bare = rest.filter(|rest| !rest.is_empty()).unwrap_or(bare);
    }
    bare
}

/// Returns the unit of a name that the book knows and that still exists on a day, on whatever roster it is.
pub(crate) fn known<'a>(
    rosters: &'a Rosters,
    name: &str,
    day: NaiveDate,
) -> Option<&'a (Unit, Vec<Held>)> {
    let wanted = unit_key(name);
    rosters.units.iter().find(|(unit, _)| {
        unit_key(&unit.name) == wanted && unit.valid_to.is_none_or(|last| last >= day)
    })
}

/// Says whether a day is past the last day of the roster.
pub(crate) fn has_ended(roster: &Roster, day: NaiveDate) -> bool {
    roster.valid_to.is_some_and(|last| day > last)
}

/// Returns the day on which a roster is looked at: today, or its last or first day where it is not in force today.
pub(crate) fn day_in(roster: &Roster, today: NaiveDate) -> NaiveDate {
    let day = roster.valid_to.map_or(today, |last| today.min(last));
    roster.valid_from.map_or(day, |first| day.max(first))
}

/// Returns the units of a roster that do not exist on a day: not yet, or no longer.
pub fn not_in_force(summons: &Summons, day: NaiveDate) -> Vec<&Unit> {
    let units = summons.units.iter().map(|called| &called.unit);
    units
        .filter(|unit| {
            unit.valid_to.is_some_and(|last| day > last)
                || unit.valid_from.is_some_and(|first| day < first)
        })
        .collect()
}

fn is_in_force(office: &Office, day: NaiveDate) -> bool {
    office.valid_from.is_none_or(|first| first <= day)
        && office.valid_to.is_none_or(|last| day <= last)
}
