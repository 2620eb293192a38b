//! The capture line: one typed line read as a note, a conclusion or an action, and nothing of it lost.
//!
//! ```text
//! @Linh Trung #5 ! Khó tiếp nhận tổ chức đảng        one sign, units, a focus area, then the text
//! > #1 @tất cả -@Tam Phú ^cuối tháng Báo cáo         an action with its deadline, for all but one
//! : VM-003 đã có hướng dẫn                           the answer to an issue, whose code stands anywhere in the line
//! ```

mod codes;
mod completion;
mod deadline;
mod reader;
mod unit;

use chrono::NaiveDate;

use super::cell::Id;
use super::code::NoteKind;
use super::dossier::Dossier;
use super::issues;
use super::rows::{FocusArea, Seat};
use crate::text::deadlines::due_as_typed;

pub(crate) use codes::{actions_in, with_code_read};
pub use completion::{Lore, completion};
pub use reader::parse;

/// The row that the line becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Sort {
    /// A note of the kind that the running item suggests.
    Plain,
    /// A note of this kind.
    Note(NoteKind),
    /// A conclusion of the chair.
    Conclusion,
    /// An action.
    Action,
}

/// The sign of a conclusion.
const CONCLUDES: char = '=';

/// The sign of an action.
const ASSIGNS: char = '>';

/// Returns the signs in front of a line with the sort of each, in the order in which they are explained.
pub(crate) fn signs() -> impl Iterator<Item = (char, Sort)> {
    let kinds = NoteKind::ALL.iter().copied();
    let notes = kinds.filter_map(|kind| Some((kind.row().sign?, Sort::Note(kind))));
    notes.chain([(CONCLUDES, Sort::Conclusion), (ASSIGNS, Sort::Action)])
}

/// The name for all units behind an `@`.
pub(crate) const EVERYBODY: &str = "tất cả";

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
    /// Every unit of the roster but these.
    AllBut(Vec<Id<Seat>>),
}

impl Whom {
    /// Returns the speakers of a line that was written before: the unit that has the floor now is not one of them.
    #[must_use]
    pub(crate) fn into_said(self) -> Self {
        match self {
            Self::Floor => Self::Nobody,
            named @ (Self::Nobody | Self::Seats(_) | Self::Everybody | Self::AllBut(_)) => named,
        }
    }
}

/// A unit whose name the typed words are near.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The words that are near, with the next one.
    pub said: String,
    /// The words that stand for the unit.
    pub words: String,
    /// The unit.
    pub seat: Id<Seat>,
    /// Its name.
    pub name: String,
}

/// Something in the line that could not be understood, and stays in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineProblem {
    /// No unit answers to this.
    UnknownUnit(String),
    /// Several units answer to this.
    AmbiguousUnit(String, Vec<String>),
    /// One unit alone is near this.
    NearUnit(Near),
    /// There is no focus area of this number.
    UnknownFocus(String),
    /// These words of a deadline name no day that is understood; they are kept as its words.
    NotADate(String),
    /// This is a date that no calendar has; it is kept as the words of the deadline.
    NotInCalendar(String),
    /// The line has more signs than are read; those behind stay in its text.
    TooManySigns(usize),
    /// This deadline is before the day of the meeting; it is kept, but hardly meant.
    BeforeMeeting(NaiveDate),
    /// The line is for the first issue; the code of the second stays in its text.
    SecondIssue(i64, i64),
}

impl LineProblem {
    /// Says whether a unit was named that is not understood.
    pub(crate) fn is_unit(&self) -> bool {
        match self {
            Self::UnknownUnit(_) | Self::AmbiguousUnit(..) | Self::NearUnit(_) => true,
            Self::UnknownFocus(_)
            | Self::NotADate(_)
            | Self::NotInCalendar(_)
            | Self::TooManySigns(_)
            | Self::SecondIssue(..)
            | Self::BeforeMeeting(_) => false,
        }
    }

    /// Says whether such a part of a written line is no sign that was left over: `#12` was asked about, and is a number.
    pub(crate) fn may_be_text(&self) -> bool {
        match self {
            Self::UnknownFocus(_) => true,
            Self::UnknownUnit(_)
            | Self::AmbiguousUnit(..)
            | Self::NearUnit(_)
            | Self::NotADate(_)
            | Self::NotInCalendar(_)
            | Self::TooManySigns(_)
            | Self::BeforeMeeting(_)
            | Self::SecondIssue(..) => false,
        }
    }

    /// Says whether a part of the line was not understood; an unlikely day and a second issue were understood.
    pub(crate) fn is_unread(&self) -> bool {
        match self {
            Self::UnknownUnit(_)
            | Self::AmbiguousUnit(..)
            | Self::NearUnit(_)
            | Self::UnknownFocus(_)
            | Self::NotADate(_)
            | Self::NotInCalendar(_)
            | Self::TooManySigns(_) => true,
            Self::BeforeMeeting(_) | Self::SecondIssue(..) => false,
        }
    }
}

/// A reading of a part of the line that the user should check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// This unit is named twice and counts once.
    Twice(String),
    /// The period or the span ends on a day off, the first day, so the second counts: within the period the working day
    /// before it, after a span the one behind it.
    Moved(NaiveDate, NaiveDate),
    /// The deadline that was said is on a weekend, or on a holiday of this name, and stays.
    DayOff(NaiveDate, Option<String>),
    /// The deadline has words, and no day.
    NoDay(String),
    /// The deadline was said without its year, and is in another one than the meeting.
    OtherYear(NaiveDate),
    /// All units are named, but only an action can be for all; the words stay in the text.
    NotForAll,
}

/// A capture line as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// The row that it becomes.
    pub sort: Sort,
    /// Whom it names.
    pub whom: Whom,
    /// The focus area it names.
    pub focus: Option<Id<FocusArea>>,
    /// The day of the deadline it sets.
    pub deadline: Option<NaiveDate>,
    /// The words of the deadline, where they are more than the day in digits; without a day they name none.
    pub deadline_words: Option<String>,
    /// The number of the issue that it answers or resolves.
    pub issue: Option<i64>,
    /// Whether the secretary has said that it answers no issue of the book.
    pub is_for_no_issue: bool,
    /// Byte of the text at which the code of the issue stood, before the code was taken out.
    pub issue_at: usize,
    /// Whether the code of the issue stood in brackets, with which it leaves the text.
    pub is_bracketed: bool,
    /// The text, without the signs that were understood and with those that were not.
    pub text: String,
    /// The signs that were not understood.
    pub problems: Vec<LineProblem>,
    /// The readings that the user should check.
    pub remarks: Vec<Remark>,
}

impl Capture {
    /// Returns a line of this sort that says only this.
    pub(crate) fn of(sort: Sort, text: &str) -> Self {
        Self {
            sort,
            whom: Whom::Floor,
            focus: None,
            deadline: None,
            deadline_words: None,
            issue: None,
            is_for_no_issue: false,
            issue_at: 0,
            is_bracketed: false,
            text: text.to_owned(),
            problems: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// Returns the line once the user insists: a unit that alone is near the words is meant, and its words leave the text.
    #[must_use]
    pub(crate) fn with_near_units(mut self) -> Self {
        for problem in std::mem::take(&mut self.problems) {
            let LineProblem::NearUnit(near) = &problem else {
                self.problems.push(problem);
                continue;
            };
            let signed = format!("@{}", near.words);
            let mut seats = match &self.whom {
                Whom::Seats(seats) => seats.clone(),
                Whom::Floor | Whom::Nobody => Vec::new(),
                // For all of them it would be left out, or named again: that was asked, and stays text.
                Whom::Everybody | Whom::AllBut(_) => {
                    self.problems.push(problem);
                    continue;
                }
            };
            let Some((head, tail)) = self.text.split_once(&signed) else {
                self.problems.push(problem);
                continue;
            };
            if !seats.contains(&near.seat) {
                seats.push(near.seat);
            }
            self.whom = Whom::Seats(seats);
            let text = format!("{} {}", head.trim_end(), tail.trim_start());
            text.trim().clone_into(&mut self.text);
        }
        self
    }

    /// Adds a word to the text.
    fn keep(&mut self, word: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(word);
    }

    /// Returns the text as it was typed: with the code of an issue that is none of the book's.
    pub(crate) fn text_with(&self, number: i64) -> String {
        if codes::holds(&self.text, number) {
            return self.text.clone();
        }
        self.with_code_put_back(&issues::code(number))
    }

    /// Returns the text with a code where it stood.
    fn with_code_put_back(&self, code: &str) -> String {
        let (head, tail) = self
            .text
            .split_at_checked(self.issue_at)
            .unwrap_or(("", &self.text));
        let gap = if tail.starts_with([',', ';', ':', '.']) {
            ""
        } else {
            " "
        };
        let text = format!("{} {code}{gap}{}", head.trim_end(), tail.trim_start());
        text.trim().to_owned()
    }

    /// Returns the line as it answers the issue of this number, or none; another code in it becomes text again.
    pub(crate) fn for_issue(self, number: Option<i64>) -> Self {
        let other = self.issue.filter(|other| Some(*other) != number);
        let text = other.map(|other| self.text_with(other));
        Self {
            issue: number,
            is_for_no_issue: number.is_none(),
            text: text.unwrap_or_else(|| self.text.clone()),
            ..self
        }
    }

    /// Returns the unit that the line names, if it names one and says nothing: it is given the floor.
    pub(crate) fn only_names(&self) -> Option<Id<Seat>> {
        match (&self.whom, self.sort) {
            (Whom::Seats(seats), Sort::Plain) if self.text.is_empty() && seats.len() == 1 => {
                seats.first().copied()
            }
            (
                Whom::Floor | Whom::Nobody | Whom::Seats(_) | Whom::Everybody | Whom::AllBut(_),
                Sort::Plain | Sort::Note(_) | Sort::Conclusion | Sort::Action,
            ) => None,
        }
    }
}

/// Returns the line that reads as this, as the secretary would have typed it.
pub fn line_of(capture: &Capture, dossier: &Dossier) -> String {
    let mut words: Vec<String> = Vec::new();
    words.extend(sign(capture.sort).map(String::from));
    let number = capture.issue;
    let outside = number.filter(|number| !codes::holds(&capture.text, *number));
    words.extend(outside.map(issues::code));
    let number = capture
        .focus
        .and_then(|area| dossier.focus.get(area))
        .map(|area| area.number);
    words.extend(number.map(|number| format!("#{number}")));
    let named = |mark: &'static str, seats: &[Id<Seat>]| {
        let names = seats.iter().filter_map(|seat| dossier.seats.get(*seat));
        names
            .map(|seat| format!("{mark}{}", seat.name))
            .collect::<Vec<_>>()
    };
    match &capture.whom {
        Whom::Floor | Whom::Nobody => {}
        Whom::Everybody => words.push(format!("@{EVERYBODY}")),
        Whom::AllBut(seats) => {
            words.push(format!("@{EVERYBODY}"));
            words.extend(named("-@", seats));
        }
        Whom::Seats(seats) => words.extend(named("@", seats)),
    }
    words.extend(deadline_of(capture, dossier));
    words.push(capture.text.clone());
    words.join(" ")
}

/// Returns the deadline of a line as it is typed: its words, if they alone give the same day again; otherwise the day
/// too, in quotes with its words.
fn deadline_of(capture: &Capture, dossier: &Dossier) -> Option<String> {
    let said = capture.deadline_words.as_deref();
    let Some(day) = capture.deadline else {
        return said.map(|words| format!("^\"{words}\""));
    };
    let Some(words) = said else {
        return Some(format!("^{}", day.format("%-d/%-m/%Y")));
    };
    let line = format!("{ASSIGNS} ^{words} {}", capture.text);
    let again = parse(&line, dossier);
    let is_same = (again.deadline, again.deadline_words.as_deref()) == (Some(day), Some(words));
    Some(if is_same && again.text == capture.text {
        format!("^{words}")
    } else {
        format!("^\"{}\"", due_as_typed(day, Some(words)))
    })
}

/// Returns the sign of a sort, if it has one.
pub(crate) fn sign(sort: Sort) -> Option<char> {
    match sort {
        Sort::Plain => None,
        Sort::Note(kind) => kind.row().sign,
        Sort::Conclusion => Some(CONCLUDES),
        Sort::Action => Some(ASSIGNS),
    }
}
