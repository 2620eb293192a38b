//! The papers drawn: missing details and possible slips on the left, the paper on the right.
//!
//! ```text
//!  CÒN THIẾU 2        │ XEM TRƯỚC ◂ Biên bản ▸ dự thảo lần 1            12%
//!  ▸ Địa điểm         │     THÀNH ỦY THỦ ĐỨC       ĐẢNG CỘNG SẢN VIỆT NAM
//!    Số trang, số bản │        BAN TỔ CHỨC         ──────────────────────
//!  GỢI Ý 1            │▸- Địa điểm: ......
//!    tình tình → …    │
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::list;
use crate::app::papers::entries::{Entry, Part, gap_words_on, remark_words, verdict};
use crate::app::papers::{Papers, list_columns};
use crate::app::view::Previewed;
use crate::meeting::code::PaperKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::papers::is_working;
use crate::meeting::suggestions::{Suggestion, text};
use crate::papers::brief::{Stage, Which};
use crate::papers::screen::{Line, Stop};
use crate::text::width::{width, wrap};
use crate::tui::scene::{MeetingScene, Scene};
use crate::tui::theme::lettered;
use crate::tui::widgets::list_row::cursor;
use crate::tui::widgets::pen;
use crate::words::Words;

/// Rows at the foot of the list that tell the selected line whole.
const WHOLE: u16 = 5;

/// Letters around a slip that are shown with it.
const AROUND: usize = 40;

impl Papers {
    /// Draws the gaps and suggestions beside the preview.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) {
        let (Some(view), Some(paper)) = (&view.of_meeting(), &view.shelf.paper) else {
            return view.draw_no_meeting(buffer, area);
        };
        let left = Rect {
            width: list_columns(area.width),
            ..area
        };
        let right = Rect {
            x: area.x + left.width,
            width: area.width - left.width,
            ..area
        };
        let left = pen::rule_right(buffer, left, view.styles.muted);
        self.draw_list(buffer, left, paper, view);
        self.draw_head(buffer, pen::row(right, 0), paper, view);
        self.draw_paper(buffer, pen::below(right, 1), paper, view);
    }

    /// Which paper it is, how far it is, and how much of it has been shown.
    fn draw_head(&self, buffer: &mut Buffer, row: Rect, paper: &Previewed, view: &MeetingScene) {
        let style = if self.in_preview {
            view.styles.running
        } else {
            view.styles.heading
        };
        let name = paper_name(paper.which, view.dossier, view.words);
        let stage = match paper.stage {
            Stage::Draft(number) => view.words.preview_draft(number),
            // A paper to work with is no draft of anything.
            Stage::Final if is_working(paper.which.kind) => String::new(),
            Stage::Final => view.words.preview_final().to_owned(),
        };
        let title = format!(" {} ◂ {name} ▸ {stage}", view.words.preview_title());
        let total = paper.layout.lines.len().max(1);
        let seen = (self.scroll + usize::from(view.rows).saturating_sub(1)).min(total);
        let percent = format!(" {}% ", seen * 100 / total);
        let room = u16::try_from(width(&percent)).unwrap_or(0);
        let title_row = Rect {
            width: row.width.saturating_sub(room),
            ..row
        };
        pen::write(buffer, title_row, &title, style);
        pen::write_right(buffer, row, &percent, view.styles.muted);
    }

    fn draw_paper(&self, buffer: &mut Buffer, area: Rect, paper: &Previewed, view: &Scene) {
        let layout = &paper.layout;
        let here = layout.stops.get(self.stop);
        let lines = layout.lines.iter().enumerate().skip(self.scroll);
        for (position, (number, line)) in (0..area.height).zip(lines) {
            let row = pen::row(area, position);
            let is_here = here.is_some_and(|stop| (stop.first..stop.end).contains(&number));
            let (styles, is_selected) = (view.styles, is_here && self.in_preview);
            let style = styles.under(is_selected, styles.text);
            pen::paint(buffer, row, style);
            let mark = here.filter(|stop| is_here && begins(stop, number, self.scroll));
            let mark = cursor(mark.is_some()).to_string();
            let mut pieces = vec![pen::piece(mark, style)];
            pieces.extend(pieces_of(line, style, is_selected, view));
            pen::write_pieces(buffer, row, &pieces);
        }
    }

    fn draw_list(&self, buffer: &mut Buffer, area: Rect, paper: &Previewed, view: &MeetingScene) {
        let entries = self.entries(paper);
        let whole = entries.get(self.selected).filter(|_| !self.in_preview);
        let whole = whole.map_or_else(Vec::new, |entry| {
            told_whole(
                *entry,
                paper.which.kind,
                view.dossier,
                (view.words, usize::from(area.width)),
            )
        });
        let foot = u16::try_from(whole.len()).unwrap_or(WHOLE).min(WHOLE);
        let room = Rect {
            height: area.height.saturating_sub(foot),
            ..area
        };
        let lines = self.list_lines(&entries, paper, view, usize::from(area.width));
        let here = lines.iter().position(|line| line.is_here).unwrap_or(0);
        let rows = usize::from(room.height).max(1);
        let first = list::first_shown(here, lines.len(), rows);
        for (position, line) in (0..room.height).zip(lines.iter().skip(first)) {
            let row = pen::row(room, position);
            if line.is_here {
                pen::paint(buffer, row, line.style);
            }
            pen::write(buffer, row, &line.text, line.style);
        }
        let text = whole.into_iter().map(|text| (text, view.styles.muted));
        pen::write_lines(buffer, pen::below(area, room.height), text);
    }

    /// The lines of the list: each part under its heading.
    fn list_lines(
        &self,
        entries: &[Entry],
        shown: &Previewed,
        view: &MeetingScene,
        columns: usize,
    ) -> Vec<ListLine> {
        let (words, styles) = (view.words, view.styles);
        let plain = |text: String, style: Style| ListLine {
            text,
            style,
            is_here: false,
        };
        let mut lines = Vec::new();
        if let Some(verdict) = verdict(shown, words) {
            let style = if verdict.is_whole {
                styles.good
            } else {
                styles.heading
            };
            let sentence = wrap(verdict.sentence, columns.saturating_sub(2));
            lines.extend(
                sentence
                    .into_iter()
                    .map(|line| plain(format!(" {line}"), style)),
            );
        }
        let mut before = None;
        for (position, entry) in entries.iter().enumerate() {
            let here = entry.part();
            if before != Some(here) {
                let own = entries.iter().filter(|other| other.part() == here);
                let own = own.map(|entry| entry.places());
                let (title, style) = match (here, own.sum()) {
                    (Part::Unprintable, n) => (words.unprintable_title(n), styles.warn),
                    (Part::Wrong, n) => (words.wrong_title(n), styles.warn),
                    (Part::Missing, n) => (words.gaps_title(n), styles.warn),
                    (Part::Noted, n) => (words.noted_title(n), styles.heading),
                    (Part::Suggested, n) => (words.suggestions_title(n), styles.heading),
                };
                lines.push(plain(format!(" {title}"), style));
            }
            before = Some(here);
            let is_here = position == self.selected && !self.in_preview;
            let mark = cursor(is_here);
            lines.push(ListLine {
                text: format!(
                    " {mark} {}",
                    entry_words(*entry, shown.which.kind, view.dossier, words)
                ),
                style: styles.under(is_here, styles.text),
                is_here,
            });
        }
        lines
    }
}

/// A line of the list on the left, already wrapped.
struct ListLine {
    text: String,
    style: Style,
    is_here: bool,
}

/// Says whether the mark of the cursor stands at this line: the first of its block that is seen.
pub(crate) fn begins(stop: &Stop, line: usize, scroll: usize) -> bool {
    line == stop.first.max(scroll)
}

/// The spans of a line, each with its letters; under the cursor they keep the colours of the selection.
fn pieces_of<'a>(
    line: &'a Line,
    style: Style,
    is_here: bool,
    view: &'a Scene,
) -> impl Iterator<Item = pen::Piece<'a>> {
    line.spans.iter().map(move |span| {
        let style = match span.look {
            Some(look) => lettered(style, look.bold, look.italic, look.underline),
            None if is_here => style,
            None => view.styles.muted,
        };
        pen::piece(span.text.as_str(), style)
    })
}

/// Returns the name of a paper, and of the unit that it is for.
fn paper_name(which: Which, dossier: &Dossier, words: Words) -> String {
    let seat = which.seat.and_then(|seat| dossier.seats.get(seat));
    match seat {
        Some(seat) if which.kind == PaperKind::Slip => words.slip_of(&seat.name),
        Some(seat) => words.paper_for(words.paper(which.kind), &seat.name),
        None => words.paper(which.kind).to_owned(),
    }
}

fn entry_words(entry: Entry, on: PaperKind, dossier: &Dossier, words: Words) -> String {
    match entry {
        Entry::Gap(gap, 1) => gap_words_on(on, gap, dossier, words),
        Entry::Gap(gap, n) => words.gap_in_places(n, &gap_words_on(on, gap, dossier, words)),
        Entry::Remark(remark) => remark_words(remark, dossier, words),
        Entry::Suggestion(suggestion) => {
            let old = visible(&suggestion.old);
            match &suggestion.mend.new {
                Some(new) => format!("{old} → {}", visible(new)),
                None => format!("{old} → ?"),
            }
        }
    }
}

/// Returns a text with visible spaces, if it begins or ends with a space.
fn visible(text: &str) -> String {
    if text.trim() == text {
        text.to_owned()
    } else {
        text.replace(' ', "␣")
    }
}

/// Returns the selected line whole, if it is cut; of a slip, the words around it.
fn told_whole(
    entry: Entry,
    on: PaperKind,
    dossier: &Dossier,
    (words, columns): (Words, usize),
) -> Vec<String> {
    let room = columns.saturating_sub(2);
    match entry {
        Entry::Gap(..) | Entry::Remark(_) => {
            let text = entry_words(entry, on, dossier, words);
            if width(&text) + 3 <= columns {
                return Vec::new();
            }
            wrap(&text, room)
        }
        Entry::Suggestion(suggestion) => wrap(&around(suggestion, dossier), room),
    }
}

fn around(suggestion: &Suggestion, dossier: &Dossier) -> String {
    let whole = text(suggestion.spot, dossier).unwrap_or_default();
    let at = &suggestion.mend.at;
    let head = whole.get(..at.start).unwrap_or_default();
    let tail = whole.get(at.start..).unwrap_or_default();
    let skipped = head.chars().count().saturating_sub(AROUND);
    let before: String = head.chars().skip(skipped).collect();
    let behind: String = tail.chars().take(AROUND).collect();
    let mark = if skipped > 0 { "…" } else { "" };
    format!("{mark}{before}{behind}")
}
