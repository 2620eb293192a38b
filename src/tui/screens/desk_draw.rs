//! How the desk looks: the agenda, the stream, who speaks, and the capture line under them.
//!
//! ```text
//!  CHƯƠNG TRÌNH          │ DIỄN BIẾN                              │ ĐANG PHÁT BIỂU
//!  ✓ 1 Khai mạc   10' 08'│ 08:31 Linh Trung · vướng mắc · TT5     │ Linh Trung
//!  ▶ 3 Thảo luận  50' 31'│   Khó tiếp nhận tổ chức đảng trong …   │ Bí thư          03:12
//!  chậm 4' · kết thúc 10:19                                       │ 2 nhiệm vụ quá hạn
//!  › ! #5 Khó tiếp nhận tổ chức đảng_                  vướng mắc · TT5 · Linh Trung
//! ```

use chrono::TimeDelta;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use super::desk::{Desk, plain_kind, problem_words};
use crate::meeting::agenda::{self, ItemState};
use crate::meeting::capture::{self, Whom};
use crate::meeting::code::MeetingState;
use crate::meeting::dossier::Dossier;
use crate::meeting::floor;
use crate::meeting::notes::{self, Entry};
use crate::meeting::roll_call;
use crate::meeting::rows::{AgendaItem, Seat};
use crate::text::dates::{short_date, span, time};
use crate::text::width::{cut, width, wrap};
use crate::tui::view::View;
use crate::tui::widgets::{field, list, pen};

/// Lines that a long text of the stream takes at most, unless it is selected.
const TEXT_ROWS: usize = 3;

/// Completions shown at a time.
const COMPLETIONS: usize = 7;

impl Desk {
    /// Draws the desk and returns where the caret stands.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, view: &View) -> Option<Position> {
        let Some(dossier) = view.dossier else {
            pen::write(
                buffer,
                pen::row(area, 1),
                &format!(" {}", view.words.no_meeting_open()),
                view.styles.muted,
            );
            return None;
        };
        let panels = Rect {
            height: area.height.saturating_sub(2),
            ..area
        };
        let agenda_width = (area.width * 29 / 100).clamp(18, 42);
        let floor_width = (area.width * 25 / 100).clamp(16, 34);
        let agenda = Rect {
            width: agenda_width,
            ..panels
        };
        let stream = Rect {
            x: panels.x + agenda_width,
            width: area.width - agenda_width - floor_width,
            ..panels
        };
        let floor = Rect {
            x: area.right() - floor_width,
            width: floor_width,
            ..panels
        };
        let agenda = pen::rule_right(buffer, agenda, view.styles.muted);
        let stream = pen::rule_right(buffer, stream, view.styles.muted);
        draw_agenda(buffer, agenda, dossier, view);
        self.draw_stream(buffer, stream, dossier, view);
        self.draw_floor(buffer, floor, dossier, view);
        pen::write(
            buffer,
            pen::row(area, area.height - 2),
            &"─".repeat(usize::from(area.width)),
            view.styles.muted,
        );
        let caret = self.draw_line(buffer, pen::row(area, area.height - 1), dossier, view);
        self.draw_completion(buffer, area, caret, dossier, view);
        Some(caret)
    }

    /// The newest line stands at the foot; a selected one is kept in sight.
    fn draw_stream(&self, buffer: &mut Buffer, area: Rect, dossier: &Dossier, view: &View) {
        pen::write(
            buffer,
            pen::row(area, 0),
            &format!(" {}", view.words.stream_title()),
            view.styles.heading,
        );
        let body = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        let stream = notes::stream(dossier);
        if stream.is_empty() {
            let hint = wrap(
                view.words.stream_empty(),
                usize::from(area.width).saturating_sub(2),
            );
            for (position, line) in (1..).zip(hint) {
                pen::write(
                    buffer,
                    pen::row(body, position),
                    &format!(" {line}"),
                    view.styles.muted,
                );
            }
            return;
        }
        let selected = self
            .selected
            .and_then(|id| stream.iter().position(|entry| entry.id() == id));
        let rows = usize::from(body.height);
        let last = selected.map_or(stream.len() - 1, |here| {
            (here + rows / 6).min(stream.len() - 1)
        });
        let mut lines: Vec<StreamRow> = Vec::new();
        for position in (0..=last).rev() {
            let before = position
                .checked_sub(1)
                .and_then(|before| stream.get(before))
                .copied();
            let block = self.entry_lines(
                stream[position],
                before,
                dossier,
                usize::from(body.width),
                view,
            );
            lines.splice(0..0, block);
            if lines.len() >= rows {
                break;
            }
        }
        let skip = lines.len().saturating_sub(rows);
        for (position, line) in (0..).zip(lines.into_iter().skip(skip)) {
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
        let mut lines = Vec::new();
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

    fn draw_floor(&self, buffer: &mut Buffer, area: Rect, dossier: &Dossier, view: &View) {
        let words = view.words;
        let styles = view.styles;
        pen::write(
            buffer,
            pen::row(area, 0),
            &format!(" {}", words.floor_title()),
            styles.heading,
        );
        let mut lines: Vec<(String, Style)> = Vec::new();
        match self.card(dossier) {
            Some(seat) => lines.extend(card(seat, dossier, view)),
            None => lines.push((words.nobody_speaks().to_owned(), styles.muted)),
        }
        let waiting: Vec<&str> = floor::queue(dossier)
            .into_iter()
            .filter_map(|speech| speech.seat.and_then(|seat| dossier.seats.get(seat)))
            .map(|seat| seat.name.as_str())
            .collect();
        if !waiting.is_empty() {
            lines.push((words.waiting(&waiting.join(", ")), styles.text));
        }
        lines.push((String::new(), styles.text));
        lines.push((words.silent_units(floor::silent(dossier)), styles.muted));
        let counts = roll_call::counts(dossier);
        lines.push((
            words.count_present(counts.present, counts.roster),
            styles.muted,
        ));
        let columns = usize::from(area.width).saturating_sub(2);
        let wrapped = lines.into_iter().flat_map(|(text, style)| {
            wrap(&text, columns)
                .into_iter()
                .map(move |line| (line, style))
        });
        for (position, (text, style)) in (1..).zip(wrapped) {
            pen::write(buffer, pen::row(area, position), &format!(" {text}"), style);
        }
    }

    /// The capture line, with what was understood at its right.
    fn draw_line(
        &self,
        buffer: &mut Buffer,
        row: Rect,
        dossier: &Dossier,
        view: &View,
    ) -> Position {
        let (understood, style) = self.understood(dossier, view);
        let understood = cut(&understood, usize::from(row.width) * 2 / 5).into_owned();
        let right = u16::try_from(width(&understood)).unwrap_or(0);
        let sign = if self.editing.is_some() {
            " ✎ "
        } else {
            " › "
        };
        pen::write(buffer, row, sign, view.styles.running);
        let room = Rect {
            x: row.x + 3,
            width: row.width.saturating_sub(right + 4),
            ..row
        };
        pen::write_right(
            buffer,
            Rect {
                width: row.width.saturating_sub(1),
                ..row
            },
            &understood,
            style,
        );
        if self.line.text().is_empty() {
            let place = Rect {
                x: room.x + 1,
                width: room.width.saturating_sub(1),
                ..room
            };
            let whole = format!(
                "{}{}",
                view.words.signs_hint(),
                view.words.signs_hint_more()
            );
            let hint = if width(&whole) <= usize::from(place.width) {
                &whole
            } else {
                view.words.signs_hint()
            };
            pen::write(buffer, place, hint, view.styles.muted);
        }
        field::draw(buffer, room, &self.line, view.styles.text)
    }

    fn understood(&self, dossier: &Dossier, view: &View) -> (String, Style) {
        if self.line.is_blank() {
            return (String::new(), view.styles.muted);
        }
        let line = capture::parse(self.line.text(), dossier);
        if let Some(problem) = line.problems.first() {
            return (problem_words(problem, view.words), view.styles.warn);
        }
        let mut parts = vec![view.words.sort(line.sort, plain_kind(dossier)).to_owned()];
        let area = line.focus.and_then(|area| dossier.focus.get(area));
        parts.extend(area.map(|area| view.words.focus_short(area.number)));
        match &line.whom {
            Whom::Everybody => parts.push(view.words.everybody(roll_call::wards(dossier).len())),
            Whom::Seats(seats) => {
                parts.extend(
                    seats
                        .iter()
                        .filter_map(|seat| dossier.seats.get(*seat))
                        .map(|seat| seat.name.clone()),
                );
            }
            Whom::Floor => parts.extend(floor::speaker(dossier).map(|seat| seat.name.clone())),
        }
        parts.extend(line.deadline.map(short_date));
        (parts.join(" · "), view.styles.good)
    }

    /// What can stand at the caret, in a box above the line.
    fn draw_completion(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        caret: Position,
        dossier: &Dossier,
        view: &View,
    ) {
        let Some(completion) = self.completion(dossier) else {
            return;
        };
        let shown = completion.choices.len().min(COMPLETIONS);
        let chosen = self.chosen.unwrap_or(0);
        let first = list::first_shown(chosen, completion.choices.len(), shown);
        let wide = completion
            .choices
            .iter()
            .map(|(name, hint)| width(name) + width(hint) + 4)
            .max()
            .unwrap_or(0);
        let columns = u16::try_from(wide)
            .unwrap_or(40)
            .clamp(16, area.width.saturating_sub(4));
        let rows = u16::try_from(shown).unwrap_or(1);
        let x = caret
            .x
            .saturating_sub(2)
            .min(area.right().saturating_sub(columns));
        let place = Rect {
            x,
            y: area.bottom().saturating_sub(1 + rows),
            width: columns,
            height: rows,
        };
        Clear.render(place, buffer);
        for (position, (name, hint)) in completion
            .choices
            .iter()
            .enumerate()
            .skip(first)
            .take(shown)
        {
            let row = pen::row(place, u16::try_from(position - first).unwrap_or(0));
            let style = if position == chosen {
                view.styles.selected
            } else {
                view.styles.bar
            };
            pen::paint(buffer, row, style);
            let mark = if position == chosen { '▸' } else { ' ' };
            pen::write(buffer, row, &format!("{mark}{name}"), style);
            pen::write_right(buffer, row, &format!("{hint} "), style);
        }
    }
}

/// A row of the stream: what stands at its left, and at its right.
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

fn draw_agenda(buffer: &mut Buffer, area: Rect, dossier: &Dossier, view: &View) {
    let styles = view.styles;
    pen::write(
        buffer,
        pen::row(area, 0),
        &format!(" {}", view.words.agenda_title()),
        styles.heading,
    );
    let items = agenda::items(dossier);
    let rows = usize::from(area.height.saturating_sub(4));
    // Long titles take a second row where all items still fit.
    let tall = if items.len() * 2 <= rows { 2 } else { 1 };
    let here = items
        .iter()
        .position(|item| agenda::state(dossier, item) == ItemState::Running)
        .unwrap_or(0);
    let first = list::first_shown(here, items.len(), rows / tall);
    let mut top = 1;
    for item in items.into_iter().skip(first).take(rows / tall) {
        let place = Rect {
            y: area.y + top,
            height: u16::try_from(tall).unwrap_or(1),
            ..area
        };
        top += draw_item(buffer, place, item, dossier, view);
    }
    draw_pace(buffer, area, dossier, view);
}

/// Draws an item with its planned and its real minutes, and returns the rows that it took.
fn draw_item(
    buffer: &mut Buffer,
    area: Rect,
    item: &AgendaItem,
    dossier: &Dossier,
    view: &View,
) -> u16 {
    let styles = view.styles;
    let state = agenda::state(dossier, item);
    let elapsed = agenda::elapsed(dossier, item.id, view.now).num_minutes();
    let is_over = elapsed >= item.minutes && state == ItemState::Running;
    let style = match state {
        ItemState::Running if is_over => styles.bad,
        ItemState::Running => styles.running,
        ItemState::Done | ItemState::Skipped => styles.muted,
        ItemState::Waiting => styles.text,
    };
    let spent = if state == ItemState::Waiting {
        String::new()
    } else {
        format!("{elapsed}'")
    };
    let over = if is_over { "!" } else { " " };
    let times = format!("{}'{spent:>4}{over}", item.minutes);
    let room = usize::from(area.width).saturating_sub(width(&times) + 5);
    // Only the first row shares its columns with the minutes.
    let first = wrap(&item.title, room)
        .into_iter()
        .next()
        .unwrap_or_default();
    let rest = item.title.get(first.len()..).unwrap_or_default().trim();
    let rest = wrap(rest, usize::from(area.width).saturating_sub(6))
        .into_iter()
        .filter(|line| !line.is_empty());
    let title: Vec<String> = std::iter::once(first).chain(rest).collect();
    let is_cut = title.len() > usize::from(area.height);
    let mut rows = 0;
    for line in title.into_iter().take(usize::from(area.height)) {
        let head = if rows == 0 {
            format!(" {} {} ", view.words.item_glyph(state), item.position)
        } else {
            "     ".to_owned()
        };
        let end = if is_cut && rows + 1 == area.height {
            "…"
        } else {
            ""
        };
        pen::write(
            buffer,
            pen::row(area, rows),
            &format!("{head}{line}{end}"),
            style,
        );
        rows += 1;
    }
    pen::write_right(buffer, pen::row(area, 0), &times, style);
    rows
}

/// The running item's clock and where the meeting stands against its plan, at the foot of the agenda.
fn draw_pace(buffer: &mut Buffer, area: Rect, dossier: &Dossier, view: &View) {
    let words = view.words;
    let styles = view.styles;
    let pace = agenda::pace(dossier, view.now);
    let minutes = pace.behind.num_minutes();
    let (state, style) = match dossier.meeting.state {
        MeetingState::Planned => (words.starts_at(&time(dossier.meeting.starts)), styles.text),
        MeetingState::Closed | MeetingState::Final => {
            (words.closed_at(&time(pace.ends)), styles.muted)
        }
        MeetingState::InSession if minutes > 0 => (words.behind(minutes), styles.warn),
        MeetingState::InSession if minutes < 0 => (words.ahead(-minutes), styles.good),
        MeetingState::InSession => (words.on_time().to_owned(), styles.good),
    };
    let ends = match dossier.meeting.state {
        MeetingState::Planned | MeetingState::InSession => {
            format!(" · {}", words.ends_at(&time(pace.ends)))
        }
        MeetingState::Closed | MeetingState::Final => String::new(),
    };
    let foot = |row: u16| pen::row(area, area.height.saturating_sub(row));
    if let Some(item) = agenda::running_item(dossier) {
        let spent = agenda::elapsed(dossier, item.id, view.now);
        let clock = format!(
            " ▶ {} / {}",
            span(spent),
            span(TimeDelta::minutes(item.minutes))
        );
        pen::write(buffer, foot(3), &clock, styles.running);
    }
    if let Some(opened) = dossier.meeting.opened {
        let total = dossier.meeting.closed.unwrap_or(view.now) - opened;
        pen::write(
            buffer,
            foot(2),
            &format!(" {} {}", words.duration_total(), span(total)),
            styles.text,
        );
    }
    pen::write(buffer, foot(1), &format!(" {state}{ends}"), style);
}

/// What is known about the unit that speaks or is named: rank, time, and what it still owes.
fn card(seat: &Seat, dossier: &Dossier, view: &View) -> Vec<(String, Style)> {
    let words = view.words;
    let styles = view.styles;
    let standing = roll_call::standing(dossier, seat.id);
    let speech = floor::speaking(dossier).filter(|speech| speech.seat == Some(seat.id));
    let clock = speech
        .map(|speech| format!(" · {}", span(floor::length(speech, view.now))))
        .unwrap_or_default();
    let mut lines = vec![
        (seat.name.clone(), styles.counter),
        (
            format!("{}{clock}", words.standing(standing)),
            styles.running,
        ),
    ];
    if let Some((_, debt)) = view.shelf.debt.filter(|(unit, _)| Some(*unit) == seat.unit) {
        let mut owe = |n: usize, text: String, style: Style| {
            if n > 0 {
                lines.push((text, style));
            }
        };
        owe(
            debt.overdue,
            words.overdue_actions(debt.overdue),
            styles.bad,
        );
        owe(
            debt.open - debt.overdue,
            words.open_actions(debt.open - debt.overdue),
            styles.text,
        );
        owe(
            debt.unanswered,
            words.unanswered_issues(debt.unanswered),
            styles.warn,
        );
        if debt == floor::Debt::default() {
            lines.push((words.nothing_owed().to_owned(), styles.muted));
        }
    }
    lines
}

/// Who and what kind; for an action its code and whom it is for.
fn head_of(entry: Entry, dossier: &Dossier, view: &View) -> String {
    let words = view.words;
    let mut parts: Vec<String> = Vec::new();
    let line = notes::capture_of(dossier, entry);
    if let Entry::Action(action) = entry {
        parts.push(crate::meeting::actions::code(action.number));
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
        Whom::Floor => {}
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
        Entry::Action(action) => action.deadline.map(short_date),
        Entry::Note(_) | Entry::Conclusion(_) => None,
    };
    deadline
        .into_iter()
        .chain(area)
        .collect::<Vec<_>>()
        .join(" ")
}

fn head_style(entry: Entry, view: &View) -> Style {
    use crate::meeting::code::NoteKind;
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
