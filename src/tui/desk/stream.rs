//! Draws the stream on the desk: speeches, conclusions and actions, the newest at the foot.
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

use crate::app::desk::{Desk, plain_kind};
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry, Filter};
use crate::meeting::{actions, agenda, conclusions, issues};
use crate::text::dates::{short_date, time};
use crate::text::width::{width, wrap};
use crate::tui::scene::{MeetingScene, Scene};
use crate::tui::widgets::list_row::cursor;
use crate::tui::widgets::pen;

/// Lines that a long text takes at most, unless it is selected.
const TEXT_ROWS: usize = 3;

impl Desk {
    /// The newest line stands at the foot; a selected one is kept in sight.
    pub(crate) fn draw_stream(&self, buffer: &mut Buffer, area: Rect, view: &MeetingScene) {
        let stream = notes::filtered(view.dossier, self.filter);
        let title = format!(
            " {}{}",
            view.words.stream_title(),
            filter_words(self.filter, stream.len(), view)
        );
        pen::write(buffer, pen::row(area, 0), &title, view.styles.heading);
        let body = pen::below(area, 1);
        if stream.is_empty() {
            let hint = if !self.filter.is_open() {
                view.words.stream_filtered_empty()
            } else if view.dossier.runs.is_empty() {
                view.words.stream_empty()
            } else {
                view.words.stream_quiet()
            };
            pen::write_wrapped(buffer, pen::below(body, 1), hint, view.styles.muted);
            return;
        }
        let rows = usize::from(body.height);
        let lines = self.last_lines(&stream, body, view);
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
    fn last_lines(&self, stream: &[Entry], body: Rect, view: &MeetingScene) -> Vec<StreamRow> {
        let (columns, rows) = (usize::from(body.width), usize::from(body.height));
        let selected = self
            .selected
            .and_then(|id| stream.iter().position(|entry| entry.id() == id));
        let newest = stream.len() - 1;
        let last = selected.map_or(newest, |here| (here + rows / 6).min(newest));
        let mut lines: Vec<StreamRow> = Vec::new();
        for (position, entry) in stream.iter().enumerate().take(last + 1).rev() {
            let before = position
                .checked_sub(1)
                .and_then(|before| stream.get(before));
            let block = self.entry_lines(*entry, before.copied(), columns, view);
            lines.splice(0..0, block);
            if lines.len() >= rows {
                break;
            }
        }
        lines
    }

    /// The rows of one entry: its item where that changes, its speaker and kind, then the text.
    fn entry_lines(
        &self,
        entry: Entry,
        before: Option<Entry>,
        columns: usize,
        view: &MeetingScene,
    ) -> Vec<StreamRow> {
        let is_selected = self.selected == Some(entry.id());
        let pick = |style: Style| view.styles.under(is_selected, style);
        let mut lines = heads(entry, before, view);
        let mark = cursor(is_selected);
        let head = format!("{mark}{} {}", time(entry.at()), head_of(entry, view));
        let is_edited = self.editing == Some(entry.id());
        let right = if is_edited {
            view.words.editing().to_owned()
        } else {
            touches(entry, view)
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

/// The day and the item of an entry, where they are not those of the entry before.
fn heads(entry: Entry, before: Option<Entry>, view: &MeetingScene) -> Vec<StreamRow> {
    let day = entry.at().date_naive();
    let began = before.map_or(view.dossier.meeting.starts, Entry::at);
    let is_new_day = began.date_naive() != day;
    let is_new_item = before.is_none_or(|before| before.item() != entry.item());
    let item = entry.item().and_then(|item| view.dossier.items.get(item));
    let item = item.filter(|_| is_new_item);
    let rows = [
        is_new_day.then(|| format!(" ══ {}", short_date(day))),
        item.map(|item| format!(" ── {}. {}", item.position, item.title)),
    ];
    rows.into_iter()
        .flatten()
        .map(|text| StreamRow::new(text, view.styles.muted))
        .collect()
}

/// A row of the stream: its left text, and its right text.
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

/// The speaker and the kind; for an action its code and its units.
fn head_of(entry: Entry, view: &MeetingScene) -> String {
    let words = view.words;
    let mut parts: Vec<String> = Vec::new();
    let line = notes::capture_of(view.dossier, entry);
    if let Entry::Action(action) = entry {
        parts.push(actions::code(action.number));
    }
    let named = words.whom(&line.whom, view.dossier);
    parts.extend(Some(named).filter(|named| !named.is_empty()));
    if let Entry::Note(note) = entry {
        parts.extend(note.speaker.clone());
    }
    if !matches!(entry, Entry::Action(_)) {
        parts.push(words.sort(line.sort, plain_kind(view.dossier)).to_owned());
    }
    parts.join(" · ")
}

/// The entries that an entry refers to: an answer to its issue, an action to its conclusion and its issue.
fn links(entry: Entry, dossier: &Dossier) -> Vec<String> {
    match entry {
        Entry::Note(note) => {
            let raised = issues::of_note(dossier, note).map(|(issue, _)| {
                let mark = if issue.state.is_open() { "" } else { " ✓" };
                format!("{}{mark}", issues::code(issue.number))
            });
            let answers = issues::answered_by(dossier, note)
                .map(|issue| format!("→ {}", issues::code(issue.number)));
            raised.into_iter().chain(answers).collect()
        }
        Entry::Conclusion(conclusion) => {
            let carried = dossier.actions.iter();
            carried
                .filter(|action| action.conclusion == Some(conclusion.id))
                .map(|action| format!("→ {}", actions::code(action.number)))
                .collect()
        }
        Entry::Action(action) => {
            let conclusion = action.conclusion.and_then(|id| {
                let order = conclusions::in_order(dossier);
                let place = order.iter().position(|conclusion| conclusion.id == id)?;
                Some(format!("← KL {}", place + 1))
            });
            let issue = action.issue.and_then(|issue| dossier.issue(issue));
            let issue = issue.map(|issue| format!("← {}", issues::code(issue.number)));
            conclusion.into_iter().chain(issue).collect()
        }
    }
}

/// The filter of the stream, in words.
fn filter_words(filter: Filter, count: usize, view: &MeetingScene) -> String {
    if filter.is_open() {
        return String::new();
    }
    let words = view.words;
    let item = agenda::current_item(view.dossier).and_then(|item| view.dossier.items.get(item));
    let item = item
        .filter(|_| filter.current_item)
        .map(|item| words.in_item(item.position));
    let seat = filter.seat.and_then(|seat| view.dossier.seats.get(seat));
    let area = filter.focus.and_then(|area| view.dossier.focus.get(area));
    let parts = [
        item,
        filter.kind.map(|kind| words.kind(kind).to_owned()),
        seat.map(|seat| seat.name.clone()),
        area.map(|area| words.focus_short(area.number)),
        Some(count.to_string()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!(" · {}", parts.join(" · "))
}

/// The references of an entry, the day of its deadline, and its focus area.
fn touches(entry: Entry, view: &MeetingScene) -> String {
    let area = entry.focus().and_then(|area| view.dossier.focus.get(area));
    let area = area.map(|area| view.words.focus_short(area.number));
    let deadline = match entry {
        Entry::Action(action) => action.deadline.map(|day| day_in(day, view.dossier)),
        Entry::Note(_) | Entry::Conclusion(_) => None,
    };
    let mut parts = links(entry, view.dossier);
    parts.extend(deadline);
    parts.extend(area);
    parts.join(" ")
}

/// Returns a day, without its year where that is the meeting's.
fn day_in(day: NaiveDate, dossier: &Dossier) -> String {
    if day.year() == dossier.meeting.starts.year() {
        format!("{:02}/{}", day.day(), day.month())
    } else {
        short_date(day)
    }
}

fn head_style(entry: Entry, view: &Scene) -> Style {
    match entry {
        Entry::Conclusion(_) | Entry::Action(_) => view.styles.running,
        Entry::Note(note) => view.styles.meaning(note.kind.row().meaning),
    }
}
