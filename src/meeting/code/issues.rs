//! The states of an issue.

use super::table::{Meaning, Name, Terms};

/// The properties of a state of an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IssueRow {
    /// The name on the screen.
    pub(crate) name: Name,
    /// The words of a filter for it.
    pub(crate) filter: Terms,
    pub(crate) glyph: &'static str,
    /// The meaning of its colour.
    pub(crate) meaning: Meaning,
    /// Whether somebody still owes an answer.
    pub(crate) is_open: bool,
}

table! {
    /// How far an issue is.
    IssueState: IssueRow {
        /// It was raised.
        Raised = "raised" {
            name: Name { vi: "mới nêu", en: "raised" },
            filter: Terms { vi: &["mới nêu"], en: &["raised"] },
            glyph: "○",
            meaning: Meaning::Warn,
            is_open: true,
        }
        /// It was taken up.
        Accepted = "accepted" {
            name: Name { vi: "tiếp nhận", en: "accepted" },
            filter: Terms { vi: &["tiếp nhận"], en: &["accepted"] },
            glyph: "▶",
            meaning: Meaning::Warn,
            is_open: true,
        }
        /// It is being worked on.
        InProgress = "in_progress" {
            name: Name { vi: "đang xử lý", en: "in progress" },
            filter: Terms { vi: &["đang xử lý"], en: &["in progress"] },
            glyph: "▶",
            meaning: Meaning::Warn,
            is_open: true,
        }
        /// It was answered.
        Answered = "answered" {
            name: Name { vi: "đã trả lời", en: "answered" },
            filter: Terms { vi: &["đã trả lời"], en: &["answered"] },
            glyph: "●",
            meaning: Meaning::Good,
            is_open: false,
        }
        /// It is settled.
        Resolved = "resolved" {
            name: Name { vi: "đã giải quyết", en: "resolved" },
            filter: Terms { vi: &["đã giải quyết"], en: &["resolved"] },
            glyph: "✓",
            meaning: Meaning::Good,
            is_open: false,
        }
        /// It was passed to a higher body.
        Escalated = "escalated" {
            name: Name { vi: "chuyển cấp trên", en: "escalated" },
            filter: Terms { vi: &["chuyển cấp trên"], en: &["escalated"] },
            glyph: "↑",
            meaning: Meaning::Warn,
            is_open: true,
        }
        /// It is the same as another.
        Duplicate = "duplicate" {
            name: Name { vi: "trùng", en: "duplicate" },
            filter: Terms { vi: &["trùng"], en: &["duplicate"] },
            glyph: "=",
            meaning: Meaning::Muted,
            is_open: false,
        }
    }
}

impl IssueState {
    /// Says whether somebody still owes an answer.
    pub fn is_open(self) -> bool {
        self.row().is_open
    }
}
