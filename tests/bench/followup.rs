//! How fast it is with many years in the book: searches of a million lines, and a line written beside them; run with
//! `cargo bench --bench followup`. The books are made once, under `target/bench`, and kept.
#![allow(
    clippy::allow_attributes,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark tells what it measured, and one that cannot go on should stop there"
)]

use std::path::{Path, PathBuf};
use std::time::Instant as Stopwatch;

use chrono::DateTime;
use giaoban::app::event::Event;
use giaoban::app::key::Key;
use giaoban::app::search::MOST;
use giaoban::app::{App, Setup};
use giaoban::cli::demo;
use giaoban::clock::SystemClock;
use giaoban::meeting::capture;
use giaoban::meeting::change::Transaction;
use giaoban::meeting::filter::{Subject, parse};
use giaoban::meeting::notes::{Known, Place, Writing};
use giaoban::meeting::sample::years::{Extent, LINES};
use giaoban::store::Store;
use giaoban::text::dates::Instant;
use giaoban::tui::keymap::KEYMAP;
use giaoban::tui::program::Program;
use giaoban::tui::window::Window;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn main() {
    divan::main();
}

fn now() -> Instant {
    DateTime::parse_from_rfc3339("2023-07-11T07:40:00+07:00").unwrap()
}

/// Ten years of meetings with so many lines each; made if it is not there yet.
fn book(name: &str, lines: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench");
    std::fs::create_dir_all(&folder).unwrap();
    let book = folder.join(name);
    if !book.exists() {
        let draft = folder.join(format!("{name}.draft"));
        giaoban::files::remove_book(&draft);
        let store = Store::open(&draft, now()).unwrap();
        let extent = Extent {
            meetings: 520,
            lines,
            seed: 1,
        };
        demo::fill_years(&store, extent, now(), &mut |_, _| ()).unwrap();
        drop(store);
        std::fs::rename(draft, &book).unwrap();
    }
    book
}

fn million() -> Store {
    Store::open(&book("million.giaoban", 2000), now()).unwrap()
}

fn ten_years() -> Store {
    Store::open(&book("ten-years.giaoban", LINES), now()).unwrap()
}

/// Rare words, common words, beginnings, words that never meet, and filters.
const ASKED: &[&str] = &[
    "d",
    "k",
    "đ",
    "â",
    "ke",
    "ket",
    "nghi",
    "nghiem",
    "dang",
    "đảng",
    "oai",
    "đoai",
    "nguyên",
    "c b",
    "dang vien",
    "đảng viên",
    "chi bo khu pho",
    "k l m n",
    "huy hieu 75",
    "moi xong",
    "rut chuyen",
    "chi dang mau 75 moi",
    "chi bo huy hieu",
    "ho so so 1234",
    "12/20",
    "@Mẫu Sen Hồng",
    "@Mẫu Sen Hồng loại:vướng mắc #3",
    "loại:kết luận",
    "loại:nhiệm vụ bao cao",
    "#1 #2 ket nap",
    "ngày:2015-03-10",
    "từ:15/3/2014 đến:20/11/2021 doanh nghiep",
    "đến:2014 dang",
    "từ:2013-08-02",
    "hội nghị:2015 dang vien",
    "hội nghị:2015 @Mẫu Sen Hồng loại:kiến nghị oai",
];

#[divan::bench(args = ASKED, max_time = 0.5)]
fn search_of_a_million_lines(bencher: divan::Bencher, line: &str) {
    let store = million();
    let lexicon = store.lexicon().unwrap();
    bencher.bench_local(|| {
        let reading = parse(line, Subject::Lines, &lexicon, now().date_naive());
        store.search(&reading.filter, MOST).unwrap()
    });
}

/// Each letter of a query to its frame, the slowest one told.
#[divan::bench(args = ["ket nap dang vien", "từ:2015 hồ sơ lý lịch", "@mẫu sen kiến nghị"], sample_count = 5)]
fn letters_typed_over_a_million_lines(bencher: divan::Bencher, line: &str) {
    let mut app =
        Window::new(App::new(million(), Box::new(SystemClock), Setup::default(), KEYMAP).unwrap());
    app.resize(80, 24);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    app.handle(Event::Key(Key::F(9)));
    let mut slowest = (std::time::Duration::ZERO, String::new());
    bencher.bench_local(|| {
        app.handle(Event::Key(Key::Ctrl('u')));
        let mut typed = String::new();
        for letter in line.chars() {
            typed.push(letter);
            let began = Stopwatch::now();
            app.handle(Event::Key(Key::Char(letter)));
            terminal.draw(|frame| app.draw(frame)).unwrap();
            slowest = slowest.clone().max((began.elapsed(), typed.clone()));
        }
    });
    println!("slowest letter: {slowest:?}");
}

/// What is open in the whole book, as the slips and the run sheet need it.
#[divan::bench]
fn matters_of_ten_years(bencher: divan::Bencher) {
    let store = ten_years();
    bencher.bench_local(|| store.matters(now().date_naive()).unwrap());
}

/// The program over the ten years, on a screen in memory.
fn at_work() -> (Window, Terminal<TestBackend>) {
    let mut app = Window::new(
        App::new(ten_years(), Box::new(SystemClock), Setup::default(), KEYMAP).unwrap(),
    );
    app.resize(120, 36);
    (app, Terminal::new(TestBackend::new(120, 36)).unwrap())
}

fn press(app: &mut Window, terminal: &mut Terminal<TestBackend>, keys: &[Key]) {
    for key in keys {
        app.handle(Event::Key(*key));
    }
    terminal.draw(|frame| app.draw(frame)).unwrap();
}

/// The screens of the follow-up, each with the keys that lead to it.
const SCREENS: &[(&str, &[Key])] = &[
    ("issues", &[Key::F(5)]),
    ("register", &[Key::F(6)]),
    ("review", &[Key::F(6), Key::Ctrl('e')]),
    ("focus", &[Key::F(7)]),
    ("year", &[Key::F(7), Key::Ctrl('t')]),
    ("search", &[Key::F(9), Key::Char('d')]),
];

/// From the keys to the frame, in a program that has asked the book nothing of it yet.
#[divan::bench(args = SCREENS.iter().map(|(name, _)| *name), sample_count = 5)]
fn screen_first_shown(bencher: divan::Bencher, name: &str) {
    let keys = SCREENS.iter().find(|(of, _)| *of == name).unwrap().1;
    bencher
        .with_inputs(at_work)
        .bench_local_values(|(mut app, mut terminal)| {
            press(&mut app, &mut terminal, keys);
            app
        });
}

/// A page down and up again, and the frames of both.
#[divan::bench(args = SCREENS.iter().map(|(name, _)| *name), sample_count = 20)]
fn two_pages(bencher: divan::Bencher, name: &str) {
    let keys = SCREENS.iter().find(|(of, _)| *of == name).unwrap().1;
    let (mut app, mut terminal) = at_work();
    press(&mut app, &mut terminal, keys);
    bencher.bench_local(|| {
        press(&mut app, &mut terminal, &[Key::PageDown]);
        press(&mut app, &mut terminal, &[Key::PageUp]);
    });
}

#[divan::bench]
fn line_written_beside_ten_years(bencher: divan::Bencher) {
    written(bencher, ten_years());
}

#[divan::bench]
fn line_written_beside_a_million(bencher: divan::Bencher) {
    written(bencher, million());
}

#[divan::bench]
fn line_written_in_a_new_book(bencher: divan::Bencher) {
    let folder = tempfile::tempdir().unwrap();
    written(
        bencher,
        Store::open(&folder.path().join("so"), now()).unwrap(),
    );
}

fn written(bencher: divan::Bencher, mut store: Store) {
    let id = store.last_meeting().unwrap().unwrap();
    let dossier = store.dossier(id).unwrap().unwrap();
    let numbers = store.numbers().unwrap();
    bencher.bench_local(|| {
        let line = capture::parse("+ #2 Kết nạp 12/20, đạt 60%", &dossier);
        let place = Place::now(&dossier, now());
        let known = Known::of(numbers);
        let changes = Writing::new(&dossier, known, store.ids())
            .write(&line, place)
            .unwrap();
        let transaction = Transaction::new("ghi", changes);
        store.commit(&transaction, now()).unwrap();
    });
}
