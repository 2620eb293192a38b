//! A document as plain text of a fixed width, for the preview, a mail and a look at the terminal.

use super::blanks::ends_with_blank;
use super::breaks;
use super::document::{Block, Document, Letterhead, Signature, Table};
use super::letterhead::sides;
use super::outline::labelled;
use super::profile::{Element, End, Profile};
use crate::text::width::{centre, pad, width, wrap};

/// Columns that part those who get a document from the one who signs it.
const GAP: usize = 2;

/// Returns the lines of the document, none wider than the columns.
pub fn lines(document: &Document, columns: usize) -> Vec<String> {
    let profile = document.profile();
    labelled(&document.pieces, &profile.outline)
        .flat_map(|(label, piece)| block_lines(&piece.block, label.as_deref(), document, columns))
        .collect()
}

/// Returns the letterhead in its two columns.
pub(crate) fn letterhead(head: &Letterhead, profile: &Profile, columns: usize) -> Vec<String> {
    let sides = sides(head, profile, columns);
    let lines = sides.rows.iter().map(|[left, right]| {
        let line = format!("{}{}", pad(&left.line(), sides.room), right.line());
        line.trim_end().to_owned()
    });
    lines.collect()
}

/// Returns a text in the middle of the columns, broken where it is too long.
fn middle(text: &str, columns: usize) -> Vec<String> {
    let lines = wrap(text, columns.saturating_sub(8)).into_iter();
    lines.map(|line| centre(&line, columns)).collect()
}

/// Returns a title with the breaks of the printed one, if its lines have room in the columns, with an edge at each side;
/// else in even lines of its own.
pub(super) fn fitting(
    text: &str,
    element: Element,
    document: &Document,
    is_wide: bool,
    columns: usize,
) -> String {
    let broken = breaks::title(text, element, document, is_wide);
    let room = columns.saturating_sub(8);
    let fits = broken.split('\n').all(|line| width(line) <= room);
    if fits {
        broken
    } else {
        breaks::even_columns(text, room)
    }
}

fn block_lines(
    block: &Block,
    label: Option<&str>,
    document: &Document,
    columns: usize,
) -> Vec<String> {
    let profile = document.profile();
    let numbered = |text: &str| format!("{} {text}", label.unwrap_or_default());
    match block {
        Block::Letterhead(head) => followed(letterhead(head, profile, columns)),
        Block::Draft(text) => followed(middle(text, columns)),
        Block::Mark(text) => followed(middle(&format!("[ {text} ]"), columns)),
        Block::Title { kind, subject } => {
            let named =
                |text, element| middle(&fitting(text, element, document, false, columns), columns);
            let mut lines = named(kind, Element::DocType);
            lines.extend(named(subject, Element::Subject));
            if document.house.dashes {
                lines.push(centre(&profile.head.dashes, columns));
            }
            followed(lines)
        }
        Block::Section(text) | Block::Heading(text) => preceded(wrap(&numbered(text), columns)),
        Block::Speaker(text) => preceded(hanging("  ", "  ", &numbered(text), columns)),
        Block::Numbered(text) => hanging("  ", "", &numbered(text), columns),
        Block::Paragraph(text) => hanging("  ", "", text, columns),
        Block::Item(text) => {
            let mark = format!("{} ", label.unwrap_or_default());
            hanging(&mark, &" ".repeat(width(&mark)), text, columns)
        }
        Block::Annex {
            number,
            title,
            is_wide,
        } => {
            let named = |text, element| {
                middle(
                    &fitting(text, element, document, *is_wide, columns),
                    columns,
                )
            };
            let mut lines = named(number, Element::AnnexNumber);
            lines.extend(named(title, Element::AnnexTitle));
            preceded(followed(lines))
        }
        Block::Table(table) => table_lines(table, columns),
        Block::Plate(plate) => {
            let lines = plate.lines.iter();
            followed(lines.flat_map(|line| middle(&line.text, columns)).collect())
        }
        Block::Signatures { left, right } => signatures(left, right, columns),
        Block::Closing {
            recipients,
            signature,
        } => closing(recipients, signature, profile, columns),
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
            .zip(&row.cells)
            .skip(2)
            .filter(|(_, cell)| !cell.is_empty());
        let details: Vec<String> = filled
            .map(|(column, cell)| format!("{}: {cell}", column.title))
            .collect();
        let head = row
            .cells
            .iter()
            .take(2)
            .cloned()
            .collect::<Vec<_>>()
            .join(". ");
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
    let left = middles(&signed(left), half);
    side_by_side(&left, &middles(&signed(right), columns - half), columns)
}

/// Returns lines in the middle of a side, each broken where it is too long.
fn middles(lines: &[String], columns: usize) -> Vec<String> {
    let lines = lines.iter().flat_map(|line| wrap(line, columns));
    lines.map(|line| centre(&line, columns)).collect()
}

/// Two columns of lines.
fn side_by_side(left: &[String], right: &[String], columns: usize) -> Vec<String> {
    let half = columns / 2;
    let rows = left.len().max(right.len());
    let at = |lines: &[String], row: usize| lines.get(row).cloned().unwrap_or_default();
    let lines = (0..rows).map(|row| {
        let line = format!("{}{}", pad(&at(left, row), half), at(right, row));
        line.trim_end().to_owned()
    });
    preceded(lines.collect())
}

/// The lines of one who signs, with room for the signature.
fn signed(signature: &Signature) -> Vec<String> {
    let over = signature.authority.iter().chain(&signature.position);
    let gap = std::iter::repeat_n(String::new(), 3);
    over.cloned()
        .chain(gap)
        .chain([signature.name.clone()])
        .collect()
}

/// Who gets the document stands beside the one who signs it, as on paper.
fn closing(
    recipients: &[String],
    signature: &Signature,
    profile: &Profile,
    columns: usize,
) -> Vec<String> {
    let half = columns / 2;
    let behind = " ".repeat(width(&profile.end.recipient));
    let mut left = vec![profile.end.recipients_label.clone()];
    for line in recipient_lines(recipients, &profile.end) {
        left.extend(hanging("", &behind, &line, half.saturating_sub(GAP)));
    }
    let right = middles(&signed(signature), columns - half);
    side_by_side(&left, &right, columns)
}

/// Returns those who get a document, each with the marks that the guidance puts around it.
pub(crate) fn recipient_lines(recipients: &[String], end: &End) -> Vec<String> {
    let lines = separated(recipients, end);
    lines
        .map(|line| format!("{}{line}", end.recipient))
        .collect()
}

/// Returns those who get a document, each with the mark that the guidance puts behind it.
pub(super) fn separated(recipients: &[String], end: &End) -> impl Iterator<Item = String> {
    let last = recipients.len().saturating_sub(1);
    recipients.iter().enumerate().map(move |(position, name)| {
        let mark = if position == last {
            &end.recipients_last
        } else {
            &end.recipient_separator
        };
        // A blank has no mark, so that it can be filled in.
        let mark = if ends_with_blank(name) { "" } else { mark };
        format!("{name}{mark}")
    })
}

fn preceded(lines: Vec<String>) -> Vec<String> {
    std::iter::once(String::new()).chain(lines).collect()
}

fn followed(mut lines: Vec<String>) -> Vec<String> {
    lines.push(String::new());
    lines
}
