//! The commands of the desk and of the dialogs in front of it.

use crate::meeting::code::AssignmentState;

listed! {
    /// The commands of the desk.
    DeskCommand {
        /// Writes the line, gives the floor to whom alone it names, or edits the selected line if there is none.
        Write,
        /// Completes the word at the caret, expands an abbreviation, or goes to the stream.
        Complete,
        /// Shows the card of the unit that speaks or is named.
        Ward,
        /// Shows the conclusions that were prepared.
        Prepared,
        /// Chooses the filter of the stream.
        Filter,
        /// Turns the marked lines, or the selected one, into another kind.
        Retype,
        /// Moves the marked lines, or the selected one, to another item, unit or time.
        Place,
        /// Marks the selected line, to be moved with others.
        Mark,
        /// Finds a line by its words.
        Jump,
        /// Cuts the line that is being edited at the caret.
        Split,
        /// Puts the selected line behind the one before it.
        Join,
        /// Deletes the letter behind the caret, or the selected line when the line is empty.
        Remove,
        /// Selects the line before, the completion before, or an earlier line that was typed.
        Earlier,
        /// Selects the line after, the next completion, or a later line that was typed.
        Later,
        /// Selects a page before.
        EarlierPage,
        /// Selects a page after.
        LaterPage,
        /// Leaves the completion, the editing or the selection.
        StepBack,
        /// Takes typing back, or with nothing typed the last change of the book.
        Undo,
        /// Restores typing, or with nothing typed the last change that was taken back.
        Redo,
    }
}

listed! {
    /// The commands for the course of the meeting from the desk.
    CourseCommand {
        /// Starts the next item.
        NextItem,
        /// Ends the running item.
        FinishItem,
        /// Shows the agenda.
        Agenda,
        /// Begins a break; the running item goes on behind it.
        Break,
        /// Takes up an item that was not planned.
        OutOfAgenda,
        /// Puts the running item off for now: it comes up again before the conclusion.
        Postpone,
        /// Puts the running or the next item off to the next meeting, or leaves it out.
        Carry,
        /// Leaves the running or the next item out.
        SkipItem,
        /// Sets when the meeting has to be over.
        HardEnd,
        /// Gives a unit or a guest the floor.
        GiveFloor,
        /// Puts a unit or a guest into the queue for the floor.
        AskFloor,
        /// Ends the turn that is going on.
        EndFloor,
        /// Holds the turn that is going on; its rest waits at the head.
        PauseFloor,
        /// Takes back a turn that was given by mistake.
        PutBack,
        /// Lets those speak first who have not spoken.
        SilentFirst,
        /// Shows the turns that were had, to correct them.
        Turns,
        /// Shows the issues that wait for an answer.
        Answer,
        /// Shows conclusions and actions as the chair reads them.
        ReadBack,
        /// Shows the review of earlier meetings.
        LookBack,
        /// Shows the documents of the meeting, to open them.
        Documents,
        /// Shows the phrases that letters stand for.
        Snippets,
        /// Closes the meeting.
        Close,
        /// Opens a closed meeting again.
        Reopen,
    }
}

listed! {
    /// The commands of the agenda in front of the desk.
    AgendaCommand {
        /// Starts the selected item, or opens it again.
        Start,
        /// Puts a new item behind the selected one.
        Insert,
        /// Changes title and minutes of the selected item, and when it ran.
        Edit,
        /// Leaves the selected item out.
        Skip,
        /// Puts the selected item off for now: it comes up again before the conclusion.
        Postpone,
        /// Puts the selected item off to the next meeting.
        Carry,
        /// Moves the selected item up.
        Raise,
        /// Moves the selected item down.
        Lower,
        /// Closes the agenda.
        Cancel,
    }
}

listed! {
    /// The commands of the floor in front of the desk.
    FloorCommand {
        /// Picks the candidate for the purpose of the dialog: gives the floor, or puts into the queue.
        Pick,
        /// Does the other of the two.
        Other,
        /// Lets the selected one speak in between.
        Interject,
        /// Takes the selected one out of the queue.
        Withdraw,
        /// Moves the selected one towards the head of the queue.
        Raise,
        /// Moves the selected one towards the end of the queue.
        Lower,
        /// Lets those speak first who have not spoken.
        SilentFirst,
        /// Shows the turns that were had, to correct them.
        Turns,
        /// Closes the floor.
        Cancel,
    }
}

/// The commands of the card of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WardCommand {
    /// Opens the selected line.
    Open,
    /// Brings the unit's part of the selected action to a state.
    Mark(AssignmentState),
    /// Closes the card.
    Cancel,
}

listed! {
    /// The commands of the conclusions that were prepared.
    PreparedCommand {
        /// Takes the selected one: the chair says it.
        Take,
        /// Puts the selected one into the line of the desk, to be written in other words.
        Change,
        /// Drops the selected one, or lets it wait again.
        Drop,
        /// Corrects the selected one.
        Edit,
        /// Prepares another.
        Write,
        /// Closes the list.
        Cancel,
    }
}

listed! {
    /// The commands of the reading back.
    ReadBackCommand {
        /// Corrects the selected line, or answers the selected issue.
        Correct,
        /// Goes on to closing the meeting.
        Next,
        /// Hands all of it to the clipboard of the terminal.
        Copy,
        /// Closes it.
        Cancel,
    }
}

/// The commands of the review of earlier meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookBackCommand {
    /// Shows the units of the selected action, or the list again.
    Open,
    /// Brings the selected unit's part to a state.
    Mark(AssignmentState),
    /// Hands the selected unit's part over to another unit.
    HandOver,
    /// Selects the next unit that still owes its part.
    NextOwed,
    /// Puts a sentence that sums it up into the line of the desk.
    Note,
    /// Hands all of it to the clipboard of the terminal.
    Copy,
    /// Goes on to the conclusions and actions of this meeting.
    ReadBack,
    /// Goes back to the list, or closes it.
    Cancel,
}
