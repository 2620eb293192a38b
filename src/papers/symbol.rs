//! The symbols of documents, codes and days in a text: `58-QĐ/TW` is one word, and no line breaks at its hyphens.

/// Returns where hyphens stand inside symbols, in bytes: between a number and its type, as in `58-QĐ/TW` and
/// `......-BB/BTCTU`, between organs, as in `05-QC/BTCTU-BDVTU`, before the number of a code, as in `VM-008`, and in a
/// day, as in `11-7-2023`.
pub fn hyphens(text: &str) -> impl Iterator<Item = usize> {
    let mut last = ' ';
    let mut is_behind_slash = false;
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while let Some((byte, letter)) = letters.next() {
            let next = letters.peek().map_or(' ', |(_, next)| *next);
            let before = std::mem::replace(&mut last, letter);
            is_behind_slash = !letter.is_whitespace() && (is_behind_slash || letter == '/');
            let is_number = before.is_ascii_digit() || before == '.';
            let is_organ = is_behind_slash && before.is_uppercase();
            let is_type = (is_number || is_organ) && next.is_uppercase();
            let is_code = next.is_ascii_digit() && (before.is_uppercase() || is_in_day(text, byte));
            if letter == '-' && (is_type || is_code) {
                return Some(byte);
            }
        }
        None
    })
}

/// Says whether a hyphen at a byte is in a day that is written with hyphens: three numbers.
fn is_in_day(text: &str, byte: usize) -> bool {
    let (before, behind) = text.split_at_checked(byte).unwrap_or_default();
    let is_of_day = |letter: char| letter.is_ascii_digit() || letter == '-';
    let start = before.trim_end_matches(is_of_day).len();
    let rest = behind.trim_start_matches(is_of_day).len();
    let word = text.get(start..text.len() - rest).unwrap_or_default();
    let mut numbers = word.split('-');
    numbers.clone().count() == 3 && numbers.all(|number| !number.is_empty())
}
