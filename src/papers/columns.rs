//! How wide the columns of a table are: decided once, with the letters of the printed face, for every format.

use super::document::Table;
use super::head::wide;
use super::pdf::lines::longest;
use super::profile::{Profile, Style};
use super::sentences::BLANK;
use super::typeface::Face;

/// How much wider a column is than its longest word asks for, in twips: the face of another machine may be a little wider.
const SPARE: u32 = 40;

/// Returns how wide the columns of a table are on text of a width, in twips; together they are as wide as it.
///
/// Each has its share, but is never narrower than its longest word, code or date. Where the words of all are wider than
/// the text, only the widest columns are narrower than theirs. What a column has beyond its longest cell goes to those
/// whose cells would take a third line, then to those whose cells would take a second; a column that is filled in by hand
/// keeps its share.
pub fn widths(table: &Table, profile: &Profile, text: u32) -> Vec<u32> {
    let shares = shares(table, text);
    let needs = limited(needs(table, profile), text);
    let lacks: u32 = lacking(&needs, &shares);
    let spare: u32 = lacking(&shares, &needs);
    let mut widths: Vec<u32> = needs
        .iter()
        .zip(&shares)
        .map(|(need, share)| match share.checked_sub(*need) {
            // What the others lack is taken from this one by what it can spare.
            Some(own) => share - own * lacks / spare.max(1),
            None => *need,
        })
        .collect();
    let wants = wants(table, profile, &shares);
    share_out(&mut widths, &halves(table, profile, &wants), &wants);
    share_out(&mut widths, &wants, &wants);
    balance(&mut widths, &needs, text);
    widths
}

/// Says whether a table needs a page on its side: on an upright one its longest words alone would fill most of the text.
pub(super) fn is_wide(table: &Table, profile: &Profile) -> bool {
    let words: u32 = needs(table, profile).iter().sum();
    words * 4 > u32::from(profile.page.text()) * 3
}

/// The shares of the columns; together they are as wide as the text.
fn shares(table: &Table, text: u32) -> Vec<u32> {
    let share = |column: usize| -> u32 {
        let before = table.columns.iter().take(column);
        before.map(|column| u32::from(column.width)).sum()
    };
    let columns = table.columns.len();
    let whole = share(columns).max(1);
    let edge = |column: usize| share(column) * text / whole;
    (0..columns)
        .map(|column| edge(column + 1) - edge(column))
        .collect()
}

/// How much room the longest word of each column asks for, with the margins of its cell.
fn needs(table: &Table, profile: &Profile) -> Vec<u32> {
    let needs = table.columns.iter().zip(0..).map(|(column, place)| {
        let head = word(&column.title, profile.style.table_head);
        head.max(widest(table, place, profile, word)) + around(profile)
    });
    needs.collect()
}

/// How much room each column asks for so that none of its cells takes a second line; a column that nothing is printed in,
/// or only blanks to write over, wants its share.
fn wants(table: &Table, profile: &Profile, shares: &[u32]) -> Vec<u32> {
    let columns = table.columns.iter().zip(0..).zip(shares);
    let wants = columns.map(|((column, place), share)| {
        let head = word(&column.title, profile.style.table_head);
        let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
        if cells.clone().all(|cell| cell.is_empty() || cell == BLANK) {
            return *share;
        }
        head.max(widest(table, place, profile, wide)) + around(profile)
    });
    wants.collect()
}

/// Returns the widest of the cells of a column, as they are measured.
fn widest(table: &Table, place: usize, profile: &Profile, measured: fn(&str, Style) -> u32) -> u32 {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
    let widths = cells.map(|cell| measured(cell, profile.style.table_cell));
    widths.max().unwrap_or_default()
}

/// The margins of a cell, and the room that another machine's face may need.
fn around(profile: &Profile) -> u32 {
    2 * u32::from(profile.table.cell_margin) + SPARE
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a word is shorter than a float can count"
)]
fn word(text: &str, style: Style) -> u32 {
    longest(&style.cased(text), Face::of(style), style.size).ceil() as u32
}

/// How much room each column asks for so that none of its cells takes a third line, and no more than it wants.
fn halves(table: &Table, profile: &Profile, wants: &[u32]) -> Vec<u32> {
    let columns = wants.iter().enumerate();
    let halves = columns.map(|(place, want)| {
        let half = widest(table, place, profile, half) + around(profile);
        half.min(*want)
    });
    halves.collect()
}

/// How wide a cell is in two lines that are as even as its words allow.
fn half(text: &str, style: Style) -> u32 {
    let gaps = text.match_indices(' ');
    let broken = gaps.filter_map(|(at, _)| {
        let (first, second) = text.split_at_checked(at)?;
        Some(wide(first, style).max(wide(second.trim_start(), style)))
    });
    broken.min().unwrap_or_else(|| wide(text, style))
}

/// Gives what some columns have beyond what they want to those that have less than what is asked for them: the least is
/// filled first, so that as many columns as possible have it. What is left over stays where it was.
fn share_out(widths: &mut [u32], asked: &[u32], wants: &[u32]) {
    let spare = lacking(widths, wants);
    let mut left = spare;
    let lack = |widths: &[u32], of: &[u32], place: usize| -> u32 {
        let width = widths.get(place).copied().unwrap_or_default();
        let want = of.get(place).copied().unwrap_or_default();
        want.saturating_sub(width)
    };
    let roomy: Vec<usize> = (0..widths.len())
        .filter(|place| lack(widths, wants, *place) == 0)
        .collect();
    let mut narrow: Vec<usize> = (0..widths.len())
        .filter(|place| lack(widths, asked, *place) > 0)
        .collect();
    narrow.sort_by_key(|place| lack(widths, asked, *place));
    for place in narrow {
        let given = lack(widths, asked, place).min(left);
        if let Some(width) = widths.get_mut(place) {
            *width += given;
            left -= given;
        }
    }
    for place in roomy {
        if let (Some(width), Some(want)) = (widths.get_mut(place), wants.get(place)) {
            *width = want + (*width - want) * left / spare.max(1);
        }
    }
}

/// Returns what is asked for, the most cut down to one limit until the text has room for all.
fn limited(mut needs: Vec<u32>, text: u32) -> Vec<u32> {
    let mut left = text;
    let mut order: Vec<usize> = (0..needs.len()).collect();
    order.sort_by_key(|place| needs.get(*place).copied());
    for (done, place) in order.into_iter().enumerate() {
        let others = u32::try_from(needs.len() - done).unwrap_or(1);
        if let Some(need) = needs.get_mut(place) {
            *need = (*need).min(left / others);
            left -= *need;
        }
    }
    needs
}

/// How much the second values are below the first, taken together.
fn lacking(wanted: &[u32], given: &[u32]) -> u32 {
    let pairs = wanted.iter().zip(given);
    pairs.map(|(want, has)| want.saturating_sub(*has)).sum()
}

/// Rounding leaves a few twips over or lacks them: the column with most to spare takes the difference.
fn balance(widths: &mut [u32], needs: &[u32], text: u32) {
    let sum: u32 = widths.iter().sum();
    let pairs = widths.iter_mut().zip(needs);
    let roomiest = pairs.max_by_key(|(width, need)| width.saturating_sub(**need));
    if let Some((width, _)) = roomiest {
        *width = (*width + text).saturating_sub(sum);
    }
}
