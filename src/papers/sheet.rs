//! A sheet of figures: what a table says, before it becomes CSV or XLSX.

use chrono::NaiveDate;

/// A sheet with one table.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What stands on its tab, as far as a workbook allows it.
    pub name: String,
    /// What stands above the table.
    pub title: String,
    /// What stands between the title and the table, line by line.
    pub above: Vec<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, a value a column.
    pub rows: Vec<Vec<Value>>,
    /// What stands below the table.
    pub notes: Vec<String>,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its width, in characters; a column of none is not shown, and carried along for whoever reads the table back.
    pub width: u16,
}

/// A value of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text; an empty one for what is not known.
    Text(String),
    /// A count.
    Count(usize),
    /// A share between nothing and one, shown in per cent.
    Share(f64),
    /// A day.
    Day(NaiveDate),
    /// A text that begins with what its colour says.
    Marked(String, Tint),
}

/// A colour behind a text that says the same.
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
    pub fn text(text: Option<impl Into<String>>) -> Self {
        Self::Text(text.map(Into::into).unwrap_or_default())
    }

    /// Returns a day, or an empty text.
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Text(String::new()), Self::Day)
    }

    /// Returns a part of a whole; of nothing there is none.
    #[expect(
        clippy::cast_precision_loss,
        reason = "nobody holds more meetings than a float can count"
    )]
    pub fn share(part: usize, whole: usize) -> Self {
        if whole == 0 {
            Self::Text(String::new())
        } else {
            Self::Share(part as f64 / whole as f64)
        }
    }
}

/// Returns the columns of these heads and widths.
pub fn columns(heads: impl IntoIterator<Item = (String, u16)>) -> Vec<Column> {
    let heads = heads.into_iter();
    heads.map(|(head, width)| Column { head, width }).collect()
}
