//! A document as PDF: laid out on pages by rules of our own, written with the program's typeface embedded.

mod blocks;
mod boxes;
mod flow;
pub(crate) mod letters;
pub(crate) mod lines;
mod parts;
mod structure;
mod table;
mod write;

pub use boxes::{Bookmark, Page, Rule, Run, Turn};
pub use flow::pages;

use super::document::Document;

/// Returns the bytes of the file (PDF/A-2a and PDF/UA-1, with the structure of the document); the same document gives
/// the same bytes.
///
/// An error means that the file would not be valid PDF/A or PDF/UA; none is expected.
pub fn pdf(document: &Document) -> anyhow::Result<Vec<u8>> {
    write::file(document, &pages(document))
}
