//! Finding: accents that were typed are respected, accents that were not are ignored.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::fold::fold_char;
use super::lookalikes::plain_letter;
use super::syllable::TONES;

/// How well a name answers a query; the smaller, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The query is the whole name.
    Whole,
    /// The name begins with the query.
    Prefix,
    /// The query is the initials of the name's words.
    Initials,
    /// The query is the initials of the first of the name's words.
    FirstInitials,
    /// Each piece of the query begins one of the name's words, in order.
    Words,
}

/// Returns how well `name` answers `query`, or nothing if it does not; an empty query fits nothing.
pub fn fit(query: &str, name: &str) -> Option<Fit> {
    let query = query.trim();
    if query.is_empty() || is_longer(query, name) {
        return None;
    }
    let query: Vec<char> = query.chars().collect();
    let whole: Vec<char> = name.chars().collect();
    if begins(&query, &whole) {
        return Some(if query.len() == whole.len() {
            Fit::Whole
        } else {
            Fit::Prefix
        });
    }
    let letters: Vec<char> = query
        .iter()
        .copied()
        .filter(|c| !c.is_whitespace())
        .collect();
    let words = words_of(name);
    let initials: Vec<char> = words
        .iter()
        .filter_map(|word| word.first().copied())
        .collect();
    if letters.len() == query.len() && begins(&letters, &initials) {
        let is_all = letters.len() == initials.len();
        return Some(if is_all {
            Fit::Initials
        } else {
            Fit::FirstInitials
        });
    }
    spreads(&letters, &words).then_some(Fit::Words)
}

/// Says whether a query has more letters than a name, so that it cannot fit; of a long one no more is read than that takes.
fn is_longer(query: &str, name: &str) -> bool {
    let letters = |text| str::chars(text).filter(|c| !c.is_whitespace());
    letters(query).nth(letters(name).count()).is_some()
}

/// Says whether each word of the query begins one of the name's words, one behind another.
pub(crate) fn begins_words(query: &str, name: &str) -> bool {
    if is_longer(query, name) {
        return false;
    }
    let query: Vec<Vec<char>> = words_of(query);
    let name: Vec<Vec<char>> = words_of(name);
    !query.is_empty()
        && name.windows(query.len()).any(|run| {
            run.iter()
                .zip(&query)
                .all(|(word, typed)| begins(typed, word))
        })
}

fn words_of(text: &str) -> Vec<Vec<char>> {
    text.split_whitespace()
        .map(|word| word.chars().collect())
        .collect()
}

/// Returns the positions of the names that answer the query, the best first, otherwise in their order;
/// only those of the best kind are kept, so that `linh t` does not offer names that merely resemble it.
pub fn best<'a>(query: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<usize> {
    let fits: Vec<(usize, Fit)> = names
        .into_iter()
        .enumerate()
        .filter_map(|(position, name)| fit(query, name).map(|fit| (position, fit)))
        .collect();
    let top = fits.iter().map(|(_, fit)| *fit).min();
    fits.into_iter()
        .filter(|(_, fit)| Some(*fit) == top)
        .map(|(position, _)| position)
        .collect()
}

/// Returns where each word of the query stands in the text, as byte ranges in order, or nothing
/// unless every word stands in it; one may stand inside a longer word.
pub fn find_all(query: &str, text: &str) -> Option<Vec<Range<usize>>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    for word in query.split_whitespace() {
        let word: Vec<char> = word.chars().collect();
        found.push(find_word(&word, &letters, text.len())?);
    }
    found.sort_by_key(|range| range.start);
    Some(found)
}

/// Returns every place of a text where one of its words begins with this word.
pub fn places(word: &str, text: &str) -> Vec<Range<usize>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let word: Vec<char> = word.chars().collect();
    let starts = (0..letters.len()).filter(|start| begins_word(*start, &letters));
    starts
        .filter(|_| !word.is_empty())
        .filter_map(|start| place_at(start, &word, &letters, text.len()))
        .collect()
}

fn begins_word(start: usize, letters: &[(usize, char)]) -> bool {
    let before = start.checked_sub(1).and_then(|before| letters.get(before));
    before.is_none_or(|(_, letter)| !letter.is_alphanumeric())
}

/// Returns where the word stands in the text if it stands at this letter.
fn place_at(
    start: usize,
    word: &[char],
    letters: &[(usize, char)],
    end: usize,
) -> Option<Range<usize>> {
    letters.get(start..start + word.len())?;
    let letter = |place: usize| letters.get(start + place).map(|(_, letter)| *letter);
    let is_there = (0..word.len()).all(|place| agrees_at(word, place, &letter));
    let byte = |letter: usize| letters.get(letter).map_or(end, |(byte, _)| *byte);
    is_there.then(|| byte(start)..byte(start + word.len()))
}

/// Says whether a letter of a text answers a letter of a query: same letter, and every mark
/// that was typed is there.
pub fn agrees(query: char, text: char) -> bool {
    if fold_char(query) != fold_char(text) {
        return false;
    }
    let asked = marks(query);
    asked.is_empty() || {
        let there = marks(text);
        asked.iter().all(|mark| there.contains(mark))
    }
}

/// Says whether a word of a text answers the whole of a query.
pub(crate) fn agree(query: &str, word: &str) -> bool {
    fit(query, word) == Some(Fit::Whole)
}

/// Says whether the letter of a text answers that of a query at the same place; the tone that was typed may stand on another
/// vowel of its group, as in `ủy` and `uỷ`.
fn agrees_at(query: &[char], place: usize, text: &impl Fn(usize) -> Option<char>) -> bool {
    let (Some(typed), Some(there)) = (query.get(place), text(place)) else {
        return false;
    };
    if agrees(*typed, there) {
        return true;
    }
    if fold_char(*typed) != fold_char(there) {
        return false;
    }
    let had = marks(there);
    let missing = marks(*typed).into_iter().filter(|mark| !had.contains(mark));
    let missing: Vec<char> = missing.collect();
    let [tone] = missing[..] else {
        return false;
    };
    let has_tone = |letter: char| marks(letter).contains(&tone);
    let is_free = |other: &usize| query.get(*other).is_some_and(|letter| !is_toned(*letter));
    let mut others = vowels_beside(place, query).into_iter().filter(is_free);
    TONES.contains(&tone) && others.any(|other| text(other).is_some_and(has_tone))
}

fn is_toned(letter: char) -> bool {
    marks(letter).iter().any(|mark| TONES.contains(mark))
}

/// The letters that a tone can stand on, without their marks.
const VOWEL_LETTERS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];

/// Returns the marks and tone of a letter; the bar of đ counts as a mark.
fn marks(c: char) -> Vec<char> {
    match plain_letter(c) {
        'đ' | 'Đ' => vec!['\u{335}'],
        _ if c.is_ascii() => Vec::new(),
        c => std::iter::once(c).nfd().skip(1).collect(),
    }
}

/// Ways in which a word may be accented that are looked for at most.
const MOST_SPELLINGS: usize = 256;

/// Returns every way in which a word may be written whose letters have at least the marks that were typed, in small
/// letters, as far as there are not too many: `đan` may be đan, đàn, đân … The tone may stand on each vowel of its
/// group: `ủy` may be uỷ.
pub fn spellings(word: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for placed in tone_placements(&word.to_lowercase()) {
        for way in spellings_as_placed(&placed) {
            if !all.contains(&way) {
                all.push(way);
            }
        }
    }
    all
}

/// Places of tones that are tried for one word; a word of many syllables is searched for as it was typed.
const MOST_PLACEMENTS: usize = 16;

/// Returns a word in small letters with its tones on every vowel that they may stand on, as it was typed first.
fn tone_placements(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut placements = vec![letters.clone()];
    for (place, letter) in letters.iter().enumerate() {
        let tone = marks(*letter).into_iter().find(|mark| TONES.contains(mark));
        let Some(tone) = tone else { continue };
        let others = vowels_beside(place, &letters);
        if placements.len() * (others.len() + 1) > MOST_PLACEMENTS {
            break;
        }
        let moved = placements.iter().flat_map(|placed| {
            let others = others.iter();
            others.filter_map(|other| with_tone_at(placed, place, *other, tone))
        });
        let moved: Vec<Vec<char>> = moved.collect();
        placements.extend(moved);
    }
    placements
        .into_iter()
        .map(|placed| placed.into_iter().collect())
        .collect()
}

/// Returns the places of the other vowels in the group of one.
fn vowels_beside(place: usize, letters: &[char]) -> Vec<usize> {
    let is_vowel = |place: &usize| {
        let letter = letters.get(*place);
        letter.is_some_and(|letter| VOWEL_LETTERS.contains(&fold_char(*letter)))
    };
    let before = (0..place).rev().take_while(is_vowel);
    let behind = (place + 1..letters.len()).take_while(is_vowel);
    before.chain(behind).collect()
}

/// Returns the letters with a tone moved from one to another that has none.
fn with_tone_at(letters: &[char], from: usize, to: usize, tone: char) -> Option<Vec<char>> {
    let mut moved = letters.to_vec();
    let (bare, bearer) = (*letters.get(from)?, *letters.get(to)?);
    if is_toned(bearer) {
        return None;
    }
    let bare: String = std::iter::once(bare)
        .nfd()
        .filter(|mark| *mark != tone)
        .nfc()
        .collect();
    let toned: String = [bearer, tone].into_iter().nfc().collect();
    *moved.get_mut(from)? = bare.chars().next()?;
    *moved.get_mut(to)? = toned.chars().next()?;
    Some(moved)
}

fn spellings_as_placed(word: &str) -> Vec<String> {
    let mut ways = vec![Way::default()];
    for typed in word.chars().flat_map(char::to_lowercase) {
        let letters: Vec<Typed> = letters_like(typed).into_iter().map(Typed::of).collect();
        // A syllable has one tone, so most ways are no words; where there are too many, only the typed one is tried.
        let toned = letters.iter().filter(|letter| letter.has_tone).count();
        let free = ways.iter().filter(|way| !way.has_tone).count();
        let longer = ways.len() * letters.len() - (ways.len() - free) * toned;
        match letters[..] {
            _ if longer > MOST_SPELLINGS => ways.retain_mut(|way| way.push(Typed::of(typed))),
            [only] => ways.retain_mut(|way| way.push(only)),
            _ => {
                let with = |way| {
                    letters
                        .iter()
                        .filter_map(move |letter| Way::with(way, *letter))
                };
                ways = ways.iter().flat_map(with).collect();
            }
        }
    }
    // A word that can be no syllable is searched for as it was typed.
    if ways.is_empty() {
        return vec![word.to_lowercase()];
    }
    ways.into_iter().map(|way| way.text).collect()
}

/// One way in which a word may be accented, as far as it has been read.
#[derive(Clone, Debug, Default)]
struct Way {
    text: String,
    /// Whether the last syllable has its tone.
    has_tone: bool,
}

impl Way {
    /// Puts a letter behind, and says whether it can stand there: a syllable has one tone.
    fn push(&mut self, letter: Typed) -> bool {
        let can_stand = !(self.has_tone && letter.has_tone);
        self.text.push(letter.letter);
        self.has_tone = !letter.ends_syllable && (self.has_tone || letter.has_tone);
        can_stand
    }

    /// Returns the way with a letter behind, if it can stand there.
    fn with(&self, letter: Typed) -> Option<Self> {
        let mut longer = self.clone();
        longer.push(letter).then_some(longer)
    }
}

/// A letter of a word, and its role in the syllable.
#[derive(Clone, Copy, Debug)]
struct Typed {
    letter: char,
    has_tone: bool,
    ends_syllable: bool,
}

impl Typed {
    fn of(letter: char) -> Self {
        let mut toned = VOWELS.iter().flat_map(|vowel| vowel.chars().skip(1));
        Self {
            letter,
            has_tone: toned.any(|toned| toned == letter),
            ends_syllable: !letter.is_alphanumeric(),
        }
    }
}

/// The vowels of Vietnamese with the marks that are no tones, each with its six tones.
const VOWELS: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

fn letters_like(typed: char) -> Vec<char> {
    let all = VOWELS
        .iter()
        .flat_map(|vowel| vowel.chars())
        .chain(['d', 'đ']);
    let like: Vec<char> = all.filter(|letter| agrees(typed, *letter)).collect();
    if like.is_empty() { vec![typed] } else { like }
}

fn begins(query: &[char], text: &[char]) -> bool {
    let letter = |place: usize| text.get(place).copied();
    query.len() <= text.len() && (0..query.len()).all(|place| agrees_at(query, place, &letter))
}

/// Says whether the letters can be cut into beginnings of words that stand one behind another, each word giving at
/// least one letter.
fn spreads(letters: &[char], words: &[Vec<char>]) -> bool {
    // How many letters the words up to here may have given; the next word may always be the first.
    let mut given = vec![false; letters.len() + 1];
    for word in words {
        if let Some(first) = given.first_mut() {
            *first = true;
        }
        let mut longer = vec![false; letters.len() + 1];
        for (start, _) in given.iter().enumerate().filter(|(_, given)| **given) {
            let letter = |place: usize| word.get(place).copied();
            let rest = letters.get(start..).unwrap_or_default();
            let taken = (0..rest.len())
                .take_while(|place| agrees_at(rest, *place, &letter))
                .count();
            let reached = longer.iter_mut().skip(start + 1).take(taken);
            reached.for_each(|given| *given = true);
        }
        given = longer;
        if given.last() == Some(&true) {
            return true;
        }
    }
    false
}

/// Returns the first place where the word begins a word of the text, or else where it stands inside one.
fn find_word(word: &[char], letters: &[(usize, char)], end: usize) -> Option<Range<usize>> {
    let last = letters.len().checked_sub(word.len())?;
    let at = |start: usize| place_at(start, word, letters, end);
    (0..=last)
        .filter(|start| begins_word(*start, letters))
        .find_map(at)
        .or_else(|| (0..=last).find_map(at))
}
