//! One meeting of a practice book of many years: who came, how long the items ran, who spoke, and what was said.

use chrono::{NaiveDate, TimeDelta};

use super::years::Years;
use super::{follow_up, issues};
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::{AttendanceKind, ItemKind, MeetingState, NoteKind, Rank, SeatGroup};
use crate::meeting::rows::{
    AgendaItem, AttendanceEvent, FocusArea, ItemRun, Meeting, MeetingDocument, Note, Record, Seat,
    Speech,
};
use crate::text::dates::Instant;

/// An item with the time in which it ran.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) item: Id<AgendaItem>,
    kind: ItemKind,
    pub(super) began: Instant,
    ended: Instant,
}

impl Run {
    /// Returns the moment of one of so many things said in it, from 0.
    pub(super) fn moment(&self, place: usize, of: usize) -> Instant {
        let part = |n: usize| i64::try_from(n).unwrap_or(0);
        let whole = (self.ended - self.began).num_seconds();
        self.began + TimeDelta::seconds(whole * (part(place) + 1) / (part(of) + 1))
    }
}

/// A meeting that is being held.
pub(super) struct Session<'a, 'b> {
    pub(super) years: &'b mut Years<'a>,
    /// Its place among the meetings.
    pub(super) place: usize,
    pub(super) meeting: Id<Meeting>,
    pub(super) day: NaiveDate,
    pub(super) chair: Option<String>,
    pub(super) wards: Vec<Seat>,
    runs: Vec<Run>,
    /// The places of the units that somebody came for.
    present: Vec<usize>,
    pub(super) changes: Vec<Change>,
}

impl<'a, 'b> Session<'a, 'b> {
    /// Opens a planned meeting.
    pub(super) fn new(years: &'b mut Years<'a>, place: usize, planned: Vec<Change>) -> Self {
        let mut session = Self {
            day: years.now.date_naive(),
            years,
            place,
            meeting: Id::of(0),
            chair: None,
            wards: Vec::new(),
            runs: Vec::new(),
            present: Vec::new(),
            changes: Vec::new(),
        };
        let mut at = session.years.now;
        let mut meeting = None;
        for change in planned {
            match change {
                Change::Insert(Record::Meeting(row)) => {
                    at = row.starts + TimeDelta::seconds(session.years.dice.between(0, 300));
                    (session.meeting, session.day) = (row.id, row.starts.date_naive());
                    session.chair.clone_from(&row.chair);
                    meeting = Some(Meeting {
                        state: MeetingState::Closed,
                        opened: Some(at),
                        sample: true,
                        ..row
                    });
                }
                Change::Insert(Record::Seat(row)) => session.seat(row),
                Change::Insert(Record::AgendaItem(row)) => at = session.run(row, at),
                change @ (Change::Insert(_) | Change::Update(..) | Change::Delete(_)) => {
                    session.changes.push(change);
                }
            }
        }
        let closed = meeting.map(|meeting| Meeting {
            closed: Some(at),
            ..meeting
        });
        session.changes.extend(closed.map(Change::insert));
        session
    }

    /// Holds it and returns all that comes of it, up to today.
    pub(super) fn hold(mut self) -> Vec<Change> {
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

    fn seat(&mut self, mut seat: Seat) {
        if seat.seat_group == SeatGroup::Ward {
            self.wards.push(seat.clone());
        } else {
            seat.attended = Some(self.years.dice.between(1, 9));
        }
        self.changes.push(Change::insert(seat));
    }

    /// Runs an item from a time on and returns when it ended.
    fn run(&mut self, item: AgendaItem, began: Instant) -> Instant {
        let seconds = item.minutes * 60 * self.years.dice.between(70, 125) / 100;
        let ended = began + TimeDelta::seconds(seconds.max(60));
        self.runs.push(Run {
            item: item.id,
            kind: item.kind,
            began,
            ended,
        });
        self.changes.push(Change::insert(ItemRun {
            id: self.years.ids.next(),
            meeting: self.meeting,
            item: item.id,
            began,
            ended: Some(ended),
        }));
        self.changes.push(Change::insert(item));
        ended
    }

    /// Calls the roll: most come, and every unit has its habits.
    fn call(&mut self) {
        let Some(opened) = self.runs.first().map(|run| run.began) else {
            return;
        };
        for unit in 0..self.wards.len() {
            let habit = self.years.diligence[unit];
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
                        on_behalf: self.wards[unit].secretary.clone(),
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
            seat: self.wards[unit].id,
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

    /// Lets units speak one after another, each on one focus area, some of them of what is difficult.
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
                seat: Some(self.wards[unit].id),
                guest: None,
                position,
                asked: (first - waited).max(run.began),
                began: Some(first),
                ended: Some(end),
            }));
        }
    }

    /// Writes a line that a unit says, mostly of what went well.
    fn talk(&mut self, run: &Run, (unit, area): (usize, usize), at: Instant) {
        let (focus, said) = self.years.areas[area];
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

    /// Writes a line and returns its id.
    pub(super) fn write(
        &mut self,
        run: &Run,
        (unit, kind, focus): (Option<usize>, NoteKind, Option<Id<FocusArea>>),
        at: Instant,
        text: String,
    ) -> Id<Note> {
        let note = Note {
            id: self.years.ids.next(),
            meeting: self.meeting,
            item: Some(run.item),
            seat: unit.map(|unit| self.wards[unit].id),
            speaker: None,
            kind,
            focus,
            at,
            text,
        };
        let id = note.id;
        self.changes.push(Change::insert(note));
        id
    }
}
