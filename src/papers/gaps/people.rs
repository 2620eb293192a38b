//! Gaps of the roll call: marks, ranks, names, reasons, and sums that do not add up.

use super::Gap;
use crate::meeting::cell::Id;
use crate::meeting::code::{AttendanceKind, Rank, SeatGroup};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Standing};
use crate::meeting::rows::Seat;

/// Returns the contradictions of the roll call: wrong sums, and notes of an absent unit.
pub(crate) fn sums(dossier: &Dossier) -> Vec<Gap> {
    let counts = roll_call::counts(dossier);
    let sum = counts.present + counts.absent + counts.not_marked;
    let mut gaps = Vec::new();
    if counts.roster != sum {
        gaps.push(Gap::Sums(counts));
    }
    let spoke = |seat: &&Seat| {
        let own = |seat_of: Option<Id<Seat>>| seat_of == Some(seat.id);
        let mut notes = dossier.notes.iter();
        let mut turns = dossier.speeches.iter();
        notes.any(|note| own(note.seat) && note.kind.row().is_own)
            || turns.any(|turn| own(turn.seat) && turn.began.is_some())
    };
    let wards = roll_call::wards(dossier).into_iter();
    let absent = wards.filter(|seat| match roll_call::standing(dossier, seat.id) {
        Standing::Excused | Standing::Absent => true,
        Standing::NotMarked | Standing::Present(_) | Standing::Substitute => false,
    });
    let others = roll_call::delegations(dossier).into_iter();
    let nobody = others.filter(|seat| seat.attended == Some(0));
    let silent = absent.chain(nobody).filter(spoke);
    gaps.extend(silent.map(|seat| Gap::SpokeAbsent(seat.id)));
    gaps
}

/// Returns the gaps of the whole roll.
pub(crate) fn roll(dossier: &Dossier) -> impl Iterator<Item = Gap> + use<> {
    let counts = roll_call::counts(dossier);
    let marks = [
        (counts.not_marked, Gap::NotMarked(counts.not_marked)),
        (counts.unranked, Gap::Unranked(counts.unranked)),
    ];
    let marks = marks.into_iter().filter(|(n, _)| *n > 0);
    let uncounted = roll_call::delegations(dossier)
        .into_iter()
        .filter(|seat| seat.attended.is_none())
        .map(|seat| Gap::Uncounted(seat.id));
    let mut gaps: Vec<Gap> = marks.map(|(_, gap)| gap).chain(uncounted).collect();
    let wards = roll_call::wards(dossier);
    gaps.extend(reasons(&wards, dossier));
    gaps.extend(names(&wards, dossier));
    gaps.into_iter()
}

pub(crate) fn of_seat(seat: Option<Id<Seat>>, dossier: &Dossier) -> Vec<Gap> {
    let Some(seat) = seat.and_then(|seat| dossier.seats.get(seat)) else {
        return Vec::new();
    };
    if seat.seat_group != SeatGroup::Ward {
        return Vec::new();
    }
    let mark = match roll_call::standing(dossier, seat.id) {
        Standing::NotMarked => Some(Gap::NotMarked(1)),
        Standing::Present(None) => Some(Gap::Unranked(1)),
        Standing::Present(Some(_))
        | Standing::Substitute
        | Standing::Excused
        | Standing::Absent => None,
    };
    mark.into_iter()
        .chain(reasons(&[seat], dossier))
        .chain(names(&[seat], dossier))
        .collect()
}

fn reasons(wards: &[&Seat], dossier: &Dossier) -> Vec<Gap> {
    let reasonless = wards.iter().filter(|seat| {
        let base = roll_call::base(dossier, seat.id);
        base.is_some_and(|event| event.kind == AttendanceKind::Excused && event.reason.is_none())
    });
    reasonless.map(|seat| Gap::Reason(seat.id)).collect()
}

fn names(wards: &[&Seat], dossier: &Dossier) -> Option<Gap> {
    let mut nameless = wards.iter().filter(|seat| !is_named(dossier, seat));
    let first = nameless.next()?;
    Some(Gap::Names(1 + nameless.count(), first.id))
}

/// Says whether the person that the minutes name for a seat is known.
fn is_named(dossier: &Dossier, seat: &Seat) -> bool {
    match roll_call::standing(dossier, seat.id) {
        Standing::NotMarked | Standing::Present(None) => true,
        Standing::Present(Some(Rank::StandingDeputy)) => seat.deputy.is_some(),
        Standing::Present(Some(Rank::Other)) | Standing::Substitute => {
            roll_call::base(dossier, seat.id).is_some_and(|event| event.person.is_some())
        }
        Standing::Present(Some(Rank::Secretary)) | Standing::Excused | Standing::Absent => {
            seat.secretary.is_some()
        }
    }
}
