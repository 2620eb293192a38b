//! The review of earlier actions: an item of the agenda goes through those that are open or were settled since the last
//! meeting.

use chrono::NaiveDate;

use super::actions::{AssignmentLine, Parts, Standing};
use super::agenda::Matter;
use super::cell::Id;
use super::code::{AssignmentState, ItemKind};
use super::rows::{Action, Assignment, FocusArea, Meeting};

/// The title of the item that reviews the actions of earlier meetings.
pub const TITLE: &str = "Kiểm điểm việc thực hiện kết luận kỳ trước";

/// Planned minutes of the review; an agenda that gets one takes them from its longest discussion.
const MINUTES: i64 = 10;

/// Counts of the open parts and waiting issues of the whole book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outstanding {
    /// Whether any action was ever assigned.
    pub has_given: bool,
    /// How the open parts stand; those that are done are not counted.
    pub parts: Parts,
    /// Of the open ones, those of units that have ended.
    pub left: usize,
    /// Issues that nobody has answered.
    pub unanswered: usize,
}

/// An action as it is reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reviewed {
    pub(crate) action: Action,
    pub(crate) area: FocusArea,
    /// The deadline in force.
    pub(crate) deadline: Option<NaiveDate>,
    /// How its parts stand together.
    pub(crate) sum: Parts,
    /// The parts that are still owed or were settled since the last meeting, in the order in which they were given.
    pub(crate) parts: Vec<AssignmentLine>,
}

impl Reviewed {
    /// Returns the names of those whose move is next: they have not reported, and nobody has paused their part.
    pub(crate) fn owing(&self, today: NaiveDate) -> Vec<&str> {
        self.units_where(|state| Standing::of(state, None, today).is_asked())
    }

    /// Returns the names of those whose part the office has paused.
    pub(crate) fn paused(&self) -> Vec<&str> {
        self.units_where(|state| state == AssignmentState::Paused)
    }

    /// Returns the names of those who have reported and wait for acceptance.
    pub(crate) fn waiting(&self) -> Vec<&str> {
        self.units_where(|state| state == AssignmentState::Reported)
    }

    fn units_where(&self, is_meant: impl Fn(AssignmentState) -> bool) -> Vec<&str> {
        let parts = self.parts.iter();
        parts
            .filter(|line| is_meant(line.assignment.state))
            .map(|line| line.unit.as_str())
            .collect()
    }
}

/// The review at a meeting: actions of earlier meetings that are open, or were settled since the last one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Retrospect {
    /// The meeting at which it is reviewed.
    pub(crate) meeting: Id<Meeting>,
    /// The day of the last meeting before.
    pub(crate) since: Option<NaiveDate>,
    /// The actions by focus area, the most urgent of each first.
    pub(crate) lines: Vec<Reviewed>,
    /// Open actions for which there was no room.
    pub(crate) beyond: usize,
}

impl Retrospect {
    /// Returns the actions focus area by focus area.
    pub(crate) fn by_area(&self) -> impl Iterator<Item = &[Reviewed]> {
        self.lines
            .chunk_by(|one, other| one.area.id == other.area.id)
    }
}

/// Puts actions in the order in which they are reviewed.
pub(crate) fn in_order(lines: &mut [Reviewed]) {
    lines.sort_by_key(|line| {
        (
            (line.area.number, line.area.id),
            (line.sum.standing(), line.deadline.is_none(), line.deadline),
            line.action.number,
        )
    });
}

/// Returns how the parts of actions stand together.
pub(crate) fn sum(lines: &[Reviewed]) -> Parts {
    let sums = lines.iter().map(|line| line.sum);
    sums.fold(Parts::default(), Parts::plus)
}

/// Adds the review to an agenda without one: after the opening, in time taken from the longest discussion.
pub(crate) fn with_item(items: &mut Vec<Matter>) {
    if items.iter().any(|item| item.kind == ItemKind::Review) {
        return;
    }
    if let Some(giver) = giver(items).filter(|item| item.minutes >= 3 * MINUTES) {
        giver.minutes -= MINUTES;
    }
    let opening = items.iter().position(|item| item.kind == ItemKind::Opening);
    let place = opening.map_or(0, |opening| opening + 1);
    let review = Matter {
        title: TITLE.to_owned(),
        kind: ItemKind::Review,
        minutes: MINUTES,
        presenter: None,
        prepare: None,
    };
    items.insert(place, review);
}

/// Takes the review out of an agenda where there is nothing to look back on; its time goes back to the discussion.
pub(crate) fn without_item(items: &mut Vec<Matter>) {
    let reviews = items.iter().filter(|item| item.kind == ItemKind::Review);
    let minutes: i64 = reviews.map(|item| item.minutes).sum();
    items.retain(|item| item.kind != ItemKind::Review);
    if let Some(giver) = giver(items) {
        giver.minutes += minutes;
    }
}

/// The discussion that gives time to the review and takes it back.
fn giver(items: &mut [Matter]) -> Option<&mut Matter> {
    let discussions = items.iter_mut();
    discussions
        .filter(|item| item.kind == ItemKind::Discussion)
        .max_by_key(|item| item.minutes)
}

/// Returns the place of the first part that is still owed from a place on, round the end.
pub(crate) fn next_owed(parts: &[AssignmentLine], from: usize) -> Option<usize> {
    let is_owed = |place: &usize| {
        let part = parts.get(*place).map(|line| &line.assignment);
        part.is_some_and(|part: &Assignment| part.state.is_open())
    };
    (from..parts.len())
        .chain(0..from.min(parts.len()))
        .find(is_owed)
}
