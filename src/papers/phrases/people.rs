//! How the papers name the people of a unit, as far as they are known.

use super::Phrases;
use crate::meeting::code::Rank;
use crate::meeting::rows::{AttendanceEvent, Seat};
use crate::papers::blanks::or_missing;
use crate::papers::gaps::Gap;
use crate::papers::sentences::open_ended;

impl Phrases {
    /// Returns the delegate of a unit, named as far as that is known: `Đồng chí …, Bí thư Đảng ủy phường …`.
    pub(crate) fn delegate(&self, seat: &Seat, mark: Option<&AttendanceEvent>) -> String {
        let common = &self.common;
        let committee = common.committee(&seat.name);
        let known = |value: &Option<String>| or_missing(value.as_deref(), &Gap::Name(seat.id));
        match mark.and_then(|event| Some((event, event.rank?))) {
            Some((_, Rank::Secretary)) => {
                common.delegate(&known(&seat.secretary), &common.secretary(), &committee)
            }
            Some((_, Rank::StandingDeputy)) => {
                common.delegate(&known(&seat.deputy), &common.standing_deputy(), &committee)
            }
            Some((event, Rank::Other)) => {
                let office = or_missing(event.office.as_deref(), &Gap::Office(seat.id));
                let person = known(&event.person);
                common.delegate_substitute(&person, &office, &committee)
            }
            None => common.delegate_unknown(&committee),
        }
    }

    /// Returns for whom a substitute came, with the office where it is known: `Nguyễn Văn …, Bí thư`.
    pub(crate) fn on_behalf(&self, seat: &Seat, event: &AttendanceEvent) -> String {
        let whom = event.on_behalf.as_deref().or(seat.secretary.as_deref());
        let whom = or_missing(whom, &Gap::Whom(seat.id));
        let whom = open_ended(&whom);
        let office = if seat.secretary.as_deref() == Some(whom) {
            Some(self.common.secretary())
        } else if seat.deputy.as_deref() == Some(whom) {
            Some(self.common.standing_deputy())
        } else {
            None
        };
        office.map_or_else(
            || whom.to_owned(),
            |office| self.common.name_office(whom, &office),
        )
    }
}
