//! The questions of the desk to the book: the card of a unit, documents cited before, phrases.

use std::collections::HashSet;

use rusqlite::{OptionalExtension, params};

use super::codes::{OPEN, OWN_WORD, SETTLED};
use super::queries::{day, moment};
use super::roll_up::DUE;
use super::rows::{columns, read, select};
use super::{Failure, Store};
use crate::meeting::cell::Id;
use crate::meeting::record::Row;
use crate::meeting::rows::{Action, Assignment, Issue, Note, Snippet, Unit};
use crate::meeting::ward::{Owed, WardCard};

/// The number of last notes of a unit on its card.
const SAID: usize = 4;

/// Documents that completion offers from.
const CITATIONS: i64 = 300;

/// Open issues that the desk lists; the log has them all.
pub(crate) const OPEN_ISSUES: usize = 200;

impl Store {
    pub(crate) fn ward_card(&self, unit: Id<Unit>) -> Result<WardCard, Failure> {
        Ok(WardCard {
            owed: self.owed_by(unit)?,
            issues: self.waited_for_by(unit)?,
            said: self.said_by(unit)?,
        })
    }

    fn owed_by(&self, unit: Id<Unit>) -> Result<Vec<Owed>, Failure> {
        let sql = format!(
            "SELECT {}, {}, {DUE} AS due, (SELECT term.reported FROM term WHERE term.assignment = assignment.id)
             FROM assignment CROSS JOIN action ON action.id = assignment.action
             WHERE assignment.unit = ?1 AND assignment.state IN {OPEN} ORDER BY due IS NULL, due, action.number",
            columns::<Action>("action"),
            columns::<Assignment>("assignment"),
        );
        let (action, part) = (
            Action::TABLE.columns().len(),
            Assignment::TABLE.columns().len(),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([unit.number()])?;
        let mut owed = Vec::new();
        while let Some(row) = rows.next()? {
            owed.push(Owed {
                action: read(row, 0)?,
                part: read(row, action)?,
                deadline: day(row.get(action + part)?),
                reported: moment(row.get(action + part + 1)?),
            });
        }
        Ok(owed)
    }

    fn waited_for_by(&self, unit: Id<Unit>) -> Result<Vec<Issue>, Failure> {
        let rest = format!(
            "WHERE id IN (SELECT issue FROM issue_raised WHERE unit = ?1)
             AND NOT {} ORDER BY at, id",
            *SETTLED
        );
        select(&self.connection, &rest, [unit.number()])
    }

    fn said_by(&self, unit: Id<Unit>) -> Result<Vec<Note>, Failure> {
        // Walked backwards through both indexes, this ends with the first few lines that it said.
        let sql = format!(
            "SELECT {} FROM seat CROSS JOIN note ON note.seat = seat.id
             WHERE seat.unit = ?1 AND {} ORDER BY seat.id DESC, note.id DESC LIMIT ?2",
            columns::<Note>("note"),
            *OWN_WORD,
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let most = i64::try_from(SAID).unwrap_or(i64::MAX);
        let mut rows = statement.query(params![unit.number(), most])?;
        let mut said = Vec::new();
        while let Some(row) = rows.next()? {
            said.push(read(row, 0)?);
        }
        Ok(said)
    }

    /// Returns the actions of these numbers with their texts; a number that no action has is left out.
    pub(crate) fn actions_named(&self, numbers: &[i64]) -> Result<Vec<(i64, String)>, Failure> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT text FROM action WHERE number = ?1")?;
        let mut named = Vec::new();
        for number in numbers {
            let text: Option<String> =
                statement.query_row([number], |row| row.get(0)).optional()?;
            named.extend(text.map(|text| (*number, text)));
        }
        Ok(named)
    }

    /// Returns the documents that were cited, the latest first.
    pub(crate) fn citations(&self) -> Result<Vec<String>, Failure> {
        let sql = "SELECT citation FROM document ORDER BY id DESC LIMIT ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut seen = HashSet::new();
        let mut citations: Vec<String> = statement
            .query_map([CITATIONS], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        // Two desks that cite a document at once both remember it.
        citations.retain(|citation| seen.insert(citation.clone()));
        Ok(citations)
    }

    /// Returns the phrases that letters stand for, by these letters.
    pub fn snippets(&self) -> Result<Vec<Snippet>, Failure> {
        select(&self.connection, "ORDER BY short", [])
    }
}
