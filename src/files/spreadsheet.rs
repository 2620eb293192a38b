//! Reading a table out of a file that a user has: XLSX, XLS, ODS, or CSV in Unicode; what cannot be read says why.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

use calamine::{Data, Reader, Sheets, open_workbook_auto_from_rs};

use crate::meeting::roster::import::Cells;
use crate::text::legacy::{Legacy, recognise, recognise_text};

/// Bytes of a file at most; a list of units has a few thousand.
const MOST_BYTES: u64 = 10 << 20;

/// Bytes that the parts of a packed workbook may come to, so that a small file cannot fill the memory.
const MOST_UNPACKED: u64 = 100 << 20;

/// Rows that are read at most.
const MOST_ROWS: usize = 20_000;

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
    /// It is a workbook that cannot be read: cut off, locked with a password, or with too many rows.
    Workbook,
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
        [0xd0, 0xcf, 0x11, 0xe0, ..] => workbook(bytes)?,
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
    Ok(())
}

/// Reads the first sheet that has anything in it.
fn workbook(bytes: Vec<u8>) -> Result<Cells, Unread> {
    let mut book: Sheets<_> =
        open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| Unread::Workbook)?;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|_| Unread::Workbook)?;
        let Some((top, left)) = range.start().filter(|_| !range.is_empty()) else {
            continue;
        };
        if range.height() > MOST_ROWS || top as usize > MOST_ROWS {
            return Err(Unread::Workbook);
        }
        // Rows above the first that is used keep the numbers that the user sees in the file.
        let above = (0..top).map(|_| Vec::new());
        let below = range.rows().map(|row| {
            let before = (0..left).map(|_| String::new());
            before.chain(row.iter().map(shown)).collect()
        });
        let formulas = book
            .worksheet_formula(&name)
            .map(|formulas| formula_cells(&formulas))
            .unwrap_or_default();
        return Ok(Cells {
            rows: above.chain(below).collect(),
            formulas,
        });
    }
    Ok(Cells::default())
}

fn formula_cells(formulas: &calamine::Range<String>) -> Vec<(usize, usize)> {
    let (top, left) = formulas.start().unwrap_or_default();
    formulas
        .used_cells()
        .filter(|(_, _, formula)| !formula.is_empty())
        .map(|(row, column, _)| (row + top as usize, column + left as usize))
        .collect()
}

/// Returns a cell as the import reads it: whole numbers without a point, days as year-month-day.
fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
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
            return Err(Unread::Workbook);
        }
        while cells.rows.len() < number {
            cells.rows.push(Vec::new());
        }
        cells.rows.push(record.iter().map(str::to_owned).collect());
    }
    Ok(cells)
}
