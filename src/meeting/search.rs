//! What a search finds: a line that was said, concluded, answered or assigned, and where.

use super::cell::Id;
use super::rows::{Meeting, Table};
use crate::text::dates::Instant;

/// A line that answers a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The table the line stands in.
    pub table: Table,
    /// The number of its id.
    pub number: i64,
    /// The meeting at which it was written.
    pub meeting: Id<Meeting>,
    /// The name of that meeting.
    pub meeting_title: String,
    /// When it was written.
    pub at: Instant,
    /// Who said it, if that is known.
    pub unit: Option<String>,
    /// The line.
    pub text: String,
}
