//! The difficulties of a practice book of many years: who raised them, again, and when they were answered, if ever.

use chrono::TimeDelta;

use super::session::{Run, Session};
use super::years::{Waiting, When, Years};
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::{IssueState, NoteKind};
use crate::meeting::rows::{Issue, IssueAnswer, IssueRaised, Note};
use crate::text::dates::Instant;

/// A difficulty that a unit raises, under a focus area.
#[derive(Clone, Debug)]
pub(super) struct Difficulty {
    issue: Id<Issue>,
    area: usize,
    text: String,
    /// The number and the state of an issue that is raised for the first time.
    new: Option<(i64, IssueState)>,
}

/// Days after which a good answer has settled an issue.
const SETTLED: i64 = 30;

/// Returns the difficulties with the speakers who raise them: two or three new issues, at times one that waits.
pub(super) fn to_be_raised(session: &mut Session, speakers: &[usize]) -> Vec<(usize, Difficulty)> {
    let mut left = speakers.iter().copied();
    let mut raised = Vec::new();
    for _ in 0..session.years.dice.between(2, 3) {
        let Some(first) = left.next() else {
            return raised;
        };
        let what = new_issue(session, first);
        let again = Difficulty {
            new: None,
            ..what.clone()
        };
        raised.push((first, what));
        // Some difficulties are everybody's.
        for other in left
            .by_ref()
            .take(usize::from(session.years.dice.in_thousand(350)))
        {
            raised.push((other, again.clone()));
        }
    }
    let older = session.years.waiting.iter().rev().skip(3).take(5);
    let older: Vec<Waiting> = older.cloned().collect();
    if session.years.dice.in_thousand(200)
        && let Some(waiting) = session.years.dice.pick(&older)
        && let Some(unit) = left.next()
    {
        let what = Difficulty {
            issue: waiting.issue,
            area: waiting.area,
            text: waiting.text.clone(),
            new: None,
        };
        raised.push((unit, what));
    }
    raised
}

/// Decides the course of a new issue; its row has the state of today.
fn new_issue(session: &mut Session, unit: usize) -> Difficulty {
    let area = session.years.any_area();
    let said = session.years.area(area).map(|(_, said)| said);
    let said = said.map_or(&[][..], |said| &said.difficulty);
    let text = session.years.any(said, session.day);
    let issue = session.years.ids.next();
    let number = session.years.numbers.issue;
    session.years.numbers.issue += 1;
    let (place, now) = (session.place, session.years.now);
    let dice = &mut session.years.dice;
    let weeks = dice.between(1, 5);
    let when = match dice.between(1, 1000) {
        1..=600 => When::Meeting(place),
        601..=800 => When::Meeting(place + usize::try_from(weeks).unwrap_or(1)),
        801..=990 => {
            let noon =
                now + (session.day.and_hms_opt(14, 0, 0).unwrap_or_default() - now.naive_local());
            When::At(noon + TimeDelta::minutes(dice.between(1, 40 * 24 * 60)))
        }
        _ => When::Never,
    };
    let state = state_today(session, when);
    session.years.waiting.push(Waiting {
        issue,
        area,
        unit,
        text: text.clone(),
        when,
    });
    Difficulty {
        issue,
        area,
        text,
        new: Some((number, state)),
    }
}

fn state_today(session: &mut Session, when: When) -> IssueState {
    let (now, meetings) = (session.years.now, session.years.extent.meetings);
    let age = (now.date_naive() - session.day).num_days();
    let is_answered = match when {
        When::Meeting(place) => place + 1 < meetings,
        When::At(at) => at <= now,
        When::Never => false,
    };
    match session.years.dice.between(1, 10) {
        1..=6 if is_answered && age > SETTLED => IssueState::Resolved,
        _ if is_answered => IssueState::Answered,
        1..=4 => IssueState::Raised,
        5..=6 => IssueState::Accepted,
        7..=8 => IssueState::InProgress,
        _ => IssueState::Escalated,
    }
}

/// Writes the note of a difficulty, and the issue if it is a new one.
pub(super) fn raise(
    session: &mut Session,
    run: &Run,
    (unit, what): (usize, &Difficulty),
    at: Instant,
) {
    let focus = session.years.area(what.area).map(|(focus, _)| focus);
    if let Some((number, state)) = what.new {
        let is_known = session.years.dice.in_thousand(600);
        let competent = session.years.pick(&session.years.phrases.competent);
        session.changes.push(Change::insert(Issue {
            id: what.issue,
            meeting: session.meeting,
            number,
            text: what.text.clone(),
            focus,
            state,
            competent: is_known.then_some(competent),
            duplicate_of: None,
            at,
            state_before: None,
        }));
    }
    let said = (Some(unit), NoteKind::Difficulty, focus);
    let note = session.write(run, said, at, what.text.clone());
    session.changes.push(Change::insert(IssueRaised {
        id: session.years.ids.next(),
        issue: what.issue,
        meeting: session.meeting,
        seat: session.ward(unit).map(|seat| seat.id),
        unit: session.ward(unit).and_then(|seat| seat.unit),
        note: Some(note),
        at,
    }));
}

/// Answers the issues that are due at a meeting, each with a note for the unit that raised it first.
pub(super) fn answer(session: &mut Session, run: &Run) {
    let here = When::Meeting(session.place);
    let due = due(session.years, |when| when == here);
    for (place, waiting) in due.iter().enumerate() {
        let Some((focus, said)) = session.years.area(waiting.area) else {
            continue;
        };
        let at = run.moment(place, due.len());
        let text = session.years.any(&said.answer, session.day);
        let answer = (Some(waiting.unit), NoteKind::Answer, Some(focus));
        let note: Id<Note> = session.write(run, answer, at, text);
        session.changes.push(Change::insert(IssueAnswer {
            id: session.years.ids.next(),
            issue: waiting.issue,
            meeting: Some(session.meeting),
            note: Some(note),
            author: session.chair.clone(),
            text: None,
            at,
            document: None,
        }));
    }
}

/// Returns the answers that were given after the last meeting and up to a time.
pub(super) fn between(years: &mut Years, until: Instant) -> Vec<Change> {
    let due = due(years, |when| matches!(when, When::At(at) if at <= until));
    let answers = due.iter().filter_map(|waiting| {
        let When::At(at) = waiting.when else {
            return None;
        };
        let (_, said) = years.area(waiting.area)?;
        let text = years.any(&said.answer, at.date_naive());
        let author = years.pick(&years.phrases.officers);
        Some(Change::insert(IssueAnswer {
            id: years.ids.next(),
            issue: waiting.issue,
            meeting: None,
            note: None,
            author: Some(author),
            text: Some(text),
            at,
            document: None,
        }))
    });
    answers.collect()
}

/// Takes the issues whose time has come off those that wait.
fn due(years: &mut Years, is_due: impl Fn(When) -> bool) -> Vec<Waiting> {
    let waiting = std::mem::take(&mut years.waiting);
    let (due, rest) = waiting.into_iter().partition(|issue| is_due(issue.when));
    years.waiting = rest;
    due
}
