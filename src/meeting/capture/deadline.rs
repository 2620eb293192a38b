//! The deadline behind `^`: how many words it takes, and what they come to.
//!
//! Between quotes all words are the deadline. Without them the longest day, period, span or rhythm is taken. Words that
//! are none of these go on to a mark, to the next sign, or to the word in capitals with which the text begins.

use chrono::{Datelike, NaiveDate};

use super::{LineProblem, Remark};
use crate::meeting::days_off::{is_off, special};
use crate::meeting::dossier::Dossier;
use crate::text::dates::DateProblem;
use crate::text::deadlines::{
    Deadline, Due, MOST_WORDS, is_rhythm, is_weekend, parse_due, said_words,
};
use crate::text::fold::fold;

/// Words in which a rhythm is said.
const RHYTHM: usize = 2;

/// Words behind which a name in capitals still belongs to the deadline: `sau Đại hội`.
const BEFORE_NAMES: &[&str] = &[
    "sau", "truoc", "khi", "cua", "den", "trong", "tu", "tai", "dip", "le", "ngay", "het", "theo",
];

/// The quotes that may stand around the words of a deadline.
const QUOTES: [char; 5] = ['"', '“', '”', '«', '»'];

/// A deadline as it was read.
pub(super) struct Read {
    /// The bytes that it takes.
    pub(super) used: usize,
    pub(super) day: Option<NaiveDate>,
    pub(super) words: Option<String>,
    pub(super) problem: Option<LineProblem>,
    pub(super) remarks: Vec<Remark>,
}

/// Where in its line a deadline stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// Text stands before it, so that a capital does not begin the text.
    BehindText,
    /// The text, if any, is behind it.
    BeforeText,
    /// Only what stands before the sign of the line is read.
    BeforeSign,
}

/// Reads the deadline that a text behind `^` begins with.
pub(super) fn read(typed: &str, stand: Stand, dossier: &Dossier) -> Option<Read> {
    let bare = typed.trim_start_matches('^');
    let more = typed.len() - bare.len();
    let read = quoted(bare, dossier)
        .or_else(|| understood(bare, dossier))
        .or_else(|| rhythm(bare))
        .or_else(|| other_words(bare, stand, dossier))?;
    Some(Read {
        used: read.used + more,
        ..read
    })
}

fn quoted(typed: &str, dossier: &Dossier) -> Option<Read> {
    let inner = typed.strip_prefix(QUOTES)?;
    let end = inner.find(QUOTES)?;
    let words = inner.get(..end)?;
    let behind = inner.get(end..)?;
    let quote = behind.chars().next().map_or(0, char::len_utf8);
    let rest = behind.get(quote..)?;
    let mark = usize::from(rest.starts_with([',', ':', ';', '.']));
    let used = typed.len() - rest.len() + mark;
    match parse(words, dossier) {
        Ok(due) => Some(of_due(used, words, due, dossier)),
        Err(problem) => {
            let said = said_words(words)?;
            let is_wrong = problem == DateProblem::NotInCalendar;
            let problem = is_wrong.then(|| LineProblem::NotInCalendar(said.clone()));
            Some(dayless(used, said, problem))
        }
    }
}

/// Reads the longest deadline that the words begin with, unless the words behind it make it another one.
fn understood(typed: &str, dossier: &Dossier) -> Option<Read> {
    let pieces = (1..=MOST_WORDS).rev();
    let mut pieces = pieces.filter_map(|words| first_words(typed, words));
    let (piece, due) = pieces.find_map(|piece| {
        let due = parse(without_mark(piece), dossier);
        due.ok()
            .filter(|_| !piece.contains('('))
            .map(|due| (piece, due))
    })?;
    let rest = typed.get(piece.len()..).unwrap_or_default();
    // Digits are a day whatever follows.
    let ends = piece.ends_with([',', ';', ':', '.']) || due.words.is_none();
    (ends || !goes_on(rest)).then(|| of_due(piece.len(), piece, due, dossier))
}

fn rhythm(typed: &str) -> Option<Read> {
    let piece = first_words(typed, RHYTHM)?;
    let words = said_words(piece).filter(|words| is_rhythm(words))?;
    Some(dayless(piece.len(), words, None))
}

/// Takes words that name no day; a date that no calendar has goes as far as it is written as one.
fn other_words(typed: &str, stand: Stand, dossier: &Dossier) -> Option<Read> {
    let mut pieces = (1..=MOST_WORDS).rev();
    let wrong = pieces.find_map(|words| {
        let piece = first_words(typed, words)?;
        (parse(without_mark(piece), dossier) == Err(DateProblem::NotInCalendar)).then_some(piece)
    });
    let piece = wrong.unwrap_or_else(|| said(typed, stand));
    let words = said_words(piece)?;
    let problem = if wrong.is_some() {
        LineProblem::NotInCalendar(words.clone())
    } else {
        LineProblem::NotADate(words.clone())
    };
    Some(dayless(piece.len(), words, Some(problem)))
}

/// Returns the words of a deadline that names no day.
fn said(typed: &str, stand: Stand) -> &str {
    let mut count = 0;
    let mut before = String::new();
    let mut is_ended = false;
    for word in typed.split_whitespace() {
        let is_name = BEFORE_NAMES.contains(&before.as_str());
        let begins = count > 0 && stand == Stand::BeforeText && begins_text(word) && !is_name;
        if is_ended || (count > 0 && is_sign(word)) || begins {
            break;
        }
        count += 1;
        is_ended = word.ends_with([',', ';', ':', '.']);
        before = fold(without_mark(word));
    }
    let piece = first_words(typed, count).unwrap_or_default();
    let rest = typed.get(piece.len()..).unwrap_or_default();
    let has_text = rest.split_whitespace().any(|word| !is_sign(word));
    if stand == Stand::BeforeText && !has_text {
        // A line without a text would be written by nobody: one word is the deadline.
        return first_words(typed, 1).unwrap_or_default();
    }
    piece
}

fn is_sign(word: &str) -> bool {
    word.starts_with(['@', '#', '^']) || word.starts_with("-@")
}

/// Says whether a word begins the text of an action: with a capital, and no Roman number.
fn begins_text(word: &str) -> bool {
    let is_roman = without_mark(word).chars().all(|c| "IVX".contains(c));
    word.starts_with(char::is_uppercase) && !is_roman
}

fn parse(words: &str, dossier: &Dossier) -> Result<Due, DateProblem> {
    let from = dossier.meeting.starts.date_naive();
    parse_due(words, from, &|day| is_off(&dossier.days_off, day))
}

fn dayless(used: usize, words: String, problem: Option<LineProblem>) -> Read {
    let is_missing = !is_rhythm(&words);
    Read {
        used,
        day: None,
        remarks: is_missing
            .then(|| Remark::NoDay(words.clone()))
            .into_iter()
            .collect(),
        words: Some(words),
        problem,
    }
}

fn of_due(used: usize, typed: &str, due: Due, dossier: &Dossier) -> Read {
    let from = dossier.meeting.starts.date_naive();
    let Deadline { named, day } = due.deadline;
    let mut remarks = Vec::new();
    if named.year() != from.year() && !names_a_year(typed) {
        remarks.push(Remark::OtherYear(day));
    }
    if due.deadline.is_moved() {
        remarks.push(Remark::Moved(named, day));
    } else if is_off(&dossier.days_off, day) {
        let holiday = special(&dossier.days_off, day).map(|special| special.name);
        remarks.push(Remark::DayOff(day, holiday.filter(|_| !is_weekend(day))));
    }
    Read {
        used,
        day: Some(day),
        words: due.words,
        problem: (day < from).then_some(LineProblem::BeforeMeeting(day)),
        remarks,
    }
}

/// Says whether words behind a deadline would make it another one: `năm 2025`, `sau`.
fn goes_on(rest: &str) -> bool {
    let folded = fold(rest);
    let mut words = folded.split_whitespace();
    let is_lower = rest.trim_start().starts_with(char::is_lowercase);
    let counts = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || ["nay", "sau", "toi", "i", "ii", "iii", "iv"].contains(&word)
    };
    is_lower
        && match (words.next(), words.next()) {
            (Some("sau" | "toi" | "truoc"), _) => true,
            (Some("nam" | "quy" | "thang" | "tuan"), Some(next)) => counts(next),
            (_, _) => false,
        }
}

/// Says whether a deadline was typed with its year: `15/8/2024`, `15/8/24`, `cuối năm 2024`.
fn names_a_year(typed: &str) -> bool {
    let numbers = typed.split(|c: char| !c.is_ascii_digit());
    let mut numbers = numbers.filter(|digits| !digits.is_empty());
    let has_long = numbers.clone().any(|digits| digits.len() == 4);
    has_long || numbers.nth(2).is_some()
}

/// Returns a word without the mark that ends a clause.
pub(super) fn without_mark(word: &str) -> &str {
    word.trim_end_matches([',', ':', ';', '.'])
}

/// Returns the first words of a text, if it has as many.
pub(super) fn first_words(text: &str, words: usize) -> Option<&str> {
    let last = text.split_whitespace().nth(words.checked_sub(1)?)?;
    // The last word is a slice of the text, so the distance of the two is where it stands.
    let end = last.as_ptr() as usize - text.as_ptr() as usize + last.len();
    text.get(..end)
}
