//! Draws the text that the chair reads back: conclusions and actions so far, or the open issues; Enter corrects one.
//!
//! ```text
//! ╭ ĐỌC LẠI: KẾT LUẬN VÀ NHIỆM VỤ ──────────────────────────╮
//! │ KẾT LUẬN 1 · ND5                                         │
//! │ ▸ Các phường phối hợp Đảng ủy Doanh nghiệp trong việc …  │
//! │                                                          │
//! │ NV-001 · tất cả 34 đơn vị · hạn 30/9/2023 · ND1          │
//! │   Báo cáo tiến độ khai lý lịch …                         │
//! ╰ ↑ ↓ chọn · Enter sửa · Ctrl-C chép · Esc đóng ───────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::read_back::{ReadBack, ReadBackOf};
use crate::text::width::wrap;
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::list_row::cursor;
use crate::tui::widgets::pen;

impl ReadBack {
    /// Draws the text, the selected piece always in sight.
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) {
        let Some(dossier) = view.dossier else { return };
        let pieces = self.pieces(dossier, view);
        let here = self.here(&pieces);
        let columns = screen.width;
        let room = usize::from(columns).saturating_sub(8);
        let mut lines: Vec<(String, Style)> = Vec::new();
        let mut top = 0;
        let mut end = 0;
        for (position, piece) in pieces.iter().enumerate() {
            let is_here = position == here;
            if is_here {
                top = lines.len();
            }
            lines.push((piece.heading.clone(), view.styles.muted));
            let style = if is_here {
                view.styles.counter
            } else {
                view.styles.text
            };
            for (row, line) in wrap(&piece.text, room).into_iter().enumerate() {
                let mark = cursor(is_here && row == 0);
                lines.push((format!("{mark} {line}"), style));
            }
            lines.push((String::new(), style));
            if is_here {
                end = lines.len();
            }
        }
        let (title, foot, none) = match self.matter {
            ReadBackOf::Conclusions => (
                view.words.read_back_title(),
                view.words.read_back_foot(),
                view.words.read_back_none(),
            ),
            ReadBackOf::OpenIssues => (
                view.words.open_issues_title(),
                view.words.open_issues_foot(),
                view.words.open_issues_none(),
            ),
        };
        if pieces.is_empty() {
            lines.push((none.to_owned(), view.styles.muted));
        }
        // The box takes the whole screen: the chair looks at nothing else while the text is read.
        let frame = DialogBox {
            width: columns,
            height: screen.height,
            title,
            foot,
        };
        let inside = frame.draw(buffer, screen, view.styles);
        let rows = usize::from(inside.height);
        let skip = end.saturating_sub(rows).min(top);
        pen::write_lines(buffer, inside, lines.into_iter().skip(skip));
    }
}
