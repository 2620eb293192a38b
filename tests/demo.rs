//! The practice book of many years: as much as was asked for, the same for the same seed, and true in itself.
use std::path::Path;

use crate::common::kept;
use crate::common::pty::Home;
use crate::common::stage::morning;
use giaoban::cli::demo;
use giaoban::meeting::rows::Table;
use giaoban::meeting::sample::years::Extent;
use giaoban::store::Store;
use rusqlite::Connection;
use rusqlite::types::Value;

fn asked<'a>(seed: &'a str, book: &'a str) -> Vec<&'a str> {
    let wish = ["demo", "--meetings", "12", "--lines", "30", "--seed", seed];
    wish.into_iter().chain(["--book", book]).collect()
}

/// A year and more, for what only many meetings show.
fn years() -> (tempfile::TempDir, Connection) {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("so");
    let store = Store::open(&book, morning()).unwrap();
    let extent = Extent {
        meetings: 70,
        lines: 40,
        seed: 7,
    };
    demo::fill_years(&store, extent, morning(), &mut |_, _| ()).unwrap();
    let connection = Connection::open(book).unwrap();
    (folder, connection)
}

fn number(book: &Connection, sql: &str) -> i64 {
    book.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// Every row of every table of the book, in the order of their ids.
fn rows(book: &Path) -> Vec<(&'static str, Vec<Value>)> {
    let book = Connection::open(book).unwrap();
    let mut rows = Vec::new();
    for table in Table::ALL {
        let columns = table.columns().join(", ");
        let sql = format!("SELECT {columns} FROM {} ORDER BY id", table.name());
        let mut statement = book.prepare(&sql).unwrap();
        let count = table.columns().len();
        let read = statement.query_map([], |row| (0..count).map(|n| row.get(n)).collect());
        rows.extend(read.unwrap().map(|row| (table.name(), row.unwrap())));
    }
    rows
}

#[test]
fn a_book_of_many_meetings_is_written_without_a_terminal() {
    let home = Home::new();
    let output = home.output(&asked("1", "nam.giaoban"));
    assert!(output.status.success(), "{output:?}");
    assert!(output.stdout.is_empty() && output.stderr.is_empty());
    assert!(!home.path("nam.giaoban-wal").exists());
    let book = Connection::open(home.path("nam.giaoban")).unwrap();
    assert_eq!(number(&book, "SELECT count(*) FROM meeting"), 12);
    assert_eq!(
        number(&book, "SELECT count(*) FROM meeting WHERE sample = 1"),
        12
    );
    let closed = "SELECT count(*) FROM meeting WHERE state = 'closed' AND closed < '2023-07-11'";
    assert_eq!(number(&book, closed), 11);
    let planned = "SELECT count(*) FROM meeting WHERE state = 'planned' AND starts = '2023-07-11T08:00:00+07:00'";
    assert_eq!(number(&book, planned), 1);
    let lines = number(&book, "SELECT count(*) FROM note");
    assert!((250..450).contains(&lines), "{lines} lines");
    assert_eq!(number(&book, "SELECT count(*) FROM journal"), 0);
}

#[test]
fn a_file_that_is_there_is_left_alone() {
    let home = Home::new();
    assert!(home.output(&asked("1", "nam.giaoban")).status.success());
    let before = std::fs::read(home.path("nam.giaoban")).unwrap();
    let output = home.output(&asked("2", "nam.giaoban"));
    assert!(!output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told, "giaoban: Đã có tệp nam.giaoban; chọn tên khác.\n");
    assert_eq!(std::fs::read(home.path("nam.giaoban")).unwrap(), before);
}

#[test]
fn a_wish_that_makes_no_sense_gets_a_sentence() {
    let home = Home::new();
    let wishes: [(&[&str], &str); 5] = [
        (
            &["--meetings", "5"],
            "--meetings cần --book TỆP: ghi sổ mẫu vào đâu.",
        ),
        (
            &["--seed", "5"],
            "--seed chỉ đi cùng --meetings. Xem: giaoban --help",
        ),
        (
            &["--lines", "5"],
            "--lines chỉ đi cùng --meetings. Xem: giaoban --help",
        ),
        (
            &["--meetings", "nhiều"],
            "--meetings: «nhiều» không phải một số từ 1 đến 5200.",
        ),
        (
            &["--meetings", "0"],
            "--meetings: «0» không phải một số từ 1 đến 5200.",
        ),
    ];
    for (wish, sentence) in wishes {
        let arguments: Vec<&str> = ["demo"].iter().chain(wish).copied().collect();
        let output = home.output(&arguments);
        assert!(!output.status.success(), "{wish:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(told, format!("giaoban: {sentence}\n"));
    }
}

#[test]
fn the_same_seed_writes_the_same_rows() {
    let home = Home::new();
    for (seed, book) in [("1", "a"), ("1", "b"), ("2", "c")] {
        assert!(home.output(&asked(seed, book)).status.success());
    }
    let [a, b, c] = ["a", "b", "c"].map(|book| rows(&home.path(book)));
    assert!(a == b, "the same seed wrote other rows");
    assert!(a != c, "another seed wrote the same rows");
}

#[test]
fn every_seat_of_a_meeting_that_was_held_is_marked() {
    let (_folder, book) = years();
    let marked = "SELECT count(DISTINCT seat.id) FROM attendance_event JOIN seat ON seat.id = attendance_event.seat
        WHERE seat.seat_group = 'ward' AND kind IN ('present', 'substitute', 'excused', 'absent')";
    assert_eq!(number(&book, marked), 69 * 34);
    let roster = "SELECT count(*) FROM seat WHERE seat_group = 'ward'";
    assert_eq!(number(&book, roster), 70 * 34);
    for kind in ["late", "left", "substitute", "excused", "absent"] {
        let sql = format!("SELECT count(*) FROM attendance_event WHERE kind = '{kind}'");
        assert!(number(&book, &sql) > 0, "nobody was {kind}");
    }
    let twice = "SELECT count(*) FROM (SELECT seat FROM attendance_event
        WHERE kind IN ('present', 'substitute', 'excused', 'absent') GROUP BY seat HAVING count(*) > 1)";
    assert_eq!(number(&book, twice), 0);
}

#[test]
fn what_is_said_has_its_time_and_its_place() {
    let (_folder, book) = years();
    let outside = "SELECT count(*) FROM note JOIN meeting ON meeting.id = note.meeting
        JOIN item_run ON item_run.item = note.item
        WHERE note.at NOT BETWEEN meeting.opened AND meeting.closed OR note.at NOT BETWEEN began AND ended";
    assert_eq!(number(&book, outside), 0);
    let absent =
        "SELECT count(*) FROM speech JOIN attendance_event ON attendance_event.seat = speech.seat
        WHERE kind IN ('excused', 'absent')";
    assert_eq!(number(&book, absent), 0);
    let kinds = "SELECT count(DISTINCT kind) FROM note";
    assert_eq!(number(&book, kinds), 8);
    let open_runs = "SELECT count(*) FROM item_run WHERE ended IS NULL OR ended <= began";
    assert_eq!(number(&book, open_runs), 0);
    let real = "SELECT count(*) FROM seat WHERE seat_group = 'ward' AND name NOT LIKE 'Mẫu %'";
    assert_eq!(number(&book, real), 0);
    let unfilled =
        "SELECT count(*) FROM note WHERE text LIKE '%{%' OR text LIKE '%  %' OR text = ''";
    assert_eq!(number(&book, unfilled), 0);
}

#[test]
fn issues_are_answered_sooner_or_later_and_a_few_never() {
    let (_folder, book) = years();
    let issues = number(&book, "SELECT count(*) FROM issue");
    let open = "SELECT count(*) FROM issue WHERE state IN ('raised', 'accepted', 'in_progress', 'escalated')";
    let open = number(&book, open);
    assert!(
        (130..220).contains(&issues) && (1..20).contains(&open),
        "{open} of {issues}"
    );
    let untrue = "SELECT count(*) FROM issue WHERE
        (state IN ('answered', 'resolved')) != EXISTS (SELECT 1 FROM issue_answer WHERE issue = issue.id)";
    assert_eq!(number(&book, untrue), 0);
    let shared = "SELECT count(*) FROM (SELECT issue FROM issue_raised GROUP BY issue HAVING count(DISTINCT unit) > 1)";
    assert!(number(&book, shared) > 10);
    let again = "SELECT count(*) FROM (SELECT issue FROM issue_raised GROUP BY issue HAVING count(DISTINCT meeting) > 1)";
    assert!(number(&book, again) > 0);
    let too_early = "SELECT count(*) FROM issue_answer JOIN issue ON issue.id = issue_answer.issue
        WHERE issue_answer.at < issue.at OR issue_answer.at > '2023-07-11T07:40:00+07:00'";
    assert_eq!(number(&book, too_early), 0);
}

#[test]
fn actions_grow_old_as_they_do() {
    let (_folder, book) = years();
    let old = "FROM assignment JOIN action ON action.id = assignment.action WHERE action.at < '2023-01-01'";
    let all = number(&book, &format!("SELECT count(*) {old}"));
    let over = format!("SELECT count(*) {old} AND state IN ('done', 'cancelled')");
    assert!(number(&book, &over) * 100 > all * 98);
    for state in [
        "not_started",
        "in_progress",
        "reported",
        "done",
        "cancelled",
    ] {
        let sql = format!("SELECT count(*) FROM assignment WHERE state = '{state}'");
        assert!(number(&book, &sql) > 0, "nothing is {state}");
    }
    let for_all = "SELECT count(*) FROM standing WHERE total = 34";
    assert!(number(&book, for_all) > 40);
    let late = "SELECT count(*) FROM assignment JOIN standing USING (action) WHERE done_on > due";
    let overdue = "SELECT count(*) FROM standing WHERE open > 0 AND due < '2023-07-11'";
    assert!(number(&book, late) > 0 && number(&book, overdue) > 0);
    let future = "SELECT (SELECT count(*) FROM progress WHERE at > '2023-07-11T07:40:00+07:00')
        + (SELECT count(*) FROM extension WHERE at > '2023-07-11T07:40:00+07:00')
        + (SELECT count(*) FROM review WHERE at > '2023-07-11T07:40:00+07:00')";
    assert_eq!(number(&book, future), 0);
    let untrue = "SELECT count(*) FROM assignment WHERE (state = 'done') != (done_on IS NOT NULL)
        OR state != coalesce((SELECT state FROM progress WHERE assignment = assignment.id ORDER BY at DESC, id DESC LIMIT 1), 'not_started')";
    assert_eq!(number(&book, untrue), 0);
    let backwards = "SELECT count(*) FROM extension JOIN action ON action.id = extension.action
        WHERE extension.deadline <= action.deadline OR extension.at < action.at";
    assert_eq!(number(&book, backwards), 0);
}

#[test]
fn what_is_kept_beside_the_rows_is_what_they_say() {
    let (_folder, book) = years();
    kept::assert_kept(&book);
}
