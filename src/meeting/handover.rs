//! Handover: the open parts of a unit that ends go to its successor, or one part to another unit by hand.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cell::Id;
use super::change::{Change, Moment};
use super::code::AssignmentState;
use super::rows::{Action, Assignment, Extension, Lineage, Progress, Unit};
use crate::text::collate::sort_key;
use crate::text::dates::Instant;

/// A part that a unit still owes although it has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The part.
    pub part: Assignment,
    /// Number of its action.
    pub(crate) number: i64,
    /// The text of the action.
    pub(crate) text: String,
    /// What goes with it to the unit that takes it.
    pub stood: Stood,
}

/// What goes with a part that is handed over: its deadline, and when it was reported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stood {
    /// The deadline.
    pub(crate) due: Option<NaiveDate>,
    /// When its unit first reported in the series that runs.
    pub(crate) reported: Option<Instant>,
    /// The extensions that were granted to this part alone.
    pub(crate) extensions: Vec<Extension>,
}

/// The open parts of the units that have ended, and the units that may take them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Estate {
    /// The units of the book.
    pub units: Vec<Unit>,
    /// Which of them came out of which.
    pub lineage: Vec<Lineage>,
    /// The parts that they still owe, by the numbers of the actions.
    pub left: Vec<Left>,
    /// Every part of the same actions that a unit which goes on has.
    pub beside: Vec<Assignment>,
}

/// A unit that has ended, its open parts, and the units that can take them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passing<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// Those that followed it and still exist, by name; more than one where it was split, none where nobody followed.
    pub heirs: Vec<&'a Unit>,
    /// Its open parts.
    pub left: Vec<&'a Left>,
}

impl Passing<'_> {
    /// Says whether the user has to choose who takes its parts.
    pub fn is_split(&self) -> bool {
        self.heirs.len() > 1
    }
}

/// The chosen receivers of the parts of split units: for a whole unit, or for one part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Will {
    of_units: Vec<(Id<Unit>, Id<Unit>)>,
    of_parts: Vec<(Id<Assignment>, Id<Unit>)>,
}

impl Will {
    /// Leaves everything of a unit to one that followed it, whatever was said of its parts before.
    pub fn leave(&mut self, passing: &Passing, heir: Id<Unit>) {
        let id = passing.unit.id;
        self.of_units.retain(|(unit, _)| *unit != id);
        let parts = &passing.left;
        self.of_parts
            .retain(|(of, _)| parts.iter().all(|left| left.part.id != *of));
        self.of_units.push((id, heir));
    }

    /// Leaves one part to a unit, whatever becomes of the others.
    pub fn leave_part(&mut self, part: Id<Assignment>, heir: Id<Unit>) {
        self.of_parts.retain(|(of, _)| *of != part);
        self.of_parts.push((part, heir));
    }

    /// Returns who takes a part of a unit that has ended, once that is known.
    pub(crate) fn heir<'a>(&self, passing: &Passing<'a>, left: &Left) -> Option<&'a Unit> {
        let of_part = self.of_parts.iter().find(|(of, _)| *of == left.part.id);
        let of_part = of_part.map(|(_, heir)| *heir);
        let of_unit = self
            .of_units
            .iter()
            .find(|(unit, _)| *unit == passing.unit.id)
            .map(|(_, heir)| *heir);
        match (of_part.or(of_unit), passing.heirs.as_slice()) {
            (Some(heir), heirs) => heirs.iter().copied().find(|unit| unit.id == heir),
            (None, [only]) => Some(only),
            (None, _) => None,
        }
    }

    /// Says whether it is still to be said who takes something of a unit.
    pub(crate) fn is_open(&self, passing: &Passing) -> bool {
        let mut left = passing.left.iter();
        passing.is_split() && left.any(|left| self.heir(passing, left).is_none())
    }
}

/// A part that goes from one unit to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer<'a> {
    /// The part.
    pub part: &'a Assignment,
    /// Whose it was.
    pub from: &'a Unit,
    /// Whose it will be.
    pub to: &'a Unit,
    /// What goes with it.
    pub stood: &'a Stood,
}

/// How the book tells a handover on the two parts that it touches.
pub struct Telling<'a> {
    /// Of the part that went: to whom.
    pub gone: &'a dyn Fn(&Transfer) -> String,
    /// Of the part that took it: from whom, and how far they were.
    pub come: &'a dyn Fn(&[Transfer]) -> String,
}

/// Why one part is not handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandoverRefusal {
    /// Nothing is owed on it any more.
    Settled,
    /// It is that unit's already.
    Same,
}

/// Returns the units that have ended by a day and leave something: the split ones first, those that nobody followed last.
pub fn passings(estate: &Estate, day: NaiveDate) -> Vec<Passing<'_>> {
    let mut parts: BTreeMap<Id<Unit>, Vec<&Left>> = BTreeMap::new();
    for left in &estate.left {
        parts.entry(left.part.unit).or_default().push(left);
    }
    let ended = estate.units.iter().filter(|unit| has_ended(unit, day));
    let mut passings: Vec<Passing> = ended
        .filter_map(|unit| {
            Some(Passing {
                unit,
                heirs: heirs(estate, unit.id, day),
                left: parts.remove(&unit.id)?,
            })
        })
        .collect();
    passings.sort_by_cached_key(|passing| {
        let rank = match passing.heirs.len() {
            0 => 2,
            1 => 1,
            _ => 0,
        };
        (rank, sort_key(&passing.unit.name))
    });
    passings
}

/// Returns who followed a unit and still exists on a day, by name; where a successor has ended too, who followed that.
pub(crate) fn heirs(estate: &Estate, unit: Id<Unit>, day: NaiveDate) -> Vec<&Unit> {
    let mut found: Vec<&Unit> = Vec::new();
    let mut seen = vec![unit];
    let mut asked = vec![unit];
    while let Some(of) = asked.pop() {
        let followed = estate.lineage.iter().filter(|row| row.predecessor == of);
        for row in followed {
            let next = estate.units.iter().find(|unit| unit.id == row.successor);
            let Some(next) = next.filter(|next| !seen.contains(&next.id)) else {
                continue;
            };
            seen.push(next.id);
            if has_ended(next, day) {
                asked.push(next.id);
            } else {
                found.push(next);
            }
        }
    }
    found.sort_by_cached_key(|unit| sort_key(&unit.name));
    found
}

fn has_ended(unit: &Unit, day: NaiveDate) -> bool {
    unit.valid_to.is_some_and(|last| last < day)
}

/// Returns the transfers whose receiver is known.
pub fn transfers<'a>(passings: &[Passing<'a>], will: &Will) -> Vec<Transfer<'a>> {
    let of_one = |passing: &Passing<'a>| {
        let going = passing.left.iter().filter_map(|left| {
            Some(Transfer {
                part: &left.part,
                from: passing.unit,
                to: will.heir(passing, left)?,
                stood: &left.stood,
            })
        });
        going.collect::<Vec<_>>()
    };
    passings.iter().flat_map(of_one).collect()
}

/// Returns the changes that hand parts over: each stays where it was as handed over, and whoever takes it owes one part
/// of the action, as far on as the least far of those that came together, with the deadline of that one: nobody has
/// reported for the others.
pub fn hand_over(
    transfers: &[Transfer],
    beside: &[Assignment],
    telling: &Telling,
    moment: Moment,
) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut together: BTreeMap<(Id<Action>, Id<Unit>), Vec<Transfer>> = BTreeMap::new();
    for transfer in transfers {
        let part = transfer.part;
        changes.push(Change::edit(part, |part| {
            part.state = AssignmentState::HandedOver;
            part.handed_to = Some(transfer.to.id);
        }));
        let report = (telling.gone)(transfer);
        changes.push(tell(part.id, part.percent, report, moment));
        let key = (part.action, transfer.to.id);
        together.entry(key).or_default().push(*transfer);
    }
    for ((action, unit), came) in together {
        let own = beside
            .iter()
            .find(|part| part.action == action && part.unit == unit);
        changes.extend(take(&came, own, telling, moment));
    }
    changes
}

/// Returns the changes that hand one part over by hand.
pub fn one(
    transfer: Transfer,
    beside: &[Assignment],
    telling: &Telling,
    moment: Moment,
) -> Result<Vec<Change>, HandoverRefusal> {
    if transfer.from.id == transfer.to.id {
        Err(HandoverRefusal::Same)
    } else if transfer.part.state.is_open() {
        Ok(hand_over(&[transfer], beside, telling, moment))
    } else {
        Err(HandoverRefusal::Settled)
    }
}

/// Returns the changes by which a unit takes the parts of one action: its own part goes on, or it gets one.
fn take(
    came: &[Transfer],
    own: Option<&Assignment>,
    telling: &Telling,
    moment: Moment,
) -> Vec<Change> {
    let least_far = came
        .iter()
        .min_by_key(|transfer| (progress(transfer.part), transfer.stood.due));
    let (Some(first), Some(least_far)) = (came.first(), least_far) else {
        return Vec::new();
    };
    let open = own.filter(|own| own.state.is_open());
    let behind = open.filter(|own| progress(own) < progress(least_far.part));
    let part = behind.unwrap_or(least_far.part);
    let taken = Assignment {
        id: own.map_or_else(|| moment.ids.next(), |own| own.id),
        unit: first.to.id,
        result: part
            .result
            .clone()
            .or(own.and_then(|own| own.result.clone())),
        difficulty: part
            .difficulty
            .clone()
            .or(own.and_then(|own| own.difficulty.clone())),
        // Where all have stated their day, the last of these days is that of the whole.
        done_on: stated_by_all(came, open),
        handed_to: None,
        came: own.map_or(Some(true), |own| own.came),
        ..part.clone()
    };
    let mut changes = Vec::new();
    let (id, percent) = (taken.id, taken.percent);
    let is_reported = taken.state == AssignmentState::Reported;
    changes.push(match own {
        Some(own) => Change::edit(own, |part| *part = taken),
        None => Change::insert(taken),
    });
    if behind.is_none() {
        changes.extend(brought(least_far.stood, id, moment));
    }
    // All have reported: the whole was reported when the last of them did.
    let reported = came.iter().filter_map(|transfer| transfer.stood.reported);
    if let Some(at) = reported.max().filter(|_| is_reported && open.is_none()) {
        changes.push(Change::insert(Progress {
            at,
            state: AssignmentState::Reported,
            ..entry(id, percent, (telling.come)(came), moment)
        }));
    }
    changes.push(tell(id, percent, (telling.come)(came), moment));
    changes
}

/// Returns the changes by which a part brings its own extensions to the one that stands for it.
fn brought(stood: &Stood, part: Id<Assignment>, moment: Moment) -> impl Iterator<Item = Change> {
    stood.extensions.iter().map(move |later| {
        Change::insert(Extension {
            id: moment.ids.next(),
            part: Some(part),
            corrects: None,
            ..later.clone()
        })
    })
}

/// Returns the last of the days on which the parts that come together were done, if each of them has stated one.
fn stated_by_all(came: &[Transfer], own: Option<&Assignment>) -> Option<NaiveDate> {
    let parts = came.iter().map(|transfer| transfer.part).chain(own);
    let days: Option<Vec<NaiveDate>> = parts.map(|part| part.done_on).collect();
    days?.into_iter().max()
}

/// How far on a part is, among those that are still owed.
fn progress(part: &Assignment) -> (u8, i64) {
    let rank = match part.state {
        AssignmentState::NotStarted => 0,
        AssignmentState::Paused => 1,
        AssignmentState::InProgress => 2,
        AssignmentState::Reported => 3,
        AssignmentState::Done | AssignmentState::HandedOver | AssignmentState::Cancelled => 4,
    };
    (rank, part.percent)
}

/// The entry that tells of a handover; it is no report, so nobody was heard by it.
fn tell(part: Id<Assignment>, percent: i64, text: String, moment: Moment) -> Change {
    Change::insert(entry(part, percent, text, moment))
}

fn entry(part: Id<Assignment>, percent: i64, text: String, moment: Moment) -> Progress {
    Progress {
        id: moment.ids.next(),
        assignment: part,
        at: moment.now,
        state: AssignmentState::HandedOver,
        percent,
        text: Some(text),
        evidence: None,
        difficulty: None,
        accepted_by: None,
    }
}

/// One part that is handed over by hand, and to whom that can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Handing {
    pub(crate) part: Assignment,
    /// What goes with it.
    pub(crate) stood: Stood,
    /// Number of its action.
    pub(crate) number: i64,
    pub(crate) unit: Unit,
    /// Every part of the same action.
    pub(crate) beside: Vec<Assignment>,
    /// Who can take it: those that followed its unit first, then the roster in the order of the roll.
    pub(crate) heirs: Vec<Unit>,
    /// How many of them followed its unit.
    pub(crate) followed: usize,
}
