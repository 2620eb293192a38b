//! Dự họp cả năm: how often each unit came, of what rank, how late; and the last meetings of the selected one.
//!
//! ```text
//!  DỰ HỌP NĂM 2026 · 12 hội nghị                                      ← 2025 · 2027 →
//!  TT Đơn vị            HN   BT  PBT   DT    ?  VCP  VKP  CĐD muộn phút  sớm  tỷ lệ
//! ▸ 1 An Khánh          12   10    1    1    0    0    0    0    2   18    0   100%
//!  …
//!  tỷ lệ = có mặt / (HN − CĐD)  VCP, VKP vắng có, không phép  CĐD chưa điểm danh
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

use crate::meeting::turnout::{Year, YearLine};
use crate::text::dates::percent;
use crate::text::width::{pad, width};
use crate::tui::command::{ListCommand, ScreenId, TurnoutCommand};
use crate::tui::dialogs::card::past;
use crate::tui::dialogs::form::Purpose as FormPurpose;
use crate::tui::dialogs::{Dialog, Form};
use crate::tui::effect::{Effect, Export};
use crate::tui::view::View;
use crate::tui::widgets::{list, pen};

/// Where the user is in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Turnout {
    /// The year that is shown; at first, that of the open meeting.
    pub year: Option<i32>,
    /// The selected line.
    pub selected: usize,
}

/// Rows of the history of the selected unit, below the table.
const HISTORY: u16 = 14;

/// Rows of the body from which on the history has room.
const TALL: u16 = 30;

impl Turnout {
    /// Returns the year that is shown.
    pub fn year(&self, view: &View) -> i32 {
        self.year.unwrap_or_else(|| view.year())
    }

    /// Moves the selection, or goes to another year.
    pub fn list(&mut self, command: ListCommand, view: &View) {
        let year = self.year(view);
        match command {
            ListCommand::Left => self.year = Some((year - 1).max(1900)),
            ListCommand::Right => self.year = Some((year + 1).min(9999)),
            ListCommand::Up
            | ListCommand::Down
            | ListCommand::PageUp
            | ListCommand::PageDown
            | ListCommand::First
            | ListCommand::Last => {
                let total = view.shelf.year.as_ref().map_or(0, |year| year.units.len());
                let rows = table_rows(view.rows);
                self.selected = list::moved(self.selected, total, rows, command);
            }
        }
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: TurnoutCommand, view: &View) -> Vec<Effect> {
        match command {
            TurnoutCommand::Leave => vec![Effect::Go(ScreenId::RollCall)],
            TurnoutCommand::Export => {
                let year = self.year(view);
                let form = Form::new(
                    FormPurpose::Export(Export::Turnout(year)),
                    &[&format!("du-hop-{year}.xlsx")],
                );
                vec![Effect::Show(Dialog::Form(form))]
            }
        }
    }

    /// Returns the selected line.
    pub fn line<'a>(&self, year: &'a Year) -> Option<&'a YearLine> {
        year.units
            .get(self.selected.min(year.units.len().saturating_sub(1)))
    }

    /// Draws the table.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, view: &View) {
        let Some(year) = &view.shelf.year else { return };
        let (words, styles) = (view.words, view.styles);
        let head = format!(" {}", words.turnout_title(year.year, year.meetings));
        pen::write(buffer, pen::row(area, 0), &head, styles.heading);
        let turn = format!("← {} · {} → ", year.year - 1, year.year + 1);
        pen::write_right(buffer, pen::row(area, 0), &turn, styles.muted);
        let formula = format!(" {}", words.turnout_formula());
        pen::write(
            buffer,
            pen::row(area, area.height.saturating_sub(1)),
            &formula,
            styles.muted,
        );
        if year.units.is_empty() {
            let none = format!(" {}", words.turnout_none());
            pen::write(buffer, pen::row(area, 2), &none, styles.muted);
            return;
        }
        let name = name_columns(area.width);
        let heads = format!(
            "{}{}",
            pad(&format!("  TT {}", words.column_unit()), name),
            aligned(words.turnout_heads().split('|'))
        );
        pen::write(buffer, pen::row(area, 1), &heads, styles.muted);
        let rows = table_rows(area.height);
        let selected = self.selected.min(year.units.len() - 1);
        let first = list::first_shown(selected, year.units.len(), rows);
        let shown = year.units.iter().enumerate().skip(first).take(rows);
        for (row, (place, line)) in (2..).zip(shown) {
            let style = if place == selected {
                styles.selected
            } else {
                styles.text
            };
            let row = pen::row(area, row);
            pen::paint(buffer, row, style);
            let mark = if place == selected { '▸' } else { ' ' };
            let unit = pad(&format!("{mark}{:>3} {}", place + 1, line.name), name);
            let cells = cells(line);
            let numbers = aligned(cells.iter().map(String::as_str));
            pen::write(buffer, row, &format!("{unit}{numbers}"), style);
        }
        draw_history(buffer, area, view);
    }
}

fn draw_history(buffer: &mut Buffer, area: Rect, view: &View) {
    let Some((_, _, history)) = view
        .shelf
        .history
        .as_ref()
        .filter(|_| shows_history(area.height))
    else {
        return;
    };
    let below = Rect {
        y: area.bottom().saturating_sub(HISTORY + 1),
        height: HISTORY,
        ..area
    };
    pen::rule(buffer, below, view.styles.muted);
    pen::write_lines(buffer, pen::below(below, 1), past(history, view));
}

/// Says whether a body of this height shows the history of the selected unit.
pub fn shows_history(rows: u16) -> bool {
    rows >= TALL
}

fn table_rows(rows: u16) -> usize {
    let history = if shows_history(rows) { HISTORY } else { 0 };
    usize::from(rows.saturating_sub(3 + history)).max(1)
}

/// Columns of a number, and of the share at the end.
const NUMBER: usize = 5;
const SHARE: usize = 7;

/// Returns the columns of number and name, beside eleven numbers and a share.
fn name_columns(wide: u16) -> usize {
    usize::from(wide)
        .saturating_sub(11 * NUMBER + SHARE)
        .clamp(12, 40)
}

/// Puts texts under one another to the right, the last in its wider column.
fn aligned<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let placed = texts.enumerate().map(|(position, text)| {
        let columns = if position < 11 { NUMBER } else { SHARE };
        format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
    });
    placed.collect()
}

/// Returns the numbers of a line in the order of the heads.
fn cells(line: &YearLine) -> [String; 12] {
    let counts = &line.counts;
    let minutes = line.lateness.num_minutes();
    [
        counts.roster.to_string(),
        counts.secretary.to_string(),
        counts.deputy.to_string(),
        counts.substitute.to_string(),
        counts.unranked.to_string(),
        counts.excused.to_string(),
        counts.unexcused().to_string(),
        counts.not_marked.to_string(),
        counts.late.to_string(),
        minutes.to_string(),
        counts.left.to_string(),
        percent(counts.present, counts.marked()).unwrap_or_default(),
    ]
}
