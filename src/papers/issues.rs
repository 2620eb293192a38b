//! The annex of issues: text, units, focus area, who is competent, state and answers.

use chrono::NaiveDate;

use super::blanks::{blank, or_missing};
use super::document::{Block, Document, House, Piece, Row, Source, Table};
use super::gaps::Gap;
use super::phrases::{self, Common, Phrases};
use super::profile;
use super::sentences::{ended, open_ended};
use crate::meeting::code::IssueState;
use crate::meeting::issues::{Answered, IssueCard, code};
use crate::text::dates::{count, long_date, short_date};

/// Returns the annex of issues as they stand on a day, in the given order, without those that are merged into another.
pub fn annex(cards: &[IssueCard], day: NaiveDate, phrases: &Phrases) -> Document {
    of_book(cards, day, true, phrases)
}

/// Returns the annex of issues; where they are not all that the book has, its sums say so.
pub(crate) fn of_book(
    cards: &[IssueCard],
    day: NaiveDate,
    is_whole: bool,
    phrases: &Phrases,
) -> Document {
    let say = &phrases.issues;
    let alive: Vec<&IssueCard> = cards
        .iter()
        .filter(|card| card.issue.state != IssueState::Duplicate)
        .collect();
    let mut blocks = Vec::new();
    if alive.iter().any(|card| card.is_sample) {
        blocks.push(Block::Mark(phrases.common.sample()));
    }
    let rows = alive.iter().map(|card| row(card, phrases));
    let table = Some(Table::numbered(columns(phrases), rows)).filter(|_| !alive.is_empty());
    let is_wide = |table: &Table| super::columns::is_wide(table, profile::of(day));
    blocks.push(Block::Annex {
        number: say.annex(),
        title: say.title(),
        is_wide: table.as_ref().is_some_and(is_wide),
    });
    blocks.push(Block::Paragraph(totals(&alive, day, is_whole, say)));
    blocks.extend(table.map(Block::Table));
    Document {
        title: say.title(),
        author: String::new(),
        dated: day,
        house: House::default(),
        pieces: blocks.into_iter().map(Piece::from).collect(),
    }
    .finished()
}

fn columns(phrases: &Phrases) -> [(String, u16); 8] {
    let (say, tables) = (&phrases.issues, &phrases.tables);
    [
        (tables.number(), 50),
        (tables.code(), 90),
        (tables.content(), 215),
        (tables.raised_by(), 165),
        (say.focus(), 110),
        (tables.competent(), 110),
        (tables.state(), 95),
        (say.answers(), 165),
    ]
}

/// How many there are, and how far they are; a count of none is left out.
fn totals(cards: &[&IssueCard], day: NaiveDate, is_whole: bool, say: &phrases::Issues) -> String {
    let number = |matches: fn(IssueState) -> bool| {
        let cards = cards.iter();
        cards.filter(|card| matches(card.issue.state)).count()
    };
    let day = long_date(day);
    match (cards.is_empty(), is_whole) {
        (true, true) => return say.none_as_of(&day),
        (true, false) => return say.none_selected_as_of(&day),
        (false, _) => {}
    }
    let escalated = number(|state| state == IssueState::Escalated);
    let waiting = match (number(IssueState::is_open), escalated) {
        (0, _) => None,
        (n, 0) => Some(say.waiting(&count(n))),
        (n, escalated) => Some(say.waiting_escalated(&count(n), &count(escalated))),
    };
    let some = |n: usize, sentence: fn(&phrases::Issues, &str) -> String| {
        (n > 0).then(|| sentence(say, &count(n)))
    };
    let parts = [
        waiting,
        some(
            number(|state| state == IssueState::Answered),
            phrases::Issues::answered,
        ),
        some(
            number(|state| state == IssueState::Resolved),
            phrases::Issues::settled,
        ),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let (all, parts) = (count(cards.len()), parts.join(", "));
    if is_whole {
        say.as_of(&day, &all, &parts)
    } else {
        say.selected_as_of(&day, &all, &parts)
    }
}

fn row(card: &IssueCard, phrases: &Phrases) -> Row {
    let issue = &card.issue;
    let focus = card.focus.as_ref();
    let focus = focus.map(|area| format!("{}. {}", area.number, area.short_vi));
    let answers: Vec<String> = card.answers.iter().map(answer).collect();
    let cells = [
        code(issue.number),
        ended(&issue.text),
        raised(card, &phrases.common),
        focus.unwrap_or_else(|| blank(&Gap::Focus(issue.id, issue.number))),
        or_missing(
            issue.competent.as_deref(),
            &Gap::Competent(issue.id, issue.number),
        ),
        state(issue.state, phrases),
        answers.join(" "),
    ];
    Row::of(Source::Issue(issue.id), cells)
}

/// Returns each unit once, with the days on which it raised it.
pub(super) fn raised(card: &IssueCard, common: &Common) -> String {
    let gap = Gap::RaisedBy(card.issue.id, card.issue.number);
    let mut units: Vec<(String, Vec<String>)> = Vec::new();
    for raising in &card.raised {
        let name = match (&raising.name, raising.unit) {
            (Some(name), Some(_)) => common.committee(name),
            (name, _) => or_missing(name.as_deref(), &gap),
        };
        let day = short_date(raising.at.date_naive());
        match units.iter_mut().find(|(unit, _)| *unit == name) {
            Some((_, days)) if days.contains(&day) => {}
            Some((_, days)) => days.push(day),
            None => units.push((name, vec![day])),
        }
    }
    let units = units
        .iter()
        .map(|(unit, days)| format!("{unit} ({})", days.join(", ")));
    units.collect::<Vec<_>>().join("; ")
}

/// The day, who answered, the document, and the words.
fn answer(answered: &Answered) -> String {
    let answer = &answered.answer;
    let day = short_date(answer.at.date_naive());
    let by = [answer.author.as_deref(), answer.document.as_deref()];
    let by: Vec<&str> = [Some(day.as_str())]
        .into_iter()
        .chain(by)
        .flatten()
        .collect();
    let text = open_ended(&answered.text);
    format!("{}: {}", by.join(", "), ended(text))
}

/// Returns how far an issue is, as papers say it.
pub(super) fn state(state: IssueState, phrases: &Phrases) -> String {
    let say = &phrases.issues;
    match state {
        IssueState::Raised => say.state_raised(),
        IssueState::Accepted => say.state_accepted(),
        IssueState::InProgress => say.state_in_progress(),
        IssueState::Answered => say.state_answered(),
        IssueState::Resolved => say.state_resolved(),
        IssueState::Escalated => say.state_escalated(),
        IssueState::Duplicate => say.state_duplicate(),
    }
}
