//! The follow-up table from the book: all rows in one statement, supports and extensions in two more.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row as SqlRow, params_from_iter};

use super::conditions::order;
use super::conditions_of;
use super::{FROM, MISSED_PART, day, moment};
use crate::meeting::actions::import::Wanted;
use crate::meeting::actions::table::{Table, Tracked, TrackedPart};
use crate::meeting::actions::{Grouping, Order, Query};
use crate::meeting::cell::{Cell, Field, Id};
use crate::meeting::code::UnitKind;
use crate::meeting::record::Row;
use crate::meeting::rows::{Action, ActionSupport, Assignment, Extension, Issuer, Table as Of};
use crate::store::rows::{columns, damaged, json, read, select, size};
use crate::store::{Failure, Store};

/// The columns behind those of the action and of its assignment.
const BEHIND: &str = "focus_area.number, focus_area.short_vi, meeting.starts, meeting.title,
    unit.name, unit.kind, (SELECT name FROM unit AS taker WHERE taker.id = assignment.handed_to),
    (SELECT at FROM progress WHERE progress.assignment = assignment.id ORDER BY at DESC, id DESC LIMIT 1),
    (SELECT term.reported FROM term WHERE term.assignment = assignment.id),
    (SELECT evidence FROM progress WHERE progress.assignment = assignment.id AND evidence IS NOT NULL
     ORDER BY at DESC, id DESC LIMIT 1)";

/// The tables behind those of the action; an action without parts has one row, too.
const PARTS: &str = "LEFT JOIN assignment ON assignment.action = action.id LEFT JOIN unit ON unit.id = assignment.unit";

impl Store {
    /// Returns the parts that a query keeps, all of them, with everything that a follow-up sheet says of them.
    pub fn action_table(&self, query: &Query) -> Result<Table, Failure> {
        // Conditions on parts apply to the part of the row, however the register is grouped.
        let of_parts = Query {
            grouping: Grouping::Unit,
            ..query.clone()
        };
        let saying = self.saying(&query.filter)?;
        let conditions = conditions_of(&of_parts, None, saying.as_deref());
        let rest = format!("{} {}", conditions.text(), order(query.order, false));
        let actions = self.tracked(&rest, &conditions.values)?;
        self.table(actions, query.today, query.grouping)
    }

    /// Returns the actions whole that a sheet which is read back speaks of.
    pub fn actions_wanted(&self, wanted: &Wanted, today: NaiveDate) -> Result<Table, Failure> {
        let rest = format!(
            "WHERE action.id IN (SELECT id FROM action WHERE number IN (SELECT value FROM json_each(?2))
             UNION SELECT action FROM assignment WHERE id IN (SELECT value FROM json_each(?3))) {}",
            order(Order::Newest, false)
        );
        let values = [
            Value::from(today.to_string()),
            Value::from(json(wanted.numbers.iter().copied())),
            Value::from(json(wanted.parts.iter().map(|part| part.number()))),
        ];
        let actions = self.tracked(&rest, &values)?;
        self.table(actions, today, Grouping::None)
    }

    fn table(
        &self,
        mut actions: Vec<Tracked>,
        today: NaiveDate,
        grouping: Grouping,
    ) -> Result<Table, Failure> {
        self.add_what_hangs(&mut actions)?;
        let latest =
            "WHERE id = (SELECT issuer FROM meeting ORDER BY starts DESC, id DESC LIMIT 1)";
        Ok(Table {
            today,
            grouping,
            issuer: select::<Issuer>(&self.connection, latest, [])?.pop(),
            actions,
        })
    }

    /// Returns actions with their parts; the rows of one action stand together.
    fn tracked(&self, rest: &str, values: &[Value]) -> Result<Vec<Tracked>, Failure> {
        let sql = format!(
            "SELECT {}, {}, {BEHIND}, {} {FROM} {PARTS} {rest}, assignment.id",
            columns::<Action>("action"),
            columns::<Assignment>("assignment"),
            *MISSED_PART,
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut actions: Vec<Tracked> = Vec::new();
        while let Some(row) = rows.next()? {
            let id = Id::of(row.get(0)?);
            let is_next = actions.last().is_none_or(|last| last.action.id != id);
            if is_next {
                actions.push(action(row)?);
            }
            if let (Some(of), Some(part)) = (actions.last_mut(), part(row)?) {
                of.parts.push(part);
            }
        }
        Ok(actions)
    }

    /// Adds who helps with the actions, and their later deadlines.
    fn add_what_hangs(&self, actions: &mut [Tracked]) -> Result<(), Failure> {
        let ids = json(actions.iter().map(|of| of.action.id.number()));
        let of_these = "WHERE action IN (SELECT value FROM json_each(?1))";
        let supports: Vec<ActionSupport> =
            select(&self.connection, &format!("{of_these} ORDER BY id"), [&ids])?;
        let extensions: Vec<Extension> = select(
            &self.connection,
            &format!("{of_these} ORDER BY at, id"),
            [&ids],
        )?;
        let places: BTreeMap<Id<Action>, usize> = (0..)
            .zip(actions.iter())
            .map(|(place, of)| (of.action.id, place))
            .collect();
        for support in supports {
            if let Some(of) = places
                .get(&support.action)
                .and_then(|at| actions.get_mut(*at))
            {
                of.supports.push(support.name);
            }
        }
        for later in extensions {
            if let Some(of) = places
                .get(&later.action)
                .and_then(|at| actions.get_mut(*at))
            {
                of.extensions.push(later);
            }
        }
        Ok(())
    }
}

/// Where the columns behind the action and its assignment begin.
fn behind() -> usize {
    Action::TABLE.columns().len() + Assignment::TABLE.columns().len()
}

fn action(row: &SqlRow) -> Result<Tracked, Failure> {
    let first = behind();
    Ok(Tracked {
        action: read(row, 0)?,
        focus: row.get(first)?,
        area: row.get(first + 1)?,
        meeting_day: day(row.get(first + 2)?).unwrap_or_default(),
        meeting: row.get(first + 3)?,
        supports: Vec::new(),
        extensions: Vec::new(),
        parts: Vec::new(),
    })
}

fn part(row: &SqlRow) -> Result<Option<TrackedPart>, Failure> {
    let own = Action::TABLE.columns().len();
    if row.get::<_, Option<i64>>(own)?.is_none() {
        return Ok(None);
    }
    let first = behind();
    let kind: String = row.get(first + 5)?;
    let heard: Option<String> = row.get(first + 7)?;
    Ok(Some(TrackedPart {
        assignment: read(row, own)?,
        unit: row.get(first + 4)?,
        kind: UnitKind::from_cell(&Cell::Text(kind)).ok_or_else(|| damaged(Of::Unit, "kind"))?,
        handed_to: row.get(first + 6)?,
        missed: size(row, first + 10)?,
        heard: heard.and_then(|at| Field::from_cell(&Cell::Text(at))),
        reported: moment(row.get(first + 8)?),
        evidence: row.get(first + 9)?,
    }))
}
