//! What the text on a page is: the parts of a document that a reader who cannot see it is told.

use super::boxes::Strip;

/// The part of the document that a run of text belongs to; parts follow one another by their block and their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part {
    /// Which block of the document, from 0.
    pub(super) block: usize,
    /// Which paragraph of the block, or which cell of its table, from 0.
    pub(super) place: usize,
    pub(super) role: Role,
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// A heading, so deep in the document, from 1.
    Heading(u16),
    Paragraph,
    /// A line of a list.
    Item,
    /// A cell of a table.
    Cell {
        /// How many columns the table has.
        columns: usize,
    },
}

/// Returns strips as a part of their block; what is one already stays, and what is none is said to be decoration.
pub(super) fn tagged(mut strips: Vec<Strip>, role: Role, place: usize) -> Vec<Strip> {
    for run in strips.iter_mut().flat_map(|strip| &mut strip.runs) {
        run.part.get_or_insert(Part {
            block: 0,
            place,
            role,
        });
    }
    strips
}
