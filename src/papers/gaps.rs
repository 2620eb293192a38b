//! The gaps of a paper: values that are missing before it can be signed, and contradictions.

pub(super) mod course;
pub(crate) mod house;
pub(super) mod imprint;
pub(super) mod people;
pub(super) mod tasks;

use super::document::Source;
use crate::meeting::cell::Id;
use crate::meeting::code::PaperKind;
use crate::meeting::roll_call::Counts;
use crate::meeting::rows::{Action, AgendaItem, Conclusion, Issue, Note, Seat};

/// A value that a paper needs and the dossier does not have, or two that cannot both be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The meeting has not been closed.
    NotClosed,
    /// Nobody knows when the meeting began.
    OpeningTime,
    /// Nobody knows when the meeting ended.
    ClosingTime,
    /// The meeting ended before it began.
    ClosedFirst,
    /// The place is not known.
    Venue,
    /// The chair is not known by name and office.
    Chair,
    /// The one who takes the minutes is not known by name and office.
    Recorder,
    /// It was not said which documents were used.
    Documents,
    /// It was not said whether the meeting is recorded.
    Recording,
    /// So many seats have not been marked.
    NotMarked(usize),
    /// So many seats are present without it being said whom the unit sent.
    Unranked(usize),
    /// Those present, absent and not marked are not those who were called.
    Sums(Counts),
    /// Somebody spoke for this seat, which nobody sat on.
    SpokeAbsent(Id<Seat>),
    /// So many delegates are not known by name, this seat's the first of them.
    Names(usize, Id<Seat>),
    /// This line still holds signs that were not understood.
    Unread(Id<Note>),
    /// Nobody said how many pages and copies the minutes have.
    Pages,
    /// The reason of this absence was not said.
    Reason(Id<Seat>),
    /// Nobody counted this delegation.
    Uncounted(Id<Seat>),
    /// Nothing was noted under this item.
    Silent(Id<AgendaItem>),
    /// This item ended before it began, or ran outside of the meeting.
    ItemTimes(Id<AgendaItem>),
    /// Nobody said who presents this item.
    Presenter(Id<AgendaItem>),
    /// The chair has concluded nothing.
    NoConclusion,
    /// This conclusion states no focus area.
    Focus(Id<Conclusion>),
    /// Nobody has answered this issue.
    Unanswered(Id<Issue>),
    /// No unit owes this action.
    Lead(Id<Action>),
    /// This action has no deadline.
    Deadline(Id<Action>),
    /// The number of actions without a deliverable, and the first of them.
    Products(usize, Id<Action>),
    /// The registry has given the paper no number yet.
    Number(PaperKind),
    /// The paper has no day of its own, and takes that of the meeting.
    Dated(PaperKind),
    /// The one who signs the paper is not known by office and name.
    Signer(PaperKind),
    /// Nobody gets the paper.
    Recipients(PaperKind),
    /// The paper does not say before which day the units report.
    ReportBy(PaperKind),
    /// Nobody knows the title of the head of the body.
    Head,
    /// Nobody is named who follows up the assignments.
    FollowUp,
    /// The body that issues the paper has ended before the day of the paper.
    IssuerEnded,
    /// The letters of a text that are printed as boxes because the typeface lacks them, the words around, and the source.
    Boxed(String, String, Option<Source>),
    /// A text that was kept in the letters of an old font, and its source.
    OldLetters(String, Option<Source>),
    /// The file of the sentences is wrong: the paper has those of the program.
    Wording,
}

impl Gap {
    /// Says whether minutes with this gap cannot be signed; other gaps are only listed.
    pub(crate) fn hinders(&self) -> bool {
        match self {
            Self::NotClosed
            | Self::OpeningTime
            | Self::ClosingTime
            | Self::ClosedFirst
            | Self::Venue
            | Self::Chair
            | Self::Recorder
            | Self::Documents
            | Self::Recording
            | Self::NotMarked(_)
            | Self::Unranked(_)
            | Self::Sums(_)
            | Self::SpokeAbsent(_)
            | Self::Names(..)
            | Self::Unread(_)
            | Self::Pages
            | Self::Reason(_)
            | Self::Uncounted(_)
            | Self::Silent(_)
            | Self::ItemTimes(_)
            | Self::NoConclusion
            | Self::Lead(_) => true,
            Self::Presenter(_)
            | Self::Focus(_)
            | Self::Unanswered(_)
            | Self::Deadline(_)
            | Self::Products(..)
            | Self::Number(_)
            | Self::Dated(_)
            | Self::Signer(_)
            | Self::Recipients(_)
            | Self::ReportBy(_)
            | Self::Head
            | Self::FollowUp
            | Self::IssuerEnded
            | Self::Boxed(..)
            | Self::OldLetters(..)
            | Self::Wording => false,
        }
    }
}

/// Says whether a text is not there, or nothing but spaces.
fn is_missing(value: Option<&str>) -> bool {
    value.is_none_or(|text| text.trim().is_empty())
}
