//! The symbols of documents in the text of a DOCX, kept on one line without a letter that nobody typed.
//!
//! Word and LibreOffice end a line behind a hyphen. Another hyphen (U+2011), or a joiner beside it, would keep `58-QĐ/TW`
//! together, but whoever looks for what was typed would not find it. So where a line would end inside a symbol, the space
//! before the symbol is as wide as what has to follow its hyphen: the line ends there, and a space at the end of a line
//! takes no room.

use super::super::pdf::lines::{Measure, lines};
use super::super::profile::Style;
use super::super::symbol::hyphens;
use super::super::typeface::Face;

/// A space of a text by its byte, and how much wider than a space it is, in twips.
pub(super) type WideSpace = (usize, u32);

/// Returns the spaces before the symbols that begin a line where a paragraph is as wide as this, in twips.
pub(super) fn wide_spaces(
    label: Option<&str>,
    text: &str,
    style: Style,
    width: u32,
) -> Vec<WideSpace> {
    if hyphens(text).next().is_none() {
        return Vec::new();
    }
    let label = label.map_or_else(String::new, |label| format!("{label} "));
    let cased = style.cased(text);
    // Capitals of another length would lead to other bytes; no letter of Vietnamese has them.
    if cased.len() != text.len() {
        return Vec::new();
    }
    let whole = format!("{label}{cased}");
    let face = Face::of(style);
    let measure = Measure {
        face,
        size: style.size,
        first: f64::from(width) - f64::from(style.first_line),
        rest: f64::from(width),
    };
    let mut end = 0;
    let mut wide = Vec::new();
    for line in lines(&whole, measure) {
        let rest = whole.get(end..).unwrap_or_default();
        let start = end + rest.find(&line.text).unwrap_or_default();
        end = start + line.text.len();
        let word = line.text.split(' ').next().unwrap_or_default();
        let Some(hyphen) = hyphens(word).next() else {
            continue;
        };
        let before = whole.get(..start).unwrap_or_default();
        let space = start.checked_sub(label.len() + 1);
        if let Some(space) = space.filter(|_| before.ends_with(' ')) {
            let behind = word.get(hyphen + 1..).unwrap_or_default();
            wide.push((space, face.width(behind, style.size)));
        }
    }
    wide
}
