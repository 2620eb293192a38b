//! How units came to the meetings that were held, out of the rows of many meetings.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Params, params};

use super::rows::{columns, read, select};
use super::{Failure, Store};
use crate::meeting::cell::Id;
use crate::meeting::record::Row;
use crate::meeting::rows::{AttendanceEvent, Meeting, Seat, Unit};
use crate::meeting::turnout::SeatRecord;

impl Store {
    /// Returns the seats of a unit at the last meetings that were held, but for one, the latest first.
    pub fn seats_of(
        &self,
        unit: Id<Unit>,
        most: usize,
        but: Option<Id<Meeting>>,
    ) -> Result<Vec<SeatRecord>, Failure> {
        let rest = "FROM seat CROSS JOIN meeting ON meeting.id = seat.meeting
             WHERE seat.unit = ?1 AND meeting.opened IS NOT NULL AND meeting.id IS NOT ?3
             ORDER BY meeting.starts DESC, meeting.id DESC LIMIT ?2";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut records = self.seats(rest, params![unit.number(), most, but.map(Id::number)])?;
        for record in &mut records {
            record.events = select(
                &self.connection,
                "WHERE seat = ?1",
                [record.seat.id.number()],
            )?;
        }
        Ok(records)
    }

    /// Returns the seats of units at all meetings that were held in a year.
    pub fn seats_in(&self, year: i32) -> Result<Vec<SeatRecord>, Failure> {
        let (from, until) = bounds(year);
        let held = "WHERE starts >= ?1 AND starts < ?2 AND opened IS NOT NULL";
        let meetings: Vec<Meeting> = select(&self.connection, held, params![from, until])?;
        let mut records = Vec::new();
        for meeting in meetings {
            let of_meeting = "WHERE meeting = ?1 AND unit IS NOT NULL";
            let seats: Vec<Seat> = select(&self.connection, of_meeting, [meeting.id.number()])?;
            records.extend(seats.into_iter().map(|seat| SeatRecord {
                meeting: meeting.clone(),
                seat,
                events: Vec::new(),
            }));
        }
        let events: Vec<AttendanceEvent> = select(
            &self.connection,
            "WHERE meeting IN (SELECT id FROM meeting WHERE starts >= ?1 AND starts < ?2)",
            params![from, until],
        )?;
        let mut by_seat: BTreeMap<Id<Seat>, Vec<AttendanceEvent>> = BTreeMap::new();
        for event in events {
            by_seat.entry(event.seat).or_default().push(event);
        }
        for record in &mut records {
            record.events = by_seat.remove(&record.seat.id).unwrap_or_default();
        }
        Ok(records)
    }

    fn seats(&self, rest: &str, params: impl Params) -> Result<Vec<SeatRecord>, Failure> {
        let (meeting, seat) = (columns::<Meeting>("meeting"), columns::<Seat>("seat"));
        let mut statement = self
            .connection
            .prepare_cached(&format!("SELECT {meeting}, {seat} {rest}"))?;
        let mut rows = statement.query(params)?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(SeatRecord {
                meeting: read(row, 0)?,
                seat: read(row, Meeting::TABLE.columns().len())?,
                events: Vec::new(),
            });
        }
        Ok(records)
    }
}

/// Returns the first day of a year and of the next, as times in the book begin.
pub(super) fn bounds(year: i32) -> (String, String) {
    let first = |year: i32| {
        NaiveDate::from_ymd_opt(year, 1, 1)
            .unwrap_or_default()
            .to_string()
    };
    (first(year), first(year + 1))
}
