//! A workbook prints as it is: A4, one page across in letters that can be read, heads and numbers on every page.
use crate::common::docx::Package;
use crate::common::stage::morning;
use chrono::NaiveDate;
use giaoban::cli::demo;
use giaoban::meeting::actions;
use giaoban::meeting::turnout::year;
use giaoban::papers::actions::{ActionsFormat, render};
use giaoban::papers::phrases::Phrases;
use giaoban::papers::{turnout, xlsx::xlsx};
use giaoban::store::Store;

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The values of an attribute in the elements of a name, one an element.
fn values<'a>(part: &'a str, element: &str, attribute: &str) -> Vec<Option<&'a str>> {
    let begin = format!("<{element} ");
    let elements = part.split(&begin as &str).skip(1);
    elements
        .map(|rest| {
            let inside = rest.split('>').next().unwrap();
            let value = inside.split(&format!("{attribute}=\"")).nth(1)?;
            value.split('"').next()
        })
        .collect()
}

fn tracking() -> Package {
    let now = morning();
    let mut store = Store::in_memory(now).unwrap();
    demo::fill(&mut store, now).unwrap();
    let today: NaiveDate = now.date_naive();
    let table = store.action_table(&actions::Query::all(today)).unwrap();
    let bytes = render(ActionsFormat::Xlsx, &table, &Phrases::default(), now).unwrap();
    Package::open(&bytes)
}

#[test]
fn every_workbook_is_printed_on_a4_with_heads_and_page_numbers() {
    let empty = xlsx(&turnout::sheet(&year(2023, &[]), &Phrases::default())).unwrap();
    for package in [Package::open(&empty), tracking()] {
        let sheet = &package.0[SHEET];
        assert_eq!(values(sheet, "pageSetup", "paperSize"), [Some("9")]);
        assert_eq!(
            values(sheet, "pageSetup", "orientation"),
            [Some("landscape")]
        );
        assert_eq!(values(sheet, "pageSetup", "fitToHeight"), [Some("0")]);
        assert!(sheet.contains("<oddFooter>&amp;C&amp;P/&amp;N</oddFooter>"));
        assert!(package.0["xl/workbook.xml"].contains("_xlnm.Print_Titles"));
        let heights = values(sheet, "row", "ht");
        let rows = values(sheet, "row", "r");
        for (row, height) in rows.iter().zip(&heights) {
            assert!(height.is_some(), "row {row:?} has no height");
        }
        assert!(rows.len() > 2);
    }
}

/// Eighteen columns were printed with letters of 4.3 points; A4 on its side holds 150 characters of 11 points.
#[test]
fn the_tracking_sheet_is_printed_in_letters_that_can_be_read() {
    let package = tracking();
    let sheet = &package.0[SHEET];
    let columns = values(sheet, "col", "width").into_iter().zip(
        values(sheet, "col", "min")
            .into_iter()
            .zip(values(sheet, "col", "max")),
    );
    let number = |text: Option<&str>| text.unwrap().parse::<f64>().unwrap();
    let across: f64 = columns
        .map(|(width, (first, last))| number(width) * (number(last) - number(first) + 1.0))
        .sum();
    let size = 11.0 * 150.0 / across;
    assert!(size > 7.9, "letters of {size} points");
    // Rows are as high as the lines of their longest cell.
    let heights = values(sheet, "row", "ht");
    assert!(heights.iter().any(|height| number(*height) > 30.0));
}
