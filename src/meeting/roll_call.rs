//! The roll call: who came, of what rank, and the counts that always sum to the roster.

use super::agenda;
use super::cell::Id;
use super::change::{Change, Ids};
use super::code::{AttendanceKind, Rank, SeatGroup};
use super::dossier::Dossier;
use super::rows::{AttendanceEvent, Seat};
use crate::text::dates::Instant;

/// What the entries about a seat come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has said anything yet.
    NotMarked,
    /// The Secretary or the Standing Deputy came; which of them, once it was said.
    Present(Option<Rank>),
    /// Somebody else came for them.
    Substitute,
    /// Nobody came, with leave.
    Excused,
    /// Nobody came, without leave.
    Absent,
}

impl Standing {
    /// Says whether somebody sits on the seat.
    pub fn is_represented(self) -> bool {
        match self {
            Self::Present(_) | Self::Substitute => true,
            Self::NotMarked | Self::Excused | Self::Absent => false,
        }
    }
}

/// What the secretary says of a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is present, sent by this rank if that is known.
    Present(Option<Rank>),
    /// Somebody else came.
    Substitute {
        /// Who came.
        person: String,
        /// Of what office.
        office: String,
        /// For whom.
        on_behalf: Option<String>,
    },
    /// It is excused for a reason.
    Excused {
        /// Why.
        reason: String,
    },
    /// It is absent without leave.
    Absent,
    /// It came after the beginning.
    Late,
    /// It left before the end.
    Left {
        /// Why, if that was said.
        reason: Option<String>,
    },
    /// It came back after it had left.
    Back,
    /// Everything said of it was wrong.
    Clear,
}

/// The numbers that are read to the chair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Units called.
    pub roster: usize,
    /// Units with somebody on their seat.
    pub present: usize,
    /// Of these, sent their Secretary.
    pub secretary: usize,
    /// Of these, sent their Standing Deputy Secretary.
    pub deputy: usize,
    /// Of these, sent one of the two without it being said which.
    pub unranked: usize,
    /// Of these, sent somebody else.
    pub substitute: usize,
    /// Of those present, came late.
    pub late: usize,
    /// Of those present, left early.
    pub left: usize,
    /// Units with nobody on their seat.
    pub absent: usize,
    /// Of these, with leave.
    pub excused: usize,
    /// Units of which nothing was said yet.
    pub not_marked: usize,
}

/// Returns the seats of the roster, in the order of the roll.
pub fn wards(dossier: &Dossier) -> Vec<&Seat> {
    let mut wards: Vec<&Seat> = dossier
        .seats
        .iter()
        .filter(|seat| seat.seat_group == SeatGroup::Ward)
        .collect();
    wards.sort_by_key(|seat| (seat.position, seat.id));
    wards
}

/// Returns the other delegations, in their order.
pub fn delegations(dossier: &Dossier) -> Vec<&Seat> {
    let mut others: Vec<&Seat> = dossier
        .seats
        .iter()
        .filter(|seat| seat.seat_group != SeatGroup::Ward)
        .collect();
    others.sort_by_key(|seat| (seat.seat_group, seat.position, seat.id));
    others
}

/// Returns the entry that decides whether and how a seat is represented.
pub fn base(dossier: &Dossier, seat: Id<Seat>) -> Option<&AttendanceEvent> {
    of_seat(dossier, seat)
        .rev()
        .find(|event| is_base(event.kind))
}

/// Returns what the entries about a seat come to.
pub fn standing(dossier: &Dossier, seat: Id<Seat>) -> Standing {
    base(dossier, seat).map_or(Standing::NotMarked, standing_of)
}

/// Returns the entry that says that a seat's delegate came late.
pub fn late(dossier: &Dossier, seat: Id<Seat>) -> Option<&AttendanceEvent> {
    of_seat(dossier, seat).find(|event| event.kind == AttendanceKind::Late)
}

/// Returns the entry that says that a seat's delegate left, unless a later one says that it came back.
pub fn left(dossier: &Dossier, seat: Id<Seat>) -> Option<&AttendanceEvent> {
    of_seat(dossier, seat)
        .rfind(|event| matches!(event.kind, AttendanceKind::Left | AttendanceKind::Back))
        .filter(|event| event.kind == AttendanceKind::Left)
}

/// Returns the counts; present + absent + not marked is always the roster.
pub fn counts(dossier: &Dossier) -> Counts {
    let mut counts = Counts::default();
    for seat in dossier
        .seats
        .iter()
        .filter(|seat| seat.seat_group == SeatGroup::Ward)
    {
        counts.roster += 1;
        let standing = standing(dossier, seat.id);
        match standing {
            Standing::NotMarked => counts.not_marked += 1,
            Standing::Present(Some(Rank::Secretary)) => counts.secretary += 1,
            Standing::Present(Some(Rank::StandingDeputy)) => counts.deputy += 1,
            Standing::Present(Some(Rank::Other)) | Standing::Substitute => counts.substitute += 1,
            Standing::Present(None) => counts.unranked += 1,
            Standing::Excused => counts.excused += 1,
            Standing::Absent => {}
        }
        counts.absent += usize::from(matches!(standing, Standing::Excused | Standing::Absent));
        if standing.is_represented() {
            counts.present += 1;
            counts.late += usize::from(late(dossier, seat.id).is_some());
            counts.left += usize::from(left(dossier, seat.id).is_some());
        }
    }
    counts
}

/// Returns the first seat of the roll after this one of which nothing was said yet, from the top again at the end.
pub fn next_unmarked(dossier: &Dossier, after: Id<Seat>) -> Option<Id<Seat>> {
    let wards = wards(dossier);
    let here = wards
        .iter()
        .position(|seat| seat.id == after)
        .map_or(0, |position| position + 1);
    let (before, behind) = wards.split_at(here.min(wards.len()));
    behind
        .iter()
        .chain(before)
        .find(|seat| standing(dossier, seat.id) == Standing::NotMarked)
        .map(|seat| seat.id)
}

/// Returns the changes that make what is said of a seat true.
///
/// Presence and absence replace what was said before: the second digit corrects the first.
/// Coming late and leaving are added to it.
pub fn mark(
    dossier: &Dossier,
    seat: Id<Seat>,
    mark: &Mark,
    now: Instant,
    ids: &Ids,
) -> Vec<Change> {
    let blank = blank(dossier, seat, now, ids);
    let added = |event: AttendanceEvent| vec![Change::insert(event)];
    match mark {
        Mark::Present(rank) => set_base(dossier, blank.present(*rank)),
        Mark::Absent => set_base(dossier, blank.of_kind(AttendanceKind::Absent)),
        Mark::Excused { reason } => set_base(
            dossier,
            blank.because(AttendanceKind::Excused, Some(reason)),
        ),
        Mark::Substitute {
            person,
            office,
            on_behalf,
        } => set_base(
            dossier,
            AttendanceEvent {
                person: Some(person.clone()),
                office: Some(office.clone()),
                on_behalf: on_behalf.clone(),
                rank: Some(Rank::Other),
                ..blank.of_kind(AttendanceKind::Substitute)
            },
        ),
        Mark::Late => match late(dossier, seat) {
            Some(event) => vec![Change::delete(event)],
            None => added(blank.of_kind(AttendanceKind::Late)),
        },
        Mark::Left { reason } => added(blank.because(AttendanceKind::Left, reason.as_ref())),
        Mark::Back => added(blank.of_kind(AttendanceKind::Back)),
        Mark::Clear => of_seat(dossier, seat).rev().map(Change::delete).collect(),
    }
}

impl AttendanceEvent {
    fn of_kind(self, kind: AttendanceKind) -> Self {
        Self { kind, ..self }
    }

    fn present(self, rank: Option<Rank>) -> Self {
        Self {
            rank,
            ..self.of_kind(AttendanceKind::Present)
        }
    }

    fn because(self, kind: AttendanceKind, reason: Option<&String>) -> Self {
        Self {
            reason: reason.cloned(),
            ..self.of_kind(kind)
        }
    }
}

/// Returns the changes that mark every seat present of which nothing was said; the rank stays to be said.
pub fn mark_rest(dossier: &Dossier, now: Instant, ids: &Ids) -> Vec<Change> {
    wards(dossier)
        .into_iter()
        .filter(|seat| standing(dossier, seat.id) == Standing::NotMarked)
        .flat_map(|seat| mark(dossier, seat.id, &Mark::Present(None), now, ids))
        .collect()
}

/// Returns the changes that note how many of a delegation came.
pub fn count_delegation(seat: &Seat, attended: Option<i64>) -> Vec<Change> {
    vec![Change::edit(seat, |seat| seat.attended = attended)]
}

fn of_seat(dossier: &Dossier, seat: Id<Seat>) -> impl DoubleEndedIterator<Item = &AttendanceEvent> {
    dossier
        .attendance
        .iter()
        .filter(move |event| event.seat == seat)
}

fn standing_of(event: &AttendanceEvent) -> Standing {
    match event.kind {
        AttendanceKind::Present
        | AttendanceKind::Late
        | AttendanceKind::Left
        | AttendanceKind::Back => Standing::Present(event.rank),
        AttendanceKind::Substitute => Standing::Substitute,
        AttendanceKind::Excused => Standing::Excused,
        AttendanceKind::Absent => Standing::Absent,
    }
}

/// Says whether an entry tells if a seat is represented, rather than when its delegate came or went.
fn is_base(kind: AttendanceKind) -> bool {
    match kind {
        AttendanceKind::Present
        | AttendanceKind::Substitute
        | AttendanceKind::Excused
        | AttendanceKind::Absent => true,
        AttendanceKind::Late | AttendanceKind::Left | AttendanceKind::Back => false,
    }
}

/// Puts an entry in the place of the one that it corrects; one who is not there was not late either.
fn set_base(dossier: &Dossier, event: AttendanceEvent) -> Vec<Change> {
    let stays = standing_of(&event).is_represented();
    let mut changes: Vec<Change> = of_seat(dossier, event.seat)
        .filter(|old| !stays && !is_base(old.kind))
        .map(Change::delete)
        .collect();
    match base(dossier, event.seat) {
        Some(old) => changes.push(Change::edit(old, |old| {
            // Who came is corrected; that somebody was there, and since when, stands.
            let was_there = stays && standing_of(old).is_represented();
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

fn blank(dossier: &Dossier, seat: Id<Seat>, now: Instant, ids: &Ids) -> AttendanceEvent {
    AttendanceEvent {
        id: ids.next(),
        meeting: dossier.meeting.id,
        seat,
        at: now,
        item: agenda::running(dossier).map(|run| run.item),
        kind: AttendanceKind::Excused,
        rank: None,
        person: None,
        office: None,
        on_behalf: None,
        reason: None,
    }
}
