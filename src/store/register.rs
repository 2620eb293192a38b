//! The register asked of the book: groups counted, lines a screenful at a time, one action whole.

mod card;
pub(super) mod conditions;
mod table;

use std::sync::LazyLock;

use chrono::NaiveDate;
use rusqlite::{Params, Row as SqlRow, params_from_iter};

use super::codes::{KEPT, KEPT_ALONE, OPEN, text};
use super::queries::{day, moment};
use super::roll_up::{
    COUNTED, COUNTS, DUE, LACKS_DUE, NEAREST, OVERDUE, OWED, PAUSED, REPORTED, has_part, parts,
    parts_of,
};
use super::rows::{columns, json, read, select, size};
use super::{Failure, Store};
use crate::meeting::actions::register::{Group, GroupKey};
use crate::meeting::actions::{
    self, ActionLine, Grouping, Parts, Query, Register, Scope, Standing,
};
use crate::meeting::cell::Id;
use crate::meeting::code::AssignmentState;
use crate::meeting::filter::{Lack, LineFilter};
use crate::meeting::page::{Page, Part};
use crate::meeting::record::Row;
use crate::meeting::rows::{Action, Assignment, Meeting};
use crate::text::collate::sort_key;
use conditions::{Conditions, add_group, add_parts, of_part, order, standing_number};

/// Returns the number of meetings that were held since a day, counted up to three: the staleness ladder has no further
/// step.
fn held_since(day: &str) -> String {
    format!(
        "(SELECT count(*) FROM (SELECT 1 FROM meeting AS held
          WHERE held.starts > {day} || 'T99' AND held.opened IS NOT NULL LIMIT 3))"
    )
}

/// Meetings that were held since an action is overdue: since the first of its parts is, whose deadline is the nearest.
static MISSED: LazyLock<String> = LazyLock::new(|| {
    format!(
        "CASE WHEN {OWED} AND {} THEN {} ELSE 0 END",
        has_part(&OVERDUE),
        held_since(NEAREST)
    )
});

/// The deadline of a row that is about a part, or about an action without any.
const DUE_OF_ROW: &str = "CASE WHEN assignment.id IS NULL THEN standing.due ELSE
    (SELECT term.due FROM term WHERE term.assignment = assignment.id) END";

/// Meetings that were held since a part is overdue.
static MISSED_PART: LazyLock<String> =
    LazyLock::new(|| format!("CASE WHEN {} THEN {} ELSE 0 END", *OVERDUE, held_since(DUE)));

/// The most parts that are reported together.
const MOST_PARTS: usize = 500;

/// The tables of a line about an action; those of a line about one part begin with its assignment.
const FROM: &str = "FROM standing JOIN action ON action.id = standing.action
    JOIN meeting ON meeting.id = action.meeting JOIN focus_area ON focus_area.id = action.focus";
const FROM_PARTS: &str = "FROM assignment JOIN standing ON standing.action = assignment.action
    JOIN action ON action.id = standing.action
    JOIN meeting ON meeting.id = action.meeting JOIN focus_area ON focus_area.id = action.focus";

impl Store {
    /// Returns a part of the register.
    pub fn register(&self, query: &Query, part: Part) -> Result<Register, Failure> {
        self.register_page(query, part, None)
    }

    /// Returns a part of the register, whose groups are `cached` where nothing has changed since they were asked.
    pub(crate) fn register_page(
        &self,
        query: &Query,
        part: Part,
        cached: Option<Vec<Group>>,
    ) -> Result<Register, Failure> {
        let saying = self.saying(&query.filter)?;
        let groups = match cached {
            Some(groups) => groups,
            None => self.groups(query, saying.as_deref())?,
        };
        let total = groups.iter().map(|group| group.lines).sum();
        let mut lines = Vec::new();
        for (place, slice) in Register::slices(&groups, part) {
            if let Some(group) = groups.get(place) {
                let key = (place, &group.key);
                lines.extend(self.lines(query, saying.as_deref(), key, slice)?);
            }
        }
        let from = part.from.min(total);
        let page = Page { from, lines, total };
        Ok(Register { groups, page })
    }

    /// Returns the groups of the register, in their order, with how many lines each has.
    fn groups(&self, query: &Query, saying: Option<&str>) -> Result<Vec<Group>, Failure> {
        if query.grouping == Grouping::Unit
            && query.filter.is_empty()
            && query.scope == Scope::default()
        {
            return self.all_units(query.today);
        }
        let key = match query.grouping {
            Grouping::None => "1, NULL",
            Grouping::Meeting => "action.meeting, min(meeting.starts || meeting.title)",
            Grouping::Focus => &format!("coalesce(focus_area.origin, focus_area.id), {NUMBER}"),
            Grouping::Unit => {
                "assignment.unit, (SELECT name FROM unit WHERE unit.id = assignment.unit)"
            }
            Grouping::Standing => &format!("{}, NULL", standing_number()),
            Grouping::Deadline => "substr(standing.due, 1, 7), NULL",
        };
        let is_parts = query.grouping == Grouping::Unit;
        let from = if is_parts { FROM_PARTS } else { FROM };
        // Of an action, those of its parts are counted that the query is about.
        let about = of_part(query).map_or_else(String::new, |about| format!(" AND {about}"));
        let counted = |condition: &str| {
            if is_parts {
                condition.to_owned()
            } else {
                parts_of(&format!("{condition}{about}"))
            }
        };
        let conditions = conditions_of(query, None, saying);
        let sql = format!(
            "SELECT {key}, count(*), coalesce(sum({}), 0), coalesce(sum({}), 0), coalesce(sum({}), 0)
             {from} {} GROUP BY 1",
            counted(&OVERDUE),
            counted(&REPORTED),
            counted(&PAUSED),
            conditions.text()
        );
        let values = params_from_iter(&conditions.values);
        self.groups_from(&sql, values, query.grouping)
    }

    /// Returns a group for each unit with the number of its parts, from the counts in `tally`.
    fn all_units(&self, today: NaiveDate) -> Result<Vec<Group>, Failure> {
        let waiting = |state: AssignmentState| {
            format!(
                "coalesce(sum(tally.n) FILTER (WHERE tally.state = {}), 0)",
                text(state.code())
            )
        };
        let sql = format!(
            "SELECT tally.unit, (SELECT name FROM unit WHERE unit.id = tally.unit), sum(tally.n),
                (SELECT count(*) FROM assignment WHERE assignment.unit = tally.unit AND {}), {}, {}
             FROM tally GROUP BY 1 HAVING sum(tally.n) > 0",
            *OVERDUE,
            waiting(AssignmentState::Reported),
            waiting(AssignmentState::Paused),
        );
        self.groups_from(&sql, [today.to_string()], Grouping::Unit)
    }

    /// Reads groups, in their order: two columns of the key, the number of lines, and the parts that are overdue, that
    /// wait, and that are paused.
    fn groups_from(
        &self,
        sql: &str,
        params: impl Params,
        grouping: Grouping,
    ) -> Result<Vec<Group>, Failure> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut groups = Vec::new();
        while let Some(row) = rows.next()? {
            groups.push(Group {
                key: group_key(grouping, row)?,
                lines: size(row, 2)?,
                open: Parts {
                    overdue: size(row, 3)?,
                    reported: size(row, 4)?,
                    paused: size(row, 5)?,
                    ..Parts::default()
                },
            });
        }
        sort(&mut groups);
        Ok(groups)
    }

    fn lines(
        &self,
        query: &Query,
        saying: Option<&str>,
        (place, key): (usize, &GroupKey),
        part: Part,
    ) -> Result<Vec<ActionLine>, Failure> {
        let is_parts = query.grouping == Grouping::Unit;
        let conditions = conditions_of(query, Some(key), saying);
        let from = if is_parts { FROM_PARTS } else { FROM };
        let assignment = if is_parts {
            format!(", {}", columns::<Assignment>("assignment"))
        } else {
            String::new()
        };
        // The inner query sorts ids only; whole lines are read for this page alone.
        let id = if is_parts {
            "assignment.id"
        } else {
            "action.id"
        };
        let sql = format!(
            "SELECT {}, {NUMBER}, {}, {}{assignment} {from}
             WHERE {id} IN (SELECT {id} {from} {} {order} LIMIT {} OFFSET {}) {order}",
            columns::<Action>("action"),
            line_columns(if is_parts { DUE } else { NEAREST }),
            if is_parts { &*MISSED_PART } else { &*MISSED },
            conditions.text(),
            part.most,
            part.from,
            order = order(query.order, is_parts),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(&conditions.values))?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let mut line = line(row)?;
            line.group = place;
            if let (true, GroupKey::Unit(_, unit)) = (is_parts, key) {
                line.part = Some(read(row, Action::TABLE.columns().len() + COLUMNS)?);
                line.latest = line.deadline;
                line.only_unit = Some(unit.clone());
            } else if line.roll_up.total() == 1 {
                let only = format!("WHERE action = ?1 AND state IN {KEPT} LIMIT 1");
                line.part = select(&self.connection, &only, [line.action.id.number()])?.pop();
            }
            lines.push(line);
        }
        Ok(lines)
    }

    /// Returns the parts still owed in the filtered register, up to `MOST_PARTS`, and how many there are in all.
    pub(crate) fn open_parts(
        &self,
        query: &Query,
    ) -> Result<(Vec<Id<Assignment>>, usize), Failure> {
        let query = Query {
            grouping: Grouping::Unit,
            ..query.clone()
        };
        let saying = self.saying(&query.filter)?;
        let mut conditions = conditions_of(&query, None, saying.as_deref());
        conditions.plain(format!("assignment.state IN {OPEN}"));
        let sql = format!(
            "SELECT assignment.id {FROM_PARTS} {} ORDER BY action.number, assignment.id",
            conditions.text()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        // Without a condition on a day the statement does not name it.
        let values = conditions.values.iter().take(statement.parameter_count());
        let ids = statement.query_map(params_from_iter(values), |row| row.get(0).map(Id::of))?;
        let mut ids = ids.collect::<rusqlite::Result<Vec<_>>>()?;
        let total = ids.len();
        ids.truncate(MOST_PARTS);
        Ok((ids, total))
    }

    /// Returns the ids of the actions with the words of a filter, as a JSON list; `None` if the filter has no words.
    fn saying(&self, filter: &LineFilter) -> Result<Option<String>, Failure> {
        let is_word = |word: &&String| actions::number(word).is_none();
        let words: Vec<String> = filter.words.iter().filter(is_word).cloned().collect();
        if words.is_empty() {
            return Ok(None);
        }
        let found = self.actions_saying(&words)?;
        Ok(Some(json(found)))
    }
}

/// Returns the conditions on the lines of the register, or of one group.
fn conditions_of(query: &Query, key: Option<&GroupKey>, saying: Option<&str>) -> Conditions {
    let filter = &query.filter;
    let mut conditions = Conditions::on(query.today);
    conditions.under(
        "action.focus",
        query.scope.focus.iter().map(|id| id.number()),
    );
    conditions.under("action.focus", filter.areas.iter().map(|id| id.number()));
    conditions.equals_one("action.officer", &filter.officers);
    for lack in &filter.lacks {
        conditions.plain(match lack {
            Lack::Deadline => LACKS_DUE,
            Lack::Deliverable => "action.deliverable IS NULL",
        });
    }
    conditions.within("meeting.starts", filter.held, "T99");
    if query.grouping == Grouping::Unit {
        conditions.within(DUE_OF_ROW, filter.days, "");
    } else {
        conditions.within_either([NEAREST, "standing.latest"], filter.days);
    }
    let codes = filter.words.iter().filter_map(|word| actions::number(word));
    conditions.among("action.number", codes);
    if let Some(saying) = saying {
        conditions.add(
            "action.id IN (SELECT value FROM json_each(?))",
            saying.to_owned(),
        );
    }
    add_parts(&mut conditions, query, query.grouping == Grouping::Unit);
    if let Some(key) = key {
        add_group(&mut conditions, key);
    }
    conditions
}

/// The number that the focus area of an action has on the day, whatever number it was given under.
const NUMBER: &str = "coalesce((SELECT now.number FROM focus_area AS now
    WHERE (now.id = focus_area.origin OR now.origin = coalesce(focus_area.origin, focus_area.id)) AND now.valid_from <= ?1
    ORDER BY now.valid_from DESC LIMIT 1), focus_area.number)";

/// The columns behind those of the action and the number of its focus area; `due` is the deadline that the line shows.
fn line_columns(due: &str) -> String {
    format!(
        "{due}, meeting.starts, {}, standing.heard,
         CASE WHEN {KEPT_ALONE} THEN (SELECT unit.name FROM assignment AS only
            JOIN unit ON unit.id = only.unit WHERE only.action = action.id AND only.state IN {KEPT}) END, standing.latest",
        *COUNTS
    )
}
/// How many columns these are, with the meetings that were missed.
const COLUMNS: usize = COUNTED + 7;

fn line(row: &SqlRow) -> Result<ActionLine, Failure> {
    let first = Action::TABLE.columns().len();
    let behind = first + 3 + COUNTED;
    let heard: Option<String> = row.get(behind)?;
    Ok(ActionLine {
        action: read(row, 0)?,
        focus: row.get(first)?,
        deadline: day(row.get(first + 1)?),
        meeting_day: day(row.get(first + 2)?).unwrap_or_default(),
        roll_up: parts(row, first + 3)?,
        heard: moment(heard),
        only_unit: row.get(behind + 1)?,
        latest: day(row.get(behind + 2)?),
        missed: size(row, behind + 3)?,
        part: None,
        group: 0,
    })
}

fn group_key(grouping: Grouping, row: &SqlRow) -> Result<GroupKey, Failure> {
    let id = || row.get::<_, i64>(0);
    Ok(match grouping {
        Grouping::None => GroupKey::All,
        Grouping::Meeting => {
            let named: String = row.get(1)?;
            let title = named.chars().skip("2023-07-11T08:00:00+07:00".len());
            let starts = day(Some(named.clone())).unwrap_or_default();
            GroupKey::Meeting(Id::<Meeting>::of(id()?), starts, title.collect())
        }
        Grouping::Focus => GroupKey::Focus(Id::of(id()?), row.get(1)?),
        Grouping::Unit => {
            let name: Option<String> = row.get(1)?;
            GroupKey::Unit(Id::of(id()?), name.unwrap_or_default())
        }
        Grouping::Standing => {
            let place = size(row, 0)?;
            GroupKey::Standing(Standing::ALL.get(place).copied().unwrap_or(Standing::Open))
        }
        Grouping::Deadline => {
            let month: Option<String> = row.get(0)?;
            let read = |month: String| {
                let (year, month) = month.split_once('-')?;
                Some((year.parse().ok()?, month.parse().ok()?))
            };
            GroupKey::Deadline(month.and_then(read))
        }
    })
}

/// Puts groups in the order in which they are read: the latest meeting, the next month, names as Vietnamese sorts.
fn sort(groups: &mut [Group]) {
    groups.sort_by(|one, other| match (&one.key, &other.key) {
        (GroupKey::Meeting(_, one, _), GroupKey::Meeting(_, other, _)) => other.cmp(one),
        (GroupKey::Focus(a, one), GroupKey::Focus(b, other)) => (one, a).cmp(&(other, b)),
        (GroupKey::Unit(_, one), GroupKey::Unit(_, other)) => sort_key(one).cmp(&sort_key(other)),
        (GroupKey::Standing(one), GroupKey::Standing(other)) => one.cmp(other),
        (GroupKey::Deadline(one), GroupKey::Deadline(other)) => {
            (one.is_none(), one).cmp(&(other.is_none(), other))
        }
        (
            GroupKey::All
            | GroupKey::Meeting(..)
            | GroupKey::Focus(..)
            | GroupKey::Unit(..)
            | GroupKey::Standing(_)
            | GroupKey::Deadline(_),
            _,
        ) => std::cmp::Ordering::Equal,
    });
}
