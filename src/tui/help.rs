//! The help: a page of keys, or of the handbook, in its box.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::help::{Help, HelpLine, box_columns};
use crate::text::width::pad;
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::pen;

impl Help {
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) {
        let frame = DialogBox {
            width: box_columns(view),
            height: screen.height,
            title: &self.title(view),
            foot: view.words.help_foot(),
        };
        let inside = frame.draw(buffer, screen, view.styles);
        let rows = usize::from(inside.height);
        let lines = self.lines(view);
        for (position, line) in lines.iter().skip(self.scroll).take(rows).enumerate() {
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
                HelpLine::Title(text) => pen::write(buffer, row, text, view.styles.heading),
                HelpLine::Text(text) => pen::write(buffer, row, text, view.styles.text),
                HelpLine::Gap => {}
            }
        }
    }
}
