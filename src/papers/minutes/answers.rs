//! The answers to the units' issues with those who gave them, at the meeting and later on the same day.

use super::presenter::{bare, presenter, with_office};
use crate::meeting::issues;
use crate::meeting::rows::{IssueAnswer, IssueRaised, Note, Seat};
use crate::papers::blanks::or_missing;
use crate::papers::brief::Brief;
use crate::papers::document::{Block, Piece, Source};
use crate::papers::gaps::Gap;
use crate::papers::sentences::ended;

/// Returns the author of an answer that is a note: the named speaker, else the presenter of its item, else the issuer.
///
/// Earlier programs wrote the chair under every answer, whoever gave it; the chair's name alone therefore proves nothing.
pub(super) fn said_by(brief: &Brief, note: &Note) -> String {
    let dossier = brief.dossier;
    let author = issues::given(dossier, note).find_map(|answer| author(brief, answer));
    let item = note.item.and_then(|item| dossier.items.get(item));
    let name = note.speaker.as_deref().or(author);
    let name = name.map(|name| with_office(name, item));
    let name = name.or_else(|| presenter(item?));
    speaker(brief, name)
}

/// Returns the author of an answer.
pub(crate) fn given_by(brief: &Brief, answer: &IssueAnswer) -> String {
    match answer.note.and_then(|note| brief.dossier.notes.get(note)) {
        Some(note) => said_by(brief, note),
        None => speaker(brief, author(brief, answer).map(bare)),
    }
}

/// Returns the name under an answer, unless the program itself wrote it there.
fn author<'a>(brief: &Brief<'a>, answer: &'a IssueAnswer) -> Option<&'a str> {
    let chair = brief.dossier.meeting.chair.as_deref();
    let author = answer.author.as_deref();
    author.filter(|author| answer.note.is_none() || Some(*author) != chair)
}

fn speaker(brief: &Brief, name: Option<&str>) -> String {
    let name = name.filter(|name| !name.is_empty());
    name.map_or_else(
        || brief.dossier.issuer.short_name.clone(),
        |name| brief.phrases.common.comrade(name),
    )
}

/// Returns the answers to the issues of the meeting that were written down on its day; those of other days are left out.
pub(super) fn afterwards(brief: &Brief) -> Vec<Piece> {
    let day = brief.day();
    let answers = brief.dossier.answers.iter();
    let of_the_day =
        answers.filter(|answer| answer.note.is_none() && answer.at.date_naive() == day);
    of_the_day
        .filter_map(|answer| {
            let whom = raised_by(brief, answer)?;
            let text = match (answer.text.as_deref(), answer.document.as_deref()) {
                (None, Some(document)) => document.to_owned(),
                (text, _) => {
                    let number = brief
                        .dossier
                        .issue(answer.issue)
                        .map_or(0, |issue| issue.number);
                    or_missing(text, &Gap::Answer(answer.issue, number))
                }
            };
            let who = given_by(brief, answer);
            let sentence = brief.phrases.minutes.answered(&whom, &who, &text);
            Some(Block::Item(ended(&sentence)).of(Source::Issue(answer.issue)))
        })
        .collect()
}

/// Returns the units that raised the answered issue at this meeting, or an issue that was merged into it.
fn raised_by(brief: &Brief, answer: &IssueAnswer) -> Option<String> {
    let dossier = brief.dossier;
    let is_of = |raised: &&IssueRaised| {
        let merged = || dossier.issue(raised.issue)?.duplicate_of;
        raised.meeting == dossier.meeting.id
            && (raised.issue == answer.issue || merged() == Some(answer.issue))
    };
    let mut seats: Vec<&Seat> = dossier
        .raised
        .iter()
        .filter(is_of)
        .filter_map(|raised| dossier.seats.get(raised.seat?))
        .collect();
    seats.sort_by_key(|seat| seat.position);
    seats.dedup_by_key(|seat| seat.id);
    let names = seats.iter();
    let names = names.map(|seat| brief.phrases.common.committee(&seat.name));
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| names.join(", "))
}
