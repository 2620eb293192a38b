//! The events of a Windows console, as `crossterm` reads them.

use std::io;
use std::path::Path;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event as ConsoleEvent};

use super::{Event, Source};
use crate::tui::key::Key;

/// How often to look into the book, of which nothing here tells that somebody has written to it.
const BLIND: Duration = Duration::from_millis(200);

/// Events of the terminal that the program runs in.
#[derive(Debug)]
pub struct Terminal(());

impl Terminal {
    /// Begins to listen to the terminal; the book is looked into now and then.
    pub fn new(_: &Path) -> io::Result<Self> {
        Ok(Self(()))
    }
}

impl Source for Terminal {
    fn next(&mut self, wait: Option<Duration>) -> io::Result<Option<Event>> {
        loop {
            let look = wait.is_none_or(|wait| wait > BLIND);
            if !event::poll(wait.map_or(BLIND, |wait| wait.min(BLIND)))? {
                return Ok(look.then_some(Event::Written));
            }
            if let Some(event) = read(event::read()?) {
                return Ok(Some(event));
            }
        }
    }
}

fn read(event: ConsoleEvent) -> Option<Event> {
    match event {
        ConsoleEvent::Key(key) if key.is_release() => None,
        ConsoleEvent::Key(key) => Key::of(&key).map(Event::Key),
        ConsoleEvent::Paste(text) => Some(Event::Paste(text)),
        ConsoleEvent::Resize(_, _) => Some(Event::Resize),
        ConsoleEvent::FocusGained | ConsoleEvent::FocusLost | ConsoleEvent::Mouse(_) => None,
    }
}
