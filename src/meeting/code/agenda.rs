//! The states of a meeting and the kinds of items of its agenda.

use super::notes::NoteKind;
use super::table::Name;

/// The properties of a state of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingRow {
    pub(crate) name: Name,
}

table! {
    /// How far a meeting is.
    MeetingState: MeetingRow {
        /// It has not begun.
        Planned = "planned" {
            name: Name { vi: "dự kiến", en: "planned" },
        }
        /// It is going on.
        InSession = "in_session" {
            name: Name { vi: "đang họp", en: "in session" },
        }
        /// It has ended; the minutes are being written.
        Closed = "closed" {
            name: Name { vi: "đã bế mạc", en: "closed" },
        }
        /// The minutes are signed.
        Final = "final" {
            name: Name { vi: "đã ký", en: "signed" },
        }
    }
}

/// The properties of a kind of item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemRow {
    pub(crate) name: Name,
    /// The kind of a line that is typed under it without a sign.
    pub(crate) plain: NoteKind,
    /// Whether somebody presents it, and the minutes begin with that.
    pub(crate) is_presented: bool,
}

table! {
    /// The purpose of an agenda item; it decides the kind of a line that is typed without a sign.
    ItemKind: ItemRow {
        /// Opening, reasons, introductions.
        Opening = "opening" {
            name: Name { vi: "khai mạc", en: "opening" },
            plain: NoteKind::Information,
            is_presented: true,
        }
        /// The last conclusions are reviewed.
        Review = "review" {
            name: Name { vi: "kiểm điểm", en: "review" },
            plain: NoteKind::Information,
            is_presented: true,
        }
        /// A report is read.
        Report = "report" {
            name: Name { vi: "báo cáo", en: "report" },
            plain: NoteKind::Information,
            is_presented: true,
        }
        /// The units speak.
        Discussion = "discussion" {
            name: Name { vi: "thảo luận", en: "discussion" },
            plain: NoteKind::Information,
            is_presented: false,
        }
        /// New documents are presented.
        Documents = "documents" {
            name: Name { vi: "văn bản", en: "documents" },
            plain: NoteKind::Document,
            is_presented: true,
        }
        /// Difficulties are answered.
        Answers = "answers" {
            name: Name { vi: "giải đáp", en: "answers" },
            plain: NoteKind::Answer,
            is_presented: false,
        }
        /// The chair concludes.
        Conclusion = "conclusion" {
            name: Name { vi: "kết luận", en: "conclusion" },
            plain: NoteKind::Instruction,
            is_presented: false,
        }
        /// A break.
        Pause = "pause" {
            name: Name { vi: "giải lao", en: "break" },
            plain: NoteKind::Information,
            is_presented: false,
        }
        /// Anything else.
        Other = "other" {
            name: Name { vi: "khác", en: "other" },
            plain: NoteKind::Information,
            is_presented: true,
        }
    }
}
