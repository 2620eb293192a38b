//! The events of a Windows console, as `crossterm` reads them.

use std::io;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event as ConsoleEvent};

use super::{Event, Source};
use crate::tui::key::Key;

/// Events of the terminal that the program runs in.
#[derive(Debug)]
pub struct Terminal(());

impl Terminal {
    /// Begins to listen to the terminal.
    pub fn new() -> io::Result<Self> {
        Ok(Self(()))
    }
}

impl Source for Terminal {
    fn next(&mut self, wait: Option<Duration>) -> io::Result<Option<Event>> {
        loop {
            if let Some(wait) = wait
                && !event::poll(wait)?
            {
                return Ok(None);
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
