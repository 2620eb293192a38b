//! The window of the application: the program that the loop runs, with the styles of the theme.

use std::time::Duration;

use ratatui::Frame;

use super::frame::body_rows;
use super::program::Program;
use super::scene::Scene;
use super::theme::Styles;
use crate::app::App;
use crate::app::event::Event;
use crate::app::view::View;

/// The application in a terminal.
#[derive(Debug)]
pub struct Window {
    /// The application.
    pub app: App,
    pub(crate) styles: Styles,
}

impl Window {
    /// Returns the window of the application.
    pub fn new(app: App) -> Self {
        let styles = Styles::worn(app.theme());
        Self { app, styles }
    }

    pub(crate) fn view(&self) -> View<'_> {
        self.app.view()
    }

    pub(crate) fn scene(&self) -> Scene<'_> {
        Scene {
            view: self.app.view(),
            styles: &self.styles,
        }
    }
}

impl Program for Window {
    fn draw(&self, frame: &mut Frame) {
        self.draw_frame(frame);
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.app.resize(columns, body_rows(rows));
    }

    fn handle(&mut self, event: Event) -> bool {
        let is_stale = self.app.handle(event);
        self.styles = Styles::worn(self.app.theme());
        is_stale
    }

    fn tick(&mut self) {
        self.app.tick();
    }

    fn next_wake(&self) -> Duration {
        self.app.next_wake()
    }

    fn is_done(&self) -> bool {
        self.app.is_done()
    }

    fn settle(&self) {
        self.app.fold_log();
    }
}
