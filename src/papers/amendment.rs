//! Đính chính: the words that a signed paper has and those that it should have, dated, and signed as that paper is.

use chrono::NaiveDate;

use super::blanks::{blank, or_missing};
use super::brief::{Brief, Stage};
use super::document::{Block, Document, Piece, Source};
use super::front::{Front, cited, front};
use super::gaps::Gap;
use super::minutes::signatures;
use super::sentences::{ended, itemised, open_ended};
use super::signing::{closing, is_signed_as_minutes};
use super::spec::{Copies, ImprintField as Field, PaperSpec};
use super::spec_of;
use crate::meeting::code::{MeetingState, PaperKind};
use crate::meeting::rows::Amendment;

/// The record that Enter opens on a correction.
const SOURCE: Source = Source::Imprint(PaperKind::Amendment);

/// The amendment among the papers.
pub(super) const SPEC: PaperSpec = PaperSpec {
    kind: PaperKind::Amendment,
    stem: "dinh-chinh",
    symbol: Some(|number| &number.notice),
    name: None,
    fields: &[
        Field::Number,
        Field::Dated,
        Field::Signer,
        Field::Capacity,
        Field::Office,
        Field::Recipients,
    ],
    numbered_as: Some(PaperKind::Amendment),
    copies: Copies::One,
    is_in_folder: |dossier| {
        dossier.meeting.state == MeetingState::Final && !dossier.amendments.is_empty()
    },
    build: |brief, _, stage| amendment(brief, stage),
    remarks: |_, _| Vec::new(),
};

/// Returns the amendment of the signed papers of a meeting.
fn amendment(brief: &Brief, stage: Stage) -> Document {
    let phrases = &brief.phrases.amendment;
    let (meeting, issuer) = (&brief.dossier.meeting, &brief.dossier.issuer);
    let all = in_order(brief);
    let paper_names = papers(brief, &all, name);
    let dated = dated(brief, &all);
    let head = Front {
        spec: &SPEC,
        title: phrases.title(),
        subject: phrases.subject(&paper_names, &meeting.title),
        place_date: Some(brief.place_date(SPEC.kind, Some(dated))),
    };
    let mut pieces = front(brief, stage, head);
    let signed_papers = papers(brief, &all, |brief, kind| cited(brief, spec_of(kind)));
    let lead = phrases.lead(&issuer.full_name, &signed_papers, &meeting.title);
    pieces.push(Block::Paragraph(lead).of(SOURCE));
    if all.is_empty() {
        pieces.push(Block::Numbered(blank(&Gap::Correction)).of(SOURCE));
    }
    pieces.extend(all.iter().flat_map(|one| correction(brief, one)));
    pieces.push(Block::Paragraph(phrases.unchanged(&paper_names)).of(SOURCE));
    pieces.push(signed(brief, &all));
    brief.document(phrases.file(&meeting.title), dated, pieces)
}

/// Returns the corrections of the latest paper of them, those of one paper together.
fn in_order<'a>(brief: &Brief<'a>) -> Vec<&'a Amendment> {
    let rows = || brief.dossier.amendments.iter();
    let latest = rows().map(|one| one.batch).max().flatten();
    let mut all: Vec<&Amendment> = rows().filter(|one| one.batch == latest).collect();
    all.sort_by_key(|one| (one.kind, one.at, one.id));
    all
}

/// Returns a paper as it is called within a sentence.
fn name(brief: &Brief, kind: PaperKind) -> String {
    spec_of(kind).name_or_blank(brief.phrases)
}

/// Returns the day of the amendment: its own, or that of the last correction.
fn dated(brief: &Brief, all: &[&Amendment]) -> NaiveDate {
    let imprint = brief.imprint(PaperKind::Amendment);
    let own = imprint.and_then(|imprint| imprint.dated);
    let last = all.iter().map(|one| one.at.date_naive()).max();
    own.or(last).unwrap_or(brief.today)
}

/// Returns the papers that are corrected, within a sentence, each as it is called there.
fn papers(brief: &Brief, all: &[&Amendment], called: fn(&Brief, PaperKind) -> String) -> String {
    let mut kinds: Vec<PaperKind> = all.iter().map(|one| one.kind).collect();
    kinds.dedup();
    let names: Vec<String> = kinds.into_iter().map(|kind| called(brief, kind)).collect();
    match names.as_slice() {
        [] => blank(&Gap::Correction),
        [only] => only.clone(),
        [before @ .., last] => brief.phrases.amendment.and(&before.join(", "), last),
    }
}

/// The old words, the new ones, and why.
fn correction(brief: &Brief, one: &Amendment) -> Vec<Piece> {
    let phrases = &brief.phrases.amendment;
    let quoted = |text: &str| or_missing(Some(text), &Gap::Correction);
    let old = phrases.old(&name(brief, one.kind), &quoted(&one.old_words));
    let new = phrases.corrected(&quoted(&one.new_words));
    let reason = one.reason.as_deref();
    let reason = reason.map(|reason| phrases.reason(open_ended(&quoted(reason))));
    let items = [Some(new), reason].into_iter().flatten();
    let items = items.map(|text| Block::Item(ended(&text)));
    [Block::Numbered(itemised(&old, false))]
        .into_iter()
        .chain(items)
        .map(|block| block.of(SOURCE))
        .collect()
}

/// Returns the signature: by its own imprint; without one that of the minutes where only they and their annex are
/// corrected, else that of the notice.
fn signed(brief: &Brief, all: &[&Amendment]) -> Piece {
    if is_signed_as_minutes(brief.dossier, all) {
        signatures(brief)
    } else {
        closing(brief, PaperKind::Amendment)
    }
}
