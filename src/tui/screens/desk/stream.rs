//! The stream on the desk: what was said, concluded and assigned, the newest at the foot.
//!
//! ```text
//!  DIỄN BIẾN
//!  ── 3. Ý kiến trao đổi, thảo luận của các phường
//!  08:31 Linh Trung · vướng mắc         TT5
//!    Khó tiếp nhận tổ chức đảng trong …
//! ```

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Desk, plain_kind};
use crate::meeting::actions;
use crate::meeting::capture::Whom;
use crate::meeting::code::NoteKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry};
use crate::meeting::roll_call;
use crate::text::dates::{short_date, time};
use crate::text::width::{width, wrap};
use crate::tui::view::View;
use crate::tui::widgets::pen;

/// Lines that a long text takes at most, unless it is selected.
const TEXT_ROWS: usize = 3;

impl Desk {
    /// The newest line stands at the foot; a selected one is kept in sight.
    pub(super) fn draw_stream(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        dossier: &Dossier,
        view: &View,
    ) {
        pen::write(
            buffer,
            pen::row(area, 0),
            &format!(" {}", view.words.stream_title()),
            view.styles.heading,
        );
        let body = pen::below(area, 1);
        let stream = notes::stream(dossier);
        if stream.is_empty() {
            let hint = view.words.stream_empty();
            pen::write_wrapped(buffer, pen::below(body, 1), hint, view.styles.muted);
            return;
        }
        let rows = usize::from(body.height);
        let lines = self.last_lines(&stream, (usize::from(body.width), rows), dossier, view);
        let skip = first_whole(&lines, rows);
        // Where the entry at the top is left out because it was cut, its rows stay empty.
        let top = if skip == 0 {
            0
        } else {
            rows + skip - lines.len()
        };
        let places = (u16::try_from(top).unwrap_or(0)..).zip(lines.into_iter().skip(skip));
        for (position, line) in places {
            let row = pen::row(body, position);
            if line.style == view.styles.selected {
                pen::paint(buffer, row, line.style);
            }
            let right = u16::try_from(width(&line.right)).unwrap_or(0);
            let room = row.width.saturating_sub(right + u16::from(right > 0));
            pen::write(buffer, Rect { width: room, ..row }, &line.left, line.style);
            pen::write_right(buffer, row, &line.right, line.style);
        }
    }

    /// The lines that fill the panel up to its foot: down to the newest entry, or a little past the selected one.
    fn last_lines(
        &self,
        stream: &[Entry],
        (columns, rows): (usize, usize),
        dossier: &Dossier,
        view: &View,
    ) -> Vec<StreamRow> {
        let selected = self
            .selected
            .and_then(|id| stream.iter().position(|entry| entry.id() == id));
        let newest = stream.len() - 1;
        let last = selected.map_or(newest, |here| (here + rows / 6).min(newest));
        let mut lines: Vec<StreamRow> = Vec::new();
        for position in (0..=last).rev() {
            let before = position
                .checked_sub(1)
                .and_then(|before| stream.get(before));
            let block = self.entry_lines(stream[position], before.copied(), dossier, columns, view);
            lines.splice(0..0, block);
            if lines.len() >= rows {
                break;
            }
        }
        lines
    }

    /// The rows of one entry: its item where that changes, who and what, then the text.
    fn entry_lines(
        &self,
        entry: Entry,
        before: Option<Entry>,
        dossier: &Dossier,
        columns: usize,
        view: &View,
    ) -> Vec<StreamRow> {
        let is_selected = self.selected == Some(entry.id());
        let pick = |style: Style| {
            if is_selected {
                view.styles.selected
            } else {
                style
            }
        };
        let mut lines: Vec<StreamRow> = Vec::new();
        if before.is_none_or(|before| before.item() != entry.item())
            && let Some(item) = entry.item().and_then(|item| dossier.items.get(item))
        {
            lines.push(StreamRow::new(
                format!(" ── {}. {}", item.position, item.title),
                view.styles.muted,
            ));
        }
        let mark = if is_selected { '▸' } else { ' ' };
        let head = format!(
            "{mark}{} {}",
            time(entry.at()),
            head_of(entry, dossier, view)
        );
        let is_edited = self.editing == Some(entry.id());
        let right = if is_edited {
            view.words.editing().to_owned()
        } else {
            touches(entry, dossier, view)
        };
        lines.push(StreamRow {
            right,
            ..StreamRow::new(head, pick(head_style(entry, view)))
        });
        let text = wrap(entry.text(), columns.saturating_sub(4));
        let most = if is_selected { 8 } else { TEXT_ROWS };
        if let Some(first) = lines.first_mut() {
            first.is_head = true;
        }
        let is_cut = text.len() > most;
        for (position, line) in text.into_iter().take(most).enumerate() {
            let end = if is_cut && position + 1 == most {
                "…"
            } else {
                ""
            };
            lines.push(StreamRow::new(
                format!("   {line}{end}"),
                pick(view.styles.text),
            ));
        }
        lines
    }
}

/// A row of the stream: what stands at its left, and at its right.
struct StreamRow {
    /// Whether an entry begins here.
    is_head: bool,
    left: String,
    right: String,
    style: Style,
}

impl StreamRow {
    fn new(left: String, style: Style) -> Self {
        Self {
            is_head: false,
            left,
            right: String::new(),
            style,
        }
    }
}

/// Returns the first of the last rows at which an entry begins; an entry longer than the panel may be cut.
fn first_whole(lines: &[StreamRow], rows: usize) -> usize {
    let skip = lines.len().saturating_sub(rows);
    let heads = lines.iter().enumerate().skip(skip);
    let whole = heads
        .filter(|(_, line)| line.is_head)
        .map(|(position, _)| position)
        .next();
    whole
        .filter(|whole| skip > 0 && *whole < lines.len())
        .unwrap_or(skip)
}

/// Who and what kind; for an action its code and whom it is for.
fn head_of(entry: Entry, dossier: &Dossier, view: &View) -> String {
    let words = view.words;
    let mut parts: Vec<String> = Vec::new();
    let line = notes::capture_of(dossier, entry);
    if let Entry::Action(action) = entry {
        parts.push(actions::code(action.number));
    }
    match &line.whom {
        Whom::Everybody => parts.push(words.everybody(roll_call::wards(dossier).len())),
        Whom::Seats(seats) => {
            parts.extend(
                seats
                    .iter()
                    .filter_map(|seat| dossier.seats.get(*seat))
                    .map(|seat| seat.name.clone()),
            );
        }
        Whom::Floor | Whom::Nobody => {}
    }
    if !matches!(entry, Entry::Action(_)) {
        parts.push(words.sort(line.sort, plain_kind(dossier)).to_owned());
    }
    parts.join(" · ")
}

/// The focus area that an entry touches, and the day of its deadline.
fn touches(entry: Entry, dossier: &Dossier, view: &View) -> String {
    let area = entry.focus().and_then(|area| dossier.focus.get(area));
    let area = area.map(|area| view.words.focus_short(area.number));
    let deadline = match entry {
        Entry::Action(action) => action.deadline.map(|day| day_in(day, dossier)),
        Entry::Note(_) | Entry::Conclusion(_) => None,
    };
    deadline
        .into_iter()
        .chain(area)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns a day, without its year where that is the meeting's.
fn day_in(day: NaiveDate, dossier: &Dossier) -> String {
    if day.year() == dossier.meeting.starts.year() {
        format!("{:02}/{}", day.day(), day.month())
    } else {
        short_date(day)
    }
}

fn head_style(entry: Entry, view: &View) -> Style {
    match entry {
        Entry::Conclusion(_) | Entry::Action(_) => view.styles.running,
        Entry::Note(note) => match note.kind {
            NoteKind::Difficulty => view.styles.warn,
            NoteKind::Result | NoteKind::Answer => view.styles.good,
            NoteKind::Experience
            | NoteKind::Proposal
            | NoteKind::Instruction
            | NoteKind::Document
            | NoteKind::Information => view.styles.muted,
        },
    }
}
