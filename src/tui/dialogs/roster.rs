//! The forms of the rosters: a unit with those who lead it, a roster's name and validity, a file to be read.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::form::{Form, Purpose, RosterForm};
use super::submit::{Refusal, near_day, need, optional};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::roster::edit::{self, Entry, Holder};
use crate::meeting::roster::{Called, Rosters, Summons, day_in, known, unit_key};
use crate::meeting::rows::{Roster, Unit};
use crate::text::dates::short_date;
use crate::tui::effect::Effect;
use crate::tui::view::View;
use crate::words::Words;

/// Returns the form of a unit as it stands on a day, or of a new one.
pub fn unit(roster: Id<Roster>, called: Option<&Called>, today: NaiveDate) -> Form {
    let entry = called.map_or_else(Entry::default, |called| Entry::of(called, today));
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
    let purpose = Purpose::Unit(roster, called.map(|called| called.unit.id));
    Form {
        field: if called.is_some() { 4 } else { 0 },
        ..Form::new(purpose, &values.each_ref().map(String::as_str))
    }
}

/// Returns the names of the fields of a unit.
pub(super) fn unit_labels(words: Words) -> Vec<&'static str> {
    vec![
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
    ]
}

/// Returns the form with name and validity of a roster, of a copy of it, or of a new one.
pub fn roster(purpose: RosterForm, known: Option<&Roster>, copied_name: &str) -> Form {
    let (name, from, to) = match (purpose, known) {
        (RosterForm::Change(_), Some(known)) => {
            (known.name.clone(), known.valid_from, known.valid_to)
        }
        // What follows a roster begins when it has ended.
        (RosterForm::Copy(_), Some(known)) => {
            let next = known.valid_to.and_then(|last| last.succ_opt());
            (copied_name.to_owned(), next, None)
        }
        (RosterForm::Change(_) | RosterForm::Copy(_) | RosterForm::New, _) => {
            (String::new(), None, None)
        }
    };
    Form {
        field: 0,
        ..Form::new(Purpose::Roster(purpose), &[&name, &shown(from), &shown(to)])
    }
}

/// Returns what a filled form of the rosters asks of the program.
pub(super) fn submit(
    purpose: Purpose,
    values: &[String],
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    if let Purpose::Import(roster) = purpose {
        let file = need(values, 0, view.words.field_file(), view.words)?;
        return Ok(vec![Effect::Import(roster, PathBuf::from(file))]);
    }
    let Some(rosters) = &view.shelf.rosters else {
        return Ok(vec![Effect::Close]);
    };
    let find = |id| {
        rosters
            .summons
            .iter()
            .find(|summons| summons.roster.id == id)
    };
    match purpose {
        Purpose::Unit(roster, unit) => match find(roster) {
            Some(summons) => write_unit(unit, summons, rosters, values, view),
            None => Ok(vec![Effect::Close]),
        },
        Purpose::Roster(form) => {
            let id = match form {
                RosterForm::Change(id) | RosterForm::Copy(id) => Some(id),
                RosterForm::New => None,
            };
            write_roster(form, id.and_then(find), values, view)
        }
        Purpose::Import(_)
        | Purpose::Substitute(_)
        | Purpose::LateSubstitute(_)
        | Purpose::Excused(_)
        | Purpose::Left(_)
        | Purpose::Names(_)
        | Purpose::Delegation(_)
        | Purpose::Guest
        | Purpose::Entry(..)
        | Purpose::Moment(..)
        | Purpose::Plan(_)
        | Purpose::Details
        | Purpose::Answer(_)
        | Purpose::Extend(_)
        | Purpose::Deliverable(_)
        | Purpose::Skip(_)
        | Purpose::Export(_) => Ok(Vec::new()),
    }
}

fn write_unit(
    unit: Option<Id<Unit>>,
    summons: &Summons,
    rosters: &Rosters,
    values: &[String],
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
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
    let on_roster =
        unit.and_then(|unit| summons.units.iter().find(|called| called.unit.id == unit));
    let (label, changes) = if let Some(called) = on_roster {
        let mut changes = edit::revise(
            rosters,
            called,
            &entry,
            day_in(&summons.roster, view.today()),
            view.ids,
        );
        if let Some(wanted) = entry.position {
            changes.extend(edit::reorder(summons, called, wanted));
        }
        (words.told_unit(&entry.name), changes)
    } else {
        let day = day_in(&summons.roster, view.today());
        // A unit that is on another roster, or was taken off this one, comes back with its past.
        let known = known(rosters, &entry.name, day);
        let placed = last(&entry, summons);
        let mut changes = edit::add(rosters, summons, known, &placed, day, view.ids);
        changes.extend(make_room(&entry, summons));
        (words.told_unit_added(&entry.name), changes)
    };
    if changes.is_empty() {
        return Ok(vec![Effect::Close]);
    }
    Ok(done(label, changes))
}

/// Returns a new unit's entry with a place that the roster has: the wanted one, or the end.
fn last(entry: &Entry, summons: &Summons) -> Entry {
    let behind = i64::try_from(summons.units.len()).unwrap_or(0) + 1;
    Entry {
        position: Some(entry.position.unwrap_or(behind).clamp(1, behind)),
        ..entry.clone()
    }
}

/// Moves the units from the wanted place of a new one on.
fn make_room(entry: &Entry, summons: &Summons) -> Vec<Change> {
    let wanted = last(entry, summons).position.unwrap_or(1);
    let units = summons.units.iter();
    units
        .filter(|called| called.place.position >= wanted)
        .map(|called| Change::edit(&called.place, |place| place.position += 1))
        .collect()
}

fn entry(values: &[String], view: &View) -> Result<Entry, Refusal> {
    let words = view.words;
    let date = |field| date(values, field, view);
    let position = optional(values, 1)
        .map(|typed| super::submit::number(&typed, 1, words))
        .transpose()?;
    let entry = Entry {
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

fn write_roster(
    form: RosterForm,
    summons: Option<&Summons>,
    values: &[String],
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let name = need(values, 0, words.field_roster(), words)?;
    let date = |field| date(values, field, view);
    let (from, to) = (date(1)?, date(2)?);
    in_order(from, to, 2, view)?;
    let label = words.told_roster_written(&name);
    match (form, summons) {
        (RosterForm::Change(_), Some(summons)) => {
            let change = Change::edit(&summons.roster, |roster| {
                roster.name = name;
                (roster.valid_from, roster.valid_to) = (from, to);
            });
            Ok(done(label, vec![change]))
        }
        (RosterForm::Change(_), None) => Ok(vec![Effect::Close]),
        (RosterForm::Copy(_) | RosterForm::New, original) => {
            let (id, changes) = edit::copy(original, &name, (from, to), view.ids);
            let mut effects = done(label, changes);
            effects.push(Effect::SelectRoster(id));
            Ok(effects)
        }
    }
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

fn done(label: String, changes: Vec<Change>) -> Vec<Effect> {
    vec![
        Effect::Commit(Transaction::new(label, changes)),
        Effect::Close,
    ]
}
