//! The head of a paper: letterhead, draft, the mark of invented content, title.

use chrono::NaiveDate;

use super::blanks::{is_emptied, lacking};
use super::brief::{Brief, Stage};
use super::document::{Block, Document, House, Letterhead, Particular, Piece, Source};
use super::gaps::Gap;
use super::profile::{self, Number};
use super::sentences::inward;
use super::spec::PaperSpec;
use crate::meeting::code::PaperKind;
use crate::text::dates::long_date;

/// The values of the head of a paper.
pub(super) struct Front {
    pub(crate) spec: &'static PaperSpec,
    /// `BIÊN BẢN`.
    pub(crate) title: String,
    pub(crate) subject: String,
    /// The line of place and date, unless the house leaves it out.
    pub(crate) place_date: Option<String>,
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
    pub(super) fn place_date(&self, kind: PaperKind, day: Option<NaiveDate>) -> String {
        let (common, place) = (&self.phrases.common, &self.dossier.issuer.place);
        let undated = || lacking(&common.place_undated(place), &Gap::Dated(kind));
        day.map_or_else(undated, |day| common.place_date(place, &long_date(day)))
    }

    /// Returns a paper of the body that holds the meeting.
    pub(super) fn document(&self, title: String, dated: NaiveDate, pieces: Vec<Piece>) -> Document {
        let issuer = &self.dossier.issuer;
        Document {
            title,
            author: issuer.full_name.clone(),
            dated,
            house: House::of(issuer),
            pieces: spoken(pieces),
        }
        .finished()
    }
}

/// Returns the head of a paper at a stage.
pub(super) fn front(brief: &Brief, stage: Stage, front: Front) -> Vec<Piece> {
    let (dossier, spec) = (brief.dossier, front.spec);
    let letterhead = Block::Letterhead(Letterhead {
        superior: dossier.issuer.superior.clone(),
        organ: dossier.issuer.organ.clone(),
        number: number(brief, spec),
        place_date: front.place_date,
        is_internal: spec.symbol.is_none(),
    });
    let mut pieces = vec![letterhead.of(Source::Imprint(spec.kind))];
    pieces.extend(provisos(brief, stage));
    let title = Block::Title {
        kind: front.title,
        subject: front.subject,
    };
    pieces.push(title.of(Source::Meeting(Particular::Title)));
    pieces
}

/// Returns the warnings on a paper: that it is a draft, and that its content is invented.
pub(super) fn provisos(brief: &Brief, stage: Stage) -> Vec<Piece> {
    let common = &brief.phrases.common;
    let draft = match stage {
        Stage::Draft(n) => Some(Block::Draft(common.draft(&n.to_string()))),
        Stage::Final => None,
    };
    let is_sample = brief.dossier.meeting.sample;
    let mark = is_sample.then(|| Block::Mark(common.sample()));
    draft.into_iter().chain(mark).map(Piece::from).collect()
}

/// Returns the pieces without those of sentences that the user has emptied.
fn spoken(mut pieces: Vec<Piece>) -> Vec<Piece> {
    pieces.retain_mut(|piece| !is_emptied(&mut piece.block));
    pieces
}

/// Returns number and symbol of a paper: `Số 12-BB/BTCTU`.
pub(super) fn number(brief: &Brief, spec: &PaperSpec) -> Option<String> {
    let form = profile::of(brief.dated(spec.kind));
    let given = brief.imprint(spec.kind).and_then(|imprint| imprint.number);
    let organ = &brief.dossier.issuer.symbol;
    let numbered = |symbol: fn(&Number) -> &str| {
        let number = form.number.of(given, symbol(&form.number), organ);
        match given {
            Some(_) => number,
            None => lacking(&number, &Gap::Number(spec.kind)),
        }
    };
    spec.symbol.map(numbered)
}

/// Returns a paper by number and day, as far as they are known: `Biên bản số 12-BB/BTCTU, ngày …`.
pub(super) fn cited(brief: &Brief, spec: &PaperSpec) -> String {
    let name = spec.name_or_blank(brief.phrases);
    let Some(number) = number(brief, spec) else {
        return name;
    };
    let imprint = brief.imprint(spec.kind);
    let day = match spec.numbered_as {
        Some(_) => imprint.and_then(|imprint| imprint.dated),
        None => Some(brief.dated(spec.kind)),
    };
    let tables = &brief.phrases.tables;
    let undated = || lacking(&tables.no_day(), &Gap::Dated(spec.kind));
    let day = day.map_or_else(undated, long_date);
    tables.cited(&name, &inward(&number), &day)
}
