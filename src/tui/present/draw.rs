//! The projection in the hall: the running item and its clock in large digits, speaker, next one, conclusions.
//!
//! ```text
//!             HỘI NGHỊ GIAO BAN CÔNG TÁC TỔ CHỨC XÂY DỰNG ĐẢNG …
//!                3. Ý kiến trao đổi, thảo luận của các phường
//!                    ██████   ██      ██   ██  ██████
//!                        ██   ██  ██       ██      ██
//!                        trên 50:00
//!             ĐANG PHÁT BIỂU  Linh Trung  03:12
//!             TIẾP THEO  Tam Phú · Thảo Điền
//!  có mặt 31/34                                                    08:31:12
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::meeting::agenda::{self, Strain};
use crate::meeting::code::{ItemKind, MeetingState};
use crate::meeting::dossier::Dossier;
use crate::meeting::{conclusions, floor, roll_call};
use crate::text::dates::{full_time, span, time};
use crate::text::width::{centre, cut, wrap};
use crate::tui::present::Present;
use crate::tui::widgets::{digits, pen};

/// Rows of the floor from which on the time of the speaker is in large digits too.
const ROOM: u16 = 9;

/// Turns that are announced.
const NEXT: usize = 4;

impl Present {
    /// Paints the frame.
    pub(crate) fn paint(&self, buffer: &mut Buffer, area: Rect) {
        buffer.set_style(area, self.styles.text);
        let foot = Rect {
            y: area.bottom().saturating_sub(1),
            height: area.height.min(1),
            ..area
        };
        pen::paint(buffer, foot, self.styles.bar);
        let clock = format!("{} ", full_time(self.now));
        pen::write_right(buffer, foot, &clock, self.styles.bar_key);
        let Some(dossier) = &self.followed.dossier else {
            let why = self.followed.trouble.as_deref();
            let text = why.unwrap_or_else(|| self.words.present_no_meeting());
            middle(
                buffer,
                pen::row(area, area.height / 2),
                text,
                self.styles.text,
            );
            return;
        };
        let counts = roll_call::counts(dossier);
        let present = self.words.present_attendance(counts.present, counts.roster);
        let trouble = self.followed.trouble.as_ref().or(self.complaint.as_ref());
        let trouble = trouble.map_or("", String::as_str);
        let left = format!(" {present}  {trouble}");
        pen::write(buffer, foot, &left, self.styles.bar_key);
        let title = dossier.meeting.title.to_uppercase();
        pen::paint(buffer, pen::row(area, 0), self.styles.bar);
        middle(buffer, pen::row(area, 0), &title, self.styles.bar_key);
        let body = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(2),
            ..area
        };
        self.paint_course(buffer, body, dossier);
    }

    fn paint_course(&self, buffer: &mut Buffer, body: Rect, dossier: &Dossier) {
        let words = self.words;
        let Some(item) = agenda::running_item(dossier) else {
            let (text, at) = match dossier.meeting.state {
                MeetingState::Planned => (words.present_waiting(), dossier.meeting.starts),
                MeetingState::InSession => (words.present_between(), self.now),
                MeetingState::Closed | MeetingState::Final => (
                    words.present_over(),
                    dossier.meeting.closed.unwrap_or(self.now),
                ),
            };
            middle(buffer, pen::row(body, 1), text, self.styles.heading);
            large(buffer, pen::below(body, 3), &time(at), self.styles.running);
            return;
        };
        let concludes = item.kind == ItemKind::Conclusion;
        let heading = format!("{}. {}", item.position, item.title);
        middle(buffer, pen::row(body, 1), &heading, self.styles.heading);
        let (spent, planned) = (
            agenda::elapsed(dossier, item.id, self.now),
            agenda::planned(item),
        );
        let strain = agenda::strain(spent, planned);
        let style = match strain {
            Strain::Calm => self.styles.running,
            Strain::Near => self.styles.warn,
            Strain::Over => self.styles.bad,
        };
        let clock_area = Rect {
            height: if concludes {
                body.height.min(9)
            } else {
                body.height
            },
            ..body
        };
        let mut row = 3 + large(buffer, pen::below(clock_area, 3), &span(spent), style);
        let over = if strain == Strain::Over {
            format!(" · {}", words.present_overtime())
        } else {
            String::new()
        };
        let of = format!("{}{over}", words.present_of(&span(planned)));
        middle(buffer, pen::row(body, row), &of, style);
        row += 2;
        if concludes {
            self.paint_conclusions(buffer, pen::below(body, row), dossier);
        } else {
            self.paint_floor(buffer, pen::below(body, row), dossier);
        }
    }

    /// Who speaks, for how long, and who is next.
    fn paint_floor(&self, buffer: &mut Buffer, area: Rect, dossier: &Dossier) {
        let words = self.words;
        let mut row = 0;
        if let Some(speech) = floor::speaking(dossier) {
            let name = floor::name(speech, dossier);
            let spoken = span(floor::length(speech, self.now));
            let rest = area.height.saturating_sub(ROOM);
            if rest == 0 {
                let told = format!("{}   {name}   {spoken}", words.present_speaking());
                middle(buffer, pen::row(area, row), &told, self.styles.counter);
            } else {
                let told = format!("{}   {name}", words.present_speaking());
                middle(buffer, pen::row(area, row), &told, self.styles.counter);
                let place = pen::below(area, row + 2);
                let clock = pen::piece(spoken, self.styles.counter);
                row += 2 + digits::draw_largest(buffer, place, rest, &clock);
            }
            row += 2;
        }
        let next: Vec<&str> = floor::queue(dossier)
            .into_iter()
            .take(NEXT)
            .map(|speech| floor::name(speech, dossier))
            .collect();
        if !next.is_empty() {
            let told = format!("{}   {}", words.present_next(), next.join(" · "));
            middle(buffer, pen::row(area, row), &told, self.styles.text);
        }
    }

    /// The conclusions so far; when there is not room for all, the latest.
    fn paint_conclusions(&self, buffer: &mut Buffer, area: Rect, dossier: &Dossier) {
        let title = self.words.present_conclusions();
        middle(buffer, pen::row(area, 0), title, self.styles.heading);
        let columns = usize::from(area.width.saturating_sub(8).min(110));
        let mut lines: Vec<(String, Style)> = Vec::new();
        for (place, conclusion) in (1..).zip(conclusions::in_order(dossier)) {
            let text = format!("{place}. {}", conclusion.text);
            let wrapped = wrap(&text, columns).into_iter();
            lines.extend(wrapped.map(|line| (line, self.styles.counter)));
        }
        let body = Rect {
            x: area.x
                + (area
                    .width
                    .saturating_sub(u16::try_from(columns).unwrap_or(0)))
                    / 2,
            ..pen::below(area, 1)
        };
        let rows = usize::from(body.height);
        let mut skip = lines.len().saturating_sub(rows);
        if skip > 0 {
            // The rows that are left out are said, in the place of one more.
            skip += 1;
            let first = self.words.present_earlier().to_owned();
            lines.insert(skip, (first, self.styles.muted));
        }
        pen::write_lines(buffer, body, lines.into_iter().skip(skip));
    }
}

/// Writes a text into the middle of a row.
fn middle(buffer: &mut Buffer, row: Rect, text: &str, style: Style) {
    let columns = usize::from(row.width);
    let shown = cut(text, columns.saturating_sub(2));
    pen::write(buffer, row, &centre(&shown, columns), style);
}

/// Draws a clock as large as there is room for, and returns the rows it took.
fn large(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    // Six rows are left for the lines around the clock.
    let room = area.height.saturating_sub(5);
    digits::draw_largest(buffer, area, room, &pen::piece(text, style))
}
