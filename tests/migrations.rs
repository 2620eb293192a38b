//! Books of the schemas between two releases: they open, and what was done before is undone to its beginning.

use std::path::{Path, PathBuf};

use crate::common::kept;
use crate::common::stage::morning;
use giaoban::store::Store;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value, json};

/// A book of the fifth release, brought to a later schema as a program of that day would have done.
fn book_of(folder: &Path, version: i64) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = folder.join(format!("{version}.giaoban"));
    std::fs::copy(root.join("tests/fixtures/books/0005.giaoban"), &path).unwrap();
    let raw = Connection::open(&path).unwrap();
    raw.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    let mut files: Vec<PathBuf> = std::fs::read_dir(root.join("src/store/schema"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let number: i64 = name.split_once('_').unwrap().0.parse().unwrap();
        if (6..=version).contains(&number) {
            let sql = std::fs::read_to_string(&file).unwrap();
            raw.execute_batch(&sql).unwrap();
        }
    }
    raw.pragma_update(None, "user_version", version).unwrap();
    path
}

/// A row as an entry of the journal of that day holds it.
fn image(raw: &Connection, table: &str, id: i64) -> Value {
    let sql = format!("SELECT * FROM {table} WHERE id = {id}");
    let mut statement = raw.prepare(&sql).unwrap();
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query([]).unwrap();
    let row = rows.next().unwrap().unwrap();
    let cell = |place: usize| match row.get_ref(place).unwrap() {
        ValueRef::Integer(n) => json!(n),
        ValueRef::Text(text) => json!(std::str::from_utf8(text).unwrap()),
        _ => Value::Null,
    };
    let cells = names.into_iter().enumerate();
    Value::Object(
        cells
            .map(|(place, name)| (name, cell(place)))
            .collect::<Map<_, _>>(),
    )
}

fn enter(raw: &Connection, label: &str, changes: &Value) {
    raw.execute(
        "INSERT INTO journal (desk, at, cause, label, changes) VALUES (1, '2023-07-11T09:00:00+07:00', 'do', ?1, ?2)",
        [label, &changes.to_string()],
    )
    .unwrap();
}

fn number(raw: &Connection, sql: &str) -> i64 {
    raw.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// Who speaks is interrupted, and the meeting gets another title, in the rows and the journal of that day.
fn work(raw: &Connection) -> i64 {
    raw.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    let meeting = number(raw, "SELECT max(id) FROM meeting WHERE state != 'final'");
    let seat = |which: &str| {
        number(
            raw,
            &format!("SELECT {which}(id) FROM seat WHERE meeting = {meeting}"),
        )
    };
    let at = |minute: u32| format!("'2023-07-11T08:{minute}:00+07:00'");
    let speech = |id: i64, seat: i64, asked: u32, began: &str| {
        let sql = format!(
            "INSERT INTO speech (id, meeting, seat, position, asked, began) VALUES ({id}, {meeting}, {seat}, {id}, {}, {began})",
            at(asked)
        );
        raw.execute_batch(&sql).unwrap();
        image(raw, "speech", id)
    };
    let first = speech(900_001, seat("min"), 20, &at(20));
    enter(raw, "cho phát biểu", &json!([["speech", null, first]]));
    raw.execute_batch(&format!(
        "UPDATE speech SET ended = {} WHERE id = 900001",
        at(22)
    ))
    .unwrap();
    let ended = image(raw, "speech", 900_001);
    let other = speech(900_002, seat("max"), 22, &at(22));
    let rest = speech(900_003, seat("min"), 22, "NULL");
    let changes = json!([
        ["speech", first, ended],
        ["speech", null, other],
        ["speech", null, rest]
    ]);
    enter(raw, "chen ngang", &changes);
    let before = image(raw, "meeting", meeting);
    raw.execute_batch(&format!(
        "UPDATE meeting SET title = 'Tên mới' WHERE id = {meeting}"
    ))
    .unwrap();
    let after = image(raw, "meeting", meeting);
    enter(raw, "đổi tên", &json!([["meeting", before, after]]));
    meeting
}

/// What a migration has put into new columns is neither taken for a change of another desk nor undone.
#[test]
fn what_was_done_before_a_migration_is_undone_after_it() {
    for version in [5, 6, 7, 8] {
        let folder = tempfile::tempdir().unwrap();
        let path = book_of(folder.path(), version);
        let raw = Connection::open(&path).unwrap();
        let meeting = work(&raw);
        let mut store = Store::open(&path, morning()).unwrap();
        let speeches = "SELECT count(*) FROM speech WHERE id BETWEEN 900001 AND 900003";
        let titled =
            format!("SELECT count(*) FROM meeting WHERE id = {meeting} AND title = 'Tên mới'");
        let linked =
            "SELECT count(*) FROM speech WHERE continues = 900001 AND interrupted_by = 900002";
        assert_eq!(
            number(&raw, linked),
            i64::from(version < 8),
            "schema {version}"
        );
        assert_eq!((number(&raw, speeches), number(&raw, &titled)), (3, 1));
        let mut undone = 0;
        while store.undo(morning()).unwrap().is_some() {
            undone += 1;
            kept::assert_kept(&raw);
        }
        // Three of that day, and the six of the book before.
        assert_eq!(undone, 9, "schema {version}");
        assert_eq!((number(&raw, speeches), number(&raw, &titled)), (0, 0));
        let mut redone = 0;
        while store.redo(morning()).unwrap().is_some() {
            redone += 1;
        }
        assert_eq!(redone, 9, "schema {version}");
        assert_eq!(
            number(&raw, linked),
            i64::from(version < 8),
            "schema {version}"
        );
        assert_eq!((number(&raw, speeches), number(&raw, &titled)), (3, 1));
        kept::assert_kept(&raw);
    }
}
