//! The forms of the rosters: a unit with those who lead it, a roster's name and validity, a file to be read.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::effect::{Effect, ImportInto};
use crate::app::form::Form;
use crate::app::old_form::Purpose;
use crate::app::submit::{Refusal, done, near_day, need, optional};
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::roster::edit::{self, Editing, Holder, UnitEntry};
use crate::meeting::roster::{Called, Summons, day_in, known, unit_key};
use crate::meeting::rows::{Roster, Unit};
use crate::text::dates::short_date;
use crate::words::Words;

/// Returns the form of a unit as it stands on a day, or of a new one.
pub fn unit(roster: Id<Roster>, called: Option<&Called>, today: NaiveDate) -> Form {
    let entry = called.map_or_else(UnitEntry::default, |called| UnitEntry::of(called, today));
    let name = |holder: &Holder| holder.name.clone().unwrap_or_default();
    let position = entry.position.map(|n| n.to_string()).unwrap_or_default();
    let values = [
        entry.name.clone(),
        position,
        shown(entry.valid_from),
        shown(entry.valid_to),
        name(&entry.secretary),
        shown(entry.secretary.from),
        shown(entry.secretary.to),
        name(&entry.deputy),
        shown(entry.deputy.from),
        shown(entry.deputy.to),
    ];
    let form = RosterForm::Unit(roster, called.map(|called| called.unit.id));
    Form {
        field: if called.is_some() { 4 } else { 0 },
        ..form.with(&values.each_ref().map(String::as_str))
    }
}

/// A form of the rosters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RosterForm {
    /// A unit of a roster; a new one without an id.
    Unit(Id<Roster>, Option<Id<Unit>>),
    /// Name and validity of a roster.
    Change(Id<Roster>),
    /// Name and validity of a copy of a roster.
    Copy(Id<Roster>),
    /// Name and validity of a new roster without units.
    New,
    /// The file that a roster is filled from.
    Import(Id<Roster>),
}

impl RosterForm {
    /// Returns the form with these values.
    pub fn with(self, values: &[&str]) -> Form {
        Form::new(Purpose::Roster(self), values)
    }
}

/// Returns the names of the fields.
pub(crate) fn labels(form: RosterForm, words: Words) -> Vec<&'static str> {
    match form {
        RosterForm::Unit(..) => vec![
            words.field_unit(),
            words.field_position(),
            words.field_valid_from(),
            words.field_valid_to(),
            words.field_secretary(),
            words.field_office_from(),
            words.field_office_to(),
            words.field_deputy(),
            words.field_office_from(),
            words.field_office_to(),
        ],
        RosterForm::Change(_) | RosterForm::Copy(_) | RosterForm::New => vec![
            words.field_roster(),
            words.field_valid_from(),
            words.field_valid_to(),
        ],
        RosterForm::Import(_) => vec![words.field_file()],
    }
}

/// Returns what stands above the form.
pub(crate) fn title(form: RosterForm, words: Words) -> &'static str {
    match form {
        RosterForm::Unit(_, Some(_)) => words.form_unit(),
        RosterForm::Unit(_, None) => words.form_new_unit(),
        RosterForm::Change(_) => words.form_roster(),
        RosterForm::Copy(_) => words.form_copy_roster(),
        RosterForm::New => words.form_new_roster(),
        RosterForm::Import(_) => words.form_import(),
    }
}

/// Returns the form that changes name and validity of a roster.
pub fn change(roster: &Roster) -> Form {
    validity(
        RosterForm::Change(roster.id),
        &roster.name,
        roster.valid_from,
        roster.valid_to,
    )
}

/// Returns the form that copies a roster under another name; what follows a roster begins when it has ended.
pub fn copy(roster: &Roster, name: &str) -> Form {
    let next = roster.valid_to.and_then(|last| last.succ_opt());
    validity(RosterForm::Copy(roster.id), name, next, None)
}

/// Returns the form of a new roster without units.
pub fn new_roster() -> Form {
    validity(RosterForm::New, "", None, None)
}

fn validity(form: RosterForm, name: &str, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Form {
    Form {
        field: 0,
        ..form.with(&[name, &shown(from), &shown(to)])
    }
}

/// Returns what a filled form of the rosters asks of the program.
pub(crate) fn submit(
    form: RosterForm,
    values: &[String],
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let rosters = view.shelf.rosters.as_ref();
    let find = |id| {
        let all = rosters.into_iter().flat_map(|rosters| &rosters.summons);
        all.into_iter().find(|summons| summons.roster.id == id)
    };
    match form {
        RosterForm::Import(roster) => {
            let file = need(values, 0, view.words.field_file(), view.words)?;
            Ok(vec![Effect::Import(
                ImportInto::Roster(roster),
                PathBuf::from(file),
            )])
        }
        RosterForm::Unit(roster, unit) => match find(roster) {
            Some(summons) => write_unit(unit, summons, values, view),
            None => Ok(vec![Effect::Close]),
        },
        RosterForm::Change(id) => match find(id) {
            Some(summons) => change_roster(&summons.roster, values, view),
            None => Ok(vec![Effect::Close]),
        },
        RosterForm::Copy(id) => copy_roster(find(id), values, view),
        RosterForm::New => copy_roster(None, values, view),
    }
}

fn write_unit(
    unit: Option<Id<Unit>>,
    summons: &Summons,
    values: &[String],
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let Some(rosters) = &view.shelf.rosters else {
        return Ok(vec![Effect::Close]);
    };
    let entry = entry(values, view)?;
    let same_name = summons.units.iter().any(|called| {
        unit_key(&called.unit.name) == unit_key(&entry.name) && Some(called.unit.id) != unit
    });
    if same_name {
        return Err(Refusal {
            field: 0,
            why: words.why_on_roster(&entry.name),
        });
    }
    let editing = Editing {
        rosters,
        today: day_in(&summons.roster, view.today()),
        ids: view.ids,
    };
    let on_roster =
        unit.and_then(|unit| summons.units.iter().find(|called| called.unit.id == unit));
    let (label, changes) = if let Some(called) = on_roster {
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

fn entry(values: &[String], view: &View) -> Result<UnitEntry, Refusal> {
    let words = view.words;
    let date = |field| date(values, field, view);
    let position = optional(values, 1)
        .map(|typed| crate::app::submit::number(&typed, 1, words))
        .transpose()?;
    let entry = UnitEntry {
        name: need(values, 0, words.field_unit(), words)?,
        position: position.map(|n| n.max(1)),
        valid_from: date(2)?,
        valid_to: date(3)?,
        secretary: Holder {
            name: optional(values, 4),
            from: date(5)?,
            to: date(6)?,
        },
        deputy: Holder {
            name: optional(values, 7),
            from: date(8)?,
            to: date(9)?,
        },
    };
    in_order(entry.secretary.from, entry.secretary.to, 6, view)?;
    in_order(entry.deputy.from, entry.deputy.to, 9, view)?;
    in_order(entry.valid_from, entry.valid_to, 3, view)?;
    Ok(entry)
}

fn change_roster(roster: &Roster, values: &[String], view: &View) -> Result<Vec<Effect>, Refusal> {
    let (name, from, to) = named(values, view)?;
    let label = view.words.told_roster_written(&name);
    let change = Change::edit(roster, |roster| {
        roster.name = name;
        (roster.valid_from, roster.valid_to) = (from, to);
    });
    Ok(done(label, vec![change]))
}

/// Makes a roster with the units of another, or without any.
fn copy_roster(
    original: Option<&Summons>,
    values: &[String],
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let (name, from, to) = named(values, view)?;
    let label = view.words.told_roster_written(&name);
    let (id, changes) = edit::copy(original, &name, (from, to), view.ids);
    let mut effects = done(label, changes);
    effects.push(Effect::SelectRoster(id));
    Ok(effects)
}

/// Reads name and validity of a roster.
fn named(
    values: &[String],
    view: &View,
) -> Result<(String, Option<NaiveDate>, Option<NaiveDate>), Refusal> {
    let name = need(values, 0, view.words.field_roster(), view.words)?;
    let (from, to) = (date(values, 1, view)?, date(values, 2, view)?);
    in_order(from, to, 2, view)?;
    Ok((name, from, to))
}

/// Reads a day that may be past, if one was typed.
fn date(values: &[String], field: usize, view: &View) -> Result<Option<NaiveDate>, Refusal> {
    let typed = optional(values, field);
    typed
        .map(|typed| near_day(&typed, view.today(), view.words))
        .transpose()
        .map_err(|why| Refusal { field, why })
}

/// Refuses a validity that ends before it begins.
fn in_order(
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    field: usize,
    view: &View,
) -> Result<(), Refusal> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err(Refusal {
            field,
            why: view
                .words
                .why_ends_before(&short_date(to), &short_date(from)),
        }),
        (Some(_) | None, Some(_) | None) => Ok(()),
    }
}

fn shown(day: Option<NaiveDate>) -> String {
    day.map(short_date).unwrap_or_default()
}
