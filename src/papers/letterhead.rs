//! The letterhead in the columns of a screen: two sides beside one another, each text broken within its own side.

use super::breaks::even_columns;
use super::document::Letterhead;
use super::profile::{Element, Profile};
use crate::text::width::{width, wrap};

/// Columns from which on the two sides have room beside one another; below, they stand under one another.
pub(super) const TWO_COLUMNS: usize = 53;

/// Columns that always part the two sides.
const GAP: usize = 2;

/// Columns that a place and a date need on the right.
const DATED: usize = 34;

/// A line of one side, in the middle of its side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// The spaces before it.
    pub(super) indent: usize,
    pub(super) text: String,
    /// Its element; none for the rule under the Party's name.
    pub(super) element: Option<Element>,
}

impl Cell {
    /// Returns the line with the spaces before it.
    pub(super) fn line(&self) -> String {
        format!("{}{}", " ".repeat(self.indent), self.text)
    }
}

/// A letterhead in lines, none of them cut.
pub(super) struct Sides {
    /// The columns of the left side; all of them, where the two stand under one another.
    pub(super) room: usize,
    /// The lines, each with its left and its right cell.
    pub(super) rows: Vec<[Cell; 2]>,
}

/// Returns the letterhead: number and place begin on one line, however many lines are above them.
pub(super) fn sides(head: &Letterhead, profile: &Profile, columns: usize) -> Sides {
    if columns < TWO_COLUMNS {
        return under_one_another(head, profile, columns);
    }
    let room = (columns * 4 / 10).min(columns.saturating_sub(DATED));
    let left = Side {
        columns: room,
        most: room.saturating_sub(GAP),
    };
    let right = Side {
        columns: columns - room,
        most: columns - room,
    };
    let (asterisk, party) = party_lines(head, profile);
    let party = right.cells(party, Element::Party);
    let mut rows = level(
        [
            left.cells(&head.superior, Element::Superior),
            left.cells(&head.organ, Element::Organ),
            left.cells(asterisk, Element::Asterisk),
        ]
        .concat(),
        if party.is_empty() {
            party
        } else {
            right.under_rule(party)
        },
    );
    rows.extend(level(
        left.number(head.number.as_deref().unwrap_or_default()),
        right.dated(head.place_date.as_deref().unwrap_or_default()),
    ));
    Sides { room, rows }
}

/// Returns the asterisk and the name of the Party, where the paper bears them.
fn party_lines<'a>(head: &Letterhead, profile: &'a Profile) -> (&'a str, &'a str) {
    if head.is_internal {
        ("", "")
    } else {
        (&profile.head.asterisk, &profile.head.party)
    }
}

fn under_one_another(head: &Letterhead, profile: &Profile, columns: usize) -> Sides {
    let side = Side {
        columns,
        most: columns,
    };
    let (asterisk, party) = party_lines(head, profile);
    let cells = [
        side.cells(&head.superior, Element::Superior),
        side.cells(&head.organ, Element::Organ),
        side.cells(asterisk, Element::Asterisk),
        side.number(head.number.as_deref().unwrap_or_default()),
        side.cells(party, Element::Party),
        side.dated(head.place_date.as_deref().unwrap_or_default()),
    ];
    Sides {
        room: columns,
        rows: level(cells.concat(), Vec::new()),
    }
}

/// Returns lines beside lines.
fn level(left: Vec<Cell>, right: Vec<Cell>) -> Vec<[Cell; 2]> {
    let rows = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let rows = (0..rows).map(|_| [left.next(), right.next()].map(Option::unwrap_or_default));
    rows.collect()
}

/// A side of the letterhead.
#[derive(Clone, Copy)]
struct Side {
    /// Its columns, in whose middle its lines stand.
    columns: usize,
    /// How many of them, from its left, a line may fill.
    most: usize,
}

impl Side {
    /// Returns a text in lines; one that is empty has none.
    fn cells(self, text: &str, element: Element) -> Vec<Cell> {
        let lines = match text {
            "" => Vec::new(),
            // A text that fits keeps the room left open in it.
            fits if width(fits) <= self.most => vec![fits.to_owned()],
            long => wrap(&even_columns(long, self.most), self.most),
        };
        let cells = lines.into_iter().map(|line| self.cell(line, Some(element)));
        cells.collect()
    }

    fn cell(self, text: String, element: Option<Element>) -> Cell {
        let wide = width(&text);
        let middle = self.columns.saturating_sub(wide) / 2;
        Cell {
            indent: middle.min(self.most.saturating_sub(wide)),
            text,
            element,
        }
    }

    /// Returns lines over a rule as long as the longest of them.
    fn under_rule(self, mut cells: Vec<Cell>) -> Vec<Cell> {
        let longest = cells.iter().map(|cell| width(&cell.text)).max();
        let rule = "─".repeat(longest.unwrap_or_default());
        cells.push(self.cell(rule, None));
        cells
    }

    /// Returns a number with its symbol; one that is too long goes on behind a hyphen or a stroke.
    fn number(self, text: &str) -> Vec<Cell> {
        if width(text) <= self.most {
            return self.cells(text, Element::Number);
        }
        let mut lines = vec![String::new()];
        for part in text.split_inclusive([' ', '-', '/']) {
            let before = lines.last().map_or("", String::as_str);
            let fits = width(before) + width(part.trim_end()) <= self.most;
            if !fits && !before.is_empty() {
                lines.push(String::new());
            }
            if let Some(last) = lines.last_mut() {
                last.push_str(part);
            }
        }
        let lines = lines.iter().map(|line| line.trim());
        lines
            .flat_map(|line| self.cells(line, Element::Number))
            .collect()
    }

    /// Returns a place and a day; those that are too long are parted between them, not somewhere in the day.
    fn dated(self, text: &str) -> Vec<Cell> {
        let parted = match text.rsplit_once(", ") {
            Some((place, day)) if width(text) > self.most => format!("{place},\n{day}"),
            Some(_) | None => text.to_owned(),
        };
        let lines = parted.split('\n');
        lines
            .flat_map(|line| self.cells(line, Element::PlaceDate))
            .collect()
    }
}
