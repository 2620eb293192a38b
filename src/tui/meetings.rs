//! Draws F2 Hội nghị: the meetings of the book, the newest first.
//!
//! ```text
//!  HỘI NGHỊ TRONG SỔ
//!  ▸ 11/7/2023 08:00  Hội nghị giao ban công tác tổ chức xây dựng Đảng …    dự kiến
//!    12/4/2023 08:00  Hội nghị giao ban …                                  đã bế mạc
//!  ──────────────────────────────────────────────────────────────────────────────
//!  Hội nghị giao ban công tác tổ chức xây dựng Đảng 06 tháng đầu năm 2023
//!  Danh sách: 34 phường thành phố Thủ Đức (34 đơn vị)
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::list;
use crate::app::meetings::{DETAILS, Meetings, list_rows};
use crate::meeting::code::MeetingState;
use crate::meeting::dossier::Dossier;
use crate::meeting::look_back::Outstanding;
use crate::meeting::roll_call;
use crate::meeting::roster::has_ended;
use crate::meeting::rows::Meeting;
use crate::text::dates::{short_date, time};
use crate::text::width::{cut_middle, cut_rows, pad, width, wrap};
use crate::tui::scene::Scene;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

impl Meetings {
    /// Draws the list over the details of the selected meeting.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) {
        pen::write(
            buffer,
            pen::row(area, 0),
            &format!(" {}", view.words.meetings_title()),
            view.styles.heading,
        );
        let Some(page) = &view.shelf.meetings else {
            return;
        };
        if page.total == 0 {
            pen::write(
                buffer,
                pen::row(area, 2),
                &format!(" {}", view.words.meetings_none()),
                view.styles.muted,
            );
        }
        let rows = list_rows(area.height);
        let first = list::first_shown(self.selected, page.total, rows);
        for place in first..(first + rows).min(page.total) {
            let row = pen::row(area, u16::try_from(place - first).unwrap_or(0) + 1);
            if let Some(line) = page.get(place) {
                draw_line(
                    buffer,
                    ListRow::new(row, place == self.selected),
                    line,
                    view,
                );
            }
        }
        let details = Rect {
            y: area.bottom().saturating_sub(DETAILS),
            height: DETAILS.min(area.height),
            ..area
        };
        if let Some(line) = self.line(view) {
            draw_details(buffer, details, line, view);
        }
    }
}

fn draw_line(buffer: &mut Buffer, row: ListRow, line: &Meeting, view: &Scene) {
    let meeting = line;
    let is_open = view
        .dossier
        .is_some_and(|dossier| dossier.meeting.id == meeting.id);
    let style = match (row.is_selected, meeting.state) {
        (true, _) => view.styles.selected,
        (false, MeetingState::InSession) => view.styles.running,
        (false, MeetingState::Planned | MeetingState::Closed | MeetingState::Final) => {
            view.styles.text
        }
    };
    pen::paint(buffer, row.area, style);
    let mark = if is_open && !row.is_selected {
        '•'
    } else {
        row.sign()
    };
    let day = pad(&short_date(meeting.starts.date_naive()), 11);
    let state = format!("{} ", view.words.meeting_state(meeting.state));
    let room = row.area.width.saturating_sub(17);
    let head = format!(" {mark} {day}{}  ", time(meeting.starts));
    let title = cut_middle(
        &meeting.title,
        usize::from(room).saturating_sub(width(&head)),
    );
    let head = format!("{head}{title}");
    let head_area = Rect {
        width: room,
        ..row.area
    };
    pen::write(buffer, head_area, &head, style);
    pen::write_right(buffer, row.area, &state, style);
}

fn draw_details(buffer: &mut Buffer, area: Rect, line: &Meeting, view: &Scene) {
    pen::rule(buffer, area, view.styles.muted);
    let words = view.words;
    let meeting = line;
    let columns = usize::from(area.width).saturating_sub(2);
    let title = cut_rows(&meeting.title, columns, 2).into_iter();
    let mut lines: Vec<(String, Style)> = title.map(|text| (text, view.styles.counter)).collect();
    let named = |name: &str, value: &Option<String>| {
        let value = value.as_deref();
        value
            .map(|value| format!(" · {name}: {value}"))
            .unwrap_or_default()
    };
    let day = short_date(meeting.starts.date_naive());
    let starts = format!("{}: {day} {}", words.starts(), time(meeting.starts));
    let venue = named(words.venue(), &meeting.venue);
    let chair = named(words.chair(), &meeting.chair);
    lines.push((format!("{starts}{venue}{chair}"), view.styles.text));
    let lacking = view.shelf.lacking.filter(|(of, _)| *of == meeting.id);
    let lacking = lacking.and_then(|(_, lacking)| words.lacking(lacking));
    lines.extend(lacking.map(|what| (format!("! {}", words.will_lack(&what)), view.styles.warn)));
    let open = view
        .dossier
        .filter(|dossier| dossier.meeting.id == meeting.id);
    lines.extend(
        open.into_iter()
            .flat_map(|dossier| roster_lines(dossier, view)),
    );
    let left = view.shelf.owed.map_or(0, |owed| owed.left);
    let given = view.shelf.given.filter(|(of, _)| *of == line.id);
    if let Some((_, given)) = given.filter(|(_, given)| given.actions > 0) {
        let sentence = words.meeting_actions(given.actions, given.open);
        lines.push((sentence, view.styles.muted));
    } else if left == 0 {
        lines.push((words.meeting_none_open().to_owned(), view.styles.muted));
    }
    if left > 0 {
        lines.push((words.owes_left(left), view.styles.warn));
    }
    lines.extend(
        view.shelf
            .owed
            .into_iter()
            .flat_map(|owed| owed_lines(owed, columns, view)),
    );
    pen::write_lines(buffer, pen::below(area, 1), lines);
}

/// The roster of a meeting, and a warning where it has ended by the day of a planned one.
fn roster_lines(dossier: &Dossier, view: &Scene) -> Vec<(String, Style)> {
    let units = roll_call::wards(dossier).len();
    let roster = &dossier.roster;
    let mut lines = vec![(
        view.words.meeting_roster(&roster.name, units),
        view.styles.text,
    )];
    let is_planned = dossier.meeting.is_planned();
    let day = dossier.meeting.starts.date_naive();
    if let Some(last) = roster
        .valid_to
        .filter(|_| is_planned && has_ended(roster, day))
    {
        let warning = format!("! {}", view.words.roster_ended(&short_date(last)));
        lines.push((warning, view.styles.warn));
    }
    lines
}

/// The number of open things in the whole book, from any meeting.
fn owed_lines(owed: Outstanding, columns: usize, view: &Scene) -> Vec<(String, Style)> {
    let style = if owed.parts.overdue > 0 {
        view.styles.warn
    } else {
        view.styles.muted
    };
    let lines = wrap(&view.words.owes(&owed), columns).into_iter();
    lines.map(|line| (line, style)).collect()
}
