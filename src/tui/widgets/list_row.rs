//! A row of a list as it is drawn: where it stands, whether the cursor is on it, and whether it is marked.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::theme::Styles;

/// A row of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListRow {
    /// The cells that it takes.
    pub(crate) area: Rect,
    /// Whether the cursor is on it.
    pub(crate) is_selected: bool,
    /// Whether it is marked for a command that acts on several rows.
    pub(crate) is_marked: bool,
}

impl ListRow {
    /// Returns a row that is not marked.
    pub(crate) fn new(area: Rect, is_selected: bool) -> Self {
        Self {
            area,
            is_selected,
            is_marked: false,
        }
    }

    /// Returns the sign in front of the row: of a mark, of the cursor, or a space.
    pub(crate) fn sign(self) -> char {
        match (self.is_marked, self.is_selected) {
            (true, _) => '*',
            (false, true) => '▸',
            (false, false) => ' ',
        }
    }

    /// Returns the style of the selection where the cursor is, or else the plain one.
    pub(crate) fn style(self, plain: Style, styles: &Styles) -> Style {
        if self.is_selected {
            styles.selected
        } else {
            plain
        }
    }
}
