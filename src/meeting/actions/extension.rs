//! Extensions of an action or of one part of it: granted, corrected, taken back.

use chrono::NaiveDate;

use super::register::AssignmentLine;
use crate::meeting::change::Change;
use crate::meeting::code::AssignmentState;
use crate::meeting::rows::{Action, Extension};
use crate::text::dates::Instant;

/// Why a later deadline is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtensionRefusal {
    /// It is not after the first deadline, this one, which nothing changes.
    BeforeFirst(NaiveDate),
    /// It is not after the deadline in force, this one.
    NotLater(NaiveDate),
    /// The part was finished on this day, before the extension was granted: its deadline stays that of its day.
    Finished(NaiveDate),
    /// Nobody owes the part any more: it was given up or handed over.
    NotOwed,
    /// It would have been granted on this day, before the action was given.
    BeforeGiven(NaiveDate),
}

/// Returns the change that gives an action a later deadline; one without any has its first deadline set, unless the
/// record that it stands in is signed.
pub fn extend(
    action: &Action,
    in_force: Option<NaiveDate>,
    is_signed: bool,
    row: Extension,
) -> Result<Change, ExtensionRefusal> {
    match (action.deadline, in_force) {
        (None, None) if !is_signed => Ok(Change::edit(action, |action| {
            action.deadline = Some(row.deadline);
            // Words that were said without a day are kept beside the day that they came to.
            if row.deadline_words.is_some() {
                action.deadline_words = row.deadline_words;
            }
        })),
        (Some(first), _) if row.deadline <= first => Err(ExtensionRefusal::BeforeFirst(first)),
        (_, Some(in_force)) if row.deadline <= in_force => {
            Err(ExtensionRefusal::NotLater(in_force))
        }
        (_, _) => Ok(Change::insert(row)),
    }
}

/// Returns the change that gives one part a later deadline.
pub fn extend_part(part: &AssignmentLine, row: Extension) -> Result<Change, ExtensionRefusal> {
    match part.assignment.state {
        AssignmentState::HandedOver | AssignmentState::Cancelled => {
            return Err(ExtensionRefusal::NotOwed);
        }
        AssignmentState::NotStarted
        | AssignmentState::InProgress
        | AssignmentState::Paused
        | AssignmentState::Reported
        | AssignmentState::Done => {}
    }
    let finished = part.finished().filter(|day| *day < row.granted_on());
    match (finished, part.due) {
        (Some(day), _) => Err(ExtensionRefusal::Finished(day)),
        (None, Some(in_force)) if row.deadline <= in_force => {
            Err(ExtensionRefusal::NotLater(in_force))
        }
        (None, _) => Ok(Change::insert(Extension {
            part: Some(part.assignment.id),
            ..row
        })),
    }
}

/// Returns the changes that put another entry in the place of an extension, which stays in the book as corrected. Its
/// day may be earlier, but never before the first deadline.
pub fn correct(
    old: &Extension,
    first: Option<NaiveDate>,
    new: Extension,
) -> Result<Vec<Change>, ExtensionRefusal> {
    match first.filter(|first| new.deadline <= *first) {
        Some(first) => Err(ExtensionRefusal::BeforeFirst(first)),
        None => Ok(vec![
            withdraw(old, None, new.at),
            Change::insert(Extension {
                corrects: Some(old.id),
                part: old.part,
                ..new
            }),
        ]),
    }
}

/// Returns the change that takes an extension back: it stays in the book, and counts for nothing.
pub fn withdraw(old: &Extension, why: Option<String>, now: Instant) -> Change {
    Change::edit(old, |old| {
        old.withdrawn = Some(now);
        old.withdrawn_why = why;
    })
}
