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
use crate::meeting::actions::{ActionLine, Grouping, Parts, Register, Scope, Standing, code};
use crate::meeting::filter::Subject;
use crate::text::dates::short_date;
use crate::text::width::{cut_middle, pad, width};
use crate::tui::actions::card::draw_whole;
use crate::tui::filter::FilterLine;
use crate::tui::scene::Scene;
use crate::tui::widgets::details::{self, Details};
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

/// Columns of what is done and what waits, and of the unit.
const DONE: usize = 9;
const UNIT: usize = 15;

/// Columns of the screen from which on the meeting and the last report have a column.
const WIDE: u16 = 110;

impl Actions {
    /// Draws the register, or an action whole; returns where the caret stands while a filter is typed.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) -> Option<Position> {
        if self.parts.is_some() {
            draw_whole(self, buffer, area, view);
            return None;
        }
        let told = self.line(view).map(|line| details_of(line, view));
        let told = told.unwrap_or_default();
        let taken = usize::from(TOP) + rows_taken(view);
        let below = details::area(area, &told, DETAILS, taken);
        let caret = self.draw_filter(buffer, area, pen::row(below, 0), view);
        if !told.is_empty() {
            details::draw(buffer, below, &told, view.styles.muted);
        }
        let Some((_, register)) = &view.shelf.actions else {
            return caret;
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
        caret
    }

    /// The filter line, the cell that the register was opened from, and the number of lines.
    fn draw_filter(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        help: Rect,
        view: &Scene,
    ) -> Option<Position> {
        let words = view.words;
        let row = pen::row(area, 0);
        let register = view.shelf.actions.as_ref().map(|(_, register)| register);
        let lines = register.map_or(0, |register| register.page.total);
        let open = register.iter().flat_map(|register| &register.groups);
        let open = open.fold(Parts::default(), |sum, group| sum.plus(group.open));
        let counted = (lines, self.grouping == Grouping::Unit);
        let mut tally = words.register_tally(counted, open, area.width >= WIDE);
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

/// Returns the rows that the lines and the headings of their groups take on this screen.
fn rows_taken(view: &Scene) -> usize {
    let Some((_, register)) = &view.shelf.actions else {
        return 0;
    };
    let groups = &register.groups;
    let headings = if is_plain(groups) { 0 } else { groups.len() };
    register.page.total + headings
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
    let words = view.words;
    let (are_parts, is_standing) = match group.key {
        GroupKey::Unit(..) => (true, false),
        GroupKey::Standing(_) => (false, true),
        GroupKey::All | GroupKey::Meeting(..) | GroupKey::Focus(..) | GroupKey::Deadline(_) => {
            (false, false)
        }
    };
    let after = words.look_after(group.open).join(", ");
    let late = match (after.is_empty() || is_standing, are_parts) {
        (true, _) => String::new(),
        (false, true) => format!(" · {after}"),
        // A meeting has a long name.
        (false, false) if row.width < WIDE => format!(" · {}", words.look_after_signs(group.open)),
        (false, false) => format!(" · {}", words.tally_of_parts(&after)),
    };
    let lines = format!(" · {}", words.lines_counted(group.lines, are_parts));
    let room = usize::from(row.width).saturating_sub(width(&late) + width(&lines) + 2);
    let name = heading(&group.key, view);
    let name = format!(" {}", cut_middle(&name, room));
    let pieces = [
        pen::piece(name, view.styles.heading),
        pen::piece(lines, view.styles.muted),
        pen::piece(
            late,
            if group.open.overdue > 0 {
                view.styles.bad
            } else {
                view.styles.warn
            },
        ),
    ];
    pen::write_pieces(buffer, row, &pieces);
}

/// Returns the heading of a group; that of a focus area has its short name.
fn heading(key: &GroupKey, view: &Scene) -> String {
    let number = view.words.group(key);
    let GroupKey::Focus(line, _) = key else {
        return number;
    };
    let areas = view.shelf.lexicon.iter().flat_map(|lexicon| &lexicon.areas);
    let latest = areas
        .filter(|area| area.line() == *line)
        .max_by_key(|area| area.valid_from);
    latest.map_or_else(
        || number.clone(),
        |area| format!("{number} {}", view.words.area_name(area)),
    )
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
        pad(words.column_done(), DONE),
        pad(words.column_unit(), UNIT),
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
        Standing::Paused => ('‖', styles.muted),
        Standing::Done => ('✓', styles.muted),
        Standing::Off => ('–', styles.muted),
    }
}

/// Returns how far an action is, and how many of its parts wait to be accepted: `14/34 ●3`; of one part, its share.
fn done(line: &ActionLine) -> String {
    let sum = line.roll_up;
    match (&line.part, sum.reported) {
        (Some(part), _) if sum.total() != 1 => format!("{}%", part.percent),
        (Some(_), _) | (None, 0) => format!("{}/{}", sum.done, sum.total()),
        (None, waiting) => format!("{}/{} ●{waiting}", sum.done, sum.total()),
    }
}

fn draw_line(buffer: &mut Buffer, row: ListRow, line: &ActionLine, view: &Scene) {
    let (sign, colour) = look(line.standing(view.today()), view);
    let is_over = colour == view.styles.muted;
    let plain = row.style(if is_over { colour } else { view.styles.text }, view.styles);
    // The colour marks the deadline that is wrong and what waits, never the row.
    let of_day = row.style(colour, view.styles);
    let of_done = if line.part.is_none() && line.roll_up.reported > 0 {
        row.style(view.styles.warn, view.styles)
    } else {
        plain
    };
    pen::paint(buffer, row.area, plain);
    let deadline = line.deadline.map_or_else(|| "-".to_owned(), short_date);
    let mark = match sign {
        _ if line.latest != line.deadline => "+",
        '!' => "!",
        _ => "",
    };
    let unit = line.only_unit.clone();
    let unit = unit.unwrap_or_else(|| view.words.units_count(line.roll_up.total()));
    let wide = if row.area.width >= WIDE {
        let heard = line.heard.map(|at| short_date(at.date_naive()));
        let heard = heard.unwrap_or_else(|| "-".to_owned());
        let meeting = short_date(line.meeting_day);
        format!("{} {} ", pad(&meeting, 10), pad(&heard, 10))
    } else {
        String::new()
    };
    let named = format!(
        "{} {} ",
        pad(&code(line.action.number), 7),
        pad(&line.focus.to_string(), 2)
    );
    let pieces = [
        pen::piece(row.sign().to_string(), plain),
        pen::piece(sign.to_string(), of_day),
        pen::piece(named, plain),
        pen::piece(pad(&format!("{deadline}{mark}"), 11), of_day),
        pen::piece(" ", plain),
        pen::piece(pad(&done(line), DONE), of_done),
        pen::piece(
            format!(" {} {wide}{}", pad(&unit, UNIT), line.action.text),
            plain,
        ),
    ];
    pen::write_pieces(buffer, row.area, &pieces);
}

/// The selected action: its full text, how it stands, its source and its missing details.
fn details_of(line: &ActionLine, view: &Scene) -> Details {
    let words = view.words;
    let whole = format!("{} {}", code(line.action.number), line.action.text);
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
    let (_, style) = look(line.standing(view.today()), view);
    let stands = match &line.part {
        Some(part) if line.standing(view.today()) == Standing::Off => {
            words.assignment_state(part.state)
        }
        Some(_) | None => words.stands(line.standing(view.today())),
    };
    let stands = stands.to_owned();
    let stands = [Some(stands), words.ladder_step(line.missed)];
    let stands: Vec<String> = stands.into_iter().flatten().collect();
    vec![
        (whole, view.styles.text),
        (facts.join(" · "), view.styles.muted),
        (stands.join(" · "), style),
    ]
}
