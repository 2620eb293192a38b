//! The names most like a mistyped one, offered where nothing was found.

use unicode_normalization::char::is_combining_mark;

use super::fold::fold;
use super::spelling::{ToneStyle, in_tone};

/// The distance of a name from the typed one: wrong letters, then letters with wrong accents.
type Distance = (usize, usize);

/// Letters of a name at most; a longer text is no name that was mistyped.
const LONGEST: usize = 1000;

/// Returns the names most like `wanted`, the nearest first, at most `most` of them.
///
/// At most a third of the letters may be wrong, but one always may; accents and case count only
/// among names that are equally near without them; nothing is near to nothing. A name may go on behind what was typed, as if
/// one letter were wrong: `Bình Trưng` is near to Bình Trưng Đông.
pub fn nearest<'a>(
    wanted: &str,
    names: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> Vec<&'a str> {
    let wanted = wanted.trim();
    if wanted.is_empty() || wanted.chars().nth(LONGEST).is_some() {
        return Vec::new();
    }
    let typed = Letters::of(wanted);
    let words = wanted.split_whitespace().count();
    let allowed = (typed.folded.len() / 3).max(1);
    let near = |name| Some((whole_or_begun(&typed, words, name, allowed)?, name));
    let mut near: Vec<(Distance, &str)> = names.into_iter().filter_map(near).collect();
    // The sort is stable: equals stay in the order they were given in.
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().map(|(_, name)| name).take(most).collect()
}

/// Returns how many letters of `wanted` are wrong, if this name was meant.
pub(crate) fn wrong_letters(wanted: &str, name: &str) -> usize {
    let wanted = wanted.trim();
    let words = wanted.split_whitespace().count();
    let distance = whole_or_begun(&Letters::of(wanted), words, name, usize::MAX);
    distance.map_or(usize::MAX, |(wrong, _)| wrong)
}

/// The letters of a text, with their accents and without.
struct Letters<'a> {
    text: &'a str,
    folded: Vec<char>,
}

impl<'a> Letters<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text,
            folded: fold(text).chars().collect(),
        }
    }

    /// Returns the letters with their accents, each tone where the old style has it.
    fn exact(&self) -> Vec<char> {
        in_tone(self.text, ToneStyle::Old).chars().collect()
    }

    /// Returns the distance to a text, unless more letters than are allowed are wrong.
    fn distance(&self, text: &str, allowed: usize) -> Option<Distance> {
        // Most names are too long or too short to be near, which costs nothing to see.
        if text.chars().count().saturating_add(allowed) < self.folded.len()
            || folded_length(text) > self.folded.len().saturating_add(allowed)
        {
            return None;
        }
        let other = Letters::of(text);
        let wrong = edits(&self.folded, &other.folded);
        (wrong <= allowed).then(|| (wrong, edits(&self.exact(), &other.exact())))
    }
}

/// Returns how many letters are left of a text without its accents.
fn folded_length(text: &str) -> usize {
    let is_letter = |c: &char| c.is_ascii() || !is_combining_mark(*c);
    text.chars().filter(is_letter).count()
}

/// Returns the distance to the whole name, or to as many of its words as are wanted and one more, unless more letters
/// than are allowed are wrong.
fn whole_or_begun(typed: &Letters, words: usize, name: &str, allowed: usize) -> Option<Distance> {
    let whole = typed.distance(name, allowed);
    // A name that has no more words is not begun, but whole.
    if name.split_whitespace().nth(words).is_none() {
        return whole;
    }
    let begun: Vec<&str> = name.split_whitespace().take(words).collect();
    let begun = typed.distance(&begun.join(" "), allowed.saturating_sub(1));
    let begun = begun.map(|(wrong, exact)| (wrong + 1, exact + 1));
    whole.into_iter().chain(begun).min()
}

/// Returns how many letters to put in, leave out, replace or exchange with their neighbour
/// (Damerau and Levenshtein, no letter touched twice).
fn edits(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut letter_above = None;
    for (i, x) in a.iter().enumerate() {
        let mut left = i + 1;
        let mut row = vec![left];
        let mut letter_left = None;
        // The value two rows above and two columns left, if there is one.
        let mut corners = before.iter();
        for (y, [diagonal, up]) in b.iter().zip(above.array_windows()) {
            let replaced = diagonal + usize::from(x != y);
            let corner = letter_left.and_then(|_| corners.next());
            let is_exchange = letter_above == Some(y) && letter_left == Some(x);
            let exchanged = corner.filter(|_| is_exchange).map(|corner| corner + 1);
            let others = exchanged.unwrap_or(replaced).min(up + 1).min(left + 1);
            left = replaced.min(others);
            row.push(left);
            letter_left = Some(y);
        }
        letter_above = Some(x);
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}
