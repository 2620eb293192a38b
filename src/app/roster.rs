//! F10 Danh sách đơn vị: the rosters, their units in the order of the roll, and who leads them.

pub(crate) mod forms;

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, ListCommand, RosterCommand, ScreenId};
use crate::app::effect::{Effect, ImportInto, Opening};
use crate::app::export::ExportForm;
use crate::app::finder;
use crate::app::form::Form;
use crate::app::import::ImportForm;
use crate::app::keymap::Context;
use crate::app::list;
use crate::app::questions::Questions;
use crate::app::roster::forms::RosterForm;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::plan::choose_roster;
use crate::meeting::roster::{Called, Rosters, Summons, edit};
use crate::meeting::rows::{Roster as RosterRow, Unit};
use crate::store::Failure;
use crate::text::finder::Finder;
use crate::text::fold::fold;

/// Where the user is in the rosters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Roster {
    /// The roster that is shown; at first, the one for new meetings.
    pub(crate) roster: Option<Id<RosterRow>>,
    /// The selected unit.
    pub(crate) unit: Option<Id<Unit>>,
    /// The search for a unit.
    pub(crate) query: Finder,
}

impl Screen for Roster {
    fn contexts(&self) -> &'static [Context] {
        &[
            Context::Screen(ScreenId::Roster),
            Context::List,
            Context::Text,
        ]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Roster(command) = command else {
            return Vec::new();
        };
        let Some(rosters) = &view.shelf.rosters else {
            return Vec::new();
        };
        let show = |form| vec![Effect::Fill(Form::open(form, view))];
        if command == RosterCommand::New {
            return show(RosterForm::New);
        }
        if command == RosterCommand::HandOver {
            return vec![Effect::Show(Opening::Handover(view.today()))];
        }
        let Some(summons) = self.selected_summons(rosters) else {
            return Vec::new();
        };
        let (roster, called) = (&summons.roster, self.selected(summons));
        let nothing = || vec![Effect::Say(Status::warned(view.words.why_nothing_here()))];
        match command {
            RosterCommand::New | RosterCommand::HandOver => Vec::new(),
            RosterCommand::LeaveSearch => {
                self.query = Finder::default();
                Vec::new()
            }
            RosterCommand::Edit => {
                self.query = Finder::default();
                called.map_or_else(nothing, |called| {
                    vec![Effect::Fill(forms::unit(roster.id, called.unit.id, view))]
                })
            }
            RosterCommand::Add => show(RosterForm::Unit(roster.id, None)),
            RosterCommand::Remove => {
                called.map_or_else(nothing, |called| remove(summons, called, view))
            }
            RosterCommand::Next => {
                self.next(rosters);
                Vec::new()
            }
            RosterCommand::Details => show(RosterForm::Change(roster.id)),
            RosterCommand::Copy => show(RosterForm::Copy(roster.id)),
            RosterCommand::Use => use_for_new(rosters, roster, view),
            RosterCommand::Import => {
                let form = ImportForm(ImportInto::Roster(roster.id));
                vec![Effect::Fill(Form::open(form, view))]
            }
            RosterCommand::Export => {
                let file = format!("{}.xlsx", file_name(&roster.name));
                let form = Form::open(ExportForm::Roster(roster.id, file), view);
                vec![Effect::Fill(form)]
            }
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        let Some(summons) = view
            .shelf
            .rosters
            .as_ref()
            .and_then(|all| self.selected_summons(all))
        else {
            return;
        };
        let rows = usize::from(view.rows.saturating_sub(5));
        let there = list::moved(self.place(summons), summons.units.len(), rows, command);
        self.unit = summons.units.get(there).map(|called| called.unit.id);
    }

    fn finder(&mut self) -> Option<&mut Finder> {
        Some(&mut self.query)
    }

    fn find(&mut self, view: &View) -> Vec<Effect> {
        let Some(summons) = view
            .shelf
            .rosters
            .as_ref()
            .and_then(|all| self.selected_summons(all))
        else {
            return Vec::new();
        };
        let names = summons.units.iter().map(|called| called.unit.name.as_str());
        finder::go(&self.query, names, view, |place| {
            self.unit = summons.units.get(place).map(|called| called.unit.id);
        })
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        book.rosters()?;
        Ok(Vec::new())
    }
}

impl Roster {
    pub(crate) fn selected_summons<'a>(&self, rosters: &'a Rosters) -> Option<&'a Summons> {
        let chosen = rosters
            .summons
            .iter()
            .find(|summons| Some(summons.roster.id) == self.roster);
        chosen.or(rosters.summons.first())
    }

    /// Returns the place of the selected unit.
    pub(crate) fn place(&self, summons: &Summons) -> usize {
        let units = &summons.units;
        units
            .iter()
            .position(|called| Some(called.unit.id) == self.unit)
            .unwrap_or(0)
    }

    fn selected<'a>(&self, summons: &'a Summons) -> Option<&'a Called> {
        summons.units.get(self.place(summons))
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
