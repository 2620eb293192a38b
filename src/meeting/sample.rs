//! A practice meeting: a script of invented lines, read by the same capture line as real ones.

mod course;
pub(crate) mod dice;
mod follow_up;
mod issues;
pub(crate) mod phrases;
mod session;
pub mod years;

use chrono::TimeDelta;
use serde::Deserialize;

use super::actions::{self, Numbers};
use super::capture;
use super::cell::Id;
use super::change::{Change, Ids};
use super::code::{AssignmentState, OfficeKind, Rank, UnitKind};
use super::dossier::Dossier;
use super::floor::Voice;
use super::notes::{Known, Place, Writing};
use super::plan::choose_roster;
use super::roll_call::{self, Delegate, Mark, wards};
use super::roster::edit::appoint;
use super::roster::{Called, Summons};
use super::rows::{Roster, RosterUnit, Unit};
use super::{agenda, floor};
use crate::text::dates::Instant;

/// Everything that the practice copy is made of.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Sample {
    pub(crate) roster: String,
    pub(crate) units: Vec<String>,
    /// Name of the Secretary of each unit, with `{n}` for its place.
    pub(crate) secretary: String,
    /// Name of the Standing Deputy Secretary of each unit, with `{n}` for its place.
    pub(crate) deputy: String,
    /// Where its meetings are held.
    pub(crate) venue: String,
    pub(crate) chair: String,
    pub(crate) chair_office: String,
    /// Name of the one who takes the minutes.
    pub(crate) recorder: String,
    /// Office of the one who takes the minutes.
    pub(crate) recorder_office: String,
    /// Its meetings, the oldest first.
    pub(crate) meeting: Vec<Script>,
}

/// An event of a practice meeting.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Script {
    /// Days since it was held.
    #[serde(default)]
    pub(crate) days_ago: i64,
    /// Minutes since it began.
    #[serde(default)]
    pub(crate) minutes_ago: i64,
    /// Whether it has been closed.
    #[serde(default)]
    pub(crate) is_over: bool,
    /// A digit a unit, as the roll call marks it.
    pub(crate) roll: String,
    /// A digit a unit: how far it is with the first action.
    #[serde(default)]
    pub(crate) progress: String,
    pub(crate) line: Vec<SampleLine>,
}

/// One line of a script.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct SampleLine {
    /// Place of the item under which it is said.
    pub(crate) item: i64,
    /// Minutes after the beginning.
    pub(crate) minute: i64,
    /// Who gets the floor before it.
    pub(crate) speaker: Option<String>,
    pub(crate) text: String,
}

impl Script {
    /// Returns when the meeting began.
    pub(crate) fn began(&self, now: Instant) -> Instant {
        now - TimeDelta::days(self.days_ago) - TimeDelta::minutes(self.minutes_ago)
    }
}

/// Returns the roster of the practice copy and the changes that make it the one for new meetings.
pub(crate) fn roster(sample: &Sample, others: &[Roster], ids: &Ids) -> (Summons, Vec<Change>) {
    let roster = Roster {
        id: ids.next(),
        name: sample.roster.clone(),
        valid_from: None,
        valid_to: None,
        successor: None,
        chosen: true,
    };
    let mut changes = vec![Change::insert(roster.clone())];
    let mut units = Vec::new();
    for (position, name) in (1..).zip(&sample.units) {
        let unit = Unit {
            id: ids.next(),
            code: format!("mau-{position}"),
            kind: UnitKind::Ward,
            name: name.clone(),
            valid_from: None,
            valid_to: None,
        };
        let place = RosterUnit {
            id: ids.next(),
            roster: roster.id,
            unit: unit.id,
            position,
        };
        changes.extend([Change::insert(unit.clone()), Change::insert(place.clone())]);
        let leaders = [
            (OfficeKind::Secretary, &sample.secretary),
            (OfficeKind::StandingDeputy, &sample.deputy),
        ];
        let held = leaders.map(|(kind, name)| {
            let name = name.replace("{n}", &format!("{position:02}"));
            appoint(unit.id, kind, &name, ids)
        });
        for held in &held {
            changes.push(Change::insert(held.person.clone()));
            changes.push(Change::insert(held.office.clone()));
        }
        units.push(Called {
            place,
            unit,
            held: held.into(),
        });
    }
    changes.extend(choose_roster(others, roster.id));
    (Summons { roster, units }, changes)
}

/// A planned meeting on which a script is played, and the changes that were made to it so far.
pub(crate) struct Stage<'a> {
    dossier: &'a mut Dossier,
    changes: Vec<Change>,
    numbers: Numbers,
    ids: &'a Ids,
}

impl<'a> Stage<'a> {
    /// Returns the stage before anything is played on it.
    pub(crate) fn of(dossier: &'a mut Dossier, numbers: Numbers, ids: &'a Ids) -> Self {
        Self {
            dossier,
            changes: Vec::new(),
            numbers,
            ids,
        }
    }

    /// Plays a script and returns the changes that make it so.
    pub(crate) fn play(mut self, sample: &Sample, script: &Script, now: Instant) -> Vec<Change> {
        let began = script.began(now);
        self.introduce(sample);
        // Nobody can be there on the day before, which five minutes are just after midnight.
        let called = began - TimeDelta::minutes(5);
        let is_same_day = called.date_naive() == began.date_naive();
        self.call(&script.roll, if is_same_day { called } else { began });
        let mut item = 0;
        for line in &script.line {
            let at = began + TimeDelta::minutes(line.minute);
            if line.item != item {
                item = line.item;
                self.start(item, at);
            }
            if let Some(seat) = line.speaker.as_ref().and_then(|name| self.seat(name)) {
                self.make(floor::give(self.dossier, &Voice::Seat(seat), at, self.ids));
            }
            self.write(&line.text, at);
        }
        self.report(&script.progress, now);
        if script.is_over {
            let last = script.line.last().map_or(0, |line| line.minute);
            let end = began + TimeDelta::minutes(last + 4);
            self.make(agenda::close(self.dossier, end));
        }
        self.changes
    }

    fn make(&mut self, changes: Vec<Change>) {
        for change in &changes {
            self.dossier.apply(change);
        }
        self.changes.extend(changes);
    }

    fn introduce(&mut self, sample: &Sample) {
        let introduced = Change::edit(&self.dossier.meeting, |meeting| {
            meeting.sample = true;
            meeting.venue = Some(sample.venue.clone());
            meeting.chair = Some(sample.chair.clone());
            meeting.chair_office = Some(sample.chair_office.clone());
            meeting.recorder = Some(sample.recorder.clone());
            meeting.recorder_office = Some(sample.recorder_office.clone());
        });
        self.make(vec![introduced]);
    }

    fn call(&mut self, roll: &str, at: Instant) {
        let seats: Vec<_> = wards(self.dossier)
            .into_iter()
            .map(|seat| seat.id)
            .collect();
        for (seat, digit) in seats.into_iter().zip(roll.chars()) {
            let seated = self.dossier.seats.get(seat);
            let whom = seated.and_then(|seat| seat.secretary.clone());
            let mark = match digit {
                '1' | '6' => Mark::Came(Delegate::Summoned(Rank::Secretary)),
                '2' => Mark::Came(Delegate::Summoned(Rank::StandingDeputy)),
                '3' => Mark::Came(Delegate::Substitute {
                    person: "Họ Tên Mẫu Ba".to_owned(),
                    office: "Phó Bí thư".to_owned(),
                    on_behalf: whom,
                }),
                '4' => Mark::Excused {
                    reason: Some("dự hội nghị khác (mẫu)".to_owned()),
                },
                _ => continue,
            };
            let said = roll_call::mark(self.dossier, seat, &mark, self.ids.at(at));
            self.make(said.unwrap_or_default());
            if digit == '6' {
                let then = at + TimeDelta::minutes(12);
                let said = roll_call::mark(self.dossier, seat, &Mark::Late, self.ids.at(then));
                self.make(said.unwrap_or_default());
            }
        }
    }

    fn start(&mut self, position: i64, at: Instant) {
        let item = self
            .dossier
            .items
            .iter()
            .find(|item| item.position == position)
            .map(|item| item.id);
        if let Some(item) = item {
            self.make(agenda::start(self.dossier, item, at, self.ids));
        }
    }

    fn write(&mut self, text: &str, at: Instant) {
        let line = capture::parse(text, self.dossier);
        let written = Writing::new(self.dossier, Known::of(self.numbers), self.ids)
            .write(&line, Place::now(self.dossier, at));
        let changes = written.unwrap_or_default();
        let (actions, issues) = (self.dossier.actions.len(), self.dossier.issues.len());
        self.make(changes);
        self.numbers.action += i64::from(self.dossier.actions.len() > actions);
        self.numbers.issue += i64::from(self.dossier.issues.len() > issues);
    }

    fn report(&mut self, progress: &str, now: Instant) {
        let Some(first) = self.dossier.actions.iter().next().map(|action| action.id) else {
            return;
        };
        let parts: Vec<_> = self
            .dossier
            .assignments
            .iter()
            .filter(|part| part.action == first)
            .cloned()
            .collect();
        for (part, digit) in parts.iter().zip(progress.chars()) {
            let state = match digit {
                '2' => AssignmentState::InProgress,
                '3' => AssignmentState::Reported,
                '4' => AssignmentState::Done,
                _ => continue,
            };
            self.make(actions::progress(
                part,
                state,
                self.ids.at(now - TimeDelta::days(3)),
            ));
        }
    }

    fn seat(&self, name: &str) -> Option<Id<super::rows::Seat>> {
        self.dossier
            .seats
            .iter()
            .find(|seat| seat.name == name)
            .map(|seat| seat.id)
    }
}
