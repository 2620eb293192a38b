//! The figures of `meeting/actions/figures.rs` as conditions on rows of the book, and how the counts are read.
//!
//! The deadline in force of a part is [`DUE`]; a line about a whole action has [`NEAREST`].

use std::sync::LazyLock;

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, Row as SqlRow};

use super::codes::{list, text};
use super::rows::size;
use crate::meeting::actions::figures::SOON;
use crate::meeting::actions::{Parts, RollUp, Standing, lacks_deadline};
use crate::meeting::code::AssignmentState;

/// Whether an action owes something, as the index `standing_open` has it: few do, however old the book is.
pub(super) const OWED: &str = "(standing.open > 0) = 1";

/// The deadline of the part in `assignment`, as `deadline_on` has it: in force on the day that counts, or today.
pub(super) const DUE: &str = "(SELECT term.due FROM term WHERE term.assignment = assignment.id)";

/// The deadline that a line about a whole action shows: the nearest of the parts that are owed.
pub(super) const NEAREST: &str = "standing.due";

/// Whether an action lacks a deadline, by the one rule of [`lacks_deadline`].
pub(super) const LACKS_DUE: &str =
    "(standing.due IS NULL AND lacks_deadline(action.deadline_words))";

/// Whether the unit is asked for a part: the next move is its own.
pub(super) static ASKED: LazyLock<String> = LazyLock::new(|| {
    let asked = AssignmentState::ALL.iter();
    let asked =
        asked.filter(|state| Standing::of(**state, None, chrono::NaiveDate::MIN).is_asked());
    format!(
        "(assignment.state IN {})",
        list(asked.map(|state| state.code()))
    )
});

/// Whether a part is overdue on the day `?1`.
pub(super) static OVERDUE: LazyLock<String> =
    LazyLock::new(|| format!("({} AND coalesce({DUE} < ?1, 0))", *ASKED));

/// Whether a part is due soon on the day `?1`.
pub(super) static DUE_SOON: LazyLock<String> = LazyLock::new(|| {
    format!(
        "({} AND coalesce({DUE} >= ?1 AND {DUE} <= date(?1, '+{SOON} days'), 0))",
        *ASKED
    )
});

/// Whether a part is done, and was finished after its deadline.
pub(super) static DONE_LATE: LazyLock<String> = LazyLock::new(|| {
    format!(
        "(assignment.state = {} AND EXISTS (SELECT 1 FROM term
            WHERE term.assignment = assignment.id AND term.finished > term.due))",
        text(AssignmentState::Done.code())
    )
});

/// Whether the deadline of a part was before the day that counts: that on which it was finished, if it is done, else the
/// day `?1`.
pub(super) static PAST: LazyLock<String> = LazyLock::new(|| {
    format!(
        "coalesce(CASE WHEN assignment.state = {} THEN {} ELSE {DUE} < ?1 END, 0)",
        text(AssignmentState::Done.code()),
        *DONE_LATE
    )
});

/// Whether a part is paused.
pub(super) static PAUSED: LazyLock<String> = LazyLock::new(|| {
    format!(
        "assignment.state = {}",
        text(AssignmentState::Paused.code())
    )
});

/// Whether a part waits to be accepted.
pub(super) static REPORTED: LazyLock<String> = LazyLock::new(|| {
    format!(
        "assignment.state = {}",
        text(AssignmentState::Reported.code())
    )
});

/// Returns the condition that an action has a part of which another condition holds.
pub(super) fn has_part(condition: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM assignment WHERE assignment.action = standing.action AND {condition})"
    )
}

/// Returns how many parts of an action a condition holds of; none is looked at where nothing is owed.
pub(super) fn parts_of(condition: &str) -> String {
    format!(
        "CASE WHEN {OWED} THEN (SELECT count(*) FROM assignment
            WHERE assignment.action = standing.action AND {condition}) ELSE 0 END"
    )
}

/// How the parts of an action stand on the day `?1`, in the order in which [`parts`] reads them.
pub(super) static COUNTS: LazyLock<String> = LazyLock::new(|| {
    format!(
        "standing.done, standing.open, standing.reported, {}, {}, {}",
        parts_of(&PAUSED),
        parts_of(&OVERDUE),
        parts_of(&DUE_SOON),
    )
});

/// How many columns [`COUNTS`] has.
pub(super) const COUNTED: usize = 6;

/// Reads the counts out of the columns from `first` on.
pub(super) fn parts(row: &SqlRow, first: usize) -> rusqlite::Result<Parts> {
    let (open, reported) = (size(row, first + 1)?, size(row, first + 2)?);
    let (paused, overdue) = (size(row, first + 3)?, size(row, first + 4)?);
    Ok(Parts {
        done: size(row, first)?,
        in_time: open.saturating_sub(reported + paused + overdue),
        due_soon: size(row, first + 5)?,
        overdue,
        reported,
        paused,
    })
}

/// How far an action is, in the order in which [`roll_up`] reads it.
pub(super) const DONE_AND_OPEN: &str = "standing.done, standing.open";

/// Reads how far an action is out of the columns from `first` on.
pub(super) fn roll_up(row: &SqlRow, first: usize) -> rusqlite::Result<RollUp> {
    Ok(RollUp {
        done: size(row, first)?,
        open: size(row, first + 1)?,
    })
}

/// Lets queries ask whether an action without a day lacks a deadline, going by its words.
pub(super) fn declare(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_scalar_function("lacks_deadline", 1, flags, |values| {
        let words: Option<String> = values.get(0)?;
        Ok(lacks_deadline(None, words.as_deref()))
    })
}
