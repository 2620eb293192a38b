//! The names most like one that was mistyped: what is offered where nothing was found.

use super::fold::fold;

/// How far a name is from what was wanted: letters wrong, then letters wrong with their accents.
type Distance = (usize, usize);

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
    if wanted.is_empty() {
        return Vec::new();
    }
    let allowed = (letters(wanted).len() / 3).max(1);
    let mut near: Vec<(Distance, &str)> = names
        .into_iter()
        .map(|name| (whole_or_begun(wanted, name), name))
        .filter(|((wrong, _), _)| *wrong <= allowed)
        .collect();
    // The sort is stable: equals stay in the order they were given in.
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().map(|(_, name)| name).take(most).collect()
}

/// Returns how many letters of `wanted` are wrong, if this name was meant.
pub fn wrong_letters(wanted: &str, name: &str) -> usize {
    whole_or_begun(wanted.trim(), name).0
}

fn letters(text: &str) -> Vec<char> {
    fold(text).chars().collect()
}

/// Returns the distance to the whole name, or to as many of its words as are wanted and one more.
fn whole_or_begun(wanted: &str, name: &str) -> Distance {
    let words = wanted.split_whitespace().count();
    let begun: Vec<&str> = name.split_whitespace().take(words).collect();
    let (wrong, exact) = distance(wanted, &begun.join(" "));
    distance(wanted, name).min((wrong + 1, exact + 1))
}

fn distance(a: &str, b: &str) -> Distance {
    let exact = |text: &str| text.chars().collect::<Vec<char>>();
    (edits(&letters(a), &letters(b)), edits(&exact(a), &exact(b)))
}

/// Returns how many letters to put in, leave out, replace or exchange with their neighbour
/// (Damerau and Levenshtein, no letter touched twice).
fn edits(a: &[char], b: &[char]) -> usize {
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let replaced = above[j] + usize::from(x != y);
            let is_exchange = i > 0 && j > 0 && a[i - 1] == *y && b[j - 1] == *x;
            let exchanged = if is_exchange {
                before[j - 1] + 1
            } else {
                replaced
            };
            row.push(
                replaced
                    .min(exchanged)
                    .min(above[j + 1] + 1)
                    .min(row[j] + 1),
            );
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}
