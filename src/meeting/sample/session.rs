//! One meeting of a practice book of many years: its seats, the times of its items, and the changes so far.

use chrono::{NaiveDate, TimeDelta};

use super::years::Years;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::{ItemKind, MeetingState, NoteKind, SeatGroup};
use crate::meeting::rows::{AgendaItem, FocusArea, ItemRun, Meeting, Note, Record, Seat};
use crate::text::dates::Instant;

/// An item with the time in which it ran.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) item: Id<AgendaItem>,
    pub(super) kind: ItemKind,
    pub(super) began: Instant,
    pub(super) ended: Instant,
}

impl Run {
    /// Returns the moment of one of so many things said in it, from 0.
    pub(super) fn moment(&self, place: usize, of: usize) -> Instant {
        let part = |n: usize| i64::try_from(n).unwrap_or(0);
        let whole = (self.ended - self.began).num_seconds();
        self.began + TimeDelta::seconds(whole * (part(place) + 1) / (part(of) + 1))
    }
}

/// A meeting that is being held.
pub(super) struct Session<'a, 'b> {
    pub(super) years: &'b mut Years<'a>,
    /// Its place among the meetings.
    pub(super) place: usize,
    pub(super) meeting: Id<Meeting>,
    pub(super) day: NaiveDate,
    pub(super) chair: Option<String>,
    pub(super) wards: Vec<Seat>,
    pub(super) runs: Vec<Run>,
    /// The places of the units that somebody came for.
    pub(super) present: Vec<usize>,
    pub(super) changes: Vec<Change>,
}

impl<'a, 'b> Session<'a, 'b> {
    /// Opens a planned meeting.
    pub(super) fn new(years: &'b mut Years<'a>, place: usize, planned: Vec<Change>) -> Self {
        let mut session = Self {
            day: years.now.date_naive(),
            years,
            place,
            meeting: Id::of(0),
            chair: None,
            wards: Vec::new(),
            runs: Vec::new(),
            present: Vec::new(),
            changes: Vec::new(),
        };
        let mut at = session.years.now;
        let mut meeting = None;
        for change in planned {
            match change {
                Change::Insert(Record::Meeting(row)) => {
                    at = row.starts + TimeDelta::seconds(session.years.dice.between(0, 300));
                    (session.meeting, session.day) = (row.id, row.starts.date_naive());
                    session.chair.clone_from(&row.chair);
                    meeting = Some(Meeting {
                        state: MeetingState::Closed,
                        opened: Some(at),
                        sample: true,
                        ..row
                    });
                }
                Change::Insert(Record::Seat(row)) => session.seat(row),
                Change::Insert(Record::AgendaItem(row)) => at = session.run(row, at),
                change @ (Change::Insert(_) | Change::Update(..) | Change::Delete(_)) => {
                    session.changes.push(change);
                }
            }
        }
        let closed = meeting.map(|meeting| Meeting {
            closed: Some(at),
            ..meeting
        });
        session.changes.extend(closed.map(Change::insert));
        session
    }

    /// Returns the seat of the unit of a place.
    pub(super) fn ward(&self, unit: usize) -> Option<&Seat> {
        self.wards.get(unit)
    }

    fn seat(&mut self, mut seat: Seat) {
        if seat.seat_group == SeatGroup::Ward {
            self.wards.push(seat.clone());
        } else {
            seat.attended = Some(self.years.dice.between(1, 9));
        }
        self.changes.push(Change::insert(seat));
    }

    /// Runs an item from a time on and returns when it ended.
    fn run(&mut self, item: AgendaItem, began: Instant) -> Instant {
        let seconds = item.minutes * 60 * self.years.dice.between(70, 125) / 100;
        let ended = began + TimeDelta::seconds(seconds.max(60));
        self.runs.push(Run {
            item: item.id,
            kind: item.kind,
            began,
            ended,
        });
        self.changes.push(Change::insert(ItemRun {
            id: self.years.ids.next(),
            meeting: self.meeting,
            item: item.id,
            began,
            ended: Some(ended),
        }));
        self.changes.push(Change::insert(item));
        ended
    }

    /// Writes a line and returns its id.
    pub(super) fn write(
        &mut self,
        run: &Run,
        (unit, kind, focus): (Option<usize>, NoteKind, Option<Id<FocusArea>>),
        at: Instant,
        text: String,
    ) -> Id<Note> {
        let note = Note {
            id: self.years.ids.next(),
            meeting: self.meeting,
            item: Some(run.item),
            seat: unit.and_then(|unit| self.ward(unit)).map(|seat| seat.id),
            speaker: None,
            kind,
            focus,
            at,
            text,
        };
        let id = note.id;
        self.changes.push(Change::insert(note));
        id
    }
}
