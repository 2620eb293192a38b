//! A document as Markdown: the letterhead as it is set, the rest as headings, paragraphs and tables.

use std::fmt::Write;

use super::breaks;
use super::document::{Block, Document, Signature, Table};
use super::outline::labelled;
use super::plain;
use super::profile::Element;

/// Columns of the letterhead and of the signatures (`guide/domain.md` §1.3).
const COLUMNS: usize = 72;

/// Returns the document as Markdown.
pub fn markdown(document: &Document) -> String {
    let mut out = String::new();
    let mut before: Option<&Block> = None;
    let profile = document.profile();
    for (label, piece) in labelled(&document.pieces, &profile.outline) {
        let block = &piece.block;
        // Items that follow one another are one list.
        let same_list = matches!((before, block), (Some(Block::Item(_)), Block::Item(_)));
        if before.is_some() && !same_list {
            out.push('\n');
        }
        push(&mut out, block, label.as_deref(), document);
        before = Some(block);
    }
    out
}

fn push(out: &mut String, block: &Block, label: Option<&str>, document: &Document) {
    let profile = document.profile();
    let numbered = |text: &str| format!("{} {}", label.unwrap_or_default(), escape(text));
    match block {
        Block::Letterhead(head) => fence(out, &plain::letterhead(head, profile, COLUMNS)),
        Block::Draft(text) => line(out, &format!("*{}*", escape(text))),
        Block::Mark(text) => line(out, &format!("> **{}**", escape(text))),
        Block::Title { kind, subject } => {
            let subject = broken(subject, Element::Subject, document, false);
            let kind = escape(kind);
            line(out, &format!("# {kind}\n\n**{subject}**"));
            if document.house.dashes {
                line(
                    out,
                    &format!("\n{}", profile.head.dashes.replace('-', "\\-")),
                );
            }
        }
        Block::Section(text) => line(out, &format!("## {}", numbered(text))),
        Block::Heading(text) => line(out, &format!("### {}", numbered(text))),
        Block::Speaker(text) => line(out, &format!("**{}**", numbered(text))),
        Block::Numbered(text) => line(out, &numbered(text).replacen(". ", "\\. ", 1)),
        Block::Paragraph(text) => line(out, &paragraph(text)),
        Block::Item(text) => item(out, text),
        Block::Annex {
            number,
            title,
            is_wide,
        } => {
            let title = broken(title, Element::AnnexTitle, document, *is_wide);
            line(out, &format!("## {}\n\n**{title}**", escape(number)));
        }
        Block::Table(table) => push_table(out, table),
        Block::Plate(plate) => {
            let lines = plate.lines.iter().map(|line| escape(&line.text));
            line(
                out,
                &format!("**{}**", lines.collect::<Vec<_>>().join("\\\n")),
            );
        }
        Block::Signatures { left, right } => push_signatures(out, left, right),
        Block::Closing {
            recipients,
            signature,
        } => {
            let over = signature.authority.iter().chain(&signature.position);
            for over in over {
                line(out, &format!("**{}**\n", escape(over)));
            }
            line(out, &format!("**{}**\n", escape(&signature.name)));
            line(out, &format!("{}\n", profile.end.recipients_label));
            for recipient in plain::separated(recipients, &profile.end) {
                item(out, &recipient);
            }
        }
    }
}

/// A title with the breaks of the printed one.
fn broken(text: &str, element: Element, document: &Document, is_wide: bool) -> String {
    let broken = breaks::title(text, element, document, is_wide);
    let lines: Vec<String> = broken.split('\n').map(escape).collect();
    lines.join("\\\n")
}

/// A paragraph that begins with a number and a full stop stays a paragraph.
fn paragraph(text: &str) -> String {
    let escaped = escape(text);
    match escaped.split_once(". ") {
        Some((number, rest))
            if !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) =>
        {
            format!("{number}\\. {rest}")
        }
        _ => escaped,
    }
}

fn push_table(out: &mut String, table: &Table) {
    let titles = table.columns.iter().map(|column| escape(&column.title));
    row(out, titles);
    row(out, table.columns.iter().map(|_| "---".to_owned()));
    for of in &table.rows {
        row(out, of.cells.iter().map(|cell| escape(cell)));
    }
    if let Some(total) = &table.total {
        line(out, &format!("\n{}", escape(total)));
    }
}

fn push_signatures(out: &mut String, left: &Signature, right: &Signature) {
    let over = |signature: &Signature| {
        let over = signature.authority.iter().chain(&signature.position);
        over.map(|line| escape(line))
            .collect::<Vec<_>>()
            .join("<br>")
    };
    row(out, [left, right].map(over));
    row(out, [":---:"; 2]);
    row(out, ["<br><br><br>"; 2]);
    row(out, [left, right].map(|signature| escape(&signature.name)));
}

fn fence(out: &mut String, lines: &[String]) {
    line(out, &format!("```text\n{}\n```", lines.join("\n")));
}

/// Writes a line of a list.
pub(super) fn item(out: &mut String, text: &str) {
    line(out, &format!("- {}", escape(text)));
}

/// Writes a row of a table; its cells are Markdown already.
pub(super) fn row(out: &mut String, cells: impl IntoIterator<Item = impl AsRef<str>>) {
    out.push('|');
    for cell in cells {
        // Writing to a string cannot fail.
        let _written = write!(out, " {} |", cell.as_ref());
    }
    out.push('\n');
}

pub(super) fn line(out: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _written = writeln!(out, "{text}");
}

/// Escapes the signs of Markdown in a typed text.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for (position, c) in text.char_indices() {
        let special = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&'
        ) || (position == 0 && matches!(c, '#' | '+' | '-' | '='));
        if special {
            escaped.push('\\');
        }
        escaped.push(if c == '\n' { ' ' } else { c });
    }
    escaped
}
