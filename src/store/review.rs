//! The actions that need a look between meetings, from the book.

use chrono::NaiveDate;
use rusqlite::params;

use super::roll_up::{LACKS_DUE, OVERDUE, OWED, has_part};
use super::{Failure, Store};
use crate::meeting::cell::Id;
use crate::meeting::review::{MOST, cutoff};
use crate::meeting::rows::Action;
use crate::text::dates::Instant;

impl Store {
    /// Returns the actions that were looked at since a moment.
    pub(crate) fn looked_at_since(&self, since: Instant) -> Result<Vec<Id<Action>>, Failure> {
        let sql = "SELECT DISTINCT action FROM review WHERE at >= ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids = statement.query_map([since.to_rfc3339()], |row| row.get(0).map(Id::of))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the actions that need a look on a day and have had none: what waits to be accepted first, then what has
    /// been overdue for longest.
    pub(crate) fn review_queue(&self, today: NaiveDate) -> Result<Vec<Id<Action>>, Failure> {
        let sql = format!("SELECT action.id FROM standing JOIN action ON action.id = standing.action
             WHERE {OWED} AND (
                 (standing.reported > 0 AND NOT EXISTS
                     (SELECT 1 FROM review WHERE review.action = action.id AND review.at >= standing.heard))
                 OR (({} OR {LACKS_DUE} OR action.deliverable IS NULL
                         OR coalesce(standing.heard, action.at) < ?2)
                     AND NOT EXISTS (SELECT 1 FROM review WHERE review.action = action.id AND review.at >= ?2)))
             ORDER BY standing.reported = 0, standing.due IS NULL, standing.due, action.number LIMIT ?3",
            has_part(&OVERDUE)
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let most = i64::try_from(MOST).unwrap_or(i64::MAX);
        let days = params![today.to_string(), cutoff(today).to_string(), most];
        let ids = statement.query_map(days, |row| row.get(0).map(Id::of))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }
}
