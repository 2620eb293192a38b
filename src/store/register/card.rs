//! One action whole, its parts with their last reports, and the names that a filter understands.

use chrono::NaiveDate;
use rusqlite::OptionalExtension;

use super::{COLUMNS, FROM, MISSED, NUMBER, line, line_columns};
use crate::meeting::actions::{ActionCard, AssignmentLine};
use crate::meeting::cell::Id;
use crate::meeting::filter::Lexicon;
use crate::meeting::record::Row;
use crate::meeting::rows::{
    Action, AgendaItem, Assignment, Conclusion, Issue, Progress, SavedFilter, Unit,
};
use crate::store::codes::{HANDED_OVER, SIGNED};
use crate::store::queries::{day, moment};
use crate::store::roll_up::NEAREST;
use crate::store::rows::{columns, one, read, select};
use crate::store::{Failure, Store};
use crate::text::collate::sort_key;

impl Store {
    /// Returns an action whole.
    pub fn action_card(
        &self,
        id: Id<Action>,
        today: NaiveDate,
    ) -> Result<Option<ActionCard>, Failure> {
        let sql = format!(
            "SELECT {}, {NUMBER}, {}, {}, meeting.title, {} {FROM} WHERE action.id = ?2",
            columns::<Action>("action"),
            line_columns(NEAREST),
            *MISSED,
            *SIGNED,
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement
            .query_row((today.to_string(), id.number()), |row| {
                let behind = Action::TABLE.columns().len() + COLUMNS;
                let title: String = row.get(behind)?;
                let is_signed: bool = row.get(behind + 1)?;
                Ok((line(row), title, is_signed))
            })
            .optional()?;
        let Some((line, meeting, is_signed)) = found else {
            return Ok(None);
        };
        let line = line?;
        let connection = &self.connection;
        let action = &line.action;
        let item = action.item.map(|id| one::<AgendaItem>(connection, id));
        let issue = action.issue.map(|id| one::<Issue>(connection, id));
        let conclusion = action
            .conclusion
            .map(|id| one::<Conclusion>(connection, id));
        let of_action = [id.number()];
        Ok(Some(ActionCard {
            meeting,
            is_signed,
            item: item.transpose()?.flatten().map(|item| item.title),
            issue: issue
                .transpose()?
                .flatten()
                .map(|row| (row.number, row.text)),
            conclusion: conclusion.transpose()?.flatten().map(|row| row.text),
            supports: select(connection, "WHERE action = ?1 ORDER BY id", of_action)?,
            extensions: select(connection, "WHERE action = ?1 ORDER BY at, id", of_action)?,
            looks: select(connection, "WHERE action = ?1 ORDER BY at, id", of_action)?,
            parts: self.assignments(id)?,
            line,
        }))
    }

    /// Returns the assignments of an action, in the order in which they were given.
    pub(crate) fn assignments(&self, action: Id<Action>) -> Result<Vec<AssignmentLine>, Failure> {
        // Parts that were handed over come last: other units owe them now.
        let of_action = format!(
            "assignment.action = ?1 ORDER BY assignment.state IN {HANDED_OVER}, assignment.id"
        );
        self.parts_where(&of_action, action.number())
    }

    /// Returns these parts, in this order, as far as they are there.
    pub(crate) fn parts(&self, ids: &[Id<Assignment>]) -> Result<Vec<AssignmentLine>, Failure> {
        let one = |id: &Id<Assignment>| self.parts_where("assignment.id = ?1", id.number());
        let found = ids.iter().map(one).collect::<Result<Vec<_>, _>>()?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Returns the parts that a condition matches, each with its unit and its last report.
    fn parts_where(&self, condition: &str, id: i64) -> Result<Vec<AssignmentLine>, Failure> {
        let sql = format!(
            "SELECT {}, unit.name, other.name, term.due, term.reported, action.at, progress.id IS NOT NULL, {} FROM assignment
             JOIN unit ON unit.id = assignment.unit JOIN term ON term.assignment = assignment.id JOIN action ON action.id = assignment.action
             LEFT JOIN unit AS other ON other.id = assignment.handed_to
             LEFT JOIN progress ON progress.id = (SELECT last.id FROM progress AS last
                 WHERE last.assignment = assignment.id ORDER BY last.at DESC, last.id DESC LIMIT 1)
             WHERE {condition}",
            columns::<Assignment>("assignment"),
            columns::<Progress>("progress"),
        );
        let width = Assignment::TABLE.columns().len();
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([id])?;
        let mut parts = Vec::new();
        while let Some(row) = rows.next()? {
            let is_reported: bool = row.get(width + 5)?;
            let report = is_reported.then(|| read(row, width + 6));
            parts.push(AssignmentLine {
                assignment: read(row, 0)?,
                unit: row.get(width)?,
                report: report.transpose()?,
                handed_to: row.get(width + 1)?,
                due: day(row.get(width + 2)?),
                given: day(row.get(width + 4)?).unwrap_or_default(),
                first_reported: moment(row.get(width + 3)?),
            });
        }
        Ok(parts)
    }

    /// Returns the units and focus areas that a filter may name.
    pub fn lexicon(&self) -> Result<Lexicon, Failure> {
        let mut units: Vec<Unit> = select(&self.connection, "", [])?;
        units.sort_by_cached_key(|unit| sort_key(&unit.name));
        Ok(Lexicon {
            units: units.into_iter().map(|unit| (unit.id, unit.name)).collect(),
            areas: select(&self.connection, "ORDER BY number, valid_from", [])?,
            officers: self.officers()?,
        })
    }

    /// Returns the officers who follow up an action, sorted by name.
    fn officers(&self) -> Result<Vec<String>, Failure> {
        let sql = "SELECT DISTINCT officer FROM action WHERE officer IS NOT NULL";
        let mut statement = self.connection.prepare_cached(sql)?;
        let names = statement.query_map([], |row| row.get(0))?;
        let mut names: Vec<String> = names.collect::<rusqlite::Result<_>>()?;
        names.sort_by_cached_key(|name| sort_key(name));
        Ok(names)
    }

    /// Returns the filters that were given names, by their names.
    pub(crate) fn saved_filters(&self) -> Result<Vec<SavedFilter>, Failure> {
        let mut filters: Vec<SavedFilter> = select(&self.connection, "", [])?;
        filters.sort_by_cached_key(|filter| sort_key(&filter.name));
        Ok(filters)
    }
}
