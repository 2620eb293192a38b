//! Terms: the words of a text for an index, and the query for a typed word.
//!
//! A word is kept folded and, where it has accents, as it is written: `Đảng` as `dang` and as `đảng`. Signs around a
//! word do not count; a word with signs inside is kept whole and in parts: `12/20` also as `12` and as `20`.

use super::find::spellings;
use super::fold::fold;
use super::lookalikes::plain;

/// Stands in a term for a sign inside a word; nobody can type it.
const JOINT: char = '\u{e000}';

/// Returns the terms of a text; some may come twice.
pub fn terms(text: &str) -> Vec<String> {
    let mut terms = Vec::new();
    for word in text.split_whitespace().map(bare) {
        add(&mut terms, word);
        if word.contains(is_sign) {
            word.split(is_sign).for_each(|part| add(&mut terms, part));
        }
    }
    terms
}

fn add(terms: &mut Vec<String>, word: &str) {
    if word.is_empty() {
        return;
    }
    let written = joined(word);
    let folded = fold(&written);
    if folded != written {
        terms.push(written);
    }
    terms.push(folded);
}

/// Returns the beginnings of terms one of which a typed word asks for: accents that were typed have to be there,
/// those that were not do not matter. A word of nothing but signs asks for nothing.
pub fn asked(word: &str) -> Vec<String> {
    let written = joined(bare(word));
    if written.is_empty() {
        Vec::new()
    } else if fold(&written) == written {
        vec![written]
    } else {
        spellings(&written)
    }
}

/// Returns a word without the signs around it.
pub(crate) fn bare(word: &str) -> &str {
    word.trim_matches(is_sign)
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric()
}

fn joined(word: &str) -> String {
    let letters = word.chars().flat_map(char::to_lowercase);
    let signed = letters.map(|c| if is_sign(c) { JOINT } else { c });
    // A book of an earlier version may hold letters that only look like ours.
    plain(&signed.collect::<String>()).into_owned()
}
