//! The forms of the rosters: a unit with those who lead it, a roster's name and validity.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::effect::{Effect, done};
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::message::Message;
use crate::app::questions::Questions;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::roster::edit::{self, Editing, Holder, UnitEntry};
use crate::meeting::roster::{Called, Summons, day_in, known, unit_key};
use crate::meeting::rows::{Roster, Unit};
use crate::store::Failure;
use crate::text::dates::short_date;
use crate::words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum RosterForm {
    /// A unit of a roster; a new one without an id.
    Unit(Id<Roster>, Option<Id<Unit>>),
    /// Name and validity of a roster.
    Change(Id<Roster>),
    /// Name and validity of a copy of a roster.
    Copy(Id<Roster>),
    /// Name and validity of a new roster without units.
    New,
}

impl Kept for RosterForm {
    const NAME: &'static str = "Roster";
}

impl FormPurpose for RosterForm {
    fn spec(&self, view: &View) -> FormSpec {
        match *self {
            Self::Unit(roster, unit) => unit_form(roster, unit, view),
            Self::Change(roster) => change_form(roster, view),
            Self::Copy(roster) => copy_form(roster, view),
            Self::New => validity(view.words.form_new_roster(), "", [None, None], view)
                .then(|filled, view| copied(None, filled, view)),
        }
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        book.rosters()
    }
}

/// Returns the form of a unit as it stands on a day in the roster's validity: at who leads it.
pub(crate) fn unit(roster: Id<Roster>, unit: Id<Unit>, view: &View) -> Form {
    let form = RosterForm::Unit(roster, Some(unit));
    Form::open_at(form, &SECRETARY.name, view)
}

const UNIT: Field<String> = Field::new("unit", Words::field_unit, fields::needed);
const POSITION: Field<Option<i64>> = Field::new("position", Words::field_position, |typed| {
    Ok(fields::count(typed)?.map(|n| n.max(1)))
});
const VALID_FROM: Field<Option<NaiveDate>> = day("valid from", Words::field_valid_from);
const VALID_TO: Field<Option<NaiveDate>> = day("valid to", Words::field_valid_to);

/// The fields of an office: who holds it, from which day on, until which day.
struct OfficeFields {
    name: Field<Option<String>>,
    from: Field<Option<NaiveDate>>,
    to: Field<Option<NaiveDate>>,
}

const SECRETARY: OfficeFields = OfficeFields {
    name: Field::new("secretary", Words::field_secretary, fields::person),
    from: day("secretary from", Words::field_office_from),
    to: day("secretary to", Words::field_office_to),
};

const DEPUTY: OfficeFields = OfficeFields {
    name: Field::new("deputy", Words::field_deputy, fields::person),
    from: day("deputy from", Words::field_office_from),
    to: day("deputy to", Words::field_office_to),
};

/// Returns a field for a day that may be past.
const fn day(id: &'static str, label: fn(Words) -> &'static str) -> Field<Option<NaiveDate>> {
    Field::new(id, label, fields::near_day)
}

impl OfficeFields {
    fn add_to(&self, spec: FormSpec, holder: &Holder) -> FormSpec {
        spec.field(&self.name, holder.name.clone().unwrap_or_default())
            .field(&self.from, day_text(holder.from))
            .field(&self.to, day_text(holder.to))
    }

    fn read(&self, filled: &Filled) -> Result<Holder, Refusal> {
        Ok(Holder {
            name: filled.read(&self.name)?,
            from: filled.read(&self.from)?,
            to: filled.read(&self.to)?,
        })
    }
}

fn unit_form(roster: Id<Roster>, unit: Option<Id<Unit>>, view: &View) -> FormSpec {
    let words = view.words;
    let summons = summons(roster, view);
    let called = summons.and_then(|summons| Some((summons, called(summons, unit?)?)));
    let entry = called.map_or_else(UnitEntry::default, |(summons, called)| {
        UnitEntry::of(called, day_in(&summons.roster, view.today()))
    });
    let title = match unit {
        Some(_) => words.form_unit(),
        None => words.form_new_unit(),
    };
    let position = entry.position.map(|n| n.to_string()).unwrap_or_default();
    let spec = FormSpec::new(title, words)
        .at_first_field()
        .field(&UNIT, entry.name.as_str())
        .field(&POSITION, position)
        .field(&VALID_FROM, day_text(entry.valid_from))
        .field(&VALID_TO, day_text(entry.valid_to));
    let spec = match unit {
        Some(_) => spec.about(called),
        None => spec.about(summons),
    };
    let spec = SECRETARY.add_to(spec, &entry.secretary);
    DEPUTY
        .add_to(spec, &entry.deputy)
        .then(move |filled, view| write_unit(roster, unit, filled, view))
}

pub(crate) fn summons<'a>(id: Id<Roster>, view: &View<'a>) -> Option<&'a Summons> {
    let mut all = view.shelf.rosters.as_ref()?.summons.iter();
    all.find(|summons| summons.roster.id == id)
}

fn called(summons: &Summons, unit: Id<Unit>) -> Option<&Called> {
    let mut units = summons.units.iter();
    units.find(|called| called.unit.id == unit)
}

fn write_unit(
    roster: Id<Roster>,
    unit: Option<Id<Unit>>,
    filled: &Filled,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let rosters = filled.found(view.shelf.rosters.as_ref())?;
    let summons = filled.found(summons(roster, view))?;
    let entry = entry(filled, view)?;
    let same_name = summons.units.iter().any(|called| {
        unit_key(&called.unit.name) == unit_key(&entry.name) && Some(called.unit.id) != unit
    });
    if same_name {
        return Err(UNIT.refuse(words.why_on_roster(&entry.name)));
    }
    let editing = Editing {
        rosters,
        today: day_in(&summons.roster, view.today()),
        ids: view.ids,
    };
    let (label, changes) = if let Some(unit) = unit {
        let called = filled.found(called(summons, unit))?;
        let mut changes = editing.revise(called, &entry);
        if let Some(wanted) = entry.position {
            changes.extend(edit::reorder(summons, called, wanted));
        }
        (words.told_unit(&entry.name), changes)
    } else {
        // A unit that is on another roster, or was taken off this one, comes back with its past.
        let known = known(rosters, &entry.name, editing.today);
        let placed = last(&entry, summons);
        let mut changes = editing.add(summons, known, &placed);
        changes.extend(make_room(&entry, summons));
        (words.told_unit_added(&entry.name), changes)
    };
    if changes.is_empty() {
        return Ok(vec![Effect::Close]);
    }
    Ok(done(label, changes))
}

/// Returns a new unit's entry with a place that the roster has: the wanted one, or the end.
fn last(entry: &UnitEntry, summons: &Summons) -> UnitEntry {
    let behind = i64::try_from(summons.units.len()).unwrap_or(0) + 1;
    UnitEntry {
        position: Some(entry.position.unwrap_or(behind).clamp(1, behind)),
        ..entry.clone()
    }
}

/// Moves the units from the wanted place of a new one on.
fn make_room(entry: &UnitEntry, summons: &Summons) -> Vec<Change> {
    let wanted = last(entry, summons).position.unwrap_or(1);
    let units = summons.units.iter();
    units
        .filter(|called| called.place.position >= wanted)
        .map(|called| Change::edit(&called.place, |place| place.position += 1))
        .collect()
}

fn entry(filled: &Filled, view: &View) -> Result<UnitEntry, Refusal> {
    let entry = UnitEntry {
        position: filled.read(&POSITION)?,
        name: filled.read(&UNIT)?,
        valid_from: filled.read(&VALID_FROM)?,
        valid_to: filled.read(&VALID_TO)?,
        secretary: SECRETARY.read(filled)?,
        deputy: DEPUTY.read(filled)?,
    };
    let (secretary, deputy) = (&entry.secretary, &entry.deputy);
    in_order(secretary.from, secretary.to, &SECRETARY.to, view)?;
    in_order(deputy.from, deputy.to, &DEPUTY.to, view)?;
    in_order(entry.valid_from, entry.valid_to, &VALID_TO, view)?;
    Ok(entry)
}

const NAME: Field<String> = Field::new("roster", Words::field_roster, fields::needed);

/// Returns the form that asks for name and validity of a roster.
fn validity(title: &str, name: &str, days: [Option<NaiveDate>; 2], view: &View) -> FormSpec {
    let [from, to] = days.map(day_text);
    FormSpec::new(title, view.words)
        .at_first_field()
        .field(&NAME, name)
        .field(&VALID_FROM, from)
        .field(&VALID_TO, to)
}

fn change_form(id: Id<Roster>, view: &View) -> FormSpec {
    let roster = summons(id, view).map(|summons| &summons.roster);
    let name = roster.map_or("", |roster| &roster.name);
    let days = roster.map_or([None, None], |roster| [roster.valid_from, roster.valid_to]);
    let spec = validity(view.words.form_roster(), name, days, view).about(roster);
    spec.then(move |filled, view| {
        let summons = filled.found(summons(id, view))?;
        let (name, from, to) = named(filled, view)?;
        let label = view.words.told_roster_written(&name);
        let change = Change::edit(&summons.roster, |roster| {
            roster.name = name;
            (roster.valid_from, roster.valid_to) = (from, to);
        });
        Ok(done(label, vec![change]))
    })
}

/// The form that copies a roster under another name; the copy begins on the day after the end of the original.
fn copy_form(id: Id<Roster>, view: &View) -> FormSpec {
    let roster = summons(id, view).map(|summons| &summons.roster);
    let name = roster.map(|roster| view.words.copy_of(&roster.name));
    let next = roster.and_then(|roster| roster.valid_to?.succ_opt());
    let title = view.words.form_copy_roster();
    validity(title, &name.unwrap_or_default(), [next, None], view)
        .about(roster)
        .then(move |filled, view| {
            let original = filled.found(summons(id, view))?;
            copied(Some(original), filled, view)
        })
}

/// Makes a roster with the units of another, or without any.
fn copied(
    original: Option<&Summons>,
    filled: &Filled,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let (name, from, to) = named(filled, view)?;
    let label = view.words.told_roster_written(&name);
    let (id, changes) = edit::copy(original, &name, (from, to), view.ids);
    let mut effects = done(label, changes);
    effects.push(Effect::Tell(Message::ShowRoster(id)));
    Ok(effects)
}

/// Reads name and validity of a roster.
fn named(
    filled: &Filled,
    view: &View,
) -> Result<(String, Option<NaiveDate>, Option<NaiveDate>), Refusal> {
    let name = filled.read(&NAME)?;
    let (from, to) = (filled.read(&VALID_FROM)?, filled.read(&VALID_TO)?);
    in_order(from, to, &VALID_TO, view)?;
    Ok((name, from, to))
}

/// Refuses a validity that ends before it begins.
fn in_order<T>(
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    field: &Field<T>,
    view: &View,
) -> Result<(), Refusal> {
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        let words = view.words;
        return Err(field.refuse(words.why_ends_before(&short_date(to), &short_date(from))));
    }
    Ok(())
}

fn day_text(day: Option<NaiveDate>) -> String {
    day.map(short_date).unwrap_or_default()
}
