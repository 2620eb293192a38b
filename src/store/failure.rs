//! The errors of a book, one kind for each sentence that a user needs.

use std::fmt;

use rusqlite::{ErrorCode, ffi};

/// The kind of an error; the screen has a sentence for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file is no SQLite database.
    NotADatabase,
    /// The file belongs to another program.
    OtherProgram,
    /// The book was written by a newer giaoban.
    Newer,
    /// The book was written by an older giaoban, and may not be brought up to date now.
    Older,
    /// The file or its folder may not be written.
    ReadOnly,
    /// Another program holds the book.
    Locked,
    /// The folder is not there.
    NoFolder,
    /// The disk is full.
    Full,
    /// The disk takes no more, for another reason: a limit, a fault.
    Unwritten,
    /// Something in the book cannot be read.
    Damaged,
    /// Another writer changed the same rows first.
    Clash,
    /// Another writer has changed a row that undo or redo would change.
    Overtaken,
    /// The change touches a signed record.
    Signed,
    /// Other rows still refer to a row that would be deleted.
    InUse,
    /// Anything else; the details tell.
    Other,
}

/// A failure of the book: its kind and its details.
#[derive(Debug)]
pub struct Failure {
    /// The kind.
    pub trouble: Trouble,
    /// The details, in the words of whoever found it.
    pub(crate) cause: anyhow::Error,
}

impl Failure {
    /// Returns a failure of this kind.
    pub(crate) fn new(trouble: Trouble, details: impl fmt::Display) -> Self {
        Self {
            trouble,
            cause: anyhow::anyhow!("{details}"),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#}", self.cause)
    }
}

impl std::error::Error for Failure {}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self {
            trouble: trouble(&error),
            cause: error.into(),
        }
    }
}

/// Returns the kind of an SQLite error; a unique number that another writer took first is a clash.
fn trouble(error: &rusqlite::Error) -> Trouble {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => Trouble::NotADatabase,
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Trouble::ReadOnly,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Trouble::Locked,
        Some(ErrorCode::CannotOpen) => Trouble::NoFolder,
        Some(ErrorCode::DiskFull) => Trouble::Full,
        Some(ErrorCode::DatabaseCorrupt) => Trouble::Damaged,
        Some(ErrorCode::SystemIoFailure) if is_unwritten(error) => Trouble::Unwritten,
        Some(ErrorCode::ConstraintViolation) => constraint(error),
        _ => Trouble::Other,
    }
}

/// Says whether it was writing that failed.
fn is_unwritten(error: &rusqlite::Error) -> bool {
    let writing = [
        ffi::SQLITE_IOERR_WRITE,
        ffi::SQLITE_IOERR_SHMSIZE,
        ffi::SQLITE_IOERR_FSYNC,
    ];
    let code = error.sqlite_extended_error_code();
    code.is_some_and(|code| writing.contains(&code))
}

/// Returns the kind of a refused constraint: a number that is taken, or a row that others still refer to.
fn constraint(error: &rusqlite::Error) -> Trouble {
    match error.sqlite_extended_error_code() {
        Some(ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => Trouble::Clash,
        Some(ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Trouble::InUse,
        Some(_) | None => Trouble::Other,
    }
}
