//! F3 Điểm danh: who came; letters find a unit, digits mark it, the cursor goes on to the next one unmarked.

pub(crate) mod card;
pub(crate) mod choices;
pub(crate) mod forms;
pub(crate) mod marks;
mod tones;

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, EditCommand, ListCommand, RollCallCommand, ScreenId};
use crate::app::effect::{Effect, Opening, writes};
use crate::app::finder;
use crate::app::form::Form;
use crate::app::keymap::Context;
use crate::app::questions::Questions;
use crate::app::roll_call::forms::RollCallForm;
use crate::app::roll_call::marks::{count, mark_rest, mark_rest_secretary, moves_on, run_on_seat};
use crate::app::roll_call::tones::Outside;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::code::SeatGroup;
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Standing};
use crate::meeting::rows::Seat;
use crate::store::Failure;
use crate::text::find::{Fit, best, fit};
use crate::text::finder::Finder;
use crate::text::width::width as text_width;

/// Where the user is in the roll.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct RollCall {
    /// The seat under the cursor.
    pub(crate) seat: Option<Id<Seat>>,
    /// Whether the other delegates are shown.
    pub(crate) others: bool,
    /// The search for a unit.
    pub(crate) query: Finder,
    /// Whether an arrow has settled which of several matches is meant.
    pub(crate) settled: bool,
    /// Where the cursor was before anything was typed.
    pub(crate) origin: Option<Id<Seat>>,
    /// The cursor of the list that is not shown: the roster, or the other delegates.
    pub(crate) away: Option<Id<Seat>>,
    /// Letters that were deleted just now; an input method writes them anew with a tone.
    #[serde(skip)]
    deleted: String,
    /// Letters that an input method is about to write once more behind a tone that was a mark.
    #[serde(skip)]
    echoed: String,
    /// What the typed keys have told of the input method of the system.
    #[serde(skip)]
    outside: Outside,
}

impl Screen for RollCall {
    fn contexts(&self) -> &'static [Context] {
        // The marks are for wards; a digit on another delegation is a number of people.
        if self.others {
            return &[Context::Delegations, Context::List, Context::Text];
        }
        &[
            Context::Screen(ScreenId::RollCall),
            Context::List,
            Context::Text,
        ]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::RollCall(command) = command else {
            return Vec::new();
        };
        let Some(dossier) = view.dossier else {
            return vec![Effect::Say(Status::warned(view.words.why_no_meeting()))];
        };
        let is_typed = |digit: &char| {
            self.takes_digit(*digit, dossier) || self.takes_tone(*digit, dossier, view)
        };
        if let Some(digit) = view.typed_char().filter(is_typed) {
            return self.edit(EditCommand::Type(digit), view);
        }
        if let Some(digit) = view.typed_char() {
            self.learn_from_digit(digit);
        }
        match command {
            RollCallCommand::LeaveSearch => {
                // Several candidates are none: the cursor goes back to where it was.
                if self.matches(dossier).len() > 1 && !self.settled {
                    self.seat = self.origin.or(self.seat);
                }
                self.query = Finder::default();
                Vec::new()
            }
            RollCallCommand::Others => {
                self.turn_to(!self.others);
                Vec::new()
            }
            RollCallCommand::Report => vec![Effect::Show(Opening::Roll)],
            RollCallCommand::Year => vec![Effect::Go(ScreenId::Turnout)],
            RollCallCommand::Add => {
                self.others = true;
                vec![Effect::Fill(Form::open(RollCallForm::Guest, view))]
            }
            // From the list of commands, too, wards are marked in sight.
            RollCallCommand::Rest => {
                self.turn_to(false);
                mark_rest(dossier, view)
            }
            RollCallCommand::RestSecretary => {
                self.turn_to(false);
                mark_rest_secretary(dossier, view)
            }
            RollCallCommand::FillNames => choices::ask_fill_names(view),
            RollCallCommand::Details
            | RollCallCommand::Secretary
            | RollCallCommand::Deputy
            | RollCallCommand::Substitute
            | RollCallCommand::Excused
            | RollCallCommand::Absent
            | RollCallCommand::Late
            | RollCallCommand::Left
            | RollCallCommand::Back
            | RollCallCommand::Out
            | RollCallCommand::Clear
            | RollCallCommand::Remove => self.mark_selected(command, dossier, view),
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        let Some(dossier) = view.dossier else { return };
        let matches = self.matches(dossier);
        let all = self.seats(dossier);
        let seats: Vec<Id<Seat>> = if matches.len() > 1 {
            self.settled = true;
            matches
        } else {
            all.iter().map(|seat| seat.id).collect()
        };
        let here = self
            .selected(dossier)
            .and_then(|here| seats.iter().position(|id| *id == here.id))
            .unwrap_or(0);
        let last = seats.len().saturating_sub(1);
        let column = grid(view.columns, view.rows, &all).rows;
        let there = match command {
            ListCommand::Up => here.saturating_sub(1),
            ListCommand::Down => here + 1,
            ListCommand::Left | ListCommand::PageUp => here.saturating_sub(column),
            ListCommand::Right | ListCommand::PageDown => here + column,
            ListCommand::First => 0,
            ListCommand::Last => last,
        };
        self.seat = seats.get(there.min(last)).copied();
    }

    fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        if let Some(effects) = self.take_outer_tone(command, view) {
            return effects;
        }
        if command == EditCommand::Type(' ') && self.number().is_some() {
            return self.keep_found(view);
        }
        if self.query.is_blank() {
            self.origin = self.seat;
        }
        if command == EditCommand::Type('.') {
            self.query = Finder::default();
        }
        let full = finder::edit(&mut self.query, command, view);
        self.settled = false;
        self.go_to_first(view).into_iter().chain(full).collect()
    }

    fn paste(&mut self, text: &str, view: &View) -> Vec<Effect> {
        let full = finder::paste(&mut self.query, text, view);
        self.settled = false;
        let first = view
            .dossier
            .and_then(|dossier| self.matches(dossier).first().copied());
        self.seat = first.or(self.seat);
        full
    }

    fn shows_clock(&self) -> bool {
        true
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        let unit = book.dossier.and_then(|dossier| {
            if !has_card(book.columns, book.rows, &roll_call::wards(dossier)) {
                return None;
            }
            self.selected(dossier)?.unit
        });
        if let Some(unit) = unit {
            book.history(unit, book.meeting())?;
        }
        Ok(Vec::new())
    }
}

impl RollCall {
    /// Shows the other delegates, or the roster; each of the two lists keeps its cursor.
    fn turn_to(&mut self, others: bool) {
        if self.others != others {
            *self = Self {
                others,
                seat: self.away,
                away: self.seat,
                ..Self::default()
            };
        }
    }

    /// Returns the seats that the cursor goes through: the roster, or the other delegates.
    pub(crate) fn seats<'a>(&self, dossier: &'a Dossier) -> Vec<&'a Seat> {
        if self.others {
            roll_call::delegations(dossier)
        } else {
            roll_call::wards(dossier)
        }
    }

    /// Goes to a seat, wherever it is listed: in the roster or among the other delegates.
    pub(crate) fn select(&mut self, seat: Id<Seat>, dossier: Option<&Dossier>) {
        let group = dossier.and_then(|dossier| dossier.seats.get(seat));
        self.others = group.is_some_and(|seat| seat.seat_group != SeatGroup::Ward);
        self.seat = Some(seat);
    }

    /// Returns the seat under the cursor; at first, the first one unmarked.
    pub(crate) fn selected<'a>(&self, dossier: &'a Dossier) -> Option<&'a Seat> {
        let seats = self.seats(dossier);
        let chosen = self
            .seat
            .and_then(|id| seats.iter().find(|seat| seat.id == id));
        let unmarked = || {
            seats
                .iter()
                .find(|seat| roll_call::standing(dossier, seat.id) == Standing::NotMarked)
        };
        chosen.or_else(unmarked).or(seats.first()).copied()
    }

    /// Returns the seats that fit the typed text: letters of the name, or a point and the number.
    pub(crate) fn matches(&self, dossier: &Dossier) -> Vec<Id<Seat>> {
        if self.query.is_blank() {
            return Vec::new();
        }
        let seats = self.seats(dossier);
        if let Some(number) = self.number() {
            let wanted: Option<i64> = number.parse().ok();
            let numbered = seats.iter().filter(|seat| Some(seat.position) == wanted);
            return numbered.map(|seat| seat.id).collect();
        }
        self.matching(self.query.text(), dossier)
    }

    /// Returns the seats whose names fit these letters.
    fn matching(&self, letters: &str, dossier: &Dossier) -> Vec<Id<Seat>> {
        let seats = self.seats(dossier);
        best(letters, seats.iter().map(|seat| seat.name.as_str()))
            .into_iter()
            .filter_map(|position| seats.get(position))
            .map(|seat| seat.id)
            .collect()
    }

    /// Returns the digits behind the point with which the number of a unit is typed.
    fn number(&self) -> Option<&str> {
        self.query.text().trim().strip_prefix(['.', '#'])
    }

    /// Says whether a digit is typed text and no mark: part of a number, until it has as many digits as the last one,
    /// or the next letter of a unit's name (`Quận 1`).
    fn takes_digit(&self, digit: char, dossier: &Dossier) -> bool {
        if let Some(number) = self.number() {
            return number.len() < last_number(&self.seats(dossier)).to_string().len();
        }
        let longer = format!("{}{digit}", self.query.text());
        let begins =
            |seat: &&Seat| matches!(fit(&longer, &seat.name), Some(Fit::Whole | Fit::Prefix));
        !self.query.is_blank() && self.seats(dossier).iter().any(begins)
    }

    /// Puts the cursor on the first unit that matches the search.
    fn go_to_first(&mut self, view: &View) -> Vec<Effect> {
        let Some(dossier) = view.dossier else {
            return vec![Effect::Say(Status::warned(view.words.why_no_meeting()))];
        };
        match self.matches(dossier).first() {
            Some(first) => self.seat = Some(*first),
            None if self.query.is_blank() || self.number() == Some("") => {}
            None => return self.nothing_found(dossier, view),
        }
        Vec::new()
    }

    /// Keeps the cursor on the unit that was found and clears the search.
    fn keep_found(&mut self, view: &View) -> Vec<Effect> {
        let Some(dossier) = view.dossier else {
            return Vec::new();
        };
        if let Err(effects) = self.check_match(dossier, view) {
            return effects;
        }
        self.seat = self.selected(dossier).map(|seat| seat.id);
        self.query = Finder::default();
        self.settled = false;
        Vec::new()
    }

    /// Returns the warning that the search matches no unit, or several.
    fn check_match(&self, dossier: &Dossier, view: &View) -> Result<(), Vec<Effect>> {
        let matches = self.matches(dossier);
        if matches.len() > 1 && !self.settled {
            let names: Vec<&str> = matches
                .iter()
                .filter_map(|id| dossier.seats.get(*id))
                .map(|seat| seat.name.as_str())
                .collect();
            return Err(vec![Effect::Say(Status::warned(
                view.words.why_ambiguous(&names.join(", ")),
            ))]);
        }
        if matches.is_empty() && !self.query.is_blank() {
            return Err(self.nothing_found(dossier, view));
        }
        Ok(())
    }

    /// Returns the warning that nothing matches the search.
    fn nothing_found(&self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        let why = match self.number() {
            Some(number) => {
                let last = last_number(&self.seats(dossier));
                view.words.why_no_number(number, last)
            }
            None => view.words.why_no_match(self.query.text()),
        };
        vec![Effect::Say(Status::warned(why))]
    }

    /// Marks the seat under the cursor, unless the typed text fits several seats.
    fn mark_selected(
        &mut self,
        command: RollCallCommand,
        dossier: &Dossier,
        view: &View,
    ) -> Vec<Effect> {
        if let Err(effects) = self.check_match(dossier, view) {
            return effects;
        }
        let Some(seat) = self.selected(dossier) else {
            return vec![Effect::Say(Status::warned(view.words.why_nothing_here()))];
        };
        self.query = Finder::default();
        self.settled = false;
        if self.others {
            self.seat = Some(seat.id);
            return count(command, seat, view);
        }
        let asks = run_on_seat(command, seat, dossier, view);
        let is_marked = writes(&asks);
        self.seat = if is_marked && moves_on(command) {
            // Where all are marked, the ranks are gone through one after another.
            let next = roll_call::next_unmarked(dossier, seat.id);
            next.or_else(|| roll_call::next(dossier, seat.id))
        } else {
            Some(seat.id)
        };
        asks
    }
}

/// Returns the highest number of a unit.
fn last_number(seats: &[&Seat]) -> i64 {
    seats.iter().map(|seat| seat.position).max().unwrap_or(0)
}

/// Columns of units, each with as many rows as the screen has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Grid {
    /// Columns that the terminal has room for.
    pub(crate) columns: usize,
    /// Rows of each column.
    pub(crate) rows: usize,
}

/// Rows of the body from which on the counters are large.
const TALL: u16 = 27;

/// Returns the rows of the counters on a body of this height.
pub(crate) fn counter_rows(height: u16) -> u16 {
    if height < TALL { 2 } else { 5 }
}

/// Columns of a unit at least and at most: its number, as much of its name as tells it from others, its state.
const CELL: (usize, usize) = (26, 38);

/// Returns how the units stand on a body of this size: in as few columns as show all of them with their names.
pub(crate) fn grid(width: u16, height: u16, seats: &[&Seat]) -> Grid {
    let units = seats.len();
    // A gap and the line that finds stand below the units.
    let room = usize::from(height.saturating_sub(counter_rows(height) + 2)).max(1);
    let longest = seats.iter().map(|seat| text_width(&seat.name)).max();
    let cell = (longest.unwrap_or(0) + 14).clamp(CELL.0, CELL.1);
    let most = (usize::from(width) / cell).max(1);
    let columns = units.div_ceil(room).clamp(1, most);
    let rows = if columns == most {
        room.min(units.max(1))
    } else {
        units.div_ceil(columns).max(1).min(room)
    };
    Grid { columns, rows }
}

/// Rows that the card of the selected unit needs at least.
const CARD_ROWS: usize = 5;

/// Says whether the card of the selected unit has room below the units of a body of this size.
pub(crate) fn has_card(width: u16, height: u16, seats: &[&Seat]) -> bool {
    let units = usize::from(height.saturating_sub(counter_rows(height) + 2));
    units.saturating_sub(grid(width, height, seats).rows + 1) >= CARD_ROWS
}
