//! Draws a text to be read aloud to the chair, or to be sent to who is late, large, that can be copied.
//!
//! ```text
//! ╭ ĐỌC CHO CHỦ TRÌ ───────────────────────────────╮
//! │ Có mặt 33/34 đơn vị (Bí thư 21, Phó Bí thư     │
//! │ Thường trực 11, dự thay 01).                   │
//! │                                                │
//! │ Vắng 01: Thảo Điền (có phép, lý do: ốm).       │
//! ╰ Enter chép · Esc đóng ─────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::reading::{Reading, What, columns};
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::pen;

impl Reading {
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) {
        let lines = self.lines(view);
        let height = u16::try_from(lines.len())
            .unwrap_or(u16::MAX)
            .saturating_add(4);
        let frame = DialogBox {
            width: columns(view),
            height: height.min(screen.height),
            title: match self.what {
                What::Roll => view.words.reading_title(),
                What::Reminder(_) => view.words.reminder_title(),
            },
            foot: view.words.reading_foot(),
        };
        let inside = frame.draw(buffer, screen, view.styles);
        let visible = lines.into_iter().skip(self.scroll);
        let styled = visible.map(|line| (line, view.styles.counter));
        pen::write_lines(buffer, pen::below(inside, 1), styled);
    }
}
