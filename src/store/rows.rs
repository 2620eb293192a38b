//! Rows of any table in and out of SQLite, by the columns that the records declare.

use std::collections::HashMap;
use std::sync::LazyLock;

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, Params, Row as SqlRow, ToSql, params_from_iter};

use super::{Failure, Trouble};
use crate::meeting::cell::{Cell, Id};
use crate::meeting::record::Row;
use crate::meeting::rows::{Record, Table};

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Int(n) => ToSqlOutput::Owned(Value::Integer(*n)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        })
    }
}

/// The statements of one table, written once.
struct Statements {
    select: String,
    insert: String,
    update: String,
    delete: String,
    one: String,
}

static STATEMENTS: LazyLock<Vec<Statements>> =
    LazyLock::new(|| Table::ALL.iter().map(|table| write(*table)).collect());

fn write(table: Table) -> Statements {
    let name = table.name();
    let columns = table.columns();
    let list = columns.join(", ");
    let marks: Vec<String> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
    let sets: Vec<String> = columns
        .iter()
        .zip(&marks)
        .skip(1)
        .map(|(column, mark)| format!("{column} = {mark}"))
        .collect();
    Statements {
        select: format!("SELECT {list} FROM {name}"),
        insert: format!("INSERT INTO {name} ({list}) VALUES ({})", marks.join(", ")),
        update: format!("UPDATE {name} SET {} WHERE id = ?1", sets.join(", ")),
        delete: format!("DELETE FROM {name} WHERE id = ?1"),
        one: format!("SELECT {list} FROM {name} WHERE id = ?1"),
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "the statements stand in the order of the tables, one for each"
)]
fn statements(table: Table) -> &'static Statements {
    &STATEMENTS[table as usize]
}

/// Returns the rows of a table that the rest of a query keeps, such as `WHERE meeting = ?1 ORDER BY id`.
pub(super) fn select<T: Row>(
    connection: &Connection,
    rest: &str,
    params: impl Params,
) -> Result<Vec<T>, Failure> {
    let sql = format!("{} {rest}", statements(T::TABLE).select);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row, 0)?);
    }
    Ok(found)
}

/// Returns the row of a table with this id, if it is there.
pub(super) fn one<T: Row>(connection: &Connection, id: Id<T>) -> Result<Option<T>, Failure> {
    let mut found = select::<T>(connection, "WHERE id = ?1", [id.number()])?;
    Ok(found.pop())
}

/// Returns the number that a query counts.
pub(super) fn count(
    connection: &Connection,
    sql: &str,
    params: impl Params,
) -> Result<usize, Failure> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row(params, |row| size(row, 0))?)
}

/// Reads a count out of a column.
pub(super) fn size(row: &SqlRow, column: usize) -> rusqlite::Result<usize> {
    Ok(usize::try_from(row.get::<_, i64>(column)?).unwrap_or(0))
}

/// Returns ids as a list that SQLite takes apart again, however many they are.
pub(super) fn json(ids: impl IntoIterator<Item = i64>) -> String {
    let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    format!("[{}]", ids.join(","))
}

pub(super) fn by_id<T: Row>(
    connection: &Connection,
    ids: impl Iterator<Item = Id<T>>,
) -> Result<HashMap<Id<T>, T>, Failure> {
    let ids = json(ids.map(Id::number));
    let rows = select::<T>(
        connection,
        "WHERE id IN (SELECT value FROM json_each(?1))",
        [ids],
    )?;
    Ok(rows.into_iter().map(|row| (row.id(), row)).collect())
}

/// Returns the columns of a table under an alias, for a query that joins it with others.
pub(super) fn columns<T: Row>(alias: &str) -> String {
    let columns: Vec<String> = T::TABLE
        .columns()
        .iter()
        .map(|column| format!("{alias}.{column}"))
        .collect();
    columns.join(", ")
}

/// Reads a record out of the columns of a result from `first` on.
pub(super) fn read<T: Row>(row: &SqlRow, first: usize) -> Result<T, Failure> {
    let columns = T::TABLE.columns();
    let cells = cells(row, first, columns.len())?;
    T::from_cells(&cells).map_err(|position| {
        let column = columns.get(position).copied();
        damaged(T::TABLE, column.unwrap_or_default())
    })
}

/// Returns the row as it stands in the book.
pub(super) fn current(
    connection: &Connection,
    table: Table,
    number: i64,
) -> Result<Option<Vec<Cell>>, Failure> {
    let mut statement = connection.prepare_cached(&statements(table).one)?;
    let mut rows = statement.query([number])?;
    match rows.next()? {
        Some(row) => cells(row, 0, table.columns().len()).map(Some),
        None => Ok(None),
    }
}

/// Writes a new row.
pub(super) fn insert(connection: &Connection, record: &Record) -> Result<(), Failure> {
    let mut statement = connection.prepare_cached(&statements(record.table()).insert)?;
    statement.execute(params_from_iter(record.to_cells()))?;
    Ok(())
}

/// Writes a row in the place of the one with its id.
pub(super) fn update(connection: &Connection, record: &Record) -> Result<(), Failure> {
    let mut statement = connection.prepare_cached(&statements(record.table()).update)?;
    statement.execute(params_from_iter(record.to_cells()))?;
    Ok(())
}

/// Deletes a row.
pub(super) fn delete(connection: &Connection, record: &Record) -> Result<(), Failure> {
    connection
        .prepare_cached(&statements(record.table()).delete)?
        .execute([record.number()])?;
    Ok(())
}

/// Returns the failure of a value that cannot be read.
pub(super) fn damaged(table: Table, column: &str) -> Failure {
    Failure::new(Trouble::Damaged, format!("{}.{column}", table.name()))
}

fn cells(row: &SqlRow, first: usize, count: usize) -> Result<Vec<Cell>, Failure> {
    (first..first + count)
        .map(|position| cell(row, position))
        .collect()
}

fn cell(row: &SqlRow, position: usize) -> Result<Cell, Failure> {
    match row.get_ref(position)? {
        ValueRef::Null => Ok(Cell::Null),
        ValueRef::Integer(n) => Ok(Cell::Int(n)),
        ValueRef::Text(bytes) => Ok(Cell::Text(String::from_utf8_lossy(bytes).into_owned())),
        ValueRef::Real(_) | ValueRef::Blob(_) => {
            Err(Failure::new(Trouble::Damaged, "a value of a foreign type"))
        }
    }
}
