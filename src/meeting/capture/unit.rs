//! The unit behind `@`: taken only where its name is sure, offered where the words are only near it.
//!
//! A name is sure when all its words are there, with accents or without, or all its initials, or its number. A shortened one
//! (`@thảo`, `@linh tru`) is sure when one unit alone answers to it and it is seen where it ends: at a mark, at a sign, at a
//! number, at a capital, or at a word with which a text begins. `@phú nhuận quận bạn` and `@thủ tục` name nobody.

use super::deadline::{begins_deed, first_words, without_mark};
use super::{LineProblem, Near};
use crate::meeting::cell::Id;
use crate::meeting::dossier::Dossier;
use crate::meeting::recognised::RECOGNISED;
use crate::meeting::roll_call::wards;
use crate::meeting::rows::Seat;
use crate::text::find::{Fit, agree, begins_words, best, fit};
use crate::text::fold::{fold, fold_char};
use crate::text::syllable::is_syllable;

/// Letters from which a word that is no syllable, as `lxuan`, is a shortened name; `bch` is a body of the Party.
const FEWEST: usize = 4;

/// Finds the unit that the words begin with, and the bytes that name it.
pub(super) fn find(typed: &str, dossier: &Dossier) -> Result<(usize, Id<Seat>), LineProblem> {
    let wards = wards(dossier);
    // A delegation is named by its whole name only, as an edited line names it.
    let whole = dossier
        .seats
        .iter()
        .filter_map(|seat| begins_with_words(&seat.name, typed).map(|used| (used, seat.id)));
    if let Some(found) = whole.max_by_key(|(used, _)| *used) {
        return Ok(found);
    }
    let word = typed.split_whitespace().next().unwrap_or_default();
    if let Ok(number) = without_mark(word).parse::<i64>() {
        let numbered: Vec<&Seat> = wards
            .into_iter()
            .filter(|seat| seat.position == number)
            .collect();
        return only(word, &numbered);
    }
    // Words that begin words of a name, as many as do, or one word that stands for a name.
    for words in [4, 3, 2] {
        let Some(piece) = first_words(typed, words) else {
            continue;
        };
        let fits: Vec<&Seat> = wards
            .iter()
            .copied()
            .filter(|seat| begins_words(without_mark(piece), &seat.name))
            .collect();
        if !fits.is_empty() {
            return meant(piece, typed, &fits);
        }
    }
    let fits: Vec<&Seat> = answering(without_mark(word), &wards);
    match fits[..] {
        [one] if !stands_for(word, typed, &one.name) => Err(unsure(word, typed, one)),
        _ => meant(word, typed, &fits),
    }
}

/// Returns the units that one word answers best; one that is a whole word of several names is none of theirs alone.
fn answering<'a>(word: &str, wards: &[&'a Seat]) -> Vec<&'a Seat> {
    let has_word = |seat: &&&Seat| seat.name.split_whitespace().any(|part| agree(word, part));
    let having: Vec<&Seat> = wards.iter().filter(has_word).copied().collect();
    if having.len() > 1 {
        return having;
    }
    let names = wards.iter().map(|seat| seat.name.as_str());
    let best = best(word, names).into_iter();
    best.filter_map(|position| wards.get(position).copied())
        .collect()
}

/// Says whether one word that answers a name alone can stand for it, wherever it ends: by all initials, by its first word, or
/// shortened to what is no word. Other words, as `chi` and `thủ`, do so only where no word is behind them.
fn stands_for(word: &str, typed: &str, name: &str) -> bool {
    let bare = without_mark(word);
    let is_first = name
        .split_whitespace()
        .next()
        .is_some_and(|first| agree(bare, first));
    let is_short_form = match fit(bare, name) {
        Some(Fit::Whole | Fit::Initials | Fit::FirstInitials) => true,
        Some(Fit::Prefix) => is_first,
        Some(Fit::Words) => {
            let is_one_word = name
                .split_whitespace()
                .any(|part| fit(bare, part).is_some());
            !is_one_word && !is_syllable(bare) && bare.chars().count() >= FEWEST
        }
        None => false,
    };
    is_short_form || (is_ended(word, typed, false) && !is_spread(bare, name))
}

/// Says whether a word is made of beginnings of several words of a name, but is itself a word: `tham` for Thạnh Mỹ.
fn is_spread(word: &str, name: &str) -> bool {
    let mut parts = name.split_whitespace();
    is_syllable(word) && !parts.any(|part| fit(word, part).is_some())
}

/// Returns the one unit that a piece of the typed text matches, if it is sure.
fn meant(piece: &str, typed: &str, fits: &[&Seat]) -> Result<(usize, Id<Seat>), LineProblem> {
    let [one] = fits else {
        return only(piece, fits);
    };
    let is_initials = fit(without_mark(piece), &one.name) == Some(Fit::Initials);
    if is_initials || is_ended(piece, typed, true) || is_cut_short(piece, &one.name) {
        only(piece, fits)
    } else {
        Err(unsure(piece, typed, one))
    }
}

/// Letters from which the last word of a shortened name is seen to be cut: `do` and `đi` may be words of the text.
const FEWEST_OF_LAST: usize = 3;

/// Says whether a piece is the beginning of a name whose last word is cut, so that no word behind it goes on with the name.
fn is_cut_short(piece: &str, name: &str) -> bool {
    let typed: Vec<&str> = piece.split_whitespace().collect();
    let parts: Vec<&str> = name.split_whitespace().collect();
    let is_all = typed.len() > 1 && typed.len() == parts.len();
    let Some((last, before)) = typed.split_last() else {
        return false;
    };
    let is_last = !RECOGNISED
        .openers
        .iter()
        .any(|opener| fold(opener) == fold(last))
        && !begins_deed(last)
        && last.chars().count() >= FEWEST_OF_LAST;
    is_all
        && is_last
        && before
            .iter()
            .zip(&parts)
            .all(|(word, part)| agree(word, part))
}

/// Returns that the words are near the name of a unit: with the next word, which may be one of theirs.
fn unsure(piece: &str, typed: &str, near: &Seat) -> LineProblem {
    let words = piece.split_whitespace().count();
    let named = first_words(typed, words + 1).unwrap_or(piece);
    LineProblem::NearUnit(Near {
        said: without_mark(named).to_owned(),
        words: piece.split_whitespace().collect::<Vec<_>>().join(" "),
        seat: near.id,
        name: near.name.clone(),
    })
}

/// Says whether a piece of the typed text is seen to end a name: no word goes on with it, or one with which a text begins,
/// where such a word may.
fn is_ended(piece: &str, typed: &str, by_word: bool) -> bool {
    if without_mark(piece).len() < piece.len() {
        return true;
    }
    let rest = typed.get(piece.len()..).unwrap_or_default().trim_start();
    if !rest.starts_with(char::is_alphabetic) {
        return true;
    }
    // Behind a name in small letters a capital begins the text, behind one in capitals it goes on with the name.
    let is_cut_by_case =
        piece.starts_with(char::is_lowercase) && rest.starts_with(char::is_uppercase);
    by_word && (is_cut_by_case || opens(rest))
}

/// Says whether a text begins with a word that no name goes on with. A word of one syllable has its accents: `do` may be the
/// second half of a word that was typed without them.
fn opens(text: &str) -> bool {
    let mut openers = RECOGNISED.openers.iter().chain(&RECOGNISED.together);
    openers.any(|opener| is_at_start(opener, text)) || begins_deed(text)
}

/// Says whether a text begins with the words of an opener; several may be typed without any accents.
fn is_at_start(opener: &str, text: &str) -> bool {
    let wanted = opener.split(' ').count();
    let words = text.split_whitespace().take(wanted).map(without_mark);
    let typed = words.collect::<Vec<_>>().join(" ").to_lowercase();
    typed == opener.to_lowercase() || (wanted > 1 && typed.is_ascii() && fold(opener) == typed)
}

/// Returns the one unit that matches the typed text, or that none or several match.
fn only(typed: &str, fits: &[&Seat]) -> Result<(usize, Id<Seat>), LineProblem> {
    let plain = without_mark(typed).to_owned();
    match fits {
        [only] => Ok((typed.len(), only.id)),
        [] => Err(LineProblem::UnknownUnit(plain)),
        several => {
            let units = several.iter().map(|seat| seat.name.clone()).collect();
            Err(LineProblem::AmbiguousUnit(plain, units))
        }
    }
}

/// Words behind which units are left out of all.
const EXCEPT: &[&str] = &["ngoại trừ", "trừ ra", "trừ", "except for", "except"];

/// Words between two units that are left out.
const BETWEEN: &[&str] = &["và", "and", "&"];

/// Returns the text behind a word that leaves units out.
pub(super) fn behind_except(text: &str) -> Option<&str> {
    behind_one_of(EXCEPT, text)
}

/// Returns the text behind the first of these that a text begins with.
fn behind_one_of<'a>(words: &[&str], text: &'a str) -> Option<&'a str> {
    let mut behind = words.iter().filter_map(|word| {
        let rest = text.get(begins_with_words(word, text)?..)?;
        rest.starts_with([' ', '@']).then(|| rest.trim_start())
    });
    behind.next().filter(|rest| !rest.is_empty())
}

/// Returns what stands behind the sign of a unit, if it has one.
pub(super) fn without_sign(text: &str) -> &str {
    let bare = text.strip_prefix("-@").or_else(|| text.strip_prefix('@'));
    bare.unwrap_or(text)
}

/// Returns the next unit of a list behind the words of the last: with its sign, behind a comma, or behind `và`.
pub(super) fn next_of_list<'a>(last: &str, rest: &'a str) -> Option<&'a str> {
    if rest.starts_with('@') || rest.starts_with("-@") {
        return Some(rest);
    }
    let next = behind_one_of(BETWEEN, rest).or_else(|| last.ends_with(',').then_some(rest))?;
    (!next.starts_with(['^', '#'])).then_some(next)
}

/// Returns the bytes of `text` that spell `name`, whatever accents and case, if a word ends there.
pub(super) fn begins_with_words(name: &str, text: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in name.chars() {
        let (_, c) = letters.next()?;
        if fold_char(wanted) != fold_char(c) {
            return None;
        }
    }
    let rest = letters.as_str();
    let ends = rest.chars().next().is_none_or(|c| !c.is_alphanumeric());
    let used = text.len() - rest.len();
    ends.then(|| used + usize::from(rest.starts_with([',', ':', ';'])))
}
