//! Biên bản: the minutes of a meeting, section by section as the worked example has them (`guide/domain.md` §2.2).

mod answers;
mod participants;
mod presented;
mod presenter;
mod proceedings;
mod remarks;
mod speakers;

use super::assignments;
use super::attendance;
use super::blanks::{bare, blank, or_missing};
use super::brief::{Brief, Stage};
use super::document::{Block, Document, Particular, Piece, Signature, Source};
use super::front::{Front, front};
use super::gaps::Gap;
use super::notice;
use super::pdf;
use super::phrases::{Minutes as Say, Phrases};
use super::remarks::{Remark, course, people, tasks};
use super::sentences::{ended, itemised, known, open_ended};
use super::signing;
use super::spec::{Copies, ImprintField as Field, PaperSpec};
use crate::meeting::agenda;
use crate::meeting::code::{ItemKind, MeetingState, NoteKind, PaperKind};
use crate::meeting::conclusions;
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call;
use crate::meeting::rows::{Meeting, Note};
use crate::text::dates::{count, hour, long_date, long_time};

use remarks::{notes_of, remark};

pub(super) use answers::given_by;
pub(super) use participants::{Counted, among};
pub(super) use remarks::said;
pub(super) use speakers::{Speakers, speakers};

/// The minutes among the papers.
pub(super) const SPEC: PaperSpec = PaperSpec {
    kind: PaperKind::Minutes,
    stem: "bien-ban",
    symbol: Some(|number| &number.minutes),
    name: Some(|phrases| phrases.amendment.minutes()),
    fields: &[Field::Number, Field::Dated, Field::Appraisal],
    numbered_as: None,
    copies: Copies::One,
    is_in_folder: |dossier| dossier.meeting.state != MeetingState::Planned,
    build: |brief, _, stage| minutes(brief, stage),
    remarks: |_, dossier| remarks(dossier),
};

/// Returns the minutes of a meeting at a stage; they say how many pages they have.
pub fn minutes(brief: &Brief, stage: Stage) -> Document {
    // A number of two digits is as wide as another, so that the pages stay as they are counted.
    let counted = pdf::pages(&of_pages(brief, stage, 0)).len();
    of_pages(brief, stage, counted)
}

/// Returns the minutes with this number of pages in their closing sentence.
fn of_pages(brief: &Brief, stage: Stage, pages: usize) -> Document {
    let dossier = brief.dossier;
    let mut pieces = head(brief, stage);
    pieces.extend(particulars(brief));
    pieces.extend(participants::participants(brief));
    pieces.extend(proceedings::proceedings(brief));
    let annex = brief.phrases.actions.annex_of_minutes();
    let assignments = assignments::annex(brief, annex, &SPEC);
    pieces.extend(conclusion(brief, !assignments.is_empty()));
    pieces.extend(end(brief, pages));
    pieces.extend(attendance::annex(brief));
    pieces.extend(assignments);
    let file = brief.phrases.minutes.file(&dossier.meeting.title);
    brief.document(file, brief.dated(PaperKind::Minutes), pieces)
}

/// Returns the remarks on the minutes.
fn remarks(dossier: &Dossier) -> Vec<Remark> {
    let mut remarks = course::times(dossier);
    remarks.extend(people::sums(dossier));
    remarks.extend(people::roll(dossier));
    remarks.extend(tasks::unread(dossier));
    remarks.extend(tasks::of_nobody(dossier));
    remarks.extend(tasks::conclusions(dossier));
    remarks.extend(tasks::unanswered(dossier));
    remarks.extend(tasks::products(dossier, |_| true));
    remarks.extend(tasks::without_day(dossier));
    remarks.extend(course::approval(dossier));
    remarks
}

fn head(brief: &Brief, stage: Stage) -> Vec<Piece> {
    let dated = brief.dossier.issuer.dates_minutes.unwrap_or(true);
    let front_of_minutes = Front {
        spec: &SPEC,
        title: brief.phrases.minutes.title(),
        subject: brief.dossier.meeting.title.clone(),
        place_date: dated.then(|| {
            let day = brief.dated(PaperKind::Minutes);
            brief.place_date(PaperKind::Minutes, Some(day))
        }),
    };
    front(brief, stage, front_of_minutes)
}

/// Time, place, content, chair, recorder, documents, recording.
fn particulars(brief: &Brief) -> Vec<Piece> {
    let (meeting, say) = (&brief.dossier.meeting, &brief.phrases.minutes);
    let opened = meeting.opened.map(long_time);
    let began = or_missing(opened.as_deref(), &Gap::OpeningTime);
    let known = |value: &Option<String>, gap: Gap| or_missing(value.as_deref(), &gap);
    let recorded = match meeting.recorded {
        Some(true) => say.recorded(),
        Some(false) => say.not_recorded(),
        None => blank(&Gap::Recording),
    };
    let lines = [
        (Particular::Times, say.time(&began, &long_date(brief.day()))),
        (
            Particular::Venue,
            say.venue(&known(&meeting.venue, Gap::Venue)),
        ),
        (
            Particular::Content,
            say.content(&or_missing(Some(&meeting.content), &Gap::Content)),
        ),
        (
            Particular::Chair,
            say.chair(
                &known(&meeting.chair, Gap::Chair),
                &known(&meeting.chair_office, Gap::ChairOffice),
            ),
        ),
        (
            Particular::Recorder,
            say.recorder(
                &known(&meeting.recorder, Gap::Recorder),
                &known(&meeting.recorder_office, Gap::RecorderOffice),
            ),
        ),
        (
            Particular::Documents,
            say.documents(&known(&meeting.documents, Gap::Documents)),
        ),
        (Particular::Recording, say.recording(&recorded)),
    ];
    lines
        .into_iter()
        .map(|(what, line)| Block::Item(ended(&line)).of(Source::Meeting(what)))
        .collect()
}

fn conclusion(brief: &Brief, is_annexed: bool) -> Vec<Piece> {
    let (dossier, say) = (brief.dossier, &brief.phrases.minutes);
    let item = dossier
        .items
        .iter()
        .find(|item| item.kind == ItemKind::Conclusion);
    let source = item.map(|item| Source::Item(item.id));
    let title = say.conclusion();
    let block = Block::Section(
        match item.and_then(|item| agenda::began(dossier, item.id)) {
            Some(began) => say.item_at(&title, &hour(began)),
            None => title,
        },
    );
    let mut pieces = vec![Piece {
        source,
        ..Piece::from(block)
    }];
    // What the chair did not come to is not missing, once it was decided what becomes of it.
    let unheld = item.filter(|_| dossier.conclusions.is_empty());
    let decision = unheld.and_then(|item| {
        let is_whole = !agenda::has_begun(dossier, item);
        let decision = proceedings::decided(brief, item, is_whole)?;
        Some((
            Block::Paragraph(decision).of(Source::Item(item.id)),
            is_whole,
        ))
    });
    if let Some((piece, true)) = decision {
        pieces.push(piece);
    } else {
        pieces.extend(opening(brief, source));
        pieces.extend(decision.map(|(piece, _)| piece));
        pieces.extend(concluded(dossier));
    }
    let annex = is_annexed.then(|| say.annexed(&brief.phrases.actions.annex_of_minutes()));
    pieces.extend(annex.map(|words| Block::Paragraph(words).into()));
    pieces
}

/// The paragraphs before the conclusions: the chair's words as they were typed, at the desk, for the minutes or for the
/// notice; no praise is printed that nobody typed.
fn opening(brief: &Brief, source: Option<Source>) -> Vec<Piece> {
    let (dossier, say) = (brief.dossier, &brief.phrases.minutes);
    let noted = notes_of(dossier, |note| {
        source.is_some() && note.item.map(Source::Item) == source
    });
    let mut pieces: Vec<Piece> = noted.iter().map(|note| chairs(brief, note)).collect();
    // The notice has an appraisal of its own, which may be typed after these minutes were signed.
    let appraisal = notice::own_appraisal(PaperKind::Minutes, brief).filter(|_| pieces.is_empty());
    pieces.extend(
        appraisal
            .map(|words| Block::Paragraph(ended(words)).of(Source::Imprint(PaperKind::Minutes))),
    );
    let last = noted.last().map(|note| note.text.as_str()).or(appraisal);
    let is_led = last.is_some_and(|last| last.trim_end().ends_with(':'));
    let words = match (dossier.conclusions.is_empty(), last) {
        (true, None) => Some(blank(&Gap::NoConclusion)),
        (false, _) if !is_led => Some(say.conclusion_lead()),
        (true | false, _) => None,
    };
    pieces.extend(words.map(|words| Piece {
        source,
        ..Piece::from(Block::Paragraph(words))
    }));
    pieces
}

/// Returns the usual words of a chair who praises, for whoever wants to take them.
pub(super) fn usual_appraisal(dossier: &Dossier, phrases: &Phrases) -> String {
    let units = count(roll_call::wards(dossier).len());
    let (issuer, chair) = (&dossier.issuer.full_name, signing::chair(dossier));
    bare(phrases.minutes.conclusion_opening(issuer, &chair, &units))
}

/// A line under the item of the conclusion: an instruction of the chair is a paragraph, any other line an item.
fn chairs(brief: &Brief, note: &Note) -> Piece {
    let block = match note.seat {
        None if note.kind == NoteKind::Instruction => Block::Paragraph(ended(&note.text)),
        Some(_) | None => Block::Item(remark(brief, note)),
    };
    block.of(Source::Note(note.id))
}

/// Returns the conclusions one by one, a semicolon between them and a full stop at the end.
fn concluded(dossier: &Dossier) -> impl Iterator<Item = Piece> {
    let all = conclusions::in_order(dossier);
    let last = all.len();
    (1..).zip(all).map(move |(number, conclusion)| {
        let text = Block::Numbered(itemised(&conclusion.text, number == last));
        text.of(Source::Conclusion(conclusion.id))
    })
}

fn end(brief: &Brief, pages: usize) -> [Piece; 2] {
    let (meeting, say) = (&brief.dossier.meeting, &brief.phrases.minutes);
    let closed = meeting.closed.map(long_time);
    let closed = or_missing(closed.as_deref(), &Gap::ClosingTime);
    let day = match (meeting.opened, meeting.closed) {
        (Some(opened), Some(closed)) if opened.date_naive() != closed.date_naive() => {
            long_date(closed.date_naive())
        }
        (Some(_) | None, Some(_) | None) => say.same_day(),
    };
    let copies = meeting.copies.and_then(|n| usize::try_from(n).ok());
    let copies = copies.map_or_else(|| blank(&Gap::Copies), count);
    let closing = [say.ended(&closed, &day), say.extent(&count(pages), &copies)]
        .into_iter()
        .chain(approval(meeting, say));
    let closing: Vec<String> = closing.filter(|sentence| !sentence.is_empty()).collect();
    let closing = Block::Paragraph(closing.join(" "));
    // Enter opens the value that is missing first: the time of the end, then the copies.
    let what = match meeting.closed {
        Some(_) => Particular::Copies,
        None => Particular::Times,
    };
    [closing.of(Source::Meeting(what)), signatures(brief)]
}

/// Returns the sentences on how the minutes were approved, as far as somebody has said it.
fn approval(meeting: &Meeting, say: &Say) -> impl Iterator<Item = String> {
    let approved = known(meeting.approved.as_deref()).map(open_ended);
    let is_read = meeting.read_out == Some(true);
    let sentence = match (is_read, approved) {
        (true, Some(approved)) => Some(say.read_and_approved(approved)),
        (true, None) => Some(say.read_out()),
        (false, Some(approved)) => Some(say.approved(approved)),
        (false, None) => None,
    };
    let reservations = known(meeting.reservations.as_deref());
    let reservations = reservations.map(|text| ended(&say.reservations(text)));
    sentence.into_iter().chain(reservations)
}

/// Returns the signatures of the minutes and of their amendment.
pub(super) fn signatures(brief: &Brief) -> Piece {
    let (meeting, say) = (&brief.dossier.meeting, &brief.phrases.minutes);
    let signature = |role: String, name: &Option<String>, gap: Gap| Signature {
        authority: Some(role),
        position: None,
        name: or_missing(name.as_deref(), &gap),
    };
    let signatures = Block::Signatures {
        left: signature(say.recorder_signs(), &meeting.recorder, Gap::Recorder),
        right: signature(say.chair_signs(), &meeting.chair, Gap::Chair),
    };
    let who = match meeting.recorder {
        Some(_) => Particular::Chair,
        None => Particular::Recorder,
    };
    signatures.of(Source::Meeting(who))
}
