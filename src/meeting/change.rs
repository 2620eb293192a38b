//! Changes and transactions: each row before and after, under the sentence that the user sees.

use std::cell::Cell;

use super::cell::Id;
use super::record::Row;
use super::rows::Record;
use crate::text::dates::Instant;

/// A row that appears, becomes another, or goes.
#[expect(
    clippy::large_enum_variant,
    reason = "a change is made, written and let go of"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The row was not there.
    Insert(Record),
    /// The row was there as the first and becomes the second; both have the same table and id.
    Update(Record, Record),
    /// The row was there.
    Delete(Record),
}

impl Change {
    /// Returns the change that makes a row appear.
    pub fn insert<T: Row + Into<Record>>(row: T) -> Self {
        Self::Insert(row.into())
    }

    /// Returns the change that `edit` makes to a row.
    pub fn edit<T: Row + Clone + Into<Record>>(row: &T, edit: impl FnOnce(&mut T)) -> Self {
        let mut after = row.clone();
        edit(&mut after);
        Self::Update(row.clone().into(), after.into())
    }

    /// Returns the change that makes a row go.
    pub fn delete<T: Row + Clone + Into<Record>>(row: &T) -> Self {
        Self::Delete(row.clone().into())
    }

    /// Returns the row before the change, if there was one.
    pub(crate) fn before(&self) -> Option<&Record> {
        match self {
            Self::Insert(_) => None,
            Self::Update(before, _) | Self::Delete(before) => Some(before),
        }
    }

    /// Returns the row after the change, if there is one.
    pub fn after(&self) -> Option<&Record> {
        match self {
            Self::Insert(after) | Self::Update(_, after) => Some(after),
            Self::Delete(_) => None,
        }
    }

    /// Says whether the row was there and stays.
    pub(crate) fn is_update(&self) -> bool {
        match self {
            Self::Update(..) => true,
            Self::Insert(_) | Self::Delete(_) => false,
        }
    }

    /// Returns the change that takes this one back.
    #[must_use]
    pub(crate) fn inverse(&self) -> Self {
        match self {
            Self::Insert(row) => Self::Delete(row.clone()),
            Self::Update(before, after) => Self::Update(after.clone(), before.clone()),
            Self::Delete(row) => Self::Insert(row.clone()),
        }
    }
}

/// Changes that belong together, under the words the user sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    /// The sentence of the journal and the status line.
    pub(crate) label: String,
    /// The changes, in the order in which they are made.
    pub changes: Vec<Change>,
}

impl Transaction {
    /// Returns a transaction of these changes, without those that leave a row as it was.
    pub fn new(label: impl Into<String>, mut changes: Vec<Change>) -> Self {
        changes.retain(|change| change.before() != change.after());
        Self {
            label: label.into(),
            changes,
        }
    }

    /// Says whether there is nothing to be written, and so nothing to be taken back later.
    pub(crate) fn changes_nothing(&self) -> bool {
        self.changes.is_empty()
    }

    /// Returns the transaction that takes this one back.
    #[must_use]
    pub(crate) fn inverse(&self) -> Self {
        let changes = self.changes.iter().rev().map(Change::inverse).collect();
        Self {
            label: self.label.clone(),
            changes,
        }
    }
}

/// Gives out ids that no other writer of the same book can give out.
#[derive(Debug)]
pub struct Ids(Cell<i64>);

impl Ids {
    /// Returns the ids of one writer; `writer` is a number that the book gave to nobody else.
    pub fn of_writer(writer: i64) -> Self {
        Self(Cell::new(writer << 32))
    }

    /// Returns the moment of changes that are made at this time, with ids from here.
    pub fn at(&self, now: Instant) -> Moment<'_> {
        Moment { now, ids: self }
    }

    /// Returns an id that was never given out.
    pub fn next<T>(&self) -> Id<T> {
        self.0.set(self.0.get() + 1);
        Id::of(self.0.get())
    }
}

/// The time of changes, and the source of ids for their new rows.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    pub(crate) now: Instant,
    /// Where the ids come from.
    pub(crate) ids: &'a Ids,
}
