//! The figures of the follow-up: how a part stands on a day, the sums of parts, and every figure with its formula.
//!
//! Every screen, paper, file and command counts with these (law 16). The conditions of `store/roll_up.rs` say the same of
//! rows of the book; a test holds them against this file. The formulas in words are in `words/figures.rs`.

use chrono::{Days, NaiveDate};

use crate::meeting::code::AssignmentState;

/// Days before its deadline from which a part is due soon (`guide/domain.md` §5.4).
pub(crate) const SOON: u64 = 3;

/// Returns the last day of a deadline that counts as near.
pub(crate) fn soon(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(SOON)).unwrap_or(today)
}

/// How a part stands on a day; of an action, how its most urgent part does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The unit owes it, and the deadline has passed.
    Overdue,
    /// The unit owes it, within a few days.
    DueSoon,
    /// The unit says that it is done; the office has not accepted it yet.
    Reported,
    /// The unit owes it, later or without a deadline.
    Open,
    /// The office has paused it.
    Paused,
    /// Done and accepted.
    Done,
    /// It counts no more: cancelled or handed over.
    Off,
}

impl Standing {
    /// Every standing, the most urgent first.
    pub const ALL: &[Self] = &[
        Self::Overdue,
        Self::DueSoon,
        Self::Reported,
        Self::Open,
        Self::Paused,
        Self::Done,
        Self::Off,
    ];

    /// Returns how a part stands; only what the unit is asked for can be overdue or due soon.
    pub fn of(state: AssignmentState, due: Option<NaiveDate>, today: NaiveDate) -> Self {
        match state {
            AssignmentState::NotStarted | AssignmentState::InProgress => match due {
                Some(due) if due < today => Self::Overdue,
                Some(due) if due <= soon(today) => Self::DueSoon,
                Some(_) | None => Self::Open,
            },
            AssignmentState::Reported => Self::Reported,
            AssignmentState::Paused => Self::Paused,
            AssignmentState::Done => Self::Done,
            AssignmentState::HandedOver | AssignmentState::Cancelled => Self::Off,
        }
    }

    /// Says whether the next move is the unit's.
    pub(crate) fn is_asked(self) -> bool {
        match self {
            Self::Overdue | Self::DueSoon | Self::Open => true,
            Self::Reported | Self::Paused | Self::Done | Self::Off => false,
        }
    }
}

/// Returns by how many days a part is late, or was when it was finished; nothing where it is not.
///
/// A debt grows every day; what was reported or done is as late as on the day on which it was finished.
pub(crate) fn days_late(
    state: AssignmentState,
    due: Option<NaiveDate>,
    done_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<i64> {
    let until = match state {
        AssignmentState::NotStarted | AssignmentState::InProgress => today,
        AssignmentState::Reported | AssignmentState::Done => done_on?,
        AssignmentState::Paused | AssignmentState::HandedOver | AssignmentState::Cancelled => {
            return None;
        }
    };
    let days = (until - due?).num_days();
    (days > 0).then_some(days)
}

/// How many parts stand how on a day. Those that were cancelled or handed over do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Owed by the unit after the deadline.
    pub overdue: usize,
    /// Owed by the unit, in time or without a deadline.
    pub in_time: usize,
    /// Of those in time, due within a few days.
    pub due_soon: usize,
    /// Waiting to be accepted.
    pub reported: usize,
    /// Paused by the office.
    pub paused: usize,
    /// Done and accepted.
    pub done: usize,
}

impl Parts {
    /// Returns how these parts stand together.
    pub fn of(standings: impl IntoIterator<Item = Standing>) -> Self {
        let mut parts = Self::default();
        for standing in standings {
            parts.add(standing, 1);
        }
        parts
    }

    /// Counts so many parts that stand alike.
    pub(crate) fn add(&mut self, standing: Standing, n: usize) {
        match standing {
            Standing::Overdue => self.overdue += n,
            Standing::DueSoon => {
                self.in_time += n;
                self.due_soon += n;
            }
            Standing::Open => self.in_time += n,
            Standing::Reported => self.reported += n,
            Standing::Paused => self.paused += n,
            Standing::Done => self.done += n,
            Standing::Off => {}
        }
    }

    /// Returns the two counts together.
    #[must_use]
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            overdue: self.overdue + other.overdue,
            in_time: self.in_time + other.in_time,
            due_soon: self.due_soon + other.due_soon,
            reported: self.reported + other.reported,
            paused: self.paused + other.paused,
            done: self.done + other.done,
        }
    }

    /// Returns the parts that count.
    pub fn total(self) -> usize {
        self.open() + self.done
    }

    /// Returns the parts that are not done: the unit owes them, they wait for the office, or it has paused them.
    pub fn open(self) -> usize {
        self.overdue + self.in_time + self.reported + self.paused
    }

    /// Returns the parts of which the unit has not said that they are done.
    pub(crate) fn not_reported(self) -> usize {
        self.overdue + self.in_time + self.paused
    }

    /// Returns the parts of which the unit has said that they are done, accepted or not.
    pub(crate) fn said_done(self) -> usize {
        self.reported + self.done
    }

    /// Says whether there is nothing to count.
    pub(crate) fn is_empty(self) -> bool {
        self.total() == 0
    }

    /// Returns how an action with these parts stands.
    pub fn standing(self) -> Standing {
        let first = [
            (self.overdue, Standing::Overdue),
            (self.due_soon, Standing::DueSoon),
            (self.in_time, Standing::Open),
            (self.reported, Standing::Reported),
            (self.paused, Standing::Paused),
            (self.done, Standing::Done),
        ];
        let mut counted = first.into_iter().filter(|(n, _)| *n > 0);
        counted.next().map_or(Standing::Off, |(_, first)| first)
    }
}

/// How parts stand on a day, with what lies behind the sums and beside them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// The parts that count.
    pub parts: Parts,
    /// Of the done ones, those that were finished after their deadline.
    pub done_late: usize,
    /// Of those that wait, those whose deadline has passed.
    pub(crate) reported_past: usize,
    /// In progress, and of these overdue.
    pub(crate) running: (usize, usize),
    /// Not started, and of these overdue.
    pub(crate) not_started: (usize, usize),
    pub(crate) cancelled: usize,
    /// Handed over to another unit, in whose row they count.
    pub(crate) handed_over: usize,
}

/// Parts that stand alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Alike {
    pub(crate) state: AssignmentState,
    pub(crate) standing: Standing,
    /// Whether the deadline was before the day that counts: that on which it was done, else today.
    pub(crate) is_past: bool,
    pub(crate) count: usize,
}

impl Sums {
    /// Counts parts that stand alike.
    pub(crate) fn add(&mut self, alike: Alike) {
        let n = alike.count;
        let past = if alike.is_past { n } else { 0 };
        self.parts.add(alike.standing, n);
        match alike.state {
            AssignmentState::NotStarted => {
                self.not_started.0 += n;
                self.not_started.1 += past;
            }
            AssignmentState::InProgress => {
                self.running.0 += n;
                self.running.1 += past;
            }
            AssignmentState::Reported => self.reported_past += past,
            AssignmentState::Done => self.done_late += past,
            AssignmentState::Paused => {}
            AssignmentState::HandedOver => self.handed_over += n,
            AssignmentState::Cancelled => self.cancelled += n,
        }
    }

    /// Returns the parts that were done by their deadline.
    pub fn done_in_time(self) -> usize {
        self.parts.done.saturating_sub(self.done_late)
    }

    /// Returns everything that was given, with what was cancelled or handed over since.
    pub(crate) fn given(self) -> usize {
        self.parts.total() + self.cancelled + self.handed_over
    }
}

/// A figure of the follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Phần việc: the parts that count.
    Parts,
    /// Chưa xong.
    Open,
    /// Quá hạn.
    Overdue,
    /// Trong hạn.
    InTime,
    /// Sắp đến hạn.
    DueSoon,
    /// Chờ xác nhận.
    Reported,
    /// Of those that wait, past the deadline.
    ReportedPast,
    /// Tạm dừng.
    Paused,
    /// Chưa báo cáo.
    NotReported,
    /// Hoàn thành.
    Done,
    /// Hoàn thành đúng hạn.
    DoneInTime,
    /// Hoàn thành trễ hạn.
    DoneLate,
    /// Hủy.
    Cancelled,
    /// Chuyển tiếp.
    HandedOver,
    /// Tỷ lệ hoàn thành.
    CompletionRate,
    /// Tỷ lệ báo cáo.
    ReportRate,
    /// Tỷ lệ đúng hạn.
    InTimeRate,
}

/// The value of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// So many.
    Count(usize),
    /// A part of a whole.
    Share(usize, usize),
}

impl Figure {
    /// Every figure, in the order in which they are told.
    pub const ALL: &[Self] = &[
        Self::Parts,
        Self::Open,
        Self::Overdue,
        Self::InTime,
        Self::DueSoon,
        Self::Reported,
        Self::ReportedPast,
        Self::Paused,
        Self::NotReported,
        Self::Done,
        Self::DoneInTime,
        Self::DoneLate,
        Self::CompletionRate,
        Self::ReportRate,
        Self::InTimeRate,
        Self::Cancelled,
        Self::HandedOver,
    ];

    /// Returns its value.
    pub fn of(self, sums: Sums) -> Measure {
        let parts = sums.parts;
        match self {
            Self::Parts => Measure::Count(parts.total()),
            Self::Open => Measure::Count(parts.open()),
            Self::Overdue => Measure::Count(parts.overdue),
            Self::InTime => Measure::Count(parts.in_time),
            Self::DueSoon => Measure::Count(parts.due_soon),
            Self::Reported => Measure::Count(parts.reported),
            Self::ReportedPast => Measure::Count(sums.reported_past),
            Self::Paused => Measure::Count(parts.paused),
            Self::NotReported => Measure::Count(parts.not_reported()),
            Self::Done => Measure::Count(parts.done),
            Self::DoneInTime => Measure::Count(sums.done_in_time()),
            Self::DoneLate => Measure::Count(sums.done_late),
            Self::Cancelled => Measure::Count(sums.cancelled),
            Self::HandedOver => Measure::Count(sums.handed_over),
            Self::CompletionRate => Measure::Share(parts.done, parts.total()),
            Self::ReportRate => Measure::Share(parts.said_done(), parts.total()),
            Self::InTimeRate => Measure::Share(sums.done_in_time(), parts.done),
        }
    }

    /// Returns the name of the field that holds it in a file for another program.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Parts => "assignments",
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::InTime => "in_time",
            Self::DueSoon => "due_soon",
            Self::Reported => "reported",
            Self::ReportedPast => "reported_past_deadline",
            Self::Paused => "paused",
            Self::NotReported => "not_reported",
            Self::Done => "done",
            Self::DoneInTime => "done_in_time",
            Self::DoneLate => "done_late",
            Self::Cancelled => "cancelled",
            Self::HandedOver => "handed_over",
            Self::CompletionRate => "completion_rate",
            Self::ReportRate => "report_rate",
            Self::InTimeRate => "in_time_rate",
        }
    }
}
