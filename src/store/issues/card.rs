//! One issue whole, and the actions that may resolve it.

use std::collections::HashMap;
use std::sync::LazyLock;

use rusqlite::Row as SqlRow;

use super::{FAMILY, OFFERED};
use crate::meeting::actions::{self};
use crate::meeting::cell::Id;
use crate::meeting::issues::{Answered, IssueCard, Raising, Resolving};
use crate::meeting::record::Row;
use crate::meeting::rows::{Action, FocusArea, Issue, IssueAnswer, IssueRaised, Meeting};
use crate::store::queries::day;
use crate::store::roll_up::{DONE_AND_OPEN, OWED, roll_up};
use crate::store::rows::{by_id, columns, json, one, read, select};
use crate::store::{Failure, Store};
use crate::text::find::find_all;

/// The columns behind those of an action: its standing, and the number of the issue that it resolves.
static ACTIONS: LazyLock<String> = LazyLock::new(|| {
    format!(
        "standing.due, {DONE_AND_OPEN}, (SELECT number FROM issue AS resolved WHERE resolved.id = action.issue)"
    )
});

/// The actions of which something is owed, which are few however old the book is, and the latest.
static RECENT: LazyLock<String> = LazyLock::new(|| {
    format!(
        "action.id IN (SELECT action FROM standing WHERE {OWED}
         UNION SELECT id FROM (SELECT id FROM action ORDER BY number DESC LIMIT 100))"
    )
});

/// Rows that belong to issues, by their issue.
type ByIssue<T> = HashMap<Id<Issue>, Vec<T>>;

impl Store {
    /// Returns an issue whole.
    pub fn issue_card(&self, id: Id<Issue>) -> Result<Option<IssueCard>, Failure> {
        let issue = one::<Issue>(&self.connection, id)?;
        Ok(self.issue_cards(issue.into_iter().collect())?.pop())
    }

    /// Returns issues whole, in this order; each table is asked once for all of them.
    pub(crate) fn issue_cards(&self, issues: Vec<Issue>) -> Result<Vec<IssueCard>, Failure> {
        let connection = &self.connection;
        let roots = json(issues.iter().map(|issue| issue.id.number()));
        let merged = "WHERE duplicate_of IN (SELECT value FROM json_each(?1)) ORDER BY at, id";
        let mut duplicates: HashMap<Id<Issue>, Vec<Issue>> = HashMap::new();
        for issue in select::<Issue>(connection, merged, [&roots])? {
            if let Some(of) = issue.duplicate_of {
                duplicates.entry(of).or_default().push(issue);
            }
        }
        let areas: HashMap<_, FocusArea> =
            by_id(connection, issues.iter().filter_map(|issue| issue.focus))?;
        let originals: HashMap<_, Issue> = by_id(
            connection,
            issues.iter().filter_map(|issue| issue.duplicate_of),
        )?;
        let meetings: HashMap<_, Meeting> =
            by_id(connection, issues.iter().map(|issue| issue.meeting))?;
        let mut raised = self.raisings(&roots)?;
        let mut answers = self.answers(&roots)?;
        let mut actions = self.resolving(&roots)?;
        let cards = issues.into_iter().map(|issue| IssueCard {
            focus: issue.focus.and_then(|area| areas.get(&area).cloned()),
            is_sample: meetings
                .get(&issue.meeting)
                .is_some_and(|meeting| meeting.sample),
            raised: raised.remove(&issue.id).unwrap_or_default(),
            answers: answers.remove(&issue.id).unwrap_or_default(),
            actions: actions.remove(&issue.id).unwrap_or_default(),
            duplicates: duplicates.remove(&issue.id).unwrap_or_default(),
            original: issue
                .duplicate_of
                .and_then(|of| originals.get(&of).cloned()),
            issue,
        });
        Ok(cards.collect())
    }

    fn raisings(&self, roots: &str) -> Result<ByIssue<Raising>, Failure> {
        let sql = format!(
            "{FAMILY} SELECT family.root, {}, issue.number, coalesce(seat.name, note.speaker), meeting.title,
             coalesce(note.text, issue.text)
             FROM family CROSS JOIN issue_raised ON issue_raised.issue = family.id
             JOIN issue ON issue.id = family.id JOIN meeting ON meeting.id = issue_raised.meeting
             LEFT JOIN seat ON seat.id = issue_raised.seat LEFT JOIN note ON note.id = issue_raised.note
             ORDER BY issue_raised.at, issue_raised.id",
            columns::<IssueRaised>("issue_raised"),
        );
        let first = 1 + IssueRaised::TABLE.columns().len();
        self.by_issue(&sql, roots, |row| {
            let raised: IssueRaised = read(row, 1)?;
            Ok(Raising {
                number: row.get(first)?,
                name: row.get(first + 1)?,
                unit: raised.unit,
                meeting: raised.meeting,
                title: row.get(first + 2)?,
                note: raised.note,
                text: row.get(first + 3)?,
                at: raised.at,
            })
        })
    }

    fn answers(&self, roots: &str) -> Result<ByIssue<Answered>, Failure> {
        let sql = format!(
            "{FAMILY} SELECT family.root, {}, issue.number, coalesce(issue_answer.text, note.text, '')
             FROM family CROSS JOIN issue_answer ON issue_answer.issue = family.id JOIN issue ON issue.id = family.id
             LEFT JOIN note ON note.id = issue_answer.note ORDER BY issue_answer.at, issue_answer.id",
            columns::<IssueAnswer>("issue_answer"),
        );
        let first = 1 + IssueAnswer::TABLE.columns().len();
        self.by_issue(&sql, roots, |row| {
            Ok(Answered {
                answer: read(row, 1)?,
                number: row.get(first)?,
                text: row.get(first + 1)?,
            })
        })
    }

    fn resolving(&self, roots: &str) -> Result<ByIssue<Resolving>, Failure> {
        let sql = format!(
            "{FAMILY} SELECT family.root, {}, {} FROM family CROSS JOIN action ON action.issue = family.id
             JOIN standing ON standing.action = action.id ORDER BY action.number",
            columns::<Action>("action"),
            *ACTIONS,
        );
        self.by_issue(&sql, roots, |row| resolving(row, 1))
    }

    /// Reads rows that belong to issues or to issues merged into them; the first column is the issue.
    fn by_issue<T>(
        &self,
        sql: &str,
        roots: &str,
        read: impl Fn(&SqlRow) -> Result<T, Failure>,
    ) -> Result<ByIssue<T>, Failure> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([roots])?;
        let mut found = ByIssue::new();
        while let Some(row) = rows.next()? {
            let root = Id::of(row.get(0)?);
            found.entry(root).or_insert_with(Vec::new).push(read(row)?);
        }
        Ok(found)
    }

    /// Returns the actions that may resolve an issue, the newest first: the one whose code is typed, or else those of
    /// which something is owed and the latest, as far as the words typed stand in them.
    pub(crate) fn linkable(&self, typed: &str) -> Result<Vec<Resolving>, Failure> {
        let numbers: Vec<String> = typed
            .split_whitespace()
            .filter_map(actions::number)
            .map(|number| number.to_string())
            .collect();
        let condition = if numbers.is_empty() {
            RECENT.clone()
        } else {
            format!("action.number IN ({})", numbers.join(", "))
        };
        let sql = format!(
            "SELECT {}, {} FROM action JOIN standing ON standing.action = action.id
             WHERE {condition} ORDER BY action.number DESC",
            columns::<Action>("action"),
            *ACTIONS,
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut matching = Vec::new();
        while let Some(row) = rows.next()? {
            let by = resolving(row, 0)?;
            let is_meant = !numbers.is_empty() || find_all(typed, &by.action.text).is_some();
            if is_meant {
                matching.push(by);
            }
            if matching.len() == OFFERED {
                break;
            }
        }
        Ok(matching)
    }
}

/// Reads an action that resolves an issue, from a column on.
fn resolving(row: &SqlRow, from: usize) -> Result<Resolving, Failure> {
    let first = from + Action::TABLE.columns().len();
    Ok(Resolving {
        action: read(row, from)?,
        due: day(row.get(first)?),
        roll_up: roll_up(row, first + 1)?,
        issue: row.get(first + 3)?,
    })
}
