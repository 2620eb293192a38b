//! The closed lists of the domain, each with the code that stands for it in the book (`guide/domain.md` §5).
//!
//! A list of which more is known is a table: one row a member, in the file of its feature. A member without its row, or
//! a row that leaves something out, does not compile.

#[macro_use]
mod table;

mod actions;
mod agenda;
mod issues;
mod notes;
mod papers;
mod roll_call;

pub use actions::{AssignmentState, PartRow};
pub use agenda::{ItemKind, ItemRow, MeetingRow, MeetingState};
pub use issues::{IssueRow, IssueState};
pub use notes::{ACTION, ATTENDANCE, Brings, CONCLUSION, MEETING, NoteKind, NoteRow, REPORT};
pub use papers::{PaperKind, PaperRow};
pub use roll_call::{AttendanceKind, AttendanceRow, Rank, RankRow};
pub(crate) use table::{Meaning, Name, Terms};

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

    /// The subject that the title of a notice names (`guide/domain.md` §2.3).
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

    /// What became of a conclusion that was written beforehand.
    PreparedState {
        /// Nobody has decided on it.
        Waiting = "waiting",
        /// The chair took it; with other words or without.
        Taken = "taken",
        /// It was dropped.
        Dropped = "dropped",
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
