//! The body of a DOCX: each block of the document as paragraphs and tables.

use super::super::document::{Block, Document, Letterhead, Signature, Table};
use super::super::outline::labelled;
use super::super::profile::Profile;
use super::xml::{DECLARATION, NAMESPACES, escape, paragraph, run};

/// Returns the main part of the file.
pub(super) fn document(document: &Document) -> String {
    let profile = document.profile();
    let blocks: String = labelled(&document.pieces, &profile.outline)
        .map(|(label, piece)| block(&piece.block, label.as_deref(), profile))
        .collect();
    format!(
        r"{DECLARATION}<w:document {NAMESPACES}><w:body>{blocks}{}</w:body></w:document>",
        section(profile)
    )
}

fn block(block: &Block, label: Option<&str>, profile: &Profile) -> String {
    let numbered = |text: &str| format!("{} {text}", label.unwrap_or_default());
    match block {
        Block::Letterhead(head) => letterhead(head, profile),
        Block::Draft(text) => paragraph("PlaceDate", text),
        Block::Mark(text) => paragraph("Mark", text),
        Block::Title { kind, subject } => [
            paragraph("DocType", kind),
            paragraph("Subject", subject),
            paragraph("Head", "-----"),
        ]
        .concat(),
        Block::Section(text) => paragraph("Section", &numbered(text)),
        Block::Heading(text) => paragraph("Clause", &numbered(text)),
        Block::Speaker(text) => paragraph("Speaker", &numbered(text)),
        Block::Paragraph(text) => paragraph("Text", text),
        Block::Numbered(text) => paragraph("Text", &numbered(text)),
        Block::Item(text) => paragraph("Text", &format!("- {text}")),
        Block::Annex { number, title, .. } => {
            let first = format!(
                r#"<w:p><w:pPr><w:pStyle w:val="HeadBold"/><w:pageBreakBefore/></w:pPr>{}</w:p>"#,
                run(number)
            );
            [
                first,
                paragraph("HeadBold", title),
                paragraph("Head", "-----"),
            ]
            .concat()
        }
        Block::Table(table) => bordered(table, profile),
        Block::Signatures { left, right } => signatures(left, right, profile),
        Block::Closing { signature, .. } => signatures(signature, signature, profile),
    }
}

/// Two columns without borders; the rule under the Party's name is as long as the name.
fn letterhead(head: &Letterhead, profile: &Profile) -> String {
    // The rule is a border of its own, so that a font a little wider than Times does not break the name.
    let indent = (profile.head.right_column - 4120) / 2;
    let rule = format!(
        r#"<w:p><w:pPr><w:pStyle w:val="Head"/><w:pBdr><w:top w:val="single" w:sz="8" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:line="200" w:lineRule="exact"/><w:ind w:left="{indent}" w:right="{indent}"/></w:pPr></w:p>"#
    );
    let left = [
        paragraph("Head", &head.superior),
        paragraph("HeadBold", &head.organ),
        paragraph("Head", "*"),
    ]
    .concat();
    let right = format!("{}{rule}", paragraph("Party", &profile.head.party));
    columns(
        profile,
        &[
            [left, right],
            [
                paragraph("Head", head.number.as_deref().unwrap_or_default()),
                paragraph("PlaceDate", head.place_date.as_deref().unwrap_or_default()),
            ],
        ],
    )
}

fn signatures(left: &Signature, right: &Signature, profile: &Profile) -> String {
    let gap = paragraph("Signature", "").repeat(4);
    let cell = |signature: &Signature| {
        format!(
            "{}{gap}{}",
            paragraph(
                "Signature",
                signature.authority.as_deref().unwrap_or_default()
            ),
            paragraph("Signature", &signature.name)
        )
    };
    format!(
        "{}{}",
        paragraph("Text", ""),
        columns(profile, &[[cell(left), cell(right)]])
    )
}

/// A table of two columns without borders.
fn columns(profile: &Profile, rows: &[[String; 2]]) -> String {
    let (left, right) = (profile.head.left_column, profile.head.right_column);
    let rows: Vec<String> = rows
        .iter()
        .map(|[a, b]| {
            format!(
                "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}{}</w:tr>",
                cell(left, a),
                cell(right, b)
            )
        })
        .collect();
    format!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{right}"/></w:tblGrid>{}</w:tbl>"#,
        profile.page.text(),
        rows.concat()
    )
}

/// A table with borders and a heading that is repeated on each page.
fn bordered(table: &Table, profile: &Profile) -> String {
    let widths: Vec<u32> = table
        .columns
        .iter()
        .map(|column| u32::from(column.width) * u32::from(profile.page.text()) / 1000)
        .collect();
    let grid: Vec<String> = widths
        .iter()
        .map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#))
        .collect();
    let row = |style: &str, cells: &mut dyn Iterator<Item = &String>| -> String {
        cells
            .zip(&widths)
            .map(|(text, width)| cell(*width, &paragraph(style, text)))
            .collect()
    };
    let titles: Vec<String> = table
        .columns
        .iter()
        .map(|column| column.title.clone())
        .collect();
    let head = format!(
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{}</w:tr>",
        row("CellHead", &mut titles.iter())
    );
    let rows: Vec<String> = table
        .rows
        .iter()
        .map(|cells| {
            format!(
                "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>",
                row("Cell", &mut cells.cells.iter())
            )
        })
        .collect();
    let borders: Vec<String> = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .iter()
        .map(|side| format!(r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#))
        .collect();
    let total = table
        .total
        .as_ref()
        .map(|total| paragraph("Text", total))
        .unwrap_or_default();
    format!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/><w:tblBorders>{}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{}</w:tblGrid>{head}{}</w:tbl>{total}"#,
        profile.page.text(),
        borders.concat(),
        grid.concat(),
        rows.concat()
    )
}

fn cell(width: impl std::fmt::Display, content: &str) -> String {
    format!(
        r#"<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{content}</w:tc>"#,
        escape(&width.to_string())
    )
}

/// The page (36-HD/VPTW, II.1); the first page has no number.
fn section(profile: &Profile) -> String {
    let page = profile.page;
    format!(
        r#"<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="{}" w:h="{}"/><w:pgMar w:top="{top}" w:right="{}" w:bottom="{top}" w:left="{}" w:header="{}" w:footer="{}" w:gutter="0"/><w:titlePg/></w:sectPr>"#,
        page.width,
        page.height,
        page.right,
        page.left,
        page.number_from_edge,
        page.number_from_edge,
        top = page.top,
    )
}
