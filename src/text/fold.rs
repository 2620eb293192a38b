//! Letters without their marks and their case, so that a search without accents finds words with accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::lookalikes::plain_letter;

/// Returns the letter that stands for `c` when accents and case do not count: `Ệ` gives `e`, `đ` gives `d`.
pub fn fold_char(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match c {
        'đ' | 'Đ' => 'd',
        _ => {
            let base = std::iter::once(c).nfd().next().unwrap_or(c);
            if base.is_ascii() {
                return base.to_ascii_lowercase();
            }
            // A book of an earlier version may hold letters that only look like ours.
            let lower = plain_letter(base).to_lowercase().next().unwrap_or(base);
            unbarred(plain_letter(lower))
        }
    }
}

/// Returns the text folded letter by letter; an NFC text keeps its count of characters,
/// unless a mark in it has no letter to sit on.
pub fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii() || !is_combining_mark(*c))
        .map(fold_char)
        .collect()
}

/// Returns d for the letter that has only its bar besides.
fn unbarred(c: char) -> char {
    match c {
        'đ' => 'd',
        'ă' => 'a',
        _ => c,
    }
}
