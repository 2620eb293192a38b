//! The XML of a DOCX part: its head, its names, and text that cannot break out of it.

use super::super::symbol;

/// The first line of every part.
pub(super) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespaces of the body.
pub(super) const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

/// Returns the text as XML 1.0 can hold it: markup escaped, characters that XML forbids dropped.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars().filter(|c| is_allowed(*c)) {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Returns a paragraph of a style with one run of text.
///
/// The hyphen in a document's symbol does not break: `58-QĐ/TW` stays on one line.
pub(super) fn paragraph(style: &str, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{}</w:p>"#,
        run(text)
    )
}

/// Returns a run of text.
pub(super) fn run(text: &str) -> String {
    let mut runs = String::new();
    let mut rest = text;
    while let Some(hyphen) = symbol::hyphens(rest).next() {
        let (before, after) = rest.split_at(hyphen);
        runs.push_str(&plain_run(before));
        runs.push_str("<w:r><w:noBreakHyphen/></w:r>");
        rest = after.get(1..).unwrap_or_default();
    }
    runs.push_str(&plain_run(rest));
    runs
}

fn plain_run(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!(
        r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#,
        escape(text)
    )
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
