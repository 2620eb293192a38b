//! The book: what a new one holds, how it is kept, and that opening it is safe whenever it was interrupted.
use crate::common::kept;
use crate::common::stage::{Stage, morning};
use chrono::{DateTime, NaiveDate};
use giaoban::meeting::actions::Query;
use giaoban::meeting::agenda;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::{AssignmentState, IssueState, ItemKind, NoteKind, PaperKind, PartRow};
use giaoban::meeting::filter::LineFilter;
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

/// How many files bring a book up to date.
fn migrations() -> i64 {
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/schema");
    i64::try_from(std::fs::read_dir(schema).unwrap().count()).unwrap()
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
        migrations()
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

/// The lists that are closed by nature stand in a CHECK.
#[test]
fn every_code_is_in_its_check() {
    let checks: [(&str, Vec<&str>); 3] = [
        ("issue", codes(IssueState::ALL, IssueState::code)),
        (
            "assignment",
            codes(AssignmentState::ALL, AssignmentState::code),
        ),
        (
            "progress",
            codes(AssignmentState::ALL, AssignmentState::code),
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

fn codes<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| code(*one)).collect()
}

/// The lists that grow stand in tables, which the program fills from its own.
#[test]
fn every_code_is_in_its_table() {
    let (_folder, book) = raw();
    let lists: [(&str, Vec<&str>); 5] = [
        ("note_kind", codes(NoteKind::ALL, NoteKind::code)),
        ("item_kind", codes(ItemKind::ALL, ItemKind::code)),
        ("paper_kind", codes(PaperKind::ALL, PaperKind::code)),
        ("state_of_issue", codes(IssueState::ALL, IssueState::code)),
        (
            "state_of_part",
            codes(AssignmentState::ALL, AssignmentState::code),
        ),
    ];
    for (table, mut codes) in lists {
        let mut statement = book
            .prepare(&format!("SELECT code FROM {table} ORDER BY code"))
            .unwrap();
        let found = statement.query_map([], |row| row.get(0)).unwrap();
        let found: Vec<String> = found.map(Result::unwrap).collect();
        codes.sort_unstable();
        assert_eq!(found, codes, "{table}");
        let none = book.execute(&format!("DELETE FROM {table}"), []);
        assert!(none.is_err(), "{table}");
    }
    for (state, is_open) in IssueState::ALL
        .iter()
        .map(|state| (state.code(), state.is_open()))
    {
        let sql = format!("SELECT is_open FROM state_of_issue WHERE code = '{state}'");
        assert_eq!(count(&book, &sql), i64::from(is_open), "{state}");
    }
    for state in AssignmentState::ALL {
        let sql = format!(
            "SELECT is_open + 2 * owes_report + 4 * is_counted + 8 * is_kept FROM state_of_part WHERE code = '{}'",
            state.code()
        );
        let row = state.row();
        let flags = [row.is_open, row.owes_report, row.is_counted, row.is_kept];
        let sum = flags
            .iter()
            .rev()
            .fold(0, |sum, flag| 2 * sum + i64::from(*flag));
        assert_eq!(count(&book, &sql), sum, "{state:?}");
    }
}

/// What is true of the states, as it was before it stood in their table.
#[test]
fn the_states_say_what_they_said_before_they_had_a_table() {
    let which = |is: fn(&PartRow) -> bool| -> Vec<&str> {
        let all = AssignmentState::ALL.iter();
        all.filter(|state| is(state.row()))
            .map(|state| state.code())
            .collect()
    };
    assert_eq!(
        which(|row| row.is_open),
        ["not_started", "in_progress", "reported", "paused"]
    );
    assert_eq!(
        which(|row| row.owes_report),
        ["not_started", "in_progress", "paused"]
    );
    assert_eq!(which(|row| !row.is_counted), ["handed_over"]);
    assert_eq!(which(|row| !row.is_kept), ["handed_over", "cancelled"]);
    let open = IssueState::ALL.iter().filter(|state| state.is_open());
    let open: Vec<&str> = open.map(|state| state.code()).collect();
    assert_eq!(open, ["raised", "accepted", "in_progress", "escalated"]);
}

/// Indexes over lists of codes are made from the same tables as the queries that use them.
#[test]
fn queries_over_lists_of_codes_use_their_indexes() {
    let (_folder, book) = raw();
    let plan = |sql: &str| -> String {
        let mut statement = book.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let lines = statement
            .query_map([], |row| row.get::<_, String>(3))
            .unwrap();
        lines.map(Result::unwrap).collect::<Vec<_>>().join("; ")
    };
    let waiting = plan(
        "SELECT id FROM issue WHERE (issue.state IN ('answered', 'resolved', 'duplicate')) = 0 ORDER BY at, id",
    );
    assert!(
        waiting.contains("issue_waiting") && !waiting.contains("B-TREE"),
        "{waiting}"
    );
    let settled = plan(
        "SELECT assignment FROM progress WHERE progress.at >= '2023' AND progress.state IN ('done', 'cancelled')",
    );
    assert!(settled.contains("progress_settled"), "{settled}");
    let open = plan(
        "SELECT id FROM assignment WHERE unit = 1 AND state IN (SELECT code FROM state_of_part WHERE is_open = 1)",
    );
    assert!(
        open.contains("assignment_unit (unit=? AND state=?)"),
        "{open}"
    );
    let unanswered = plan(
        "SELECT count(*) FROM issue WHERE state IN (SELECT code FROM state_of_issue WHERE is_open = 1)",
    );
    assert!(unanswered.contains("issue_state (state=?)"), "{unanswered}");
}

/// A list that the book has not in full is filled when it is opened; an index over other codes is made anew.
#[test]
fn a_new_kind_needs_no_migration() {
    let (folder, book) = raw();
    book.execute_batch(
        "DROP TRIGGER note_kind_stays; DELETE FROM note_kind WHERE code = 'proposal';
         UPDATE state_of_part SET is_open = 0, vi = 'khác' WHERE code = 'paused';
         DROP INDEX issue_waiting; CREATE INDEX issue_waiting ON issue(state IN ('answered'), at, id);",
    )
    .unwrap();
    let path = folder.path().join("so.giaoban");
    drop(Store::open(&path, morning()).unwrap());
    let proposal = "SELECT count(*) FROM note_kind WHERE code = 'proposal' AND vi = 'kiến nghị'";
    assert_eq!(count(&book, proposal), 1);
    let paused = "SELECT is_open FROM state_of_part WHERE code = 'paused' AND vi = 'tạm dừng'";
    assert_eq!(count(&book, paused), 1);
    let index = "SELECT count(*) FROM sqlite_schema WHERE name = 'issue_waiting' AND sql LIKE '%duplicate%'";
    assert_eq!(count(&book, index), 1);
    // A book that lacks nothing is not written to.
    let before = count(&book, "PRAGMA data_version");
    let writers = count(&book, "SELECT count(*) FROM writer");
    drop(Store::open_reader(&path).unwrap());
    assert_eq!(count(&book, "PRAGMA data_version"), before);
    assert_eq!(count(&book, "SELECT count(*) FROM writer"), writers);
}

/// A newer program has written a kind that this one knows nothing of: it says so, and leaves the book as it is.
#[test]
fn a_kind_of_a_newer_program_is_refused_by_its_name() {
    for (table, columns) in [
        ("note_kind", ""),
        ("paper_kind", ""),
        ("item_kind", ""),
        ("state_of_issue", ", 1"),
        ("state_of_part", ", 1, 1, 1, 1"),
    ] {
        let (folder, book) = raw();
        let sql = format!("INSERT INTO {table} VALUES ('praise', 'khen', 'praise'{columns})");
        book.execute(&sql, []).unwrap();
        let path = folder.path().join("so.giaoban");
        for opened in [Store::open(&path, morning()), Store::open_reader(&path)] {
            let failure = opened.unwrap_err();
            assert_eq!(failure.trouble, Trouble::Newer, "{table}");
            assert!(failure.to_string().contains("praise"), "{failure}");
        }
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
        // Nothing is ever taken out of the lists of kinds.
        let keys = format!(
            "SELECT \"from\" FROM pragma_foreign_key_list('{table}') WHERE \"table\" NOT LIKE '%\\_kind' ESCAPE '\\'"
        );
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
    assert_eq!(period(day(2024, 2, 5)), "tháng 01 năm 2024");
    assert_eq!(period(day(2024, 2, 26)), "tháng 02 năm 2024");
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
    stage.press("<F4><C-n>").sees("đúng giờ → 10:00");
    stage.set_time("08:14:30");
    stage.sees("▶ 14:30 / 10:00").sees("chậm 4' → 10:04");
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
    let changes = roll_call::mark(&dossier, seat, &mark, store.ids().at(now)).unwrap();
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
        migrations()
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
    let changes = roll_call::mark(&dossier, seat.id, &mark, store.ids().at(morning())).unwrap();
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
    let filter = LineFilter {
        words: vec!["khu".to_owned(), "phố".to_owned()],
        ..LineFilter::default()
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

/// A book of the fifth release opens: its lists become tables, and nothing of it is lost on the way.
#[test]
fn a_book_of_the_fifth_release_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let old = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/books/0005.giaoban"
    );
    std::fs::copy(old, &path).unwrap();
    let made_anew = [
        "note",
        "agenda_item",
        "template_item",
        "imprint",
        "paper",
        "paper_file",
    ];
    // Later columns are empty: nothing is inferred.
    let columns = |book: &Connection, table: &str| -> String {
        let columns = format!(
            "SELECT group_concat(name, ' || ''|'' || ') FROM (SELECT 'quote(' || name || ')' AS name FROM pragma_table_info('{table}'))"
        );
        book.query_row(&columns, [], |row| row.get(0)).unwrap()
    };
    let first = Connection::open(&path).unwrap();
    let known = made_anew.map(|table| (table, columns(&first, table)));
    let rows = |book: &Connection| -> Vec<(i64, String)> {
        let sum = |(table, columns): &(&str, String)| {
            let sql = format!(
                "SELECT count(*), group_concat(line, char(10)) FROM (SELECT {columns} AS line FROM {table} ORDER BY id)"
            );
            book.query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
        };
        known.iter().map(sum).collect()
    };
    let before = rows(&first);
    drop(first);
    assert!(before.iter().all(|(n, _)| *n > 0));
    let now = morning();
    let mut store = Store::open(&path, now).unwrap();
    let book = Connection::open(&path).unwrap();
    assert_eq!(rows(&book), before);
    kept::assert_kept(&book);
    let refused = book.execute("UPDATE paper SET version = 9", []);
    assert!(refused.is_err());
    assert!(book.execute("UPDATE note SET kind = 'praise'", []).is_err());
    let filter = LineFilter {
        words: vec!["rà".to_owned(), "soát".to_owned()],
        ..LineFilter::default()
    };
    assert!(!store.search(&filter, 10).unwrap().is_empty());
    let id = store.last_held().unwrap().unwrap();
    let held = store.dossier(id).unwrap().unwrap();
    assert_eq!(store.ledger(id).unwrap().papers.len(), 41);
    let mut undone = 0;
    while store.undo(now).unwrap().is_some() {
        undone += 1;
        kept::assert_kept(&book);
    }
    assert_eq!(undone, 6);
    while store.redo(now).unwrap().is_some() {}
    kept::assert_kept(&book);
    assert_eq!(store.dossier(id).unwrap().unwrap(), held);
}

/// An earlier program knew an interruption by equal instants; the migration stores what that program would have seen.
#[test]
fn an_earlier_interruption_is_stored_once() {
    let (_folder, book) = raw();
    let [meeting, one, other] = ["max(meeting)", "min(id)", "max(id)"]
        .map(|what| count(&book, &format!("SELECT {what} FROM seat")));
    book.execute_batch(&format!(
        "INSERT INTO speech (id, meeting, seat, position, asked, began, ended) VALUES
            (1, {meeting}, {one}, 1, '08:20', '08:20', '08:22'),
            (2, {meeting}, {other}, 2, '08:22', '08:22', '08:24'),
            (3, {meeting}, {one}, 0, '08:22', NULL, NULL),
            (4, {meeting}, {other}, 3, '08:23', NULL, NULL)"
    ))
    .unwrap();
    let migration = include_str!("../src/store/schema/0008_turns.sql");
    let (_, inferred) = migration.split_once("UPDATE").unwrap();
    book.execute_batch(&format!("UPDATE{inferred}")).unwrap();
    let linked =
        "SELECT count(*) FROM speech WHERE continues IS NOT NULL OR interrupted_by IS NOT NULL";
    assert_eq!(count(&book, linked), 1);
    let rest = "SELECT count(*) FROM speech WHERE id = 3 AND continues = 1 AND interrupted_by = 2";
    assert_eq!(count(&book, rest), 1);
}
