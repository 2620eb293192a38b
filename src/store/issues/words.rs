//! The words of the issues: an index of their own, so small that every letter typed is answered at once.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::meeting::change::Change;
use crate::meeting::rows::{Issue, Record};
use crate::store::rows::select;
use crate::store::search::term_table::{TermTable, touched};
use crate::store::search::words_asked;
use crate::store::{Failure, Store};
use crate::text::terms::terms;

/// The table of the words, a row an issue: its text, who raised it in which words, and its answers.
const WORDS: TermTable = TermTable("issue_words");

/// The texts of an issue.
const SAID: &str = "SELECT text FROM issue WHERE id = ?1
    UNION ALL SELECT coalesce(seat.name, note.speaker) FROM issue_raised LEFT JOIN seat ON seat.id = issue_raised.seat
        LEFT JOIN note ON note.id = issue_raised.note WHERE issue_raised.issue = ?1
    UNION ALL SELECT note.text FROM issue_raised JOIN note ON note.id = issue_raised.note WHERE issue_raised.issue = ?1
    UNION ALL SELECT coalesce(issue_answer.text, note.text) FROM issue_answer
        LEFT JOIN note ON note.id = issue_answer.note WHERE issue_answer.issue = ?1";

/// The issues that a note raises or answers.
const OF_NOTE: &str = "SELECT issue FROM issue_raised WHERE note = ?1
    UNION SELECT issue FROM issue_answer WHERE note = ?1";

/// The issues that a delegate raised.
const OF_SEAT: &str = "SELECT issue FROM issue_raised WHERE seat = ?1";

/// Brings the index to where changes have brought the rows, each issue once.
pub(crate) fn follow(connection: &Connection, changes: &[Change]) -> Result<(), Failure> {
    let issues = touched(changes, |change, row, issues| {
        touch(connection, change.is_update(), row, issues)
    })?;
    for id in issues {
        WORDS.remove(connection, id)?;
        write(connection, id)?;
    }
    Ok(())
}

/// Adds the issues whose words a changed row is part of.
fn touch(
    connection: &Connection,
    is_move: bool,
    row: &Record,
    touched: &mut BTreeSet<i64>,
) -> Result<(), Failure> {
    match row {
        Record::Issue(row) => touched.extend([row.id.number()]),
        Record::IssueRaised(row) => touched.extend([row.issue.number()]),
        Record::IssueAnswer(row) => touched.extend([row.issue.number()]),
        // A line that is new, or gone, brings its issue along.
        Record::Note(row) if is_move => {
            issues_of(connection, OF_NOTE, row.id.number(), touched)?;
        }
        Record::Seat(row) if is_move => {
            issues_of(connection, OF_SEAT, row.id.number(), touched)?;
        }
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
        | Record::Note(_)
        | Record::Conclusion(_)
        | Record::Action(_)
        | Record::ActionSupport(_)
        | Record::Assignment(_)
        | Record::Extension(_)
        | Record::Progress(_)
        | Record::Review(_)
        | Record::SavedFilter(_)
        | Record::DayOff(_)
        | Record::Document(_)
        | Record::MeetingDocument(_)
        | Record::Snippet(_)
        | Record::Signatory(_)
        | Record::Imprint(_)
        | Record::Amendment(_)
        | Record::Paper(_)
        | Record::PaperFile(_) => {}
    }
    Ok(())
}

/// Adds the issues that a row leads to.
fn issues_of(
    connection: &Connection,
    sql: &str,
    id: i64,
    touched: &mut BTreeSet<i64>,
) -> Result<(), Failure> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([id])?;
    while let Some(row) = rows.next()? {
        touched.insert(row.get(0)?);
    }
    Ok(())
}

/// Writes the words of an issue, if it is there.
fn write(connection: &Connection, id: i64) -> Result<(), Failure> {
    let mut statement = connection.prepare_cached(SAID)?;
    let mut rows = statement.query([id])?;
    let mut said: Vec<String> = Vec::new();
    while let Some(row) = rows.next()? {
        let text: Option<String> = row.get(0)?;
        said.extend(text.filter(|text| !said.contains(text)));
    }
    if !said.is_empty() {
        WORDS.add(connection, id, &terms(&said.join(" ")))?;
    }
    Ok(())
}

/// Returns the query of the index for words, or nothing without words.
pub(super) fn matching(words: &[&String]) -> Option<String> {
    let asked = words_asked(words);
    (!asked.is_empty()).then(|| asked.join(" AND "))
}

impl Store {
    /// Makes and fills the index of the issues if the book has none, or one of another make.
    pub(crate) fn index_issues_if_missing(&self) -> Result<(), Failure> {
        WORDS.make_if_missing(&self.connection, |connection| {
            let mut issues = select::<Issue>(connection, "", [])?.into_iter();
            issues.try_for_each(|issue| write(connection, issue.id.number()))
        })
    }
}
