//! The projector: `giaoban present` in a second terminal shows the hall the item, the speaker and the conclusions.
//!
//! It reads the book of the desk, never writes to it, and never shows a note.

mod draw;

use std::time::Duration;

use ratatui::Frame;

use crate::app::command::{AppCommand, Command};
use crate::app::event::Event;
use crate::app::key::Key;
use crate::app::keymap::Context;
use crate::app::present::Followed;
use crate::clock::{Clock, until_next_second, whole_second};
use crate::text::dates::Instant;
use crate::tui::keymap::KEYMAP;
use crate::tui::program::Program;
use crate::tui::theme::Styles;
use crate::words::Words;

/// The projector over a book.
#[derive(Debug)]
pub(crate) struct Present {
    followed: Followed,
    clock: Box<dyn Clock>,
    words: Words,
    styles: Styles,
    /// The sentence about a theme that could not be read.
    complaint: Option<String>,
    now: Instant,
    is_done: bool,
}

impl Present {
    /// Returns the projector over a book that is followed.
    pub(crate) fn new(followed: Followed, clock: Box<dyn Clock>, words: Words) -> Self {
        Self {
            now: whole_second(clock.now()),
            followed,
            clock,
            words,
            styles: Styles::without_colour(),
            complaint: None,
            is_done: false,
        }
    }

    /// Draws in these styles, because a bright hall wants a light theme, and shows the complaint about the theme.
    #[must_use]
    pub(crate) fn styled(self, styles: Styles, complaint: Option<String>) -> Self {
        Self {
            styles,
            complaint,
            ..self
        }
    }
}

impl Program for Present {
    fn draw(&self, frame: &mut Frame) {
        let area = frame.area();
        self.paint(frame.buffer_mut(), area);
    }

    fn resize(&mut self, _: u16, _: u16) {}

    fn handle(&mut self, event: Event) -> bool {
        self.now = whole_second(self.clock.now());
        match event {
            Event::Key(key) => {
                let leaves = KEYMAP.lookup(&[Context::Everywhere], key);
                let is_leaving = leaves == Some(Command::App(AppCommand::Quit));
                self.is_done = is_leaving || matches!(key, Key::Esc | Key::Ctrl('c'));
                false
            }
            Event::Paste(_) => false,
            Event::Resize => true,
            Event::Written => self.followed.follow(),
        }
    }

    fn tick(&mut self) {
        self.now = whole_second(self.clock.now());
        self.followed.follow();
    }

    fn next_wake(&self) -> Duration {
        until_next_second(self.clock.now())
    }

    fn is_done(&self) -> bool {
        self.is_done
    }
}
