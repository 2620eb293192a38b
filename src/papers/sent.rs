//! What has changed in the plan of a meeting since its invitation was sent.

use std::collections::BTreeSet;

use super::content::lines;
use super::document::{Block, Document, Particular, Piece, Source};
use super::sentences::BLANK;
use crate::text::same::key;

/// A part of the plan that an invitation tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the meeting is called.
    Title,
    /// When it is.
    Times,
    /// Where it is.
    Venue,
    /// Who is in the chair.
    Chair,
    /// What it is about.
    Content,
    /// Who is invited.
    Invited,
    /// The items, with their times.
    Programme,
    /// What is to be prepared.
    Prepare,
    /// By when to reply, and to whom.
    Reply,
}

impl Part {
    /// All parts, in the order in which an invitation tells them.
    const ALL: [Self; 9] = [
        Self::Title,
        Self::Invited,
        Self::Times,
        Self::Venue,
        Self::Chair,
        Self::Content,
        Self::Programme,
        Self::Prepare,
        Self::Reply,
    ];

    /// Returns the part that a record is of; what belongs to the paper itself is of none.
    fn of(source: Source) -> Option<Self> {
        match source {
            Source::Meeting(Particular::Title) => Some(Self::Title),
            Source::Meeting(Particular::Times) => Some(Self::Times),
            Source::Meeting(Particular::Venue) => Some(Self::Venue),
            Source::Meeting(Particular::Chair) => Some(Self::Chair),
            Source::Meeting(Particular::Content) => Some(Self::Content),
            Source::Meeting(Particular::Prepare) => Some(Self::Prepare),
            Source::Meeting(Particular::ReplyBy | Particular::Contact) => Some(Self::Reply),
            Source::RollCall(_) => Some(Self::Invited),
            Source::Item(_) => Some(Self::Programme),
            Source::Meeting(
                Particular::Recorder
                | Particular::Documents
                | Particular::Recording
                | Particular::Copies,
            )
            | Source::Note(_)
            | Source::Conclusion(_)
            | Source::Action(_)
            | Source::Issue(_)
            | Source::Imprint(_)
            | Source::Issuer => None,
        }
    }
}

/// Stands in the place of the words of a phrase; nobody can type it.
pub(crate) const WORDS: char = '\u{e000}';

/// An invitation as it would be made now. Other words for the same plan are no other plan, whoever changed them.
pub(crate) struct Now {
    /// In the words of the user.
    pub(crate) worded: Document,
    /// In the words of the program, which an earlier one may have been sent in.
    pub(crate) shipped: Document,
    /// The facts alone, with [`WORDS`] where the phrases have theirs.
    pub(crate) bare: Document,
}

/// Returns the parts of the plan that an invitation tells otherwise than it is now.
pub(crate) fn changed(sent: &Document, now: &Now) -> Vec<Part> {
    let parts = Part::ALL.into_iter();
    parts.filter(|part| is_changed(sent, now, *part)).collect()
}

fn is_changed(sent: &Document, now: &Now, part: Part) -> bool {
    let [before, worded, bare] = [sent, &now.worded, &now.bare].map(|paper| told(paper, part));
    if before == worded || before == told(&now.shipped, part) {
        return false;
    }
    match part {
        // All that is said of days and hours stands in numbers.
        Part::Times => numbers(&before.join(" ")) != numbers(&worded.join(" ")),
        Part::Title
        | Part::Venue
        | Part::Chair
        | Part::Content
        | Part::Invited
        | Part::Programme
        | Part::Prepare
        | Part::Reply => {
            let mut lines = before.iter().zip(worded.iter().zip(&bare));
            let is_same = |(before, (worded, bare)): (&String, (&String, &String))| {
                let [before, worded] = [before, worded].map(|line| plain(line));
                before == worded || (is_worded_otherwise(&before, &worded) && says(&before, bare))
            };
            before.len() != worded.len() || !lines.all(is_same)
        }
    }
}

/// Says whether words of the phrases of now are missing in a line. Where none is, it may have been made of them, so that
/// what it says beyond them is a fact.
fn is_worded_otherwise(before: &str, worded: &str) -> bool {
    let known: BTreeSet<&str> = before.split(' ').collect();
    worded.split(' ').any(|word| !known.contains(word))
}

/// Says whether the facts stand in a line in their order, with nothing before and behind them where the phrase of now has
/// no words there, and no number besides.
fn says(line: &str, bare: &str) -> bool {
    let facts: Vec<String> = bare.split(WORDS).map(plain).collect();
    let mut rest = format!(" {line} ");
    for (place, fact) in facts.iter().enumerate() {
        if fact.is_empty() {
            continue;
        }
        let Some((before, behind)) = rest.split_once(&format!(" {fact} ")) else {
            return false;
        };
        let is_first_out = place == 0 && !before.trim().is_empty();
        let is_last_out = place + 1 == facts.len() && !behind.trim().is_empty();
        if is_first_out || is_last_out {
            return false;
        }
        rest = format!(" {behind}");
    }
    numbers(line) == numbers(&facts.join(" "))
}

/// Returns the words of a text with a room between two; a blank is one, because it says that something is not known.
fn plain(text: &str) -> String {
    let text = key(&text.replace(BLANK, " _ "));
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Returns the numbers of a text, without the zeros before them.
fn numbers(text: &str) -> Vec<&str> {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let numbers = numbers.filter(|number| !number.is_empty());
    numbers
        .map(|number| number.trim_start_matches('0'))
        .collect()
}

/// Returns what a document tells of a part of the plan.
fn told(document: &Document, part: Part) -> Vec<String> {
    let pieces = document.pieces.iter();
    pieces.flat_map(|piece| told_in(piece, part)).collect()
}

fn told_in(piece: &Piece, part: Part) -> Vec<String> {
    if let Block::Table(table) = &piece.block {
        let rows = table.rows.iter();
        let own = rows.filter(|row| row.source.or(piece.source).and_then(Part::of) == Some(part));
        return own.map(|row| row.cells.join(" ")).collect();
    }
    let is_own = piece.source.and_then(Part::of) == Some(part);
    if is_own {
        lines(&piece.block)
    } else {
        Vec::new()
    }
}
