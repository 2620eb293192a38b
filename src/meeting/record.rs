//! A record is one row of the book; one declaration a table gives its type, its columns and its way in and out.

use super::cell::Cell;

/// A type whose values are the rows of one table.
pub trait Row: Sized {
    /// The table that the rows stand in.
    const TABLE: super::rows::Table;
    /// Returns the id of the row.
    fn id(&self) -> super::cell::Id<Self>;
    /// Returns the values in the order of the table's columns.
    fn to_cells(&self) -> Vec<Cell>;
    /// Reads the values back; the error is the position of the column that cannot be read.
    fn from_cells(cells: &[Cell]) -> Result<Self, usize>;
}

/// Declares the tables of the book: a struct each, [`Table`](super::rows::Table) over their names
/// and [`Record`](super::rows::Record) over their rows.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident $table:literal {
        $($(#[$field_doc:meta])* $field:ident: $type:ty,)+
    })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $name {
                /// The id of the row.
                pub id: Id<Self>,
                $($(#[$field_doc])* pub $field: $type,)+
            }

            impl Row for $name {
                const TABLE: Table = Table::$name;
                fn id(&self) -> Id<Self> {
                    self.id
                }
                fn to_cells(&self) -> Vec<Cell> {
                    vec![self.id.to_cell(), $(self.$field.to_cell()),+]
                }
                fn from_cells(cells: &[Cell]) -> Result<Self, usize> {
                    let mut next = Reader { cells, position: 0 };
                    Ok(Self { id: next.read()?, $($field: next.read()?),+ })
                }
            }

            impl From<$name> for Record {
                fn from(row: $name) -> Self {
                    Self::$name(row)
                }
            }
        )+

        /// A table of the book.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Table { $(#[doc = concat!("The table `", $table, "`.")] $name,)+ }

        impl Table {
            /// Every table that records stand in.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Returns the name of the table in the book.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $table),+ }
            }

            /// Returns the names of the columns, `id` first.
            pub const fn columns(self) -> &'static [&'static str] {
                match self { $(Self::$name => &["id", $(stringify!($field)),+]),+ }
            }
        }

        /// One row of any table.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Record { $(#[doc = concat!("A row of `", $table, "`.")] $name($name),)+ }

        impl Record {
            /// Returns the table that the row stands in.
            pub(crate) fn table(&self) -> Table {
                match self { $(Self::$name(_) => Table::$name),+ }
            }

            /// Returns the number of the row's id.
            pub(crate) fn number(&self) -> i64 {
                match self { $(Self::$name(row) => row.id.number()),+ }
            }

            /// Returns the values in the order of the table's columns.
            pub(crate) fn to_cells(&self) -> Vec<Cell> {
                match self { $(Self::$name(row) => row.to_cells()),+ }
            }

            /// Reads a row of the table back; the error is the position of the column that cannot be read.
            pub(crate) fn from_cells(table: Table, cells: &[Cell]) -> Result<Self, usize> {
                match table { $(Table::$name => $name::from_cells(cells).map(Self::$name)),+ }
            }
        }
    };
}
pub(crate) use records;

/// Reads the cells of a row one after another.
pub(crate) struct Reader<'a> {
    pub(crate) cells: &'a [Cell],
    pub(crate) position: usize,
}

impl Reader<'_> {
    /// Returns the next value, or the position at which there is none of this type.
    pub(crate) fn read<F: super::cell::Field>(&mut self) -> Result<F, usize> {
        let position = self.position;
        self.position += 1;
        F::from_cell(self.cells.get(position).unwrap_or(&Cell::Null)).ok_or(position)
    }
}
