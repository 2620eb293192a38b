//! Vietnamese typed without an input method: Telex and VNI, as `UniKey` reads them (`guide/domain.md` §7.1 to §7.3).

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::syllable::{
    ACUTE, BAR, BREVE, CIRCUMFLEX, DOT, GRAVE, HOOK, HORN, Letter, Marks, TILDE, begins, carries,
    onset_length, tone_place,
};

/// How marks and tones are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// Letters stand for marks and tones (`guide/domain.md` §7.1).
    Telex,
    /// Digits stand for marks and tones (`guide/domain.md` §7.2).
    Vni,
}

/// The tones: the key of Telex, the key of VNI, the mark.
const TONES: [(char, char, char); 5] = [
    ('s', '1', ACUTE),
    ('f', '2', GRAVE),
    ('r', '3', HOOK),
    ('x', '4', TILDE),
    ('j', '5', DOT),
];

/// The marks of letters: the key of Telex, the key of VNI, the letter, the mark.
const MARKS: [(char, char, char, char); 7] = [
    ('a', '6', 'a', CIRCUMFLEX),
    ('e', '6', 'e', CIRCUMFLEX),
    ('o', '6', 'o', CIRCUMFLEX),
    ('w', '7', 'o', HORN),
    ('w', '7', 'u', HORN),
    ('w', '8', 'a', BREVE),
    ('d', '9', 'd', BAR),
];

/// The key before a letter that is nothing but a letter: Data Link Escape, which no keyboard types.
const PLAIN: char = '\u{10}';

/// Returns the word that these keys make.
///
/// A word that cannot become a Vietnamese syllable stays as it was typed: meeting, excel. A tone that the
/// letters cannot carry yet, or a tone on letters that still lack their only mark, waits unseen
/// (`nuocs` is nước after the next `w`, `user` stays user).
pub fn compose(keys: &str, method: Method) -> String {
    let mut typing = Typing::new(method);
    let mut keys = keys.chars();
    while let Some(key) = keys.next() {
        match key {
            PLAIN => keys.next().into_iter().for_each(|c| typing.plain(c)),
            _ => typing.key(key),
        }
    }
    typing.written()
}

/// Returns keys that make this word again: each mark behind its letter, the tone last.
///
/// Whatever is no such word (as, new-style hoà) is spelled letter by letter, a key typed twice
/// where once would be a mark.
pub fn spell(word: &str, method: Method) -> String {
    let keys = canonical(word, method);
    if compose(&keys, method) == word {
        return keys;
    }
    let (mut keys, mut done) = (String::new(), String::new());
    for c in word.chars() {
        done.push(c);
        let ways = [format!("{keys}{c}"), format!("{keys}{c}{c}")];
        keys = ways
            .into_iter()
            .find(|way| compose(way, method) == done)
            .unwrap_or_else(|| format!("{keys}{PLAIN}{c}"));
    }
    keys
}

/// Returns the letter without its tone, and the digit with which VNI types that tone; none for a letter without one.
pub(crate) fn tone_digit(c: char) -> Option<(char, char)> {
    let (letter, tone) = Letter::of(c);
    let digit = Method::Vni.tone_key(tone?)?;
    let plain: String = letter.with(None).nfc().collect();
    Some((plain.chars().next()?, digit))
}

/// Says whether the character belongs to a word being typed: a letter, and for VNI a digit.
pub fn is_word_key(c: char, method: Method) -> bool {
    c.is_alphabetic() || method == Method::Vni && c.is_ascii_digit()
}

impl Method {
    fn of<T>(self, telex: T, vni: T) -> T {
        match self {
            Self::Telex => telex,
            Self::Vni => vni,
        }
    }

    fn tone(self, key: char) -> Option<char> {
        let row = TONES.iter().find(|row| self.of(row.0, row.1) == key);
        row.map(|row| row.2)
    }

    /// Returns the mark that the key puts on the letter.
    fn mark(self, key: char, base: char) -> Option<char> {
        let row = |row: &&(char, char, char, char)| self.of(row.0, row.1) == key && row.2 == base;
        MARKS.iter().find(row).map(|row| row.3)
    }

    fn tone_key(self, tone: char) -> Option<char> {
        let row = TONES.iter().find(|row| row.2 == tone);
        row.map(|row| self.of(row.0, row.1))
    }

    fn mark_key(self, letter: Letter) -> Option<char> {
        let row =
            |row: &&(char, char, char, char)| row.2 == letter.base && Some(row.3) == letter.mark;
        MARKS.iter().find(row).map(|row| self.of(row.0, row.1))
    }
}

/// Returns the keys of a Vietnamese word.
fn canonical(word: &str, method: Method) -> String {
    let (mut keys, mut last_tone) = (String::new(), None);
    let mut before: Option<Letter> = None;
    for c in word.chars() {
        let (letter, tone) = Letter::of(c);
        let cased = |key: char| {
            if letter.upper {
                key.to_ascii_uppercase()
            } else {
                key
            }
        };
        let is_plain_o = |l: Letter| l.base == 'o' && l.mark.is_none();
        keys.push_str(
            &Letter {
                mark: None,
                ..letter
            }
            .with(None),
        );
        keys.extend(method.mark_key(letter).map(cased));
        // The second o of xoong is typed twice, because typed once it makes an ô.
        if method == Method::Telex && is_plain_o(letter) && before.is_some_and(is_plain_o) {
            keys.push(cased('o'));
        }
        last_tone = tone.and_then(|tone| method.tone_key(tone)).or(last_tone);
        before = Some(letter);
    }
    let is_upper = before.is_some_and(|letter| letter.upper);
    keys.extend(last_tone.map(|key| {
        if is_upper {
            key.to_ascii_uppercase()
        } else {
            key
        }
    }));
    keys
}

/// A word while its keys are read.
struct Typing {
    method: Method,
    letters: Vec<Letter>,
    tone: Option<char>,
    /// The text that is shown if the letters are no syllable: the keys, less those that were undone.
    raw: String,
    /// A key was more than a letter.
    acted: bool,
    /// The letters cannot become a syllable any more.
    dead: bool,
    /// The last key was a `w` that stands for ư by itself.
    lone: bool,
}

impl Typing {
    fn new(method: Method) -> Self {
        Self {
            method,
            letters: Vec::new(),
            tone: None,
            raw: String::new(),
            acted: false,
            dead: false,
            lone: false,
        }
    }

    fn key(&mut self, key: char) {
        let lower = key.to_ascii_lowercase();
        if self.dead
            || !(self.strike_tone(key, lower)
                || self.strike_mark(key, lower)
                || self.strike_lone(key))
        {
            self.push(key);
            self.push_raw(key);
        }
    }

    /// Appends a character as typed; the letters cannot become a syllable any more.
    fn plain(&mut self, c: char) {
        self.raw = self.written();
        self.raw.push(c);
        self.dead = true;
    }

    /// Adds a letter; it may carry its own mark and tone.
    fn push(&mut self, c: char) {
        let (letter, tone) = Letter::of(c);
        self.dead |= tone.is_some() && self.tone.is_some();
        self.tone = tone.or(self.tone);
        self.letters.push(letter);
        self.lone = false;
        self.dead |= !begins(&self.letters, Marks::ToCome);
    }

    /// Appends a key to `raw`, which is shown if the letters are no syllable. There, too, `dd` is đ, for abbreviations
    /// (HĐND), but not behind a vowel (add, middle), as in `UniKey`.
    fn push_raw(&mut self, key: char) {
        let lower = key.to_ascii_lowercase();
        let mut before = self.raw.chars().rev();
        let last = before
            .next()
            .filter(|_| self.method.mark(lower, 'd').is_some());
        let is_first = before
            .next()
            .is_none_or(|c| !"aeiouyd".contains(Letter::of(c).0.base));
        let put = match last {
            Some('d') if is_first => "đ".to_owned(),
            Some('D') if is_first => "Đ".to_owned(),
            Some('đ') => format!("d{key}"),
            Some('Đ') => format!("D{key}"),
            Some(_) | None => return self.raw.push(key),
        };
        self.raw.pop();
        self.raw.push_str(&put);
    }

    /// Sets or removes the tone, or takes it back if the key comes twice; without a vowel it is a letter.
    fn strike_tone(&mut self, key: char, lower: char) -> bool {
        let tone = self.method.tone(lower);
        let is_removed = lower == self.method.of('z', '0') && self.tone.is_some();
        if tone_place(&self.letters).is_none() || tone.is_none() && !is_removed {
            return false;
        }
        if tone.is_some() && tone == self.tone {
            return self.undo(key, |typing| typing.tone = None);
        }
        self.tone = tone;
        self.strike(key)
    }

    /// Puts a mark on the last letter that can have it, or takes it back if the key comes twice.
    fn strike_mark(&mut self, key: char, lower: char) -> bool {
        for at in (0..self.letters.len()).rev() {
            let Some(letter) = self.letters.get(at).copied() else {
                continue;
            };
            let Some(mark) = self.method.mark(lower, letter.base) else {
                continue;
            };
            if letter.mark == Some(mark) {
                return self.undo(key, |typing| typing.unmark(at));
            }
            let marked = self.marked(at, mark);
            if begins(&marked, Marks::ToCome) {
                self.letters = marked;
                return self.strike(key);
            }
        }
        false
    }

    /// Reads a `w` that has no letter to act on as ư: trư, ưa.
    fn strike_lone(&mut self, key: char) -> bool {
        let u = match key {
            'w' => 'ư',
            'W' => 'Ư',
            _ => return false,
        };
        let letters = [&self.letters[..], &[Letter::of(u).0]].concat();
        let is_first = onset_length(&self.letters) == self.letters.len();
        if self.method == Method::Vni || !is_first || !begins(&letters, Marks::ToCome) {
            return false;
        }
        self.letters = letters;
        self.strike(key);
        self.lone = true;
        true
    }

    fn strike(&mut self, key: char) -> bool {
        self.push_raw(key);
        self.acted = true;
        self.lone = false;
        true
    }

    /// Takes the effect of the key back, so that it is a letter; an effect that is not visible stays.
    fn undo(&mut self, key: char, take: impl FnOnce(&mut Self)) -> bool {
        if !self.is_composed() {
            return false;
        }
        take(self);
        self.raw = self.composed();
        self.raw.push(key);
        self.push(key);
        true
    }

    /// Takes the mark from a letter; an ư that is a `w` by itself goes whole.
    fn unmark(&mut self, at: usize) {
        if self.lone {
            self.letters.pop();
        } else if let Some(letter) = self.letters.get_mut(at) {
            letter.mark = None;
        }
    }

    /// Returns the letters with this mark; only horns stand side by side (ươ), any other mark is alone.
    fn marked(&self, at: usize, mark: char) -> Vec<Letter> {
        let mark_of = |place: usize, old: Option<char>| match old {
            _ if place == at => Some(mark),
            Some(old) if old == mark || old == BAR || mark == BAR => Some(old),
            Some(_) | None => None,
        };
        let marked = |(place, letter): (usize, &Letter)| Letter {
            mark: mark_of(place, letter.mark),
            ..*letter
        };
        self.letters.iter().enumerate().map(marked).collect()
    }

    /// Returns the letters with the horns of ươ, of which one is enough to type, but for open uơ: thuở, huơ.
    fn horned(&self) -> Vec<Letter> {
        let mut letters = self.letters.clone();
        let start = onset_length(&letters);
        if let Some([u, o, rest @ ..]) = letters.get_mut(start..)
            && (u.base, o.base) == ('u', 'o')
            && (u.mark == Some(HORN) || o.mark == Some(HORN) && !rest.is_empty())
        {
            (u.mark, o.mark) = (Some(HORN), Some(HORN));
        }
        letters
    }

    /// Says whether the word is shown with its marks and its tone.
    fn is_composed(&self) -> bool {
        let letters = self.horned();
        let is_marked = letters.iter().any(|letter| letter.mark.is_some());
        self.acted
            && !self.dead
            && carries(&letters, self.tone)
            && (self.tone.is_none() || is_marked || begins(&letters, Marks::Given))
    }

    fn written(&self) -> String {
        if self.is_composed() {
            self.composed()
        } else {
            self.raw.clone()
        }
    }

    fn composed(&self) -> String {
        let letters = self.horned();
        let place = tone_place(&letters);
        let places = letters.iter().enumerate();
        places
            .map(|(at, letter)| letter.with(self.tone.filter(|_| place == Some(at))))
            .collect()
    }
}
