//! Marks of the roll call: a mark of the secretary on a seat, and the changes that it makes.

use std::collections::BTreeMap;

use super::log::days;
use super::{Log, MarkRefusal, Standing, is_base, log, standing, wards};
use crate::meeting::agenda;
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Ids, Moment};
use crate::meeting::code::{AttendanceKind, MeetingState, Rank, SeatGroup};
use crate::meeting::dossier::Dossier;
use crate::meeting::floor;
use crate::meeting::rows::{AgendaItem, AttendanceEvent, Record, Seat};
use crate::text::dates::Instant;

/// Who sits on a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delegate {
    /// The one of this rank that was summoned.
    Summoned(Rank),
    /// Somebody else.
    Substitute {
        /// Who.
        person: String,
        /// The office.
        office: String,
        /// For whom.
        on_behalf: Option<String>,
    },
}

/// A mark of the secretary on a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Somebody is there, without it being said who was sent.
    Present,
    /// Somebody came for it.
    Came(Delegate),
    /// It is excused.
    Excused {
        /// Why, once that was said; the minutes miss it until then.
        reason: Option<String>,
    },
    /// It is absent without leave.
    Absent,
    /// The one who is there came after the beginning.
    Late,
    /// It was not there until now; so it is from now on.
    Arrived(Delegate),
    /// It left before the end.
    Left {
        /// Why, if that was said.
        reason: Option<String>,
    },
    /// It came back after it had left.
    Back,
    /// It is out for this item, or was not out for it after all.
    Out(Id<AgendaItem>),
    /// Everything said of it was wrong.
    Clear,
}

/// Returns the changes that record a mark of a seat, or why the mark contradicts the log.
///
/// Presence and absence replace the entries before: the second digit corrects the first. Coming late, leaving and being
/// out are added to them.
pub fn mark(
    dossier: &Dossier,
    seat: Id<Seat>,
    mark: &Mark,
    moment: Moment,
) -> Result<Vec<Change>, MarkRefusal> {
    let blank = blank(dossier, seat, moment);
    let log = log(dossier, seat);
    let added = |event: AttendanceEvent| vec![Change::insert(event)];
    let changes = match mark {
        Mark::Present => set_base(&log, blank.present(None)),
        Mark::Absent => set_base(&log, blank.of_kind(AttendanceKind::Absent)),
        Mark::Excused { reason } => set_base(
            &log,
            blank.because(AttendanceKind::Excused, reason.as_ref()),
        ),
        Mark::Came(delegate) => set_base(&log, blank.taken_by(delegate)),
        Mark::Late => vec![late_or_not(&log, blank, dossier)],
        Mark::Arrived(how) => arrived(how, blank, moment.ids),
        Mark::Left { reason } => added(blank.because(AttendanceKind::Left, reason.as_ref())),
        Mark::Back => added(blank.of_kind(AttendanceKind::Back)),
        Mark::Out(item) => match log.outs().find(|event| event.item == Some(*item)) {
            Some(event) => vec![Change::delete(event)],
            None => added(AttendanceEvent {
                item: Some(*item),
                ..blank.of_kind(AttendanceKind::Out)
            }),
        },
        Mark::Clear => log
            .events()
            .iter()
            .rev()
            .map(|event| Change::delete(*event))
            .collect(),
    };
    checked(dossier, seat, changes, moment.now)
}

/// Adds that a delegate came late, or takes it back; one who was seen after the beginning has come by then.
fn late_or_not(log: &Log, blank: AttendanceEvent, dossier: &Dossier) -> Change {
    if let Some(event) = log.late() {
        return Change::delete(event);
    }
    let at = seen(log, dossier).unwrap_or(blank.at);
    let late = blank.of_kind(AttendanceKind::Late);
    Change::insert(placed(dossier, AttendanceEvent { at, ..late }))
}

/// Adds the arrival of a delegate and that it was late; the entries about the empty seat stay valid until then.
fn arrived(delegate: &Delegate, blank: AttendanceEvent, ids: &Ids) -> Vec<Change> {
    let came = blank.clone().taken_by(delegate);
    let late = AttendanceEvent {
        id: ids.next(),
        ..blank.of_kind(AttendanceKind::Late)
    };
    vec![Change::insert(came), Change::insert(late)]
}

/// Returns the changes that mark every seat present of which nothing was said; the rank stays to be said.
pub fn mark_rest(
    dossier: &Dossier,
    moment: Moment,
) -> Result<Vec<Change>, (Id<Seat>, MarkRefusal)> {
    let unsaid = |standing| standing == Standing::NotMarked;
    mark_all(dossier, unsaid, &Mark::Present, moment)
}

/// Returns the changes that say of every seat that it was its Secretary who came, where nobody has said who.
pub fn mark_rest_secretary(
    dossier: &Dossier,
    moment: Moment,
) -> Result<Vec<Change>, (Id<Seat>, MarkRefusal)> {
    let unsaid = |standing| standing == Standing::NotMarked || standing == Standing::Present(None);
    let came = Mark::Came(Delegate::Summoned(Rank::Secretary));
    mark_all(dossier, unsaid, &came, moment)
}

fn mark_all(
    dossier: &Dossier,
    wanted: impl Fn(Standing) -> bool,
    with: &Mark,
    moment: Moment,
) -> Result<Vec<Change>, (Id<Seat>, MarkRefusal)> {
    let mut changes = Vec::new();
    for seat in wards(dossier) {
        if wanted(standing(dossier, seat.id)) {
            let marked = mark(dossier, seat.id, with, moment);
            changes.extend(marked.map_err(|refusal| (seat.id, refusal))?);
        }
    }
    Ok(changes)
}

/// Returns the change that corrects an entry, or why the corrected entries contradict one another.
pub fn correct(
    dossier: &Dossier,
    event: &AttendanceEvent,
    corrected: AttendanceEvent,
    now: Instant,
) -> Result<Vec<Change>, MarkRefusal> {
    let corrected = placed(dossier, corrected);
    let log = log(dossier, event.seat);
    let mut changes: Vec<Change> = log
        .events()
        .iter()
        .filter(|other| is_one_arrival(event, other))
        .map(|other| {
            Change::edit(*other, |other| {
                (other.at, other.item) = (corrected.at, corrected.item);
            })
        })
        .collect();
    changes.push(Change::edit(event, |event| *event = corrected));
    checked(dossier, event.seat, changes, now)
}

/// Returns the change that adds an entry at a time of its own, or why it cannot be true.
pub(crate) fn note(
    dossier: &Dossier,
    event: AttendanceEvent,
    now: Instant,
) -> Result<Vec<Change>, MarkRefusal> {
    let event = placed(dossier, event);
    let seat = event.seat;
    checked(dossier, seat, vec![Change::insert(event)], now)
}

/// Says whether two entries tell of one arrival: who came, and that it was late.
fn is_one_arrival(event: &AttendanceEvent, other: &AttendanceEvent) -> bool {
    let came = |event: &AttendanceEvent| event.kind.row().is_arrival;
    let late = |event: &AttendanceEvent| event.kind == AttendanceKind::Late;
    event.at == other.at && ((came(event) && late(other)) || (late(event) && came(other)))
}

/// Returns an event under the item that was running at its time; an absence for one item keeps its own item.
fn placed(dossier: &Dossier, event: AttendanceEvent) -> AttendanceEvent {
    let item = match event.kind {
        AttendanceKind::Out => event.item,
        AttendanceKind::Present
        | AttendanceKind::Substitute
        | AttendanceKind::Excused
        | AttendanceKind::Absent
        | AttendanceKind::Late
        | AttendanceKind::Left
        | AttendanceKind::Back => agenda::running_at(dossier, event.at),
    };
    AttendanceEvent { item, ..event }
}

/// Returns the changes that take one entry out of the log of a seat; without the last that says
/// how it is represented, nothing is left to be said of it.
pub fn strike(
    dossier: &Dossier,
    event: &AttendanceEvent,
    now: Instant,
) -> Result<Vec<Change>, MarkRefusal> {
    let log = log(dossier, event.seat);
    let others = log.events().iter().filter(|other| other.id != event.id);
    let stays = others.clone().any(|other| is_base(other.kind));
    let mut changes = vec![Change::delete(event)];
    if !stays {
        changes.extend(others.map(|other| Change::delete(*other)));
    }
    checked(dossier, event.seat, changes, now)
}

/// Returns the change that gives a guest, or a delegation that was not planned for, a seat at the meeting.
pub(crate) fn seat_guest(
    dossier: &Dossier,
    name: &str,
    attended: Option<i64>,
    ids: &Ids,
) -> Change {
    let seats = dossier.seats.iter();
    let last = seats
        .filter(|seat| seat.seat_group == SeatGroup::Guest)
        .map(|seat| seat.position)
        .max();
    Change::insert(Seat {
        id: ids.next(),
        meeting: dossier.meeting.id,
        seat_group: SeatGroup::Guest,
        position: last.unwrap_or(0) + 1,
        unit: None,
        name: name.to_owned(),
        secretary: None,
        deputy: None,
        attended,
    })
}

/// Returns a blank event for a mark made now.
///
/// While the meeting is planned or in session its time is `now`. Afterwards it is the opening time: a mark made in the
/// office on the next day is about the meeting, and nobody came on that day.
pub(crate) fn blank(dossier: &Dossier, seat: Id<Seat>, moment: Moment) -> AttendanceEvent {
    let meeting = &dossier.meeting;
    let at = match meeting.state {
        MeetingState::Planned | MeetingState::InSession => moment.now,
        MeetingState::Closed | MeetingState::Final => meeting.opened.unwrap_or(meeting.starts),
    };
    AttendanceEvent {
        id: moment.ids.next(),
        meeting: meeting.id,
        seat,
        at,
        item: agenda::running_at(dossier, at),
        kind: AttendanceKind::Excused,
        rank: None,
        person: None,
        office: None,
        on_behalf: None,
        reason: None,
    }
}

/// Says whether an arrival or a departure happens now, so that its time need not be asked for.
pub(crate) fn happens_now(dossier: &Dossier, now: Instant) -> bool {
    let (first, last) = days(&dossier.meeting, now);
    let is_over = match dossier.meeting.state {
        MeetingState::Planned | MeetingState::InSession => false,
        MeetingState::Closed | MeetingState::Final => true,
    };
    !is_over && (first..=last).contains(&now.date_naive())
}

impl AttendanceEvent {
    /// Returns the entry as one of this kind.
    #[must_use]
    pub(crate) fn of_kind(self, kind: AttendanceKind) -> Self {
        Self { kind, ..self }
    }

    fn present(self, rank: Option<Rank>) -> Self {
        Self {
            rank,
            ..self.of_kind(AttendanceKind::Present)
        }
    }

    fn taken_by(self, delegate: &Delegate) -> Self {
        match delegate {
            Delegate::Summoned(rank) => self.present(Some(*rank)),
            Delegate::Substitute {
                person,
                office,
                on_behalf,
            } => Self {
                person: Some(person.clone()),
                office: Some(office.clone()),
                on_behalf: on_behalf.clone(),
                rank: Some(Rank::Other),
                ..self.of_kind(AttendanceKind::Substitute)
            },
        }
    }

    fn because(self, kind: AttendanceKind, reason: Option<&String>) -> Self {
        Self {
            reason: reason.cloned(),
            ..self.of_kind(kind)
        }
    }
}

/// Puts an entry in the place of the one that it corrects; of one who is not there nothing else is left.
fn set_base(log: &Log, event: AttendanceEvent) -> Vec<Change> {
    let stays = Log::of([&event]).standing().is_represented();
    let mut bases = log.events().iter().filter(|event| is_base(event.kind));
    let corrected = if stays {
        log.base()
    } else {
        bases.next().copied()
    };
    let mut changes: Vec<Change> = log
        .events()
        .iter()
        .filter(|old| !stays && corrected.is_none_or(|corrected| corrected.id != old.id))
        .map(|old| Change::delete(*old))
        .collect();
    match corrected {
        Some(old) => changes.push(Change::edit(old, |old| {
            // Who came is corrected; that somebody was there, and since when, stands.
            let was_there = stays && Log::of([&*old]).standing().is_represented();
            let (at, item) = if was_there {
                (old.at, old.item)
            } else {
                (event.at, event.item)
            };
            *old = AttendanceEvent {
                id: old.id,
                at,
                item,
                ..event
            };
        })),
        None => changes.push(Change::insert(event)),
    }
    changes
}

/// Returns the changes if the log of the seat can be true once they are made.
fn checked(
    dossier: &Dossier,
    seat: Id<Seat>,
    changes: Vec<Change>,
    now: Instant,
) -> Result<Vec<Change>, MarkRefusal> {
    let mut after: BTreeMap<Id<AttendanceEvent>, AttendanceEvent> = log(dossier, seat)
        .events()
        .iter()
        .map(|event| (event.id, (*event).clone()))
        .collect();
    for change in &changes {
        if let Some(Record::AttendanceEvent(event)) = change.before() {
            after.remove(&event.id);
        }
        if let Some(Record::AttendanceEvent(event)) = change.after() {
            after.insert(event.id, event.clone());
        }
    }
    let moved: Vec<Id<AttendanceEvent>> = changes.iter().filter_map(moved).collect();
    let log = Log::of(after.values());
    log.check(&moved, &dossier.meeting, now)?;
    let late = log.late().filter(|late| moved.contains(&late.id));
    late.map_or(Ok(()), |late| check_arrival(late, &log, dossier))?;
    Ok(changes)
}

/// Returns when the one on a seat was marked present, where that was after the beginning: before it, nothing tells who was
/// there when the meeting began.
fn seen(log: &Log, dossier: &Dossier) -> Option<Instant> {
    let opened = dossier.meeting.opened?;
    let base = log.base().filter(|_| log.standing().is_represented());
    base.map(|base| base.at).filter(|at| *at > opened)
}

/// Says whether nothing tells that the delegate was there before arriving.
fn check_arrival(late: &AttendanceEvent, log: &Log, dossier: &Dossier) -> Result<(), MarkRefusal> {
    let arrived = late.at;
    let is_before = |at: &Instant| *at < arrived;
    if let Some(spoke) = floor::first_words(dossier, late.seat).filter(is_before) {
        return Err(MarkRefusal::SpokeBefore { spoke, arrived });
    }
    match seen(log, dossier).filter(is_before) {
        Some(seen) => Err(MarkRefusal::SeenBefore { seen, arrived }),
        None => Ok(()),
    }
}

/// Returns the entry that a change puts at a time at which it was not before.
fn moved(change: &Change) -> Option<Id<AttendanceEvent>> {
    match (change.before(), change.after()) {
        (Some(Record::AttendanceEvent(before)), Some(Record::AttendanceEvent(after)))
            if before.at == after.at =>
        {
            None
        }
        (_, Some(Record::AttendanceEvent(after))) => Some(after.id),
        (_, Some(_) | None) => None,
    }
}
