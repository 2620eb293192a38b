//! The facts by which calendars know a meeting again.

use chrono::DateTime;
use rusqlite::{Connection, OptionalExtension};

use super::{Failure, Store, Trouble};
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::invitation::Stamp;
use crate::meeting::rows::{Meeting, Record};

/// Runs `write`, which may plan meetings: one that is new has not been moved by its own items, and one that comes back goes
/// on counting where it was.
pub(super) fn planning(
    connection: &Connection,
    changes: &[Change],
    write: impl FnOnce() -> Result<(), Failure>,
) -> Result<(), Failure> {
    let new = changes.iter().filter_map(|change| match change {
        Change::Insert(Record::Meeting(meeting)) => Some(meeting.id),
        Change::Insert(_) | Change::Update(..) | Change::Delete(_) => None,
    });
    let before = new.map(|meeting| Ok((meeting, times(connection, meeting)?)));
    let before = before.collect::<Result<Vec<_>, Failure>>()?;
    write()?;
    for (meeting, times) in before {
        let set = match times {
            None => "DELETE FROM moved WHERE meeting = ?1",
            Some(_) => "UPDATE moved SET times = ?2 + 1 WHERE meeting = ?1",
        };
        let mut statement = connection.prepare_cached(set)?;
        match times {
            None => statement.execute([meeting.number()])?,
            Some(times) => statement.execute([meeting.number(), times])?,
        };
    }
    Ok(())
}

/// Returns how often a meeting was moved, if it was.
fn times(connection: &Connection, meeting: Id<Meeting>) -> Result<Option<i64>, Failure> {
    let mut statement = connection.prepare_cached("SELECT times FROM moved WHERE meeting = ?1")?;
    let times = statement.query_row([meeting.number()], |row| row.get(0));
    Ok(times.optional()?)
}

impl Store {
    /// Returns when the book was begun, and how often a meeting was moved.
    pub(crate) fn stamp(&self, meeting: Id<Meeting>) -> Result<Stamp, Failure> {
        let begun = "SELECT at FROM writer ORDER BY id LIMIT 1";
        let mut statement = self.connection.prepare_cached(begun)?;
        let begun: String = statement.query_row([], |row| row.get(0))?;
        let begun = DateTime::parse_from_rfc3339(&begun);
        let book = begun.map_err(|_| Failure::new(Trouble::Damaged, "a writer without a time"))?;
        let moved = times(&self.connection, meeting)?.unwrap_or(0);
        Ok(Stamp { book, moved })
    }
}
