//! An alarm that also counts the time for which the machine sleeps: midnight comes to a laptop that was shut too.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

use rustix::time::{
    Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create,
    timerfd_settime,
};

/// The shortest wait that is worth an alarm: the machine hardly sleeps within it.
const LONG: Duration = Duration::from_mins(1);

/// An alarm that rings once, when a long wait is over.
#[derive(Debug)]
pub(crate) struct Alarm(OwnedFd);

impl Alarm {
    /// Makes an alarm that is not set.
    pub(crate) fn new() -> io::Result<Self> {
        let flags = TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC;
        Ok(Self(timerfd_create(TimerfdClockId::Boottime, flags)?))
    }

    /// Sets the alarm if the wait is long; one that was set before rings at its own time otherwise.
    pub(crate) fn set(&self, wait: Duration) {
        let Some(wait) = Some(wait).filter(|wait| *wait >= LONG) else {
            return;
        };
        let never = Timespec::default();
        if let Ok(value) = Timespec::try_from(wait) {
            let once = Itimerspec {
                it_interval: never,
                it_value: value,
            };
            // Without it the wait of the poll still ends, only later by the time of a sleep.
            let _rings_later = timerfd_settime(&self.0, TimerfdTimerFlags::empty(), &once);
        }
    }

    /// Silences an alarm that has rung.
    pub(crate) fn silence(&self) {
        let mut count = [0; 8];
        let _was_silent = rustix::io::read(&self.0, &mut count);
    }
}

impl AsFd for Alarm {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}
