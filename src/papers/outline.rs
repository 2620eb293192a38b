//! The numbers of a document: sections, headings, speakers and numbered paragraphs, counted once for every renderer.

use super::document::{Block, Piece};
use super::profile::Outline;

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
        match block {
            Block::Section(_) => {
                *self = Self {
                    section: self.section + 1,
                    ..Self::default()
                };
                Some(outline.section.replace("{I}", &roman(self.section)))
            }
            Block::Heading(_) => {
                *self = Self {
                    section: self.section,
                    heading: self.heading + 1,
                    ..Self::default()
                };
                Some(numbers(&outline.heading, self.heading, 0))
            }
            Block::Speaker(_) => {
                self.speaker += 1;
                Some(numbers(&outline.speaker, self.heading, self.speaker))
            }
            Block::Numbered(_) => {
                self.numbered += 1;
                Some(numbers(&outline.numbered, self.numbered, 0))
            }
            Block::Item(_) => Some(outline.item.clone()),
            Block::Annex { .. } => {
                *self = Self::default();
                None
            }
            Block::Letterhead(_)
            | Block::Draft(_)
            | Block::Mark(_)
            | Block::Title { .. }
            | Block::Paragraph(_)
            | Block::Table(_)
            | Block::Signatures { .. }
            | Block::Closing { .. } => None,
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
