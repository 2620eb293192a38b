//! The closed lists of the domain, each with the code that stands for it in the book (`guide/domain.md` §5).
//!
//! A list of which more is known is a table: one row a member, in the file of its feature. A member without its row, or
//! a row that leaves something out, does not compile.

/// A name in both languages of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// In Vietnamese.
    pub vi: &'static str,
    /// In English.
    pub en: &'static str,
}

/// What a filter understands, in both languages; what is offered first stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// In Vietnamese.
    pub vi: &'static [&'static str],
    /// In English.
    pub en: &'static [&'static str],
}

/// What the colour of something means; how it looks is for the theme to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It is text.
    Text,
    /// It explains or is past.
    Muted,
    /// It is going on.
    Running,
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

mod actions;
mod agenda;
mod issues;
mod notes;
mod papers;
mod roll_call;

pub use actions::{AssignmentState, PartRow};
pub use agenda::{ItemKind, ItemRow, MeetingRow, MeetingState};
pub use issues::{IssueRow, IssueState};
pub use notes::{ACTION, Brings, CONCLUSION, NoteKind, NoteRow};
pub use papers::{PaperKind, PaperRow};
pub use roll_call::{AttendanceKind, AttendanceRow, Rank, RankRow};

codes! {
    /// What kind of body a unit is.
    UnitKind {
        /// A ward Party committee.
        Ward = "ward",
        /// A committee or commission.
        Committee = "committee",
        /// A socio-political organisation.
        Organisation = "organisation",
        /// A political centre or another institution.
        Centre = "centre",
    }

    /// How much of a unit went to its successor.
    Share {
        /// All of it.
        Whole = "whole",
        /// A part of it; another part went elsewhere.
        Part = "part",
    }

    /// What office a person holds in a unit.
    OfficeKind {
        /// Secretary.
        Secretary = "secretary",
        /// Standing Deputy Secretary.
        StandingDeputy = "standing_deputy",
        /// Deputy Secretary.
        Deputy = "deputy",
        /// Any other office, named by its title.
        Other = "other",
    }

    /// With whom a seat is counted.
    SeatGroup {
        /// The units that are summoned and called one by one.
        Ward = "ward",
        /// Leaders and specialists of the committee that holds the meeting.
        Host = "host",
        /// Socio-political organisations.
        Organisation = "organisation",
        /// The Political Centre.
        Centre = "centre",
        /// Anybody else who was invited.
        Guest = "guest",
    }

    /// What the title of a notice names (`guide/domain.md` §2.3).
    NamedAfter {
        /// `kết luận Hội nghị …`.
        Meeting = "meeting",
        /// `kết luận của đồng chí … tại Hội nghị …`.
        Chair = "chair",
    }

    /// In what capacity somebody signs (`guide/domain.md` §1.6).
    Capacity {
        /// The head directly.
        Head = "head",
        /// K/T: a deputy in the place of the head.
        Deputy = "deputy",
        /// T/L: by order of the head.
        ByOrder = "by_order",
    }

    /// Where the tone of oa, oe and uy is written.
    Tone {
        /// `ủy`, `hòa`.
        Old = "old",
        /// `uỷ`, `hoà`.
        New = "new",
        /// As it is typed.
        Off = "off",
    }
}
