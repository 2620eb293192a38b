//! Draws F9 Tra cứu: everything ever said, concluded, answered and assigned, with the match marked.
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

use crate::app::filter;
use crate::app::list;
use crate::app::search::{HEAD, MOST, Search, hit_rows, hits};
use crate::meeting::code::{ACTION, ATTENDANCE, CONCLUSION, MEETING, NoteKind, REPORT};
use crate::meeting::filter::Subject;
use crate::meeting::search::{Found, Hit};
use crate::meeting::{actions, issues};
use crate::text::dates::{short_date, time};
use crate::text::find::places;
use crate::text::terms::bare;
use crate::text::width::width;
use crate::tui::filter::FilterLine;
use crate::tui::scene::Scene;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen::{self, Piece};
use crate::words::Words;

impl Search {
    /// Draws the query above its hits, and returns the position of the caret.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) -> Position {
        let words = view.words;
        let hits = hits(view);
        let reading = filter::read(self.query.text(), Subject::Lines, view);
        let count = match hits.len() {
            0 => String::new(),
            MOST => words.search_more(MOST),
            n => words.search_found(n),
        };
        let line = FilterLine {
            finder: &self.query,
            reading: &reading,
            subject: Subject::Lines,
            label: words.search_prompt(),
            tally: &count,
            is_typing: true,
            is_empty: hits.is_empty(),
        };
        let caret = line.draw(buffer, pen::row(area, 0), view);
        line.draw_help(buffer, pen::row(area, 1), view);
        let instead = if reading.filter.is_empty() {
            (self.query.is_blank()).then(|| words.search_hint())
        } else {
            hits.is_empty().then(|| words.search_none())
        };
        if let Some(instead) = instead {
            let row = pen::row(area, HEAD);
            pen::write(buffer, row, &format!(" {instead}"), view.styles.muted);
        }
        let rows = hit_rows(area.height);
        let first = list::first_shown(self.selected, hits.len(), rows);
        let wanted: Vec<&str> = reading.filter.words.iter().map(|word| bare(word)).collect();
        for (position, hit) in hits.iter().enumerate().skip(first).take(rows) {
            let top = u16::try_from((position - first) * 2).unwrap_or(0) + HEAD;
            let row = ListRow::new(pen::below(area, top), position == self.selected);
            draw_hit(buffer, row, &MarkedHit::new(hit, &wanted), view);
        }
        caret
    }
}

/// A hit, with the places in its text that match.
struct MarkedHit<'a> {
    hit: &'a Hit,
    /// In their order in the text.
    matches: Vec<Range<usize>>,
}

/// Draws a hit into the first two rows of its area.
fn draw_hit(buffer: &mut Buffer, row: ListRow, marked: &MarkedHit, view: &Scene) {
    let (hit, styles) = (marked.hit, view.styles);
    let unit = hit
        .unit
        .as_deref()
        .map(|unit| format!("{unit} · "))
        .unwrap_or_default();
    let day = short_date(hit.at.date_naive());
    let head = format!(
        "{}{day} {}  {unit}{} · {}",
        row.sign(),
        time(hit.at),
        kind(hit, view.words),
        hit.meeting_title
    );
    let text_style = row.style(styles.text, styles);
    let [head_row, text_row] = [pen::row(row.area, 0), pen::row(row.area, 1)];
    for row in [head_row, text_row] {
        pen::paint(buffer, row, text_style);
    }
    pen::write(buffer, head_row, &head, row.style(styles.muted, styles));
    let matched = if row.is_selected {
        text_style.add_modifier(Modifier::UNDERLINED)
    } else {
        styles.matched
    };
    let snippet = marked.snippet(usize::from(text_row.width), text_style, matched);
    pen::write_pieces(buffer, text_row, &snippet);
}

/// Returns the kind of a hit, with its code for life if it has one.
fn kind(hit: &Hit, words: Words) -> String {
    match hit.place {
        Found::Note(_, kind) => words.note_kind(kind).to_owned(),
        Found::Conclusion(_) => words.name(CONCLUSION).to_owned(),
        Found::Action(_, number) => format!("{} {}", words.name(ACTION), actions::code(number)),
        Found::Report(_, _, number) => format!("{} {}", words.name(REPORT), actions::code(number)),
        Found::Issue(_, number) => {
            let kind = words.note_kind(NoteKind::Difficulty);
            format!("{kind} {}", issues::code(number))
        }
        Found::IssueAnswer(_, number) => {
            let kind = words.note_kind(NoteKind::Answer);
            format!("{kind} {}", issues::code(number))
        }
        Found::Document => words.note_kind(NoteKind::Document).to_owned(),
        Found::Attendance(_) => words.name(ATTENDANCE).to_owned(),
        Found::Meeting => words.name(MEETING).to_owned(),
    }
}

impl<'a> MarkedHit<'a> {
    fn new(hit: &'a Hit, wanted: &[&str]) -> Self {
        // A word that names the unit stands in the row above the text.
        let ranges = wanted.iter().flat_map(|word| places(word, &hit.text));
        let mut matches: Vec<Range<usize>> = ranges.collect();
        matches.sort_by_key(|range| range.start);
        Self { hit, matches }
    }

    /// Returns the text from a little before its first match on, the matches in their own style.
    fn snippet(&self, columns: usize, plain: Style, matched: Style) -> Vec<Piece<'a>> {
        let text = self.hit.text.as_str();
        let first = self.matches.first().map_or(0, |range| range.start);
        let room = columns.saturating_sub(8);
        let before = text.get(..first).unwrap_or_default();
        let start = if width(before) > room / 2 {
            first - cut_tail(before, room / 3).len()
        } else {
            0
        };
        let mut pieces = vec![pen::piece(if start > 0 { "   …" } else { "    " }, plain)];
        let mut at = start;
        for range in self.matches.iter().filter(|range| range.start >= start) {
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
        pieces
    }
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
