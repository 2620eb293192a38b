//! How papers name the units that something is given to or owed by: all of them by their number, few by their names.

use std::collections::BTreeSet;

use super::brief::Brief;
use crate::meeting::cell::Id;
use crate::meeting::code::UnitKind;
use crate::meeting::roll_call;
use crate::meeting::rows::{Seat, Unit};
use crate::text::dates::count;

/// Up to this many wards are listed by their names, however few are left out.
const FEW: usize = 6;

/// A unit by its name.
#[derive(Clone, Copy, Debug)]
pub(super) struct NamedUnit<'a> {
    pub(super) id: Id<Unit>,
    pub(super) name: &'a str,
    /// Its kind of body.
    pub(super) kind: UnitKind,
}

impl<'a> NamedUnit<'a> {
    /// Returns the unit of a seat of the roster, by its name that day.
    pub(super) fn of(seat: &'a Seat) -> Option<Self> {
        Some(Self {
            id: seat.unit?,
            name: &seat.name,
            kind: UnitKind::Ward,
        })
    }
}

/// Returns a list of units for a sentence: all wards of the meeting by their number, nearly all with the exceptions,
/// others by their names; of no unit there is none.
pub(super) fn unit_list(units: &[NamedUnit], brief: &Brief) -> Option<String> {
    let (wards, bodies): (Vec<&NamedUnit>, Vec<&NamedUnit>) =
        units.iter().partition(|unit| unit.kind == UnitKind::Ward);
    let wards = Wards::of(&wards, brief);
    let ward_list = wards.in_short(brief).or_else(|| wards.by_name(brief));
    let bodies = bodies.into_iter().map(|unit| unit.name.to_owned());
    let lists: Vec<String> = ward_list.into_iter().chain(bodies).collect();
    (!lists.is_empty()).then(|| lists.join("; "))
}

/// Returns a list of wards without all their names, where that can be done.
pub(super) fn in_short(units: &[NamedUnit], brief: &Brief) -> Option<String> {
    Wards::of(&units.iter().collect::<Vec<_>>(), brief).in_short(brief)
}

/// The wards of a list in the order of the roll, and the wards that are not on the list.
struct Wards<'a> {
    names: Vec<&'a str>,
    others: Vec<&'a str>,
    number: usize,
    is_of_roster: bool,
}

impl<'a> Wards<'a> {
    fn of(wards: &[&NamedUnit<'a>], brief: &Brief<'a>) -> Self {
        let theirs: BTreeSet<Id<Unit>> = wards.iter().map(|unit| unit.id).collect();
        let seats = roll_call::wards(brief.dossier);
        let called = seats.iter().filter_map(|seat| seat.unit).count();
        let others: Vec<&str> = seats
            .iter()
            .filter(|seat| seat.unit.is_some_and(|unit| !theirs.contains(&unit)))
            .map(|seat| seat.name.as_str())
            .collect();
        let mut wards = wards.to_vec();
        // In the order of the roll; wards of another roster come last.
        wards.sort_by_key(|unit| {
            let place = seats.iter().position(|seat| seat.unit == Some(unit.id));
            place.unwrap_or(usize::MAX)
        });
        Self {
            names: wards.iter().map(|unit| unit.name).collect(),
            number: theirs.len(),
            is_of_roster: theirs.len() + others.len() == called,
            others,
        }
    }

    /// One by its name, all of them by their number, nearly all with the exceptions.
    fn in_short(&self, brief: &Brief) -> Option<String> {
        let (common, tables) = (&brief.phrases.common, &brief.phrases.tables);
        let n = count(self.number);
        match (self.names.as_slice(), self.others.len()) {
            ([one], _) => Some(common.committee(one)),
            ([_, ..], 0) if self.is_of_roster => Some(common.committees(&n)),
            (all, but) if self.is_of_roster && all.len() > FEW && all.len() >= 3 * but => {
                Some(tables.all_but(&n, &self.others.join(", ")))
            }
            _ => None,
        }
    }

    fn by_name(&self, brief: &Brief) -> Option<String> {
        let names = self.names.join(", ");
        (!names.is_empty()).then(|| brief.phrases.tables.wards(&names))
    }
}
