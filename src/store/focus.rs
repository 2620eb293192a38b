//! Units against focus areas from the counts of `tally`, and the facts for a look back over the last meetings.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use rusqlite::{Row as SqlRow, params};

use super::codes::KEPT;
use super::queries::day;
use super::roll_up::{ASKED, DUE, DUE_SOON, OVERDUE, OWED};
use super::rows::{damaged, select, size};
use super::{Failure, Store};
use crate::meeting::actions::figures::SOON;
use crate::meeting::actions::{Parts, Standing};
use crate::meeting::cell::{Cell, Field, Id};
use crate::meeting::code::AssignmentState;
use crate::meeting::focus::HeatMap;
use crate::meeting::focus::edit::UsedArea;
use crate::meeting::focus::trend::TracedPart;
use crate::meeting::rows::{Action, Extension, FocusArea, Table, Unit};
use crate::text::collate::sort_key;

/// The parts that stood otherwise on a day since `?1`, or are still owed: bounded by the meetings since, however old
/// the book is.
static TOUCHED: LazyLock<String> = LazyLock::new(|| {
    format!("SELECT assignment.id FROM meeting CROSS JOIN action ON action.meeting = meeting.id
        CROSS JOIN assignment ON assignment.action = action.id WHERE meeting.starts >= ?1
    UNION SELECT assignment FROM term WHERE finished >= ?1
    UNION SELECT assignment.id FROM standing CROSS JOIN assignment ON assignment.action = standing.action
        WHERE {OWED}")
});

/// When a part that waits or is paused came to be so: by the first entry behind the last that said otherwise.
const SINCE: &str = "CASE WHEN assignment.state IN ('reported', 'paused') THEN
    (SELECT min(at) FROM progress WHERE progress.assignment = assignment.id AND progress.state = assignment.state
     AND progress.at > coalesce((SELECT max(other.at) FROM progress AS other
        WHERE other.assignment = assignment.id AND other.state != assignment.state), '')) END";

impl Store {
    /// Returns how the units stand under each focus area on a day.
    pub fn heat_map(&self, today: NaiveDate) -> Result<HeatMap, Failure> {
        let mut map = HeatMap {
            day: today,
            areas: select(&self.connection, "ORDER BY id", [])?,
            roster: self.names(
                "SELECT unit.id, unit.name FROM roster
                 CROSS JOIN roster_unit ON roster_unit.roster = roster.id
                 CROSS JOIN unit ON unit.id = roster_unit.unit
                 WHERE roster.id = (SELECT id FROM roster ORDER BY chosen DESC, valid_from LIMIT 1)
                 ORDER BY roster_unit.position, roster_unit.id",
            )?,
            ..HeatMap::default()
        };
        let sql = "SELECT unit, focus, state, n FROM tally WHERE n > 0";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let cell: &mut Parts = map.cells.entry(key(row)?).or_default();
            // Without its deadline, what a unit is asked for is in time; what is late is taken out below.
            cell.add(
                Standing::of(state(row.get(2)?)?, None, today),
                size(row, 3)?,
            );
        }
        // Only owed parts can be late, and these are few however old the book is.
        let late = format!(
            "SELECT assignment.unit, action.focus, sum({}), sum({}) FROM standing
             CROSS JOIN assignment ON assignment.action = standing.action JOIN action ON action.id = standing.action
             WHERE {OWED} AND {} AND {DUE} <= date(?1, '+{SOON} days') GROUP BY 1, 2",
            *OVERDUE, *DUE_SOON, *ASKED
        );
        let mut statement = self.connection.prepare_cached(&late)?;
        let mut rows = statement.query([today.to_string()])?;
        while let Some(row) = rows.next()? {
            let late = size(row, 2)?;
            let cell: &mut Parts = map.cells.entry(key(row)?).or_default();
            cell.overdue += late;
            cell.in_time = cell.in_time.saturating_sub(late);
            cell.due_soon += size(row, 3)?;
        }
        map.cells.retain(|_, tally| !tally.is_empty());
        map.units = self.names(&format!(
            "SELECT id, name FROM unit WHERE id IN
                 (SELECT unit FROM tally WHERE n > 0 AND state IN {KEPT})"
        ))?;
        map.units
            .sort_by_cached_key(|(unit, name)| (sort_key(name), *unit));
        Ok(map)
    }

    /// Returns the days of the last meetings that were held up to a day, and that day, the oldest first.
    pub fn days_held(&self, most: usize, today: NaiveDate) -> Result<Vec<NaiveDate>, Failure> {
        let sql = "SELECT DISTINCT substr(starts, 1, 10) AS day FROM meeting
             WHERE opened IS NOT NULL AND starts < ?1 ORDER BY starts DESC LIMIT ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let until = format!("{today}T99");
        let days = statement.query_map(params![until, most], |row| row.get(0))?;
        let days: Vec<Option<String>> = days.collect::<rusqlite::Result<_>>()?;
        let mut days: Vec<NaiveDate> = days.into_iter().filter_map(day).collect();
        days.reverse();
        if days.last() != Some(&today) {
            days.push(today);
        }
        Ok(days)
    }

    /// Returns the parts that stand otherwise today than on this day, or on one after it, or are still owed.
    pub fn traced_parts(&self, after: NaiveDate) -> Result<Vec<TracedPart>, Failure> {
        let sql = format!(
            "SELECT assignment.unit, action.focus, assignment.state, term.finished, meeting.starts,
                action.deadline, action.id, assignment.id, {SINCE}
             FROM assignment JOIN term ON term.assignment = assignment.id
             JOIN action ON action.id = assignment.action JOIN meeting ON meeting.id = action.meeting
             WHERE assignment.id IN ({})", *TOUCHED
        );
        let mut later: HashMap<Id<Action>, Vec<Extension>> = HashMap::new();
        let mut statement = self.connection.prepare_cached(&sql)?;
        let since = after.checked_add_days(Days::new(1)).unwrap_or(after);
        let mut rows = statement.query([since.to_string()])?;
        let mut parts = Vec::new();
        while let Some(row) = rows.next()? {
            let (unit, focus) = key(row)?;
            let action = Id::of(row.get(6)?);
            let extensions = match later.entry(action) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(self.later_deadlines(action)?),
            };
            parts.push(TracedPart {
                part: Id::of(row.get(7)?),
                unit,
                focus,
                given: day(row.get(4)?).unwrap_or_default(),
                state: state(row.get(2)?)?,
                since: day(row.get(8)?),
                done_on: day(row.get(3)?),
                deadline: day(row.get(5)?),
                extensions: extensions.clone(),
            });
        }
        Ok(parts)
    }

    /// Returns the focus areas, each with the last meeting that wrote anything under it.
    pub fn used_areas(&self) -> Result<Vec<UsedArea>, Failure> {
        let areas: Vec<FocusArea> = select(&self.connection, "ORDER BY id", [])?;
        // From the last meeting back, as far as the area was in force, until one is found that wrote under it.
        let sql = "SELECT starts FROM meeting WHERE starts >= ?2 AND starts < ?3 AND (
                EXISTS (SELECT 1 FROM action WHERE action.meeting = meeting.id AND +action.focus = ?1)
                OR EXISTS (SELECT 1 FROM conclusion WHERE conclusion.meeting = meeting.id AND +conclusion.focus = ?1)
                OR EXISTS (SELECT 1 FROM issue WHERE issue.meeting = meeting.id AND +issue.focus = ?1)
                OR EXISTS (SELECT 1 FROM prepared WHERE prepared.meeting = meeting.id AND +prepared.focus = ?1)
                OR EXISTS (SELECT 1 FROM note WHERE note.meeting = meeting.id AND +note.focus = ?1))
             ORDER BY starts DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut used = Vec::new();
        for area in areas {
            let last = area
                .valid_to
                .map_or("9999".to_owned(), |last| format!("{last}T99"));
            let mut rows =
                statement.query(params![area.id.number(), area.valid_from.to_string(), last])?;
            let last_used = match rows.next()? {
                Some(row) => day(row.get(0)?),
                None => None,
            };
            used.push(UsedArea { area, last_used });
        }
        Ok(used)
    }

    /// Returns the later deadlines of an action.
    fn later_deadlines(&self, action: Id<Action>) -> Result<Vec<Extension>, Failure> {
        select(&self.connection, "WHERE action = ?1", [action.number()])
    }

    fn names(&self, sql: &str) -> Result<Vec<(Id<Unit>, String)>, Failure> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let names = statement.query_map([], |row| Ok((Id::of(row.get(0)?), row.get(1)?)))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }
}

fn key(row: &SqlRow) -> rusqlite::Result<(Id<Unit>, Id<FocusArea>)> {
    Ok((Id::of(row.get(0)?), Id::of(row.get(1)?)))
}

/// Reads the state of an assignment.
pub(super) fn state(code: String) -> Result<AssignmentState, Failure> {
    AssignmentState::from_cell(&Cell::Text(code)).ok_or_else(|| damaged(Table::Assignment, "state"))
}
