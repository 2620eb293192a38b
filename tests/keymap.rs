//! The key table itself: nothing is bound twice, nothing is left out, nothing types a letter.
use std::collections::HashSet;

use crate::common::stage::Stage;

use giaoban::app::command::{
    ActionsCommand, AgendaCommand, AppCommand, CardCommand, ChoiceCommand, Command, CourseCommand,
    DeskCommand, EditCommand, FilterCommand, FloorCommand, FocusCommand, FormCommand,
    HandoverCommand, ImportCommand, IssuesCommand, ListCommand, LookBackCommand, MeetingsCommand,
    PapersCommand, ReadBackCommand, ReadingCommand, ReviewCommand, RollCallCommand, RosterCommand,
    ScreenId, SearchCommand, SettingsCommand, TurnoutCommand, VersionsCommand, WardCommand,
    YearCommand,
};
use giaoban::app::help::{HelpLine, heading, lines};
use giaoban::app::key::Key;
use giaoban::app::keymap::Context;
use giaoban::meeting::code::AssignmentState;
use giaoban::tui::keymap::BINDINGS;
use giaoban::words::{Lang, Words};

#[test]
fn no_key_means_two_things_in_one_context() {
    let mut seen = HashSet::new();
    for binding in BINDINGS {
        for key in binding.keys {
            assert!(
                seen.insert((binding.context, *key)),
                "{key} twice in {:?}",
                binding.context
            );
        }
    }
}

#[test]
fn letters_are_always_text() {
    for key in BINDINGS.iter().flat_map(|binding| binding.keys) {
        if let Key::Char(c) = key {
            assert!(!c.is_alphabetic(), "the bare letter {c} is bound");
        }
        // These are other keys: Backspace, Tab, line feed, Enter and Escape.
        if let Key::Ctrl(c) = key {
            assert!(!"hijm[".contains(*c), "Ctrl-{c} is another key");
        }
    }
}

/// Digits and punctuation are commands only where no text can stand before them.
#[test]
fn digits_are_commands_only_outside_text_fields() {
    for binding in BINDINGS {
        let has_text = matches!(
            binding.context,
            Context::Screen(ScreenId::Desk | ScreenId::Search)
                | Context::Filter
                | Context::Form
                | Context::Choice
                | Context::Text
        );
        let types = binding.keys.iter().any(|key| matches!(key, Key::Char(_)));
        assert!(
            !(has_text && types),
            "{} in {:?}",
            binding.keys_shown(),
            binding.context
        );
    }
}

#[test]
fn every_command_is_in_the_table() {
    let bound: Vec<Command> = BINDINGS.iter().map(|binding| binding.command).collect();
    for command in every_command() {
        assert!(bound.contains(&command), "{command:?} is not in the table");
    }
}

#[test]
fn the_help_shows_every_key_in_both_languages() {
    for lang in [Lang::Vi, Lang::En] {
        let words = Words::of(lang);
        let stage = Stage::demo((80, 24), lang);
        let help = lines(&stage.app.app.view());
        for binding in BINDINGS
            .iter()
            .filter(|binding| !binding.keys.is_empty() && binding.context != Context::Help)
        {
            let line = HelpLine::Key(binding.keys_shown(), (binding.words)(words));
            assert!(help.contains(&line), "{line:?} is not in the help");
            assert!(!(binding.words)(words).is_empty());
        }
    }
}

/// The list of keys that the handbook prints is the table, in its order, in both languages.
#[test]
fn the_handbook_lists_the_table() {
    for (lang, code) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        let printed = std::process::Command::new(env!("CARGO_BIN_EXE_giaoban"))
            .args(["--lang", code, "guide", "keys"])
            .output()
            .unwrap();
        let printed = String::from_utf8(printed.stdout).unwrap();
        let expected = expected_table(Words::of(lang));
        assert!(
            printed.ends_with(&expected),
            "printed:\n{printed}\nthe table:\n{expected}"
        );
    }
}

fn expected_table(words: Words) -> String {
    let mut expected = Vec::new();
    let mut context = None;
    for binding in BINDINGS.iter().filter(|row| !row.keys.is_empty()) {
        if context != Some(binding.context) {
            let title = heading(binding.context, words);
            let columns = words.keys_columns();
            expected.push(format!("\n## {title}\n\n{columns}\n| --- | --- |\n"));
            context = Some(binding.context);
        }
        let (keys, what) = (binding.keys_shown(), (binding.words)(words));
        expected.push(format!("| {keys} | {what} |\n"));
    }
    expected.concat()
}

/// The states that a digit brings a part to wherever parts are marked.
const MARKS: [AssignmentState; 5] = [
    AssignmentState::NotStarted,
    AssignmentState::InProgress,
    AssignmentState::Reported,
    AssignmentState::Done,
    AssignmentState::Paused,
];

fn every_command() -> Vec<Command> {
    let app = [
        AppCommand::Help,
        AppCommand::Palette,
        AppCommand::Undo,
        AppCommand::Redo,
        AppCommand::Theme,
        AppCommand::Language,
        AppCommand::Quit,
    ];
    let go = ScreenId::ALL.iter().map(|screen| AppCommand::Go(*screen));
    let edits = [
        EditCommand::Left,
        EditCommand::Right,
        EditCommand::Home,
        EditCommand::End,
        EditCommand::Backspace,
        EditCommand::Delete,
        EditCommand::DeleteWord,
        EditCommand::Clear,
    ];
    let mut all: Vec<Command> = app.into_iter().chain(go).map(Command::App).collect();
    all.extend(FilterCommand::ALL.iter().copied().map(Command::Filter));
    all.extend(edits.map(Command::Edit));
    all.extend(ListCommand::ALL.iter().copied().map(Command::List));
    all.extend(MeetingsCommand::ALL.iter().copied().map(Command::Meetings));
    all.extend(RollCallCommand::ALL.iter().copied().map(Command::RollCall));
    all.extend(DeskCommand::ALL.iter().copied().map(Command::Desk));
    all.extend(CourseCommand::ALL.iter().copied().map(Command::Course));
    all.extend(AgendaCommand::ALL.iter().copied().map(Command::Agenda));
    all.extend(FloorCommand::ALL.iter().copied().map(Command::Floor));
    all.extend(on_parts());
    all.extend(ReadBackCommand::ALL.iter().copied().map(Command::ReadBack));
    all.extend(CardCommand::ALL.iter().copied().map(Command::Card));
    all.extend(VersionsCommand::ALL.iter().copied().map(Command::Versions));
    all.extend(ReadingCommand::ALL.iter().copied().map(Command::Reading));
    all.extend(ImportCommand::ALL.iter().copied().map(Command::Import));
    all.extend(RosterCommand::ALL.iter().copied().map(Command::Roster));
    all.extend(TurnoutCommand::ALL.iter().copied().map(Command::Turnout));
    all.extend(SettingsCommand::ALL.iter().copied().map(Command::Settings));
    all.extend(YearCommand::ALL.iter().copied().map(Command::Year));
    all.extend(IssuesCommand::ALL.iter().copied().map(Command::Issues));
    all.extend(FocusCommand::ALL.iter().copied().map(Command::Focus));
    all.extend(PapersCommand::ALL.iter().copied().map(Command::Papers));
    all.extend(SearchCommand::ALL.iter().copied().map(Command::Search));
    all.extend(FormCommand::ALL.iter().copied().map(Command::Form));
    all.extend(ChoiceCommand::ALL.iter().copied().map(Command::Choice));
    all
}

/// The commands that bring parts of actions to a state, and those beside them.
fn on_parts() -> Vec<Command> {
    let mut all = in_register();
    let ward = [WardCommand::Open, WardCommand::Cancel];
    let parts = MARKS.map(WardCommand::Mark).into_iter();
    all.extend(parts.chain(ward).map(Command::Ward));
    let look_back = [
        LookBackCommand::Mark(AssignmentState::Cancelled),
        LookBackCommand::Open,
        LookBackCommand::HandOver,
        LookBackCommand::NextOwed,
        LookBackCommand::Note,
        LookBackCommand::Copy,
        LookBackCommand::ReadBack,
        LookBackCommand::Cancel,
    ];
    let reviewed = MARKS.map(LookBackCommand::Mark).into_iter();
    all.extend(reviewed.chain(look_back).map(Command::LookBack));
    let handover = [
        HandoverCommand::Leave(1),
        HandoverCommand::Leave(2),
        HandoverCommand::Parts,
        HandoverCommand::Take,
        HandoverCommand::Cancel,
    ];
    all.extend(handover.map(Command::Handover));
    all
}

fn in_register() -> Vec<Command> {
    let actions = [
        ActionsCommand::Mark(AssignmentState::Cancelled),
        ActionsCommand::Parts,
        ActionsCommand::Report,
        ActionsCommand::Select,
        ActionsCommand::SelectAll,
        ActionsCommand::Extend,
        ActionsCommand::Details,
        ActionsCommand::Filter,
        ActionsCommand::Arrange,
        ActionsCommand::Saved,
        ActionsCommand::Review,
        ActionsCommand::HandOver,
        ActionsCommand::Remind,
        ActionsCommand::Export,
        ActionsCommand::Import,
        ActionsCommand::Remove,
        ActionsCommand::Leave,
    ];
    let review = [
        ReviewCommand::Mark(AssignmentState::Cancelled),
        ReviewCommand::Settle,
        ReviewCommand::Note,
        ReviewCommand::Skip,
        ReviewCommand::Back,
        ReviewCommand::Report,
        ReviewCommand::Extend,
        ReviewCommand::Details,
        ReviewCommand::HandOver,
        ReviewCommand::Remind,
        ReviewCommand::Anew,
        ReviewCommand::Leave,
    ];
    let marks = MARKS.map(ActionsCommand::Mark).into_iter();
    let looked = MARKS.map(ReviewCommand::Mark).into_iter();
    let actions = marks.chain(actions).map(Command::Actions);
    actions
        .chain(looked.chain(review).map(Command::Review))
        .collect()
}
