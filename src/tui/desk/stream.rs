//! Draws the stream on the desk: speeches, conclusions and actions, the newest at the foot.
//!
//! ```text
//!  DIỄN BIẾN
//!  ── 3. Ý kiến trao đổi, thảo luận của các phường
//!  08:31 Linh Trung · vướng mắc         ND5
//!    Khó tiếp nhận tổ chức đảng trong …
//! ```

use std::collections::VecDeque;

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::desk::{Desk, plain_kind};
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry, Filter};
use crate::meeting::readiness::Lacking;
use crate::meeting::rows::Action;
use crate::meeting::{actions, agenda, conclusions, issues};
use crate::text::dates::{short_date, time};
use crate::text::width::{width, wrap};
use crate::tui::scene::{MeetingScene, Scene};
use crate::tui::widgets::list_row::cursor;
use crate::tui::widgets::pen;

/// Rows that a long text takes at most, unless it is the newest, is selected, or rows are free.
const TEXT_ROWS: usize = 3;

/// Before the meeting: what its papers will lack.
fn draw_lacking(buffer: &mut Buffer, area: Rect, view: &MeetingScene) {
    let is_planned = view.dossier.meeting.is_planned();
    let lacking = is_planned.then(|| Lacking::in_dossier(view.dossier));
    if let Some(what) = lacking.and_then(|lacking| view.words.lacking(lacking)) {
        let sentence = format!("! {}", view.words.will_lack(&what));
        pen::write_wrapped(buffer, area, &sentence, view.styles.warn);
    }
}

impl Desk {
    /// The newest line stands at the foot; a selected one is kept in sight.
    pub(crate) fn draw_stream(&self, buffer: &mut Buffer, area: Rect, view: &MeetingScene) {
        let stream = notes::filtered(view.dossier, self.filter);
        let mut title = format!(
            " {}{}",
            view.words.stream_title(),
            filter_words(self.filter, stream.len(), view)
        );
        if !self.marked.is_empty() {
            title = format!("{title} · {}", view.words.stream_marked(self.marked.len()));
        }
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
            draw_lacking(buffer, pen::below(body, 4), view);
            return;
        }
        let (lines, is_whole) = self.last_lines(&stream, body, view);
        // Where the entry at the top has no room for more than its head, a mark stands in its place.
        let top = if is_whole {
            0
        } else {
            usize::from(body.height).saturating_sub(lines.len())
        };
        if let Some(above) = top.checked_sub(1) {
            let row = pen::row(body, u16::try_from(above).unwrap_or(0));
            pen::write(buffer, row, " …", view.styles.muted);
        }
        let places = (u16::try_from(top).unwrap_or(0)..).zip(lines);
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

    /// The rows that fill the panel up to its foot, and whether they begin with the first entry.
    ///
    /// The newest entry, or the selected one with a few behind it, is whole. The others are cut to a few rows, unless
    /// rows are left; only entries that are seen are broken into rows.
    fn last_lines(
        &self,
        stream: &[Entry],
        body: Rect,
        view: &MeetingScene,
    ) -> (Vec<StreamRow>, bool) {
        let (columns, rows) = (usize::from(body.width), usize::from(body.height));
        let block = |position: usize| {
            let entry = stream.get(position)?;
            let before = position
                .checked_sub(1)
                .and_then(|before| stream.get(before));
            Some(self.block(*entry, before.copied(), columns, view))
        };
        let selected = self
            .selected
            .and_then(|id| stream.iter().position(|entry| entry.id() == id));
        let here = selected.unwrap_or(stream.len().saturating_sub(1));
        let mut blocks: VecDeque<Block> = VecDeque::new();
        let mut free = rows;
        if let Some(mut whole) = block(here) {
            whole.visible = whole.text.len().min(rows.saturating_sub(whole.head.len()));
            free = free.saturating_sub(whole.height());
            blocks.push_back(whole);
        }
        for next in (here + 1..=here + rows / 6).map_while(block) {
            if next.height() > free {
                break;
            }
            free -= next.height();
            blocks.push_back(next);
        }
        let mut first = here;
        for (position, mut before) in (0..here).rev().map_while(|at| Some((at, block(at)?))) {
            // The entry at the top is cut to the rows that are left, if they show more than its head.
            if before.head.len() >= free {
                break;
            }
            before.visible = before.visible.min(free - before.head.len());
            free -= before.height();
            first = position;
            blocks.push_front(before);
        }
        for block in blocks.iter_mut().rev() {
            let more = (block.text.len() - block.visible).min(free);
            (block.visible, free) = (block.visible + more, free - more);
        }
        let lines = blocks.into_iter().flat_map(Block::into_rows);
        (lines.take(rows).collect(), first == 0)
    }

    /// One entry: its item where that changes, its speaker and kind, then the text.
    fn block(
        &self,
        entry: Entry,
        before: Option<Entry>,
        columns: usize,
        view: &MeetingScene,
    ) -> Block {
        let is_selected = self.selected == Some(entry.id());
        let pick = |style: Style| view.styles.under(is_selected, style);
        let mut head = heads(entry, before, columns, view);
        let is_marked = self.marked.contains(&entry.id());
        let mark = if is_marked { '*' } else { cursor(is_selected) };
        let time = format!("{mark}{} ", time(entry.at()));
        let rights = if self.editing == Some(entry.id()) {
            vec![view.words.editing().to_owned()]
        } else {
            touches(entry, view)
        };
        let style = pick(head_style(entry, view));
        let named = head_rows(&time, &head_of(entry, view), &rights, columns);
        head.extend(
            named
                .into_iter()
                .map(|(left, right)| StreamRow { left, right, style }),
        );
        let text = wrap(entry.text(), columns.saturating_sub(4)).into_iter();
        let style = pick(view.styles.text);
        let text: Vec<StreamRow> = text
            .map(|line| StreamRow::new(format!("   {line}"), style))
            .collect();
        Block {
            head,
            visible: text.len().min(TEXT_ROWS),
            text,
        }
    }
}

/// An entry as it is drawn: its head, and as many rows of its text as are visible.
struct Block {
    head: Vec<StreamRow>,
    text: Vec<StreamRow>,
    visible: usize,
}

impl Block {
    fn height(&self) -> usize {
        self.head.len() + self.visible
    }

    /// Returns its rows; a text that goes on ends with a mark.
    fn into_rows(self) -> impl Iterator<Item = StreamRow> {
        let is_cut = self.visible < self.text.len();
        let last = self.visible.saturating_sub(1);
        let text = (0..).zip(self.text).take(self.visible);
        let text = text.map(move |(position, mut row)| {
            if is_cut && position == last {
                row.left.push('…');
            }
            row
        });
        self.head.into_iter().chain(text)
    }
}

/// Returns the rows of a head, each with its right end: in one row if one of the right ends leaves room for that, or
/// else with the last parts on rows below; no part is cut.
fn head_rows(
    time: &str,
    parts: &[String],
    rights: &[String],
    columns: usize,
) -> Vec<(String, String)> {
    let fits = |left: &str, right: &str| {
        let gap = usize::from(!right.is_empty());
        width(left) + gap + width(right) <= columns
    };
    let whole = format!("{time}{}", parts.join(" · "));
    if let Some(right) = rights.iter().find(|right| fits(&whole, right)) {
        return vec![(whole, right.clone())];
    }
    let right = rights.last().cloned().unwrap_or_default();
    let below = |text: &str| {
        let lines = wrap(text, columns.saturating_sub(4)).into_iter();
        lines.map(|line| (format!("   {line}"), String::new()))
    };
    let beside = (1..parts.len()).rev().find_map(|count| {
        let (first, rest) = parts.split_at_checked(count)?;
        let first = format!("{time}{}", first.join(" · "));
        fits(&first, &right).then(|| (first, rest.join(" · ")))
    });
    if let Some((first, rest)) = beside {
        return [(first, right)].into_iter().chain(below(&rest)).collect();
    }
    // Not even the first part leaves room: what it refers to stands on rows of its own.
    let mut left = wrap(&parts.join(" · "), columns.saturating_sub(width(time))).into_iter();
    let first = format!("{time}{}", left.next().unwrap_or_default());
    let rest = left.map(|line| (format!("   {line}"), String::new()));
    let under = wrap(&right, columns).into_iter();
    let under = under.map(|right| (String::new(), right));
    [(first, String::new())]
        .into_iter()
        .chain(rest)
        .chain(under.filter(|(_, right)| !right.is_empty()))
        .collect()
}

/// The day and the item of an entry, where they are not those of the entry before.
fn heads(
    entry: Entry,
    before: Option<Entry>,
    columns: usize,
    view: &MeetingScene,
) -> Vec<StreamRow> {
    let day = entry.at().date_naive();
    let began = before.map_or(view.dossier.meeting.starts, Entry::at);
    let is_new_day = began.date_naive() != day;
    let is_new_item = before.is_none_or(|before| before.item() != entry.item());
    let item = entry.item().and_then(|item| view.dossier.items.get(item));
    let item = item.filter(|_| is_new_item);
    let day = is_new_day.then(|| format!(" ══ {}", short_date(day)));
    let title = item.map_or_else(Vec::new, |item| {
        let number = format!(" ── {}. ", item.position);
        let indent = " ".repeat(width(&number));
        let lines = wrap(&item.title, columns.saturating_sub(width(&number)));
        let marks = std::iter::once(number).chain(std::iter::repeat(indent));
        marks
            .zip(lines)
            .map(|(mark, line)| format!("{mark}{line}"))
            .collect()
    });
    day.into_iter()
        .chain(title)
        .map(|text| StreamRow::new(text, view.styles.muted))
        .collect()
}

/// A row of the stream: its left text, and its right text.
struct StreamRow {
    left: String,
    right: String,
    style: Style,
}

impl StreamRow {
    fn new(left: String, style: Style) -> Self {
        Self {
            left,
            right: String::new(),
            style,
        }
    }
}

/// The speaker and the kind; for an action its code and its units.
fn head_of(entry: Entry, view: &MeetingScene) -> Vec<String> {
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
    parts
}

/// The conclusion that an action carries out; its focus area says the same in fewer columns.
fn carries_out(entry: Entry, dossier: &Dossier) -> Option<String> {
    let conclusion = match entry {
        Entry::Action(action) => action.conclusion?,
        Entry::Note(_) | Entry::Conclusion(_) => return None,
    };
    let order = conclusions::in_order(dossier);
    let place = order.iter().position(|other| other.id == conclusion)?;
    Some(format!("← KL {}", place + 1))
}

/// The entries that an entry refers to: an answer to its issue, a conclusion to its actions, an action to its issue.
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
            let issue = action.issue.and_then(|issue| dossier.issue(issue));
            let issue = issue.map(|issue| format!("← {}", issues::code(issue.number)));
            issue.into_iter().collect()
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

/// The references of an entry, the day of its deadline, and its focus area; then the same without its conclusion.
fn touches(entry: Entry, view: &MeetingScene) -> Vec<String> {
    let area = entry.focus().and_then(|area| view.dossier.focus.get(area));
    let area = area.map(|area| view.words.focus_short(area.number));
    let deadline = match entry {
        Entry::Action(action) => due_in(action, view),
        Entry::Note(_) | Entry::Conclusion(_) => None,
    };
    let mut parts = links(entry, view.dossier);
    parts.extend(deadline);
    parts.extend(area);
    let short = parts.join(" ");
    let whole = carries_out(entry, view.dossier).map(|conclusion| format!("{conclusion} {short}"));
    whole.into_iter().chain([short]).collect()
}

/// Returns the deadline of an action: the day, or the words that name none.
fn due_in(action: &Action, view: &MeetingScene) -> Option<String> {
    match action.deadline {
        Some(day) => Some(day_in(day, view.dossier)),
        None => (view.words).due_shown(None, action.deadline_words.as_deref()),
    }
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
