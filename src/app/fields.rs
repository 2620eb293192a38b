//! The readers of fields that several forms have: a text, a day, a time, a count.

#![expect(
    clippy::unnecessary_wraps,
    reason = "all readers of fields have one type, also those that take everything"
)]

pub(crate) mod item;

use chrono::{Months, NaiveDate, TimeZone};

use crate::app::form::Typed;
use crate::meeting::days_off::is_off;
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::log;
use crate::text::dates::{
    DateProblem, Instant, parse_date, parse_moment, parse_near_date, short_date,
};
use crate::text::deadlines::{Due, is_rhythm, names_a_year, parse_due, said_words};
use crate::text::fold::fold;
use crate::text::same::bare_person;
use crate::words::Words;

/// Reads a text that may be empty; an empty one is none.
pub(crate) fn text(typed: &Typed) -> Result<Option<String>, String> {
    Ok((!typed.text.is_empty()).then(|| typed.text.to_owned()))
}

/// Reads a text, trimmed; it may be empty.
pub(crate) fn verbatim(typed: &Typed) -> Result<String, String> {
    Ok(typed.text.to_owned())
}

/// Reads a text that may not be empty.
pub(crate) fn needed(typed: &Typed) -> Result<String, String> {
    if typed.text.is_empty() {
        return Err(typed.view.words.why_needs(typed.label));
    }
    Ok(typed.text.to_owned())
}

/// Reads a person's name that may be empty, without «đồng chí» before it, which the sentences of the papers add.
pub(crate) fn person(typed: &Typed) -> Result<Option<String>, String> {
    let name = bare_person(typed.text);
    Ok((!name.is_empty()).then(|| name.to_owned()))
}

/// Reads a person's name that may not be empty, without «đồng chí» before it.
pub(crate) fn needed_person(typed: &Typed) -> Result<String, String> {
    needed(typed).map(|name| bare_person(&name).to_owned())
}

/// Reads a deadline as it is typed or said, from today on; it may not be empty.
pub(crate) fn due(typed: &Typed) -> Result<Due, String> {
    needed(typed)?;
    let view = typed.view;
    let rows = view.days_off();
    parse_due(typed.text, view.today(), &|day| is_off(rows, day)).map_err(|problem| match problem {
        DateProblem::NotADate => view.words.why_not_a_deadline(typed.text),
        DateProblem::NotInCalendar => view.words.why_not_in_calendar(typed.text),
    })
}

/// Reads a deadline whose year was not said and which is nearer to today in the past: returns that day, and the next such
/// day, which [`due`] takes. A span from today, such as `10 ngày`, has no year.
pub(crate) fn other_year(typed: &Typed) -> Result<Option<(NaiveDate, NaiveDate)>, String> {
    let (view, today) = (typed.view, typed.view.today());
    let rows = view.days_off();
    let read = |from: Option<NaiveDate>| {
        let due = parse_due(typed.text, from?, &|day| is_off(rows, day)).ok()?;
        Some(due.deadline.day)
    };
    let year_ago = today.checked_sub_months(Months::new(12));
    let (Some(next), Some(past)) = (read(Some(today)), read(year_ago)) else {
        return Ok(None);
    };
    let is_span = read(today.pred_opt()) != Some(next);
    let is_nearer = past < today && today - past < next - today;
    Ok((!names_a_year(typed.text) && !is_span && is_nearer).then_some((past, next)))
}

/// A deadline as it was said: with a day, or in words that name none.
pub(crate) enum Said {
    Day(Due),
    Words(String),
}

/// Reads a first deadline, as the line of the desk does: words without a day are taken where they name a rhythm, and between
/// quotes.
pub(crate) fn said_deadline(typed: &Typed) -> Result<Said, String> {
    let quotes = ['"', '“', '”', '«', '»'];
    let inner = typed.text.strip_prefix(quotes);
    let inner = inner.and_then(|inner| inner.strip_suffix(quotes));
    let bare = Typed {
        text: inner.unwrap_or(typed.text).trim(),
        ..*typed
    };
    match due(&bare) {
        Ok(due) => Ok(Said::Day(due)),
        Err(_) if inner.is_some() || is_rhythm(bare.text) => said_words(bare.text)
            .map(Said::Words)
            .ok_or_else(|| typed.view.words.why_needs(typed.label)),
        Err(_) if !typed.text.is_empty() => {
            Err(typed.view.words.why_not_a_first_deadline(typed.text))
        }
        Err(why) => Err(why),
    }
}

/// Reads a day that may be empty, and may be past.
pub(crate) fn near_day(typed: &Typed) -> Result<Option<NaiveDate>, String> {
    if typed.text.is_empty() {
        return Ok(None);
    }
    parse_near_date(typed.text, typed.view.today())
        .map(Some)
        .map_err(|problem| not_a_day(&problem, typed.text, typed.view.words))
}

/// Reads a day that has to be typed; an empty one is no day.
pub(crate) fn day_as_typed(typed: &Typed) -> Result<NaiveDate, String> {
    parse_date(typed.text, typed.view.today())
        .map_err(|problem| not_a_day(&problem, typed.text, typed.view.words))
}

/// Reads a day that may be past; where none is typed, it is today.
pub(crate) fn near_day_or_today(typed: &Typed) -> Result<NaiveDate, String> {
    Ok(near_day(typed)?.unwrap_or(typed.view.today()))
}

/// Reads a yes or a no, or nothing where neither was said.
pub(crate) fn yes_or_no(typed: &Typed) -> Result<Option<bool>, String> {
    match fold(typed.text).as_str() {
        "" => Ok(None),
        "co" | "c" | "yes" | "y" => Ok(Some(true)),
        "khong" | "k" | "no" | "n" => Ok(Some(false)),
        _ => Err(typed.view.words.why_not_yes_or_no(typed.text)),
    }
}

/// Reads a count that may be empty.
pub(crate) fn count(typed: &Typed) -> Result<Option<i64>, String> {
    if typed.text.is_empty() {
        return Ok(None);
    }
    let count = typed.text.parse::<u32>().ok();
    let count = count.filter(|count| *count < 100_000).map(i64::from);
    count
        .map(Some)
        .ok_or_else(|| typed.view.words.why_not_a_number(typed.text))
}

/// Reads a moment that may be empty, of the meeting's day unless another is named.
pub(crate) fn moment(typed: &Typed) -> Result<Option<Instant>, String> {
    if typed.text.is_empty() {
        return Ok(None);
    }
    read_moment(typed.text, typed).map(Some)
}

/// Reads a moment that may not be empty, of the meeting's day unless another is named.
pub(crate) fn needed_moment(typed: &Typed) -> Result<Instant, String> {
    needed(typed)?;
    read_moment(typed.text, typed)
}

/// Reads a piece of the typed text as a moment.
pub(crate) fn read_moment(piece: &str, typed: &Typed) -> Result<Instant, String> {
    let words = typed.view.words;
    let dossier = typed.view.dossier;
    moment_of(piece, dossier.ok_or(words.why_no_meeting())?, words)
}

/// Reads a moment of a meeting.
pub(crate) fn moment_of(typed: &str, dossier: &Dossier, words: Words) -> Result<Instant, String> {
    let typed = typed.trim();
    let (day, _) = log::days(&dossier.meeting, dossier.meeting.starts);
    let local = parse_moment(typed, day).map_err(|problem| match problem {
        DateProblem::NotADate => words.why_not_a_moment(typed),
        DateProblem::NotInCalendar => words.why_not_in_calendar(typed),
    })?;
    let at = dossier.meeting.starts.offset().from_local_datetime(&local);
    at.single().ok_or_else(|| words.why_not_in_calendar(typed))
}

/// Returns a time of a meeting as it is typed, with its day where that is not the meeting's.
pub(crate) fn with_day(time: String, at: Instant, dossier: &Dossier) -> String {
    let (first, _) = log::days(&dossier.meeting, at);
    let day = at.date_naive();
    if day == first {
        time
    } else {
        format!("{time} {}", short_date(day))
    }
}

fn not_a_day(problem: &DateProblem, typed: &str, words: Words) -> String {
    match problem {
        DateProblem::NotADate => words.why_not_a_day(typed),
        DateProblem::NotInCalendar => words.why_not_in_calendar(typed),
    }
}
