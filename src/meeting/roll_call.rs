//! The roll call: who came, of what rank, and the counts that always sum to the roster.

pub(crate) mod log;
pub mod marks;

use super::cell::Id;
use super::code::{AttendanceKind, Rank, SeatGroup};
use super::dossier::Dossier;
use super::rows::{AttendanceEvent, Seat};

pub(crate) use log::{Log, MarkRefusal, Presence};
pub use marks::{Delegate, Mark, mark, mark_rest, mark_rest_secretary};

/// The state of a seat that its entries give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
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
    pub(crate) fn is_represented(self) -> bool {
        match self {
            Self::Present(_) | Self::Substitute => true,
            Self::NotMarked | Self::Excused | Self::Absent => false,
        }
    }
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
    /// Of those present, were out for an item.
    pub out: usize,
    /// Units with nobody on their seat.
    pub absent: usize,
    /// Of these, with leave.
    pub excused: usize,
    /// Units of which nothing was said yet.
    pub not_marked: usize,
}

impl Counts {
    /// Returns how many were marked; of the others nothing is known, and nothing is counted against them.
    pub fn marked(&self) -> usize {
        self.roster - self.not_marked
    }

    /// Returns how many are absent without leave.
    pub(crate) fn unexcused(&self) -> usize {
        self.absent - self.excused
    }

    /// Counts one seat by its state.
    pub(crate) fn add(&mut self, log: &Log) {
        let standing = log.standing();
        self.roster += 1;
        match standing {
            Standing::NotMarked => self.not_marked += 1,
            Standing::Present(Some(Rank::Secretary)) => self.secretary += 1,
            Standing::Present(Some(Rank::StandingDeputy)) => self.deputy += 1,
            Standing::Present(Some(Rank::Other)) | Standing::Substitute => self.substitute += 1,
            Standing::Present(None) => self.unranked += 1,
            Standing::Excused => {
                self.excused += 1;
                self.absent += 1;
            }
            Standing::Absent => self.absent += 1,
        }
        if standing.is_represented() {
            self.present += 1;
            self.late += usize::from(log.late().is_some());
            self.left += usize::from(log.left().is_some());
            self.out += usize::from(log.outs().next().is_some());
        }
    }
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

/// Returns the entries about a seat, in the order of their times.
pub(crate) fn log(dossier: &Dossier, seat: Id<Seat>) -> Log<'_> {
    Log::of(dossier.attendance.iter().filter(|event| event.seat == seat))
}

/// Returns the entry that decides whether and how a seat is represented.
pub(crate) fn base(dossier: &Dossier, seat: Id<Seat>) -> Option<&AttendanceEvent> {
    log(dossier, seat).base()
}

/// Returns the state of a seat that its entries give.
pub(crate) fn standing(dossier: &Dossier, seat: Id<Seat>) -> Standing {
    log(dossier, seat).standing()
}

/// Returns the entry that says that a seat's delegate came late.
pub(crate) fn late(dossier: &Dossier, seat: Id<Seat>) -> Option<&AttendanceEvent> {
    log(dossier, seat).late()
}

/// Says whether a seat's delegate has left and not come back.
pub(crate) fn has_left(dossier: &Dossier, seat: Id<Seat>) -> bool {
    log(dossier, seat).left().is_some()
}

/// Returns the counts; present + absent + not marked is always the roster.
pub fn counts(dossier: &Dossier) -> Counts {
    let mut counts = Counts::default();
    for seat in wards(dossier) {
        counts.add(&log(dossier, seat.id));
    }
    counts
}

/// Returns the first seat of the roll after this one of which nothing was said yet, from the top again at the end.
pub(crate) fn next_unmarked(dossier: &Dossier, after: Id<Seat>) -> Option<Id<Seat>> {
    let wards = wards(dossier);
    let next = wards
        .iter()
        .position(|seat| seat.id == after)
        .map_or(0, |position| position + 1);
    let (before, behind) = wards.split_at(next.min(wards.len()));
    behind
        .iter()
        .chain(before)
        .find(|seat| standing(dossier, seat.id) == Standing::NotMarked)
        .map(|seat| seat.id)
}

/// Returns the seat of the roll after this one; behind the last, the last.
pub(crate) fn next(dossier: &Dossier, after: Id<Seat>) -> Option<Id<Seat>> {
    let wards = wards(dossier);
    let here = wards.iter().position(|seat| seat.id == after)?;
    wards.get(here + 1).or(wards.last()).map(|seat| seat.id)
}

/// Returns whether the seat's delegate was there for an item that ran.
pub(crate) fn presence(
    dossier: &Dossier,
    seat: Id<Seat>,
    item: Id<super::rows::AgendaItem>,
) -> Presence {
    let runs = dossier.runs.iter().filter(|run| run.item == item);
    log(dossier, seat).presence(item, runs)
}

/// Says whether an entry tells if a seat is represented, rather than when its delegate came or went.
pub(crate) fn is_base(kind: AttendanceKind) -> bool {
    match kind {
        AttendanceKind::Present
        | AttendanceKind::Substitute
        | AttendanceKind::Excused
        | AttendanceKind::Absent => true,
        AttendanceKind::Late
        | AttendanceKind::Left
        | AttendanceKind::Back
        | AttendanceKind::Out => false,
    }
}
