//! Draws a dialog in front of a screen until the user answers it: a form, a choice, the help.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::dialogs::Dialog;
use crate::tui::scene::{Drawn, Scene};

impl Dialog {
    /// Draws the dialog and returns where the caret stands, if it has a text field.
    #[expect(
        clippy::unit_arg,
        reason = "a drawing without a text field returns no caret"
    )]
    pub(crate) fn draw(&self, buffer: &mut Buffer, body: Rect, view: &Scene) -> Option<Position> {
        match self {
            Self::Form(form) => form.draw(buffer, body, view).caret(),
            Self::Choice(choice) => choice.draw(buffer, body, view).caret(),
            Self::Help(help) => help.draw(buffer, body, view).caret(),
            Self::Card(card) => card.draw(buffer, body, view).caret(),
            Self::Reading(reading) => reading.draw(buffer, body, view).caret(),
            Self::Import(preview) => preview.draw(buffer, body, view).caret(),
            Self::Agenda(agenda) => agenda.draw(buffer, body, view).caret(),
            Self::Floor(floor) => floor.draw(buffer, body, view).caret(),
            Self::Ward(ward) => ward.draw(buffer, body, view).caret(),
            Self::ReadBack(reading) => reading.draw(buffer, body, view).caret(),
            Self::Prepared(list) => list.draw(buffer, body, view).caret(),
            Self::LookBack(review) => review.draw(buffer, body, view).caret(),
            Self::Handover(will) => will.draw(buffer, body, view).caret(),
            Self::Versions(past) => past.draw(buffer, body, view).caret(),
        }
    }
}
