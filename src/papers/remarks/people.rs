//! Remarks on the roll call: seats that are not marked, sums that do not add up, units that spoke though absent.

use super::Remark;
use crate::meeting::cell::Id;
use crate::meeting::code::SeatGroup;
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Standing};
use crate::meeting::rows::Seat;

/// Returns the contradictions of the roll call: wrong sums, and notes of an absent unit.
pub(crate) fn sums(dossier: &Dossier) -> Vec<Remark> {
    let counts = roll_call::counts(dossier);
    let sum = counts.present + counts.absent + counts.not_marked;
    let mut remarks = Vec::new();
    if counts.roster != sum {
        remarks.push(Remark::Sums(counts));
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
    remarks.extend(silent.map(|seat| Remark::SpokeAbsent(seat.id)));
    remarks
}

/// Returns that seats of the roll are not marked.
pub(crate) fn roll(dossier: &Dossier) -> Option<Remark> {
    let left = roll_call::counts(dossier).not_marked;
    (left > 0).then_some(Remark::NotMarked(left))
}

/// Returns that this seat of the roll is not marked.
pub(crate) fn of_seat(seat: Option<Id<Seat>>, dossier: &Dossier) -> Option<Remark> {
    let seat = dossier.seats.get(seat?)?;
    let is_open = seat.seat_group == SeatGroup::Ward
        && roll_call::standing(dossier, seat.id) == Standing::NotMarked;
    is_open.then_some(Remark::NotMarked(1))
}
