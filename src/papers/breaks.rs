//! Where titles and the lines of a head end: decided once, with the letters of the printed face, for every format.

use super::document::Document;
use super::pdf::letters::width;
use super::pdf::lines::longest;
use super::profile::{Element, Style};
use super::typeface::Face;
use crate::meeting::recognised::RECOGNISED;
use crate::text::width::width as columns_of;

/// How much narrower a line is than its room, in twips: the face of another machine may be a little wider.
const SPARE: u32 = 100;

/// How bad it is to end a line between two words that belong together; a line that is half empty is a quarter as bad.
const PARTED: f64 = 1.0;

/// Returns a title in lines as even as they can be, no year and no single word alone on the last, on an upright page or
/// one on its side; a title that was broken by hand stays.
pub(super) fn title(text: &str, element: Element, document: &Document, is_wide: bool) -> String {
    let profile = document.profile();
    let page = profile.page;
    let page = if is_wide { page.turned() } else { page };
    even(text, profile.style.of(element), page.text().into())
}

/// Returns a text in even lines that are no wider than the room, in twips; a text with a word wider than it stays.
pub(super) fn even(text: &str, style: Style, room: u32) -> String {
    let face = Face::of(style);
    let cased = style.cased(text);
    let room = room.saturating_sub(SPARE).into();
    balanced(text, &cased, room, |word| width(word, face, style.size))
}

/// Returns a text in even lines of so many columns of a screen; a text with a word wider than them stays.
pub(super) fn even_columns(text: &str, columns: usize) -> String {
    let wide = |word: &str| u32::try_from(columns_of(word)).map_or(f64::MAX, f64::from);
    let room = u32::try_from(columns).map_or(f64::MAX, f64::from);
    balanced(text, text, room, wide)
}

/// Breaks a text by the widths of its words as they are set; one that was broken by hand stays.
fn balanced(text: &str, set: &str, room: f64, wide: impl Fn(&str) -> f64) -> String {
    if set.contains('\n') || wide(set) <= room {
        return text.to_owned();
    }
    let words: Vec<&str> = text.split(' ').collect();
    let widths: Vec<f64> = set.split(' ').map(&wide).collect();
    if widths.len() != words.len() || widths.iter().any(|width| *width > room) {
        return text.to_owned();
    }
    let setting = Setting {
        words: &words,
        widths,
        space: wide(" "),
        room,
    };
    let ends = setting.ends();
    let mut starts = vec![0];
    starts.extend(&ends);
    let lines = starts.iter().zip(&ends);
    let lines: Vec<String> = lines
        .map(|(start, end)| words.get(*start..*end).unwrap_or_default().join(" "))
        .collect();
    lines.join("\n")
}

/// Returns a justified text with a break before each part that is wider than its whole line: the line before it ends
/// there in any case, and would be stretched over the whole width.
pub(super) fn freed(text: &str, style: Style, room: u32) -> String {
    let face = Face::of(style);
    let room = f64::from(room);
    // A word of fewer letters is no wider than any line.
    let is_wider =
        |word: &str| word.len() >= 30 && longest(&style.cased(word), face, style.size) > room;
    if !text.split([' ', '\n']).any(is_wider) {
        return text.to_owned();
    }
    let mut freed = String::with_capacity(text.len() + 4);
    for word in text.split(' ') {
        let begins_line = freed.is_empty() || freed.ends_with('\n');
        if !begins_line {
            freed.push(if is_wider(word) { '\n' } else { ' ' });
        }
        freed.push_str(word);
    }
    freed
}

/// The words of a title and the room of its lines.
struct Setting<'a> {
    words: &'a [&'a str],
    widths: Vec<f64>,
    space: f64,
    room: f64,
}

/// The best way to set the words up to some place.
#[derive(Clone, Copy)]
struct Best {
    cost: f64,
    /// Where its last line starts.
    start: usize,
}

impl Setting<'_> {
    /// Returns behind which word each line ends: as even as can be, in as few lines as can be, or in one more where these
    /// would part what one more does not.
    fn ends(&self) -> Vec<usize> {
        let count = self.words.len();
        let mut rows: Vec<Vec<Option<Best>>> = Vec::new();
        while rows.len() < count {
            let row = (0..=count).map(|end| self.best(end, rows.last().map(Vec::as_slice)));
            rows.push(row.collect());
            let whole = |row: &Vec<Option<Best>>| Some(row.last().copied().flatten()?.cost);
            let [fewer, most] = [rows.iter().rev().nth(1), rows.last()].map(|row| whole(row?));
            match (fewer, most) {
                (None, Some(cost)) if cost < PARTED => break,
                (Some(fewer), more) => {
                    if more.is_none_or(|more| fewer - more < PARTED / 2.0) {
                        rows.pop();
                    }
                    break;
                }
                (None, _) => {}
            }
        }
        let mut ends = vec![count];
        let mut end = count;
        for row in rows.iter().rev() {
            let Some(best) = row.get(end).copied().flatten() else {
                break;
            };
            end = best.start;
            if end > 0 {
                ends.push(end);
            }
        }
        ends.reverse();
        ends
    }

    /// Returns the best last line that ends before this word, behind the lines of a row above.
    fn best(&self, end: usize, above: Option<&[Option<Best>]>) -> Option<Best> {
        let starts = match above {
            None => 0..usize::from(end > 0),
            Some(_) => 1..end,
        };
        let lines = starts.rev().filter_map(|start| {
            let before = match above {
                None => 0.0,
                Some(row) => row.get(start).copied().flatten()?.cost,
            };
            let cost = before + self.cost(start, end)?;
            Some(Best { cost, start })
        });
        lines.min_by(|a, b| a.cost.total_cmp(&b.cost))
    }

    /// Returns how bad a line is: by what it leaves free, and by what it parts; none where it does not fit.
    fn cost(&self, start: usize, end: usize) -> Option<f64> {
        let words = self.widths.get(start..end)?;
        let gaps = u32::try_from(words.len()).ok()?.saturating_sub(1);
        let wide: f64 = words.iter().sum::<f64>() + f64::from(gaps) * self.space;
        let free = (self.room - wide) / self.room;
        let is_last = end == self.words.len();
        let is_alone = is_last && start > 0 && words.len() == 1;
        let parted = if start > 0 { self.parted(start) } else { 0.0 };
        let alone = if is_alone { 1.0 } else { 0.0 };
        (free >= 0.0).then_some(free * free + alone + parted)
    }

    /// Returns how bad it is to begin a line with this word: a number stays with the word before it, a short one also
    /// with the word behind it (`ngày 11 tháng 7 năm 2023`), a sign with the word before it, and the syllables of a word
    /// with one another (`công tác`).
    fn parted(&self, start: usize) -> f64 {
        let word = |at: usize| self.words.get(at).copied().unwrap_or_default();
        let (before, behind) = (word(start.saturating_sub(1)), word(start));
        let is_number = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
        let is_sign = !behind.contains(char::is_alphanumeric);
        let is_short = before.len() < 3;
        let is_parted = is_number(behind)
            || is_sign
            || is_number(before) && is_short
            || self.is_within_word(start);
        if is_parted { PARTED } else { 0.0 }
    }
    /// Says whether this syllable and the one before it are of one word.
    fn is_within_word(&self, start: usize) -> bool {
        RECOGNISED.together.iter().any(|word| {
            let parts: Vec<&str> = word.split(' ').collect();
            (1..parts.len()).any(|before| {
                let from = start.checked_sub(before);
                let stands = from.and_then(|from| self.words.get(from..from + parts.len()));
                stands.is_some_and(|stands| stands.iter().zip(&parts).all(is_syllable))
            })
        })
    }
}

/// Says whether a syllable of a title, with the signs around it, is one of a word.
fn is_syllable((stands, part): (&&str, &&str)) -> bool {
    let bare = stands.trim_matches(|letter: char| !letter.is_alphanumeric());
    bare.to_lowercase() == part.to_lowercase()
}
