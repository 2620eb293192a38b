//! The files of `src` as text: all of them, and their literals.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Returns the string literals of a file as they are written, each with its line; comments hold none.
pub fn literals(content: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut rest = content;
    let (mut last, mut line) = (' ', 1);
    while !rest.is_empty() {
        let (length, literal) = token(rest, last);
        found.extend(literal.map(|literal| (line, literal.to_owned())));
        let (read, behind) = rest.split_at(length);
        line += read.matches('\n').count();
        last = read.chars().next_back().unwrap_or(' ');
        rest = behind;
    }
    found
}

/// Returns how long the comment, the literal or the single letter is that a text begins with, and what the literal says.
pub fn token(text: &str, before: char) -> (usize, Option<&str>) {
    let part = |at: Range<usize>| text.get(at).unwrap_or_default();
    let behind = text.strip_prefix('r').unwrap_or_default();
    let raw = behind.trim_start_matches('#');
    let hashes = "#".repeat(behind.len() - raw.len());
    let is_word = before.is_alphanumeric() || before == '_';
    let whole = text.len();
    if text.starts_with("//") {
        (text.find('\n').unwrap_or(whole), None)
    } else if text.starts_with("/*") {
        (text.find("*/").map_or(whole, |end| end + 2), None)
    } else if raw.starts_with('"') && !is_word {
        let begins = hashes.len() + 2;
        let end = format!("\"{hashes}");
        let length = part(begins..whole).find(&end).unwrap();
        (
            begins + length + end.len(),
            Some(part(begins..begins + length)),
        )
    } else if text.starts_with('"') {
        let length = closing(part(1..whole), '"');
        (length + 2, Some(part(1..length + 1)))
    } else if text.starts_with('\'') && is_letter(text) {
        (closing(part(1..whole), '\'') + 2, None)
    } else {
        (text.chars().next().map_or(whole, char::len_utf8), None)
    }
}

/// Says whether a quotation mark begins a letter, not the name of a lifetime.
fn is_letter(rest: &str) -> bool {
    let mut letters = rest.chars().skip(1);
    letters.next() == Some('\\') || letters.next() == Some('\'')
}

/// Returns where a literal ends, in bytes.
fn closing(rest: &str, mark: char) -> usize {
    let mut is_escaped = false;
    let end = rest.char_indices().find(|(_, c)| {
        let is_end = *c == mark && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        is_end
    });
    end.map_or(rest.len(), |(end, _)| end)
}

/// Returns every Rust file of `src`, sorted.
pub fn sources() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
