//! A row of a list as it is drawn: where it stands, whether the cursor is on it, and whether it is marked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::width::{cut, width};
use crate::tui::theme::Styles;
use crate::tui::widgets::pen::{self, Piece};

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
        if self.is_marked {
            '*'
        } else {
            cursor(self.is_selected)
        }
    }

    /// Returns the style of the selection where the cursor is, or else the plain one.
    pub(crate) fn style(self, plain: Style, styles: &Styles) -> Style {
        styles.under(self.is_selected, plain)
    }

    /// Draws its sign and a text over the whole row, and returns the style of that.
    pub(crate) fn draw(
        self,
        buffer: &mut Buffer,
        text: &str,
        plain: Style,
        styles: &Styles,
    ) -> Style {
        let style = self.style(plain, styles);
        pen::paint(buffer, self.area, style);
        let whole = format!("{}{text}", self.sign());
        pen::write(buffer, self.area, &whole, style);
        style
    }

    /// Draws its sign and a text, and at the right what the text has to leave room for.
    pub(crate) fn draw_with(
        self,
        buffer: &mut Buffer,
        text: &Piece,
        right: &Piece,
        styles: &Styles,
    ) {
        let room = usize::from(self.area.width).saturating_sub(width(&right.text) + 2);
        self.draw(buffer, &cut(&text.text, room), text.style, styles);
        let style = self.style(right.style, styles);
        pen::write_right(buffer, self.area, &right.text, style);
    }
}

/// Returns the sign of the cursor, or a space where it is not.
pub(crate) fn cursor(is_here: bool) -> char {
    if is_here { '▸' } else { ' ' }
}
