//! What goes out before a meeting: who is invited to it, and how its items follow one another by the plan.

use super::agenda;
use super::code::SeatGroup;
use super::dossier::Dossier;
use super::roll_call;
use super::rows::{AgendaItem, Seat};
use crate::text::dates::Instant;

/// Returns the seats of those who are invited: the units of the roster, then the delegations; the body that holds the
/// meeting invites nobody of its own.
pub(crate) fn invited(dossier: &Dossier) -> Vec<&Seat> {
    let others = roll_call::delegations(dossier).into_iter();
    let others = others.filter(|seat| seat.seat_group != SeatGroup::Host);
    let mut invited = roll_call::wards(dossier);
    invited.extend(others);
    invited
}

/// Returns the items as they were planned, each with the time at which it was to begin. What came up in the meeting has no
/// place among them, nor what was taken out of the plan before it; what was left out only then keeps its place: the programme
/// was sent before.
pub(crate) fn programme(dossier: &Dossier) -> Vec<(&AgendaItem, Instant)> {
    let is_planned = dossier.meeting.is_planned();
    let mut items: Vec<(i64, &AgendaItem)> = agenda::items(dossier)
        .into_iter()
        .filter(|item| !is_planned || agenda::state(dossier, item).is_ahead())
        .filter_map(|item| Some((agenda::planned_place(item)?, item)))
        .collect();
    items.sort_by_key(|(place, _)| *place);
    let mut begins = dossier.meeting.starts;
    let timed = items.into_iter().map(|(_, item)| {
        let at = begins;
        begins += agenda::planned(item);
        (item, at)
    });
    timed.collect()
}

/// Returns when the meeting is to end by its programme; without one nobody knows.
pub(crate) fn ends(dossier: &Dossier) -> Option<Instant> {
    let programme = programme(dossier);
    let (last, begins) = programme.last()?;
    Some(*begins + agenda::planned(last))
}

/// The facts by which a calendar knows the event of a meeting again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When the book was begun.
    pub(crate) book: Instant,
    /// How often the meeting was moved to another time or place.
    pub(crate) moved: i64,
}
