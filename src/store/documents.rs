//! The documents of a meeting with their files, and all that the book knows by name.

use super::rows::{columns, read, select};
use super::{Failure, Store};
use crate::meeting::cell::Id;
use crate::meeting::documents::Presented;
use crate::meeting::record::Row;
use crate::meeting::rows::{Document, Meeting, MeetingDocument};

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

    /// Returns every document that the book knows.
    pub(crate) fn known_documents(&self) -> Result<Vec<Document>, Failure> {
        select(&self.connection, "ORDER BY id", [])
    }
}
