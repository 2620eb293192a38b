//! Remarks on a paper: what contradicts itself in the record, and what may be intended; blanks are listed apart.

pub(super) mod course;
pub(crate) mod house;
pub(super) mod people;
pub(super) mod tasks;

use super::document::Source;
use super::gaps::Gap;
use super::sent::Part;
use crate::meeting::cell::Id;
use crate::meeting::code::PaperKind;
use crate::meeting::roll_call::Counts;
use crate::meeting::rows::{Action, AgendaItem, Conclusion, Issue, Note, Seat};

/// Something about a paper that its reader may stumble over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The meeting has not been closed.
    NotClosed,
    /// The meeting ended before it began.
    ClosedFirst,
    /// So many seats have not been marked.
    NotMarked(usize),
    /// Those present, absent and not marked are not those who were called.
    Sums(Counts),
    /// Somebody spoke for this seat, which nobody sat on.
    SpokeAbsent(Id<Seat>),
    /// This line still holds signs that were not understood.
    Unread(Id<Note>),
    /// Nobody is named who said this line of a discussion.
    Nobody(Id<Note>),
    /// This item ended before it began, or ran outside of the meeting.
    ItemTimes(Id<AgendaItem>),
    /// This conclusion states no focus area.
    Focus(Id<Conclusion>),
    /// Nobody has answered this issue.
    Unanswered(Id<Issue>),
    /// The number of actions without a deliverable, and the first of them.
    Products(usize, Id<Action>),
    /// The chair said until when this action is to be done in words that name no day.
    NoDay(Id<Action>),
    /// This blank of another paper cannot be filled any more once the minutes are signed.
    Elsewhere(PaperKind, Gap),
    /// Nobody said whether the minutes were read out or approved.
    Unapproved,
    /// A sentence of the program, by section and name, is printed though nobody has asked for it.
    SetPhrase(&'static str, &'static str, String),
    /// The body that issues the paper has ended before the day of the paper.
    IssuerEnded,
    /// The letters of a text that are printed as boxes because the typeface lacks them, the words around, and the source.
    Boxed(String, String, Option<Source>),
    /// A text that was kept in the letters of an old font, and its source.
    OldLetters(String, Option<Source>),
    /// The file of the sentences is wrong: the paper has those of the program.
    Wording,
    /// These parts of the plan are not as they were sent.
    Moved(Vec<Part>),
}

impl Remark {
    /// Says whether minutes of which this is true would be untrue, and are not signed.
    pub(crate) fn hinders(&self) -> bool {
        match self {
            Self::NotClosed
            | Self::ClosedFirst
            | Self::NotMarked(_)
            | Self::Sums(_)
            | Self::SpokeAbsent(_)
            | Self::Unread(_)
            | Self::ItemTimes(_)
            | Self::Elsewhere(..) => true,
            Self::Focus(_)
            | Self::Unanswered(_)
            | Self::Nobody(_)
            | Self::Products(..)
            | Self::NoDay(_)
            | Self::Unapproved
            | Self::SetPhrase(..)
            | Self::IssuerEnded
            | Self::Boxed(..)
            | Self::OldLetters(..)
            | Self::Wording
            | Self::Moved(_) => false,
        }
    }
}
