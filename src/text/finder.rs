//! The line of a search, of bounded length, so that the search after each key stays fast.

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use super::clean::clean_line;
use super::line::Line;

/// Letters that a search, a filter or a finder takes; all that is asked of the book and of lists is asked with them.
pub const MOST_LETTERS: usize = 200;

/// Words that it takes: a filter that names a dozen units has some thirty.
pub const MOST_WORDS: usize = 40;

/// A line that is searched, filtered or found by; it never holds more than can be looked for at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Line", into = "Line")]
pub struct Finder(Line);

/// A line from a draft or the book is cut to the length that can be searched for.
impl From<Line> for Finder {
    fn from(line: Line) -> Self {
        if fits(line.text()) {
            Self(line)
        } else {
            Self::of(line.text())
        }
    }
}

impl From<Finder> for Line {
    fn from(finder: Finder) -> Self {
        finder.0
    }
}

impl Finder {
    /// Returns a finder with as much of this text as there is room for, and the caret behind it.
    pub fn of(text: &str) -> Self {
        let mut finder = Self::default();
        finder.paste(text);
        finder
    }

    /// Returns the line as it is drawn.
    pub fn line(&self) -> &Line {
        &self.0
    }

    /// Returns the whole text.
    pub fn text(&self) -> &str {
        self.0.text()
    }

    /// Returns the text before the caret.
    pub(crate) fn before(&self) -> &str {
        self.0.before()
    }

    /// Says whether nothing but spaces has been typed.
    pub(crate) fn is_blank(&self) -> bool {
        self.0.is_blank()
    }

    /// Takes the whole text out and leaves the line empty.
    pub(crate) fn take(&mut self) -> String {
        self.0.take()
    }

    /// Edits the line and says whether there was room for it; where there was none, the line stays as it is.
    pub fn edit(&mut self, edit: impl FnOnce(&mut Line)) -> bool {
        let mut edited = self.0.clone();
        edit(&mut edited);
        let has_room = fits(edited.text());
        if has_room {
            self.0 = edited;
        }
        has_room
    }

    /// Puts in as much of a pasted text as there is room for, and says whether that was all of it.
    pub fn paste(&mut self, text: &str) -> bool {
        let text = clean_line(text);
        let (before, after) = (self.0.before(), self.0.after());
        let ends = text.grapheme_indices(true).map(|(end, _)| end);
        let mut ends: Vec<usize> = ends.take(MOST_LETTERS + 1).collect();
        ends.push(text.len());
        let parts = ends.iter().rev().filter_map(|end| text.get(..*end));
        let mut fitting = parts.filter(|part| fits(&format!("{before}{part}{after}")));
        let part = fitting.next().unwrap_or_default();
        self.0.paste(part);
        part.len() == text.len()
    }
}

/// Says whether a text can be looked for at once.
fn fits(text: &str) -> bool {
    text.chars().nth(MOST_LETTERS).is_none() && text.split_whitespace().nth(MOST_WORDS).is_none()
}
