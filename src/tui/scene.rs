//! A screen as it is drawn from: the view of the application, and the styles of the theme.

use std::ops::Deref;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::theme::Styles;
use crate::app::view::View;
use crate::meeting::dossier::Dossier;
use crate::text::finder::Finder;
use crate::tui::widgets::{field, pen};

/// The view with the styles that it is drawn in; it reads as the view.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    /// The view of the application.
    pub(crate) view: View<'a>,
    pub(crate) styles: &'a Styles,
}

impl<'a> Scene<'a> {
    /// Returns the scene with its meeting, if one is open.
    pub(crate) fn of_meeting(self) -> Option<MeetingScene<'a>> {
        let dossier = self.dossier?;
        Some(MeetingScene {
            scene: self,
            dossier,
        })
    }

    /// Draws the field that finds by typing into the last row of an area, and returns where its caret stands.
    pub(crate) fn draw_find(&self, buffer: &mut Buffer, area: Rect, query: &Finder) -> Position {
        let row = pen::row(area, area.height.saturating_sub(1));
        let label = self.words.find_in_roll();
        let room = field::behind_label(buffer, row, label, self.styles.muted);
        field::draw(buffer, room, query.line(), self.styles.counter)
    }

    /// Says on a screen of the meeting that none is open.
    pub(crate) fn draw_no_meeting(&self, buffer: &mut Buffer, area: Rect) {
        let sentence = format!(" {}", self.words.no_meeting_open());
        pen::write(buffer, pen::row(area, 1), &sentence, self.styles.muted);
    }
}

impl<'a> Deref for Scene<'a> {
    type Target = View<'a>;

    fn deref(&self) -> &View<'a> {
        &self.view
    }
}

/// The result of drawing a screen or a dialog.
pub(crate) trait Drawn {
    /// Returns where the caret stands, if there is one.
    fn caret(self) -> Option<Position>;
}

impl Drawn for () {
    fn caret(self) -> Option<Position> {
        None
    }
}

impl Drawn for Position {
    fn caret(self) -> Option<Position> {
        Some(self)
    }
}

impl Drawn for Option<Position> {
    fn caret(self) -> Option<Position> {
        self
    }
}

/// The scene while a meeting is open; it reads as the scene, but its dossier is always there.
#[derive(Clone, Copy)]
pub(crate) struct MeetingScene<'a> {
    scene: Scene<'a>,
    pub(crate) dossier: &'a Dossier,
}

impl<'a> Deref for MeetingScene<'a> {
    type Target = Scene<'a>;

    fn deref(&self) -> &Scene<'a> {
        &self.scene
    }
}
