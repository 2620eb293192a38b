//! A text field: a line cut around its caret, and where the hardware cursor belongs.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::text::line::Line;
use crate::text::width::width;
use crate::tui::widgets::pen;

/// Draws the line into the first row of an area and returns where the caret stands.
///
/// The hardware cursor belongs there, because input methods show their candidates at it.
pub(crate) fn draw(buffer: &mut Buffer, area: Rect, line: &Line, style: Style) -> Position {
    let room = usize::from(area.width.max(1));
    let column = line.column();
    let skipped = if column < room { 0 } else { column + 1 - room };
    let visible = skip_columns(line.text(), skipped);
    if !area.is_empty() {
        buffer.set_stringn(area.x, area.y, visible, room, style);
        if skipped > 0 {
            pen::write(buffer, Rect { width: 1, ..area }, "…", style);
        }
        let is_cut = skipped + room < width(line.text());
        if is_cut {
            pen::write(
                buffer,
                Rect {
                    x: area.right() - 1,
                    width: 1,
                    ..area
                },
                "…",
                style,
            );
        }
    }
    let offset = u16::try_from(column - skipped).unwrap_or(0);
    Position {
        x: (area.x + offset).min(area.right().saturating_sub(1)),
        y: area.y,
    }
}

/// Writes a label into the first row of an area and returns the room behind it, where its field belongs.
pub(crate) fn behind_label(buffer: &mut Buffer, row: Rect, label: &str, style: Style) -> Rect {
    let label = format!(" {label}");
    let shift = u16::try_from(width(&label)).unwrap_or(0).min(row.width);
    pen::write(buffer, row, &label, style);
    Rect {
        x: row.x + shift,
        width: row.width - shift,
        ..row
    }
}

/// Returns the text without its first columns.
fn skip_columns(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (byte, c) in text.char_indices() {
        if used >= columns {
            return text.get(byte..).unwrap_or_default();
        }
        used += width(c.encode_utf8(&mut [0; 4]));
    }
    if columns == 0 { text } else { "" }
}
