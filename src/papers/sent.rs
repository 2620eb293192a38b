//! What has changed in the plan of a meeting since its invitation was sent.

use super::content::lines;
use super::document::{Block, Document, Particular, Piece, Source};

/// A part of the plan that an invitation tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the meeting is called.
    Title,
    /// When it is.
    Times,
    /// Where it is.
    Venue,
    /// Who is in the chair.
    Chair,
    /// What it is about.
    Content,
    /// Who is invited.
    Invited,
    /// The items, with their times.
    Programme,
    /// What is to be prepared.
    Prepare,
    /// By when to reply, and to whom.
    Reply,
}

impl Part {
    /// All parts, in the order in which an invitation tells them.
    const ALL: [Self; 9] = [
        Self::Title,
        Self::Invited,
        Self::Times,
        Self::Venue,
        Self::Chair,
        Self::Content,
        Self::Programme,
        Self::Prepare,
        Self::Reply,
    ];

    /// Returns the part that a record is of; what belongs to the paper itself is of none.
    fn of(source: Source) -> Option<Self> {
        match source {
            Source::Meeting(Particular::Title) => Some(Self::Title),
            Source::Meeting(Particular::Times) => Some(Self::Times),
            Source::Meeting(Particular::Venue) => Some(Self::Venue),
            Source::Meeting(Particular::Chair) => Some(Self::Chair),
            Source::Meeting(Particular::Content) => Some(Self::Content),
            Source::Meeting(Particular::Prepare) => Some(Self::Prepare),
            Source::Meeting(Particular::ReplyBy | Particular::Contact) => Some(Self::Reply),
            Source::RollCall(_) => Some(Self::Invited),
            Source::Item(_) => Some(Self::Programme),
            Source::Meeting(
                Particular::Recorder
                | Particular::Documents
                | Particular::Recording
                | Particular::Copies,
            )
            | Source::Note(_)
            | Source::Conclusion(_)
            | Source::Action(_)
            | Source::Issue(_)
            | Source::Imprint(_)
            | Source::Issuer => None,
        }
    }
}

/// Returns the parts of the plan that an invitation would tell otherwise now.
pub(crate) fn changed(sent: &Document, now: &Document) -> Vec<Part> {
    let parts = Part::ALL.into_iter();
    parts
        .filter(|part| told(sent, *part) != told(now, *part))
        .collect()
}

/// Returns what a document tells of a part of the plan.
fn told(document: &Document, part: Part) -> Vec<String> {
    let pieces = document.pieces.iter();
    pieces.flat_map(|piece| told_in(piece, part)).collect()
}

fn told_in(piece: &Piece, part: Part) -> Vec<String> {
    if let Block::Table(table) = &piece.block {
        let rows = table.rows.iter();
        let own = rows.filter(|row| row.source.or(piece.source).and_then(Part::of) == Some(part));
        return own.map(|row| row.cells.join(" ")).collect();
    }
    let is_own = piece.source.and_then(Part::of) == Some(part);
    if is_own {
        lines(&piece.block)
    } else {
        Vec::new()
    }
}
