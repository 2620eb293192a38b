//! The rows that a sheet hides: the reader of workbooks does not tell them, so they are looked up in its parts.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::MOST_ROWS;
use super::packed::{MOST_OF_A_PART, element};

/// Returns the hidden rows of the sheet at this place among those of a workbook, from 0; none where they cannot be told.
pub(super) fn rows(bytes: &[u8], sheet: usize) -> BTreeSet<usize> {
    hidden(bytes, sheet).unwrap_or_default()
}

fn hidden(bytes: &[u8], sheet: usize) -> Option<BTreeSet<usize>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let book = part(&mut archive, "xl/workbook.xml")?;
    let named = elements(&book, b"sheet").nth(sheet)?;
    let id = attribute(named, b"id")?.to_vec();
    let relations = part(&mut archive, "xl/_rels/workbook.xml.rels")?;
    let mut relations = elements(&relations, b"Relationship");
    let relation = relations.find(|relation| attribute(relation, b"Id") == Some(id.as_slice()))?;
    let target = String::from_utf8(attribute(relation, b"Target")?.to_vec()).ok()?;
    let name = match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    };
    let sheet = part(&mut archive, &name)?;
    let mut rows = BTreeSet::new();
    let mut last = 0;
    for row in elements(&sheet, b"row") {
        let number =
            attribute(row, b"r").and_then(|number| std::str::from_utf8(number).ok()?.parse().ok());
        last = number.unwrap_or(last + 1);
        let is_hidden = matches!(attribute(row, b"hidden"), Some(b"1" | b"true"));
        if is_hidden && last <= MOST_ROWS {
            rows.insert(last.saturating_sub(1));
        }
    }
    Some(rows)
}

/// Unpacks a part by its name, whatever parts its folders and in whatever case.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<Vec<u8>> {
    let plain = |name: &str| name.replace('\\', "/").to_ascii_lowercase();
    let wanted = plain(name);
    let place = (0..archive.len()).find(|place| {
        let part = archive.by_index(*place).ok();
        part.and_then(|part| part.name().map(|name| plain(&name)).ok()) == Some(wanted.clone())
    })?;
    let mut unpacked = Vec::new();
    let part = archive.by_index(place).ok()?;
    part.take(MOST_OF_A_PART).read_to_end(&mut unpacked).ok()?;
    Some(unpacked)
}

/// Returns the elements of this name, each without its bracket.
fn elements<'a>(part: &'a [u8], name: &'static [u8]) -> impl Iterator<Item = &'a [u8]> {
    part.split(|byte| *byte == b'<')
        .filter(move |run| element(run) == name)
}

/// Returns the value of an attribute, whatever its prefix.
fn attribute<'a>(run: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let mut rest = run;
    loop {
        let equals = rest.iter().position(|byte| *byte == b'=')?;
        let (before, behind) = rest.split_at_checked(equals)?;
        let behind = behind.get(1..)?.trim_ascii_start();
        let quote = *behind.first()?;
        let value = behind.get(1..)?;
        let end = value.iter().position(|byte| *byte == quote)?;
        let before = before.trim_ascii_end();
        let start = before
            .iter()
            .rposition(|byte| !byte.is_ascii_alphanumeric());
        if start.and_then(|start| before.get(start + 1..)) == Some(name) {
            return value.get(..end);
        }
        rest = value.get(end + 1..)?;
    }
}
