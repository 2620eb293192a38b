//! The register as it is drawn: the filter, the lines under the headings of their groups, the selected action below.
//!
//! ```text
//!  Lọc: @Linh Trung quá hạn_                                        12 dòng · 9 quá hạn
//!   Mã      TT Hạn         Xong   Đơn vị           Nội dung
//!  Hội nghị giao ban 06 tháng đầu năm 2023 · 6, quá hạn 2
//!  !NV-001  1  30/9/2023!  3/34   34 đơn vị        Báo cáo tiến độ hướng dẫn khai lý lịch …
//!  ▸NV-002  4  31/8/2023   0/1    Linh Trung       Gửi phương án sắp xếp chi bộ …
//! ```

pub(crate) mod card;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::actions::{Actions, DETAILS, TOP};
use crate::app::filter;
use crate::app::list;
use crate::meeting::actions::register::{Group, GroupKey};
use crate::meeting::actions::{ActionLine, Register, Scope, Standing, code};
use crate::meeting::filter::Subject;
use crate::text::dates::short_date;
use crate::text::width::{cut_middle, pad, width, wrap};
use crate::tui::actions::card::draw_whole;
use crate::tui::filter::FilterLine;
use crate::tui::scene::Scene;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

/// Columns of the screen from which on the meeting and the last report have a column.
const WIDE: u16 = 110;

impl Actions {
    /// Draws the register, or an action whole; returns where the caret stands while a filter is typed.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) -> Option<Position> {
        if self.parts.is_some() {
            draw_whole(self, buffer, area, view);
            return None;
        }
        let caret = self.draw_filter(buffer, area, view);
        let Some((_, register)) = &view.shelf.actions else {
            return caret;
        };
        let details = Rect {
            y: area.bottom().saturating_sub(DETAILS),
            height: DETAILS.min(area.height),
            ..area
        };
        let list = Rect {
            height: area.height.saturating_sub(DETAILS),
            ..area
        };
        draw_heads(buffer, pen::row(list, 1), view);
        let list = pen::below(list, TOP);
        if register.page.total == 0 {
            self.draw_nothing(buffer, list, view);
            return caret;
        }
        self.draw_lines(buffer, list, register, view);
        if let Some(line) = self.line(view) {
            draw_details(buffer, details, line, view);
        }
        caret
    }

    /// The filter line, the cell that the register was opened from, and the number of lines.
    fn draw_filter(&self, buffer: &mut Buffer, area: Rect, view: &Scene) -> Option<Position> {
        let words = view.words;
        let row = pen::row(area, 0);
        let register = view.shelf.actions.as_ref().map(|(_, register)| register);
        let lines = register.map_or(0, |register| register.page.total);
        let overdue = register.iter().flat_map(|register| &register.groups);
        let overdue = overdue.map(|group| group.overdue).sum();
        let mut tally = words.register_tally(lines, overdue);
        if !self.marked.is_empty() {
            tally = format!("{} · {tally}", words.register_marked(self.marked.len()));
        }
        if !self.sieve.is_filtering && self.scope != Scope::default() {
            let text = words.filter_shown(&filter::scope_words(self.scope, view));
            pen::write(buffer, row, &format!(" {text}"), view.styles.warn);
            pen::write_right(buffer, row, &format!("{tally} "), view.styles.muted);
            return None;
        }
        let reading = filter::read(self.sieve.filter.text(), Subject::Actions, view);
        let line = FilterLine {
            finder: &self.sieve.filter,
            reading: &reading,
            subject: Subject::Actions,
            label: words.filter_label(),
            tally: &tally,
            is_typing: self.sieve.is_filtering,
            is_empty: lines == 0,
        };
        let caret = line.draw(buffer, row, view);
        let help = pen::row(area, area.height.saturating_sub(DETAILS));
        line.draw_help(buffer, help, view);
        self.sieve.is_filtering.then_some(caret)
    }

    fn draw_nothing(&self, buffer: &mut Buffer, area: Rect, view: &Scene) {
        let is_all = self.sieve.filter.is_blank() && self.scope == Scope::default();
        let text = if is_all {
            view.words.actions_none()
        } else {
            view.words.actions_none_here()
        };
        pen::write_wrapped(buffer, pen::below(area, 1), text, view.styles.muted);
    }

    /// Draws the lines around the selected one, each group under its heading.
    fn draw_lines(&self, buffer: &mut Buffer, area: Rect, register: &Register, view: &Scene) {
        let rows = rows_of(&register.groups);
        let here = rows.iter().position(|row| row.holds(self.selected));
        let here = here.and_then(|place| rows.get(place));
        let here = here.map_or(0, |row| row.first_row + 1 + self.selected - row.first_line);
        let total = rows.last().map_or(0, |row| row.first_row + 1 + row.lines);
        // A list that is not grouped has no heading to be shown.
        let hidden = usize::from(is_plain(&register.groups));
        let height = usize::from(area.height);
        let first = list::first_shown(
            here.saturating_sub(hidden),
            total.saturating_sub(hidden),
            height,
        ) + hidden;
        for (screen_row, place) in (0..area.height).zip(first..total) {
            let row = pen::row(area, screen_row);
            let mut groups = rows.iter().zip(&register.groups);
            let Some((shape, of)) = groups.find(|(rows, _)| rows.covers(place)) else {
                return;
            };
            if place == shape.first_row {
                draw_heading(buffer, row, of, view);
                continue;
            }
            let line = shape.first_line + place - shape.first_row - 1;
            if let Some(action_line) = register.page.get(line) {
                let part = action_line.part.as_ref().map(|part| part.id);
                let list_row = ListRow {
                    is_marked: part.is_some_and(|id| self.marked.contains(&id)),
                    ..ListRow::new(row, line == self.selected)
                };
                draw_line(buffer, list_row, action_line, view);
            }
        }
    }
}

/// Where a group stands among the rows: its heading, then its lines.
struct Rows {
    first_row: usize,
    first_line: usize,
    lines: usize,
}

impl Rows {
    fn holds(&self, line: usize) -> bool {
        (self.first_line..self.first_line + self.lines).contains(&line)
    }

    fn covers(&self, row: usize) -> bool {
        (self.first_row..=self.first_row + self.lines).contains(&row)
    }
}

fn rows_of(groups: &[Group]) -> Vec<Rows> {
    let (mut row, mut line) = (0, 0);
    groups
        .iter()
        .map(|group| {
            let rows = Rows {
                first_row: row,
                first_line: line,
                lines: group.lines,
            };
            row += group.lines + 1;
            line += group.lines;
            rows
        })
        .collect()
}

fn is_plain(groups: &[Group]) -> bool {
    groups.iter().all(|group| group.key == GroupKey::All)
}

fn draw_heading(buffer: &mut Buffer, row: Rect, group: &Group, view: &Scene) {
    let late = match group.overdue {
        0 => String::new(),
        late => format!(" · {}", view.words.group_overdue(late)),
    };
    let lines = format!(" · {}", group.lines);
    let room = usize::from(row.width).saturating_sub(width(&late) + width(&lines) + 2);
    let name = view.words.group(&group.key);
    let name = format!(" {}", cut_middle(&name, room));
    let pieces = [
        pen::piece(name, view.styles.heading),
        pen::piece(lines, view.styles.muted),
        pen::piece(late, view.styles.bad),
    ];
    pen::write_pieces(buffer, row, &pieces);
}

fn draw_heads(buffer: &mut Buffer, row: Rect, view: &Scene) {
    let words = view.words;
    let wide = if row.width >= WIDE {
        format!(
            "{} {} ",
            pad(words.column_meeting(), 10),
            pad(words.column_heard(), 10)
        )
    } else {
        String::new()
    };
    let heads = format!(
        "  {} {} {} {} {} {wide}{}",
        pad(words.column_code(), 7),
        pad(words.column_focus(), 2),
        pad(words.column_deadline(), 11),
        pad(words.column_done(), 6),
        pad(words.column_unit(), 16),
        words.column_text()
    );
    pen::write(buffer, row, &heads, view.styles.muted);
}

/// Returns the sign and the style of how something stands.
pub(crate) fn look(standing: Standing, view: &Scene) -> (char, Style) {
    let styles = view.styles;
    match standing {
        Standing::Overdue => ('!', styles.bad),
        Standing::DueSoon => ('~', styles.warn),
        Standing::Reported => ('●', styles.warn),
        Standing::Open => (' ', styles.text),
        Standing::Done => ('✓', styles.muted),
    }
}

fn draw_line(buffer: &mut Buffer, row: ListRow, line: &ActionLine, view: &Scene) {
    let (sign, plain) = look(line.standing(view.today()), view);
    let style = row.style(plain, view.styles);
    pen::paint(buffer, row.area, style);
    let deadline = line.deadline.map_or_else(|| "-".to_owned(), short_date);
    let mark = match sign {
        _ if line.latest != line.deadline => "+",
        '!' => "!",
        _ => "",
    };
    let done = match &line.part {
        Some(part) if line.roll_up.total > 1 => format!("{}%", part.percent),
        Some(_) | None => format!("{}/{}", line.roll_up.done, line.roll_up.total),
    };
    let unit = line.only_unit.clone();
    let unit = unit.unwrap_or_else(|| view.words.units_count(line.roll_up.total));
    let wide = if row.area.width >= WIDE {
        let heard = line.heard.map(|at| short_date(at.date_naive()));
        let heard = heard.unwrap_or_else(|| "-".to_owned());
        let meeting = short_date(line.meeting_day);
        format!("{} {} ", pad(&meeting, 10), pad(&heard, 10))
    } else {
        String::new()
    };
    let text = format!(
        "{}{sign}{} {} {} {} {} {wide}{}",
        row.sign(),
        pad(&code(line.action.number), 7),
        pad(&line.focus.to_string(), 2),
        pad(&format!("{deadline}{mark}"), 11),
        pad(&done, 6),
        pad(&unit, 16),
        line.action.text
    );
    pen::write(buffer, row.area, &text, style);
}

/// The selected action: its full text, its source, its missing details, and the parts due by now.
fn draw_details(buffer: &mut Buffer, area: Rect, line: &ActionLine, view: &Scene) {
    let words = view.words;
    // The help of the filter stands in the row of the rule.
    let cell = buffer.cell((area.x + 1, area.y));
    if cell.is_none_or(|cell| cell.symbol() == " ") {
        pen::rule(buffer, pen::row(area, 0), view.styles.muted);
    }
    let columns = usize::from(area.width).saturating_sub(2);
    let whole = format!("{} {}", code(line.action.number), line.action.text);
    let text = wrap(&whole, columns).into_iter().take(3);
    let mut lines: Vec<(String, Style)> = text.map(|row| (row, view.styles.text)).collect();
    let mut facts = vec![words.given_at(&short_date(line.meeting_day))];
    let (first, said) = (line.action.deadline, line.action.deadline_words.as_deref());
    if first != line.deadline || said.is_some() {
        let first = words.due_shown(first, said);
        facts.extend(first.map(|first| words.first_deadline(&first)));
    }
    let several = line.deadline.zip(line.latest);
    facts.extend(
        several
            .filter(|(one, other)| one != other)
            .map(|(one, other)| words.several_deadlines(&short_date(one), &short_date(other))),
    );
    let deliverable = line.action.deliverable.as_deref();
    facts.push(deliverable.map_or_else(
        || words.card_no_deliverable().to_owned(),
        |what| words.card_deliverable(what),
    ));
    lines.push((facts.join(" · "), view.styles.muted));
    let (_, style) = look(line.standing(view.today()), view);
    let stands = words.stands(line.standing(view.today())).to_owned();
    let stands = [Some(stands), words.ladder_step(line.missed)];
    let stands: Vec<String> = stands.into_iter().flatten().collect();
    lines.push((stands.join(" · "), style));
    pen::write_lines(buffer, pen::below(area, 1), lines);
}
