//! Vietnamese order: letters first, tones to break ties, syllable by syllable (`domain.md` §4).

use unicode_normalization::UnicodeNormalization;

/// A key whose byte order is the Vietnamese dictionary order of the texts it was made from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey(Vec<u8>);

/// The order of the letters; what stands between two Vietnamese letters in the Latin alphabet keeps its place.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// The tones in their order: ngang, huyền, hỏi, ngã, sắc, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// Returns the key that sorts the text as a Vietnamese dictionary does.
pub fn sort_key(text: &str) -> SortKey {
    let mut key = Vec::with_capacity(text.len() + 8);
    for syllable in text
        .split([' ', '-'])
        .filter(|syllable| !syllable.is_empty())
    {
        push_syllable(&mut key, syllable);
    }
    SortKey(key)
}

/// Adds the letters, an end that sorts before any letter, the tone, and the case.
fn push_syllable(key: &mut Vec<u8>, syllable: &str) {
    let mut tone = 0;
    for c in syllable.nfd() {
        match TONES.iter().position(|mark| *mark == c) {
            Some(position) => tone = position + 1,
            None => push_letter(key, c),
        }
    }
    let upper = syllable.chars().any(char::is_uppercase);
    key.extend([0, small(tone), u8::from(upper)]);
}

/// Adds the rank of a base letter, or moves the letter before it to where its mark belongs.
fn push_letter(key: &mut Vec<u8>, c: char) {
    let marked = match c {
        '\u{306}' | '\u{302}' | '\u{31b}' => {
            1 + u8::from(c == '\u{302}' && key.last() == Some(&rank('a')))
        }
        _ => 0,
    };
    match key.last_mut() {
        Some(last) if marked > 0 => *last = mark_rank(*last, c, marked),
        _ => key.push(rank(c)),
    }
}

/// Returns the rank of a letter once a breve, circumflex or horn sits on it.
fn mark_rank(base: u8, mark: char, step: u8) -> u8 {
    let o = rank('o');
    match mark {
        '\u{31b}' if base == o => o + 2,
        _ => base + step,
    }
}

fn rank(c: char) -> u8 {
    let lower = c.to_lowercase().next().unwrap_or(c);
    match ALPHABET.chars().position(|letter| letter == lower) {
        Some(position) => 20 + small(position),
        None => match lower.to_digit(10) {
            Some(digit) => 2 + small(digit as usize),
            None => 1,
        },
    }
}

/// Returns a position in a short table as a byte.
fn small(position: usize) -> u8 {
    u8::try_from(position).unwrap_or(u8::MAX)
}
