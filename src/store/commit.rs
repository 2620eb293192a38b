//! The one write path: rows and journal in one SQLite transaction, or nothing at all.

use rusqlite::{Connection, TransactionBehavior};

use super::issues::words;
use super::search::index;
use super::{Failure, Store, Trouble, journal, papers, rows};
use crate::meeting::change::{Change, Transaction};
use crate::meeting::history::{Cause, redo_target, undo_target};
use crate::meeting::rows::Record;
use crate::text::dates::Instant;

impl Store {
    /// Writes a transaction and its entry in the journal, and waits for the disk.
    ///
    /// Every changed row is first compared with what it was before: if another writer has changed one of them,
    /// the failure is [`Trouble::Clash`] and nothing is written.
    pub fn commit(&mut self, transaction: &Transaction, now: Instant) -> Result<(), Failure> {
        self.write(Cause::Do, transaction, now)
    }

    /// Takes the last thing that this desk did back and returns the changes that this made, or nothing if there is
    /// none. What another desk has changed since is refused once and stepped over from then on.
    pub fn undo(&mut self, now: Instant) -> Result<Option<Transaction>, Failure> {
        let Some(target) = undo_target(self.own_entries()?) else {
            return Ok(None);
        };
        let transaction = journal::entry(&self.connection, target)?.inverse();
        self.write_back(target, Cause::Undo(target), transaction, now)
    }

    /// Brings the last thing that this desk took back again and returns the changes that this made, or nothing if
    /// there is none. What another desk has changed since is refused once and stepped over from then on.
    pub fn redo(&mut self, now: Instant) -> Result<Option<Transaction>, Failure> {
        let Some(target) = redo_target(self.own_entries()?) else {
            return Ok(None);
        };
        let transaction = journal::entry(&self.connection, target)?;
        self.write_back(target, Cause::Redo(target), transaction, now)
    }

    /// Returns the last entries of this desk but for those that cannot be taken back any more.
    fn own_entries(&self) -> Result<Vec<(i64, Cause)>, Failure> {
        let mut entries = journal::newest_first(&self.connection, self.desk)?;
        entries.retain(|(id, cause)| {
            let of = match cause {
                Cause::Do => *id,
                Cause::Undo(of) | Cause::Redo(of) => *of,
            };
            !self.overtaken.contains(&of)
        });
        Ok(entries)
    }

    fn write_back(
        &mut self,
        target: i64,
        cause: Cause,
        transaction: Transaction,
        now: Instant,
    ) -> Result<Option<Transaction>, Failure> {
        match self.write(cause, &transaction, now) {
            Ok(()) => Ok(Some(transaction)),
            Err(failure) if failure.trouble == Trouble::Clash => {
                self.overtaken.insert(target);
                Err(Failure::new(Trouble::Overtaken, transaction.label))
            }
            Err(failure) => Err(failure),
        }
    }

    fn write(
        &mut self,
        cause: Cause,
        transaction: &Transaction,
        now: Instant,
    ) -> Result<(), Failure> {
        self.connection.execute_batch("PRAGMA synchronous = FULL")?;
        let written = self.write_durably(cause, transaction, now);
        self.connection
            .execute_batch("PRAGMA synchronous = NORMAL")?;
        written
    }

    fn write_durably(
        &mut self,
        cause: Cause,
        transaction: &Transaction,
        now: Instant,
    ) -> Result<(), Failure> {
        let desk = self.desk;
        let sql = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        sql.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        papers::guard(&sql, &transaction.changes)?;
        apply(&sql, &transaction.changes)?;
        journal::append(&sql, desk, cause, transaction, now)?;
        Ok(sql.commit()?)
    }
}

/// Makes changes to the rows, and then to the index of what is found.
pub(super) fn apply(connection: &Connection, changes: &[Change]) -> Result<(), Failure> {
    changes
        .iter()
        .try_for_each(|change| apply_one(connection, change))?;
    index::follow(connection, changes)?;
    words::follow(connection, changes)
}

fn apply_one(connection: &Connection, change: &Change) -> Result<(), Failure> {
    match change {
        Change::Insert(after) => {
            compare(connection, after, None)?;
            rows::insert(connection, after)?;
        }
        Change::Update(before, after) => {
            compare(connection, before, Some(before))?;
            rows::update(connection, after)?;
        }
        Change::Delete(before) => {
            compare(connection, before, Some(before))?;
            rows::delete(connection, before)?;
        }
    }
    Ok(())
}

/// Refuses if the row in the book is not what the change was made from.
fn compare(
    connection: &Connection,
    row: &Record,
    expected: Option<&Record>,
) -> Result<(), Failure> {
    let found = rows::current(connection, row.table(), row.number())?;
    if found == expected.map(Record::to_cells) {
        Ok(())
    } else {
        Err(Failure::new(
            Trouble::Clash,
            format!("{} {}", row.table().name(), row.number()),
        ))
    }
}
