//! F7 Trọng tâm: units against focus areas, what is open, overdue and done in each cell.
//!
//! ```text
//!  chưa xong / quá hạn! / ✓hoàn thành
//!                      1         2         3         4         5         6      Cộng
//!  An Khánh            1         1         2!        ·         ·         ✓1     4
//!  …
//!  Cộng               34        34        …
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use serde::{Deserialize, Serialize};

use crate::meeting::actions::Scope;
use crate::meeting::dossier::Dossier;
use crate::meeting::focus::{self, HeatMap, Tally};
use crate::meeting::roll_call;
use crate::meeting::rows::{FocusArea, Seat};
use crate::text::width::{centre, cut, pad};
use crate::tui::command::{FocusCommand, ListCommand, ScreenId};
use crate::tui::effect::Effect;
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::tui::widgets::{list, pen};
use crate::words::Lang;

/// Columns of the names.
const NAMES: u16 = 17;

/// Where the user is in the map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Focus {
    /// The selected unit, from the top.
    pub row: usize,
    /// The selected focus area, from the left.
    pub column: usize,
}

impl Focus {
    /// Moves the selection.
    pub fn list(&mut self, command: ListCommand, view: &View) {
        let Some(dossier) = view.dossier else { return };
        let last = focus::in_force(dossier).len().saturating_sub(1);
        match command {
            ListCommand::Left => self.column = self.column.saturating_sub(1),
            ListCommand::Right => self.column = (self.column + 1).min(last),
            ListCommand::Up
            | ListCommand::Down
            | ListCommand::PageUp
            | ListCommand::PageDown
            | ListCommand::First
            | ListCommand::Last => {
                self.row = list::moved(
                    self.row,
                    roll_call::wards(dossier).len(),
                    map_rows(view.rows),
                    command,
                );
            }
        }
    }

    /// Shows the actions behind the selected cell.
    pub fn update(&mut self, command: FocusCommand, view: &View) -> Vec<Effect> {
        let FocusCommand::Open = command;
        let (Some(dossier), Some(map)) = (view.dossier, &view.shelf.heat) else {
            return vec![Effect::Say(Status::warned(view.words.why_no_meeting()))];
        };
        let wards = roll_call::wards(dossier);
        let areas = focus::in_force(dossier);
        let unit = wards.get(self.row).and_then(|seat| seat.unit);
        let area = areas.get(self.column).map(|area| area.id);
        match (unit, area) {
            (Some(unit), Some(area)) if !map.cell(unit, area).is_empty() => {
                let scope = Scope {
                    unit: Some(unit),
                    focus: Some(area),
                };
                vec![Effect::ScopeActions(scope), Effect::Go(ScreenId::Actions)]
            }
            (_, _) => vec![Effect::Say(Status::warned(
                view.words.why_no_actions_here(),
            ))],
        }
    }

    /// Draws the map.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, view: &View) {
        let Some(dossier) = view.dossier else {
            pen::write(
                buffer,
                pen::row(area, 1),
                &format!(" {}", view.words.no_meeting_open()),
                view.styles.muted,
            );
            return;
        };
        let areas = focus::in_force(dossier);
        if areas.is_empty() {
            pen::write(
                buffer,
                pen::row(area, 1),
                &format!(" {}", view.words.focus_none_retired()),
                view.styles.muted,
            );
            return;
        }
        let Some(map) = &view.shelf.heat else { return };
        draw_heads(buffer, area, &areas, self.column, view);
        let wards = roll_call::wards(dossier);
        let place = format!("{}/{} ", self.row + 1, wards.len());
        pen::write_right(buffer, pen::row(area, 0), &place, view.styles.muted);
        let rows = map_rows(area.height);
        let first = list::first_shown(self.row, wards.len(), rows);
        for (position, seat) in wards.iter().enumerate().skip(first).take(rows) {
            let row = pen::row(area, u16::try_from(position - first).unwrap_or(0) + 2);
            let chosen = (position == self.row).then_some(self.column);
            draw_unit(buffer, row, seat, &areas, map, chosen, view);
        }
        draw_totals(
            buffer,
            pen::row(area, area.height.saturating_sub(2)),
            &areas,
            map,
            view,
        );
        self.draw_area(
            buffer,
            pen::row(area, area.height.saturating_sub(1)),
            dossier,
            view,
        );
    }

    /// The full text of the selected focus area, as far as it fits.
    fn draw_area(&self, buffer: &mut Buffer, row: Rect, dossier: &Dossier, view: &View) {
        if let Some(area) = focus::in_force(dossier).get(self.column) {
            let full = match view.words.lang() {
                Lang::Vi => &area.full_vi,
                Lang::En => &area.full_en,
            };
            pen::write(
                buffer,
                row,
                &format!(" {} {full}", view.words.focus_short(area.number)),
                view.styles.muted,
            );
        }
    }
}

fn map_rows(rows: u16) -> usize {
    usize::from(rows.saturating_sub(4)).max(1)
}

fn column_width(width: u16, areas: usize) -> u16 {
    width.saturating_sub(NAMES) / u16::try_from(areas + 1).unwrap_or(1)
}

/// Returns where the column of an area begins; the totals stand behind the last.
fn column(row: Rect, position: usize, areas: usize) -> Rect {
    let wide = column_width(row.width, areas);
    Rect {
        x: row.x + NAMES + wide * u16::try_from(position).unwrap_or(0),
        width: wide,
        ..row
    }
}

fn draw_heads(buffer: &mut Buffer, area: Rect, areas: &[&FocusArea], chosen: usize, view: &View) {
    pen::write(
        buffer,
        pen::row(area, 0),
        &format!(" {}", view.words.focus_legend()),
        view.styles.muted,
    );
    let row = pen::row(area, 1);
    for (position, area) in areas.iter().enumerate() {
        let cell = column(row, position, areas.len());
        let short = match view.words.lang() {
            Lang::Vi => &area.short_vi,
            Lang::En => &area.short_en,
        };
        let style = if position == chosen {
            view.styles.running
        } else {
            view.styles.heading
        };
        let label = format!("{} {short}", area.number);
        pen::write(
            buffer,
            cell,
            &cut(&label, usize::from(cell.width.saturating_sub(1))),
            style,
        );
    }
    pen::write(
        buffer,
        column(row, areas.len(), areas.len()),
        view.words.focus_total(),
        view.styles.heading,
    );
}

fn draw_unit(
    buffer: &mut Buffer,
    row: Rect,
    seat: &Seat,
    areas: &[&FocusArea],
    map: &HeatMap,
    chosen: Option<usize>,
    view: &View,
) {
    let Some(unit) = seat.unit else { return };
    let name_style = if chosen.is_some() {
        view.styles.running
    } else {
        view.styles.text
    };
    let name = pad(&format!(" {}", seat.name), usize::from(NAMES) - 1);
    pen::write(
        buffer,
        Rect {
            width: NAMES,
            ..row
        },
        &name,
        name_style,
    );
    for (position, area) in areas.iter().enumerate() {
        let (text, style) = look(map.cell(unit, area.id), view);
        let cell = column(row, position, areas.len());
        let style = if chosen == Some(position) {
            view.styles.selected
        } else {
            style
        };
        let inner = Rect {
            width: cell.width.saturating_sub(1),
            ..cell
        };
        if chosen == Some(position) {
            pen::paint(buffer, inner, style);
        }
        pen::write(
            buffer,
            inner,
            &centre(&text, usize::from(inner.width)),
            style,
        );
    }
    let (text, style) = look(map.of_unit(unit), view);
    pen::write(buffer, column(row, areas.len(), areas.len()), &text, style);
}

fn draw_totals(buffer: &mut Buffer, row: Rect, areas: &[&FocusArea], map: &HeatMap, view: &View) {
    pen::write(
        buffer,
        Rect {
            width: NAMES,
            ..row
        },
        &format!(" {}", view.words.focus_total()),
        view.styles.counter,
    );
    for (position, area) in areas.iter().enumerate() {
        let (text, style) = look(map.of_focus(area.id), view);
        let cell = column(row, position, areas.len());
        pen::write(
            buffer,
            cell,
            &centre(&text, usize::from(cell.width.saturating_sub(1))),
            style,
        );
    }
    let (text, style) = look(map.total(), view);
    pen::write(buffer, column(row, areas.len(), areas.len()), &text, style);
}

/// Returns how a count reads: open, overdue with `!`, done with `✓`, and its style.
fn look(tally: Tally, view: &View) -> (String, Style) {
    let mut parts = Vec::new();
    if tally.overdue > 0 {
        parts.push(format!("{}!", tally.overdue));
    }
    if tally.open > 0 {
        parts.push(tally.open.to_string());
    }
    if tally.done > 0 {
        parts.push(format!("✓{}", tally.done));
    }
    let style = match tally {
        Tally { overdue: 1.., .. } => view.styles.bad,
        Tally { open: 1.., .. } => view.styles.text,
        Tally { done: 1.., .. } => view.styles.good,
        Tally { .. } => view.styles.muted,
    };
    (
        if parts.is_empty() {
            "·".to_owned()
        } else {
            parts.join(" ")
        },
        style,
    )
}
