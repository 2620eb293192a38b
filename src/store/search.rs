//! Finding: everything that is written in the book, asked newest first.

pub(super) mod follow;
pub(super) mod index;
pub(super) mod term_table;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rusqlite::{Row, ToSql, params_from_iter};

use super::codes::{KEPT, KEPT_ALONE, text};
use super::rows::damaged;
use super::{Failure, Store};
use crate::meeting::cell::{Cell, Field, Id};
use crate::meeting::code::{NoteKind, Rank};
use crate::meeting::filter::{Days, LineFilter, LineKind};
use crate::meeting::rows::{FocusArea, Meeting, Table};
use crate::meeting::search::{Found, Hit};
use crate::text::terms;
use index::{covering, tag};

pub(crate) use index::Watch;

/// The lines that the terms lead to, whatever their table: an id is unique in the whole book.
static LINES: LazyLock<String> = LazyLock::new(|| {
    format!(
    "SELECT words.rowid AS line, note.kind AS kind, action.number AS action,
           part.id AS part, tracked.id AS tracked_id, tracked.number AS tracked,
           issue.id AS issue_id, issue.number AS issue, issue_answer.id IS NOT NULL AS is_answer,
           attendance_event.seat AS seat,
           conclusion.id IS NOT NULL AS is_conclusion, presented.id IS NOT NULL AS is_document,
           meeting.id AS meeting, meeting.title AS title,
           coalesce(note.at, conclusion.at, action.at, progress.at, issue_answer.at, issue.at, attendance_event.at,
               meeting.starts) AS at,
           coalesce(seat.name, note.speaker, only.name, issue_answer.author, presented.presenter) AS who,
           coalesce(note.text, conclusion.text, action.text, issue_answer.text, issue.text,
               concat_ws(' · ', document.citation, document.title, progress.text, progress.difficulty, progress.evidence,
                   attendance_event.person, attendance_event.office,
                   CASE WHEN attendance_event.person IS NULL AND attendance_event.rank = {secretary} THEN seat.secretary
                       WHEN attendance_event.person IS NULL AND attendance_event.rank = {deputy} THEN seat.deputy END,
                   called.title)) AS text
    FROM words
    LEFT JOIN note ON note.id = words.rowid
    LEFT JOIN conclusion ON conclusion.id = words.rowid
    LEFT JOIN action ON action.id = words.rowid
    LEFT JOIN progress ON progress.id = words.rowid
    LEFT JOIN assignment AS part ON part.id = progress.assignment
    LEFT JOIN action AS tracked ON tracked.id = part.action
    LEFT JOIN issue_answer ON issue_answer.id = words.rowid
    LEFT JOIN issue ON issue.id = coalesce(issue_answer.issue, words.rowid)
    LEFT JOIN meeting_document AS presented ON presented.id = words.rowid
    LEFT JOIN document ON document.id = presented.document
    LEFT JOIN attendance_event ON attendance_event.id = words.rowid
    LEFT JOIN meeting AS called ON called.id = words.rowid
    JOIN meeting ON meeting.id = coalesce(note.meeting, conclusion.meeting, action.meeting, tracked.meeting, issue.meeting,
        presented.meeting, attendance_event.meeting, called.id)
    LEFT JOIN seat ON seat.id = coalesce(note.seat, attendance_event.seat)
    LEFT JOIN standing ON standing.action = action.id
    LEFT JOIN assignment ON {KEPT_ALONE} AND assignment.action = action.id AND assignment.state IN {KEPT}
    LEFT JOIN unit AS only ON only.id = coalesce(part.unit, assignment.unit)
    WHERE words MATCH ?1
    ORDER BY words.rowid DESC LIMIT ?2",
        secretary = text(Rank::Secretary.code()),
        deputy = text(Rank::StandingDeputy.code()),
    )
});

impl Store {
    /// Returns the newest lines that a filter wants, at most `limit` of them.
    pub fn search(&self, filter: &LineFilter, limit: usize) -> Result<Vec<Hit>, Failure> {
        let Some(asked) = self.asked(filter)? else {
            return Ok(Vec::new());
        };
        let mut statement = self.connection.prepare_cached(&LINES)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let values: [&dyn ToSql; 2] = [&asked, &limit];
        let mut rows = statement.query(params_from_iter(values))?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            hits.push(hit(row)?);
        }
        // Lines that two desks write at the same time have ids in the order of the desks, so they are sorted by time.
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.at));
        Ok(hits)
    }

    /// Returns the actions in which every word stands, or in one report on them, for the register.
    pub(super) fn actions_saying(&self, words: &[String]) -> Result<Vec<i64>, Failure> {
        let filter = LineFilter {
            words: words.to_vec(),
            kinds: vec![LineKind::Action, LineKind::Report],
            ..LineFilter::default()
        };
        let Some(asked) = self.asked(&filter)? else {
            return Ok(Vec::new());
        };
        let sql = "SELECT DISTINCT coalesce(part.action, words.rowid) FROM words
            LEFT JOIN progress ON progress.id = words.rowid
            LEFT JOIN assignment AS part ON part.id = progress.assignment
            WHERE words MATCH ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids = statement.query_map([asked], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the query of the index for a filter, or nothing if the filter is empty.
    fn asked(&self, filter: &LineFilter) -> Result<Option<String>, Failure> {
        let mut asked = words_asked(&filter.words);
        let tags = |tags: Vec<String>| any_of(&tags, "");
        if let Some(days) = filter.held {
            let meetings = self.meetings_held(days)?.into_iter();
            // No meeting on these days: meeting 0, which no line has, makes the result empty.
            let none = || tag::meeting(Id::of(0));
            let meetings: Vec<String> = meetings.map(tag::meeting).collect();
            asked.extend(tags(if meetings.is_empty() {
                vec![none()]
            } else {
                meetings
            }));
        }
        asked.extend(tags(filter.units.iter().copied().map(tag::unit).collect()));
        let areas = self.whole_line(&filter.areas)?;
        asked.extend(tags(areas.into_iter().map(tag::focus).collect()));
        asked.extend(tags(
            filter
                .kinds
                .iter()
                .map(|kind| tag::kind(code(*kind)))
                .collect(),
        ));
        if let Some(days) = filter.days {
            let within = any_of(&covering(days), "*");
            asked.push(within.unwrap_or_else(|| format!("\"{}\"", tag::day("none"))));
        }
        Ok((!asked.is_empty()).then(|| asked.join(" AND ")))
    }

    /// Returns focus areas with all numbers and wordings under which they were ever in force.
    fn whole_line(&self, areas: &[Id<FocusArea>]) -> Result<Vec<Id<FocusArea>>, Failure> {
        let sql = "SELECT id FROM focus_area WHERE coalesce(origin, id) =
            (SELECT coalesce(origin, id) FROM focus_area WHERE id = ?1)";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut all = Vec::new();
        for area in areas {
            let of_line = statement.query_map([area.number()], |row| row.get(0).map(Id::of))?;
            all.extend(of_line.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        Ok(all)
    }

    fn meetings_held(&self, days: Days) -> Result<Vec<Id<Meeting>>, Failure> {
        let sql = "SELECT id FROM meeting WHERE starts >= ?1 AND starts < ?2 ORDER BY starts DESC LIMIT 1000";
        let from = days.from.map_or_else(String::new, |day| day.to_string());
        let until = days.to.and_then(|day| day.succ_opt());
        let until = until.map_or_else(|| "9999".to_owned(), |day| day.to_string());
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids = statement.query_map([from, until], |row| row.get(0).map(Id::of))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }
}

/// Returns the query of an index of terms for each of these words.
pub(super) fn words_asked<T: AsRef<str>>(words: &[T]) -> Vec<String> {
    // A word that is typed twice asks for nothing more.
    let words: BTreeSet<&str> = words.iter().map(AsRef::as_ref).collect();
    let ways = words.into_iter().map(terms::asked);
    let mut ways: Vec<Vec<String>> = ways.collect();
    // A number is rare, and so is a long word; the rest has to be looked for only beside them.
    ways.sort_by_key(|ways| {
        let first = ways.first().map_or("", String::as_str);
        let has_digit = first.contains(|c: char| c.is_ascii_digit());
        std::cmp::Reverse((has_digit, first.len()))
    });
    ways.iter().filter_map(|ways| any_of(ways, "*")).collect()
}

/// Returns the question for any of these terms, or with a star for any that begins with one of them.
fn any_of(terms: &[String], star: &str) -> Option<String> {
    let terms: Vec<String> = terms
        .iter()
        .map(|term| format!("\"{term}\"{star}"))
        .collect();
    (!terms.is_empty()).then(|| format!("({})", terms.join(" OR ")))
}

fn code(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Note(kind) => kind.code(),
        LineKind::Conclusion => tag::CONCLUSION,
        LineKind::Action => tag::ACTION,
        LineKind::Report => tag::REPORT,
        LineKind::Attendance => tag::ATTENDANCE,
        LineKind::Meeting => tag::MEETING,
    }
}

fn hit(row: &Row) -> Result<Hit, Failure> {
    let at: String = row.get("at")?;
    Ok(Hit {
        place: place(row)?,
        meeting: Id::of(row.get("meeting")?),
        meeting_title: row.get("title")?,
        at: Field::from_cell(&Cell::Text(at)).ok_or_else(|| damaged(Table::Note, "at"))?,
        unit: row.get("who")?,
        text: row.get("text")?,
    })
}

/// Returns where the line of a result stands.
fn place(row: &Row) -> Result<Found, Failure> {
    let id = row.get("line")?;
    if let Some(kind) = row.get("kind")? {
        let kind = NoteKind::from_cell(&Cell::Text(kind));
        let kind = kind.ok_or_else(|| damaged(Table::Note, "kind"))?;
        return Ok(Found::Note(Id::of(id), kind));
    }
    if let Some(number) = row.get("action")? {
        return Ok(Found::Action(Id::of(id), number));
    }
    if let Some(number) = row.get("tracked")? {
        let [part, action] = [row.get("part")?, row.get("tracked_id")?];
        return Ok(Found::Report(Id::of(part), Id::of(action), number));
    }
    if let Some(number) = row.get("issue")? {
        let issue = Id::of(row.get("issue_id")?);
        return Ok(if row.get("is_answer")? {
            Found::IssueAnswer(issue, number)
        } else {
            Found::Issue(issue, number)
        });
    }
    if let Some(seat) = row.get("seat")? {
        return Ok(Found::Attendance(Id::of(seat)));
    }
    if row.get("is_conclusion")? {
        return Ok(Found::Conclusion(Id::of(id)));
    }
    Ok(if row.get("is_document")? {
        Found::Document
    } else {
        Found::Meeting
    })
}
