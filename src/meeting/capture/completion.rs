//! The choices at the caret: units, focus areas, days, issues to be answered, documents already cited.

use chrono::NaiveDate;

use super::EVERYBODY;
use super::reader::starts_word;
use crate::meeting::completion::Completion;
use crate::meeting::days_off::is_off;
use crate::meeting::dossier::Dossier;
use crate::meeting::focus;
use crate::meeting::issues::{self, IssueLine};
use crate::meeting::roll_call::wards;
use crate::text::dates::short_date;
use crate::text::deadlines::{next_working_day, parse_deadline};
use crate::text::find::{best, fit};
use crate::text::fold::fold;

/// The sources of completion: the meeting, and answers of the book.
#[derive(Clone, Copy, Debug)]
pub struct Lore<'a> {
    /// The open meeting.
    pub dossier: &'a Dossier,
    /// Documents that were cited before, the latest first.
    pub citations: &'a [String],
    /// Issues that nobody has answered, the oldest first.
    pub open: &'a [IssueLine],
}

/// Deadlines that are offered behind a bare `^`.
const USUAL: &[&str] = &[
    "+7",
    "trong 10 ngày",
    "cuối tuần",
    "cuối tháng",
    "cuối tháng sau",
    "giữa tháng",
    "đầu tháng",
    "quý I",
    "quý II",
    "quý III",
    "quý IV",
    "cuối năm",
    "thứ 2",
    "thứ 3",
    "thứ 4",
    "thứ 5",
    "thứ 6",
];

/// Returns the completion of the word before the caret.
pub fn completion(before: &str, lore: Lore) -> Option<Completion> {
    let signed = before
        .char_indices()
        .rev()
        .find(|(byte, c)| matches!(c, '@' | '#' | '^') && begins(before, *byte, *c));
    if let Some((start, sign)) = signed {
        let typed = before.get(start + 1..)?;
        let choices = match sign {
            '@' => units(typed, lore.dossier),
            '#' => areas(typed, lore.dossier),
            _ => days(typed, lore.dossier),
        };
        return offer(start, before, choices);
    }
    let start = before
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + 1);
    let word = before.get(start..)?;
    let choices = if word.to_lowercase().starts_with("vm") {
        open_issues(word, lore.open)
    } else {
        cited(word, before.get(..start)?, lore.citations)
    };
    offer(start, before, choices)
}

/// Says whether a sign stands where it is read as one; `-` before an `@` leaves a unit out.
fn begins(before: &str, byte: usize, sign: char) -> bool {
    let after_minus = sign == '@' && before.get(..byte).is_some_and(|head| head.ends_with('-'));
    starts_word(before, byte) || (after_minus && starts_word(before, byte - 1))
}

/// Offers the choices, unless the typed text already is the only one.
fn offer(start: usize, before: &str, choices: Vec<(String, String)>) -> Option<Completion> {
    let typed = fold(before.get(start..)?.trim());
    let is_written = choices.len() == 1 && choices.iter().any(|(choice, _)| fold(choice) == typed);
    (!choices.is_empty() && !is_written).then_some(Completion { start, choices })
}

fn units(typed: &str, dossier: &Dossier) -> Vec<(String, String)> {
    let wards = wards(dossier);
    let names: Vec<&str> = wards
        .iter()
        .map(|seat| seat.name.as_str())
        .chain([EVERYBODY])
        .collect();
    let chosen: Vec<usize> = match typed.trim().parse::<i64>() {
        _ if typed.is_empty() => (0..names.len()).collect(),
        Ok(number) => wards
            .iter()
            .position(|seat| seat.position == number)
            .into_iter()
            .collect(),
        Err(_) => best(typed.trim_start(), names.iter().copied()),
    };
    let number = |position: usize| {
        wards
            .get(position)
            .map_or(String::new(), |seat| seat.position.to_string())
    };
    chosen
        .into_iter()
        .filter_map(|position| Some((format!("@{}", names.get(position)?), number(position))))
        .collect()
}

fn areas(typed: &str, dossier: &Dossier) -> Vec<(String, String)> {
    focus::in_force(dossier)
        .into_iter()
        .filter(|area| {
            typed.is_empty()
                || area.number.to_string() == typed
                || fit(typed, &area.short_vi).is_some()
                || fit(typed, &area.short_en).is_some()
        })
        .map(|area| (format!("#{}", area.number), area.short_vi.clone()))
        .collect()
}

/// The usual deadlines that begin as typed, and for a day off the working day after it.
fn days(typed: &str, dossier: &Dossier) -> Vec<(String, String)> {
    let from = dossier.meeting.starts.date_naive();
    let off = |day| is_off(&dossier.days_off, day);
    let wanted = fold(typed.trim_start());
    let usual = USUAL
        .iter()
        .filter(|phrase| fold(phrase).starts_with(&wanted) && fold(phrase) != wanted)
        .filter_map(|phrase| Some((*phrase, parse_deadline(phrase, from, &off).ok()?.day)))
        .map(|(phrase, day)| (format!("^{phrase}"), dated(day)));
    let mut offered: Vec<(String, String)> = usual.collect();
    if let Ok(deadline) = parse_deadline(typed, from, &off)
        && off(deadline.day)
        && let Some(day) = next_working_day(deadline.day, &off)
    {
        offered.push((format!("^{}", day.format("%-d/%-m/%Y")), dated(day)));
    }
    offered
}

/// A day with the name of its weekday, which papers number from the second on.
fn dated(day: NaiveDate) -> String {
    use chrono::Datelike;
    match day.weekday().number_from_monday() {
        7 => format!("CN {}", short_date(day)),
        number => format!("T{} {}", number + 1, short_date(day)),
    }
}

fn open_issues(word: &str, open: &[IssueLine]) -> Vec<(String, String)> {
    let wanted = word.to_lowercase();
    open.iter()
        .map(|line| (issues::code(line.issue.number), line))
        .filter(|(code, _)| code.to_lowercase().starts_with(&wanted))
        .map(|(code, line)| (code, line.issue.text.clone()))
        .collect()
}

/// Documents whose number begins with the digits that were typed; behind their type only the number is offered.
fn cited(word: &str, head: &str, citations: &[String]) -> Vec<(String, String)> {
    let is_number = word.len() > 1 && word.starts_with(|c: char| c.is_ascii_digit());
    if !is_number {
        return Vec::new();
    }
    let wanted = fold(word);
    let last = fold(head.split_whitespace().next_back().unwrap_or_default());
    let offered = citations.iter().filter_map(|citation| {
        let words: Vec<&str> = citation.split_whitespace().collect();
        let number = words
            .iter()
            .position(|part| fold(part).starts_with(&wanted))?;
        let before = number.checked_sub(1).and_then(|place| words.get(place));
        let before = before.map(|word| fold(word));
        let follows = last == "so" || Some(last.clone()) == before;
        let from = if follows { number } else { 0 };
        Some((words.get(from..)?.join(" "), String::new()))
    });
    offered.filter(|(choice, _)| choice != word).collect()
}
