//! Where titles and heads end: at the same words in every format, and never before a year.
use crate::common::document::{days, of};
use crate::common::docx::{Package, below, style_of, words};
use giaoban::papers::document::{Block, Document, Letterhead};
use giaoban::papers::docx::docx;
use giaoban::papers::markdown::markdown;
use giaoban::papers::pdf::pages;
use giaoban::papers::{plain, screen};
use proptest::prelude::*;

const SUBJECT: &str =
    "kết luận Hội nghị giao ban công tác tổ chức xây dựng Đảng 06 tháng đầu năm 2023";

fn titled(subject: &str) -> Document {
    let title = Block::Title {
        kind: "THÔNG BÁO".to_owned(),
        subject: subject.to_owned(),
    };
    let annex = Block::Annex {
        number: "Phụ lục 1".to_owned(),
        title: format!("{subject} {subject}"),
        is_wide: true,
    };
    let body = Block::Paragraph("Đã họp.".to_owned());
    of(days()[0], vec![title, body.clone(), annex, body])
}

/// The lines of the paragraphs of a style in the DOCX.
fn in_docx(document: &Document, style: &str) -> Vec<String> {
    let package = Package::open(&docx(document).unwrap());
    let main = package.xml("word/document.xml");
    let all = below(main.root(), "p").into_iter();
    let lines = all.filter(|paragraph| style_of(*paragraph) == style);
    let lines: Vec<String> = lines.map(words).collect();
    lines
        .iter()
        .flat_map(|text| text.split('\n'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_title_is_broken_once_for_every_format() {
    let document = titled(SUBJECT);
    let lines = [
        "kết luận Hội nghị giao ban công tác tổ chức",
        "xây dựng Đảng 06 tháng đầu năm 2023",
    ];
    assert_eq!(in_docx(&document, "Subject"), lines);
    let annex = in_docx(&document, "AnnexTitle");
    assert_eq!(annex.len(), 2, "{annex:?}");
    for line in lines
        .iter()
        .copied()
        .chain(annex.iter().map(String::as_str))
    {
        let pages = pages(&document);
        let mut runs = pages.iter().flat_map(|page| &page.runs);
        assert!(runs.any(|run| run.text == line), "{line}");
    }
    assert!(markdown(&document).contains(&format!("**{}\\\n{}**", lines[0], lines[1])));
    let plain = plain::lines(&document, 80);
    let shown = screen::lay_out(&document, 80).lines;
    let shown: Vec<String> = shown.iter().map(|line| line.text().clone()).collect();
    for form in [plain, shown] {
        for line in lines {
            assert!(form.iter().any(|own| own.trim() == line), "{form:?}");
        }
    }
}

/// The heads of a body of Hồ Chí Minh City: the lines on both sides stay whole, the place and the day are parted.
#[test]
fn the_head_gives_each_side_what_stands_in_it() {
    let head = |superior: &str, place: &str| {
        let head = Letterhead {
            superior: superior.to_owned(),
            organ: "BAN TỔ CHỨC".to_owned(),
            number: Some("Số 12-TB/BTCTU".to_owned()),
            place_date: Some(format!("{place}, ngày 13 tháng 7 năm 2023")),
            is_internal: false,
        };
        of(days()[0], vec![Block::Letterhead(head)])
    };
    let city = head("ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH", "Thành phố Hồ Chí Minh");
    let expected = [
        ("Superior", vec!["ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH"]),
        ("Party", vec!["ĐẢNG CỘNG SẢN VIỆT NAM"]),
        (
            "PlaceDate",
            vec!["Thành phố Hồ Chí Minh,", "ngày 13 tháng 7 năm 2023"],
        ),
    ];
    check_head(&city, &expected);
    // The place is parted from the day before a name is broken.
    let ward = head("ĐẢNG BỘ PHƯỜNG LINH XUÂN", "TP. Hồ Chí Minh");
    let expected = [
        ("Superior", vec!["ĐẢNG BỘ PHƯỜNG LINH XUÂN"]),
        (
            "PlaceDate",
            vec!["TP. Hồ Chí Minh,", "ngày 13 tháng 7 năm 2023"],
        ),
    ];
    check_head(&ward, &expected);
    let short = head("THÀNH ỦY THỦ ĐỨC", "TP. Hồ Chí Minh");
    let expected = [(
        "PlaceDate",
        vec!["TP. Hồ Chí Minh, ngày 13 tháng 7 năm 2023"],
    )];
    check_head(&short, &expected);
    let long = head(
        "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG THÀNH PHỐ HỒ CHÍ MINH",
        "Thành phố Hồ Chí Minh",
    );
    let expected = [(
        "Superior",
        vec!["ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG", "THÀNH PHỐ HỒ CHÍ MINH"],
    )];
    check_head(&long, &expected);
}

fn check_head(document: &Document, expected: &[(&str, Vec<&str>)]) {
    let page = pages(document).remove(0);
    for (style, lines) in expected {
        assert_eq!(in_docx(document, style), *lines);
        for line in lines {
            let found = page.runs.iter().find(|run| run.text == *line);
            let run = found.unwrap_or_else(|| panic!("{line} in {:#?}", page.runs));
            let others = page
                .runs
                .iter()
                .filter(|other| other.y == run.y && other.x > run.x);
            for other in others {
                assert!(
                    run.x + run.width + 100.0 < other.x,
                    "{line} | {}",
                    other.text
                );
            }
        }
    }
}

/// A word that no line can hold begins its line, and the line before it keeps its spaces.
#[test]
fn a_line_before_a_word_that_no_line_holds_is_not_stretched() {
    let long = "dài".repeat(60);
    let text = format!("Khó khăn, vướng mắc: {long} đã nêu.");
    let document = of(days()[0], vec![Block::Item(text.clone())]);
    let page = pages(&document).remove(0);
    let first = page.runs.iter().find(|run| run.text.contains("vướng mắc"));
    assert_eq!(first.unwrap().stretch, 0.0);
    let in_docx = in_docx(&document, "Item");
    assert_eq!(in_docx[0], "Khó khăn, vướng mắc:");
    assert_eq!(in_docx.join(" "), text);
}

/// Those who get a document stand beside the one who signs it in the text form too, as on paper.
#[test]
fn recipients_stand_beside_the_signature_in_the_text() {
    let document = crate::common::document::notice(days()[0]);
    let lines = plain::lines(&document, 80);
    let label = lines
        .iter()
        .find(|line| line.contains("Nơi nhận:"))
        .unwrap();
    assert!(label.contains("K/T TRƯỞNG BAN"), "{label}");
    let last = lines.iter().find(|line| line.contains("Lưu Ban Tổ chức"));
    assert!(last.unwrap().starts_with("- "));
    assert!(lines.iter().all(|line| line.chars().count() <= 80));
}

/// A line never ends within a word of several syllables where it can end beside it, on paper as in the preview.
#[test]
fn no_title_parts_a_word_of_several_syllables() {
    for before in [
        "",
        "đính chính ",
        "đính chính Biên bản ",
        "đính chính Thông báo ",
    ] {
        let subject = format!("{before}{SUBJECT}");
        let document = titled(&subject);
        let mut all = vec![in_docx(&document, "Subject")];
        for columns in [46, 54, 62, 76, 86] {
            let layout = screen::lay_out(&document, columns);
            let shown = layout
                .lines
                .iter()
                .map(|line| line.text().trim().to_owned());
            let title = shown.skip_while(|line| line != "THÔNG BÁO").skip(1);
            all.push(title.take_while(|line| !line.starts_with("---")).collect());
        }
        for lines in all {
            for pair in lines.windows(2) {
                let ends = (pair[0].rsplit(' ').next(), pair[1].split(' ').next());
                let parts = [
                    ("công", "tác"),
                    ("tổ", "chức"),
                    ("xây", "dựng"),
                    ("dựng", "Đảng"),
                    ("giao", "ban"),
                    ("Hội", "nghị"),
                    ("Thông", "báo"),
                ];
                let is_parted = parts
                    .iter()
                    .any(|(one, other)| ends == (Some(*one), Some(*other)));
                assert!(!is_parted, "{lines:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_title_ends_with_one_word_or_a_year_alone(words in prop::collection::vec("[a-zà-ỹ]{1,7}", 4..40), year in 2000_u16..2100) {
        let subject = format!("{} năm {year}", words.join(" "));
        let lines = in_docx(&titled(&subject), "Subject");
        prop_assert_eq!(lines.join(" "), subject);
        prop_assert!(lines.iter().all(|line| line.contains(' ')), "{:?}", lines);
        prop_assert!(lines.iter().all(|line| !line.starts_with("20")), "{:?}", lines);
    }
}
