//! How the review looks: an action a line by focus area, the selected one told whole under them, or its units.
//!
//! ```text
//! ╭ KIỂM ĐIỂM VIỆC THỰC HIỆN KẾT LUẬN KỲ TRƯỚC · từ 11/7/2023 ────────────╮
//! │ TT1 Lý lịch theo 58-QĐ/TW · 2 nhiệm vụ, xong 21/35, quá hạn 14         │
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
use crate::app::look_back::{LookBack, retrospect, told};
use crate::meeting::actions::register::Standing;
use crate::meeting::actions::{AssignmentLine, code};
use crate::meeting::look_back::{Retrospect, Reviewed};
use crate::text::dates::short_date;
use crate::text::width::{cut, pad, width, wrap};
use crate::tui::scene::Scene;
use crate::tui::widgets::{dialog, field, pen};

impl LookBack {
    /// Draws the review and returns where the caret stands, if letters find a unit.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) -> Option<Position> {
        let all = retrospect(view)?;
        if let Some(line) = self.opened_line(all) {
            return Some(parts(self, line, buffer, screen, view));
        }
        list(self, all, buffer, screen, view);
        None
    }
}

/// A row of the list.
enum Row<'a> {
    Area(&'a [Reviewed]),
    Line(usize, &'a Reviewed),
    Beyond(usize),
}

/// Draws the actions, the selected one told whole under them; it takes the whole screen while it is read.
pub(crate) fn list(
    state: &LookBack,
    all: &Retrospect,
    buffer: &mut Buffer,
    screen: Rect,
    view: &Scene,
) {
    let size = (screen.width, screen.height);
    let (title, foot) = (told::title(all, view), view.words.look_back_foot());
    let inside = dialog::draw(buffer, screen, size, &title, foot, view.styles);
    let here = state.selected.min(all.lines.len().saturating_sub(1));
    let rows = rows(all);
    if rows.is_empty() {
        let none = view.words.look_back_none();
        pen::write(buffer, inside, none, view.styles.muted);
        return;
    }
    let whole = (inside.height / 2).clamp(4, 14).min(inside.height);
    let shown = usize::from(inside.height - whole);
    let at = rows
        .iter()
        .position(|row| matches!(row, Row::Line(place, _) if *place == here));
    let first = list::first_shown(at.unwrap_or(0), rows.len(), shown);
    for (row, line) in (0..).zip(rows.iter().skip(first).take(shown)) {
        draw_row(buffer, pen::row(inside, row), line, here, view);
    }
    let under = pen::below(inside, inside.height - whole);
    pen::rule(buffer, under, view.styles.muted);
    if let Some(line) = all.lines.get(here) {
        draw_whole(buffer, pen::below(under, 1), line, view);
    }
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

fn draw_row(buffer: &mut Buffer, area: Rect, row: &Row, here: usize, view: &Scene) {
    match row {
        Row::Area(lines) => {
            pen::write(buffer, area, &told::area(lines, view), view.styles.heading);
        }
        Row::Beyond(n) => {
            let text = view.words.look_back_beyond(*n);
            pen::write(buffer, area, &text, view.styles.muted);
        }
        Row::Line(place, line) => draw_line(buffer, area, line, *place == here, view),
    }
}

/// One action: code, how it stands, done of all, deadline, text, and at the right who has not reported.
fn draw_line(buffer: &mut Buffer, row: Rect, line: &Reviewed, is_here: bool, view: &Scene) {
    let standing = line.standing(view.today());
    let (glyph, style) = look(standing, view);
    let style = if is_here { view.styles.selected } else { style };
    pen::paint(buffer, row, style);
    let mark = if is_here { '▸' } else { ' ' };
    let done = format!("{}/{}", line.roll_up.done, line.roll_up.total);
    let due = line.deadline.map_or_else(|| "-".to_owned(), short_date);
    let head = format!(
        "{mark} {} {glyph} {} {} ",
        code(line.action.number),
        pad(&done, 5),
        pad(&due, 10)
    );
    let owing = line.owing();
    let names = if owing.is_empty() {
        String::new()
    } else {
        format!("  {}: {}", owing.len(), owing.join(", "))
    };
    let room = usize::from(row.width).saturating_sub(width(&head));
    let names = cut(&names, room * 2 / 5);
    let text = cut(&line.action.text, room.saturating_sub(width(&names)));
    pen::write(buffer, row, &format!("{head}{text}"), style);
    pen::write_right(buffer, row, &names, style);
}

fn look(standing: Standing, view: &Scene) -> (char, Style) {
    match standing {
        Standing::Overdue => ('!', view.styles.bad),
        Standing::DueSoon => ('~', view.styles.warn),
        Standing::Reported => ('●', view.styles.warn),
        Standing::Open => (' ', view.styles.text),
        Standing::Done => ('✓', view.styles.muted),
    }
}

/// The full text of the selected line, which the list cuts; without room for it, a hint where it is.
fn draw_whole(buffer: &mut Buffer, area: Rect, line: &Reviewed, view: &Scene) {
    let columns = usize::from(area.width).saturating_sub(2);
    let head = format!("{} {}", code(line.action.number), line.action.text);
    let styled = |text: &str, style: Style| -> Vec<(String, Style)> {
        let lines = wrap(text, columns).into_iter();
        lines.map(|line| (line, style)).collect()
    };
    let (_, tone) = look(line.standing(view.today()), view);
    let mut lines = styled(&head, view.styles.counter);
    lines.extend(styled(&told::standing(line, view), tone));
    for names in told::names(line, view) {
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

/// Draws the units of an action and returns where the caret stands.
pub(crate) fn parts(
    state: &LookBack,
    line: &Reviewed,
    buffer: &mut Buffer,
    screen: Rect,
    view: &Scene,
) -> Position {
    let size = (screen.width, screen.height);
    let (number, standing) = (code(line.action.number), told::standing(line, view));
    let title = format!("{number} · {standing}");
    let foot = view.words.look_back_parts_foot();
    let inside = dialog::draw(buffer, screen, size, &title, foot, view.styles);
    let columns = usize::from(inside.width).saturating_sub(2);
    let text = wrap(&line.action.text, columns).into_iter().take(3);
    let text: Vec<_> = text.map(|line| (line, view.styles.counter)).collect();
    let top = u16::try_from(text.len()).unwrap_or(0) + 1;
    pen::write_lines(buffer, inside, text);
    let listed = Rect {
        height: inside.height.saturating_sub(top + 1),
        ..pen::below(inside, top)
    };
    let shown = usize::from(listed.height);
    let here = state.part.min(line.parts.len().saturating_sub(1));
    let first = list::first_shown(here, line.parts.len(), shown);
    let parts = line.parts.iter().enumerate().skip(first).take(shown);
    for (row, (place, part)) in (0..).zip(parts) {
        draw_part(buffer, pen::row(listed, row), part, place == here, view);
    }
    let last = pen::row(inside, inside.height.saturating_sub(1));
    let label = view.words.find_in_roll();
    let room = field::behind_label(buffer, last, label, view.styles.muted);
    field::draw(buffer, room, state.query.line(), view.styles.counter)
}

fn draw_part(buffer: &mut Buffer, row: Rect, part: &AssignmentLine, is_here: bool, view: &Scene) {
    let of_state = part.assignment.state.row();
    let (glyph, style) = (of_state.glyph, view.styles.meaning(of_state.meaning));
    let style = if is_here { view.styles.selected } else { style };
    pen::paint(buffer, row, style);
    let mark = if is_here { '▸' } else { ' ' };
    let state = view.words.assignment_state(part.assignment.state);
    let result = part.assignment.result.as_deref().unwrap_or_default();
    let text = format!(
        "{mark} {} {glyph} {} {result}",
        pad(&part.unit, 24),
        pad(state, 16)
    );
    pen::write(buffer, row, &text, style);
}
