//! How the book is kept: one SQLite file, one way to write it, and the only SQL of the program.

pub(crate) mod calendar;
mod codes;
pub(crate) mod commit;
pub(crate) mod desk;
pub(crate) mod documents;
mod draft;
pub(crate) mod failure;
pub(crate) mod focus;
mod given;
pub(crate) mod handover;
pub(crate) mod issues;
pub(crate) mod journal;
pub(crate) mod load;
pub(crate) mod look_back;
pub(crate) mod matters;
pub(crate) mod open;
pub(crate) mod papers;
pub(crate) mod put_off;
pub(crate) mod queries;
pub(crate) mod register;
pub(crate) mod review;
mod roll_up;
pub(crate) mod rows;
pub(crate) mod search;
pub(crate) mod seed;
pub(crate) mod settings;
pub(crate) mod turnout;
pub(crate) mod year;

use std::collections::HashSet;

use rusqlite::Connection;

pub use failure::{Failure, Trouble};

use crate::meeting::change::Ids;
use crate::text::dates::Instant;

/// An open book.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    ids: Ids,
    /// Which of the desks that are open at once this is, from 1; each takes back what it did itself.
    desk: i64,
    /// Entries of the journal that undo and redo skip, because they cannot be inverted any more.
    overtaken: HashSet<i64>,
    /// Whether some of them are protected by an exported final paper.
    has_signed: bool,
}

impl Store {
    /// Returns the ids that this writer gives out.
    pub fn ids(&self) -> &Ids {
        &self.ids
    }

    /// Says which of the desks that are open at once this is, from 1.
    #[must_use]
    pub fn at_desk(self, desk: i64) -> Self {
        Self { desk, ..self }
    }

    /// Returns which of the desks that are open at once this is.
    pub(crate) fn desk(&self) -> i64 {
        self.desk
    }

    /// Returns a number that changes when another process has written to the book.
    pub(crate) fn version(&self) -> Result<i64, Failure> {
        Ok(self
            .connection
            .prepare_cached("PRAGMA data_version")?
            .query_row([], |row| row.get(0))?)
    }

    /// Returns the last entry of the journal; every change to the rows of the book has one.
    pub(crate) fn head(&self) -> Result<i64, Failure> {
        Ok(self
            .connection
            .prepare_cached("SELECT coalesce(max(id), 0) FROM journal")?
            .query_row([], |row| row.get(0))?)
    }

    /// Moves the write-ahead log into the book, as far as no reader of the book hinders it.
    ///
    /// A program that was killed leaves a long log, which makes the next start slow and a copy of the book old.
    pub(crate) fn fold_log(&self) -> Result<(), Failure> {
        let mut statement = self.connection.prepare("PRAGMA wal_checkpoint(TRUNCATE)")?;
        Ok(statement.query_row([], |_| Ok(()))?)
    }

    /// Takes a number that no other writer of this book has, as the source of its ids.
    fn claim_writer(connection: &Connection, now: Instant) -> Result<Ids, Failure> {
        connection
            .prepare_cached("INSERT INTO writer (at) VALUES (?1)")?
            .execute([now.to_rfc3339()])?;
        Ok(Ids::of_writer(connection.last_insert_rowid()))
    }
}
