//! The facts of a year, counted by SQLite over the meetings of that year alone.

use chrono::{NaiveDate, TimeDelta};
use rusqlite::{Row as SqlRow, params};

use super::codes::text;
use super::focus::state;
use super::roll_up::{DUE_SOON, OVERDUE, PAST};
use super::rows::{one, size};
use super::turnout::bounds;
use super::{Failure, Store};
use crate::meeting::actions::Standing;
use crate::meeting::actions::figures::Alike;
use crate::meeting::cell::Id;
use crate::meeting::code::IssueState;
use crate::meeting::rows::Unit;
use crate::meeting::year::{Facts, PartFact, TurnFact};

/// The meetings of a year that were held.
const HELD: &str = "meeting.starts >= ?1 AND meeting.starts < ?2 AND meeting.opened IS NOT NULL";

/// How many of something a unit has; without a unit, all who are none.
type ByUnit = (Option<Id<Unit>>, usize);

impl Store {
    /// Returns the facts of a year, as they stand on a day.
    pub fn year_facts(&self, year: i32, today: NaiveDate) -> Result<Facts, Failure> {
        let (from, until) = bounds(year);
        let raised = format!(
            "SELECT CAST(substr(meeting.starts, 6, 2) AS INTEGER), count(*) FROM meeting
             CROSS JOIN issue ON issue.meeting = meeting.id
             WHERE {HELD} AND issue.state != {} GROUP BY 1",
            text(IssueState::Duplicate.code()),
        );
        // The first answer counts; later ones add to it.
        let answered = "SELECT CAST(substr(at, 6, 2) AS INTEGER), count(*) FROM issue_answer AS answer
             WHERE at >= ?1 AND at < ?2 AND NOT EXISTS (SELECT 1 FROM issue_answer AS before
                WHERE before.issue = answer.issue AND (before.at, before.id) < (answer.at, answer.id)) GROUP BY 1";
        let seats = self.seats_in(year)?;
        let parts = self.parts_in(&from, &until, today)?;
        // A unit that took a part over may never have had a seat.
        let mut names = Vec::new();
        for part in &parts {
            let is_seated = seats.iter().any(|seat| seat.seat.unit == Some(part.unit));
            if !is_seated && !names.iter().any(|(unit, _)| *unit == part.unit) {
                let unit = one::<Unit>(&self.connection, part.unit)?;
                names.extend(unit.map(|unit| (unit.id, unit.name)));
            }
        }
        Ok(Facts {
            turns: self.turns_in(&from, &until)?,
            raised: self.by_month(&raised, &from, &until)?,
            raised_by: self.raised_by_unit(&from, &until)?,
            answered: self.by_month(answered, &from, &until)?,
            seats,
            parts,
            names,
        })
    }

    fn turns_in(&self, from: &str, until: &str) -> Result<Vec<TurnFact>, Failure> {
        let sql = format!(
            "SELECT CAST(substr(meeting.starts, 6, 2) AS INTEGER), seat.unit, count(*),
                sum(max(unixepoch(speech.ended) - unixepoch(speech.began), 0))
             FROM meeting CROSS JOIN speech ON speech.meeting = meeting.id LEFT JOIN seat ON seat.id = speech.seat
             WHERE {HELD} AND speech.began IS NOT NULL AND speech.ended IS NOT NULL GROUP BY 1, 2"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let facts = statement.query_map([from, until], |row| {
            Ok(TurnFact {
                month: size(row, 0)?,
                unit: unit(row, 1)?,
                turns: size(row, 2)?,
                spoken: TimeDelta::seconds(row.get(3)?),
            })
        })?;
        Ok(facts.collect::<rusqlite::Result<_>>()?)
    }

    fn by_month(&self, sql: &str, from: &str, until: &str) -> Result<Vec<(usize, usize)>, Failure> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let months =
            statement.query_map([from, until], |row| Ok((size(row, 0)?, size(row, 1)?)))?;
        Ok(months.collect::<rusqlite::Result<_>>()?)
    }

    fn raised_by_unit(&self, from: &str, until: &str) -> Result<Vec<ByUnit>, Failure> {
        let sql = format!(
            "SELECT issue_raised.unit, count(DISTINCT issue_raised.issue) FROM meeting
             CROSS JOIN issue_raised ON issue_raised.meeting = meeting.id WHERE {HELD} GROUP BY 1"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let units = statement.query_map([from, until], |row| Ok((unit(row, 0)?, size(row, 1)?)))?;
        Ok(units.collect::<rusqlite::Result<_>>()?)
    }

    fn parts_in(
        &self,
        from: &str,
        until: &str,
        today: NaiveDate,
    ) -> Result<Vec<PartFact>, Failure> {
        let sql = format!(
            "SELECT CAST(substr(meeting.starts, 6, 2) AS INTEGER), assignment.unit, assignment.state, {}, {}, {}, count(*)
             FROM meeting CROSS JOIN action ON action.meeting = meeting.id
             CROSS JOIN assignment ON assignment.action = action.id
             WHERE meeting.starts >= ?2 AND meeting.starts < ?3 GROUP BY 1, 2, 3, 4, 5, 6",
            *PAST, *OVERDUE, *DUE_SOON
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![today.to_string(), from, until])?;
        let mut facts = Vec::new();
        while let Some(row) = rows.next()? {
            let state = state(row.get(2)?)?;
            let (is_overdue, is_near): (bool, bool) = (row.get(4)?, row.get(5)?);
            facts.push(PartFact {
                month: size(row, 0)?,
                unit: Id::of(row.get(1)?),
                alike: Alike {
                    state,
                    standing: if is_overdue {
                        Standing::Overdue
                    } else if is_near {
                        Standing::DueSoon
                    } else {
                        Standing::of(state, None, today)
                    },
                    is_past: row.get(3)?,
                    count: size(row, 6)?,
                },
            });
        }
        Ok(facts)
    }
}

fn unit(row: &SqlRow, column: usize) -> rusqlite::Result<Option<Id<Unit>>> {
    Ok(row.get::<_, Option<i64>>(column)?.map(Id::of))
}
