//! F9 Tra cứu: everything ever said, concluded, answered and assigned, with the match marked.
//!
//! ```text
//!  Tìm: @Tam Phú loại:kết quả ket nap_                                  12 dòng
//!  11/7/2023 08:36  Tam Phú · kết quả · Hội nghị giao ban 06 tháng đầu năm 2023
//!      Kết nạp 12/20, đạt 60% chỉ tiêu năm
//! ```

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use crate::app::search::{HEAD, MOST, Search, hit_rows, hits};
use crate::app::{filter, list};
use crate::meeting::filter::Subject;
use crate::meeting::search::{Found, Hit};
use crate::meeting::{actions, issues};
use crate::text::dates::{short_date, time};
use crate::text::find::places;
use crate::text::terms::bare;
use crate::text::width::width;
use crate::tui::scene::Scene;
use crate::tui::widgets::pen;
use crate::words::Words;

impl Search {
    /// Draws the query over what it found, and returns where the caret stands.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) -> Position {
        let words = view.words;
        let found = hits(view);
        let reading = filter::read(self.query.text(), Subject::Lines, view);
        let count = match found.len() {
            0 => String::new(),
            MOST => words.search_more(MOST),
            n => words.search_found(n),
        };
        let line = (&self.query, &reading);
        let row = pen::row(area, 0);
        let caret =
            crate::tui::filter::draw(buffer, row, line, (words.search_prompt(), &count), view);
        let help = pen::row(area, 1);
        let state = (true, found.is_empty());
        crate::tui::filter::draw_help(buffer, help, line, Subject::Lines, state, view);
        let instead = if reading.filter.is_empty() {
            (self.query.is_blank()).then(|| words.search_hint())
        } else {
            found.is_empty().then(|| words.search_none())
        };
        if let Some(instead) = instead {
            let row = pen::row(area, HEAD);
            pen::write(buffer, row, &format!(" {instead}"), view.styles.muted);
        }
        let rows = hit_rows(area.height);
        let first = list::first_shown(self.selected, found.len(), rows);
        let wanted: Vec<&str> = reading.filter.words.iter().map(|word| bare(word)).collect();
        for (position, hit) in found.iter().enumerate().skip(first).take(rows) {
            let top = u16::try_from((position - first) * 2).unwrap_or(0) + HEAD;
            let is_selected = position == self.selected;
            draw_hit(buffer, area, top, (hit, is_selected, &wanted), view);
        }
        caret
    }
}

fn draw_hit(
    buffer: &mut Buffer,
    area: Rect,
    top: u16,
    (hit, is_selected, wanted): (&Hit, bool, &[&str]),
    view: &Scene,
) {
    let unit = hit
        .unit
        .as_deref()
        .map(|unit| format!("{unit} · "))
        .unwrap_or_default();
    let mark = if is_selected { '▸' } else { ' ' };
    let day = short_date(hit.at.date_naive());
    let head = format!(
        "{mark}{day} {}  {unit}{} · {}",
        time(hit.at),
        kind(hit, view.words),
        hit.meeting_title
    );
    let (head_style, text_style) = if is_selected {
        (view.styles.selected, view.styles.selected)
    } else {
        (view.styles.muted, view.styles.text)
    };
    let rows = [pen::row(area, top), pen::row(area, top + 1)];
    for row in rows {
        pen::paint(buffer, row, text_style);
    }
    pen::write(buffer, rows[0], &head, head_style);
    let matched = if is_selected {
        text_style.add_modifier(Modifier::UNDERLINED)
    } else {
        view.styles.matched
    };
    draw_snippet(buffer, rows[1], &hit.text, wanted, (text_style, matched));
}

/// Returns what a line is, with its code for life if it has one.
fn kind(hit: &Hit, words: Words) -> String {
    match hit.place {
        Found::Note(_, kind) => words.note_kind(kind).to_owned(),
        Found::Conclusion(_) => words.kind_conclusion().to_owned(),
        Found::Action(_, number) => format!("{} {}", words.kind_action(), actions::code(number)),
        Found::IssueAnswer(_, number) => {
            format!("{} {}", words.kind_answer(), issues::code(number))
        }
    }
}

/// Writes the text from a little before its first match on, the matches marked.
fn draw_snippet(
    buffer: &mut Buffer,
    row: Rect,
    text: &str,
    wanted: &[&str],
    (plain, matched): (Style, Style),
) {
    // A word that names the unit stands in the row above.
    let mut ranges: Vec<Range<usize>> = wanted.iter().flat_map(|word| places(word, text)).collect();
    ranges.sort_by_key(|range| range.start);
    let first = ranges.first().map_or(0, |range| range.start);
    let room = usize::from(row.width).saturating_sub(8);
    let before = text.get(..first).unwrap_or_default();
    let start = if width(before) > room / 2 {
        first - cut_tail(before, room / 3).len()
    } else {
        0
    };
    let mut pieces = vec![pen::piece(if start > 0 { "   …" } else { "    " }, plain)];
    let mut at = start;
    for range in ranges.into_iter().filter(|range| range.start >= start) {
        pieces.push(pen::piece(
            text.get(at..range.start).unwrap_or_default(),
            plain,
        ));
        pieces.push(pen::piece(
            text.get(range.start.max(at)..range.end).unwrap_or_default(),
            matched,
        ));
        at = range.end.max(at);
    }
    pieces.push(pen::piece(text.get(at..).unwrap_or_default(), plain));
    pen::write_pieces(buffer, row, &pieces);
}

/// Returns the end of a text that is no wider than the columns, from the beginning of a word on.
fn cut_tail(text: &str, columns: usize) -> &str {
    let words = text
        .match_indices(' ')
        .map(|(byte, _)| text.get(byte + 1..).unwrap_or_default());
    words
        .filter(|tail| width(tail) <= columns)
        .max_by_key(|tail| tail.len())
        .unwrap_or_default()
}
