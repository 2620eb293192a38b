//! A form: a few fields, filled in one after another.

use serde::{Deserialize, Serialize};

use crate::app::actions::forms as actions;
use crate::app::actions::forms::ActionsForm;
use crate::app::command::{Command, EditCommand, FormCommand};
use crate::app::desk::forms as desk;
use crate::app::desk::forms::DeskForm;
use crate::app::effect::{Effect, Export};
use crate::app::focus::forms as focus;
use crate::app::focus::forms::AreaForm;
use crate::app::issues::forms as issues;
use crate::app::issues::forms::IssuesForm;
use crate::app::keymap::Context;
use crate::app::papers::forms::PapersForm;
use crate::app::papers::{amend as papers_amend, forms as papers};
use crate::app::plan::PlanFrom;
use crate::app::roll_call::forms as roll_call;
use crate::app::roll_call::forms::RollCallForm;
use crate::app::roster::forms as roster;
use crate::app::roster::forms::RosterForm;
use crate::app::screen::Screen;
use crate::app::settings::forms as settings;
use crate::app::settings::forms::SettingsForm;
use crate::app::status::Status;
use crate::app::view::View;
use crate::app::{field, submit};
use crate::meeting::code::PaperKind;
use crate::text::line::Line;
use crate::words::Words;

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// Something of the roll call.
    RollCall(RollCallForm),
    /// Something of the rosters.
    Roster(RosterForm),
    /// A meeting to be planned.
    Plan(PlanFrom),
    /// The particulars of the open meeting.
    Details,
    /// Something of the issue log.
    Issues(IssuesForm),
    /// Something of the register.
    Actions(ActionsForm),
    /// Something of the desk.
    Desk(DeskForm),
    /// A focus area.
    Focus(AreaForm),
    /// A setting.
    Settings(SettingsForm),
    /// Something of a paper.
    Papers(PapersForm),
    /// Where a file goes.
    Export(Export),
    /// The table of actions that comes back.
    ImportProgress,
    /// A correction of a signed paper.
    Amend(PaperKind),
}

/// An open form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// What it is for.
    pub purpose: Purpose,
    /// What stands in its fields.
    pub lines: Vec<Line>,
    /// The field that has the caret.
    pub field: usize,
}

impl Screen for Form {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Form, Context::Text]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Form(command) = command else {
            return Vec::new();
        };
        let last = self.lines.len().saturating_sub(1);
        match command {
            FormCommand::Cancel => vec![Effect::Close],
            FormCommand::Next => self.go((self.field + 1).min(last)),
            FormCommand::Previous => self.go(self.field.saturating_sub(1)),
            FormCommand::Submit if self.field < last => self.go(self.field + 1),
            FormCommand::Submit => match submit::submit(self, view) {
                Ok(effects) => effects,
                Err(refusal) => {
                    self.field = refusal.field;
                    vec![Effect::Say(Status::warned(refusal.why))]
                }
            },
        }
    }

    fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        if let Some(line) = self.line() {
            field::edit(line, command, view.typing);
        }
        Vec::new()
    }

    fn paste(&mut self, text: &str, _: &View) -> Vec<Effect> {
        if let Some(line) = self.line() {
            line.paste(text);
        }
        Vec::new()
    }
}

impl Form {
    /// Returns a form with these values, the caret in the first field that is empty.
    pub fn new(purpose: Purpose, values: &[&str]) -> Self {
        let lines: Vec<Line> = values.iter().map(|value| Line::of(value)).collect();
        let field = lines.iter().position(Line::is_blank).unwrap_or(0);
        Self {
            purpose,
            lines,
            field,
        }
    }

    /// Returns the line that has the caret.
    pub fn line(&mut self) -> Option<&mut Line> {
        self.lines.get_mut(self.field)
    }

    /// Returns what the fields hold, without spaces at the ends.
    pub fn values(&self) -> Vec<String> {
        self.lines
            .iter()
            .map(|line| line.text().trim().to_owned())
            .collect()
    }

    fn go(&mut self, field: usize) -> Vec<Effect> {
        self.field = field;
        Vec::new()
    }
}

/// Returns the names of the fields.
pub fn labels(purpose: Purpose, words: Words) -> Vec<&'static str> {
    match purpose {
        Purpose::RollCall(form) => roll_call::labels(form, words),
        Purpose::Roster(form) => roster::labels(form, words),
        Purpose::Desk(form) => desk::labels(form, words),
        Purpose::Focus(form) => focus::labels(form, words),
        Purpose::Settings(form) => settings::labels(form, words),
        Purpose::Papers(form) => papers::labels(form, words),
        Purpose::Plan(_) => vec![
            words.field_title(),
            words.field_day(),
            words.field_time(),
            words.field_venue(),
        ],
        Purpose::Details => vec![
            words.field_title(),
            words.field_content(),
            words.field_day(),
            words.field_time(),
            words.field_venue(),
            words.field_chair(),
            words.field_chair_office(),
            words.field_recorder(),
            words.field_recorder_office(),
            words.field_documents(),
            words.field_recorded(),
            words.field_pages(),
            words.field_copies(),
        ],
        Purpose::Issues(form) => issues::labels(form, words),
        Purpose::Actions(form) => actions::labels(form, words),
        Purpose::Export(Export::Folder) => vec![words.field_folder()],
        Purpose::Amend(_) => papers_amend::labels(words),
        Purpose::Export(_) | Purpose::ImportProgress => vec![words.field_file()],
    }
}
