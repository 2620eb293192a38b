//! F3 Điểm danh: who came; letters find a unit, digits mark it, the cursor goes on to the next one unmarked.

mod draw;

use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

use crate::meeting::agenda;
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::{AttendanceKind, Rank};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Mark, Refusal, Standing, marks};
use crate::meeting::rows::Seat;
use crate::text::find::best;
use crate::text::line::Line;
use crate::text::width::width as text_width;
use crate::tui::command::{EditCommand, ListCommand, RollCallCommand, ScreenId};
use crate::tui::dialogs::choice::Purpose as ChoicePurpose;
use crate::tui::dialogs::form::Purpose as FormPurpose;
use crate::tui::dialogs::{Card, Choice, Dialog, Form, Reading, roll_call as forms};
use crate::tui::effect::Effect;
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::tui::widgets::{field, pen};

/// Where the user is in the roll.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RollCall {
    /// The seat under the cursor.
    pub seat: Option<Id<Seat>>,
    /// Whether the other delegates are shown.
    pub others: bool,
    /// What was typed to find a unit.
    pub query: Line,
    /// Whether an arrow has settled which of several matches is meant.
    pub settled: bool,
}

impl RollCall {
    /// Returns the seats that the cursor goes through: the roster, or the other delegates.
    pub fn seats<'a>(&self, dossier: &'a Dossier) -> Vec<&'a Seat> {
        if self.others {
            roll_call::delegations(dossier)
        } else {
            roll_call::wards(dossier)
        }
    }

    /// Returns the seat under the cursor; at first, the first one unmarked.
    pub fn selected<'a>(&self, dossier: &'a Dossier) -> Option<&'a Seat> {
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

    /// Returns the seats that answer what was typed: letters of the name, or a point and the number.
    pub fn matches(&self, dossier: &Dossier) -> Vec<Id<Seat>> {
        if self.query.is_blank() {
            return Vec::new();
        }
        let seats = self.seats(dossier);
        if let Some(number) = self.number() {
            let wanted: Option<i64> = number.parse().ok();
            let found = seats.iter().filter(|seat| Some(seat.position) == wanted);
            return found.map(|seat| seat.id).collect();
        }
        best(
            self.query.text(),
            seats.iter().map(|seat| seat.name.as_str()),
        )
        .into_iter()
        .map(|position| seats[position].id)
        .collect()
    }

    /// Returns the digits behind the point with which the number of a unit is typed.
    fn number(&self) -> Option<&str> {
        self.query.text().trim().strip_prefix(['.', '#'])
    }

    /// Says whether a digit still belongs to the number that is being typed: as long as a unit may have it.
    fn takes_digit(&self, digit: char, dossier: &Dossier) -> bool {
        let Some(number) = self.number() else {
            return false;
        };
        let last = self.seats(dossier).iter().map(|seat| seat.position).max();
        let last = last.unwrap_or(0);
        let longer = format!("{number}{digit}");
        let value: i64 = longer.parse().unwrap_or(i64::MAX);
        longer.len() <= last.to_string().len() && value <= last
    }

    /// Moves the cursor; among several matches, from one to the next.
    pub fn list(&mut self, command: ListCommand, view: &View) {
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

    /// Finds by what is typed; the cursor goes to the first match.
    pub fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        if command == EditCommand::Type(' ') && self.number().is_some() {
            return self.settle(view);
        }
        field::edit(&mut self.query, command, view.typing);
        self.settled = false;
        let Some(dossier) = view.dossier else {
            return vec![Effect::Say(Status::warned(view.words.why_no_meeting()))];
        };
        match self.matches(dossier).first() {
            Some(first) => self.seat = Some(*first),
            None if self.query.is_blank() || self.number() == Some("") => {}
            None => {
                return vec![Effect::Say(Status::warned(
                    view.words.why_no_match(self.query.text()),
                ))];
            }
        }
        Vec::new()
    }

    /// Stays at the unit that was found and forgets how it was found.
    fn settle(&mut self, view: &View) -> Vec<Effect> {
        let Some(dossier) = view.dossier else {
            return Vec::new();
        };
        if let Err(effects) = self.found(dossier, view) {
            return effects;
        }
        self.seat = self.selected(dossier).map(|seat| seat.id);
        self.query = Line::default();
        self.settled = false;
        Vec::new()
    }

    /// Says why what was typed does not settle on one unit.
    fn found(&mut self, dossier: &Dossier, view: &View) -> Result<(), Vec<Effect>> {
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
            let typed = self.query.take();
            return Err(vec![Effect::Say(Status::warned(
                view.words.why_no_match(&typed),
            ))]);
        }
        Ok(())
    }

    /// Finds by a pasted text, as if it had been typed.
    pub fn paste(&mut self, text: &str, dossier: Option<&Dossier>) {
        self.query.paste(text);
        self.settled = false;
        let first = dossier.and_then(|dossier| self.matches(dossier).first().copied());
        self.seat = first.or(self.seat);
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: RollCallCommand, view: &View) -> Vec<Effect> {
        let Some(dossier) = view.dossier else {
            return vec![Effect::Say(Status::warned(view.words.why_no_meeting()))];
        };
        if let Some(digit) = digit(command).filter(|digit| self.takes_digit(*digit, dossier)) {
            return self.edit(EditCommand::Type(digit), view);
        }
        match command {
            RollCallCommand::LeaveSearch => {
                self.query = Line::default();
                Vec::new()
            }
            RollCallCommand::Others => {
                *self = Self {
                    others: !self.others,
                    ..Self::default()
                };
                Vec::new()
            }
            RollCallCommand::Report => vec![Effect::Show(Dialog::Reading(Reading::default()))],
            RollCallCommand::Year => vec![Effect::Go(ScreenId::Turnout)],
            RollCallCommand::Add => {
                self.others = true;
                vec![Effect::Show(Dialog::Form(Form::new(
                    FormPurpose::Guest,
                    &["", ""],
                )))]
            }
            RollCallCommand::Rest => mark_rest(dossier, view),
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

    /// Marks the seat under the cursor, unless what was typed leaves open which one is meant.
    fn mark_selected(
        &mut self,
        command: RollCallCommand,
        dossier: &Dossier,
        view: &View,
    ) -> Vec<Effect> {
        if let Err(effects) = self.found(dossier, view) {
            return effects;
        }
        let Some(seat) = self.selected(dossier) else {
            return vec![Effect::Say(Status::warned(view.words.why_nothing_here()))];
        };
        self.query = Line::default();
        self.settled = false;
        if self.others {
            self.seat = Some(seat.id);
            return count(command, seat, view);
        }
        let asks = ask(command, seat, dossier, view);
        let is_marked = asks
            .iter()
            .any(|effect| matches!(effect, Effect::Commit(_)));
        self.seat = if is_marked && moves_on(command) {
            roll_call::next_unmarked(dossier, seat.id).or(Some(seat.id))
        } else {
            Some(seat.id)
        };
        asks
    }
}

/// Returns the digit that asks for a mark.
fn digit(command: RollCallCommand) -> Option<char> {
    match command {
        RollCallCommand::Secretary => Some('1'),
        RollCallCommand::Deputy => Some('2'),
        RollCallCommand::Substitute => Some('3'),
        RollCallCommand::Excused => Some('4'),
        RollCallCommand::Absent => Some('5'),
        RollCallCommand::Late => Some('6'),
        RollCallCommand::Left => Some('7'),
        RollCallCommand::Back => Some('8'),
        RollCallCommand::Out => Some('9'),
        RollCallCommand::Clear => Some('0'),
        RollCallCommand::Remove
        | RollCallCommand::Rest
        | RollCallCommand::Others
        | RollCallCommand::Details
        | RollCallCommand::Report
        | RollCallCommand::Add
        | RollCallCommand::Year
        | RollCallCommand::LeaveSearch => None,
    }
}

/// Returns what a mark on another delegation asks of the program: a digit is the beginning of its count.
fn count(command: RollCallCommand, seat: &Seat, view: &View) -> Vec<Effect> {
    if command == RollCallCommand::Remove {
        let label = view.words.told_unseated(&seat.name);
        let changes = vec![Change::delete(seat)];
        return vec![Effect::Commit(Transaction::new(label, changes))];
    }
    let mut form = forms::delegation(seat);
    if let (Some(digit), Some(line)) = (digit(command), form.line()) {
        *line = Line::of(&digit.to_string());
    }
    vec![Effect::Show(Dialog::Form(form))]
}

/// Returns what a mark asks of the program: a change, or first what it cannot do without.
fn ask(command: RollCallCommand, seat: &Seat, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let standing = roll_call::standing(dossier, seat.id);
    let is_late = roll_call::late(dossier, seat.id).is_some();
    let choose = |purpose| vec![Effect::Show(Dialog::Choice(Choice::new(purpose)))];
    let show = |form| vec![Effect::Show(Dialog::Form(form))];
    let moment = |kind| show(forms::moment(seat, kind, dossier));
    let is_now = marks::happens_now(dossier, view.now);
    match command {
        RollCallCommand::Secretary => {
            commit(&Mark::Present(Some(Rank::Secretary)), seat, dossier, view)
        }
        RollCallCommand::Deputy => commit(
            &Mark::Present(Some(Rank::StandingDeputy)),
            seat,
            dossier,
            view,
        ),
        RollCallCommand::Absent => commit(&Mark::Absent, seat, dossier, view),
        RollCallCommand::Substitute => show(forms::substitute(seat, dossier, false)),
        RollCallCommand::Excused => show(forms::excused(seat, dossier)),
        RollCallCommand::Late if is_late => commit(&Mark::Late, seat, dossier, view),
        RollCallCommand::Late if !is_now => moment(AttendanceKind::Late),
        RollCallCommand::Late if standing.is_represented() => {
            commit(&Mark::Late, seat, dossier, view)
        }
        RollCallCommand::Late => choose(ChoicePurpose::Late(seat.id)),
        RollCallCommand::Left if !standing.is_represented() => {
            forms::refused(Refusal::NotThere, seat, view.words)
        }
        RollCallCommand::Left if !is_now => moment(AttendanceKind::Left),
        RollCallCommand::Left => show(Form::new(FormPurpose::Left(seat.id), &[""])),
        RollCallCommand::Back if !is_now => moment(AttendanceKind::Back),
        RollCallCommand::Back => commit(&Mark::Back, seat, dossier, view),
        RollCallCommand::Out => match agenda::running(dossier) {
            Some(run) => commit(&Mark::Out(run.item), seat, dossier, view),
            None => choose(ChoicePurpose::Out(seat.id)),
        },
        RollCallCommand::Clear | RollCallCommand::Remove if standing == Standing::NotMarked => {
            vec![Effect::Say(Status::warned(view.words.why_nothing_here()))]
        }
        RollCallCommand::Clear | RollCallCommand::Remove => {
            commit(&Mark::Clear, seat, dossier, view)
        }
        RollCallCommand::Details => vec![Effect::Show(Dialog::Card(Card::new(seat, dossier)))],
        RollCallCommand::Rest
        | RollCallCommand::Others
        | RollCallCommand::Report
        | RollCallCommand::Add
        | RollCallCommand::Year
        | RollCallCommand::LeaveSearch => Vec::new(),
    }
}

/// Returns the change that a mark makes under the words the user sees, or why it cannot be true.
fn commit(mark: &Mark, seat: &Seat, dossier: &Dossier, view: &View) -> Vec<Effect> {
    match roll_call::mark(dossier, seat.id, mark, view.now, view.ids) {
        Ok(changes) => {
            let is_taken_back = matches!(changes.as_slice(), [Change::Delete(_)]);
            let label = match mark {
                Mark::Clear => view.words.told_cleared(&seat.name),
                Mark::Late | Mark::Out(_) if is_taken_back => {
                    view.words.told_not_so(&seat.name, view.words.mark(mark))
                }
                Mark::Present(_)
                | Mark::Substitute { .. }
                | Mark::Excused { .. }
                | Mark::Absent
                | Mark::Late
                | Mark::Arrived(_)
                | Mark::Left { .. }
                | Mark::Back
                | Mark::Out(_) => view.words.told_marked(&seat.name, view.words.mark(mark)),
            };
            vec![Effect::Commit(Transaction::new(label, changes))]
        }
        Err(refusal) => forms::refused(refusal, seat, view.words),
    }
}

/// Columns of units, each with as many rows as the screen has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Columns in sight.
    pub columns: usize,
    /// Rows of each.
    pub rows: usize,
}

/// Rows of the body from which on the counters are large.
const TALL: u16 = 27;

/// Returns the rows of the counters on a body of this height.
pub fn counter_rows(height: u16) -> u16 {
    if height < TALL { 2 } else { 5 }
}

/// Columns of a unit at least and at most: its number, as much of its name as tells it from others, its state.
const CELL: (usize, usize) = (26, 38);

/// Returns how the units stand on a body of this size: in as few columns as show all of them with their names.
pub fn grid(width: u16, height: u16, seats: &[&Seat]) -> Grid {
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

/// Returns the part of the body that the units stand in.
pub fn units_area(area: Rect) -> Rect {
    let counters = counter_rows(area.height);
    Rect {
        y: area.y + counters,
        height: area.height.saturating_sub(counters + 2),
        ..area
    }
}

/// Returns the part of the body below the units, where there is room for the card of the selected one.
pub fn card_area(area: Rect, seats: &[&Seat]) -> Option<Rect> {
    let grid = grid(area.width, area.height, seats);
    let used = u16::try_from(grid.rows).unwrap_or(u16::MAX);
    let below = pen::below(units_area(area), used.saturating_add(1));
    (below.height >= 5).then_some(below)
}

/// Says whether the cursor goes on to the next unmarked unit after a mark.
fn moves_on(command: RollCallCommand) -> bool {
    match command {
        RollCallCommand::Secretary | RollCallCommand::Deputy | RollCallCommand::Absent => true,
        RollCallCommand::Substitute
        | RollCallCommand::Excused
        | RollCallCommand::Late
        | RollCallCommand::Left
        | RollCallCommand::Back
        | RollCallCommand::Out
        | RollCallCommand::Clear
        | RollCallCommand::Remove
        | RollCallCommand::Rest
        | RollCallCommand::Others
        | RollCallCommand::Details
        | RollCallCommand::Report
        | RollCallCommand::Add
        | RollCallCommand::Year
        | RollCallCommand::LeaveSearch => false,
    }
}

fn mark_rest(dossier: &Dossier, view: &View) -> Vec<Effect> {
    let first = roll_call::wards(dossier).into_iter().next();
    match (roll_call::mark_rest(dossier, view.now, view.ids), first) {
        (Err(refusal), Some(seat)) => forms::refused(refusal, seat, view.words),
        (Err(_), None) => Vec::new(),
        (Ok(changes), _) if changes.is_empty() => {
            vec![Effect::Say(Status::warned(view.words.why_all_marked()))]
        }
        (Ok(changes), _) => {
            let label = view.words.told_marked_rest(changes.len());
            vec![Effect::Commit(Transaction::new(label, changes))]
        }
    }
}
