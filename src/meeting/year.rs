//! A year in numbers: attendance, speaking time, issues and actions, month by month and unit by unit.

use std::cmp::Reverse;

use chrono::{Datelike, TimeDelta};

use super::actions::figures::{Alike, Sums};
use super::cell::Id;
use super::roll_call::{Counts, Log};
use super::rows::Unit;
use super::turnout::{self, SeatRecord};

/// The figures of a month, a unit or the whole year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Meetings that were held; of a unit, those to which it was called.
    pub(crate) meetings: usize,
    /// How the units came; `roster` counts the seats that were called.
    pub counts: Counts,
    /// Turns to speak that were had.
    pub turns: usize,
    /// How long they were together.
    pub(crate) spoken: TimeDelta,
    /// Issues that were raised; of a unit, those that it raised alone or with others.
    pub raised: usize,
    /// Issues that were answered for the first time.
    pub answered: usize,
    /// How the parts stand that were given.
    pub parts: Sums,
}

/// A unit's line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitLine {
    /// Its name; nothing for delegations and guests together.
    pub(crate) name: Option<String>,
    /// The figures of its year; answers are not counted by unit.
    pub figures: Figures,
}

/// Turns that were had in a month by one unit, or by all who are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TurnFact {
    /// The month, from 1.
    pub(crate) month: usize,
    pub(crate) unit: Option<Id<Unit>>,
    pub(crate) turns: usize,
    /// How long they were together.
    pub(crate) spoken: TimeDelta,
}

/// Parts that the meetings of a month gave to one unit and that stand alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PartFact {
    /// The month, from 1.
    pub(crate) month: usize,
    pub(crate) unit: Id<Unit>,
    pub(crate) alike: Alike,
}

/// The facts of the book about a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The seats of units at the meetings that were held.
    pub(crate) seats: Vec<SeatRecord>,
    /// Who had the floor.
    pub(crate) turns: Vec<TurnFact>,
    /// Issues first raised, by month.
    pub(crate) raised: Vec<(usize, usize)>,
    /// Issues raised, by unit.
    pub(crate) raised_by: Vec<(Option<Id<Unit>>, usize)>,
    /// Issues first answered, by month.
    pub(crate) answered: Vec<(usize, usize)>,
    /// The parts that were given.
    pub(crate) parts: Vec<PartFact>,
    /// The names of the units that owe a part without having had a seat.
    pub(crate) names: Vec<(Id<Unit>, String)>,
}

/// A year: its months, its units and all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Yearbook {
    pub(crate) year: i32,
    /// Its twelve months.
    pub months: Vec<Figures>,
    /// All months together.
    pub total: Figures,
    /// The units, those that had the floor longest first; then whoever is no unit.
    pub units: Vec<UnitLine>,
}

impl Yearbook {
    /// Returns the figures of a year.
    pub fn new(year: i32, facts: &Facts) -> Self {
        let mut book = Self {
            year,
            months: vec![Figures::default(); 12],
            ..Self::default()
        };
        let mut meetings: Vec<_> = facts.seats.iter().map(|seat| &seat.meeting).collect();
        meetings.sort_by_key(|meeting| meeting.id);
        meetings.dedup_by_key(|meeting| meeting.id);
        for meeting in meetings {
            let month = meeting.starts.month() as usize;
            book.count(month, |figures| figures.meetings += 1);
        }
        for seat in &facts.seats {
            let (month, log) = (seat.meeting.starts.month() as usize, Log::of(&seat.events));
            book.count(month, |figures| figures.counts.add(&log));
        }
        for fact in &facts.turns {
            book.count(fact.month, |figures| {
                figures.turns += fact.turns;
                figures.spoken += fact.spoken;
            });
        }
        for (month, count) in &facts.raised {
            book.count(*month, |figures| figures.raised += count);
        }
        for (month, count) in &facts.answered {
            book.count(*month, |figures| figures.answered += count);
        }
        for fact in &facts.parts {
            book.count(fact.month, |figures| figures.parts.add(fact.alike));
        }
        book.units = units(year, facts);
        book
    }

    /// Counts something in its month and in the year.
    fn count(&mut self, month: usize, count: impl Fn(&mut Figures)) {
        let place = self.months.get_mut(month.wrapping_sub(1));
        place.into_iter().for_each(&count);
        count(&mut self.total);
    }
}

fn units(year: i32, facts: &Facts) -> Vec<UnitLine> {
    let mut lines: Vec<(Option<Id<Unit>>, UnitLine)> = turnout::year(year, &facts.seats)
        .units
        .into_iter()
        .map(|line| {
            let figures = Figures {
                meetings: line.counts.roster,
                counts: line.counts,
                ..Figures::default()
            };
            let name = Some(line.name);
            (Some(line.unit), UnitLine { name, figures })
        })
        .collect();
    let mut of = |unit: Option<Id<Unit>>, count: &dyn Fn(&mut Figures)| {
        let known = lines.iter().position(|(of, _)| *of == unit);
        let place = known.unwrap_or_else(|| {
            let named = facts.names.iter().find(|(of, _)| Some(*of) == unit);
            let line = UnitLine {
                name: named.map(|(_, name)| name.clone()),
                figures: Figures::default(),
            };
            lines.push((unit, line));
            lines.len() - 1
        });
        if let Some((_, line)) = lines.get_mut(place) {
            count(&mut line.figures);
        }
    };
    for fact in &facts.turns {
        of(fact.unit, &|figures| {
            figures.turns += fact.turns;
            figures.spoken += fact.spoken;
        });
    }
    for (unit, count) in &facts.raised_by {
        of(*unit, &|figures| figures.raised += count);
    }
    for fact in &facts.parts {
        of(Some(fact.unit), &|figures| figures.parts.add(fact.alike));
    }
    let mut lines: Vec<UnitLine> = lines.into_iter().map(|(_, line)| line).collect();
    lines.sort_by_key(|line| (line.name.is_none(), Reverse(line.figures.spoken)));
    lines
}
