//! Names that the rosters of the book know and a meeting lacks: of who led its units on its day.

use std::collections::BTreeMap;

use super::edit::{SUMMONED, written};
use super::{Held, Rosters, holder};
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::{MeetingState, OfficeKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::{Office, Person, Record, Seat, Unit};

/// Returns the name of who held an office of a seat's unit on the day of the meeting.
pub fn known_name<'a>(
    dossier: &Dossier,
    seat: &Seat,
    kind: OfficeKind,
    rosters: &'a Rosters,
) -> Option<&'a str> {
    let day = dossier.meeting.starts.date_naive();
    let (_, held) = rosters
        .units
        .iter()
        .find(|(unit, _)| Some(unit.id) == seat.unit)?;
    holder(held, kind, day).map(|held| held.person.name.as_str())
}

/// Returns the changes that write the names that a meeting lacks and the rosters know, once these changes are made; a name
/// that is there stays, and a signed meeting is left as it is.
pub fn empty_names(dossier: &Dossier, rosters: &Rosters, changes: &[Change]) -> Vec<Change> {
    if dossier.meeting.state == MeetingState::Final {
        return Vec::new();
    }
    let day = dossier.meeting.starts.date_naive();
    let after = offices_after(rosters, changes);
    let seats = dossier.seats.iter().filter_map(|seat| {
        let held = after.get(&seat.unit?)?;
        let name = |kind: OfficeKind| holder(held, kind, day).map(|held| held.person.name.clone());
        let filled = Change::edit(seat, |seat| {
            for kind in SUMMONED {
                let written = written(seat, kind);
                *written = written.take().or_else(|| name(kind));
            }
        });
        (filled.before() != filled.after()).then_some(filled)
    });
    seats.collect()
}

/// Returns who holds the offices of each unit once changes are made.
fn offices_after(rosters: &Rosters, changes: &[Change]) -> BTreeMap<Id<Unit>, Vec<Held>> {
    let known = rosters.units.iter().flat_map(|(_, held)| held);
    let mut persons: BTreeMap<Id<Person>, Person> = BTreeMap::new();
    let mut offices: BTreeMap<Id<Office>, Office> = BTreeMap::new();
    for held in known {
        persons.insert(held.person.id, held.person.clone());
        offices.insert(held.office.id, held.office.clone());
    }
    for change in changes {
        if let Some(Record::Office(office)) = change.before() {
            offices.remove(&office.id);
        }
        if let Some(Record::Office(office)) = change.after() {
            offices.insert(office.id, office.clone());
        }
        if let Some(Record::Person(person)) = change.after() {
            persons.insert(person.id, person.clone());
        }
    }
    let mut all: BTreeMap<Id<Unit>, Vec<Held>> = BTreeMap::new();
    for office in offices.into_values() {
        if let Some(person) = persons.get(&office.person) {
            let person = person.clone();
            all.entry(office.unit)
                .or_default()
                .push(Held { office, person });
        }
    }
    all
}
