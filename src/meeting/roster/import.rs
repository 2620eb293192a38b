//! Filling a roster from a table: each line with the changes that it would make, or its error.

mod reader;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::edit::{Editing, Holder, UnitEntry};
use super::{Called, Held, Rosters, Summons, known, unit_key};
use crate::meeting::change::Change;
use crate::meeting::rows::{Record, Unit};
use crate::meeting::sheet::Origin;
use crate::text::dates::short_date;
use crate::text::nearest::nearest;
use crate::text::same::is_same_person;
use reader::Lines;

pub use crate::meeting::sheet::Cells;
pub use reader::has_head;

/// The meaning of a column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The unit.
    Unit,
    /// The first day on which the unit exists.
    ValidFrom,
    /// The last day on which the unit exists.
    ValidTo,
    /// Its Secretary.
    Secretary,
    /// Since when.
    SecretaryFrom,
    /// Its Standing Deputy Secretary.
    Deputy,
    /// Since when.
    DeputyFrom,
    /// A person, where each has a line of their own.
    Person,
    /// The office of that person.
    Office,
    /// Since when that person holds it.
    OfficeFrom,
}

/// Why a whole table cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// No line names a column of units.
    NoUnits,
    /// There are units, but nothing is said of them.
    NothingSaid,
}

/// An error in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The unit stood in this line already.
    Duplicate(usize),
    /// It resembles units of the roster without being one of them.
    Resembles(Vec<String>),
    /// The unit ended on this day.
    Ended(NaiveDate),
    /// This cell is a formula, not a name.
    Formula(String),
    /// This is no date.
    NotADate(String),
    /// This is no office that is summoned.
    NotAnOffice(String),
    /// The line names nobody and no unit.
    NoUnit,
}

/// The effect of one line of the table on the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The unit is not on the roster yet.
    New,
    /// These columns of the unit change: column, old value, new value.
    Changed(Vec<(Column, String, String)>),
    /// The book says the same.
    Same,
    /// The line is left out.
    Problem(Problem),
}

/// One line of the table with its verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportLine {
    /// Its number in the file, from 1.
    pub line: usize,
    /// The facts of the line.
    pub entry: UnitEntry,
    /// The verdict.
    pub verdict: Verdict,
}

/// A table against a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its lines, in the order of the file.
    pub lines: Vec<ImportLine>,
    /// Cells that hold a formula whose value was taken.
    pub formulas: usize,
    /// Heads of columns that were not read.
    pub unread: Vec<String>,
    /// Lines that are read though their file hides them.
    pub hidden: usize,
    /// Where in its file it stood.
    pub origin: Origin,
}

/// Returns the verdict on each line of a table, on a day; no row of the book is changed.
pub fn compare(
    cells: &Cells,
    rosters: &Rosters,
    roster: &Summons,
    today: NaiveDate,
) -> Result<Import, Unreadable> {
    let Lines {
        lines,
        formulas,
        unread,
    } = reader::lines(cells, today)?;
    let hidden = cells.hidden_among(lines.iter().map(|line| line.line - 1));
    let judged = lines
        .into_iter()
        .map(|line| judge(line, rosters, roster, today));
    Ok(Import {
        lines: judged.collect(),
        formulas,
        unread,
        hidden,
        origin: cells.origin.clone(),
    })
}

/// Returns the changes that write the new and the changed units, on a day.
pub fn changes(import: &Import, roster: &Summons, editing: Editing) -> Vec<Change> {
    let Editing { rosters, today, .. } = editing;
    let mut changes = Vec::new();
    let places = roster.units.iter().map(|called| called.place.position);
    let mut last = places.max().unwrap_or(0);
    let mut with_new = rosters.clone();
    for line in &import.lines {
        match &line.verdict {
            Verdict::New => {
                last += 1;
                let known = known(rosters, &line.entry.name, today);
                let said = known.map_or_else(
                    || line.entry.clone(),
                    |(unit, held)| dated(&line.entry, unit, held, today),
                );
                let entry = UnitEntry {
                    position: Some(last),
                    ..said
                };
                let with_those = Editing {
                    rosters: &with_new,
                    ..editing
                };
                let made = with_those.add(roster, known, &entry);
                // Two new units of a similar name must not get the same code.
                with_new
                    .units
                    .extend(made.iter().filter_map(|change| match change.after() {
                        Some(Record::Unit(unit)) => Some((unit.clone(), Vec::new())),
                        Some(_) | None => None,
                    }));
                changes.extend(made);
            }
            Verdict::Changed(_) => {
                let called = unit_named(roster, &line.entry.name);
                changes.extend(called.into_iter().flat_map(|called| {
                    let entry = dated(&line.entry, &called.unit, &called.held, today);
                    editing.revise(called, &entry)
                }));
            }
            Verdict::Same | Verdict::Problem(_) => {}
        }
    }
    changes
}

impl Import {
    /// Returns the import in which these lines, which resemble known units, are new ones all the same.
    #[must_use]
    pub(crate) fn with_new(&self, lines: &BTreeSet<usize>) -> Self {
        let mut settled = self.clone();
        for line in &mut settled.lines {
            if let Verdict::Problem(Problem::Resembles(_)) = line.verdict
                && lines.contains(&line.line)
            {
                line.verdict = Verdict::New;
            }
        }
        settled
    }

    /// Returns how many lines are new, changed, the same, and left out.
    pub fn tally(&self) -> [usize; 4] {
        let [mut new, mut changed, mut same, mut without] = [0; 4];
        for line in &self.lines {
            let count = match line.verdict {
                Verdict::New => &mut new,
                Verdict::Changed(_) => &mut changed,
                Verdict::Same => &mut same,
                Verdict::Problem(_) => &mut without,
            };
            *count += 1;
        }
        [new, changed, same, without]
    }
}

/// Holds a line against the roster.
fn judge(line: ImportLine, rosters: &Rosters, roster: &Summons, today: NaiveDate) -> ImportLine {
    if let Verdict::Problem(_) = line.verdict {
        return line;
    }
    let name = &line.entry.name;
    let verdict = match unit_named(roster, name) {
        Some(called) => {
            let is_said_to_go_on = line.entry.valid_to.is_some();
            let ended = called.unit.valid_to.filter(|last| *last < today);
            if let Some(last) = ended.filter(|_| !is_said_to_go_on) {
                Verdict::Problem(Problem::Ended(last))
            } else {
                let known = line.entry.beside(&called.unit, &called.held, today);
                differences(&known, &line.entry)
            }
        }
        None => unknown(name, rosters, roster, today),
    };
    ImportLine { verdict, ..line }
}

fn unknown(name: &str, rosters: &Rosters, roster: &Summons, today: NaiveDate) -> Verdict {
    let names = roster.units.iter().map(|called| called.unit.name.as_str());
    let near = nearest(name, names, 3);
    if !near.is_empty() {
        return Verdict::Problem(Problem::Resembles(
            near.into_iter().map(str::to_owned).collect(),
        ));
    }
    let ended = rosters
        .units
        .iter()
        .filter(|(unit, _)| is_same(&unit.name, name));
    let last = ended
        .map(|(unit, _)| unit.valid_to.filter(|last| *last < today))
        .min();
    match last {
        Some(Some(last)) => Verdict::Problem(Problem::Ended(last)),
        Some(None) | None => Verdict::New,
    }
}

/// Returns the fields that a line changes; an empty cell changes nothing.
fn differences(known: &UnitEntry, said: &UnitEntry) -> Verdict {
    let shown = |day: Option<NaiveDate>| day.map(short_date).unwrap_or_default();
    let mut differences = Vec::new();
    let mut compare = |column: Column, old: String, new: String| {
        if !new.is_empty() && old != new {
            differences.push((column, old, new));
        }
    };
    let name = |holder: &Holder| holder.name.clone().unwrap_or_default();
    // The same person in capitals is no other holder, and the spelling that the book has stands.
    let said_name = |known: &Holder, said: &Holder| {
        let same = known
            .name
            .clone()
            .filter(|known| is_same_person(known, &name(said)));
        same.unwrap_or_else(|| name(said))
    };
    compare(
        Column::ValidFrom,
        shown(known.valid_from),
        shown(said.valid_from),
    );
    compare(Column::ValidTo, shown(known.valid_to), shown(said.valid_to));
    compare(
        Column::Secretary,
        name(&known.secretary),
        said_name(&known.secretary, &said.secretary),
    );
    compare(
        Column::SecretaryFrom,
        shown(known.secretary.from),
        shown(said.secretary.from),
    );
    compare(
        Column::Deputy,
        name(&known.deputy),
        said_name(&known.deputy, &said.deputy),
    );
    compare(
        Column::DeputyFrom,
        shown(known.deputy.from),
        shown(said.deputy.from),
    );
    if differences.is_empty() {
        Verdict::Same
    } else {
        Verdict::Changed(differences)
    }
}

/// Returns a unit after a line: an empty cell changes nothing, and a new holder without a day begins today.
fn dated(said: &UnitEntry, unit: &Unit, held: &[Held], today: NaiveDate) -> UnitEntry {
    let known = said.beside(unit, held, today);
    let holder = |said: &Holder, known: &Holder| match (&said.name, &known.name) {
        (None, _) => known.clone(),
        (Some(name), Some(before)) if !is_same_person(name, before) => Holder {
            name: said.name.clone(),
            from: said.from.or(Some(today)),
            to: None,
        },
        (Some(_), before) => Holder {
            name: before.clone().or_else(|| said.name.clone()),
            from: said.from.or(known.from),
            to: known.to,
        },
    };
    UnitEntry {
        name: known.name,
        position: known.position,
        valid_from: said.valid_from.or(known.valid_from),
        valid_to: said.valid_to.or(known.valid_to),
        secretary: holder(&said.secretary, &known.secretary),
        deputy: holder(&said.deputy, &known.deputy),
    }
}

/// Returns the unit of this name on a roster.
fn unit_named<'a>(roster: &'a Summons, name: &str) -> Option<&'a Called> {
    let mut units = roster.units.iter();
    units.find(|called| is_same(&called.unit.name, name))
}

/// Says whether two names are those of the same unit.
fn is_same(one: &str, other: &str) -> bool {
    unit_key(one) == unit_key(other)
}
