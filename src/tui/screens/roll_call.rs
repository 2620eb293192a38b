//! F3 Điểm danh: who came; letters find a unit, digits mark it, the cursor goes on to the next one unmarked.

mod draw;

use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::code::Rank;
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Mark, Standing};
use crate::meeting::rows::Seat;
use crate::text::find::best;
use crate::text::line::Line;
use crate::tui::command::{EditCommand, ListCommand, RollCallCommand};
use crate::tui::dialogs::choice::Purpose as ChoicePurpose;
use crate::tui::dialogs::form::Purpose as FormPurpose;
use crate::tui::dialogs::{Choice, Dialog, Form};
use crate::tui::effect::Effect;
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::tui::widgets::field;

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

    /// Returns the seats that answer what was typed.
    pub fn matches(&self, dossier: &Dossier) -> Vec<Id<Seat>> {
        if self.query.is_blank() {
            return Vec::new();
        }
        let seats = self.seats(dossier);
        best(
            self.query.text(),
            seats.iter().map(|seat| seat.name.as_str()),
        )
        .into_iter()
        .map(|position| seats[position].id)
        .collect()
    }

    /// Moves the cursor; among several matches, from one to the next.
    pub fn list(&mut self, command: ListCommand, view: &View) {
        let Some(dossier) = view.dossier else { return };
        let matches = self.matches(dossier);
        let seats: Vec<Id<Seat>> = if matches.len() > 1 {
            self.settled = true;
            matches
        } else {
            self.seats(dossier).iter().map(|seat| seat.id).collect()
        };
        let here = self
            .selected(dossier)
            .and_then(|here| seats.iter().position(|id| *id == here.id))
            .unwrap_or(0);
        let last = seats.len().saturating_sub(1);
        let column = grid(view.columns, view.rows, seats.len()).rows;
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
        field::edit(&mut self.query, command);
        self.settled = false;
        let Some(dossier) = view.dossier else {
            return vec![Effect::Say(Status::warned(view.words.why_no_meeting()))];
        };
        match self.matches(dossier).first() {
            Some(first) => self.seat = Some(*first),
            None if self.query.is_blank() => {}
            None => {
                return vec![Effect::Say(Status::warned(
                    view.words.why_no_match(self.query.text()),
                ))];
            }
        }
        Vec::new()
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
            | RollCallCommand::Clear => self.mark_selected(command, dossier, view),
        }
    }

    /// Marks the seat under the cursor, unless what was typed leaves open which one is meant.
    fn mark_selected(
        &mut self,
        command: RollCallCommand,
        dossier: &Dossier,
        view: &View,
    ) -> Vec<Effect> {
        let matches = self.matches(dossier);
        if matches.len() > 1 && !self.settled {
            let names: Vec<&str> = matches
                .iter()
                .filter_map(|id| dossier.seats.get(*id))
                .map(|seat| seat.name.as_str())
                .collect();
            return vec![Effect::Say(Status::warned(
                view.words.why_ambiguous(&names.join(", ")),
            ))];
        }
        if matches.is_empty() && !self.query.is_blank() {
            let typed = self.query.take();
            return vec![Effect::Say(Status::warned(view.words.why_no_match(&typed)))];
        }
        let Some(seat) = self.selected(dossier) else {
            return vec![Effect::Say(Status::warned(view.words.why_nothing_here()))];
        };
        if self.others {
            return vec![Effect::Show(Dialog::Form(delegation_form(seat)))];
        }
        self.query = Line::default();
        self.settled = false;
        let asks = ask(command, seat, dossier, view);
        if asks
            .iter()
            .any(|effect| matches!(effect, Effect::Commit(_)))
            && moves_on(command)
        {
            self.seat = roll_call::next_unmarked(dossier, seat.id).or(Some(seat.id));
        } else {
            self.seat = Some(seat.id);
        }
        asks
    }
}

/// Returns what a mark asks of the program: a change, or first what it cannot do without.
fn ask(command: RollCallCommand, seat: &Seat, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let standing = roll_call::standing(dossier, seat.id);
    let commit = |mark: &Mark, state: &str| {
        let changes = roll_call::mark(dossier, seat.id, mark, view.now, view.ids);
        vec![Effect::Commit(Transaction::new(
            view.words.told_marked(&seat.name, state),
            changes,
        ))]
    };
    let rank = |rank: Rank| {
        let standing = Standing::Present(Some(rank));
        commit(&Mark::Present(Some(rank)), view.words.standing(standing))
    };
    let not_there = || {
        vec![Effect::Say(Status::warned(
            view.words.why_not_represented(&seat.name),
        ))]
    };
    match command {
        RollCallCommand::Secretary => rank(Rank::Secretary),
        RollCallCommand::Deputy => rank(Rank::StandingDeputy),
        RollCallCommand::Absent => commit(&Mark::Absent, view.words.standing_absent()),
        RollCallCommand::Late if roll_call::late(dossier, seat.id).is_some() => {
            let changes = roll_call::mark(dossier, seat.id, &Mark::Late, view.now, view.ids);
            let label = view.words.told_not_late(&seat.name);
            vec![Effect::Commit(Transaction::new(label, changes))]
        }
        RollCallCommand::Late if standing.is_represented() => {
            commit(&Mark::Late, view.words.late_mark())
        }

        RollCallCommand::Late => vec![Effect::Show(Dialog::Choice(Choice::new(
            ChoicePurpose::Late(seat.id),
        )))],
        RollCallCommand::Left if !standing.is_represented() => not_there(),
        RollCallCommand::Back if roll_call::left(dossier, seat.id).is_none() => not_there(),
        RollCallCommand::Back => commit(&Mark::Back, view.words.do_mark_back()),
        RollCallCommand::Clear if standing == Standing::NotMarked => {
            vec![Effect::Say(Status::warned(view.words.why_nothing_here()))]
        }
        RollCallCommand::Clear => {
            let changes = roll_call::mark(dossier, seat.id, &Mark::Clear, view.now, view.ids);
            vec![Effect::Commit(Transaction::new(
                view.words.told_cleared(&seat.name),
                changes,
            ))]
        }
        RollCallCommand::Substitute
        | RollCallCommand::Excused
        | RollCallCommand::Left
        | RollCallCommand::Details => {
            vec![Effect::Show(Dialog::Form(form(command, seat, dossier)))]
        }
        RollCallCommand::Rest | RollCallCommand::Others | RollCallCommand::LeaveSearch => {
            Vec::new()
        }
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

/// Rows of the screen that are not units: the counters and the line that finds.
const OTHER_ROWS: u16 = 4;

/// Returns how the units stand on a body of this size: in as few columns as show all of them.
pub fn grid(width: u16, height: u16, units: usize) -> Grid {
    let room = usize::from(height.saturating_sub(OTHER_ROWS)).max(1);
    let most = usize::from(width / 26).max(1);
    let columns = units.div_ceil(room).clamp(1, most);
    let rows = if columns == most {
        room
    } else {
        units.div_ceil(columns).max(1).min(room)
    };
    Grid { columns, rows }
}

/// Returns the part of the body that the units stand in.
pub fn units_area(area: Rect) -> Rect {
    Rect {
        y: area.y + 2,
        height: area.height.saturating_sub(OTHER_ROWS),
        ..area
    }
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
        | RollCallCommand::Clear
        | RollCallCommand::Rest
        | RollCallCommand::Others
        | RollCallCommand::Details
        | RollCallCommand::LeaveSearch => false,
    }
}

/// Returns the form for what a mark cannot do without, filled in with what is known.
fn form(command: RollCallCommand, seat: &Seat, dossier: &Dossier) -> Form {
    let base = roll_call::base(dossier, seat.id);
    let text = |value: Option<&String>| value.cloned().unwrap_or_default();
    let is_substitute = roll_call::standing(dossier, seat.id) == Standing::Substitute;
    let is_excused = roll_call::standing(dossier, seat.id) == Standing::Excused;
    if command == RollCallCommand::Left {
        return Form::new(FormPurpose::Left(seat.id), &[""]);
    }
    if command == RollCallCommand::Substitute
        || (command == RollCallCommand::Details && is_substitute)
    {
        let person = text(base.and_then(|event| event.person.as_ref()));
        let office = text(base.and_then(|event| event.office.as_ref()));
        let whom = text(
            base.and_then(|event| event.on_behalf.as_ref())
                .or(seat.secretary.as_ref()),
        );
        return Form::new(FormPurpose::Substitute(seat.id), &[&person, &office, &whom]);
    }
    if command == RollCallCommand::Excused || (command == RollCallCommand::Details && is_excused) {
        let reason = text(base.and_then(|event| event.reason.as_ref()));
        return Form::new(FormPurpose::Excused(seat.id), &[&reason]);
    }
    names_form(seat)
}

/// Returns the form with the names of those who hold the offices of a unit.
pub fn names_form(seat: &Seat) -> Form {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    Form::new(
        FormPurpose::Names(seat.id),
        &[&text(&seat.secretary), &text(&seat.deputy)],
    )
}

/// Returns the form that counts a delegation.
pub fn delegation_form(seat: &Seat) -> Form {
    let attended = seat
        .attended
        .map(|people| people.to_string())
        .unwrap_or_default();
    Form::new(FormPurpose::Delegation(seat.id), &[&attended])
}

fn mark_rest(dossier: &Dossier, view: &View) -> Vec<Effect> {
    let changes = roll_call::mark_rest(dossier, view.now, view.ids);
    if changes.is_empty() {
        return vec![Effect::Say(Status::warned(view.words.why_all_marked()))];
    }
    let label = view.words.told_marked_rest(changes.len());
    vec![Effect::Commit(Transaction::new(label, changes))]
}
