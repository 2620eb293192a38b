//! How the desk looks: the agenda, the stream, who speaks, and the capture line under them.
//!
//! ```text
//!  CHƯƠNG TRÌNH          │ DIỄN BIẾN                              │ ĐANG PHÁT BIỂU
//!  ✓ 1 Khai mạc   10' 08'│ 08:31 Linh Trung · vướng mắc · ND5     │ Linh Trung
//!  ▶ 3 Thảo luận  50' 31'│   Khó tiếp nhận tổ chức đảng trong …   │ Bí thư          03:12
//!  chậm 4' · kết thúc 10:19                                       │ 2 nhiệm vụ quá hạn
//!  › ! #5 Khó tiếp nhận tổ chức đảng_                  vướng mắc · ND5 · Linh Trung
//! ```

pub(crate) mod agenda;
pub(crate) mod capture;
pub(crate) mod floor;
pub(crate) mod stream;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::desk::Desk;
use crate::tui::scene::Scene;
use crate::tui::widgets::pen;

impl Desk {
    /// Draws the desk and returns where the caret stands.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) -> Option<Position> {
        let Some(view) = &view.of_meeting() else {
            view.draw_no_meeting(buffer, area);
            return None;
        };
        let foot = self.foot(area, view);
        let below = area.height.saturating_sub(foot.height());
        let panels = Rect {
            height: below.saturating_sub(1),
            ..area
        };
        let agenda_width = (area.width * 29 / 100).clamp(18, 42);
        let floor_width = (area.width * 25 / 100).clamp(16, 34);
        let left = Rect {
            width: agenda_width,
            ..panels
        };
        let stream = Rect {
            x: panels.x + agenda_width,
            width: area.width - agenda_width - floor_width,
            ..panels
        };
        let floor = Rect {
            x: area.right() - floor_width,
            width: floor_width,
            ..panels
        };
        let left = pen::rule_right(buffer, left, view.styles.muted);
        let stream = pen::rule_right(buffer, stream, view.styles.muted);
        agenda::draw(buffer, left, view);
        self.draw_stream(buffer, stream, view);
        self.draw_floor(buffer, floor, view);
        pen::rule(buffer, pen::row(area, panels.height), view.styles.muted);
        let caret = self.draw_foot(buffer, pen::below(area, below), &foot, view);
        let above = Rect {
            height: below,
            ..area
        };
        self.draw_completion(buffer, above, caret, view);
        Some(caret)
    }
}
