//! The log of one seat: its entries in the order of their times, and everything that is derived from them.

use chrono::NaiveDate;

use super::{Standing, is_base};
use crate::meeting::cell::Id;
use crate::meeting::code::{AttendanceKind, MeetingState, Rank};
use crate::meeting::rows::{AgendaItem, AttendanceEvent, ItemRun, Meeting, Seat};
use crate::text::dates::Instant;

/// The entries about one seat, the earliest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log<'a>(Vec<&'a AttendanceEvent>);

/// Whether a seat's delegate was there while an item ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// Nothing was said of the seat, or the item has not run.
    Unknown,
    /// Nobody was there.
    Away,
    /// The delegate is at the meeting and was out for this item.
    Out,
    /// The delegate was there for a part of it.
    Part,
    /// The delegate was there for all of it.
    Whole,
}

/// Why the entries about a seat cannot be true together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkRefusal {
    /// Somebody is there on a day on which the meeting is not held.
    OutsideDay {
        /// The day of the entry.
        day: NaiveDate,
        /// The day of the meeting.
        meeting: NaiveDate,
    },
    /// The meeting had not begun, so nobody was late.
    TooEarly {
        /// When it began, or was to begin.
        begins: Instant,
    },
    /// The time has not come yet, or the meeting was over.
    TooLate {
        /// The time.
        at: Instant,
        /// The last time that can be true.
        limit: Instant,
    },
    /// Somebody came later than the log of the floor has the words of that body.
    SpokeBefore {
        /// When it spoke first.
        spoke: Instant,
        /// When it is said to have come.
        arrived: Instant,
    },
    /// Somebody came later than that body was seen in the meeting.
    SeenBefore {
        /// When it was marked present.
        seen: Instant,
        /// When it is said to have come.
        arrived: Instant,
    },
    /// Somebody who is not there came late, left, came back or was out.
    NotThere,
    /// Somebody left before arriving.
    LeftBeforeArriving {
        /// When the delegate left.
        left: Instant,
        /// When the delegate arrived.
        arrived: Instant,
    },
    /// Somebody left before the meeting began.
    LeftTooEarly {
        /// When the meeting begins, or began.
        begins: Instant,
    },
    /// Somebody left twice without coming back in between.
    LeftTwice,
    /// Somebody came back without having left before.
    BackWithoutLeaving,
    /// Somebody came for another without a name.
    NoName,
}

impl<'a> Log<'a> {
    /// Returns the log that these entries make.
    pub(crate) fn of(events: impl IntoIterator<Item = &'a AttendanceEvent>) -> Self {
        let mut events: Vec<&AttendanceEvent> = events.into_iter().collect();
        events.sort_by_key(|event| (event.at, event.id));
        Self(events)
    }

    /// Returns the entries, the earliest first.
    pub(crate) fn events(&self) -> &[&'a AttendanceEvent] {
        &self.0
    }

    /// Returns the entry that decides whether and how the seat is represented: the last that says it.
    pub(crate) fn base(&self) -> Option<&'a AttendanceEvent> {
        self.0.iter().rfind(|event| is_base(event.kind)).copied()
    }

    /// Returns the state that the entries give.
    pub(crate) fn standing(&self) -> Standing {
        self.base().map_or(Standing::NotMarked, standing_of)
    }

    /// Returns the entry that says that the delegate came late.
    pub(crate) fn late(&self) -> Option<&'a AttendanceEvent> {
        self.of_kind(AttendanceKind::Late).next()
    }

    /// Returns the entry that says that the delegate left, unless a later one says that it came back.
    pub(crate) fn left(&self) -> Option<&'a AttendanceEvent> {
        self.0
            .iter()
            .rfind(|event| event.kind.row().is_leaving)
            .filter(|event| event.kind == AttendanceKind::Left)
            .copied()
    }

    /// Returns the entries that say that the delegate was out for an item.
    pub(crate) fn outs(&self) -> impl Iterator<Item = &'a AttendanceEvent> {
        self.of_kind(AttendanceKind::Out)
    }

    /// Returns when the delegate was away for a while: each time from leaving to coming back.
    pub(crate) fn breaks(&self) -> Vec<(&'a AttendanceEvent, Instant)> {
        let mut breaks = Vec::new();
        let mut left = None;
        for event in &self.0 {
            match event.kind {
                AttendanceKind::Left => left = Some(*event),
                AttendanceKind::Back => breaks.extend(left.take().map(|left| (left, event.at))),
                AttendanceKind::Present
                | AttendanceKind::Substitute
                | AttendanceKind::Excused
                | AttendanceKind::Absent
                | AttendanceKind::Late
                | AttendanceKind::Out => {}
            }
        }
        breaks
    }

    /// Returns whether the delegate was there while an item ran, in all its runs together.
    pub(crate) fn presence<'r>(
        &self,
        item: Id<AgendaItem>,
        runs: impl IntoIterator<Item = &'r ItemRun>,
    ) -> Presence {
        let parts: Vec<Presence> = runs.into_iter().map(|run| self.during(run)).collect();
        let standing = self.standing();
        if standing == Standing::NotMarked || parts.is_empty() {
            return Presence::Unknown;
        }
        if !standing.is_represented() {
            return Presence::Away;
        }
        if self.outs().any(|event| event.item == Some(item)) {
            return Presence::Out;
        }
        let all = |presence: Presence| parts.iter().all(|part| *part == presence);
        if all(Presence::Whole) {
            Presence::Whole
        } else if all(Presence::Away) {
            Presence::Away
        } else {
            Presence::Part
        }
    }

    /// Returns whether the delegate was there during one run; one that goes on lasts as long as is known.
    fn during(&self, run: &ItemRun) -> Presence {
        let mut is_here = self.late().is_none();
        let (mut was_here, mut was_away) = (false, false);
        let mut since = None;
        let mut stay = |from: Option<Instant>, until: Option<Instant>, is_here: bool| {
            let begins_in_time = run
                .ended
                .is_none_or(|ended| from.is_none_or(|from| from < ended));
            let ends_in_time = until.is_none_or(|until| until > run.began);
            if begins_in_time && ends_in_time {
                was_here |= is_here;
                was_away |= !is_here;
            }
        };
        for event in &self.0 {
            let comes = match event.kind {
                AttendanceKind::Late | AttendanceKind::Back => true,
                AttendanceKind::Left => false,
                AttendanceKind::Present
                | AttendanceKind::Substitute
                | AttendanceKind::Excused
                | AttendanceKind::Absent
                | AttendanceKind::Out => continue,
            };
            stay(since, Some(event.at), is_here);
            (since, is_here) = (Some(event.at), comes);
        }
        stay(since, None, is_here);
        match (was_here, was_away) {
            (true, false) => Presence::Whole,
            (false, _) => Presence::Away,
            (true, true) => Presence::Part,
        }
    }

    /// Validates the log after the `moved` entries got a new time.
    ///
    /// Only the moved ones are checked against the meeting and `now`: after a clock was set back, the entries that it
    /// wrote can still be edited.
    pub(crate) fn check(
        &self,
        moved: &[Id<AttendanceEvent>],
        meeting: &Meeting,
        now: Instant,
    ) -> Result<(), MarkRefusal> {
        self.0
            .iter()
            .filter(|event| moved.contains(&event.id))
            .try_for_each(|event| check_time(event, meeting, now))?;
        self.check_order()
    }

    /// Says whether the comings and goings follow each other as those of one body can.
    fn check_order(&self) -> Result<(), MarkRefusal> {
        let is_there = self.standing().is_represented();
        let late = self.late();
        let mut has_left = false;
        for event in &self.0 {
            let arrives_later = late.filter(|late| late.at > event.at);
            match event.kind {
                AttendanceKind::Substitute if !is_named(event) => return Err(MarkRefusal::NoName),
                AttendanceKind::Late
                | AttendanceKind::Left
                | AttendanceKind::Back
                | AttendanceKind::Out
                    if !is_there =>
                {
                    return Err(MarkRefusal::NotThere);
                }
                AttendanceKind::Out if has_left => return Err(MarkRefusal::NotThere),
                // The time of a mark is when it was made, not when somebody arrived.
                AttendanceKind::Present
                | AttendanceKind::Substitute
                | AttendanceKind::Excused
                | AttendanceKind::Absent
                | AttendanceKind::Late
                | AttendanceKind::Out => {}
                AttendanceKind::Left if has_left => return Err(MarkRefusal::LeftTwice),
                AttendanceKind::Left => {
                    if let Some(late) = arrives_later {
                        return Err(MarkRefusal::LeftBeforeArriving {
                            left: event.at,
                            arrived: late.at,
                        });
                    }
                    has_left = true;
                }
                AttendanceKind::Back if has_left => has_left = false,
                AttendanceKind::Back => return Err(MarkRefusal::BackWithoutLeaving),
            }
        }
        Ok(())
    }

    /// Returns the name of the one who sits on the seat, as far as it is known.
    pub(crate) fn person(&self, seat: &'a Seat) -> Option<&'a str> {
        match self.standing() {
            Standing::Present(Some(Rank::Secretary)) => seat.secretary.as_deref(),
            Standing::Present(Some(Rank::StandingDeputy)) => seat.deputy.as_deref(),
            Standing::Present(Some(Rank::Other)) | Standing::Substitute => {
                self.base().and_then(|event| event.person.as_deref())
            }
            Standing::Present(None)
            | Standing::NotMarked
            | Standing::Excused
            | Standing::Absent => None,
        }
    }

    fn of_kind(&self, kind: AttendanceKind) -> impl Iterator<Item = &'a AttendanceEvent> {
        self.0
            .iter()
            .filter(move |event| event.kind == kind)
            .copied()
    }
}

/// Says whether an entry stands at a time at which it can be true.
///
/// An absence may be announced on any day before; who is there can only be there on the day, and not in the future.
fn check_time(event: &AttendanceEvent, meeting: &Meeting, now: Instant) -> Result<(), MarkRefusal> {
    let (first, last) = days(meeting, now);
    let day = event.at.date_naive();
    let (can_be_announced, is_late) = match event.kind {
        AttendanceKind::Excused | AttendanceKind::Absent | AttendanceKind::Substitute => {
            (true, false)
        }
        AttendanceKind::Late => (false, true),
        AttendanceKind::Present
        | AttendanceKind::Left
        | AttendanceKind::Back
        | AttendanceKind::Out => (false, false),
    };
    if day > last || (day < first && !can_be_announced) {
        return Err(MarkRefusal::OutsideDay {
            day,
            meeting: first,
        });
    }
    let limit = meeting.closed.map_or(now, |closed| closed.min(now));
    if event.at > limit {
        return Err(MarkRefusal::TooLate {
            at: event.at,
            limit,
        });
    }
    let begins = meeting
        .opened
        .map_or(meeting.starts, |opened| opened.min(meeting.starts));
    if is_late && event.at < begins {
        return Err(MarkRefusal::TooEarly { begins });
    }
    let is_leaving = event.kind == AttendanceKind::Left && meeting.opened.is_some();
    if is_leaving && event.at < begins {
        return Err(MarkRefusal::LeftTooEarly { begins });
    }
    Ok(())
}

fn is_named(event: &AttendanceEvent) -> bool {
    let name = event.person.as_deref().unwrap_or_default();
    !name.trim().is_empty()
}

/// Returns the first and the last day on which somebody can be at the meeting.
pub(crate) fn days(meeting: &Meeting, now: Instant) -> (NaiveDate, NaiveDate) {
    let first = meeting.opened.unwrap_or(meeting.starts).date_naive();
    let last = match meeting.state {
        MeetingState::Planned => first,
        // A meeting that is going on past midnight is still the same meeting.
        MeetingState::InSession => now.date_naive(),
        MeetingState::Closed | MeetingState::Final => {
            meeting.closed.unwrap_or(meeting.starts).date_naive()
        }
    };
    (first, last.max(first))
}

fn standing_of(event: &AttendanceEvent) -> Standing {
    match event.kind {
        AttendanceKind::Present
        | AttendanceKind::Late
        | AttendanceKind::Left
        | AttendanceKind::Back
        | AttendanceKind::Out => Standing::Present(event.rank),
        AttendanceKind::Substitute => Standing::Substitute,
        AttendanceKind::Excused => Standing::Excused,
        AttendanceKind::Absent => Standing::Absent,
    }
}
