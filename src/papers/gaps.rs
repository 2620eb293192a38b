//! What a paper lacks: the values for which it prints blanks.

use serde::{Deserialize, Serialize};

use super::document::Source;
use crate::meeting::cell::Id;
use crate::meeting::code::PaperKind;
use crate::meeting::rows::{Action, AgendaItem, Issue, Seat};

/// A value that is missing where a paper prints a blank for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gap {
    /// When the meeting began.
    OpeningTime,
    /// When the meeting ended.
    ClosingTime,
    /// Where it was held.
    Venue,
    /// What it was about.
    Content,
    /// The name of the chair.
    Chair,
    /// The office of the chair.
    ChairOffice,
    /// The name of the one who takes the minutes.
    Recorder,
    /// The office of the one who takes the minutes.
    RecorderOffice,
    /// Which documents were used.
    Documents,
    /// Whether the meeting was recorded.
    Recording,
    /// How many copies the minutes have.
    Copies,
    /// How many units are represented, before all of these are marked.
    NotMarked(usize),
    /// Whom the unit of this seat sent.
    Rank(Id<Seat>),
    /// The name of the one who sat on this seat, or should have.
    Name(Id<Seat>),
    /// The office of the one who sat on this seat.
    Office(Id<Seat>),
    /// For whom the one on this seat came.
    Whom(Id<Seat>),
    /// Why nobody came to this seat.
    Reason(Id<Seat>),
    /// How many of this delegation came.
    Uncounted(Id<Seat>),
    /// What was said under this item.
    Silent(Id<AgendaItem>),
    /// Who presents this item.
    Presenter(Id<AgendaItem>),
    /// Why this item was left out.
    Skipped(Id<AgendaItem>),
    /// Whether this item, which was not held, is left out or put off.
    Undecided(Id<AgendaItem>),
    /// What the chair concluded.
    NoConclusion,
    /// Who owes the action of this number.
    Lead(Id<Action>, i64),
    /// The deadline of the action of this number.
    Deadline(Id<Action>, i64),
    /// Who raised the issue of this number.
    RaisedBy(Id<Issue>, i64),
    /// The focus area of the issue of this number.
    Focus(Id<Issue>, i64),
    /// Who can settle the issue of this number.
    Competent(Id<Issue>, i64),
    /// The words of an answer to the issue of this number.
    Answer(Id<Issue>, i64),
    /// The number of the paper, which the registry gives on signing.
    Number(PaperKind),
    /// The day of the paper, which is written on signing.
    Dated(PaperKind),
    /// The name of the one who signs the paper.
    Signer(PaperKind),
    /// The office of the one who signs the paper.
    SignerOffice(PaperKind),
    /// Who gets the paper.
    Recipients(PaperKind),
    /// Before which day the units report.
    ReportBy,
    /// The title of the head of the body.
    Head,
    /// Who follows up the assignments.
    FollowUp,
    /// Whose slip it is.
    Unit,
    /// What is open in the whole book.
    Register,
    /// What is corrected in a paper of this kind.
    Correction(PaperKind),
    /// A blank that stands in the words themselves, as they were typed into this record.
    Typed(Option<Source>),
}

/// Whose the missing value is to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    /// The registry's, when the paper is signed (`guide/domain.md` §1.4).
    Registry,
    /// The record's, which the signature of the minutes protects.
    Record,
    /// The record's, of one of the many on the roll.
    Roll,
    /// The record's, of an action; its register takes the value even when the minutes are signed.
    Task,
    /// The words of the record, in which somebody typed a blank.
    Said,
    /// That of the body, which the signature protects as the papers name it.
    Issuer,
    /// That of something that goes on after the signature.
    Later,
}

impl Gap {
    /// Says whether minutes with this blank cannot be signed: only number and day are written by hand on signing.
    pub(crate) fn hinders(&self) -> bool {
        !self.is_of_registry()
    }

    /// Says whether the registry fills the blank when the paper is signed.
    pub(crate) fn is_of_registry(&self) -> bool {
        self.whose() == Whose::Registry
    }

    /// Says whether it is about one of the many on the roll.
    pub(crate) fn is_of_roll(&self) -> bool {
        self.whose() == Whose::Roll
    }

    /// Says whether the signature of the minutes protects the record in which the value is missing.
    pub(crate) fn is_of_record(&self) -> bool {
        matches!(self.whose(), Whose::Record | Whose::Roll)
    }

    /// Says whether it cannot be filled once the minutes are signed: the signature protects the record and the body. What
    /// the form of the paper itself gives stays open.
    pub(crate) fn is_sealed(&self) -> bool {
        match self.whose() {
            Whose::Record | Whose::Roll | Whose::Task | Whose::Said | Whose::Issuer => true,
            Whose::Registry | Whose::Later => false,
        }
    }

    /// Returns the paper whose number or day it is.
    pub(crate) fn imprinted(&self) -> Option<PaperKind> {
        if let Self::Number(kind) | Self::Dated(kind) = self {
            Some(*kind)
        } else {
            None
        }
    }

    fn whose(&self) -> Whose {
        match self {
            Self::Number(_) | Self::Dated(_) => Whose::Registry,
            Self::Rank(_) | Self::Name(_) | Self::Office(_) | Self::Whom(_) | Self::Reason(_) => {
                Whose::Roll
            }
            Self::Deadline(..) => Whose::Task,
            Self::OpeningTime
            | Self::ClosingTime
            | Self::Venue
            | Self::Content
            | Self::Chair
            | Self::ChairOffice
            | Self::Recorder
            | Self::RecorderOffice
            | Self::Documents
            | Self::Recording
            | Self::Copies
            | Self::NotMarked(_)
            | Self::Uncounted(_)
            | Self::Silent(_)
            | Self::Presenter(_)
            | Self::Skipped(_)
            | Self::Undecided(_)
            | Self::NoConclusion
            | Self::Lead(..) => Whose::Record,
            Self::RaisedBy(..)
            | Self::Focus(..)
            | Self::Competent(..)
            | Self::Answer(..)
            | Self::Signer(_)
            | Self::SignerOffice(_)
            | Self::Recipients(_)
            | Self::ReportBy
            | Self::Unit
            | Self::Register
            | Self::Correction(_)
            | Self::Typed(None | Some(Source::Imprint(_))) => Whose::Later,
            Self::Head | Self::FollowUp | Self::Typed(Some(Source::Issuer)) => Whose::Issuer,
            Self::Typed(Some(
                Source::Meeting(_)
                | Source::RollCall(_)
                | Source::Item(_)
                | Source::Note(_)
                | Source::Conclusion(_)
                | Source::Action(_)
                | Source::Issue(_),
            )) => Whose::Said,
        }
    }
}
