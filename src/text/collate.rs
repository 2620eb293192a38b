//! Vietnamese order: letters first, tones to break ties, syllable by syllable (`guide/domain.md` §4).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

/// A key whose byte order is the Vietnamese dictionary order of the texts it was made from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey(Vec<u8>);

/// The order of the letters; Latin letters that Vietnamese does not have keep their place in the Latin alphabet.
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

/// Adds the letters, an end that sorts before any letter, the tone, and the case (`guide/domain.md` §4.2).
fn push_syllable(key: &mut Vec<u8>, syllable: &str) {
    let mut letters: Vec<char> = Vec::new();
    let mut tone = 0;
    for c in syllable.nfd() {
        let marked = letters.last().and_then(|letter| compose(*letter, c));
        if let Some(position) = TONES.iter().position(|mark| *mark == c) {
            tone = position + 1;
        } else if !is_combining_mark(c) {
            letters.extend(c.to_lowercase());
        } else if let (Some(letter), Some(marked)) = (letters.last_mut(), marked)
            && ALPHABET.contains(marked)
        {
            // A mark that makes no Vietnamese letter does not count: ü is sorted as u.
            *letter = marked;
        }
    }
    let upper = syllable.chars().any(char::is_uppercase);
    key.extend(letters.into_iter().map(rank));
    key.extend([0, small(tone), u8::from(upper)]);
}

/// Returns the rank of a letter in lower case: behind the end of a syllable, other signs and digits.
fn rank(letter: char) -> u8 {
    match ALPHABET.chars().position(|known| known == letter) {
        Some(position) => 20 + small(position),
        None => match letter.to_digit(10) {
            Some(digit) => 2 + small(digit as usize),
            None => 1,
        },
    }
}

/// Returns a position in a short table as a byte.
fn small(position: usize) -> u8 {
    u8::try_from(position).unwrap_or(u8::MAX)
}
