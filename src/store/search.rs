//! Finding: everything said, answered, concluded and assigned, asked newest first.

pub(super) mod index;

use chrono::Datelike;
use rusqlite::{Row, ToSql, params_from_iter};

use super::rows::damaged;
use super::{Failure, Store};
use crate::meeting::cell::{Cell, Field, Id};
use crate::meeting::code::NoteKind;
use crate::meeting::filter::{Days, Filter, LineKind};
use crate::meeting::rows::Table;
use crate::meeting::search::{Found, Hit};
use crate::text::find::{find_all, spellings};
use crate::text::fold::fold;
use index::tag;

pub use index::Watch;

/// Lines of the index that are looked at for one answer: what is asked more precisely than the index knows ends there.
const LOOKED_AT: usize = 20_000;

/// Returns what is searched of a line: who said it, and what.
fn whole(unit: Option<&str>, text: &str) -> String {
    unit.map_or_else(|| text.to_owned(), |unit| format!("{unit}: {text}"))
}

/// The lines that the words lead to, whatever their table.
const LINES: &str = "
    SELECT found.kind, found.id, meeting.id, meeting.title,
           coalesce(note.at, conclusion.at, action.at, issue_answer.at),
           coalesce(seat.name, only.name, raiser.name),
           coalesce(note.text, conclusion.text, action.text, issue_answer.text), note.kind, issue.id
    FROM words
    JOIN found ON found.id = words.rowid
    LEFT JOIN note ON found.kind = 'note' AND note.id = found.id
    LEFT JOIN conclusion ON found.kind = 'conclusion' AND conclusion.id = found.id
    LEFT JOIN action ON found.kind = 'action' AND action.id = found.id
    LEFT JOIN issue_answer ON found.kind = 'issue_answer' AND issue_answer.id = found.id
    LEFT JOIN issue ON issue.id = issue_answer.issue
    JOIN meeting ON meeting.id = coalesce(note.meeting, conclusion.meeting, action.meeting, issue.meeting)
    LEFT JOIN seat ON seat.id = note.seat
    LEFT JOIN assignment ON assignment.action = action.id AND assignment.state != 'handed_over'
        AND 1 = (SELECT total FROM standing WHERE standing.action = action.id)
    LEFT JOIN unit AS only ON only.id = assignment.unit
    LEFT JOIN issue_raised ON issue_raised.id =
        (SELECT min(first.id) FROM issue_raised AS first WHERE first.issue = issue.id)
    LEFT JOIN unit AS raiser ON raiser.id = issue_raised.unit
    WHERE words MATCH ?1
    ORDER BY words.rowid DESC";

impl Store {
    /// Returns the newest lines that a filter wants, at most `limit` of them.
    pub fn search(&self, filter: &Filter, limit: usize) -> Result<Vec<Hit>, Failure> {
        let Some(matching) = self.matching(filter)? else {
            return Ok(Vec::new());
        };
        let query = filter.words.join(" ");
        let mut statement = self.connection.prepare_cached(LINES)?;
        let mut rows = statement.query([matching])?;
        let mut hits = Vec::new();
        let mut looked_at = 0;
        while let Some(row) = rows.next()? {
            looked_at += 1;
            if let Some(hit) = hit(row, &query, filter)? {
                hits.push(hit);
            }
            if hits.len() == limit || looked_at == LOOKED_AT {
                break;
            }
        }
        Ok(hits)
    }

    /// Returns the newest actions in which every word stands, for the register.
    pub(super) fn actions_saying(&self, words: &[String]) -> Result<Vec<i64>, Failure> {
        let filter = Filter {
            words: words.to_vec(),
            kinds: vec![LineKind::Action],
            ..Filter::default()
        };
        let Some(matching) = self.matching(&filter)? else {
            return Ok(Vec::new());
        };
        let sql = "SELECT rowid FROM words WHERE words MATCH ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids = statement.query_map([matching], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns what the index is asked, or nothing where nothing is.
    fn matching(&self, filter: &Filter) -> Result<Option<String>, Failure> {
        let mut asked: Vec<String> = filter
            .words
            .iter()
            .flat_map(|word| word.split(|c: char| !c.is_alphanumeric()))
            .filter(|word| !word.is_empty())
            .map(word_asked)
            .collect();
        let units: Vec<String> = filter
            .units
            .iter()
            .map(|id| tag('u', id.number()))
            .collect();
        let areas: Vec<String> = filter
            .areas
            .iter()
            .map(|id| tag('f', id.number()))
            .collect();
        let kinds: Vec<String> = filter.kinds.iter().map(|kind| kind_tag(*kind)).collect();
        asked.extend(any_of(&units));
        asked.extend(any_of(&areas));
        asked.extend(any_of(&kinds));
        if let Some(days) = filter.held {
            let meetings = self.meetings_held(days)?;
            let tags: Vec<String> = meetings.iter().map(|id| tag('m', id)).collect();
            // Where no meeting was held, nothing can be found.
            asked.push(any_of(&tags).unwrap_or_else(|| "tags:\"none\"".to_owned()));
        }
        asked.extend(filter.days.and_then(|days| any_of(&day_tags(days))));
        Ok((!asked.is_empty()).then(|| asked.join(" AND ")))
    }

    fn meetings_held(&self, days: Days) -> Result<Vec<i64>, Failure> {
        let sql = "SELECT id FROM meeting WHERE starts >= ?1 AND starts < ?2 ORDER BY starts DESC LIMIT 1000";
        let from = days.from.map_or_else(String::new, |day| day.to_string());
        let until = days.to.and_then(|day| day.succ_opt());
        let until = until.map_or_else(|| "9999".to_owned(), |day| day.to_string());
        let mut statement = self.connection.prepare_cached(sql)?;
        let bounds: [&dyn ToSql; 2] = [&from, &until];
        let ids = statement.query_map(params_from_iter(bounds), |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }
}

/// Returns a word as the index is asked for it: folded if no accent was typed, or else every way it may be accented.
pub(super) fn word_asked(word: &str) -> String {
    if word.is_ascii() {
        return format!("body:\"{}\"*", fold(word));
    }
    let ways: Vec<String> = spellings(word)
        .into_iter()
        .map(|way| format!("body:\"{way}\"*"))
        .collect();
    format!("({})", ways.join(" OR "))
}

fn any_of(tags: &[String]) -> Option<String> {
    let tags: Vec<String> = tags.iter().map(|tag| format!("tags:\"{tag}\"")).collect();
    (!tags.is_empty()).then(|| format!("({})", tags.join(" OR ")))
}

fn kind_tag(kind: LineKind) -> String {
    match kind {
        LineKind::Note(kind) => tag('k', kind.code()),
        LineKind::Conclusion => tag('k', "conclusion"),
        LineKind::Action => tag('k', "action"),
    }
}

/// Returns tags that cover days: years where they are whole, or else months; what is too much is left out line by line.
fn day_tags(days: Days) -> Vec<String> {
    match (days.from, days.to) {
        (Some(from), Some(to)) if from == to => vec![tag('d', from.format("%Y%m%d"))],
        (Some(from), Some(to)) if to.year() - from.year() > 1 => (from.year()..=to.year())
            .map(|year| tag('d', year))
            .collect(),
        (_, _) => {
            let months = days.touched().unwrap_or_default().into_iter();
            months
                .map(|(year, month)| tag('d', format!("{year}{month:02}")))
                .collect()
        }
    }
}

/// Reads a line that the index led to, unless it is not wanted after all.
fn hit(row: &Row, query: &str, filter: &Filter) -> Result<Option<Hit>, Failure> {
    let text: String = row.get(6)?;
    let unit: Option<String> = row.get(5)?;
    if find_all(query, &whole(unit.as_deref(), &text)).is_none() {
        return Ok(None);
    }
    let at: String = row.get(4)?;
    let at = Field::from_cell(&Cell::Text(at)).ok_or_else(|| damaged(Table::Note, "at"))?;
    let hit = Hit {
        place: place(row)?,
        meeting: Id::of(row.get(2)?),
        meeting_title: row.get(3)?,
        at,
        unit,
        text,
    };
    let day = hit.at.date_naive();
    let is_within = filter.days.is_none_or(|days| {
        days.from.is_none_or(|from| from <= day) && days.to.is_none_or(|to| day <= to)
    });
    Ok(is_within.then_some(hit))
}

/// Returns where the line of a result stands.
fn place(row: &Row) -> Result<Found, Failure> {
    let number: i64 = row.get(1)?;
    match row.get_ref(0)?.as_str().unwrap_or_default() {
        "note" => {
            let kind = NoteKind::from_cell(&Cell::Text(row.get(7)?))
                .ok_or_else(|| damaged(Table::Note, "kind"))?;
            Ok(Found::Note(Id::of(number), kind))
        }
        "conclusion" => Ok(Found::Conclusion(Id::of(number))),
        "action" => Ok(Found::Action(Id::of(number))),
        _ => Ok(Found::IssueAnswer(Id::of(row.get(8)?))),
    }
}
