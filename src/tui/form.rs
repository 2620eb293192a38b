//! Draws a form: a few fields, filled in one after another.
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

use crate::app::actions::forms as actions;
use crate::app::desk::forms as desk;
use crate::app::effect::Export;
use crate::app::focus::forms as focus;
use crate::app::form::{Form, Purpose, labels};
use crate::app::issues::forms as issues;
use crate::app::papers::{amend as papers_amend, files as papers_files, forms as papers};
use crate::app::roll_call::forms as roll_call;
use crate::app::roster::forms as roster;
use crate::app::settings::forms as settings;
use crate::text::width::{width, wrap};
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::{field, pen};

impl Form {
    /// Draws the form and returns where the caret stands.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) -> Option<Position> {
        let labels = labels(self.purpose, view.words);
        let label_width = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 2;
        let columns = screen.width * 4 / 5;
        let note = note(self.purpose, columns, view);
        let fields = u16::try_from(labels.len()).unwrap_or(1);
        let height = fields + 4 + u16::try_from(note.len()).unwrap_or(0);
        let frame = DialogBox {
            width: columns,
            height,
            title: &title(self.purpose, view),
            foot: match self.lines.len() {
                0 | 1 => view.words.form_foot_single(),
                _ => view.words.form_foot(),
            },
        };
        let inside = frame.draw(buffer, screen, view.styles);
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
fn note(purpose: Purpose, columns: u16, view: &Scene) -> Vec<String> {
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

fn title(purpose: Purpose, view: &Scene) -> String {
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
