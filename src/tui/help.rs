//! The help: the key table as a page, with the signs of the capture line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::help::{Help, HelpLine, lines};
use crate::text::width::pad;
use crate::tui::scene::Scene;
use crate::tui::widgets::{dialog, pen};

impl Help {
    /// Draws the help.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) {
        let size = (screen.width.saturating_sub(4).min(76), screen.height);
        let inside = dialog::draw(
            buffer,
            screen,
            size,
            view.words.help_title(),
            view.words.help_foot(),
            view.styles,
        );
        for (position, line) in lines(view).iter().skip(self.scroll).enumerate() {
            let row = pen::row(inside, u16::try_from(position).unwrap_or(u16::MAX));
            match line {
                HelpLine::Heading(text) => pen::write(buffer, row, text, view.styles.heading),
                HelpLine::Key(key, what) => pen::write_pieces(
                    buffer,
                    row,
                    &[
                        pen::piece(format!("  {}", pad(key, 24)), view.styles.counter),
                        pen::piece(*what, view.styles.text),
                    ],
                ),
                HelpLine::Gap => {}
            }
        }
    }
}
