//! Tables: rows that stay whole, between rules, under a heading that comes again on each page.

use std::rc::Rc;

use super::boxes::{Rule, Strip, beside, paragraph};
use super::parts::{Role, tagged};
use crate::papers::columns::widths;
use crate::papers::document::Table;
use crate::papers::profile::{Profile, Style};

/// Where a table stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// How wide it is, in twips.
    pub(super) text: u32,
    /// How high a page is, in twips.
    pub(super) height: f64,
}

impl Room {
    pub(super) fn width(self) -> f64 {
        self.text.into()
    }
}

/// Returns the strips of a table, with the line under it.
pub(super) fn table(table: &Table, profile: &Profile, room: Room) -> Vec<Strip> {
    let frame = Frame::of(table, profile, room.text);
    let titles = table.columns.iter().map(|column| column.title.as_str());
    let mut strips = frame.row(titles, profile.style.table_head, room.height, 0);
    // A heading that leaves no room for rows stands only over the first of them.
    let head = match strips.as_slice() {
        [head] if profile.table.repeats_head && head.height * 2.0 <= room.height => {
            Some(Rc::new(head.clone().decoration()))
        }
        _ => None,
    };
    let most = room.height - head.as_ref().map_or(0.0, |head| head.height);
    if let Some(last) = strips.last_mut() {
        last.is_bonded = profile.style.table_head.keep_next && !table.rows.is_empty();
    }
    for (number, row) in (1..).zip(&table.rows) {
        let cells = row.cells.iter().map(String::as_str);
        let row = frame.row(cells, profile.style.table_cell, most, number);
        strips.extend(row.into_iter().map(|strip| Strip {
            head: head.clone(),
            ..strip
        }));
    }
    if let Some(last) = strips.last_mut() {
        last.rules.push(frame.across(last.height));
        last.height += frame.border;
        last.edge = None;
    }
    if let Some(total) = &table.total {
        if let Some(last) = strips.last_mut() {
            last.is_bonded = true;
        }
        let total = paragraph(total, profile.style.body, room.width());
        strips.extend(tagged(total, Role::Paragraph, usize::MAX));
    }
    strips
}

/// The rules of a table and the columns between them.
struct Frame {
    /// How thick the rules are, in twips.
    border: f64,
    /// Between a rule and the text.
    margin: f64,
    /// Where the columns begin and end, from the first to the last rule.
    edges: Vec<f64>,
}

impl Frame {
    fn of(table: &Table, profile: &Profile, text: u32) -> Self {
        let mut edges = vec![0.0];
        let mut sum = 0;
        for wide in widths(table, profile, text) {
            sum += wide;
            edges.push(f64::from(sum));
        }
        Self {
            border: f64::from(profile.table.border_eighths) * 20.0 / 8.0,
            margin: profile.table.cell_margin.into(),
            edges,
        }
    }

    /// Returns a row by its number: one strip, or one a line if it is higher than a page.
    fn row<'a>(
        &self,
        cells: impl Iterator<Item = &'a str>,
        style: Style,
        most: f64,
        number: usize,
    ) -> Vec<Strip> {
        let count = self.edges.len() - 1;
        let role = Role::Cell { columns: count };
        let columns = self.edges.array_windows().zip(cells).enumerate();
        let columns = columns.map(|(column, ([left, right], cell))| {
            let width = right - left - 2.0 * self.margin;
            let lines = paragraph(cell, style, width);
            let lines = tagged(lines, role, number * count + column);
            (left + self.margin, lines)
        });
        let mut strips = beside(columns.collect(), most - 2.0 * self.border);
        for (row, strip) in strips.iter_mut().enumerate() {
            strip.goes_on = row > 0;
            strip.edge = Some(self.across(0.0));
            if !strip.goes_on {
                let content = std::mem::take(strip);
                strip.edge = content.edge;
                strip.height = content.height + self.border;
                strip.lay(content, 0.0, self.border);
                strip.rules.push(self.across(0.0));
            }
            strip.rules.extend(self.upright(strip.height));
        }
        strips
    }

    /// Returns the rule between two rows.
    fn across(&self, y: f64) -> Rule {
        Rule {
            x: 0.0,
            y,
            width: self.edges.last().copied().unwrap_or_default(),
            height: self.border,
        }
    }

    /// Returns the rules between the columns, the outer ones inside the width of the table.
    fn upright(&self, height: f64) -> Vec<Rule> {
        let last = self.edges.len() - 1;
        let shift = |position: usize| match position {
            0 => 0.0,
            _ if position == last => -self.border,
            _ => -self.border / 2.0,
        };
        let edges = self.edges.iter().enumerate();
        let rules = edges.map(|(position, x)| Rule {
            x: x + shift(position),
            y: 0.0,
            width: self.border,
            height,
        });
        rules.collect()
    }
}
