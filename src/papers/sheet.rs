//! A sheet of figures: what a table says, before it becomes CSV or XLSX.

/// A sheet with one table.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What stands on its tab; at most 31 characters, without `[]:*?/\`.
    pub name: String,
    /// What stands above the table.
    pub title: String,
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
    pub head: &'static str,
    /// Its width, in characters.
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
}

impl Value {
    /// Returns a text, or an empty one.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        Self::Text(text.map(Into::into).unwrap_or_default())
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
pub fn columns(heads: &[(&'static str, u16)]) -> Vec<Column> {
    heads
        .iter()
        .map(|(head, width)| Column {
            head,
            width: *width,
        })
        .collect()
}
