//! How the desk looks: the agenda, the stream, who speaks, and the capture line under them.
//!
//! ```text
//!  CHƯƠNG TRÌNH          │ DIỄN BIẾN                              │ ĐANG PHÁT BIỂU
//!  ✓ 1 Khai mạc   10' 08'│ 08:31 Linh Trung · vướng mắc · TT5     │ Linh Trung
//!  ▶ 3 Thảo luận  50' 31'│   Khó tiếp nhận tổ chức đảng trong …   │ Bí thư          03:12
//!  chậm 4' · kết thúc 10:19                                       │ 2 nhiệm vụ quá hạn
//!  › ! #5 Khó tiếp nhận tổ chức đảng_                  vướng mắc · TT5 · Linh Trung
//! ```

pub(crate) mod agenda;
pub(crate) mod floor;
pub(crate) mod stream;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use crate::app::desk::Desk;
use crate::app::list;
use crate::meeting::capture::{Sort, Whom};
use crate::meeting::{floor as turns, issues};
use crate::text::dates::short_date;
use crate::text::width::{cut, width};
use crate::tui::scene::{MeetingScene, Scene};
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::{field, pen};

/// Completions shown at a time.
const COMPLETIONS: usize = 7;

impl Desk {
    /// Draws the desk and returns where the caret stands.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) -> Option<Position> {
        let Some(view) = &view.of_meeting() else {
            view.draw_no_meeting(buffer, area);
            return None;
        };
        let panels = Rect {
            height: area.height.saturating_sub(2),
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
        pen::rule(buffer, pen::row(area, area.height - 2), view.styles.muted);
        let caret = self.draw_line(buffer, pen::row(area, area.height - 1), view);
        self.draw_completion(buffer, area, caret, view);
        Some(caret)
    }

    /// The capture line, with its meaning at the right.
    fn draw_line(&self, buffer: &mut Buffer, row: Rect, view: &MeetingScene) -> Position {
        let (understood, style) = self.understood(view);
        // The meaning has the room that the line leaves, and half of the row at least.
        let whole = usize::from(row.width);
        let rest = whole.saturating_sub(width(self.line.text()) + 6);
        let understood = cut(&understood, rest.max(whole / 2)).into_owned();
        let right = u16::try_from(width(&understood)).unwrap_or(0);
        let sign = if self.editing.is_some() {
            " ✎ "
        } else {
            " › "
        };
        pen::write(buffer, row, sign, view.styles.running);
        let room = Rect {
            x: row.x + 3,
            width: row.width.saturating_sub(right + 4),
            ..row
        };
        pen::write_right(
            buffer,
            Rect {
                width: row.width.saturating_sub(1),
                ..row
            },
            &understood,
            style,
        );
        if self.line.text().is_empty() {
            let place = Rect {
                x: room.x + 1,
                width: room.width.saturating_sub(1),
                ..room
            };
            let whole = format!(
                "{}{}",
                view.words.signs_hint(),
                view.words.signs_hint_more()
            );
            let hint = if width(&whole) <= usize::from(place.width) {
                &whole
            } else {
                view.words.signs_hint()
            };
            pen::write(buffer, place, hint, view.styles.muted);
        }
        field::draw(buffer, room, &self.line, view.styles.text)
    }

    fn understood(&self, view: &MeetingScene) -> (String, Style) {
        if self.line.is_blank() {
            return (String::new(), view.styles.muted);
        }
        let line = self.read(view.dossier);
        if let Some(problem) = line.problems.first() {
            return (view.words.line_problem(problem), view.styles.warn);
        }
        if let Some(remark) = line.remarks.first() {
            return (view.words.line_remark(remark), view.styles.warn);
        }
        if let Some(seat) = line
            .only_names()
            .and_then(|seat| view.dossier.seats.get(seat))
        {
            let gives = self.editing.is_none();
            let sentence = gives.then(|| view.words.told_floor(&seat.name));
            return (sentence.unwrap_or_default(), view.styles.good);
        }
        let mut parts = vec![
            view.words
                .sort(line.sort, self.plain_kind(view.dossier))
                .to_owned(),
        ];
        parts.extend(
            line.issue
                .map(|number| format!("→ {}", issues::code(number))),
        );
        parts.extend(line.deadline.map(short_date));
        let area = line.focus.and_then(|area| view.dossier.focus.get(area));
        parts.extend(area.map(|area| view.words.focus_short(area.number)));
        let is_spoken = line.whom == Whom::Floor && line.sort != Sort::Conclusion;
        let speaker = turns::speaking(view.dossier).filter(|_| is_spoken && self.editing.is_none());
        let named = speaker.map_or_else(
            || view.words.whom(&line.whom, view.dossier),
            |speech| turns::name(speech, view.dossier).to_owned(),
        );
        parts.extend(Some(named).filter(|named| !named.is_empty()));
        (parts.join(" · "), view.styles.good)
    }

    /// The completions at the caret, in a box above the line.
    fn draw_completion(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        caret: Position,
        view: &MeetingScene,
    ) {
        let Some(completion) = self.completion(view.dossier, view) else {
            return;
        };
        let visible = completion.choices.len().min(COMPLETIONS);
        let chosen = self.chosen.unwrap_or(0);
        let first = list::first_shown(chosen, completion.choices.len(), visible);
        let wide = completion
            .choices
            .iter()
            .map(|(name, hint)| width(name) + width(hint) + 4)
            .max()
            .unwrap_or(0);
        let columns = u16::try_from(wide)
            .unwrap_or(40)
            .clamp(16, area.width.saturating_sub(4));
        let rows = u16::try_from(visible).unwrap_or(1);
        let x = caret
            .x
            .saturating_sub(2)
            .min(area.right().saturating_sub(columns));
        let place = Rect {
            x,
            y: area.bottom().saturating_sub(1 + rows),
            width: columns,
            height: rows,
        };
        Clear.render(place, buffer);
        for (position, (name, hint)) in completion
            .choices
            .iter()
            .enumerate()
            .skip(first)
            .take(visible)
        {
            let row = pen::row(place, u16::try_from(position - first).unwrap_or(0));
            let (styles, line) = (view.styles, ListRow::new(row, position == chosen));
            let style = line.draw(buffer, name, styles.bar, styles);
            pen::write_right(buffer, row, &format!("{hint} "), style);
        }
    }
}
