//! The projector: `giaoban present` in a second terminal shows the hall what runs, who speaks and what was concluded.
//!
//! It reads the book of the desk, never writes to it, and never shows a note.

mod draw;

use std::time::Duration;

use ratatui::Frame;

use crate::app::command::{AppCommand, Command};
use crate::app::event::Event;
use crate::app::key::Key;
use crate::app::keymap::Context;
use crate::app::sentences::sentence;
use crate::clock::{Clock, until_next_second, whole_second};
use crate::meeting::dossier::Dossier;
use crate::store::{Failure, Store};
use crate::text::dates::Instant;
use crate::tui::keymap::KEYMAP;
use crate::tui::program::Program;
use crate::tui::theme::Styles;
use crate::words::Words;

/// The projector over a book.
#[derive(Debug)]
pub struct Present {
    store: Store,
    clock: Box<dyn Clock>,
    words: Words,
    styles: Styles,
    dossier: Option<Dossier>,
    /// Why the book cannot be read now; what was read last stays on the screen.
    trouble: Option<String>,
    /// What was wrong with the theme that was wanted.
    complaint: Option<String>,
    now: Instant,
    version: i64,
    head: i64,
    is_done: bool,
}

impl Present {
    /// Returns the projector over a book that was opened for reading.
    pub fn new(store: Store, clock: Box<dyn Clock>, words: Words) -> Result<Self, Failure> {
        let now = whole_second(clock.now());
        let mut present = Self {
            version: store.version()?,
            head: store.head()?,
            store,
            clock,
            words,
            styles: Styles::without_colour(),
            dossier: None,
            trouble: None,
            complaint: None,
            now,
            is_done: false,
        };
        present.read();
        Ok(present)
    }

    /// Draws in these styles, because a bright hall wants a light theme, and tells what was wrong with those wanted.
    #[must_use]
    pub fn styled(self, styles: Styles, complaint: Option<String>) -> Self {
        Self {
            styles,
            complaint,
            ..self
        }
    }

    /// Reads the meeting again if the desk has written, and says whether anything has changed.
    fn follow(&mut self) -> bool {
        let news = self.store.version().and_then(|version| {
            if version == self.version {
                return Ok(None);
            }
            Ok(Some((version, self.store.head()?)))
        });
        match news {
            Ok(None) => false,
            Ok(Some((version, head))) if head == self.head && self.trouble.is_none() => {
                self.version = version;
                false
            }
            Ok(Some((version, head))) => {
                // What could not be read is tried again at the next look.
                if self.read() {
                    (self.version, self.head) = (version, head);
                }
                true
            }
            Err(failure) => {
                self.trouble = Some(sentence(&failure, self.words));
                true
            }
        }
    }

    /// Reads the meeting, and says whether that could be done.
    fn read(&mut self) -> bool {
        match self.store.shown_meeting() {
            Ok(dossier) => {
                (self.dossier, self.trouble) = (dossier, None);
                true
            }
            Err(failure) => {
                self.trouble = Some(sentence(&failure, self.words));
                false
            }
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
            Event::Written => self.follow(),
        }
    }

    fn tick(&mut self) {
        self.now = whole_second(self.clock.now());
        self.follow();
    }

    fn next_wake(&self) -> Option<Duration> {
        Some(until_next_second(self.clock.now()))
    }

    fn is_done(&self) -> bool {
        self.is_done
    }
}
