//! The closed lists of the domain in the book: filled from the program's own tables, and compared with them.

use std::sync::LazyLock;

use rusqlite::types::Value;
use rusqlite::{Connection, TransactionBehavior, params_from_iter};

use super::{Failure, Trouble};
use crate::meeting::code::{
    AssignmentState, IssueState, ItemKind, MeetingState, Name, NoteKind, PaperKind,
};

/// The states in which a part still is owed.
pub(super) const OPEN: &str = "(SELECT code FROM state_of_part WHERE is_open = 1)";

/// The states in which a unit has not said either that its part is done.
pub(super) const OWES_REPORT: &str = "(SELECT code FROM state_of_part WHERE owes_report = 1)";

/// The states of a part that was neither handed over nor given up.
pub(super) const KEPT: &str = "(SELECT code FROM state_of_part WHERE is_kept = 1)";

/// Whether one part of an action alone is kept, so that its unit is named for the action.
pub(super) const KEPT_ALONE: &str = "standing.done + standing.open = 1";

/// The states of a part that does not count among those of its action: it counts where it was handed over to.
pub(super) const HANDED_OVER: &str = "(SELECT code FROM state_of_part WHERE is_counted = 0)";

/// The codes of the states in which an issue does not wait any more. An index cannot ask another table, so the queries
/// and the indexes list these codes and the next.
static SETTLED_CODES: LazyLock<String> = LazyLock::new(|| {
    let settled = IssueState::ALL.iter().filter(|state| !state.is_open());
    list(settled.map(|state| state.code()))
});

/// The codes of the states that settle a part.
static SETTLING_CODES: LazyLock<String> = LazyLock::new(|| {
    let settling = AssignmentState::ALL.iter();
    let settling = settling.filter(|state| !state.is_open() && state.row().is_counted);
    list(settling.map(|state| state.code()))
});

/// Whether an issue does not wait any more, as its index has it.
pub(super) static SETTLED: LazyLock<String> =
    LazyLock::new(|| format!("(issue.state IN {})", *SETTLED_CODES));

/// Whether a report settles a part, as its index has it.
pub(super) static SETTLES: LazyLock<String> =
    LazyLock::new(|| format!("progress.state IN {}", *SETTLING_CODES));

/// Whether a note is the own word of the unit that it names; otherwise it was said to that unit.
pub(super) static OWN_WORD: LazyLock<String> = LazyLock::new(|| {
    let own = NoteKind::ALL.iter().filter(|kind| kind.row().is_own);
    format!("(note.kind IN {})", list(own.map(|kind| kind.code())))
});

/// Whether an item was held, at least in part: it ran, or something was said under it. The same as `agenda::has_begun`.
pub(super) fn held(item: &str) -> String {
    let of_item = ["item_run", "note", "conclusion", "action"]
        .map(|table| format!("EXISTS (SELECT 1 FROM {table} WHERE {table}.item = {item}.id)"));
    format!("({})", of_item.join(" OR "))
}

/// Whether a meeting is signed.
pub(super) static SIGNED: LazyLock<String> =
    LazyLock::new(|| format!("(meeting.state = {})", text(MeetingState::Final.code())));

/// Returns the indexes over lists of codes, by their names, and that over the names of documents.
fn indexes() -> [(&'static str, String); 3] {
    let waiting = format!(
        "CREATE INDEX issue_waiting ON issue(state IN {}, at, id)",
        *SETTLED_CODES
    );
    let settled = format!(
        "CREATE INDEX progress_settled ON progress(at) WHERE state IN {}",
        *SETTLING_CODES
    );
    let named = "CREATE INDEX document_named ON document(citation, id)".to_owned();
    [
        ("issue_waiting", waiting),
        ("progress_settled", settled),
        ("document_named", named),
    ]
}

/// Returns codes as a list of SQL.
pub(super) fn list<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    let codes: Vec<String> = codes.map(text).collect();
    format!("({})", codes.join(", "))
}

/// Returns a code as a text of SQL.
pub(super) fn text(code: &str) -> String {
    format!("'{code}'")
}

/// A closed list as a table of the book.
struct Lookup {
    table: &'static str,
    /// The columns behind the code and the two names.
    flags: &'static [&'static str],
    rows: Vec<Row>,
}

/// A code, its names, and its properties in the order of the columns.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    code: String,
    names: [String; 2],
    flags: Vec<bool>,
}

impl Row {
    fn new(code: &str, name: Name, flags: &[bool]) -> Self {
        Self {
            code: code.to_owned(),
            names: [name.vi.to_owned(), name.en.to_owned()],
            flags: flags.to_vec(),
        }
    }

    fn values(&self) -> impl Iterator<Item = Value> {
        let texts = [&self.code].into_iter().chain(&self.names).cloned();
        let flags = self
            .flags
            .iter()
            .map(|flag| Value::Integer(i64::from(*flag)));
        texts.map(Value::Text).chain(flags)
    }
}

/// Returns every list that the book keeps as a table.
fn lookups() -> [Lookup; 5] {
    let kinds = |table, rows| Lookup {
        table,
        flags: &[],
        rows,
    };
    let note = |kind: &NoteKind| Row::new(kind.code(), kind.row().name, &[]);
    let item = |kind: &ItemKind| Row::new(kind.code(), kind.row().name, &[]);
    let paper = |kind: &PaperKind| Row::new(kind.code(), kind.row().name, &[]);
    let issue = |state: &IssueState| Row::new(state.code(), state.row().name, &[state.is_open()]);
    let part = |state: &AssignmentState| {
        let row = state.row();
        let flags = [row.is_open, row.owes_report, row.is_counted, row.is_kept];
        Row::new(state.code(), row.name, &flags)
    };
    [
        kinds("note_kind", NoteKind::ALL.iter().map(note).collect()),
        kinds("item_kind", ItemKind::ALL.iter().map(item).collect()),
        kinds("paper_kind", PaperKind::ALL.iter().map(paper).collect()),
        Lookup {
            table: "state_of_issue",
            flags: &["is_open"],
            rows: IssueState::ALL.iter().map(issue).collect(),
        },
        Lookup {
            table: "state_of_part",
            flags: &["is_open", "owes_report", "is_counted", "is_kept"],
            rows: AssignmentState::ALL.iter().map(part).collect(),
        },
    ]
}

/// Refuses a book with a code that only a newer program knows.
pub(super) fn check(connection: &Connection) -> Result<(), Failure> {
    stale(connection).map(|_| ())
}

/// Brings the lists of the book up to the program's own; an ordinary opening only reads them.
///
/// The counts in `standing` are not renewed here: whoever changes a property of a state adds a migration that counts
/// them again.
pub(super) fn fill(connection: &mut Connection) -> Result<(), Failure> {
    let stale = stale(connection)?;
    let old_indexes = old_indexes(connection)?;
    if stale.is_empty() && old_indexes.is_empty() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (name, sql) in old_indexes {
        transaction.execute_batch(&format!("DROP INDEX IF EXISTS {name}; {sql};"))?;
    }
    for lookup in &stale {
        let columns = ["vi", "en"].into_iter().chain(lookup.flags.iter().copied());
        let columns: Vec<&str> = columns.collect();
        let marks: Vec<String> = (1..=columns.len() + 1).map(|n| format!("?{n}")).collect();
        let sets: Vec<String> = columns
            .iter()
            .map(|name| format!("{name} = excluded.{name}"))
            .collect();
        let sql = format!(
            "INSERT INTO {} (code, {}) VALUES ({}) ON CONFLICT (code) DO UPDATE SET {}",
            lookup.table,
            columns.join(", "),
            marks.join(", "),
            sets.join(", "),
        );
        let mut statement = transaction.prepare(&sql)?;
        for row in &lookup.rows {
            statement.execute(params_from_iter(row.values()))?;
        }
    }
    Ok(transaction.commit()?)
}

/// Returns the indexes that are missing in the book, or list other codes there, with the SQL that makes them.
fn old_indexes(connection: &Connection) -> Result<Vec<(&'static str, String)>, Failure> {
    let written = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?1 AND sql = ?2)";
    let mut statement = connection.prepare(written)?;
    let mut old = Vec::new();
    for (name, sql) in indexes() {
        let is_same: bool = statement.query_row((name, &sql), |row| row.get(0))?;
        if !is_same {
            old.push((name, sql));
        }
    }
    Ok(old)
}

/// Returns the lists that differ between the book and the program. A code that the program does not know comes from a
/// newer one and is refused: rows with it could not be shown.
fn stale(connection: &Connection) -> Result<Vec<Lookup>, Failure> {
    let mut stale = Vec::new();
    for lookup in lookups() {
        let stored = read(connection, &lookup)?;
        let known = |row: &&Row| lookup.rows.iter().any(|own| own.code == row.code);
        if let Some(unknown) = stored.iter().find(|row| !known(row)) {
            let which = format!("{} «{}»", lookup.table, unknown.code);
            return Err(Failure::new(Trouble::Newer, which));
        }
        if !lookup.rows.iter().all(|own| stored.contains(own)) {
            stale.push(lookup);
        }
    }
    Ok(stale)
}

fn read(connection: &Connection, lookup: &Lookup) -> Result<Vec<Row>, Failure> {
    let columns = ["code", "vi", "en"]
        .into_iter()
        .chain(lookup.flags.iter().copied());
    let columns: Vec<&str> = columns.collect();
    let sql = format!("SELECT {} FROM {}", columns.join(", "), lookup.table);
    let mut statement = connection.prepare(&sql)?;
    let rows = statement.query_map([], |row| {
        let flags = (3..columns.len()).map(|place| row.get(place));
        Ok(Row {
            code: row.get(0)?,
            names: [row.get(1)?, row.get(2)?],
            flags: flags.collect::<rusqlite::Result<_>>()?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
