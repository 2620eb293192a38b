//! Opening a book: checks of the file, settings of the connection, and migrations.

use std::collections::HashSet;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::search::Watch;
use super::{Failure, Store, Trouble, codes, roll_up, seed};
use crate::meeting::change::Ids;
use crate::text::dates::Instant;

/// Marks the file as a book of this program: `giao` in ASCII.
const APPLICATION_ID: i64 = 0x6769_616f;

/// The migrations in their order; one that has been released is never edited.
const MIGRATIONS: &[&str] = &[
    include_str!("schema/0001_book.sql"),
    include_str!("schema/0002_roll_call.sql"),
    include_str!("schema/0003_desk.sql"),
    include_str!("schema/0004_followup.sql"),
    include_str!("schema/0005_papers.sql"),
    include_str!("schema/0006_codes.sql"),
    include_str!("schema/0007_deadlines.sql"),
    include_str!("schema/0008_turns.sql"),
    include_str!("schema/0009_closing.sql"),
    include_str!("schema/0010_put_off.sql"),
    include_str!("schema/0011_before.sql"),
    include_str!("schema/0012_signed_papers.sql"),
    include_str!("schema/0013_difficulties.sql"),
    include_str!("schema/0014_deadlines_of_parts.sql"),
    include_str!("schema/0015_invitation.sql"),
];

impl Store {
    /// Opens the book at a path; a file that is not there yet, or is empty, becomes a new book planned for today.
    pub fn open(path: &Path, now: Instant) -> Result<Self, Failure> {
        Self::open_watched(path, now, &mut |_, _| ())
    }

    /// Opens a book as [`Store::open`] does, and tells how far its index is where that has to be made anew.
    pub fn open_watched(path: &Path, now: Instant, watch: Watch) -> Result<Self, Failure> {
        Self::open_known(path, now, &mut || (), watch)
    }

    /// Opens a book as [`Store::open_watched`] does; `known` is called when the file has turned out to be a book, before
    /// anything is written to it.
    pub(crate) fn open_known(
        path: &Path,
        now: Instant,
        known: &mut dyn FnMut(),
        watch: Watch,
    ) -> Result<Self, Failure> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        Self::set_up(connection, now, known, watch)
    }

    /// Opens a book that is there to be read only: nothing is written to it, not even that it was opened.
    pub fn open_reader(path: &Path) -> Result<Self, Failure> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(Duration::from_millis(400))?;
        let version = check(&connection)?;
        if version < MIGRATIONS.len() {
            return Err(Failure::new(Trouble::Older, format!("version {version}")));
        }
        codes::check(&connection)?;
        roll_up::declare(&connection)?;
        connection.execute_batch("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF;")?;
        Ok(Self {
            connection,
            ids: Ids::of_writer(0),
            desk: 0,
            overtaken: HashSet::new(),
            has_signed: false,
        })
    }

    /// Returns a new book that is kept nowhere, for tests and practice.
    pub fn in_memory(now: Instant) -> Result<Self, Failure> {
        let connection = Connection::open_in_memory()?;
        Self::set_up(connection, now, &mut || (), &mut |_, _| ())
    }

    fn set_up(
        mut connection: Connection,
        now: Instant,
        known: &mut dyn FnMut(),
        watch: Watch,
    ) -> Result<Self, Failure> {
        // Several programs may bring one book up to date at once; afterwards nobody waits long.
        connection.busy_timeout(Duration::from_secs(3))?;
        connection.set_prepared_statement_cache_capacity(128);
        let version = check(&connection)?;
        if connection.is_readonly("main")? {
            return Err(Failure::new(
                Trouble::ReadOnly,
                "the file may not be written",
            ));
        }
        known();
        turn_to_wal(&connection)?;
        // Drafts do not wait for the disk; a commit sets `full` around itself.
        // A table that others refer to is made anew only while nobody checks them (SQLite, ALTER TABLE, 7).
        connection.execute_batch(
            "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = OFF;",
        )?;
        migrate(&mut connection, version)?;
        codes::fill(&mut connection)?;
        roll_up::declare(&connection)?;
        connection.execute_batch("PRAGMA foreign_keys = ON")?;
        let ids = Self::claim_writer(&connection, now)?;
        let store = Self {
            connection,
            ids,
            desk: 1,
            overtaken: HashSet::new(),
            has_signed: false,
        };
        store.index_if_missing(watch)?;
        store.index_issues_if_missing()?;
        seed::fill_if_empty(&store, now)?;
        seed::fill_days_off(&store)?;
        // The system keeps the file in its own memory, so that a small cache of our own is enough from here on (KiB).
        store.connection.execute_batch("PRAGMA cache_size = -800")?;
        store.connection.busy_timeout(Duration::from_millis(400))?;
        Ok(store)
    }
}

/// Turns the book to a write-ahead log, waiting three seconds at most for another program that does the same.
///
/// SQLite does not wait by itself here: where two ask at once it refuses one of them without its busy timeout.
fn turn_to_wal(connection: &Connection) -> Result<(), Failure> {
    const PAUSE: Duration = Duration::from_millis(10);
    connection.busy_timeout(Duration::ZERO)?;
    let mut tries_left = 300;
    loop {
        match connection.execute_batch("PRAGMA journal_mode = WAL;") {
            Err(error)
                if tries_left > 0
                    && error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) =>
            {
                tries_left -= 1;
                std::thread::sleep(PAUSE);
            }
            outcome => {
                outcome?;
                return Ok(connection.busy_timeout(Duration::from_secs(3))?);
            }
        }
    }
}

/// Returns how many migrations the book has had, if it is a book that this program can read.
fn check(connection: &Connection) -> Result<usize, Failure> {
    let pragma = |name: &str| {
        connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0))
    };
    let application = pragma("application_id")?;
    let version = pragma("user_version")?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if application != APPLICATION_ID && (application != 0 || tables > 0) {
        return Err(Failure::new(
            Trouble::OtherProgram,
            "the file is a database of another program",
        ));
    }
    match usize::try_from(version) {
        Ok(version) if version <= MIGRATIONS.len() => Ok(version),
        Ok(_) | Err(_) => Err(Failure::new(Trouble::Newer, format!("version {version}"))),
    }
}

/// Brings the book up to date; two programs that start at once do it one after the other.
fn migrate(connection: &mut Connection, version: usize) -> Result<(), Failure> {
    if version == MIGRATIONS.len() {
        return Ok(());
    }
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let version = check(&transaction)?;
    for migration in MIGRATIONS.iter().skip(version) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(
        None,
        "user_version",
        i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX),
    )?;
    Ok(transaction.commit()?)
}
