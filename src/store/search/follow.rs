//! The indexes of words follow the rows: which lines and issues the change of a row touches, each written anew once.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::index::{
    self, action, answer, arrival, conclusion, issue, meeting, note, presented, report,
};
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::rows::{
    Action, Assignment, AttendanceEvent, Conclusion, Document, Issue, IssueAnswer, IssueRaised,
    Meeting, MeetingDocument, Note, Progress, Record, Seat, Unit,
};
use crate::store::Failure;
use crate::store::issues::words;
use crate::store::rows::select;

/// Something that is found by its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    Note(Id<Note>),
    Conclusion(Id<Conclusion>),
    Action(Id<Action>),
    Answer(Id<IssueAnswer>),
    /// An issue, also in the issue log: by its text, who raised it in which words, and its answers.
    Issue(Id<Issue>),
    Report(Id<Progress>),
    Presented(Id<MeetingDocument>),
    Arrival(Id<AttendanceEvent>),
    Meeting(Id<Meeting>),
}

/// The issues that a note raises or answers.
const OF_NOTE: &str = "SELECT issue FROM issue_raised WHERE note = ?1
    UNION SELECT issue FROM issue_answer WHERE note = ?1";

/// The issues that a delegate raised.
const OF_SEAT: &str = "SELECT issue FROM issue_raised WHERE seat = ?1";

/// The reports on an action.
const OF_ACTION: &str =
    "SELECT progress.id FROM assignment JOIN progress ON progress.assignment = assignment.id
    WHERE assignment.action = ?1";

/// The reports of a unit.
const OF_UNIT: &str =
    "SELECT progress.id FROM assignment JOIN progress ON progress.assignment = assignment.id
    WHERE assignment.unit = ?1";

/// Brings the indexes to where changes have brought the rows.
pub(crate) fn follow(connection: &Connection, changes: &[Change]) -> Result<(), Failure> {
    let mut touched = Touched {
        connection,
        found: BTreeSet::new(),
    };
    for change in changes {
        if let Some(row) = change.after().or(change.before()) {
            touched.add(row, change.is_update())?;
        }
    }
    for found in touched.found {
        match found {
            Found::Note(id) => index::write_anew(connection, id, note)?,
            Found::Conclusion(id) => index::write_anew(connection, id, conclusion)?,
            Found::Action(id) => index::write_anew(connection, id, action)?,
            Found::Answer(id) => index::write_anew(connection, id, answer)?,
            Found::Issue(id) => {
                index::write_anew(connection, id, issue)?;
                words::write_anew(connection, id)?;
            }
            Found::Report(id) => index::write_anew(connection, id, report)?,
            Found::Presented(id) => index::write_anew(connection, id, presented)?,
            Found::Arrival(id) => index::write_anew(connection, id, arrival)?,
            Found::Meeting(id) => index::write_anew(connection, id, meeting)?,
        }
    }
    Ok(())
}

/// The lines and issues that changes touch, each once.
struct Touched<'a> {
    connection: &'a Connection,
    found: BTreeSet<Found>,
}

impl Touched<'_> {
    /// Adds the line or issue that a row is, and those that its words are part of. A row that is new, or gone, brings the
    /// rows that name it along.
    fn add(&mut self, row: &Record, is_move: bool) -> Result<(), Failure> {
        match row {
            Record::Note(row) if is_move => self.note(row.id)?,
            Record::Note(row) => self.found.extend([Found::Note(row.id)]),
            Record::Conclusion(row) => self.found.extend([Found::Conclusion(row.id)]),
            Record::Action(row) if is_move => self.action(row.id)?,
            Record::Action(row) => self.found.extend([Found::Action(row.id)]),
            // A part that moves on stays where it is found.
            Record::Assignment(row) if !is_move => self.found.extend([Found::Action(row.action)]),
            Record::Issue(row) if is_move => self.issue(row.id)?,
            Record::Issue(row) => self.found.extend([Found::Issue(row.id)]),
            Record::IssueRaised(row) => self.issue(row.issue)?,
            Record::IssueAnswer(row) => {
                let both = [Found::Answer(row.id), Found::Issue(row.issue)];
                self.found.extend(both);
            }
            Record::Progress(row) => self.found.extend([Found::Report(row.id)]),
            Record::AttendanceEvent(row) => self.found.extend([Found::Arrival(row.id)]),
            Record::Meeting(row) => self.meeting(row.id)?,
            Record::MeetingDocument(row) => self.found.extend([Found::Presented(row.id)]),
            Record::Document(row) => self.document(row.id)?,
            Record::Seat(row) if is_move => self.said_by(row.id)?,
            Record::Unit(row) if is_move => self.named_by(row.id)?,
            Record::Assignment(_)
            | Record::Seat(_)
            | Record::Unit(_)
            | Record::Lineage(_)
            | Record::Roster(_)
            | Record::RosterUnit(_)
            | Record::Person(_)
            | Record::Office(_)
            | Record::Issuer(_)
            | Record::FocusArea(_)
            | Record::AgendaTemplate(_)
            | Record::TemplateItem(_)
            | Record::AgendaItem(_)
            | Record::ItemRun(_)
            | Record::Speech(_)
            | Record::ActionSupport(_)
            | Record::Extension(_)
            | Record::Review(_)
            | Record::SavedFilter(_)
            | Record::DayOff(_)
            | Record::Prepared(_)
            | Record::Snippet(_)
            | Record::Signatory(_)
            | Record::Imprint(_)
            | Record::Amendment(_)
            | Record::Paper(_)
            | Record::PaperDocument(_)
            | Record::PaperFile(_) => {}
        }
        Ok(())
    }

    /// Adds a note, and the issues that it raises or answers.
    fn note(&mut self, id: Id<Note>) -> Result<(), Failure> {
        self.found.insert(Found::Note(id));
        self.issues_of(OF_NOTE, id.number())
    }

    /// Adds an action, and the reports on it: they bear its code and its focus area.
    fn action(&mut self, id: Id<Action>) -> Result<(), Failure> {
        self.found.insert(Found::Action(id));
        self.reports(OF_ACTION, id.number())
    }

    /// Adds a meeting, and the documents that were presented at it: they are found by its day.
    fn meeting(&mut self, id: Id<Meeting>) -> Result<(), Failure> {
        self.found.insert(Found::Meeting(id));
        let at_meeting = "WHERE meeting = ?1";
        let presented: Vec<MeetingDocument> = select(self.connection, at_meeting, [id.number()])?;
        self.found
            .extend(presented.iter().map(|place| Found::Presented(place.id)));
        Ok(())
    }

    /// Adds the places where a document was presented.
    fn document(&mut self, id: Id<Document>) -> Result<(), Failure> {
        let of_document = "WHERE document = ?1";
        let places: Vec<MeetingDocument> = select(self.connection, of_document, [id.number()])?;
        self.found
            .extend(places.iter().map(|place| Found::Presented(place.id)));
        Ok(())
    }

    /// Adds an issue, and the answers to it.
    fn issue(&mut self, id: Id<Issue>) -> Result<(), Failure> {
        self.found.insert(Found::Issue(id));
        self.answers_to(id)
    }

    /// Adds the lines of a delegate, and the issues that the delegate raised.
    fn said_by(&mut self, seat: Id<Seat>) -> Result<(), Failure> {
        let said: Vec<Note> = select(self.connection, "WHERE seat = ?1", [seat.number()])?;
        self.found
            .extend(said.iter().map(|note| Found::Note(note.id)));
        let of_seat = "WHERE seat = ?1";
        let marks: Vec<AttendanceEvent> = select(self.connection, of_seat, [seat.number()])?;
        self.found
            .extend(marks.iter().map(|mark| Found::Arrival(mark.id)));
        self.issues_of(OF_SEAT, seat.number())
    }

    /// Adds the lines that a unit names: its actions, and the answers to what it raised.
    fn named_by(&mut self, unit: Id<Unit>) -> Result<(), Failure> {
        let of_unit = "WHERE unit = ?1";
        let parts: Vec<Assignment> = select(self.connection, of_unit, [unit.number()])?;
        self.found
            .extend(parts.iter().map(|part| Found::Action(part.action)));
        self.reports(OF_UNIT, unit.number())?;
        let raised: Vec<IssueRaised> = select(self.connection, of_unit, [unit.number()])?;
        let mut raised = raised.iter();
        raised.try_for_each(|raised| self.answers_to(raised.issue))
    }

    /// Adds the answers to an issue that no note holds.
    fn answers_to(&mut self, issue: Id<Issue>) -> Result<(), Failure> {
        let rest = "WHERE issue = ?1 AND text IS NOT NULL";
        let answers: Vec<IssueAnswer> = select(self.connection, rest, [issue.number()])?;
        self.found
            .extend(answers.iter().map(|answer| Found::Answer(answer.id)));
        Ok(())
    }

    /// Adds the reports that a row leads to.
    fn reports(&mut self, sql: &str, id: i64) -> Result<(), Failure> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([id])?;
        while let Some(row) = rows.next()? {
            self.found.insert(Found::Report(Id::of(row.get(0)?)));
        }
        Ok(())
    }

    /// Adds the issues that a row leads to.
    fn issues_of(&mut self, sql: &str, id: i64) -> Result<(), Failure> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([id])?;
        while let Some(row) = rows.next()? {
            self.found.insert(Found::Issue(Id::of(row.get(0)?)));
        }
        Ok(())
    }
}
