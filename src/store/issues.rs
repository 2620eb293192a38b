//! The issue log asked of the book: lines a screenful at a time, one issue whole, and what it can be joined with.

mod card;

use std::collections::HashMap;

use rusqlite::{Row as SqlRow, params_from_iter};

use super::register::conditions::Conditions;
use super::rows::{columns, count, read};
use super::{Failure, Store};
use crate::meeting::cell::Id;
use crate::meeting::code::NoteKind;
use crate::meeting::filter::{Filter, LineKind};
use crate::meeting::issues::{self, IssueLine, Log, Query, Shown};
use crate::meeting::page::{Page, Part};
use crate::meeting::record::Row;
use crate::meeting::rows::Issue;

/// Whether an issue does not wait any more, as the index has it.
const SETTLED: &str = "(issue.state IN ('answered', 'resolved', 'duplicate'))";

/// The issues of a list with all that is merged into them: the root of each, and the issue.
const FAMILY: &str = "WITH RECURSIVE family(root, id) AS (
    SELECT value, value FROM json_each(?1)
    UNION SELECT family.root, issue.id FROM family JOIN issue ON issue.duplicate_of = family.id)";

/// Issues that a choice offers at once.
const OFFERED: usize = 60;

impl Store {
    /// Returns a part of the issue log.
    pub fn issues(&self, query: &Query, part: Part) -> Result<Log, Failure> {
        let waiting = self.count_issues(query, false)?;
        let settled = match query.shown {
            Shown::All => self.count_issues(query, true)?,
            Shown::Waiting => 0,
        };
        let end = part.from.saturating_add(part.most);
        let (first, last) = (part.from.min(waiting), end.min(waiting));
        let mut found = self.issues_of(query, false, (first, last - first))?;
        let (first, last) = (
            part.from.saturating_sub(waiting),
            end.saturating_sub(waiting),
        );
        let most = last.min(settled).saturating_sub(first);
        if most > 0 {
            found.extend(self.issues_of(query, true, (first, most))?);
        }
        let total = waiting + settled;
        Ok(Log {
            waiting,
            page: Page {
                from: part.from.min(total),
                lines: self.told(found)?,
                total,
            },
        })
    }

    /// Returns the place of an issue in the whole log.
    pub fn issue_place(&self, id: Id<Issue>) -> Result<Option<usize>, Failure> {
        let sql = format!("SELECT {SETTLED}, at FROM issue WHERE id = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([id.number()])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let (is_settled, at): (bool, String) = (row.get(0)?, row.get(1)?);
        let before = |is_settled: bool, order: &str| {
            let sql = format!(
                "SELECT count(*) FROM issue WHERE {SETTLED} = ?1 AND (at, id) {order} (?2, ?3)"
            );
            count(&self.connection, &sql, (is_settled, &at, id.number()))
        };
        if !is_settled {
            return before(false, "<").map(Some);
        }
        let waiting = self.count_issues(&Query::default(), false)?;
        Ok(Some(waiting + before(true, ">")?))
    }

    /// Returns the issues that wait for an answer, the oldest first.
    pub fn open_issues(&self, most: usize) -> Result<Vec<IssueLine>, Failure> {
        let found = self.issues_of(&Query::default(), false, (0, most))?;
        self.told(found)
    }

    /// Returns issues that another can be merged with: those that answer what is typed, what waits first.
    pub fn mergeable(&self, with: Id<Issue>, typed: &str) -> Result<Vec<IssueLine>, Failure> {
        let filter = Filter {
            words: typed.split_whitespace().map(str::to_owned).collect(),
            ..Filter::default()
        };
        let query = Query {
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

    fn count_issues(&self, query: &Query, is_settled: bool) -> Result<usize, Failure> {
        let kept = self.kept(&query.filter, is_settled)?;
        let sql = format!("SELECT count(*) FROM issue {}", kept.text());
        count(&self.connection, &sql, params_from_iter(&kept.values))
    }

    /// Returns issues with the numbers of their focus areas: those that wait from the oldest, the others from the newest.
    fn issues_of(
        &self,
        query: &Query,
        is_settled: bool,
        (from, most): (usize, usize),
    ) -> Result<Vec<(Issue, Option<i64>)>, Failure> {
        let kept = self.kept(&query.filter, is_settled)?;
        let order = if is_settled {
            "issue.at DESC, issue.id DESC"
        } else {
            "issue.at, issue.id"
        };
        let sql = format!(
            "SELECT {}, (SELECT number FROM focus_area WHERE focus_area.id = issue.focus)
             FROM issue {} ORDER BY {order} LIMIT {most} OFFSET {from}",
            columns::<Issue>("issue"),
            kept.text(),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(&kept.values))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((read(row, 0)?, row.get(Issue::TABLE.columns().len())?));
        }
        Ok(found)
    }

    fn kept(&self, filter: &Filter, is_settled: bool) -> Result<Conditions, Failure> {
        let mut kept = Conditions::default();
        kept.plain(format!("{SETTLED} = {}", i64::from(is_settled)));
        kept.among("issue.focus", filter.areas.iter().map(|id| id.number()));
        if !filter.issues.is_empty() {
            let states = filter
                .issues
                .iter()
                .map(|state| format!("'{}'", state.code()));
            let states: Vec<String> = states.collect();
            kept.plain(format!("issue.state IN ({})", states.join(", ")));
        }
        kept.within("issue.at", filter.days, "T99");
        let units: Vec<String> = filter
            .units
            .iter()
            .map(|id| id.number().to_string())
            .collect();
        if !units.is_empty() {
            let raised = format!(
                "SELECT issue FROM issue_raised WHERE unit IN ({})",
                units.join(", ")
            );
            kept.plain(among_families(&raised));
        }
        if let Some(days) = filter.held {
            let from = days.from.map_or_else(String::new, |day| day.to_string());
            let to = days
                .to
                .map_or_else(|| "9999".to_owned(), |day| format!("{day}T99"));
            kept.plain(among_families(&format!(
                "SELECT issue_raised.issue FROM meeting CROSS JOIN issue_raised ON issue_raised.meeting = meeting.id
                 WHERE meeting.starts >= '{from}' AND meeting.starts <= '{to}'"
            )));
        }
        self.add_words_said(&mut kept, filter)?;
        Ok(kept)
    }

    /// Adds the words that have to stand in what was said or answered; a code is found by its number.
    fn add_words_said(&self, kept: &mut Conditions, filter: &Filter) -> Result<(), Failure> {
        let (codes, words): (Vec<&String>, Vec<&String>) = filter
            .words
            .iter()
            .partition(|word| issues::number(word).is_some());
        let numbers = codes.into_iter().filter_map(|code| issues::number(code));
        kept.among("issue.number", numbers);
        let said = Filter {
            words: words.into_iter().cloned().collect(),
            kinds: vec![
                LineKind::Note(NoteKind::Difficulty),
                LineKind::Note(NoteKind::Answer),
            ],
            ..Filter::default()
        };
        if said.words.is_empty() {
            return Ok(());
        }
        if let Some(matching) = self.matching(&said)? {
            kept.add(&among_families(SAYING), matching);
        }
        Ok(())
    }

    /// Returns issues as lines of the log.
    fn told(&self, found: Vec<(Issue, Option<i64>)>) -> Result<Vec<IssueLine>, Failure> {
        let ids: Vec<String> = found
            .iter()
            .map(|(issue, _)| issue.id.number().to_string())
            .collect();
        let ids = format!("[{}]", ids.join(","));
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
    fn raised(&self, ids: &str) -> Result<HashMap<Id<Issue>, (Vec<String>, Vec<i64>)>, Failure> {
        let sql = format!(
            "{FAMILY} SELECT family.root, issue_raised.meeting, coalesce(seat.name, note.speaker)
             FROM family CROSS JOIN issue_raised ON issue_raised.issue = family.id
             LEFT JOIN seat ON seat.id = issue_raised.seat LEFT JOIN note ON note.id = issue_raised.note
             ORDER BY issue_raised.at, issue_raised.id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([ids])?;
        let mut raised: HashMap<Id<Issue>, (Vec<String>, Vec<i64>)> = HashMap::new();
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

/// The issues that a note raises or answers, or that an answer of its own answers, where the words stand.
const SAYING: &str = "
    SELECT issue_raised.issue FROM words CROSS JOIN issue_raised ON issue_raised.note = words.rowid WHERE words MATCH ?
    UNION SELECT issue_answer.issue FROM words CROSS JOIN issue_answer ON issue_answer.note = words.rowid WHERE words MATCH ?
    UNION SELECT issue_answer.issue FROM words CROSS JOIN issue_answer ON issue_answer.id = words.rowid WHERE words MATCH ?";

/// Returns the condition that an issue is among these, or that one of them is merged into it.
fn among_families(ids: &str) -> String {
    format!(
        "issue.id IN (WITH RECURSIVE up(id) AS (SELECT issue FROM ({ids})
         UNION SELECT into_it.duplicate_of FROM up JOIN issue AS into_it ON into_it.id = up.id
         WHERE into_it.duplicate_of IS NOT NULL) SELECT id FROM up)"
    )
}

fn size(row: &SqlRow, column: usize) -> Result<usize, Failure> {
    Ok(usize::try_from(row.get::<_, i64>(column)?).unwrap_or(0))
}
