//! Where events come from: a terminal, or a test.

#[cfg(target_os = "linux")]
mod alarm;
#[cfg(not(unix))]
mod console;
#[cfg(unix)]
mod unix;
#[cfg(target_os = "linux")]
mod watch;

use std::time::Duration;

#[cfg(not(unix))]
pub(crate) use crate::tui::event::console::Terminal;
#[cfg(unix)]
pub(crate) use crate::tui::event::unix::Terminal;

use crate::app::event::Event;

/// Where events come from.
pub(crate) trait Source {
    /// Waits for the next event, at most this long; nothing when the time has passed.
    fn next(&mut self, wait: Duration) -> std::io::Result<Option<Event>>;
}
