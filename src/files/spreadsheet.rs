//! Reading a table out of a file that a user has: XLSX, or CSV in Unicode; what cannot be read says why.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

use calamine::{Data, Reader, Xlsx};

use crate::meeting::roster::import::Cells;
use crate::text::legacy::{Legacy, recognise, recognise_text};

/// Bytes of a file at most; a list of units has a few thousand, the actions of ten years a few million.
const MOST_BYTES: u64 = 10 << 20;

/// Bytes that the parts of a packed workbook may come to, so that a small file cannot fill the memory.
const MOST_UNPACKED: u64 = 100 << 20;

/// Rows that are read at most, and columns: what stands further right is no table of ours.
const MOST_ROWS: usize = 100_000;
const MOST_COLUMNS: usize = 200;

/// Why a file is no table.
#[derive(Debug)]
pub enum Unread {
    /// The system did not give it.
    Io(io::Error),
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// It has so many megabytes.
    TooLarge(u64),
    /// Its letters are those of old fonts.
    Encoding(Legacy),
    /// It is text that no encoding we know makes sense of, or no text at all.
    NotText,
    /// It is a workbook that is cut off or damaged.
    Workbook,
    /// It is a workbook of an older kind, or one that is locked with a password.
    OtherWorkbook,
    /// It has more rows than any table of ours.
    TooManyRows,
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Returns the first table of a file.
pub fn read_table(file: &Path) -> Result<Cells, Unread> {
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
            check_unpacked(&bytes)?;
            workbook(bytes)?
        }
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(Unread::OtherWorkbook),
        _ => separated(&text(&bytes)?)?,
    };
    let said = cells
        .rows
        .iter()
        .flatten()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join("\n");
    match recognise_text(&said) {
        Some(legacy) => Err(Unread::Encoding(legacy)),
        None => Ok(cells),
    }
}

fn check_unpacked(bytes: &[u8]) -> Result<(), Unread> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unread::Workbook)?;
    let mut unpacked = 0;
    for part in 0..archive.len() {
        unpacked += archive
            .by_index_raw(part)
            .map_err(|_| Unread::Workbook)?
            .size();
    }
    if unpacked > MOST_UNPACKED {
        return Err(Unread::TooLarge(unpacked >> 20));
    }
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(Unread::OtherWorkbook);
    }
    Ok(())
}

/// Reads the first sheet that has anything in it, cell by cell: a stray one in the last corner costs nothing.
fn workbook(bytes: Vec<u8>) -> Result<Cells, Unread> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unread::Workbook)?;
    for name in book.sheet_names() {
        let mut reader = book
            .worksheet_cells_reader(&name)
            .map_err(|_| Unread::Workbook)?;
        let mut cells = Cells::default();
        while let Some(cell) = reader
            .next_cell_with_formula()
            .map_err(|_| Unread::Workbook)?
        {
            let (row, column) = (cell.pos.0 as usize, cell.pos.1 as usize);
            put(&mut cells, (row, column), &cell.value.into(), cell.formula)?;
        }
        if !cells.rows.is_empty() {
            return Ok(cells);
        }
    }
    Ok(Cells::default())
}

/// Puts a cell where the user sees it; of a formula its value, or itself where none was computed.
fn put(
    cells: &mut Cells,
    (row, column): (usize, usize),
    value: &Data,
    formula: Option<String>,
) -> Result<(), Unread> {
    let mut text = shown(value);
    if let Some(formula) = formula.filter(|formula| !formula.is_empty()) {
        if text.is_empty() {
            text = format!("={formula}");
        } else {
            cells.formulas.push((row, column));
        }
    }
    if text.trim().is_empty() || column >= MOST_COLUMNS {
        return Ok(());
    }
    if row >= MOST_ROWS {
        return Err(Unread::TooManyRows);
    }
    if cells.rows.len() <= row {
        cells.rows.resize(row + 1, Vec::new());
    }
    if let Some(line) = cells.rows.get_mut(row) {
        if line.len() <= column {
            line.resize(column + 1, String::new());
        }
        line[column] = text;
    }
    Ok(())
}

/// Returns a cell as the import reads it: whole numbers without a point, days as year-month-day, errors as formulas.
fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Error(error) => format!("={error}"),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(text) => text.chars().take(10).collect(),
        Data::Int(_) | Data::Float(_) | Data::String(_) | Data::Bool(_) | Data::DurationIso(_) => {
            cell.to_string()
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
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
            Err(_) => {
                return Err(recognise(bytes).map_or(Unread::NotText, Unread::Encoding));
            }
        },
    };
    if text.contains('\0') {
        return Err(Unread::NotText);
    }
    Ok(text)
}

fn pairs(bytes: &[u8]) -> impl Iterator<Item = [u8; 2]> + '_ {
    bytes.chunks_exact(2).map(|pair| [pair[0], pair[1]])
}

/// Reads lines whose cells are separated by whichever of comma, semicolon and tab there is most of.
fn separated(text: &str) -> Result<Cells, Unread> {
    let sample: String = text.lines().take(20).collect();
    let count = |separator: char| sample.matches(separator).count();
    let separator = [',', ';', '\t']
        .into_iter()
        .max_by_key(|separator| count(*separator))
        .unwrap_or(',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut cells = Cells::default();
    for record in reader.records() {
        let record = record.map_err(|_| Unread::NotText)?;
        let line = record.position().map_or(0, csv::Position::line);
        // The reader passes over empty lines; the numbers of the file stay.
        let number = usize::try_from(line).unwrap_or(1).saturating_sub(1);
        if number > MOST_ROWS {
            return Err(Unread::TooManyRows);
        }
        while cells.rows.len() < number {
            cells.rows.push(Vec::new());
        }
        cells.rows.push(record.iter().map(plain).collect());
    }
    Ok(cells)
}

/// Returns a cell without the apostrophe that keeps a spreadsheet from taking it for a formula.
fn plain(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(['=', '+', '-', '@']) => text.to_owned(),
        Some(_) | None => cell.to_owned(),
    }
}
