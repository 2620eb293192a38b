//! Reading back the follow-up table that units have filled in: what each row says, what it would change, and what
//! it cannot mean.

mod known;
mod reader;
mod state;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::number;
use super::report::{Report, report};
use super::table::{Key, Said, Table};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Ids};
use crate::meeting::code::AssignmentState;
use crate::meeting::filter::Lexicon;
use crate::meeting::rows::Assignment;
use crate::meeting::sheet::Origin;
use crate::text::dates::Instant;

pub use reader::{has_head, read};

/// A table as it was read, before it is held against the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    lines: Vec<SheetLine>,
    /// Cells that hold a formula whose value was taken.
    pub(crate) formulas: usize,
    /// Heads of columns that were not read.
    pub(crate) unread: Vec<String>,
    /// Rows that are read though their file hides them.
    pub(crate) hidden: usize,
    /// Where in its file it stood.
    pub(crate) origin: Origin,
}

/// A row of a table as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
struct SheetLine {
    line: usize,
    key: Option<Key>,
    code: String,
    unit: String,
    /// What it says, as far as it is understood.
    said: Said,
    /// The first of its cells that is not understood.
    doubt: Option<RowProblem>,
    /// The cell of the later deadline.
    later: Option<String>,
    /// The name of its file, where several are read.
    file: Option<String>,
}

/// The actions and parts of the book that a table names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Numbers of actions.
    pub(crate) numbers: BTreeSet<i64>,
    pub(crate) parts: BTreeSet<Id<Assignment>>,
}

/// Why a whole table cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// No line names a column of codes.
    NoCodes,
    /// There are codes, but nothing is said of them.
    NothingSaid,
}

/// An error in one row, or a whole file that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowProblem {
    /// The file cannot be read, for this reason.
    File(String),
    /// It says something, but of no action.
    NoCode,
    /// No action has this code.
    UnknownCode(String),
    /// No unit is called so; these are called much the same.
    UnknownUnit(String, Vec<String>),
    /// The unit has no part in this action.
    NotTheirs(String, String),
    /// It was written out of another book.
    OtherBook,
    /// Its key is that of this action and unit, and the row names others: its columns were sorted apart.
    Mixed(String, String),
    /// It stood in this line already, of this file where several are read.
    Duplicate(usize, Option<String>),
    /// This is no state.
    NotAState(String),
    /// This cell may mean that it is done, or that it is not.
    Unclear(String),
    /// This is no share from 0 to 100.
    NotPercent(String),
    /// This is no date.
    NotADate(String),
    /// It is said to be done on a day that has not come.
    Future(NaiveDate),
    /// It is said to be done on a day before it was given.
    BeforeGiven(NaiveDate),
    /// The book knows that it was done on the first of the two days; it names a later one.
    LaterDay(NaiveDate, NaiveDate),
    /// It reports nothing, and asks for this deadline.
    AsksForDeadline(String),
    /// This cell is a formula without a value.
    Formula(String),
    /// It is said to be in this state, with a share that is another state's.
    StateAndPercent(AssignmentState, i64),
    /// It has a day on which it was done, and is said to be in this state.
    StateAndDay(AssignmentState),
    /// It is said to be done, without a result.
    NoReport,
    /// It is settled already: done, handed over or cancelled.
    Settled(AssignmentState),
    /// This is not for a unit to say.
    NotForUnits(AssignmentState),
    /// The book says more: this state, and so many per cent.
    Behind(AssignmentState, i64),
}

/// One thing that a row changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// From one state to another.
    State(AssignmentState, AssignmentState),
    /// From one share to another, in per cent.
    Percent(i64, i64),
    /// The result.
    Text(String),
    /// What hinders the unit.
    Difficulty(String),
    /// Number and date of the document that proves it.
    Evidence(String),
    /// The day on which it was done.
    DoneOn(NaiveDate),
}

/// One of the reports that a row may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The report.
    pub report: Report,
    /// What it changes.
    pub differences: Vec<Difference>,
}

/// A row that the secretary has to settle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The part that it is about.
    pub part: Assignment,
    /// Why it is not taken by itself.
    pub why: RowProblem,
    /// What it may be; none where only the secretary can complete it.
    pub readings: Vec<Reading>,
    /// What is understood of it.
    pub(crate) draft: Report,
}

/// What the secretary settled for a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Settled {
    /// It is left out.
    Out,
    /// The reading at this place of a question is taken.
    Taken(usize),
    /// It is this report.
    Mended(Report),
}

/// What was settled, by the places of the rows in the import.
pub type Settlements = BTreeMap<usize, Settled>;

/// The verdict on one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is a report on this part, and changes this.
    Changed(Box<Assignment>, Report, Vec<Difference>),
    /// The book says the same, or the unit wrote nothing.
    Same,
    /// Only the secretary can say what it means.
    Asked(Box<Question>),
    /// The row is left out.
    Problem(RowProblem),
}

/// One row of the table with its verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressLine {
    /// Its number in the file, from 1.
    pub line: usize,
    /// The code of the action, as far as it is known.
    pub code: String,
    /// The unit, as far as it is known.
    pub unit: String,
    /// The name of its file, where several are read.
    pub file: Option<String>,
    /// The later deadline that it asks for besides.
    pub asks: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
}

/// A table against the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressImport {
    /// Its rows, in the order of the file.
    pub lines: Vec<ProgressLine>,
    /// Cells that hold a formula whose value was taken.
    pub(crate) formulas: usize,
    /// Heads of columns that were not read.
    pub unread: Vec<String>,
    /// Rows that are read though their file hides them.
    pub hidden: usize,
    /// Where in its file it stood.
    pub origin: Origin,
}

impl Sheet {
    /// Returns the table of a file that is one of several.
    #[must_use]
    pub(crate) fn of_file(mut self, file: &str) -> Self {
        for line in &mut self.lines {
            line.file = Some(file.to_owned());
        }
        self
    }

    /// Returns the place of a file among several that cannot be read, for this reason.
    pub(crate) fn of_unread(file: &str, why: String) -> Self {
        let line = SheetLine {
            line: 0,
            key: None,
            code: file.to_owned(),
            unit: String::new(),
            said: Said::default(),
            doubt: Some(RowProblem::File(why)),
            later: None,
            file: None,
        };
        Self {
            lines: vec![line],
            ..Self::default()
        }
    }

    /// Adds the rows of another file.
    pub(crate) fn join(&mut self, other: Self) {
        self.lines.extend(other.lines);
        self.formulas += other.formulas;
        self.hidden += other.hidden;
        self.origin.hidden += other.origin.hidden;
        self.origin.others += other.origin.others;
        let new = other
            .unread
            .into_iter()
            .filter(|head| !self.unread.contains(head));
        let new: Vec<String> = new.collect();
        self.unread.extend(new);
    }

    /// Returns the actions and parts of the book that it names.
    pub fn wanted(&self) -> Wanted {
        Wanted {
            numbers: self
                .lines
                .iter()
                .filter_map(|line| number(&line.code))
                .collect(),
            parts: self
                .lines
                .iter()
                .filter_map(|line| Some(line.key?.assignment))
                .collect(),
        }
    }
}

impl ProgressLine {
    /// Returns the report that the row comes to, and its part, as it is settled; none for a row that changes nothing.
    pub fn report<'a>(
        &'a self,
        settled: Option<&'a Settled>,
    ) -> Option<(&'a Assignment, &'a Report)> {
        match (&self.verdict, settled) {
            (_, Some(Settled::Out))
            | (Verdict::Same | Verdict::Problem(_), _)
            | (Verdict::Asked(_), None) => None,
            (Verdict::Changed(part, _, _), Some(Settled::Mended(report))) => Some((part, report)),
            (Verdict::Changed(part, report, _), Some(Settled::Taken(_)) | None) => {
                Some((part, report))
            }
            (Verdict::Asked(question), Some(Settled::Mended(report))) => {
                Some((&question.part, report))
            }
            (Verdict::Asked(question), Some(Settled::Taken(place))) => {
                let reading = question.readings.get(*place)?;
                Some((&question.part, &reading.report))
            }
        }
    }
}

impl ProgressImport {
    /// Returns how many rows are reports, questions that nobody settled, the same, and left out.
    pub fn tally(&self, settled: &Settlements) -> [usize; 4] {
        let [mut reports, mut asked, mut same, mut without] = [0; 4];
        for (place, line) in self.lines.iter().enumerate() {
            let settled = settled.get(&place);
            let count = match (&line.verdict, settled) {
                (Verdict::Same, _) => &mut same,
                (Verdict::Asked(_), None) => &mut asked,
                (Verdict::Changed(..) | Verdict::Asked(_) | Verdict::Problem(_), _) => {
                    match line.report(settled) {
                        Some(_) => &mut reports,
                        None => &mut without,
                    }
                }
            };
            *count += 1;
        }
        [reports, asked, same, without]
    }
}

/// Returns the verdict on each row of a table; no row of the book is changed.
pub fn compare(sheet: &Sheet, table: &Table, lexicon: &Lexicon) -> ProgressImport {
    let book = known::Known::of(table, lexicon);
    let mut seen = BTreeMap::new();
    let lines = sheet.lines.iter().map(|line| book.judge(line, &mut seen));
    ProgressImport {
        lines: lines.collect(),
        formulas: sheet.formulas,
        unread: sheet.unread.clone(),
        hidden: sheet.hidden,
        origin: sheet.origin.clone(),
    }
}

/// Returns the changes that write down what the rows report, as they are settled.
pub fn changes(
    import: &ProgressImport,
    settled: &Settlements,
    now: Instant,
    ids: &Ids,
) -> Vec<Change> {
    let lines = import.lines.iter().enumerate();
    let reports = lines.filter_map(|(place, line)| line.report(settled.get(&place)));
    reports
        .filter_map(|(part, said)| report(part, None, said, ids.at(now)).ok())
        .flatten()
        .collect()
}
