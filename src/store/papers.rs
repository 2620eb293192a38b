//! The ledger of exported papers, and the seal that it puts on the record: outside the journal, never undone.

use std::sync::LazyLock;

use rusqlite::{Connection, OptionalExtension, Params, TransactionBehavior, params_from_iter};

use super::codes::{SIGNED, list, text};
use super::rows::{columns, insert, read, select};
use super::{Failure, Store, Trouble};
use crate::meeting::cell::{Cell, Field, Id};
use crate::meeting::change::{Change, Moment};
use crate::meeting::code::PaperKind;
use crate::meeting::papers::seal::{Touched, touched};
use crate::meeting::papers::{Handing, Ledger, Of, checksum, corrected_in, is_working};
use crate::meeting::rows::{Meeting, Paper, PaperDocument, PaperFile};
use crate::text::dates::Instant;

impl Store {
    /// Returns the ledger of a meeting: the versions of its papers, with the words of the final ones only, and their files.
    pub fn ledger(&self, meeting: Id<Meeting>) -> Result<Ledger, Failure> {
        let mine = [meeting.number()];
        let under = "WHERE paper IN (SELECT id FROM paper WHERE meeting = ?1) ORDER BY turn";
        Ok(Ledger {
            papers: without_words(&self.connection, mine)?,
            files: select(&self.connection, under, mine)?,
        })
    }

    /// Returns the versions of a paper with their words, the oldest first.
    pub fn versions(&self, meeting: Id<Meeting>, of: Of) -> Result<Vec<Paper>, Failure> {
        versions(&self.connection, meeting, of, "ORDER BY version")
    }

    /// Returns the finished document of a version, as it is kept; there is none of a draft, nor of a final version that an
    /// older program handed out.
    pub fn kept_document(&self, paper: Id<Paper>) -> Result<Option<String>, Failure> {
        let of = "WHERE paper = ?1";
        let kept = select::<PaperDocument>(&self.connection, of, [paper.number()])?.pop();
        Ok(kept.map(|kept| kept.document))
    }

    /// Returns the last version that the program wrote to a file, and its paper, if there is one.
    pub fn written_to(&self, file: &str) -> Result<Option<(Paper, PaperFile)>, Failure> {
        let last = "WHERE file = ?1 ORDER BY turn DESC LIMIT 1";
        let Some(written) = select::<PaperFile>(&self.connection, last, [file])?.pop() else {
            return Ok(None);
        };
        let of = [written.paper.number()];
        let paper = select::<Paper>(&self.connection, "WHERE id = ?1", of)?.pop();
        Ok(paper.map(|paper| (paper, written)))
    }

    /// Records versions of a meeting's papers and writes their files, both or neither. A version number that another
    /// desk has taken meanwhile is a clash.
    ///
    /// `write` runs inside the transaction, after all checks; only COMMIT can fail after it.
    pub fn hand_out<E: From<Failure>>(
        &mut self,
        meeting: Id<Meeting>,
        handings: &[Handing],
        now: Instant,
        write: impl FnOnce() -> Result<(), E>,
    ) -> Result<(), E> {
        self.durably(|store| {
            let Self {
                connection, ids, ..
            } = store;
            let sql = connection
                .transaction_with_behavior(TransactionBehavior::Immediate)
                .map_err(Failure::from)?;
            let is_signed = is_sealed(&sql, Touched::Record(meeting), Firm::Signed)?;
            for handing in handings {
                // A numbered paper may still be a draft of a signed record; the minutes may not.
                let is_late = handing.of.0 == PaperKind::Minutes && is_signed && !handing.is_final;
                let needs_none = is_working(handing.of.0) || handing.of.0.row().goes_before;
                let is_early = handing.is_final && !is_signed && !needs_none;
                if is_late || is_early {
                    let signature =
                        "the meeting was signed, or its signature taken back, meanwhile";
                    return Err(Failure::new(Trouble::Clash, signature).into());
                }
                record(&sql, meeting, handing, ids.at(now))?;
            }
            write()?;
            Ok(sql.commit().map_err(Failure::from)?)
        })
    }
}

/// Records a version, unless it is there already, and its files.
fn record(
    sql: &Connection,
    meeting: Id<Meeting>,
    handing: &Handing,
    moment: Moment,
) -> Result<(), Failure> {
    let (kind, seat) = handing.of;
    let sum = checksum(handing.words.as_bytes());
    let last = versions(sql, meeting, handing.of, "ORDER BY version DESC LIMIT 1")?.pop();
    let is_same = |paper: &&Paper| {
        (paper.version, &paper.checksum, paper.is_final)
            == (handing.version, &sum, handing.is_final)
    };
    let next = last.as_ref().map_or(1, |paper| paper.version + 1);
    let again = if handing.is_final && handing.version < next {
        let one = format!("AND version = {} LIMIT 1", handing.version);
        versions(sql, meeting, handing.of, &one)?.pop()
    } else {
        last
    };
    let paper = match again.as_ref().filter(is_same) {
        Some(paper) => paper.id,
        None if handing.version == next => {
            let paper = Paper {
                id: moment.ids.next(),
                meeting,
                kind,
                seat,
                version: handing.version,
                is_final: handing.is_final,
                at: moment.now,
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
    keep_document(sql, paper, handing, moment)?;
    handing.files.iter().try_for_each(|(file, checksum)| {
        let row = PaperFile {
            id: moment.ids.next(),
            paper,
            turn: next_turn(sql)?,
            at: moment.now,
            checksum: checksum.clone(),
            file: file.clone(),
        };
        insert(sql, &row.into())
    })
}

/// Keeps the finished document of a version, unless it is kept already.
fn keep_document(
    sql: &Connection,
    paper: Id<Paper>,
    handing: &Handing,
    moment: Moment,
) -> Result<(), Failure> {
    let Some(document) = &handing.document else {
        return Ok(());
    };
    let kept = "SELECT 1 FROM paper_document WHERE paper = ?1";
    if is_there(sql, kept, [paper.number()])? {
        return Ok(());
    }
    let row = PaperDocument {
        id: moment.ids.next(),
        paper,
        document: document.clone(),
    };
    insert(sql, &row.into())
}

/// Returns the kind of the paper of corrections that a row of `amendment` stands in, in SQL.
fn stands_in() -> String {
    let is_of_minutes = |kind: &&PaperKind| corrected_in(**kind) == PaperKind::MinutesAmendment;
    let of_minutes = PaperKind::ALL.iter().filter(is_of_minutes);
    format!(
        "ifnull(amendment.paper, iif(amendment.kind IN {}, {}, {}))",
        list(of_minutes.map(|kind| kind.code())),
        text(PaperKind::MinutesAmendment.code()),
        text(PaperKind::Amendment.code())
    )
}

/// Returns the versions of a paper; `order` is the end of the query, with a limit if there is one.
fn versions(
    connection: &Connection,
    meeting: Id<Meeting>,
    (kind, seat): Of,
    order: &str,
) -> Result<Vec<Paper>, Failure> {
    let rest = format!("WHERE meeting = ?1 AND kind = ?2 AND ifnull(seat, 0) = ?3 {order}");
    let seat = Cell::Int(seat.map_or(0, Id::number));
    let key = [meeting.to_cell(), kind.to_cell(), seat];
    select(connection, &rest, params_from_iter(key))
}

/// Returns the versions of every paper of a meeting. Words are long: only those of final versions are read.
fn without_words(connection: &Connection, meeting: [i64; 1]) -> Result<Vec<Paper>, Failure> {
    let signed = "iif(paper.is_final = 1, paper.words, '')";
    let columns = columns::<Paper>("paper").replace("paper.words", signed);
    let sql = format!("SELECT {columns} FROM paper WHERE meeting = ?1 ORDER BY version, id");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(meeting)?;
    let mut papers = Vec::new();
    while let Some(row) = rows.next()? {
        papers.push(read(row, 0)?);
    }
    Ok(papers)
}

/// Returns the turn of the file that is written next.
fn next_turn(connection: &Connection) -> Result<i64, Failure> {
    let next = "SELECT coalesce(max(turn), 0) + 1 FROM paper_file";
    let mut statement = connection.prepare_cached(next)?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// Refuses changes to rows that a seal protects.
pub(super) fn guard(connection: &Connection, changes: &[Change]) -> Result<(), Failure> {
    for touched in touched(changes) {
        if is_sealed(connection, touched, Firm::Signed)? {
            return Err(Failure::new(Trouble::Signed, format!("{touched:?}")));
        }
    }
    Ok(())
}

/// Says whether a seal protects one of the rows for good: a final paper was exported, so its signature stays.
pub(super) fn is_out(connection: &Connection, changes: &[Change]) -> Result<bool, Failure> {
    for touched in touched(changes) {
        if is_sealed(connection, touched, Firm::Out)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The condition on a paper that was handed out to be signed; what is sent before the meeting keeps no signature on it.
static OUT: LazyLock<String> = LazyLock::new(|| {
    let before = PaperKind::ALL.iter().filter(|kind| kind.row().goes_before);
    let before: Vec<String> = before.map(|kind| text(kind.code())).collect();
    let before = before.join(", ");
    format!("paper.is_final = 1 AND paper.kind NOT IN ({before})")
});

/// Which seal a row is checked for.
#[derive(Clone, Copy)]
enum Firm {
    /// The meeting is signed.
    Signed,
    /// The meeting is signed and one of its final papers was exported.
    Out,
}

impl Firm {
    /// Returns the condition on a row of `meeting`.
    fn sql(self) -> String {
        match self {
            Self::Signed => SIGNED.clone(),
            Self::Out => format!(
                "{} AND EXISTS
                (SELECT 1 FROM paper WHERE paper.meeting = meeting.id AND {})",
                *SIGNED, *OUT
            ),
        }
    }
}

fn is_sealed(connection: &Connection, touched: Touched, firm: Firm) -> Result<bool, Failure> {
    let signed = firm.sql();
    let of_meeting = |from: &str, id: i64| {
        is_there(
            connection,
            &format!("SELECT 1 FROM {from} AND {signed}"),
            [id],
        )
    };
    match touched {
        Touched::Record(meeting) => of_meeting("meeting WHERE meeting.id = ?1", meeting.number()),
        Touched::Action(action) => {
            let from = "action JOIN meeting ON meeting.id = action.meeting WHERE action.id = ?1";
            of_meeting(from, action.number())
        }
        Touched::Answer(note) => {
            let from = "note JOIN meeting ON meeting.id = note.meeting WHERE note.id = ?1";
            of_meeting(from, note.number())
        }
        Touched::Issuer(issuer) => of_meeting("meeting WHERE issuer = ?1", issuer.number()),
        Touched::Signature(meeting) => {
            let out = format!("SELECT 1 FROM paper WHERE meeting = ?1 AND {}", *OUT);
            is_there(connection, &out, [meeting.number()])
        }
        Touched::Imprint(meeting, kind) => {
            // Of more papers of corrections than are out, the last is not final yet.
            let out = format!(
                "SELECT 1 FROM paper WHERE meeting = ?1 AND kind = ?2 AND is_final = 1
                AND (SELECT count(DISTINCT ifnull(batch, 0)) FROM amendment
                        WHERE amendment.meeting = ?1 AND {} = ?2)
                    <= (SELECT count(*) FROM paper AS out
                        WHERE out.meeting = ?1 AND out.kind = ?2 AND out.is_final = 1)",
                stands_in()
            );
            let key = [meeting.to_cell(), kind.to_cell()];
            is_there(connection, &out, params_from_iter(key))
        }
        Touched::Amendment(meeting, amendment) => {
            // All times of a book have the same offset, so they sort as text.
            let out = format!(
                "SELECT 1 FROM paper JOIN amendment ON amendment.id = ?2
                WHERE paper.meeting = ?1 AND paper.kind = {} AND paper.at >= amendment.at",
                stands_in()
            );
            is_there(connection, &out, [meeting.number(), amendment.number()])
        }
    }
}

fn is_there(connection: &Connection, sql: &str, params: impl Params) -> Result<bool, Failure> {
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row(params, |_| Ok(())).optional()?;
    Ok(found.is_some())
}
