//! The facts by which calendars know a meeting again.

use chrono::DateTime;
use rusqlite::OptionalExtension;

use super::{Failure, Store, Trouble};
use crate::meeting::cell::Id;
use crate::meeting::invitation::Stamp;
use crate::meeting::rows::Meeting;

impl Store {
    /// Returns when the book was begun, and how often a meeting was moved.
    pub(crate) fn stamp(&self, meeting: Id<Meeting>) -> Result<Stamp, Failure> {
        let begun = "SELECT at FROM writer ORDER BY id LIMIT 1";
        let mut statement = self.connection.prepare_cached(begun)?;
        let begun: String = statement.query_row([], |row| row.get(0))?;
        let begun = DateTime::parse_from_rfc3339(&begun);
        let book = begun.map_err(|_| Failure::new(Trouble::Damaged, "a writer without a time"))?;
        let moved = "SELECT times FROM moved WHERE meeting = ?1";
        let mut statement = self.connection.prepare_cached(moved)?;
        let moved = statement.query_row([meeting.number()], |row| row.get(0));
        let moved = moved.optional()?.unwrap_or(0);
        Ok(Stamp { book, moved })
    }
}
