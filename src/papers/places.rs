//! Where words stand in a signed paper, as its correction names the place: `mục II, khoản 3`.

use super::content::lines;
use super::document::{Block, Document};
use super::outline::{Level, labelled, level};
use super::phrases::Phrases;
use crate::text::dates::count;

/// Letters that are shown on either side of words that were found.
const AROUND: usize = 24;

/// The signs within a number, a date or a time.
const JOINTS: [char; 5] = ['/', '.', ',', ':', '-'];

/// A line of a signed paper with the place where it stands, if the paper's form is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedLine {
    /// The place: `mục II, khoản 3`.
    pub place: Option<String>,
    /// The line, with one space where there are several.
    pub text: String,
}

/// A place where words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The place.
    pub place: Option<String>,
    /// Which of several places of that name it is, from 1.
    pub occurrence: Option<i64>,
    /// The words with some letters around them.
    pub around: String,
}

/// The place that a walk through a document has reached.
#[derive(Default)]
struct Reached {
    annex: Option<String>,
    section: Option<String>,
    clause: Option<String>,
    /// Whether the clause is one of a list, which a paragraph ends.
    is_listed: bool,
}

/// Returns the lines of a document, each with its place.
pub fn of_document(document: &Document, phrases: &Phrases) -> Vec<SignedLine> {
    let mut reached = Reached::default();
    let mut all = Vec::new();
    for (label, piece) in labelled(&document.pieces, &document.profile().outline) {
        reached.go(label.as_deref(), &piece.block);
        let place = reached.name(&piece.block, phrases);
        if let Block::Table(table) = &piece.block {
            for row in &table.rows {
                let place = match row.cells.first() {
                    Some(number) => phrases.amendment.row(&place, number),
                    None => place.clone(),
                };
                let cells = row.cells.iter().filter(|cell| !cell.trim().is_empty());
                all.extend(cells.map(|cell| SignedLine {
                    place: Some(place.clone()),
                    text: level_text(cell),
                }));
            }
            all.extend(table.total.iter().map(|total| SignedLine {
                place: Some(place.clone()),
                text: level_text(total),
            }));
            continue;
        }
        all.extend(lines(&piece.block).iter().map(|line| SignedLine {
            place: Some(place.clone()),
            text: level_text(line),
        }));
    }
    all
}

/// Returns the lines of a paper of which nothing but its words was kept.
pub fn of_words(words: &str) -> Vec<SignedLine> {
    let lines = words.lines().map(|line| SignedLine {
        place: None,
        text: level_text(line),
    });
    lines.collect()
}

/// Returns every place where words stand as whole words; several in one place are counted.
pub fn find(lines: &[SignedLine], words: &str) -> Vec<Found> {
    let words = level_text(words);
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Found> = lines
        .iter()
        .flat_map(|line| {
            whole(&line.text, &words).map(|start| Found {
                place: line.place.clone(),
                occurrence: None,
                around: around(&line.text, start, words.len()),
            })
        })
        .collect();
    let places: Vec<Option<String>> = found.iter().map(|one| one.place.clone()).collect();
    for (at, one) in found.iter_mut().enumerate() {
        let same = |until: usize| {
            let before = places.iter().take(until);
            before.filter(|place| **place == one.place).count()
        };
        if same(places.len()) > 1 {
            one.occurrence = i64::try_from(same(at) + 1).ok();
        }
    }
    found
}

/// Says whether a text on one line has these words as whole words.
pub(crate) fn holds(text: &str, words: &str) -> bool {
    whole(text, words).next().is_some()
}

/// Returns the names of places for a correction of all of them; nothing where none has a name.
pub fn named(found: &[Found], phrases: &Phrases) -> Option<String> {
    let mut names: Vec<(&str, usize)> = Vec::new();
    for place in found.iter().filter_map(|one| one.place.as_deref()) {
        match names.iter_mut().find(|(name, _)| *name == place) {
            Some((_, n)) => *n += 1,
            None => names.push((place, 1)),
        }
    }
    let names = names.into_iter().map(|(name, n)| match n {
        1 => name.to_owned(),
        n => format!("{name} ({})", phrases.amendment.everywhere(&count(n))),
    });
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| names.join("; "))
}

/// Returns where words begin in a text, as far as no word or number goes on beyond them: `12/20` is no part of `29/12/2023`.
fn whole<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    let places = text.match_indices(words);
    places.map(|(start, _)| start).filter(move |start| {
        let mut before = text.get(..*start).unwrap_or_default().chars().rev();
        let behind = text.get(start + words.len()..).unwrap_or_default();
        let mut behind = behind.chars();
        let [first, last] = [words.chars().next(), words.chars().next_back()];
        !goes_on(first, before.next(), before.next())
            && !goes_on(last, behind.next(), behind.next())
    })
}

/// Says whether the word or the number that ends with a letter goes on in the two beside it.
fn goes_on(edge: Option<char>, beside: Option<char>, beyond: Option<char>) -> bool {
    let is_of_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let is_joint = beside.is_some_and(|sign| JOINTS.contains(&sign));
    is_of_word(edge) && is_of_word(beside) || is_joint && is_digit(edge) && is_digit(beyond)
}

/// Returns a text with one space where there are several, as it is typed from a sheet that breaks lines elsewhere.
pub(crate) fn level_text(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Reached {
    /// Goes on to a block.
    fn go(&mut self, label: Option<&str>, block: &Block) {
        let number = label.map(|label| label.trim_end_matches(|c: char| !c.is_alphanumeric()));
        let number = number.map(str::to_owned);
        match level(block) {
            Some(Level::Section) => (self.section, self.clause) = (number, None),
            Some(Level::Heading | Level::Speaker) => {
                (self.clause, self.is_listed) = (number, false);
            }
            Some(Level::Numbered) => (self.clause, self.is_listed) = (number, true),
            Some(Level::Annex) => {
                *self = Self::default();
                if let Block::Annex { number, .. } = block {
                    self.annex = Some(number.clone());
                }
            }
            None if self.is_listed => self.clause = None,
            Some(Level::Item) | None => {}
        }
    }

    /// Returns the name of the place of a block.
    fn name(&self, block: &Block, phrases: &Phrases) -> String {
        let say = &phrases.amendment;
        match (block, &self.annex, &self.section, &self.clause) {
            (Block::Signatures { .. } | Block::Closing { .. }, ..) => say.foot(),
            (_, Some(annex), ..) => annex.clone(),
            (_, None, Some(section), Some(clause)) => say.clause(section, clause),
            (_, None, Some(section), None) => say.section(section),
            (_, None, None, _) => say.head(),
        }
    }
}

/// Returns words of a text with some letters on either side.
fn around(text: &str, start: usize, length: usize) -> String {
    let before = text.get(..start).unwrap_or_default();
    let behind = text.get(start + length..).unwrap_or_default();
    let skipped = before.chars().count().saturating_sub(AROUND);
    let before: String = before.chars().skip(skipped).collect();
    let behind_cut: String = behind.chars().take(AROUND).collect();
    let words = text.get(start..start + length).unwrap_or_default();
    let ends = [skipped > 0, behind_cut.len() < behind.len()];
    let [first, last] = ends.map(|is_cut| if is_cut { "…" } else { "" });
    format!("{first}{before}{words}{behind_cut}{last}")
}
