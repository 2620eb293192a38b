//! The codes that were given once: a code is for life, so that of a deleted action or issue is not given again.

use rusqlite::{Connection, OptionalExtension, params};

use super::Failure;
use crate::meeting::change::Change;
use crate::meeting::rows::Record;

/// The tables of which each row has a code, with the names under which the highest deleted number is kept.
const KEPT: [(&str, &str); 2] = [("action", "last action"), ("issue", "last issue")];

/// Returns the next number of a table: behind all that are there, and behind those that were deleted.
pub(super) fn next(connection: &Connection, table: &str) -> Result<i64, Failure> {
    let sql = format!("SELECT coalesce(max(number), 0) FROM {table}");
    let here: i64 = connection
        .prepare_cached(&sql)?
        .query_row([], |row| row.get(0))?;
    let name = KEPT.iter().find(|(of, _)| *of == table);
    let gone = match name {
        Some((_, name)) => highest(connection, name)?,
        None => 0,
    };
    Ok(here.max(gone) + 1)
}

/// Remembers the numbers of the rows that are deleted by a command. What undo takes back was never given.
pub(super) fn remember(connection: &Connection, changes: &[Change]) -> Result<(), Failure> {
    for change in changes {
        let Change::Delete(row) = change else {
            continue;
        };
        let number = if let Record::Action(row) = row {
            Some(("last action", row.number))
        } else if let Record::Issue(row) = row {
            Some(("last issue", row.number))
        } else {
            None
        };
        if let Some((name, number)) = number
            && number > highest(connection, name)?
        {
            connection
                .prepare_cached(
                    "INSERT INTO draft (name, content) VALUES (?1, ?2)
                     ON CONFLICT (name) DO UPDATE SET content = excluded.content",
                )?
                .execute(params![name, number.to_string()])?;
        }
    }
    Ok(())
}

fn highest(connection: &Connection, name: &str) -> Result<i64, Failure> {
    let mut statement = connection.prepare_cached("SELECT content FROM draft WHERE name = ?1")?;
    let kept: Option<String> = statement.query_row([name], |row| row.get(0)).optional()?;
    Ok(kept.and_then(|kept| kept.parse().ok()).unwrap_or(0))
}
