//! The ledger of what was handed out, and the seal that it puts on the record: outside the journal, never undone.

use rusqlite::{Connection, OptionalExtension, Params, TransactionBehavior};

use super::rows::{insert, select};
use super::{Failure, Store, Trouble};
use crate::meeting::cell::{Cell, Field, Id};
use crate::meeting::change::{Change, Ids};
use crate::meeting::papers::seal::{Touched, touched};
use crate::meeting::papers::{Handing, Ledger, checksum};
use crate::meeting::rows::{Meeting, Paper, PaperFile};
use crate::text::dates::Instant;

impl Store {
    /// Returns what was handed out of a meeting.
    pub fn ledger(&self, meeting: Id<Meeting>) -> Result<Ledger, Failure> {
        let mine = [meeting.number()];
        let of = "WHERE meeting = ?1 ORDER BY id";
        let under = "WHERE paper IN (SELECT id FROM paper WHERE meeting = ?1) ORDER BY id";
        Ok(Ledger {
            papers: select(&self.connection, of, mine)?,
            files: select(&self.connection, under, mine)?,
        })
    }

    /// Returns what was written to a file last, and of which paper it is, if the program has written it.
    pub fn written_to(&self, file: &str) -> Result<Option<(Paper, PaperFile)>, Failure> {
        let last = "WHERE file = ?1 ORDER BY id DESC LIMIT 1";
        let Some(written) = select::<PaperFile>(&self.connection, last, [file])?.pop() else {
            return Ok(None);
        };
        let of = [written.paper.number()];
        let paper = select::<Paper>(&self.connection, "WHERE id = ?1", of)?.pop();
        Ok(paper.map(|paper| (paper, written)))
    }

    /// Records what is handed out of a meeting, and has it written before the record stands: what cannot be
    /// written is not recorded, and what another desk has numbered meanwhile is refused as a clash.
    ///
    /// `write` is called once, when nothing but the disk of the book can refuse any more.
    pub fn hand_out<E: From<Failure>>(
        &mut self,
        meeting: Id<Meeting>,
        handings: &[Handing],
        now: Instant,
        write: impl FnOnce() -> Result<(), E>,
    ) -> Result<(), E> {
        self.durably(|connection, ids| {
            let sql = connection
                .transaction_with_behavior(TransactionBehavior::Immediate)
                .map_err(Failure::from)?;
            for handing in handings {
                record(&sql, ids, meeting, handing, now)?;
            }
            write()?;
            Ok(sql.commit().map_err(Failure::from)?)
        })
    }

    /// Does something that waits for the disk.
    fn durably<T, E: From<Failure>>(
        &mut self,
        work: impl FnOnce(&mut Connection, &Ids) -> Result<T, E>,
    ) -> Result<T, E> {
        let set = |connection: &Connection, mode: &str| {
            connection
                .execute_batch(&format!("PRAGMA synchronous = {mode}"))
                .map_err(Failure::from)
        };
        set(&self.connection, "FULL")?;
        let done = work(&mut self.connection, &self.ids);
        set(&self.connection, "NORMAL")?;
        done
    }
}

/// Records a version, unless it is there already, and its files.
fn record(
    sql: &Connection,
    ids: &Ids,
    meeting: Id<Meeting>,
    handing: &Handing,
    now: Instant,
) -> Result<(), Failure> {
    let (kind, seat) = handing.of;
    let sum = checksum(handing.words.as_bytes());
    let versions =
        "WHERE meeting = ?1 AND kind = ?2 AND ifnull(seat, 0) = ?3 ORDER BY version DESC LIMIT 1";
    let key = [
        meeting.to_cell(),
        kind.to_cell(),
        Cell::Int(seat.map_or(0, Id::number)),
    ];
    let last: Option<Paper> = select(sql, versions, rusqlite::params_from_iter(key))?.pop();
    let is_same = |paper: &&Paper| {
        (paper.version, &paper.checksum, paper.is_final)
            == (handing.version, &sum, handing.is_final)
    };
    let next = last.as_ref().map_or(1, |paper| paper.version + 1);
    let paper = match last.as_ref().filter(is_same) {
        Some(paper) => paper.id,
        None if handing.version == next => {
            let paper = Paper {
                id: ids.next(),
                meeting,
                kind,
                seat,
                version: handing.version,
                is_final: handing.is_final,
                at: now,
                checksum: sum,
                words: handing.words.clone(),
            };
            insert(sql, &paper.clone().into())?;
            paper.id
        }
        None => {
            return Err(Failure::new(
                Trouble::Clash,
                "a version was handed out meanwhile",
            ));
        }
    };
    handing.files.iter().try_for_each(|(file, checksum)| {
        let row = PaperFile {
            id: ids.next(),
            paper,
            at: now,
            checksum: checksum.clone(),
            file: file.clone(),
        };
        insert(sql, &row.into())
    })
}

/// Refuses changes of what signed minutes say, or of what was handed out with them.
pub(super) fn guard(connection: &Connection, changes: &[Change]) -> Result<(), Failure> {
    for touched in touched(changes) {
        if is_sealed(connection, touched)? {
            return Err(Failure::new(Trouble::Signed, format!("{touched:?}")));
        }
    }
    Ok(())
}

fn is_sealed(connection: &Connection, touched: Touched) -> Result<bool, Failure> {
    match touched {
        Touched::Record(meeting) => {
            let signed = "SELECT 1 FROM meeting WHERE id = ?1 AND state = 'final'";
            is_there(connection, signed, [meeting.number()])
        }
        Touched::Action(action) => {
            let signed = "SELECT 1 FROM action JOIN meeting ON meeting.id = action.meeting
                WHERE action.id = ?1 AND meeting.state = 'final'";
            is_there(connection, signed, [action.number()])
        }
        Touched::Signature(meeting) => {
            let out = "SELECT 1 FROM paper WHERE meeting = ?1 AND is_final = 1";
            is_there(connection, out, [meeting.number()])
        }
        Touched::Imprint(meeting, kind) => {
            let out = "SELECT 1 FROM paper WHERE meeting = ?1 AND kind = ?2 AND is_final = 1";
            let key = [meeting.to_cell(), kind.to_cell()];
            is_there(connection, out, rusqlite::params_from_iter(key))
        }
        Touched::Amendment(meeting, amendment) => {
            // The times are of one book and one place, so they sort as text.
            let out = "SELECT 1 FROM paper WHERE meeting = ?1 AND kind = 'amendment'
                AND at >= (SELECT at FROM amendment WHERE id = ?2)";
            is_there(connection, out, [meeting.number(), amendment.number()])
        }
    }
}

fn is_there(connection: &Connection, sql: &str, params: impl Params) -> Result<bool, Failure> {
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row(params, |_| Ok(())).optional()?;
    Ok(found.is_some())
}
