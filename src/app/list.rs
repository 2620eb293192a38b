//! Where a list stands: which lines are shown, and where a selection moves.

use crate::app::command::ListCommand;

/// Returns the first line to be shown so that the selected one is in sight, in the middle where there is room.
pub(crate) fn first_shown(selected: usize, total: usize, rows: usize) -> usize {
    selected
        .saturating_sub(rows / 2)
        .min(total.saturating_sub(rows))
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
