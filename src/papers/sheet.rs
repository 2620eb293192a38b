//! A sheet: the values of a table before it is written as CSV or XLSX.

use chrono::NaiveDate;

/// A sheet with one table.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The name of its tab; a workbook may cut it.
    pub name: String,
    /// The line above the table.
    pub title: String,
    /// The lines between title and table.
    pub above: Vec<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, a value a column.
    pub rows: Vec<Vec<Value>>,
    /// The lines below the table.
    pub notes: Vec<String>,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its width, in characters; a column of width 0 is hidden and serves to read the table back.
    pub(crate) width: u16,
}

/// A value of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text; it is empty where the value is not known.
    Text(String),
    /// A count.
    Count(usize),
    /// A share between nothing and one, shown in per cent.
    Share(f64),
    /// A day.
    Day(NaiveDate),
    /// A text with a colour that repeats its beginning.
    Marked(String, Tint),
}

/// The colour behind a marked text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    /// Settled.
    Green,
    /// Under way.
    Blue,
    /// Soon.
    Yellow,
    /// Too late.
    Red,
}

impl Value {
    /// Returns a text, or an empty one.
    pub(crate) fn text(text: Option<impl Into<String>>) -> Self {
        Self::Text(text.map(Into::into).unwrap_or_default())
    }

    /// Returns a day, or an empty text.
    pub(crate) fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Text(String::new()), Self::Day)
    }

    /// Returns a part of a whole; of nothing there is none.
    #[expect(
        clippy::cast_precision_loss,
        reason = "nobody holds more meetings than a float can count"
    )]
    pub(crate) fn share(part: usize, whole: usize) -> Self {
        if whole == 0 {
            Self::Text(String::new())
        } else {
            Self::Share(part as f64 / whole as f64)
        }
    }
}

/// Returns the columns of these heads and widths.
pub(crate) fn columns(heads: impl IntoIterator<Item = (String, u16)>) -> Vec<Column> {
    let heads = heads.into_iter();
    heads.map(|(head, width)| Column { head, width }).collect()
}
