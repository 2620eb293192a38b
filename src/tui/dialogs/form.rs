//! A form: a few fields, filled in one after another.
//!
//! ```text
//! ╭ DỰ THAY · Thảo Điền ─────────────────────╮
//! │ Họ và tên         Nguyễn Văn …           │
//! │ Chức vụ           _                      │
//! │ Dự thay đồng chí                         │
//! ╰ Enter: ô sau, ô cuối là xong · Esc: thôi ╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde::{Deserialize, Serialize};

use super::actions::{self, ActionsForm};
use super::desk::{self, DeskForm};
use super::focus::{self, AreaForm};
use super::issues::{self, IssuesForm};
use super::papers::{self, PapersForm};
use super::plan::PlanFrom;
use super::roll_call::{self, RollCallForm};
use super::roster::{self, RosterForm};
use super::settings::{self, SettingsForm};
use super::submit;
use super::{papers_amend, papers_files};
use crate::meeting::code::PaperKind;
use crate::text::line::Line;
use crate::text::width::{width, wrap};
use crate::tui::command::FormCommand;
use crate::tui::effect::{Effect, Export};
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::tui::widgets::{dialog, field, pen};
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

    /// Does what a key asks for.
    pub fn update(&mut self, command: FormCommand, view: &View) -> Vec<Effect> {
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

    fn go(&mut self, field: usize) -> Vec<Effect> {
        self.field = field;
        Vec::new()
    }

    /// Draws the form and returns where the caret stands.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &View) -> Option<Position> {
        let labels = labels(self.purpose, view.words);
        let label_width = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 2;
        let columns = screen.width * 4 / 5;
        let note = note(self.purpose, columns, view);
        let fields = u16::try_from(labels.len()).unwrap_or(1);
        let height = fields + 4 + u16::try_from(note.len()).unwrap_or(0);
        let title = title(self.purpose, view);
        let inside = dialog::draw(
            buffer,
            screen,
            (columns, height),
            &title,
            match self.lines.len() {
                0 | 1 => view.words.form_foot_single(),
                _ => view.words.form_foot(),
            },
            view.styles,
        );
        let shift = u16::try_from(label_width)
            .unwrap_or(inside.width)
            .min(inside.width / 2);
        let styled = note.into_iter().map(|line| (line, view.styles.warn));
        pen::write_lines(buffer, pen::below(inside, fields + 2), styled);
        let mut caret = None;
        for (position, (label, line)) in labels.iter().zip(&self.lines).enumerate() {
            let row = pen::row(inside, u16::try_from(position).unwrap_or(0) + 1);
            let is_here = position == self.field;
            let style = if is_here {
                view.styles.heading
            } else {
                view.styles.muted
            };
            pen::write(
                buffer,
                Rect {
                    width: shift.saturating_sub(1),
                    ..row
                },
                label,
                style,
            );
            let room = Rect {
                x: row.x + shift,
                width: row.width.saturating_sub(shift),
                ..row
            };
            let at = field::draw(buffer, room, line, view.styles.text);
            if is_here {
                caret = Some(at);
            }
        }
        caret
    }
}

/// What has to be known while the form is filled in: what is open when a meeting is planned, who may sign.
fn note(purpose: Purpose, columns: u16, view: &View) -> Vec<String> {
    let is_plan = matches!(purpose, Purpose::Plan(_));
    let owed = view.shelf.owed.filter(|owed| is_plan && owed.open > 0);
    let room = usize::from(columns).saturating_sub(6);
    let told = owed.map(|owed| {
        [
            view.words.owes(&owed),
            view.words.plan_looks_back().to_owned(),
        ]
    });
    let listed = match purpose {
        Purpose::Papers(form) => papers::note(form, view),
        Purpose::RollCall(_)
        | Purpose::Roster(_)
        | Purpose::Plan(_)
        | Purpose::Details
        | Purpose::Issues(_)
        | Purpose::Actions(_)
        | Purpose::Desk(_)
        | Purpose::Focus(_)
        | Purpose::Settings(_)
        | Purpose::Amend(_)
        | Purpose::Export(_)
        | Purpose::ImportProgress => Vec::new(),
    };
    let sentences = told.into_iter().flatten().chain(listed);
    sentences.flat_map(|text| wrap(&text, room)).collect()
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

fn title(purpose: Purpose, view: &View) -> String {
    let words = view.words;
    match purpose {
        Purpose::RollCall(form) => roll_call::title(form, view),
        Purpose::Roster(form) => roster::title(form, words).to_owned(),
        Purpose::Plan(_) => words.form_plan().to_owned(),
        Purpose::Details => words.form_details().to_owned(),
        Purpose::Issues(form) => issues::title(form, view),
        Purpose::Actions(form) => actions::title(form, view),
        Purpose::Desk(form) => desk::title(form, view),
        Purpose::Focus(form) => focus::title(form, view),
        Purpose::Settings(form) => settings::title(form, words).to_owned(),
        Purpose::Export(Export::Paper(which)) => papers_files::title(which, words),
        Purpose::Export(Export::Folder) => words.form_export_folder().to_owned(),
        Purpose::Amend(kind) => papers_amend::title(kind, words),
        Purpose::Papers(form) => papers::title(form, view),
        Purpose::Export(Export::Turnout(_)) => words.form_export_turnout().to_owned(),
        Purpose::Export(Export::Year(_)) => words.form_export_year().to_owned(),
        Purpose::Export(Export::Roster(_)) => words.form_export_roster().to_owned(),
        Purpose::Export(Export::Actions) => words.form_export_actions().to_owned(),
        Purpose::ImportProgress => words.form_import_progress().to_owned(),
        Purpose::Export(Export::Issues) => words.form_export_issues().to_owned(),
    }
}
