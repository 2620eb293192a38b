//! Writing into cells: one row at a time, cut with `…`, never into its neighbour.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::width::{cut, going_on, width, wrap};

/// A piece of a row in one style.
#[derive(Clone, Debug)]
pub(crate) struct Piece<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) style: Style,
}

/// Returns a piece of a row.
pub(crate) fn piece<'a>(text: impl Into<Cow<'a, str>>, style: Style) -> Piece<'a> {
    Piece {
        text: text.into(),
        style,
    }
}

/// Returns the columns of pieces together.
pub(crate) fn total_width(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| width(&piece.text)).sum()
}

/// Returns one row of an area, or an empty one where the area has no such row.
pub(crate) fn row(area: Rect, row: u16) -> Rect {
    if row < area.height {
        Rect {
            y: area.y + row,
            height: 1,
            ..area
        }
    } else {
        Rect { height: 0, ..area }
    }
}

/// Writes a text into the first row of an area.
pub(crate) fn write(buffer: &mut Buffer, area: Rect, text: &str, style: Style) {
    write_pieces(buffer, area, &[piece(text, style)]);
}

/// Writes pieces one behind another into the first row of an area.
pub(crate) fn write_pieces(buffer: &mut Buffer, area: Rect, pieces: &[Piece]) {
    if area.is_empty() {
        return;
    }
    let mut x = area.x;
    for (position, piece) in pieces.iter().enumerate() {
        let room = usize::from(area.right().saturating_sub(x));
        // A piece that leaves no room for the rest gives one column to the `…` that says so.
        let rest = total_width(pieces.get(position + 1..).unwrap_or_default());
        let text = if width(&piece.text) >= room && rest > 0 {
            Cow::Owned(format!(
                "{}…",
                cut(&piece.text, room.saturating_sub(1)).trim_end_matches(['…', ' '])
            ))
        } else {
            cut(&piece.text, room)
        };
        x = buffer.set_stringn(x, area.y, &text, room, piece.style).0;
        if x >= area.right() || text != piece.text {
            return;
        }
    }
}

/// Writes a text at the right end of the first row of an area.
pub(crate) fn write_right(buffer: &mut Buffer, area: Rect, text: &str, style: Style) {
    let columns = u16::try_from(width(text))
        .unwrap_or(u16::MAX)
        .min(area.width);
    write(
        buffer,
        Rect {
            x: area.right() - columns,
            width: columns,
            ..area
        },
        text,
        style,
    );
}

/// Returns an area without its first rows.
pub(crate) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// Returns an area without its first columns.
pub(crate) fn behind(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect {
        x: area.x + columns,
        width: area.width - columns,
        ..area
    }
}

/// Writes lines under one another, each a column from the edge, as many as there is room for; where lines are left out, the
/// last one says so.
pub(crate) fn write_lines(
    buffer: &mut Buffer,
    area: Rect,
    lines: impl IntoIterator<Item = (String, Style)>,
) {
    let mut lines = lines.into_iter().peekable();
    for position in 0..area.height {
        let Some((text, style)) = lines.next() else {
            return;
        };
        let is_last = position + 1 == area.height && lines.peek().is_some();
        let text = if is_last {
            going_on(&text, usize::from(area.width).saturating_sub(2))
        } else {
            text
        };
        write(buffer, row(area, position), &format!(" {text}"), style);
    }
}

/// Writes a text broken at spaces to the width of an area.
pub(crate) fn write_wrapped(buffer: &mut Buffer, area: Rect, text: &str, style: Style) {
    let lines = wrap(text, usize::from(area.width).saturating_sub(2));
    write_lines(buffer, area, lines.into_iter().map(|line| (line, style)));
}

/// Draws a horizontal rule in the first row of an area.
pub(crate) fn rule(buffer: &mut Buffer, area: Rect, style: Style) {
    write(buffer, area, &"─".repeat(usize::from(area.width)), style);
}

/// Gives the first row of an area a style from end to end.
pub(crate) fn paint(buffer: &mut Buffer, area: Rect, style: Style) {
    buffer.set_style(area.intersection(buffer.area), style);
}

/// Draws a vertical rule in the last column of an area and returns the area without it.
pub(crate) fn rule_right(buffer: &mut Buffer, area: Rect, style: Style) -> Rect {
    for y in area.top()..area.bottom() {
        buffer.set_string(area.right().saturating_sub(1), y, "│", style);
    }
    Rect {
        width: area.width.saturating_sub(1),
        ..area
    }
}
