//! The letterhead: nothing of it is cut in any form, and its two sides never touch.

mod common;

use common::document::{head, of};
use giaoban::papers::document::{Block, Document, Letterhead};
use giaoban::papers::markdown::markdown;
use giaoban::papers::{docx, pdf, plain, screen};

const ORGAN: &str = "ĐẢNG ỦY ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH";
const NUMBER: &str = "Số 12-BB/ĐUUBNDTPHCM-BTGDV-VPĐU-TH";

fn paper(superior: &str, organ: &str, number: &str, place_date: &str) -> Document {
    let mut blocks = head();
    blocks[0] = Block::Letterhead(Letterhead {
        superior: superior.to_owned(),
        organ: organ.to_owned(),
        number: Some(number.to_owned()),
        place_date: Some(place_date.to_owned()),
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
    let package = common::docx::Package::open(&docx::docx(&paper).unwrap());
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
