//! One line of text under a caret, as every text field of the program edits it.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::clean::{clean_line, is_stray};
use super::width::width;

/// A line being edited: NFC text and a caret that always stands between two graphemes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub struct Line {
    text: String,
    /// Bytes before the caret.
    caret: usize,
    /// Strays typed last: they are not in the text, but whoever typed them counts them.
    ghosts: usize,
}

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
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Returns the columns before the caret.
    pub fn column(&self) -> usize {
        width(self.before())
    }

    /// Puts a typed character in; a combining mark joins the letter before it, a stray is only counted.
    pub fn insert(&mut self, c: char) {
        if is_stray(c) {
            self.ghosts += 1;
            return;
        }
        let head: String = self.before().chars().chain([c]).nfc().collect();
        self.replace_before(&head);
    }

    /// Puts a pasted text in, cleaned, its line breaks as spaces.
    pub fn paste(&mut self, text: &str) {
        let head = format!("{}{}", self.before(), clean_line(text));
        let head: String = head.nfc().collect();
        self.replace_before(&head);
    }

    /// Puts `new` in the place of everything before the caret from byte `start` on.
    pub fn complete(&mut self, start: usize, new: &str) {
        let kept = self.before().get(..start).unwrap_or_default();
        let head = format!("{kept}{new}");
        self.replace_before(&head);
    }

    /// Takes the whole text out and leaves the line empty.
    pub fn take(&mut self) -> String {
        std::mem::take(self).text
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
        self.caret = caret;
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
        self.stand(self.left_of_caret());
    }

    /// Moves the caret one letter to the right.
    pub fn right(&mut self) {
        let letter = self.after().graphemes(true).next().map_or(0, str::len);
        self.stand(self.caret + letter);
    }

    /// Moves the caret to the beginning.
    pub fn home(&mut self) {
        self.stand(0);
    }

    /// Moves the caret to the end.
    pub fn end(&mut self) {
        self.stand(self.text.len());
    }

    fn stand(&mut self, caret: usize) {
        self.caret = caret;
        self.ghosts = 0;
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
        self.stand(head.len());
    }
}
