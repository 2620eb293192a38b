//! One line of text under a caret, as every text field of the program edits it.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::clean::{clean_line, entered, is_stray};
use super::telex::{Method, compose, is_word_key, spell};
use super::width::width;

/// The longest word whose keys are read, in bytes; the longest syllable, `nghiêng`, takes eleven keys.
const LONGEST_WORD: usize = 64;

/// A line being edited: NFC text and a caret that always stands between two graphemes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub struct Line {
    text: String,
    /// Bytes before the caret.
    caret: usize,
    /// The word that is being typed, until anything else happens to the line.
    composing: Option<Composing>,
    /// Strays typed last: they are not in the text, but whoever typed them counts them.
    ghosts: usize,
}

/// The keys of a word and the text that they make; by the text alone `ass` could not be told from `as`.
#[derive(Clone, Debug)]
struct Composing {
    method: Method,
    keys: String,
    shown: String,
}

/// Lines are equal if they look equal: the keys of the last word are a memory, not a content.
impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        (&self.text, self.caret) == (&other.text, other.caret)
    }
}

impl Eq for Line {}

/// A line as a draft keeps it, before anything in it is trusted.
#[derive(Serialize, Deserialize)]
struct Kept {
    text: String,
    caret: usize,
}

impl From<Kept> for Line {
    fn from(kept: Kept) -> Self {
        let mut line = Self::of(&kept.text);
        while kept.caret < line.caret {
            line.left();
        }
        line
    }
}

impl From<Line> for Kept {
    fn from(line: Line) -> Self {
        Self {
            text: line.text,
            caret: line.caret,
        }
    }
}

impl Line {
    /// Returns a line with this text, cleaned, and the caret behind it.
    pub fn of(text: &str) -> Self {
        let text = clean_line(text);
        Self {
            caret: text.len(),
            text,
            composing: None,
            ghosts: 0,
        }
    }

    /// Returns the whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text before the caret.
    pub fn before(&self) -> &str {
        self.text.get(..self.caret).unwrap_or_default()
    }

    /// Returns the text behind the caret.
    pub fn after(&self) -> &str {
        self.text.get(self.caret..).unwrap_or_default()
    }

    /// Says whether nothing but spaces has been typed.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Returns the columns before the caret.
    pub(crate) fn column(&self) -> usize {
        width(self.before())
    }

    /// Puts a typed character in as the plain one that it looks like; a combining mark joins the letter before it, a stray
    /// is only counted.
    pub fn insert(&mut self, c: char) {
        if is_stray(c) {
            self.ghosts += 1;
            return;
        }
        let head: String = self.before().chars().chain([c]).nfc().collect();
        if c.is_ascii() {
            self.replace_before(&head);
        } else {
            self.replace_before(&entered(&head));
        }
    }

    /// Puts a typed key in, read as Telex or VNI if there is a method: the word before the caret
    /// becomes what its keys make with this one (`guide/domain.md` §7.4).
    pub fn type_key(&mut self, c: char, method: Option<Method>) {
        let Some(method) = method.filter(|method| is_word_key(c, *method)) else {
            return self.insert(c);
        };
        let start = self
            .before()
            .trim_end_matches(|c| is_word_key(c, method))
            .len();
        let word = self.before().get(start..).unwrap_or_default();
        if word.len() > LONGEST_WORD {
            return self.insert(c);
        }
        let mut keys = self.keys_of(word, method);
        keys.push(c);
        let shown: String = compose(&keys, method).nfc().collect();
        self.complete(start, &shown);
        self.composing = Some(Composing {
            method,
            keys,
            shown,
        });
    }

    /// Puts a pasted text in, cleaned, its line breaks as spaces.
    pub(crate) fn paste(&mut self, text: &str) {
        let head = format!("{}{}", self.before(), clean_line(text));
        let head: String = head.nfc().collect();
        self.replace_before(&entered(&head));
    }

    /// Puts `new` in the place of everything before the caret from byte `start` on.
    pub(crate) fn complete(&mut self, start: usize, new: &str) {
        let before = self.before().get(..start).unwrap_or_default();
        let head = format!("{before}{new}");
        self.replace_before(&head);
    }

    /// Takes the whole text out and leaves the line empty.
    pub(crate) fn take(&mut self) -> String {
        self.place(0);
        std::mem::take(&mut self.text)
    }

    /// Deletes the letter before the caret, with its marks.
    ///
    /// `OpenKey` types U+202F or U+200C before it replaces letters, against the completion of browsers, and sends one
    /// Backspace more for it: that one must not take a letter away.
    pub fn backspace(&mut self) {
        if self.ghosts > 0 {
            self.ghosts -= 1;
            return;
        }
        let head = self
            .text
            .get(..self.left_of_caret())
            .unwrap_or_default()
            .to_owned();
        self.replace_before(&head);
    }

    /// Deletes the letter behind the caret, with its marks.
    pub fn delete(&mut self) {
        let caret = self.caret;
        self.right();
        let tail = self.after().to_owned();
        self.text.truncate(caret);
        self.place(caret);
        self.text.push_str(&tail);
    }

    /// Deletes the word before the caret.
    pub fn delete_word(&mut self) {
        let head = self.before().trim_end();
        let head = head
            .rfind(' ')
            .map_or("", |space| head.get(..=space).unwrap_or_default())
            .to_owned();
        self.replace_before(&head);
    }

    /// Moves the caret one letter to the left.
    pub fn left(&mut self) {
        self.place(self.left_of_caret());
    }

    /// Moves the caret one letter to the right.
    pub fn right(&mut self) {
        let letter = self.after().graphemes(true).next().map_or(0, str::len);
        self.place(self.caret + letter);
    }

    /// Moves the caret to the beginning.
    pub fn home(&mut self) {
        self.place(0);
    }

    /// Moves the caret to the end.
    pub(crate) fn end(&mut self) {
        self.place(self.text.len());
    }

    /// Returns the keys that the word before the caret was typed with, or else some that make it.
    fn keys_of(&self, word: &str, method: Method) -> String {
        let known = self.composing.as_ref();
        known
            .filter(|known| known.method == method && known.shown == word)
            .map_or_else(|| spell(word, method), |known| known.keys.clone())
    }

    fn left_of_caret(&self) -> usize {
        self.before()
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |(start, _)| start)
    }

    fn replace_before(&mut self, head: &str) {
        let text = format!("{head}{}", self.after());
        self.text = text;
        self.place(head.len());
    }

    /// Moves the caret; whatever is typed next, it does not go on with the same word.
    fn place(&mut self, caret: usize) {
        self.caret = caret;
        self.composing = None;
        self.ghosts = 0;
    }
}
