//! Editing rosters: units come and go, offices pass from one person to the next, copies are made.

use chrono::NaiveDate;

use super::{Called, Held, Rosters, Summons, holder, next_holder};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Ids};
use crate::meeting::code::{OfficeKind, UnitKind};
use crate::meeting::rows::{Office, Person, Record, Roster, RosterUnit, Seat, Unit};
use crate::text::fold::fold;
use crate::text::same::{is_same, is_same_person};

/// A unit as the user edits it: its name and days, its number on the roster, and its leaders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitEntry {
    /// Its name without the kind.
    pub name: String,
    /// Its place in the order of the roll, from 1.
    pub position: Option<i64>,
    /// The first day on which it exists.
    pub valid_from: Option<NaiveDate>,
    /// The last day on which it exists.
    pub valid_to: Option<NaiveDate>,
    /// Its Secretary.
    pub secretary: Holder,
    /// Its Standing Deputy Secretary.
    pub deputy: Holder,
}

/// Who holds an office, as it is typed or read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// The name; without one, nobody holds the office.
    pub name: Option<String>,
    /// The first day in office, if known.
    pub from: Option<NaiveDate>,
    /// The last day in office, if it has one.
    pub to: Option<NaiveDate>,
}

/// The offices that are summoned, in the order of their rank.
pub(crate) const SUMMONED: [OfficeKind; 2] = [OfficeKind::Secretary, OfficeKind::StandingDeputy];

impl Holder {
    /// Returns the day on which the office is looked at: today, or the day on which it is still to pass on.
    pub(super) fn asked_on(&self, today: NaiveDate) -> NaiveDate {
        self.from.map_or(today, |from| from.max(today))
    }

    fn of(held: &[Held], kind: OfficeKind, day: NaiveDate) -> Self {
        // An office that nobody holds yet is that of who takes it next.
        let found = holder(held, kind, day).or_else(|| next_holder(held, kind, day));
        found.map_or_else(Self::default, |held| Self {
            name: Some(held.person.name.clone()),
            from: held.office.valid_from,
            to: held.office.valid_to,
        })
    }
}

impl UnitEntry {
    /// Returns the entry of a unit of a roster on a day.
    pub fn of(called: &Called, day: NaiveDate) -> Self {
        Self {
            position: Some(called.place.position),
            ..Self::of_unit(&called.unit, &called.held, [day; 2])
        }
    }

    /// Returns the entry of a unit in the book, to be compared with this one: each office on the day that this entry
    /// asks about.
    pub(super) fn beside(&self, unit: &Unit, held: &[Held], today: NaiveDate) -> Self {
        let days = SUMMONED.map(|kind| self.holder(kind).asked_on(today));
        Self::of_unit(unit, held, days)
    }

    fn of_unit(unit: &Unit, held: &[Held], days: [NaiveDate; 2]) -> Self {
        let ([first, second], [first_day, second_day]) = (SUMMONED, days);
        let secretary = Holder::of(held, first, first_day);
        let deputy = Holder::of(held, second, second_day);
        Self {
            name: unit.name.clone(),
            position: None,
            valid_from: unit.valid_from,
            valid_to: unit.valid_to,
            secretary,
            deputy,
        }
    }

    /// Returns who holds one of the offices that are summoned.
    pub(crate) fn holder(&self, kind: OfficeKind) -> &Holder {
        match kind {
            OfficeKind::Secretary => &self.secretary,
            OfficeKind::StandingDeputy | OfficeKind::Deputy | OfficeKind::Other => &self.deputy,
        }
    }
}

/// The editing of the rosters on a day.
#[derive(Clone, Copy, Debug)]
pub struct Editing<'a> {
    /// The rosters as they stand.
    pub rosters: &'a Rosters,
    /// The day from which on it is true.
    pub today: NaiveDate,
    /// Where the ids come from.
    pub ids: &'a Ids,
}

impl Editing<'_> {
    /// Returns the changes that bring a unit to an entry, from this day on.
    ///
    /// Seats of meetings that have not begun follow, unless somebody wrote another name there by hand;
    /// every other meeting keeps the names as they were that day.
    pub fn revise(&self, called: &Called, entry: &UnitEntry) -> Vec<Change> {
        let mut changes = Vec::new();
        let unit = &called.unit;
        let renamed = Change::edit(unit, |unit| {
            unit.name.clone_from(&entry.name);
            (unit.valid_from, unit.valid_to) = (entry.valid_from, entry.valid_to);
        });
        changes.push(renamed);
        for kind in SUMMONED {
            let holder = entry.holder(kind);
            changes.extend(self.succeed(unit.id, &called.held, kind, holder));
        }
        let after = with(called, &changes);
        changes.extend(follow(self.rosters, called, &after));
        changes.retain(|change| change.before() != change.after());
        changes
    }

    /// Returns the changes that put a unit of the book, or a new one, on a roster and bring it to an entry.
    pub fn add(
        &self,
        roster: &Summons,
        known: Option<&(Unit, Vec<Held>)>,
        entry: &UnitEntry,
    ) -> Vec<Change> {
        let mut changes = Vec::new();
        let (unit, held) = known.map_or_else(
            || {
                let unit = Unit {
                    id: self.ids.next(),
                    code: free_code(self.rosters, &entry.name),
                    kind: UnitKind::Ward,
                    name: entry.name.clone(),
                    valid_from: entry.valid_from,
                    valid_to: entry.valid_to,
                };
                changes.push(Change::insert(unit.clone()));
                (unit, [].as_slice())
            },
            |(unit, held)| (unit.clone(), held.as_slice()),
        );
        let last = roster
            .units
            .iter()
            .map(|called| called.place.position)
            .max();
        changes.push(Change::insert(RosterUnit {
            id: self.ids.next(),
            roster: roster.roster.id,
            unit: unit.id,
            position: entry.position.unwrap_or(last.unwrap_or(0) + 1),
        }));
        for kind in SUMMONED {
            let wanted = entry.holder(kind);
            if wanted.name.is_some() {
                changes.extend(self.succeed(unit.id, held, kind, wanted));
            }
        }
        changes.retain(|change| change.before() != change.after());
        changes
    }

    /// Returns the changes by which an office passes from who holds it to who is said to hold it.
    ///
    /// Another name with the same first day, or with one that is not later, corrects who holds it; a later first day
    /// ends the one before on the day before it; no name ends it yesterday, or on the day before another first day.
    /// Nobody's last day ever comes before the first.
    fn succeed(
        &self,
        unit: Id<Unit>,
        held: &[Held],
        kind: OfficeKind,
        wanted: &Holder,
    ) -> Vec<Change> {
        let Some(held) = holder(held, kind, wanted.asked_on(self.today)) else {
            return take_office(unit, kind, wanted, self.ids);
        };
        let first = held.office.valid_from;
        let is_later = wanted.from.is_some() && wanted.from > first;
        match &wanted.name {
            Some(name) if is_same_person(name, &held.person.name) || !is_later => {
                let person = Change::edit(&held.person, |person| person.name.clone_from(name));
                let office = Change::edit(&held.office, |office| {
                    office.valid_from = wanted.from.or(first);
                    office.valid_to = wanted.to;
                });
                vec![person, office]
            }
            Some(_) | None => {
                let end = if is_later {
                    wanted.from
                } else {
                    Some(self.today)
                };
                let last = end.and_then(|day| day.pred_opt()).unwrap_or(self.today);
                if first.is_some_and(|first| last < first) {
                    return vec![Change::delete(&held.office), Change::delete(&held.person)];
                }
                let mut changes = vec![Change::edit(&held.office, |office| {
                    office.valid_to = Some(last);
                })];
                changes.extend(take_office(unit, kind, wanted, self.ids));
                changes
            }
        }
    }
}

/// Returns the changes that take a unit off a roster; the unit and its past stay in the book.
pub fn remove(roster: &Summons, called: &Called) -> Vec<Change> {
    let mut changes = vec![Change::delete(&called.place)];
    let behind = roster
        .units
        .iter()
        .filter(|other| other.place.position > called.place.position);
    changes.extend(behind.map(|other| Change::edit(&other.place, |place| place.position -= 1)));
    changes
}

/// Returns the changes that bring a unit to another place of its roster; those between make room.
pub fn reorder(roster: &Summons, called: &Called, wanted: i64) -> Vec<Change> {
    let mut order: Vec<&Called> = roster
        .units
        .iter()
        .filter(|other| other.place.id != called.place.id)
        .collect();
    let place = usize::try_from(wanted - 1).unwrap_or(0).min(order.len());
    order.insert(place, called);
    (1..)
        .zip(order)
        .filter(|(position, called)| called.place.position != *position)
        .map(|(position, called)| Change::edit(&called.place, |place| place.position = position))
        .collect()
}

/// Returns the new roster's id and the changes that make it, with the units of the one it is copied from.
///
/// A copy that begins after the last day of the original becomes its successor.
pub fn copy(
    original: Option<&Summons>,
    name: &str,
    validity: (Option<NaiveDate>, Option<NaiveDate>),
    ids: &Ids,
) -> (Id<Roster>, Vec<Change>) {
    let roster = Roster {
        id: ids.next(),
        name: name.to_owned(),
        valid_from: validity.0,
        valid_to: validity.1,
        successor: None,
        chosen: false,
    };
    let id = roster.id;
    let mut changes = vec![Change::insert(roster)];
    for called in original.into_iter().flat_map(|original| &original.units) {
        changes.push(Change::insert(RosterUnit {
            id: ids.next(),
            roster: id,
            ..called.place.clone()
        }));
    }
    let follows = |original: &&Summons| {
        let last = original.roster.valid_to;
        original.roster.successor.is_none() && last.is_some() && validity.0 > last
    };
    if let Some(original) = original.filter(follows) {
        changes.push(Change::edit(&original.roster, |roster| {
            roster.successor = Some(id);
        }));
    }
    (id, changes)
}

/// Returns the changes that write down who holds an office that nobody is known to hold: since the one before, if any.
pub(crate) fn introduce(
    called: &Called,
    kind: OfficeKind,
    name: Option<String>,
    ids: &Ids,
) -> Vec<Change> {
    let before = called.held.iter().filter(|held| held.office.kind == kind);
    let ended = before.filter_map(|held| held.office.valid_to).max();
    let from = ended.and_then(|last| last.succ_opt());
    take_office(
        called.unit.id,
        kind,
        &Holder {
            name,
            from,
            to: None,
        },
        ids,
    )
}

/// Returns the changes by which somebody takes an office that nobody holds.
fn take_office(unit: Id<Unit>, kind: OfficeKind, holder: &Holder, ids: &Ids) -> Vec<Change> {
    let Some(name) = &holder.name else {
        return Vec::new();
    };
    let held = appoint(unit, kind, name, ids);
    let office = Office {
        valid_from: holder.from,
        valid_to: holder.to,
        ..held.office
    };
    vec![Change::insert(held.person), Change::insert(office)]
}

/// Returns an office of a unit, held at any time by a person whom the book does not know yet.
pub(crate) fn appoint(unit: Id<Unit>, kind: OfficeKind, name: &str, ids: &Ids) -> Held {
    let person = Person {
        id: ids.next(),
        name: name.to_owned(),
        sort_as: None,
    };
    let office = Office {
        id: ids.next(),
        unit,
        person: person.id,
        kind,
        title: None,
        valid_from: None,
        valid_to: None,
    };
    Held { office, person }
}

/// Returns the changes by which the seats of meetings that have not begun follow their unit.
fn follow(rosters: &Rosters, before: &Called, after: &Called) -> Vec<Change> {
    let seats = rosters
        .planned
        .iter()
        .filter(|(seat, _)| seat.unit == Some(before.unit.id));
    seats
        .map(|(seat, meeting)| {
            let day = meeting.starts.date_naive();
            Change::edit(seat, |seat| {
                if is_same(&seat.name, &before.unit.name) {
                    seat.name.clone_from(&after.unit.name);
                }
                for kind in SUMMONED {
                    let name = |called: &Called| called.name_of(kind, day).map(str::to_owned);
                    let written = written(seat, kind);
                    let is_before = match (&*written, name(before)) {
                        (Some(written), Some(before)) => is_same_person(written, &before),
                        (None, _) => true,
                        (Some(_), None) => false,
                    };
                    if is_before {
                        *written = name(after);
                    }
                }
            })
        })
        .filter(|change| change.before() != change.after())
        .collect()
}

/// Returns where a seat keeps the name of who holds an office.
pub(super) fn written(seat: &mut Seat, kind: OfficeKind) -> &mut Option<String> {
    match kind {
        OfficeKind::Secretary => &mut seat.secretary,
        OfficeKind::StandingDeputy | OfficeKind::Deputy | OfficeKind::Other => &mut seat.deputy,
    }
}

/// Returns a unit as it is once these changes are made.
fn with(called: &Called, changes: &[Change]) -> Called {
    let mut after = called.clone();
    let mut people: Vec<Person> = called.held.iter().map(|held| held.person.clone()).collect();
    for change in changes {
        if let (Some(Record::Office(office)), None) = (change.before(), change.after()) {
            after.held.retain(|held| held.office.id != office.id);
        }
        match change.after() {
            Some(Record::Unit(unit)) => after.unit = unit.clone(),
            Some(Record::Person(person)) => {
                people.retain(|other| other.id != person.id);
                people.push(person.clone());
                for held in &mut after.held {
                    if held.person.id == person.id {
                        held.person = person.clone();
                    }
                }
            }
            Some(Record::Office(office)) => {
                after.held.retain(|held| held.office.id != office.id);
                let person = people.iter().find(|person| person.id == office.person);
                after.held.extend(person.map(|person| Held {
                    office: office.clone(),
                    person: person.clone(),
                }));
            }
            Some(_) | None => {}
        }
    }
    after
}

/// Returns a short name for files and links that no unit of the book has yet.
fn free_code(rosters: &Rosters, name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(fold).collect();
    let code = words.join("-");
    let is_taken = |code: &str| rosters.units.iter().any(|(unit, _)| unit.code == code);
    (1..=rosters.units.len() + 1)
        .map(|n| {
            if n == 1 {
                code.clone()
            } else {
                format!("{code}-{n}")
            }
        })
        .find(|code| !is_taken(code))
        .unwrap_or_default()
}
