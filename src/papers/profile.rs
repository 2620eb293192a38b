//! The form of a Party document by its date: which guidance is in force, and its sizes.

use chrono::NaiveDate;

/// What a guidance fixes about a page; lengths in twips, sizes in half points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The guidance.
    pub name: &'static str,
    /// The last day of its validity.
    pub valid_to: Option<(i32, u32, u32)>,
    /// Size of the text.
    pub body: u16,
    /// Line spacing, exact.
    pub line: u16,
}

/// The profiles, the oldest first (`domain.md` §1.1): 36-HD/VPTW until 26 May 2026, then 05-HD/VPTW.
///
/// 05-HD is known from summaries only; where they are silent, the values of 36-HD stand.
pub const PROFILES: &[Profile] = &[
    Profile {
        name: "36-HD/VPTW",
        valid_to: Some((2026, 5, 26)),
        body: 28,
        line: 360,
    },
    Profile {
        name: "05-HD/VPTW",
        valid_to: None,
        body: 28,
        line: 380,
    },
];

/// The page (36-HD/VPTW, II.1): A4 and its margins.
pub mod page {
    /// Width of the paper.
    pub const WIDTH: u16 = 11_906;
    /// Height of the paper.
    pub const HEIGHT: u16 = 16_838;
    /// Margin at the top and at the bottom, 20 mm.
    pub const TOP: u16 = 1_134;
    /// Margin on the left, 30 mm.
    pub const LEFT: u16 = 1_701;
    /// Margin on the right, 15 mm.
    pub const RIGHT: u16 = 850;
    /// From the edge to the page number, 10 mm.
    pub const HEADER: u16 = 567;
    /// Width of the text, 165 mm.
    pub const TEXT: u16 = 9_355;
    /// Width of the left column of the letterhead.
    pub const LEFT_COLUMN: u16 = 4_000;
    /// Width of the right column of the letterhead.
    pub const RIGHT_COLUMN: u16 = 5_355;
    /// Length of the rule under the Party's name: the width of that name.
    pub const RULE: u16 = 4_120;
    /// Indent of a first line, 10 mm.
    pub const INDENT: u16 = 567;
}

/// Returns the profile for a document of this day.
pub fn of(day: NaiveDate) -> &'static Profile {
    let in_force = |profile: &&Profile| {
        profile
            .valid_to
            .is_none_or(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).is_none_or(|last| day <= last))
    };
    PROFILES
        .iter()
        .find(in_force)
        .unwrap_or(&PROFILES[PROFILES.len() - 1])
}
