//! The register: every action of every meeting as a line, grouped and ordered, and one action whole.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::day_that_counts;
use super::figures::{Parts, Standing};
use crate::meeting::cell::Id;
use crate::meeting::code::AssignmentState;
use crate::meeting::filter::LineFilter;
use crate::meeting::page::{Page, Part};
use crate::meeting::rows::{
    Action, ActionSupport, Assignment, Extension, FocusArea, Meeting, Progress, Review, Unit,
};
use crate::text::dates::Instant;

/// The grouping of the register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Grouping {
    /// By nothing: one list.
    #[default]
    None,
    /// By the meeting an action comes from.
    Meeting,
    /// By focus area.
    Focus,
    /// By the unit that owes it, part by part.
    Unit,
    /// By how it stands today.
    Standing,
    /// By the month of its deadline.
    Deadline,
}

impl Grouping {
    /// Every grouping, in the order in which they are offered.
    pub(crate) const ALL: &[Self] = &[
        Self::None,
        Self::Meeting,
        Self::Focus,
        Self::Unit,
        Self::Standing,
        Self::Deadline,
    ];
}

/// The order of the lines of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// Open actions first, the nearest deadline at the top.
    #[default]
    Deadline,
    /// The newest first.
    Newest,
    /// Open actions first, the smallest share of done parts at the top.
    Progress,
    /// Open actions first, the longest time without a report at the top.
    Silence,
}

impl Order {
    /// Every order, as they are offered.
    pub(crate) const ALL: &[Self] = &[Self::Deadline, Self::Newest, Self::Progress, Self::Silence];
}

/// The cell of the heat map, or the unit, that the register was opened from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// Only those that this unit has a part in.
    pub unit: Option<Id<Unit>>,
    /// Only those under this focus area.
    pub focus: Option<Id<FocusArea>>,
}

/// A question to the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Where it was opened from.
    pub scope: Scope,
    /// Which actions.
    pub filter: LineFilter,
    /// The grouping.
    pub grouping: Grouping,
    /// The order.
    pub order: Order,
    /// The day.
    pub today: NaiveDate,
}

impl Query {
    /// Returns the whole register as it stands on a day.
    pub fn all(today: NaiveDate) -> Self {
        Self {
            scope: Scope::default(),
            filter: LineFilter::default(),
            grouping: Grouping::None,
            order: Order::Deadline,
            today,
        }
    }
}

/// The subject of a group of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupKey {
    /// Everything.
    All,
    /// A meeting, and its day.
    Meeting(Id<Meeting>, NaiveDate, String),
    /// A focus area, and its number.
    Focus(Id<FocusArea>, i64),
    /// A unit, and its name.
    Unit(Id<Unit>, String),
    /// A standing.
    Standing(Standing),
    /// A month, or no deadline at all.
    Deadline(Option<(i32, u32)>),
}

/// A group of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its subject.
    pub key: GroupKey,
    /// How many lines it has.
    pub lines: usize,
    /// How the open parts of its lines stand that the filter is about; what is done is not counted.
    pub open: Parts,
}

/// An action as a line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionLine {
    /// The action.
    pub action: Action,
    /// Number of its focus area.
    pub(crate) focus: i64,
    /// The deadline of the part that the line is about; of a whole action, the nearest of those that are owed.
    pub deadline: Option<NaiveDate>,
    /// Of a whole action, the last of the same deadlines: another one where its parts have several.
    pub latest: Option<NaiveDate>,
    /// How its parts stand together.
    pub roll_up: Parts,
    /// Name of the unit whose part the line is about.
    pub(crate) only_unit: Option<String>,
    /// The day of the meeting it comes from.
    pub(crate) meeting_day: NaiveDate,
    /// When a unit last reported on it.
    pub heard: Option<Instant>,
    /// Meetings that were held since it is overdue, three at most; of a line about one part, since that part is.
    pub(crate) missed: usize,
    /// The one part that the line is about: the unit's own, or the only one.
    pub(crate) part: Option<Assignment>,
    /// Place of its group.
    pub group: usize,
}

impl ActionLine {
    /// Returns how it stands on a day; of a line about one part, how the part stands.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        match &self.part {
            Some(part) => Standing::of(part.state, self.deadline, today),
            None => self.roll_up.standing(),
        }
    }
}

/// A part of the register: its groups, all of them, and some of its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The groups, in their order.
    pub groups: Vec<Group>,
    /// The lines.
    pub page: Page<ActionLine>,
}

impl Register {
    /// Returns which lines of each group a part of the whole list has: the group's place, lines before, lines at most.
    pub(crate) fn slices(groups: &[Group], part: Part) -> Vec<(usize, Part)> {
        let (mut before, mut slices) = (0, Vec::new());
        let end = part.from.saturating_add(part.most);
        for (place, group) in groups.iter().enumerate() {
            let (first, last) = (before.max(part.from), (before + group.lines).min(end));
            if first < last {
                let slice = Part {
                    from: first - before,
                    most: last - first,
                };
                slices.push((place, slice));
            }
            before += group.lines;
        }
        slices
    }
}

/// One unit's part of an action as a line of the list behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignmentLine {
    pub(crate) assignment: Assignment,
    /// Name of the unit.
    pub(crate) unit: String,
    /// The last report of the unit.
    pub(crate) report: Option<Progress>,
    /// Name of the unit that it was handed over to.
    pub(crate) handed_to: Option<String>,
    /// Its deadline, in force on the day that counts, or today.
    pub(crate) due: Option<NaiveDate>,
    /// The day on which the action was given.
    pub(crate) given: NaiveDate,
    /// When the unit first reported in the series that runs.
    pub(crate) first_reported: Option<Instant>,
}

impl AssignmentLine {
    /// Returns the last report of the unit itself; an entry that the part was handed over is no report.
    pub(crate) fn reported(&self) -> Option<&Progress> {
        let report = self.report.as_ref();
        report.filter(|report| report.state != AssignmentState::HandedOver)
    }

    /// Returns the day on which it was finished, of one that is reported or done.
    pub(crate) fn finished(&self) -> Option<NaiveDate> {
        day_that_counts(&self.assignment, self.first_reported)
    }

    /// Returns how it stands on a day.
    pub(crate) fn standing(&self, today: NaiveDate) -> Standing {
        Standing::of(self.assignment.state, self.due, today)
    }

    /// Returns when the unit last reported on it.
    pub(crate) fn heard(&self) -> Option<Instant> {
        self.reported().map(|report| report.at)
    }
}

impl ActionCard {
    /// Returns the name of the unit that an extension is for; nothing where it is for all of them.
    pub(crate) fn unit_of(&self, later: &Extension) -> Option<&str> {
        let mut parts = self.parts.iter();
        let part = parts.find(|part| later.part == Some(part.assignment.id))?;
        Some(&part.unit)
    }
}

/// An action whole: its origin, its parts with their states, and its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionCard {
    /// Its line.
    pub line: ActionLine,
    /// Title of the meeting it comes from.
    pub(crate) meeting: String,
    /// Whether the record of that meeting is signed.
    pub is_signed: bool,
    /// Title of the item under which it was assigned.
    pub(crate) item: Option<String>,
    /// Number and text of the issue that it resolves.
    pub(crate) issue: Option<(i64, String)>,
    /// The conclusion that it carries out.
    pub(crate) conclusion: Option<String>,
    pub(crate) supports: Vec<ActionSupport>,
    /// Its later deadlines, the oldest first.
    pub(crate) extensions: Vec<Extension>,
    /// The looks that somebody took at it between meetings, the oldest first.
    pub(crate) looks: Vec<Review>,
    /// Its parts, in the order in which they were given.
    pub(crate) parts: Vec<AssignmentLine>,
}
