//! The follow-up table: every unit's part of an action as a row, its figures, and the totals above it.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};

use super::figures::{Alike, Standing, Sums, days_late};
use super::register::Grouping;
use super::{InForce, day_that_counts, deadline_on, first_reported};
use crate::meeting::cell::Id;
use crate::meeting::code::{AssignmentState, UnitKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::{Action, Assignment, Extension, Issuer, Unit};
use crate::text::collate::sort_key;
use crate::text::dates::Instant;

/// The actions that were asked for, each with those of its parts that were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The day on which everything is looked at.
    pub(crate) today: NaiveDate,
    /// The grouping of the rows.
    pub(crate) grouping: Grouping,
    /// The body that follows them up.
    pub(crate) issuer: Option<Issuer>,
    /// The actions, in the order that was asked for.
    pub actions: Vec<Tracked>,
}

/// An action with everything that a follow-up sheet says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tracked {
    /// The action.
    pub action: Action,
    /// Number of its focus area.
    pub(crate) focus: i64,
    /// Short name of its focus area.
    pub(crate) area: String,
    /// The day of the meeting it comes from.
    pub(crate) meeting_day: NaiveDate,
    /// Title of the meeting it comes from.
    pub(crate) meeting: String,
    pub(crate) supports: Vec<String>,
    /// Its later deadlines, the oldest first.
    pub(crate) extensions: Vec<Extension>,
    /// Its parts, in the order in which they were given.
    pub parts: Vec<TrackedPart>,
}

impl Tracked {
    /// Returns an action of a meeting with its parts as the meeting knows them; nobody counts the meetings since.
    pub(crate) fn of(action: &Action, dossier: &Dossier) -> Self {
        let own = dossier.extensions.iter();
        let mut extensions: Vec<Extension> = own
            .filter(|later| later.action == action.id)
            .cloned()
            .collect();
        extensions.sort_by_key(|later| (later.at, later.id));
        let entries = |part: Id<Assignment>| {
            let all = dossier.progress.iter();
            first_reported(all.filter(move |entry| entry.assignment == part))
        };
        let area = dossier.focus.get(action.focus);
        let name = |unit: Id<Unit>| {
            let mut seats = dossier.seats.iter();
            let seat = seats.find(|seat| seat.unit == Some(unit));
            seat.map(|seat| seat.name.clone())
        };
        let parts = dossier.assignments.iter();
        let parts = parts.filter(|part| part.action == action.id);
        Self {
            focus: area.map_or(0, |area| area.number),
            area: area.map_or_else(String::new, |area| area.short_vi.clone()),
            meeting_day: dossier.meeting.starts.date_naive(),
            meeting: dossier.meeting.title.clone(),
            supports: Vec::new(),
            extensions,
            parts: parts
                .map(|part| TrackedPart {
                    unit: name(part.unit).unwrap_or_default(),
                    kind: UnitKind::Ward,
                    handed_to: part.handed_to.and_then(name),
                    missed: 0,
                    heard: None,
                    reported: entries(part.id),
                    evidence: None,
                    assignment: part.clone(),
                })
                .collect(),
            action: action.clone(),
        }
    }

    /// Returns the name of the unit that an extension is for; nothing where it is for all of them.
    pub(crate) fn unit_of(&self, later: &Extension) -> Option<&str> {
        let mut parts = self.parts.iter();
        let part = parts.find(|part| later.part == Some(part.assignment.id))?;
        Some(&part.unit)
    }

    /// Returns its own deadline in force, that of every part to which nobody gave another one.
    pub(crate) fn own_deadline(&self) -> InForce<'_> {
        deadline_on(self.action.deadline, &self.extensions, None, None)
    }

    /// Returns the nearest and the latest deadline of its parts that are asked for, else of those that are owed, else of
    /// all; they differ where one unit was given another day.
    pub(crate) fn deadlines(&self, today: NaiveDate) -> (InForce<'_>, InForce<'_>) {
        let rows = self.rows(today);
        let rank = |row: &Row| match (row.is_asked_for(), row.state().is_open()) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        };
        let first = rows.iter().map(rank).min();
        let terms = rows.iter().filter(|row| Some(rank(row)) == first);
        let mut terms: Vec<InForce> = terms.map(Row::deadline).collect();
        terms.sort_by_key(|term| term.day);
        let own = || self.own_deadline();
        (
            terms.first().copied().unwrap_or_else(own),
            terms.last().copied().unwrap_or_else(own),
        )
    }
}

/// One unit's part of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackedPart {
    /// The assignment.
    pub assignment: Assignment,
    /// Name of the unit.
    pub unit: String,
    /// The kind of body of the unit.
    pub(crate) kind: UnitKind,
    /// Name of the unit that it was handed over to.
    pub(crate) handed_to: Option<String>,
    /// Meetings that were held since it is overdue, three at most.
    pub(crate) missed: usize,
    /// When the unit last reported.
    pub(crate) heard: Option<Instant>,
    /// When it first reported in the series that runs.
    pub(crate) reported: Option<Instant>,
    /// Number and date of the document that proves it, the last that was named.
    pub evidence: Option<String>,
}

/// A row of the table: an action and one part of it, or an action that no unit was given.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The action.
    pub of: &'a Tracked,
    /// The part.
    pub part: Option<&'a TrackedPart>,
    today: NaiveDate,
}

/// The state that a colour of the table shows (`guide/domain.md` §6.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Hoàn thành.
    Done,
    /// Đang thực hiện.
    Running,
    /// Sắp đến hạn.
    Soon,
    /// Quá hạn.
    Overdue,
    /// Chưa thực hiện.
    NotStarted,
    /// Chờ xác nhận.
    Reported,
}

impl Mark {
    pub(crate) const ALL: &[Self] = &[
        Self::Done,
        Self::Running,
        Self::Soon,
        Self::Overdue,
        Self::NotStarted,
        Self::Reported,
    ];

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Done => "HT",
            Self::Running => "ĐTH",
            Self::Soon => "SĐH",
            Self::Overdue => "QH",
            Self::NotStarted => "CTH",
            Self::Reported => "CXN",
        }
    }
}

impl Table {
    /// Returns the rows, one for each part, in the order of their groups.
    pub fn rows(&self) -> Vec<Row<'_>> {
        let mut rows: Vec<Row> = self
            .actions
            .iter()
            .flat_map(|of| of.rows(self.today))
            .collect();
        match self.grouping {
            Grouping::None => {}
            Grouping::Meeting => rows.sort_by_key(|row| std::cmp::Reverse(row.of.meeting_day)),
            Grouping::Focus => rows.sort_by_key(|row| row.of.focus),
            Grouping::Unit => rows.sort_by_cached_key(|row| sort_key(row.unit().unwrap_or(""))),
            Grouping::Standing => rows.sort_by_key(Row::standing),
            Grouping::Deadline => rows.sort_by(|one, other| by_month(one.due(), other.due())),
        }
        rows
    }

    /// Returns how all its rows stand together.
    pub fn sums(&self) -> Sums {
        let mut sums = Sums::default();
        for row in self.actions.iter().flat_map(|of| of.rows(self.today)) {
            sums.add(row.alike());
        }
        sums
    }

    /// Returns the name of the one unit that all rows are about, if it is only one.
    pub(crate) fn only_unit(&self) -> Option<&TrackedPart> {
        let mut parts = self.actions.iter().flat_map(|of| &of.parts);
        let first = parts.next()?;
        parts
            .all(|part| part.assignment.unit == first.assignment.unit)
            .then_some(first)
    }
}

fn by_month(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Ordering {
    let month = |day: Option<NaiveDate>| (day.is_none(), day.map(|day| (day.year(), day.month())));
    month(one).cmp(&month(other))
}

impl Tracked {
    /// Returns its rows on a day: one for each part, or one without any.
    pub(crate) fn rows(&self, today: NaiveDate) -> Vec<Row<'_>> {
        let row = |part| Row {
            of: self,
            part,
            today,
        };
        if self.parts.is_empty() {
            return vec![row(None)];
        }
        self.parts.iter().map(Some).map(row).collect()
    }
}

impl<'a> Row<'a> {
    /// Returns the name of the unit that owes it.
    pub fn unit(&self) -> Option<&str> {
        self.part.map(|part| part.unit.as_str())
    }

    /// Returns the deadline of the part: in force on the day that counts, or today.
    pub(crate) fn deadline(&self) -> InForce<'a> {
        let of = self.of;
        let part = self.part.map(|part| part.assignment.id);
        deadline_on(of.action.deadline, &of.extensions, part, self.finished())
    }

    /// Returns the day of the deadline of the part.
    pub fn due(&self) -> Option<NaiveDate> {
        self.deadline().day
    }

    /// Returns the words of the deadline of the part.
    pub(crate) fn due_words(&self) -> Option<&'a str> {
        self.deadline().words(&self.of.action)
    }

    /// Returns the day on which the part was finished, of one that is reported or done.
    pub fn finished(&self) -> Option<NaiveDate> {
        let part = self.part?;
        day_that_counts(&part.assignment, part.reported)
    }

    /// Returns the state of the part; an action without parts is not started.
    pub(crate) fn state(&self) -> AssignmentState {
        self.part
            .map_or(AssignmentState::NotStarted, |part| part.assignment.state)
    }

    /// Returns how it stands.
    pub(crate) fn standing(&self) -> Standing {
        Standing::of(self.state(), self.due(), self.today)
    }

    /// Returns by how many days it is late, or was when it was finished; nothing where it is not.
    pub(crate) fn days_late(&self) -> Option<i64> {
        days_late(self.state(), self.due(), self.finished(), self.today)
    }

    /// Says whether the unit is asked for it: it owes it still, has not reported that it is done, and nobody has paused it.
    pub(crate) fn is_asked_for(&self) -> bool {
        self.standing().is_asked()
    }

    /// Returns by how many days what the unit is asked for is late; nothing where it is not.
    pub(crate) fn days_asked_late(&self) -> Option<i64> {
        self.days_late().filter(|_| self.is_asked_for())
    }

    /// Says whether the unit is asked for it after its deadline.
    pub(crate) fn is_overdue(&self) -> bool {
        self.standing() == Standing::Overdue
    }

    /// Returns it as it is counted.
    fn alike(&self) -> Alike {
        let state = self.state();
        let day = match state {
            AssignmentState::Done => self.finished(),
            AssignmentState::NotStarted
            | AssignmentState::InProgress
            | AssignmentState::Reported
            | AssignmentState::Paused
            | AssignmentState::HandedOver
            | AssignmentState::Cancelled => Some(self.today),
        };
        Alike {
            state,
            standing: self.standing(),
            is_past: self.due().zip(day).is_some_and(|(due, day)| due < day),
            count: 1,
        }
    }

    /// Returns the letters and the colour that it has, if it has any.
    pub(crate) fn mark(&self) -> Option<Mark> {
        match (self.standing(), self.state()) {
            (Standing::Done, _) => Some(Mark::Done),
            (Standing::Overdue, _) => Some(Mark::Overdue),
            (Standing::DueSoon, _) => Some(Mark::Soon),
            (Standing::Reported, _) => Some(Mark::Reported),
            (Standing::Paused | Standing::Off, _) => None,
            (Standing::Open, AssignmentState::NotStarted) => Some(Mark::NotStarted),
            (Standing::Open, _) => Some(Mark::Running),
        }
    }

    /// Returns what hinders the unit.
    pub(crate) fn difficulty(&self) -> Option<&str> {
        self.part?.assignment.difficulty.as_deref()
    }

    /// Returns the result that the unit reported.
    pub(crate) fn result(&self) -> Option<&str> {
        self.part?.assignment.result.as_deref()
    }

    /// Returns the key that a sheet carries, so that its row is recognised however the sheet was sorted.
    pub(crate) fn key(&self) -> Option<Key> {
        let part = self.part?;
        Some(Key {
            assignment: part.assignment.id,
            assigned: self.of.action.at.timestamp(),
            print: Some(part.said().print()),
        })
    }
}

impl TrackedPart {
    /// Returns the facts of the book in the form of a row of a sheet.
    pub(crate) fn said(&self) -> Said {
        let assignment = &self.assignment;
        Said {
            state: Some(assignment.state),
            percent: Some(assignment.percent),
            text: assignment.result.as_deref().map(plain),
            difficulty: assignment.difficulty.as_deref().map(plain),
            evidence: self.evidence.as_deref().map(plain),
            done_on: assignment.done_on,
        }
    }
}

/// The facts of a row of a sheet about a part; an empty cell is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) state: Option<AssignmentState>,
    /// Per cent done.
    pub(crate) percent: Option<i64>,
    /// The result.
    pub(crate) text: Option<String>,
    /// What hinders the unit.
    pub(crate) difficulty: Option<String>,
    /// Number and date of the document that proves it.
    pub(crate) evidence: Option<String>,
    /// The day on which it was done.
    pub(crate) done_on: Option<NaiveDate>,
}

impl Said {
    /// Returns a number that another saying hardly has (FNV-1a, the same on every machine).
    pub(crate) fn print(&self) -> u32 {
        let said = format!(
            "{}|{}|{}|{}|{}",
            self.state.map_or("", AssignmentState::code),
            shown_percent(self.state, self.percent).unwrap_or_default(),
            self.text.as_deref().unwrap_or_default(),
            self.evidence.as_deref().unwrap_or_default(),
            self.done_on.map(|day| day.to_string()).unwrap_or_default(),
        );
        // A row without a difficulty has the number that sheets of earlier books carry.
        let said = match &self.difficulty {
            Some(difficulty) => format!("{said}|{difficulty}"),
            None => said,
        };
        said.bytes().fold(0x811c_9dc5, |print, byte| {
            (print ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    }
}

/// Returns the share that a sheet shows: none where the state says it all.
pub(crate) fn shown_percent(state: Option<AssignmentState>, percent: Option<i64>) -> Option<i64> {
    match state {
        Some(AssignmentState::Done | AssignmentState::NotStarted) => None,
        Some(AssignmentState::Reported) => percent.filter(|percent| (1..100).contains(percent)),
        Some(
            AssignmentState::InProgress
            | AssignmentState::Paused
            | AssignmentState::HandedOver
            | AssignmentState::Cancelled,
        )
        | None => percent.filter(|percent| *percent > 0),
    }
}

/// Returns a text as a cell gives it back: on one line, with single spaces.
pub(crate) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The key of a row of a sheet: the assignment, its book, and a checksum of the row as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) assignment: Id<Assignment>,
    /// When its action was assigned, in seconds: another book has another.
    pub(crate) assigned: i64,
    /// Checksum of the row when it was written ([`Said::print`]).
    pub(crate) print: Option<u32>,
}

impl Key {
    /// Returns it as a sheet carries it; no spreadsheet takes it for a number or a day.
    pub(crate) fn shown(self) -> String {
        let print = self.print.unwrap_or_default();
        let parts = [self.assignment.number(), self.assigned, i64::from(print)];
        format!("K{}", parts.map(base36).join("-"))
    }

    pub(crate) fn read(text: &str) -> Option<Self> {
        let rest = text.trim().strip_prefix(['K', 'k'])?;
        let parts: Vec<i64> = rest
            .split('-')
            .map(|part| i64::from_str_radix(part, 36).ok())
            .collect::<Option<_>>()?;
        let [assignment, assigned, print] = parts[..] else {
            return None;
        };
        Some(Self {
            assignment: Id::of(assignment),
            assigned,
            print: u32::try_from(print).ok(),
        })
    }
}

fn base36(number: i64) -> String {
    let mut rest = number.unsigned_abs();
    let mut digits = Vec::new();
    loop {
        let digit = u32::try_from(rest % 36).unwrap_or_default();
        digits.push(char::from_digit(digit, 36).unwrap_or('0'));
        rest /= 36;
        if rest == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}
