//! The capture line: one typed line read as a note, a conclusion or an action, and nothing of it lost.
//!
//! ```text
//! @Linh Trung #5 ! Khó tiếp nhận tổ chức đảng        one sign, units, a focus area, then the text
//! > #1 @tất cả ^30/9 Báo cáo tiến độ                  an action with its deadline
//! ```

use chrono::NaiveDate;

use super::cell::Id;
use super::code::NoteKind;
use super::dossier::Dossier;
use super::focus;
use super::roll_call::wards;
use super::rows::{FocusArea, Seat};
use crate::text::dates::{DateProblem, parse_date};
use crate::text::find::{begins_words, best, fit};
use crate::text::fold::fold;

/// What the line is to become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A note of what the running item suggests.
    Plain,
    /// A note of this kind.
    Note(NoteKind),
    /// A conclusion of the chair.
    Conclusion,
    /// An action.
    Action,
}

/// The signs in front of a line, in the order in which they are explained.
pub const SIGNS: &[(char, Sort)] = &[
    ('+', Sort::Note(NoteKind::Result)),
    ('!', Sort::Note(NoteKind::Difficulty)),
    ('*', Sort::Note(NoteKind::Experience)),
    ('?', Sort::Note(NoteKind::Proposal)),
    (':', Sort::Note(NoteKind::Answer)),
    ('=', Sort::Conclusion),
    ('>', Sort::Action),
];

/// What stands for all units behind an `@`.
pub const EVERYBODY: &str = "tất cả";

/// Whom the line names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whom {
    /// Nobody: the unit that has the floor, if one has.
    #[default]
    Floor,
    /// Nobody at all, whoever has the floor.
    Nobody,
    /// These units, in the order in which they were named.
    Seats(Vec<Id<Seat>>),
    /// Every unit of the roster.
    Everybody,
}

/// Something in the line that could not be understood, and stays in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No unit answers to this.
    UnknownUnit(String),
    /// Several units answer to this.
    AmbiguousUnit(String, Vec<String>),
    /// There is no focus area of this number.
    UnknownFocus(String),
    /// This is not a date.
    NotADate(String),
    /// This is a date that no calendar has.
    NotInCalendar(String),
}

/// A capture line as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// What it is to become.
    pub sort: Sort,
    /// Whom it names.
    pub whom: Whom,
    /// The focus area it names.
    pub focus: Option<Id<FocusArea>>,
    /// The deadline it sets.
    pub deadline: Option<NaiveDate>,
    /// The text, without what was understood and with what was not.
    pub text: String,
    /// What was not understood.
    pub problems: Vec<Problem>,
}

/// Reads a line as the secretary of this meeting means it.
pub fn parse(line: &str, dossier: &Dossier) -> Capture {
    let (sort, line) = take_sign(line, dossier);
    parse_as(sort, &line, dossier)
}

fn parse_as(sort: Sort, line: &str, dossier: &Dossier) -> Capture {
    let capture = Capture {
        sort,
        whom: Whom::Floor,
        focus: None,
        deadline: None,
        text: String::new(),
        problems: Vec::new(),
    };
    let mut reading = Reading { dossier, capture };
    let mut rest = line.trim();
    while !rest.is_empty() {
        let token = first_word(rest);
        let used = reading
            .take(token, rest)
            .unwrap_or_else(|| reading.keep(token));
        rest = rest.get(used..).unwrap_or_default().trim_start();
    }
    reading.capture
}

/// Returns the line that reads as this: what the secretary would have typed.
pub fn line_of(capture: &Capture, dossier: &Dossier) -> String {
    let mut words: Vec<String> = Vec::new();
    words.extend(sign(capture.sort).map(String::from));
    let number = capture
        .focus
        .and_then(|area| dossier.focus.get(area))
        .map(|area| area.number);
    words.extend(number.map(|number| format!("#{number}")));
    match &capture.whom {
        Whom::Floor | Whom::Nobody => {}
        Whom::Everybody => words.push(format!("@{EVERYBODY}")),
        Whom::Seats(seats) => {
            let names = seats.iter().filter_map(|seat| dossier.seats.get(*seat));
            words.extend(names.map(|seat| format!("@{}", seat.name)));
        }
    }
    words.extend(
        capture
            .deadline
            .map(|date| format!("^{}", date.format("%-d/%-m/%Y"))),
    );
    words.push(capture.text.clone());
    words.join(" ")
}

/// Returns the sign of a sort, if it has one.
pub fn sign(sort: Sort) -> Option<char> {
    SIGNS
        .iter()
        .find(|(_, of)| *of == sort)
        .map(|(sign, _)| *sign)
}

/// What the caret stands in, to be completed: where it begins, and what can stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Bytes before the sign `@` or `#`.
    pub start: usize,
    /// What can stand behind the sign, with the words that explain it.
    pub choices: Vec<(String, String)>,
}

/// Returns what can be completed before the caret, if it stands behind an `@` or a `#`.
pub fn completion(before: &str, dossier: &Dossier) -> Option<Completion> {
    let start = before
        .char_indices()
        .rev()
        .find(|(byte, c)| matches!(c, '@' | '#') && starts_word(before, *byte))
        .map(|(byte, _)| byte)?;
    let typed = before.get(start + 1..)?;
    let choices = if before.get(start..)?.starts_with('@') {
        unit_choices(typed, dossier)
    } else {
        focus_choices(typed, dossier)
    };
    let finished = choices.len() == 1
        && choices
            .iter()
            .any(|(choice, _)| fold(choice) == fold(typed.trim()));
    (!choices.is_empty() && !finished).then_some(Completion { start, choices })
}

/// Reads token after token into a capture.
struct Reading<'a> {
    dossier: &'a Dossier,
    capture: Capture,
}

impl Reading<'_> {
    /// Reads what stands at the beginning of `rest`; returns the bytes it took, or nothing if it is text.
    fn take(&mut self, token: &str, rest: &str) -> Option<usize> {
        let behind = token.get(1..).filter(|behind| !behind.is_empty())?;
        match token.chars().next()? {
            '@' if self.capture.sort != Sort::Conclusion => {
                self.take_unit(rest).map(|used| used + 1)
            }
            '#' if self.capture.focus.is_none() => self.take_focus(behind).then_some(token.len()),
            '^' if self.capture.sort == Sort::Action => {
                self.take_deadline(behind).then_some(token.len())
            }
            _ => None,
        }
    }

    /// Keeps a word as text.
    fn keep(&mut self, token: &str) -> usize {
        let text = &mut self.capture.text;
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(token);
        token.len()
    }

    fn take_unit(&mut self, rest: &str) -> Option<usize> {
        let named = rest.get(1..)?;
        if let Some(used) = begins_with_words(EVERYBODY, named) {
            // Everybody cannot have said one thing: for a note it stays in the text.
            return (self.capture.sort == Sort::Action).then(|| {
                self.capture.whom = Whom::Everybody;
                used
            });
        }
        let wards = wards(self.dossier);
        let whole = wards
            .iter()
            .filter_map(|seat| begins_with_words(&seat.name, named).map(|used| (used, seat.id)));
        if let Some((used, seat)) = whole.max_by_key(|(used, _)| *used) {
            self.name(seat);
            return Some(used);
        }
        self.take_abbreviated(named, &wards)
    }

    /// Reads words that begin words of a name, as many as do, or one word that stands for a name.
    fn take_abbreviated(&mut self, typed: &str, wards: &[&Seat]) -> Option<usize> {
        for words in [4, 3, 2] {
            let Some(piece) = first_words(typed, words) else {
                continue;
            };
            let fits: Vec<&Seat> = wards
                .iter()
                .copied()
                .filter(|seat| begins_words(without_mark(piece), &seat.name))
                .collect();
            if !fits.is_empty() {
                return self.take_one(piece, &fits);
            }
        }
        let word = first_word(typed);
        let fits: Vec<&Seat> = best(
            without_mark(word),
            wards.iter().map(|seat| seat.name.as_str()),
        )
        .into_iter()
        .map(|position| wards[position])
        .collect();
        self.take_one(word, &fits)
    }

    /// Takes what was typed for the one unit that it fits, or says that it fits none or several.
    fn take_one(&mut self, typed: &str, fits: &[&Seat]) -> Option<usize> {
        let plain = without_mark(typed).to_owned();
        match fits {
            [only] => {
                self.name(only.id);
                return Some(typed.len());
            }
            [] => self.capture.problems.push(Problem::UnknownUnit(plain)),
            several => {
                let units = several.iter().map(|seat| seat.name.clone()).collect();
                let problem = Problem::AmbiguousUnit(plain, units);
                self.capture.problems.push(problem);
            }
        }
        None
    }

    fn name(&mut self, seat: Id<Seat>) {
        match &mut self.capture.whom {
            Whom::Seats(seats) if seats.contains(&seat) => {}
            Whom::Seats(seats) => seats.push(seat),
            whom @ Whom::Floor => *whom = Whom::Seats(vec![seat]),
            Whom::Everybody | Whom::Nobody => {}
        }
    }

    fn take_focus(&mut self, typed: &str) -> bool {
        let Ok(number) = typed.parse::<i64>() else {
            return false;
        };
        let areas = focus::in_force(self.dossier);
        match areas.iter().find(|area| area.number == number) {
            Some(area) => self.capture.focus = Some(area.id),
            None => self
                .capture
                .problems
                .push(Problem::UnknownFocus(typed.to_owned())),
        }
        self.capture.focus.is_some()
    }

    fn take_deadline(&mut self, typed: &str) -> bool {
        match parse_date(
            without_mark(typed),
            self.dossier.meeting.starts.date_naive(),
        ) {
            Ok(date) => self.capture.deadline = Some(date),
            Err(DateProblem::NotADate) => self
                .capture
                .problems
                .push(Problem::NotADate(typed.to_owned())),
            Err(DateProblem::NotInCalendar) => self
                .capture
                .problems
                .push(Problem::NotInCalendar(typed.to_owned())),
        }
        self.capture.deadline.is_some()
    }
}

/// Takes the sign out: the first that begins a word, unless plain text stands before it.
fn take_sign(line: &str, dossier: &Dossier) -> (Sort, String) {
    let found = line
        .char_indices()
        .filter(|(byte, _)| starts_word(line, *byte))
        .find_map(|(byte, c)| {
            SIGNS
                .iter()
                .find(|(sign, _)| *sign == c)
                .map(|(_, sort)| (byte, *sort))
        });
    if let Some((byte, sort)) = found {
        let (head, tail) = line.split_at(byte);
        if !has_plain_text(head, dossier) {
            return (
                sort,
                format!("{head} {}", tail.get(1..).unwrap_or_default()),
            );
        }
    }
    (Sort::Plain, line.to_owned())
}

/// Says whether something stands in the text besides units, focus areas and deadlines, understood or not.
fn has_plain_text(head: &str, dossier: &Dossier) -> bool {
    let kept = parse_as(Sort::Action, head, dossier).text;
    kept.split_whitespace()
        .any(|word| !word.starts_with(['@', '#', '^']))
}

fn starts_word(text: &str, byte: usize) -> bool {
    text.get(..byte)
        .unwrap_or_default()
        .chars()
        .next_back()
        .is_none_or(char::is_whitespace)
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}

/// Returns a word without the mark that ends a clause.
fn without_mark(word: &str) -> &str {
    word.trim_end_matches([',', ':', ';', '.'])
}

/// Returns the first words of a text, if it has as many.
fn first_words(text: &str, words: usize) -> Option<&str> {
    let last = text.split_whitespace().nth(words - 1)?;
    // The last word is a slice of the text, so the distance of the two is where it stands.
    let end = last.as_ptr() as usize - text.as_ptr() as usize + last.len();
    text.get(..end)
}

/// Returns the bytes of `text` that spell `name`, whatever accents and case, if a word ends there.
fn begins_with_words(name: &str, text: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in name.chars() {
        let (_, c) = letters.next()?;
        if fold(&wanted.to_string()) != fold(&c.to_string()) {
            return None;
        }
    }
    let rest = letters.as_str();
    let ends = rest.chars().next().is_none_or(|c| !c.is_alphanumeric());
    let used = text.len() - rest.len();
    ends.then(|| used + usize::from(rest.starts_with([',', ':', ';'])))
}

fn unit_choices(typed: &str, dossier: &Dossier) -> Vec<(String, String)> {
    let wards = wards(dossier);
    let names: Vec<&str> = wards
        .iter()
        .map(|seat| seat.name.as_str())
        .chain([EVERYBODY])
        .collect();
    let chosen: Vec<usize> = if typed.is_empty() {
        (0..names.len()).collect()
    } else {
        best(typed.trim_start(), names.iter().copied())
    };
    chosen
        .into_iter()
        .map(|position| {
            let number = wards
                .get(position)
                .map_or(String::new(), |seat| seat.position.to_string());
            (names[position].to_owned(), number)
        })
        .collect()
}

fn focus_choices(typed: &str, dossier: &Dossier) -> Vec<(String, String)> {
    focus::in_force(dossier)
        .into_iter()
        .filter(|area| {
            let number = area.number.to_string();
            typed.is_empty() || number == typed || fit(typed, &area.short_vi).is_some()
        })
        .map(|area| (area.number.to_string(), area.short_vi.clone()))
        .collect()
}
