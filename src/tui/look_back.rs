//! How the review looks: an action a line by focus area, the selected one told whole under them, or its units.
//!
//! ```text
//! ╭ KIỂM ĐIỂM VIỆC THỰC HIỆN KẾT LUẬN KỲ TRƯỚC · từ 11/7/2023 ────────────╮
//! │ ND1 Lý lịch theo 58-QĐ/TW · 2 nhiệm vụ, xong 21/35, quá hạn 14         │
//! │ ▸ NV-001 ! 20/34 30/9/2023  Báo cáo tiến độ khai …  14: An Khánh, …    │
//! │   NV-002 ✓ 1/1   31/8/2023  Gửi phương án sắp xếp …                    │
//! │ ────────────────────────────────────────────────────────────────────── │
//! │ NV-001 Báo cáo tiến độ khai lý lịch                                     │
//! │ xong 20/34 · hạn 30/9/2023, QUÁ HẠN 12 ngày                             │
//! │ Chưa báo cáo 14: An Khánh, An Phú, …                                    │
//! ╰ Enter từng đơn vị · Ctrl-S tóm tắt · Ctrl-C chép · Esc ────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::list;
use crate::app::look_back::{LookBack, retrospect, sentences};
use crate::meeting::actions::{AssignmentLine, code};
use crate::meeting::look_back::{Retrospect, Reviewed};
use crate::text::dates::short_date;
use crate::text::width::{cut, cut_rows, pad, width, wrap};
use crate::tui::actions::look;
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

impl LookBack {
    /// Draws the review and returns where the caret stands, if letters find a unit.
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) -> Option<Position> {
        let all = retrospect(view)?;
        if let Some(line) = self.opened_line(all) {
            return Some(self.draw_parts(buffer, screen, line, view));
        }
        self.draw_list(buffer, screen, all, view);
        None
    }

    /// Draws the actions, the selected one told whole under them; it takes the whole screen while it is read.
    fn draw_list(&self, buffer: &mut Buffer, screen: Rect, all: &Retrospect, view: &Scene) {
        let frame = DialogBox {
            width: screen.width,
            height: screen.height,
            title: &sentences::title(all, view),
            foot: view.words.look_back_foot(),
        };
        let inside = frame.draw(buffer, screen, view.styles);
        let here = self.selected.min(all.lines.len().saturating_sub(1));
        let rows = rows(all);
        if rows.is_empty() {
            let none = view.words.look_back_none();
            pen::write(buffer, inside, none, view.styles.muted);
            return;
        }
        let whole = (inside.height / 2).clamp(4, 14).min(inside.height);
        let visible = usize::from(inside.height - whole);
        let at = rows
            .iter()
            .position(|row| matches!(row, Row::Line(place, _) if *place == here));
        let first = list::first_shown(at.unwrap_or(0), rows.len(), visible);
        let lines = rows.iter().enumerate().skip(first).take(visible);
        for (at_row, (place, row)) in (0..).zip(lines) {
            let list_row = ListRow::new(pen::row(inside, at_row), at == Some(place));
            draw_row(buffer, list_row, row, view);
        }
        let under = pen::below(inside, inside.height - whole);
        pen::rule(buffer, under, view.styles.muted);
        if let Some(line) = all.lines.get(here) {
            draw_whole(buffer, pen::below(under, 1), line, view);
        }
    }

    /// Draws the units of an action and returns where the caret stands.
    fn draw_parts(
        &self,
        buffer: &mut Buffer,
        screen: Rect,
        line: &Reviewed,
        view: &Scene,
    ) -> Position {
        let (number, standing) = (code(line.action.number), sentences::standing(line, view));
        let frame = DialogBox {
            width: screen.width,
            height: screen.height,
            title: &format!("{number} · {standing}"),
            foot: view.words.look_back_parts_foot(),
        };
        let inside = frame.draw(buffer, screen, view.styles);
        let columns = usize::from(inside.width).saturating_sub(2);
        let text = cut_rows(&line.action.text, columns, 3).into_iter();
        let text: Vec<_> = text.map(|line| (line, view.styles.counter)).collect();
        let top = u16::try_from(text.len()).unwrap_or(0) + 1;
        pen::write_lines(buffer, inside, text);
        let listed = Rect {
            height: inside.height.saturating_sub(top + 1),
            ..pen::below(inside, top)
        };
        let visible = usize::from(listed.height);
        let here = self.part.min(line.parts.len().saturating_sub(1));
        let first = list::first_shown(here, line.parts.len(), visible);
        let parts = line.parts.iter().enumerate().skip(first).take(visible);
        for (row, (place, part)) in (0..).zip(parts) {
            let row = ListRow::new(pen::row(listed, row), place == here);
            draw_part(buffer, row, part, view);
        }
        view.draw_find(buffer, inside, &self.query)
    }
}

enum Row<'a> {
    Area(&'a [Reviewed]),
    Line(usize, &'a Reviewed),
    Beyond(usize),
}

fn rows(all: &Retrospect) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut place = 0;
    for lines in all.by_area() {
        rows.push(Row::Area(lines));
        for line in lines {
            rows.push(Row::Line(place, line));
            place += 1;
        }
    }
    if all.beyond > 0 {
        rows.push(Row::Beyond(all.beyond));
    }
    rows
}

fn draw_row(buffer: &mut Buffer, list_row: ListRow, row: &Row, view: &Scene) {
    let area = list_row.area;
    match row {
        Row::Area(lines) => {
            pen::write(
                buffer,
                area,
                &sentences::area(lines, view),
                view.styles.heading,
            );
        }
        Row::Beyond(n) => {
            let text = view.words.look_back_beyond(*n);
            pen::write(buffer, area, &text, view.styles.muted);
        }
        Row::Line(_, line) => draw_line(buffer, list_row, line, view),
    }
}

/// One action: code, how it stands, done of all, deadline, text, and at the right who has something left to do.
fn draw_line(buffer: &mut Buffer, row: ListRow, line: &Reviewed, view: &Scene) {
    let (glyph, plain) = look(line.sum.standing(), view);
    let style = row.style(plain, view.styles);
    pen::paint(buffer, row.area, style);
    let done = format!("{}/{}", line.sum.done, line.sum.total());
    let due = line.deadline.map_or_else(|| "-".to_owned(), short_date);
    let head = format!(
        "{} {} {glyph} {} {} ",
        row.sign(),
        code(line.action.number),
        pad(&done, 5),
        pad(&due, 10)
    );
    let owing = line.owing(view.today());
    let names = if owing.is_empty() {
        String::new()
    } else {
        format!("  {}: {}", owing.len(), owing.join(", "))
    };
    let room = usize::from(row.area.width).saturating_sub(width(&head));
    let names = cut(&names, room * 2 / 5);
    let text = cut(&line.action.text, room.saturating_sub(width(&names)));
    pen::write(buffer, row.area, &format!("{head}{text}"), style);
    pen::write_right(buffer, row.area, &names, style);
}

/// The full text of the selected line, which the list cuts; without room for it, a hint where it is.
fn draw_whole(buffer: &mut Buffer, area: Rect, line: &Reviewed, view: &Scene) {
    let columns = usize::from(area.width).saturating_sub(2);
    let head = format!("{} {}", code(line.action.number), line.action.text);
    let styled = |text: &str, style: Style| -> Vec<(String, Style)> {
        let lines = wrap(text, columns).into_iter();
        lines.map(|line| (line, style)).collect()
    };
    let (_, tone) = look(line.sum.standing(), view);
    let mut lines = styled(&head, view.styles.counter);
    lines.extend(styled(&sentences::standing(line, view), tone));
    for names in sentences::names(line, view) {
        lines.extend(styled(&names, view.styles.text));
    }
    let rows = usize::from(area.height);
    if lines.len() > rows {
        lines.truncate(rows.saturating_sub(1));
        let more = view.words.look_back_more().to_owned();
        lines.push((more, view.styles.muted));
    }
    pen::write_lines(buffer, area, lines);
}

fn draw_part(buffer: &mut Buffer, row: ListRow, part: &AssignmentLine, view: &Scene) {
    let of_state = part.assignment.state.row();
    let style = row.style(view.styles.meaning(of_state.meaning), view.styles);
    pen::paint(buffer, row.area, style);
    let state = view.words.assignment_state(part.assignment.state);
    let difficulty = part.assignment.difficulty.as_deref();
    let difficulty = difficulty.map(|text| view.words.report_difficulty(text));
    let said = part.assignment.result.clone().into_iter().chain(difficulty);
    let said = said.collect::<Vec<_>>().join(" · ");
    let text = format!(
        "{} {} {} {} {said}",
        row.sign(),
        pad(&part.unit, 24),
        of_state.glyph,
        pad(state, 16)
    );
    pen::write(buffer, row.area, &text, style);
}
