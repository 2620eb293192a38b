//! The end of a sentence that quotes what somebody typed: one mark, whatever the quoted text ends with.

/// The signs that stand in front of the lines of a list.
const LIST_SIGNS: [char; 6] = ['-', '–', '—', '+', '*', '•'];

/// Returns a text without the spaces around it and without the signs of a list in front of it: a line that was pasted from a
/// list stands in one of the paper's own, or in a sentence.
pub fn unlisted(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(rest) = text.strip_prefix(LIST_SIGNS) {
        let bare = rest.trim_start();
        if bare.len() == rest.len() {
            break;
        }
        text = bare;
    }
    text
}

/// Returns a sentence in which no full stop follows another mark that ends a sentence or a part of one.
///
/// Dots that were left out of a text (`...`) and blanks are no full stops.
pub fn one_mark(sentence: String) -> String {
    let mut sentence = sentence;
    if !perhaps_doubled(&sentence) {
        return sentence;
    }
    while let Some(shorter) = without_one(&sentence) {
        sentence = shorter;
    }
    sentence
}

/// Says whether a full stop stands behind a mark; nearly every sentence is let go here.
fn perhaps_doubled(sentence: &str) -> bool {
    sentence.match_indices('.').any(|(stop, _)| {
        let before = sentence.get(..stop).unwrap_or_default();
        let behind = sentence.get(stop + 1..).unwrap_or_default();
        let is_end = behind.is_empty() || behind.starts_with(char::is_whitespace);
        is_end && before.ends_with(is_mark)
    })
}

/// Returns the sentence with one mark less at each place where two stand, or nothing if there is no such place.
fn without_one(sentence: &str) -> Option<String> {
    let letters: Vec<char> = sentence.chars().collect();
    let at = |place: usize| letters.get(place).copied();
    let is_end = |place: usize| at(place).is_none_or(char::is_whitespace);
    let is_dot = |place: Option<usize>| place.and_then(at) == Some('.');
    // A mark and a full stop behind it, at the end of the sentence or of a part.
    let doubled = |place: usize| {
        let is_full_stop = at(place + 1) == Some('.') && is_end(place + 2);
        let begins = !is_dot(place.checked_sub(1));
        is_full_stop && begins
    };
    if !(0..letters.len()).any(|place| doubled(place) && at(place).is_some_and(is_mark)) {
        return None;
    }
    let mut one = String::with_capacity(sentence.len());
    let mut skipped = None;
    for (place, letter) in letters.iter().enumerate() {
        if skipped == Some(place) {
            continue;
        }
        match *letter {
            // A comma before the full stop gives way to it.
            ',' | ';' | ':' if doubled(place) => {}
            mark if is_mark(mark) && doubled(place) => {
                one.push(mark);
                skipped = Some(place + 1);
            }
            letter => one.push(letter),
        }
    }
    Some(one)
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '.' | '?' | '!' | '…' | ',' | ';' | ':')
}
