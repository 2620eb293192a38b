//! Whether the words behind `@` name another unit than the one that their beginning fits: `@phú nhuận` is not Phú Hữu.

use super::deadline::{begins_deed, first_words, without_mark};
use crate::text::fold::fold;
use crate::text::nearest::wrong_letters;

/// Words with which a text begins behind the name of a unit, besides deeds.
const OPENERS: &[&str] = &[
    "bay", "bi", "bo", "cac", "can", "cho", "chua", "chi", "chuyen", "co", "con", "cung", "cua",
    "cuoi", "dau", "dang", "da", "dat", "de", "den", "di", "do", "du", "duoc", "gap", "gan", "giu",
    "han", "het", "hien", "hop", "it", "ket", "khi", "kho", "khong", "kinh", "la", "lam", "lay",
    "mac", "mo", "moi", "muon", "nay", "neu", "nen", "ngay", "nghi", "nhan", "nhieu", "noi", "o",
    "phan", "phai", "phat", "qua", "ra", "rat", "sap", "se", "sua", "tai", "tap", "thay", "theo",
    "thi", "thieu", "thong", "thua", "tiep", "tra", "tre", "trong", "truoc", "tu", "ty", "va",
    "vai", "van", "vang", "ve", "vi", "viec", "voi", "vua", "vuong", "xin", "xong", "y", "yeu",
];

/// Says whether the piece of a text that fits the beginning of a name is followed by a word that goes on another way:
/// then the words name a unit that is none of the roster, or is misspelled. Returns all those words.
///
/// A text may begin behind the first word of a name, so that the next word counts as part of a name only where it is no
/// word that a text begins with, and either stands alone before the text, or is nearly the next word of the name.
pub(super) fn other_name<'a>(piece: &str, typed: &'a str, name: &str) -> Option<&'a str> {
    let pieces: Vec<&str> = piece.split_whitespace().collect();
    let names: Vec<&str> = name.split_whitespace().collect();
    let begins = pieces.iter().zip(&names);
    let is_first = begins
        .clone()
        .all(|(typed, word)| fold(word).starts_with(&fold(typed)));
    let is_ended = without_mark(piece).len() < piece.len();
    let wanted = names.get(pieces.len()).filter(|_| is_first && !is_ended)?;
    let rest = typed.get(piece.len()..)?;
    let mut words = rest.split_whitespace();
    let next = words.next()?;
    let bare = without_mark(next);
    let is_syllable = bare.chars().count() > 1 && bare.chars().all(char::is_alphabetic);
    if !is_syllable || opens(rest) {
        return None;
    }
    let behind = rest.trim_start().get(next.len()..)?.trim_start();
    let is_capital = |text: &str| text.starts_with(char::is_uppercase);
    let is_alone = bare.len() < next.len()
        || !behind.starts_with(char::is_alphanumeric)
        || (!is_capital(bare) && is_capital(behind))
        || opens(behind);
    let is_near = bare.chars().count() > 2 && wrong_letters(&fold(bare), &fold(wanted)) < 2;
    // Behind a word in capitals another one goes on with the name, behind one in small letters it begins the text.
    let is_named = is_capital(bare) && is_capital(piece);
    (is_alone || is_near || is_named).then(|| first_words(typed, pieces.len() + 1))?
}

/// Says whether a text begins with a word that no name goes on with.
fn opens(text: &str) -> bool {
    let first = fold(without_mark(
        text.split_whitespace().next().unwrap_or_default(),
    ));
    OPENERS.contains(&first.as_str()) || begins_deed(text)
}
