//! The index of the search: the words of every line, folded and as they are written, and beside them who said it,
//! what kind of line it is, under which focus area, at which meeting and when.

use rusqlite::{Connection, OptionalExtension, params};

use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::record::Row;
use crate::meeting::rows::{
    Action, Assignment, Conclusion, FocusArea, IssueAnswer, Meeting, Note, Record, Seat, Unit,
};
use crate::store::rows::{count, one, select};
use crate::store::{Failure, Store};
use crate::text::dates::Instant;
use crate::text::fold::fold;

/// The table of the words; folded by the program, because no tokenizer knows that đ is found by d.
const TABLE: &str =
    "CREATE VIRTUAL TABLE words USING fts5(body, tags, content='', contentless_delete=1,
    tokenize='unicode61 remove_diacritics 0')";

/// Lines after which the one who waits for the index is told how far it is.
const STRIDE: usize = 2000;

/// Says how many lines of how many are in the index by now.
pub type Watch<'a> = &'a mut dyn FnMut(usize, usize);

/// A line as the index keeps it.
struct Entry {
    kind: &'static str,
    id: i64,
    body: String,
    tags: Vec<String>,
}

/// What a line of any table is known by.
struct Facts {
    meeting: Id<Meeting>,
    focus: Option<Id<FocusArea>>,
    at: Instant,
    kind: String,
}

/// Returns the tag of a unit, a focus area, a meeting, a kind or a month, as one word that nobody writes.
pub(super) fn tag(what: char, value: impl std::fmt::Display) -> String {
    format!("{what}x{value}").replace('_', "")
}

/// Brings the index to where a change brings the rows; actions wait until all their units are known.
pub(in crate::store) fn follow(connection: &Connection, change: &Change) -> Result<(), Failure> {
    if let Some(before) = change.before()
        && is_line(before)
    {
        forget(connection, before.number())?;
    }
    match change.after() {
        Some(after) if is_line(after) => write_record(connection, after),
        Some(_) | None => Ok(()),
    }
}

/// Brings the actions that changes touch, or their units, into the index, each once.
pub(in crate::store) fn follow_actions(
    connection: &Connection,
    changes: &[Change],
) -> Result<(), Failure> {
    let touched = changes.iter().filter_map(|change| {
        let is_move = matches!(change, Change::Update(..));
        match change.after().or(change.before())? {
            Record::Action(row) => Some(row.id),
            // A part that moves on stays where it is found.
            Record::Assignment(row) if !is_move => Some(row.action),
            _ => None,
        }
    });
    let mut touched: Vec<Id<Action>> = touched.collect();
    touched.sort_unstable();
    touched.dedup();
    for id in touched {
        forget(connection, id.number())?;
        if let Some(action) = one::<Action>(connection, id)? {
            write(connection, &of_action(connection, &action)?)?;
        }
    }
    Ok(())
}

fn is_line(record: &Record) -> bool {
    matches!(
        record,
        Record::Note(_) | Record::Conclusion(_) | Record::IssueAnswer(_)
    )
}

fn forget(connection: &Connection, id: i64) -> Result<(), Failure> {
    for sql in [
        "DELETE FROM words WHERE rowid = ?1",
        "DELETE FROM found WHERE id = ?1",
    ] {
        connection.prepare_cached(sql)?.execute([id])?;
    }
    Ok(())
}

fn write(connection: &Connection, entry: &Entry) -> Result<(), Failure> {
    connection
        .prepare_cached("INSERT INTO words (rowid, body, tags) VALUES (?1, ?2, ?3)")?
        .execute(params![entry.id, entry.body, entry.tags.join(" ")])?;
    connection
        .prepare_cached("INSERT INTO found (id, kind) VALUES (?1, ?2)")?
        .execute(params![entry.id, entry.kind])?;
    Ok(())
}

fn write_record(connection: &Connection, record: &Record) -> Result<(), Failure> {
    let entry = match record {
        Record::Note(note) => Some(of_note(connection, note)?),
        Record::Conclusion(conclusion) => Some(of_conclusion(conclusion)),
        Record::IssueAnswer(answer) => of_answer(connection, answer)?,
        _ => None,
    };
    entry.map_or(Ok(()), |entry| write(connection, &entry))
}

fn of_note(connection: &Connection, note: &Note) -> Result<Entry, Failure> {
    let seat = note.seat.map(|seat| one::<Seat>(connection, seat));
    let seat = seat.transpose()?.flatten();
    let facts = Facts {
        meeting: note.meeting,
        focus: note.focus,
        at: note.at,
        kind: code(&note.kind),
    };
    let units: Vec<Id<Unit>> = seat.iter().filter_map(|seat| seat.unit).collect();
    let name = seat.as_ref().map(|seat| seat.name.as_str());
    Ok(entry(note.id, (name, &note.text), &facts, &units))
}

fn of_conclusion(row: &Conclusion) -> Entry {
    let facts = Facts {
        meeting: row.meeting,
        focus: row.focus,
        at: row.at,
        kind: "conclusion".to_owned(),
    };
    entry(row.id, (None, &row.text), &facts, &[])
}

fn of_action(connection: &Connection, row: &Action) -> Result<Entry, Failure> {
    let parts: Vec<Assignment> = select(connection, "WHERE action = ?1", [row.id.number()])?;
    let units: Vec<Id<Unit>> = parts.iter().map(|part| part.unit).collect();
    let only = match units[..] {
        [only] => one::<Unit>(connection, only)?,
        _ => None,
    };
    let facts = Facts {
        meeting: row.meeting,
        focus: Some(row.focus),
        at: row.at,
        kind: "action".to_owned(),
    };
    let name = only.as_ref().map(|unit| unit.name.as_str());
    Ok(entry(row.id, (name, &row.text), &facts, &units))
}

/// An answer that a note holds is found by the note; one given after a meeting, by itself.
fn of_answer(connection: &Connection, row: &IssueAnswer) -> Result<Option<Entry>, Failure> {
    let Some(text) = &row.text else {
        return Ok(None);
    };
    let sql = "SELECT meeting, focus FROM issue WHERE id = ?1";
    let issue = connection
        .prepare_cached(sql)?
        .query_row([row.issue.number()], |issue| {
            Ok((issue.get(0)?, issue.get(1)?))
        })
        .optional()?;
    let (meeting, focus): (i64, Option<i64>) = issue.unwrap_or_default();
    let sql = "SELECT unit FROM issue_raised WHERE issue = ?1 AND unit IS NOT NULL";
    let units = connection
        .prepare_cached(sql)?
        .query_map([row.issue.number()], |raised| raised.get(0).map(Id::of))?
        .collect::<rusqlite::Result<Vec<Id<Unit>>>>()?;
    let facts = Facts {
        meeting: Id::of(meeting),
        focus: focus.map(Id::of),
        at: row.at,
        kind: "answer".to_owned(),
    };
    Ok(Some(entry(row.id, (None, text), &facts, &units)))
}

fn code(field: &impl crate::meeting::cell::Field) -> String {
    match field.to_cell() {
        crate::meeting::cell::Cell::Text(code) => code,
        crate::meeting::cell::Cell::Null | crate::meeting::cell::Cell::Int(_) => String::new(),
    }
}

fn entry<T: Row>(
    id: Id<T>,
    (name, text): (Option<&str>, &str),
    facts: &Facts,
    units: &[Id<Unit>],
) -> Entry {
    let mut tags = vec![
        tag('m', facts.meeting.number()),
        tag('k', &facts.kind),
        tag('d', facts.at.format("%Y%m%d")),
        tag('d', facts.at.format("%Y%m")),
        tag('d', facts.at.format("%Y")),
    ];
    tags.extend(facts.focus.map(|focus| tag('f', focus.number())));
    tags.extend(units.iter().map(|unit| tag('u', unit.number())));
    Entry {
        kind: T::TABLE.name(),
        id: id.number(),
        body: body(&super::whole(name, text)),
        tags,
    }
}

/// Returns the words of a text: folded, and behind them those that have accents as they are written.
pub(in crate::store) fn body(text: &str) -> String {
    let accented = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_ascii());
    let mut body = fold(text);
    for word in accented {
        body.push(' ');
        body.push_str(&word.to_lowercase());
    }
    body
}

impl Store {
    /// Makes and fills the index if the book has none, all of it or nothing.
    pub(in crate::store) fn index_if_missing(&self, watch: Watch) -> Result<(), Failure> {
        let sql = "SELECT 1 FROM sqlite_schema WHERE name = 'words'";
        if self.connection.prepare(sql)?.exists([])? {
            return Ok(());
        }
        let whole = rusqlite::Transaction::new_unchecked(
            &self.connection,
            rusqlite::TransactionBehavior::Immediate,
        )?;
        // Another program may have made it while this one waited for its turn.
        if !whole.prepare(sql)?.exists([])? {
            whole.execute_batch(TABLE)?;
            whole.execute_batch("DELETE FROM found")?;
            fill(&whole, watch)?;
        }
        Ok(whole.commit()?)
    }
}

fn fill(connection: &Connection, watch: Watch) -> Result<(), Failure> {
    let lines = "SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM conclusion)
        + (SELECT count(*) FROM action) + (SELECT count(*) FROM issue_answer)";
    let total = count(connection, lines, [])?;
    let mut done = 0;
    let mut step = |more: usize| {
        done += more;
        watch(done, total);
    };
    each::<Note>(connection, &mut step, |row| {
        write(connection, &of_note(connection, row)?)
    })?;
    each::<Conclusion>(connection, &mut step, |row| {
        write(connection, &of_conclusion(row))
    })?;
    each::<Action>(connection, &mut step, |row| {
        write(connection, &of_action(connection, row)?)
    })?;
    each::<IssueAnswer>(connection, &mut step, |row| {
        let entry = of_answer(connection, row)?;
        entry.map_or(Ok(()), |entry| write(connection, &entry))
    })
}

/// Does something with every row of a table, in the order of their ids, so many at a time.
fn each<T: Row>(
    connection: &Connection,
    step: &mut dyn FnMut(usize),
    mut act: impl FnMut(&T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut last = i64::MIN;
    loop {
        let most = i64::try_from(STRIDE).unwrap_or(i64::MAX);
        let rows: Vec<T> = select(
            connection,
            "WHERE id > ?1 ORDER BY id LIMIT ?2",
            [last, most],
        )?;
        let Some(end) = rows.last() else {
            return Ok(());
        };
        last = end.id().number();
        rows.iter().try_for_each(&mut act)?;
        step(rows.len());
    }
}
