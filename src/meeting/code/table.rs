//! The macros that declare a closed list and a table of its rows, and the types of the columns of several tables.

/// A name in both languages of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    pub(crate) vi: &'static str,
    pub(crate) en: &'static str,
}

/// The words of a filter, in both languages, in the order in which they are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Terms {
    pub(crate) vi: &'static [&'static str],
    pub(crate) en: &'static [&'static str],
}

/// The meaning of a colour; the theme chooses the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Text,
    /// It explains or is past.
    Muted,
    /// It is well.
    Good,
    /// It wants a look.
    Warn,
}

/// Declares a closed list: an enum, its codes, all of it in order, and how it is kept.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// Everything in the list, in its order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the code that the book keeps.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl crate::meeting::cell::Field for $name {
            fn to_cell(&self) -> crate::meeting::cell::Cell {
                crate::meeting::cell::Cell::Text(self.code().to_owned())
            }
            fn from_cell(cell: &crate::meeting::cell::Cell) -> Option<Self> {
                let code = <String as crate::meeting::cell::Field>::from_cell(cell)?;
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    )+};
}

/// Declares a closed list of which more is known: the list as [`codes`] does, and a row for each of its members.
macro_rules! table {
    ($(#[$doc:meta])* $name:ident: $row:ident {
        $($(#[$variant_doc:meta])* $variant:ident = $code:literal { $($field:ident: $value:expr),+ $(,)? })+
    }) => {
        codes! {
            $(#[$doc])*
            $name { $($(#[$variant_doc])* $variant = $code,)+ }
        }

        impl $name {
            /// Returns its row: everything that is known of it.
            pub const fn row(self) -> &'static $row {
                match self {
                    $(Self::$variant => &$row { $($field: $value),+ },)+
                }
            }
        }
    };
}
