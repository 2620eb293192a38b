//! The entries of the roll call, and whom a unit sends.

use super::table::Name;

/// The properties of a kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttendanceRow {
    pub(crate) name: Name,
    /// Whether it says that a delegate came.
    pub(crate) is_arrival: bool,
    /// Whether it says that the one who came left for good, or came back.
    pub(crate) is_leaving: bool,
}

table! {
    /// A kind of entry of the roll call.
    AttendanceKind: AttendanceRow {
        /// The Secretary or the Standing Deputy Secretary came.
        Present = "present" {
            name: Name { vi: "Có mặt", en: "Present" },
            is_arrival: true,
            is_leaving: false,
        }
        /// Somebody else came for them.
        Substitute = "substitute" {
            name: Name { vi: "Dự thay", en: "Substitute" },
            is_arrival: true,
            is_leaving: false,
        }
        /// Nobody came, with leave.
        Excused = "excused" {
            name: Name { vi: "Vắng CP", en: "Excused" },
            is_arrival: false,
            is_leaving: false,
        }
        /// Nobody came, without leave.
        Absent = "absent" {
            name: Name { vi: "Vắng KP", en: "Absent" },
            is_arrival: false,
            is_leaving: false,
        }
        /// The one who came arrived after the beginning.
        Late = "late" {
            name: Name { vi: "đến muộn", en: "came late" },
            is_arrival: false,
            is_leaving: false,
        }
        /// The one who came left before the end.
        Left = "left" {
            name: Name { vi: "về sớm", en: "left early" },
            is_arrival: false,
            is_leaving: true,
        }
        /// The one who had left came back.
        Back = "back" {
            name: Name { vi: "quay lại", en: "came back" },
            is_arrival: false,
            is_leaving: true,
        }
        /// The one who came is out for one item.
        Out = "out" {
            name: Name { vi: "vắng một mục", en: "out for an item" },
            is_arrival: false,
            is_leaving: false,
        }
    }
}

/// The properties of a rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankRow {
    pub(crate) name: Name,
}

table! {
    /// Whom a unit sent.
    Rank: RankRow {
        /// Its Secretary.
        Secretary = "secretary" {
            name: Name { vi: "Bí thư", en: "Secretary" },
        }
        /// Its Standing Deputy Secretary.
        StandingDeputy = "standing_deputy" {
            name: Name { vi: "PBT TT", en: "Deputy" },
        }
        /// Somebody else.
        Other = "other" {
            name: Name { vi: "Dự thay", en: "Substitute" },
        }
    }
}
