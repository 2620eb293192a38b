//! The counts of an action's parts in the table `standing`: how they are read, and the conditions on them.

use chrono::NaiveDate;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, Row as SqlRow};

use super::rows::size;
use crate::meeting::actions::register::soon;
use crate::meeting::actions::{RollUp, lacks_deadline};

/// The counts, in the order in which [`roll_up`] reads them.
pub(super) const COUNTS: &str = "standing.total, standing.done, standing.open, standing.reported";

/// Whether an action owes something, as the index `standing_open` has it: few do, however old the book is.
pub(super) const OWED: &str = "(standing.open > 0) = 1";

/// The deadline of the part `assignment`, as `deadline_on` has it: in force on the day that counts, or today.
pub(super) const DUE: &str = "(SELECT term.due FROM term WHERE term.assignment = assignment.id)";

/// The deadline that a line about a whole action shows: the nearest of the parts that are owed.
pub(super) const NEAREST: &str = "standing.due";

/// Whether the nearest deadline of an action is before the day `?1`.
pub(super) const PAST: &str = "standing.due < ?1";

/// Returns the condition that the deadline of a part is before the day `?1`.
pub(super) fn past_part() -> String {
    format!("{DUE} < ?1")
}

/// Whether an action lacks a deadline, by the one rule of [`lacks_deadline`].
pub(super) const LACKS_DUE: &str =
    "(standing.due IS NULL AND lacks_deadline(action.deadline_words))";

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

/// Returns the condition that a deadline, this expression, is near on a day, which is `?1`.
pub(super) fn near(due: &str, today: NaiveDate) -> String {
    format!("{due} >= ?1 AND {due} <= '{}'", soon(today))
}

/// Reads the counts out of the columns from `first` on.
pub(super) fn roll_up(row: &SqlRow, first: usize) -> rusqlite::Result<RollUp> {
    Ok(RollUp {
        total: size(row, first)?,
        done: size(row, first + 1)?,
        open: size(row, first + 2)?,
        reported: size(row, first + 3)?,
    })
}
