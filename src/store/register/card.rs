//! One action whole, its parts with what was reported last, and what a filter may name.

use chrono::NaiveDate;
use rusqlite::OptionalExtension;

use super::{COLUMNS, FROM, LINE, MISSED, line};
use crate::meeting::actions::{ActionCard, AssignmentLine};
use crate::meeting::cell::Id;
use crate::meeting::filter::Lexicon;
use crate::meeting::record::Row;
use crate::meeting::rows::{
    Action, AgendaItem, Assignment, Conclusion, Issue, Progress, SavedFilter, Unit,
};
use crate::store::rows::{columns, one, select};
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
            "SELECT {}, {LINE}, {MISSED}, meeting.title {FROM} WHERE action.id = ?2",
            columns::<Action>("action"),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement
            .query_row((today.to_string(), id.number()), |row| {
                let title: String = row.get(Action::TABLE.columns().len() + COLUMNS)?;
                Ok((line(row), title))
            })
            .optional()?;
        let Some((line, meeting)) = found else {
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
            item: item.transpose()?.flatten().map(|item| item.title),
            issue: issue
                .transpose()?
                .flatten()
                .map(|row| (row.number, row.text)),
            conclusion: conclusion.transpose()?.flatten().map(|row| row.text),
            supports: select(connection, "WHERE action = ?1 ORDER BY id", of_action)?,
            extensions: select(connection, "WHERE action = ?1 ORDER BY at, id", of_action)?,
            parts: self.assignments(id)?,
            line,
        }))
    }

    /// Returns the assignments of an action, in the order in which they were given.
    pub fn assignments(&self, action: Id<Action>) -> Result<Vec<AssignmentLine>, Failure> {
        let rest = "WHERE action = ?1 ORDER BY id";
        let parts: Vec<Assignment> = select(&self.connection, rest, [action.number()])?;
        let named = |assignment: Assignment| {
            let name = self.unit_name(assignment.unit)?;
            self.named(assignment, name)
        };
        parts.into_iter().map(named).collect()
    }

    /// Returns a part with what was last reported on it.
    fn named(&self, assignment: Assignment, unit: String) -> Result<AssignmentLine, Failure> {
        let rest = "WHERE assignment = ?1 ORDER BY at DESC, id DESC LIMIT 1";
        let mut reports: Vec<Progress> = select(&self.connection, rest, [assignment.id.number()])?;
        let handed_to = assignment.handed_to.map(|unit| self.unit_name(unit));
        Ok(AssignmentLine {
            unit,
            report: reports.pop(),
            handed_to: handed_to.transpose()?,
            assignment,
        })
    }

    fn unit_name(&self, unit: Id<Unit>) -> Result<String, Failure> {
        let unit = one::<Unit>(&self.connection, unit)?;
        Ok(unit.map(|unit| unit.name).unwrap_or_default())
    }

    /// Returns what a filter may name.
    pub fn lexicon(&self) -> Result<Lexicon, Failure> {
        let mut units: Vec<Unit> = select(&self.connection, "", [])?;
        units.sort_by_cached_key(|unit| sort_key(&unit.name));
        Ok(Lexicon {
            units: units.into_iter().map(|unit| (unit.id, unit.name)).collect(),
            areas: select(&self.connection, "ORDER BY number, valid_from", [])?,
        })
    }

    /// Returns the filters that were given names, by their names.
    pub fn saved_filters(&self) -> Result<Vec<SavedFilter>, Failure> {
        let mut filters: Vec<SavedFilter> = select(&self.connection, "", [])?;
        filters.sort_by_cached_key(|filter| sort_key(&filter.name));
        Ok(filters)
    }
}
