//! The results of a search: what was said, concluded, assigned, reported, raised, answered and presented, and who came,
//! each with its meeting.

use super::cell::Id;
use super::code::NoteKind;
use super::rows::{Action, Assignment, Conclusion, Issue, Meeting, Note, Seat};
use crate::text::dates::Instant;

/// Where a line that was found stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It was said, as a note of this kind.
    Note(Id<Note>, NoteKind),
    /// It was concluded.
    Conclusion(Id<Conclusion>),
    /// It was assigned, as the action of this number.
    Action(Id<Action>, i64),
    /// A unit reported it on this part of the action of this number.
    Report(Id<Assignment>, Id<Action>, i64),
    /// It was raised, as the issue of this number.
    Issue(Id<Issue>, i64),
    /// It answered this issue, of this number, after a meeting.
    IssueAnswer(Id<Issue>, i64),
    /// It was presented: a document.
    Document,
    /// It came, for this seat: a person.
    Attendance(Id<Seat>),
    /// It is the meeting itself.
    Meeting,
}

/// A line that answers a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands.
    pub place: Found,
    /// The meeting at which it was written.
    pub meeting: Id<Meeting>,
    /// The name of that meeting.
    pub(crate) meeting_title: String,
    /// When it was written.
    pub at: Instant,
    /// Who said it, or whom it is of, if that is known.
    pub unit: Option<String>,
    /// The line.
    pub text: String,
}
