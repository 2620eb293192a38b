//! What stands below a list of the selected line: texts of which each has a row at least, and the free rows in their order.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::list::heights;
use crate::text::width::{cut_rows, wrap};
use crate::tui::widgets::pen;

/// The texts below a list, each in its style.
pub(crate) type Details = Vec<(String, Style)>;

/// Returns the texts in rows: all of each where there is room, else the first has what it needs, and a text of which
/// something is left out ends with `…`.
pub(crate) fn rows(details: &Details, columns: usize, rows: usize) -> Vec<(String, Style)> {
    let needed: Vec<usize> = details
        .iter()
        .map(|(text, _)| wrap(text, columns).len())
        .collect();
    let given = heights(&needed, 0, rows);
    let parts = details.iter().zip(given);
    parts
        .flat_map(|((text, style), height)| {
            let lines = cut_rows(text, columns, height).into_iter();
            lines.map(|line| (line, *style))
        })
        .collect()
}

/// Returns the area below a list of so many rows: these rows at least, and as many more as the texts need and the list leaves
/// free.
pub(crate) fn area(area: Rect, details: &Details, least: u16, list: usize) -> Rect {
    let columns = usize::from(area.width).saturating_sub(2);
    let needed: usize = details
        .iter()
        .map(|(text, _)| wrap(text, columns).len())
        .sum();
    let free = area
        .height
        .saturating_sub(u16::try_from(list).unwrap_or(u16::MAX));
    let wanted = u16::try_from(needed + 1).unwrap_or(u16::MAX);
    let height = least.max(wanted.min(free)).min(area.height);
    pen::below(area, area.height - height)
}

/// Draws the texts under a rule, unless something else stands in the row of that, as the help of a filter.
pub(crate) fn draw(buffer: &mut Buffer, area: Rect, details: &Details, rule: Style) {
    let cell = buffer.cell((area.x + 1, area.y));
    if cell.is_none_or(|cell| cell.symbol() == " ") {
        pen::rule(buffer, pen::row(area, 0), rule);
    }
    let columns = usize::from(area.width).saturating_sub(2);
    let inside = pen::below(area, 1);
    let lines = rows(details, columns, usize::from(inside.height));
    pen::write_lines(buffer, inside, lines);
}
