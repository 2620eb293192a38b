//! A dossier is one meeting held whole in memory: its rows, and how a change reaches them.

use std::collections::BTreeMap;

use super::cell::Id;
use super::change::Change;
use super::record::Row;
use super::rows::{
    Action, ActionSupport, AgendaItem, Amendment, Assignment, AttendanceEvent, Conclusion, DayOff,
    Extension, FocusArea, Imprint, Issue, IssueAnswer, IssueRaised, Issuer, ItemRun, Meeting, Note,
    Prepared, Progress, Record, Roster, Seat, Signatory, Speech, Unit,
};

/// The rows of one table, in the order of their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows<T>(BTreeMap<Id<T>, T>);

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self::NONE
    }
}

impl<T> Rows<T> {
    /// A table without a row.
    pub const NONE: Self = Self(BTreeMap::new());
}

impl<T: Row> Rows<T> {
    /// Returns the row with this id.
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.0.get(&id)
    }

    /// Returns the rows in the order of their ids.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.0.values()
    }

    /// Returns how many rows there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Says whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a row in the place of the one with its id, if any.
    pub fn put(&mut self, row: T) {
        self.0.insert(row.id(), row);
    }

    fn remove(&mut self, id: Id<T>) {
        self.0.remove(&id);
    }
}

impl<T: Row> FromIterator<T> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Self(rows.into_iter().map(|row| (row.id(), row)).collect())
    }
}

/// The rows of the book that no dossier holds; a new table does not compile until it stands somewhere.
macro_rules! elsewhere {
    () => {
        Record::Unit(_)
            | Record::Lineage(_)
            | Record::RosterUnit(_)
            | Record::Person(_)
            | Record::Office(_)
            | Record::AgendaTemplate(_)
            | Record::TemplateItem(_)
            | Record::Document(_)
            | Record::MeetingDocument(_)
            | Record::Paper(_)
            | Record::PaperDocument(_)
            | Record::PaperFile(_)
            | Record::Snippet(_)
            | Record::Review(_)
            | Record::SavedFilter(_)
    };
}

/// Declares the dossier: its tables, each with its field. A row goes into the table that its type names.
macro_rules! dossier {
    ($($(#[$doc:meta])* $field:ident: $row:ident,)+) => {
        /// One meeting and everything that belongs to it.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Dossier {
            /// The meeting itself.
            pub meeting: Meeting,
            /// The roster it was planned with.
            pub roster: Roster,
            /// The body that holds it.
            pub issuer: Issuer,
            /// The issues of earlier meetings that were answered at it.
            pub older: Rows<Issue>,
            /// Who raised those issues, at their own meetings; read with the meeting, as no change brings it.
            pub older_raised: Rows<IssueRaised>,
            $($(#[$doc])* pub $field: Rows<$row>,)+
        }

        impl Dossier {
            /// Returns the dossier of a meeting that nothing has been added to yet.
            pub(crate) fn new(meeting: Meeting, roster: Roster, issuer: Issuer) -> Self {
                Self {
                    meeting,
                    roster,
                    issuer,
                    older: Rows::default(),
                    older_raised: Rows::default(),
                    $($field: Rows::default(),)+
                }
            }

            /// Puts a row where it belongs, if it belongs here.
            pub(crate) fn put(&mut self, record: &Record) {
                if !self.holds(record) {
                    return;
                }
                match record {
                    Record::Meeting(row) => self.meeting = row.clone(),
                    Record::Roster(row) => self.roster = row.clone(),
                    Record::Issuer(row) => self.issuer = row.clone(),
                    Record::Issue(row) if row.meeting != self.meeting.id => {
                        self.older.put(row.clone());
                    }
                    $(Record::$row(row) => self.$field.put(row.clone()),)+
                    elsewhere!() => {}
                }
            }

            /// Takes a row out; without its meeting, its roster or its body there is no dossier.
            fn remove(&mut self, record: &Record) {
                match record {
                    $(Record::$row(row) => self.$field.remove(row.id),)+
                    Record::Meeting(_) | Record::Roster(_) | Record::Issuer(_) => {}
                    elsewhere!() => {}
                }
                if let Record::IssueAnswer(row) = record
                    && !self.is_answered(row.issue)
                {
                    self.older.remove(row.issue);
                }
            }
        }
    };
}

dossier! {
    /// The focus areas of the book, retired ones too.
    focus: FocusArea,
    /// The days off of the book.
    days_off: DayOff,
    /// Its seats.
    seats: Seat,
    /// Its agenda.
    items: AgendaItem,
    /// When its items really ran.
    runs: ItemRun,
    /// Its roll call.
    attendance: AttendanceEvent,
    /// Its turns to speak.
    speeches: Speech,
    /// The lines that were said.
    notes: Note,
    /// The issues first raised at it.
    issues: Issue,
    /// Who raised issues at it.
    raised: IssueRaised,
    /// The answers to those issues, and the answers given at it to issues of earlier meetings.
    answers: IssueAnswer,
    /// The conclusions of the chair.
    conclusions: Conclusion,
    /// The conclusions that were written beforehand.
    prepared: Prepared,
    /// The actions that come from it.
    actions: Action,
    /// Who helps with those actions.
    supports: ActionSupport,
    /// The assignments of those actions.
    assignments: Assignment,
    /// The later deadlines of those actions.
    extensions: Extension,
    /// The reports on those assignments.
    progress: Progress,
    /// Who may sign papers in this book.
    signatories: Signatory,
    /// What its papers say of themselves.
    imprints: Imprint,
    /// The corrections of its signed papers.
    amendments: Amendment,
}

impl Dossier {
    /// Applies a committed change; rows of other meetings are ignored.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Insert(row) | Change::Update(_, row) => self.put(row),
            Change::Delete(row) => self.remove(row),
        }
    }

    /// Returns the dossier as it is once these changes are made.
    #[must_use]
    pub fn after(&self, changes: &[Change]) -> Self {
        let mut after = self.clone();
        for change in changes {
            after.apply(change);
        }
        after
    }

    /// Returns the unit of a seat, for a seat of the roster.
    pub(crate) fn unit_of(&self, seat: Option<Id<Seat>>) -> Option<Id<Unit>> {
        seat.and_then(|seat| self.seats.get(seat))?.unit
    }

    /// Says whether anybody has answered an issue, as far as this meeting knows.
    pub(crate) fn is_answered(&self, issue: Id<Issue>) -> bool {
        self.answers.iter().any(|answer| answer.issue == issue)
    }

    /// Returns an issue that was raised or answered at this meeting.
    pub(crate) fn issue(&self, id: Id<Issue>) -> Option<&Issue> {
        self.issues.get(id).or_else(|| self.older.get(id))
    }

    /// Says whether a row belongs to this meeting.
    pub(crate) fn holds(&self, record: &Record) -> bool {
        let id = self.meeting.id;
        match record {
            Record::Meeting(row) => row.id == id,
            Record::Roster(row) => row.id == self.meeting.roster,
            Record::Issuer(row) => row.id == self.meeting.issuer,
            Record::FocusArea(_) | Record::DayOff(_) | Record::Signatory(_) => true,
            Record::Seat(row) => row.meeting == id,
            Record::AgendaItem(row) => row.meeting == id,
            Record::ItemRun(row) => row.meeting == id,
            Record::AttendanceEvent(row) => row.meeting == id,
            Record::Speech(row) => row.meeting == id,
            Record::Note(row) => row.meeting == id,
            Record::Issue(row) => row.meeting == id || self.is_answered(row.id),
            Record::IssueRaised(row) => row.meeting == id,
            Record::IssueAnswer(row) => row.meeting == Some(id) || self.issue(row.issue).is_some(),
            Record::Conclusion(row) => row.meeting == id,
            Record::Prepared(row) => row.meeting == id,
            Record::Action(row) => row.meeting == id,
            Record::ActionSupport(row) => self.actions.get(row.action).is_some(),
            Record::Assignment(row) => self.actions.get(row.action).is_some(),
            Record::Extension(row) => self.actions.get(row.action).is_some(),
            Record::Progress(row) => self.assignments.get(row.assignment).is_some(),
            Record::Imprint(row) => row.meeting == id,
            Record::Amendment(row) => row.meeting == id,
            elsewhere!() => false,
        }
    }
}
