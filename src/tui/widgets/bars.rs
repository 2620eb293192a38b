//! Bars of glyphs: one a value, in eighths of a row, for charts that stand in text with their numbers beside them.

/// The eighths of a cell from the bottom, and of a cell from the left.
const UP: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const ALONG: [char; 9] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];

/// Returns the cell of which so many eighths are filled, or the full one.
fn filled(cells: [char; 9], eighths: usize) -> char {
    cells.get(eighths).copied().unwrap_or('█')
}

/// Returns eighths of this many cells that a value fills; whatever is not nothing fills one at least.
fn eighths(value: usize, most: usize, cells: usize) -> usize {
    let filled = (value * cells * 8 + most / 2)
        .checked_div(most)
        .unwrap_or(0);
    filled.max(usize::from(value > 0)).min(cells * 8)
}

/// Returns a glyph a value, one row high; zero is the lowest line, an unknown value a gap.
pub(crate) fn spark(values: impl Iterator<Item = Option<usize>>, most: usize) -> String {
    let glyph = |value: Option<usize>| {
        value.map_or(' ', |value| filled(UP, eighths(value, most, 1).max(1)))
    };
    values.map(glyph).collect()
}

/// Returns the glyph of a standing bar in one of its rows, counted from its foot.
pub(crate) fn standing(value: usize, most: usize, rows: usize, row: usize) -> char {
    filled(UP, eighths(value, most, rows).saturating_sub(row * 8))
}

/// Returns a lying bar of this many columns at most.
pub(crate) fn lying(value: usize, most: usize, columns: usize) -> String {
    let length = eighths(value, most, columns);
    let rest = filled(ALONG, length % 8);
    let bar = "█".repeat(length / 8);
    if rest == ' ' {
        bar
    } else {
        format!("{bar}{rest}")
    }
}
