//! What a filled form becomes: a transaction, or the field that has to be mended and why.

use chrono::NaiveDate;

use crate::app::effect::Effect;
use crate::app::focus::forms as focus;
use crate::app::issues::forms as issues;
use crate::app::old_form::Purpose;
use crate::app::papers::{amend as papers_amend, forms as papers};
use crate::app::plan;
use crate::app::roll_call::forms as roll_call;
use crate::app::roster::forms as roster;
use crate::app::view::View;
use crate::meeting::change::Change;
use crate::meeting::dossier::Dossier;
use crate::text::dates::{DateProblem, Instant, parse_date, parse_near_date, parse_time};
use crate::words::Words;

/// Why a form is not taken, and which field has to be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The field.
    pub field: usize,
    /// The sentence.
    pub why: String,
}

/// Returns what the form asks of the program.
pub fn submit(purpose: Purpose, values: &[String], view: &View) -> Result<Vec<Effect>, Refusal> {
    match purpose {
        Purpose::Plan(from) => plan::submit(from, values, view),
        Purpose::Issues(form) => issues::submit(form, values, view),
        Purpose::Amend(kind) => papers_amend::submit(kind, values, open(view)?, view),
        Purpose::Roster(form) => roster::submit(form, values, view),
        Purpose::RollCall(form) => roll_call::submit(form, values, open(view)?, view),
        Purpose::Details => details(values, open(view)?, view),
        Purpose::Desk(form) => crate::app::desk::submit::submit(form, values, view),
        Purpose::Focus(form) => focus::submit(form, values, view),
        Purpose::Papers(form) => papers::submit(form, values, open(view)?, view),
    }
}

/// Returns the open meeting, or that there is none.
pub(crate) fn open<'a>(view: &View<'a>) -> Result<&'a Dossier, Refusal> {
    view.dossier.ok_or_else(|| Refusal {
        field: 0,
        why: view.words.why_no_meeting().to_owned(),
    })
}

fn details(values: &[String], dossier: &Dossier, view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let title = need(values, 0, words.field_title(), words)?;
    let content = need(values, 1, words.field_content(), words)?;
    let starts = starts((values, 2), (values, 3), view)?;
    let recorded = match optional(values, 10) {
        None => None,
        Some(typed) => Some(yes_or_no(&typed).ok_or_else(|| Refusal {
            field: 10,
            why: words.why_not_yes_or_no(&typed),
        })?),
    };
    let value = |field: usize| optional(values, field);
    let count = |field: usize| {
        let typed = optional(values, field);
        typed.map(|typed| number(&typed, field, words)).transpose()
    };
    let (pages, copies) = (count(11)?, count(12)?);
    let change = Change::edit(&dossier.meeting, |meeting| {
        (meeting.pages, meeting.copies) = (pages, copies);
        meeting.title = title;
        meeting.content = content;
        meeting.starts = starts;
        meeting.venue = value(4);
        meeting.chair = value(5);
        meeting.chair_office = value(6);
        meeting.recorder = value(7);
        meeting.recorder_office = value(8);
        meeting.documents = value(9);
        meeting.recorded = recorded;
    });
    Ok(done(words.told_details().to_owned(), vec![change]))
}

/// Reads the day and the time of a meeting.
pub(crate) fn starts(
    day_field: (&[String], usize),
    time_field: (&[String], usize),
    view: &View,
) -> Result<Instant, Refusal> {
    let typed = |(values, field): (&[String], usize)| optional(values, field).unwrap_or_default();
    let date = day(&typed(day_field), view.today(), view.words).map_err(|why| Refusal {
        field: day_field.1,
        why,
    })?;
    let time = parse_time(&typed(time_field)).ok_or_else(|| Refusal {
        field: time_field.1,
        why: view.words.why_not_a_time(&typed(time_field)),
    })?;
    // The offset is the one in force now; the laptop stands where the meeting is.
    let local = date.and_time(time).and_local_timezone(*view.now.offset());
    local.single().ok_or_else(|| Refusal {
        field: day_field.1,
        why: view.words.why_not_in_calendar(&typed(day_field)),
    })
}

/// Returns the value of a field that may not be empty.
pub(crate) fn need(
    values: &[String],
    field: usize,
    label: &str,
    words: Words,
) -> Result<String, Refusal> {
    optional(values, field).ok_or_else(|| Refusal {
        field,
        why: words.why_needs(label),
    })
}

/// Returns the value of a field that may be empty.
pub(crate) fn optional(values: &[String], field: usize) -> Option<String> {
    values.get(field).filter(|value| !value.is_empty()).cloned()
}

/// Returns a day that was typed, or why it is none.
pub(crate) fn day(typed: &str, from: NaiveDate, words: Words) -> Result<NaiveDate, String> {
    parse_date(typed, from).map_err(|problem| date_problem(&problem, typed, words))
}

/// Returns a day that was typed and may be past, or why it is none.
pub(crate) fn near_day(typed: &str, today: NaiveDate, words: Words) -> Result<NaiveDate, String> {
    parse_near_date(typed, today).map_err(|problem| date_problem(&problem, typed, words))
}

fn date_problem(problem: &DateProblem, typed: &str, words: Words) -> String {
    match problem {
        DateProblem::NotADate => words.why_not_a_day(typed),
        DateProblem::NotInCalendar => words.why_not_in_calendar(typed),
    }
}

/// Returns a count that was typed.
pub(crate) fn number(typed: &str, field: usize, words: Words) -> Result<i64, Refusal> {
    let people = typed.parse::<u32>().ok().filter(|people| *people < 100_000);
    people.map(i64::from).ok_or_else(|| Refusal {
        field,
        why: words.why_not_a_number(typed),
    })
}

fn yes_or_no(typed: &str) -> Option<bool> {
    match crate::text::fold::fold(typed).as_str() {
        "co" | "c" | "yes" | "y" => Some(true),
        "khong" | "k" | "no" | "n" => Some(false),
        _ => None,
    }
}

pub(crate) use crate::app::effect::done;
