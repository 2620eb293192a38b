//! The verdict on a row whose part is known: a report, nothing new, or a contradiction.

use chrono::NaiveDate;

use super::{Difference, RowProblem, Verdict};
use crate::meeting::actions::report::Report;
use crate::meeting::actions::table::{Key, Said, TrackedPart, plain};
use crate::meeting::code::AssignmentState;
use crate::text::dates::short_date;

/// Returns the verdict on a row about a part, on a day.
pub(super) fn of(
    said: &Said,
    key: Option<Key>,
    part: &TrackedPart,
    today: NaiveDate,
) -> Result<Verdict, RowProblem> {
    let written = key.and_then(|key| key.print);
    // Who wrote nothing into the row says nothing, however the book has gone on since.
    if written == Some(said.print()) {
        return Ok(Verdict::Same);
    }
    let book = part.said();
    let assignment = &part.assignment;
    let state = meant(said, assignment.state, assignment.percent)?;
    let text = text(said, state);
    let report = Report {
        state,
        percent: said.percent.filter(|_| is_running(state)),
        text: text.filter(|text| book.text.as_ref() != Some(text)),
        evidence: said
            .evidence
            .clone()
            .filter(|evidence| book.evidence.as_ref() != Some(evidence)),
        done_on: None,
    };
    let differences = differences(&report, assignment.state, assignment.percent);
    if differences.is_empty() {
        return Ok(Verdict::Same);
    }
    check(said, &report, part, today)?;
    let is_as_written = written == Some(book.print());
    if !is_as_written && is_behind(&report, assignment.state, assignment.percent) {
        return Err(RowProblem::Behind(assignment.state, assignment.percent));
    }
    Ok(Verdict::Changed(
        Box::new(assignment.clone()),
        report,
        differences,
    ))
}

/// Returns the next state of a part: one that its unit calls done becomes *reported* and waits for acceptance.
fn meant(said: &Said, book: AssignmentState, percent: i64) -> Result<AssignmentState, RowProblem> {
    let is_new = said.state.is_some_and(|state| state != book);
    let state = match (said.state, said.done_on, said.percent) {
        (Some(state), Some(_), _) if is_new && !is_done(state) => {
            return Err(RowProblem::StateAndDay(state));
        }
        (_, Some(_), _) | (None, None, Some(100)) => AssignmentState::Done,
        (Some(state), None, _) => state,
        (None, None, Some(share)) if share > 0 && book == AssignmentState::NotStarted => {
            AssignmentState::InProgress
        }
        (None, None, Some(_) | None) => book,
    };
    let is_odd = said.percent.is_some_and(|share| match state {
        AssignmentState::Done => share < 100,
        AssignmentState::NotStarted => share > 0,
        AssignmentState::InProgress | AssignmentState::Paused => share == 100,
        AssignmentState::Reported | AssignmentState::HandedOver | AssignmentState::Cancelled => {
            false
        }
    });
    // A share that the book has already is no news, so that a day may be added beside it.
    match said.percent.filter(|_| is_odd) {
        Some(share) if !(said.done_on.is_some() && share == percent) => {
            Err(RowProblem::StateAndPercent(state, share))
        }
        Some(_) | None if state == AssignmentState::Done && book != AssignmentState::Done => {
            Ok(AssignmentState::Reported)
        }
        Some(_) | None => Ok(state),
    }
}

/// Returns the text of the report, with the day on which the unit was done: the book keeps the day of acceptance.
fn text(said: &Said, state: AssignmentState) -> Option<String> {
    let day = said
        .done_on
        .filter(|_| state == AssignmentState::Reported)
        .map(|day| format!("hoàn thành ngày {}", short_date(day)));
    match (&said.text, day) {
        (Some(text), Some(day)) if text.contains(&day) => Some(plain(text)),
        (Some(text), Some(day)) => Some(format!("{} ({day})", plain(text))),
        (None, day) => day,
        (Some(text), None) => Some(plain(text)),
    }
}

fn differences(report: &Report, state: AssignmentState, percent: i64) -> Vec<Difference> {
    let mut differences = Vec::new();
    if report.state != state {
        differences.push(Difference::State(state, report.state));
    }
    if let Some(share) = report.percent.filter(|share| *share != percent) {
        differences.push(Difference::Percent(percent, share));
    }
    differences.extend(report.text.clone().map(Difference::Text));
    differences.extend(report.evidence.clone().map(Difference::Evidence));
    differences
}

/// Says why a report cannot be taken.
fn check(
    said: &Said,
    report: &Report,
    part: &TrackedPart,
    today: NaiveDate,
) -> Result<(), RowProblem> {
    let book = part.assignment.state;
    if !book.is_open() {
        return Err(RowProblem::Settled(book));
    }
    if !report.state.row().is_kept {
        return Err(RowProblem::NotForUnits(report.state));
    }
    if let Some(day) = said.done_on.filter(|day| *day > today) {
        return Err(RowProblem::Future(day));
    }
    let is_proven = said.text.is_some()
        || said.evidence.is_some()
        || said.done_on.is_some()
        || part.evidence.is_some();
    if report.state == AssignmentState::Reported && report.state != book && !is_proven {
        return Err(RowProblem::NoReport);
    }
    Ok(())
}

/// Says whether a report says less than the book has heard.
fn is_behind(report: &Report, state: AssignmentState, percent: i64) -> bool {
    let rank = |state: AssignmentState| match state {
        AssignmentState::NotStarted => 0,
        AssignmentState::InProgress | AssignmentState::Paused => 1,
        AssignmentState::Reported => 2,
        AssignmentState::Done | AssignmentState::HandedOver | AssignmentState::Cancelled => 3,
    };
    rank(report.state) < rank(state)
        || (report.state == state && report.percent.is_some_and(|share| share < percent))
}

fn is_done(state: AssignmentState) -> bool {
    let row = state.row();
    row.is_kept && !row.owes_report
}

fn is_running(state: AssignmentState) -> bool {
    match state {
        AssignmentState::InProgress | AssignmentState::Paused => true,
        AssignmentState::NotStarted
        | AssignmentState::Reported
        | AssignmentState::Done
        | AssignmentState::HandedOver
        | AssignmentState::Cancelled => false,
    }
}
