//! Reading a table out of a user's file: XLSX, or CSV in Unicode; an unreadable file is an error with its reason.

mod hidden;
mod packed;
mod separated;

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xlsx};

use crate::meeting::sheet::{Cells, Origin};
use crate::text::legacy::{Legacy, recognise, recognise_text};

/// Bytes of a file at most; a list of units has a few thousand, the actions of ten years a few million.
const MOST_BYTES: u64 = 10 << 20;

/// Rows and columns that are read at most; cells further right are no table of ours.
const MOST_ROWS: usize = 100_000;
const MOST_COLUMNS: usize = 200;

/// Cells that a table may come to, those that fill a row up included, and bytes of text in them: a small file can
/// name one long text in every cell.
const MOST_CELLS: usize = 1_500_000;
const MOST_TEXT: usize = 16 << 20;

/// Bytes of one cell at most: those of spreadsheets have at most 32,767 letters.
const LONGEST_CELL: usize = 256 << 10;

/// Sheets of a workbook that are looked at, until one has anything in it.
const MOST_SHEETS: usize = 20;

/// Bytes of a text by which its encoding is judged.
const SAMPLE: usize = 1 << 20;

/// Why a file is no table.
#[derive(Debug)]
pub enum Unread {
    /// The system did not give it.
    Io(io::Error),
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// It has so many megabytes.
    TooLarge(u64),
    /// Its parts unpack to too much.
    Unpacked,
    /// Its cells hold too much text.
    TooMuchText,
    /// It has too many shared strings.
    TooManyStrings,
    /// One of its cells is longer than any cell.
    LongCell,
    /// It has too many parts, sheets, cell styles or shared formulas.
    TooIntricate,
    /// Its letters are those of old fonts.
    Encoding(Legacy),
    /// It is text that no encoding we know makes sense of, or no text at all.
    NotText,
    /// It is a workbook that is cut off or damaged.
    Workbook,
    /// It is packed, and no workbook: a document, an archive.
    NotAWorkbook,
    /// It is a workbook of an older kind, or one that is locked with a password.
    OtherWorkbook,
    /// It has more rows than any table of ours.
    TooManyRows,
    /// It has more cells than any table of ours.
    TooManyCells,
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Says whether a table is the one that is looked for.
pub(crate) type HasHead<'a> = &'a dyn Fn(&Cells) -> bool;

/// Returns the first table of a file.
pub fn read_table(file: &Path) -> Result<Cells, Unread> {
    read(file, None)
}

/// Returns the first visible table of a file that has the head that is looked for, or else the first that has anything.
pub fn read_headed(file: &Path, has_head: HasHead) -> Result<Cells, Unread> {
    read(file, Some(has_head))
}

fn read(file: &Path, has_head: Option<HasHead>) -> Result<Cells, Unread> {
    let facts = std::fs::metadata(file)?;
    if !facts.is_file() {
        return Err(Unread::NotAFile);
    }
    if facts.len() > MOST_BYTES {
        return Err(Unread::TooLarge(facts.len() >> 20));
    }
    let mut bytes = Vec::new();
    // A file that grows while it is read stays within the bound, too.
    File::open(file)?.take(MOST_BYTES).read_to_end(&mut bytes)?;
    let cells = match bytes.as_slice() {
        [b'P', b'K', 3, 4, ..] => {
            packed::check(&bytes)?;
            workbook(&bytes, has_head)?
        }
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(Unread::OtherWorkbook),
        _ => separated::read(&text(&bytes)?, has_head)?,
    };
    match recognise_text(&sample(&cells)) {
        Some(legacy) => Err(Unread::Encoding(legacy)),
        None => Ok(cells),
    }
}

/// Returns the part of a table that its encoding is guessed from.
fn sample(cells: &Cells) -> String {
    let mut sample = String::new();
    let mut said = cells.rows.iter().flatten();
    while let Some(cell) = said.next().filter(|_| sample.len() < SAMPLE) {
        sample.push_str(cell);
        sample.push('\n');
    }
    sample
}

/// A table while it is read; it never grows beyond its bounds.
#[derive(Default)]
struct Growing {
    cells: Cells,
    /// Cells so far, those that fill a row up included.
    count: usize,
    /// Bytes of text that have been read so far, of formulas too.
    text: usize,
}

impl Growing {
    /// Counts text that was read, whether it is kept or not.
    fn read(&mut self, bytes: usize) -> Result<(), Unread> {
        self.text = self.text.saturating_add(bytes);
        if self.text > MOST_TEXT {
            return Err(Unread::TooMuchText);
        }
        Ok(())
    }

    /// Repeats a merged cell in the rows that it covers, as far as the table goes.
    fn repeat(&mut self, first: usize, last: usize, column: usize) -> Result<(), Unread> {
        let cell = self.cells.rows.get(first).and_then(|row| row.get(column));
        let Some(text) = cell.filter(|text| !text.is_empty()).cloned() else {
            return Ok(());
        };
        for row in first + 1..=last.min(self.cells.rows.len().saturating_sub(1)) {
            self.read(text.len())?;
            self.put((row, column), text.clone())?;
        }
        Ok(())
    }

    /// Puts a text into a cell, and adds empty cells and rows before it.
    fn put(&mut self, (row, column): (usize, usize), text: String) -> Result<(), Unread> {
        if column >= MOST_COLUMNS {
            return Ok(());
        }
        if row >= MOST_ROWS {
            return Err(Unread::TooManyRows);
        }
        if text.len() > LONGEST_CELL {
            return Err(Unread::LongCell);
        }
        let rows = &mut self.cells.rows;
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        let Some(line) = rows.get_mut(row) else {
            return Ok(());
        };
        if line.len() <= column {
            let missing = column + 1 - line.len();
            self.count += missing;
            if self.count > MOST_CELLS {
                return Err(Unread::TooManyCells);
            }
            line.reserve_exact(missing);
            line.resize(column + 1, String::new());
        }
        if let Some(cell) = line.get_mut(column) {
            *cell = text;
        }
        Ok(())
    }
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads the visible sheet that is looked for, cell by cell: a stray one in the last corner costs nothing.
fn workbook(bytes: &[u8], has_head: Option<HasHead>) -> Result<Cells, Unread> {
    let mut book: Book = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unread::Workbook)?;
    let sheets = book.sheets_metadata().to_vec();
    let is_table = |typ: SheetType| typ == SheetType::WorkSheet;
    let tables = sheets
        .iter()
        .enumerate()
        .filter(|(_, sheet)| is_table(sheet.typ));
    let (visible, hidden): (Vec<_>, Vec<_>) =
        tables.partition(|(_, sheet)| sheet.visible == SheetVisible::Visible);
    let mut origin = Origin {
        hidden: hidden.len(),
        ..Origin::default()
    };
    let mut found: Option<(usize, Cells)> = None;
    let mut is_headed = false;
    for (place, sheet) in visible.into_iter().take(MOST_SHEETS) {
        if is_headed {
            // The sheets behind it are counted, if they hold anything.
            origin.others += usize::from(holds_anything(&mut book, &sheet.name)?);
            continue;
        }
        let cells = sheet_cells(&mut book, &sheet.name)?;
        if cells.rows.is_empty() {
            continue;
        }
        origin.looked += 1;
        is_headed = has_head.is_none_or(|has_head| has_head(&cells));
        if is_headed || found.is_none() {
            found = Some((place, cells));
        }
    }
    let Some((place, mut cells)) = found else {
        return Ok(Cells {
            origin,
            ..Cells::default()
        });
    };
    origin.others += origin.looked.saturating_sub(1);
    origin.sheet = sheets.get(place).map(|sheet| sheet.name.clone());
    cells.hidden = hidden::rows(bytes, place);
    cells.origin = origin;
    Ok(cells)
}

fn holds_anything(book: &mut Book, name: &str) -> Result<bool, Unread> {
    let mut reader = book
        .worksheet_cells_reader(name)
        .map_err(|_| Unread::Workbook)?;
    while let Some(cell) = reader.next_cell().map_err(|_| Unread::Workbook)? {
        if !text_of(cell.get_value()).trim().is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn sheet_cells(book: &mut Book, name: &str) -> Result<Cells, Unread> {
    let mut table = Growing::default();
    let mut reader = book
        .worksheet_cells_reader(name)
        .map_err(|_| Unread::Workbook)?;
    while let Some(cell) = reader
        .next_cell_with_formula()
        .map_err(|_| Unread::Workbook)?
    {
        let place = (cell.pos.0 as usize, cell.pos.1 as usize);
        read_cell(&mut table, place, &cell.value, cell.formula)?;
    }
    drop(reader);
    // A sheet whose merged cells cannot be told is read without them.
    let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    for range in merged {
        let column = range.start.1 as usize;
        table.repeat(range.start.0 as usize, range.end.0 as usize, column)?;
    }
    Ok(table.cells)
}

/// Puts a cell where the user sees it; of a formula its value, or itself where none was computed.
fn read_cell(
    table: &mut Growing,
    (row, column): (usize, usize),
    value: &DataRef,
    formula: Option<String>,
) -> Result<(), Unread> {
    // A text that many cells share is counted before it is copied.
    table.read(length(value) + formula.as_ref().map_or(0, String::len))?;
    let mut text = text_of(value);
    if let Some(formula) = formula.filter(|formula| !formula.is_empty()) {
        if text.is_empty() {
            text = format!("={formula}");
        } else if row < MOST_ROWS && column < MOST_COLUMNS {
            table.cells.formulas.push((row, column));
        }
    }
    if text.trim().is_empty() {
        return Ok(());
    }
    table.put((row, column), text)
}

/// Returns the bytes of a cell that is a text.
fn length(cell: &DataRef) -> usize {
    match cell {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.len()
        }
        DataRef::SharedString(text) => text.len(),
        DataRef::Int(_)
        | DataRef::Float(_)
        | DataRef::Bool(_)
        | DataRef::DateTime(_)
        | DataRef::Error(_)
        | DataRef::Empty => 0,
    }
}

/// Returns a cell as the import reads it: whole numbers without a point, days as year-month-day, errors as formulas.
fn text_of(cell: &DataRef) -> String {
    match cell {
        DataRef::Empty => String::new(),
        DataRef::Error(error) => format!("={error}"),
        DataRef::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(text) => text.chars().take(10).collect(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(_) | DataRef::Float(_) | DataRef::Bool(_) => {
            Data::from(cell.clone()).to_string()
        }
    }
}

/// Returns the text of a file, whatever Unicode it is in.
fn text(bytes: &[u8]) -> Result<String, Unread> {
    let wide = |units: &mut dyn Iterator<Item = u16>| {
        char::decode_utf16(units)
            .collect::<Result<String, _>>()
            .map_err(|_| Unread::NotText)
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(&mut pairs(rest).map(u16::from_le_bytes))?,
        [0xfe, 0xff, rest @ ..] => wide(&mut pairs(rest).map(u16::from_be_bytes))?,
        _ => {
            let Ok(text) = std::str::from_utf8(bytes) else {
                let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
                return Err(recognise(sample).map_or(Unread::NotText, Unread::Encoding));
            };
            text.trim_start_matches('\u{feff}').to_owned()
        }
    };
    if text.contains('\0') {
        return Err(Unread::NotText);
    }
    Ok(text)
}

fn pairs(bytes: &[u8]) -> impl Iterator<Item = [u8; 2]> + '_ {
    let (pairs, _) = bytes.as_chunks();
    pairs.iter().copied()
}
