//! A dossier read whole, and what a meeting is planned from.

use chrono::NaiveDate;
use rusqlite::OptionalExtension;

use super::rows::{one, select};
use super::{Failure, Store, Trouble};
use crate::meeting::cell::Id;
use crate::meeting::dossier::Dossier;
use crate::meeting::plan::{PlannedItem, Planning};
use crate::meeting::roster::{Called, Summons};
use crate::meeting::rows::{
    AgendaTemplate, Issuer, Meeting, Roster, RosterUnit, TemplateItem, Unit,
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
        dossier.seats = select(connection, mine, n)?.into_iter().collect();
        dossier.items = select(connection, mine, n)?.into_iter().collect();
        dossier.runs = select(connection, mine, n)?.into_iter().collect();
        dossier.attendance = select(connection, mine, n)?.into_iter().collect();
        dossier.speeches = select(connection, mine, n)?.into_iter().collect();
        dossier.issues = select(connection, mine, n)?.into_iter().collect();
        dossier.notes = select(connection, mine, n)?.into_iter().collect();
        dossier.raised = select(connection, mine, n)?.into_iter().collect();
        let answers = "WHERE issue IN (SELECT id FROM issue WHERE meeting = ?1)";
        dossier.answers = select(connection, answers, n)?.into_iter().collect();
        dossier.conclusions = select(connection, mine, n)?.into_iter().collect();
        dossier.actions = select(connection, mine, n)?.into_iter().collect();
        let parts = "WHERE action IN (SELECT id FROM action WHERE meeting = ?1)";
        dossier.assignments = select(connection, parts, n)?.into_iter().collect();
        dossier.extensions = select(connection, parts, n)?.into_iter().collect();
        let reports = "WHERE assignment IN (SELECT assignment.id FROM assignment
            JOIN action ON action.id = assignment.action WHERE action.meeting = ?1)";
        dossier.progress = select(connection, reports, n)?.into_iter().collect();
        Ok(Some(dossier))
    }

    /// Returns the meeting that was called for the latest time.
    pub fn last_meeting(&self) -> Result<Option<Id<Meeting>>, Failure> {
        let sql = "SELECT id FROM meeting ORDER BY starts DESC, id DESC LIMIT 1";
        let id = self
            .connection
            .prepare_cached(sql)?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(id.map(Id::of))
    }

    /// Returns the meeting that was held last, or else the one that was called for the latest time.
    pub fn last_held(&self) -> Result<Option<Id<Meeting>>, Failure> {
        let sql = "SELECT id FROM meeting WHERE opened IS NOT NULL ORDER BY starts DESC LIMIT 1";
        let id = self
            .connection
            .prepare_cached(sql)?
            .query_row([], |row| row.get(0))
            .optional()?;
        id.map_or_else(|| self.last_meeting(), |id| Ok(Some(Id::of(id))))
    }

    /// Returns the latest meeting that was called for a day.
    pub fn meeting_on(&self, day: NaiveDate) -> Result<Option<Id<Meeting>>, Failure> {
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

    /// Returns a roster with its units.
    pub fn summons(&self, roster: Roster) -> Result<Summons, Failure> {
        let places: Vec<RosterUnit> = select(
            &self.connection,
            "WHERE roster = ?1 ORDER BY position",
            [roster.id.number()],
        )?;
        let mut units = Vec::new();
        for place in places {
            if let Some(unit) = one::<Unit>(&self.connection, place.unit)? {
                units.push(Called {
                    secretary: self.holder(unit.id, "secretary")?,
                    deputy: self.holder(unit.id, "standing_deputy")?,
                    unit: unit.id,
                    name: unit.name,
                });
            }
        }
        Ok(Summons { roster, units })
    }

    /// Returns what a meeting is planned from when it follows a template.
    pub fn template(&self) -> Result<Planning, Failure> {
        let missing = || Failure::new(Trouble::Damaged, "no agenda template");
        let template: AgendaTemplate = select(&self.connection, "ORDER BY id LIMIT 1", [])?
            .pop()
            .ok_or_else(missing)?;
        let issuer: Issuer = select(&self.connection, "ORDER BY id DESC LIMIT 1", [])?
            .pop()
            .ok_or_else(missing)?;
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
            items: items
                .into_iter()
                .map(|item| PlannedItem {
                    title: item.title,
                    kind: item.kind,
                    minutes: item.minutes,
                })
                .collect(),
            delegations: super::seed::delegations(),
        })
    }

    /// Returns the name of the one who holds an office in a unit today.
    fn holder(&self, unit: Id<Unit>, office: &str) -> Result<Option<String>, Failure> {
        let sql = "SELECT person.name FROM office JOIN person ON person.id = office.person
                   WHERE office.unit = ?1 AND office.kind = ?2 AND office.valid_to IS NULL
                   ORDER BY office.valid_from DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement
            .query_row((unit.number(), office), |row| row.get(0))
            .optional()?)
    }
}
