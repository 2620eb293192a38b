//! Draws the hall: the running item and its clock in large digits, who speaks, who is next, what was concluded.
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

use chrono::TimeDelta;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::meeting::agenda::Strain;
use crate::meeting::hall::{Hall, Item, Matter, Panel};
use crate::text::dates::{Instant, full_time, span, time};
use crate::text::width::{centre, cut, wrap};
use crate::tui::present::Present;
use crate::tui::widgets::{digits, pen};

/// Rows of the floor from which on the time of the speaker is in large digits too.
const ROOM: u16 = 9;

impl Present {
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
        let hall = Hall::of(dossier, self.now);
        let present = self.words.present_attendance(hall.present, hall.roster);
        let trouble = self.followed.trouble.as_ref().or(self.complaint.as_ref());
        let trouble = trouble.map_or("", String::as_str);
        let left = format!(" {present}  {trouble}");
        pen::write(buffer, foot, &left, self.styles.bar_key);
        pen::paint(buffer, pen::row(area, 0), self.styles.bar);
        middle(
            buffer,
            pen::row(area, 0),
            &hall.title.to_uppercase(),
            self.styles.bar_key,
        );
        let body = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(2),
            ..area
        };
        match &hall.matter {
            Matter::Waiting(at) => self.paint_time(buffer, body, self.words.present_waiting(), *at),
            Matter::Between(at) => self.paint_time(buffer, body, self.words.present_between(), *at),
            Matter::Over(at) => self.paint_time(buffer, body, self.words.present_over(), *at),
            Matter::Item(item) => self.paint_item(buffer, body, item),
        }
    }

    /// Paints a sentence with a time below it.
    fn paint_time(&self, buffer: &mut Buffer, body: Rect, sentence: &str, at: Instant) {
        middle(buffer, pen::row(body, 1), sentence, self.styles.heading);
        large(buffer, pen::below(body, 3), &time(at), self.styles.running);
    }

    fn paint_item(&self, buffer: &mut Buffer, body: Rect, item: &Item) {
        let heading = format!("{}. {}", item.position, item.title);
        middle(buffer, pen::row(body, 1), &heading, self.styles.heading);
        let style = match item.strain {
            Strain::Calm => self.styles.running,
            Strain::Near => self.styles.warn,
            Strain::Over => self.styles.bad,
        };
        let clock_height = match item.panel {
            Panel::Conclusions(_) => body.height.min(9),
            Panel::Floor { .. } => body.height,
        };
        let clock_area = Rect {
            height: clock_height,
            ..body
        };
        let spent = span(item.spent);
        let mut row = 3 + large(buffer, pen::below(clock_area, 3), &spent, style);
        let over = if item.strain == Strain::Over {
            format!(" · {}", self.words.present_overtime())
        } else {
            String::new()
        };
        let of = format!("{}{over}", self.words.present_of(&span(item.planned)));
        middle(buffer, pen::row(body, row), &of, style);
        row += 2;
        let area = pen::below(body, row);
        match &item.panel {
            Panel::Floor { speaker, next } => self.paint_floor(buffer, area, *speaker, next),
            Panel::Conclusions(texts) => self.paint_conclusions(buffer, area, texts),
        }
    }

    /// Paints who speaks, for how long, and who is next.
    fn paint_floor(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        speaker: Option<(&str, TimeDelta)>,
        next: &[&str],
    ) {
        let words = self.words;
        let mut row = 0;
        if let Some((name, spoken)) = speaker {
            let spoken = span(spoken);
            let rest = area.height.saturating_sub(ROOM);
            let sentence = format!("{}   {name}", words.present_speaking());
            if rest == 0 {
                let sentence = format!("{sentence}   {spoken}");
                middle(buffer, pen::row(area, row), &sentence, self.styles.counter);
            } else {
                middle(buffer, pen::row(area, row), &sentence, self.styles.counter);
                let place = pen::below(area, row + 2);
                let clock = pen::piece(spoken, self.styles.counter);
                row += 2 + digits::draw_largest(buffer, place, rest, &clock);
            }
            row += 2;
        }
        if !next.is_empty() {
            let sentence = format!("{}   {}", words.present_next(), next.join(" · "));
            middle(buffer, pen::row(area, row), &sentence, self.styles.text);
        }
    }

    /// Paints the conclusions so far; when there is not room for all, the latest.
    fn paint_conclusions(&self, buffer: &mut Buffer, area: Rect, texts: &[&str]) {
        let title = self.words.present_conclusions();
        middle(buffer, pen::row(area, 0), title, self.styles.heading);
        let columns = area.width.saturating_sub(8).min(110);
        let mut lines: Vec<(String, Style)> = Vec::new();
        for (place, text) in (1..).zip(texts) {
            let wrapped = wrap(&format!("{place}. {text}"), usize::from(columns));
            lines.extend(wrapped.into_iter().map(|line| (line, self.styles.counter)));
        }
        let body = Rect {
            x: area.x + area.width.saturating_sub(columns) / 2,
            ..pen::below(area, 1)
        };
        let rows = usize::from(body.height);
        let mut skip = lines.len().saturating_sub(rows);
        if skip > 0 {
            // A line says that earlier ones are left out, and takes the place of one more.
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
    let text = cut(text, columns.saturating_sub(2));
    pen::write(buffer, row, &centre(&text, columns), style);
}

/// Draws a clock as large as there is room for, and returns the rows it took.
fn large(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    // Six rows are left for the lines around the clock.
    let room = area.height.saturating_sub(5);
    digits::draw_largest(buffer, area, room, &pen::piece(text, style))
}
