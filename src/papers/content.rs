//! The words of a document as plain text: the input of a version's checksum, and the printed lines of each block.

use super::document::{Block, Document, Letterhead, Signature, Table};
use super::outline::labelled;

/// Returns the words of a document as plain text, a line for each paragraph and each row, without those that say
/// which draft it is.
pub fn words(document: &Document) -> String {
    let outline = &document.profile().outline;
    let mut text = String::new();
    for (label, piece) in labelled(&document.pieces, outline) {
        let label = label.map(|label| format!("{label} ")).unwrap_or_default();
        for line in lines(&piece.block) {
            text.push_str(&label);
            text.push_str(&line.replace('\n', " "));
            text.push('\n');
        }
    }
    text
}

/// Returns the words of a block, a line for each paragraph and each row.
pub(super) fn lines(block: &Block) -> Vec<String> {
    match block {
        Block::Draft(_) => Vec::new(),
        Block::Letterhead(head) => letterhead(head),
        Block::Title { kind, subject } => vec![kind.clone(), subject.clone()],
        Block::Mark(text)
        | Block::Section(text)
        | Block::Heading(text)
        | Block::Speaker(text)
        | Block::Paragraph(text)
        | Block::Item(text)
        | Block::Numbered(text) => vec![text.clone()],
        Block::Annex { number, title, .. } => vec![number.clone(), title.clone()],
        Block::Table(table) => rows(table),
        Block::Plate(plate) => {
            let lines = plate.lines.iter().map(|line| line.text.as_str());
            vec![lines.collect::<Vec<_>>().join(" ")]
        }
        Block::Signatures { left, right } => signature(left).chain(signature(right)).collect(),
        Block::Closing {
            recipients,
            signature: signed,
        } => recipients
            .iter()
            .cloned()
            .chain(signature(signed))
            .collect(),
    }
}

fn letterhead(head: &Letterhead) -> Vec<String> {
    let above = [&head.superior, &head.organ].into_iter();
    let always = above.filter(|line| !line.is_empty());
    let perhaps = head.number.iter().chain(&head.place_date);
    always.chain(perhaps).cloned().collect()
}

fn rows(table: &Table) -> Vec<String> {
    let titles: Vec<&str> = table
        .columns
        .iter()
        .map(|column| column.title.as_str())
        .collect();
    let mut lines = vec![titles.join(" | ")];
    lines.extend(table.rows.iter().map(|row| row.cells.join(" | ")));
    lines.extend(table.total.clone());
    lines
}

fn signature(signature: &Signature) -> impl Iterator<Item = String> {
    let over = signature.authority.iter().chain(&signature.position);
    over.chain([&signature.name])
        .cloned()
        .collect::<Vec<_>>()
        .into_iter()
}
