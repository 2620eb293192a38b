//! What Vietnamese input methods send arrives as the word that was meant, wherever the network splits it:
//! the real binary in a pseudo-terminal, fed with the streams of `fixtures/input`.
use std::time::{Duration, Instant};

use crate::common::pty::{Home, Pty, fixture};
use rusqlite::Connection;

/// How long a split right behind an ESC may last before the ESC is a key of its own.
const ESCAPE_PATIENCE: Duration = Duration::from_millis(15);

/// Long enough for the program to have read what came before.
const PAUSE: Duration = Duration::from_millis(3);

/// A text field of the running program: what stands before it in its row, and the row itself.
struct Field {
    label: &'static str,
    row: u16,
}

const SEARCH: Field = Field {
    label: " Tìm: ",
    row: 1,
};

const CAPTURE: Field = Field {
    label: " › ",
    row: 21,
};

/// One recorded stream: where it comes from, what it means, its bytes.
struct Stream {
    source: String,
    word: String,
    bytes: Vec<u8>,
}

/// Reads the fixtures: `#` explains; then a word, a tab, and its stream with `<7F>` for a byte and `<U+0301>` for a character.
fn streams() -> Vec<Stream> {
    let mut files: Vec<_> = std::fs::read_dir(fixture("input"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut streams = Vec::new();
    for file in files {
        let content = std::fs::read_to_string(&file).unwrap();
        assert!(
            content.starts_with("# "),
            "{} explains itself",
            file.display()
        );
        for line in content.lines().filter(|line| !line.starts_with('#')) {
            let (word, stream) = line.split_once('\t').unwrap();
            streams.push(Stream {
                source: file.file_name().unwrap().to_string_lossy().into_owned(),
                word: word.to_owned(),
                bytes: unescaped(stream),
            });
        }
    }
    assert!(streams.len() >= 5 * 12);
    streams
}

fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (position, piece) in text.split('<').enumerate() {
        let plain = match piece.split_once('>') {
            Some((code, plain)) if position > 0 => {
                match code.strip_prefix("U+") {
                    Some(point) => {
                        let c = char::from_u32(u32::from_str_radix(point, 16).unwrap()).unwrap();
                        bytes.extend(c.to_string().into_bytes());
                    }
                    None => bytes.push(u8::from_str_radix(code, 16).unwrap()),
                }
                plain
            }
            _ => piece,
        };
        bytes.extend_from_slice(plain.as_bytes());
    }
    bytes
}

impl Field {
    /// Waits until the field shows exactly this text and the hardware cursor stands right behind it.
    #[track_caller]
    fn shows(&self, pty: &Pty, text: &str, told: &str) {
        let column = self.label.chars().count() + text.chars().count();
        let wanted = (self.row, u16::try_from(column).unwrap());
        let start = Instant::now();
        loop {
            let screen = pty.text();
            let row = screen
                .lines()
                .nth(usize::from(self.row))
                .unwrap_or_default();
            let shown = row.strip_prefix(self.label.trim_end()).map(str::trim_start);
            // What stands at the right of the row has room before it.
            let shown = shown.map(|shown| shown.split("  ").next().unwrap_or_default());
            let is_empty = text.is_empty() && pty.cursor() == wanted;
            if (shown == Some(text) || is_empty) && pty.cursor() == wanted {
                return;
            }
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "{told}: wanted {text:?} and the cursor at {wanted:?}, got {shown:?} and {:?}\n{screen}",
                pty.cursor()
            );
            std::thread::sleep(Duration::from_micros(500));
        }
    }

    /// Feeds a stream in two reads, and checks the word, the cursor, and that nothing comes after it.
    fn takes(&self, pty: &mut Pty, stream: &Stream, split: usize) {
        let told = format!("{} for {}, split at {split}", stream.source, stream.word);
        let (first, second) = stream.bytes.split_at(split);
        loop {
            let start = Instant::now();
            pty.send(first);
            if !first.is_empty() {
                std::thread::sleep(PAUSE);
            }
            pty.send(second);
            // On a busy machine the pause may have been too long for an ESC: that would prove nothing.
            if first.last() != Some(&0x1b) || start.elapsed() < ESCAPE_PATIENCE {
                break;
            }
            std::thread::sleep(Duration::from_millis(50));
            self.clear(pty);
        }
        self.shows(pty, &stream.word, &told);
        pty.send(b".");
        self.shows(pty, &format!("{}.", stream.word), &told);
        self.clear(pty);
    }

    fn clear(&self, pty: &mut Pty) {
        pty.send(&[0x15]);
        self.shows(pty, "", "an emptied field");
    }
}

#[test]
fn every_stream_is_its_word_wherever_it_is_split() {
    // Most of it is waiting, so that several programs are fed beside each other.
    let streams = streams();
    std::thread::scope(|scope| {
        for some in streams.chunks(streams.len().div_ceil(4)) {
            scope.spawn(move || {
                let home = Home::new();
                let mut pty = home.start();
                pty.expect("<F9>", "Tìm:");
                for stream in some {
                    for split in 0..stream.bytes.len() {
                        SEARCH.takes(&mut pty, stream, split);
                    }
                }
                pty.press("<C-q>");
                assert!(pty.wait_end().success());
            });
        }
    });
}

#[test]
fn every_stream_is_its_word_on_the_capture_line() {
    let home = Home::new();
    let mut pty = home.start();
    pty.expect("<F4>", "DIỄN BIẾN");
    for stream in streams() {
        CAPTURE.takes(&mut pty, &stream, 0);
        CAPTURE.takes(&mut pty, &stream, stream.bytes.len() / 2);
    }
    pty.press("<C-q>");
}

/// More than one read of input that is no paste is there without another key.
#[test]
fn a_burst_of_three_thousand_bytes_is_there_at_once() {
    let home = Home::new();
    let mut pty = home.start();
    pty.expect("<F4>", "DIỄN BIẾN");
    let text = "đồng chí ".repeat(3000 / "đồng chí ".len()) + "HẾT";
    pty.send(text.as_bytes());
    pty.wait_for("HẾT");
    pty.expect("<Enter>", "Ghi thông tin");
    let book = Connection::open(home.book()).unwrap();
    let kept: String = book
        .query_row("SELECT text FROM note", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, text);
    pty.press("<C-q>");
}

#[test]
fn bursts_of_backspaces_are_fused_with_letters() {
    let home = Home::new();
    let mut pty = home.start();
    pty.expect("<F9>", "Tìm:");
    for backspace in ["\u{7f}", "\u{8}"] {
        let burst = format!("{}{}được", "x".repeat(200), backspace.repeat(200));
        pty.send(burst.as_bytes());
        SEARCH.shows(&pty, "được", "a burst");
        let burst = format!("{}khuỷu", backspace.repeat(200));
        pty.send(burst.as_bytes());
        SEARCH.shows(&pty, "khuỷu", "a burst");
        SEARCH.clear(&mut pty);
    }
    pty.press("<C-q>");
}

#[test]
fn an_arrow_that_is_split_moves_and_types_nothing() {
    let home = Home::new();
    let mut pty = home.start();
    pty.expect("<F9>", "Tìm:");
    for split in 1..3 {
        loop {
            pty.send("nghịh".as_bytes());
            SEARCH.shows(&pty, "nghịh", "letters");
            let start = Instant::now();
            let (first, second) = b"\x1b[D".split_at(split);
            pty.send(first);
            std::thread::sleep(PAUSE);
            pty.send(second);
            if split > 1 || start.elapsed() < ESCAPE_PATIENCE {
                break;
            }
            std::thread::sleep(Duration::from_millis(50));
            SEARCH.clear(&mut pty);
        }
        pty.send("\u{7f}i\x1b[Fn".as_bytes());
        SEARCH.shows(&pty, "nghihn", "an arrow split");
        SEARCH.clear(&mut pty);
    }
    pty.press("<C-q>");
}

#[test]
fn an_escape_that_nothing_follows_is_the_key() {
    let home = Home::new();
    let mut pty = home.start();
    pty.wait_for("HỘI NGHỊ TRONG SỔ");
    pty.expect("<C-p>", "MỌI LỆNH");
    pty.send(b"\x1b");
    pty.wait_until("the palette closed", |screen| !screen.contains("MỌI LỆNH"));
    pty.press("<C-q>");
    assert!(pty.wait_end().success());
}

/// Input methods show their candidates at the hardware cursor: it stands at the caret of whatever field has it.
#[test]
fn the_cursor_stands_at_the_caret_of_every_field() {
    let home = Home::new();
    let mut pty = home.start();
    pty.wait_for("HỘI NGHỊ TRONG SỔ");
    // The letters are found nowhere else on the screen, so that where they are is where the field is.
    for (open, close) in [
        ("<F3>", "<C-u><Esc>"),
        ("<F4>", "<C-u>"),
        ("<F9>", "<C-u>"),
        ("<C-p>", "<Esc>"),
        ("<F2><C-d><C-u>", "<Esc><Esc>"),
        ("<C-d><Tab><Tab><Tab><Tab><C-u>", "<Esc><Esc>"),
        ("<F3><Enter><Enter><C-u>", "<Esc><Esc><Esc>"),
        ("<F10>", "<C-u>"),
        ("<F10><Enter><C-u>", "<Esc><Esc>"),
        ("<F4><C-g>", "<Esc>"),
    ] {
        pty.press(open);
        stands_behind(&mut pty, "ữzợ", "ữzợ", 0, open);
        stands_behind(&mut pty, "ỵ", "ữzợỵ", 0, open);
        // On the roll and on a roster the arrows go from unit to unit.
        if open != "<F3>" && open != "<F10>" {
            stands_behind(&mut pty, "<Left><Left>", "ữzợỵ", 2, open);
            stands_behind(&mut pty, "<BS><Right>", "ữợỵ", 1, open);
            stands_behind(&mut pty, "<End>", "ữợỵ", 0, open);
        }
        pty.press(close);
        pty.wait_until("the field left", |screen| !screen.contains('ỵ'));
    }
    pty.press("<C-q>");
    assert!(pty.wait_end().success());
}

/// Presses keys and waits until the hardware cursor stands so many columns before the end of a text on the screen.
#[track_caller]
fn stands_behind(pty: &mut Pty, keys: &str, text: &str, before: u16, told: &str) {
    pty.press(keys);
    let start = Instant::now();
    loop {
        let place = find(&pty.text(), text);
        let wanted = place.map(|(row, column)| (row, column + width(text) - before));
        if wanted == Some(pty.cursor()) {
            return;
        }
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{told} {keys}: {text} at {place:?}, the cursor at {:?}\n{}",
            pty.cursor(),
            pty.text()
        );
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Returns row and column of a text on the screen.
fn find(screen: &str, text: &str) -> Option<(u16, u16)> {
    (0..).zip(screen.lines()).find_map(|(row, line)| {
        let (before, _) = line.split_once(text)?;
        Some((row, width(before)))
    })
}

fn width(text: &str) -> u16 {
    u16::try_from(giaoban::text::width::width(text)).unwrap()
}
