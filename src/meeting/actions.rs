//! Actions and their assignments: a code for life, the parts of an action, and how many of them are done.

pub mod deadline;
pub mod extension;
pub mod figures;
pub mod import;
pub mod register;
pub mod report;
pub mod table;

use chrono::NaiveDate;

use super::cell::Id;
use super::change::{Change, Ids};
use super::code::AssignmentState;
use super::dossier::Dossier;
use super::rows::{Action, Assignment, Progress, Unit};
use crate::text::deadlines::is_rhythm;

pub use deadline::{InForce, day_that_counts, deadline_on, first_reported};
pub use figures::{Parts, Standing};
pub use register::{
    ActionCard, ActionLine, AssignmentLine, Grouping, Order, Query, Register, Scope,
};
pub use report::{Report, progress};

/// The numbers that the next action and the next issue get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// The next action's.
    pub action: i64,
    /// The next issue's.
    pub issue: i64,
}

/// How far an action is, whatever the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RollUp {
    /// The parts that are done.
    pub(crate) done: usize,
    /// Those that are not.
    pub(crate) open: usize,
}

impl RollUp {
    /// Returns the parts that count.
    pub(crate) fn total(self) -> usize {
        self.done + self.open
    }
}

/// Returns the code of an action for life: 12 is NV-012.
pub(crate) fn code(number: i64) -> String {
    format!("NV-{number:03}")
}

/// Reads the code of an action: `NV-012`, `nv12`.
pub(crate) fn number(code: &str) -> Option<i64> {
    let (letters, rest) = code.split_at_checked(2)?;
    let digits = rest.strip_prefix('-').unwrap_or(rest);
    let is_code = letters.eq_ignore_ascii_case("NV")
        && (1..=6).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then(|| digits.parse().ok())?
}

/// Says whether an action lacks a deadline: it has no day, and is none that by its words has none, as `thường xuyên`.
pub(crate) fn lacks_deadline(due: Option<NaiveDate>, words: Option<&str>) -> bool {
    due.is_none() && !words.is_some_and(is_rhythm)
}

/// Returns the changes that give an action to units, one assignment each.
pub fn assign(action: Action, units: &[Id<Unit>], ids: &Ids) -> Vec<Change> {
    let id = action.id;
    let parts = units
        .iter()
        .map(|unit| Change::insert(part(id, *unit, ids)));
    std::iter::once(Change::insert(action))
        .chain(parts)
        .collect()
}

/// Returns the part of an action that a unit has not begun yet.
pub(super) fn part(action: Id<Action>, unit: Id<Unit>, ids: &Ids) -> Assignment {
    Assignment {
        id: ids.next(),
        action,
        unit,
        state: AssignmentState::NotStarted,
        percent: 0,
        result: None,
        done_on: None,
        handed_to: None,
        came: None,
        difficulty: None,
    }
}

/// Says whether a part came to its unit by a handover, not from the meeting.
///
/// Rows from before the column `came` are judged by the seats: such a unit had none at the meeting.
fn is_received(dossier: &Dossier, part: &Assignment) -> bool {
    if part.came == Some(true) {
        return true;
    }
    let mut parts = dossier.assignments.iter();
    let was_seated = || {
        dossier
            .seats
            .iter()
            .any(|seat| seat.unit == Some(part.unit))
    };
    parts.any(|other| other.action == part.action && other.handed_to == Some(part.unit))
        && !was_seated()
}

/// Returns the changes that give an action to these units instead. A unit that keeps its part keeps its reports; a part
/// that was handed over stays with its new unit.
pub fn reassign(
    dossier: &Dossier,
    action: Id<Action>,
    units: &[Id<Unit>],
    ids: &Ids,
) -> Vec<Change> {
    let parts = || {
        dossier
            .assignments
            .iter()
            .filter(|part| part.action == action)
    };
    let is_handed = |part: &Assignment| part.handed_to.is_some() || is_received(dossier, part);
    let gone: Vec<&Assignment> = parts()
        .filter(|part| !units.contains(&part.unit) && !is_handed(part))
        .collect();
    let reports = dossier
        .progress
        .iter()
        .filter(|report| gone.iter().any(|part| part.id == report.assignment));
    let new = units
        .iter()
        .filter(|unit| parts().all(|part| part.unit != **unit));
    let given = parts().filter(|part| part.came == Some(true) && units.contains(&part.unit));
    let given = given.map(|part| Change::edit(part, |part| part.came = None));
    let own = dossier.extensions.iter();
    let own = own.filter(|later| gone.iter().any(|part| later.part == Some(part.id)));
    reports
        .map(Change::delete)
        .chain(own.map(Change::delete))
        .chain(gone.iter().copied().map(Change::delete))
        .chain(given)
        .chain(new.map(|unit| Change::insert(part(action, *unit, ids))))
        .collect()
}

/// Returns the changes that take an action out with all that hangs on it.
pub fn remove(dossier: &Dossier, action: &Action) -> Vec<Change> {
    let parts = || {
        dossier
            .assignments
            .iter()
            .filter(|part| part.action == action.id)
    };
    let reports = parts().flat_map(|part| {
        let of_part = move |report: &&Progress| report.assignment == part.id;
        dossier.progress.iter().filter(of_part)
    });
    let extensions = dossier
        .extensions
        .iter()
        .filter(|later| later.action == action.id);
    let helpers = dossier.supports.iter();
    let helpers = helpers.filter(|support| support.action == action.id);
    reports
        .map(Change::delete)
        .chain(extensions.map(Change::delete))
        .chain(helpers.map(Change::delete))
        .chain(parts().map(Change::delete))
        .chain([Change::delete(action)])
        .collect()
}

/// Returns the units that an action was given to, in the order of their assignments.
pub fn units(dossier: &Dossier, action: Id<Action>) -> Vec<Id<Unit>> {
    dossier
        .assignments
        .iter()
        .filter(|part| part.action == action && !is_received(dossier, part))
        .map(|part| part.unit)
        .collect()
}
