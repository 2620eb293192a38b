//! The preview of a file against a roster: what is new, what changes, what stays, and what is left out and why.
//!
//! ```text
//! ╭ NHẬP DANH SÁCH · phuong.xlsx ────────────────────────────────────────────╮
//! │ 1 mới · 2 đổi · 30 như cũ · 1 bỏ qua                                     │
//! │ ▸   5 Linh Tây     đổi   Bí thư: Nguyễn Văn A → Trần Văn B               │
//! │     6 Linh Tai     ?     gần giống Linh Tây, không có trong danh sách …  │
//! ╰ Enter ghi vào sổ · dấu cách: coi là đơn vị mới · Esc thôi, không ghi gì ─╯
//! ```

use std::collections::BTreeSet;
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use serde::{Deserialize, Serialize};

use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::roster::day_in;
use crate::meeting::roster::import::{self, Import, ImportLine, Problem, Verdict};
use crate::meeting::rows::Roster;
use crate::text::width::pad;
use crate::tui::command::{ImportCommand, ListCommand};
use crate::tui::effect::Effect;
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::tui::widgets::{dialog, list, pen};

/// An open preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// The roster that is filled.
    pub roster: Id<Roster>,
    /// The file.
    pub file: PathBuf,
    /// The selected line.
    pub selected: usize,
    /// Numbers of lines that resemble a known unit and are new ones all the same.
    pub as_new: BTreeSet<usize>,
}

impl Preview {
    /// Returns the preview of a file.
    pub fn new(roster: Id<Roster>, file: PathBuf) -> Self {
        Self {
            roster,
            file,
            selected: 0,
            as_new: BTreeSet::new(),
        }
    }

    /// Returns what the file comes to, as far as it has been read.
    fn import(&self, view: &View) -> Option<Import> {
        let (roster, file, import) = view.shelf.import.as_ref()?;
        (*roster == self.roster && *file == self.file).then(|| import.with_new(&self.as_new))
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: ImportCommand, view: &View) -> Vec<Effect> {
        let Some(import) = self.import(view) else {
            return vec![Effect::Close];
        };
        match command {
            ImportCommand::Cancel => vec![Effect::Close],
            ImportCommand::Take => self.take(&import, view),
            ImportCommand::Settle => {
                let Some(line) = import.lines.get(self.selected) else {
                    return Vec::new();
                };
                let resembles = matches!(line.verdict, Verdict::Problem(Problem::Resembles(_)));
                if !self.as_new.remove(&line.line) {
                    if !resembles {
                        return vec![Effect::Say(Status::warned(view.words.why_not_in_doubt()))];
                    }
                    self.as_new.insert(line.line);
                }
                Vec::new()
            }
        }
    }

    fn take(&self, import: &Import, view: &View) -> Vec<Effect> {
        let words = view.words;
        let Some(rosters) = &view.shelf.rosters else {
            return vec![Effect::Close];
        };
        let summons = rosters
            .summons
            .iter()
            .find(|summons| summons.roster.id == self.roster);
        let Some(summons) = summons else {
            return vec![Effect::Close];
        };
        let day = day_in(&summons.roster, view.today());
        let changes = import::changes(import, rosters, summons, day, view.ids);
        if changes.is_empty() {
            return vec![
                Effect::Close,
                Effect::Say(Status::said(words.told_nothing_new())),
            ];
        }
        let [new, other, _, _] = import.tally();
        let label = words.told_imported(new, other);
        vec![
            Effect::Commit(Transaction::new(label, changes)),
            Effect::Close,
        ]
    }

    /// Moves the selection.
    pub fn list(&mut self, command: ListCommand, view: &View) {
        let total = self.import(view).map_or(0, |import| import.lines.len());
        let rows = usize::from(view.rows.saturating_sub(5));
        self.selected = list::moved(self.selected, total, rows, command);
    }

    /// Draws the preview.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &View) {
        let Some(import) = self.import(view) else {
            return;
        };
        let words = view.words;
        let file = self.file.file_name().unwrap_or_default().to_string_lossy();
        let inside = dialog::draw(
            buffer,
            screen,
            (screen.width, screen.height),
            &words.import_title(&file),
            words.import_foot(),
            view.styles,
        );
        let [new, changed, same, left_out] = import.tally();
        let head = words.import_tally(new, changed, same, left_out);
        pen::write(buffer, pen::row(inside, 0), &head, view.styles.counter);
        if import.formulas > 0 {
            let note = words.import_formulas(import.formulas);
            pen::write_right(buffer, pen::row(inside, 0), &note, view.styles.warn);
        }
        let area = pen::below(inside, 2);
        let rows = usize::from(area.height);
        let first = list::first_shown(self.selected, import.lines.len(), rows);
        let shown = import.lines.iter().enumerate().skip(first).take(rows);
        for (row, (position, line)) in (0..).zip(shown) {
            draw_line(
                buffer,
                pen::row(area, row),
                line,
                position == self.selected,
                view,
            );
        }
    }
}

fn draw_line(buffer: &mut Buffer, row: Rect, line: &ImportLine, is_selected: bool, view: &View) {
    let (words, styles) = (view.words, view.styles);
    let (verdict, style): (&str, Style) = match &line.verdict {
        Verdict::New => (words.import_new(), styles.good),
        Verdict::Changed(_) => (words.import_changed(), styles.running),
        Verdict::Same => (words.import_same(), styles.muted),
        Verdict::Problem(Problem::Resembles(_)) => ("?", styles.warn),
        Verdict::Problem(_) => ("!", styles.bad),
    };
    let style = if is_selected { styles.selected } else { style };
    pen::paint(buffer, row, style);
    let mark = if is_selected { '▸' } else { ' ' };
    let name = pad(&line.entry.name, usize::from(row.width / 4).max(16));
    let verdict = pad(verdict, 7);
    let text = format!(
        "{mark}{:>4} {name} {verdict} {}",
        line.line,
        details(line, view)
    );
    pen::write(buffer, row, &text, style);
}

/// Returns what there is to be said of a line besides its verdict.
fn details(line: &ImportLine, view: &View) -> String {
    let words = view.words;
    match &line.verdict {
        Verdict::Same => String::new(),
        Verdict::New => {
            let names = [&line.entry.secretary.name, &line.entry.deputy.name];
            names
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
                .join(" · ")
        }
        Verdict::Changed(differences) => {
            let told = differences.iter().map(|(column, old, new)| {
                let column = words.import_column(*column);
                if old.is_empty() {
                    format!("{column}: {new}")
                } else {
                    format!("{column}: {old} → {new}")
                }
            });
            told.collect::<Vec<_>>().join("; ")
        }
        Verdict::Problem(problem) => words.import_problem(problem),
    }
}
