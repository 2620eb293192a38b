//! Text as it is let in: NFC, without control characters and invisible marks, in the letters that it seems to have.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::lookalikes::plain;

/// Returns the text on one line, as it is let in: NFC, line breaks and tabs as single spaces, strays dropped, letters
/// that only look like ours replaced.
pub fn clean_line(text: &str) -> String {
    entered(&composed_line(text))
}

/// Returns the text as it is let in, with its line breaks as `\n`: NFC, tabs as spaces, strays dropped, letters that only
/// look like ours replaced.
pub fn clean_text(text: &str) -> String {
    let composed = composed_text(text);
    let lines: Vec<String> = composed.split('\n').map(entered).collect();
    lines.join("\n")
}

/// Returns the text of one line as it is given out: NFC, without strays, but with the letters that the book has.
pub(crate) fn composed_line(text: &str) -> String {
    let spaced = without_sequences(text)
        .replace("\r\n", " ")
        .replace(['\n', '\r', '\t', '\u{a0}'], " ");
    composed(&spaced)
}

/// Returns the text with its line breaks as it is given out: NFC, without strays, but with the letters that the book has.
pub fn composed_text(text: &str) -> String {
    let unified = without_sequences(text)
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace(['\t', '\u{a0}'], " ");
    unified
        .split('\n')
        .map(composed)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Returns a composed line in the letters that it seems to have.
pub(crate) fn entered(line: &str) -> String {
    plain(line).into_owned()
}

/// Says whether a character must not enter a text: it controls a terminal, nobody can see it, or it is none.
///
/// U+202F and the zero-width characters are markers that input methods leave behind
/// (`guide/domain.md` §7.5); the bidirectional controls could make a line read as something else.
pub fn is_stray(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fdd0}'..='\u{fdef}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
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

fn composed(text: &str) -> String {
    text.chars().filter(|c| !is_stray(*c)).nfc().collect()
}
