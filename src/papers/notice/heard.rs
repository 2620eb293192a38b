//! What the chair had heard before concluding, as far as the record has it.

use crate::meeting::cell::Id;
use crate::meeting::code::{ItemKind, NoteKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::{Note, Seat};
use crate::papers::brief::Brief;
use crate::papers::minutes::{Speakers, speakers};
use crate::papers::signing;

/// Returns the sentence before the conclusions: it names only what was noted.
pub(super) fn heard(brief: &Brief) -> String {
    let say = &brief.phrases.notice;
    let chair = signing::chair(brief.dossier);
    let heard: Vec<String> = units(brief).into_iter().chain(issuer(brief)).collect();
    match heard.as_slice() {
        [] => say.concluded(&chair),
        [only] => say.after_hearing(only, &chair),
        [first, rest @ ..] => say.after_hearing(&say.and(first, &rest.join(", ")), &chair),
    }
}

/// Returns whose opinions were noted.
fn units(brief: &Brief) -> Option<String> {
    let (dossier, phrases) = (brief.dossier, brief.phrases);
    let say = &phrases.notice;
    let own = dossier.notes.iter().filter(|note| note.kind.row().is_own);
    let mut seats: Vec<Id<Seat>> = own.filter_map(|note| note.seat).collect();
    seats.sort_unstable();
    seats.dedup();
    let who = match (seats.as_slice(), speakers(dossier, &seats)) {
        ([], _) => return None,
        ([one], Speakers::Standing | Speakers::Any) => {
            let seat = dossier.seats.get(*one)?;
            say.unit_alone(&phrases.common.committee(&seat.name))
        }
        (_, Speakers::Standing) => say.units_standing(),
        (_, Speakers::Any) => say.units_any(),
        (_, Speakers::All) => say.units_all(),
    };
    Some(say.heard_units(&who))
}

/// Returns what was noted of the body that holds the meeting: documents that it presented, answers that it gave.
fn issuer(brief: &Brief) -> Option<String> {
    let (dossier, say) = (brief.dossier, &brief.phrases.notice);
    let is = |matches: &dyn Fn(&Note) -> bool| dossier.notes.iter().any(matches);
    let deployed = is(&|note| is_document(dossier, note));
    let answered = is(&|note| note.kind == NoteKind::Answer);
    let what = [
        deployed.then(|| say.deployed()),
        answered.then(|| say.answered()),
    ];
    let what: Vec<String> = what.into_iter().flatten().collect();
    let issuer = &dossier.issuer.short_name;
    (!what.is_empty()).then(|| say.heard_issuer(&what.join(", "), issuer))
}

/// Says whether a line is of a document that the body itself presented: a document that a unit names is not.
fn is_document(dossier: &Dossier, note: &Note) -> bool {
    let item = note.item.and_then(|item| dossier.items.get(item));
    let is_of_item = item.is_some_and(|item| item.kind == ItemKind::Documents);
    note.seat.is_none() && (note.kind == NoteKind::Document || is_of_item)
}
