//! One value of a row: how every kind of field becomes an integer or a text, and comes back.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use chrono::{NaiveDate, SecondsFormat};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::dates::Instant;

/// A value as the book keeps it: nothing, an integer or a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// No value.
    Null,
    /// An integer, an id or a yes and no.
    Int(i64),
    /// A text, a code, a date or an instant.
    Text(String),
}

/// A type that a field of a row may have.
pub(crate) trait Field: Sized {
    /// Returns the value as the book keeps it.
    fn to_cell(&self) -> Cell;
    /// Reads the value back, or nothing where the cell cannot be one.
    fn from_cell(cell: &Cell) -> Option<Self>;
}

/// The id of a row of the table of `T`; unique in the whole book, whatever the table.
pub struct Id<T>(i64, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// Returns the id with this number.
    pub fn of(number: i64) -> Self {
        Self(number, PhantomData)
    }

    /// Returns the number of the id.
    pub fn number(self) -> i64 {
        self.0
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}
impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::of)
    }
}

impl<T> Field for Id<T> {
    fn to_cell(&self) -> Cell {
        Cell::Int(self.0)
    }
    fn from_cell(cell: &Cell) -> Option<Self> {
        i64::from_cell(cell).map(Self::of)
    }
}

impl Field for i64 {
    fn to_cell(&self) -> Cell {
        Cell::Int(*self)
    }
    fn from_cell(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Int(n) => Some(*n),
            Cell::Null | Cell::Text(_) => None,
        }
    }
}

impl Field for bool {
    fn to_cell(&self) -> Cell {
        Cell::Int(i64::from(*self))
    }
    fn from_cell(cell: &Cell) -> Option<Self> {
        i64::from_cell(cell).map(|n| n != 0)
    }
}

impl Field for String {
    fn to_cell(&self) -> Cell {
        Cell::Text(self.clone())
    }
    fn from_cell(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Text(text) => Some(text.clone()),
            Cell::Null | Cell::Int(_) => None,
        }
    }
}

impl Field for NaiveDate {
    fn to_cell(&self) -> Cell {
        Cell::Text(self.to_string())
    }
    fn from_cell(cell: &Cell) -> Option<Self> {
        String::from_cell(cell)?.parse().ok()
    }
}

impl Field for Instant {
    fn to_cell(&self) -> Cell {
        Cell::Text(self.to_rfc3339_opts(SecondsFormat::Secs, false))
    }
    fn from_cell(cell: &Cell) -> Option<Self> {
        Self::parse_from_rfc3339(&String::from_cell(cell)?).ok()
    }
}

impl<F: Field> Field for Option<F> {
    fn to_cell(&self) -> Cell {
        self.as_ref().map_or(Cell::Null, Field::to_cell)
    }
    fn from_cell(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Null => Some(None),
            Cell::Int(_) | Cell::Text(_) => F::from_cell(cell).map(Some),
        }
    }
}
