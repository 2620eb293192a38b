//! The conditions on the lines of the register, as SQL with values.

use chrono::NaiveDate;
use rusqlite::types::Value;

use crate::meeting::actions::register::GroupKey;
use crate::meeting::actions::{Order, Query, Scope, Standing};
use crate::meeting::filter::{Days as Span, Wanted};
use crate::store::codes::{HANDED_OVER, KEPT, OPEN, OWES_REPORT, list};
use crate::store::roll_up::{ASKED, DONE_LATE, DUE, DUE_SOON, NEAREST, OVERDUE, OWED, has_part};

/// Conditions and their values; those on a day have it as `?1`.
#[derive(Clone, Default)]
pub(crate) struct Conditions {
    texts: Vec<String>,
    pub(crate) values: Vec<Value>,
}

impl Conditions {
    pub(crate) fn on(today: NaiveDate) -> Self {
        Self {
            texts: Vec::new(),
            values: vec![today.to_string().into()],
        }
    }

    /// Adds a condition; `?` in it stands for the value.
    pub(crate) fn add(&mut self, text: &str, value: impl Into<Value>) {
        self.values.push(value.into());
        let mark = format!("?{}", self.values.len());
        self.texts.push(text.replace('?', &mark));
    }

    pub(crate) fn plain(&mut self, text: impl Into<String>) {
        self.texts.push(text.into());
    }

    pub(crate) fn among(&mut self, column: &str, ids: impl Iterator<Item = i64>) {
        let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
        if !ids.is_empty() {
            self.plain(format!("{column} IN ({})", ids.join(", ")));
        }
    }

    /// Keeps the rows whose column is one of these texts; without any, all rows.
    pub(crate) fn equals_one(&mut self, column: &str, texts: &[String]) {
        let marks: Vec<String> = texts
            .iter()
            .map(|text| {
                self.values.push(text.clone().into());
                format!("?{}", self.values.len())
            })
            .collect();
        if !marks.is_empty() {
            self.plain(format!("{column} IN ({})", marks.join(", ")));
        }
    }

    /// Keeps the actions under these focus areas, whatever number or wording each was given under.
    pub(crate) fn under(&mut self, column: &str, areas: impl Iterator<Item = i64>) {
        let ids: Vec<String> = areas.map(|id| id.to_string()).collect();
        if !ids.is_empty() {
            self.plain(format!(
                "{column} IN (SELECT id FROM focus_area WHERE coalesce(origin, id) IN
                 (SELECT coalesce(origin, id) FROM focus_area WHERE id IN ({})))",
                ids.join(", ")
            ));
        }
    }

    pub(crate) fn within(&mut self, column: &str, days: Option<Span>, end: &str) {
        let Some(days) = days else { return };
        if let Some(from) = days.from {
            self.add(&format!("{column} >= ?"), from.to_string());
        }
        if let Some(to) = days.to {
            self.add(&format!("{column} <= ?"), format!("{to}{end}"));
        }
        self.plain(format!("{column} IS NOT NULL"));
    }

    /// Keeps the rows of which one of two columns is within days.
    pub(crate) fn within_either(&mut self, columns: [&str; 2], days: Option<Span>) {
        let either = columns.map(|column| {
            let mut one = Self {
                texts: Vec::new(),
                values: std::mem::take(&mut self.values),
            };
            one.within(column, days, "");
            self.values = one.values;
            one.texts.join(" AND ")
        });
        if days.is_some() {
            self.plain(format!("(({}))", either.join(") OR (")));
        }
    }

    pub(crate) fn text(&self) -> String {
        if self.texts.is_empty() {
            return String::new();
        }
        format!("WHERE {}", self.texts.join(" AND "))
    }
}

/// Returns the condition on a part of which a query is, if it is about parts.
pub(super) fn of_part(query: &Query) -> Option<String> {
    let filter = &query.filter;
    let is_cell = query.scope != Scope::default();
    if !filter.is_about_parts() && !is_cell {
        return None;
    }
    let mut part = Conditions::on(query.today);
    if is_cell {
        // A cell of the heat map counts no part that was handed over or given up, so its list has none either.
        part.plain(format!("assignment.state IN {KEPT}"));
    }
    part.among(
        "assignment.unit",
        query.scope.unit.iter().map(|id| id.number()),
    );
    part.among("assignment.unit", filter.units.iter().map(|id| id.number()));
    let open = format!("assignment.state IN {OPEN}");
    let mut states = Vec::new();
    for wanted in &filter.wanted {
        match wanted {
            Wanted::Open => part.plain(open.as_str()),
            Wanted::Overdue => part.plain(OVERDUE.as_str()),
            Wanted::DueSoon => part.plain(DUE_SOON.as_str()),
            Wanted::DoneLate => part.plain(DONE_LATE.as_str()),
            Wanted::NotReported => {
                part.plain(format!("assignment.state IN {OWES_REPORT}"));
            }
            Wanted::State(state) => states.push(state.code()),
        }
    }
    if !states.is_empty() {
        part.plain(format!("assignment.state IN {}", list(states.into_iter())));
    }
    // A part that was handed over is found by the unit that took it.
    if !filter.units.is_empty() && filter.wanted.is_empty() {
        part.plain(format!("assignment.state NOT IN {HANDED_OVER}"));
    }
    Some(part.texts.join(" AND "))
}

/// Adds the conditions on parts: on the line's own part (`is_own`), or on at least one part of the action.
pub(super) fn add_parts(conditions: &mut Conditions, query: &Query, is_own: bool) {
    let Some(of_part) = of_part(query) else {
        return;
    };
    if query.filter.wanted.iter().any(|wanted| wanted.is_owed()) {
        conditions.plain(OWED);
    }
    conditions.plain(if is_own {
        of_part
    } else {
        format!(
            "EXISTS (SELECT 1 FROM assignment WHERE assignment.action = action.id AND {of_part})"
        )
    });
}

pub(super) fn add_group(conditions: &mut Conditions, key: &GroupKey) {
    match key {
        GroupKey::All => {}
        GroupKey::Meeting(id, ..) => conditions.add("action.meeting = ?", id.number()),
        GroupKey::Focus(id, _) => conditions.under("action.focus", [id.number()].into_iter()),
        GroupKey::Unit(id, _) => conditions.add("assignment.unit = ?", id.number()),
        GroupKey::Deadline(None) => conditions.plain("standing.due IS NULL"),
        GroupKey::Deadline(Some((year, month))) => {
            conditions.within("standing.due", Span::months(*year, *month, 1), "");
        }
        GroupKey::Standing(of) => conditions.plain(standing(*of)),
    }
}

/// Returns the condition on an action for its standing on the day `?1`, as `Parts::standing` tells it of counts. No two
/// of these conditions hold at once.
fn standing(standing: Standing) -> String {
    let (asked, overdue, soon) = (has_part(&ASKED), has_part(&OVERDUE), has_part(&DUE_SOON));
    match standing {
        Standing::Done => "(standing.open = 0 AND standing.done > 0)".to_owned(),
        Standing::Off => "(standing.open = 0 AND standing.done = 0)".to_owned(),
        Standing::Overdue => format!("({OWED} AND {overdue})"),
        Standing::DueSoon => format!("({OWED} AND NOT {overdue} AND {soon})"),
        Standing::Open => format!("({OWED} AND {asked} AND NOT {overdue} AND NOT {soon})"),
        Standing::Reported => format!("({OWED} AND NOT {asked} AND standing.reported > 0)"),
        Standing::Paused => format!("({OWED} AND NOT {asked} AND standing.reported = 0)"),
    }
}

/// Returns the number of an action's standing, its place among all standings.
pub(super) fn standing_number() -> String {
    let cases = Standing::ALL.iter().enumerate();
    let cases: Vec<String> = cases
        .map(|(place, of)| format!("WHEN {} THEN {place}", standing(*of)))
        .collect();
    format!("CASE {} END", cases.join(" "))
}

pub(super) fn order(order: Order, is_parts: bool) -> String {
    let open = if is_parts {
        format!("assignment.state IN {OPEN}")
    } else {
        OWED.to_owned()
    };
    let progress = if is_parts {
        "assignment.percent"
    } else {
        "standing.done * 1.0 / max(standing.done + standing.open, 1)"
    };
    match order {
        Order::Deadline => {
            let due = if is_parts { DUE } else { NEAREST };
            format!("ORDER BY {open} DESC, {due} IS NULL, {due}, action.number")
        }
        Order::Newest => "ORDER BY action.number DESC".to_owned(),
        Order::Progress => format!("ORDER BY {open} DESC, {progress}, action.number"),
        Order::Silence => {
            format!("ORDER BY {open} DESC, coalesce(standing.heard, action.at), action.number")
        }
    }
}
