//! Dossiers, rosters and the template of a meeting, read whole.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Params};

use super::codes::text;
use super::rows::{columns, one, read, select};
use super::{Failure, Store, Trouble};
use crate::meeting::agenda::Matter;
use crate::meeting::cell::Id;
use crate::meeting::code::MeetingState;
use crate::meeting::dossier::Dossier;
use crate::meeting::plan::{Planning, Reports};
use crate::meeting::record::Row;
use crate::meeting::roster::{Called, Held, Rosters, Summons};
use crate::meeting::rows::{
    AgendaTemplate, Issuer, Meeting, Office, Person, Roster, RosterUnit, Seat, TemplateItem, Unit,
};

impl Store {
    /// Returns a meeting with everything that belongs to it, or nothing if the book has no such meeting.
    pub fn dossier(&self, id: Id<Meeting>) -> Result<Option<Dossier>, Failure> {
        let connection = &self.connection;
        let Some(meeting) = one(connection, id)? else {
            return Ok(None);
        };
        let missing =
            |what: &str| Failure::new(Trouble::Damaged, format!("meeting without {what}"));
        let roster = one::<Roster>(connection, meeting.roster)?.ok_or_else(|| missing("roster"))?;
        let issuer = one::<Issuer>(connection, meeting.issuer)?.ok_or_else(|| missing("issuer"))?;
        let mut dossier = Dossier::new(meeting, roster, issuer);
        let n = [id.number()];
        let mine = "WHERE meeting = ?1";
        dossier.focus = select(connection, "", [])?.into_iter().collect();
        dossier.days_off = self.days_off()?;
        dossier.seats = select(connection, mine, n)?.into_iter().collect();
        dossier.items = select(connection, mine, n)?.into_iter().collect();
        dossier.runs = select(connection, mine, n)?.into_iter().collect();
        dossier.attendance = select(connection, mine, n)?.into_iter().collect();
        dossier.speeches = select(connection, mine, n)?.into_iter().collect();
        dossier.issues = select(connection, mine, n)?.into_iter().collect();
        dossier.notes = select(connection, mine, n)?.into_iter().collect();
        dossier.raised = select(connection, mine, n)?.into_iter().collect();
        let answers = "WHERE issue IN (SELECT id FROM issue WHERE meeting = ?1)
            OR issue IN (SELECT issue FROM issue_answer WHERE meeting = ?1)";
        dossier.answers = select(connection, answers, n)?.into_iter().collect();
        let older =
            "WHERE meeting != ?1 AND id IN (SELECT issue FROM issue_answer WHERE meeting = ?1)";
        dossier.older = select(connection, older, n)?.into_iter().collect();
        let raised =
            "WHERE meeting != ?1 AND issue IN (SELECT issue FROM issue_answer WHERE meeting = ?1)";
        dossier.older_raised = select(connection, raised, n)?.into_iter().collect();
        dossier.conclusions = select(connection, mine, n)?.into_iter().collect();
        dossier.prepared = select(connection, mine, n)?.into_iter().collect();
        dossier.actions = select(connection, mine, n)?.into_iter().collect();
        let parts = "WHERE action IN (SELECT id FROM action WHERE meeting = ?1)";
        dossier.supports = select(connection, parts, n)?.into_iter().collect();
        dossier.assignments = select(connection, parts, n)?.into_iter().collect();
        dossier.extensions = select(connection, parts, n)?.into_iter().collect();
        let reports = "WHERE assignment IN (SELECT assignment.id FROM assignment
            JOIN action ON action.id = assignment.action WHERE action.meeting = ?1)";
        dossier.progress = select(connection, reports, n)?.into_iter().collect();
        dossier.signatories = select(connection, "", [])?.into_iter().collect();
        dossier.imprints = select(connection, mine, n)?.into_iter().collect();
        dossier.amendments = select(connection, mine, n)?.into_iter().collect();
        Ok(Some(dossier))
    }

    /// Returns the meeting that was called for the latest time.
    pub fn last_meeting(&self) -> Result<Option<Id<Meeting>>, Failure> {
        self.first_meeting("ORDER BY starts DESC, id DESC")
    }

    /// Returns the meeting that the hall is in: the one in session, or else the one that was called for the latest time.
    pub(crate) fn shown_meeting(&self) -> Result<Option<Dossier>, Failure> {
        let state = text(MeetingState::InSession.code());
        let running = format!("WHERE state = {state} ORDER BY opened DESC");
        let id = match self.first_meeting(&running)? {
            None => self.last_meeting()?,
            running => running,
        };
        id.map_or(Ok(None), |id| self.dossier(id))
    }

    /// Returns the meeting that those who are invited wait for: the next one that is planned, or else the one that was called
    /// for the latest time.
    pub(crate) fn next_meeting(&self, today: NaiveDate) -> Result<Option<Id<Meeting>>, Failure> {
        let state = text(MeetingState::Planned.code());
        let next = format!("WHERE state = {state} AND starts >= '{today}' ORDER BY starts");
        match self.first_meeting(&next)? {
            None => self.last_meeting(),
            next => Ok(next),
        }
    }

    /// Returns the meeting that was held last, or else the one that was called for the latest time.
    pub fn last_held(&self) -> Result<Option<Id<Meeting>>, Failure> {
        let held = "WHERE opened IS NOT NULL ORDER BY starts DESC";
        match self.first_meeting(held)? {
            None => self.last_meeting(),
            held => Ok(held),
        }
    }

    /// Returns the first meeting that the rest of a query has.
    fn first_meeting(&self, rest: &str) -> Result<Option<Id<Meeting>>, Failure> {
        let sql = format!("SELECT id FROM meeting {rest} LIMIT 1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let id = statement.query_row([], |row| row.get(0)).optional()?;
        Ok(id.map(Id::of))
    }

    /// Returns the latest meeting that was called for a day.
    pub(crate) fn meeting_on(&self, day: NaiveDate) -> Result<Option<Id<Meeting>>, Failure> {
        let sql = "SELECT id FROM meeting WHERE starts >= ?1 AND starts < ?2 ORDER BY starts DESC, id DESC LIMIT 1";
        let next = day.succ_opt().unwrap_or(day);
        let bounds = [day.to_string(), next.to_string()];
        let id = self
            .connection
            .prepare_cached(sql)?
            .query_row(bounds, |row| row.get(0))
            .optional()?;
        Ok(id.map(Id::of))
    }

    /// Returns the rosters of the book, the one for new meetings first.
    pub fn rosters(&self) -> Result<Vec<Roster>, Failure> {
        select(&self.connection, "ORDER BY chosen DESC, valid_from", [])
    }

    /// Returns the roster with this id, if the book has it.
    pub(crate) fn roster(&self, id: Id<Roster>) -> Result<Option<Roster>, Failure> {
        one(&self.connection, id)
    }

    /// Returns a roster with its units and everybody who has held an office in them.
    pub fn summons(&self, roster: Roster) -> Result<Summons, Failure> {
        let sql = format!(
            "SELECT {}, {} FROM roster_unit CROSS JOIN unit ON unit.id = roster_unit.unit
             WHERE roster_unit.roster = ?1 ORDER BY roster_unit.position, roster_unit.id",
            columns::<RosterUnit>("roster_unit"),
            columns::<Unit>("unit"),
        );
        let of_roster = "WHERE office.unit IN (SELECT unit FROM roster_unit WHERE roster = ?1)";
        let mut offices = self.offices(of_roster, [roster.id.number()])?;
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([roster.id.number()])?;
        let mut units = Vec::new();
        while let Some(row) = rows.next()? {
            let place: RosterUnit = read(row, 0)?;
            units.push(Called {
                held: offices.remove(&place.unit).unwrap_or_default(),
                unit: read(row, RosterUnit::TABLE.columns().len())?,
                place,
            });
        }
        Ok(Summons { roster, units })
    }

    /// Returns everything that the rosters of the book come to.
    pub fn all_rosters(&self) -> Result<Rosters, Failure> {
        let summons = self.rosters()?.into_iter();
        let planned = format!(
            "WHERE state = {} ORDER BY starts",
            text(MeetingState::Planned.code())
        );
        let planned: Vec<Meeting> = select(&self.connection, &planned, [])?;
        let mut seats = Vec::new();
        for meeting in planned {
            let of_meeting: Vec<Seat> = select(
                &self.connection,
                "WHERE meeting = ?1 AND unit IS NOT NULL",
                [meeting.id.number()],
            )?;
            seats.extend(of_meeting.into_iter().map(|seat| (seat, meeting.clone())));
        }
        let units: Vec<Unit> = select(&self.connection, "ORDER BY id", [])?;
        let mut offices = self.offices("", [])?;
        Ok(Rosters {
            summons: summons
                .map(|roster| self.summons(roster))
                .collect::<Result<_, _>>()?,
            units: units
                .into_iter()
                .map(|unit| {
                    let held = offices.remove(&unit.id).unwrap_or_default();
                    (unit, held)
                })
                .collect(),
            planned: seats,
        })
    }

    /// Returns the offices that match a condition, each with its person, by their units.
    fn offices(
        &self,
        condition: &str,
        params: impl Params,
    ) -> Result<BTreeMap<Id<Unit>, Vec<Held>>, Failure> {
        let sql = format!(
            "SELECT {}, {} FROM office CROSS JOIN person ON person.id = office.person
             {condition} ORDER BY office.id",
            columns::<Office>("office"),
            columns::<Person>("person"),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        let mut offices: BTreeMap<Id<Unit>, Vec<Held>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let office: Office = read(row, 0)?;
            let person: Person = read(row, Office::TABLE.columns().len())?;
            offices
                .entry(office.unit)
                .or_default()
                .push(Held { office, person });
        }
        Ok(offices)
    }

    /// Returns the plan of a meeting that follows a template.
    pub fn template(&self) -> Result<Planning, Failure> {
        let missing = || Failure::new(Trouble::Damaged, "no agenda template");
        let template: AgendaTemplate = select(&self.connection, "ORDER BY id LIMIT 1", [])?
            .pop()
            .ok_or_else(missing)?;
        let issuer = self.issuer()?;
        let items: Vec<TemplateItem> = select(
            &self.connection,
            "WHERE template = ?1 ORDER BY position",
            [template.id.number()],
        )?;
        Ok(Planning {
            title: template.title,
            content: template.content,
            issuer: issuer.id,
            chair: None,
            chair_office: None,
            recorder: None,
            recorder_office: None,
            venue: None,
            prepare: None,
            contact: None,
            contact_phone: None,
            items: items
                .into_iter()
                .map(|item| Matter {
                    title: item.title,
                    kind: item.kind,
                    minutes: item.minutes,
                    presenter: None,
                    prepare: None,
                })
                .collect(),
            delegations: super::seed::delegations(),
            reports: Reports::default(),
            due: None,
            put_off: Vec::new(),
        })
    }
}
