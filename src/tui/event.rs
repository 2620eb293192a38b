//! What happens to the program: keys, pastes, sizes; from a terminal, or from a test.

#[cfg(not(unix))]
mod console;
#[cfg(unix)]
mod unix;
#[cfg(target_os = "linux")]
mod watch;

use std::time::Duration;

#[cfg(not(unix))]
pub use console::Terminal;
#[cfg(unix)]
pub use unix::Terminal;

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
    /// Somebody has written to the book.
    Written,
}

/// Where events come from.
pub trait Source {
    /// Waits for the next event, at most this long if a time is given; nothing when the time has passed.
    fn next(&mut self, wait: Option<Duration>) -> std::io::Result<Option<Event>>;
}
