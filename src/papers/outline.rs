//! The numbers of a document: sections, headings, speakers and numbered paragraphs, counted once for every renderer.

use super::document::{Block, Piece};
use super::profile::Outline;

/// The part of a block in the numbering of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    Section,
    Heading,
    Speaker,
    Numbered,
    Item,
    /// It has no number, and the numbers begin anew behind it.
    Annex,
}

/// Returns the part of a block in the numbering, if it has one.
pub(crate) fn level(block: &Block) -> Option<Level> {
    match block {
        Block::Section(_) => Some(Level::Section),
        Block::Heading(_) => Some(Level::Heading),
        Block::Speaker(_) => Some(Level::Speaker),
        Block::Numbered(_) => Some(Level::Numbered),
        Block::Item(_) => Some(Level::Item),
        Block::Annex { .. } => Some(Level::Annex),
        Block::Letterhead(_)
        | Block::Draft(_)
        | Block::Mark(_)
        | Block::Title { .. }
        | Block::Paragraph(_)
        | Block::Table(_)
        | Block::Plate(_)
        | Block::Signatures { .. }
        | Block::Closing { .. } => None,
    }
}

/// Counts the numbered blocks of a document, one after another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counter {
    section: usize,
    heading: usize,
    speaker: usize,
    numbered: usize,
}

impl Counter {
    /// Returns the number or the hyphen that stands before a block, if one does.
    pub(crate) fn label(&mut self, block: &Block, outline: &Outline) -> Option<String> {
        match level(block)? {
            Level::Section => {
                *self = Self {
                    section: self.section + 1,
                    ..Self::default()
                };
                Some(outline.section.replace("{I}", &roman(self.section)))
            }
            Level::Heading => {
                *self = Self {
                    section: self.section,
                    heading: self.heading + 1,
                    ..Self::default()
                };
                Some(numbers(&outline.heading, self.heading, 0))
            }
            Level::Speaker => {
                self.speaker += 1;
                Some(numbers(&outline.speaker, self.heading, self.speaker))
            }
            Level::Numbered => {
                self.numbered += 1;
                Some(numbers(&outline.numbered, self.numbered, 0))
            }
            Level::Item => Some(outline.item.clone()),
            Level::Annex => {
                *self = Self::default();
                None
            }
        }
    }
}

/// Returns the pieces, each with its label.
pub fn labelled<'a>(
    pieces: &'a [Piece],
    outline: &'a Outline,
) -> impl Iterator<Item = (Option<String>, &'a Piece)> {
    let mut counter = Counter::default();
    pieces
        .iter()
        .map(move |piece| (counter.label(&piece.block, outline), piece))
}

fn numbers(pattern: &str, first: usize, second: usize) -> String {
    pattern
        .replace("{1}", &first.to_string())
        .replace("{2}", &second.to_string())
}

/// Returns a number in Roman letters.
pub fn roman(n: usize) -> String {
    const LETTERS: &[(usize, &str)] = &[
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = n;
    let mut letters = String::new();
    for (value, letter) in LETTERS {
        while rest >= *value {
            letters.push_str(letter);
            rest -= value;
        }
    }
    letters
}
