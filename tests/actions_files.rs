//! The register as files: XLSX, CSV, JSON, ICS, Markdown and lines, read back by other programs, and as reminders.
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use crate::common::pty::Home;
use crate::common::register::{book, day, fill, later, say, table, unit};
use crate::common::stage::morning;
use calamine::{Data, Reader, Xlsx};
use giaoban::meeting::actions::register::GroupKey;
use giaoban::meeting::actions::{Grouping, Query, Scope, Standing};
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::AssignmentState;
use giaoban::meeting::filter::{Subject, parse};
use giaoban::meeting::page::Part;
use giaoban::papers::actions::{ActionsFormat, aligned, render, separated};
use giaoban::papers::phrases::Phrases;
use giaoban::papers::reminder::{reminder, reminders};
use giaoban::store::Store;
use giaoban::text::width::width;
use icalendar::{Calendar, CalendarComponent, Component};

fn text(store: &Store, format: ActionsFormat) -> String {
    String::from_utf8(render(format, &table(store), &Phrases::default(), later()).unwrap()).unwrap()
}

fn query(store: &Store, line: &str) -> Query {
    let today = later().date_naive();
    let reading = parse(line, Subject::Actions, &store.lexicon().unwrap(), today);
    assert_eq!(reading.mistake, None, "{line}");
    Query {
        filter: reading.filter,
        ..Query::all(today)
    }
}

fn lines(store: &Store, line: &str) -> Vec<String> {
    let table = store.action_table(&query(store, line)).unwrap();
    separated(&table, &Phrases::default())
        .lines()
        .map(str::to_owned)
        .collect()
}

/// The columns that the office uses (`guide/domain.md` §6.3), and behind them what reading back needs.
const HEADS: [&str; 21] = [
    "TT",
    "Số, ngày văn bản giao",
    "Nội dung nhiệm vụ",
    "Đơn vị chủ trì",
    "Đơn vị phối hợp",
    "Chuyên viên theo dõi",
    "Thời hạn",
    "Hạn điều chỉnh",
    "Sản phẩm",
    "Văn bản kết quả (số, ngày)",
    "Tiến độ / tình trạng",
    "Ngày hoàn thành",
    "Trễ (ngày)",
    "Khó khăn, nguyên nhân",
    "Kết quả, ghi chú",
    "Mã nhiệm vụ",
    "Trọng tâm",
    "Lý do gia hạn",
    "Khóa (không sửa)",
    "Lời giao hạn",
    "Lời gia hạn",
];

#[test]
fn a_workbook_has_the_columns_of_the_office_and_values_of_their_kind() {
    let store = book();
    let bytes = render(
        ActionsFormat::Xlsx,
        &table(&store),
        &Phrases::default(),
        later(),
    )
    .unwrap();
    assert_eq!(
        bytes,
        render(
            ActionsFormat::Xlsx,
            &table(&store),
            &Phrases::default(),
            morning()
        )
        .unwrap(),
        "the same register gives the same bytes"
    );
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let range = book.worksheet_range("Theo dõi").unwrap();
    let rows: Vec<&[Data]> = range.rows().collect();
    assert_eq!(
        rows[0][0],
        "Theo dõi thực hiện kết luận (đến ngày 20/9/2023)"
    );
    assert_eq!(
        rows[1][0],
        "Tổng 36 phần việc | Hoàn thành 01, 2,8% (đúng hạn 01 / trễ hạn 00) | Đang thực hiện 02, 5,6% \
         (trong hạn 01 / quá hạn 01) | Chưa thực hiện 33, 91,7% (trong hạn 33 / quá hạn 00)"
    );
    assert_eq!(rows[3], HEADS);
    let of = |code: &str, unit: &str| {
        let found = rows.iter().find(|row| row[15] == code && row[3] == unit);
        (*found.unwrap()).to_vec()
    };
    let late = of("NV-002", "Linh Trung");
    let days = |cell: &Data| {
        let Data::DateTime(at) = cell else {
            panic!("no day: {cell:?}");
        };
        let (y, m, d, ..) = at.to_ymd_hms_milli();
        day(y.into(), m.into(), d.into())
    };
    assert_eq!(days(&late[6]), day(2023, 8, 31));
    assert_eq!(days(&late[7]), day(2023, 9, 15));
    assert_eq!(late[4], "Đảng ủy Doanh nghiệp");
    assert_eq!(late[5], "Nguyễn Thị B");
    assert_eq!(late[10], "QH: đang thực hiện, 40%");
    assert_eq!(late[12], Data::Float(5.0));
    assert_eq!(
        (&late[13], &late[14]),
        (&Data::Empty, &Data::from("Thiếu nhân sự"))
    );
    assert_eq!(late[17], "chờ hướng dẫn (Trưởng Ban cho phép)");
    let done = of("NV-001", "Linh Trung");
    // The document was named with the report, not with its acceptance.
    assert_eq!(done[9], "12-BC/ĐU");
    assert_eq!(done[10], "HT: hoàn thành");
    assert_eq!(days(&done[11]), day(2023, 9, 20));
    assert_eq!(done[14], "Đã nộp");
    assert_eq!(of("NV-003", "Tam Phú")[2], "=1+1 | thử, ký tự; đặc biệt");
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<autoFilter ref=\"A4:U40\""), "{xml}");
    assert!(xml.contains("state=\"frozen\"") && xml.contains("ySplit=\"4\""));
    assert!(xml.contains("hidden=\"1\""), "the key is out of sight");
    assert!(!xml.contains("<f>"), "no formula");
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("FFC6EFCE") && styles.contains("FFFFC7CE"));
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut file = archive.by_name(name).unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

/// What a unit has reported waits for the office: no file counts it, marks it or times it as overdue.
#[test]
fn what_was_reported_or_paused_is_not_overdue_in_any_file() {
    for (state, total, cell, field) in [
        (
            AssignmentState::Reported,
            " | Chờ xác nhận hoàn thành 01, 2,8% (hạn đã qua 01)",
            "CXN: đã báo cáo, chờ xác nhận hoàn thành",
            "reported",
        ),
        (
            AssignmentState::Paused,
            " | Tạm dừng 01, 2,8%",
            "tạm dừng, 40%",
            "paused",
        ),
    ] {
        let mut table = table(&book());
        let parts = table.actions.iter_mut().filter(|of| of.action.number == 2);
        for part in parts.flat_map(|of| &mut of.parts) {
            part.assignment.state = state;
        }
        let text = |format| {
            let bytes = render(format, &table, &Phrases::default(), later()).unwrap();
            String::from_utf8(bytes).unwrap()
        };
        let sheet = giaoban::papers::actions::sheet(&table, &Phrases::default());
        let totals = &sheet.above[0];
        assert!(totals.contains("(trong hạn 01 / quá hạn 00)"), "{totals}");
        assert!(totals.ends_with(total), "{totals}");
        let list = text(ActionsFormat::Markdown);
        assert!(!list.contains("QH: "), "{list}");
        assert!(list.contains(cell), "{list}");
        let lines = separated(&table, &Phrases::default());
        let line = lines.lines().find(|line| line.starts_with("NV-002"));
        assert_eq!(line.unwrap().split('\t').nth(5), Some(""), "days late");
        let whole: serde_json::Value = serde_json::from_str(&text(ActionsFormat::Json)).unwrap();
        let sums = &whole["totals"];
        let sum = |field: &str| sums[field].as_u64().unwrap();
        assert_eq!((sum(field), sum("in_progress_overdue")), (1, 0));
        assert_eq!(
            sum("done")
                + sum("in_progress")
                + sum("not_started")
                + sum("reported")
                + sum("paused")
                + sum("handed_over")
                + sum("cancelled"),
            sum("assignments"),
            "each part is in one sum"
        );
        assert_eq!(reminders(&table, &Phrases::default()), None);
    }
}

#[test]
fn separated_values_have_their_mark_and_no_formula() {
    let store = book();
    let bytes = render(
        ActionsFormat::Csv,
        &table(&store),
        &Phrases::default(),
        later(),
    )
    .unwrap();
    assert!(bytes.starts_with("\u{feff}TT,".as_bytes()));
    let mut reader = csv::Reader::from_reader(&bytes[3..]);
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), HEADS);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    // Behind the parts stand an empty row and the figures, a row each, with the same number of fields.
    let (parts, figures): (Vec<_>, Vec<_>) = rows.iter().partition(|row| !row[15].is_empty());
    assert_eq!(parts.len(), 36);
    assert_eq!(&figures[1][0], "Chỉ tiêu");
    assert_eq!((&figures[2][0], &figures[2][1]), ("Phần việc", "36"));
    let odd = rows.iter().find(|row| &row[15] == "NV-003").unwrap();
    assert_eq!(&odd[2], "'=1+1 | thử, ký tự; đặc biệt");
    let late = rows.iter().find(|row| &row[15] == "NV-002").unwrap();
    assert_eq!(
        (&late[6], &late[7], &late[12]),
        ("2023-08-31", "2023-09-15", "5")
    );
}

#[test]
fn another_program_gets_every_field_by_its_name() {
    let store = book();
    let whole: serde_json::Value =
        serde_json::from_str(&text(&store, ActionsFormat::Json)).unwrap();
    assert_eq!(whole["day"], "2023-09-20");
    assert_eq!(whole["totals"]["assignments"], 36);
    assert_eq!(whole["totals"]["in_progress_overdue"], 1);
    let actions = whole["actions"].as_array().unwrap();
    let one = actions
        .iter()
        .find(|action| action["code"] == "NV-002")
        .unwrap();
    assert_eq!(one["first_deadline"], "2023-08-31");
    assert_eq!(one["deadline"], "2023-09-15");
    assert_eq!(one["extensions"][0]["reason"], "chờ hướng dẫn");
    assert_eq!(one["supporting_units"][0], "Đảng ủy Doanh nghiệp");
    let part = &one["assignments"][0];
    assert_eq!(part["unit"], "Linh Trung");
    assert_eq!(part["state"], "in_progress");
    assert_eq!(part["mark"], "QH");
    assert_eq!(
        (&part["percent"], &part["days_late"]),
        (&40.into(), &5.into())
    );
    assert_eq!(part["done_on"], serde_json::Value::Null);
}

#[test]
fn a_calendar_has_one_event_for_each_deadline() {
    let store = book();
    let written = text(&store, ActionsFormat::Ics);
    assert!(written.lines().all(|line| line.len() <= 75), "{written}");
    assert_eq!(
        written.matches('\n').count(),
        written.matches("\r\n").count()
    );
    let calendar: Calendar = written.parse().unwrap();
    let events: Vec<_> = calendar
        .components
        .iter()
        .filter_map(CalendarComponent::as_event)
        .collect();
    // One action is owed by 34 wards, one has no deadline.
    assert_eq!(events.len(), 2, "{written}");
    let event = events
        .iter()
        .find(|event| event.get_summary().unwrap().starts_with("NV-002"));
    let event = event.unwrap();
    assert_eq!(
        event.get_summary(),
        Some("NV-002: Gửi phương án sắp xếp chi bộ")
    );
    let day_of = |at: Option<icalendar::DatePerhapsTime>| at.unwrap().date_naive();
    assert_eq!(day_of(event.get_start()), day(2023, 9, 15));
    assert_eq!(day_of(event.get_end()), day(2023, 9, 16));
    assert_eq!(event.property_value("SEQUENCE"), Some("1"));
    assert_eq!(event.property_value("DTSTAMP"), Some("20230920T070000Z"));
    let told = event.get_description().unwrap();
    assert!(
        told.contains("Chưa hoàn thành: Linh Trung\nSản phẩm: Phương án"),
        "{told}"
    );
    let uids: Vec<_> = events
        .iter()
        .map(|event| event.get_uid().unwrap())
        .collect();
    assert_ne!(uids[0], uids[1]);
    // Of one ward alone, each part is an event of its own.
    let own = store.action_table(&query(&store, "@Linh Trung")).unwrap();
    let own =
        String::from_utf8(render(ActionsFormat::Ics, &own, &Phrases::default(), later()).unwrap())
            .unwrap();
    assert!(own.contains("HT · NV-001 (Linh Trung)"), "{own}");
}

#[test]
fn a_page_of_markdown_tells_each_action_with_its_wards() {
    let page = text(&book(), ActionsFormat::Markdown);
    assert!(page.contains("# Theo dõi thực hiện kết luận (đến ngày 20/9/2023)"));
    assert!(page.contains("- Hạn điều chỉnh: 15/9/2023 (chờ hướng dẫn (Trưởng Ban cho phép))"));
    assert!(page.contains(
        "| Linh Trung | 15/9/2023 | QH: đang thực hiện, 40% |  | 5 |  | Thiếu nhân sự |"
    ));
    assert!(
        page.contains("## NV-003 · \\=1+1 \\| thử, ký tự; đặc biệt"),
        "{page}"
    );
}

#[test]
fn rows_are_those_parts_that_a_filter_keeps_in_the_order_of_their_groups() {
    let store = book();
    assert_eq!(lines(&store, "").len(), 36);
    assert_eq!(
        lines(&store, "quá hạn"),
        [
            "NV-002\t3\t2023-09-15\tQH\tđang thực hiện, 40%\t5\tLinh Trung\tGửi phương án sắp xếp chi bộ"
        ]
    );
    assert_eq!(lines(&store, "@Linh Trung").len(), 2);
    assert_eq!(lines(&store, "@Tam Phú thiếu hạn").len(), 1);
    assert_eq!(lines(&store, "nv-1 hoàn thành").len(), 1);
    let scope = Scope {
        unit: Some(unit(&store, "Tam Phú")),
        focus: None,
    };
    let scoped = Query {
        scope,
        ..Query::all(later().date_naive())
    };
    assert_eq!(store.action_table(&scoped).unwrap().rows().len(), 2);
    let by_unit = Query {
        grouping: Grouping::Unit,
        ..Query::all(later().date_naive())
    };
    let table = store.action_table(&by_unit).unwrap();
    let names: Vec<_> = table
        .rows()
        .iter()
        .map(|row| row.unit().unwrap().to_owned())
        .collect();
    assert_eq!(names[0], "An Khánh");
    let first = names.iter().position(|name| name == "Linh Trung").unwrap();
    assert_eq!(names[first + 1], "Linh Trung");
}

#[test]
fn lines_stand_in_columns_whatever_their_accents() {
    let store = book();
    let table = aligned(&table(&store), &Phrases::default(), None);
    let columns: Vec<usize> = table
        .lines()
        .map(|line| {
            let before = ["Báo cáo", "Gửi", "=1+1", "Nội dung"]
                .iter()
                .find_map(|text| line.split_once(text))
                .unwrap()
                .0;
            width(before)
        })
        .collect();
    assert!(columns.windows(2).all(|pair| pair[0] == pair[1]), "{table}");
    let cut = aligned(
        &crate::common::register::table(&store),
        &Phrases::default(),
        Some(60),
    );
    assert!(cut.lines().all(|line| width(line) <= 60), "{cut}");
}

#[test]
fn a_late_ward_is_reminded_of_what_it_owes_step_by_step() {
    let mut store = book();
    let own = unit(&store, "Linh Trung");
    let text = reminder(&table(&store), own, &Phrases::default()).unwrap();
    assert!(
        text.starts_with("Kính gửi: Đảng ủy phường Linh Trung\n"),
        "{text}"
    );
    assert!(text.contains("đến ngày 20/9/2023, Đảng ủy phường Linh Trung còn 01 nhiệm vụ quá hạn"));
    assert!(text.contains("1. NV-002: Gửi phương án sắp xếp chi bộ.\n"));
    assert!(
        text.contains("thời hạn 15/9/2023 (đã gia hạn, hạn ban đầu 31/8/2023); quá hạn 05 ngày.")
    );
    assert!(text.contains("Đề nghị: khẩn trương thực hiện"));
    assert!(
        text.contains("trước ngày ......; cần") && text.contains("liên hệ đồng chí Nguyễn Thị B.")
    );
    assert_eq!(
        reminder(&table(&store), unit(&store, "Tam Phú"), &Phrases::default()),
        None
    );
    assert_eq!(
        reminders(&table(&store), &Phrases::default()).unwrap(),
        text
    );
    hold(&mut store, "2023-09-16T08:00:00+07:00");
    hold(&mut store, "2023-09-18T08:00:00+07:00");
    let text = reminder(&table(&store), own, &Phrases::default()).unwrap();
    assert!(
        text.contains("giải trình bằng văn bản nguyên nhân chậm"),
        "{text}"
    );
    hold(&mut store, "2023-09-19T08:00:00+07:00");
    let text = reminder(&table(&store), own, &Phrases::default()).unwrap();
    assert!(text.contains("báo cáo cấp trên"), "{text}");
    // Who has reported waits for us.
    say(
        &mut store,
        (2, "Linh Trung"),
        AssignmentState::Reported,
        "Đã gửi",
        None,
    );
    assert_eq!(reminder(&table(&store), own, &Phrases::default()), None);
}

/// Holds another meeting.
fn hold(store: &mut Store, at: &str) {
    let meeting = store.dossier(store.last_meeting().unwrap().unwrap());
    let mut meeting = meeting.unwrap().unwrap().meeting;
    meeting.id = store.ids().next();
    meeting.starts = chrono::DateTime::parse_from_rfc3339(at).unwrap();
    meeting.opened = Some(meeting.starts);
    let held = Transaction::new("họp", vec![Change::insert(meeting)]);
    store.commit(&held, later()).unwrap();
}

/// A home whose book has the register.
fn home() -> Home {
    let home = Home::new();
    home.set_clock("2023-09-20T14:00:00+07:00");
    let mut store = Store::open(&home.book(), morning()).unwrap();
    fill(&mut store);
    home
}

fn run(home: &Home, arguments: &[&str]) -> (bool, String, String) {
    let book = home.book();
    let mut all = vec!["--book", book.to_str().unwrap(), "actions"];
    all.extend(arguments);
    let output = home.output(&all);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.success(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn the_command_line_chooses_as_the_screen_does_and_writes_what_is_asked() {
    let home = home();
    let (is_well, out, told) = run(&home, &["quá", "hạn"]);
    assert!(is_well && told.is_empty(), "{told}");
    assert!(out.starts_with("NV-002\t3\t2023-09-15\tQH\t"), "{out}");
    assert!(
        run(&home, &["@Linh Trung", "--format", "json"])
            .1
            .starts_with("{\n")
    );
    assert!(
        run(&home, &["quá hạn", "--format", "reminder"])
            .1
            .starts_with("Kính gửi")
    );
    assert_eq!(
        run(&home, &["#5", "quá hạn", "--format", "reminder"]).1,
        "Không có nhiệm vụ quá hạn.\n"
    );
    for name in ["a.xlsx", "a.csv", "a.json", "a.ics", "a.md", "a.txt"] {
        let (is_well, out, told) = run(&home, &["-o", name]);
        assert!(
            is_well && out.is_empty() && told.is_empty(),
            "{name} {told}"
        );
        assert!(
            std::fs::metadata(home.path(name)).unwrap().len() > 500,
            "{name}"
        );
    }
    let (is_well, _, told) = run(&home, &["-o", "a.csv"]);
    assert!(!is_well && told.contains("a.csv"), "{told}");
    assert!(run(&home, &["-o", "a.csv", "--force"]).0);
}

#[test]
fn a_mistake_on_the_command_line_is_told_with_its_place() {
    let home = home();
    for (arguments, said) in [
        (
            &["quá hạn", "@Lnih Trung"][..],
            "giaoban: «@Lnih Trung»: không có đơn vị nào tên như vậy; có phải Linh Trung",
        ),
        (&["#9"], "«#9»: không có nội dung trọng tâm này; có #1"),
        (&["tháng:x"], "không phải ngày, tháng hay năm"),
        (
            &["-o", "a.doc"],
            "tên tệp phải kết thúc bằng .xlsx .csv .json .ics .md .txt",
        ),
        (&["--format", "pdf"], "Không có dạng «pdf»"),
        (
            &["-o", "so.giaoban", "--format", "csv", "--force"],
            "so.giaoban",
        ),
    ] {
        let (is_well, out, told) = run(&home, arguments);
        assert!(!is_well && out.is_empty(), "{arguments:?}");
        assert!(told.contains(said), "{arguments:?}: {told}");
    }
    let marked = run(&home, &["quá hạn", "#9"]).2;
    assert!(
        marked.ends_with("\n  quá hạn #9\n          ^^\n"),
        "{marked}"
    );
    let book = home.path("none.giaoban");
    let output = home.output(&["actions", "--book", book.to_str().unwrap()]);
    assert!(!output.status.success() && !book.exists());
}

/// A reader that has enough stops, and a desk that is open is not disturbed.
#[test]
fn a_pipe_may_break_and_a_desk_goes_on() {
    let home = home();
    let mut desk = home.start();
    desk.expect("<F6>", "NV-001");
    let script = format!(
        "{} --book so.giaoban actions | head -n 1; echo ${{PIPESTATUS[0]}}",
        env!("CARGO_BIN_EXE_giaoban")
    );
    let output = std::process::Command::new("bash")
        .args(["-c", &script])
        .current_dir(home.folder.path())
        .env("GIAOBAN_CLOCK", home.path("clock"))
        .output()
        .unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.ends_with("\n0\n"), "{out}");
    assert!(output.stderr.is_empty());
    desk.expect("<F2>", "Hội nghị");
    desk.press("<C-q>");
    desk.wait_end();
}

/// On a terminal the rows stand in columns and no line is wider than the screen; a workbook is not shown there.
#[test]
fn a_terminal_gets_columns() {
    let home = home();
    let command = home.command(&["--book", "so.giaoban", "actions"]);
    let mut pty = crate::common::pty::Pty::start(command, 80, 48);
    pty.wait_for("Ký hiệu");
    pty.wait_end();
    let shown = pty.text();
    assert!(shown.lines().all(|line| width(line) <= 80), "{shown}");
    assert!(shown.contains("NV-002  3   15/9/2023  QH"), "{shown}");
    let command = home.command(&["--book", "so.giaoban", "actions", "--format", "xlsx"]);
    let pty = crate::common::pty::Pty::start(command, 80, 24);
    pty.wait_for("XLSX không hiện được trên màn hình");
}

/// The book groups by SQL and the lines are judged in memory: both say the same on every day.
#[test]
fn every_line_stands_in_the_group_of_its_standing() {
    let mut store = book();
    let mut seen = BTreeSet::new();
    for (state, text) in [
        (None, ""),
        (Some(AssignmentState::Paused), ""),
        (Some(AssignmentState::InProgress), ""),
        (Some(AssignmentState::Reported), "Đã nộp"),
        (Some(AssignmentState::Done), ""),
        (Some(AssignmentState::Cancelled), ""),
    ] {
        if let Some(state) = state {
            say(&mut store, (3, "Tam Phú"), state, text, None);
        }
        for today in morning().date_naive().iter_days().take(120) {
            let query = Query {
                grouping: Grouping::Standing,
                ..Query::all(today)
            };
            let register = store.register(&query, Part { from: 0, most: 9 }).unwrap();
            assert_eq!(register.page.lines.len(), 3, "{today}");
            for line in register.page.lines {
                let standing = line.standing(today);
                let group = &register.groups[line.group].key;
                assert_eq!(*group, GroupKey::Standing(standing), "{today}");
                seen.insert(standing);
            }
        }
    }
    assert_eq!(seen.len(), Standing::ALL.len(), "{seen:?}");
}
