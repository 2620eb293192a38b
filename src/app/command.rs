//! The commands behind the keys: closed lists, nested by the screen or dialog that answers.

use serde::{Deserialize, Serialize};

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

pub(crate) mod actions;
pub(crate) mod desk;
pub(crate) mod focus;
pub(crate) mod issues;
pub(crate) mod papers;
pub(crate) mod roll_call;
pub(crate) mod roster;
pub(crate) mod settings;

pub use crate::app::command::actions::{ActionsCommand, FilterCommand, ReviewCommand};
pub use crate::app::command::desk::{
    AgendaCommand, CourseCommand, DeskCommand, FloorCommand, LookBackCommand, PreparedCommand,
    ReadBackCommand, WardCommand,
};
pub use crate::app::command::focus::{FocusCommand, YearCommand};
pub use crate::app::command::issues::IssuesCommand;
pub use crate::app::command::papers::{PapersCommand, VersionsCommand};
pub use crate::app::command::roll_call::{CardCommand, RollCallCommand, TurnoutCommand};
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

macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident $module:ident $phrase:ident,)+) => {
        impl Command {
            /// Returns who answers; a screen answers the commands of its name.
            pub(crate) fn answered_by(self) -> Answering {
                match self {
                    $(Self::$name(_) => Answering::Screen(ScreenId::$name),)+
                    Self::Course(_) => Answering::Screen(ScreenId::Desk),
                    Self::App(command) => Answering::App(command),
                    Self::List(command) => Answering::List(command),
                    Self::Edit(command) => Answering::Edit(command),
                    Self::Filter(_) => Answering::OnScreen,
                    Self::Form(_)
                    | Self::Choice(_)
                    | Self::Card(_)
                    | Self::Reading(_)
                    | Self::Import(_)
                    | Self::Agenda(_)
                    | Self::Floor(_)
                    | Self::Ward(_)
                    | Self::ReadBack(_)
                    | Self::Prepared(_)
                    | Self::LookBack(_)
                    | Self::Handover(_)
                    | Self::Versions(_) => Answering::InFront,
                }
            }
        }
    };
}

for_each_screen!(answers);

/// The receiver of a command.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Answering {
    App(AppCommand),
    /// The list of the dialog in front, or of the screen.
    List(ListCommand),
    /// The text field of the dialog in front, or of the screen.
    Edit(EditCommand),
    Screen(ScreenId),
    /// The screen that is shown.
    OnScreen,
    /// The open dialog, or else the screen that is shown.
    InFront,
}

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
    /// The conclusions that were prepared answer.
    Prepared(PreparedCommand),
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

/// An edit of a line of text.
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
        /// Shows the documents of the selected one, to open them.
        Documents,
        /// Hands over the open lines of units that have ended.
        HandOver,
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
        Decide,
        /// Completes or mends the selected line.
        Mend,
        /// Closes the preview; nothing is written.
        Cancel,
    }
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
        /// Submits from any field.
        Save,
        /// Closes the form; asks first when something has been typed.
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
