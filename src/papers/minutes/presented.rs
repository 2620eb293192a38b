//! A presentation in the minutes: a sentence that begins with the presenter, and under it the other notes.

use std::borrow::Cow;

use super::presenter::presenter;
use super::remarks::remark;
use crate::meeting::code::ItemKind;
use crate::meeting::rows::{AgendaItem, Note};
use crate::papers::blanks::{blank, or_missing};
use crate::papers::brief::Brief;
use crate::papers::document::{Block, Piece, Source};
use crate::papers::gaps::Gap;
use crate::papers::recognised::RECOGNISED;
use crate::papers::sentences::{ended, inward};

/// Returns the presentation of an item.
///
/// The set sentence of an opening or a report stands only where nothing was noted.
pub(super) fn presented(brief: &Brief, item: &AgendaItem, notes: &[&Note]) -> Vec<Piece> {
    let presenter = &named(item);
    let own = notes.iter().copied().filter(|note| is_presenters(note));
    let own: Vec<&Note> = own.collect();
    let (lead, source, rest) = match (&own[..], notes) {
        ([], _) => (nothing_noted(brief, item), Source::Item(item.id), notes),
        ([own_first, more @ ..], [first, rest @ ..])
            if own_first.id == first.id && leads_alone(first, more) =>
        {
            let lead = sentence(brief, item, &first.text);
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
    let mut pieces = vec![match set_sentence(item.kind).filter(|_| own.is_empty()) {
        Some(name) => lead.worded("minutes", name),
        None => lead,
    }];
    pieces.extend(rest.iter().map(|note| {
        let text = if is_of_documents && is_presenters(note) {
            ended(&note.text)
        } else {
            remark(brief, note)
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
fn leads_alone(first: &Note, more: &[&Note]) -> bool {
    let has_verb = |note: &Note| begins_with_verb(&note.text);
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
    if own.iter().all(|note| begins_with_verb(&note.text)) {
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
fn is_presenters(note: &Note) -> bool {
    note.kind.row().is_presented && note.seat.is_none() && note.speaker.is_none()
}

/// Returns a name within a sentence; an office behind it ends with a comma.
fn apposed(name: &str) -> Cow<'_, str> {
    if name.contains(',') && !name.ends_with(',') {
        format!("{name},").into()
    } else {
        name.into()
    }
}
