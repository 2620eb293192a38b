//! The box that a dialog stands in: in the middle, framed, with its title and its foot.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use crate::tui::theme::Styles;
use crate::tui::widgets::pen;

/// Draws a box as large as wanted, if there is room, and returns the area inside it.
pub fn draw(
    buffer: &mut Buffer,
    screen: Rect,
    size: (u16, u16),
    title: &str,
    foot: &str,
    styles: &Styles,
) -> Rect {
    // A dialog as wide as the screen covers it; any other leaves a column at each side.
    let most = if size.0 == screen.width {
        screen.width
    } else {
        screen.width.saturating_sub(2)
    };
    let width = size.0.clamp(20, most.max(20)).min(screen.width);
    let height = size.1.min(screen.height);
    let area = Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (screen.height - height) / 3,
        width,
        height,
    };
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
    pen::write(buffer, edge, &format!(" {title} "), styles.heading);
    let foot_row = Rect {
        y: area.bottom().saturating_sub(1),
        ..edge
    };
    pen::write(buffer, foot_row, &format!(" {foot} "), styles.muted);
    Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    }
}
