//! The input of a paper: kind, stage, meeting, sentences, and the open matters of the whole book.

use chrono::NaiveDate;

use super::phrases::Phrases;
use crate::meeting::actions::table::Table;
use crate::meeting::cell::Id;
use crate::meeting::code::PaperKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::issues::IssueCard;
use crate::meeting::papers::Of;
use crate::meeting::put_off::PutOff;
use crate::meeting::roll_call;
use crate::meeting::rows::{Imprint, Seat};
use crate::text::dates::count;

/// A paper of a meeting; a slip is one unit's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Which {
    /// Its kind.
    pub kind: PaperKind,
    /// For a slip, whose.
    pub seat: Option<Id<Seat>>,
}

impl Default for Which {
    fn default() -> Self {
        PaperKind::Minutes.into()
    }
}

impl From<PaperKind> for Which {
    fn from(kind: PaperKind) -> Self {
        Self { kind, seat: None }
    }
}

impl Which {
    /// Returns the paper as the ledger names it.
    pub fn of(self) -> Of {
        (self.kind, self.seat)
    }
}

/// How far a paper is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A draft, with its number.
    Draft(u32),
    /// The one to be signed, of a meeting whose record is final.
    Final,
}

/// The open matters of the whole book, for the papers that look beyond their meeting.
#[derive(Clone, Debug, Default)]
pub struct Matters {
    /// The actions that are still owed, each with its parts.
    pub actions: Option<Table>,
    /// The issues that nobody has answered, the oldest first.
    pub issues: Vec<IssueCard>,
    /// The items of the agenda that were put off and have not been held since.
    pub put_off: Vec<PutOff>,
}

/// The input of a paper.
#[derive(Clone, Copy, Debug)]
pub struct Brief<'a> {
    /// The meeting.
    pub dossier: &'a Dossier,
    /// The sentences of the papers.
    pub phrases: &'a Phrases,
    /// The open matters of the whole book.
    pub matters: &'a Matters,
    /// The day on which the paper is made.
    pub today: NaiveDate,
}

/// Returns the imprint of a kind of paper, if it has one of its own.
pub(super) fn imprint(kind: PaperKind, dossier: &Dossier) -> Option<&Imprint> {
    dossier.imprints.iter().find(|imprint| imprint.kind == kind)
}

impl Brief<'_> {
    /// Returns the imprint of a kind of paper, if it has one of its own.
    pub(crate) fn imprint(&self, kind: PaperKind) -> Option<&Imprint> {
        imprint(kind, self.dossier)
    }

    /// Returns the number of units of the meeting's roster.
    pub(super) fn units(&self) -> String {
        count(roll_call::wards(self.dossier).len())
    }
}
