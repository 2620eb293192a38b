//! Where a list stands: which lines are shown, and where a selection moves.

use crate::app::command::ListCommand;

/// Returns the first line to be shown so that the selected one is in sight, in the middle where there is room.
pub(crate) fn first_shown(selected: usize, total: usize, rows: usize) -> usize {
    selected
        .saturating_sub(rows / 2)
        .min(total.saturating_sub(rows))
}

/// Returns the rows that each line of a list gets: one, and of the free ones the selected line what it needs, then the
/// others one after another, those behind it first, until none is free.
pub(crate) fn heights(needed: &[usize], selected: usize, rows: usize) -> Vec<usize> {
    let lines = needed.len();
    let selected = selected.min(lines);
    let mut free = rows.saturating_sub(lines);
    let mut heights: Vec<usize> = vec![1; lines];
    if let (Some(height), Some(needed)) = (heights.get_mut(selected), needed.get(selected)) {
        let more = needed.saturating_sub(1).min(free);
        *height += more;
        free -= more;
    }
    let mut is_growing = true;
    while is_growing {
        is_growing = false;
        for line in (selected..lines).chain((0..selected).rev()) {
            if let (Some(height), Some(needed)) = (heights.get_mut(line), needed.get(line))
                && free > 0
                && *height < *needed
            {
                *height += 1;
                free -= 1;
                is_growing = true;
            }
        }
    }
    heights
}

/// Returns where the selection of a list of this length moves.
pub(crate) fn moved(selected: usize, total: usize, rows: usize, command: ListCommand) -> usize {
    let last = total.saturating_sub(1);
    let page = rows.max(2) - 1;
    match command {
        ListCommand::Up => selected.saturating_sub(1),
        ListCommand::Down => (selected + 1).min(last),
        ListCommand::PageUp => selected.saturating_sub(page),
        ListCommand::PageDown => (selected + page).min(last),
        ListCommand::First => 0,
        ListCommand::Last => last,
        ListCommand::Left | ListCommand::Right => selected.min(last),
    }
}

/// A list whose selection is the number of a line, or a text whose first line in sight is.
pub(crate) struct Listing<'a> {
    selected: &'a mut usize,
    total: usize,
    rows: usize,
}

impl<'a> Listing<'a> {
    /// Returns a list of so many lines, of which so many are in sight.
    pub(crate) fn new(selected: &'a mut usize, total: usize, rows: usize) -> Self {
        Self {
            selected,
            total,
            rows,
        }
    }

    /// Returns a text of so many lines, which is moved until its last one is in sight.
    pub(crate) fn text(scroll: &'a mut usize, lines: usize, rows: usize) -> Self {
        Self::new(scroll, lines.saturating_sub(rows) + 1, rows)
    }

    /// Moves the selection.
    pub(crate) fn go(self, command: ListCommand) {
        *self.selected = moved(*self.selected, self.total, self.rows, command);
    }
}

/// Where one turns from a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Right,
}

impl Side {
    /// Returns the place beside one.
    pub(crate) fn of(self, place: usize) -> usize {
        match self {
            Self::Left => place.saturating_sub(1),
            Self::Right => place + 1,
        }
    }
}

impl ListCommand {
    /// Returns where this turns to, unless it moves up or down.
    pub(crate) fn side(self) -> Option<Side> {
        match self {
            Self::Left => Some(Side::Left),
            Self::Right => Some(Side::Right),
            Self::Up | Self::Down | Self::PageUp | Self::PageDown | Self::First | Self::Last => {
                None
            }
        }
    }
}
