//! Finding: the folded words of everything said, kept by the write path and asked newest first.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::rows::damaged;
use super::{Failure, Store};
use crate::meeting::cell::{Cell, Field, Id};
use crate::meeting::change::Change;
use crate::meeting::code::NoteKind;
use crate::meeting::rows::{Note, Record, Table};
use crate::meeting::search::{Found, Hit};
use crate::text::find::find_all;
use crate::text::fold::fold;

/// Brings the words that are searched to where a change brings the rows.
pub(super) fn follow(connection: &Connection, change: &Change) -> Result<(), Failure> {
    let before = change.before().and_then(said);
    let after = change.after().and_then(said);
    if before.is_none() && after.is_none() {
        return Ok(());
    }
    if let Some((_, record, _)) = before {
        connection
            .prepare_cached("DELETE FROM words WHERE rowid = ?1")?
            .execute([record])?;
        connection
            .prepare_cached("DELETE FROM found WHERE id = ?1")?
            .execute([record])?;
    }
    if let Some((kind, record, text)) = after {
        let unit = change
            .after()
            .map_or(Ok(None), |record| unit_of(connection, record))?;
        connection
            .prepare_cached("INSERT INTO words (rowid, body) VALUES (?1, ?2)")?
            .execute(params![record, fold(&whole(unit.as_deref(), text))])?;
        connection
            .prepare_cached("INSERT INTO found (id, kind) VALUES (?1, ?2)")?
            .execute(params![record, kind])?;
    }
    Ok(())
}

/// Returns the table, the number and the text of a row that can be found.
///
/// An issue is found by the notes that raised it.
fn said(record: &Record) -> Option<(&'static str, i64, &str)> {
    let text = match record {
        Record::Note(row) => &row.text,
        Record::Conclusion(row) => &row.text,
        Record::Action(row) => &row.text,
        Record::IssueAnswer(row) => row.text.as_ref()?,
        Record::Unit(_)
        | Record::Lineage(_)
        | Record::Roster(_)
        | Record::RosterUnit(_)
        | Record::Person(_)
        | Record::Office(_)
        | Record::Issuer(_)
        | Record::FocusArea(_)
        | Record::AgendaTemplate(_)
        | Record::TemplateItem(_)
        | Record::Meeting(_)
        | Record::Seat(_)
        | Record::AgendaItem(_)
        | Record::ItemRun(_)
        | Record::AttendanceEvent(_)
        | Record::Speech(_)
        | Record::Issue(_)
        | Record::IssueRaised(_)
        | Record::ActionSupport(_)
        | Record::Assignment(_)
        | Record::Extension(_)
        | Record::Progress(_)
        | Record::Document(_)
        | Record::MeetingDocument(_)
        | Record::Paper(_)
        | Record::Snippet(_) => return None,
    };
    Some((record.table().name(), record.number(), text))
}

/// Returns the name of the unit that said a note; an action is found by its own words.
fn unit_of(connection: &Connection, record: &Record) -> Result<Option<String>, Failure> {
    let Record::Note(Note {
        seat: Some(seat), ..
    }) = record
    else {
        return Ok(None);
    };
    let sql = "SELECT name FROM seat WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement
        .query_row([seat.number()], |row| row.get(0))
        .optional()?)
}

/// Returns what is searched of a line: who said it, and what.
fn whole(unit: Option<&str>, text: &str) -> String {
    unit.map_or_else(|| text.to_owned(), |unit| format!("{unit}: {text}"))
}

/// The lines that the words lead to, whatever their table.
const LINES: &str = "
    SELECT found.kind, found.id, meeting.id, meeting.title,
           coalesce(note.at, conclusion.at, action.at, issue_answer.at),
           coalesce(seat.name, only.name, raiser.name),
           coalesce(note.text, conclusion.text, action.text, issue_answer.text), note.kind
    FROM words
    JOIN found ON found.id = words.rowid
    LEFT JOIN note ON found.kind = 'note' AND note.id = found.id
    LEFT JOIN conclusion ON found.kind = 'conclusion' AND conclusion.id = found.id
    LEFT JOIN action ON found.kind = 'action' AND action.id = found.id
    LEFT JOIN issue_answer ON found.kind = 'issue_answer' AND issue_answer.id = found.id
    LEFT JOIN issue ON issue.id = issue_answer.issue
    JOIN meeting ON meeting.id = coalesce(note.meeting, conclusion.meeting, action.meeting, issue.meeting)
    LEFT JOIN seat ON seat.id = note.seat
    LEFT JOIN assignment ON assignment.action = action.id
        AND 1 = (SELECT count(*) FROM assignment AS other WHERE other.action = action.id)
    LEFT JOIN unit AS only ON only.id = assignment.unit
    LEFT JOIN issue_raised ON issue_raised.id =
        (SELECT min(first.id) FROM issue_raised AS first WHERE first.issue = issue.id)
    LEFT JOIN unit AS raiser ON raiser.id = issue_raised.unit
    WHERE words MATCH ?1
    ORDER BY words.rowid DESC";

impl Store {
    /// Returns the newest lines in which every word of the query stands, at most `limit` of them.
    ///
    /// The index knows no accents; those that were typed are compared line by line as they come.
    pub fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>, Failure> {
        let words: Vec<String> = fold(query)
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .map(|word| format!("\"{}\"*", word.replace('"', " ")))
            .collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement = self.connection.prepare_cached(LINES)?;
        let mut rows = statement.query([words.join(" ")])?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            let text: String = row.get(6)?;
            let unit: Option<String> = row.get(5)?;
            if find_all(query, &whole(unit.as_deref(), &text)).is_none() {
                continue;
            }
            let at: String = row.get(4)?;
            hits.push(Hit {
                place: place(row)?,
                meeting: Id::of(row.get(2)?),
                meeting_title: row.get(3)?,
                at: Field::from_cell(&Cell::Text(at)).ok_or_else(|| damaged(Table::Note, "at"))?,
                unit,
                text,
            });
            if hits.len() == limit {
                break;
            }
        }
        Ok(hits)
    }
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
        _ => Ok(Found::IssueAnswer),
    }
}
