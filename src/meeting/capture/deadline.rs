//! The deadline behind `^`: how many words it takes, and what they come to.
//!
//! Between quotes all words are the deadline. Without them the longest day, period, span or rhythm is taken. Words that
//! are none of these go on to a mark, to the next sign, or to the word with which the text begins: one in capitals that is
//! no name, or one that says what is to be done. Where nothing of this is near, only the first word is taken, so that the
//! text is never swallowed.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::{LineProblem, Remark};
use crate::meeting::days_off::{is_off, special};
use crate::meeting::dossier::Dossier;
use crate::meeting::recognised::RECOGNISED;
use crate::text::dates::DateProblem;
use crate::text::deadlines::{
    Deadline, Due, MOST_WORDS, goes_on, is_rhythm, is_weekend, names_a_year, parse_due,
    rhythm_words, said_words,
};
use crate::text::fold::fold;

/// Words behind which a name in capitals still belongs to the clause: `sau Đại hội`, `về Ban Tổ chức`.
const BEFORE_NAMES: &[&str] = &[
    "sau", "truoc", "khi", "cua", "den", "trong", "tu", "tai", "dip", "le", "ngay", "het", "theo",
    "ve", "cho", "gui", "voi", "o", "cung", "qua", "do", "va", "hoac", "phuong", "quan", "chi",
];

/// Verbs with which the text of an action begins, where it begins with a small letter, without their accents.
static DEEDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let verbs = RECOGNISED.verbs.iter().chain(&RECOGNISED.deeds);
    verbs.map(|verb| fold(verb)).collect()
});

/// Words behind which those are no deed: `khi có hướng dẫn`, `sau khi hoàn thành`.
const BEFORE_NOUNS: &[&str] = &[
    "co", "khi", "duoc", "nhan", "sau", "truoc", "cua", "dot", "ky", "cuoc", "viec", "ban", "cac",
    "ngay", "trong", "theo", "thoi", "chua",
];

/// Deadlines that are understood and have no day yet: that of the next meeting is set later.
const DAYLESS: &[&str] = &[
    "ngay",
    "làm ngay",
    "ngay sau hội nghị",
    "ngay sau cuộc họp",
    "sau hội nghị",
    "kỳ họp sau",
    "kỳ sau",
    "kỳ họp tới",
    "cuộc họp sau",
    "phiên họp sau",
    "hội nghị sau",
    "hội nghị tới",
    "hội nghị giao ban sau",
    "giao ban sau",
    "trước kỳ họp sau",
    "trước khi họp kỳ sau",
    "trước hội nghị sau",
    "tại kỳ họp sau",
    "tại hội nghị sau",
    "đến kỳ họp sau",
    "đến hội nghị sau",
];

/// Words between which and a deed in capitals no name begins: `kỳ họp sau Nộp`, `ngay Nộp`.
const BEFORE_DEEDS: &[&str] = &["sau", "truoc", "ngay", "het"];

/// Words of small letters that are taken at most where the deadline names no day and has no quotes.
const MOST_SMALL: usize = 6;

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
        .or_else(|| meeting_to_come(bare))
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
    (!goes_on(piece, rest) || ends_clause(piece)).then(|| of_due(piece.len(), piece, due, dossier))
}

fn rhythm(typed: &str) -> Option<Read> {
    let piece = first_words(typed, rhythm_words(typed))?;
    Some(dayless(piece.len(), said_words(piece)?, None))
}

/// Takes words that are known to name no day of the calendar, unless they go on: `ngay khi có ý kiến`.
fn meeting_to_come(typed: &str) -> Option<Read> {
    let mut pieces = (1..=MOST_WORDS)
        .rev()
        .filter_map(|words| first_words(typed, words));
    let (piece, known) = pieces.find_map(|piece| {
        let said = without_mark(piece).to_lowercase();
        let mut known = DAYLESS.iter().copied();
        let known = known.find(|words| *words == said || fold(words) == said)?;
        Some((piece, known))
    })?;
    let rest = typed.get(piece.len()..)?.trim_start();
    let is_over = !rest.starts_with(char::is_alphanumeric)
        || rest.starts_with(char::is_uppercase)
        || begins_deed(rest);
    // Typed without accents they are given theirs: `ngay` is no `ngày`.
    let said = without_mark(piece);
    let words = if said.is_ascii() { known } else { said };
    (is_over || ends_clause(piece)).then(|| dayless(piece.len(), words.to_owned(), None))
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
    let is_asked = wrong.is_some() || !is_rhythm(&words);
    Some(dayless(piece.len(), words, is_asked.then_some(problem)))
}

/// Returns the words of a deadline that names no day.
fn said(typed: &str, stand: Stand) -> &str {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| fold(without_mark(word))).collect();
    let is_signed = |place: &usize| words.get(*place).is_some_and(|word| is_sign(word));
    let is_text =
        |place: &usize| stand == Stand::BeforeText && begins_text(&words, &folded, *place);
    let is_ended = |place: &usize| words.get(place - 1).is_some_and(|word| ends_clause(word));
    let mut places = 1..words.len();
    let end = places.find(|place| is_signed(place) || is_text(place) || is_ended(place));
    let is_small = |word: &&str| word.starts_with(char::is_lowercase);
    let count = end.unwrap_or(words.len());
    let small = words
        .iter()
        .take(count)
        .filter(|word| is_small(word))
        .count();
    let has_text = words.iter().skip(count).any(|word| !is_sign(word));
    // A line without a text would be written by nobody, and one that is swallowed would be lost.
    let is_sure = stand != Stand::BeforeText || (has_text && small <= MOST_SMALL);
    first_words(typed, if is_sure { count } else { 1 }).unwrap_or_default()
}

fn ends_clause(piece: &str) -> bool {
    piece.ends_with([',', ';', ':', '.'])
}

fn is_sign(word: &str) -> bool {
    word.starts_with(['@', '#', '^']) || word.starts_with("-@")
}

/// Says whether the text of an action begins at a word: with a capital that is neither a name nor a Roman number, or with a
/// deed.
fn begins_text(words: &[&str], folded: &[String], place: usize) -> bool {
    let at = |place: Option<usize>| {
        let word = place.and_then(|place| folded.get(place));
        word.map_or("", String::as_str)
    };
    let Some(word) = words.get(place) else {
        return false;
    };
    let before = at(place.checked_sub(1));
    if word.starts_with(char::is_uppercase) {
        let is_roman = without_mark(word).chars().all(|c| "IVX".contains(c));
        // «tháng sau» and «7 ngày» end a clause, other «sau» and «ngày» lead to a name.
        let earlier = at(place.checked_sub(2));
        let is_counted = ["tuan", "thang", "quy", "nam"].contains(&earlier)
            || earlier.starts_with(|c: char| c.is_ascii_digit());
        // «sau Hướng dẫn số 12» is the name of a paper.
        let is_paper = (place + 1..place + 4).any(|later| {
            let word = at(Some(later));
            word == "so" || word.starts_with(|c: char| c.is_ascii_digit())
        });
        let begins_deed = is_deed(at(Some(place)), at(Some(place + 1)));
        let is_told = begins_deed && BEFORE_DEEDS.contains(&before) && !is_paper;
        return !is_roman && (is_counted || is_told || !BEFORE_NAMES.contains(&before));
    }
    is_deed(at(Some(place)), at(Some(place + 1))) && !BEFORE_NOUNS.contains(&before)
}

/// Says whether a word, alone or with the one behind it, says what is to be done.
fn is_deed(word: &str, behind: &str) -> bool {
    DEEDS.contains(word) || DEEDS.contains(&format!("{word} {behind}"))
}

/// Says whether a text begins with what is to be done.
pub(super) fn begins_deed(text: &str) -> bool {
    let mut words = text.split_whitespace().map(|word| fold(without_mark(word)));
    let first = words.next().unwrap_or_default();
    is_deed(&first, &words.next().unwrap_or_default())
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
