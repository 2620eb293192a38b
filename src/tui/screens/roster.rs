//! F10 Danh sách đơn vị: the rosters, their units in the order of the roll, and who leads them.
//!
//! ```text
//!  34 phường thành phố Thủ Đức · 34 đơn vị · đến 30/6/2025           đang dùng 1/2
//!  TT Đơn vị              Bí thư                     Phó Bí thư Thường trực
//!   1 An Khánh            Nguyễn Văn … · 01/3/2022   Trần Thị …
//! ▸ 2 An Lợi Đông         chưa rõ                    chưa rõ
//!  …
//!  Tìm: _
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde::{Deserialize, Serialize};

use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::code::OfficeKind;
use crate::meeting::plan::choose_roster;
use crate::meeting::roster::{Called, Held, Rosters, Summons, day_in, edit, has_ended};
use crate::meeting::rows::{Roster as RosterRow, Unit};
use crate::text::dates::short_date;
use crate::text::find::best;
use crate::text::fold::fold;
use crate::text::line::Line;
use crate::text::width::{pad, width};
use crate::tui::command::{EditCommand, ListCommand, RosterCommand};
use crate::tui::dialogs::form::Purpose as FormPurpose;
use crate::tui::dialogs::roster::RosterForm;
use crate::tui::dialogs::{Dialog, Form, Handover, roster as forms};
use crate::tui::effect::{Effect, Export};
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::tui::widgets::{field, list, pen};

/// Where the user is in the rosters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Roster {
    /// The roster that is shown; at first, the one for new meetings.
    pub roster: Option<Id<RosterRow>>,
    /// The selected unit.
    pub unit: Option<Id<Unit>>,
    /// What was typed to find a unit.
    pub query: Line,
}

impl Roster {
    /// Returns the roster that is shown.
    fn shown<'a>(&self, rosters: &'a Rosters) -> Option<&'a Summons> {
        let chosen = rosters
            .summons
            .iter()
            .find(|summons| Some(summons.roster.id) == self.roster);
        chosen.or(rosters.summons.first())
    }

    /// Returns the place of the selected unit.
    fn place(&self, summons: &Summons) -> usize {
        let units = &summons.units;
        units
            .iter()
            .position(|called| Some(called.unit.id) == self.unit)
            .unwrap_or(0)
    }

    fn selected<'a>(&self, summons: &'a Summons) -> Option<&'a Called> {
        summons.units.get(self.place(summons))
    }

    /// Moves the selection.
    pub fn list(&mut self, command: ListCommand, view: &View) {
        let Some(summons) = view.shelf.rosters.as_ref().and_then(|all| self.shown(all)) else {
            return;
        };
        let rows = usize::from(list_area(Rect::new(0, 0, view.columns, view.rows)).height);
        let there = list::moved(self.place(summons), summons.units.len(), rows, command);
        self.unit = summons.units.get(there).map(|called| called.unit.id);
    }

    /// Finds a unit by what is typed.
    pub fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        field::edit(&mut self.query, command, view.typing);
        self.find(view)
    }

    /// Finds a unit by a pasted text.
    pub fn paste(&mut self, text: &str, view: &View) -> Vec<Effect> {
        self.query.paste(text);
        self.find(view)
    }

    fn find(&mut self, view: &View) -> Vec<Effect> {
        let Some(summons) = view.shelf.rosters.as_ref().and_then(|all| self.shown(all)) else {
            return Vec::new();
        };
        let names = summons.units.iter().map(|called| called.unit.name.as_str());
        match best(self.query.text(), names).first() {
            Some(first) => self.unit = summons.units.get(*first).map(|called| called.unit.id),
            None if self.query.is_blank() => {}
            None => {
                let why = view.words.why_no_match(self.query.text());
                return vec![Effect::Say(Status::warned(why))];
            }
        }
        Vec::new()
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: RosterCommand, view: &View) -> Vec<Effect> {
        let Some(rosters) = &view.shelf.rosters else {
            return Vec::new();
        };
        let show = |form: Form| vec![Effect::Show(Dialog::Form(form))];
        if command == RosterCommand::New {
            return show(forms::new_roster());
        }
        if command == RosterCommand::HandOver {
            let handover = Handover::by(view.today());
            return vec![Effect::Show(Dialog::Handover(handover))];
        }
        let Some(summons) = self.shown(rosters) else {
            return Vec::new();
        };
        let (roster, called) = (&summons.roster, self.selected(summons));
        let nothing = || vec![Effect::Say(Status::warned(view.words.why_nothing_here()))];
        match command {
            RosterCommand::New | RosterCommand::HandOver => Vec::new(),
            RosterCommand::LeaveSearch => {
                self.query = Line::default();
                Vec::new()
            }
            RosterCommand::Edit => {
                self.query = Line::default();
                called.map_or_else(nothing, |called| {
                    show(forms::unit(
                        roster.id,
                        Some(called),
                        day_in(roster, view.today()),
                    ))
                })
            }
            RosterCommand::Add => show(forms::unit(roster.id, None, view.today())),
            RosterCommand::Remove => {
                called.map_or_else(nothing, |called| remove(summons, called, view))
            }
            RosterCommand::Next => {
                self.next(rosters);
                Vec::new()
            }
            RosterCommand::Details => show(forms::change(roster)),
            RosterCommand::Copy => {
                let name = view.words.copy_of(&roster.name);
                show(forms::copy(roster, &name))
            }
            RosterCommand::Use => use_for_new(rosters, roster, view),
            RosterCommand::Import => show(RosterForm::Import(roster.id).with(&[""])),
            RosterCommand::Export => {
                let file = format!("{}.xlsx", file_name(&roster.name));
                let export = FormPurpose::Export(Export::Roster(roster.id));
                show(Form::new(export, &[&file]))
            }
        }
    }

    /// Goes to the next roster, from the last to the first.
    fn next(&mut self, rosters: &Rosters) {
        let here = rosters
            .summons
            .iter()
            .position(|summons| Some(summons.roster.id) == self.roster)
            .unwrap_or(0);
        let there = (here + 1) % rosters.summons.len().max(1);
        *self = Self {
            roster: rosters.summons.get(there).map(|summons| summons.roster.id),
            ..Self::default()
        };
    }

    /// Draws the roster and returns where the caret stands.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, view: &View) -> Option<Position> {
        let rosters = view.shelf.rosters.as_ref()?;
        let summons = self.shown(rosters)?;
        draw_head(buffer, area, rosters, summons, view);
        let listed = list_area(area);
        if summons.units.is_empty() {
            let hint = format!(" {}", view.words.roster_empty());
            pen::write(buffer, listed, &hint, view.styles.muted);
        }
        let selected = self.place(summons);
        let rows = usize::from(listed.height);
        let first = list::first_shown(selected, summons.units.len(), rows);
        let shown = summons.units.iter().enumerate().skip(first).take(rows);
        for (row, (place, called)) in (0..).zip(shown) {
            let row = pen::row(listed, row);
            draw_unit(
                buffer,
                row,
                called,
                (place == selected, &summons.roster),
                view,
            );
        }
        let row = pen::row(area, area.height.saturating_sub(1));
        let label = view.words.find_in_roll();
        let room = field::behind_label(buffer, row, label, view.styles.muted);
        Some(field::draw(buffer, room, &self.query, view.styles.counter))
    }
}

fn remove(summons: &Summons, called: &Called, view: &View) -> Vec<Effect> {
    let label = view.words.told_unit_removed(&called.unit.name);
    let changes = edit::remove(summons, called);
    vec![Effect::Commit(Transaction::new(label, changes))]
}

fn use_for_new(rosters: &Rosters, roster: &RosterRow, view: &View) -> Vec<Effect> {
    let all = rosters.summons.iter().map(|summons| &summons.roster);
    let changes = choose_roster(all, roster.id);
    if changes.is_empty() {
        return vec![Effect::Say(Status::warned(view.words.why_in_use()))];
    }
    let label = view.words.told_roster(&roster.name);
    vec![Effect::Commit(Transaction::new(label, changes))]
}

/// Returns a name that every disk takes.
fn file_name(name: &str) -> String {
    let plain = fold(name);
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

fn list_area(area: Rect) -> Rect {
    Rect {
        y: area.y + 3,
        height: area.height.saturating_sub(5),
        ..area
    }
}

/// Columns of the number and the name of a unit, and of each leader.
fn columns(wide: u16) -> (usize, usize) {
    let name = usize::from(wide) * 3 / 10;
    (name, (usize::from(wide) - name) / 2)
}

fn draw_head(buffer: &mut Buffer, area: Rect, rosters: &Rosters, summons: &Summons, view: &View) {
    let (words, styles) = (view.words, view.styles);
    let roster = &summons.roster;
    let parts = [
        Some(roster.name.clone()),
        Some(words.units_count(summons.units.len())),
        roster
            .valid_to
            .map(|day| words.roster_until(&short_date(day))),
    ];
    let head = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let here = rosters
        .summons
        .iter()
        .position(|other| other.roster.id == roster.id)
        .unwrap_or(0);
    let current = if roster.chosen {
        words.roster_current()
    } else {
        ""
    };
    let place = format!(" {current} {}/{} ", here + 1, rosters.summons.len());
    let room = area
        .width
        .saturating_sub(u16::try_from(width(&place)).unwrap_or(0));
    let row = pen::row(area, 0);
    pen::write(
        buffer,
        Rect { width: room, ..row },
        &format!(" {head}"),
        styles.heading,
    );
    pen::write_right(buffer, row, &place, styles.muted);
    if has_ended(roster, view.today()) {
        let last = roster.valid_to.map(short_date).unwrap_or_default();
        let text = format!(" ! {}", words.roster_over(&last));
        pen::write(buffer, pen::row(area, 1), &text, styles.warn);
    }
    let (name, person) = columns(area.width);
    let heads = format!(
        "{}{}{}",
        pad(&format!("  TT {}", words.column_unit()), name),
        pad(words.field_secretary(), person),
        words.field_deputy(),
    );
    pen::write(buffer, pen::row(area, 2), &heads, styles.muted);
}

fn draw_unit(
    buffer: &mut Buffer,
    row: Rect,
    called: &Called,
    (is_selected, roster): (bool, &RosterRow),
    view: &View,
) {
    let (words, styles) = (view.words, view.styles);
    let today = day_in(roster, view.today());
    let has_ended = called.unit.valid_to.is_some_and(|last| today > last);
    let style = match (is_selected, has_ended) {
        (true, _) => styles.selected,
        (false, true) => styles.muted,
        (false, false) => styles.text,
    };
    pen::paint(buffer, row, style);
    let mark = if is_selected { '▸' } else { ' ' };
    let ended = called
        .unit
        .valid_to
        .filter(|last| roster.valid_to.is_none_or(|end| *last < end))
        .map(|day| format!(" ({})", words.roster_until(&short_date(day))))
        .unwrap_or_default();
    let (name, person) = columns(row.width);
    let named = |held: &Held| {
        let since = held.office.valid_from.map(short_date);
        let since = since.map(|day| format!(" · {day}"));
        format!("{}{}", held.person.name, since.unwrap_or_default())
    };
    let leader = |kind: OfficeKind| {
        let now = called.holder(kind, today).map(named);
        let next = called.next_holder(kind, today);
        let next = next.map(|held| format!("→ {}", named(held)));
        let told: Vec<String> = now.into_iter().chain(next).collect();
        if told.is_empty() {
            words.nobody_known().to_owned()
        } else {
            told.join(" ")
        }
    };
    let unit = format!(
        "{mark}{:>3} {}{ended}",
        called.place.position, called.unit.name
    );
    let text = format!(
        "{} {}{}",
        pad(&unit, name.saturating_sub(1)),
        pad(
            &format!("{} ", pad(&leader(OfficeKind::Secretary), person - 1)),
            person
        ),
        pad(&leader(OfficeKind::StandingDeputy), person),
    );
    pen::write(buffer, row, &text, style);
}
