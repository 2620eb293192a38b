//! The journal: every transaction as it was made, with the names of the columns, to be read by any tool.

use rusqlite::{Connection, params};
use serde_json::{Map, Value, json};

use super::{Failure, Trouble, rows};
use crate::meeting::cell::Cell;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::history::Cause;
use crate::meeting::rows::{Record, Table};
use crate::text::dates::Instant;

/// An entry of the journal before it is written.
pub(super) struct Made<'a> {
    pub(super) desk: i64,
    /// Why.
    pub(super) cause: Cause,
    /// Its changes.
    pub(super) transaction: &'a Transaction,
    pub(super) at: Instant,
}

/// Adds an entry.
pub(super) fn append(connection: &Connection, made: &Made) -> Result<(), Failure> {
    let transaction = made.transaction;
    let (code, target) = match made.cause {
        Cause::Do => ("do", None),
        Cause::Undo(target) => ("undo", Some(target)),
        Cause::Redo(target) => ("redo", Some(target)),
    };
    let changes = Value::Array(transaction.changes.iter().map(write_change).collect()).to_string();
    connection
        .prepare_cached(
            "INSERT INTO journal (desk, at, cause, target, label, changes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            made.desk,
            made.at.to_rfc3339(),
            code,
            target,
            transaction.label,
            changes
        ])?;
    Ok(())
}

/// How far back undo looks at a time; the journal itself has no end.
const REACH: i64 = 2000;

/// Returns the last entries of a desk and why they are there, the newest first.
pub(super) fn newest_first(
    connection: &Connection,
    desk: i64,
) -> Result<Vec<(i64, Cause)>, Failure> {
    let mut statement = connection.prepare_cached(
        "SELECT id, cause, target FROM journal WHERE desk = ?1 ORDER BY id DESC LIMIT ?2",
    )?;
    let mut rows = statement.query([desk, REACH])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let target: Option<i64> = row.get(2)?;
        let cause = match (row.get_ref(1)?.as_str().unwrap_or_default(), target) {
            ("undo", Some(target)) => Cause::Undo(target),
            ("redo", Some(target)) => Cause::Redo(target),
            _ => Cause::Do,
        };
        entries.push((row.get(0)?, cause));
    }
    Ok(entries)
}

pub(super) fn entry(connection: &Connection, id: i64) -> Result<Transaction, Failure> {
    let (label, changes): (String, String) = connection
        .prepare_cached("SELECT label, changes FROM journal WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let unreadable = || Failure::new(Trouble::Damaged, format!("journal {id}"));
    let changes: Vec<Value> = serde_json::from_str(&changes).map_err(|_| unreadable())?;
    let mut read = Vec::new();
    for change in &changes {
        let now = present_row(connection, change)?;
        read.push(read_change(change, now.as_deref()).ok_or_else(unreadable)?);
    }
    Ok(Transaction {
        label,
        changes: read,
    })
}

fn write_change(change: &Change) -> Value {
    let table = change
        .before()
        .or(change.after())
        .map_or("", |record| record.table().name());
    json!([
        table,
        change.before().map(write_record),
        change.after().map(write_record)
    ])
}

fn write_record(record: &Record) -> Value {
    let names = record
        .table()
        .columns()
        .iter()
        .map(|name| (*name).to_owned());
    let cells = record.to_cells().into_iter().map(|cell| match cell {
        Cell::Null => Value::Null,
        Cell::Int(n) => n.into(),
        Cell::Text(text) => text.into(),
    });
    Value::Object(names.zip(cells).collect::<Map<_, _>>())
}

/// Returns the row that a change is of as it stands in the book, where the entry is too old to know all of its columns.
fn present_row(connection: &Connection, change: &Value) -> Result<Option<Vec<Cell>>, Failure> {
    let images = [change.get(2), change.get(1)].into_iter().flatten();
    let image = images.into_iter().find(|image| image.is_object());
    let (Some(table), Some(image)) = (table_of(change), image) else {
        return Ok(None);
    };
    let is_whole = table.columns().iter().all(|name| image.get(name).is_some());
    match image.get("id").and_then(Value::as_i64) {
        Some(number) if !is_whole => rows::current(connection, table, number),
        Some(_) | None => Ok(None),
    }
}

fn table_of(change: &Value) -> Option<Table> {
    let name = change.get(0)?.as_str()?;
    Table::ALL
        .iter()
        .copied()
        .find(|table| table.name() == name)
}

fn read_change(change: &Value, now: Option<&[Cell]>) -> Option<Change> {
    let table = table_of(change)?;
    let read = |value| read_record(table, value, now);
    match (change.get(1)?, change.get(2)?) {
        (Value::Null, after) => Some(Change::Insert(read(after)?)),
        (before, Value::Null) => Some(Change::Delete(read(before)?)),
        (before, after) => Some(Change::Update(read(before)?, read(after)?)),
    }
}

/// Reads a row. A column that the entry is too old to know stays as it is now: what a migration has put there is neither
/// undone nor taken for a change of another desk; in a row that is gone it is empty.
fn read_record(table: Table, value: &Value, now: Option<&[Cell]>) -> Option<Record> {
    let cells: Vec<Cell> = table
        .columns()
        .iter()
        .enumerate()
        .map(|(place, name)| match value.get(name) {
            Some(Value::Number(n)) => n.as_i64().map_or(Cell::Null, Cell::Int),
            Some(Value::String(text)) => Cell::Text(text.clone()),
            Some(_) => Cell::Null,
            None => now
                .and_then(|now| now.get(place))
                .cloned()
                .unwrap_or(Cell::Null),
        })
        .collect();
    Record::from_cells(table, &cells).ok()
}
