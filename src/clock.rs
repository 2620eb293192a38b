//! The only place that asks what time it is; tests bring a clock of their own.

use std::fmt;
use std::path::PathBuf;

use chrono::{DateTime, Local};

use crate::text::dates::Instant;

/// Tells the time.
pub trait Clock: fmt::Debug {
    /// Returns the local time.
    fn now(&self) -> Instant;
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that may ask"
    )]
    fn now(&self) -> Instant {
        Local::now().fixed_offset()
    }
}

/// A clock that stands where a file says, for tests that drive the real program through a morning.
#[derive(Clone, Debug)]
pub struct FileClock(pub PathBuf);

impl Clock for FileClock {
    fn now(&self) -> Instant {
        let written = std::fs::read_to_string(&self.0).unwrap_or_default();
        DateTime::parse_from_rfc3339(written.trim()).unwrap_or_else(|_| SystemClock.now())
    }
}

/// Returns the clock of the machine, or the one that `GIAOBAN_CLOCK` names a file for.
pub fn from_environment() -> Box<dyn Clock> {
    match std::env::var_os("GIAOBAN_CLOCK") {
        Some(file) => Box::new(FileClock(file.into())),
        None => Box::new(SystemClock),
    }
}
