//! Messages from a deed to a screen: the screen sets a field of its own, after the commit before it stood.

use crate::meeting::actions::{Grouping, Order, Scope};
use crate::meeting::cell::Id;
use crate::meeting::notes::{EntryId, Filter};
use crate::meeting::rows::{Action, Issue, Meeting, Prepared, Roster, Seat};
use crate::papers::brief::Which;

/// A message to the screen that it concerns.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// Adds words at the end of the line of the desk.
    Append(String),
    /// Goes on with the line of the desk by words that were typed into a question in front of it.
    GoOn(String),
    /// Puts words in front of the line of the desk.
    Prefix(String),
    /// The line of the desk, an answer, is for the issue of this number, or for none of the book.
    Answers(Option<i64>),
    /// Puts a text into the line of the desk where its caret stands.
    Put(String),
    /// Puts a prepared conclusion into the line of the desk, to be written in other words.
    TakeUp(Id<Prepared>, String),
    /// Selects a line of the stream.
    SelectLine(EntryId),
    /// Lets the marked lines of the stream go.
    LetGoLines,
    /// Shows only some lines of the stream.
    ShowLines(Filter),
    /// Shows only some actions of the register.
    ScopeActions(Scope),
    /// Filters the register by this line.
    FilterActions(String),
    /// Groups the register.
    GroupActions(Grouping),
    /// Orders the register.
    OrderActions(Order),
    /// Lets the selected parts of the register go.
    LetGoParts,
    /// Shows the units of an action, or the list of the register again.
    ShowAction(Option<Id<Action>>),
    /// The review goes on to the next action.
    ReviewNext,
    /// Selects this meeting in the list.
    ShowMeeting(Id<Meeting>),
    /// Shows this issue in the log.
    ShowIssue(Id<Issue>),
    /// Shows this roster.
    ShowRoster(Id<Roster>),
    /// Shows this seat in the roll call.
    ShowSeat(Id<Seat>),
    /// Shows this paper.
    ShowPaper(Which),
}
