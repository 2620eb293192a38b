//! The notes of a meeting as sentences of the minutes, one line each.

use super::answers;
use super::presenter::with_office;
use crate::meeting::code::NoteKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry};
use crate::meeting::roll_call;
use crate::meeting::rows::Note;
use crate::papers::brief::Brief;
use crate::papers::phrases::Phrases;
use crate::papers::sentences::ended;
use crate::text::marks::unlisted;

/// Returns the matching notes in the order in which they were said.
pub(super) fn notes_of(dossier: &Dossier, keep: impl Fn(&Note) -> bool) -> Vec<&Note> {
    notes::stream(dossier)
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Note(note) if keep(note) => Some(note),
            Entry::Note(_) | Entry::Conclusion(_) | Entry::Action(_) => None,
        })
        .collect()
}

/// Returns a note in the sentence that has the name of its kind.
pub(crate) fn said(phrases: &Phrases, note: &Note) -> String {
    let sentence = phrases.by_name("minutes", note.kind.code(), &[unlisted(&note.text)]);
    ended(sentence.as_ref().unwrap_or(&note.text))
}

/// A line under an item where speakers are not listed one by one.
pub(super) fn remark(brief: &Brief, note: &Note) -> String {
    let (dossier, phrases, say) = (brief.dossier, brief.phrases, &brief.phrases.minutes);
    let seat = note.seat.and_then(|seat| dossier.seats.get(seat));
    match (note.kind, seat, &note.speaker) {
        (NoteKind::Answer, seat, _) => {
            let who = answers::said_by(brief, note);
            let whose = answers::asked_by(brief, note);
            let whose = whose.or_else(|| seat.map(|seat| phrases.body(seat)));
            let text = unlisted(&note.text);
            ended(&match whose {
                Some(whose) => say.answered(&whose, &who, text),
                None => say.answered_all(&who, text),
            })
        }
        (_, Some(seat), _) => {
            let who = phrases.delegate(seat, roll_call::base(dossier, seat.id));
            say.said(&who, &said(phrases, note))
        }
        (_, None, Some(name)) => {
            let item = note.item.and_then(|item| dossier.items.get(item));
            let who = phrases.common.comrade(with_office(name, item));
            say.said(&who, &said(phrases, note))
        }
        (_, None, None) => said(phrases, note),
    }
}
