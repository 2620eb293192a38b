//! What happened, item by item; in a discussion turn by turn, each line by its kind.

use std::borrow::Cow;

use super::notes_of;
use crate::meeting::agenda::{self, ItemState};
use crate::meeting::cell::Id;
use crate::meeting::code::{ItemKind, NoteKind};
use crate::meeting::issues;
use crate::meeting::roll_call;
use crate::meeting::rows::{AgendaItem, Note, Seat};
use crate::papers::document::{Block, Piece, Source};
use crate::papers::paper::Brief;
use crate::papers::phrases::Minutes;
use crate::papers::sentences::{BLANK, ended, full_stop, or_blank};
use crate::text::dates::{count, hour};

/// Returns the section on what happened.
pub(super) fn proceedings(brief: &Brief) -> Vec<Piece> {
    let (dossier, say) = (brief.dossier, &brief.phrases.minutes);
    let mut pieces = vec![Block::Section(say.proceedings()).into()];
    let items = agenda::items(dossier)
        .into_iter()
        .filter(|item| item.kind != ItemKind::Conclusion);
    for item in items {
        let heading = match agenda::began(dossier, item.id) {
            Some(began) => say.item_at(&item.title, &hour(began)),
            None => item.title.clone(),
        };
        pieces.push(Block::Heading(heading).of(Source::Item(item.id)));
        pieces.extend(item_body(brief, item));
    }
    let loose = notes_of(dossier, |note| note.item.is_none());
    pieces.extend(remarks(brief, &loose));
    pieces
}

fn item_body(brief: &Brief, item: &AgendaItem) -> Vec<Piece> {
    let (dossier, say) = (brief.dossier, &brief.phrases.minutes);
    let of_item = |text: String| vec![Block::Paragraph(text).of(Source::Item(item.id))];
    if agenda::state(dossier, item) == ItemState::Skipped {
        return of_item(full_stop(&say.skipped(or_blank(item.skipped.as_deref()))));
    }
    let notes = notes_of(dossier, |note| note.item == Some(item.id));
    let has_happened = !notes.is_empty() || agenda::began(dossier, item.id).is_some();
    match item.kind {
        ItemKind::Pause => remarks(brief, &notes),
        ItemKind::Discussion if !notes.is_empty() => discussion(brief, item, &notes),
        ItemKind::Opening
        | ItemKind::Review
        | ItemKind::Report
        | ItemKind::Documents
        | ItemKind::Other
            if has_happened && presenter(item).is_some() =>
        {
            presented(brief, item, &notes)
        }
        ItemKind::Opening
        | ItemKind::Review
        | ItemKind::Report
        | ItemKind::Discussion
        | ItemKind::Documents
        | ItemKind::Answers
        | ItemKind::Conclusion
        | ItemKind::Other => match notes[..] {
            [] => of_item(BLANK.to_owned()),
            [..] => remarks(brief, &notes),
        },
    }
}

/// Returns who presents an item, if that is known.
fn presenter(item: &AgendaItem) -> Option<&str> {
    let name = item.presenter.as_deref().map(bare);
    name.filter(|name| !name.is_empty())
}

/// What somebody presented: the sentence begins with the name, and tells what was noted of it.
///
/// Only where nothing was noted does the sentence tell what every opening and every report is.
fn presented(brief: &Brief, item: &AgendaItem, notes: &[&Note]) -> Vec<Piece> {
    let say = &brief.phrases.minutes;
    let presenter = presenter(item).unwrap_or(BLANK);
    let apposed = apposed(presenter);
    let is_of_documents = item.kind == ItemKind::Documents;
    let with = |text: &str| {
        full_stop(&if is_of_documents {
            say.presents(&apposed, text)
        } else {
            say.tells(&apposed, text)
        })
    };
    let usual = match item.kind {
        ItemKind::Opening => Some(say.opens(presenter)),
        ItemKind::Report => Some(say.reports(&apposed)),
        ItemKind::Review
        | ItemKind::Discussion
        | ItemKind::Documents
        | ItemKind::Answers
        | ItemKind::Conclusion
        | ItemKind::Pause
        | ItemKind::Other => None,
    };
    let own = notes.iter().filter(|note| is_presenters(note)).count();
    let (lead, source, rest) = match (own, notes) {
        (0, _) => {
            let words = usual.map_or_else(|| with(BLANK), |usual| ended(&usual, '.'));
            (words, Source::Item(item.id), notes)
        }
        (1, [first, rest @ ..]) if is_presenters(first) => {
            (with(&first.text), Source::Note(first.id), rest)
        }
        _ if is_of_documents => (say.presents_more(&apposed), Source::Item(item.id), notes),
        _ => (say.tells_more(&apposed), Source::Item(item.id), notes),
    };
    let mut pieces = vec![Block::Paragraph(lead).of(source)];
    pieces.extend(rest.iter().map(|note| {
        let text = if is_of_documents && is_presenters(note) {
            ended(&note.text, '.')
        } else {
            remark(brief, note)
        };
        Block::Item(text).of(Source::Note(note.id))
    }));
    pieces
}

/// Says whether a line holds what the presenter of its item told: nobody else is named, and nobody answers.
fn is_presenters(note: &Note) -> bool {
    let is_telling = match note.kind {
        NoteKind::Document | NoteKind::Information => true,
        NoteKind::Result
        | NoteKind::Difficulty
        | NoteKind::Experience
        | NoteKind::Proposal
        | NoteKind::Answer
        | NoteKind::Instruction => false,
    };
    is_telling && note.seat.is_none() && note.speaker.is_none()
}

/// Returns a name without the title that the sentence itself gives it.
fn bare(name: &str) -> &str {
    let name = name.trim();
    let bare = ["Đồng chí ", "đồng chí ", "Đ/c ", "đ/c "]
        .iter()
        .find_map(|title| name.strip_prefix(title));
    bare.unwrap_or(name).trim_start()
}

/// Returns a name within a sentence; an office behind it ends with a comma.
fn apposed(name: &str) -> Cow<'_, str> {
    if name.contains(',') && !name.ends_with(',') {
        format!("{name},").into()
    } else {
        name.into()
    }
}

/// Turn by turn: who spoke, then what was said, each line by its kind.
fn discussion(brief: &Brief, item: &AgendaItem, notes: &[&Note]) -> Vec<Piece> {
    let (dossier, say) = (brief.dossier, &brief.phrases.minutes);
    let turns: Vec<&[&Note]> = notes.chunk_by(|a, b| speaker(a) == speaker(b)).collect();
    let seats: Vec<_> = turns
        .iter()
        .filter_map(|turn| turn.first().and_then(|note| speaker(note)))
        .collect();
    let mut different = seats.clone();
    different.sort_unstable();
    different.dedup();
    let mut pieces = Vec::new();
    if !seats.is_empty() {
        let turns = say.turns(&count(seats.len()), &count(different.len()));
        pieces.push(Block::Paragraph(turns).of(Source::Item(item.id)));
    }
    for turn in turns {
        let seat = turn.first().and_then(|note| speaker(note));
        match seat.and_then(|seat| dossier.seats.get(seat)) {
            Some(seat) => {
                let who = brief
                    .phrases
                    .delegate(seat, roll_call::base(dossier, seat.id));
                pieces.push(Block::Speaker(who).of(Source::RollCall(Some(seat.id))));
                let told = turn.iter();
                pieces.extend(
                    told.map(|note| Block::Item(said(say, note)).of(Source::Note(note.id))),
                );
            }
            None => pieces.extend(remarks(brief, turn)),
        }
    }
    pieces
}

/// Returns whose words a note holds; an answer is the committee's, and names who had asked.
fn speaker(note: &Note) -> Option<Id<Seat>> {
    note.seat.filter(|_| note.kind != NoteKind::Answer)
}

/// Returns what was said, by its kind.
fn said(say: &Minutes, note: &Note) -> String {
    let text = &note.text;
    let said = match note.kind {
        NoteKind::Result => say.result(text),
        NoteKind::Difficulty => say.difficulty(text),
        NoteKind::Experience => say.experience(text),
        NoteKind::Proposal => say.proposal(text),
        NoteKind::Answer => say.answer(text),
        NoteKind::Instruction => say.instruction(text),
        NoteKind::Document => say.document(text),
        NoteKind::Information => say.information(text),
    };
    ended(&said, '.')
}

fn remarks(brief: &Brief, notes: &[&Note]) -> Vec<Piece> {
    let items = notes.iter();
    items
        .map(|note| Block::Item(remark(brief, note)).of(Source::Note(note.id)))
        .collect()
}

/// A line under an item where speakers are not listed one by one.
pub(super) fn remark(brief: &Brief, note: &Note) -> String {
    let (dossier, phrases, say) = (brief.dossier, brief.phrases, &brief.phrases.minutes);
    let seat = note.seat.and_then(|seat| dossier.seats.get(seat));
    let who = || {
        // An answer that nobody is named for is kept under the chair's name; the minutes know no better.
        let chair = dossier.meeting.chair.as_deref();
        let author = issues::given(dossier, note).find_map(|answer| answer.author.as_deref());
        let author = author.filter(|author| Some(*author) != chair);
        let name = note.speaker.as_deref().or(author).map(bare);
        name.map_or_else(
            || dossier.issuer.short_name.clone(),
            |name| phrases.common.comrade(name),
        )
    };
    match (note.kind, seat, &note.speaker) {
        (NoteKind::Answer, Some(seat), _) => {
            let committee = phrases.common.committee(&seat.name);
            ended(&say.answered(&committee, &who(), &note.text), '.')
        }
        (NoteKind::Answer, None, _) => ended(&say.answered_all(&who(), &note.text), '.'),
        (_, Some(seat), _) => {
            let who = phrases.delegate(seat, roll_call::base(dossier, seat.id));
            say.said(&who, &said(say, note))
        }
        (_, None, Some(name)) => say.said(&phrases.common.comrade(bare(name)), &said(say, note)),
        (_, None, None) => said(say, note),
    }
}
