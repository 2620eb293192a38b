//! How the papers name the people of a unit, as far as they are known, and the days on which they meet.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Phrases;
use crate::meeting::code::{Rank, SeatGroup};
use crate::meeting::rows::{AttendanceEvent, Seat};
use crate::papers::blanks::or_missing;
use crate::papers::gaps::Gap;
use crate::papers::recognised::is_of_committee;
use crate::papers::sentences::{BLANK, open_ended};
use crate::text::dates::long_date;

impl Phrases {
    /// Returns a day with its weekday, as an invitation tells it: `thứ Ba, ngày 11 tháng 7 năm 2023`.
    pub(crate) fn on_weekday(&self, day: NaiveDate) -> String {
        let common = &self.common;
        let weekday = match day.weekday() {
            Weekday::Mon => common.monday(),
            Weekday::Tue => common.tuesday(),
            Weekday::Wed => common.wednesday(),
            Weekday::Thu => common.thursday(),
            Weekday::Fri => common.friday(),
            Weekday::Sat => common.saturday(),
            Weekday::Sun => common.sunday(),
        };
        common.weekday_and_day(&weekday, &long_date(day))
    }

    /// Returns the body that a seat is of, by its full name.
    pub(crate) fn body(&self, seat: &Seat) -> String {
        match seat.seat_group {
            SeatGroup::Ward => self.common.committee(&seat.name),
            SeatGroup::Host | SeatGroup::Organisation | SeatGroup::Centre | SeatGroup::Guest => {
                seat.name.clone()
            }
        }
    }

    /// Returns the delegate of a unit, named as far as that is known: `Đồng chí …, Bí thư Đảng ủy phường …`.
    pub(crate) fn delegate(&self, seat: &Seat, mark: Option<&AttendanceEvent>) -> String {
        let common = &self.common;
        // A delegation is called by its own name: it is of no committee.
        if seat.seat_group != SeatGroup::Ward {
            return seat.name.clone();
        }
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
                if is_of_committee(&office) {
                    common.delegate_substitute(&person, &office, &committee)
                } else {
                    common.delegate_of_others(&person, &office, &committee)
                }
            }
            None => common.delegate_unknown(&committee),
        }
    }

    /// Returns the Secretary or Standing Deputy of a unit by name, where it is known, else somebody who came for it:
    /// `Đại diện Đảng ủy phường …`.
    pub(crate) fn delegate_in_short(&self, seat: &Seat, mark: Option<&AttendanceEvent>) -> String {
        let delegate = self.delegate(seat, mark);
        let is_substitute = mark.is_some_and(|event| event.rank == Some(Rank::Other));
        if is_substitute || delegate.contains(BLANK) {
            self.common
                .delegate_unknown(&self.common.committee(&seat.name))
        } else {
            delegate
        }
    }

    /// Returns name and office of the one who stayed away, where the entry says who that was: of the two who are called,
    /// nobody knows which one it was otherwise.
    pub(crate) fn absentee(&self, seat: &Seat, event: &AttendanceEvent) -> Option<[String; 2]> {
        let known = |value: Option<&str>| or_missing(value, &Gap::Name(seat.id));
        let by_rank = match event.rank {
            Some(Rank::Secretary) => Some((seat.secretary.as_deref(), self.common.secretary())),
            Some(Rank::StandingDeputy) => {
                Some((seat.deputy.as_deref(), self.common.standing_deputy()))
            }
            Some(Rank::Other) | None => None,
        };
        let person = event.person.as_deref();
        if let Some((name, office)) = by_rank {
            return Some([known(person.or(name)), office]);
        }
        let person = open_ended(person?).to_owned();
        let office = or_missing(event.office.as_deref(), &Gap::Office(seat.id));
        Some([person, office])
    }

    /// Returns for whom a substitute came, with the office where it is known: `Nguyễn Văn …, Bí thư`. Where nobody was entered
    /// it is a blank: a substitute of the unit need not have come for its Secretary.
    pub(crate) fn on_behalf(&self, seat: &Seat, event: &AttendanceEvent) -> String {
        let whom = or_missing(event.on_behalf.as_deref(), &Gap::Whom(seat.id));
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
