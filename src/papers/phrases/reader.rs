//! Reading a phrase file: every sentence is checked, and the first mistake is reported with its line and column.

use std::ops::Range;

use toml_edit::{Document, Item, Key, Table};

use super::Phrases;
use super::template::Template;
use crate::words::Words;

/// Phrases of earlier programs that no paper says any more, with those that are said instead; a file that still has them
/// is right.
const RETIRED: [(&str, &str, &str); 18] = [
    ("common", "place_year", "place_undated"),
    ("tables", "undated", "no_day"),
    ("amendment", "slip", ""),
    ("amendment", "open_matters", ""),
    ("amendment", "run_sheet", ""),
    ("amendment", "sign_in", ""),
    ("amendment", "itself", ""),
    ("minutes", "roll", "called, came, came_among, absent_among"),
    (
        "minutes",
        "roll_open",
        "called, came_among, absent_among, not_marked",
    ),
    (
        "minutes",
        "closing",
        "ended, extent, read_out, read_and_approved",
    ),
    (
        "notice",
        "heard",
        "after_hearing, heard_units, heard_issuer",
    ),
    (
        "attendance",
        "totals",
        "called, came, came_among, absent_among",
    ),
    (
        "attendance",
        "totals_open",
        "called, came_among, absent_among, left_open",
    ),
    ("open_matters", "totals", "as_of, owed, owed_late, waiting"),
    (
        "run_sheet",
        "ask",
        "to_ask, parts_open, parts_late, waiting",
    ),
    (
        "run_sheet",
        "ask_review",
        "to_review, parts_open, parts_late",
    ),
    ("issues", "raised", ""),
    ("issues", "totals", "as_of, waiting, answered, settled"),
];

/// A phrase of a file that no paper says any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retired {
    /// The line, from 1.
    pub line: usize,
    /// The section.
    pub section: &'static str,
    /// The name.
    pub name: &'static str,
    /// The names of the phrases of that section that are said instead, if there are any.
    pub instead: &'static str,
}

impl Retired {
    /// Tells where the phrase stands and what is said instead, in a sentence.
    pub fn sentence(&self, words: Words) -> String {
        let Self {
            line,
            section,
            name,
            instead,
        } = self;
        if instead.is_empty() {
            words.phrase_retired(*line, section, name)
        } else {
            words.phrase_replaced(*line, section, name, instead)
        }
    }
}

/// Returns the phrases of a file that no paper says any more, in their order; a file with a mistake has none.
pub(super) fn retired(file: &str) -> Vec<Retired> {
    let Ok(document) = Document::parse(file) else {
        return Vec::new();
    };
    let entries = entries(file, document.as_table()).unwrap_or_default();
    let retired = entries.iter().filter_map(|entry| {
        let (section, name, instead) = gone(entry)?;
        let before = file.get(..entry.key.start)?;
        Some(Retired {
            line: before.matches('\n').count() + 1,
            section,
            name,
            instead,
        })
    });
    retired.collect()
}

/// Returns the row of the table of what no paper says any more that a phrase of a file stands in.
fn gone(entry: &Entry) -> Option<(&'static str, &'static str, &'static str)> {
    let is_it =
        |(section, name, _): &&(&str, &str, &str)| (*section, *name) == (entry.section, entry.name);
    RETIRED.iter().find(is_it).copied()
}

/// Where a phrase file is wrong, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The error.
    pub why: Wrong,
}

/// A kind of mistake in a phrase file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is not TOML, in the words of the reader of TOML.
    NotToml(String),
    /// A sentence stands there without quotes.
    NotQuoted,
    /// There is no section of this name.
    UnknownSection(String),
    /// There is no phrase of this name in its section.
    UnknownPhrase(String),
    /// A section holds something else than phrases.
    NotASection(String),
    /// A phrase is something else than a text.
    NotText(String),
    /// A phrase names a field that it has not.
    UnknownField {
        /// The name.
        name: String,
        /// The fields that the phrase has.
        known: Vec<&'static str>,
    },
    /// A phrase leaves out a field that it needs.
    MissingField(&'static str),
    /// A field is not closed.
    Unclosed,
    /// A brace closes no field.
    Unopened,
}

impl Mistake {
    /// Tells where the mistake is and why, in a sentence.
    pub fn sentence(&self, words: Words) -> String {
        words.phrase_mistake(self.line, self.column, &self.why.reason(words))
    }

    fn at(file: &str, byte: usize, why: Wrong) -> Self {
        let before = file.get(..byte).unwrap_or(file);
        let line_before = before.rsplit('\n').next().unwrap_or_default();
        Self {
            line: before.matches('\n').count() + 1,
            column: line_before.chars().count() + 1,
            why,
        }
    }
}

impl Wrong {
    /// Tells why, in the words behind a place.
    pub(super) fn reason(&self, words: Words) -> String {
        match self {
            Self::NotToml(why) => words.phrase_not_toml(why),
            Self::NotQuoted => words.phrase_not_quoted().to_owned(),
            Self::UnknownSection(name) => words.phrase_no_section(name),
            Self::UnknownPhrase(name) => words.phrase_unknown(name),
            Self::NotASection(name) => words.phrase_not_a_section(name),
            Self::NotText(name) => words.phrase_not_text(name),
            Self::UnknownField { name, known } if known.is_empty() => {
                words.phrase_without_fields(name)
            }
            Self::UnknownField { name, known } => {
                let known: Vec<String> = known.iter().map(|field| format!("{{{field}}}")).collect();
                words.phrase_no_field(name, &known.join(", "))
            }
            Self::MissingField(name) => words.phrase_needs(name),
            Self::Unclosed => words.phrase_unclosed().to_owned(),
            Self::Unopened => words.phrase_unopened().to_owned(),
        }
    }
}

/// A phrase of a file with its place and its text.
struct Entry<'a> {
    section: &'a str,
    name: &'a str,
    key: Range<usize>,
    value: Range<usize>,
    text: Option<&'a str>,
}

/// Lays the phrases of a file over others; a phrase that the file leaves out stays as it is.
pub(super) fn lay_over(mut phrases: Phrases, file: &str) -> Result<Phrases, Mistake> {
    let document = Document::parse(file).map_err(|error| {
        let byte = error.span().map_or(0, |span| span.start);
        match unquoted(file, byte) {
            Some(value) => Mistake::at(file, value, Wrong::NotQuoted),
            None => Mistake::at(file, byte, Wrong::NotToml(error.message().to_owned())),
        }
    })?;
    for entry in entries(file, document.as_table())? {
        if gone(&entry).is_some() {
            continue;
        }
        let Some((form, place)) = phrases.slot(entry.section, entry.name) else {
            let why = Wrong::UnknownPhrase(entry.name.to_owned());
            return Err(Mistake::at(file, entry.key.start, why));
        };
        let Some(text) = entry.text else {
            let why = Wrong::NotText(entry.name.to_owned());
            return Err(Mistake::at(file, entry.value.start, why));
        };
        *place = Template::parse(text, &form).map_err(|(at, why)| {
            let written = file.get(entry.value.clone()).unwrap_or_default();
            let byte = match at {
                Some(at) => entry.value.start + place_of_brace(written, text, at),
                None => entry.key.start,
            };
            Mistake::at(file, byte, why)
        })?;
    }
    Ok(phrases)
}

/// Returns the position of a sentence without quotes, if that is the error of a line.
fn unquoted(file: &str, byte: usize) -> Option<usize> {
    let before = file.get(..byte)?;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = file.get(start..)?.lines().next()?;
    let (key, value) = line.split_once('=')?;
    let is_key = key
        .trim()
        .chars()
        .all(|c| c.is_ascii_lowercase() || c == '_');
    let place = start + key.len() + 1 + (value.len() - value.trim_start().len());
    let begins = value.trim_start().chars().next()?;
    (is_key && begins.is_alphabetic()).then_some(place)
}

/// Returns the phrases of a file in the order in which they stand there.
fn entries<'a>(file: &str, table: &'a Table) -> Result<Vec<Entry<'a>>, Mistake> {
    let keys = table.iter().map(|(name, _)| name);
    let sections = keys.filter_map(|name| table.get_key_value(name));
    let mut sections: Vec<(&Key, &Item)> = sections.collect();
    sections.sort_by_key(|(key, _)| place(key).start);
    let mut entries = Vec::new();
    for (section, value) in sections {
        let name = section.get();
        let wrong = |why: Wrong| Mistake::at(file, place(section).start, why);
        if !Phrases::SECTIONS.contains(&name) {
            return Err(wrong(Wrong::UnknownSection(name.to_owned())));
        }
        let Some(phrases) = value.as_table_like() else {
            return Err(wrong(Wrong::NotASection(name.to_owned())));
        };
        let keys = phrases.iter().map(|(name, _)| name);
        let phrases = keys.filter_map(|name| phrases.get_key_value(name));
        entries.extend(phrases.map(|(key, value)| Entry {
            section: name,
            name: key.get(),
            key: place(key),
            value: value.span().unwrap_or_else(|| place(key)),
            text: value.as_str(),
        }));
    }
    entries.sort_by_key(|entry| entry.key.start);
    Ok(entries)
}

/// Returns the bytes of a key; every key of a file that was read has its own.
fn place(key: &Key) -> Range<usize> {
    key.span().unwrap_or_default()
}

/// Returns where a brace of a text stands in the text as it is written, with its quotes and escapes.
fn place_of_brace(written: &str, text: &str, at: usize) -> usize {
    let Some((before, brace)) = text
        .split_at_checked(at)
        .and_then(|(before, rest)| Some((before, rest.chars().next()?)))
    else {
        return 0;
    };
    let earlier = before.matches(brace).count();
    let mut places = written.match_indices(brace).map(|(place, _)| place);
    places.nth(earlier).unwrap_or(0)
}
