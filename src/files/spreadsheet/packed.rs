//! A packed workbook is looked through before it is read: neither what it unpacks to nor what it says of itself may
//! fill the memory.
//!
//! The sizes in its directory are not believed: each part is unpacked and counted. What is counted in a part is what
//! the reader keeps of it as a whole (shared strings, styles, sheets) or sets memory aside for.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{LONGEST_CELL, Unread};

/// Bytes that all parts may unpack to, and one part, and the part of the shared strings, which is kept whole.
const MOST_UNPACKED: u64 = 100 << 20;
pub(super) const MOST_OF_A_PART: u64 = 64 << 20;
const MOST_OF_STRINGS: u64 = 24 << 20;

/// Parts of a workbook at most; an office's file has some twenty.
const MOST_PARTS: usize = 10_000;

/// Shared strings at most: four in each of the rows that are read.
const MOST_STRINGS: u64 = 400_000;

/// Sheets, cell styles, fonts, shared formulas … at most, each; spreadsheets themselves allow 65,490 cell styles.
const MOST_OF_A_KIND: u64 = 65_500;

/// Bytes that the cell styles may come to, of which each has copies of the names of its font and its format.
const MOST_OF_STYLES: u64 = 32 << 20;

/// The beginnings of a text whose letters take two bytes; no spreadsheet writes a part so.
const WIDE: [&[u8]; 4] = [&[0xff, 0xfe], &[0xfe, 0xff], b"<\0", b"\0<"];

/// Says why a workbook is not read, if its parts are too large or it is none of the kind that we know.
pub(super) fn check(bytes: &[u8]) -> Result<(), Unread> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unread::Workbook)?;
    if archive.len() > MOST_PARTS {
        return Err(Unread::TooIntricate);
    }
    // Some programs part the folders with a backslash.
    let plain = |name: &str| name.replace('\\', "/").to_ascii_lowercase();
    let (mut is_workbook, mut is_other) = (false, false);
    let mut room = MOST_UNPACKED;
    for place in 0..archive.len() {
        // A part that cannot be unpacked here is left to the reader, which says so if it needs the part.
        let Ok(part) = archive.by_index(place) else {
            continue;
        };
        let name = part.name().map(|name| plain(&name)).unwrap_or_default();
        let bare = name.trim_start_matches('/');
        is_workbook |= bare.starts_with("xl/workbook") && is_text(&name);
        is_other |= ["xl/workbook.bin", "content.xml"].contains(&bare);
        let most = if name.ends_with("sharedstrings.xml") {
            MOST_OF_STRINGS
        } else {
            MOST_OF_A_PART
        };
        let most = most.min(room);
        let mut unpacked = Vec::new();
        let whole = part.take(most + 1).read_to_end(&mut unpacked);
        let size = u64::try_from(unpacked.len()).unwrap_or(u64::MAX);
        if size > most {
            return Err(Unread::Unpacked);
        }
        room -= size;
        // A damaged part is counted as far as it goes.
        drop(whole);
        check_part(&unpacked, is_text(&name))?;
    }
    match (is_workbook, is_other) {
        (true, _) => Ok(()),
        (false, true) => Err(Unread::OtherWorkbook),
        (false, false) => Err(Unread::NotAWorkbook),
    }
}

/// Says whether a part is always read as text; any other may be a picture.
fn is_text(name: &str) -> bool {
    [".xml", ".rels"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// Counts the letters and cells that the reader would keep of a part.
fn check_part(part: &[u8], is_text: bool) -> Result<(), Unread> {
    if WIDE.iter().any(|wide| part.starts_with(wide)) {
        return Err(Unread::Workbook);
    }
    let mut strings = 0;
    let mut kinds = [0; KINDS.len()];
    let mut longest = 0;
    for run in part.split(|byte| *byte == b'<') {
        longest = longest.max(run.len());
        let name = element(run);
        if name == b"si" {
            strings += 1;
        } else if let Some((_, count)) = KINDS
            .iter()
            .zip(&mut kinds)
            .find(|(kind, _)| **kind == name)
        {
            *count += 1;
        }
    }
    let [styles, ..] = kinds;
    let length = u64::try_from(longest).unwrap_or(u64::MAX);
    if strings > MOST_STRINGS {
        return Err(Unread::TooManyStrings);
    }
    if is_text && longest > LONGEST_CELL {
        return Err(Unread::LongCell);
    }
    if kinds.iter().any(|count| *count > MOST_OF_A_KIND)
        || styles.saturating_mul(length) > MOST_OF_STYLES
    {
        return Err(Unread::TooIntricate);
    }
    check_foretold(part)
}

/// Says whether a part names numbers for which the reader sets memory aside before it has seen that many: of its shared
/// strings, and of its shared formulas.
fn check_foretold(part: &[u8]) -> Result<(), Unread> {
    let mut pieces = part.split(|byte| *byte == b'=');
    let mut name = pieces.next().unwrap_or_default();
    for value in pieces {
        let most = match attribute(name) {
            b"uniqueCount" => Some((MOST_STRINGS, Unread::TooManyStrings)),
            b"si" => Some((MOST_OF_A_KIND, Unread::TooIntricate)),
            _ => None,
        };
        if let Some((_, refusal)) = most.filter(|(most, _)| is_beyond(value, *most)) {
            return Err(refusal);
        }
        name = value;
    }
    Ok(())
}

/// Returns the name of the attribute that ends here, without its prefix.
fn attribute(text: &[u8]) -> &[u8] {
    let text = text.trim_ascii_end();
    let start = text.iter().rposition(|byte| !byte.is_ascii_alphanumeric());
    let behind = start.and_then(|before| text.get(before + 1..));
    behind.unwrap_or(text)
}

/// Says whether a value in quotes is a number greater than this.
fn is_beyond(value: &[u8], most: u64) -> bool {
    let value = value.trim_ascii_start();
    let plain = |byte: &u8| !matches!(byte, b'"' | b'\'' | b'+') && !byte.is_ascii_whitespace();
    let number = value.iter().skip_while(|byte| !plain(byte));
    let digits = number.take_while(|byte| byte.is_ascii_digit());
    let number = digits.fold(0_u64, |number, digit| {
        number
            .saturating_mul(10)
            .saturating_add(u64::from(digit - b'0'))
    });
    number > most
}

/// Elements that the reader keeps each of; the cell styles first.
const KINDS: [&[u8]; 10] = [
    b"xf",
    b"font",
    b"fill",
    b"border",
    b"numFmt",
    b"sheet",
    b"definedName",
    b"Relationship",
    b"Override",
    b"mergeCell",
];

/// Returns the name of the element that begins behind a bracket, without its prefix.
pub(super) fn element(run: &[u8]) -> &[u8] {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
    let name = run.split(ends).next().unwrap_or_default();
    let prefix = name.iter().position(|byte| *byte == b':');
    let behind = prefix.and_then(|colon| name.get(colon + 1..));
    behind.unwrap_or(name)
}
