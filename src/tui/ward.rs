//! Draws the card of a unit in front of the desk: its actions, its open issues, its speeches, its attendance.
//!
//! ```text
//! ╭ LINH TRUNG · Bí thư · đã nói 03:12 ──────────────────────────────────╮
//! │ ▸ ! NV-003  30/6/2023  quá hạn   Báo cáo kết quả xác minh              │
//! │     NV-007  30/9/2023  đang làm  Rà soát, sắp xếp đảng viên            │
//! │   ? VM-002  12/4/2023  mới nêu   Khó tiếp nhận tổ chức đảng            │
//! │   “ 12/4/2023 vướng mắc  Đề nghị hướng dẫn …                           │
//! │   = có mặt 9/10 (90%)                                                  │
//! ╰ Enter mở · 2 đang làm · 3 đã báo cáo · 4 hoàn thành · Esc ─────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::list;
use crate::app::roll_call::card::{history, record};
use crate::app::ward::{Matter, Ward, matters};
use crate::meeting::actions::Standing;
use crate::meeting::rows::Seat;
use crate::meeting::{actions, floor, issues, roll_call};
use crate::text::dates::{short_date, span};
use crate::text::width::{pad, width, wrap};
use crate::tui::actions::look;
use crate::tui::desk::floor::short_day;
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

impl Ward {
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) {
        let Some((dossier, seat)) = view.seat(self.seat) else {
            return;
        };
        let matters = matters(seat, view);
        let here = self.selected.min(matters.len().saturating_sub(1));
        let rows = u16::try_from(matters.len()).unwrap_or(u16::MAX);
        let standing = view.words.standing(roll_call::standing(dossier, seat.id));
        let total = span(floor::total(dossier, seat.id, view.now));
        let title = format!(
            "{} · {standing} · {}",
            seat.name.to_uppercase(),
            view.words.has_spoken(&total)
        );
        let frame = DialogBox {
            width: screen.width.saturating_sub(2).min(110),
            height: rows.saturating_add(6).min(screen.height),
            title: &title,
            foot: view.words.ward_foot(),
        };
        let inside = frame.draw(buffer, screen, view.styles);
        let visible = usize::from(inside.height.saturating_sub(3));
        let first = list::first_shown(here, matters.len(), visible);
        let lines = (0..).zip(matters.iter().enumerate().skip(first).take(visible));
        for (row, (position, matter)) in lines {
            let row = pen::row(inside, row);
            let (text, style) = line_of(matter, seat, view);
            let row = ListRow::new(row, position == here);
            row.draw(buffer, &format!(" {text}"), style, view.styles);
        }
        // The list cuts long lines; the selected one stands in full under it.
        let rule = pen::below(inside, inside.height.saturating_sub(3));
        pen::rule(buffer, rule, view.styles.muted);
        let whole = matters.get(here).map_or("", |matter| text_of(matter));
        let wrapped = wrap(whole, usize::from(inside.width).saturating_sub(2));
        let styled = wrapped.into_iter().map(|line| (line, view.styles.text));
        pen::write_lines(buffer, pen::below(rule, 1), styled);
    }
}

/// A line of the card: the glyph of its kind, then its text.
fn line_of(matter: &Matter, seat: &Seat, view: &Scene) -> (String, Style) {
    let (words, styles) = (view.words, view.styles);
    match matter {
        Matter::Owed(owed) => {
            let standing = owed.standing(view.today());
            let day = owed.deadline.map_or(String::new(), short_date);
            let reported = owed.reported.map(|at| short_day(at.date_naive(), view));
            let state = match (standing, reported) {
                (Standing::Overdue, _) => words.overdue().to_owned(),
                (Standing::Reported, Some(day)) => words.reported_waits(&day),
                (_, _) => words.assignment_state(owed.part.state).to_owned(),
            };
            let (glyph, style) = look(standing, view);
            let code = actions::code(owed.action.number);
            let text = format!(
                "{glyph} {code}  {} {} {}",
                pad(&day, 10),
                pad(&state, width(&state).max(15)),
                owed.action.text
            );
            (text, style)
        }
        Matter::Issue(issue) => {
            let text = format!(
                "? {}  {} {} {}",
                issues::code(issue.number),
                pad(&short_date(issue.at.date_naive()), 10),
                pad(words.issue_state(issue.state), 15),
                issue.text
            );
            (text, styles.warn)
        }
        Matter::Said(note) => {
            let text = format!(
                "“ {} {} {}",
                pad(&short_date(note.at.date_naive()), 10),
                pad(words.note_kind(note.kind), 12),
                note.text
            );
            (text, styles.muted)
        }
        Matter::Record => (record_line(seat, view), styles.text),
    }
}

/// How the unit came over its last meetings.
fn record_line(seat: &Seat, view: &Scene) -> String {
    let record_text = history(seat, view).and_then(|history| record(history, view.words));
    match record_text {
        Some((sum, exceptions)) => format!("= {sum} · {exceptions}"),
        None => format!("= {}", view.words.card_no_history()),
    }
}

fn text_of<'a>(matter: &Matter<'a>) -> &'a str {
    match matter {
        Matter::Owed(owed) => &owed.action.text,
        Matter::Issue(issue) => &issue.text,
        Matter::Said(note) => &note.text,
        Matter::Record => "",
    }
}
