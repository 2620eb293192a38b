//! Draws the conclusions that were prepared in front of the desk.
//!
//! ```text
//! ╭ KẾT LUẬN CHUẨN BỊ SẴN ──────────────────────────────────╮
//! │ 1 · ND2 · mục 6 · chờ                                    │
//! │ ▸ Các phường hoàn thành rà soát trước ngày …             │
//! │                                                          │
//! │ 2 · ✓ đã lấy 09:12                                       │
//! │   Ban Tổ chức có văn bản hướng dẫn …                     │
//! ╰ không in vào văn bản nào khi chủ trì chưa nêu ───────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::prepared::PreparedDialog;
use crate::meeting::code::PreparedState;
use crate::meeting::dossier::Dossier;
use crate::meeting::prepared::in_order;
use crate::meeting::rows::Prepared;
use crate::text::dates::time;
use crate::text::width::wrap;
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::list_row::cursor;
use crate::tui::widgets::pen;
use crate::words::Words;

impl PreparedDialog {
    /// Draws them, the selected one always in sight.
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) {
        let Some(dossier) = view.dossier else { return };
        let (words, styles) = (view.words, view.styles);
        let all = in_order(dossier);
        let here = self.here(all.len());
        let wide = screen.width.saturating_sub(2).min(110);
        let room = usize::from(wide).saturating_sub(8);
        let mut lines: Vec<(String, Style)> = Vec::new();
        let (mut top, mut end) = (0, 0);
        for (position, one) in all.iter().enumerate() {
            let is_here = position == here;
            if is_here {
                top = lines.len();
            }
            let style = match one.state {
                _ if is_here => styles.counter,
                PreparedState::Waiting => styles.text,
                PreparedState::Taken | PreparedState::Dropped => styles.muted,
            };
            let head = heading(position + 1, one, dossier, words);
            lines.push((head, styles.muted));
            for (row, line) in wrap(&one.text, room).into_iter().enumerate() {
                let mark = cursor(is_here && row == 0);
                lines.push((format!("{mark} {line}"), style));
            }
            if is_here {
                end = lines.len();
            }
            lines.push((String::new(), style));
        }
        if all.is_empty() {
            lines.push((words.prepared_none().to_owned(), styles.muted));
        }
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let frame = DialogBox {
            width: wide,
            height: rows.saturating_add(2).clamp(6, screen.height),
            title: words.prepared_title(),
            foot: words.prepared_foot(),
        };
        let inside = frame.draw(buffer, screen, styles);
        let rows = usize::from(inside.height);
        let skip = end.saturating_sub(rows).min(top);
        pen::write_lines(buffer, inside, lines.into_iter().skip(skip));
    }
}

/// Its number, its focus area and item, and what became of it.
fn heading(number: usize, one: &Prepared, dossier: &Dossier, words: Words) -> String {
    let area = one.focus.and_then(|id| dossier.focus.get(id));
    let item = one.item.and_then(|id| dossier.items.get(id));
    let state = match one.state {
        PreparedState::Waiting => words.prepared_waits().to_owned(),
        PreparedState::Taken => {
            let at = one.at.map(time).unwrap_or_default();
            words.prepared_taken(&at).trim_end().to_owned()
        }
        PreparedState::Dropped => words.prepared_dropped().to_owned(),
    };
    let parts = [
        Some(number.to_string()),
        area.map(|area| words.focus_short(area.number)),
        item.map(|item| words.prepared_item(item.position)),
        Some(state),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
