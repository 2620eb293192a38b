//! Draws what stands in front of a screen until it is answered: a form, a choice, the help.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::dialogs::Dialog;
use crate::tui::scene::Scene;

pub use crate::app::agenda::AgendaDialog;
pub use crate::app::choice::Choice;
pub use crate::app::floor::FloorDialog;
pub use crate::app::form::Form;
pub use crate::app::handover::Handover;
pub use crate::app::help::Help;
pub use crate::app::import::Preview;
pub use crate::app::look_back::LookBack;
pub use crate::app::read_back::ReadBack;
pub use crate::app::reading::Reading;
pub use crate::app::roll_call::card::Card;
pub use crate::app::versions::Versions;
pub use crate::app::ward::Ward;

impl Dialog {
    /// Draws the dialog and returns where the caret stands, if it has a text field.
    pub fn draw(&self, buffer: &mut Buffer, body: Rect, view: &Scene) -> Option<Position> {
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
