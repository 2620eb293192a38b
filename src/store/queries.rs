//! What crosses meetings, asked a screenful at a time: the list of meetings, the heat map.

use chrono::NaiveDate;
use rusqlite::{Params, Row as SqlRow};

use super::rows::{count, damaged, select};
use super::{Failure, Store};
use crate::meeting::actions::Numbers;
use crate::meeting::cell::{Cell, Field, Id};
use crate::meeting::code::AssignmentState;
use crate::meeting::focus::{HeatMap, Tally};
use crate::meeting::page::{Page, Part};
use crate::meeting::plan::MeetingLine;
use crate::meeting::rows::{FocusArea, Meeting, Table, Unit};

/// The states in which an assignment still owes something.
pub(super) const OPEN: &str = "('not_started', 'in_progress', 'reported', 'paused')";

/// The states in which an issue still waits for an answer.
pub(super) const UNANSWERED: &str = "('raised', 'accepted', 'in_progress', 'escalated')";

impl Store {
    /// Returns meetings, the latest first.
    pub fn meetings(&self, part: Part) -> Result<Page<MeetingLine>, Failure> {
        let meetings: Vec<Meeting> = select(
            &self.connection,
            "ORDER BY starts DESC, id DESC LIMIT ?1 OFFSET ?2",
            limits(part),
        )?;
        let mut lines = Vec::new();
        for meeting in meetings {
            let actions = self.count(
                "SELECT count(*) FROM action WHERE meeting = ?1",
                [meeting.id.number()],
            )?;
            let open = "SELECT coalesce(sum(open), 0) FROM action JOIN standing ON standing.action = action.id
                 WHERE action.meeting = ?1";
            let open = self.count(open, [meeting.id.number()])?;
            lines.push(MeetingLine {
                meeting,
                actions,
                open,
            });
        }
        Ok(Page {
            from: part.from,
            lines,
            total: self.count("SELECT count(*) FROM meeting", [])?,
        })
    }

    /// Returns how the units stand under each focus area on a day.
    pub fn heat_map(&self, today: NaiveDate) -> Result<HeatMap, Failure> {
        let mut map = HeatMap::default();
        let sql = "SELECT unit, focus, state, n FROM tally WHERE n > 0";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let cell: &mut Tally = map.cells.entry(key(row)?).or_default();
            let state = AssignmentState::from_cell(&Cell::Text(row.get(2)?));
            let state = state.ok_or_else(|| damaged(Table::Assignment, "state"))?;
            cell.add(state, usize::try_from(row.get::<_, i64>(3)?).unwrap_or(0));
        }
        // Only what is owed can be late, and that is little however old the book is.
        let late = format!(
            "SELECT assignment.unit, action.focus, count(*) FROM standing
             CROSS JOIN assignment ON assignment.action = standing.action JOIN action ON action.id = standing.action
             WHERE (standing.open > 0) = 1 AND standing.due < ?1 AND assignment.state IN {OPEN} GROUP BY 1, 2"
        );
        let mut statement = self.connection.prepare_cached(&late)?;
        let mut rows = statement.query([today.to_string()])?;
        while let Some(row) = rows.next()? {
            let late = usize::try_from(row.get::<_, i64>(2)?).unwrap_or(0);
            let cell: &mut Tally = map.cells.entry(key(row)?).or_default();
            cell.overdue += late;
            cell.open = cell.open.saturating_sub(late);
        }
        Ok(map)
    }

    /// Returns the numbers that the next action and the next issue get.
    pub fn numbers(&self) -> Result<Numbers, Failure> {
        let next = |table: &str| -> Result<i64, Failure> {
            let sql = format!("SELECT coalesce(max(number), 0) + 1 FROM {table}");
            Ok(self
                .connection
                .prepare_cached(&sql)?
                .query_row([], |row| row.get(0))?)
        };
        Ok(Numbers {
            action: next("action")?,
            issue: next("issue")?,
        })
    }

    fn count(&self, sql: &str, params: impl Params) -> Result<usize, Failure> {
        count(&self.connection, sql, params)
    }
}

fn key(row: &SqlRow) -> rusqlite::Result<(Id<Unit>, Id<FocusArea>)> {
    Ok((Id::of(row.get(0)?), Id::of(row.get(1)?)))
}

fn limits(part: Part) -> [i64; 2] {
    let sql = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    [sql(part.most), sql(part.from)]
}

/// Reads the day out of a date or an instant.
pub(super) fn day(text: Option<String>) -> Option<NaiveDate> {
    text.and_then(|text| text.get(..10).and_then(|day| day.parse().ok()))
}
