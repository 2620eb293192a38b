//! The same word and the same person: the one rule by which texts are compared that were written at different keyboards.
//!
//! Case, the place of the tone mark (`ủy` and `uỷ`), letters that only look alike, and the kind of spaces, dashes and
//! quotation marks do not count (`guide/domain.md` §7.3); for persons neither does «đồng chí» before the name.

use unicode_normalization::UnicodeNormalization;

use super::clean::clean_line;
use super::syllable::TONES;

/// Returns the key by which two spellings of the same words are equal.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for word in clean_line(text).to_lowercase().split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        push_word(&mut key, word);
    }
    key
}

/// Says whether two texts are the same words.
pub fn is_same(one: &str, other: &str) -> bool {
    one == other || key(one) == key(other)
}

/// Returns the key by which two spellings of the same person's name are equal.
pub fn person_key(name: &str) -> String {
    key(bare_person(&clean_line(name)))
}

/// Says whether two names are those of the same person.
pub fn is_same_person(one: &str, other: &str) -> bool {
    one == other || person_key(one) == person_key(other)
}

/// Returns a person's name without «Đ/c», «ĐC» or «đồng chí» before it; an address before nothing is left as it is.
pub fn bare_person(name: &str) -> &str {
    let mut bare = name.trim();
    while let Some(rest) = behind_address(bare) {
        bare = rest;
    }
    bare
}

/// The ways in which «đồng chí» is written before a name; a short form may end with a stop.
const ADDRESSES: [&str; 11] = [
    "đồng chí",
    "đ/chí",
    "đ.chí",
    "đchí",
    "đ/c",
    "đ.c",
    "đ. c",
    "đ/ c",
    "đ-c",
    "d/c",
    "đc",
];

/// Says whether a sentence has just addressed somebody, so that the name follows.
pub(crate) fn ends_with_address(sentence: &str) -> bool {
    let end = sentence.trim_end_matches([' ', '.', ':']);
    let start = end.char_indices().rev().nth(LONGEST);
    let start = start.map_or(0, |(start, _)| start);
    let end = end.get(start..).unwrap_or_default().to_lowercase();
    ADDRESSES.iter().any(|address| {
        let before = end.strip_suffix(address);
        before.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
    })
}

/// The letters of the longest address.
const LONGEST: usize = 8;

/// Returns the name behind an address, if one stands before it.
fn behind_address(name: &str) -> Option<&str> {
    let rest = ADDRESSES.iter().find_map(|address| {
        let letters = address.chars().count();
        let end = name.char_indices().nth(letters).map(|(end, _)| end)?;
        let (head, rest) = name.split_at_checked(end)?;
        (head.to_lowercase() == **address).then_some(rest)
    })?;
    let is_apart = rest.starts_with([' ', '.', ':', ',', '\u{a0}']);
    // «Đ/cNguyễn» is written without a space; a name that only begins with these letters goes on with small ones.
    let is_joined = rest.starts_with(char::is_uppercase) && !rest.starts_with(char::is_whitespace);
    let is_short = name.contains('/') || name.contains('.');
    let bare = rest.trim_start_matches([' ', '.', ':', ',', '\u{a0}']);
    let is_name = bare.starts_with(char::is_alphabetic);
    (is_name && (is_apart || is_joined && is_short)).then_some(bare)
}

/// Adds a word: the tones of each run of letters behind it, a dash as a hyphen, a quotation mark as a plain one.
fn push_word(key: &mut String, word: &str) {
    let mut tones: Vec<char> = Vec::new();
    for c in word.nfd() {
        if TONES.contains(&c) {
            tones.push(c);
            continue;
        }
        let is_within = c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c);
        if !is_within {
            key.extend(tones.drain(..));
        }
        key.push(plain_sign(c));
    }
    key.extend(tones);
}

/// Returns the plain sign for the dashes and the quotation marks.
fn plain_sign(c: char) -> char {
    match c {
        '‐'..='―' | '−' => '-',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`' | '´' => '\'',
        _ => c,
    }
}
