//! What stands in front of a screen until it is answered: a form, a choice, the help.

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, EditCommand, ListCommand};
use crate::app::effect::Effect;
use crate::app::field;
use crate::app::keymap::Context;
use crate::app::view::View;

pub use crate::app::agenda::AgendaDialog;
pub use crate::app::choice::Choice;
pub use crate::app::floor::FloorDialog;
pub use crate::app::form::Form;
pub use crate::app::handover::Handover;
pub use crate::app::help::Help;
pub use crate::app::import::{ImportInto, Preview};
pub use crate::app::look_back::LookBack;
pub use crate::app::read_back::ReadBack;
pub use crate::app::reading::Reading;
pub use crate::app::roll_call::card::Card;
pub use crate::app::versions::Versions;
pub use crate::app::ward::Ward;

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
            Self::Card(card) => card.edit(command, view),
            Self::Floor(floor) => floor.edit(command, view),
            Self::LookBack(review) => review.edit(command, view),
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
    pub fn paste(&mut self, text: &str, view: &View) -> Vec<Effect> {
        match self {
            Self::Form(form) => {
                if let Some(line) = form.line() {
                    line.paste(text);
                }
                Vec::new()
            }
            Self::Choice(choice) => choice.paste(text, view),
            Self::Floor(floor) => floor.paste(text, view),
            Self::Help(_)
            | Self::Card(_)
            | Self::Reading(_)
            | Self::Import(_)
            | Self::Agenda(_)
            | Self::Ward(_)
            | Self::ReadBack(_)
            | Self::LookBack(_)
            | Self::Handover(_)
            | Self::Versions(_) => Vec::new(),
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
}
