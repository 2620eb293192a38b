//! A filter: a typed line that says which actions, which issues, or which lines ever written are wanted.
//!
//! `@Linh Trung #2 quá hạn chưa báo cáo tháng 9 hội nghị:2023-07 lý lịch`

mod completion;
mod reader;
mod vocabulary;

use std::ops::Range;

use chrono::{Months, NaiveDate};

use super::cell::Id;
use super::code::{AssignmentState, IssueState, NoteKind};
use super::rows::{FocusArea, Unit};
use crate::text::dates::parse_near_date;

pub use completion::completion;
pub use reader::parse;

/// The list that a filter narrows; it decides which words are signs and which are searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The actions of the register.
    Actions,
    /// Everything that was ever said, answered, concluded and assigned.
    Lines,
    /// The issues of the log.
    Issues,
}

/// The units and focus areas that a filter may name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// The units of the book and their names; a name may have been used again.
    pub units: Vec<(Id<Unit>, String)>,
    /// The focus areas of the book, retired ones too.
    pub areas: Vec<FocusArea>,
    /// The officers who follow up an action, by name.
    pub officers: Vec<String>,
}

/// Days from one to another, both counted; an end that is not there is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub from: Option<NaiveDate>,
    /// The last.
    pub to: Option<NaiveDate>,
}

/// How a unit's part of an action has to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Something is still owed.
    Open,
    /// Something is still owed and the deadline has passed.
    Overdue,
    /// Something is still owed and the deadline is near.
    DueSoon,
    /// It was done after the deadline.
    DoneLate,
    /// Something is still owed, and the unit has not said that it is done.
    NotReported,
    /// It is in this state.
    State(AssignmentState),
}

impl Wanted {
    /// Says whether something is still owed wherever it holds.
    pub(crate) fn is_owed(self) -> bool {
        match self {
            Self::Open | Self::Overdue | Self::DueSoon | Self::NotReported => true,
            Self::DoneLate | Self::State(_) => false,
        }
    }
}

/// A field that an action may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// A deadline.
    Deadline,
    /// The deliverable.
    Deliverable,
}

/// The kind of line that a search looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Something that was said, of this kind.
    Note(NoteKind),
    /// Something that the chair concluded.
    Conclusion,
    /// Something that became a task.
    Action,
    /// Something that a unit reported on its part of a task.
    Report,
    /// Somebody who came.
    Attendance,
    /// A meeting itself.
    Meeting,
}

/// The conditions of a filter; an empty one matches everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineFilter {
    /// Of one of these units.
    pub units: Vec<Id<Unit>>,
    /// Under one of these focus areas.
    pub areas: Vec<Id<FocusArea>>,
    /// Every one of these has to hold of a part; of several states, one.
    pub wanted: Vec<Wanted>,
    /// Every one of these has to be lacking.
    pub lacks: Vec<Lack>,
    /// Followed up by one of these officers.
    pub officers: Vec<String>,
    /// Of one of these kinds.
    pub kinds: Vec<LineKind>,
    /// How far an issue has to be: one of these.
    pub issues: Vec<IssueState>,
    /// From a meeting that was called for one of these days.
    pub held: Option<Days>,
    /// Due, raised or written on one of these days.
    pub days: Option<Days>,
    /// Each of these words stands in the text.
    pub words: Vec<String>,
}

/// A part of a filter that makes no sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where it stands in the line, in bytes.
    pub(crate) at: Range<usize>,
    /// The error.
    pub wrong: Wrong,
}

/// An error in a part of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No unit is called so; these are called much the same.
    Unit(Vec<String>),
    /// No focus area has this number; these numbers are given.
    Area(Vec<i64>),
    /// No officer is called so; these are some of those who follow up actions.
    Officer(Vec<String>),
    /// It names no day, month, quarter or year.
    Days,
    /// No kind of line is called so.
    Kind,
    /// Nothing can be chosen by this; perhaps this was meant.
    Key(Option<&'static str>),
}

/// The reading of a typed filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The filter, as far as the line was understood.
    pub filter: LineFilter,
    /// The first part of it that makes no sense.
    pub mistake: Option<Mistake>,
    /// Words that are looked for as they stand, but for one letter would mean something: both.
    pub perhaps: Option<(String, &'static str)>,
}

impl LineFilter {
    /// Says whether everything is wanted.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Says whether it looks at the parts of units.
    pub(crate) fn is_about_parts(&self) -> bool {
        !self.units.is_empty() || !self.wanted.is_empty()
    }
}

impl Days {
    pub(crate) fn day(day: NaiveDate) -> Self {
        Self {
            from: Some(day),
            to: Some(day),
        }
    }

    /// Returns the days of so many months from the first of one on.
    pub(crate) fn months(year: i32, month: u32, months: u32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let next = first.checked_add_months(Months::new(months))?;
        Some(Self {
            from: Some(first),
            to: next.pred_opt(),
        })
    }

    /// Reads `2023`, `2023-07`, `7/2023`, `2023-07-11`, `11/7/2023` and `11/7`.
    pub(crate) fn read(typed: &str, today: NaiveDate) -> Option<Self> {
        let year = |typed: &str| {
            let year = typed.parse::<i32>().ok()?;
            (typed.len() == 4 && (1900..=9999).contains(&year)).then_some(year)
        };
        if let Some(year) = year(typed) {
            return Self::months(year, 1, 12);
        }
        let parts: Vec<&str> = typed.split(['/', '-', '.']).collect();
        if let [one, other] = parts[..] {
            let month = match (year(one), year(other)) {
                (Some(year), _) => Some((year, other.parse().ok()?)),
                (_, Some(year)) => Some((year, one.parse().ok()?)),
                (None, None) => None,
            };
            if let Some((year, month)) = month {
                return Self::months(year, month, 1);
            }
        }
        parse_near_date(typed, today).ok().map(Self::day)
    }

    /// Returns a quarter of a year, from 1.
    pub(crate) fn quarter(year: i32, number: u32) -> Option<Self> {
        (1..=4)
            .contains(&number)
            .then(|| Self::months(year, number * 3 - 2, 3))?
    }

    /// Returns the days that are in both.
    #[must_use]
    pub(crate) fn within(self, other: Self) -> Self {
        Self {
            from: self.from.max(other.from),
            to: match (self.to, other.to) {
                (Some(one), Some(two)) => Some(one.min(two)),
                (one, two) => one.or(two),
            },
        }
    }
}
