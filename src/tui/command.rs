//! What a key asks for: closed lists, nested by who answers.

use serde::{Deserialize, Serialize};

use crate::meeting::code::AssignmentState;
use crate::words::Words;

/// Declares a closed list of commands that says itself what is in it, so that a test can ask for each.
macro_rules! listed {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// Every command of the list.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
        }
    };
}

/// A screen of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ScreenId {
    /// F2: the meetings of the book.
    #[default]
    Meetings,
    /// F3: the roll call.
    RollCall,
    /// F4: the desk.
    Desk,
    /// F5: the issue log.
    Issues,
    /// F6: the register of actions.
    Actions,
    /// F7: focus areas against units.
    Focus,
    /// F8: the minutes.
    Minutes,
    /// F9: the search.
    Search,
    /// F10: the rosters, their units and who holds their offices.
    Roster,
    /// How the units came to the meetings of a year.
    Turnout,
}

impl ScreenId {
    /// Every screen, in the order of their keys.
    pub const ALL: &[Self] = &[
        Self::Meetings,
        Self::RollCall,
        Self::Desk,
        Self::Issues,
        Self::Actions,
        Self::Focus,
        Self::Minutes,
        Self::Search,
        Self::Roster,
        Self::Turnout,
    ];
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The program answers, wherever the user is.
    App(AppCommand),
    /// The list of the screen answers.
    List(ListCommand),
    /// The text field that has the caret answers.
    Edit(EditCommand),
    /// The screen of meetings answers.
    Meetings(MeetingsCommand),
    /// The roll call answers.
    RollCall(RollCallCommand),
    /// The desk answers.
    Desk(DeskCommand),
    /// The course of the meeting on the desk answers.
    Course(CourseCommand),
    /// The issue log answers.
    Issues(IssuesCommand),
    /// The register answers.
    Actions(ActionsCommand),
    /// The heat map answers.
    Focus(FocusCommand),
    /// The minutes answer.
    Minutes(MinutesCommand),
    /// The search answers.
    Search(SearchCommand),
    /// The rosters answer.
    Roster(RosterCommand),
    /// The table of the year answers.
    Turnout(TurnoutCommand),
    /// The card of a seat answers.
    Card(CardCommand),
    /// The agenda in front of the desk answers.
    Agenda(AgendaCommand),
    /// The floor in front of the desk answers.
    Floor(FloorCommand),
    /// The card of a unit in front of the desk answers.
    Ward(WardCommand),
    /// What is read back answers.
    ReadBack(ReadBackCommand),
    /// The text that is read aloud answers.
    Reading(ReadingCommand),
    /// The preview of an import answers.
    Import(ImportCommand),
    /// The open form answers.
    Form(FormCommand),
    /// The open choice answers.
    Choice(ChoiceCommand),
}

/// What the program does, wherever the user is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppCommand {
    /// Shows the help.
    Help,
    /// Goes to a screen.
    Go(ScreenId),
    /// Shows all commands.
    Palette,
    /// Takes the last thing done back.
    Undo,
    /// Brings the last thing taken back again.
    Redo,
    /// Chooses another theme.
    Theme,
    /// Chooses the other language.
    Language,
    /// Goes from the input method of the system to Telex, to VNI, and back.
    Typing,
    /// Leaves.
    Quit,
}

listed! {
    /// Where a selection moves.
    ListCommand {
        /// One line up.
        Up,
        /// One line down.
        Down,
        /// One page up.
        PageUp,
        /// One page down.
        PageDown,
        /// To the first line.
        First,
        /// To the last line.
        Last,
        /// One column to the left.
        Left,
        /// One column to the right.
        Right,
    }
}

/// What happens to a line of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditCommand {
    /// A character is typed; no table binds it.
    Type(char),
    /// The caret goes one letter to the left.
    Left,
    /// The caret goes one letter to the right.
    Right,
    /// The caret goes to the beginning.
    Home,
    /// The caret goes to the end.
    End,
    /// The letter before the caret goes.
    Backspace,
    /// The letter behind the caret goes.
    Delete,
    /// The word before the caret goes.
    DeleteWord,
    /// The whole line goes.
    Clear,
}

listed! {
    /// What the screen of meetings does.
    MeetingsCommand {
        /// Opens the selected meeting.
        Open,
        /// Plans a new one.
        New,
        /// Changes the particulars of the selected one.
        Details,
        /// Changes the roster of the selected one.
        Roster,
    }
}

listed! {
    /// What the roll call does.
    RollCallCommand {
        /// The Secretary came.
        Secretary,
        /// The Standing Deputy came.
        Deputy,
        /// Somebody else came.
        Substitute,
        /// Nobody came, with leave.
        Excused,
        /// Nobody came, without leave.
        Absent,
        /// The delegate came late.
        Late,
        /// The delegate left.
        Left,
        /// The delegate came back.
        Back,
        /// The delegate is out for an item.
        Out,
        /// Nothing is known.
        Clear,
        /// Nothing is known of the unit, or the delegation was not invited after all.
        Remove,
        /// All others came.
        Rest,
        /// Goes to the other delegates and back.
        Others,
        /// Changes names and details of the selected seat.
        Details,
        /// Shows what is read to the chair.
        Report,
        /// Gives another delegation or a guest a seat.
        Add,
        /// Shows how the units came over the year.
        Year,
        /// Forgets what was typed to find a unit.
        LeaveSearch,
    }
}

listed! {
    /// What the card of a seat does.
    CardCommand {
        /// Corrects the selected entry.
        Edit,
        /// Strikes the selected entry.
        Remove,
        /// Selects the entry above.
        Up,
        /// Selects the entry below.
        Down,
        /// Closes the card.
        Cancel,
    }
}

listed! {
    /// What can be done with a text that is read aloud.
    ReadingCommand {
        /// Hands it to the clipboard of the terminal.
        Copy,
        /// Closes it.
        Cancel,
    }
}

listed! {
    /// What the rosters do.
    RosterCommand {
        /// Changes the selected unit and who holds its offices.
        Edit,
        /// Adds a unit.
        Add,
        /// Takes the selected unit off the roster.
        Remove,
        /// Goes to the next roster.
        Next,
        /// Changes name and validity of the roster.
        Details,
        /// Makes a copy of the roster.
        Copy,
        /// Makes a roster without units.
        New,
        /// Plans new meetings with the roster.
        Use,
        /// Fills the roster from a file.
        Import,
        /// Writes the roster to a file.
        Export,
        /// Forgets what was typed to find a unit.
        LeaveSearch,
    }
}

listed! {
    /// What the preview of an import does.
    ImportCommand {
        /// Writes what is new and what has changed.
        Take,
        /// Takes the selected line, which resembles a known unit, as a new one, or leaves it out again.
        Settle,
        /// Closes the preview; nothing is written.
        Cancel,
    }
}

listed! {
    /// What the table of the year does.
    TurnoutCommand {
        /// Writes it to a file.
        Export,
        /// Goes back to the roll call.
        Leave,
    }
}

listed! {
    /// What the desk does.
    DeskCommand {
        /// Writes the line, gives the floor to whom alone it names, or edits the selected line if there is none.
        Write,
        /// Completes what the caret stands in, expands letters that stand for a phrase, or goes to the stream.
        Complete,
        /// Shows the card of the unit that speaks or is named.
        Ward,
        /// Chooses what the stream shows.
        Filter,
        /// Turns the selected line into another kind.
        Retype,
        /// Moves the selected line to another item, unit or time.
        Place,
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
        /// Takes typing back, or with nothing typed what was done last.
        Undo,
        /// Brings typing again, or with nothing typed what was taken back.
        Redo,
    }
}

listed! {
    /// What happens to the course of the meeting from the desk.
    CourseCommand {
        /// Starts the next item.
        NextItem,
        /// Ends the running item.
        FinishItem,
        /// Shows the agenda.
        Agenda,
        /// Begins a break; what runs goes on behind it.
        Break,
        /// Takes up what was not planned.
        OutOfAgenda,
        /// Puts the running item off.
        Postpone,
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
        /// Shows the turns, to correct their times.
        Turns,
        /// Shows the issues that wait for an answer.
        Answer,
        /// Shows conclusions and actions as the chair reads them.
        ReadBack,
        /// Shows the phrases that letters stand for.
        Snippets,
        /// Closes the meeting.
        Close,
        /// Opens a closed meeting again.
        Reopen,
    }
}

listed! {
    /// What the agenda in front of the desk does.
    AgendaCommand {
        /// Starts the selected item, or opens it again.
        Start,
        /// Puts a new item behind the selected one.
        Insert,
        /// Changes title and minutes of the selected item, and when it ran.
        Edit,
        /// Leaves the selected item out.
        Skip,
        /// Puts the selected item off.
        Postpone,
        /// Moves the selected item up.
        Raise,
        /// Moves the selected item down.
        Lower,
        /// Selects the item above.
        Up,
        /// Selects the item below.
        Down,
        /// Closes the agenda.
        Cancel,
    }
}

listed! {
    /// What the floor in front of the desk does.
    FloorCommand {
        /// Does what it was opened for: gives the floor, or puts into the queue.
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
        /// Selects the one above.
        Up,
        /// Selects the one below.
        Down,
        /// Selects a page above.
        PageUp,
        /// Selects a page below.
        PageDown,
        /// Closes the floor.
        Cancel,
    }
}

/// What the card of a unit does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WardCommand {
    /// Opens what is selected.
    Open,
    /// Brings the unit's part of the selected action to a state.
    Mark(AssignmentState),
    /// Selects the line above.
    Up,
    /// Selects the line below.
    Down,
    /// Closes the card.
    Cancel,
}

listed! {
    /// What can be done with what is read back.
    ReadBackCommand {
        /// Corrects the selected line, or answers the selected issue.
        Correct,
        /// Goes on to closing the meeting.
        Next,
        /// Hands all of it to the clipboard of the terminal.
        Copy,
        /// Selects the line above.
        Up,
        /// Selects the line below.
        Down,
        /// Closes it.
        Cancel,
    }
}

listed! {
    /// What the issue log does.
    IssuesCommand {
        /// Changes the state of the selected issue.
        State,
        /// Writes an answer to it.
        Answer,
    }
}

/// What the register does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionsCommand {
    /// Shows the selected action unit by unit.
    Parts,
    /// Brings the selected unit's part to a state.
    Mark(AssignmentState),
    /// Gives the action a later deadline.
    Extend,
    /// Says what is to be handed in.
    Deliverable,
    /// Goes back to the list, or shows all actions again.
    Leave,
}

listed! {
    /// What the heat map does.
    FocusCommand {
        /// Shows the actions behind the selected cell.
        Open,
    }
}

listed! {
    /// What the minutes do.
    MinutesCommand {
        /// Goes to where the selected gap is filled.
        Mend,
        /// Exports a DOCX.
        Docx,
        /// Exports Markdown.
        Markdown,
        /// Exports plain text.
        Text,
        /// Goes to the preview and back.
        OtherSide,
        /// Marks the minutes as signed.
        Finalise,
    }
}

listed! {
    /// What the search does.
    SearchCommand {
        /// Goes to the selected line.
        Open,
    }
}

listed! {
    /// What an open form does.
    FormCommand {
        /// Goes to the next field, or submits on the last.
        Submit,
        /// Goes to the next field.
        Next,
        /// Goes to the field before.
        Previous,
        /// Closes the form.
        Cancel,
    }
}

listed! {
    /// What an open choice does.
    ChoiceCommand {
        /// Picks the selected option.
        Pick,
        /// Selects the option above.
        Up,
        /// Selects the option below.
        Down,
        /// Selects a page above.
        PageUp,
        /// Selects a page below.
        PageDown,
        /// Closes the choice.
        Cancel,
    }
}

impl Words {
    /// Returns the name of a screen.
    pub fn screen(self, screen: ScreenId) -> &'static str {
        match screen {
            ScreenId::Meetings => self.do_meetings(),
            ScreenId::RollCall => self.do_roll_call(),
            ScreenId::Desk => self.do_desk(),
            ScreenId::Issues => self.do_issues(),
            ScreenId::Actions => self.do_actions(),
            ScreenId::Focus => self.do_focus(),
            ScreenId::Minutes => self.do_minutes(),
            ScreenId::Search => self.do_search(),
            ScreenId::Roster => self.do_rosters(),
            ScreenId::Turnout => self.do_turnout(),
        }
    }
}
