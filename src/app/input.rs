//! Input: keys and pastes become commands, and each command runs in the screen or dialog that it belongs to.

use crate::app::App;
use crate::app::choice::Purpose as ChoicePurpose;
use crate::app::command::{AppCommand, Command, EditCommand, ListCommand, ScreenId};
use crate::app::config::Preference;
use crate::app::desk::run_course;
use crate::app::dialogs::{Choice, Dialog, Help};
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::Context;
use crate::text::telex::Method;

/// What leaves the program.
const LEAVE: Command = Command::App(AppCommand::Quit);

impl App {
    pub(crate) fn press(&mut self, key: Key) {
        self.status = None;
        let contexts = self.contexts();
        let effects = match (self.room.keymap.lookup(&contexts, key), key) {
            (Some(command), _) => self.run(command),
            // Whatever stands in front, leaving is always possible: everything is kept.
            (None, _) if self.is_always_possible(key) => self
                .room
                .keymap
                .lookup(&[Context::Everywhere], key)
                .map_or_else(Vec::new, |command| self.run(command)),
            (None, Key::Char(c)) => self.run(Command::Edit(EditCommand::Type(c))),
            (None, _) => Vec::new(),
        };
        self.perform(effects);
    }

    /// Says whether a key does what it does everywhere although a dialog stands in front: leaving, and where the
    /// dialog writes to the book and stays open, taking back and bringing again.
    fn is_always_possible(&self, key: Key) -> bool {
        let is_card = matches!(
            self.place.dialog,
            Some(
                Dialog::Card(_)
                    | Dialog::Agenda(_)
                    | Dialog::Floor(_)
                    | Dialog::Ward(_)
                    | Dialog::LookBack(_)
            )
        );
        let command = self.room.keymap.lookup(&[Context::Everywhere], key);
        let is_undo = command == Some(Command::App(AppCommand::Undo))
            || command == Some(Command::App(AppCommand::Redo));
        command == Some(LEAVE) || (is_card && is_undo)
    }

    /// Returns where a key may mean something, the nearest first.
    pub(crate) fn contexts(&self) -> Vec<Context> {
        if let Some(dialog) = &self.place.dialog {
            return dialog.contexts().to_vec();
        }
        let is_filtering = match self.place.screen {
            ScreenId::Actions => self.place.screens.actions.is_filtering,
            ScreenId::Issues => self.place.screens.issues.is_filtering,
            ScreenId::Meetings
            | ScreenId::RollCall
            | ScreenId::Desk
            | ScreenId::Focus
            | ScreenId::Papers
            | ScreenId::Search
            | ScreenId::Roster
            | ScreenId::Turnout
            | ScreenId::Review
            | ScreenId::Year
            | ScreenId::Settings => false,
        };
        if is_filtering {
            return vec![Context::Filter, Context::Text, Context::Everywhere];
        }
        let fields: &[Context] = match self.place.screen {
            ScreenId::RollCall
            | ScreenId::Issues
            | ScreenId::Actions
            | ScreenId::Focus
            | ScreenId::Roster
            | ScreenId::Settings => &[Context::List, Context::Text],
            ScreenId::Desk => &[Context::Text],
            ScreenId::Search => &[Context::Text, Context::List],
            ScreenId::Meetings
            | ScreenId::Papers
            | ScreenId::Turnout
            | ScreenId::Review
            | ScreenId::Year => &[Context::List],
        };
        [Context::Screen(self.place.screen)]
            .iter()
            .chain(fields)
            .chain(&[Context::Everywhere])
            .copied()
            .collect()
    }

    /// Runs a command in the screen or dialog that it belongs to.
    pub(crate) fn run(&mut self, command: Command) -> Vec<Effect> {
        let view = self.room.view(self.place.screen);
        let screens = &mut self.place.screens;
        match command {
            Command::App(command) => self.run_app(command),
            Command::List(command) => self.run_list(command),
            Command::Edit(command) => self.run_edit(command),
            Command::Meetings(command) => screens.meetings.update(command, &view),
            Command::RollCall(command) => screens.roll_call.update(command, &view),
            Command::Desk(command) => screens.desk.update(command, &view),
            Command::Course(command) => run_course(command, &view),
            Command::Issues(command) => screens.issues.update(command, &view),
            Command::Actions(command) => screens.actions.update(command, &view),
            Command::Filter(command) if self.place.screen == ScreenId::Issues => {
                screens.issues.filter(command, &view)
            }
            Command::Filter(command) => screens.actions.filter(command, &view),
            Command::Review(command) => screens.review.update(command, &view),
            Command::Focus(command) => screens.focus.update(command, &view),
            Command::Papers(command) => screens.papers.update(command, &view),
            Command::Search(command) => screens.search.update(command, &view),
            Command::Roster(command) => screens.roster.update(command, &view),
            Command::Turnout(command) => screens.turnout.update(command, &view),
            Command::Year(command) => screens.year.update(command, &view),
            Command::Settings(command) => screens.settings.update(command, &view),
            Command::Form(_)
            | Command::Choice(_)
            | Command::Card(_)
            | Command::Reading(_)
            | Command::Import(_)
            | Command::Agenda(_)
            | Command::Floor(_)
            | Command::Ward(_)
            | Command::ReadBack(_)
            | Command::LookBack(_)
            | Command::Handover(_)
            | Command::Versions(_) => match &mut self.place.dialog {
                Some(dialog) => dialog.update(command, &view),
                None => Vec::new(),
            },
        }
    }

    fn run_app(&mut self, command: AppCommand) -> Vec<Effect> {
        let choose = |purpose| vec![Effect::Show(Dialog::Choice(Choice::new(purpose)))];
        match command {
            AppCommand::Help => match self.place.dialog {
                Some(Dialog::Help(_)) => vec![Effect::Close],
                Some(
                    Dialog::Form(_)
                    | Dialog::Choice(_)
                    | Dialog::Card(_)
                    | Dialog::Reading(_)
                    | Dialog::Import(_)
                    | Dialog::Agenda(_)
                    | Dialog::Floor(_)
                    | Dialog::Ward(_)
                    | Dialog::ReadBack(_)
                    | Dialog::LookBack(_)
                    | Dialog::Handover(_)
                    | Dialog::Versions(_),
                )
                | None => vec![Effect::Show(Dialog::Help(Help::default()))],
            },
            AppCommand::Go(screen) => vec![Effect::Go(screen)],
            AppCommand::Palette => choose(ChoicePurpose::Palette),
            AppCommand::Theme => choose(ChoicePurpose::Theme),
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

    fn run_list(&mut self, command: ListCommand) -> Vec<Effect> {
        let view = self.room.view(self.place.screen);
        let screens = &mut self.place.screens;
        if let Some(dialog) = &mut self.place.dialog {
            dialog.list(command, &view);
            return Vec::new();
        }
        match self.place.screen {
            ScreenId::Meetings => screens.meetings.list(command, &view),
            ScreenId::RollCall => screens.roll_call.list(command, &view),
            ScreenId::Issues => screens.issues.list(command, &view),
            ScreenId::Actions => screens.actions.list(command, &view),
            ScreenId::Focus => screens.focus.list(command, &view),
            ScreenId::Papers => screens.papers.list(command, &view),
            ScreenId::Search => screens.search.list(command, &view),
            ScreenId::Roster => screens.roster.list(command, &view),
            ScreenId::Turnout => screens.turnout.list(command, &view),
            ScreenId::Review => screens.review.list(command, &view),
            ScreenId::Year => screens.year.list(command, &view),
            ScreenId::Settings => screens.settings.list(command, &view),
            ScreenId::Desk => {}
        }
        Vec::new()
    }

    fn run_edit(&mut self, command: EditCommand) -> Vec<Effect> {
        let view = self.room.view(self.place.screen);
        let screens = &mut self.place.screens;
        if let Some(dialog) = &mut self.place.dialog {
            return dialog.edit(command, &view);
        }
        match self.place.screen {
            ScreenId::RollCall => return screens.roll_call.edit(command, &view),
            ScreenId::Issues => return screens.issues.edit(command, &view),
            ScreenId::Actions => return screens.actions.edit(command, &view),
            ScreenId::Focus => return screens.focus.edit(command, &view),
            ScreenId::Roster => return screens.roster.edit(command, &view),
            ScreenId::Settings => return screens.settings.edit(command, &view),
            ScreenId::Search => return screens.search.edit(command, &view),
            ScreenId::Desk => screens.desk.edit(command, &view),
            ScreenId::Meetings
            | ScreenId::Papers
            | ScreenId::Turnout
            | ScreenId::Review
            | ScreenId::Year => {}
        }
        Vec::new()
    }

    /// Puts a pasted text into the field that has the caret; control characters never get further than here.
    pub(crate) fn paste(&mut self, text: &str) {
        self.status = None;
        let view = self.room.view(self.place.screen);
        if let Some(dialog) = &mut self.place.dialog {
            let effects = dialog.paste(text, &view);
            self.perform(effects);
            return;
        }
        let screens = &mut self.place.screens;
        let effects = match self.place.screen {
            ScreenId::RollCall => screens.roll_call.paste(text, &view),
            ScreenId::Desk => screens.desk.paste(text),
            ScreenId::Search => screens.search.paste(text, &view),
            ScreenId::Issues => screens.issues.paste(text, &view),
            ScreenId::Focus => screens.focus.paste(text, &view),
            ScreenId::Roster => screens.roster.paste(text, &view),
            ScreenId::Settings => screens.settings.paste(text, &view),
            ScreenId::Actions => screens.actions.paste(text, &view),
            ScreenId::Meetings
            | ScreenId::Papers
            | ScreenId::Turnout
            | ScreenId::Review
            | ScreenId::Year => Vec::new(),
        };
        self.perform(effects);
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
