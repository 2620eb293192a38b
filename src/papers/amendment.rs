//! Đính chính: the words that a signed paper has and those that it should have, dated, of the kind of that paper and signed
//! as it is.

use chrono::NaiveDate;

use super::blanks::{blank, or_missing};
use super::brief::{Brief, Stage};
use super::document::{Block, Document, Source};
use super::front::{Front, cited, front};
use super::gaps::Gap;
use super::minutes::signatures;
use super::sentences::{ended, inward, known, open_ended};
use super::signing::closing;
use super::spec::{ImprintField as Field, PaperSpec};
use super::spec_of;
use crate::meeting::code::{MeetingState, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::Amendment;

/// The amendment of the notice and of its table among the papers.
pub(super) const SPEC: PaperSpec = PaperSpec {
    symbol: Some(|number| &number.notice),
    is_in_folder: |dossier| is_in_folder(PaperKind::Amendment, dossier),
    ..PaperSpec::with_own_number(PaperKind::Amendment, "dinh-chinh", |brief, _, stage| {
        amendment(brief, &SPEC, stage)
    })
};

/// The amendment of the minutes and of their roll: minutes as they are, signed by the same two.
pub(super) const OF_MINUTES: PaperSpec = PaperSpec {
    kind: PaperKind::MinutesAmendment,
    stem: "dinh-chinh-bien-ban",
    symbol: Some(|number| &number.minutes),
    fields: &[Field::Number, Field::Dated],
    numbered_as: Some(PaperKind::MinutesAmendment),
    is_in_folder: |dossier| is_in_folder(PaperKind::MinutesAmendment, dossier),
    build: |brief, _, stage| amendment(brief, &OF_MINUTES, stage),
    ..SPEC
};

fn is_in_folder(kind: PaperKind, dossier: &Dossier) -> bool {
    let mut all = dossier.amendments.iter();
    dossier.meeting.state == MeetingState::Final && all.any(|one| one.stands_in() == kind)
}

/// Returns the amendment of the signed papers of a meeting of one kind.
fn amendment(brief: &Brief, spec: &'static PaperSpec, stage: Stage) -> Document {
    let phrases = &brief.phrases.amendment;
    let (meeting, issuer) = (&brief.dossier.meeting, &brief.dossier.issuer);
    let is_of_minutes = spec.kind == PaperKind::MinutesAmendment;
    let source = Source::Imprint(spec.kind);
    let all = in_order(brief, spec.kind);
    let paper_names = papers(brief, spec, &all, name);
    let dated = dated(brief, spec.kind, &all);
    let head = Front {
        spec,
        title: if is_of_minutes {
            brief.phrases.minutes.title()
        } else {
            phrases.title()
        },
        subject: phrases.subject(&paper_names, &meeting.title),
        place_date: Some(brief.place_date(spec.kind, Some(dated))),
    };
    let mut pieces = front(brief, stage, head);
    let signed_papers = papers(brief, spec, &all, |brief, kind| cited(brief, spec_of(kind)));
    let lead = if is_of_minutes {
        phrases.lead_of_minutes(&signed_papers, &meeting.title)
    } else {
        phrases.lead(&issuer.full_name, &signed_papers, &meeting.title)
    };
    pieces.push(Block::Paragraph(lead).of(source));
    if all.is_empty() {
        pieces.push(Block::Numbered(blank(&Gap::Correction(spec.kind))).of(source));
    }
    let corrections = all.iter().map(|one| correction(brief, one));
    pieces.extend(corrections.map(|text| Block::Numbered(text).of(source)));
    pieces.push(Block::Paragraph(phrases.unchanged(&paper_names)).of(source));
    pieces.push(if is_of_minutes {
        signatures(brief)
    } else {
        closing(brief, spec.kind)
    });
    let file = if is_of_minutes {
        phrases.file_of_minutes(&meeting.title)
    } else {
        phrases.file(&meeting.title)
    };
    brief.document(file, dated, pieces)
}

/// Returns the corrections of the latest paper of them, those of one paper together.
fn in_order<'a>(brief: &Brief<'a>, kind: PaperKind) -> Vec<&'a Amendment> {
    let rows = brief.dossier.amendments.iter();
    let rows = || rows.clone().filter(|one| one.stands_in() == kind);
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
fn dated(brief: &Brief, kind: PaperKind, all: &[&Amendment]) -> NaiveDate {
    let imprint = brief.imprint(kind);
    let own = imprint.and_then(|imprint| imprint.dated);
    let last = all.iter().map(|one| one.at.date_naive()).max();
    own.or(last).unwrap_or(brief.today)
}

/// Returns the papers that are corrected, within a sentence, each as it is called there.
fn papers(
    brief: &Brief,
    spec: &PaperSpec,
    all: &[&Amendment],
    called: fn(&Brief, PaperKind) -> String,
) -> String {
    let mut kinds: Vec<PaperKind> = all.iter().map(|one| one.kind).collect();
    kinds.dedup();
    let names: Vec<String> = kinds.into_iter().map(|kind| called(brief, kind)).collect();
    match names.as_slice() {
        [] => blank(&Gap::Correction(spec.kind)),
        [only] => only.clone(),
        [before @ .., last] => brief.phrases.amendment.and(&before.join(", "), last),
    }
}

/// A correction in one sentence: where, the old words and the new ones; behind it why.
fn correction(brief: &Brief, one: &Amendment) -> String {
    let phrases = &brief.phrases.amendment;
    let quoted = |text: &str| or_missing(Some(text), &Gap::Correction(one.kind));
    let old = phrases.old(&place(brief, one), &quoted(&one.old_words));
    let new = inward(&phrases.corrected(&quoted(&one.new_words)));
    let corrected = ended(&format!("{}; {new}", open_ended(&old)));
    let reason = known(one.reason.as_deref());
    let reason = reason.map(|reason| ended(&phrases.reason(open_ended(&quoted(reason)))));
    [corrected]
        .into_iter()
        .chain(reason)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns where the corrected words stand: `mục II, khoản 3 của Biên bản`.
fn place(brief: &Brief, one: &Amendment) -> String {
    let phrases = &brief.phrases.amendment;
    let paper = name(brief, one.kind);
    match (known(one.place.as_deref()), one.occurrence) {
        (Some(place), Some(nth)) => phrases.at(&phrases.nth(place, &nth.to_string()), &paper),
        (Some(place), None) => phrases.at(place, &paper),
        (None, Some(nth)) => phrases.nth(&paper, &nth.to_string()),
        (None, None) => paper,
    }
}
