//! The figures of the follow-up: what screens and files print is counted anew from the rows of a ten-year book, by SQL of
//! this test's own.
use std::collections::BTreeMap;

use crate::common::kept::assert_kept;
use crate::common::stage::Stage;
use chrono::{DateTime, NaiveDate};
use giaoban::cli::demo;
use giaoban::meeting::actions::figures::{Figure, Measure};
use giaoban::meeting::actions::{Grouping, Parts, Query, Standing};
use giaoban::meeting::filter::{self, Subject};
use giaoban::meeting::focus::{Board, ColumnKey, RowKey, Trend};
use giaoban::meeting::page::Part;
use giaoban::meeting::sample::years::Extent;
use giaoban::meeting::year::Yearbook;
use giaoban::papers::actions::{ActionsFormat, figures, render};
use giaoban::papers::phrases::Phrases;
use giaoban::papers::sheet::Value;
use giaoban::papers::year::sheets;
use giaoban::store::Store;
use giaoban::text::dates::Instant;
use giaoban::words::{Lang, Words};
use rusqlite::Connection;

/// The morning on which the ten years end.
fn now() -> Instant {
    DateTime::parse_from_rfc3339("2026-11-29T08:00:00+07:00").unwrap()
}

/// A book of ten years, and the rows of it for SQL.
struct Book {
    store: Store,
    rows: Connection,
    folder: tempfile::TempDir,
}

impl Book {
    fn of_ten_years() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so");
        let store = Store::open(&path, now()).unwrap();
        let extent = Extent {
            meetings: 520,
            lines: 6,
            seed: 5,
        };
        demo::fill_years(&store, extent, now(), &mut |_, _| ()).unwrap();
        let rows = Connection::open(&path).unwrap();
        Self {
            store,
            rows,
            folder,
        }
    }

    /// Counts parts of which a condition holds. `due` is the deadline in force, `day` the day in question.
    fn parts(&self, day: NaiveDate, condition: &str) -> usize {
        self.number(&format!(
            "SELECT count(*) FROM part WHERE day = '{day}' AND {condition}"
        ))
    }

    /// Takes down the parts as they are, for each of these days.
    fn take_down(&self, days: &[NaiveDate]) {
        let all: Vec<String> = days.iter().map(|day| part(*day)).collect();
        let sql = format!(
            "DROP TABLE IF EXISTS temp.part; CREATE TEMP TABLE part AS {};
             CREATE INDEX temp.part_unit ON part(day, unit); CREATE INDEX temp.part_action ON part(day, action);",
            all.join(" UNION ALL ")
        );
        self.rows.execute_batch(&sql).unwrap();
    }

    fn number(&self, sql: &str) -> usize {
        let n: i64 = self.rows.query_row(sql, [], |row| row.get(0)).unwrap();
        usize::try_from(n).unwrap()
    }

    /// Hands every fifth open part over to a new unit, and cancels every seventh, as another tool would.
    fn hand_over(&self) {
        self.rows
            .execute_batch(
                "INSERT INTO unit (id, code, name, kind, valid_from) VALUES (990000, 'mau-moi', 'Mẫu Mới', 'ward', '2026-11-01');
                 INSERT INTO assignment (id, action, unit, state, percent, came)
                 SELECT 990000 + id, action, 990000, state, percent, 1 FROM assignment
                 WHERE state IN ('not_started', 'in_progress', 'reported', 'paused')
                 GROUP BY action HAVING id % 5 < 3;
                 UPDATE assignment SET state = 'handed_over', handed_to = 990000
                 WHERE id IN (SELECT id - 990000 FROM assignment WHERE unit = 990000);
                 UPDATE assignment SET state = 'cancelled'
                 WHERE id % 7 = 0 AND state IN ('not_started', 'in_progress');",
            )
            .unwrap();
        assert!(self.number("SELECT count(*) FROM assignment WHERE state = 'handed_over'") > 10);
    }

    fn query(&self, filter: &str, grouping: Grouping, day: NaiveDate) -> Query {
        let lexicon = self.store.lexicon().unwrap();
        let reading = filter::parse(filter, Subject::Actions, &lexicon, day);
        assert_eq!(reading.mistake, None, "{filter}");
        Query {
            filter: reading.filter,
            grouping,
            ..Query::all(day)
        }
    }
}

/// The parts of the book with their deadline in force, from the tables that hold what was said.
fn part(day: NaiveDate) -> String {
    format!(
        "SELECT assignment.*, action.focus AS focus, action.number AS number, meeting.starts AS given, '{day}' AS day,
            coalesce((SELECT later.deadline FROM extension AS later WHERE later.action = action.id
                ORDER BY later.at DESC, later.id DESC LIMIT 1), action.deadline) AS due
         FROM assignment JOIN action ON action.id = assignment.action JOIN meeting ON meeting.id = action.meeting"
    )
}

/// The conditions of the figures on such a part, told once more.
const OVERDUE: &str = "state IN ('not_started', 'in_progress') AND due < day";
const IN_TIME: &str = "state IN ('not_started', 'in_progress') AND (due IS NULL OR due >= day)";
const SOON: &str =
    "state IN ('not_started', 'in_progress') AND julianday(due) - julianday(day) BETWEEN 0 AND 3";
const OPEN: &str = "state NOT IN ('done', 'cancelled', 'handed_over')";
const COUNTS: &str = "state NOT IN ('cancelled', 'handed_over')";
const LATE: &str = "state = 'done' AND done_on > due";

/// What must be printed on a day, by the code of the figure.
fn counted(book: &Book, day: NaiveDate) -> BTreeMap<&'static str, usize> {
    let conditions = [
        ("assignments", COUNTS),
        ("open", OPEN),
        ("overdue", OVERDUE),
        ("in_time", IN_TIME),
        ("due_soon", SOON),
        ("reported", "state = 'reported'"),
        ("reported_past_deadline", "state = 'reported' AND due < day"),
        ("paused", "state = 'paused'"),
        (
            "not_reported",
            "state IN ('not_started', 'in_progress', 'paused')",
        ),
        ("done", "state = 'done'"),
        (
            "done_in_time",
            "state = 'done' AND NOT coalesce(done_on > due, 0)",
        ),
        ("done_late", LATE),
        ("cancelled", "state = 'cancelled'"),
        ("handed_over", "state = 'handed_over'"),
    ];
    let conditions = conditions.into_iter();
    conditions
        .map(|(code, condition)| (code, book.parts(day, condition)))
        .collect()
}

/// A number as the screen shows it.
fn shown(n: usize) -> String {
    let digits: Vec<char> = n.to_string().chars().rev().collect();
    let threes: Vec<String> = digits
        .chunks(3)
        .map(|three| three.iter().collect())
        .collect();
    threes.join(".").chars().rev().collect()
}

/// Every figure of a day is what the rows say, in every place that prints it; returns how many were held against them.
fn hold(book: &Book, day: NaiveDate) -> usize {
    files_hold(book, day) + lists_hold(book, day) + map_holds(book, day) + years_hold(book, day)
}

/// JSON, CSV, the sheet of figures and the rows of the table.
fn files_hold(book: &Book, day: NaiveDate) -> usize {
    let wanted = counted(book, day);
    let phrases = Phrases::default();
    let table = book.store.action_table(&Query::all(day)).unwrap();
    let json = render(ActionsFormat::Json, &table, &phrases, now()).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let page = figures(&table, &phrases);
    let csv = book.folder.path().join("so.csv");
    std::fs::write(
        &csv,
        render(ActionsFormat::Csv, &table, &phrases, now()).unwrap(),
    )
    .unwrap();
    let csv = std::fs::read_to_string(&csv).unwrap();
    let words = Words::of(Lang::Vi);
    let mut held = 0;
    for (figure, row) in Figure::ALL.iter().zip(&page.rows) {
        let told = &json["totals"][figure.code()];
        match figure.of(table.sums()) {
            Measure::Count(n) => {
                assert_eq!(n, wanted[figure.code()], "{figure:?} on {day}");
                assert_eq!(told.as_u64().unwrap(), n as u64, "{figure:?}");
                assert_eq!(row[1], Value::Count(n), "{figure:?}");
                let line = format!("{},{n},", quoted(words.figure(*figure)));
                assert!(csv.contains(&line), "{line}");
            }
            Measure::Share(..) => {
                let [part, whole] = match figure {
                    Figure::CompletionRate => [wanted["done"], wanted["assignments"]],
                    Figure::ReportRate => {
                        [wanted["done"] + wanted["reported"], wanted["assignments"]]
                    }
                    _ => [wanted["done_in_time"], wanted["done"]],
                };
                let [part, whole] = [part, whole].map(|n| f64::from(u32::try_from(n).unwrap()));
                assert_eq!(row[1], Value::Share(part / whole), "{figure:?}");
                let off = told.as_f64().unwrap() - part / whole * 100.0;
                assert!(off.abs() < 0.051, "{figure:?} is off by {off}");
            }
        }
        held += 1;
    }
    // A mark is of the unit's move alone; nobody is called late for what waits or is paused.
    let parts = json["actions"].as_array().unwrap().iter();
    let parts: Vec<&serde_json::Value> = parts
        .flat_map(|of| of["assignments"].as_array().unwrap())
        .collect();
    let marked = |mark: &str| parts.iter().filter(|part| part["mark"] == mark).count();
    assert_eq!(marked("QH"), wanted["overdue"]);
    assert_eq!(marked("SĐH"), wanted["due_soon"]);
    assert_eq!(marked("CXN"), wanted["reported"]);
    assert_eq!(marked("HT"), wanted["done"]);
    let overdue = parts.iter().filter(|part| part["overdue"] == true).count();
    assert_eq!(overdue, wanted["overdue"]);
    let reminded = render(ActionsFormat::Reminder, &table, &phrases, now()).unwrap();
    let reminded = String::from_utf8(reminded).unwrap();
    assert_eq!(reminded.matches("; quá hạn ").count(), wanted["overdue"]);
    let done = "SELECT count(*) FROM action WHERE EXISTS (SELECT 1 FROM assignment WHERE action = action.id AND state = 'done')
        AND NOT EXISTS (SELECT 1 FROM assignment WHERE action = action.id AND state IN ('not_started', 'in_progress', 'reported', 'paused'))
        AND (deadline IS NOT NULL OR EXISTS (SELECT 1 FROM extension WHERE action = action.id))";
    let ics = render(ActionsFormat::Ics, &table, &phrases, now()).unwrap();
    let ics = String::from_utf8(ics).unwrap();
    assert_eq!(ics.matches("SUMMARY:HT · ").count(), book.number(done));
    held + 7
}

fn quoted(text: &str) -> String {
    if text.contains(',') {
        format!("\"{text}\"")
    } else {
        text.to_owned()
    }
}

/// The register: its groups, its filters and its lines.
fn lists_hold(book: &Book, day: NaiveDate) -> usize {
    let wanted = counted(book, day);
    let open = |grouping: Grouping| {
        let register = book
            .store
            .register(&book.query("", grouping, day), Part::around(0))
            .unwrap();
        let groups = register.groups.iter();
        groups.fold((0, 0, 0), |sum, group| {
            let open = group.open;
            (
                sum.0 + open.overdue,
                sum.1 + open.reported,
                sum.2 + open.paused,
            )
        })
    };
    let all = (wanted["overdue"], wanted["reported"], wanted["paused"]);
    let mut held = 0;
    for grouping in [
        Grouping::None,
        Grouping::Meeting,
        Grouping::Focus,
        Grouping::Unit,
        Grouping::Standing,
        Grouping::Deadline,
    ] {
        assert_eq!(open(grouping), all, "{grouping:?} on {day}");
        held += 3;
    }
    let lines = |filter: &str| {
        let query = book.query(filter, Grouping::Unit, day);
        book.store
            .register(&query, Part::around(0))
            .unwrap()
            .page
            .total
    };
    let filters = [
        ("quá hạn", wanted["overdue"]),
        ("sắp đến hạn", wanted["due_soon"]),
        ("chưa xong", wanted["open"]),
        ("chưa báo cáo", wanted["not_reported"]),
        ("đã báo cáo", wanted["reported"]),
        ("chờ xác nhận", wanted["reported"]),
        ("tạm dừng", wanted["paused"]),
        ("hoàn thành", wanted["done"]),
        ("xong trễ", wanted["done_late"]),
        ("đã hủy", wanted["cancelled"]),
        ("chuyển tiếp", wanted["handed_over"]),
    ];
    for (filter, n) in filters {
        assert_eq!(lines(filter), n, "{filter} on {day}");
        held += 1;
    }
    held + standings_hold(book, day)
}

/// How the actions stand, by their groups, and each line by its own counts.
fn standings_hold(book: &Book, day: NaiveDate) -> usize {
    let has = |condition: &str| {
        format!("EXISTS (SELECT 1 FROM part WHERE day = '{day}' AND action = a.id AND {condition})")
    };
    let asked = has("state IN ('not_started', 'in_progress')");
    let (overdue, soon) = (has(OVERDUE), has(SOON));
    let (reported, open, done) = (has("state = 'reported'"), has(OPEN), has("state = 'done'"));
    let conditions = [
        (Standing::Overdue, overdue.clone()),
        (Standing::DueSoon, format!("NOT {overdue} AND {soon}")),
        (
            Standing::Open,
            format!("{asked} AND NOT {overdue} AND NOT {soon}"),
        ),
        (Standing::Reported, format!("NOT {asked} AND {reported}")),
        (
            Standing::Paused,
            format!("NOT {asked} AND NOT {reported} AND {open}"),
        ),
        (Standing::Done, format!("NOT {open} AND {done}")),
        (Standing::Off, format!("NOT {open} AND NOT {done}")),
    ];
    let query = book.query("", Grouping::Standing, day);
    let register = book.store.register(&query, Part::around(0)).unwrap();
    let mut held = 0;
    for (standing, condition) in conditions {
        let key = giaoban::meeting::actions::register::GroupKey::Standing(standing);
        let group = register.groups.iter().find(|group| group.key == key);
        let wanted = book.number(&format!(
            "SELECT count(*) FROM action AS a WHERE {condition}"
        ));
        assert_eq!(
            group.map_or(0, |group| group.lines),
            wanted,
            "{standing:?} on {day}"
        );
        held += 1;
    }
    held
}

/// The map and its trend.
fn map_holds(book: &Book, day: NaiveDate) -> usize {
    let wanted = counted(book, day);
    let map = book.store.heat_map(day).unwrap();
    let board = Board::new(&map, None);
    let total = board.total();
    let figures = |parts: Parts| {
        [
            parts.total(),
            parts.open(),
            parts.overdue,
            parts.in_time,
            parts.due_soon,
            parts.reported,
            parts.paused,
            parts.done,
        ]
    };
    let codes = [
        "assignments",
        "open",
        "overdue",
        "in_time",
        "due_soon",
        "reported",
        "paused",
        "done",
    ];
    assert_eq!(figures(total), codes.map(|code| wanted[code]), "{day}");
    let mut held = codes.len();
    for row in &board.rows {
        let RowKey::Unit(unit) = row.key else {
            continue;
        };
        let of_unit =
            |condition: &str| book.parts(day, &format!("unit = {} AND {condition}", unit.number()));
        let own = [
            of_unit(COUNTS),
            of_unit(OPEN),
            of_unit(OVERDUE),
            of_unit(IN_TIME),
            of_unit(SOON),
            of_unit("state = 'reported'"),
            of_unit("state = 'paused'"),
            of_unit("state = 'done'"),
        ];
        assert_eq!(figures(row.total), own, "{} on {day}", row.name);
        held += own.len();
    }
    let days = book.store.days_held(24, day).unwrap();
    let traced = book.store.traced_parts(days[0]).unwrap();
    let trend = Trend::new(&map, days, &traced);
    let last = trend
        .of(&board, RowKey::Total, ColumnKey::Total)
        .pop()
        .unwrap();
    assert_eq!(last, total, "the trend ends where the map is");
    held
}

/// The page of the year and its sheets.
fn years_hold(book: &Book, day: NaiveDate) -> usize {
    let mut held = 0;
    for year in [2025, 2026] {
        let facts = book.store.year_facts(year, day).unwrap();
        let page = Yearbook::new(year, &facts);
        let sheet = &sheets(&page, day, &Phrases::default())[0];
        let place = |head: &str| {
            sheet
                .columns
                .iter()
                .position(|column| column.head == head)
                .unwrap()
        };
        let heads = [
            ("Phần việc giao", "1"),
            (
                "Hoàn thành đúng hạn",
                "state = 'done' AND NOT coalesce(done_on > due, 0)",
            ),
            ("Hoàn thành trễ hạn", LATE),
            ("Chưa xong", OPEN),
            ("Quá hạn", OVERDUE),
            ("Chờ xác nhận", "state = 'reported'"),
            ("Tạm dừng", "state = 'paused'"),
            ("Trong hạn", IN_TIME),
            ("Hủy, đã chuyển", "state IN ('cancelled', 'handed_over')"),
        ];
        for (month, row) in (1..=13).zip(&sheet.rows) {
            let period = if month == 13 {
                format!("{year}")
            } else {
                format!("{year}-{month:02}")
            };
            for (head, condition) in heads {
                let condition = format!(
                    "substr(given, 1, {}) = '{period}' AND {condition}",
                    period.len()
                );
                let wanted = Value::Count(book.parts(day, &condition));
                assert_eq!(row[place(head)], wanted, "{head}, {period} on {day}");
                held += 1;
            }
        }
    }
    held
}

#[test]
fn every_figure_of_ten_years_is_what_the_rows_say() {
    let book = Book::of_ten_years();
    let days = ["2026-11-29", "2026-12-20", "2026-06-30"].map(|day| day.parse().unwrap());
    book.take_down(&days);
    for day in days {
        let held = hold(&book, day);
        assert!(held >= 60, "{held}");
    }
    book.hand_over();
    book.take_down(&days);
    for day in days {
        hold(&book, day);
    }
    screens_say_it(book);
}

/// The screens say the same figures as the files.
fn screens_say_it(book: Book) {
    let day = now().date_naive();
    let wanted = counted(&book, day);
    let [open, overdue, reported, paused, all] =
        ["open", "overdue", "reported", "paused", "assignments"].map(|code| shown(wanted[code]));
    let whole = shown(book.number("SELECT count(*) FROM assignment"));
    let actions = shown(book.number("SELECT count(*) FROM action"));
    assert_kept(&book.rows);
    let Book {
        store,
        rows,
        folder,
    } = book;
    let mut stage = Stage::at(store, (200, 50), Lang::Vi, now());
    let owed = format!("{overdue} quá hạn, {reported} chờ xác nhận, {paused} tạm dừng");
    stage
        .press("<F2>")
        .sees(&format!("Cả sổ chưa xong: {open} phần việc ({owed})"));
    stage
        .press("<F6>")
        .sees(&format!("{actions} nhiệm vụ · phần việc: {owed}"));
    stage
        .press("<C-g>4")
        .sees(&format!("{whole} phần việc · {owed}"));
    stage.press("<F7><End><Right>");
    for _ in 0..12 {
        stage.press("<Right>");
    }
    stage.sees(&format!("chưa xong {open} ({owed}"));
    stage.sees(&format!("/{all} · HT "));
    drop((rows, folder));
}
