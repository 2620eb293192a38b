//! The book: what a new one holds, how it is kept, and that opening it is safe whenever it was interrupted.
use crate::common::kept;
use crate::common::stage::{Stage, morning};
use chrono::{DateTime, NaiveDate};
use giaoban::meeting::actions::Query;
use giaoban::meeting::agenda;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::{AssignmentState, IssueState, NoteKind};
use giaoban::meeting::filter::Filter;
use giaoban::meeting::page::Part;
use giaoban::meeting::plan::{period, usual_start};
use giaoban::meeting::roll_call;
use giaoban::meeting::rows::Table;
use giaoban::store::{Store, Trouble};
use rusqlite::Connection;

const SCHEMA: &str = include_str!("../src/store/schema/0001_book.sql");

fn raw() -> (tempfile::TempDir, Connection) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    drop(Store::open(&path, morning()).unwrap());
    let connection = Connection::open(path).unwrap();
    (folder, connection)
}

fn count(connection: &Connection, sql: &str) -> i64 {
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_new_book_holds_what_a_meeting_needs() {
    let (_folder, book) = raw();
    assert_eq!(count(&book, "SELECT count(*) FROM roster"), 2);
    assert_eq!(count(&book, "SELECT count(*) FROM unit"), 34 + 12);
    assert_eq!(
        count(&book, "SELECT count(*) FROM lineage WHERE share = 'part'"),
        8,
        "four wards were split in two"
    );
    assert_eq!(
        count(&book, "SELECT count(DISTINCT predecessor) FROM lineage"),
        34
    );
    assert_eq!(
        count(&book, "SELECT count(DISTINCT successor) FROM lineage"),
        12
    );
    assert_eq!(count(&book, "SELECT count(*) FROM focus_area"), 6);
    assert_eq!(
        count(
            &book,
            "SELECT count(*) FROM meeting WHERE state = 'planned'"
        ),
        1
    );
    assert_eq!(
        count(&book, "SELECT count(*) FROM seat WHERE seat_group = 'ward'"),
        34
    );
    assert_eq!(
        count(
            &book,
            "SELECT count(*) FROM seat WHERE seat_group != 'ward'"
        ),
        3
    );
    assert_eq!(
        count(&book, "SELECT sum(minutes) FROM agenda_item"),
        120,
        "two hours"
    );
    let third = "SELECT full_vi FROM focus_area WHERE number = 3";
    let third: String = book.query_row(third, [], |row| row.get(0)).unwrap();
    assert!(
        third.contains("tình hình thực tiễn"),
        "the typo of the report is corrected"
    );
}

#[test]
fn the_book_is_strict_and_says_whose_it_is() {
    let (_folder, book) = raw();
    assert_eq!(
        count(&book, "SELECT application_id FROM pragma_application_id"),
        0x6769_616f
    );
    assert_eq!(
        count(&book, "SELECT user_version FROM pragma_user_version"),
        5
    );
    let loose = "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                 AND strict = 0 AND name NOT LIKE 'sqlite_%'";
    assert_eq!(count(&book, loose), 0);
    let mode: String = book
        .query_row("PRAGMA journal_mode", [], |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "wal");
    assert!(
        book.execute("UPDATE meeting SET state = 'over'", [])
            .is_err(),
        "a state that is not in the list"
    );
}

#[test]
fn every_record_has_its_table_column_by_column() {
    let (_folder, book) = raw();
    for table in Table::ALL {
        let sql = format!("SELECT name FROM pragma_table_info('{}')", table.name());
        let mut statement = book.prepare(&sql).unwrap();
        let columns: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(columns, table.columns(), "{}", table.name());
    }
}

#[test]
fn every_code_is_in_its_check() {
    let checks = [
        (
            "note",
            NoteKind::ALL
                .iter()
                .map(|code| code.code())
                .collect::<Vec<_>>(),
        ),
        (
            "issue",
            IssueState::ALL.iter().map(|code| code.code()).collect(),
        ),
        (
            "assignment",
            AssignmentState::ALL
                .iter()
                .map(|code| code.code())
                .collect(),
        ),
    ];
    for (table, codes) in checks {
        let declared = SCHEMA
            .split(&format!("CREATE TABLE {table} ("))
            .nth(1)
            .unwrap()
            .split("STRICT")
            .next()
            .unwrap();
        let list = codes
            .iter()
            .map(|code| format!("'{code}'"))
            .collect::<Vec<_>>()
            .join(", ");
        assert!(
            declared.contains(&format!("IN ({list})")),
            "{table}: {list}"
        );
    }
}

/// Foreign keys that nothing indexes would be searched row by row at every deletion.
#[test]
fn every_foreign_key_of_a_growing_table_is_indexed() {
    let (_folder, book) = raw();
    for table in [
        "seat",
        "agenda_item",
        "item_run",
        "attendance_event",
        "speech",
        "note",
        "issue_raised",
        "issue_answer",
        "conclusion",
        "action",
        "assignment",
        "extension",
        "progress",
    ] {
        let keys = format!("SELECT \"from\" FROM pragma_foreign_key_list('{table}')");
        let mut statement = book.prepare(&keys).unwrap();
        let columns: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for column in columns {
            let plan = format!("EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {column} = 1");
            let detail: String = book.query_row(&plan, [], |row| row.get(3)).unwrap();
            assert!(detail.contains("INDEX"), "{table}.{column}: {detail}");
        }
    }
}

#[test]
fn two_programs_may_make_one_book_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    std::thread::scope(|scope| {
        let makers: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| Store::open(&path, morning()).map(drop)))
            .collect();
        for maker in makers {
            maker.join().unwrap().unwrap();
        }
    });
    let book = Connection::open(&path).unwrap();
    assert_eq!(count(&book, "SELECT count(*) FROM meeting"), 1);
    assert_eq!(count(&book, "SELECT count(*) FROM unit"), 46);
}

#[test]
fn a_book_whose_making_was_cut_short_is_finished() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let half = Connection::open(&path).unwrap();
    half.execute_batch(SCHEMA).unwrap();
    half.execute_batch("PRAGMA application_id = 0x6769616f; PRAGMA user_version = 1")
        .unwrap();
    drop(half);
    let store = Store::open(&path, morning()).unwrap();
    assert!(store.last_meeting().unwrap().is_some());
}

#[test]
fn undo_reaches_over_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let open = || {
        Stage::with(
            Store::open(&path, morning()).unwrap(),
            (80, 24),
            giaoban::words::Lang::Vi,
        )
    };
    open().press("<F3>12");
    let mut again = open();
    again.sees("CÓ MẶT 2/34").press("<C-z>").sees("CÓ MẶT 1/34");
    let mut third = open();
    third
        .press("<C-y>")
        .sees("CÓ MẶT 2/34")
        .press("<C-z><C-z>")
        .sees("CÓ MẶT 0/34");
    third.press("<C-z>").sees("Không còn gì để hoàn tác.");
}

#[test]
fn a_meeting_looks_back_on_its_period_and_begins_at_a_usual_time() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    assert_eq!(period(day(2023, 7, 11)), "06 tháng đầu năm 2023");
    assert_eq!(period(day(2024, 1, 5)), "năm 2023");
    assert_eq!(period(day(2024, 2, 5)), "tháng 02 năm 2024");
    let at =
        |time: &str| DateTime::parse_from_rfc3339(&format!("2023-07-11T{time}+07:00")).unwrap();
    assert_eq!(usual_start(at("06:12:44")), at("08:00:00"));
    assert_eq!(usual_start(at("13:20:01")), at("13:30:00"));
    assert_eq!(usual_start(at("23:59:59")), at("23:45:00"));
}

#[test]
fn the_clock_of_the_agenda_is_computed_from_instants() {
    let mut stage = Stage::new();
    stage.set_time("08:00:00");
    stage.press("<F4><C-n>").sees("đúng giờ · xong 10:00");
    stage.set_time("08:14:30");
    stage.sees("▶ 14:30 / 10:00").sees("chậm 4' · xong 10:04");
    stage.press("<C-n>").sees("✓ 1").sees("▶ 2");
    stage.press("<C-z>").sees("▶ 14:30 / 10:00");
}

#[test]
fn a_store_in_memory_is_a_book_too() {
    let store = Store::in_memory(morning()).unwrap();
    let dossier = store
        .dossier(store.last_meeting().unwrap().unwrap())
        .unwrap()
        .unwrap();
    assert_eq!(roll_call::counts(&dossier).not_marked, 34);
    assert_eq!(agenda::items(&dossier).len(), 6);
}

/// A book of the first release, with two practice meetings in it, opens, keeps what it says and can be written.
#[test]
fn a_book_of_the_first_release_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let old = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/books/0001.giaoban"
    );
    std::fs::copy(old, &path).unwrap();
    let before = Connection::open(&path).unwrap();
    let rows = |book: &Connection| -> Vec<(i64, String, String)> {
        let sql = "SELECT id, at, kind FROM attendance_event ORDER BY id";
        let mut statement = book.prepare(sql).unwrap();
        let read = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let rows = statement.query_map([], read).unwrap();
        rows.map(Result::unwrap).collect()
    };
    let then = rows(&before);
    assert_eq!(then.len(), 70);
    assert_eq!(
        count(&before, "SELECT user_version FROM pragma_user_version"),
        1
    );
    drop(before);

    let mut store = Store::open(&path, morning()).unwrap();
    let meeting = store.last_held().unwrap().unwrap();
    let dossier = store.dossier(meeting).unwrap().unwrap();
    assert_eq!(roll_call::counts(&dossier).present, 33);
    let seat = roll_call::wards(&dossier)[0].id;
    let item = dossier.items.iter().next().unwrap().id;
    let mark = roll_call::Mark::Out(item);
    let now = dossier.meeting.opened.unwrap();
    let changes = roll_call::mark(&dossier, seat, &mark, now, store.ids()).unwrap();
    store
        .commit(&Transaction::new("vắng một mục", changes), now)
        .unwrap();
    // What was done before the book was brought up to date can still be taken back.
    for _ in 0..3 {
        assert!(store.undo(now).unwrap().is_some());
    }
    drop(store);
    let after = Connection::open(&path).unwrap();
    assert_eq!(
        count(&after, "SELECT user_version FROM pragma_user_version"),
        5
    );
    assert_eq!(
        count(&after, "SELECT count(*) FROM pragma_foreign_key_check"),
        0
    );
    assert!(rows(&after).iter().all(|row| then.contains(row)));
}

/// What something else refers to does not go, and that is no clash of two windows.
#[test]
fn a_row_that_others_refer_to_stays() {
    let mut store = Store::in_memory(morning()).unwrap();
    let meeting = store.last_meeting().unwrap().unwrap();
    let dossier = store.dossier(meeting).unwrap().unwrap();
    let seat = roll_call::wards(&dossier)[0].clone();
    let mark = roll_call::Mark::Absent;
    let changes = roll_call::mark(&dossier, seat.id, &mark, morning(), store.ids()).unwrap();
    store
        .commit(&Transaction::new("vắng", changes), morning())
        .unwrap();
    let removed = Transaction::new("bỏ", vec![Change::delete(&seat)]);
    let refused = store.commit(&removed, morning()).unwrap_err();
    assert_eq!(refused.trouble, Trouble::InUse);
    assert_eq!(
        store.dossier(meeting).unwrap().unwrap().seats.len(),
        dossier.seats.len()
    );
}

/// A book of the second release opens, and what was done in it can be taken back.
#[test]
fn a_book_of_the_second_release_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let old = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/books/0002.giaoban"
    );
    std::fs::copy(old, &path).unwrap();
    let mut store = Store::open(&path, morning()).unwrap();
    let meeting = store.last_held().unwrap().unwrap();
    let dossier = store.dossier(meeting).unwrap().unwrap();
    assert_eq!(agenda::running_item(&dossier).unwrap().position, 3);
    assert_eq!(
        agenda::planned_place(agenda::items(&dossier)[1]),
        Some(2),
        "every item is where it was planned"
    );
    assert!(
        store
            .snippets()
            .unwrap()
            .iter()
            .any(|snippet| snippet.short == "đv")
    );
    let now = dossier.meeting.opened.unwrap();
    let item = agenda::next(&dossier).unwrap().id;
    let changes = agenda::start(&dossier, item, now, store.ids());
    store
        .commit(&Transaction::new("mục tiếp", changes), now)
        .unwrap();
    for _ in 0..3 {
        assert!(store.undo(now).unwrap().is_some());
    }
}

/// A book of the third release opens; what is kept beside its rows is made, its words are found, and what was done in it
/// can be taken back, although its journal knows nothing of what rows have since.
#[test]
fn a_book_of_the_third_release_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let old = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/books/0003.giaoban"
    );
    std::fs::copy(old, &path).unwrap();
    let now = morning();
    let mut store = Store::open(&path, now).unwrap();
    kept::assert_kept(&Connection::open(&path).unwrap());
    let register = store
        .register(&Query::all(now.date_naive()), Part::around(0))
        .unwrap();
    assert_eq!(register.page.total, 3);
    let filter = Filter {
        words: vec!["khu".to_owned(), "phố".to_owned()],
        ..Filter::default()
    };
    assert!(!store.search(&filter, 10).unwrap().is_empty());
    let mut undone = 0;
    while store.undo(now).unwrap().is_some() {
        undone += 1;
        kept::assert_kept(&Connection::open(&path).unwrap());
    }
    assert!(undone >= 5, "{undone}");
    while store.redo(now).unwrap().is_some() {}
    kept::assert_kept(&Connection::open(&path).unwrap());
    let register = store
        .register(&Query::all(now.date_naive()), Part::around(0))
        .unwrap();
    assert_eq!(register.page.total, 3);
}

#[test]
fn a_book_of_the_fourth_release_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let old = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/books/0004.giaoban"
    );
    std::fs::copy(old, &path).unwrap();
    let now = morning();
    let mut store = Store::open(&path, now).unwrap();
    let id = store.last_held().unwrap().unwrap();
    let held = store.dossier(id).unwrap().unwrap();
    assert!(!held.notes.is_empty() && held.imprints.is_empty());
    let mut undone = 0;
    while store.undo(now).unwrap().is_some() {
        undone += 1;
        kept::assert_kept(&Connection::open(&path).unwrap());
    }
    assert_eq!(undone, 6);
    while store.redo(now).unwrap().is_some() {}
    kept::assert_kept(&Connection::open(&path).unwrap());
    assert_eq!(store.dossier(id).unwrap().unwrap(), held);
}
