//! The handover: each unit that has ended, its open lines and its heirs; the user picks the heirs of split units first.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::command::{Command, HandoverCommand};
use crate::app::effect::{Effect, Opening, done, gone};
use crate::app::keymap::Context;
use crate::app::list::Listing;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::{Offer, View};
use crate::meeting::actions::{code, day_that_counts};
use crate::meeting::cell::Id;
use crate::meeting::handover::{
    self, Estate, HandoverRefusal, Left, Passing, Telling, Transfer, Will, hand_over, passings,
    transfers,
};
use crate::meeting::roster::Summons;
use crate::meeting::rows::{Assignment, Unit};
use crate::store::Failure;
use crate::text::dates::short_date;
use crate::words::Words;

/// A handover that is being prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Handover {
    /// The day by which the units have ended.
    pub(crate) by: NaiveDate,
    /// The heirs chosen for the open lines of split units.
    pub(crate) will: Will,
    /// The place of the selected row.
    pub(crate) selected: usize,
    /// The unit whose parts are shown one by one.
    pub(crate) apart: Option<Id<Unit>>,
}

/// A line of the handover: a unit, or one of its parts.
pub(crate) enum Row<'a> {
    Unit(&'a Passing<'a>),
    Part(&'a Passing<'a>, &'a Left),
}

impl<'a> Row<'a> {
    fn passing(&self) -> &'a Passing<'a> {
        match self {
            Self::Unit(passing) | Self::Part(passing, _) => passing,
        }
    }
}

impl Screen for Handover {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Handover, Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Handover(command) = command else {
            return Vec::new();
        };
        let Some(estate) = self.estate(view) else {
            return gone(view.words);
        };
        let all = passings(estate, self.by);
        let rows = self.rows(&all);
        let last = rows.len().saturating_sub(1);
        let here = self.selected.min(last);
        match command {
            HandoverCommand::Cancel => vec![Effect::Back],
            HandoverCommand::Parts => self.show_parts(rows.get(here), &all),
            HandoverCommand::Leave(number) => match rows.get(here) {
                Some(row) => self.leave(row, number, &all, view),
                None => Vec::new(),
            },
            HandoverCommand::Take => self.take(estate, &all, view),
        }
    }

    fn listing(&mut self, view: &View) -> Option<Listing<'_>> {
        let all = passings(self.estate(view)?, self.by);
        let total = self.rows(&all).len();
        Some(Listing::new(&mut self.selected, total, PAGE + 1))
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        let cached = book.shelf.estate.as_ref();
        if cached.is_none_or(|(of, _)| *of != self.by) {
            book.shelf.estate = Some((self.by, book.store.estate(self.by)?));
        }
        let cached = book.shelf.estate.as_ref();
        if cached.is_none_or(|(_, estate)| estate.left.is_empty()) {
            let why = book.words.why_nothing_left();
            return Ok(vec![Effect::Close, Effect::Say(Status::warned(why))]);
        }
        Ok(Vec::new())
    }

    /// Returns the day of the handover for which receivers have been chosen.
    fn half_typed(&self) -> Option<String> {
        (self.will != Will::default()).then(|| short_date(self.by))
    }
}

impl Handover {
    /// Returns the handover of the open lines of units that have ended by a day.
    pub(crate) fn by(by: NaiveDate) -> Self {
        Self {
            by,
            will: Will::default(),
            selected: 0,
            apart: None,
        }
    }

    pub(crate) fn rows<'a>(&self, all: &'a [Passing<'a>]) -> Vec<Row<'a>> {
        let of_one = |passing: &'a Passing<'a>| {
            let is_apart = self.apart == Some(passing.unit.id);
            let parts = passing.left.iter().filter(move |_| is_apart);
            std::iter::once(Row::Unit(passing))
                .chain(parts.map(move |left| Row::Part(passing, left)))
        };
        all.iter().flat_map(of_one).collect()
    }

    pub(crate) fn estate<'a>(&self, view: &View<'a>) -> Option<&'a Estate> {
        let (by, estate) = view.shelf.estate.as_ref()?;
        (*by == self.by).then_some(estate)
    }

    fn go(&mut self, selected: usize) -> Vec<Effect> {
        self.selected = selected;
        Vec::new()
    }

    /// Shows the parts of a unit one by one, or hides them again.
    fn show_parts(&mut self, row: Option<&Row>, all: &[Passing]) -> Vec<Effect> {
        let unit = row.map(|row| row.passing().unit.id);
        self.apart = unit.filter(|unit| self.apart != Some(*unit));
        let place = all.iter().position(|passing| Some(passing.unit.id) == unit);
        self.go(place.unwrap_or(0))
    }

    /// Leaves the selected lines to one of the successors, and selects the next unit that has no heir yet.
    fn leave(&mut self, row: &Row, number: usize, all: &[Passing], view: &View) -> Vec<Effect> {
        let passing = row.passing();
        let heir = number.checked_sub(1).and_then(|n| passing.heirs.get(n));
        let Some(heir) = heir.filter(|_| passing.is_split()) else {
            return vec![Effect::Say(Status::warned(view.words.why_no_such_heir()))];
        };
        match row {
            Row::Unit(_) => {
                self.will.leave(passing, heir.id);
                let next = all.iter().position(|passing| self.will.is_open(passing));
                if let Some(next) = next {
                    self.apart = None;
                    self.selected = next;
                }
            }
            Row::Part(_, left) => {
                self.will.leave_part(left.part.id, heir.id);
                self.selected = (self.selected + 1).min(self.rows(all).len().saturating_sub(1));
            }
        }
        Vec::new()
    }

    /// Hands everything over, once each line has its heir.
    fn take(&mut self, estate: &Estate, all: &[Passing], view: &View) -> Vec<Effect> {
        let words = view.words;
        let open = all.iter().position(|passing| self.will.is_open(passing));
        if let Some((place, passing)) = open.and_then(|place| Some((place, all.get(place)?))) {
            (self.selected, self.apart) = (place, None);
            let names: Vec<&str> = passing
                .heirs
                .iter()
                .map(|heir| heir.name.as_str())
                .collect();
            let why = words.why_choose_heir(&passing.unit.name, &names.join(", "));
            return vec![Effect::Say(Status::warned(why))];
        }
        let going = transfers(all, &self.will);
        if going.is_empty() {
            return vec![Effect::Say(Status::warned(words.why_nobody_takes()))];
        }
        let label = words.told_estate(going.len(), units(&going));
        let changes = telling(words, |telling| {
            hand_over(&going, &estate.beside, telling, view.moment())
        });
        done(label, changes)
    }
}

/// Returns how many units leave something to others.
pub(crate) fn units(going: &[Transfer]) -> usize {
    let mut units: Vec<Id<Unit>> = going.iter().map(|transfer| transfer.from.id).collect();
    units.sort_unstable();
    units.dedup();
    units.len()
}

/// Offers the handover after a meeting was planned with a roster, where units that have ended by then still owe something.
pub(crate) fn offered(offer: &Offer, summons: &Summons, day: NaiveDate) -> Option<Effect> {
    let mut leaving = offer.leaving.iter();
    let is_left = leaving.any(|unit| {
        let goes_on = || summons.units.iter().any(|called| called.unit.id == unit.id);
        unit.valid_to.is_some_and(|last| last < day) && !goes_on()
    });
    is_left.then(|| Effect::Show(Opening::Handover(day)))
}

/// Hands one part over to the unit that was chosen.
pub(crate) fn one(part: Id<Assignment>, to: Id<Unit>, view: &View) -> Vec<Effect> {
    let (words, handing) = (view.words, view.shelf.handing.as_ref());
    let handing = handing.filter(|handing| handing.part.id == part);
    let heir = handing.and_then(|handing| {
        let mut heirs = handing.heirs.iter();
        Some((handing, heirs.find(|unit| unit.id == to)?))
    });
    let Some((handing, to)) = heir else {
        return gone(words);
    };
    let from = &handing.unit;
    let transfer = Transfer {
        part: &handing.part,
        from,
        to,
        stood: &handing.stood,
    };
    let changes = telling(words, |telling| {
        handover::one(transfer, &handing.beside, telling, view.moment())
    });
    let refuse = |why: String| vec![Effect::Close, Effect::Say(Status::warned(why))];
    match changes {
        Ok(changes) => {
            let sentence = words.told_handed_over(&named(from, to, words), &named(to, from, words));
            done(words.part_of(&code(handing.number), &sentence), changes)
        }
        Err(HandoverRefusal::Settled) => refuse(words.why_settled(&from.name)),
        Err(HandoverRefusal::Same) => refuse(words.why_own_part(&from.name)),
    }
}

/// Calls `make` with the sentences of the handover in the language of the screen.
fn telling<T>(words: Words, make: impl FnOnce(&Telling) -> T) -> T {
    make(&Telling {
        gone: &|transfer| {
            let to = named(transfer.to, transfer.from, words);
            words.part_gone(&to, &so_far(transfer, words))
        },
        come: &|came| {
            let names = came.iter().map(|transfer| stood(transfer, words));
            words.part_came(&names.collect::<Vec<_>>().join(", "))
        },
    })
}

/// The unit that had the part before, and the state of the part there.
fn stood(transfer: &Transfer, words: Words) -> String {
    let name = named(transfer.from, transfer.to, words);
    words.part_stood(&name, &so_far(transfer, words))
}

/// How far a part was when it was handed over: its state, and its share or the day of its report.
fn so_far(transfer: &Transfer, words: Words) -> String {
    let (part, stood) = (transfer.part, transfer.stood);
    let state = words.assignment_state(part.state);
    let finished = day_that_counts(part, stood.reported);
    match (finished, part.percent) {
        (Some(day), _) => format!("{state} {}", short_date(day)),
        (None, 0) => state.to_owned(),
        (None, percent) => format!("{state} {percent}%"),
    }
}

/// Returns the name of a unit; where the other one has it too, the last day of the one that ended tells them apart.
pub(crate) fn named(unit: &Unit, other: &Unit, words: Words) -> String {
    match unit.valid_to {
        Some(last) if unit.name == other.name => words.unit_until(&unit.name, &short_date(last)),
        Some(_) | None => unit.name.clone(),
    }
}

/// Lines that a page key goes.
pub(crate) const PAGE: usize = 8;
