//! The words of the issues: an index of their own, so small that every letter typed is answered at once.

use rusqlite::Connection;

use crate::meeting::cell::Id;
use crate::meeting::rows::Issue;
use crate::store::rows::select;
use crate::store::search::term_table::TermTable;
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

/// Replaces the words of an issue; a deleted one has none any more.
pub(crate) fn write_anew(connection: &Connection, id: Id<Issue>) -> Result<(), Failure> {
    WORDS.remove(connection, id.number())?;
    write(connection, id.number())
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
