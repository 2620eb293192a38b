//! The documents of a meeting with their files, and those that the book knows by name.

use super::rows::{columns, read, select};
use super::{Failure, Store};
use crate::meeting::cell::Id;
use crate::meeting::documents::Presented;
use crate::meeting::record::Row;
use crate::meeting::rows::{Document, Meeting, MeetingDocument};

/// Documents that a name is completed from at most.
const NAMED: usize = 8;

impl Store {
    /// Returns the documents of a meeting, in the order in which they were put on it.
    pub(crate) fn presented(&self, meeting: Id<Meeting>) -> Result<Vec<Presented>, Failure> {
        let sql = format!(
            "SELECT {}, {} FROM meeting_document CROSS JOIN document ON document.id = meeting_document.document
             WHERE meeting_document.meeting = ?1 ORDER BY meeting_document.id",
            columns::<MeetingDocument>("meeting_document"),
            columns::<Document>("document"),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([meeting.number()])?;
        let mut presented = Vec::new();
        while let Some(row) = rows.next()? {
            presented.push(Presented {
                row: read(row, 0)?,
                document: read(row, MeetingDocument::TABLE.columns().len())?,
            });
        }
        Ok(presented)
    }

    /// Returns the documents whose names begin with a text, a few of them, in the order of their names.
    pub(crate) fn documents_named(&self, begins: &str) -> Result<Vec<Document>, Failure> {
        let rest = format!(
            "WHERE citation >= ?1 AND citation < ?1 || char(0x10FFFF) ORDER BY citation, id LIMIT {NAMED}"
        );
        select(&self.connection, &rest, [begins])
    }
}
