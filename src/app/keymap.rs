//! Keys and their commands, as values: contexts, rows of the key table, and look-ups in the table.

use super::command::{Command, ScreenId};
use super::key::Key;
use crate::words::Words;

/// Where a key means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// On a screen.
    Screen(ScreenId),
    /// In an open form.
    Form,
    /// In an open choice.
    Choice,
    /// In the help.
    Help,
    /// On the delegations of the roll call.
    Delegations,
    /// On the card of a seat.
    Card,
    /// On the agenda in front of the desk.
    Agenda,
    /// On the floor in front of the desk.
    Floor,
    /// On the card of a unit in front of the desk.
    Ward,
    /// On the reading back of conclusions and issues.
    ReadBack,
    /// On the conclusions that were prepared.
    Prepared,
    /// On the review of earlier meetings.
    LookBack,
    /// On the handover.
    Handover,
    /// On the versions of a paper.
    Versions,
    /// On a text that is read aloud.
    Reading,
    /// On the preview of an import.
    Import,
    /// In the filter of a screen.
    Filter,
    /// In a list.
    List,
    /// In a text field.
    Text,
    /// Everywhere.
    Everywhere,
}

impl Context {
    /// Returns the screen that it is, if it is one.
    pub(crate) fn screen(self) -> Option<ScreenId> {
        match self {
            Self::Screen(screen) => Some(screen),
            Self::Form
            | Self::Choice
            | Self::Help
            | Self::Delegations
            | Self::Card
            | Self::Agenda
            | Self::Floor
            | Self::Ward
            | Self::ReadBack
            | Self::Prepared
            | Self::LookBack
            | Self::Handover
            | Self::Versions
            | Self::Reading
            | Self::Import
            | Self::Filter
            | Self::List
            | Self::Text
            | Self::Everywhere => None,
        }
    }
}

/// A row of the table.
pub struct Binding {
    /// Where it holds.
    pub context: Context,
    /// The keys; the first is the one that is shown. None: only in the palette.
    pub keys: &'static [Key],
    /// The command of the keys.
    pub command: Command,
    /// The name of the command.
    pub words: fn(Words) -> &'static str,
    /// Whether the bar at the foot shows it.
    pub(crate) in_bar: bool,
}

/// The key table, in the order of the bar, the help and the palette.
#[derive(Clone, Copy)]
pub struct Keymap(pub(crate) &'static [Binding]);

impl std::fmt::Debug for Keymap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keymap({} rows)", self.0.len())
    }
}

impl Keymap {
    /// Returns the command of a key in the first of the contexts that knows it.
    pub(crate) fn lookup(self, contexts: &[Context], key: Key) -> Option<Command> {
        contexts.iter().find_map(|context| {
            let bound =
                |binding: &&Binding| binding.context == *context && binding.keys.contains(&key);
            self.0.iter().find(bound).map(|binding| binding.command)
        })
    }

    /// Returns the rows of a context, in the order of the table.
    pub(crate) fn rows(self, context: Context) -> impl Iterator<Item = &'static Binding> {
        self.0
            .iter()
            .filter(move |binding| binding.context == context)
    }
}

impl Binding {
    /// Returns the keys of the row as they are shown.
    pub fn keys_shown(&self) -> String {
        let keys: Vec<String> = self.keys.iter().map(Key::to_string).collect();
        keys.join(", ")
    }
}
