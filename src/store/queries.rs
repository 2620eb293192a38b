//! What crosses meetings, asked a screenful at a time: the list of meetings, the log, the register, the heat map.

use chrono::NaiveDate;
use rusqlite::{Params, params};

use super::rows::{columns, read, select};
use super::{Failure, Store, rows::one};
use crate::meeting::actions::{ActionFilter, ActionLine, AssignmentLine, Numbers, roll_up};
use crate::meeting::cell::Id;
use crate::meeting::code::AssignmentState;
use crate::meeting::floor::Debt;
use crate::meeting::focus::{HeatMap, Tally};
use crate::meeting::issues::IssueLine;
use crate::meeting::page::{Page, Part};
use crate::meeting::plan::MeetingLine;
use crate::meeting::record::Row;
use crate::meeting::rows::{Action, Assignment, Extension, FocusArea, Issue, Meeting, Unit};

/// The deadline in force of the action `action`.
pub(super) const DEADLINE: &str =
    "coalesce((SELECT deadline FROM extension WHERE extension.action = action.id
    ORDER BY at DESC LIMIT 1), action.deadline)";

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
            let open = format!(
                "SELECT count(*) FROM action CROSS JOIN assignment ON assignment.action = action.id
                 WHERE action.meeting = ?1 AND assignment.state IN {OPEN}"
            );
            let open = self.count(&open, [meeting.id.number()])?;
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

    /// Returns issues, those that wait for an answer first and among them the oldest.
    pub fn issues(&self, part: Part) -> Result<Page<IssueLine>, Failure> {
        let rest =
            "ORDER BY state IN ('answered', 'resolved', 'duplicate'), at, id LIMIT ?1 OFFSET ?2";
        let issues: Vec<Issue> = select(&self.connection, rest, limits(part))?;
        let lines = issues
            .into_iter()
            .map(|issue| self.issue_line(issue))
            .collect::<Result<_, _>>()?;
        Ok(Page {
            from: part.from,
            lines,
            total: self.count("SELECT count(*) FROM issue", [])?,
        })
    }

    /// Returns actions, those that are owed first and among them the nearest deadline.
    pub fn actions(&self, filter: ActionFilter, part: Part) -> Result<Page<ActionLine>, Failure> {
        let kept = "(?3 IS NULL OR action.focus = ?3) AND (?4 IS NULL OR action.id IN
            (SELECT assignment.action FROM assignment WHERE assignment.unit = ?4))";
        let wanted = (filter.focus.map(Id::number), filter.unit.map(Id::number));
        let sql = format!(
            "SELECT {}, focus_area.number, {DEADLINE} AS due, meeting.starts
             FROM action JOIN focus_area ON focus_area.id = action.focus JOIN meeting ON meeting.id = action.meeting
             WHERE {kept}
             ORDER BY NOT EXISTS (SELECT 1 FROM assignment WHERE assignment.action = action.id AND state IN {OPEN}),
                      due IS NULL, due, action.number
             LIMIT ?1 OFFSET ?2",
            columns::<Action>("action")
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let [most, from] = limits(part);
        let mut rows = statement.query(params![most, from, wanted.0, wanted.1])?;
        let width = Action::TABLE.columns().len();
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let action: Action = read(row, 0)?;
            let (states, only_unit) = self.parts_of(action.id)?;
            let starts: String = row.get(width + 2)?;
            lines.push(ActionLine {
                action,
                focus: row.get(width)?,
                deadline: day(row.get(width + 1)?),
                roll_up: roll_up(states),
                only_unit,
                meeting_day: day(Some(starts)).unwrap_or_default(),
            });
        }
        let all = format!(
            "SELECT count(*) FROM action WHERE {}",
            kept.replace("?3", "?1").replace("?4", "?2")
        );
        Ok(Page {
            from: part.from,
            lines,
            total: self.count(&all, wanted)?,
        })
    }

    /// Returns the assignments of an action, in the order in which they were given.
    pub fn assignments(&self, action: Id<Action>) -> Result<Vec<AssignmentLine>, Failure> {
        let parts: Vec<Assignment> = select(
            &self.connection,
            "WHERE action = ?1 ORDER BY id",
            [action.number()],
        )?;
        let named = |assignment: Assignment| {
            let unit = one::<Unit>(&self.connection, assignment.unit)?
                .map_or_else(String::new, |unit| unit.name);
            Ok(AssignmentLine { assignment, unit })
        };
        parts.into_iter().map(named).collect()
    }

    /// Returns the deadlines that an action was given after the first, the oldest first.
    pub fn extensions(&self, action: Id<Action>) -> Result<Vec<Extension>, Failure> {
        select(
            &self.connection,
            "WHERE action = ?1 ORDER BY at, id",
            [action.number()],
        )
    }

    /// Returns how the units stand under each focus area on a day.
    pub fn heat_map(&self, today: NaiveDate) -> Result<HeatMap, Failure> {
        let sql = format!(
            "SELECT assignment.unit, action.focus, assignment.state = 'done',
                    assignment.state != 'done' AND coalesce({DEADLINE} < ?1, 0) AS late, count(*)
             FROM assignment JOIN action ON action.id = assignment.action
             WHERE assignment.state NOT IN ('cancelled', 'handed_over')
             GROUP BY 1, 2, 3, 4"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([today.to_string()])?;
        let mut map = HeatMap::default();
        while let Some(row) = rows.next()? {
            let key: (Id<Unit>, Id<FocusArea>) = (Id::of(row.get(0)?), Id::of(row.get(1)?));
            let cell: &mut Tally = map.cells.entry(key).or_default();
            let count = usize::try_from(row.get::<_, i64>(4)?).unwrap_or(0);
            match (row.get::<_, bool>(2)?, row.get::<_, bool>(3)?) {
                (true, _) => cell.done += count,
                (false, true) => cell.overdue += count,
                (false, false) => cell.open += count,
            }
        }
        Ok(map)
    }

    /// Returns the issues that wait for an answer, and so without one, the oldest first.
    pub fn open_issues(&self, most: usize) -> Result<Vec<IssueLine>, Failure> {
        let rest = format!("WHERE state IN {UNANSWERED} ORDER BY at, id LIMIT ?1");
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let issues: Vec<Issue> = select(&self.connection, &rest, [most])?;
        let areas: Vec<FocusArea> = select(&self.connection, "", [])?;
        let number = |id: Id<FocusArea>| areas.iter().find(|area| area.id == id);
        issues
            .into_iter()
            .map(|issue| {
                Ok(IssueLine {
                    raised_by: self.raised_by(issue.id)?,
                    focus: issue.focus.and_then(number).map(|area| area.number),
                    answer: None,
                    issue,
                })
            })
            .collect()
    }

    fn issue_line(&self, issue: Issue) -> Result<IssueLine, Failure> {
        Ok(IssueLine {
            raised_by: self.raised_by(issue.id)?,
            focus: issue
                .focus
                .map(|area| self.focus_number(area))
                .transpose()?
                .flatten(),
            answer: self.last_answer(issue.id)?,
            issue,
        })
    }

    /// Returns what all units together still owe on a day.
    pub fn book_debt(&self, today: NaiveDate) -> Result<Debt, Failure> {
        let open = format!("SELECT count(*) FROM assignment WHERE state IN {OPEN}");
        let late = format!(
            "SELECT count(*) FROM assignment JOIN action ON action.id = assignment.action
             WHERE assignment.state IN {OPEN} AND {DEADLINE} < ?1"
        );
        let unanswered = format!("SELECT count(*) FROM issue WHERE state IN {UNANSWERED}");
        Ok(Debt {
            open: self.count(&open, [])?,
            overdue: self.count(&late, [today.to_string()])?,
            unanswered: self.count(&unanswered, [])?,
        })
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
        let count: i64 = self
            .connection
            .prepare_cached(sql)?
            .query_row(params, |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    fn raised_by(&self, issue: Id<Issue>) -> Result<Vec<String>, Failure> {
        let sql = "SELECT seat.name FROM issue_raised JOIN seat ON seat.id = issue_raised.seat
                   WHERE issue_raised.issue = ?1 ORDER BY issue_raised.id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let names = statement.query_map([issue.number()], |row| row.get(0))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }

    fn last_answer(&self, issue: Id<Issue>) -> Result<Option<String>, Failure> {
        let sql = "SELECT coalesce(issue_answer.text, note.text) FROM issue_answer
                   LEFT JOIN note ON note.id = issue_answer.note
                   WHERE issue_answer.issue = ?1 ORDER BY issue_answer.at DESC, issue_answer.id DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([issue.number()])?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?.flatten())
    }

    fn focus_number(&self, area: Id<FocusArea>) -> Result<Option<i64>, Failure> {
        Ok(one::<FocusArea>(&self.connection, area)?.map(|area| area.number))
    }

    /// Returns the states of an action's assignments, and the unit's name when there is only one.
    fn parts_of(
        &self,
        action: Id<Action>,
    ) -> Result<(Vec<AssignmentState>, Option<String>), Failure> {
        let parts: Vec<Assignment> =
            select(&self.connection, "WHERE action = ?1", [action.number()])?;
        let only = match &parts[..] {
            [only] => one::<Unit>(&self.connection, only.unit)?.map(|unit| unit.name),
            _ => None,
        };
        Ok((parts.into_iter().map(|part| part.state).collect(), only))
    }
}

fn limits(part: Part) -> [i64; 2] {
    let sql = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    [sql(part.most), sql(part.from)]
}

/// Reads the day out of a date or an instant.
pub(super) fn day(text: Option<String>) -> Option<NaiveDate> {
    text.and_then(|text| text.get(..10).and_then(|day| day.parse().ok()))
}
