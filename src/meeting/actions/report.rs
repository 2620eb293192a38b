//! Changes of an action after it was assigned: reports, acceptance, supporting bodies, deletion.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::register::{ActionCard, AssignmentLine};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Ids, Moment};
use crate::meeting::code::AssignmentState;
use crate::meeting::rows::{Action, ActionSupport, Assignment, Progress, Record};
use crate::text::dates::Instant;
use crate::text::same::is_same;

/// A report of a unit on its part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The state it is brought to.
    pub state: AssignmentState,
    /// Per cent done, if the unit said so.
    pub percent: Option<i64>,
    /// The result.
    pub text: Option<String>,
    /// What hinders the unit.
    pub difficulty: Option<String>,
    /// Number and date of the document that proves it.
    pub evidence: Option<String>,
    /// The day on which it was done, if that is not today.
    pub done_on: Option<NaiveDate>,
    /// Who accepted it, where it is accepted and somebody said so.
    pub accepted_by: Option<String>,
}

/// Why a report is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportRefusal {
    /// The part was never reported, so it cannot be accepted.
    NotReported,
    /// The part was handed over to another unit.
    HandedOver,
    /// The part is in this state already.
    SoAlready,
    /// The part was accepted, on this day if it is known; a digit does not revoke an acceptance.
    Accepted(Option<NaiveDate>),
}

impl Report {
    /// Returns a report that says nothing but the state.
    pub fn of(state: AssignmentState) -> Self {
        Self {
            state,
            percent: None,
            text: None,
            difficulty: None,
            evidence: None,
            done_on: None,
            accepted_by: None,
        }
    }

    /// Says whether the unit says more in it than a state.
    fn tells_something(&self) -> bool {
        self.text.is_some() || self.evidence.is_some() || self.done_on.is_some()
    }
}

/// Returns the changes that record a report; `reported` is when the unit first reported in the series that runs.
///
/// A part can be accepted as done only after it was reported. A letter that tells that it is done is both: what it says is
/// the report, and the acceptance follows. The day that counts is the stated one, else that of the first report; nothing
/// that comes later moves it.
pub fn report(
    part: &Assignment,
    reported: Option<Instant>,
    report: &Report,
    moment: Moment,
) -> Result<Vec<Change>, ReportRefusal> {
    match (part.state, report.state) {
        (AssignmentState::HandedOver, _) => Err(ReportRefusal::HandedOver),
        (AssignmentState::Reported | AssignmentState::Done, AssignmentState::Done) => {
            let reported = reported.map(|at| at.date_naive());
            let report = Report {
                done_on: report.done_on.or(part.done_on).or(reported),
                ..report.clone()
            };
            Ok(write(part, &report, moment))
        }
        (_, AssignmentState::Done) if report.tells_something() => {
            let said = Report {
                state: AssignmentState::Reported,
                accepted_by: None,
                ..report.clone()
            };
            let mut changes = write(part, &said, moment);
            let told = changes.iter().find_map(|change| match change.after() {
                Some(Record::Assignment(part)) => Some(part.clone()),
                Some(_) | None => None,
            });
            let accepted = Report {
                done_on: report.done_on.or(Some(moment.now.date_naive())),
                accepted_by: report.accepted_by.clone(),
                ..Report::of(AssignmentState::Done)
            };
            changes.extend(told.map_or_else(Vec::new, |told| write(&told, &accepted, moment)));
            Ok(changes)
        }
        (_, AssignmentState::Done) => Err(ReportRefusal::NotReported),
        (_, _) => Ok(write(part, report, moment)),
    }
}

/// Returns the changes of a mark, a report that says nothing but a state: it changes nothing that stands so already,
/// and takes no acceptance back.
pub(crate) fn mark(
    part: &AssignmentLine,
    state: AssignmentState,
    moment: Moment,
) -> Result<Vec<Change>, ReportRefusal> {
    mark_own(&part.assignment, part.first_reported, state, moment)
}

/// Returns the changes of a mark on a part that the unit first reported then, in the series that runs.
pub(crate) fn mark_own(
    part: &Assignment,
    reported: Option<Instant>,
    state: AssignmentState,
    moment: Moment,
) -> Result<Vec<Change>, ReportRefusal> {
    if part.state == state {
        return Err(ReportRefusal::SoAlready);
    }
    if part.state == AssignmentState::Done {
        return Err(ReportRefusal::Accepted(part.done_on));
    }
    report(part, reported, &Report::of(state), moment)
}

/// Returns the changes that write one report down on several parts, and which units' parts cannot take it, and why.
pub(crate) fn report_all(
    parts: &[AssignmentLine],
    written: &Report,
    moment: Moment,
) -> (Vec<Change>, Vec<(String, ReportRefusal)>) {
    let (mut changes, mut refused) = (Vec::new(), Vec::new());
    for part in parts {
        let is_mark = *written == Report::of(written.state);
        let made = if is_mark {
            mark(part, written.state, moment)
        } else {
            report(&part.assignment, part.first_reported, written, moment)
        };
        match made {
            Ok(more) => changes.extend(more),
            Err(refusal) => refused.push((part.unit.clone(), refusal)),
        }
    }
    (changes, refused)
}

/// Returns the changes that bring an assignment to a state, and note that somebody reported it.
pub fn progress(part: &Assignment, state: AssignmentState, moment: Moment) -> Vec<Change> {
    write(part, &Report::of(state), moment)
}

fn write(part: &Assignment, report: &Report, moment: Moment) -> Vec<Change> {
    let percent = match report.state {
        AssignmentState::Done => 100,
        AssignmentState::NotStarted => 0,
        AssignmentState::Reported => report.percent.unwrap_or(100).clamp(0, 100),
        AssignmentState::InProgress
        | AssignmentState::Paused
        | AssignmentState::HandedOver
        // A part that is not done (any more): the reported share, else the last known one below 100 %.
        | AssignmentState::Cancelled => {
            let known = Some(part.percent).filter(|percent| *percent < 100);
            report.percent.or(known).unwrap_or(0).clamp(0, 99)
        }
    };
    let day = report
        .done_on
        .or(part.done_on)
        .unwrap_or(moment.now.date_naive());
    let row = Progress {
        id: moment.ids.next(),
        assignment: part.id,
        at: moment.now,
        state: report.state,
        percent,
        text: report.text.clone(),
        evidence: report.evidence.clone(),
        difficulty: report.difficulty.clone(),
        accepted_by: report.accepted_by.clone(),
    };
    vec![
        Change::edit(part, |part| {
            part.state = report.state;
            part.percent = percent;
            part.done_on = match report.state {
                AssignmentState::Done => Some(day),
                // A pause does not unsay on which day the unit was done.
                AssignmentState::Reported
                | AssignmentState::Paused
                | AssignmentState::HandedOver => report.done_on.or(part.done_on),
                AssignmentState::NotStarted
                | AssignmentState::InProgress
                | AssignmentState::Cancelled => None,
            };
            if report.text.is_some() {
                part.result.clone_from(&report.text);
            }
            if report.difficulty.is_some() {
                part.difficulty.clone_from(&report.difficulty);
            }
        }),
        Change::insert(row),
    ]
}

/// Returns the changes that give an action these supporting bodies, and take the others off.
pub(crate) fn support(
    action: Id<Action>,
    held: &[ActionSupport],
    names: &[String],
    ids: &Ids,
) -> Vec<Change> {
    let gone = held
        .iter()
        .filter(|row| !names.iter().any(|name| is_same(name, &row.name)));
    let new = names
        .iter()
        .filter(|name| held.iter().all(|row| !is_same(&row.name, name)));
    let insert = |name: &String| {
        Change::insert(ActionSupport {
            id: ids.next(),
            action,
            unit: None,
            name: name.clone(),
        })
    };
    gone.map(Change::delete).chain(new.map(insert)).collect()
}

/// Why an action cannot go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RemovalRefusal {
    /// So many units have reported on it.
    Reported(usize),
    /// It was given a later deadline.
    Extended,
    /// It resolves the issue of this number.
    Resolves(i64),
}

/// Returns the changes that take an action out of the register, unless something points to it.
pub(crate) fn remove(card: &ActionCard) -> Result<Vec<Change>, RemovalRefusal> {
    // A handover is noted on a part too, and is no report.
    let is_report = |row: &Progress| row.state != AssignmentState::HandedOver;
    let reported = card
        .parts
        .iter()
        .filter(|part| part.report.as_ref().is_some_and(is_report));
    let reported = reported.count();
    if reported > 0 {
        return Err(RemovalRefusal::Reported(reported));
    }
    if !card.extensions.is_empty() {
        return Err(RemovalRefusal::Extended);
    }
    if let Some((number, _)) = card.issue {
        return Err(RemovalRefusal::Resolves(number));
    }
    let supports = card.supports.iter().map(Change::delete);
    let looks = card.looks.iter().map(Change::delete);
    let handed = card.parts.iter().filter_map(|part| part.report.as_ref());
    let handed = handed.map(Change::delete);
    let parts = card
        .parts
        .iter()
        .map(|part| Change::delete(&part.assignment));
    let action = Change::delete(&card.line.action);
    let beside = supports.chain(looks).chain(handed);
    Ok(beside.chain(parts).chain([action]).collect())
}
