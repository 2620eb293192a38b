//! A table on a screen: a grid of lines where the cells have room, or else its rows under one another.
//!
//! ```text
//! ┌────┬───────────────┬─────────┐
//! │ TT │ Đơn vị        │ Ghi chú │
//! ├────┼───────────────┼─────────┤
//! │ 1  │ Linh Trung    │         │
//! └────┴───────────────┴─────────┘
//! ```

use super::{Form, Line, Span, preceded};
use crate::papers::document::Table;
use crate::papers::profile::Element;
use crate::text::width::{pad, width, wrap};

/// Columns that the longest word of a cell gets at most; a longer one is broken.
const WORD: usize = 12;

/// Lines of a grid that are not its rows.
const HEAD: usize = 3;

/// Columns that a cell needs besides its text: a space on both sides and a line.
const AROUND: usize = 3;

/// The corners and crossings of the lines above, between and below the rows.
const EDGES: [[&str; 3]; 3] = [["┌", "┬", "┐"], ["├", "┼", "┤"], ["└", "┴", "┘"]];

impl Form<'_> {
    pub(super) fn table(&self, table: &Table) -> Vec<Line> {
        let stacked = self.stacked(table);
        // Cells so narrow that a row becomes a tower read worse than rows under one another.
        let is_low = |grid: &Vec<Line>| grid.len() * 2 <= (stacked.len() + HEAD) * 3;
        let grid = widths(table, self.columns).map(|widths| self.grid(table, &widths));
        let mut lines = grid.filter(is_low).unwrap_or(stacked);
        if let Some(total) = &table.total {
            lines.extend(preceded(self.hanging("", total, Element::TableCell)));
        }
        lines
    }

    fn grid(&self, table: &Table, widths: &[usize]) -> Vec<Line> {
        let titles: Vec<&str> = table.columns.iter().map(|c| c.title.as_str()).collect();
        let mut lines = vec![edge(widths, EDGES[0])];
        lines.extend(self.cells(&titles, widths, Element::TableHead));
        lines.push(edge(widths, EDGES[1]));
        let rows = table.rows.iter().map(|row| {
            let cells: Vec<&str> = row.cells.iter().map(String::as_str).collect();
            self.cells(&cells, widths, Element::TableCell)
        });
        let rows: Vec<Vec<Line>> = rows.collect();
        // Rows of one line need no line between them.
        let is_parted = rows.iter().any(|row| row.len() > 1);
        let last = rows.len().saturating_sub(1);
        for (position, row) in rows.into_iter().enumerate() {
            let own = |line: Line| Line {
                row: Some(position),
                ..line
            };
            lines.extend(row.into_iter().map(own));
            if is_parted && position < last {
                lines.push(own(edge(widths, EDGES[1])));
            }
        }
        lines.push(Line {
            row: table.rows.len().checked_sub(1),
            ..edge(widths, EDGES[2])
        });
        lines
    }

    /// The cells of a row beside one another, each as high as the highest.
    fn cells(&self, cells: &[&str], widths: &[usize], element: Element) -> Vec<Line> {
        let wrapped: Vec<Vec<String>> = widths
            .iter()
            .enumerate()
            .map(|(column, room)| wrap(cells.get(column).copied().unwrap_or_default(), *room))
            .collect();
        let rows = wrapped.iter().map(Vec::len).max().unwrap_or(1);
        let bar = |text: &str| Span::rule(text);
        let lines = (0..rows).map(|row| {
            let mut spans = vec![bar("│ ")];
            for (position, (cell, room)) in wrapped.iter().zip(widths).enumerate() {
                let text = cell.get(row).map(String::as_str).unwrap_or_default();
                spans.push(self.span(pad(text, *room), element));
                let is_last = position + 1 == widths.len();
                spans.push(bar(if is_last { " │" } else { " │ " }));
            }
            Line::of(spans)
        });
        lines.collect()
    }

    /// Each row on its own: its first two cells, then those that hold something, each behind its title.
    fn stacked(&self, table: &Table) -> Vec<Line> {
        let mut lines = Vec::new();
        for (position, row) in table.rows.iter().enumerate() {
            let head: Vec<&str> = row.cells.iter().take(2).map(String::as_str).collect();
            let mut own = self.hanging("", &head.join(". "), Element::TableHead);
            let filled = table.columns.iter().zip(&row.cells).skip(2);
            for (column, cell) in filled.filter(|(_, cell)| !cell.is_empty()) {
                let text = format!("{}: {cell}", column.title);
                own.extend(self.hanging("    ", &text, Element::TableCell));
            }
            lines.extend(own.into_iter().map(|line| Line {
                row: Some(position),
                ..line
            }));
        }
        lines
    }
}

fn edge(widths: &[usize], [left, middle, right]: [&str; 3]) -> Line {
    let bars: Vec<String> = widths.iter().map(|room| "─".repeat(room + 2)).collect();
    Line::of(vec![Span::rule(format!(
        "{left}{}{right}",
        bars.join(middle)
    ))])
}

/// Returns the columns of each cell's text: its share, but room for its longest word; nothing if that is too much.
fn widths(table: &Table, columns: usize) -> Option<Vec<usize>> {
    let room = columns.checked_sub(AROUND * table.columns.len() + 1)?;
    let longest = |position: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(position));
        let title = table.columns.get(position).map(|column| &column.title);
        let words = cells.chain(title).flat_map(|text| text.split_whitespace());
        words.map(width).max().unwrap_or(1).clamp(1, WORD)
    };
    let least: Vec<usize> = (0..table.columns.len()).map(longest).collect();
    let spare = room.checked_sub(least.iter().sum())?;
    let shares: Vec<usize> = table.columns.iter().map(|c| usize::from(c.width)).collect();
    let whole = shares.iter().sum::<usize>().max(1);
    // The room that is left is divided by what each column lacks of its share.
    let lacks: Vec<usize> = least
        .iter()
        .zip(&shares)
        .map(|(least, share)| (room * share / whole).saturating_sub(*least))
        .collect();
    let lacking = lacks.iter().sum::<usize>().max(1);
    let given = least.iter().zip(&lacks);
    Some(
        given
            .map(|(least, lack)| least + spare.min(lacking) * lack / lacking)
            .collect(),
    )
}
