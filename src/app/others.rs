//! A second desk on the same book, and the clock of the machine: both may change while the user types.

use chrono::TimeDelta;

use crate::app::App;
use crate::app::dialogs::Dialog;
use crate::app::status::Status;
use crate::app::whole_second;
use crate::meeting::agenda;
use crate::meeting::change::Change;
use crate::meeting::code::MeetingState;
use crate::text::dates::{Instant, short_date, span, time};

/// What the clock told.
pub(crate) struct Passed {
    /// The user is warned: the clock was set back, or the machine has slept, and the times of the meeting follow the clock.
    pub(crate) is_told: bool,
    /// Another day has begun.
    pub(crate) is_new_day: bool,
}

/// Seconds that a clock may go back without a warning.
const SLACK: TimeDelta = TimeDelta::seconds(30);

/// The longest step of a ticking clock; after a longer one the machine has slept, or the clock was set.
const LEAP: TimeDelta = TimeDelta::minutes(5);

impl App {
    /// Loads the commits of other processes, and says whether there were any.
    pub(crate) fn follow_others(&mut self) -> bool {
        let Ok(version) = self.room.store.version() else {
            return false;
        };
        if version == self.version {
            return false;
        }
        self.version = version;
        // A half-typed line of another desk changes the file, but no row on this screen.
        let head = self.room.store.head().unwrap_or(self.head);
        if head == self.head {
            return false;
        }
        self.head = head;
        if self.is_composing() && self.snapshot.is_none() {
            self.snapshot = self.room.dossier.clone().map(Box::new);
        }
        self.reload();
        self.forget();
        true
    }

    /// Lets the open form follow the commits of other processes.
    pub(crate) fn follow_in_form(&mut self) {
        let view = self.room.view(self.place.screen);
        if let Some(Dialog::Form(form)) = &mut self.place.dialog {
            form.follow(&view);
        }
    }

    /// Says whether the user is filling in a form or editing a line of the stream.
    pub(crate) fn is_composing(&self) -> bool {
        let is_form = matches!(self.place.dialog, Some(Dialog::Form(_)));
        is_form || self.place.screens.desk.editing.is_some()
    }

    /// Says whether another process has changed one of these rows since the user began to edit.
    pub(crate) fn is_overtaken(&self, changes: &[Change]) -> bool {
        let Some(snapshot) = &self.snapshot else {
            return false;
        };
        let mut probe = snapshot.clone();
        for row in changes.iter().filter_map(Change::before) {
            probe.put(row);
        }
        probe != *snapshot
    }

    /// Reads the clock; on another day the cached answers of the book go, because what is overdue depends on the day.
    pub(crate) fn follow_time(&mut self) -> Passed {
        let was_ticking = self.shows_clock();
        let now = whole_second(self.clock.now());
        let before = std::mem::replace(&mut self.room.now, now);
        let is_new_day = now.date_naive() != before.date_naive();
        if is_new_day {
            self.forget();
        }
        let is_told = self.doubt_leap(now - before, was_ticking);
        Passed {
            is_told,
            is_new_day,
        }
    }

    /// Warns if the time has leapt, and says whether it does.
    fn doubt_leap(&mut self, passed: TimeDelta, was_ticking: bool) -> bool {
        if passed < -SLACK {
            self.doubt_clock()
        } else if was_ticking && passed > LEAP && self.is_running() {
            let sentence = self.room.words.why_clock_jumped(&span(passed));
            self.status = Some(Status::warned(sentence));
            true
        } else {
            false
        }
    }

    /// Warns if the clock is behind the last entry of the book, and says whether it is.
    pub(crate) fn doubt_clock(&mut self) -> bool {
        let Some(last) = self.latest().filter(|_| self.is_behind()) else {
            return false;
        };
        let latest = format!("{} {}", time(last), short_date(last.date_naive()));
        self.status = Some(Status::warned(self.room.words.why_clock_back(&latest)));
        true
    }

    /// Says whether the clock is behind the last entry of the book, so that somebody has set it back.
    pub(crate) fn is_behind(&self) -> bool {
        let last = self.latest();
        last.is_some_and(|last| last - SLACK > self.room.now) && self.is_running()
    }

    fn latest(&self) -> Option<Instant> {
        self.room.dossier.as_ref().and_then(agenda::latest)
    }

    fn is_running(&self) -> bool {
        let dossier = self.room.dossier.as_ref();
        dossier.is_some_and(|dossier| dossier.meeting.state == MeetingState::InSession)
    }
}
