//! The agenda on the desk: planned and real minutes of each item, and where the meeting stands.
//!
//! ```text
//!  CHƯƠNG TRÌNH
//!  ✓ 1 Khai mạc   10'  8'
//!  ▶ 3 Thảo luận  50' 31'
//!  ▶ 31:12 / 50:00
//!  chậm 4' · xong 10:19
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::list;
use crate::meeting::agenda::{self, ItemState, Strain};
use crate::meeting::code::MeetingState;
use crate::meeting::rows::AgendaItem;
use crate::text::dates::{span, time};
use crate::text::width::{cut, width, wrap};
use crate::tui::scene::{MeetingScene, Scene};
use crate::tui::widgets::pen;

/// Draws the agenda over the clocks of the running item and of the meeting.
pub(crate) fn draw(buffer: &mut Buffer, area: Rect, view: &MeetingScene) {
    let styles = view.styles;
    pen::write(
        buffer,
        pen::row(area, 0),
        &format!(" {}", view.words.agenda_title()),
        styles.heading,
    );
    let items = agenda::items(view.dossier);
    let rows = usize::from(area.height.saturating_sub(1 + foot_rows(view)));
    let here = items
        .iter()
        .position(|item| agenda::state(view.dossier, item) == ItemState::Running)
        .unwrap_or(0);
    let first = list::first_shown(here, items.len(), rows);
    let visible = items.into_iter().skip(first).take(rows);
    let drawn: Vec<DrawnItem> = visible.map(|item| drawn(area.width, item, view)).collect();
    // Long titles take more rows where all items still fit, first that of the running one.
    let needed: Vec<usize> = drawn.iter().map(|item| item.title.len()).collect();
    let heights = list::heights(&needed, here - first, rows);
    let mut top = 1;
    for (item, height) in drawn.iter().zip(heights) {
        let height = u16::try_from(height).unwrap_or(1);
        let place = Rect {
            y: area.y + top,
            height,
            ..area
        };
        top += height;
        item.draw(buffer, place);
    }
    draw_clocks(buffer, area, view);
    draw_pace(buffer, area, view);
}

/// An item as it is drawn: its title in the rows that it needs, and its minutes behind the last of them.
struct DrawnItem {
    head: String,
    title: Vec<String>,
    times: String,
    style: Style,
}

impl DrawnItem {
    /// Draws as many rows of the title as there are; where it goes on, it ends with a mark.
    fn draw(&self, buffer: &mut Buffer, area: Rect) {
        let last = area.height.saturating_sub(1);
        let beside =
            usize::from(area.width).saturating_sub(width(&self.head) + 1 + width(&self.times));
        let is_cut = self.title.len() > usize::from(area.height);
        let lines = self.title.iter().map(String::as_str);
        for (row, line) in (0..area.height).zip(lines) {
            let head = if row == 0 {
                self.head.clone()
            } else {
                " ".repeat(width(&self.head))
            };
            let text = if row == last && is_cut {
                cut(&format!("{line} …"), beside).into_owned()
            } else {
                line.to_owned()
            };
            pen::write(
                buffer,
                pen::row(area, row),
                &format!("{head}{text}"),
                self.style,
            );
        }
        pen::write_right(buffer, pen::row(area, last), &self.times, self.style);
    }
}

/// Breaks an item into its rows, with its planned and its real minutes.
fn drawn(columns: u16, item: &AgendaItem, view: &MeetingScene) -> DrawnItem {
    let styles = view.styles;
    let state = agenda::state(view.dossier, item);
    let spent = agenda::elapsed(view.dossier, item.id, view.now);
    let strain = agenda::strain(spent, agenda::planned(item));
    let (style, over) = match state {
        ItemState::Running => look(strain, view),
        ItemState::Done | ItemState::Skipped | ItemState::Carried => (styles.muted, " "),
        ItemState::Waiting | ItemState::Postponed => (styles.text, " "),
    };
    let elapsed = spent.num_minutes();
    let spent = if state == ItemState::Waiting || agenda::began(view.dossier, item.id).is_none() {
        String::new()
    } else {
        format!("{elapsed}'")
    };
    let times = format!("{}' {spent:>3}{over}", item.minutes);
    let head = format!(" {} {} ", view.words.item_glyph(state), item.position);
    let full = usize::from(columns).saturating_sub(width(&head) + 1);
    let beside = full.saturating_sub(width(&times));
    DrawnItem {
        title: with_room_behind(wrap(&item.title, full), beside),
        head,
        times,
        style,
    }
}

/// Returns the rows of a title whose last row leaves the room that is not within these columns: its last word, or else
/// nothing, goes to a row of its own.
fn with_room_behind(mut title: Vec<String>, beside: usize) -> Vec<String> {
    let last = title.pop().unwrap_or_default();
    if width(&last) <= beside {
        title.push(last);
        return title;
    }
    match last
        .rsplit_once(' ')
        .filter(|(_, word)| width(word) <= beside)
    {
        Some((before, word)) => title.extend([before.to_owned(), word.to_owned()]),
        None => title.extend([last, String::new()]),
    }
    title
}

/// Where the meeting stands against its plan, in the last row of the agenda.
fn draw_pace(buffer: &mut Buffer, area: Rect, view: &MeetingScene) {
    let (words, styles) = (view.words, view.styles);
    let pace = agenda::pace(view.dossier, view.now);
    let minutes = pace.minutes_behind();
    let (state, style) = match view.dossier.meeting.state {
        MeetingState::Planned => (
            words.starts_at(&time(view.dossier.meeting.starts)),
            styles.text,
        ),
        MeetingState::Closed | MeetingState::Final => {
            (words.closed_at(&time(pace.ends)), styles.muted)
        }
        MeetingState::InSession if minutes > 0 => (words.behind(&short_span(minutes)), styles.warn),
        MeetingState::InSession if minutes < 0 => (words.ahead(&short_span(-minutes)), styles.good),
        MeetingState::InSession => (words.on_time().to_owned(), styles.good),
    };
    let breaks_end = view.dossier.meeting.state == MeetingState::InSession
        && view
            .dossier
            .meeting
            .hard_end
            .is_some_and(|end| pace.ends > end);
    let style = if breaks_end { styles.bad } else { style };
    let ends = match view.dossier.meeting.state {
        MeetingState::Planned => format!(" → {}", time(pace.ends)),
        MeetingState::InSession => format!(" · {}", words.ends_at(&time(pace.ends))),
        MeetingState::Closed | MeetingState::Final => String::new(),
    };
    let whole = format!(" {state}{ends}");
    let fits = width(&whole) <= usize::from(area.width);
    let short = format!(" {state} → {}", time(pace.ends));
    let text = if fits || ends.is_empty() {
        whole
    } else {
        short
    };
    let last = pen::row(area, area.height.saturating_sub(1));
    pen::write(buffer, last, &text, style);
}

/// Rows of the clocks and of the pace at the foot, with those between them.
fn foot_rows(view: &MeetingScene) -> u16 {
    let meeting = &view.dossier.meeting;
    let has_end = meeting.hard_end.is_some() && meeting.closed.is_none();
    if agenda::running_item(view.dossier).is_some() {
        3
    } else if has_end || meeting.opened.is_some() {
        2
    } else {
        1
    }
}

/// The clock of the running item, and the time left until the hard end or the length of the meeting so far.
fn draw_clocks(buffer: &mut Buffer, area: Rect, view: &MeetingScene) {
    let (words, styles) = (view.words, view.styles);
    let foot = |row: u16| pen::row(area, area.height.saturating_sub(row));
    if let Some(item) = agenda::running_item(view.dossier) {
        let spent = agenda::elapsed(view.dossier, item.id, view.now);
        let planned = agenda::planned(item);
        let (tone, mark) = look(agenda::strain(spent, planned), view);
        let clock = format!(" ▶ {} / {} {mark}", span(spent), span(planned));
        pen::write(buffer, foot(3), &clock, tone);
    }
    let is_open = view.dossier.meeting.closed.is_none();
    let (text, tone) = match view.dossier.meeting.hard_end.filter(|_| is_open) {
        Some(end) if end > view.now => (
            words.hard_end_in(&time(end), &span(end - view.now)),
            styles.warn,
        ),
        Some(end) => (words.hard_end_over(&time(end)), styles.bad),
        None if view.dossier.meeting.opened.is_some() => {
            let total = span(agenda::sat(view.dossier, view.now));
            (format!("{} {total}", words.duration_total()), styles.text)
        }
        None => return,
    };
    pen::write(buffer, foot(2), &format!(" {text}"), tone);
}

/// How a clock looks: near its end `~`, over it `!`, besides the colour.
fn look(strain: Strain, view: &Scene) -> (Style, &'static str) {
    match strain {
        Strain::Calm => (view.styles.running, " "),
        Strain::Near => (view.styles.warn, "~"),
        Strain::Over => (view.styles.bad, "!"),
    }
}

/// Returns a span as minutes, or from an hour on as hours and minutes: `4'`, `2:03`.
fn short_span(minutes: i64) -> String {
    if minutes < 60 {
        format!("{minutes}'")
    } else {
        format!("{}:{:02}", minutes / 60, minutes % 60)
    }
}
