//! The one write path: rows and journal in one SQLite transaction, or nothing at all.

use rusqlite::{Connection, TransactionBehavior};

use super::journal::Made;
use super::search::follow::follow;
use super::{Failure, Store, Trouble, calendar, given, journal, papers, rows};
use crate::meeting::change::{Change, Transaction};
use crate::meeting::history::{Cause, redo_target, undo_target};
use crate::meeting::papers::seal::unsigns;
use crate::meeting::rows::Record;
use crate::text::dates::Instant;

/// Tells of the entries of a desk, the newest first, what is turned back next: what was done, and the entry of it that is
/// inverted.
type Next = fn(&[(i64, Cause)]) -> Option<(i64, i64)>;

impl Store {
    /// Writes a transaction and its entry in the journal, and waits for the disk.
    ///
    /// Every changed row is first compared with what it was before: if another writer has changed one of them,
    /// the failure is [`Trouble::Clash`] and nothing is written.
    pub fn commit(&mut self, transaction: &Transaction, now: Instant) -> Result<(), Failure> {
        self.write(Cause::Do, transaction, now)
    }

    /// Undoes the last transaction of this desk and returns the changes of the undo, or nothing if there is none.
    ///
    /// Skips an entry that cannot be inverted:
    /// - its rows were changed by another desk: fails once ([`Trouble::Overtaken`]), skipped from then on;
    /// - a final paper with it was exported: skipped at once, and so are earlier entries that it depends on;
    ///   [`Trouble::Signed`] only if no other entry remains.
    pub fn undo(&mut self, now: Instant) -> Result<Option<Transaction>, Failure> {
        let undone = self.turn_back(
            |entries| undo_target(entries.iter().copied()).map(|target| (target, target)),
            Cause::Undo,
            now,
        )?;
        if undone.is_none() && self.has_signed {
            return Err(Failure::new(Trouble::Signed, "the rest is signed and out"));
        }
        Ok(undone)
    }

    /// Redoes the last transaction that this desk has undone and returns the changes of the redo, or nothing if there
    /// is none; it skips the same entries as [`Store::undo`].
    pub fn redo(&mut self, now: Instant) -> Result<Option<Transaction>, Failure> {
        // The undo has what stood in the book, also in columns that are younger than what was done.
        let latest = |entries: &[(i64, Cause)]| {
            let target = redo_target(entries.iter().copied())?;
            let mut undone = entries.iter();
            let undone = undone.find(|(_, cause)| *cause == Cause::Undo(target));
            Some((target, undone.map_or(target, |(id, _)| *id)))
        };
        self.turn_back(latest, Cause::Redo, now)
    }

    /// Inverts the next entry that can be inverted.
    fn turn_back(
        &mut self,
        next: Next,
        cause: fn(i64) -> Cause,
        now: Instant,
    ) -> Result<Option<Transaction>, Failure> {
        let mut entries = journal::newest_first(&self.connection, self.desk)?;
        entries.retain(|entry| !self.overtaken.contains(&subject(entry)));
        while let Some((target, inverted)) = next(&entries) {
            let transaction = journal::entry(&self.connection, inverted)?.inverse();
            let is_out = papers::is_out(&self.connection, &transaction.changes)?;
            // Only its own command removes a signature; the undo key never does.
            if !is_out && unsigns(&transaction.changes) {
                return Err(Failure::new(Trouble::Signed, &transaction.label));
            }
            if is_out {
                self.has_signed = true;
            } else {
                match self.write(cause(target), &transaction, now) {
                    Ok(()) => return Ok(Some(transaction)),
                    Err(failure) => self.step_over(target, failure, &transaction)?,
                }
            }
            self.overtaken.insert(target);
            entries.retain(|entry| subject(entry) != target);
        }
        Ok(None)
    }

    /// Skips an entry that cannot be inverted because an exported final paper depends on it; any other failure is
    /// returned.
    fn step_over(
        &mut self,
        target: i64,
        failure: Failure,
        transaction: &Transaction,
    ) -> Result<(), Failure> {
        let is_built_upon = matches!(failure.trouble, Trouble::Clash | Trouble::InUse);
        if is_built_upon && self.has_signed {
            return Ok(());
        }
        if failure.trouble == Trouble::Clash {
            self.overtaken.insert(target);
            return Err(Failure::new(Trouble::Overtaken, &transaction.label));
        }
        Err(failure)
    }

    fn write(
        &mut self,
        cause: Cause,
        transaction: &Transaction,
        now: Instant,
    ) -> Result<(), Failure> {
        self.durably(|store| store.write_durably(cause, transaction, now))
    }

    /// Runs `work` with `synchronous = FULL`: its COMMIT returns after the data is on the disk.
    pub(super) fn durably<T, E: From<Failure>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let full = self.connection.execute_batch("PRAGMA synchronous = FULL");
        full.map_err(Failure::from)?;
        let done = work(self);
        // An error here is ignored: the work is done, and the next commits are only slower.
        let _still_full = self.connection.execute_batch("PRAGMA synchronous = NORMAL");
        done
    }

    fn write_durably(
        &mut self,
        cause: Cause,
        transaction: &Transaction,
        now: Instant,
    ) -> Result<(), Failure> {
        let made = Made {
            desk: self.desk,
            cause,
            transaction,
            at: now,
        };
        let sql = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        sql.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        papers::guard(&sql, &transaction.changes)?;
        apply(&sql, &transaction.changes)?;
        if cause == Cause::Do {
            given::remember(&sql, &transaction.changes)?;
        }
        journal::append(&sql, &made)?;
        Ok(sql.commit()?)
    }
}

/// Returns the id of the entry that was done, undone or redone.
fn subject((id, cause): &(i64, Cause)) -> i64 {
    match cause {
        Cause::Do => *id,
        Cause::Undo(of) | Cause::Redo(of) => *of,
    }
}

/// Writes changes to the rows, and then to the two indexes of words.
pub(super) fn apply(connection: &Connection, changes: &[Change]) -> Result<(), Failure> {
    calendar::planning(connection, changes, || {
        let mut changes = changes.iter();
        changes.try_for_each(|change| apply_one(connection, change))
    })?;
    follow(connection, changes)
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

/// Refuses with a clash if the row in the book differs from the one that the change expects; `None` expects no row.
fn compare(
    connection: &Connection,
    row: &Record,
    expected: Option<&Record>,
) -> Result<(), Failure> {
    let current = rows::current(connection, row.table(), row.number())?;
    if current == expected.map(Record::to_cells) {
        Ok(())
    } else {
        Err(Failure::new(
            Trouble::Clash,
            format!("{} {}", row.table().name(), row.number()),
        ))
    }
}
