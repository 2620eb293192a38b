//! Warnings before a paper is printed: a body that has ended, letters that the typeface lacks.

use unicode_segmentation::UnicodeSegmentation;

use super::Remark;
use crate::meeting::code::PaperKind;
use crate::meeting::dossier::Dossier;
use crate::papers::brief::imprint;
use crate::papers::content::lines;
use crate::papers::document::{Block, Document, Piece, Source};
use crate::papers::phrases::Phrases;
use crate::papers::typeface::Face;
use crate::text::clean::clean_text;

/// Returns that a paper is dated after the last day of its issuer.
pub(crate) fn ended(kind: PaperKind, dossier: &Dossier) -> Option<Remark> {
    let meeting = &dossier.meeting;
    let meeting_day = meeting.opened.unwrap_or(meeting.starts).date_naive();
    let own = imprint(kind, dossier);
    let day = own.and_then(|imprint| imprint.dated).unwrap_or(meeting_day);
    let last = dossier.issuer.valid_to;
    last.is_some_and(|last| last < day)
        .then_some(Remark::IssuerEnded)
}

/// Returns the sentences of the program that a document prints unasked; what the user has worded anew was asked for.
pub(crate) fn set_phrases(document: &Document, phrases: &Phrases) -> Vec<Remark> {
    let unasked = document.pieces.iter().filter_map(|piece| piece.phrase);
    let own = unasked.filter(|(section, name)| phrases.is_first(section, name));
    own.map(|(section, name)| Remark::SetPhrase(section, name))
        .collect()
}

/// Returns the number of letters of a document that are printed as boxes, and the source of the first.
pub(crate) fn boxed(document: &Document) -> Option<Remark> {
    let of = |piece: &Piece| lines(&piece.block).iter().map(|line| boxes(line)).sum();
    let counts: Vec<usize> = document.pieces.iter().map(of).collect();
    let first = counts.iter().position(|count| *count > 0)?;
    let source = document.pieces.get(first).and_then(first_source);
    Some(Remark::Boxed(counts.iter().sum(), source))
}

/// Returns the source of the first box of a piece: in a table, the source of its row.
fn first_source(piece: &Piece) -> Option<Source> {
    let row = if let Block::Table(table) = &piece.block {
        let mut rows = table.rows.iter();
        rows.find(|row| row.cells.iter().any(|cell| boxes(cell) > 0))
    } else {
        None
    };
    row.and_then(|row| row.source).or(piece.source)
}

/// Returns the number of boxes that a text is printed with: one for each grapheme with a letter that the face lacks.
fn boxes(text: &str) -> usize {
    let is_known = |letter: char| Face::Regular.has(letter);
    if text.chars().all(is_known) {
        return 0;
    }
    let printed = clean_text(text);
    let clusters = printed.graphemes(true);
    clusters
        .filter(|cluster| !cluster.chars().all(is_known))
        .count()
}
