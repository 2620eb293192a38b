//! The review at the beginning of a meeting, from the book: the sums for planning, and the actions to review.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row as SqlRow, params};

use super::codes::{OPEN, SETTLED, SETTLES, text};
use super::queries::day;
use super::roll_up::{COUNTS, OWED, parts};
use super::rows::{columns, count, one, read};
use super::{Failure, Store};
use crate::meeting::actions::{AssignmentLine, Parts};
use crate::meeting::cell::{Field, Id};
use crate::meeting::code::AssignmentState;
use crate::meeting::look_back::{Outstanding, Retrospect, Reviewed, in_order};
use crate::meeting::record::Row;
use crate::meeting::rows::{Action, FocusArea, Meeting};

/// Actions that are reviewed at one meeting, open and settled each; the register has them all.
const MOST: usize = 200;

/// The tables of a reviewed action.
const FROM: &str = "FROM standing CROSS JOIN action ON action.id = standing.action
    JOIN meeting ON meeting.id = action.meeting JOIN focus_area ON focus_area.id = action.focus";

impl Store {
    /// Returns the sums of all open matters on a day.
    pub(crate) fn outstanding(&self, today: NaiveDate) -> Result<Outstanding, Failure> {
        let counts = format!("SELECT {} FROM standing WHERE {OWED}", *COUNTS);
        let mut statement = self.connection.prepare_cached(&counts)?;
        let mut rows = statement.query([today.to_string()])?;
        let mut owed = Parts::default();
        while let Some(row) = rows.next()? {
            owed = owed.plus(parts(row, 0)?);
        }
        let unanswered = format!("SELECT count(*) FROM issue WHERE {} = 0", *SETTLED);
        let number = |sql: &str| count(&self.connection, sql, []);
        let leaving = self.leaving()?.into_iter();
        let left = leaving.filter(|(unit, _)| unit.valid_to.is_some_and(|last| last < today));
        Ok(Outstanding {
            has_given: number("SELECT EXISTS (SELECT 1 FROM action)")? > 0,
            parts: Parts { done: 0, ..owed },
            left: left.map(|(_, owed)| owed).sum(),
            unanswered: number(&unanswered)?,
        })
    }

    /// Returns the review of a meeting: actions of earlier meetings that are open, or were settled since the last one.
    pub(crate) fn retrospect(
        &self,
        meeting: &Meeting,
        today: NaiveDate,
    ) -> Result<Retrospect, Failure> {
        let before = meeting.starts.to_cell();
        let last =
            "SELECT opened FROM meeting WHERE opened IS NOT NULL AND starts < ?1 AND id != ?2
             ORDER BY starts DESC LIMIT 1";
        let since: Option<String> = self
            .connection
            .prepare_cached(last)?
            .query_row(params![before, meeting.id.number()], |row| row.get(0))
            .optional()?;
        let since = day(since);
        let settled = since.unwrap_or(meeting.starts.date_naive()).to_string();
        let earlier = "action.meeting != ?4 AND meeting.starts < ?2";
        let open = format!("WHERE {OWED} AND {earlier}");
        let newly = format!(
            "WHERE standing.open = 0 AND {earlier} AND standing.action IN
             (SELECT assignment.action FROM progress JOIN assignment ON assignment.id = progress.assignment
              WHERE progress.at >= ?3 AND {})",
            *SETTLES
        );
        let today_text = today.to_string();
        let values = params![today_text, before, settled, meeting.id.number()];
        let mut lines = self.reviewed(
            &format!(
                "{open} AND ?3 = ?3 ORDER BY standing.due IS NULL, standing.due, action.number"
            ),
            values,
        )?;
        let total = if lines.len() < MOST {
            lines.len()
        } else {
            let sql = format!("SELECT count(*) {FROM} {open} AND ?1 = ?1 AND ?3 = ?3");
            count(&self.connection, &sql, values)?
        };
        let beyond = total - lines.len();
        lines.extend(self.reviewed(&format!("{newly} ORDER BY action.number DESC"), values)?);
        for line in &mut lines {
            line.parts = self.reviewed_parts(line.action.id, &settled)?;
        }
        in_order(&mut lines);
        Ok(Retrospect {
            meeting: meeting.id,
            since,
            lines,
            beyond,
        })
    }

    fn reviewed(
        &self,
        rest: &str,
        values: &[&dyn rusqlite::ToSql],
    ) -> Result<Vec<Reviewed>, Failure> {
        let sql = format!(
            "SELECT {}, action.focus, standing.due, {} {FROM} {rest} LIMIT {MOST}",
            columns::<Action>("action"),
            *COUNTS,
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(values)?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            lines.extend(self.reviewed_line(row)?);
        }
        Ok(lines)
    }

    fn reviewed_line(&self, row: &SqlRow) -> Result<Option<Reviewed>, Failure> {
        let first = Action::TABLE.columns().len();
        let area = one::<FocusArea>(&self.connection, Id::of(row.get(first)?))?;
        let Some(area) = area else { return Ok(None) };
        Ok(Some(Reviewed {
            action: read(row, 0)?,
            area,
            deadline: day(row.get(first + 1)?),
            sum: parts(row, first + 2)?,
            parts: Vec::new(),
        }))
    }

    /// The parts of an action that are still owed, were settled since a day, or were given up.
    fn reviewed_parts(
        &self,
        action: Id<Action>,
        since: &str,
    ) -> Result<Vec<AssignmentLine>, Failure> {
        let given_up = text(AssignmentState::Cancelled.code());
        let sql = format!(
            "SELECT id FROM assignment WHERE action = ?1
             AND (state IN {OPEN} OR state = {given_up} OR EXISTS
             (SELECT 1 FROM progress WHERE progress.assignment = assignment.id AND progress.at >= ?2))
             ORDER BY id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let ids = statement.query_map(params![action.number(), since], |row| {
            row.get(0).map(Id::of)
        })?;
        let ids = ids.collect::<rusqlite::Result<Vec<_>>>()?;
        self.parts(&ids)
    }
}
