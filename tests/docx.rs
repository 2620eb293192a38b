//! The papers as DOCX: the file is read back and held against its profile, rule by rule (`guide/domain.md` §1.2 to §1.6).
use crate::common::document::{days, head, minutes, notice, of, signature, text};
use crate::common::docx::{
    Package, attribute, below, child, counted, definition, disorder, look, number, property,
    style_of, value, words,
};
use giaoban::papers::document::{Block, Document, Letterhead};
use giaoban::papers::docx::docx;
use giaoban::papers::outline::labelled;
use giaoban::papers::profile::{Element, Page, Profile, all};
use giaoban::papers::typeface::Face;
use proptest::prelude::*;
use roxmltree::Node;

fn package(document: &Document) -> Package {
    Package::open(&docx(document).unwrap())
}

/// Both profiles, each with a notice of its time, read back.
fn notices() -> [(&'static Profile, Package); 2] {
    days().map(|day| {
        let document = notice(day);
        (document.profile(), package(&document))
    })
}

/// Returns the words of every paragraph of a style.
fn said(package: &Package, style: &str) -> Vec<String> {
    let main = package.xml("word/document.xml");
    let of_style = |paragraph: &Node<'_, '_>| style_of(*paragraph) == style;
    let paragraphs = below(main.root(), "p").into_iter().filter(of_style);
    paragraphs
        .map(words)
        .filter(|words| !words.is_empty())
        .collect()
}

/// The parts that every profile writes alike.
const PARTS: [&str; 2] = ["document", "numbering"];

fn name_of(part: &str) -> String {
    format!("docx_{part}")
}

fn styles_of(profile: &Profile) -> String {
    format!("docx_styles_{}", profile.id)
}

/// Returns the names of the parts that are kept.
pub(crate) fn pictures() -> Vec<String> {
    let styles = all().iter().map(styles_of);
    PARTS.into_iter().map(name_of).chain(styles).collect()
}

#[test]
fn the_parts_of_a_file_are_as_they_were() {
    let [old, new] = notices();
    for part in PARTS {
        let lines = old.1.lines(&format!("word/{part}.xml"));
        insta::assert_snapshot!(name_of(part), lines);
    }
    for (profile, package) in [old, new] {
        insta::assert_snapshot!(styles_of(profile), package.lines("word/styles.xml"));
    }
}

#[test]
fn each_element_looks_as_the_profile_has_it() {
    for (profile, package) in notices() {
        let styles = package.xml("word/styles.xml");
        for element in Element::ALL {
            let id = element.name();
            assert_eq!(look(&styles, id), profile.style.of(*element), "{id}");
            let name = value(Some(definition(&styles, id)), "name").unwrap();
            assert!(!name.contains(','), "a comma parts two names: {name}");
        }
        for (derived, element) in [("Item", Element::Body), ("Numbered", Element::Body)] {
            assert_eq!(
                look(&styles, derived),
                profile.style.of(element),
                "{derived}"
            );
        }
    }
}

#[test]
fn every_letter_is_of_one_typeface_and_vietnamese() {
    for (profile, package) in notices() {
        let styles = package.xml("word/styles.xml");
        let fonts = below(styles.root(), "rFonts");
        assert_eq!(fonts.len(), 1, "only the common one names a typeface");
        for of in ["ascii", "hAnsi", "eastAsia", "cs"] {
            assert_eq!(attribute(fonts[0], of), Some(profile.font.as_str()));
        }
        let lang = property(&styles, "Body", "rPr", "lang").unwrap();
        assert_eq!(attribute(lang, "val"), Some("vi-VN"));
        let settings = package.xml("word/settings.xml");
        let lang = below(settings.root(), "themeFontLang").remove(0);
        assert_eq!(attribute(lang, "val"), Some("vi-VN"));
        assert!(package.0["docProps/core.xml"].contains("<dc:language>vi-VN</dc:language>"));
        assert!(package.0["word/theme/theme1.xml"].contains(&profile.font));
        assert!(package.0["word/fontTable.xml"].contains(&profile.font));
    }
}

#[test]
fn each_block_is_a_paragraph_of_its_style_and_no_run_has_a_look_of_its_own() {
    let blocks: &[(&str, &[&str])] = &[
        ("Party", &["ĐẢNG CỘNG SẢN VIỆT NAM"]),
        ("Superior", &["THÀNH ỦY THỦ ĐỨC"]),
        ("Organ", &["BAN TỔ CHỨC"]),
        ("Asterisk", &["*"]),
        ("Number", &["Số 12-TB/BTCTU"]),
        ("PlaceDate", &["Thủ Đức, ngày 11 tháng 7 năm 2023"]),
        ("Draft", &["Dự thảo lần 2"]),
        ("Mark", &["Dự thảo - Dữ liệu mẫu"]),
        ("DocType", &["THÔNG BÁO"]),
        ("Dashes", &["-----"]),
        ("Section", &["Thành phần hội nghị", "Diễn biến hội nghị"]),
        (
            "Heading",
            &["Thành phần triệu tập", "Khai mạc", "Ý kiến trao đổi"],
        ),
        ("Speaker", &["Đồng chí Nguyễn Ví Dụ", "Đồng chí Phạm Ví Dụ"]),
        (
            "Numbered",
            &["Điều thứ nhất;", "Điều thứ hai.", "Lại là điều thứ nhất."],
        ),
        ("Authority", &["K/T TRƯỞNG BAN"]),
        ("Position", &["PHÓ TRƯỞNG BAN"]),
        ("Signer", &["Lê Thị Ví Dụ"]),
        ("RecipientsLabel", &["Nơi nhận:"]),
        ("AnnexNumber", &["Phụ lục 1", "Phụ lục 2"]),
        (
            "AnnexTitle",
            &["Danh sách điểm danh", "Danh sách điểm danh"],
        ),
    ];
    for (_, package) in notices() {
        for (style, expected) in blocks {
            assert_eq!(said(&package, style), *expected, "{style}");
        }
        let main = package.xml("word/document.xml");
        assert_eq!(
            below(main.root(), "rPr"),
            [],
            "no run has a look of its own"
        );
        assert_eq!(below(main.root(), "spacing"), [], "nor has a paragraph");
        assert_eq!(below(main.root(), "jc"), []);
    }
}

#[test]
fn the_page_has_its_size_its_margins_and_its_number_from_the_second_page_on() {
    for (profile, package) in notices() {
        let main = package.xml("word/document.xml");
        let sections = below(main.root(), "sectPr");
        let pages = [profile.page, profile.page, profile.page.turned()];
        assert_eq!(sections.len(), pages.len());
        for (place, (section, page)) in sections.iter().zip(pages).enumerate() {
            assert_page(*section, page);
            let is_turned = page.width > page.height;
            let size = child(*section, "pgSz").unwrap();
            assert_eq!(attribute(size, "orient"), is_turned.then_some("landscape"));
            // Only the first page of all is without a number, and the numbers go on.
            let is_bare = child(*section, "titlePg").is_some();
            assert_eq!(is_bare, place == 0 && profile.page.number_from_page == 2);
            assert!(child(*section, "pgNumType").is_none());
            let header = child(*section, "headerReference").unwrap();
            assert_eq!(attribute(header, "type"), Some("default"));
        }
        let header = package.xml("word/header1.xml");
        let paragraph = below(header.root(), "p").remove(0);
        assert_eq!(style_of(paragraph), "PageNumber");
        let field = below(paragraph, "fldSimple").remove(0);
        assert_eq!(attribute(field, "instr").map(str::trim), Some("PAGE"));
    }
}

fn assert_page(section: Node<'_, '_>, page: Page) {
    let of = |element, name| number(child(section, element).unwrap(), name).unwrap();
    let read = Page {
        width: of("pgSz", "w").try_into().unwrap(),
        height: of("pgSz", "h").try_into().unwrap(),
        top: of("pgMar", "top").try_into().unwrap(),
        bottom: of("pgMar", "bottom").try_into().unwrap(),
        left: of("pgMar", "left").try_into().unwrap(),
        right: of("pgMar", "right").try_into().unwrap(),
        number_from_edge: of("pgMar", "header").try_into().unwrap(),
        ..page
    };
    assert_eq!(read, page);
    assert_eq!(of("pgMar", "gutter"), 0);
}

#[test]
fn the_rule_is_as_long_as_the_name_of_the_party() {
    for (profile, package) in notices() {
        let styles = package.xml("word/styles.xml");
        let indent = property(&styles, "PartyRule", "pPr", "ind").unwrap();
        let of = |name| number(indent, name).unwrap();
        let length = u32::from(profile.head.right_column) - of("left") - of("right");
        let style = profile.style.party;
        let text = Face::of(style).width(&profile.head.party, style.size);
        assert!(length.abs_diff(text) <= 1, "{length} for {text}");
        assert!(
            length.abs_diff(4120) <= 20,
            "{length}: with its letters drawn together it measured 4120 (guide/domain.md §1.3)"
        );
        let border = property(&styles, "PartyRule", "pPr", "pBdr").unwrap();
        assert_eq!(border.children().count(), 1);
        let top = child(border, "top").unwrap();
        assert_eq!(attribute(top, "val"), Some("single"));
        let gap = property(&styles, "PartyRule", "pPr", "spacing").unwrap();
        assert_eq!(
            number(gap, "before"),
            Some(u32::from(profile.head.rule_gap) * 20)
        );
        assert!(property(&styles, "Party", "rPr", "u").is_none());
        // It stands right under the name, in the right column.
        let main = package.xml("word/document.xml");
        let cell = below(main.root(), "tc").remove(1);
        let under: Vec<&str> = below(cell, "p").into_iter().map(style_of).collect();
        assert_eq!(under, ["Party", "PartyRule"]);
    }
}

#[test]
fn head_and_names_stand_in_two_columns_without_lines() {
    for (profile, package) in notices() {
        let main = package.xml("word/document.xml");
        let styles = package.xml("word/styles.xml");
        let tables = below(main.root(), "tbl");
        for table in [tables[0], tables[1]] {
            let columns: Vec<u32> = below(table, "gridCol")
                .into_iter()
                .filter_map(|column| number(column, "w"))
                .collect();
            let of = [profile.head.left_column, profile.head.right_column];
            assert_eq!(columns, of.map(u32::from));
            let style = value(child(table, "tblPr"), "tblStyle").unwrap();
            assert!(below(definition(&styles, style), "tblBorders").is_empty());
            for row in below(table, "tr") {
                let kept = child(row, "trPr").and_then(|row| child(row, "cantSplit"));
                assert!(kept.is_some(), "a block of names stays on one page");
            }
        }
        // Whoever receives stands level with whoever signs, and the last words stay with them.
        let left = below(tables[1], "tc").remove(0);
        assert_eq!(words(below(left, "p")[0]), profile.end.recipients_label);
        let before: Vec<Node<'_, '_>> = tables[1].prev_siblings().skip(1).take(2).collect();
        for paragraph in before {
            assert!(child(child(paragraph, "pPr").unwrap(), "keepNext").is_some());
        }
    }
}

#[test]
fn a_number_has_no_colon_and_marks_stand_between_those_who_receive() {
    let marks = [(",", "."), (";", ".")];
    for ((profile, package), (between, last)) in notices().into_iter().zip(marks) {
        assert_eq!(said(&package, "Number"), ["Số 12-TB/BTCTU"]);
        assert_eq!(profile.end.recipient_separator, between);
        assert_eq!(
            said(&package, "Recipients"),
            [
                format!("- Thường trực Thành ủy{between}"),
                format!("- Đảng ủy 34 phường{between}"),
                format!("- Lưu Ban Tổ chức{last}"),
            ]
        );
        let main = &package.0["word/document.xml"];
        assert!(!main.contains("./."));
        assert!(!main.contains("Số:"));
    }
}

#[test]
fn there_is_room_for_a_signature_and_only_the_head_may_have_a_bold_office() {
    for day in days() {
        for (is_bold, authority, style) in [
            (true, None, "PositionBold"),
            (false, None, "Position"),
            (true, Some("T/L TRƯỞNG BAN"), "Position"),
        ] {
            let mut document = of(
                day,
                vec![Block::Closing {
                    recipients: vec!["Lưu".to_owned()],
                    signature: signature(authority, Some("TRƯỞNG BAN"), "Lê Thị Ví Dụ"),
                }],
            );
            document.house.bold_position = is_bold;
            let package = package(&document);
            assert_eq!(said(&package, style), ["TRƯỞNG BAN"]);
            let main = package.xml("word/document.xml");
            let right = below(main.root(), "tc").remove(1);
            let lines: Vec<String> = below(right, "p").into_iter().map(words).collect();
            let empty = lines.iter().filter(|line| line.is_empty()).count();
            assert_eq!(empty, usize::from(document.profile().end.signature_lines));
            assert_eq!(lines.last().unwrap(), "Lê Thị Ví Dụ");
        }
        let bold = package(&minutes(day));
        let styles = bold.xml("word/styles.xml");
        assert!(look(&styles, "PositionBold").bold && !look(&styles, "Position").bold);
    }
}

#[test]
fn the_names_under_minutes_stand_on_one_line() {
    let package = package(&minutes(days()[0]));
    let main = package.xml("word/document.xml");
    let table = below(main.root(), "tbl").remove(1);
    let sides: Vec<Vec<String>> = below(table, "tc")
        .into_iter()
        .map(|cell| below(cell, "p").into_iter().map(words).collect())
        .collect();
    assert_eq!(sides[0].len(), sides[1].len());
    assert_eq!(sides[0][0], "NGƯỜI GHI BIÊN BẢN");
    assert_eq!(sides[1][..2], ["CHỦ TRÌ HỘI NGHỊ", "TRƯỞNG BAN"]);
}

#[test]
fn a_table_is_as_wide_as_the_text_and_its_heading_comes_again() {
    for (profile, package) in notices() {
        let main = package.xml("word/document.xml");
        let styles = package.xml("word/styles.xml");
        let tables = below(main.root(), "tbl");
        let pages = [profile.page, profile.page.turned()];
        for (table, page) in tables[2..].iter().zip(pages) {
            let columns: Vec<u32> = below(*table, "gridCol")
                .into_iter()
                .filter_map(|column| number(column, "w"))
                .collect();
            let text = u32::from(page.text());
            assert_eq!(columns.iter().sum::<u32>(), text);
            for (column, share) in columns.iter().zip([65, 635, 300]) {
                assert!(column.abs_diff(text * share / 1000) <= 1);
            }
            let rows = below(*table, "tr");
            let of = |row, name| child(row, "trPr").and_then(|row| child(row, name));
            for (place, row) in rows.iter().enumerate() {
                let repeats = of(*row, "tblHeader").is_some();
                assert_eq!(repeats, place == 0 && profile.table.repeats_head);
                assert!(of(*row, "cantSplit").is_some());
            }
            let style = definition(&styles, value(child(*table, "tblPr"), "tblStyle").unwrap());
            let lines = below(style, "tblBorders").remove(0);
            for line in lines.children() {
                let eighths = u32::from(profile.table.border_eighths);
                assert_eq!(number(line, "sz"), Some(eighths));
            }
            assert_eq!(lines.children().count(), 6);
            for margin in below(style, "tblCellMar").remove(0).children() {
                let read = number(margin, "w");
                assert_eq!(read, Some(u32::from(profile.table.cell_margin)));
            }
        }
    }
}

#[test]
fn the_pane_of_headings_shows_sections_headings_speakers_and_annexes() {
    let (_, package) = &notices()[0];
    let styles = package.xml("word/styles.xml");
    for element in Element::ALL {
        let level = property(&styles, element.name(), "pPr", "outlineLvl");
        let expected = match element.name() {
            "Section" | "AnnexNumber" => Some(0),
            "Heading" | "AnnexTitle" => Some(1),
            "Speaker" => Some(2),
            _ => None,
        };
        assert_eq!(
            level.and_then(|level| number(level, "val")),
            expected,
            "{element:?}"
        );
    }
}

#[test]
fn an_hour_behind_a_section_keeps_its_letters() {
    let blocks = vec![Block::Section("Kết luận (10 giờ 00)".to_owned())];
    let package = package(&of(days()[0], blocks));
    let main = package.xml("word/document.xml");
    let runs = below(main.root(), "r");
    assert_eq!(runs.len(), 2);
    let caps = value(child(runs[1], "rPr"), "caps");
    assert_eq!((words(runs[1]).as_str(), caps), (" (10 giờ 00)", Some("0")));
}

#[test]
fn the_house_decides_on_dashes_and_on_both_sides() {
    for (dashes, two_sided) in [(true, false), (false, true)] {
        let mut document = notice(days()[0]);
        (document.house.dashes, document.house.two_sided) = (dashes, two_sided);
        let package = package(&document);
        assert_eq!(said(&package, "Dashes").len(), usize::from(dashes));
        let settings = &package.0["word/settings.xml"];
        assert_eq!(settings.contains("<w:mirrorMargins/>"), two_sided);
        assert!(settings.contains(r#"w:name="compatibilityMode""#));
        assert!(settings.contains("<w:hideSpellingErrors/><w:hideGrammaticalErrors/>"));
    }
}

#[test]
fn the_file_says_what_it_is_and_the_same_document_is_the_same_bytes() {
    let document = notice(days()[1]);
    assert_eq!(docx(&document).unwrap(), docx(&document).unwrap());
    let package = package(&document);
    let core = package.xml("docProps/core.xml");
    let of = |name: &str| {
        let all = core.descendants();
        let found = all.into_iter().find(|node| node.tag_name().name() == name);
        found
            .and_then(|node| node.text().map(str::to_owned))
            .unwrap()
    };
    assert_eq!(of("title"), document.title);
    assert_eq!(of("creator"), document.author);
    for time in ["created", "modified"] {
        assert_eq!(of(time), format!("{}T00:00:00Z", document.dated));
    }
    // Each part is named in the list of contents, and each relation leads to a part.
    let contents = &package.0["[Content_Types].xml"];
    for name in package.0.keys().filter(|name| !name.contains(".rels")) {
        let is_named = contents.contains(&format!("PartName=\"/{name}\""));
        assert!(is_named || name == "[Content_Types].xml", "{name}");
    }
    for target in ["styles", "numbering", "settings", "fontTable", "header1"] {
        assert!(package.0["word/_rels/document.xml.rels"].contains(&format!("{target}.xml")));
    }
}

#[test]
fn what_is_long_or_strange_stays_readable() {
    let mut blocks = head();
    let long = Letterhead {
        superior: "THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH".to_owned(),
        organ: "BAN TỔ CHỨC".to_owned(),
        number: None,
        place_date: Some("Thành phố Hồ Chí Minh, ngày 11 tháng 7 năm 2023".to_owned()),
        is_internal: false,
    };
    blocks[0] = Block::Letterhead(long);
    let strange = "a <b> & \"c\" \u{1}\u{7f}\u{fffe}😀\tcột\ndòng, theo Quy định 58-QĐ/TW - xã hội";
    blocks.push(Block::Paragraph(strange.to_owned()));
    blocks.push(Block::Paragraph("Dài ".repeat(5000)));
    let package = package(&of(days()[0], blocks));
    // The day is not parted.
    assert_eq!(
        said(&package, "PlaceDate"),
        ["Thành phố Hồ Chí Minh,\nngày 11 tháng 7 năm 2023"]
    );
    let body = said(&package, "Body");
    assert_eq!(
        body[0],
        "a <b> & \"c\" \u{7f}😀\tcột\ndòng, theo Quy định 58-QĐ/TW - xã hội"
    );
    assert_eq!(body[1].chars().count(), 20_000);
    let main = &package.0["word/document.xml"];
    assert!(main.contains("theo Quy định 58-QĐ/TW - xã hội"));
    assert!(main.contains("<w:br/>") && main.contains("<w:tab/>"));
}

#[test]
fn a_row_that_no_page_could_hold_may_be_divided_and_every_row_has_every_cell() {
    let mut annex = crate::common::document::annex("Phụ lục", false, 3);
    if let Some(Block::Table(table)) = annex.get_mut(1) {
        table.rows[0].cells[1] = "rất dài ".repeat(2000);
        table.rows[1].cells.truncate(1);
        table.rows[2].cells.push("thừa".to_owned());
    }
    let package = package(&of(days()[0], annex));
    let main = package.xml("word/document.xml");
    let rows = below(main.root(), "tr");
    let kept: Vec<bool> = rows
        .iter()
        .map(|row| !below(*row, "cantSplit").is_empty())
        .collect();
    assert_eq!(kept, [true, false, true, true]);
    assert!(rows.iter().all(|row| below(*row, "tc").len() == 3));
}

#[test]
fn an_annex_begins_a_page_but_not_behind_a_mark_alone_and_tables_stay_apart() {
    let mut blocks = vec![Block::Mark("Dữ liệu mẫu".to_owned())];
    blocks.extend(crate::common::document::annex("Phụ lục", true, 1));
    let one = package(&of(days()[0], blocks.clone()));
    let main = one.xml("word/document.xml");
    let sections = below(main.root(), "sectPr");
    assert_eq!(sections.len(), 1);
    assert_page(sections[0], notices()[0].0.page.turned());
    let table = blocks.remove(2);
    let two = package(&of(days()[0], vec![table.clone(), table]));
    let main = two.xml("word/document.xml");
    for table in below(main.root(), "tbl") {
        let next = table.next_sibling().unwrap();
        assert!(next.has_tag_name((next.tag_name().namespace().unwrap(), "p")));
    }
    let nothing = package(&of(days()[0], Vec::new()));
    assert_eq!(below(nothing.xml("word/document.xml").root(), "p").len(), 1);
}

#[test]
fn every_part_follows_the_order_of_the_schema() {
    let mut documents: Vec<Document> = days()
        .into_iter()
        .flat_map(|day| [notice(day), minutes(day)])
        .collect();
    documents[0].house.two_sided = true;
    documents[1]
        .pieces
        .insert(0, Block::Speaker("Đồng chí Ví Dụ".to_owned()).into());
    documents.push(of(days()[0], Vec::new()));
    for document in documents {
        let package = package(&document);
        for name in package.0.keys().filter(|name| name.starts_with("word/")) {
            assert_eq!(disorder(&package.xml(name)), Vec::<String>::new(), "{name}");
        }
    }
}

/// A block of each kind that counts, or ends a count.
fn counting() -> impl Strategy<Value = Block> {
    (0..8_u8).prop_map(|kind| {
        let words = "Lời".to_owned();
        match kind {
            0 => Block::Section(words),
            1 | 2 => Block::Heading(words),
            3 => Block::Speaker(words),
            4 | 5 => Block::Numbered(words),
            6 => Block::Item(words),
            _ => Block::Annex {
                number: "Phụ lục".to_owned(),
                title: words,
                is_wide: false,
            },
        }
    })
}

proptest! {
    #[test]
    fn word_counts_as_every_other_renderer(blocks in prop::collection::vec(counting(), 0..40)) {
        assert_counts(&of(days()[0], blocks));
    }
}

#[test]
fn word_counts_a_notice_and_minutes() {
    for day in days() {
        assert_counts(&notice(day));
        assert_counts(&minutes(day));
        assert_counts(&of(day, text()));
    }
}

/// Compares what stands before each numbered block with the counter of the other renderers.
fn assert_counts(document: &Document) {
    let outline = &document.profile().outline;
    let expected: Vec<String> = labelled(&document.pieces, outline)
        .filter_map(|(label, piece)| match &piece.block {
            Block::Section(text)
            | Block::Heading(text)
            | Block::Speaker(text)
            | Block::Numbered(text)
            | Block::Item(text) => Some(format!("{} {text}", label.unwrap_or_default())),
            Block::Letterhead(_)
            | Block::Draft(_)
            | Block::Mark(_)
            | Block::Title { .. }
            | Block::Paragraph(_)
            | Block::Annex { .. }
            | Block::Table(_)
            | Block::Plate(_)
            | Block::Signatures { .. }
            | Block::Closing { .. } => None,
        })
        .collect();
    let package = package(document);
    let main = package.xml("word/document.xml");
    let styles = below(main.root(), "p").into_iter().map(style_of);
    let seen: Vec<String> = styles
        .zip(counted(&package))
        .filter(|(style, _)| ["Section", "Heading", "Speaker", "Numbered", "Item"].contains(style))
        .map(|(_, (label, words))| format!("{label} {words}").trim_start().to_owned())
        .collect();
    assert_eq!(seen, expected);
}

/// Wherever a symbol stands in its line, it is written as it was typed; where a line would end inside it, the space
/// before it fills the line.
#[test]
fn a_symbol_is_the_letters_that_were_typed() {
    let mut wide = 0;
    for length in 1..80 {
        let text = format!("{} 58-QĐ/TW và Số 05-QC/BTCTU-BDVTU", "a".repeat(length));
        let text = format!("Theo các quy định {text} của Ban Tổ chức {text}");
        let mut blocks = head();
        blocks.push(Block::Paragraph(text.clone()));
        blocks.push(Block::Item(text.clone()));
        let package = package(&of(days()[0], blocks));
        // A word that no line holds begins one: the break stands for the space before it.
        assert_eq!(said(&package, "Body")[0].replace('\n', " "), text);
        let main = &package.0["word/document.xml"];
        assert!(!main.contains("noBreakHyphen") && !main.contains('\u{2060}'));
        wide += main.matches("<w:spacing w:val=").count();
    }
    assert!(wide > 20, "{wide}");
}
