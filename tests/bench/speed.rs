//! How fast it is: start to first frame, key to frame, a durable commit, search and export; run with `cargo bench`.
#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a benchmark that cannot go on should stop there"
)]

use chrono::{DateTime, TimeDelta};
use giaoban::app::event::Event;
use giaoban::app::key::Key;
use giaoban::app::{App, Setup};
use giaoban::cli::demo;
use giaoban::clock::SystemClock;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::{NoteKind, PaperKind};
use giaoban::meeting::dossier::Dossier;
use giaoban::meeting::filter::LineFilter;
use giaoban::meeting::notes::{Known, Place, Writing};
use giaoban::meeting::rows::Note;
use giaoban::meeting::suggestions::suggestions;
use giaoban::meeting::{agenda, capture, plan, roll_call, turnout};
use giaoban::papers::brief::{Brief, Matters, Stage};
use giaoban::papers::paper::{paper, remarks};
use giaoban::papers::phrases::Phrases;
use giaoban::papers::screen::lay_out;
use giaoban::store::Store;
use giaoban::text::dates::Instant;
use giaoban::text::telex::{Method, compose};
use giaoban::tui::keymap::KEYMAP;
use giaoban::tui::program::Program;
use giaoban::tui::window::Window;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tempfile::TempDir;

fn main() {
    divan::main();
}

fn now() -> Instant {
    DateTime::parse_from_rfc3339("2023-07-11T09:00:00+07:00").unwrap()
}

/// A practice book on the disk.
fn book() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("so"), now()).unwrap();
    demo::fill(&mut store, now()).unwrap();
    folder
}

fn open(folder: &TempDir) -> Store {
    Store::open(&folder.path().join("so"), now()).unwrap()
}

fn app(folder: &TempDir) -> (Window, Terminal<TestBackend>) {
    let mut app = Window::new(
        App::new(
            open(folder),
            Box::new(SystemClock),
            Setup::default(),
            KEYMAP,
        )
        .unwrap(),
    );
    app.resize(120, 36);
    (app, Terminal::new(TestBackend::new(120, 36)).unwrap())
}

/// A meeting with 400 lines and the whole roll.
fn full_meeting() -> (Store, Dossier) {
    let store = Store::in_memory(now()).unwrap();
    let id = store.last_meeting().unwrap().unwrap();
    let mut dossier = store.dossier(id).unwrap().unwrap();
    for change in roll_call::mark_rest(&dossier, store.ids().at(now())).unwrap() {
        dossier.apply(&change);
    }
    let numbers = store.numbers().unwrap();
    for minute in 0..400 {
        let line = capture::parse(
            "+ #2 @Linh Trung Đã kết nạp 12/20 đảng viên, đạt 60% chỉ tiêu năm",
            &dossier,
        );
        let place = Place::now(&dossier, now() + TimeDelta::seconds(minute));
        for change in Writing::new(&dossier, Known::of(numbers), store.ids())
            .write(&line, place)
            .unwrap()
        {
            dossier.apply(&change);
        }
    }
    (store, dossier)
}

#[divan::bench]
fn start_to_first_frame(bencher: divan::Bencher) {
    let folder = book();
    bencher.bench_local(|| {
        let (app, mut terminal) = app(&folder);
        terminal.draw(|frame| app.draw(frame)).unwrap();
    });
}

#[divan::bench]
fn new_book(bencher: divan::Bencher) {
    bencher
        .with_inputs(|| tempfile::tempdir().unwrap())
        .bench_local_values(|folder| {
            drop(open(&folder));
            folder
        });
}

#[divan::bench]
fn key_to_frame_on_the_desk(bencher: divan::Bencher) {
    let folder = book();
    let (mut app, mut terminal) = app(&folder);
    app.app.start_at_desk();
    bencher.bench_local(|| {
        app.handle(Event::Key(Key::Char('đ')));
        app.handle(Event::Key(Key::Backspace));
        terminal.draw(|frame| app.draw(frame)).unwrap();
    });
}

/// A key in a line into which a book was pasted; the bar is 50 ms, whatever is in the field.
#[divan::bench(args = ["một câu nói dài của phường ", "@x ", "> ^x ", "đâxxxxxxxx"])]
fn key_in_a_line_of_a_hundred_thousand_letters(bencher: divan::Bencher, text: &str) {
    let folder = book();
    let (mut app, mut terminal) = app(&folder);
    app.handle(Event::Key(Key::F(4)));
    app.handle(Event::Paste(text.repeat(100_000 / text.chars().count())));
    bencher.bench_local(|| {
        app.handle(Event::Key(Key::Char('đ')));
        terminal.draw(|frame| app.draw(frame)).unwrap();
    });
}

/// The same where something is searched, filtered and found: fields that take only so much.
#[divan::bench(args = [9, 6, 5, 3, 10, 11])]
fn key_in_a_full_finder(bencher: divan::Bencher, screen: u8) {
    let folder = book();
    let (mut app, mut terminal) = app(&folder);
    app.handle(Event::Key(Key::F(screen)));
    app.handle(Event::Key(Key::Ctrl('l')));
    app.handle(Event::Paste("đâ @x ".repeat(1000)));
    bencher.bench_local(|| {
        app.handle(Event::Key(Key::Backspace));
        app.handle(Event::Key(Key::Char('đ')));
        terminal.draw(|frame| app.draw(frame)).unwrap();
    });
}

/// A key on a desk with two thousand lines, wide, in memory.
#[divan::bench]
fn key_on_a_desk_of_two_thousand_lines(bencher: divan::Bencher) {
    let (mut store, dossier) = full_meeting();
    let item = dossier.items.iter().next().map(|item| item.id);
    let lines = (0..2000).map(|n| {
        Change::insert(Note {
            id: store.ids().next(),
            meeting: dossier.meeting.id,
            item,
            seat: None,
            speaker: None,
            kind: NoteKind::Information,
            focus: None,
            at: now() + TimeDelta::seconds(n),
            text: format!("Đã kết nạp {n} đảng viên, đạt 60% chỉ tiêu năm"),
        })
    });
    let lines: Vec<Change> = lines.collect();
    store
        .commit(&Transaction::new("hai nghìn dòng", lines), now())
        .unwrap();
    let clock = Box::new(SystemClock);
    let mut app = Window::new(App::new(store, clock, Setup::default(), KEYMAP).unwrap());
    app.resize(120, 36);
    app.handle(Event::Key(Key::F(4)));
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).unwrap();
    bencher.bench_local(|| {
        app.handle(Event::Key(Key::Char('đ')));
        app.handle(Event::Key(Key::Backspace));
        terminal.draw(|frame| app.draw(frame)).unwrap();
    });
}

/// F8 after a change: the minutes of a full meeting made, laid out and held against what they lack.
#[divan::bench]
fn preview(bencher: divan::Bencher) {
    let (_store, dossier) = full_meeting();
    let (phrases, matters) = (Phrases::default(), Matters::default());
    let brief = Brief {
        dossier: &dossier,
        phrases: &phrases,
        matters: &matters,
        today: now().date_naive(),
    };
    bencher.bench_local(|| {
        let which = PaperKind::Minutes.into();
        let document = paper(which, Stage::Draft(1), &brief);
        let layout = lay_out(&document, 84);
        (layout, remarks(which, &dossier), suggestions(&dossier))
    });
}

#[divan::bench]
fn line_written_to_the_disk(bencher: divan::Bencher) {
    let folder = book();
    let mut store = open(&folder);
    let id = store.last_meeting().unwrap().unwrap();
    let dossier = store.dossier(id).unwrap().unwrap();
    let numbers = store.numbers().unwrap();
    bencher.bench_local(|| {
        let line = capture::parse("+ #2 Kết nạp 12/20, đạt 60%", &dossier);
        let changes = Writing::new(&dossier, Known::of(numbers), store.ids())
            .write(&line, Place::now(&dossier, now()))
            .unwrap();
        store
            .commit(&Transaction::new("ghi", changes), now())
            .unwrap();
    });
}

#[divan::bench]
fn search(bencher: divan::Bencher) {
    let folder = book();
    let store = open(&folder);
    let wanted = LineFilter {
        words: vec!["to".to_owned(), "chuc".to_owned()],
        ..LineFilter::default()
    };
    bencher.bench_local(|| store.search(&wanted, 100).unwrap());
}

#[divan::bench]
fn capture_line_read(bencher: divan::Bencher) {
    let (_store, dossier) = full_meeting();
    bencher.bench_local(|| capture::parse("> #1 @hiệp bình phước ^30/9 Báo cáo tiến độ", &dossier));
}

/// The phrase file of the program, read anew.
#[divan::bench]
fn mark_in_the_roll_call(bencher: divan::Bencher) {
    let folder = book();
    let (mut app, mut terminal) = app(&folder);
    app.handle(Event::Key(Key::F(3)));
    bencher.bench_local(|| {
        app.handle(Event::Key(Key::Char('1')));
        terminal.draw(|frame| app.draw(frame)).unwrap();
        app.handle(Event::Key(Key::Up));
    });
}

/// A weekly meeting over a year, the whole roll marked each time.
fn year() -> Store {
    let mut store = Store::in_memory(now()).unwrap();
    let planning = store.template().unwrap();
    let roster = store.rosters().unwrap().remove(0);
    let summons = store.summons(roster).unwrap();
    for week in 0..52 {
        let starts = now() - TimeDelta::weeks(week);
        let (meeting, changes) = plan::plan(&planning, &summons, starts, store.ids());
        store
            .commit(&Transaction::new("họp", changes), starts)
            .unwrap();
        let dossier = store.dossier(meeting).unwrap().unwrap();
        let mut changes = roll_call::mark_rest(&dossier, store.ids().at(starts)).unwrap();
        let item = dossier.items.iter().next().unwrap().id;
        changes.extend(agenda::start(&dossier, item, starts, store.ids()));
        store
            .commit(&Transaction::new("điểm danh", changes), starts)
            .unwrap();
    }
    store
}

#[divan::bench]
fn turnout_of_a_year(bencher: divan::Bencher) {
    let store = year();
    bencher.bench_local(|| turnout::year(2023, &store.seats_in(2023).unwrap()));
}

#[divan::bench]
fn history_of_a_unit(bencher: divan::Bencher) {
    let store = year();
    let unit = store.all_rosters().unwrap().summons[0].units[0].unit.id;
    bencher
        .bench_local(|| turnout::history(&store.seats_of(unit, turnout::MEETINGS, None).unwrap()));
}

#[divan::bench]
fn rosters_read(bencher: divan::Bencher) {
    let store = year();
    bencher.bench_local(|| store.all_rosters().unwrap());
}

#[divan::bench]
fn word_of_telex_keys(bencher: divan::Bencher) {
    bencher.bench_local(|| compose(divan::black_box("nghieengs"), Method::Telex));
}
