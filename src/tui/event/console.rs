//! The events of a Windows console, as `crossterm` reads them.

use std::io;
use std::path::Path;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event as ConsoleEvent, KeyCode, KeyEvent, KeyModifiers};

use crate::app::event::Event;
use crate::app::key::Key;
use crate::tui::event::Source;

/// How often to look into the book: on this system nothing reports a write to it.
const BLIND: Duration = Duration::from_millis(200);

/// Events of the terminal that the program runs in.
#[derive(Debug)]
pub(crate) struct Terminal(());

impl Terminal {
    /// Begins to listen to the terminal; the book is looked into now and then.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "on other systems the terminal may refuse"
    )]
    pub(crate) fn new(_: &Path) -> io::Result<Self> {
        Ok(Self(()))
    }
}

impl Source for Terminal {
    fn next(&mut self, wait: Duration) -> io::Result<Option<Event>> {
        loop {
            let look = wait > BLIND;
            if !event::poll(wait.min(BLIND))? {
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
        ConsoleEvent::Key(key) => key_of(&key).map(Event::Key),
        ConsoleEvent::Paste(text) => Some(Event::Paste(text)),
        ConsoleEvent::Resize(_, _) => Some(Event::Resize),
        ConsoleEvent::FocusGained | ConsoleEvent::FocusLost | ConsoleEvent::Mouse(_) => None,
    }
}

/// Returns the key of a console's event, or nothing for keys that no command knows.
///
/// Ctrl-H is Backspace: input methods and some terminals send the byte 0x08 for it (`guide/domain.md` §7.5).
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a terminal knows many keys that we do not"
)]
fn key_of(event: &KeyEvent) -> Option<Key> {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    Some(match event.code {
        // AltGr arrives as Ctrl and Alt together, and types a character.
        KeyCode::Char(c) if ctrl && !alt => match c.to_ascii_lowercase() {
            'h' => Key::Backspace,
            lower => Key::Ctrl(lower),
        },
        KeyCode::Char(c) if alt && !ctrl => Key::Alt(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::F(n) => Key::F(n),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return None,
    })
}
