//! The commands behind the keys: closed lists, nested by the screen or dialog that answers.

use serde::{Deserialize, Serialize};

use crate::meeting::code::AssignmentState;
use crate::words::Words;

/// Declares a closed list of commands with a table of its members, so that a test can ask for each.
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

pub(crate) mod desk;
pub(crate) mod focus;
pub(crate) mod issues;
pub(crate) mod papers;
pub(crate) mod roster;
pub(crate) mod settings;

pub use crate::app::command::desk::{
    AgendaCommand, CourseCommand, DeskCommand, FloorCommand, LookBackCommand, ReadBackCommand,
    WardCommand,
};
pub use crate::app::command::focus::{FocusCommand, YearCommand};
pub use crate::app::command::issues::IssuesCommand;
pub use crate::app::command::papers::{PapersCommand, VersionsCommand};
pub use crate::app::command::roster::{HandoverCommand, RosterCommand};
pub use crate::app::command::settings::SettingsCommand;

/// Hands every screen to a macro, in the order of their keys: its name, its module, the phrase of its name.
macro_rules! for_each_screen {
    ($then:ident) => {
        $then! {
            /// F2: the meetings of the book.
            Meetings meetings do_meetings,
            /// F3: the roll call.
            RollCall roll_call do_roll_call,
            /// F4: the desk.
            Desk desk do_desk,
            /// F5: the issue log.
            Issues issues do_issues,
            /// F6: the register of actions.
            Actions actions do_actions,
            /// F7: focus areas against units.
            Focus focus do_focus,
            /// F8: the minutes.
            Papers papers do_minutes,
            /// F9: the search.
            Search search do_search,
            /// F10: the rosters, their units and who holds their offices.
            Roster roster do_rosters,
            /// How the units came to the meetings of a year.
            Turnout turnout do_turnout,
            /// The guided review of the register.
            Review review do_review,
            /// A year in pictures.
            Year year do_year,
            /// F11: the settings of the book and of the program.
            Settings settings do_settings,
        }
    };
}

pub(crate) use for_each_screen;

macro_rules! screen_ids {
    ($($(#[$doc:meta])* $name:ident $module:ident $phrase:ident,)+) => {
        /// A screen of the program.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum ScreenId {
            #[default]
            $($(#[$doc])* $name,)+
        }

        impl ScreenId {
            /// Every screen, in the order of their keys.
            pub const ALL: &[Self] = &[$(Self::$name),+];
        }

        impl Words {
            /// Returns the name of a screen.
            pub(crate) fn screen(self, screen: ScreenId) -> &'static str {
                match screen {
                    $(ScreenId::$name => self.$phrase(),)+
                }
            }
        }
    };
}

for_each_screen!(screen_ids);

/// A command behind a key.
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
    /// The filter of the screen answers.
    Filter(FilterCommand),
    /// The guided review answers.
    Review(ReviewCommand),
    /// The heat map answers.
    Focus(FocusCommand),
    /// The minutes answer.
    Papers(PapersCommand),
    /// The search answers.
    Search(SearchCommand),
    /// The rosters answer.
    Roster(RosterCommand),
    /// The table of the year answers.
    Turnout(TurnoutCommand),
    /// The page of the year answers.
    Year(YearCommand),
    /// The settings answer.
    Settings(SettingsCommand),
    /// The card of a seat answers.
    Card(CardCommand),
    /// The agenda in front of the desk answers.
    Agenda(AgendaCommand),
    /// The floor in front of the desk answers.
    Floor(FloorCommand),
    /// The card of a unit in front of the desk answers.
    Ward(WardCommand),
    /// The reading back to the chair answers.
    ReadBack(ReadBackCommand),
    /// The review of earlier meetings answers.
    LookBack(LookBackCommand),
    /// The handover answers.
    Handover(HandoverCommand),
    /// The versions of a paper answer.
    Versions(VersionsCommand),
    /// The text that is read aloud answers.
    Reading(ReadingCommand),
    /// The preview of an import answers.
    Import(ImportCommand),
    /// The open form answers.
    Form(FormCommand),
    /// The open choice answers.
    Choice(ChoiceCommand),
}

/// The commands of the program, wherever the user is.
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
    /// The commands of the screen of meetings.
    MeetingsCommand {
        /// Opens the selected meeting.
        Open,
        /// Plans a new one.
        New,
        /// Changes the particulars of the selected one.
        Details,
        /// Changes the roster of the selected one.
        Roster,
        /// Hands over the open lines of units that have ended.
        HandOver,
    }
}

listed! {
    /// The commands of the roll call.
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
        /// Shows the report that is read to the chair.
        Report,
        /// Gives another delegation or a guest a seat.
        Add,
        /// Shows how the units came over the year.
        Year,
        /// Clears the search for a unit.
        LeaveSearch,
    }
}

listed! {
    /// The commands of the card of a seat.
    CardCommand {
        /// Corrects the selected entry.
        Edit,
        /// Strikes the selected entry.
        Remove,
        /// Closes the card.
        Cancel,
    }
}

listed! {
    /// The commands of a text that is read aloud.
    ReadingCommand {
        /// Hands it to the clipboard of the terminal.
        Copy,
        /// Closes it.
        Cancel,
    }
}

listed! {
    /// The commands of the preview of an import.
    ImportCommand {
        /// Writes the new and the changed lines.
        Take,
        /// Takes the selected line, which resembles a known unit, as a new one, or leaves it out again.
        Settle,
        /// Closes the preview; nothing is written.
        Cancel,
    }
}

listed! {
    /// The commands of the table of the year.
    TurnoutCommand {
        /// Writes it to a file.
        Export,
        /// Goes back to the roll call.
        Leave,
    }
}

/// The commands of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionsCommand {
    /// Shows the selected action whole, unit by unit.
    Parts,
    /// Brings the selected unit's part to a state, or all that were selected.
    Mark(AssignmentState),
    /// Writes down the report of a unit.
    Report,
    /// Selects a part to be reported with others.
    Select,
    /// Selects all parts that are shown.
    SelectAll,
    /// Gives the action a later deadline, or its first.
    Extend,
    /// Says what is to be handed in, who follows it up, who helps.
    Details,
    /// Puts the caret into the filter.
    Filter,
    /// Chooses how the lines are grouped and ordered.
    Arrange,
    /// Chooses a filter that was given a name.
    Saved,
    /// Walks through the actions that need a look.
    Review,
    /// Hands the selected part over to another unit.
    HandOver,
    /// Shows the reminder to the unit, or to all late units.
    Remind,
    /// Writes the shown lines to a file.
    Export,
    /// Reads back the tables that units filled in.
    Import,
    /// Takes the action out of the register.
    Remove,
    /// Goes back to the list, or shows all actions again.
    Leave,
}

listed! {
    /// The commands of a filter that is typed.
    FilterCommand {
        /// Inserts the completion at the caret.
        Complete,
        /// Leaves it as it is.
        Take,
        /// Empties it and leaves it.
        Clear,
    }
}

/// The commands of the guided review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewCommand {
    /// The action has been looked at.
    Settle,
    /// Writes down the result of the look.
    Note,
    /// Goes on without having looked at it.
    Skip,
    /// Goes back to the one before.
    Back,
    /// Brings the selected unit's part to a state.
    Mark(AssignmentState),
    /// Writes down the report of a unit.
    Report,
    /// Gives the action a later deadline, or its first.
    Extend,
    /// Says what is to be handed in, who follows it up, who helps.
    Details,
    /// Hands the selected part over to another unit.
    HandOver,
    /// Shows the reminder to the unit.
    Remind,
    /// Begins a new round.
    Anew,
    /// Leaves; the round goes on from here another time.
    Leave,
}

listed! {
    /// The commands of the search.
    SearchCommand {
        /// Goes to the selected line.
        Open,
        /// Inserts the completion at the caret.
        Complete,
    }
}

listed! {
    /// The commands of an open form.
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
    /// The commands of an open choice.
    ChoiceCommand {
        /// Picks the selected option.
        Pick,
        /// Closes the choice.
        Cancel,
    }
}
