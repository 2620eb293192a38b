//! The card of one action: its origin, the history of its deadline, and its parts unit by unit.

/// Rows of the head at most, and of the last report below the parts.
pub(crate) const HEAD: u16 = 7;

pub(crate) const REPORT: u16 = 4;

/// Returns the rows that the parts have on a screen of this height.
pub(crate) fn part_rows(rows: u16) -> usize {
    usize::from(rows.saturating_sub(HEAD + REPORT + 1)).max(1)
}
