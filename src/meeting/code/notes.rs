//! The kinds of note: a new one is a row here, and its sentence on paper under its code in the phrase file.

use super::table::{Meaning, Name};

/// The row that a note of a kind makes beside its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brings {
    /// Nothing.
    Nothing,
    /// An issue that somebody has to answer.
    Issue,
    /// An answer to the issue that the line names.
    Answer,
}

/// The properties of a kind of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoteRow {
    /// The name, which a filter understands too.
    pub(crate) name: Name,
    /// The sign in front of a line.
    pub(crate) sign: Option<char>,
    /// The meaning of the colour of its head.
    pub(crate) meaning: Meaning,
    /// The row that it makes beside its own.
    pub(crate) brings: Brings,
    /// Whether the unit that it names said it; otherwise it was said to that unit.
    pub(crate) is_own: bool,
    /// Whether it counts as said by the presenter of its item, where it names nobody.
    pub(crate) is_presented: bool,
}

table! {
    /// The kind of a note.
    NoteKind: NoteRow {
        /// Kết quả nổi bật.
        Result = "result" {
            name: Name { vi: "kết quả", en: "result" },
            sign: Some('+'),
            meaning: Meaning::Good,
            brings: Brings::Nothing,
            is_own: true,
            is_presented: false,
        }
        /// Khó khăn, vướng mắc.
        Difficulty = "difficulty" {
            name: Name { vi: "vướng mắc", en: "difficulty" },
            sign: Some('!'),
            meaning: Meaning::Warn,
            brings: Brings::Issue,
            is_own: true,
            is_presented: false,
        }
        /// Kinh nghiệm.
        Experience = "experience" {
            name: Name { vi: "kinh nghiệm", en: "experience" },
            sign: Some('*'),
            meaning: Meaning::Muted,
            brings: Brings::Nothing,
            is_own: true,
            is_presented: false,
        }
        /// Kiến nghị, đề xuất.
        Proposal = "proposal" {
            name: Name { vi: "kiến nghị", en: "proposal" },
            sign: Some('?'),
            meaning: Meaning::Muted,
            brings: Brings::Nothing,
            is_own: true,
            is_presented: false,
        }
        /// Giải đáp.
        Answer = "answer" {
            name: Name { vi: "giải đáp", en: "answer" },
            sign: Some(':'),
            meaning: Meaning::Good,
            brings: Brings::Answer,
            is_own: false,
            is_presented: false,
        }
        /// Chỉ đạo.
        Instruction = "instruction" {
            name: Name { vi: "chỉ đạo", en: "instruction" },
            sign: None,
            meaning: Meaning::Muted,
            brings: Brings::Nothing,
            is_own: true,
            is_presented: false,
        }
        /// Triển khai văn bản mới.
        Document = "document" {
            name: Name { vi: "văn bản", en: "document" },
            sign: None,
            meaning: Meaning::Muted,
            brings: Brings::Nothing,
            is_own: true,
            is_presented: true,
        }
        /// Thông tin, làm rõ.
        Information = "information" {
            name: Name { vi: "thông tin", en: "information" },
            sign: None,
            meaning: Meaning::Muted,
            brings: Brings::Nothing,
            is_own: true,
            is_presented: true,
        }
    }
}

/// A conclusion, which is a line of its own and no note.
pub const CONCLUSION: Name = Name {
    vi: "kết luận",
    en: "conclusion",
};

/// An action, which is a line of its own and no note.
pub const ACTION: Name = Name {
    vi: "nhiệm vụ",
    en: "action",
};

/// A report of a unit on its part of an action.
pub const REPORT: Name = Name {
    vi: "báo cáo",
    en: "report",
};

/// Somebody who came to a meeting.
pub const ATTENDANCE: Name = Name {
    vi: "điểm danh",
    en: "attendance",
};

/// A meeting itself.
pub const MEETING: Name = Name {
    vi: "hội nghị",
    en: "meeting",
};
