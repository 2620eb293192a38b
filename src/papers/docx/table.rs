//! Tables of a DOCX: lines around every cell, and a heading that comes again on each page.

use super::super::document::{Row, Table};
use super::super::profile::{Element, Page, Profile};
use super::names::GRID;
use super::styles;
use super::xml::Paragraph;

/// Returns a table as wide as the text of a page.
pub(super) fn bordered(table: &Table, profile: &Profile, page: &Page) -> String {
    let widths = widths(table, page.text());
    let titles = table.columns.iter().map(|column| column.title.as_str());
    let repeated = if profile.table.repeats_head {
        "<w:tblHeader/>"
    } else {
        ""
    };
    let head = row(
        &format!("<w:cantSplit/>{repeated}"),
        &cells(Element::TableHead, titles, &widths, profile),
    );
    let rows = table.rows.iter().map(|of| {
        let texts = of.cells.iter().map(String::as_str);
        let cells = cells(Element::TableCell, texts, &widths, profile);
        let is_whole = height(of, &widths, profile) < page.text_height() / 2;
        row(if is_whole { "<w:cantSplit/>" } else { "" }, &cells)
    });
    let rows = rows.collect::<String>();
    table_of(GRID, &widths, &format!("{head}{rows}"))
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

/// A row has as many cells as there are columns; missing cells are empty.
fn cells<'a>(
    element: Element,
    texts: impl Iterator<Item = &'a str>,
    widths: &[u32],
    profile: &Profile,
) -> String {
    let style = profile.style.of(element);
    let margins = 2 * u32::from(profile.table.cell_margin);
    let texts = texts.chain(std::iter::repeat(""));
    widths
        .iter()
        .zip(texts)
        .map(|(width, text)| {
            let room = width.saturating_sub(margins);
            let words = Paragraph::of(element, text).unbroken(None, style, room);
            cell(*width, &words.xml())
        })
        .collect()
}

/// The shares of the columns, in twips; together they are as wide as the text.
fn widths(table: &Table, text: u16) -> Vec<u32> {
    let share = |column: usize| -> u32 {
        let before = table.columns.iter().take(column);
        before.map(|column| u32::from(column.width)).sum()
    };
    let columns = table.columns.len();
    let whole = share(columns).max(1);
    let edge = |column: usize| share(column) * u32::from(text) / whole;
    (0..columns)
        .map(|column| edge(column + 1) - edge(column))
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
