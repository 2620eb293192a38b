//! The open parts of units that have ended, from the book: counted, whole for a handover, and one part alone.

use chrono::NaiveDate;

use super::codes::OPEN;
use super::queries::{day, moment};
use super::rows::{columns, one, read, select, size};
use super::{Failure, Store};
use crate::meeting::cell::Id;
use crate::meeting::handover::{Estate, Handing, Left, Stood, heirs};
use crate::meeting::record::Row;
use crate::meeting::rows::{Action, Assignment, Lineage, Roster, Unit};

impl Store {
    /// Returns the units that have a last day and still owe something, each with how many parts.
    pub(crate) fn leaving(&self) -> Result<Vec<(Unit, usize)>, Failure> {
        let sql = format!(
            "SELECT {}, sum(tally.n) FROM unit CROSS JOIN tally ON tally.unit = unit.id
             WHERE unit.valid_to IS NOT NULL AND tally.state IN {OPEN} GROUP BY unit.id HAVING sum(tally.n) > 0",
            columns::<Unit>("unit"),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut leaving = Vec::new();
        while let Some(row) = rows.next()? {
            let owed = size(row, Unit::TABLE.columns().len())?;
            leaving.push((read(row, 0)?, owed));
        }
        Ok(leaving)
    }

    /// Returns everything that the units which have ended by a day leave behind.
    pub fn estate(&self, by: NaiveDate) -> Result<Estate, Failure> {
        let units: Vec<Unit> = select(&self.connection, "ORDER BY id", [])?;
        let lineage: Vec<Lineage> = select(&self.connection, "ORDER BY id", [])?;
        let beside = format!(
            "WHERE action IN (SELECT owed.action FROM unit CROSS JOIN assignment AS owed ON owed.unit = unit.id
                AND owed.state IN {OPEN} WHERE unit.valid_to < ?1)
             AND unit NOT IN (SELECT id FROM unit WHERE valid_to < ?1)"
        );
        Ok(Estate {
            units,
            lineage,
            left: self.left(by)?,
            beside: select(&self.connection, &beside, [by.to_string()])?,
        })
    }

    fn left(&self, by: NaiveDate) -> Result<Vec<Left>, Failure> {
        let sql = format!(
            "SELECT {}, action.number, action.text FROM unit
             CROSS JOIN assignment ON assignment.unit = unit.id AND assignment.state IN {OPEN}
             JOIN action ON action.id = assignment.action
             WHERE unit.valid_to < ?1 ORDER BY action.number, assignment.id",
            columns::<Assignment>("assignment"),
        );
        let next = Assignment::TABLE.columns().len();
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([by.to_string()])?;
        let mut left = Vec::new();
        while let Some(row) = rows.next()? {
            left.push(Left {
                part: read(row, 0)?,
                number: row.get(next)?,
                text: row.get(next + 1)?,
                stood: Stood::default(),
            });
        }
        for left in &mut left {
            left.stood = self.stood(left.part.id)?;
        }
        Ok(left)
    }

    /// Returns what goes with a part to the unit that takes it.
    fn stood(&self, part: Id<Assignment>) -> Result<Stood, Failure> {
        let sql = "SELECT due, reported FROM term WHERE assignment = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let (due, reported): (Option<String>, Option<String>) =
            statement.query_row([part.number()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let standing = "WHERE part = ?1 AND withdrawn IS NULL ORDER BY at, id";
        Ok(Stood {
            due: day(due),
            reported: moment(reported),
            extensions: select(&self.connection, standing, [part.number()])?,
        })
    }

    /// Returns one part and who can take it on a day, or nothing if the book has no such part.
    pub(crate) fn handing(
        &self,
        id: Id<Assignment>,
        on: NaiveDate,
    ) -> Result<Option<Handing>, Failure> {
        let connection = &self.connection;
        let Some(part) = one::<Assignment>(connection, id)? else {
            return Ok(None);
        };
        let (Some(unit), Some(action)) = (
            one::<Unit>(connection, part.unit)?,
            one::<Action>(connection, part.action)?,
        ) else {
            return Ok(None);
        };
        let known = Estate {
            units: select(connection, "", [])?,
            lineage: select(connection, "", [])?,
            ..Estate::default()
        };
        let exists = |heir: &&Unit| heir.valid_from.is_none_or(|first| first <= on);
        let followed = heirs(&known, unit.id, on).into_iter().filter(exists);
        let mut takers: Vec<Unit> = followed.cloned().collect();
        let followed = takers.len();
        let chosen: Option<Roster> = self.rosters()?.into_iter().next();
        for called in chosen
            .map(|roster| self.summons(roster))
            .transpose()?
            .into_iter()
            .flat_map(|summons| summons.units)
        {
            let is_known = takers.iter().any(|taker| taker.id == called.unit.id);
            if !is_known && called.unit.id != unit.id {
                takers.push(called.unit);
            }
        }
        Ok(Some(Handing {
            beside: select(connection, "WHERE action = ?1", [action.id.number()])?,
            number: action.number,
            stood: self.stood(part.id)?,
            part,
            unit,
            heirs: takers,
            followed,
        }))
    }
}
