//! The rows of a new book: rosters with their lineage, focus areas, an agenda, and a meeting planned for today.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Transaction, TransactionBehavior};
use serde::Deserialize;

use super::rows::select;
use super::{Failure, Store, Trouble, commit};
use crate::meeting::cell::{Cell, Field, Id};
use crate::meeting::change::{Change, Ids};
use crate::meeting::code::{SeatGroup, Share, UnitKind};
use crate::meeting::look_back::Outstanding;
use crate::meeting::plan::{plan, usual_start};
use crate::meeting::record::Row;
use crate::meeting::rows::{
    AgendaTemplate, FocusArea, Issuer, Lineage, Roster, RosterUnit, TemplateItem, Unit,
};
use crate::text::dates::Instant;

#[derive(Deserialize)]
struct Rosters {
    roster: Vec<RosterFile>,
}

#[derive(Deserialize)]
struct RosterFile {
    name: String,
    valid_from: NaiveDate,
    valid_to: Option<NaiveDate>,
    #[serde(default)]
    chosen: bool,
    units: Vec<UnitFile>,
}

#[derive(Deserialize)]
struct UnitFile {
    code: String,
    name: String,
    #[serde(default)]
    whole: Vec<String>,
    #[serde(default)]
    part: Vec<String>,
}

/// A row as a template has it: its keys are columns of a table.
type RowFile = HashMap<String, Value>;

#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    Number(i64),
    Text(String),
    /// A line each.
    Lines(Vec<String>),
}

#[derive(Deserialize)]
struct Areas {
    valid_from: String,
    area: Vec<RowFile>,
}

#[derive(Deserialize)]
struct MeetingFile {
    issuer: RowFile,
    agenda: AgendaFile,
    delegation: Vec<DelegationFile>,
}

#[derive(Deserialize)]
struct AgendaFile {
    item: Vec<RowFile>,
    #[serde(flatten)]
    template: RowFile,
}

#[derive(Deserialize)]
struct DelegationFile {
    group: String,
    name: String,
}

/// Fills a book that holds nothing yet, all of it or nothing, whoever else opens it at the same time.
pub(super) fn fill_if_empty(store: &Store, now: Instant) -> Result<(), Failure> {
    if !is_empty(store)? {
        return Ok(());
    }
    let sql = Transaction::new_unchecked(&store.connection, TransactionBehavior::Immediate)?;
    if is_empty(store)? {
        fill(store, now)?;
    }
    Ok(sql.commit()?)
}

fn is_empty(store: &Store) -> Result<bool, Failure> {
    let sql = "SELECT NOT EXISTS (SELECT 1 FROM roster)";
    Ok(store
        .connection
        .prepare_cached(sql)?
        .query_row([], |row| row.get(0))?)
}

/// Writes the rows of a new book; they are where it begins, so no journal entry takes them back.
fn fill(store: &Store, now: Instant) -> Result<(), Failure> {
    let mut changes = rosters(&store.ids)?;
    changes.extend(areas(&store.ids)?);
    changes.extend(template(&store.ids)?);
    commit::apply(&store.connection, &changes)?;
    let starts = usual_start(now);
    let chosen = store
        .rosters()?
        .into_iter()
        .next()
        .ok_or_else(|| broken("no roster"))?;
    let summons = store.summons(chosen)?;
    let planning = store.template()?.looking_back(&Outstanding::default());
    let (_, changes) = plan(&planning, &summons, starts, &store.ids);
    commit::apply(&store.connection, &changes)
}

impl Store {
    /// Writes rows that the book begins with, all of them or none: no entry of the journal takes them back.
    pub(crate) fn lay(&self, changes: &[Change]) -> Result<(), Failure> {
        let sql = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        sql.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        commit::apply(&sql, changes)?;
        Ok(sql.commit()?)
    }

    /// Returns the focus areas of the book, retired ones too.
    pub(crate) fn focus_areas(&self) -> Result<Vec<FocusArea>, Failure> {
        select(&self.connection, "ORDER BY number, id", [])
    }
}

/// Returns the delegations that come besides the roster.
pub(super) fn delegations() -> Vec<(SeatGroup, String)> {
    let file: MeetingFile = match toml_edit::de::from_str(include_str!("../templates/meeting.toml"))
    {
        Ok(file) => file,
        Err(_) => return Vec::new(),
    };
    file.delegation
        .into_iter()
        .map(|delegation| {
            (
                code(&delegation.group).unwrap_or(SeatGroup::Guest),
                delegation.name,
            )
        })
        .collect()
}

fn rosters(ids: &Ids) -> Result<Vec<Change>, Failure> {
    let file: Rosters =
        toml_edit::de::from_str(include_str!("../templates/rosters.toml")).map_err(broken)?;
    let mut units: HashMap<String, Id<Unit>> = HashMap::new();
    let mut changes = Vec::new();
    let mut later: Option<Id<Roster>> = None;
    let mut lineage = Vec::new();
    // The last roster first, so that each can name the one that follows it.
    for roster in file.roster.iter().rev() {
        let id = ids.next();
        changes.push(Change::insert(Roster {
            id,
            name: roster.name.clone(),
            valid_from: Some(roster.valid_from),
            valid_to: roster.valid_to,
            successor: later.replace(id),
            chosen: roster.chosen,
        }));
        for (position, unit) in (1..).zip(&roster.units) {
            let unit_id = ids.next();
            units.insert(unit.code.clone(), unit_id);
            changes.push(Change::insert(unit_row(unit_id, unit, roster)));
            changes.push(Change::insert(RosterUnit {
                id: ids.next(),
                roster: id,
                unit: unit_id,
                position,
            }));
            lineage.extend(
                unit.whole
                    .iter()
                    .map(|before| (before, unit_id, Share::Whole)),
            );
            lineage.extend(
                unit.part
                    .iter()
                    .map(|before| (before, unit_id, Share::Part)),
            );
        }
    }
    for (before, successor, share) in lineage {
        let predecessor = *units.get(before).ok_or_else(|| broken(before))?;
        changes.push(Change::insert(Lineage {
            id: ids.next(),
            predecessor,
            successor,
            share,
        }));
    }
    Ok(changes)
}

fn unit_row(id: Id<Unit>, unit: &UnitFile, roster: &RosterFile) -> Unit {
    Unit {
        id,
        code: unit.code.clone(),
        kind: UnitKind::Ward,
        name: unit.name.clone(),
        valid_from: Some(roster.valid_from),
        valid_to: roster.valid_to,
    }
}

fn areas(ids: &Ids) -> Result<Vec<Change>, Failure> {
    let file: Areas =
        toml_edit::de::from_str(include_str!("../templates/focus_areas.toml")).map_err(broken)?;
    let valid_from = Cell::Text(file.valid_from);
    let row = |area| row(area, &[("valid_from", &valid_from)], ids);
    let areas = file.area.iter().map(row);
    areas
        .map(|area| Ok(Change::insert::<FocusArea>(area?)))
        .collect()
}

fn template(ids: &Ids) -> Result<Vec<Change>, Failure> {
    let file: MeetingFile =
        toml_edit::de::from_str(include_str!("../templates/meeting.toml")).map_err(broken)?;
    let issuer: Issuer = row(&file.issuer, &[], ids)?;
    let template: AgendaTemplate = row(&file.agenda.template, &[], ids)?;
    let id = template.id.to_cell();
    let mut changes = vec![Change::insert(issuer), Change::insert(template)];
    for (position, item) in (1..).zip(&file.agenda.item) {
        let own = [("template", &id), ("position", &Cell::Int(position))];
        changes.push(Change::insert::<TemplateItem>(row(item, &own, ids)?));
    }
    Ok(changes)
}

/// Returns a new row with the values of a template and those that it leaves to the program.
fn row<T: Row>(file: &RowFile, own: &[(&str, &Cell)], ids: &Ids) -> Result<T, Failure> {
    let id = ("id", &ids.next::<T>().to_cell());
    let columns = T::TABLE.columns();
    let cells = columns.iter().map(|column| {
        let mut own = own.iter().chain([&id]);
        let own = own.find(|(name, _)| name == column);
        match (own, file.get(*column)) {
            (Some((_, cell)), _) => (*cell).clone(),
            (None, Some(Value::Number(n))) => Cell::Int(*n),
            (None, Some(Value::Text(text))) => Cell::Text(text.clone()),
            (None, Some(Value::Lines(lines))) => Cell::Text(lines.join("\n")),
            (None, None) => Cell::Null,
        }
    });
    let cells: Vec<Cell> = cells.collect();
    T::from_cells(&cells).map_err(|position| broken(columns.get(position).unwrap_or(&"")))
}

fn code<F: Field>(code: &str) -> Option<F> {
    F::from_cell(&Cell::Text(code.to_owned()))
}

fn broken(error: impl std::fmt::Display) -> Failure {
    Failure::new(Trouble::Other, format!("template: {error}"))
}
