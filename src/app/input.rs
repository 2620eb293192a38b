//! Input: keys and pastes become commands, and each command runs in the screen or dialog that it belongs to.

use crate::app::App;
use crate::app::choice::Choice;
use crate::app::command::{Answering, AppCommand, Command, EditCommand, ListCommand};
use crate::app::config::Preference;
use crate::app::dialogs::Dialog;
use crate::app::effect::{Effect, Opening};
use crate::app::kept::Kept;
use crate::app::key::Key;
use crate::app::keymap::Context;
use crate::app::legacy::OldLetters;
use crate::app::palette::Palette;
use crate::app::screen::Screen;
use crate::app::settings::choices::SettingsChoice;
use crate::app::view::View;
use crate::text::finder::Finder;
use crate::text::legacy::recognise_pasted;
use crate::text::telex::Method;

/// The command that leaves the program.
const LEAVE: Command = Command::App(AppCommand::Quit);

impl App {
    pub(crate) fn press(&mut self, key: Key) {
        self.status = None;
        self.room.key = Some(key);
        let contexts = self.contexts();
        let effects = match (self.room.keymap.lookup(&contexts, key), key) {
            (Some(command), _) => self.run(command),
            // Ctrl-Q leaves the program even while a dialog is open: the draft keeps everything.
            (None, _) if self.is_always_possible(key) => self
                .room
                .keymap
                .lookup(&[Context::Everywhere], key)
                .map_or_else(Vec::new, |command| self.run(command)),
            (None, Key::Char(c)) => self.run(Command::Edit(EditCommand::Type(c))),
            (None, _) => Vec::new(),
        };
        self.perform(effects);
        self.room.key = None;
    }

    /// Says whether a key keeps its general command although a dialog stands in front: to leave the program, and where
    /// the dialog writes to the book and stays open, to undo and redo.
    fn is_always_possible(&self, key: Key) -> bool {
        let dialog = self.place.dialog.as_ref();
        let passes = dialog.is_some_and(|dialog| dialog.screen().lets_undo_pass());
        let command = self.room.keymap.lookup(&[Context::Everywhere], key);
        let is_undo = command == Some(Command::App(AppCommand::Undo))
            || command == Some(Command::App(AppCommand::Redo));
        command == Some(LEAVE) || (passes && is_undo)
    }

    /// Returns where a key may mean something, the nearest first.
    pub(crate) fn contexts(&self) -> Vec<Context> {
        if let Some(dialog) = &self.place.dialog {
            return dialog.screen().contexts().to_vec();
        }
        let screen = self.place.screens.screen(self.place.screen);
        [screen.contexts(), &[Context::Everywhere]].concat()
    }

    /// Runs a command in the screen or dialog that it belongs to.
    pub(crate) fn run(&mut self, command: Command) -> Vec<Effect> {
        let screen = match command.answered_by() {
            Answering::App(command) => return self.run_app(command),
            Answering::List(command) => {
                let (screen, view) = self.in_front();
                screen.list(command, &view);
                return Vec::new();
            }
            Answering::Edit(command) => {
                let (screen, view) = self.in_front();
                let end = screen.finder().and_then(|finder| beyond(finder, command));
                if let Some(end) = end {
                    screen.list(end, &view);
                    return Vec::new();
                }
                return screen.edit(command, &view);
            }
            Answering::InFront => {
                let (screen, view) = self.in_front();
                return screen.update(command, &view);
            }
            Answering::Screen(screen) => screen,
            Answering::OnScreen => self.place.screen,
        };
        let view = self.room.view(self.place.screen);
        self.place.screens.screen_mut(screen).update(command, &view)
    }

    /// Returns the open dialog, or else the screen on display, with its view.
    fn in_front(&mut self) -> (&mut dyn Screen, View<'_>) {
        let view = self.room.view(self.place.screen);
        let screen = match &mut self.place.dialog {
            Some(dialog) => dialog.screen_mut(),
            None => self.place.screens.screen_mut(self.place.screen),
        };
        (screen, view)
    }

    fn run_app(&mut self, command: AppCommand) -> Vec<Effect> {
        match command {
            AppCommand::Help if self.contexts().contains(&Context::Help) => vec![Effect::Back],
            AppCommand::Help => vec![Effect::Show(Opening::Help)],
            AppCommand::Go(screen) => vec![Effect::Go(screen)],
            AppCommand::Palette => vec![Effect::Choose(Choice::new(Palette))],
            AppCommand::Theme => vec![Effect::Choose(Choice::new(SettingsChoice::Theme))],
            AppCommand::Undo => self.undo(),
            AppCommand::Redo => self.redo(),
            AppCommand::Language => {
                let other = self.room.words.lang().other();
                vec![Effect::Configure(Preference::Lang(other))]
            }
            AppCommand::Typing => {
                let next = next_typing(self.room.typing);
                vec![Effect::Configure(Preference::Typing(next))]
            }
            AppCommand::Quit => {
                self.is_done = true;
                Vec::new()
            }
        }
    }

    /// Puts a pasted text into the field that has the caret; control characters never get further than here.
    /// A text in the letters of an old font is asked about first.
    pub(crate) fn paste(&mut self, text: &str) {
        self.status = None;
        if let Some(Dialog::Choice(open)) = &self.place.dialog
            && let Some(question) = OldLetters::revived(&open.purpose.as_draft())
        {
            // What is pasted while the question stands belongs to the same field.
            self.place.dialog = Some(question.with(text));
            return;
        }
        let takes_text = self.contexts().contains(&Context::Text);
        match recognise_pasted(text).filter(|_| takes_text) {
            Some(legacy) => {
                let question = OldLetters::new(text, legacy).asked();
                self.place.open(question);
            }
            None => self.put_text(text),
        }
    }

    /// Puts a text into the field that has the caret.
    pub(crate) fn put_text(&mut self, text: &str) {
        let (screen, view) = self.in_front();
        let effects = screen.paste(text, &view);
        self.perform(effects);
    }
}

/// Returns the end of the list that a key goes to because the caret of its finder is at that end already.
fn beyond(finder: &Finder, command: EditCommand) -> Option<ListCommand> {
    let line = finder.line();
    match command {
        EditCommand::Home if line.before().is_empty() => Some(ListCommand::First),
        EditCommand::End if line.after().is_empty() => Some(ListCommand::Last),
        EditCommand::Home
        | EditCommand::End
        | EditCommand::Type(_)
        | EditCommand::Left
        | EditCommand::Right
        | EditCommand::Backspace
        | EditCommand::Delete
        | EditCommand::DeleteWord
        | EditCommand::Clear => None,
    }
}

/// Goes from the input method of the system to Telex, to VNI, and back.
fn next_typing(now: Option<Method>) -> Option<Method> {
    match now {
        None => Some(Method::Telex),
        Some(Method::Telex) => Some(Method::Vni),
        Some(Method::Vni) => None,
    }
}
