//! The course of the meetings of a practice book of many years: roll call, turns to speak and notes.

use chrono::TimeDelta;

use super::session::{Run, Session};
use super::years::Years;
use super::{follow_up, issues};
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::{AttendanceKind, ItemKind, NoteKind, Rank};
use crate::meeting::plan::{Planning, plan};
use crate::meeting::rows::{AttendanceEvent, MeetingDocument, Record, Speech};
use crate::text::dates::Instant;

impl Years<'_> {
    /// Returns the changes of the meeting of a place, from 0: held, but for the last, which is planned.
    pub(crate) fn meeting(&mut self, place: usize) -> Vec<Change> {
        let starts = self.starts(place);
        let day = starts.date_naive();
        let planning = Planning {
            title: self.say(&self.planning.title.clone(), day),
            content: self.say(&self.planning.content.clone(), day),
            ..self.planning.clone()
        };
        let (_, planned) = plan(&planning, self.summons, starts, self.ids);
        if place + 1 < self.extent.meetings {
            return Session::new(self, place, planned).hold();
        }
        let mut changes: Vec<Change> = planned.into_iter().map(practised).collect();
        changes.extend(issues::between(self, self.now));
        changes
    }
}

impl Session<'_, '_> {
    /// Holds it and returns all that comes of it, up to today.
    fn hold(mut self) -> Vec<Change> {
        if let Some(first) = self.runs.first().copied() {
            let between = issues::between(self.years, first.began);
            self.changes.extend(between);
        }
        self.call();
        for run in self.runs.clone() {
            match run.kind {
                ItemKind::Discussion => self.discuss(&run),
                ItemKind::Answers => issues::answer(&mut self, &run),
                ItemKind::Conclusion => follow_up::conclude(&mut self, &run),
                ItemKind::Documents => self.present_documents(&run),
                ItemKind::Opening
                | ItemKind::Review
                | ItemKind::Report
                | ItemKind::Pause
                | ItemKind::Other => {}
            }
            self.say_plainly(&run);
        }
        self.changes
    }

    /// Calls the roll: most come, and every unit has its habits.
    fn call(&mut self) {
        let Some(opened) = self.runs.first().map(|run| run.began) else {
            return;
        };
        for unit in 0..self.wards.len() {
            let habit = self.years.habit(unit);
            let before = TimeDelta::seconds(self.years.dice.between(30, 1500));
            let blank = self.entry(unit, opened - before, AttendanceKind::Present);
            match self.years.dice.between(1, 1000) {
                fate if fate <= 5 + (100 - habit) / 8 => {
                    self.note_entry(blank, AttendanceKind::Absent);
                    continue;
                }
                fate if fate <= 60 => {
                    let reason = Some(self.years.pick(&self.years.phrases.excuses));
                    self.note_entry(AttendanceEvent { reason, ..blank }, AttendanceKind::Excused);
                    continue;
                }
                fate if fate <= 110 => {
                    let substitute = AttendanceEvent {
                        rank: Some(Rank::Other),
                        person: Some(self.years.phrases.substitute.clone()),
                        office: Some(self.years.phrases.substitute_office.clone()),
                        on_behalf: self.ward(unit).and_then(|seat| seat.secretary.clone()),
                        ..blank
                    };
                    self.note_entry(substitute, AttendanceKind::Substitute);
                }
                fate if fate <= 140 + (100 - habit) / 3 => self.come_late(unit),
                fate => {
                    let rank = if fate % 3 == 0 {
                        Rank::StandingDeputy
                    } else {
                        Rank::Secretary
                    };
                    let rank = Some(rank);
                    self.note_entry(AttendanceEvent { rank, ..blank }, AttendanceKind::Present);
                }
            }
            self.present.push(unit);
            if self.years.dice.in_thousand(18) {
                self.leave(unit);
            }
        }
    }

    fn come_late(&mut self, unit: usize) {
        let Some(first) = self.runs.first().copied() else {
            return;
        };
        let at = first.began + TimeDelta::seconds(self.years.dice.between(60, 1500));
        let came = AttendanceEvent {
            rank: Some(Rank::Secretary),
            ..self.entry(unit, at, AttendanceKind::Present)
        };
        self.changes.push(Change::insert(came));
        let late = self.entry(unit, at, AttendanceKind::Late);
        self.changes.push(Change::insert(late));
    }

    fn leave(&mut self, unit: usize) {
        let Some(last) = self.runs.last().copied() else {
            return;
        };
        let at = last.began - TimeDelta::seconds(self.years.dice.between(0, 1200));
        let left = AttendanceEvent {
            reason: Some(self.years.pick(&self.years.phrases.errands)),
            ..self.entry(unit, at, AttendanceKind::Left)
        };
        self.changes.push(Change::insert(left));
    }

    fn note_entry(&mut self, entry: AttendanceEvent, kind: AttendanceKind) {
        self.changes
            .push(Change::insert(AttendanceEvent { kind, ..entry }));
    }

    fn entry(&self, unit: usize, at: Instant, kind: AttendanceKind) -> AttendanceEvent {
        let running = self
            .runs
            .iter()
            .find(|run| run.began <= at && at < run.ended);
        AttendanceEvent {
            id: self.years.ids.next(),
            meeting: self.meeting,
            // No seat has this number: the book would refuse the entry.
            seat: self.ward(unit).map_or(Id::of(0), |seat| seat.id),
            at,
            item: running.map(|run| run.item),
            kind,
            rank: None,
            person: None,
            office: None,
            on_behalf: None,
            reason: None,
        }
    }

    /// Lets units speak one after another, each on one focus area, some of them on a difficulty.
    fn discuss(&mut self, run: &Run) {
        let count = usize::try_from(self.years.dice.between(6, 14)).unwrap_or(6);
        let speakers = self.years.dice.draw(&self.present, count);
        let raised = issues::to_be_raised(self, &speakers);
        let most = self.lines_of(ItemKind::Discussion);
        for (turn, unit) in speakers.iter().copied().enumerate() {
            let share = |turn: usize| most * turn / speakers.len();
            let lines = (share(turn + 1) - share(turn)).max(1);
            let first = run.moment(turn * (lines + 1), speakers.len() * (lines + 1));
            let area = self.years.any_area();
            for line in 0..lines {
                let at = run.moment(turn * (lines + 1) + line, speakers.len() * (lines + 1));
                match raised
                    .iter()
                    .find(|(raiser, _)| line == 0 && *raiser == unit)
                {
                    Some((_, what)) => issues::raise(self, run, (unit, what), at),
                    None => self.talk(run, (unit, area), at),
                }
            }
            let end = run.moment(turn * (lines + 1) + lines, speakers.len() * (lines + 1));
            let waited = TimeDelta::seconds(self.years.dice.between(0, 600));
            let position = i64::try_from(turn).unwrap_or(0) + 1;
            self.changes.push(Change::insert(Speech {
                id: self.years.ids.next(),
                meeting: self.meeting,
                item: Some(run.item),
                seat: self.ward(unit).map(|seat| seat.id),
                guest: None,
                position,
                asked: (first - waited).max(run.began),
                began: Some(first),
                ended: Some(end),
                continues: None,
                interrupted_by: None,
            }));
        }
    }

    /// Writes a note of a unit, mostly a result.
    fn talk(&mut self, run: &Run, (unit, area): (usize, usize), at: Instant) {
        let Some((focus, said)) = self.years.area(area) else {
            return;
        };
        let phrases = self.years.phrases;
        let (kind, of) = match self.years.dice.between(1, 100) {
            1..=48 => (NoteKind::Result, &said.result),
            49..=60 => (NoteKind::Experience, &said.experience),
            61..=70 => (NoteKind::Proposal, &said.proposal),
            _ => (NoteKind::Information, &said.information),
        };
        let of = if self.years.dice.in_thousand(2) {
            &phrases.rare
        } else {
            of
        };
        let text = self.years.any(of, self.day);
        self.write(run, (Some(unit), kind, Some(focus)), at, text);
    }

    /// Writes the lines of an item that belong to no unit.
    fn say_plainly(&mut self, run: &Run) {
        let plain = &self.years.phrases.plain;
        let (kind, of) = match run.kind {
            ItemKind::Opening => (NoteKind::Information, &plain.opening),
            ItemKind::Review => (NoteKind::Information, &plain.review),
            ItemKind::Report => (NoteKind::Information, &plain.report),
            ItemKind::Documents => (NoteKind::Document, &plain.document),
            ItemKind::Conclusion => (NoteKind::Instruction, &plain.closing),
            ItemKind::Discussion | ItemKind::Answers | ItemKind::Pause | ItemKind::Other => return,
        };
        let lines = self.lines_of(run.kind);
        for line in 0..lines {
            let text = self.years.any(of, self.day);
            self.write(run, (None, kind, None), run.moment(line, lines), text);
        }
    }

    fn present_documents(&mut self, run: &Run) {
        let documents = self.years.documents.clone();
        for document in self.years.dice.draw(&documents, 2) {
            self.changes.push(Change::insert(MeetingDocument {
                id: self.years.ids.next(),
                meeting: self.meeting,
                document,
                item: Some(run.item),
                presenter: None,
                place: None,
            }));
        }
    }

    /// Returns how many lines are said under an item of a kind.
    fn lines_of(&self, kind: ItemKind) -> usize {
        let in_thousand = match kind {
            ItemKind::Opening => 15,
            ItemKind::Review => 25,
            ItemKind::Report => 30,
            ItemKind::Discussion => 840,
            ItemKind::Documents => 50,
            ItemKind::Answers | ItemKind::Pause | ItemKind::Other => 0,
            ItemKind::Conclusion => 40,
        };
        (self.years.extent.lines * in_thousand / 1000).max(1)
    }
}

/// Returns the change with its meeting marked as invented.
fn practised(change: Change) -> Change {
    match change {
        Change::Insert(Record::Meeting(mut meeting)) => {
            meeting.sample = true;
            Change::insert(meeting)
        }
        change @ (Change::Insert(_) | Change::Update(..) | Change::Delete(_)) => change,
    }
}
