//! The letterhead, and what the house is set to: nothing of a paper is cut, nothing wrong with it is kept quiet.
use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;

use crate::common::document::{head, of};
use crate::common::stage::{Stage, StandingClock, morning};
use giaoban::app::view::Wording;
use giaoban::app::{App, Setup};
use giaoban::papers::document::{Block, Document, Letterhead};
use giaoban::papers::markdown::markdown;
use giaoban::papers::phrases::{Phrases, recipient};
use giaoban::papers::{docx, pdf, plain, screen};
use giaoban::store::Store;
use giaoban::tui::keymap::KEYMAP;
use giaoban::tui::program::Program;
use giaoban::tui::window::Window;
use giaoban::words::{Lang, Words};

const ORGAN: &str = "ĐẢNG ỦY ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH";
const NUMBER: &str = "Số 12-BB/ĐUUBNDTPHCM-BTGDV-VPĐU-TH";

fn paper(superior: &str, organ: &str, number: &str, place_date: &str) -> Document {
    let mut blocks = head();
    blocks[0] = Block::Letterhead(Letterhead {
        superior: superior.to_owned(),
        organ: organ.to_owned(),
        number: Some(number.to_owned()),
        place_date: Some(place_date.to_owned()),
        is_internal: false,
    });
    of(
        chrono::NaiveDate::from_ymd_opt(2023, 7, 11).unwrap(),
        blocks,
    )
}

fn long() -> Document {
    let place = "Thành phố Hồ Chí Minh, ngày 11 tháng 7 năm 2023";
    paper("THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH", ORGAN, NUMBER, place)
}

/// Returns the lines of the letterhead in Markdown, as plain text and on the screen.
fn letterheads(document: &Document) -> Vec<Vec<String>> {
    let fenced = markdown(document);
    let fenced = fenced.split("```").nth(1).unwrap();
    let fenced = fenced.lines().skip(1).map(str::to_owned).collect();
    let above = |lines: Vec<String>| {
        let head = lines
            .into_iter()
            .take_while(|line| !line.contains("Dự thảo"));
        head.collect::<Vec<_>>()
    };
    let shown = screen::lay_out(document, 54).lines;
    let shown = shown.iter().map(|line| line.text().trim_end().to_owned());
    vec![
        fenced,
        above(plain::lines(document, 80)),
        above(shown.collect()),
    ]
}

/// Returns the words in order that a side says, those of the other side left out.
fn said(lines: &[String], side: usize) -> String {
    let cells = lines.iter().filter_map(|line| {
        let line = line.as_str();
        let indent = line.len() - line.trim_start().len();
        let (left, right) = match line.trim_start().split_once("  ") {
            Some((left, right)) => (left, right.trim()),
            None if indent > 20 => ("", line.trim()),
            None => (line.trim(), ""),
        };
        Some([left, right][side]).filter(|cell| !cell.is_empty())
    });
    cells.collect::<Vec<_>>().join(" ")
}

#[test]
fn long_names_are_broken_within_their_side() {
    for lines in letterheads(&long()) {
        let told = lines.join("\n");
        assert!(!told.contains('…'), "{told}");
        let left = said(&lines, 0);
        assert!(left.contains(ORGAN), "{left}\n{told}");
        let number = left.split("* ").nth(1).unwrap_or_default();
        assert_eq!(
            number.replacen(' ', "_", 1).replace(' ', ""),
            NUMBER.replace(' ', "_")
        );
        let right = said(&lines, 1);
        assert!(
            right.ends_with("Thành phố Hồ Chí Minh, ngày 11 tháng 7 năm 2023"),
            "{right}\n{told}"
        );
        // The rule stands under the Party's name, and number and place begin on one line.
        let rule = lines.iter().position(|line| line.contains('─')).unwrap();
        assert!(lines[rule - 1].contains("ĐẢNG CỘNG SẢN VIỆT NAM"));
        assert!(
            lines
                .iter()
                .any(|line| line.contains("Số 12-BB/") && line.contains("Thành phố Hồ"))
        );
    }
}

#[test]
fn a_number_never_touches_the_place() {
    for symbol in 1..40 {
        let number = format!("Số 12-BB/{}", "A".repeat(symbol));
        let paper = paper(
            "THÀNH ỦY",
            "BAN",
            &number,
            "Thủ Đức, ngày 11 tháng 7 năm 2023",
        );
        for lines in letterheads(&paper) {
            let row = lines.iter().find(|line| line.contains("Thủ Đức")).unwrap();
            assert!(row.contains("  Thủ Đức, ngày 11 tháng 7 năm 2023"), "{row}");
        }
    }
}

#[test]
fn a_short_letterhead_stays_in_four_lines() {
    let paper = paper(
        "THÀNH ỦY THỦ ĐỨC",
        "BAN TỔ CHỨC",
        "Số      -BB/BTCTU",
        "Thủ Đức, ngày 11 tháng 7 năm 2023",
    );
    let [_, plain, _] = letterheads(&paper).try_into().unwrap();
    assert_eq!(
        plain.join("\n"),
        "        THÀNH ỦY THỦ ĐỨC                     ĐẢNG CỘNG SẢN VIỆT NAM
          BAN TỔ CHỨC                        ──────────────────────
               *
       Số      -BB/BTCTU               Thủ Đức, ngày 11 tháng 7 năm 2023
"
    );
}

#[test]
fn a_body_without_a_superior_stands_in_the_first_line() {
    let paper = paper(
        "",
        "BAN TỔ CHỨC",
        "Số 12-BB/BTC",
        "Thủ Đức, ngày 11 tháng 7 năm 2023",
    );
    for lines in letterheads(&paper) {
        assert!(
            lines[0].contains("BAN TỔ CHỨC") && lines[0].contains("ĐẢNG CỘNG SẢN"),
            "{lines:?}"
        );
        assert!(
            lines[1].contains('*') && lines[1].contains('─'),
            "{lines:?}"
        );
    }
    let package = crate::common::docx::Package::open(&docx::docx(&paper).unwrap());
    assert!(!package.0["word/document.xml"].contains("w:val=\"Superior\""));
    let pages = pdf::pages(&paper);
    let y = |text: &str| {
        pages[0]
            .runs
            .iter()
            .find(|run| run.text.contains(text))
            .unwrap()
            .y
    };
    assert!((y("BAN TỔ CHỨC") - y("ĐẢNG CỘNG SẢN")).abs() < 60.0);
}

/// A stage over a book in a folder.
fn stage_in(folder: &Path, setup: Setup) -> Stage {
    let mut stage = Stage::new();
    let store = Store::open(&folder.join("so.giaoban"), morning()).unwrap();
    let clock = StandingClock(Rc::new(Cell::new(morning())));
    stage.app = Window::new(App::new(store, Box::new(clock), setup, KEYMAP).unwrap());
    stage.app.resize(80, 24);
    stage.draw();
    stage
}

#[test]
fn a_search_that_finds_nothing_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = stage_in(folder.path(), Setup::default());
    stage.press("<F11>in hai mặt<Esc>").sees("▸ In hai mặt");
    stage
        .press("zzz<Enter>")
        .sees("Không có cài đặt nào khớp «zzz»");
    stage.sees("zzz").misses("In hai mặt: Có");
    // It is for now: after a restart nothing is looked for.
    drop(stage);
    let mut stage = stage_in(folder.path(), Setup::default());
    stage.sees("Cài đặt").misses("zzz");
    stage.press("thể thức").sees("▸ Dấu thanh");
}

#[test]
fn a_body_that_has_ended_before_the_paper_is_told() {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F8>").misses("Cơ quan ban hành đã hết");
    stage.press("<F11>ngày cuối<Enter><C-u>30/6/2022<Enter>");
    stage.press("<F8>").sees("Cơ quan ban hành đã hết từ");
    stage.press("<End><Enter>").sees("giaoban · Cài đặt");
}

#[test]
fn letters_that_are_printed_as_boxes_are_told() {
    let mut stage = Stage::sized(120, 36);
    stage
        .press("<F4>")
        .paste("Chữ 漢 và 😀 ở đây")
        .press("<Enter><F8>");
    stage
        .sees("KHÔNG IN ĐƯỢC 1 CHỖ")
        .sees("Không in được 漢 😀: «");
    stage.press("<Home><Enter>").sees("giaoban · ").sees("漢");
}

#[test]
fn a_phrase_file_that_is_wrong_is_told_beside_the_paper() {
    let folder = tempfile::tempdir().unwrap();
    let setup = Setup {
        wording: Wording::Unread("x".to_owned()),
        ..Setup::default()
    };
    let mut stage = stage_in(folder.path(), setup);
    stage.press("<F8><End>").sees("Tệp câu chữ sai");
    stage.press("<Enter>").sees("giaoban · Cài đặt");
}

#[test]
fn a_line_of_recipients_is_read_like_a_phrase() {
    let mut stage = Stage::new();
    stage.press("<F11><Tab><C-n>Đảng ủy {m}<Enter>");
    stage.sees("không có trường «m»; câu này có: {n}");
    stage.press("<C-u>Phòng {n<Enter>").sees("không được đóng");
    stage
        .press("<C-u>Phòng {{x}} {n}<Enter>")
        .sees("Nơi nhận: Phòng {{x}} {n}");
    assert_eq!(recipient::filled("Phòng {{x}} {n}", "34"), "Phòng {x} 34");
    assert_eq!(recipient::filled("Phòng {m} {n}", "34"), "Phòng {m} 34");
    assert_eq!(recipient::flaw("34 phường", Words::of(Lang::En)), None);
}

#[test]
fn a_blank_at_the_end_has_no_full_stop_of_its_own() {
    let slip = &Phrases::default().slip;
    let asked = slip.request("Đảng ủy phường A", "Ban", "ngày ......");
    assert!(
        asked.ends_with("ngày ......") && !asked.ends_with("......."),
        "{asked}"
    );
    let asked = slip.request("Đảng ủy phường A", "Ban", "ngày 05 tháng 9");
    assert!(asked.ends_with("tháng 9."), "{asked}");
}

#[test]
fn a_form_of_one_field_says_that_enter_is_all() {
    let mut stage = Stage::new();
    stage
        .press("<F11>địa danh<Enter>")
        .sees("Enter, Ctrl-S: ghi · Esc: hủy")
        .misses("ô cuối");
    stage.press("<Esc>dấu thanh<Enter>").sees("Esc hủy ");
}

#[test]
fn a_folder_that_stays_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config.toml");
    let setup = Setup {
        config: Some(config.clone()),
        ..Setup::default()
    };
    let mut stage = stage_in(folder.path(), setup);
    stage
        .press("<F11>thư mục<Enter><Enter>")
        .sees("· Thư mục văn bản: cạnh sổ");
    assert!(!config.exists());
    stage.sees("mặc định");
    stage.press("gõ tiếng<Enter>2").sees("config.toml");
}

#[test]
fn what_a_wrong_configuration_cannot_hold_the_book_remembers() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("c.toml");
    std::fs::write(&config, "lang = ").unwrap();
    let setup = || Setup {
        config: Some(config.clone()),
        ..Setup::default()
    };
    let mut stage = stage_in(folder.path(), setup());
    stage
        .press("<F11>gõ tiếng")
        .sees("mặc định")
        .misses("config.toml");
    stage.press("<Enter>2").sees("nhớ trong sổ");
    drop(stage);
    stage_in(folder.path(), setup())
        .press("<F11>gõ tiếng")
        .sees("nhớ trong sổ");
}

#[cfg(unix)]
#[test]
fn a_limit_of_the_size_of_files_is_told_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_giaoban");
    let run = |script: &str| {
        let mut shell = std::process::Command::new("sh");
        shell
            .args(["-c", script, program])
            .current_dir(folder.path());
        shell.env("HOME", folder.path()).output().unwrap()
    };
    let made = run("\"$0\" demo --meetings 3 --book a.giaoban");
    assert!(made.status.success(), "{made:?}");
    let refused = run("ulimit -f 8; exec \"$0\" minutes --format docx --book a.giaoban -o a.docx");
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert!(told.contains("quá giới hạn"), "{told}");
    assert!(!folder.path().join("a.docx").exists());
}

/// A letter that no paper prints is named at the top of F8 at 80 columns, before signing, and at every export.
#[test]
fn letters_that_no_paper_prints_are_named_wherever_it_goes_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::new();
    stage
        .press("<F4><C-n>")
        .paste("+ Kết nạp 60 ① ☑ ✓ ➢ Ж abc")
        .sees("(1) (v) (v) - Ж abc")
        .press("<Enter><F8>")
        .sees("KHÔNG IN ĐƯỢC 1 CHỖ")
        .sees("Không in được Ж");
    let file = folder.path().join("a.md");
    stage.press("<C-s><C-u>").paste(file.to_str().unwrap());
    stage.press("<Enter>").sees("in là □: Ж");
}
