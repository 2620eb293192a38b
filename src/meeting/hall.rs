//! The hall: everything that the projector tells the room, as values. A note is no part of it, so that no medium can show
//! one.

use chrono::TimeDelta;

use crate::meeting::agenda::{self, Strain};
use crate::meeting::code::{ItemKind, MeetingState};
use crate::meeting::dossier::Dossier;
use crate::meeting::{conclusions, floor, roll_call};
use crate::text::dates::Instant;

/// Turns that are announced.
const NEXT: usize = 4;

/// The view of the projector on a meeting at a moment.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hall<'a> {
    /// The title of the meeting.
    pub(crate) title: &'a str,
    /// Units that are present.
    pub(crate) present: usize,
    /// Units that are summoned.
    pub(crate) roster: usize,
    /// The matter in the middle.
    pub(crate) matter: Matter<'a>,
}

/// The matter in the middle of the screen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Matter<'a> {
    /// The meeting has not begun; when it is to begin.
    Waiting(Instant),
    /// No item runs; the time.
    Between(Instant),
    /// The meeting is over; when it was closed.
    Over(Instant),
    /// An item runs.
    Item(Item<'a>),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item<'a> {
    /// Its place in the agenda, from 1.
    pub(crate) position: i64,
    pub(crate) title: &'a str,
    /// How long it has run.
    pub(crate) spent: TimeDelta,
    /// How long it may run.
    pub(crate) planned: TimeDelta,
    pub(crate) strain: Strain,
    pub(crate) panel: Panel<'a>,
}

/// The lines below the clock of the running item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Panel<'a> {
    /// Who speaks and for how long, and who speaks next.
    Floor {
        speaker: Option<(&'a str, TimeDelta)>,
        next: Vec<&'a str>,
    },
    /// The conclusions so far.
    Conclusions(Vec<&'a str>),
}

impl<'a> Hall<'a> {
    /// Returns the view of the projector at a moment.
    pub(crate) fn of(dossier: &'a Dossier, now: Instant) -> Self {
        let counts = roll_call::counts(dossier);
        Self {
            title: &dossier.meeting.title,
            present: counts.present,
            roster: counts.roster,
            matter: Matter::of(dossier, now),
        }
    }
}

impl<'a> Matter<'a> {
    fn of(dossier: &'a Dossier, now: Instant) -> Self {
        let meeting = &dossier.meeting;
        if let Some(item) = agenda::running_item(dossier) {
            let spent = agenda::elapsed(dossier, item.id, now);
            let planned = agenda::planned(item);
            return Self::Item(Item {
                position: item.position,
                title: &item.title,
                spent,
                planned,
                strain: agenda::strain(spent, planned),
                panel: Panel::of(item.kind, dossier, now),
            });
        }
        match meeting.state {
            MeetingState::Planned => Self::Waiting(meeting.starts),
            MeetingState::InSession => Self::Between(now),
            MeetingState::Closed | MeetingState::Final => Self::Over(meeting.closed.unwrap_or(now)),
        }
    }
}

impl<'a> Panel<'a> {
    fn of(kind: ItemKind, dossier: &'a Dossier, now: Instant) -> Self {
        if kind == ItemKind::Conclusion {
            let texts = conclusions::in_order(dossier).into_iter();
            return Self::Conclusions(texts.map(|conclusion| conclusion.text.as_str()).collect());
        }
        let speaker = floor::speaking(dossier).map(|speech| {
            let spoken = floor::length(speech, now);
            (floor::name(speech, dossier), spoken)
        });
        let queue = floor::queue(dossier).into_iter().take(NEXT);
        Self::Floor {
            speaker,
            next: queue.map(|speech| floor::name(speech, dossier)).collect(),
        }
    }
}
