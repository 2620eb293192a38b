//! The effects that a screen returns; the program performs them, in order, until one fails.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::app::choice::Choice;
use crate::app::command::{Command, ScreenId};
use crate::app::config::Preference;
use crate::app::form::Form;
use crate::app::message::Message;
use crate::app::status::Status;
use crate::meeting::actions::report::Report;
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::notes::EntryId;
use crate::meeting::rows::{AgendaItem, Meeting, Roster, Seat, Unit};
use crate::papers::Format;
use crate::papers::actions::ActionsFormat;
use crate::papers::brief::Which;
use crate::papers::format::SheetFormat;
use crate::words::Words;

/// A table that is written to a file, and the form of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableExport {
    /// The turnout of the units over a year.
    Turnout(i32, SheetFormat),
    /// A year in numbers.
    Year(i32, SheetFormat),
    /// A roster.
    Roster(Id<Roster>, SheetFormat),
    /// The actions that the register shows.
    Actions(ActionsFormat),
    /// The issues that the log shows, as an annex.
    Issues(Format),
    /// The open meeting, for the calendars of those who are invited.
    Calendar,
}

/// Papers of the open meeting that are handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) enum PaperExport {
    One(Which, Format),
    /// A final version as it went out, by its number.
    Again(Which, i64, Format),
    /// All papers of the meeting, into one folder.
    Folder,
}

/// Papers on their way out.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Handout {
    pub(crate) what: PaperExport,
    /// The file, or the folder.
    pub(crate) path: PathBuf,
    /// Whether the user agreed that an older version is replaced.
    pub(crate) may_replace: bool,
    /// Whether the user agreed that papers go out to be signed with blanks.
    pub(crate) may_leave_blanks: bool,
}

/// The kind of import of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum ImportInto {
    /// A roster.
    Roster(Id<Roster>),
    /// The reports of units on their parts.
    Progress,
}

/// A dialog to be opened, with the values that it begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The help.
    Help,
    /// The roll, as it is reported to the chair.
    Roll,
    /// The reminder of a unit, or of all late units.
    Reminder(Option<Id<Unit>>),
    /// The card of a seat.
    Card(Id<Seat>),
    /// The card of a unit at the desk.
    Ward(Id<Seat>),
    /// The agenda at an item, or at the running one.
    Agenda(Option<Id<AgendaItem>>),
    /// Who has the floor next.
    GiveFloor,
    /// Who waits for the floor.
    AskFloor,
    /// The conclusions and actions, read back.
    Conclusions,
    /// The issues that stay open, read back.
    OpenIssues,
    /// The conclusions and actions, at one that was corrected.
    ReadBackAt(EntryId),
    /// The conclusions that were prepared; whether one can be put into the line of the desk.
    Prepared(bool),
    /// The review of earlier meetings.
    LookBack,
    /// The open lines of units that have ended by a day.
    Handover(NaiveDate),
    /// The versions of a paper.
    Versions(Which),
}

/// A deed on the papers of the open meeting.
#[derive(Clone, Debug, PartialEq)]
pub enum PapersEffect {
    /// Asks where one goes, with a name that tells its kind and version.
    AskFile(Which),
    /// Asks where a final version goes that went out before, by its number.
    AskAgain(Which, i64),
    /// Asks where all of them go.
    AskFolder,
    /// Writes them.
    HandOut(Handout),
    /// Asks whether the minutes are signed, unless something of them is missing.
    AskSignature,
    /// Asks what is corrected in a signed one.
    Amend(Which),
    /// Shows the versions of one, and how their files stand now.
    Versions(Which),
}

/// Something to be performed.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Writes to the book.
    Commit(Transaction),
    /// Opens a meeting and goes to a screen.
    Open(Id<Meeting>, ScreenId),
    /// Opens the meeting that is about to be changed, without going anywhere.
    Hold(Id<Meeting>),
    /// Goes to a screen.
    Go(ScreenId),
    /// Opens a form in front of the open dialog.
    Fill(Form),
    /// Opens a choice in front of the open dialog.
    Choose(Choice),
    /// Opens another dialog in front of the open one; one of its kind that waits behind is shown anew.
    Show(Opening),
    /// Goes back from the open dialog to the one that it was opened from.
    Back,
    /// Closes the open dialog, whose deed is done, with the questions that led to it.
    Close,
    /// Closes every dialog, because one goes on somewhere else.
    CloseAll,
    /// Says something.
    Say(Status),
    /// Warns that another desk has changed the same rows; the next try is not refused.
    Overtaken(String),
    /// Tells a screen something.
    Tell(Message),
    /// The line of the desk has been written.
    LineWritten,
    /// Writes a table to a file.
    Export(TableExport, PathBuf),
    /// Performs a deed on the papers of the open meeting.
    Papers(PapersEffect),
    /// Reads a file and shows the changes that it would make.
    Import(ImportInto, PathBuf),
    /// Completes the path in the open form.
    CompletePath,
    /// The row at this place of the preview is this report.
    MendRow(usize, Report),
    /// Puts a pasted text into the field that has the caret, as it is.
    Paste(String),
    /// Opens the file of a document, or its address.
    OpenPlace(String),
    /// Hands a text to the clipboard of the terminal.
    Copy(String),
    /// Takes up what a desk left half-typed, or drops it.
    LeftOver(i64, bool),
    /// Runs the command of another key.
    Run(Command),
    /// Sets something of the program, and writes it to the configuration.
    Configure(Preference),
    /// Writes the sentences of the papers to a file of their own, to be changed there.
    WritePhrases,
    /// Reads the sentences of the papers again.
    ReadPhrases,
}

/// Says whether effects write to the book.
pub(crate) fn writes(effects: &[Effect]) -> bool {
    let mut effects = effects.iter();
    effects.any(|effect| matches!(effect, Effect::Commit(_)))
}

/// Goes back from the dialog whose record is not in the book any more, and says so; a form behind it keeps what was typed.
pub(crate) fn gone(words: Words) -> Vec<Effect> {
    let why = Status::warned(words.why_gone());
    vec![Effect::Back, Effect::Say(why)]
}

/// Goes back from the dialog that needs an open meeting, and says that there is none; a form behind it keeps what was typed.
pub(crate) fn no_meeting(words: Words) -> Vec<Effect> {
    let why = Status::warned(words.why_no_meeting());
    vec![Effect::Back, Effect::Say(why)]
}

/// Writes to the book, then closes the dialog that asked for it.
pub(crate) fn done(label: String, changes: Vec<Change>) -> Vec<Effect> {
    vec![
        Effect::Commit(Transaction::new(label, changes)),
        Effect::Close,
    ]
}
