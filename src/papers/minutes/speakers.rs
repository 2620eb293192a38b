//! Who spoke, as the papers may call them together.

use crate::meeting::cell::Id;
use crate::meeting::code::{Rank, SeatGroup};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Standing};
use crate::meeting::rows::Seat;

/// What all who spoke have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Speakers {
    /// They are Secretaries and Standing Deputies of ward committees.
    Standing,
    /// They came for ward committees, some of them for somebody else.
    Any,
    /// Some came for other bodies.
    All,
}

/// Returns what those who spoke for these seats have in common.
pub(crate) fn speakers(dossier: &Dossier, seats: &[Id<Seat>]) -> Speakers {
    let mut all = seats.iter().filter_map(|seat| dossier.seats.get(*seat));
    if all.any(|seat| seat.seat_group != SeatGroup::Ward) {
        return Speakers::All;
    }
    let is_standing = |seat: &Id<Seat>| match roll_call::standing(dossier, *seat) {
        Standing::Present(Some(Rank::Secretary | Rank::StandingDeputy) | None) => true,
        Standing::Present(Some(Rank::Other))
        | Standing::NotMarked
        | Standing::Substitute
        | Standing::Excused
        | Standing::Absent => false,
    };
    if seats.iter().all(is_standing) {
        Speakers::Standing
    } else {
        Speakers::Any
    }
}
