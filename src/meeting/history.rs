//! The journal read backwards: which entry undo takes back next, and which redo brings again.

use std::collections::HashSet;

/// Why an entry of the journal is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// The user did something.
    Do,
    /// The user took the entry with this number back.
    Undo(i64),
    /// The user brought the entry with this number again.
    Redo(i64),
}

/// Returns the entry that undo takes back, given the journal from its newest entry backwards.
pub(crate) fn undo_target(newest_first: impl IntoIterator<Item = (i64, Cause)>) -> Option<i64> {
    let mut settled = HashSet::new();
    for (id, cause) in newest_first {
        match cause {
            Cause::Do if !settled.contains(&id) => return Some(id),
            Cause::Redo(of) if settled.insert(of) => return Some(of),
            Cause::Undo(of) => {
                settled.insert(of);
            }
            Cause::Do | Cause::Redo(_) => {}
        }
    }
    None
}

/// Returns the entry that redo brings again; none once another change was made after the undo.
pub(crate) fn redo_target(newest_first: impl IntoIterator<Item = (i64, Cause)>) -> Option<i64> {
    let mut settled = HashSet::new();
    for (_, cause) in newest_first {
        match cause {
            Cause::Do => return None,
            Cause::Undo(of) if settled.insert(of) => return Some(of),
            Cause::Redo(of) => {
                settled.insert(of);
            }
            Cause::Undo(_) => {}
        }
    }
    None
}
