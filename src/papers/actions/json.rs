//! The follow-up table as JSON: names of fields that stay, days as year-month-day, codes of the book.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use crate::meeting::actions::code;
use crate::meeting::actions::figures::{Figure, Measure, Sums};
use crate::meeting::actions::table::{Key, Mark, Row, Table, Tracked};

#[derive(Serialize)]
struct Whole<'a> {
    day: NaiveDate,
    totals: Totals,
    actions: Vec<Action<'a>>,
}

/// Every figure under its code, and the two states that are asked for with what is overdue of each.
#[derive(Serialize)]
struct Totals {
    #[serde(flatten)]
    figures: BTreeMap<&'static str, Value>,
    in_progress: usize,
    in_progress_overdue: usize,
    not_started: usize,
    not_started_overdue: usize,
}

#[derive(Serialize)]
struct Action<'a> {
    code: String,
    focus_area: i64,
    focus_area_name: &'a str,
    text: &'a str,
    meeting_day: NaiveDate,
    meeting_title: &'a str,
    officer: Option<&'a str>,
    supporting_units: &'a [String],
    deliverable: Option<&'a str>,
    first_deadline: Option<NaiveDate>,
    first_deadline_words: Option<&'a str>,
    deadline: Option<NaiveDate>,
    deadline_words: Option<&'a str>,
    latest_deadline: Option<NaiveDate>,
    extensions: Vec<Later<'a>>,
    assignments: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Later<'a> {
    unit: Option<&'a str>,
    granted_on: NaiveDate,
    deadline: NaiveDate,
    deadline_words: Option<&'a str>,
    reason: &'a str,
    allowed_by: Option<&'a str>,
    document: Option<&'a str>,
}

#[derive(Serialize)]
struct Part<'a> {
    key: Option<String>,
    unit: Option<&'a str>,
    state: &'static str,
    mark: Option<&'static str>,
    percent: i64,
    deadline: Option<NaiveDate>,
    deadline_words: Option<&'a str>,
    overdue: bool,
    days_late: Option<i64>,
    done_on: Option<NaiveDate>,
    finished_on: Option<NaiveDate>,
    reported_at: Option<String>,
    result: Option<&'a str>,
    difficulty: Option<&'a str>,
    evidence: Option<&'a str>,
    handed_to: Option<&'a str>,
}

/// Returns the bytes of a table as JSON.
pub(super) fn json(table: &Table) -> anyhow::Result<Vec<u8>> {
    let whole = Whole {
        day: table.today,
        totals: totals(table.sums()),
        actions: table
            .actions
            .iter()
            .map(|of| action(of, table.today))
            .collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&whole)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn totals(sums: Sums) -> Totals {
    let measured = |figure: &Figure| match figure.of(sums) {
        Measure::Count(n) => Value::from(n),
        // In per cent with a tenth, as people read it; of nothing there is no share.
        Measure::Share(part, whole) => {
            let tenths = (part * 1000 + whole / 2).checked_div(whole);
            let tenths = tenths.and_then(|tenths| u32::try_from(tenths).ok());
            tenths.map_or(Value::Null, |tenths| Value::from(f64::from(tenths) / 10.0))
        }
    };
    let figures = Figure::ALL.iter();
    Totals {
        figures: figures
            .map(|figure| (figure.code(), measured(figure)))
            .collect(),
        in_progress: sums.running.0,
        in_progress_overdue: sums.running.1,
        not_started: sums.not_started.0,
        not_started_overdue: sums.not_started.1,
    }
}

fn action(of: &Tracked, today: NaiveDate) -> Action<'_> {
    let later = of.extensions.iter().filter(|later| later.stands());
    let later = later.map(|later| Later {
        unit: of.unit_of(later),
        granted_on: later.granted_on(),
        deadline: later.deadline,
        deadline_words: later.deadline_words.as_deref(),
        reason: &later.reason,
        allowed_by: later.allowed_by.as_deref(),
        document: later.document.as_deref(),
    });
    let rows = of.rows(today);
    let (nearest, latest) = of.deadlines(today);
    Action {
        code: code(of.action.number),
        focus_area: of.focus,
        focus_area_name: &of.area,
        text: &of.action.text,
        meeting_day: of.meeting_day,
        meeting_title: &of.meeting,
        officer: of.action.officer.as_deref(),
        supporting_units: &of.supports,
        deliverable: of.action.deliverable.as_deref(),
        first_deadline: of.action.deadline,
        first_deadline_words: of.action.deadline_words.as_deref(),
        deadline: nearest.day,
        deadline_words: nearest.words(&of.action),
        latest_deadline: latest.day,
        extensions: later.collect(),
        assignments: rows.iter().filter_map(part).collect(),
    }
}

fn part<'a>(row: &Row<'a>) -> Option<Part<'a>> {
    let part = row.part?;
    let assignment = &part.assignment;
    Some(Part {
        key: row.key().map(Key::shown),
        unit: Some(&part.unit),
        state: assignment.state.code(),
        mark: row.mark().map(Mark::code),
        percent: assignment.percent,
        deadline: row.due(),
        deadline_words: row.due_words(),
        overdue: row.is_overdue(),
        days_late: row.days_late(),
        done_on: assignment.done_on,
        finished_on: row.finished(),
        reported_at: part.heard.map(|at| at.to_rfc3339()),
        result: assignment.result.as_deref(),
        difficulty: assignment.difficulty.as_deref(),
        evidence: part.evidence.as_deref(),
        handed_to: part.handed_to.as_deref(),
    })
}
