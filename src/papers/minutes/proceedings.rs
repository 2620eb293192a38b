//! The proceedings, item by item; a discussion turn by turn, each line by its kind.

use std::collections::HashSet;

use super::answers;
use super::presented::presented;
use super::presenter::presenter;
use super::remarks::{notes_of, remark, said};
use super::speakers::{Speakers, speakers};
use crate::meeting::agenda::{self, ItemState};
use crate::meeting::cell::Id;
use crate::meeting::code::ItemKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::floor::turns::first_part_of_note;
use crate::meeting::roll_call;
use crate::meeting::rows::{AgendaItem, Note, Seat};
use crate::papers::blanks::{blank, or_missing};
use crate::papers::brief::Brief;
use crate::papers::document::{Block, Piece, Source};
use crate::papers::gaps::Gap;
use crate::papers::phrases::Minutes;
use crate::papers::sentences::ended;
use crate::text::dates::{count, hour};

/// Returns the section of the proceedings.
pub(super) fn proceedings(brief: &Brief) -> Vec<Piece> {
    let (dossier, say) = (brief.dossier, &brief.phrases.minutes);
    let mut pieces = vec![Block::Section(say.proceedings()).into()];
    let items = agenda::items(dossier)
        .into_iter()
        .filter(|item| item.kind != ItemKind::Conclusion);
    let mut afterwards = answers::afterwards(brief);
    for item in items {
        let heading = match agenda::began(dossier, item.id) {
            Some(began) => say.item_at(&item.title, &hour(began)),
            None => item.title.clone(),
        };
        pieces.push(Block::Heading(heading).of(Source::Item(item.id)));
        pieces.extend(item_body(brief, item, &mut afterwards));
    }
    let loose = notes_of(dossier, |note| note.item.is_none());
    pieces.extend(remarks(brief, &loose));
    // An agenda without an item for answers has them at its end.
    pieces.extend(afterwards);
    pieces
}

/// The body of an item: what was said under it, and what was decided of the rest.
fn item_body(brief: &Brief, item: &AgendaItem, afterwards: &mut Vec<Piece>) -> Vec<Piece> {
    let notes = notes_of(brief.dossier, |note| note.item == Some(item.id));
    let has_begun = agenda::has_begun(brief.dossier, item);
    match decided(brief, item, !has_begun) {
        None => said_under(brief, item, &notes, afterwards),
        Some(decision) => {
            let mut pieces = Vec::new();
            if has_begun {
                pieces = said_under(brief, item, &notes, afterwards);
            }
            pieces.push(Block::Paragraph(decision).of(Source::Item(item.id)));
            pieces
        }
    }
}

/// Returns the sentence that says that an item, or the rest of it, was left out or put off; a blank where that has still
/// to be decided.
pub(super) fn decided(brief: &Brief, item: &AgendaItem, is_whole: bool) -> Option<String> {
    let (dossier, say) = (brief.dossier, &brief.phrases.minutes);
    let reason = || or_missing(item.skipped.as_deref(), &Gap::Skipped(item.id));
    let sentence = match (agenda::state(dossier, item), is_whole) {
        (ItemState::Skipped, true) => say.skipped(&reason()),
        (ItemState::Skipped, false) => say.skipped_rest(&reason()),
        (ItemState::Carried, true) => say.carried(),
        (ItemState::Carried, false) => say.carried_rest(),
        (ItemState::Waiting | ItemState::Postponed | ItemState::Running | ItemState::Done, _) => {
            let mut undecided = agenda::undecided(dossier).into_iter();
            let is_open = undecided.any(|open| open.id == item.id);
            return is_open.then(|| blank(&Gap::Undecided(item.id)));
        }
    };
    Some(ended(&sentence))
}

/// What was said under an item; the first item for answers also takes those that were given afterwards.
fn said_under(
    brief: &Brief,
    item: &AgendaItem,
    notes: &[&Note],
    afterwards: &mut Vec<Piece>,
) -> Vec<Piece> {
    let dossier = brief.dossier;
    let has_happened = !notes.is_empty() || agenda::began(dossier, item.id).is_some();
    let is_presented = item.kind.row().is_presented && has_happened;
    let is = |kind: ItemKind| item.kind == kind;
    if is(ItemKind::Discussion) && !notes.is_empty() {
        discussion(brief, item, notes)
    } else if is_presented && presenter(item).is_some() {
        presented(brief, item, notes)
    } else if is(ItemKind::Answers) && !(notes.is_empty() && afterwards.is_empty()) {
        let mut pieces = remarks(brief, notes);
        pieces.append(afterwards);
        pieces
    } else if notes.is_empty() && !is(ItemKind::Pause) {
        vec![Block::Paragraph(blank(&Gap::Silent(item.id))).of(Source::Item(item.id))]
    } else {
        remarks(brief, notes)
    }
}

/// A discussion turn by turn: the speaker, then the notes, each by its kind.
fn discussion(brief: &Brief, item: &AgendaItem, notes: &[&Note]) -> Vec<Piece> {
    let (dossier, say) = (brief.dossier, &brief.phrases.minutes);
    let turns: Vec<&[&Note]> = notes.chunk_by(|a, b| speaker(a) == speaker(b)).collect();
    let seats = turns_had(dossier, notes);
    let mut different = seats.clone();
    different.sort_unstable();
    different.dedup();
    let mut pieces = Vec::new();
    if !seats.is_empty() {
        let sentence = match speakers(dossier, &different) {
            Speakers::Standing => Minutes::turns,
            Speakers::Any => Minutes::turns_of_any,
            Speakers::All => Minutes::turns_of_all,
        };
        let turns = sentence(say, &count(seats.len()), &count(different.len()));
        pieces.push(Block::Paragraph(turns).of(Source::Item(item.id)));
    }
    for turn in turns {
        let seat = turn.first().and_then(|note| speaker(note));
        if let Some(seat) = seat.and_then(|seat| dossier.seats.get(seat)) {
            let who = brief
                .phrases
                .delegate(seat, roll_call::base(dossier, seat.id));
            pieces.push(Block::Speaker(who).of(Source::RollCall(Some(seat.id))));
            pieces.extend(
                turn.iter()
                    .map(|note| Block::Item(said(brief.phrases, note)).of(Source::Note(note.id))),
            );
            continue;
        }
        // Under the heading of a delegate it would be taken for the words of that delegate.
        let unnamed = turn.iter().find(|note| note.is_of_nobody());
        if let Some(note) = unnamed {
            let heading = Block::Paragraph(say.unattributed());
            pieces.push(heading.of(Source::Note(note.id)));
        }
        pieces.extend(remarks(brief, turn));
    }
    pieces
}

/// Returns whose turns the notes were said in, one after another; neither an answer nor an interjection between two notes of
/// one turn parts it.
fn turns_had(dossier: &Dossier, notes: &[&Note]) -> Vec<Id<Seat>> {
    let said = notes.iter().filter_map(|note| {
        let turn = first_part_of_note(dossier, note);
        Some((speaker(note)?, turn))
    });
    let mut said: Vec<_> = said.collect();
    // A note outside every turn belongs to the one before it, if that was of the same speaker.
    said.dedup_by(|later, earlier| {
        let is_one = later.1 == earlier.1 || later.1.is_none() || earlier.1.is_none();
        later.0 == earlier.0 && is_one
    });
    let mut known = HashSet::new();
    said.retain(|(_, turn)| turn.is_none_or(|turn| known.insert(turn)));
    said.into_iter().map(|(seat, _)| seat).collect()
}

/// Returns whose words a note holds; an answer is the committee's, and names who had asked.
fn speaker(note: &Note) -> Option<Id<Seat>> {
    note.seat.filter(|_| note.kind.row().is_own)
}

fn remarks(brief: &Brief, notes: &[&Note]) -> Vec<Piece> {
    let items = notes.iter();
    items
        .map(|note| Block::Item(remark(brief, note)).of(Source::Note(note.id)))
        .collect()
}
