//! Tables that come back under the user's own words: their heads and states are put into those of the program, which
//! the readers know.

use super::phrases::Phrases;
use super::{actions, roster};
use crate::meeting::actions::table::Mark;
use crate::meeting::roster::import::Cells;
use crate::text::fold::fold;

/// Returns a roster with the heads that the program gives its columns at first.
pub fn roster(cells: Cells, own: Option<&Phrases>) -> Cells {
    let heads = |phrases: &Phrases| roster::heads(phrases).map(|(head, _)| head).to_vec();
    known_again(cells, own, heads, |_| Vec::new())
}

/// Returns a follow-up table with the heads and states that the program gives them at first.
pub fn follow_up(cells: Cells, own: Option<&Phrases>) -> Cells {
    let heads = |phrases: &Phrases| actions::heads(phrases).map(|(head, _)| head).to_vec();
    let states = |phrases: &Phrases| {
        let say = &phrases.follow_up;
        vec![say.done_late(), say.reported()]
    };
    known_again(cells, own, heads, states)
}

/// A text of the user, and the text of the program that it stands for.
type Renamed = Vec<(String, String)>;

fn known_again(
    mut cells: Cells,
    own: Option<&Phrases>,
    heads: fn(&Phrases) -> Vec<String>,
    states: fn(&Phrases) -> Vec<String>,
) -> Cells {
    let Some(own) = own else { return cells };
    let heads = renamed(heads(own), heads(Phrases::first()));
    let states = renamed(states(own), states(Phrases::first()));
    if heads.is_empty() && states.is_empty() {
        return cells;
    }
    for cell in cells.rows.iter_mut().flatten() {
        let known = key(cell);
        let head = heads.iter().find(|(own, _)| *own == known);
        let head = head.map(|(_, first)| first.clone());
        if let Some(first) = head.or_else(|| state(cell, &states)) {
            *cell = first;
        }
    }
    cells
}

/// Returns the names that the user has reworded, each with its first wording; a name that two columns share is left out.
fn renamed(own: Vec<String>, first: Vec<String>) -> Renamed {
    let pairs = own.into_iter().zip(first);
    let pairs = pairs.map(|(own, first)| (key(&own), first));
    let changed = pairs.filter(|(own, first)| !own.is_empty() && *own != key(first));
    changed.collect()
}

/// Returns a cell with the program's name of its state: `HT: …`, `…, 60%`.
fn state(cell: &str, states: &Renamed) -> Option<String> {
    let marks = Mark::ALL.iter();
    let mut marks = marks.map(|mark| format!("{}: ", mark.code()));
    let mark = marks.find(|mark| cell.starts_with(mark.as_str()));
    let mark = mark.unwrap_or_default();
    let rest = cell.strip_prefix(mark.as_str())?;
    let (name, share) = match rest.rsplit_once(", ") {
        Some((name, share)) if share.ends_with('%') => (name, format!(", {share}")),
        Some(_) | None => (rest, String::new()),
    };
    let known = key(name);
    let (_, first) = states.iter().find(|(own, _)| *own == known)?;
    Some(format!("{mark}{first}{share}"))
}

/// Returns a text as it is compared: without accents, in single spaces.
fn key(text: &str) -> String {
    let folded = fold(text);
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}
