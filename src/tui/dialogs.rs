//! What stands in front of a screen until it is answered: a form, a choice, the help.

pub mod actions;
pub mod actions_files;
pub mod agenda;
pub mod card;
pub mod choice;
pub mod desk;
pub mod floor;
pub mod focus;
pub mod form;
pub mod handover;
pub mod help;
pub mod import;
pub mod issues;
pub mod look_back;
pub mod offers;
pub mod papers;
pub mod papers_amend;
pub mod papers_files;
pub mod picks;
pub mod plan;
pub mod read_back;
pub mod reading;
pub mod roll_call;
pub mod roster;
pub mod settings;
pub mod submit;
pub mod versions;
pub mod ward;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde::{Deserialize, Serialize};

use super::command::{Command, EditCommand, ListCommand};
use super::effect::Effect;
use super::keymap::Context;
use super::view::View;
use super::widgets::field;

pub use agenda::AgendaDialog;
pub use card::Card;
pub use choice::Choice;
pub use floor::FloorDialog;
pub use form::Form;
pub use handover::Handover;
pub use help::Help;
pub use import::{ImportInto, Preview};
pub use look_back::LookBack;
pub use read_back::ReadBack;
pub use reading::Reading;
pub use versions::Versions;
pub use ward::Ward;

/// An open dialog.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Dialog {
    /// Fields to be filled in.
    Form(Form),
    /// Options to pick one of.
    Choice(Choice),
    /// The help.
    Help(Help),
    /// The card of a seat.
    Card(Card),
    /// A text that is read aloud.
    Reading(Reading),
    /// What a file would change.
    Import(Preview),
    /// The agenda.
    Agenda(AgendaDialog),
    /// Who has the floor next.
    Floor(FloorDialog),
    /// The card of a unit.
    Ward(Ward),
    /// What is read back.
    ReadBack(ReadBack),
    /// What is reviewed of earlier meetings.
    LookBack(LookBack),
    /// What units that have ended leave to others.
    Handover(Handover),
    /// The versions of a paper.
    Versions(Versions),
}

impl Dialog {
    /// Does what a key asks for; a command that is for another dialog is let pass.
    pub fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        match (self, command) {
            (Self::Form(form), Command::Form(command)) => form.update(command, view),
            (Self::Choice(choice), Command::Choice(command)) => choice.update(command, view),
            (Self::Card(card), Command::Card(command)) => card.update(command, view),
            (Self::Reading(reading), Command::Reading(command)) => reading.update(command, view),
            (Self::Import(preview), Command::Import(command)) => preview.update(command, view),
            (Self::Agenda(agenda), Command::Agenda(command)) => agenda.update(command, view),
            (Self::Floor(floor), Command::Floor(command)) => floor.update(command, view),
            (Self::Ward(ward), Command::Ward(command)) => ward.update(command, view),
            (Self::ReadBack(reading), Command::ReadBack(command)) => reading.update(command, view),
            (Self::LookBack(review), Command::LookBack(command)) => review.update(command, view),
            (Self::Handover(will), Command::Handover(command)) => will.update(command, view),
            (Self::Versions(past), Command::Versions(command)) => past.update(command, view),
            (
                Self::Form(_)
                | Self::Choice(_)
                | Self::Help(_)
                | Self::Card(_)
                | Self::Reading(_)
                | Self::Import(_)
                | Self::Agenda(_)
                | Self::Floor(_)
                | Self::Ward(_)
                | Self::ReadBack(_)
                | Self::LookBack(_)
                | Self::Handover(_)
                | Self::Versions(_),
                _,
            ) => Vec::new(),
        }
    }

    /// Moves in its list, if it has one.
    pub fn list(&mut self, command: ListCommand, view: &View) {
        match self {
            Self::Help(help) => help.update(command, view),
            Self::Reading(reading) => reading.list(command, view),
            Self::Versions(past) => past.list(command, view),
            Self::Import(preview) => preview.list(command, view),
            Self::Form(_)
            | Self::Choice(_)
            | Self::Card(_)
            | Self::Agenda(_)
            | Self::Floor(_)
            | Self::Ward(_)
            | Self::ReadBack(_)
            | Self::LookBack(_)
            | Self::Handover(_) => {}
        }
    }

    /// Types into the field that has the caret, if there is one.
    pub fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        match self {
            Self::Form(form) => {
                if let Some(line) = form.line() {
                    field::edit(line, command, view.typing);
                }
                Vec::new()
            }
            Self::Choice(choice) => choice.edit(command, view),
            Self::Card(card) => card.edit(command),
            Self::Floor(floor) => {
                floor.edit(command, view);
                Vec::new()
            }
            Self::LookBack(review) => {
                review.edit(command, view);
                Vec::new()
            }
            Self::Help(_)
            | Self::Reading(_)
            | Self::Import(_)
            | Self::Agenda(_)
            | Self::Ward(_)
            | Self::ReadBack(_)
            | Self::Handover(_)
            | Self::Versions(_) => Vec::new(),
        }
    }

    /// Puts a pasted text into the field that has the caret, if there is one.
    pub fn paste(&mut self, text: &str) {
        match self {
            Self::Form(form) => {
                if let Some(line) = form.line() {
                    line.paste(text);
                }
            }
            Self::Choice(choice) => choice.paste(text),
            Self::Floor(floor) => floor.paste(text),
            Self::Help(_)
            | Self::Card(_)
            | Self::Reading(_)
            | Self::Import(_)
            | Self::Agenda(_)
            | Self::Ward(_)
            | Self::ReadBack(_)
            | Self::LookBack(_)
            | Self::Handover(_)
            | Self::Versions(_) => {}
        }
    }

    /// Returns where its keys mean something, the nearest first.
    pub fn contexts(&self) -> &'static [Context] {
        match self {
            Self::Form(_) => &[Context::Form, Context::Text],
            Self::Choice(_) => &[Context::Choice, Context::Text],
            Self::Help(_) => &[Context::Help, Context::List],
            Self::Card(_) => &[Context::Card],
            Self::Reading(_) => &[Context::Reading, Context::List],
            Self::Import(_) => &[Context::Import, Context::List],
            Self::Agenda(_) => &[Context::Agenda],
            Self::Floor(_) => &[Context::Floor, Context::Text],
            Self::Ward(_) => &[Context::Ward],
            Self::ReadBack(_) => &[Context::ReadBack],
            Self::LookBack(review) if review.has_field() => &[Context::LookBack, Context::Text],
            Self::LookBack(_) => &[Context::LookBack],
            Self::Handover(_) => &[Context::Handover],
            Self::Versions(_) => &[Context::Versions, Context::List],
        }
    }

    /// Draws the dialog and returns where the caret stands, if it has a text field.
    pub fn draw(&self, buffer: &mut Buffer, body: Rect, view: &View) -> Option<Position> {
        match self {
            Self::Form(form) => return form.draw(buffer, body, view),
            Self::Choice(choice) => return Some(choice.draw(buffer, body, view)),
            Self::Help(help) => help.draw(buffer, body, view),
            Self::Card(card) => card.draw(buffer, body, view),
            Self::Reading(reading) => reading.draw(buffer, body, view),
            Self::Import(preview) => preview.draw(buffer, body, view),
            Self::Agenda(agenda) => agenda.draw(buffer, body, view),
            Self::Floor(floor) => return floor.draw(buffer, body, view),
            Self::Ward(ward) => ward.draw(buffer, body, view),
            Self::ReadBack(reading) => reading.draw(buffer, body, view),
            Self::LookBack(review) => return review.draw(buffer, body, view),
            Self::Handover(will) => will.draw(buffer, body, view),
            Self::Versions(past) => past.draw(buffer, body, view),
        }
        None
    }
}
