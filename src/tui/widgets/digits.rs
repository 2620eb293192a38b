//! Large digits, to be read from afar: three rows high, or as high as there is room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::widgets::pen::{self, Piece};

/// Rows of a large digit.
pub(crate) const ROWS: u16 = 3;

/// Columns of a large digit with the gap behind it.
const COLUMNS: usize = 4;

/// Returns the rows of a character; one that is not known is a gap.
fn rows(c: char) -> [&'static str; 3] {
    match c {
        '0' => ["█▀█", "█ █", "▀▀▀"],
        '1' => ["▀█ ", " █ ", "▀▀▀"],
        '2' => ["▀▀█", "█▀▀", "▀▀▀"],
        '3' => ["▀▀█", " ▀█", "▀▀▀"],
        '4' => ["█ █", "▀▀█", "  ▀"],
        '5' => ["█▀▀", "▀▀█", "▀▀▀"],
        '6' => ["█▀▀", "█▀█", "▀▀▀"],
        '7' => ["▀▀█", "  █", "  ▀"],
        '8' => ["█▀█", "█▀█", "▀▀▀"],
        '9' => ["█▀█", "▀▀█", "▀▀▀"],
        '/' => ["  █", " █ ", "▀  "],
        ':' => [" ▄ ", " ▄ ", "   "],
        _ => ["   ", "   ", "   "],
    }
}

/// Returns the columns that a text takes in large digits.
pub(crate) fn columns(text: &str) -> usize {
    (text.chars().count() * COLUMNS).saturating_sub(1)
}

/// Draws a text of digits into the first rows of an area.
pub(crate) fn draw(buffer: &mut Buffer, area: Rect, text: &str, style: Style) {
    for (line, row) in (0..ROWS).enumerate() {
        let shapes: Vec<&str> = text
            .chars()
            .filter_map(|c| rows(c).get(line).copied())
            .collect();
        pen::write(buffer, pen::row(area, row), &shapes.join(" "), style);
    }
}

/// Rows of a digit before it is enlarged.
const DOTS: u16 = 5;

/// Returns the dots of a character, row by row, as bits from the left; one that is not known is a gap.
fn dots(c: char) -> (u16, [u8; 5]) {
    match c {
        '0' => (3, [0b111, 0b101, 0b101, 0b101, 0b111]),
        '1' => (3, [0b010, 0b110, 0b010, 0b010, 0b111]),
        '2' => (3, [0b111, 0b001, 0b111, 0b100, 0b111]),
        '3' => (3, [0b111, 0b001, 0b111, 0b001, 0b111]),
        '4' => (3, [0b101, 0b101, 0b111, 0b001, 0b001]),
        '5' => (3, [0b111, 0b100, 0b111, 0b001, 0b111]),
        '6' => (3, [0b111, 0b100, 0b111, 0b101, 0b111]),
        '7' => (3, [0b111, 0b001, 0b001, 0b001, 0b001]),
        '8' => (3, [0b111, 0b101, 0b111, 0b101, 0b111]),
        '9' => (3, [0b111, 0b101, 0b111, 0b001, 0b111]),
        ':' => (1, [0, 1, 0, 1, 0]),
        _ => (1, [0; 5]),
    }
}

/// Draws a text of digits in the middle of the first rows of an area, as large as these many rows and its columns
/// allow, and returns the rows that it took.
pub(crate) fn draw_largest(buffer: &mut Buffer, area: Rect, rows: u16, piece: &Piece) -> u16 {
    let text = &piece.text;
    let wide: u16 = text.chars().map(|c| dots(c).0 + 1).sum::<u16>().max(2) - 1;
    // A dot is twice as wide as high, because a cell is twice as high as wide.
    let by_width = area.width.saturating_sub(2) / (wide * 2);
    let scale = by_width.min(rows / DOTS).max(1);
    let left = area.width.saturating_sub(wide * 2 * scale) / 2;
    for row in 0..DOTS * scale {
        let mut line = String::new();
        for c in text.chars() {
            let (columns, rows) = dots(c);
            let bits = rows.get(usize::from(row / scale)).copied();
            let bits = bits.unwrap_or_default();
            for dot in (0..columns).rev() {
                let ink = if bits >> dot & 1 == 1 { "█" } else { " " };
                line.push_str(&ink.repeat(usize::from(2 * scale)));
            }
            line.push_str(&" ".repeat(usize::from(2 * scale)));
        }
        let place = Rect {
            x: area.x + left,
            width: area.width.saturating_sub(left),
            ..pen::row(area, row)
        };
        pen::write(buffer, place, line.trim_end(), piece.style);
    }
    DOTS * scale
}
