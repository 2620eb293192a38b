//! Reading a table out of a text: its separator is the one with which the head of the table is found, read by the rules
//! of such files, so that neither quotes nor notes full of commas mislead.

use super::{Growing, HasHead, MOST_CELLS, Unread};
use crate::meeting::sheet::Cells;

const SEPARATORS: [char; 4] = [';', ',', '\t', '|'];

/// Lines by which the separator is judged.
const JUDGED: usize = 30;

/// Reads the lines of a text.
pub(super) fn read(text: &str, has_head: Option<HasHead>) -> Result<Cells, Unread> {
    let (text, named) = named_separator(text);
    let separator = named.unwrap_or_else(|| separator(&text, has_head));
    // The reader takes a line apart as a whole, however many cells it has.
    if text.matches(separator).nth(MOST_CELLS).is_some() {
        return Err(Unread::TooManyCells);
    }
    cells(&text, separator, usize::MAX)
}

/// Takes the first line off that names the separator, `sep=;`, as some spreadsheets write it; the numbers of the lines stay.
fn named_separator(text: &str) -> (String, Option<char>) {
    let line = text.lines().next().unwrap_or_default().trim_end();
    let named = line.strip_prefix("sep=").and_then(|rest| {
        let mut letters = rest.chars();
        letters.next().filter(|_| letters.next().is_none())
    });
    match named.filter(char::is_ascii) {
        Some(separator) => (text.replacen(line, "", 1), Some(separator)),
        None => (text.to_owned(), None),
    }
}

fn separator(text: &str, has_head: Option<HasHead>) -> char {
    let judged = |separator: &char| cells(text, *separator, JUDGED).unwrap_or_default();
    let headed = SEPARATORS
        .iter()
        .find(|separator| has_head.is_some_and(|has_head| has_head(&judged(separator))));
    let most_even = || {
        SEPARATORS
            .iter()
            .rev()
            .max_by_key(|separator| evenness(&judged(separator)))
    };
    headed.or_else(most_even).copied().unwrap_or(',')
}

/// Returns how many lines have as many cells as most have, and how many cells these are.
fn evenness(cells: &Cells) -> (usize, usize) {
    let widths = || cells.rows.iter().map(Vec::len).filter(|width| *width > 1);
    let alike = |width: usize| widths().filter(|of| *of == width).count();
    widths()
        .map(|width| (alike(width), width))
        .max()
        .unwrap_or_default()
}

fn cells(text: &str, separator: char, most: usize) -> Result<Cells, Unread> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut table = Growing::default();
    for record in reader.records().take(most) {
        let record = record.map_err(|_| Unread::NotText)?;
        let line = record.position().map_or(0, csv::Position::line);
        // The reader passes over empty lines; the numbers of the file stay.
        let row = usize::try_from(line).unwrap_or(1).saturating_sub(1);
        let row = row.max(table.cells.rows.len());
        table.read(record.as_slice().len())?;
        for (column, cell) in record.iter().enumerate() {
            table.put((row, column), plain(cell))?;
        }
    }
    Ok(table.cells)
}

/// Returns a cell without the apostrophe that keeps a spreadsheet from taking it for a formula.
fn plain(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(['=', '+', '-', '@']) => text.to_owned(),
        Some(_) | None => cell.to_owned(),
    }
}
