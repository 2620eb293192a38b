//! A signed paper as it was handed out: the finished document, kept as JSON beside its words. Renderers may change
//! afterwards, but no sentence, setting or later program says anything else in it.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::document::{Block, Document, House, Piece};
use crate::meeting::rows::{Issuer, Paper};

/// Returns a document as it is kept.
pub fn written(document: &Document) -> Option<String> {
    serde_json::to_string(document).ok()
}

/// Reads a document that was kept.
pub fn read(kept: &str) -> Option<Document> {
    serde_json::from_str(kept).ok()
}

/// Returns the words of a version as a document without a form: nothing else is known of one that an older program
/// handed out.
pub(super) fn of_words(
    paper: &Paper,
    title: String,
    issuer: &Issuer,
    dated: NaiveDate,
) -> Document {
    let lines = paper.words.lines();
    let blocks = lines.map(|line| Block::Paragraph(line.to_owned()));
    Document {
        title,
        author: issuer.full_name.clone(),
        dated,
        house: House::of(issuer),
        pieces: blocks.map(Piece::from).collect(),
    }
}

/// Reads what only leads from a block to its record: a later program may not know it, and the block stands without it.
pub(super) fn lenient<'de, D, T>(reader: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    let value = Value::deserialize(reader)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}
