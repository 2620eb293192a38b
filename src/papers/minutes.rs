//! Biên bản: the minutes of a meeting, section by section as the worked example has them (`domain.md` §2.2).

mod annexes;
mod participants;
mod proceedings;

use super::document::{Block, Document, House, Particular, Piece, Signature, Source};
use super::front::{Front, front, spoken};
use super::paper::{Brief, Stage};
use super::sentences::{BLANK, ended, full_stop, or_blank};
use crate::meeting::agenda;
use crate::meeting::code::{ItemKind, NoteKind, PaperKind};
use crate::meeting::conclusions;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry};
use crate::meeting::rows::Note;
use crate::text::dates::{count, hour, long_date, long_time};

/// The type of minutes in a document's symbol.
const SYMBOL: &str = "BB";

/// Returns the minutes of a meeting at a stage.
pub fn minutes(brief: &Brief, stage: Stage) -> Document {
    let dossier = brief.dossier;
    let mut pieces = head(brief, stage);
    pieces.extend(particulars(brief));
    pieces.extend(participants::participants(brief));
    pieces.extend(proceedings::proceedings(brief));
    pieces.extend(conclusion(brief));
    pieces.extend(end(brief));
    pieces.extend(annexes::attendance(dossier).into_iter().map(Piece::from));
    pieces.extend(annexes::actions(dossier).into_iter().map(Piece::from));
    Document {
        title: brief.phrases.minutes.file(&dossier.meeting.title),
        author: dossier.issuer.full_name.clone(),
        dated: brief.dated(PaperKind::Minutes),
        house: House::of(&dossier.issuer),
        pieces: spoken(pieces),
    }
}

/// Returns the annex of the actions as the minutes have it.
pub(super) fn action_annex(dossier: &Dossier) -> Vec<Block> {
    annexes::actions(dossier)
}

fn head(brief: &Brief, stage: Stage) -> Vec<Piece> {
    let dated = brief.dossier.issuer.dates_minutes.unwrap_or(true);
    let front_of_minutes = Front {
        kind: PaperKind::Minutes,
        symbol: SYMBOL,
        title: brief.phrases.minutes.title(),
        subject: brief.dossier.meeting.title.clone(),
        place_date: dated.then(|| brief.place_date(Some(brief.dated(PaperKind::Minutes)))),
    };
    front(brief, stage, front_of_minutes)
}

/// Time, place, content, chair, recorder, documents, recording.
fn particulars(brief: &Brief) -> Vec<Piece> {
    let (meeting, say) = (&brief.dossier.meeting, &brief.phrases.minutes);
    let began = meeting.opened.map_or_else(|| BLANK.to_owned(), long_time);
    let known = |value: &Option<String>| or_blank(value.as_deref()).to_owned();
    let recorded = match meeting.recorded {
        Some(true) => say.recorded(),
        Some(false) => say.not_recorded(),
        None => BLANK.to_owned(),
    };
    let lines = [
        (Particular::Times, say.time(&began, &long_date(brief.day()))),
        (Particular::Venue, say.venue(&known(&meeting.venue))),
        (
            Particular::Content,
            say.content(or_blank(Some(&meeting.content))),
        ),
        (
            Particular::Chair,
            say.chair(&known(&meeting.chair), &known(&meeting.chair_office)),
        ),
        (
            Particular::Recorder,
            say.recorder(&known(&meeting.recorder), &known(&meeting.recorder_office)),
        ),
        (
            Particular::Documents,
            say.documents(&known(&meeting.documents)),
        ),
        (Particular::Recording, say.recording(&recorded)),
    ];
    lines
        .into_iter()
        .map(|(what, line)| Block::Item(full_stop(&line)).of(Source::Meeting(what)))
        .collect()
}

fn conclusion(brief: &Brief) -> Vec<Piece> {
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
    let mut pieces = vec![Piece { block, source }];
    let lead = notes_of(dossier, |note| {
        item.is_some_and(|item| note.item == Some(item.id))
    });
    pieces.extend(lead.iter().map(|note| {
        let block = match note.seat {
            None if note.kind == NoteKind::Instruction => Block::Paragraph(ended(&note.text, '.')),
            Some(_) | None => Block::Item(proceedings::remark(brief, note)),
        };
        block.of(Source::Note(note.id))
    }));
    let says_what_follows = lead
        .last()
        .is_some_and(|note| note.text.trim_end().ends_with(':'));
    let words = match (dossier.conclusions.is_empty(), lead.is_empty()) {
        (true, true) => Some(BLANK.to_owned()),
        (false, _) if !says_what_follows => Some(say.conclusion_lead()),
        (true, false) | (false, _) => None,
    };
    pieces.extend(words.map(|words| Piece {
        block: Block::Paragraph(words),
        source,
    }));
    pieces.extend(concluded(dossier));
    pieces
}

/// Returns the conclusions one by one, a semicolon between them and a full stop at the end.
fn concluded(dossier: &Dossier) -> impl Iterator<Item = Piece> {
    let all = conclusions::in_order(dossier);
    let last = all.len();
    (1..).zip(all).map(move |(number, conclusion)| {
        let mark = if number == last { '.' } else { ';' };
        let text = Block::Numbered(ended(&conclusion.text, mark));
        text.of(Source::Conclusion(conclusion.id))
    })
}

fn end(brief: &Brief) -> [Piece; 2] {
    let (meeting, say) = (&brief.dossier.meeting, &brief.phrases.minutes);
    let closed = meeting.closed.map_or_else(|| BLANK.to_owned(), long_time);
    let day = match (meeting.opened, meeting.closed) {
        (Some(opened), Some(closed)) if opened.date_naive() != closed.date_naive() => {
            long_date(closed.date_naive())
        }
        (Some(_) | None, Some(_) | None) => say.same_day(),
    };
    let (pages, copies) = (counted(meeting.pages), counted(meeting.copies));
    let closing = Block::Paragraph(say.closing(&closed, &day, &pages, &copies));
    // Enter leads to what is still missing, as far as something is.
    let what = match meeting.closed {
        Some(_) => Particular::Pages,
        None => Particular::Times,
    };
    let signature = |role: String, name: &Option<String>| Signature {
        authority: Some(role),
        position: None,
        name: or_blank(name.as_deref()).to_owned(),
    };
    let signatures = Block::Signatures {
        left: signature(say.recorder_signs(), &meeting.recorder),
        right: signature(say.chair_signs(), &meeting.chair),
    };
    let who = match meeting.recorder {
        Some(_) => Particular::Chair,
        None => Particular::Recorder,
    };
    [
        closing.of(Source::Meeting(what)),
        signatures.of(Source::Meeting(who)),
    ]
}

/// Returns the notes that a question keeps, in the order in which they were said.
fn notes_of(dossier: &Dossier, keep: impl Fn(&Note) -> bool) -> Vec<&Note> {
    notes::stream(dossier)
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Note(note) if keep(note) => Some(note),
            Entry::Note(_) | Entry::Conclusion(_) | Entry::Action(_) => None,
        })
        .collect()
}

/// Returns a count of the minutes' own, or a blank to be filled in by hand.
fn counted(n: Option<i64>) -> String {
    n.and_then(|n| usize::try_from(n).ok())
        .map_or_else(|| BLANK.to_owned(), count)
}
