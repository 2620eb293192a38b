//! The pieces that papers make sentences of: blanks, units by their full names, ends.

use chrono::NaiveDate;

use super::blanks::ends_with_blank;
use super::phrases::Common;
use crate::meeting::actions::Parts;
use crate::meeting::actions::table::Tracked;
use crate::text::dates::{count, short_date};
use crate::text::marks::unlisted;

/// The blank for a value that is not known; nothing is invented.
pub(crate) const BLANK: &str = "......";

/// The mark at the end of a sentence and of the last line of a list (`guide/domain.md` §2.2).
const FULL_STOP: char = '.';

/// The mark at the end of the other lines of a list.
const SEMICOLON: char = ';';

/// Returns the value without the spaces around it, if there is one.
pub(super) fn known(value: Option<&str>) -> Option<&str> {
    value.map(str::trim).filter(|value| !value.is_empty())
}

/// Returns the value, or a blank to be filled in by hand.
pub(crate) fn or_blank(value: Option<&str>) -> &str {
    known(value).unwrap_or(BLANK)
}

/// Returns a deadline with the words that it was said in.
pub(super) fn due(day: Option<NaiveDate>, words: Option<&str>, say: &Common) -> String {
    due_or(day, words, BLANK, say)
}

/// Returns the same with a blank of the paper's own. Words without a day stand alone: nobody has promised that a day will
/// follow, and the blank would be signed.
pub(super) fn due_or(
    day: Option<NaiveDate>,
    words: Option<&str>,
    blank: &str,
    say: &Common,
) -> String {
    match (day.map(short_date), known(words)) {
        (Some(day), Some(words)) => say.due(&day, words),
        (Some(day), None) => day,
        (None, Some(words)) => words.to_owned(),
        (None, None) => blank.to_owned(),
    }
}

/// Returns the deadline of a whole action: from the nearest to the latest, where its units have several.
pub(super) fn due_of_all(of: &Tracked, today: NaiveDate, blank: &str, say: &Common) -> String {
    let (first, last) = of.deadlines(today);
    match (first.day, last.day) {
        (Some(one), Some(other)) if one != other => {
            say.due_between(&short_date(one), &short_date(other))
        }
        (_, day) => due_or(day, last.words(&of.action), blank, say),
    }
}

/// Returns a name as it stands within a sentence: `đại diện lãnh đạo …`.
pub(crate) fn inward(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// Returns a number of days as a cell of a table has it.
pub(crate) fn days(days: i64) -> String {
    count(usize::try_from(days).unwrap_or(0))
}

/// Returns how many of the open parts no unit is asked for: those that it has reported, and those that are paused.
pub(super) fn not_asked(owing: Parts, common: &Common) -> Vec<String> {
    let some = |n: usize| (n > 0).then(|| count(n));
    let reported = some(owing.reported).map(|n| common.parts_to_confirm(&n));
    let paused = some(owing.paused).map(|n| common.parts_paused(&n));
    reported.into_iter().chain(paused).collect()
}

/// Returns a text that ends with a mark, its own or a full stop; a blank at its end has none, so that it can be filled in.
pub(crate) fn ended(text: &str) -> String {
    marked(text, FULL_STOP)
}

/// Returns a line of a list with the mark at its end: its own, else a full stop for the last and a semicolon for others.
pub(super) fn itemised(text: &str, is_last: bool) -> String {
    marked(text, if is_last { FULL_STOP } else { SEMICOLON })
}

fn marked(text: &str, mark: char) -> String {
    let text = unlisted(text);
    if ends_with_blank(text) || text.ends_with([FULL_STOP, SEMICOLON, '…', '!', '?', ':']) {
        text.to_owned()
    } else {
        format!("{text}{mark}")
    }
}

/// Returns a text without the mark at its end, to be taken into a longer sentence.
pub(crate) fn open_ended(text: &str) -> &str {
    if text == BLANK {
        text
    } else {
        text.trim().trim_end_matches([FULL_STOP, SEMICOLON])
    }
}
