//! What was put off to the next meeting, and the meeting that is planned next.

use super::codes::{SIGNED, held, text};
use super::queries::day;
use super::rows::{columns, read};
use super::{Failure, Store};
use crate::meeting::cell::{Field, Id};
use crate::meeting::code::MeetingState;
use crate::meeting::put_off::{Next, PutOff};
use crate::meeting::record::Row;
use crate::meeting::rows::{AgendaItem, Meeting};
use rusqlite::OptionalExtension;

impl Store {
    /// Returns the items that were put off and have not been held, left out or put off again since, the oldest first.
    pub fn put_off(&self) -> Result<Vec<PutOff>, Failure> {
        let later = "SELECT 1 FROM agenda_item AS later WHERE later.origin = agenda_item.id";
        // A meeting whose minutes are signed decides nothing more: what it left open waits again.
        let sql = format!(
            "SELECT {}, meeting.title, meeting.starts,
                EXISTS ({later} AND NOT (SELECT {} FROM meeting WHERE meeting.id = later.meeting))
             FROM agenda_item JOIN meeting ON meeting.id = agenda_item.meeting
             WHERE agenda_item.carried IS NOT NULL AND NOT EXISTS ({later} AND (later.carried IS NOT NULL
                OR later.skipped IS NOT NULL OR {}))
             ORDER BY meeting.starts, meeting.id, agenda_item.position, agenda_item.id",
            columns::<AgendaItem>("agenda_item"),
            *SIGNED,
            held("later"),
        );
        let behind = AgendaItem::TABLE.columns().len();
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let Some(day) = day(row.get(behind + 1)?) else {
                continue;
            };
            all.push(PutOff {
                item: read(row, 0)?,
                meeting: row.get(behind)?,
                day,
                is_planned: row.get(behind + 2)?,
            });
        }
        Ok(all)
    }

    /// Returns the meeting that is planned next after another, if one is.
    pub(crate) fn following(&self, meeting: &Meeting) -> Result<Option<Next>, Failure> {
        let planned = text(MeetingState::Planned.code());
        let sql = format!(
            "SELECT id FROM meeting WHERE starts > ?1 AND state = {planned} AND id != ?2 ORDER BY starts, id LIMIT 1"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let after = (meeting.starts.to_cell(), meeting.id.number());
        let id: Option<i64> = statement.query_row(after, |row| row.get(0)).optional()?;
        let Some(id) = id.map(Id::of) else {
            return Ok(None);
        };
        let documents = self.presented(id)?;
        let documented = documents.iter().filter_map(|of| of.row.item).collect();
        let dossier = self.dossier(id)?;
        Ok(dossier.map(|dossier| Next {
            dossier,
            documented,
        }))
    }
}
