//! The box that a dialog stands in: in the middle, framed, with its title and its foot.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use crate::tui::theme::Styles;
use crate::tui::widgets::pen;

/// The box of a dialog as it is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DialogBox<'a> {
    /// Columns with the frame.
    pub(crate) width: u16,
    /// Rows with the frame.
    pub(crate) height: u16,
    /// The title in the upper edge.
    pub(crate) title: &'a str,
    /// The text in the lower edge: the keys, as a rule.
    pub(crate) foot: &'a str,
}

impl DialogBox<'_> {
    /// Draws the box as large as wanted, if there is room, and returns the area inside it.
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, styles: &Styles) -> Rect {
        let area = self.area(screen);
        Clear.render(area, buffer);
        buffer.set_style(area, styles.text);
        Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(styles.frame)
            .render(area, buffer);
        let edge = Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(4),
            height: 1,
            ..area
        };
        pen::write(buffer, edge, &format!(" {} ", self.title), styles.heading);
        let foot_row = Rect {
            y: area.bottom().saturating_sub(1),
            ..edge
        };
        pen::write(buffer, foot_row, &format!(" {} ", self.foot), styles.muted);
        Rect {
            x: area.x + 2,
            y: area.y + 1,
            width: area.width.saturating_sub(4),
            height: area.height.saturating_sub(2),
        }
    }

    /// Returns the area of the box with its frame.
    fn area(&self, screen: Rect) -> Rect {
        // A dialog as wide as the screen covers it; any other leaves a column at each side.
        let most = if self.width == screen.width {
            screen.width
        } else {
            screen.width.saturating_sub(2)
        };
        let width = self.width.clamp(20, most.max(20)).min(screen.width);
        let height = self.height.min(screen.height);
        Rect {
            x: screen.x + (screen.width - width) / 2,
            y: screen.y + (screen.height - height) / 3,
            width,
            height,
        }
    }
}
