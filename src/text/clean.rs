//! Text as it is let in: NFC, without control characters and without invisible marks.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// Returns the text on one line: NFC, line breaks and tabs as single spaces, strays dropped.
pub fn clean_line(text: &str) -> String {
    let spaced = without_sequences(text)
        .replace("\r\n", " ")
        .replace(['\n', '\r', '\t', '\u{a0}'], " ");
    clean(&spaced)
}

/// Returns the text with its line breaks as `\n`: NFC, tabs as spaces, strays dropped.
pub fn clean_text(text: &str) -> String {
    let unified = without_sequences(text)
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
/// (`guide/domain.md` §7.5); the bidirectional controls could make a line read as something else.
pub fn is_stray(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Returns the text without escape sequences of terminals.
fn without_sequences(text: &str) -> Cow<'_, str> {
    if !text.contains('\u{1b}') {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut pieces = text.split('\u{1b}');
    clean.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        clean.push_str(behind_sequence(piece));
    }
    Cow::Owned(clean)
}

/// Returns the text behind the sequence that an ESC before this text begins (ECMA-48).
fn behind_sequence(text: &str) -> &str {
    match text.chars().next() {
        // A control sequence ends with a letter or one of `@[\]^_{|}~` and the accent.
        Some('[') => {
            let body = text.get(1..).unwrap_or_default();
            let end = body.find(|c: char| !('\u{20}'..='\u{3f}').contains(&c));
            end.and_then(|end| {
                body.get(end + 1..)
                    .filter(|_| body.is_char_boundary(end + 1))
            })
            .unwrap_or_default()
        }
        // A string for the terminal ends with BEL, or with an ESC that the text was cut at.
        Some(']' | 'P' | 'X' | '^' | '_') => {
            text.split_once('\u{7}').map_or("", |(_, behind)| behind)
        }
        Some(c) if c.is_ascii() => text.get(1..).unwrap_or_default(),
        Some(_) | None => text,
    }
}

fn clean(text: &str) -> String {
    text.chars().filter(|c| !is_stray(*c)).nfc().collect()
}
