//! How a sheet is printed: columns that fit one page across in letters that can be read, and rows as high as their lines.

use super::super::sheet::{Sheet, Value};
use crate::text::width::{width, wrap};

/// Characters of all columns together at most: on A4 on its side they are printed with letters of more than 8 points.
const ACROSS: usize = 190;

/// Characters that the longest word of a column may ask for; a longer one is broken.
const WORD: usize = 40;

/// Characters of a day, and of a share in per cent.
const DAY: usize = 10;
const SHARE: usize = 6;

/// How high a line of the usual letters is, in points.
const LINE: usize = 15;

/// The most lines that a row can show: a spreadsheet knows no higher one.
const LINES: usize = 27;

/// Returns how wide each column is, in characters: its own width, but an empty one is as wide as its head asks for, and
/// where all are too wide for a page the roomy ones give way. A column of width 0 stays hidden.
pub(super) fn widths(sheet: &Sheet) -> Vec<usize> {
    let columns = sheet.columns.iter().enumerate();
    let (needs, wanted): (Vec<usize>, Vec<usize>) = columns
        .map(|(place, column)| {
            if column.width == 0 {
                return (0, 0);
            }
            let cells = sheet.rows.iter().filter_map(|row| row.get(place));
            let longest = cells.map(longest_word).max().unwrap_or_default();
            let need = (word(&column.head).max(longest) + 1).min(WORD);
            let own = usize::from(column.width);
            (need, if longest == 0 { need } else { own.max(need) })
        })
        .unzip();
    let whole: usize = wanted.iter().sum();
    let over = whole.saturating_sub(ACROSS);
    let spare: usize = whole.saturating_sub(needs.iter().sum());
    let pairs = needs.iter().zip(&wanted);
    pairs
        .map(|(need, want)| {
            let own = want.saturating_sub(*need);
            let given = (own * over).div_ceil(spare.max(1));
            want - given.min(own)
        })
        .collect()
}

/// Returns how high a row is, in points: as its highest cell.
pub(super) fn height<'a>(cells: impl Iterator<Item = (&'a str, usize)>) -> f64 {
    let lines = cells.map(|(text, wide)| wrap(text, wide).len());
    points(lines.max().unwrap_or(1))
}

/// Returns how high a row of values is, in points.
pub(super) fn height_of(values: &[Value], widths: &[usize]) -> f64 {
    let texts = values.iter().map(|value| match value {
        Value::Text(text) | Value::Marked(text, _) => text.as_str(),
        // The others are one short line.
        Value::Count(_) | Value::Share(_) | Value::Day(_) => "",
    });
    height(
        texts
            .zip(widths.iter().copied())
            .filter(|(_, wide)| *wide > 0),
    )
}

fn points(lines: usize) -> f64 {
    let lines = lines.clamp(1, LINES) * LINE;
    // A height that is the usual one is not written, and some programs then guess another.
    u32::try_from(lines).map_or(0.0, f64::from) + 0.75
}

fn longest_word(value: &Value) -> usize {
    match value {
        Value::Text(text) | Value::Marked(text, _) => word(text),
        Value::Count(n) => n.to_string().len(),
        Value::Share(_) => SHARE,
        Value::Day(_) => DAY,
    }
}

fn word(text: &str) -> usize {
    text.split_whitespace().map(width).max().unwrap_or_default()
}
