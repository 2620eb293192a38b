//! Large digits, three rows high, for what has to be read from afar.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pen;

/// Rows of a large digit.
pub const ROWS: u16 = 3;

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
pub fn columns(text: &str) -> usize {
    (text.chars().count() * COLUMNS).saturating_sub(1)
}

/// Draws a text of digits into the first rows of an area.
pub fn draw(buffer: &mut Buffer, area: Rect, text: &str, style: Style) {
    for (line, row) in (0..ROWS).enumerate() {
        let shapes: Vec<&str> = text.chars().map(|c| rows(c)[line]).collect();
        pen::write(buffer, pen::row(area, row), &shapes.join(" "), style);
    }
}
