//! The columns of a table in every printed format: no word, code or date of a paper is cut in two.
use crate::common::document;
use crate::common::docx::{Package, attribute, below, child, number};
use crate::common::papers::held;
use crate::common::stage::morning;
use chrono::NaiveDate;
use giaoban::meeting::code::PaperKind;
use giaoban::papers::brief::Stage;
use giaoban::papers::columns::widths;
use giaoban::papers::document::{Block, Column, Document, Row, Table};
use giaoban::papers::docx::docx;
use giaoban::papers::issues::annex;
use giaoban::papers::pdf::pages;
use giaoban::papers::phrases::Phrases;
use giaoban::papers::profile;
use giaoban::papers::typeface::Face;
use giaoban::store::Store;
use proptest::prelude::*;

fn day() -> NaiveDate {
    document::days()[0]
}

fn column((title, width): (&str, u16)) -> Column {
    Column {
        title: title.to_owned(),
        width,
    }
}

fn row(cells: &[&str]) -> Row {
    Row {
        cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        source: None,
    }
}

fn table(columns: &[(&str, u16)], cells: &[&str]) -> Table {
    Table {
        columns: columns.iter().copied().map(column).collect(),
        rows: vec![row(cells)],
        total: None,
    }
}

/// How wide a word is in a cell of a face, in twips.
fn wide(word: &str, face: Face) -> u32 {
    face.width(word, 12)
}

/// The words that a column holds, each with its face.
fn words(table: &Table, place: usize) -> impl Iterator<Item = (String, Face)> {
    let cells = table
        .rows
        .iter()
        .filter_map(move |row| row.cells.get(place));
    let words = |text: &str, face| {
        let words = text
            .split_whitespace()
            .map(move |word| (word.to_owned(), face));
        words.collect::<Vec<_>>()
    };
    let head = words(&table.columns[place].title, Face::Bold);
    head.into_iter()
        .chain(cells.flat_map(move |cell| words(cell, Face::Regular)))
}

/// The columns of each table with lines in a DOCX.
fn columns_of(document: &Document) -> Vec<Vec<u32>> {
    let package = Package::open(&docx(document).unwrap());
    let main = package.xml("word/document.xml");
    let tables = below(main.root(), "tbl").into_iter();
    tables
        .map(|table| {
            let columns = below(table, "gridCol").into_iter();
            columns.filter_map(|column| number(column, "w")).collect()
        })
        .collect()
}

/// Each word of a table is written in one run of the PDF.
fn whole_in_pdf(document: &Document, table: &Table) {
    let pages = pages(document);
    let runs: Vec<&str> = pages
        .iter()
        .flat_map(|page| &page.runs)
        .flat_map(|run| run.text.split(' '))
        .collect();
    for place in 0..table.columns.len() {
        for (word, _) in words(table, place) {
            assert!(runs.contains(&word.as_str()), "{word} is cut in two");
        }
    }
}

/// The open matters and the slips of a book: 0.36 twips were missing for every day of ten letters.
#[test]
fn a_day_of_ten_letters_is_whole_where_its_share_is_a_hair_too_narrow() {
    let table = table(
        &[("TT", 60), ("Mã", 95), ("Nội dung", 705), ("Thời hạn", 140)],
        &["01", "NV-010", "Báo cáo kết quả", "17/12/2026"],
    );
    let document = document::of(day(), vec![Block::Table(table.clone())]);
    let margins = 2 * u32::from(document.profile().table.cell_margin);
    let columns = &columns_of(&document)[0];
    assert!(columns[3] - margins > wide("17/12/2026", Face::Regular));
    assert_eq!(columns.iter().sum::<u32>(), 9355);
    whole_in_pdf(&document, &table);
}

#[test]
fn the_annex_of_issues_has_whole_words_and_lies_on_its_side() {
    let now = morning();
    let mut store = Store::in_memory(now).unwrap();
    giaoban::cli::demo::fill(&mut store, now).unwrap();
    let document = annex(
        &crate::issues::cards(&store),
        now.date_naive(),
        &Phrases::default(),
    );
    let table = document.pieces.iter().find_map(|piece| match &piece.block {
        Block::Table(table) => Some(table.clone()),
        _ => None,
    });
    let table = table.unwrap();
    whole_in_pdf(&document, &table);
    let columns = &columns_of(&document)[0];
    for (place, column) in columns.iter().enumerate() {
        for (word, face) in words(&table, place) {
            assert!(column - 216 > wide(&word, face), "{word}: {column}");
        }
    }
    let pages = pages(&document);
    // The frame that says that its content is invented stands above the annex, not on a page of its own.
    assert_eq!(pages.len(), 1);
    assert!(pages[0].form.width > pages[0].form.height);
    assert!(pages[0].runs.iter().any(|run| run.text.contains("VM-001")));
}

/// The last row of a table stays with the line under it, and a table stands as far below its heading as a paragraph.
#[test]
fn a_total_is_never_alone_and_a_table_never_touches_its_heading() {
    let mut blocks = vec![Block::Heading("Đại biểu triệu tập".to_owned())];
    let mut with_total = table(&[("TT", 60), ("Đơn vị", 940)], &["01", "An Phú"]);
    with_total.rows.push(row(&["02", "An Khánh"]));
    blocks.push(Block::Table(with_total.clone()));
    with_total.total = Some("Triệu tập 02.".to_owned());
    blocks.push(Block::Table(with_total));
    let package = Package::open(&docx(&document::of(day(), blocks)).unwrap());
    let main = package.xml("word/document.xml");
    let kept: Vec<usize> = below(main.root(), "tr")
        .into_iter()
        .map(|row| below(row, "keepNext").len())
        .collect();
    assert_eq!(kept, [0, 0, 0, 0, 0, 2], "both cells of the last row");
    let before = below(main.root(), "tbl").into_iter().map(|table| {
        let above = table.prev_sibling().unwrap();
        let spacing = child(above, "pPr").and_then(|of| child(of, "spacing"));
        attribute(spacing.unwrap(), "after").unwrap().to_owned()
    });
    assert_eq!(before.collect::<Vec<_>>(), ["120", "120"]);
}

#[test]
fn codes_and_days_stay_on_one_line_of_a_paragraph() {
    for length in 40..120 {
        let text = format!("{} VM-008 và 11-7-2023", "a ".repeat(length));
        let document = document::of(day(), vec![Block::Paragraph(text)]);
        let pages = pages(&document);
        let runs: Vec<&str> = pages[0].runs.iter().map(|run| run.text.as_str()).collect();
        assert!(runs.iter().any(|run| run.contains("VM-008")), "{runs:?}");
        assert!(runs.iter().any(|run| run.contains("11-7-2023")), "{runs:?}");
    }
}

/// A name is on one line where another column has room to give; a column to be signed in keeps its share.
#[test]
fn a_column_with_room_gives_it_to_those_that_would_take_a_second_line() {
    let columns = [
        ("TT", 80),
        ("Họ và tên", 170),
        ("Giờ đến", 450),
        ("Chữ ký", 300),
    ];
    let name = "Nguyễn Thị Ngọc Huyền Trân";
    let table = table(&columns, &["01", name, "08 giờ 17", ""]);
    let profile = profile::of(day());
    let text = u32::from(profile.page.text());
    let widths = widths(&table, profile, text);
    assert!(widths[1] > wide(name, Face::Regular) + 2 * u32::from(profile.table.cell_margin));
    assert!(widths[2] > wide("08 giờ 17", Face::Regular));
    assert!(widths[3].abs_diff(text * 300 / 1000) < 2);
    assert_eq!(widths.iter().sum::<u32>(), text);
}

/// Names that are written by hand have the room of names, and an office takes two lines at most.
#[test]
fn a_roll_without_names_has_room_for_names() {
    let mut scene = held();
    for mut seat in scene.dossier.seats.iter().cloned().collect::<Vec<_>>() {
        (seat.secretary, seat.deputy) = (None, None);
        scene.dossier.seats.put(seat);
    }
    for mut event in scene.dossier.attendance.iter().cloned().collect::<Vec<_>>() {
        event.rank = None;
        scene.dossier.attendance.put(event);
    }
    let roll = scene.paper(PaperKind::Attendance, Stage::Final);
    let table = roll.pieces.iter().find_map(|piece| match &piece.block {
        Block::Table(table) => Some(table.clone()),
        _ => None,
    });
    let mut table = table.unwrap();
    let profile = profile::of(day());
    let text = u32::from(profile.page.text());
    let margins = 2 * u32::from(profile.table.cell_margin);
    table.rows.retain(|row| row.cells[3].contains('/'));
    assert!(table.rows.iter().all(|row| row.cells[2] == "......"));
    let widths = widths(&table, profile, text);
    assert!(widths[2] + 2 >= text * 170 / 1000, "{widths:?}");
    for line in ["Bí thư / Phó Bí", "thư Thường trực"] {
        assert!(
            widths[3] > wide(line, Face::Regular) + margins,
            "{line}: {widths:?}"
        );
    }
}

/// A paper without number and day has no empty line for them, in DOCX as in PDF.
#[test]
fn a_letterhead_without_number_and_day_is_one_row() {
    let scene = held();
    let rows = |kind| {
        let document = scene.paper(kind, Stage::Final);
        let package = Package::open(&docx(&document).unwrap());
        let main = package.xml("word/document.xml");
        below(below(main.root(), "tbl")[0], "tr").len()
    };
    assert_eq!(rows(PaperKind::Attendance), 1);
    assert_eq!(rows(PaperKind::Notice), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_column_is_narrower_than_its_longest_word(
        shares in prop::collection::vec(1_u16..400, 2..8),
        cells in prop::collection::vec("[a-zA-ZàảáạđếệợữỹÀĐẾỢỮ0-9/.,]{1,24}( [a-zàảáạđếệợữỹ0-9/]{1,12}){0,6}", 8),
        wide_page in any::<bool>(),
    ) {
        let columns: Vec<(&str, u16)> = shares.iter().map(|share| ("Nội dung", *share)).collect();
        let cells: Vec<&str> = cells.iter().take(shares.len()).map(String::as_str).collect();
        let table = table(&columns, &cells);
        let profile = profile::of(day());
        let page = if wide_page { profile.page.turned() } else { profile.page };
        let text = u32::from(page.text());
        let widths = widths(&table, profile, text);
        prop_assert_eq!(widths.iter().sum::<u32>(), text);
        let margins = 2 * u32::from(profile.table.cell_margin);
        let needs: Vec<u32> = (0..columns.len())
            .map(|place| words(&table, place).map(|(word, face)| wide(&word, face)).max().unwrap() + margins + 45)
            .collect();
        if needs.iter().sum::<u32>() <= text {
            for (place, width) in widths.iter().enumerate() {
                for (word, face) in words(&table, place) {
                    prop_assert!(wide(&word, face) + margins <= *width, "{word} in {width}");
                }
            }
        } else {
            // Even then nobody gives way to a wider one.
            let fair = text / u32::try_from(columns.len()).unwrap();
            for (width, need) in widths.iter().zip(&needs) {
                prop_assert!(width + 46 >= (*need).min(fair), "{width} of {need}");
            }
        }
    }
}
