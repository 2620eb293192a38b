//! Tables of a DOCX: lines around every cell, and a heading that comes again on each page.

use super::super::columns::widths;
use super::super::document::{Plate, Row, Table, plate_length};
use super::super::profile::{Element, Page, Profile};
use super::names::GRID;
use super::styles;
use super::xml::Paragraph;

/// Returns a table as wide as the text of a page.
///
/// The last row may be bonded to what stands under the table.
pub(super) fn bordered(table: &Table, profile: &Profile, page: &Page, is_bonded: bool) -> String {
    let widths = widths(table, profile, page.text().into());
    let titles = table.columns.iter().map(|column| column.title.as_str());
    let repeated = if profile.table.repeats_head {
        "<w:tblHeader/>"
    } else {
        ""
    };
    let head = row(
        &format!("<w:cantSplit/>{repeated}"),
        &cells(HEAD, titles, &widths, profile),
    );
    let last = table.rows.len().saturating_sub(1);
    let rows = table.rows.iter().enumerate().map(|(place, of)| {
        let texts = of.cells.iter().map(String::as_str);
        let look = Look {
            element: Element::TableCell,
            keep_next: is_bonded && place == last,
        };
        let cells = cells(look, texts, &widths, profile);
        let is_whole = height(of, &widths, profile) < page.text_height() / 2;
        row(if is_whole { "<w:cantSplit/>" } else { "" }, &cells)
    });
    let rows = rows.collect::<String>();
    table_of(GRID, &widths, &format!("{head}{rows}"))
}

/// Returns a name plate: a framed row of a fixed height, a cell for each half, folded between them. The lines are turned so
/// that the fold is above them on both halves.
pub(super) fn plate(plate: &Plate, page: &Page) -> String {
    let width = u32::from(page.text()) / 2;
    let lines = plate.lines.iter().map(|line| {
        let words = Paragraph::of(Element::Plate, &line.text);
        words.sized(line.size).xml()
    });
    let lines = lines.collect::<String>();
    let half = |turned: &str| {
        format!(
            r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:textDirection w:val="{turned}"/><w:vAlign w:val="center"/></w:tcPr>{lines}</w:tc>"#
        )
    };
    let cells = half("tbRl") + &half("btLr");
    let length = plate_length(page);
    let fixed = format!(r#"<w:cantSplit/><w:trHeight w:val="{length}" w:hRule="exact"/>"#);
    table_of(GRID, &[width, width], &row(&fixed, &cells))
}

pub(super) fn table_of(style: &str, widths: &[u32], rows: &str) -> String {
    let grid = widths
        .iter()
        .map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#));
    format!(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{}</w:tblGrid>{rows}</w:tbl>"#,
        widths.iter().sum::<u32>(),
        grid.collect::<String>()
    )
}

/// Returns a row of a table.
pub(super) fn row(properties: &str, cells: &str) -> String {
    if properties.is_empty() {
        return format!("<w:tr>{cells}</w:tr>");
    }
    format!("<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>")
}

/// Returns a cell of a table.
pub(super) fn cell(width: u32, content: &str) -> String {
    format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>"#)
}

/// How the cells of a row look.
#[derive(Clone, Copy)]
struct Look {
    element: Element,
    /// Whether they stay on the page of what stands under them.
    keep_next: bool,
}

/// The heading, whose style has it stay with the first row.
const HEAD: Look = Look {
    element: Element::TableHead,
    keep_next: false,
};

/// A row has as many cells as there are columns; missing cells are empty.
fn cells<'a>(
    look: Look,
    texts: impl Iterator<Item = &'a str>,
    widths: &[u32],
    profile: &Profile,
) -> String {
    let style = profile.style.of(look.element);
    let margins = 2 * u32::from(profile.table.cell_margin);
    let texts = texts.chain(std::iter::repeat(""));
    widths
        .iter()
        .zip(texts)
        .map(|(width, text)| {
            let room = width.saturating_sub(margins);
            let words = Paragraph::of(look.element, text).unbroken(None, style, room);
            cell(*width, &words.keep_next(look.keep_next).xml())
        })
        .collect()
}

/// About how high a row is, in twips: one that no page might hold is divided.
fn height(row: &Row, widths: &[u32], profile: &Profile) -> u32 {
    let style = profile.style.table_cell;
    let margins = 2 * u32::from(profile.table.cell_margin);
    let lines = row.cells.iter().zip(widths).map(|(text, width)| {
        let room = width.saturating_sub(margins).max(1);
        styles::width(text, style) / room + 1
    });
    lines.max().unwrap_or_default() * u32::from(style.size) * 20
}
