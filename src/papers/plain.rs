//! A document as plain text of a fixed width, for the preview, a mail and a look at the terminal.

use super::document::{Block, Document, Letterhead, Signature, Table};
use crate::text::width::{centre, pad, width, wrap};

/// Columns from which on the letterhead has room for its two sides; below, they stand under one another.
const TWO_COLUMNS: usize = 53;

/// Returns the lines of the document, none wider than the columns.
pub fn lines(document: &Document, columns: usize) -> Vec<String> {
    document
        .blocks
        .iter()
        .flat_map(|block| block_lines(block, columns))
        .collect()
}

/// Returns the letterhead in its two columns.
pub fn letterhead(head: &Letterhead, columns: usize) -> Vec<String> {
    if columns < TWO_COLUMNS {
        let lines = [
            &head.superior,
            &head.organ,
            &head.number,
            &head.party,
            &head.place_date,
        ];
        return lines
            .into_iter()
            .map(|line| centre(line, columns))
            .collect();
    }
    // The right side needs room for a place and a date.
    let left = (columns * 4 / 10).min(columns.saturating_sub(34));
    let right = columns - left;
    let rule = "─".repeat(width(&head.party).min(right));
    let rows = [
        (head.superior.as_str(), head.party.as_str()),
        (head.organ.as_str(), rule.as_str()),
        ("*", ""),
        (head.number.as_str(), head.place_date.as_str()),
    ];
    rows.into_iter()
        .map(|(a, b)| {
            format!("{}{}", pad(&centre(a, left), left), centre(b, right))
                .trim_end()
                .to_owned()
        })
        .collect()
}

fn block_lines(block: &Block, columns: usize) -> Vec<String> {
    match block {
        Block::Letterhead(head) => followed(letterhead(head, columns)),
        Block::Mark(text) => followed(vec![centre(&format!("[ {text} ]"), columns)]),
        Block::Title { kind, subject } => {
            let mut lines = vec![centre(kind, columns)];
            lines.extend(
                wrap(subject, columns.saturating_sub(8))
                    .iter()
                    .map(|line| centre(line, columns)),
            );
            lines.push(centre("-----", columns));
            followed(lines)
        }
        Block::Section(text) | Block::Heading(text) => preceded(wrap(text, columns)),
        Block::Speaker(text) => preceded(hanging("  ", "  ", text, columns)),
        Block::Paragraph(text) => hanging("  ", "", text, columns),
        Block::Item(text) => hanging("- ", "  ", text, columns),
        Block::Annex { number, title } => followed(vec![
            String::new(),
            centre(number, columns),
            centre(title, columns),
        ]),
        Block::Table(table) => table_lines(table, columns),
        Block::Signatures { left, right } => signatures(left, right, columns),
    }
}

fn hanging(first: &str, rest: &str, text: &str, columns: usize) -> Vec<String> {
    let room = columns.saturating_sub(width(first).max(width(rest)));
    let lines = wrap(text, room).into_iter().enumerate();
    lines
        .map(|(row, line)| format!("{}{line}", if row == 0 { first } else { rest }))
        .collect()
}

/// The cells of a row stand under one another where the row is too wide for the screen: each row is its own block.
fn table_lines(table: &Table, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for row in &table.rows {
        let filled = table
            .columns
            .iter()
            .zip(row)
            .skip(2)
            .filter(|(_, cell)| !cell.is_empty());
        let details: Vec<String> = filled
            .map(|(column, cell)| format!("{}: {cell}", column.title))
            .collect();
        let head = row.iter().take(2).cloned().collect::<Vec<_>>().join(". ");
        let text = if details.is_empty() {
            head
        } else {
            format!("{head} | {}", details.join(" | "))
        };
        lines.extend(hanging("", "    ", &text, columns));
    }
    lines.extend(
        table
            .total
            .iter()
            .flat_map(|total| preceded(wrap(total, columns))),
    );
    lines
}

fn signatures(left: &Signature, right: &Signature, columns: usize) -> Vec<String> {
    let half = columns / 2;
    let row = |a: &str, b: &str| {
        format!(
            "{}{}",
            pad(&centre(a, half), half),
            centre(b, columns - half)
        )
    };
    let gap = std::iter::repeat_n(String::new(), 3);
    preceded(
        std::iter::once(row(&left.role, &right.role))
            .chain(gap)
            .chain([row(&left.name, &right.name)])
            .collect(),
    )
}

fn preceded(lines: Vec<String>) -> Vec<String> {
    std::iter::once(String::new()).chain(lines).collect()
}

fn followed(mut lines: Vec<String>) -> Vec<String> {
    lines.push(String::new());
    lines
}
