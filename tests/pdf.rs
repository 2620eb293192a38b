//! A document on pages: where everything stands, that nothing is lost, and what the file holds.
use chrono::NaiveDate;
use giaoban::papers::document::{
    Block, Column, Document, House, Letterhead, Piece, Row, Signature, Table,
};
use giaoban::papers::pdf::{Page, Run, pages, pdf};
use giaoban::papers::symbol;
use giaoban::papers::typeface::Face;
use giaoban::text::clean::composed_text;
use proptest::prelude::*;

const SENTENCE: &str = "Khẩn trương triển khai, hướng dẫn quần chúng ưu tú khai lý lịch theo Quy định số \
    58-QĐ/TW, kịp thời gửi về Ban Tổ chức Thành ủy Thủ Đức, đồng thời đẩy mạnh công tác thẩm tra, xác minh.";

/// Half a twip is nothing that an eye or a printer sees.
const HAIR: f64 = 0.5;

fn on(day: &str, blocks: Vec<Block>) -> Document {
    Document {
        title: "Biên bản Hội nghị giao ban".to_owned(),
        author: "Ban Tổ chức Thành ủy Thủ Đức".to_owned(),
        dated: day.parse::<NaiveDate>().unwrap(),
        house: House::default(),
        pieces: blocks.into_iter().map(Piece::from).collect(),
    }
}

fn document(blocks: Vec<Block>) -> Document {
    on("2023-07-11", blocks)
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.to_owned())
}

fn head() -> Vec<Block> {
    vec![
        Block::Letterhead(Letterhead {
            superior: "Thành ủy Thủ Đức".to_owned(),
            organ: "Ban Tổ chức".to_owned(),
            number: Some("Số 12-BB/BTCTU".to_owned()),
            place_date: Some("Thủ Đức, ngày 11 tháng 7 năm 2023".to_owned()),
            is_internal: false,
        }),
        Block::Draft("Dự thảo lần 2".to_owned()),
        Block::Mark("Dữ liệu mẫu".to_owned()),
        Block::Title {
            kind: "Biên bản".to_owned(),
            subject: "Hội nghị giao ban công tác tổ chức xây dựng Đảng 06 tháng đầu năm 2023"
                .to_owned(),
        },
    ]
}

fn signature(authority: Option<&str>, position: Option<&str>, name: &str) -> Signature {
    Signature {
        authority: authority.map(str::to_owned),
        position: position.map(str::to_owned),
        name: name.to_owned(),
    }
}

fn signatures() -> Block {
    Block::Signatures {
        left: signature(Some("Người ghi biên bản"), None, "Họ Tên Mẫu Hai"),
        right: signature(Some("Chủ trì hội nghị"), None, "Phan Thị Kim Sinh"),
    }
}

fn closing() -> Block {
    let who = [
        "Thường trực Thành ủy (báo cáo)",
        "Đảng ủy 34 phường",
        "Lưu Ban Tổ chức Thành ủy",
    ];
    Block::Closing {
        recipients: who.map(str::to_owned).into(),
        signature: signature(Some("K/T Trưởng Ban"), Some("Phó Trưởng Ban"), "Họ Tên Mẫu"),
    }
}

fn table(rows: usize, cell: &str) -> Table {
    let column = |title: &str, width: u16| Column {
        title: title.to_owned(),
        width,
    };
    let row = |number: usize| Row {
        cells: vec![format!("{number:02}"), cell.to_owned(), SENTENCE.to_owned()],
        source: None,
    };
    Table {
        columns: vec![
            column("TT", 65),
            column("Đơn vị", 285),
            column("Nội dung", 650),
        ],
        rows: (1..=rows).map(row).collect(),
        total: Some("Triệu tập 34 - Có mặt 33 - Vắng 01.".to_owned()),
    }
}

fn annex(number: usize, is_wide: bool) -> Block {
    Block::Annex {
        number: format!("Phụ lục {number}"),
        title: "Danh sách điểm danh".to_owned(),
        is_wide,
    }
}

/// Minutes with so many speakers, and everything that a document can have.
fn minutes(speakers: usize) -> Vec<Block> {
    let mut blocks = head();
    blocks.push(Block::Section("Diễn biến hội nghị".to_owned()));
    blocks.push(Block::Heading("Ý kiến trao đổi, thảo luận".to_owned()));
    for _ in 0..speakers {
        blocks.push(Block::Speaker(
            "Đồng chí Họ Tên Mẫu, Bí thư Đảng ủy phường Mẫu".to_owned(),
        ));
        blocks.push(Block::Item(SENTENCE.to_owned()));
        blocks.push(Block::Numbered(SENTENCE.repeat(2)));
    }
    blocks.extend([signatures(), closing()]);
    blocks.extend([
        annex(1, false),
        Block::Table(table(40, "Đảng ủy phường Mẫu")),
    ]);
    blocks.extend([
        annex(2, true),
        Block::Table(table(40, "Đảng ủy phường Mẫu")),
    ]);
    blocks
}

fn run<'a>(page: &'a Page, text: &str) -> &'a Run {
    let found = page.runs.iter().find(|run| run.text == text);
    found.unwrap_or_else(|| panic!("no {text:?} in {:#?}", page.runs))
}

fn right(run: &Run) -> f64 {
    run.x + run.width
}

fn middle(run: &Run) -> f64 {
    run.x + run.width / 2.0
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= HAIR
}

/// Returns the text of pages without its spaces.
fn letters(pages: &[Page]) -> String {
    let runs = pages.iter().flat_map(|page| &page.runs);
    runs.flat_map(|run| run.text.split_whitespace()).collect()
}

fn without_spaces(text: &str) -> String {
    composed_text(text).split_whitespace().collect()
}

fn sorted(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters
}

/// Nothing stands outside the margins, but the number in the one at the top.
fn check_margins(pages: &[Page]) {
    for page in pages {
        let form = page.form;
        let (left, top) = (f64::from(form.left), f64::from(form.top));
        let (edge, foot) = (form.width - form.right, form.height - form.bottom);
        for run in &page.runs {
            let size = f64::from(run.size) * 20.0;
            assert!(run.x >= left - HAIR, "{run:?}");
            assert!(right(run) <= f64::from(edge) + HAIR, "{run:?}");
            assert!(run.y >= top + size / 2.0, "{run:?}");
            assert!(run.y <= f64::from(foot) - size / 5.0, "{run:?}");
        }
        for rule in &page.rules {
            assert!(rule.x >= left - HAIR && rule.y >= top - HAIR, "{rule:?}");
            assert!(rule.x + rule.width <= f64::from(edge) + HAIR, "{rule:?}");
            assert!(rule.y + rule.height <= f64::from(foot) + HAIR, "{rule:?}");
        }
    }
}

#[test]
fn the_letterhead_stands_in_two_columns() {
    let pages = pages(&document(head()));
    let [page] = pages.as_slice() else {
        panic!("one page");
    };
    let profile = document(Vec::new()).profile();
    let party = run(page, "ĐẢNG CỘNG SẢN VIỆT NAM");
    let rule = page.rules.iter().find(|rule| rule.x == party.x).unwrap();
    assert_eq!(rule.width, party.width, "the rule is as long as the name");
    let name = Face::Bold.width("ĐẢNG CỘNG SẢN VIỆT NAM", 15);
    assert!((rule.width - f64::from(name)).abs() < 1.0);
    assert!(rule.y > party.y && rule.y < party.y + 160.0);
    let superior = run(page, "THÀNH ỦY THỦ ĐỨC");
    let organ = run(page, "BAN TỔ CHỨC");
    let asterisk = run(page, "*");
    let number = run(page, "Số 12-BB/BTCTU");
    let place = run(page, "Thủ Đức, ngày 11 tháng 7 năm 2023");
    assert_eq!((superior.face, superior.size), (Face::Regular, 14));
    assert_eq!((organ.face, organ.size), (Face::Bold, 14));
    assert_eq!((place.face, party.size), (Face::Italic, 15));
    assert_eq!(number.y, place.y, "number and place stand on one line");
    let left = f64::from(profile.page.left) + f64::from(profile.head.left_column) / 2.0;
    for line in [superior, organ, asterisk, number] {
        assert!(is_near(middle(line), left), "{line:?}");
    }
    assert!(is_near(middle(place), middle(party)));
    assert!(organ.y > superior.y && asterisk.y > organ.y && number.y > asterisk.y);
    assert!(rule.y < place.y);
}

#[test]
fn the_title_stands_in_the_middle_over_its_hyphens() {
    let mut document = document(head());
    let first = pages(&document).remove(0);
    let centre = f64::from(first.form.left) + f64::from(first.form.text()) / 2.0;
    for text in ["Dự thảo lần 2", "DỮ LIỆU MẪU", "BIÊN BẢN", "-----"] {
        assert!(is_near(middle(run(&first, text)), centre), "{text}");
    }
    document.house.dashes = false;
    assert!(!letters(&pages(&document)).contains("-----"));
}

/// Nothing but a year stands alone under a title.
#[test]
fn a_title_that_wraps_is_broken_in_lines_of_one_length() {
    let title = |subject: &str| {
        document(vec![Block::Title {
            kind: "Thông báo".to_owned(),
            subject: subject.to_owned(),
        }])
    };
    let subject = "kết luận của đồng chí Phan Thị Kim Sinh tại Hội nghị giao ban công tác tổ chức xây dựng \
        Đảng 06 tháng đầu năm 2023";
    let first = pages(&title(subject)).remove(0);
    let lines: Vec<&Run> = first.runs.iter().skip(1).take(2).collect();
    let widths: Vec<f64> = lines.iter().map(|line| line.width).collect();
    assert!(
        (widths[0] - widths[1]).abs() < 1600.0,
        "{lines:?} are as long as one another"
    );
    let all = letters(&pages(&title(subject)));
    assert!(
        without_spaces(&all).contains(&without_spaces(subject)),
        "{all}"
    );
}

#[test]
fn a_framed_mark_has_four_rules_around_it() {
    let page = pages(&document(vec![Block::Mark("Dữ liệu mẫu".to_owned())])).remove(0);
    let mark = run(&page, "DỮ LIỆU MẪU");
    assert_eq!(page.rules.len(), 4);
    let all = page.rules.iter();
    let left = all.clone().map(|rule| rule.x).fold(f64::MAX, f64::min);
    let end = all.map(|rule| rule.x + rule.width).fold(0.0, f64::max);
    assert!(left < mark.x && end > right(mark) && end - left < mark.width + 600.0);
}

#[test]
fn capitals_end_before_an_hour_in_brackets() {
    let text = "Kết luận của chủ trì hội nghị (10 giờ 00)";
    let page = pages(&document(vec![Block::Section(text.to_owned())])).remove(0);
    assert_eq!(
        page.runs[0].text,
        "I- KẾT LUẬN CỦA CHỦ TRÌ HỘI NGHỊ (10 giờ 00)"
    );
}

#[test]
fn paragraphs_stand_between_both_edges_on_exact_lines() {
    for (day, height) in [("2023-07-11", 360.0), ("2026-06-01", 380.0)] {
        let page = pages(&on(day, vec![paragraph(&SENTENCE.repeat(3))])).remove(0);
        let edge = f64::from(page.form.width - page.form.right);
        let (last, full) = page.runs.split_last().unwrap();
        assert!(full.len() > 3);
        assert_eq!(full[0].x, f64::from(page.form.left) + 567.0, "10 mm");
        assert!(
            full.iter()
                .skip(1)
                .all(|run| run.x == f64::from(page.form.left))
        );
        assert!(full.iter().all(|run| is_near(right(run), edge)));
        assert!(right(last) < edge && last.stretch == 0.0);
        let steps = page.runs.windows(2).map(|pair| pair[1].y - pair[0].y);
        assert!(steps.into_iter().all(|step| step == height));
    }
}

#[test]
fn a_hyphen_before_a_line_is_always_as_far_from_it() {
    let lines = (0..40).map(|n| Block::Item(SENTENCE.repeat(1 + n % 3).repeat(2)));
    let pages = pages(&document(lines.collect()));
    let firsts = pages.iter().flat_map(|page| &page.runs);
    let firsts: Vec<_> = firsts.filter(|run| run.text.starts_with("- ")).collect();
    assert_eq!(firsts.len(), 40);
    assert!(firsts.iter().all(|run| run.stiff == 1 && run.stretch > 0.0));
}

#[test]
fn lines_break_behind_hyphens_but_not_in_symbols() {
    for symbol in [
        "58-QĐ/TW",
        "12-BB/BTCTU",
        "05-QC/BTCTU-BDVTU",
        "30/2020/NĐ-CP",
        "......-TB/TU",
        "VM-008",
        "11-7-2023",
    ] {
        let count = symbol::hyphens(symbol).count();
        assert_eq!(count, symbol.matches('-').count(), "{symbol}");
        for lead in 0..90 {
            let text = format!("{} Quy định {symbol}", "a".repeat(lead));
            let pages = pages(&document(vec![paragraph(&text)]));
            assert!(
                pages[0].runs.iter().any(|run| run.text.contains(symbol)),
                "{text}"
            );
        }
    }
    assert_eq!(
        symbol::hyphens("chính trị-xã hội, 2021-2025, A-B").count(),
        0
    );
    let is_parted = (0..60).any(|lead| {
        let text = format!("{}chính-trị", "a ".repeat(lead));
        let pages = pages(&document(vec![paragraph(&text)]));
        pages[0].runs[0].text.ends_with("chính-")
    });
    assert!(is_parted);
}

#[test]
fn pages_are_numbered_from_the_second_on() {
    let document = document(minutes(30));
    let pages = pages(&document);
    assert!(pages.len() > 10);
    assert!(pages[0].number.is_none());
    for (count, page) in (1..).zip(&pages).skip(1) {
        let number = page.number.as_ref().unwrap();
        assert_eq!(number.text, count.to_string());
        assert_eq!((number.face, number.size), (Face::Regular, 14));
        let text = f64::from(page.form.left) + f64::from(page.form.text()) / 2.0;
        assert!(is_near(middle(number), text));
        assert!(
            number.y > 567.0 && number.y < 567.0 + 14.0 * 20.0,
            "10 mm from the edge"
        );
    }
    check_margins(&pages);
}

#[test]
fn a_table_has_its_heading_on_each_page_and_whole_rows() {
    let pages = pages(&document(vec![Block::Table(table(
        60,
        "Đảng ủy phường Mẫu",
    ))]));
    assert!(pages.len() > 3);
    for page in &pages {
        let titles = page.runs.iter().filter(|run| run.text == "Đơn vị");
        assert_eq!(titles.count(), 1);
        let numbers = page
            .runs
            .iter()
            .filter(|run| run.text.len() == 2 && run.text.parse::<u32>().is_ok());
        let sentences = page
            .runs
            .iter()
            .filter(|run| run.text.starts_with("Khẩn trương"));
        let ends = page.runs.iter().filter(|run| run.text.ends_with("minh."));
        let counts = [numbers.count(), sentences.count(), ends.count()];
        assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
    }
    let last = pages.last().unwrap();
    assert!(last.runs.len() > 4, "the line under a table is not alone");
    check_margins(&pages);
}

#[test]
fn a_row_higher_than_a_page_is_parted_and_nothing_of_it_is_lost() {
    let long = SENTENCE.repeat(60);
    let one = Table {
        total: None,
        ..table(1, &long)
    };
    let pages = pages(&document(vec![Block::Table(one.clone())]));
    assert!(pages.len() > 2);
    check_margins(&pages);
    let heading = one.columns.iter().map(|column| column.title.as_str());
    let mut expected = heading.collect::<String>().repeat(pages.len());
    expected.extend(one.rows[0].cells.iter().map(String::as_str));
    assert_eq!(sorted(&letters(&pages)), sorted(&without_spaces(&expected)));
}

#[test]
fn what_leads_stays_with_what_follows() {
    for speakers in 1..12 {
        for page in pages(&document(minutes(speakers))) {
            let last = page.runs.iter().max_by(|a, b| a.y.total_cmp(&b.y)).unwrap();
            assert!(
                last.face == Face::Regular
                    || last.text.contains("Họ Tên")
                    || last.text.contains("Sinh"),
                "{last:?}"
            );
        }
    }
}

#[test]
fn two_lines_of_a_paragraph_stay_together() {
    for lead in 24..40 {
        let mut blocks = vec![paragraph("Một dòng."); lead];
        blocks.push(paragraph(&SENTENCE.repeat(4)));
        let pages = pages(&document(blocks));
        for page in pages {
            let long = page.runs.iter().filter(|run| run.text != "Một dòng.");
            assert_ne!(long.count(), 1, "after {lead} lines");
        }
    }
}

#[test]
fn those_who_sign_stand_together_and_not_alone() {
    for lead in 24..44 {
        let mut blocks = vec![paragraph("Một dòng."); lead];
        blocks.push(closing());
        let pages = pages(&document(blocks));
        let last = pages.last().unwrap();
        assert!(last.runs.iter().any(|run| run.text == "Một dòng."));
        let label = run(last, "Nơi nhận:");
        let authority = run(last, "K/T TRƯỞNG BAN");
        assert_eq!(label.y, authority.y, "both sides begin on one line");
        let line = last.rules.iter().find(|rule| rule.x == label.x).unwrap();
        assert_eq!(line.width, label.width, "underlined as long as it is");
        let name = run(last, "Họ Tên Mẫu");
        let office = run(last, "PHÓ TRƯỞNG BAN");
        assert_eq!((office.face, name.face), (Face::Regular, Face::Bold));
        assert!(
            name.y - office.y > 4.0 * 14.0 * 20.0,
            "four lines for a signature"
        );
        run(last, "- Đảng ủy 34 phường,");
        run(last, "- Lưu Ban Tổ chức Thành ủy.");
    }
}

#[test]
fn the_office_of_the_head_is_bold_where_the_house_has_it_so() {
    let alone = Block::Closing {
        recipients: Vec::new(),
        signature: signature(None, Some("Trưởng Ban"), "Phan Thị Kim Sinh"),
    };
    let mut document = document(vec![alone]);
    let face = |document: &Document| run(&pages(document)[0], "TRƯỞNG BAN").face;
    assert_eq!(face(&document), Face::Regular);
    document.house.bold_position = true;
    assert_eq!(face(&document), Face::Bold);
}

#[test]
fn an_annex_begins_a_page_and_a_wide_one_lies_on_its_side() {
    let pages = pages(&document(minutes(2)));
    let begins = |number: usize| {
        let title = format!("Phụ lục {number}");
        let page = pages.iter().position(|page| page.runs[0].text == title);
        page.unwrap_or_else(|| panic!("{title} begins no page"))
    };
    let (first, second) = (begins(1), begins(2));
    assert!(first > 0 && second > first);
    for (position, page) in pages.iter().enumerate() {
        let is_wide = page.form.width > page.form.height;
        assert_eq!(is_wide, position >= second, "page {}", position + 1);
    }
}

#[test]
fn the_back_of_a_leaf_has_its_margins_mirrored() {
    let mut document = document(minutes(10));
    document.house.two_sided = true;
    let pages = pages(&document);
    check_margins(&pages);
    let upright = pages
        .iter()
        .take_while(|page| page.form.width < page.form.height);
    for (position, page) in upright.enumerate() {
        let (left, right) = if position % 2 == 0 {
            (1701, 850)
        } else {
            (850, 1701)
        };
        assert_eq!((page.form.left, page.form.right), (left, right));
    }
}

#[test]
fn what_the_face_lacks_is_a_box_that_knows_its_letter() {
    for face in Face::ALL {
        assert!(face.has('□'));
    }
    let document = document(vec![paragraph(
        "Xong 👍🏽 ☐ việc\u{7}\u{200b} a\u{323}\u{302}",
    )]);
    let page = pages(&document).remove(0);
    assert_eq!(page.runs[0].text, "Xong 👍🏽 ☐ việc ậ");
    let drawn = Face::Regular.width("Xong □ □ việc ậ", 14);
    assert!((page.runs[0].width - f64::from(drawn)).abs() <= 1.0);
    assert!(pdf(&document).is_ok(), "no glyph is missing");
}

#[test]
fn a_word_longer_than_its_line_is_broken_by_letters() {
    let name = "Ngoằn".repeat(40);
    let pages = pages(&document(vec![
        paragraph(&name),
        Block::Table(table(2, &name)),
        Block::Signatures {
            left: signature(Some(&name), Some(&name), &name),
            right: signature(None, None, &name),
        },
        paragraph(&SENTENCE.repeat(100)),
        Block::Section("DÀI".repeat(5000)),
    ]));
    check_margins(&pages);
}

#[test]
fn the_file_has_its_fonts_its_language_its_outline_and_its_pages() {
    let document = document(minutes(12));
    let bytes = pdf(&document).unwrap();
    assert_eq!(bytes, pdf(&document).unwrap(), "same document, same bytes");
    let file = String::from_utf8_lossy(&bytes);
    assert!(file.starts_with("%PDF-1.7"));
    let count = |part: &str| file.matches(part).count();
    assert_eq!(count("/MediaBox"), pages(&document).len());
    assert!(
        count("/Lang(vi)") + count("/Lang (vi)") == 1,
        "its language"
    );
    assert_eq!(count("/Type/Outlines") + count("/Type /Outlines"), 1);
    for part in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "/DisplayDocTitle true",
        "/Marked true",
    ] {
        assert!(file.contains(part), "PDF/A-2a and PDF/UA-1: {part}");
    }
    let faces = ["+Tinos\n", "+Tinos-Bold\n", "+Tinos-Italic\n"];
    assert_eq!(
        count("/FontFile2"),
        faces.len(),
        "the faces that are used, and no other"
    );
    for name in file.split("/BaseFont").skip(1) {
        let name = name.trim_start().trim_start_matches('/');
        assert!(name.get(6..).unwrap().starts_with("+Tinos"), "{name}");
    }
    let plain = pdf(&on("2023-07-11", vec![paragraph(SENTENCE)])).unwrap();
    assert_eq!(
        String::from_utf8_lossy(&plain)
            .matches("/FontFile2")
            .count(),
        1
    );
    // A whole face is larger; the structure takes about a hundred bytes for each cell and paragraph.
    assert!(bytes.len() < 130_000, "{} bytes: subsets only", bytes.len());
}

#[test]
fn a_document_of_nothing_is_an_empty_page() {
    let document = document(Vec::new());
    assert_eq!(pages(&document).len(), 1);
    assert!(pdf(&document).is_ok());
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["(?s).{0,400}", "[a-zà-ỹ0-9 ,.\n\t-]{0,600}", "[Ạ-ỹ]{1,200}",]
}

fn any_block() -> impl Strategy<Value = Block> {
    prop_oneof![
        any_text().prop_map(Block::Paragraph),
        any_text().prop_map(Block::Draft),
        any_text().prop_map(|text| paragraph(&text.repeat(20))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn nothing_is_lost_or_drawn_outside_its_place(blocks in prop::collection::vec(any_block(), 0..12)) {
        let whole: String = blocks.iter().map(|block| match block {
            Block::Paragraph(text) | Block::Draft(text) => without_spaces(text),
            other => panic!("{other:?}"),
        }).collect();
        let document = document(blocks);
        let pages = pages(&document);
        check_margins(&pages);
        prop_assert_eq!(letters(&pages), whole);
        for run in pages.iter().flat_map(|page| &page.runs).filter(|run| run.stretch > 0.0) {
            prop_assert!(is_near(right(run), 11906.0 - 850.0));
        }
        prop_assert!(pdf(&document).is_ok());
    }

    #[test]
    fn a_table_keeps_its_letters_whatever_they_are(cells in prop::collection::vec(any_text(), 1..6), times in 1_usize..8) {
        let rows: Vec<Row> = cells.iter().map(|cell| Row {
            cells: vec![cell.clone(), cell.repeat(times), String::new()],
            source: None,
        }).collect();
        let whole: String = rows.iter().flat_map(|row| &row.cells).map(|cell| without_spaces(cell)).collect();
        let mut table = Table { rows, total: None, ..table(0, "") };
        for column in &mut table.columns {
            column.title.clear();
        }
        let document = document(vec![annex(1, true), Block::Table(table)]);
        let pages = pages(&document);
        check_margins(&pages);
        let whole = format!("{}{whole}", without_spaces("Phụ lục 1 Danh sách điểm danh"));
        prop_assert_eq!(sorted(&letters(&pages)), sorted(&whole));
        prop_assert!(pdf(&document).is_ok());
    }
}
