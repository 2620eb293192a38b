//! The only place that asks what time it is; tests bring a clock of their own.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, Local, Timelike};

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
pub(crate) struct FileClock(pub(crate) PathBuf);

impl Clock for FileClock {
    fn now(&self) -> Instant {
        let written = std::fs::read_to_string(&self.0).unwrap_or_default();
        DateTime::parse_from_rfc3339(written.trim()).unwrap_or_else(|_| SystemClock.now())
    }
}

/// Returns the clock of the machine, or the one that `GIAOBAN_CLOCK` names a file for.
pub(crate) fn from_environment() -> Box<dyn Clock> {
    match std::env::var_os("GIAOBAN_CLOCK") {
        Some(file) => Box::new(FileClock(file.into())),
        None => Box::new(SystemClock),
    }
}

/// Returns how long it is until the next second, which a visible clock waits for.
pub(crate) fn until_next_second(now: Instant) -> Duration {
    let second = 1_000_000_000_u32;
    Duration::from_nanos(u64::from(second - now.nanosecond() % second))
}

/// Returns how long it is until the next day begins.
pub(crate) fn until_midnight(now: Instant) -> Duration {
    let day = 24 * 60 * 60;
    let passed = u64::from(now.num_seconds_from_midnight());
    // The second that is running is waited out too, so that the clock never rings on the day before.
    Duration::from_secs(u64::saturating_sub(day, passed))
}

/// Returns a time without its parts of a second: the book keeps none, and memory must be what the book is.
pub(crate) fn whole_second(at: Instant) -> Instant {
    at.with_nanosecond(0).unwrap_or(at)
}
