//! A presentation in the minutes: a sentence that begins with the presenter, and under it the other notes.

use std::borrow::Cow;

use super::presenter::{bare, is_person, presenter};
use super::remarks::{remark, said};
use crate::meeting::code::ItemKind;
use crate::meeting::floor::{self, Voice};
use crate::meeting::recognised::RECOGNISED;
use crate::meeting::rows::{AgendaItem, Note};
use crate::papers::blanks::{blank, or_missing};
use crate::papers::brief::Brief;
use crate::papers::document::{Block, Piece, Source};
use crate::papers::gaps::Gap;
use crate::papers::sentences::{ended, inward};
use crate::text::marks::unlisted;
use crate::text::same::is_same;

/// Returns the presentation of an item.
///
/// The set sentence of an opening or a report stands only where nothing was noted.
pub(super) fn presented(brief: &Brief, item: &AgendaItem, notes: &[&Note]) -> Vec<Piece> {
    let presenter = &named(item);
    let voice = floor::presenter(brief.dossier, item);
    let is_own = |note: &Note| is_presenters(note, item, voice.as_ref());
    let own = notes.iter().copied().filter(|note| is_own(note));
    let own: Vec<&Note> = own.collect();
    let (lead, source, rest) = match (&own[..], notes) {
        ([], _) => (nothing_noted(brief, item), Source::Item(item.id), notes),
        // An opening that does not begin with what was done is told by its own sentence.
        (own, _) if opens_without_verb(item, own) => {
            (nothing_noted(brief, item), Source::Item(item.id), notes)
        }
        ([own_first, more @ ..], [first, rest @ ..])
            if own_first.id == first.id && leads_alone(first, more, item) =>
        {
            let lead = sentence(brief, item, unnamed(&first.text, item));
            (lead, Source::Note(first.id), rest)
        }
        _ => (
            several(brief, item, presenter, &own),
            Source::Item(item.id),
            notes,
        ),
    };
    let is_of_documents = item.kind == ItemKind::Documents;
    let lead = Block::Paragraph(lead).of(source);
    let is_set = own.is_empty() || opens_without_verb(item, &own);
    let mut pieces = vec![match set_sentence(item.kind).filter(|_| is_set) {
        Some(name) => lead.worded("minutes", name),
        None => lead,
    }];
    pieces.extend(rest.iter().map(|note| {
        // The sentence above has named the presenter.
        let text = unnamed(&note.text, item);
        let text = match (is_own(note), is_of_documents) {
            (true, true) => ended(text),
            (true, false) => said(brief.phrases, &with_text(note, text)),
            (false, _) => remark(brief, note),
        };
        Block::Item(text).of(Source::Note(note.id))
    }));
    pieces
}

/// Returns who presents an item, or a blank.
fn named(item: &AgendaItem) -> String {
    or_missing(presenter(item), &Gap::Presenter(item.id))
}

/// Says whether the first line is the sentence itself: it is the only one, or the only one with a verb of its own.
fn leads_alone(first: &Note, more: &[&Note], item: &AgendaItem) -> bool {
    let has_verb = |note: &Note| begins_with_verb(unnamed(&note.text, item));
    more.is_empty() || (has_verb(first) && !more.iter().any(|note| has_verb(note)))
}

/// Returns the name of the set sentence of an item of this kind.
fn set_sentence(kind: ItemKind) -> Option<&'static str> {
    match kind {
        ItemKind::Opening => Some("opens"),
        ItemKind::Report => Some("reports"),
        ItemKind::Review
        | ItemKind::Discussion
        | ItemKind::Documents
        | ItemKind::Answers
        | ItemKind::Conclusion
        | ItemKind::Pause
        | ItemKind::Other => None,
    }
}

/// The sentence of an item without notes.
fn nothing_noted(brief: &Brief, item: &AgendaItem) -> String {
    let say = &brief.phrases.minutes;
    let presenter = &named(item);
    match item.kind {
        ItemKind::Opening => ended(&say.opens(&apposed(presenter))),
        ItemKind::Report => ended(&say.reports(&apposed(presenter))),
        ItemKind::Review
        | ItemKind::Discussion
        | ItemKind::Documents
        | ItemKind::Answers
        | ItemKind::Conclusion
        | ItemKind::Pause
        | ItemKind::Other => sentence(brief, item, &blank(&Gap::Silent(item.id))),
    }
}

/// The sentence of one line: a line that begins with a verb gets no other verb.
fn sentence(brief: &Brief, item: &AgendaItem, text: &str) -> String {
    let say = &brief.phrases.minutes;
    let named = named(item);
    let presenter = apposed(&named);
    ended(&if begins_with_verb(text) {
        say.does(&presenter, &inward(text.trim()))
    } else if item.kind == ItemKind::Documents {
        say.presents(&presenter, text)
    } else {
        say.tells(&presenter, text)
    })
}

/// The sentence above several lines: without a verb where each line has its own.
fn several(brief: &Brief, item: &AgendaItem, presenter: &str, own: &[&Note]) -> String {
    let say = &brief.phrases.minutes;
    if own
        .iter()
        .all(|note| begins_with_verb(unnamed(&note.text, item)))
    {
        say.does_more(presenter)
    } else if item.kind == ItemKind::Documents {
        say.presents_more(&apposed(presenter))
    } else {
        say.tells_more(&apposed(presenter))
    }
}

/// Says whether a line begins with a verb; the name of a document that begins with the same word is none.
fn begins_with_verb(text: &str) -> bool {
    let text = inward(text.trim());
    let verbs = RECOGNISED.verbs.iter();
    let mut behind = verbs.filter_map(|verb| text.strip_prefix(verb.as_str()));
    behind.any(|behind| {
        let next = behind.split_whitespace().next().unwrap_or_default();
        let ends_there = !behind.starts_with(char::is_alphanumeric);
        let is_document = RECOGNISED.of_documents.iter().any(|word| word == next)
            || next.starts_with(char::is_numeric);
        ends_there && !is_document && !behind.trim_start().starts_with(':')
    })
}

/// Says whether a line is the presenter's: nobody else is named, and it is no answer.
fn is_presenters(note: &Note, item: &AgendaItem, voice: Option<&Voice>) -> bool {
    let is_named = match (&note.speaker, note.seat, voice) {
        (None, None, _) => true,
        (_, Some(seat), Some(Voice::Seat(of))) => seat == *of,
        (Some(speaker), None, _) => presenter(item).is_some_and(|name| is_person(speaker, name)),
        (_, Some(_), Some(Voice::Guest(_)) | None) => false,
    };
    note.kind.row().is_presented && is_named
}

/// Says whether none of the presenter's lines of an opening says what was done.
fn opens_without_verb(item: &AgendaItem, own: &[&Note]) -> bool {
    let does = |note: &&Note| begins_with_verb(unnamed(&note.text, item));
    item.kind == ItemKind::Opening && !own.iter().any(does)
}

/// Returns a text without the presenter's name and office at its beginning, which the sentence has already.
fn unnamed<'a>(text: &'a str, item: &AgendaItem) -> &'a str {
    let text = unlisted(text);
    let Some(presenter) = presenter(item) else {
        return text;
    };
    let alone = presenter.split(',').next().unwrap_or(presenter).trim();
    let bare = bare(text);
    let behind = [presenter, alone]
        .into_iter()
        .find_map(|name| behind_words(bare, name))
        .map(|rest| rest.trim_start_matches([' ', ',', ':']));
    behind.filter(|rest| !rest.is_empty()).unwrap_or(text)
}

/// Returns what stands behind some words at the beginning of a text.
fn behind_words<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let is_border = |at: &usize| {
        let rest = text.get(*at..).unwrap_or_default();
        !rest.starts_with(char::is_alphanumeric)
    };
    let mut ends = ends
        .take_while(|end| *end <= words.len() * 2 + 8)
        .filter(is_border);
    let end = ends.find(|end| text.get(..*end).is_some_and(|head| is_same(head, words)))?;
    text.get(end..)
}

fn with_text(note: &Note, text: &str) -> Note {
    Note {
        text: text.to_owned(),
        ..note.clone()
    }
}

/// Returns a name within a sentence; an office behind it ends with a comma.
fn apposed(name: &str) -> Cow<'_, str> {
    if name.contains(',') && !name.ends_with(',') {
        format!("{name},").into()
    } else {
        name.into()
    }
}
