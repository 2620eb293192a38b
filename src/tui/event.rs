//! What happens to the program: keys, pastes, sizes; from a terminal, or from a test.

use std::time::Duration;

use ratatui::crossterm::event::{self, Event as TerminalEvent};

use super::key::Key;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted.
    Paste(String),
    /// The terminal has another size.
    Resize,
}

/// Where events come from.
pub trait Source {
    /// Waits for the next event, at most this long if a time is given; nothing when the time has passed.
    fn next(&mut self, wait: Option<Duration>) -> std::io::Result<Option<Event>>;
}

/// Events of the terminal that the program runs in.
#[derive(Debug, Default)]
pub struct Terminal;

impl Source for Terminal {
    fn next(&mut self, wait: Option<Duration>) -> std::io::Result<Option<Event>> {
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

fn read(event: TerminalEvent) -> Option<Event> {
    match event {
        TerminalEvent::Key(key) if key.is_release() => None,
        TerminalEvent::Key(key) => Key::of(&key).map(Event::Key),
        TerminalEvent::Paste(text) => Some(Event::Paste(text)),
        TerminalEvent::Resize(_, _) => Some(Event::Resize),
        TerminalEvent::FocusGained | TerminalEvent::FocusLost | TerminalEvent::Mouse(_) => None,
    }
}
