//! The answers to the units' issues with those who gave them, at the meeting and later on the same day.

use super::presenter::{bare, presenter, with_office};
use crate::meeting::cell::Id;
use crate::meeting::issues;
use crate::meeting::rows::{Issue, IssueAnswer, IssueRaised, Note};
use crate::papers::blanks::or_missing;
use crate::papers::brief::Brief;
use crate::papers::document::{Block, Piece, Source};
use crate::papers::gaps::Gap;
use crate::papers::sentences::{ended, inward};

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
            let whom = told(brief, &questions_of(brief, answer.issue))?;
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

/// Returns whose question a note answers, with the codes of the issues; nothing where it answers none that is logged.
pub(super) fn asked_by(brief: &Brief, note: &Note) -> Option<String> {
    let answers = issues::given(brief.dossier, note);
    let mut questions: Vec<Question> = Vec::new();
    for answer in answers {
        questions.extend(questions_of(brief, answer.issue));
    }
    // An answer that was given to one of several units names that unit.
    let own = note.seat.and_then(|seat| brief.dossier.seats.get(seat));
    let own = own.map(|seat| brief.phrases.body(seat));
    if let Some(own) = own
        && questions.iter().any(|question| question.whose == own)
    {
        questions.retain(|question| question.whose == own);
    }
    told(brief, &questions)
}

/// An issue that was raised by somebody; of nobody known the name is empty.
struct Question {
    number: i64,
    whose: String,
}

/// Returns who raised an issue, or one that was merged into it, at this meeting or an earlier one.
fn questions_of(brief: &Brief, answered: Id<Issue>) -> Vec<Question> {
    let dossier = brief.dossier;
    let number = |issue: Id<Issue>| dossier.issue(issue).map(|issue| issue.number);
    let is_of = |raised: &&IssueRaised| {
        let merged = || dossier.issue(raised.issue)?.duplicate_of;
        raised.issue == answered || merged() == Some(answered)
    };
    let raised = dossier.raised.iter().chain(dossier.older_raised.iter());
    let mut raised: Vec<(usize, &IssueRaised, String)> = raised
        .filter(is_of)
        .filter_map(|raised| {
            let (place, whose) = raiser(brief, raised)?;
            Some((place, raised, whose))
        })
        .collect();
    raised.sort_by_key(|(place, raised, _)| (number(raised.issue), *place));
    let mut questions: Vec<Question> = raised
        .into_iter()
        .filter_map(|(_, raised, whose)| {
            let number = number(raised.issue)?;
            Some(Question { number, whose })
        })
        .collect();
    questions.dedup_by(|one, other| (one.number, &one.whose) == (other.number, &other.whose));
    if questions.is_empty() {
        questions.extend(number(answered).map(|number| Question {
            number,
            whose: String::new(),
        }));
    }
    questions
}

/// Returns the body that raised an issue, with its place on the roll; or a guest by name.
fn raiser(brief: &Brief, raised: &IssueRaised) -> Option<(usize, String)> {
    let dossier = brief.dossier;
    let mut seats = dossier.seats.iter();
    let of_unit = || seats.find(|seat| raised.unit.is_some() && seat.unit == raised.unit);
    let own = raised.seat.and_then(|seat| dossier.seats.get(seat));
    if let Some(seat) = own.or_else(of_unit) {
        let place = usize::try_from(seat.position).unwrap_or_default();
        return Some((place, brief.phrases.body(seat)));
    }
    let guest = dossier.notes.get(raised.note?)?.speaker.as_deref()?;
    let guest = inward(&brief.phrases.common.comrade(bare(guest)));
    Some((usize::MAX, guest))
}

/// Returns questions as they stand within a sentence: `Đảng ủy phường … (VM-001)`.
fn told(brief: &Brief, questions: &[Question]) -> Option<String> {
    let say = &brief.phrases.minutes;
    let mut units: Vec<(&str, Vec<i64>)> = Vec::new();
    for question in questions {
        match units.iter_mut().find(|(whose, _)| *whose == question.whose) {
            Some((_, numbers)) => numbers.push(question.number),
            None => units.push((&question.whose, vec![question.number])),
        }
    }
    let codes = |numbers: &[i64]| {
        let codes = numbers.iter().map(|number| issues::code(*number));
        codes.collect::<Vec<_>>().join(", ")
    };
    // Units that raised the same issues share the codes.
    let groups = units.chunk_by(|(_, one), (_, other)| one == other);
    let groups: Vec<String> = groups
        .filter_map(|group| {
            let (first, numbers) = group.first()?;
            let names: Vec<&str> = group.iter().map(|(whose, _)| *whose).collect();
            Some(if first.is_empty() {
                say.asked_by_nobody(&codes(numbers))
            } else {
                say.asked(&names.join(", "), &codes(numbers))
            })
        })
        .collect();
    (!groups.is_empty()).then(|| groups.join(", "))
}
