//! What gets a clear sentence, with nothing lost: each mistake of a user or a disk, in the real binary where it matters.
use std::io::{Read, Write};

use crate::common::pty::{Home, Pty};
use crate::common::stage::Stage;
use giaoban::app::event::Event;
use giaoban::app::key::Key;
use giaoban::tui::program::Program;
use portable_pty::{PtySize, native_pty_system};
use proptest::prelude::*;
use rusqlite::Connection;

/// Starts the program on a file in a terminal, and returns the sentence that it ends with.
fn refusal(home: &Home, book: &str) -> String {
    let mut pty = Pty::start(home.command(&["--book", book]), 100, 24);
    let status = pty.wait_end();
    assert!(!status.success(), "{}", pty.text());
    pty.wait_until("a sentence", |screen| screen.contains("giaoban:"));
    pty.text()
}

#[test]
fn without_a_terminal_it_says_so() {
    let home = Home::new();
    let output = home.output(&[]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("cần một cửa sổ dòng lệnh"));
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let home = Home::new();
    std::fs::write(
        home.path("thu.txt"),
        "Kính gửi các đồng chí,\nđây không phải là sổ.\n".repeat(50),
    )
    .unwrap();
    assert!(refusal(&home, "thu.txt").contains("không phải sổ giao ban"));
    assert!(
        std::fs::read_to_string(home.path("thu.txt"))
            .unwrap()
            .starts_with("Kính gửi")
    );
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    let home = Home::new();
    let other = Connection::open(home.path("khac.db")).unwrap();
    other
        .execute_batch("CREATE TABLE task (id INTEGER)")
        .unwrap();
    drop(other);
    assert!(refusal(&home, "khac.db").contains("của chương trình khác"));
    let other = Connection::open(home.path("khac.db")).unwrap();
    let tables: i64 = other
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .unwrap();
    assert_eq!(tables, 1);
}

#[test]
fn a_book_of_a_newer_program_is_left_alone() {
    let home = Home::new();
    let mut desk = home.start();
    desk.expect("", "HỘI NGHỊ TRONG SỔ");
    desk.press("<C-q>");
    desk.wait_end();
    Connection::open(home.book())
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    assert!(refusal(&home, "so.giaoban").contains("mới hơn"));
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let home = Home::new();
    assert!(refusal(&home, "khong/co/so.giaoban").contains("/khong không có"));
}

#[test]
fn a_book_that_somebody_locks_is_said_and_the_line_stays() {
    let home = Home::new();
    let mut desk = home.start();
    desk.expect("<F4>", "DIỄN BIẾN");
    let other = Connection::open(home.book()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    desk.expect("một dòng<Enter>", "Chương trình khác đang giữ sổ");
    other.execute_batch("ROLLBACK").unwrap();
    desk.expect("<Enter>", "Ghi thông tin");
    desk.press("<C-q>");
}

#[cfg(unix)]
#[test]
fn the_book_and_its_folder_are_its_owners_only() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let mut desk = Pty::start(home.command(&[]), 80, 24);
    desk.expect("", "HỘI NGHỊ TRONG SỔ");
    desk.press("<C-q>");
    assert!(desk.wait_end().success());
    let folder = home.path(".local/share/giaoban");
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&folder.join("so.giaoban")), 0o600);
}

#[test]
fn a_small_terminal_asks_for_room_and_comes_back() {
    let home = Home::new();
    let mut desk = home.start();
    desk.wait_for("HỘI NGHỊ TRONG SỔ");
    desk.expect("<F4>nửa dòng", "nửa dòng");
    desk.resize(50, 15);
    desk.wait_for("cần ít nhất 60×20");
    desk.resize(80, 24);
    desk.wait_for("nửa dòng");
    desk.press("<C-q>");
}

#[test]
fn a_broken_theme_or_configuration_is_told_by_line_and_column() {
    let home = Home::new();
    let folder = home.path(".config/giaoban/themes");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(
        folder.join("cua-toi.toml"),
        "text = \"#ffffff\"\nground = \"#12\"\n",
    )
    .unwrap();
    let mut desk = Pty::start(
        home.command(&["--book", "a.giaoban", "--theme", "cua-toi"]),
        120,
        24,
    );
    desk.expect("", "Giao diện cua-toi.toml, dòng 2, cột 10");
    desk.expect("<F4>", "DIỄN BIẾN");
    desk.press("<C-q>");
    desk.wait_end();
    std::fs::write(
        home.path(".config/giaoban/config.toml"),
        "lang = \"vi\"\ncolour = 3\n",
    )
    .unwrap();
    let mut desk = Pty::start(home.command(&["--book", "b.giaoban"]), 140, 24);
    desk.expect("", "config.toml, dòng 2, cột 1");
    desk.press("<C-q>");
}

#[test]
fn the_command_line_says_what_it_does_not_understand() {
    let home = Home::new();
    let told = |arguments: &[&str]| String::from_utf8(home.output(arguments).stderr).unwrap();
    assert!(told(&["--colour"]).contains("Không hiểu «--colour»"));
    assert!(told(&["--lang", "en", "--book"]).contains("--book needs a value"));
    assert!(told(&["--book", "khong-co", "minutes"]).contains("Không có sổ khong-co"));
    let help = home.output(&["--help"]);
    assert!(
        help.status.success()
            && String::from_utf8(help.stdout)
                .unwrap()
                .contains("giaoban demo")
    );
}

#[test]
fn minutes_never_overwrite_a_file_unless_told_to() {
    let home = Home::new();
    let mut desk = home.start();
    desk.expect("", "HỘI NGHỊ TRONG SỔ");
    desk.press("<C-q>");
    desk.wait_end();
    std::fs::write(home.path("a.md"), "của tôi").unwrap();
    let refused = home.output(&["--book", "so.giaoban", "minutes", "-o", "a.md"]);
    let sentence = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        sentence.contains("Đã có tệp") && sentence.contains("a.md"),
        "{sentence}"
    );
    assert_eq!(
        std::fs::read_to_string(home.path("a.md")).unwrap(),
        "của tôi"
    );
    // What the program has not written, it never replaces.
    let forced = home.output(&["--book", "so.giaoban", "minutes", "-o", "a.md", "--force"]);
    assert!(String::from_utf8_lossy(&forced.stderr).contains("giữ nguyên"));
    assert_eq!(
        std::fs::read_to_string(home.path("a.md")).unwrap(),
        "của tôi"
    );
    assert!(
        home.output(&["--book", "so.giaoban", "minutes", "-o", "b.md"])
            .status
            .success()
    );
    assert!(
        std::fs::read_to_string(home.path("b.md"))
            .unwrap()
            .contains("BIÊN BẢN")
    );
    // A device never ends, and is no file of ours.
    let device = home.output(&[
        "--book",
        "so.giaoban",
        "minutes",
        "--format",
        "md",
        "-o",
        "/dev/zero",
    ]);
    assert!(String::from_utf8_lossy(&device.stderr).contains("giữ nguyên"));
    let nowhere = home.output(&["--book", "so.giaoban", "minutes", "-o", "khong/co/a.md"]);
    let sentence = String::from_utf8_lossy(&nowhere.stderr).into_owned();
    assert!(
        sentence.contains("Không ghi được") && sentence.contains("khong/co/a.md"),
        "{sentence}"
    );
    assert!(!home.path("khong").exists());
}

/// A paste of 100 kB, and one of escape sequences: neither reaches the terminal as more than text.
#[test]
fn a_hostile_paste_is_only_text() {
    let home = Home::new();
    let mut desk = home.start();
    desk.expect("<F4>", "DIỄN BIẾN");
    desk.written.lock().unwrap().clear();
    desk.send("\x1b[200~trước\x1b]0;chiếm\x07\x1b[2Jsau\x1b[201~".as_bytes());
    desk.wait_for("sau");
    let written = desk.written.lock().unwrap().clone();
    let text = String::from_utf8_lossy(&written).into_owned();
    assert!(
        !text.contains("\x1b]0;") && !text.contains("\x1b[2J") && !text.contains('\x07'),
        "{text:?}"
    );
    desk.wait_for("trướcsau");
    desk.expect("<Enter>", "Ghi thông tin");
    let long = "đồng chí ".repeat(100_000 / "đồng chí ".len());
    desk.send(format!("\x1b[200~{long}HẾT\x1b[201~").as_bytes());
    desk.wait_for("HẾT");
    desk.expect("<Enter>", "+kết quả");
    let book = Connection::open(home.book()).unwrap();
    let longest: i64 = book
        .query_row("SELECT max(length(text)) FROM note", [], |row| row.get(0))
        .unwrap();
    assert!(longest > 69_000, "{longest}");
    desk.press("<C-q>");
}

/// Whoever ends the program, the terminal is given back.
#[test]
fn the_terminal_is_given_back_on_a_signal() {
    let home = Home::new();
    let mut desk = home.start();
    desk.wait_for("HỘI NGHỊ TRONG SỔ");
    desk.expect("<F4>giữ lại", "giữ lại");
    std::process::Command::new("kill")
        .arg(desk.process_id().to_string())
        .status()
        .unwrap();
    desk.wait_end();
    desk.wait_until("the usual screen", |_| !desk.is_alternate());
    let again = home.start();
    again.wait_for("giữ lại");
}

/// A window that is closed ends the program in order, not by a crash, and what was typed is kept.
#[cfg(unix)]
#[test]
fn a_terminal_that_is_gone_ends_the_program() {
    let home = Home::new();
    for _ in 0..5 {
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let book = home.book();
        let command = home.command(&["--book", book.to_str().unwrap()]);
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let mut writer = pair.master.take_writer().unwrap();
        let mut written = Vec::new();
        for (keys, shown) in [("", "\x1b[?2004h"), ("\x1bOS\x15ẵ", "ẵ")] {
            writer.write_all(keys.as_bytes()).unwrap();
            while !String::from_utf8_lossy(&written).contains(shown) {
                let mut buffer = [0; 4096];
                let count = reader.read(&mut buffer).unwrap();
                written.extend_from_slice(&buffer[..count]);
            }
        }
        drop((reader, writer, pair.master));
        let status = child.wait().unwrap();
        assert!(status.signal().is_none(), "{status:?}");
    }
    home.start().wait_for("› ẵ");
}

#[derive(Clone, Debug)]
enum Press {
    Key(Key),
    Paste(String),
    Size(u16, u16),
}

fn press() -> impl Strategy<Value = Press> {
    let special = prop::sample::select(vec![
        Key::Enter,
        Key::Enter,
        Key::Esc,
        Key::Tab,
        Key::BackTab,
        Key::Backspace,
        Key::Delete,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
    ]);
    prop_oneof![
        6 => special.prop_map(Press::Key),
        5 => (1..=12_u8).prop_map(|n| Press::Key(Key::F(n))),
        5 => prop::sample::select("nzygekopatrdwsfb".chars().collect::<Vec<_>>()).prop_map(|c| Press::Key(Key::Ctrl(c))),
        8 => prop::sample::select("abcdđêk @#^!+=>:?*.0123456789/".chars().collect::<Vec<_>>()).prop_map(|c| Press::Key(Key::Char(c))),
        1 => any::<char>().prop_map(|c| Press::Key(Key::Char(c))),
        1 => "\\PC{0,40}".prop_map(Press::Paste),
        1 => prop::sample::select(vec![(80, 24), (120, 36), (60, 20), (1, 1), (200, 1), (1, 50), (300, 100)]).prop_map(|(w, h)| Press::Size(w, h)),
    ]
}

/// No key, paste or size breaks the program, and memory still is what a restart would show.
///
/// The keys may ask for an export to any name, so that the test runs itself again in a folder of its own.
#[test]
fn random_keys_break_nothing() {
    if std::env::var_os(ALONE).is_none() {
        let folder = tempfile::tempdir().unwrap();
        let run = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "troubles::random_keys_break_nothing"])
            .env(ALONE, "yes")
            .current_dir(folder.path())
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&run.stdout).into_owned();
        assert!(run.status.success(), "{told}");
        assert!(told.contains("1 passed"), "{told}");
        return;
    }
    let config = ProptestConfig {
        cases: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(presses in prop::collection::vec(press(), 0..300))| {
        let mut stage = Stage::demo((80, 24), giaoban::words::Lang::Vi);
        for press in presses {
            match press {
                Press::Key(key) => {
                    stage.app.handle(Event::Key(key));
                }
                Press::Paste(text) => {
                    stage.app.handle(Event::Paste(text));
                }
                Press::Size(columns, rows) => {
                    stage.terminal.backend_mut().resize(columns, rows);
                    stage.app.resize(columns, rows);
                }
            }
            stage.draw();
        }
    });
}

/// The variable that tells the test that it is the one in a folder of its own.
const ALONE: &str = "GIAOBAN_TEST_ALONE";
