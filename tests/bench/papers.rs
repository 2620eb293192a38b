//! How fast a paper is made: the minutes of a full meeting in every format, the meeting into minutes, and a register of
//! ten thousand rows out and in; run with `cargo bench --bench papers`.
#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    reason = "a benchmark that cannot go on should stop there"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{DateTime, TimeDelta};
use giaoban::files::spreadsheet::read_table;
use giaoban::files::write_atomically;
use giaoban::meeting::actions::Query;
use giaoban::meeting::actions::import::{compare, read};
use giaoban::meeting::actions::table::Table;
use giaoban::meeting::cell::Id;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::PaperKind;
use giaoban::meeting::dossier::Dossier;
use giaoban::meeting::notes::{Known, Place, Writing};
use giaoban::meeting::papers::Ledger;
use giaoban::meeting::rows::{Note, Paper};
use giaoban::meeting::{capture, roll_call};
use giaoban::papers::actions::{ActionsFormat, render};
use giaoban::papers::brief::{Brief, Matters, Stage};
use giaoban::papers::pdf::pages;
use giaoban::papers::phrases::Phrases;
use giaoban::papers::version::Version;
use giaoban::papers::{Document, Format, minutes};
use giaoban::store::Store;
use giaoban::text::dates::Instant;

/// What a full meeting has, beside its 34 seats and 6 items.
const LINES: i64 = 200;
const ACTIONS: i64 = 40;

fn main() {
    divan::main();
}

fn now() -> Instant {
    DateTime::parse_from_rfc3339("2023-07-11T09:00:00+07:00").unwrap()
}

/// A meeting with everybody marked, every line said, and every action given to every ward.
fn full_meeting() -> Dossier {
    let store = Store::in_memory(now()).unwrap();
    let id = store.last_meeting().unwrap().unwrap();
    let mut dossier = store.dossier(id).unwrap().unwrap();
    for change in roll_call::mark_rest(&dossier, store.ids().at(now())).unwrap() {
        dossier.apply(&change);
    }
    let lines = (0..LINES).map(|_| {
        "+ #2 @Linh Trung Đã kết nạp 12/20 đảng viên, đạt 60% chỉ tiêu năm; hồ sơ theo Quy định số 58-QĐ/TW đã gửi đủ"
    });
    let actions = (0..ACTIONS)
        .map(|_| "> #1 @tất cả ^30/9 Báo cáo tiến độ hướng dẫn quần chúng ưu tú khai lý lịch");
    let mut numbers = store.numbers().unwrap();
    for (second, line) in (0..).zip(lines.chain(actions)) {
        let line = capture::parse(line, &dossier);
        let place = Place::now(&dossier, now() + TimeDelta::seconds(second));
        let known = Known::of(numbers);
        numbers.action += 1;
        for change in Writing::new(&dossier, known, store.ids())
            .write(&line, place)
            .unwrap()
        {
            dossier.apply(&change);
        }
    }
    dossier
}

fn minutes_of(dossier: &Dossier) -> Document {
    let brief = Brief {
        dossier,
        phrases: &Phrases::default(),
        matters: &Matters::default(),
        today: dossier.meeting.starts.date_naive(),
    };
    minutes::minutes(&brief, Stage::Draft(1))
}

#[divan::bench]
fn phrases() -> Phrases {
    Phrases::read(Phrases::FILE).unwrap()
}

#[divan::bench]
fn meeting_to_minutes(bencher: divan::Bencher) {
    let dossier = full_meeting();
    bencher.bench_local(|| minutes_of(&dossier));
}

/// The minutes as the next draft, after another was handed out.
#[divan::bench]
fn next_draft(bencher: divan::Bencher) {
    let dossier = full_meeting();
    let handed_out = |number| Paper {
        id: Id::of(number),
        meeting: dossier.meeting.id,
        kind: PaperKind::Minutes,
        seat: None,
        version: number,
        is_final: false,
        at: now(),
        checksum: number.to_string(),
        words: String::new(),
    };
    let ledger = Ledger {
        papers: (1..4).map(handed_out).collect(),
        files: Vec::new(),
    };
    let brief = Brief {
        dossier: &dossier,
        phrases: &Phrases::default(),
        matters: &Matters::default(),
        today: dossier.meeting.starts.date_naive(),
    };
    bencher.bench_local(|| Version::new(PaperKind::Minutes.into(), &ledger, &brief));
}

/// One answer to every ward, in a meeting of twenty thousand lines.
#[divan::bench]
fn answer_to_all_wards(bencher: divan::Bencher) {
    let mut dossier = full_meeting();
    let store = Store::in_memory(now()).unwrap();
    let note = dossier.notes.iter().next().unwrap().clone();
    for _ in 0..20_000 {
        let note = Note {
            id: store.ids().next(),
            ..note.clone()
        };
        dossier.apply(&Change::insert(note));
    }
    let names = roll_call::wards(&dossier).into_iter();
    let names: Vec<String> = names.map(|seat| format!("@{}", seat.name)).collect();
    let line = capture::parse(&format!(": {} đã rõ", names.join(" ")), &dossier);
    let place = Place::now(&dossier, now() + TimeDelta::hours(1));
    let known = Known::of(store.numbers().unwrap());
    bencher.bench_local(|| {
        Writing::new(&dossier, known, store.ids())
            .write(&line, place)
            .unwrap()
    });
}

#[divan::bench]
fn minutes_to_pages(bencher: divan::Bencher) {
    let document = minutes_of(&full_meeting());
    bencher.bench_local(|| pages(&document));
}

/// The bars are 50 ms for DOCX and 300 ms for PDF.
#[divan::bench(args = Format::ALL)]
fn minutes_to_file(bencher: divan::Bencher, format: Format) {
    let document = minutes_of(&full_meeting());
    bencher.bench_local(|| format.bytes(&document));
}

/// Actions of the register, each given to 34 wards.
const REGISTERED: i64 = 300;

/// A book with the register of ten thousand rows.
fn register() -> Store {
    let mut store = Store::in_memory(now()).unwrap();
    let id = store.last_meeting().unwrap().unwrap();
    let mut dossier = store.dossier(id).unwrap().unwrap();
    let mut numbers = store.numbers().unwrap();
    let mut given = Vec::new();
    for second in 0..REGISTERED {
        let line = "> #1 @tất cả ^30/9 Báo cáo tiến độ hướng dẫn quần chúng ưu tú khai lý lịch";
        let line = capture::parse(line, &dossier);
        let place = Place::now(&dossier, now() + TimeDelta::seconds(second));
        let known = Known::of(numbers);
        numbers.action += 1;
        let writing = Writing::new(&dossier, known, store.ids());
        let changes = writing.write(&line, place).unwrap();
        for change in &changes {
            dossier.apply(change);
        }
        given.extend(changes);
    }
    let transaction = Transaction::new("giao việc", given);
    store.commit(&transaction, now()).unwrap();
    store
}

fn table(store: &Store) -> Table {
    let all = Query::all(now().date_naive());
    store.action_table(&all).unwrap()
}

#[divan::bench]
fn register_asked(bencher: divan::Bencher) {
    let store = register();
    bencher.bench_local(|| table(&store));
}

const OUT: &[ActionsFormat] = &[
    ActionsFormat::Xlsx,
    ActionsFormat::Csv,
    ActionsFormat::Json,
    ActionsFormat::Ics,
    ActionsFormat::Markdown,
];

#[divan::bench(args = OUT, max_time = 5)]
fn register_to_file(bencher: divan::Bencher, format: ActionsFormat) {
    let table = table(&register());
    bencher.bench_local(|| render(format, &table, &Phrases::default(), now()).unwrap());
}

/// The workbook that went out and came back as it was.
fn workbook(store: &Store) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    let format = ActionsFormat::Xlsx;
    let bytes = render(format, &table(store), &Phrases::default(), now()).unwrap();
    write_atomically(&path, &bytes, false).unwrap();
    (folder, path)
}

#[divan::bench(max_time = 5)]
fn register_file_read(bencher: divan::Bencher) {
    let (_folder, path) = workbook(&register());
    bencher.bench_local(|| read_table(&path).unwrap());
}

#[divan::bench(max_time = 5)]
fn register_compared(bencher: divan::Bencher) {
    let store = register();
    let (_folder, path) = workbook(&store);
    let cells = read_table(&path).unwrap();
    let today = now().date_naive();
    bencher.bench_local(|| {
        let sheet = read(&cells, today).unwrap();
        let table = store.actions_wanted(&sheet.wanted(), today).unwrap();
        let import = compare(&sheet, &table, &store.lexicon().unwrap());
        assert_eq!(import.tally(&BTreeMap::new()), [0, 0, 34 * 300, 0]);
    });
}
