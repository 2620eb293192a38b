//! Which old encoding a text is in that was written before Unicode, or saved as if it still were (`guide/domain.md` §7.6).

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::syllable::is_syllable;

/// An encoding that is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legacy {
    /// TCVN3, the encoding of the ABC fonts such as `.VnTime`: `§¶ng ñy`.
    Tcvn3,
    /// VNI for Windows, a letter and its mark side by side: `Ñaûng uûy`.
    Vni,
    /// Windows-1258, a letter and behind it its tone.
    Windows1258,
    /// UTF-16, two bytes a letter.
    Utf16,
}

/// TCVN3 from 0xA1 to 0xFE (TCVN 5712:1993, VN3); a dot is none.
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđ······àảãáạ·ằẳẵắ·······ặầẩẫấậè·ẻẽéẹềểễếệìỉ···ĩíị\
    ò·ỏõóọồổỗốộờởỡớợù·ủũúụừửữứựỳỷỹýỵ";

/// VNI: the letter of a character, or the marks that it puts on the vowel before it.
const VNI_LETTERS: [(char, &str); 8] = [
    ('ñ', "đ"),
    ('ô', "ơ"),
    ('ö', "ư"),
    ('ì', "ì"),
    ('í', "í"),
    ('æ', "ỉ"),
    ('ó', "ĩ"),
    ('ò', "ị"),
];
const VNI_MARKS: [(char, &str); 17] = [
    ('ø', "\u{300}"),
    ('ù', "\u{301}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('à', "\u{302}\u{300}"),
    ('á', "\u{302}\u{301}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('è', "\u{306}\u{300}"),
    ('é', "\u{306}\u{301}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

/// Windows-1258 where it differs from Latin-1 in letters.
const WINDOWS_1258: [(char, char); 13] = [
    ('Ã', 'Ă'),
    ('ã', 'ă'),
    ('Ì', '\u{300}'),
    ('Ò', '\u{309}'),
    ('Þ', '\u{303}'),
    ('ì', '\u{301}'),
    ('ò', '\u{323}'),
    ('Ð', 'Đ'),
    ('ð', 'đ'),
    ('Õ', 'Ơ'),
    ('õ', 'ơ'),
    ('Ý', 'Ư'),
    ('ý', 'ư'),
];

/// Returns the most probable text of bytes that are not UTF-8, or nothing if they are no Vietnamese text.
pub fn recognise(bytes: &[u8]) -> Option<Legacy> {
    if is_utf16(bytes) {
        return Some(Legacy::Utf16);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let latin: String = bytes.iter().copied().map(char::from).collect();
    let all = [Legacy::Tcvn3, Legacy::Vni, Legacy::Windows1258];
    judge(&latin, &all, SURE)
}

/// Returns the fonts that a text was written for whose letters are other letters in Unicode;
/// a single word with a single mark is too little to say so.
pub fn recognise_text(text: &str) -> Option<Legacy> {
    judge(text, &[Legacy::Tcvn3, Legacy::Vni], SURE)
}

/// Returns the old fonts or the encoding that a pasted text was probably written in, to be asked about: one word that is no
/// syllable as it stands is enough. A text with a letter that only Unicode has was written in none.
pub fn recognise_pasted(text: &str) -> Option<Legacy> {
    let is_mark = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
    let is_of_unicode = |c: char| is_mark(c) || (c > '\u{ff}' && c.is_alphabetic());
    if text.is_ascii() || text.chars().any(is_of_unicode) {
        return None;
    }
    let all = [Legacy::Tcvn3, Legacy::Vni, Legacy::Windows1258];
    judge(text, &all, LIKELY)
}

/// Returns a text of an old encoding in Unicode; what cannot have been written in it stays.
pub fn convert(text: &str, legacy: Legacy) -> String {
    let read: String = match legacy {
        Legacy::Tcvn3 => text.chars().map(|c| tcvn3(c).unwrap_or(c)).collect(),
        Legacy::Vni => vni_in_case(text),
        Legacy::Windows1258 => text.chars().map(windows_1258).collect(),
        Legacy::Utf16 => text.to_owned(),
    };
    read.nfc().collect()
}

/// Returns a text of the VNI fonts with its capitals; a mark behind no vowel stays the letter that it is.
fn vni_in_case(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut vowel = false;
    for c in text.chars() {
        let lower = c.to_lowercase().next().unwrap_or(c);
        let letter = row(&VNI_LETTERS, lower);
        let mark = row(&VNI_MARKS, lower).filter(|_| vowel);
        match (letter, mark) {
            (Some(letter), _) if c == lower => read.push_str(letter),
            (Some(letter), _) => read.push_str(&letter.to_uppercase()),
            (None, Some(marks)) => read.push_str(marks),
            (None, None) => read.push(c),
        }
        vowel = "aeiouyôö".contains(lower);
    }
    read
}

/// Says whether each letter takes two bytes: a mark at the beginning says so, or every other byte is often zero.
fn is_utf16(bytes: &[u8]) -> bool {
    let zeros = |parity: usize| {
        bytes
            .iter()
            .skip(parity)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    bytes.starts_with(&[0xff, 0xfe])
        || bytes.starts_with(&[0xfe, 0xff])
        || even.min(odd) == 0 && even.max(odd) * 4 > bytes.len()
}

/// Marks that must speak for an encoding before a text is refused or read in it.
const SURE: usize = 2;

/// Marks that must speak for an encoding before it is asked about.
const LIKELY: usize = 1;

/// Returns the encoding in which most words are Vietnamese syllables that are none as they stand.
fn judge(text: &str, candidates: &[Legacy], least: usize) -> Option<Legacy> {
    let is_part = |c: char| {
        c.is_ascii_alphabetic() || !c.is_ascii() && !c.is_whitespace() && !is_punctuation(c)
    };
    let marked: BTreeSet<&str> = text
        .split(|c| !is_part(c))
        .filter(|word| !word.is_ascii())
        .collect();
    let counted = candidates
        .iter()
        .map(|legacy| (readable(&marked, *legacy, least), *legacy));
    let convincing = counted.filter(|(readable, _)| readable * 2 > marked.len());
    // Of equals the first stands: it is the more frequent in old files.
    let best = convincing.rev().max_by_key(|(readable, _)| *readable);
    best.map(|(_, legacy)| legacy)
}

/// Returns how many words are syllables in this encoding; none, if too little speaks for it.
///
/// A word that is a syllable as it stands (cô, là) speaks neither for an encoding nor, where it is only asked about, against
/// it; nor among the bytes of Windows-1258, because that shares most letters with Latin-1.
fn readable(marked: &BTreeSet<&str>, legacy: Legacy, least: usize) -> usize {
    let read = marked
        .iter()
        .filter(|word| decode(word, legacy).is_some_and(|read| is_word(word, &read)));
    let (plain, changed): (Vec<&str>, Vec<&str>) = read.partition(|word| is_syllable(word));
    let marks = |word: &&str| word.chars().filter(|c| !c.is_ascii()).count();
    let evidence = changed
        .iter()
        .filter(|word| word.contains(|c: char| c.is_ascii()) && !is_foreign(word))
        .map(marks);
    match (evidence.sum::<usize>(), legacy) {
        (sum, _) if sum < least => 0,
        (_, Legacy::Windows1258) => changed.len() + plain.len(),
        (_, Legacy::Tcvn3 | Legacy::Vni | Legacy::Utf16) if least == LIKELY => {
            changed.len() + plain.len()
        }
        (_, Legacy::Tcvn3 | Legacy::Vni | Legacy::Utf16) => changed.len(),
    }
}

/// Says whether a word is read as a syllable, or as an abbreviation with Đ (`H§ND`).
fn is_word(word: &str, read: &str) -> bool {
    let is_capital = |c: char| c.is_uppercase() || c == '§';
    let lower = read.to_lowercase();
    let is_short_form = word.chars().all(is_capital)
        && lower.contains('đ')
        && lower
            .chars()
            .all(|c| c == 'đ' || (c.is_ascii_alphabetic() && !"aeiouy".contains(c)));
    is_short_form || is_syllable(read)
}

/// Says whether a word of two letters may be one of another language, as `où` or `µm`; a sign that is no letter is in none.
fn is_foreign(word: &str) -> bool {
    let mut letters = word.chars();
    word.chars().count() < 3 && letters.all(char::is_alphabetic) && !word.ends_with('µ')
}

/// Returns a word as its writer saw it, or nothing if it cannot have been written so.
fn decode(word: &str, legacy: Legacy) -> Option<String> {
    let read: Option<String> = match legacy {
        Legacy::Tcvn3 => word.chars().map(tcvn3).collect(),
        Legacy::Vni => vni(word),
        Legacy::Windows1258 => Some(word.chars().map(windows_1258).collect()),
        Legacy::Utf16 => None,
    };
    read.map(|read| read.nfc().collect())
}

fn tcvn3(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    let place = u32::from(c).checked_sub(0xa1)?;
    TCVN3.chars().nth(place as usize).filter(|c| *c != '·')
}

fn row(table: &[(char, &'static str)], c: char) -> Option<&'static str> {
    table.iter().find(|row| row.0 == c).map(|row| row.1)
}

fn vni(word: &str) -> Option<String> {
    let mut read = String::new();
    for c in word.to_lowercase().chars() {
        let follows_vowel = read.ends_with(['a', 'e', 'i', 'o', 'u', 'y', 'ơ', 'ư']);
        match row(&VNI_LETTERS, c) {
            Some(letter) => read.push_str(letter),
            None if c.is_ascii() => read.push(c),
            None if follows_vowel => read.push_str(row(&VNI_MARKS, c)?),
            None => return None,
        }
    }
    Some(read)
}

fn windows_1258(c: char) -> char {
    let row = WINDOWS_1258.iter().find(|row| row.0 == c);
    row.map_or(c, |row| row.1)
}

/// Says whether a character stands between words: controls, and the quotes and dashes of Unicode.
fn is_punctuation(c: char) -> bool {
    c.is_control() || ('\u{2000}'..='\u{206f}').contains(&c)
}
