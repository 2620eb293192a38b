//! What the book keeps beside its rows, counted anew: how actions stand, the tally of the units, the index of the words.

use std::collections::BTreeMap;

use rusqlite::Connection;

/// A cell as text; an empty one is none.
type Text = Option<String>;

/// Fails unless everything that is kept beside the rows of a book is what the rows say.
pub fn assert_kept(book: &Connection) {
    let standing = "SELECT count(*) FROM standing JOIN action ON action.id = standing.action WHERE
        total != (SELECT count(*) FROM assignment WHERE action = standing.action AND state != 'handed_over')
        OR done != (SELECT count(*) FROM assignment WHERE action = standing.action AND state = 'done')
        OR open != (SELECT count(*) FROM assignment WHERE action = standing.action AND state IN ('not_started', 'in_progress', 'reported', 'paused'))
        OR reported != (SELECT count(*) FROM assignment WHERE action = standing.action AND state = 'reported')
        OR heard IS NOT (SELECT max(at) FROM progress WHERE state != 'handed_over'
            AND assignment IN (SELECT id FROM assignment WHERE action = standing.action))";
    assert_eq!(number(book, standing), 0);
    assert_terms(book);
    let actions = number(book, "SELECT count(*) FROM action");
    assert_eq!(number(book, "SELECT count(*) FROM standing"), actions);
    let counted = "SELECT assignment.unit AS unit, action.focus AS focus, assignment.state AS state, count(*) AS n
        FROM assignment JOIN action ON action.id = assignment.action GROUP BY 1, 2, 3";
    let kept = "SELECT unit, focus, state, n FROM tally WHERE n > 0";
    for (one, other) in [(counted, kept), (kept, counted)] {
        let sql = format!("SELECT count(*) FROM ({one} EXCEPT {other})");
        assert_eq!(number(book, &sql), 0);
    }
    // What the words themselves lead to, the tests of the search hold against the lines.
    let lines = "SELECT id FROM note UNION ALL SELECT id FROM conclusion
        UNION ALL SELECT id FROM action UNION ALL SELECT id FROM issue_answer WHERE text IS NOT NULL
        UNION ALL SELECT id FROM issue UNION ALL SELECT id FROM meeting_document UNION ALL SELECT id FROM meeting
        UNION ALL SELECT id FROM progress WHERE coalesce(text, difficulty, evidence) IS NOT NULL
        UNION ALL SELECT event.id FROM attendance_event AS event JOIN seat ON seat.id = event.seat
            WHERE event.kind IN ('present', 'substitute') AND coalesce(event.person,
                CASE event.rank WHEN 'secretary' THEN seat.secretary WHEN 'standing_deputy' THEN seat.deputy END) IS NOT NULL";
    let indexed = "SELECT id FROM words_docsize";
    for (one, other) in [(lines, indexed), (indexed, lines)] {
        let sql =
            format!("SELECT count(*) FROM (SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other}))");
        assert_eq!(number(book, &sql), 0);
    }
    assert_eq!(
        number(book, "SELECT count(*) FROM pragma_foreign_key_check"),
        0
    );
}

/// Fails unless the kept days of each part and the kept deadlines of each action are what its rows say, reckoned here row by row.
fn assert_terms(book: &Connection) {
    let rows = |sql: &str, columns: usize| rows(book, sql, columns);
    let text = |value: &Text| value.clone().unwrap_or_default();
    let parts = rows(
        "SELECT cast(id AS TEXT), cast(action AS TEXT), state, done_on FROM assignment ORDER BY id",
        4,
    );
    let entries = by_first(rows(
        "SELECT cast(assignment AS TEXT), at, state FROM progress ORDER BY at, id",
        3,
    ));
    let later = by_first(rows(
        "SELECT cast(action AS TEXT), cast(part AS TEXT), deadline, coalesce(granted, substr(at, 1, 10)) FROM extension WHERE withdrawn IS NULL",
        4,
    ));
    let first = by_first(rows("SELECT cast(id AS TEXT), deadline FROM action", 2));
    let kept = rows(
        "SELECT cast(assignment AS TEXT), cast(action AS TEXT), reported, finished, due FROM term ORDER BY assignment",
        5,
    );
    assert_eq!(kept.len(), parts.len());
    let mut of_action: BTreeMap<Text, Vec<(u8, Text)>> = BTreeMap::new();
    for (part, kept) in parts.iter().zip(&kept) {
        let [id, action, state, done_on] = part.as_slice() else {
            panic!()
        };
        let mut reported: Text = None;
        for entry in entries.get(id).into_iter().flatten() {
            reported = match text(&entry[2]).as_str() {
                "reported" => reported.or(entry[1].clone()),
                "not_started" | "in_progress" | "cancelled" => None,
                _ => reported,
            };
        }
        let is_finished = ["reported", "done"].contains(&text(state).as_str());
        let said = reported
            .clone()
            .map(|at| at.chars().take(10).collect::<String>());
        let finished = done_on.clone().or(said).filter(|_| is_finished);
        let own = later.get(action).into_iter().flatten();
        let own = own.filter(|row| row[1].is_none() || row[1] == *id);
        let granted = own.filter(|row| finished.is_none() || row[3] <= finished);
        let given = first[action][0][1].clone();
        let due = granted
            .map(|row| row[2].clone())
            .chain([given])
            .max()
            .flatten();
        assert_eq!(
            *kept,
            [id.clone(), action.clone(), reported, finished, due.clone()]
        );
        let rank = match text(state).as_str() {
            "not_started" | "in_progress" => 0,
            "reported" | "paused" => 1,
            "handed_over" => continue,
            _ => 2,
        };
        of_action
            .entry(action.clone())
            .or_default()
            .push((rank, due));
    }
    assert_deadlines(book, &of_action);
}

/// Fails unless the kept deadlines of each action are those of its parts: for each of these how far it is, and its deadline.
fn assert_deadlines(book: &Connection, of_action: &BTreeMap<Text, Vec<(u8, Text)>>) {
    let rows = |sql: &str, columns: usize| rows(book, sql, columns);
    let first = by_first(rows("SELECT cast(id AS TEXT), deadline FROM action", 2));
    let later = by_first(rows(
        "SELECT cast(action AS TEXT), deadline FROM extension WHERE withdrawn IS NULL AND part IS NULL",
        2,
    ));
    for standing in rows("SELECT cast(action AS TEXT), due, latest FROM standing", 3) {
        let parts = of_action.get(&standing[0]).cloned().unwrap_or_default();
        let shown = |rank: u8| {
            parts
                .iter()
                .filter(move |(of, _)| *of == rank)
                .map(|(_, due)| due.clone())
        };
        let (due, latest) = match parts.iter().map(|(rank, _)| *rank).min() {
            Some(2) => (shown(2).max().flatten(), shown(2).max().flatten()),
            Some(rank) => (shown(rank).flatten().min(), shown(rank).max().flatten()),
            None => {
                let given = first[&standing[0]][0][1].clone();
                let whole = later.get(&standing[0]).into_iter().flatten();
                let own = whole
                    .map(|row| row[1].clone())
                    .chain([given])
                    .max()
                    .flatten();
                (own.clone(), own)
            }
        };
        assert_eq!(
            (standing[1].clone(), standing[2].clone()),
            (due, latest),
            "action {:?}",
            standing[0]
        );
    }
}

/// Rows by their first cell: a book of ten years has tens of thousands, and each is looked up once a part.
fn by_first(rows: Vec<Vec<Text>>) -> BTreeMap<Text, Vec<Vec<Text>>> {
    let mut found: BTreeMap<Text, Vec<Vec<Text>>> = BTreeMap::new();
    for row in rows {
        found.entry(row[0].clone()).or_default().push(row);
    }
    found
}

fn rows(book: &Connection, sql: &str, columns: usize) -> Vec<Vec<Text>> {
    let mut statement = book.prepare(sql).unwrap();
    let read = |row: &rusqlite::Row| (0..columns).map(|column| row.get(column)).collect();
    let found = statement.query_map([], read).unwrap();
    found.map(Result::unwrap).collect()
}

fn number(book: &Connection, sql: &str) -> i64 {
    book.query_row(sql, [], |row| row.get(0)).unwrap()
}
