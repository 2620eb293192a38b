//! The list of meetings a screenful at a time, the number of actions from one, and the next numbers.

use chrono::NaiveDate;
use rusqlite::Params;

use super::rows::{count, select};
use super::{Failure, Store, given};
use crate::meeting::actions::Numbers;
use crate::meeting::cell::{Cell, Field, Id};
use crate::meeting::page::{Page, Part};
use crate::meeting::plan::Given;
use crate::meeting::rows::Meeting;
use crate::text::dates::Instant;

impl Store {
    /// Returns meetings, the latest first.
    pub fn meetings(&self, part: Part) -> Result<Page<Meeting>, Failure> {
        let newest = "ORDER BY starts DESC, id DESC LIMIT ?1 OFFSET ?2";
        Ok(Page {
            from: part.from,
            lines: select(&self.connection, newest, limits(part))?,
            total: self.count("SELECT count(*) FROM meeting", [])?,
        })
    }

    /// Returns the number of actions from a meeting, and of their open parts.
    pub(crate) fn given(&self, meeting: Id<Meeting>) -> Result<Given, Failure> {
        let meeting = [meeting.number()];
        let actions = "SELECT count(*) FROM action WHERE meeting = ?1";
        let open =
            "SELECT coalesce(sum(open), 0) FROM action JOIN standing ON standing.action = action.id
             WHERE action.meeting = ?1";
        Ok(Given {
            actions: self.count(actions, meeting)?,
            open: self.count(open, meeting)?,
        })
    }

    /// Returns how many units of a meeting's roster have nobody's name.
    pub(crate) fn nameless(&self, meeting: Id<Meeting>) -> Result<usize, Failure> {
        let sql = "SELECT count(*) FROM seat
             WHERE meeting = ?1 AND unit IS NOT NULL AND secretary IS NULL AND deputy IS NULL";
        self.count(sql, [meeting.number()])
    }

    /// Returns the numbers that the next action and the next issue get.
    pub fn numbers(&self) -> Result<Numbers, Failure> {
        let next = |table: &str| given::next(&self.connection, table);
        Ok(Numbers {
            action: next("action")?,
            issue: next("issue")?,
        })
    }

    fn count(&self, sql: &str, params: impl Params) -> Result<usize, Failure> {
        count(&self.connection, sql, params)
    }
}

fn limits(part: Part) -> [i64; 2] {
    let sql = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    [sql(part.most), sql(part.from)]
}

/// Reads an instant.
pub(super) fn moment(text: Option<String>) -> Option<Instant> {
    text.and_then(|at| Field::from_cell(&Cell::Text(at)))
}

/// Reads the day of a date or an instant.
pub(super) fn day(text: Option<String>) -> Option<NaiveDate> {
    text.and_then(|text| text.get(..10).and_then(|day| day.parse().ok()))
}
