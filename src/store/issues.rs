//! The issue log from the book: lines a screenful at a time, one issue whole, and the issues it can be merged with.

mod card;
pub(super) mod words;

use std::collections::HashMap;

use rusqlite::{Params, params_from_iter};

use super::codes::{SETTLED, list};
use super::register::conditions::Conditions;
use super::rows::{columns, count, json, read, size};
use super::{Failure, Store};
use crate::meeting::cell::Id;
use crate::meeting::filter::LineFilter;
use crate::meeting::issues::{self, IssueLine, IssueLog, IssueQuery, Shown};
use crate::meeting::page::{Page, Part};
use crate::meeting::record::Row;
use crate::meeting::rows::Issue;

/// Pairs of an issue of the list (`root`) and an issue that is merged into it, directly or through others (`id`); each
/// root is paired with itself, too.
const FAMILY: &str = "WITH RECURSIVE family(root, id) AS (
    SELECT value, value FROM json_each(?1)
    UNION SELECT family.root, issue.id FROM family JOIN issue ON issue.duplicate_of = family.id)";

/// By whom, and at which meetings, an issue was raised.
type Raised = (Vec<String>, Vec<i64>);

/// Issues that a choice offers at once.
const OFFERED: usize = 60;

impl Store {
    /// Returns a part of the issue log.
    pub fn issues(&self, query: &IssueQuery, part: Part) -> Result<IssueLog, Failure> {
        let conditions = self.conditions_of(&query.filter)?;
        let (waiting, settled) = self.count_issues(&conditions)?;
        let settled = match query.shown {
            Shown::All => settled,
            Shown::Waiting => 0,
        };
        let end = part.from.saturating_add(part.most);
        let (first, last) = (part.from.min(waiting), end.min(waiting));
        let mut found = self.issues_of(&conditions, false, (first, last - first))?;
        let (first, last) = (
            part.from.saturating_sub(waiting),
            end.saturating_sub(waiting),
        );
        let most = last.min(settled).saturating_sub(first);
        if most > 0 {
            found.extend(self.issues_of(&conditions, true, (first, most))?);
        }
        let total = waiting + settled;
        Ok(IssueLog {
            waiting,
            page: Page {
                from: part.from.min(total),
                lines: self.lines_of(found)?,
                total,
            },
        })
    }

    /// Returns the place of an issue in the whole log.
    pub(crate) fn issue_place(&self, id: Id<Issue>) -> Result<Option<usize>, Failure> {
        let sql = format!("SELECT {}, at FROM issue WHERE id = ?1", *SETTLED);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([id.number()])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let (is_settled, at): (bool, String) = (row.get(0)?, row.get(1)?);
        let before = |is_settled: bool, order: &str| {
            let sql = format!(
                "SELECT count(*) FROM issue WHERE {} = ?1 AND (at, id) {order} (?2, ?3)",
                *SETTLED
            );
            count(&self.connection, &sql, (is_settled, &at, id.number()))
        };
        if !is_settled {
            return before(false, "<").map(Some);
        }
        let (waiting, _) = self.count_issues(&Conditions::default())?;
        Ok(Some(waiting + before(true, ">")?))
    }

    /// Returns the issues that wait for an answer, the oldest first.
    pub(crate) fn open_issues(&self, most: usize) -> Result<Vec<IssueLine>, Failure> {
        let found = self.issues_of(&Conditions::default(), false, (0, most))?;
        self.lines_of(found)
    }

    /// Returns issues that another can be merged with: those that match the typed words, waiting issues first.
    pub(crate) fn mergeable(
        &self,
        with: Id<Issue>,
        typed: &str,
    ) -> Result<Vec<IssueLine>, Failure> {
        let filter = LineFilter {
            words: typed.split_whitespace().map(str::to_owned).collect(),
            ..LineFilter::default()
        };
        let query = IssueQuery {
            shown: Shown::All,
            filter,
        };
        let part = Part {
            from: 0,
            most: OFFERED,
        };
        let mut lines = self.issues(&query, part)?.page.lines;
        lines.retain(|line| line.issue.id != with && line.issue.duplicate_of.is_none());
        Ok(lines)
    }

    /// Returns how many issues wait for an answer, and how many are settled.
    fn count_issues(&self, conditions: &Conditions) -> Result<(usize, usize), Failure> {
        let sql = format!(
            "SELECT {}, count(*) FROM issue {} GROUP BY 1",
            *SETTLED,
            conditions.text()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(&conditions.values))?;
        let (mut waiting, mut settled) = (0, 0);
        while let Some(row) = rows.next()? {
            let is_settled: bool = row.get(0)?;
            *(if is_settled {
                &mut settled
            } else {
                &mut waiting
            }) = size(row, 1)?;
        }
        Ok((waiting, settled))
    }

    /// Returns issues with the numbers of their focus areas. Waiting ones: the oldest first; settled ones: the newest first.
    fn issues_of(
        &self,
        conditions: &Conditions,
        is_settled: bool,
        (from, most): (usize, usize),
    ) -> Result<Vec<(Issue, Option<i64>)>, Failure> {
        let mut conditions = conditions.clone();
        conditions.plain(format!("{} = {}", *SETTLED, i64::from(is_settled)));
        let order = if is_settled {
            "issue.at DESC, issue.id DESC"
        } else {
            "issue.at, issue.id"
        };
        let sql = format!(
            "SELECT {}, (SELECT number FROM focus_area WHERE focus_area.id = issue.focus)
             FROM issue {} ORDER BY {order} LIMIT {most} OFFSET {from}",
            columns::<Issue>("issue"),
            conditions.text(),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(&conditions.values))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((read(row, 0)?, row.get(Issue::TABLE.columns().len())?));
        }
        Ok(found)
    }

    /// Returns the conditions of a filter. Units, days and words also match through merged issues; the ids of those
    /// matches are read here, once a filter.
    fn conditions_of(&self, filter: &LineFilter) -> Result<Conditions, Failure> {
        let mut conditions = Conditions::default();
        conditions.under("issue.focus", filter.areas.iter().map(|id| id.number()));
        if !filter.issues.is_empty() {
            let states = list(filter.issues.iter().map(|state| state.code()));
            conditions.plain(format!("issue.state IN {states}"));
        }
        conditions.within("issue.at", filter.days, "T99");
        let (codes, words): (Vec<&String>, Vec<&String>) = filter
            .words
            .iter()
            .partition(|word| issues::number(word).is_some());
        let numbers = codes.into_iter().filter_map(|code| issues::number(code));
        conditions.among("issue.number", numbers);
        let mut families = Vec::new();
        if !filter.units.is_empty() {
            let units = json(filter.units.iter().map(|id| id.number()));
            families.push(self.families(RAISED_BY, [units])?);
        }
        if let Some(days) = filter.held {
            let from = days.from.map_or_else(String::new, |day| day.to_string());
            let to = days
                .to
                .map_or_else(|| "9999".to_owned(), |day| format!("{day}T99"));
            families.push(self.families(RAISED_AT, [from, to])?);
        }
        if let Some(matching) = words::matching(&words) {
            families.push(self.families(SAYING, [matching])?);
        }
        for ids in families {
            conditions.plain(format!("issue.id IN ({ids})"));
        }
        Ok(conditions)
    }

    /// Returns the ids of the issues of a query and of those that they are merged into, separated by commas.
    fn families(&self, ids: &str, params: impl Params) -> Result<String, Failure> {
        let sql = format!(
            "WITH RECURSIVE up(id) AS (SELECT issue FROM ({ids})
             UNION SELECT issue.duplicate_of FROM up JOIN issue ON issue.id = up.id WHERE issue.duplicate_of IS NOT NULL)
             SELECT coalesce(group_concat(id), '') FROM up"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row(params, |row| row.get(0))?)
    }

    /// Returns issues as lines of the log.
    fn lines_of(&self, found: Vec<(Issue, Option<i64>)>) -> Result<Vec<IssueLine>, Failure> {
        let ids = json(found.iter().map(|(issue, _)| issue.id.number()));
        let mut raised = self.raised(&ids)?;
        let mut resolved = self.resolved(&ids)?;
        let lines = found.into_iter().map(|(issue, focus)| {
            let (raised_by, meetings) = raised.remove(&issue.id).unwrap_or_default();
            let (actions, done) = resolved.remove(&issue.id).unwrap_or_default();
            IssueLine {
                focus,
                raised_by,
                meetings: meetings.len(),
                actions,
                done,
                issue,
            }
        });
        Ok(lines.collect())
    }

    /// Returns by whom and at which meetings issues were raised.
    fn raised(&self, ids: &str) -> Result<HashMap<Id<Issue>, Raised>, Failure> {
        let sql = format!(
            "{FAMILY} SELECT family.root, issue_raised.meeting, coalesce(seat.name, note.speaker)
             FROM family CROSS JOIN issue_raised ON issue_raised.issue = family.id
             LEFT JOIN seat ON seat.id = issue_raised.seat LEFT JOIN note ON note.id = issue_raised.note
             ORDER BY issue_raised.at, issue_raised.id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([ids])?;
        let mut raised: HashMap<Id<Issue>, Raised> = HashMap::new();
        while let Some(row) = rows.next()? {
            let (names, meetings) = raised.entry(Id::of(row.get(0)?)).or_default();
            let (meeting, name): (i64, Option<String>) = (row.get(1)?, row.get(2)?);
            if !meetings.contains(&meeting) {
                meetings.push(meeting);
            }
            names.extend(name.filter(|name| !names.contains(name)));
        }
        Ok(raised)
    }

    /// Returns how many actions resolve issues, and how many of them are done.
    fn resolved(&self, ids: &str) -> Result<HashMap<Id<Issue>, (usize, usize)>, Failure> {
        let sql = format!(
            "{FAMILY} SELECT family.root, count(*), sum(standing.open = 0 AND standing.done > 0)
             FROM family CROSS JOIN action ON action.issue = family.id JOIN standing ON standing.action = action.id
             GROUP BY family.root"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([ids])?;
        let mut resolved = HashMap::new();
        while let Some(row) = rows.next()? {
            let counts = (size(row, 1)?, size(row, 2)?);
            resolved.insert(Id::of(row.get(0)?), counts);
        }
        Ok(resolved)
    }
}

/// The issues that units raised, that were raised at the meetings of some days, and in which words stand.
const RAISED_BY: &str =
    "SELECT issue FROM issue_raised WHERE unit IN (SELECT value FROM json_each(?1))";
const RAISED_AT: &str = "SELECT issue_raised.issue FROM meeting
    CROSS JOIN issue_raised ON issue_raised.meeting = meeting.id WHERE meeting.starts >= ?1 AND meeting.starts <= ?2";
const SAYING: &str = "SELECT rowid AS issue FROM issue_words WHERE issue_words MATCH ?1";
