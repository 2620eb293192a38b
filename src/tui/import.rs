//! Draws the preview of a file against the book: the change of each of its lines, and the reason of each skipped line.
//!
//! ```text
//! ╭ NHẬP DANH SÁCH · phuong.xlsx ────────────────────────────────────────────╮
//! │ 1 mới · 2 đổi · 30 như cũ · 1 bỏ qua                                     │
//! │ ▸   5 Linh Tây     đổi   Bí thư: Nguyễn Văn A → Trần Văn B               │
//! │     6 Linh Tai     ?     gần giống Linh Tây, không có trong danh sách …  │
//! ╰ Enter ghi vào sổ · dấu cách: coi là đơn vị mới · Esc thôi, không ghi gì ─╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::import::{Accent, Preview};
use crate::app::list;
use crate::text::width::pad;
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

pub(crate) use crate::app::import::Line;

impl Preview {
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) {
        let Some(import) = self.import(view) else {
            return;
        };
        let content = self.frame(import, view);
        let frame = DialogBox {
            width: screen.width,
            height: screen.height,
            title: &content.title,
            foot: content.foot,
        };
        let inside = frame.draw(buffer, screen, view.styles);
        pen::write(
            buffer,
            pen::row(inside, 0),
            &content.head,
            view.styles.counter,
        );
        for (row, note) in (1..).zip(&content.notes) {
            pen::write(buffer, pen::row(inside, row), note, view.styles.warn);
        }
        let area = pen::below(inside, content.rows_above());
        let rows = usize::from(area.height);
        let first = list::first_shown(self.selected, import.lines(), rows);
        for (row, place) in (0..).zip(first..first + rows) {
            if let Some(line) = self.line(import, place, view) {
                let row = ListRow::new(pen::row(area, row), place == self.selected);
                draw_line(buffer, row, &line, view);
            }
        }
    }
}

fn draw_line(buffer: &mut Buffer, row: ListRow, line: &Line, view: &Scene) {
    let plain = match line.accent {
        Accent::Muted => view.styles.muted,
        Accent::Good => view.styles.good,
        Accent::Running => view.styles.running,
        Accent::Warn => view.styles.warn,
        Accent::Bad => view.styles.bad,
    };
    let style = row.style(plain, view.styles);
    pen::paint(buffer, row.area, style);
    let name = pad(&line.name, usize::from(row.area.width / 4).max(16));
    // A file among several has no number.
    let number = match line.number {
        0 => String::new(),
        number => number.to_string(),
    };
    let text = format!(
        "{}{:>4} {name} {} {}",
        row.sign(),
        number,
        pad(line.verdict, 7),
        line.details
    );
    pen::write(buffer, row.area, &text, style);
}
