//! The preview of a file against the book: what each of its lines would change, and what is left out and why.
//!
//! ```text
//! ╭ NHẬP DANH SÁCH · phuong.xlsx ────────────────────────────────────────────╮
//! │ 1 mới · 2 đổi · 30 như cũ · 1 bỏ qua                                     │
//! │ ▸   5 Linh Tây     đổi   Bí thư: Nguyễn Văn A → Trần Văn B               │
//! │     6 Linh Tai     ?     gần giống Linh Tây, không có trong danh sách …  │
//! ╰ Enter ghi vào sổ · dấu cách: coi là đơn vị mới · Esc thôi, không ghi gì ─╯
//! ```

mod progress;
mod roster;

use std::collections::BTreeSet;
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use serde::{Deserialize, Serialize};

use crate::meeting::cell::Id;
use crate::meeting::rows::Roster;
use crate::text::width::pad;
use crate::tui::command::{ImportCommand, ListCommand};
use crate::tui::effect::Effect;
use crate::tui::status::Status;
use crate::tui::view::{Imported, View};
use crate::tui::widgets::{dialog, list, pen};

/// What a file is read into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportInto {
    /// A roster.
    Roster(Id<Roster>),
    /// What units report on their parts.
    Progress,
}

/// An open preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// What is filled.
    pub into: ImportInto,
    /// The file.
    pub file: PathBuf,
    /// The selected line.
    pub selected: usize,
    /// Numbers of lines about which the user decided otherwise: a unit that resembles a known one is new all the
    /// same, a report is left out.
    pub settled: BTreeSet<usize>,
}

/// What the preview shows around its lines.
struct Frame {
    title: String,
    foot: &'static str,
    head: String,
    /// What is said at the right of the head.
    note: Option<String>,
}

/// A line of it; only those in sight are made.
struct Line {
    number: usize,
    name: String,
    verdict: &'static str,
    style: Style,
    details: String,
}

impl Preview {
    /// Returns the preview of a file.
    pub fn new(into: ImportInto, file: PathBuf) -> Self {
        Self {
            into,
            file,
            selected: 0,
            settled: BTreeSet::new(),
        }
    }

    /// Returns what the file comes to, as far as it has been read.
    fn import<'a>(&self, view: &View<'a>) -> Option<&'a Imported> {
        let (file, import) = view.shelf.import.as_ref()?;
        (*file == self.file && import.into() == self.into).then_some(import)
    }

    fn frame(&self, import: &Imported, view: &View) -> Frame {
        let file = self.file.file_name().unwrap_or_default().to_string_lossy();
        match import {
            Imported::Roster(_, import) => roster::frame(import, &self.settled, &file, view),
            Imported::Progress(import) => progress::frame(import, &self.settled, &file, view),
        }
    }

    fn line(&self, import: &Imported, place: usize, view: &View) -> Option<Line> {
        match import {
            Imported::Roster(_, import) => {
                let line = import.lines.get(place)?;
                Some(roster::line(line, &self.settled, view))
            }
            Imported::Progress(import) => {
                let line = import.lines.get(place)?;
                Some(progress::line(line, &self.settled, view))
            }
        }
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: ImportCommand, view: &View) -> Vec<Effect> {
        let Some(import) = self.import(view) else {
            return vec![Effect::Close];
        };
        match command {
            ImportCommand::Cancel => vec![Effect::Close],
            ImportCommand::Take => self.take(import, view),
            ImportCommand::Settle => self.settle(import, view),
        }
    }

    fn take(&self, import: &Imported, view: &View) -> Vec<Effect> {
        let taken = match import {
            Imported::Roster(id, import) => roster::take(*id, import, &self.settled, view),
            Imported::Progress(import) => Some(progress::take(import, &self.settled, view)),
        };
        match taken {
            None => vec![Effect::Close],
            Some(taken) if taken.changes_nothing() => vec![
                Effect::Close,
                Effect::Say(Status::said(view.words.told_nothing_new())),
            ],
            Some(taken) => vec![Effect::Commit(taken), Effect::Close],
        }
    }

    fn settle(&mut self, import: &Imported, view: &View) -> Vec<Effect> {
        let asked = match import {
            Imported::Roster(_, import) => roster::in_doubt(import, self.selected),
            Imported::Progress(import) => progress::in_doubt(import, self.selected),
        };
        match asked {
            Some((line, _)) if self.settled.remove(&line) => Vec::new(),
            Some((line, true)) => {
                self.settled.insert(line);
                Vec::new()
            }
            Some((_, false)) => {
                let why = match self.into {
                    ImportInto::Roster(_) => view.words.why_not_in_doubt(),
                    ImportInto::Progress => view.words.why_not_a_report(),
                };
                vec![Effect::Say(Status::warned(why))]
            }
            None => Vec::new(),
        }
    }

    /// Moves the selection.
    pub fn list(&mut self, command: ListCommand, view: &View) {
        let total = self.import(view).map_or(0, Imported::lines);
        let rows = usize::from(view.rows.saturating_sub(5));
        self.selected = list::moved(self.selected, total, rows, command);
    }

    /// Draws the preview.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &View) {
        let Some(import) = self.import(view) else {
            return;
        };
        let shown = self.frame(import, view);
        let size = (screen.width, screen.height);
        let (title, foot) = (&shown.title, shown.foot);
        let inside = dialog::draw(buffer, screen, size, title, foot, view.styles);
        pen::write(
            buffer,
            pen::row(inside, 0),
            &shown.head,
            view.styles.counter,
        );
        if let Some(note) = &shown.note {
            pen::write_right(buffer, pen::row(inside, 0), note, view.styles.warn);
        }
        let area = pen::below(inside, 2);
        let rows = usize::from(area.height);
        let first = list::first_shown(self.selected, import.lines(), rows);
        for (row, place) in (0..).zip(first..first + rows) {
            if let Some(line) = self.line(import, place, view) {
                let is_selected = place == self.selected;
                draw_line(buffer, pen::row(area, row), &line, is_selected, view);
            }
        }
    }
}

fn draw_line(buffer: &mut Buffer, row: Rect, line: &Line, is_selected: bool, view: &View) {
    let style = if is_selected {
        view.styles.selected
    } else {
        line.style
    };
    pen::paint(buffer, row, style);
    let mark = if is_selected { '▸' } else { ' ' };
    let name = pad(&line.name, usize::from(row.width / 4).max(16));
    let verdict = pad(line.verdict, 7);
    let text = format!("{mark}{:>4} {name} {verdict} {}", line.number, line.details);
    pen::write(buffer, row, &text, style);
}

/// Returns the note about formulas whose values were taken.
fn of_formulas(formulas: usize, view: &View) -> Option<String> {
    (formulas > 0).then(|| view.words.import_formulas(formulas))
}
