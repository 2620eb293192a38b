//! What stands at the head of a paper: letterhead, draft, the mark of invented content, title.

use chrono::{Datelike, NaiveDate};

use super::document::{Block, Letterhead, Particular, Piece, Source};
use super::paper::{Brief, Stage};
use super::profile;
use crate::meeting::code::PaperKind;

/// What one paper says at its head.
pub(super) struct Front {
    /// Which paper it is.
    pub kind: PaperKind,
    /// Its type in a symbol: `BB`.
    pub symbol: &'static str,
    /// `BIÊN BẢN`.
    pub title: String,
    /// What it is about.
    pub subject: String,
    /// The line of place and date, unless the house leaves it out.
    pub place_date: Option<String>,
}

impl Brief<'_> {
    /// Returns the day on which the meeting was held, or for which it was called.
    pub(super) fn day(&self) -> NaiveDate {
        let meeting = &self.dossier.meeting;
        meeting.opened.unwrap_or(meeting.starts).date_naive()
    }

    /// Returns the day of a paper: its own, or that of the meeting.
    pub(super) fn dated(&self, kind: PaperKind) -> NaiveDate {
        let own = self.imprint(kind).and_then(|imprint| imprint.dated);
        own.unwrap_or_else(|| self.day())
    }

    /// Returns place and date, with blanks where the day of the paper has yet to be known.
    pub(super) fn place_date(&self, day: Option<NaiveDate>) -> String {
        let (common, place) = (&self.phrases.common, &self.dossier.issuer.place);
        match day {
            Some(day) => common.place_date(place, &crate::text::dates::long_date(day)),
            None => common.place_year(place, &self.day().year().to_string()),
        }
    }
}

/// Returns the head of a paper at a stage.
pub(super) fn front(brief: &Brief, stage: Stage, front: Front) -> Vec<Piece> {
    let (dossier, common) = (brief.dossier, &brief.phrases.common);
    let form = profile::of(brief.dated(front.kind));
    let given = brief.imprint(front.kind).and_then(|imprint| imprint.number);
    let letterhead = Block::Letterhead(Letterhead {
        superior: dossier.issuer.superior.clone(),
        organ: dossier.issuer.organ.clone(),
        number: Some(form.number.of(given, front.symbol, &dossier.issuer.symbol)),
        place_date: front.place_date,
    });
    let mut pieces = vec![letterhead.of(Source::Imprint(front.kind))];
    if let Stage::Draft(n) = stage {
        pieces.push(Block::Draft(common.draft(&n.to_string())).into());
    }
    if dossier.meeting.sample {
        pieces.push(Block::Mark(common.sample()).into());
    }
    let title = Block::Title {
        kind: front.title,
        subject: front.subject,
    };
    pieces.push(title.of(Source::Meeting(Particular::Title)));
    pieces
}

/// Returns the pieces that say something: a sentence that the user has emptied is left out.
pub(super) fn spoken(mut pieces: Vec<Piece>) -> Vec<Piece> {
    pieces.retain(|piece| match &piece.block {
        Block::Draft(text)
        | Block::Mark(text)
        | Block::Section(text)
        | Block::Heading(text)
        | Block::Speaker(text)
        | Block::Paragraph(text)
        | Block::Item(text)
        | Block::Numbered(text) => !text.trim().is_empty(),
        Block::Letterhead(_)
        | Block::Title { .. }
        | Block::Annex { .. }
        | Block::Table(_)
        | Block::Signatures { .. }
        | Block::Closing { .. } => true,
    });
    pieces
}
