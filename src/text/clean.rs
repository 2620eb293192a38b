//! Text as it is let in: NFC, without control characters and without invisible marks.

use unicode_normalization::UnicodeNormalization;

/// Returns the text on one line: NFC, line breaks and tabs as single spaces, strays dropped.
pub fn clean_line(text: &str) -> String {
    let spaced = text
        .replace("\r\n", " ")
        .replace(['\n', '\r', '\t', '\u{a0}'], " ");
    clean(&spaced)
}

/// Returns the text with its line breaks as `\n`: NFC, tabs as spaces, strays dropped.
pub fn clean_text(text: &str) -> String {
    let unified = text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace(['\t', '\u{a0}'], " ");
    unified
        .split('\n')
        .map(clean)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Says whether a character must not enter a text: it controls a terminal, or nobody can see it.
///
/// U+202F and the zero-width characters are markers that input methods leave behind
/// (`domain.md` §7.5); the bidirectional controls could make a line read as something else.
pub fn is_stray(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

fn clean(text: &str) -> String {
    text.chars().filter(|c| !is_stray(*c)).nfc().collect()
}
