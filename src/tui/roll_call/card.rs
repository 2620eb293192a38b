//! Draws the card of a seat: who leads the unit, the log of this meeting to be corrected, the items, the last meetings.
//!
//! ```text
//! ╭ LINH TÂY ───────────────────────────────────────────────────────────────╮
//! │ Bí thư  Nguyễn Văn …            │ MƯỜI HỘI NGHỊ GẦN NHẤT                │
//! │ PBT TT  Trần Thị …              │ 12/4/2023  ● Bí thư                   │
//! │ ▸ 08:03 Bí thư · mục 1          │ 10/01/2023 ◐ Dự thay  muộn 12'        │
//! │   09:40 về sớm · mục 3          │ có mặt 9/10 (90%)                     │
//! │   ● 1 Khai mạc · dự             │ cử người dự thay 2 · đến muộn 1 …     │
//! │ ───────────────────────────────────────────────────────────────────────  │
//! │ 08:03 Bí thư · mục 1                                                     │
//! ╰ ↑ ↓ chọn · Enter sửa · Delete xóa lần ghi · Esc đóng ───────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::roll_call::card::{Card, history, record};
use crate::app::roll_call::forms;
use crate::meeting::agenda;
use crate::meeting::code::Rank;
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Presence};
use crate::meeting::rows::{AttendanceEvent, Seat};
use crate::meeting::turnout::{Attended, History};
use crate::text::dates::short_date;
use crate::text::width::pad;
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::list_row::cursor;
use crate::tui::widgets::pen;

impl Card {
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) {
        let Some((dossier, seat)) = view.seat(self.seat) else {
            return;
        };
        let today = today(seat, Some(self.selected), dossier, view);
        let past = history(seat, view).map_or_else(Vec::new, |history| past(history, view));
        let rows = u16::try_from(today.len().max(past.len())).unwrap_or(u16::MAX);
        let frame = DialogBox {
            width: screen.width.saturating_sub(2).min(110),
            height: rows.saturating_add(4).min(screen.height),
            title: &seat.name.to_uppercase(),
            foot: view.words.card_foot(),
        };
        let inside = frame.draw(buffer, screen, view.styles);
        let left = Rect {
            width: inside.width * 11 / 20,
            height: inside.height.saturating_sub(2),
            ..inside
        };
        let right = Rect {
            x: left.right(),
            width: inside.width - left.width,
            ..left
        };
        let bottom = pen::below(inside, left.height);
        let left = pen::rule_right(buffer, left, view.styles.muted);
        pen::write_lines(buffer, left, today);
        pen::write_lines(buffer, right, past);
        // The list cuts long lines; the one under the cursor stands in full here.
        pen::rule(buffer, bottom, view.styles.muted);
        if let Some(event) = self.entry(dossier) {
            let whole = format!(" {}", entry_line(event, dossier, view));
            pen::write(buffer, pen::row(bottom, 1), &whole, view.styles.text);
        }
    }
}

/// Returns the names and the log of a seat, then whether its delegate was there item by item.
pub(crate) fn today(
    seat: &Seat,
    selected: Option<usize>,
    dossier: &Dossier,
    view: &Scene,
) -> Vec<(String, Style)> {
    let (words, styles) = (view.words, view.styles);
    let known = |name: &Option<String>| name.clone().unwrap_or_else(|| "......".to_owned());
    let style = |line: usize| styles.under(selected == Some(line), styles.text);
    let mark = |line: usize| cursor(selected == Some(line));
    let mut lines = vec![
        (
            format!(
                "{} {}  {}",
                mark(0),
                words.field_secretary(),
                known(&seat.secretary)
            ),
            style(0),
        ),
        (
            format!(
                "  {}  {}",
                words.name(Rank::StandingDeputy.row().name),
                known(&seat.deputy)
            ),
            style(0),
        ),
    ];
    let log = roll_call::log(dossier, seat.id);
    if log.events().is_empty() {
        lines.push((format!("  {}", words.card_no_entries()), styles.muted));
    }
    for (line, event) in (1..).zip(log.events()) {
        lines.push((
            format!("{} {}", mark(line), entry_line(event, dossier, view)),
            style(line),
        ));
    }
    lines.extend(presence_lines(seat, dossier, view));
    lines
}

/// Returns a line for each item that ran: whether the delegate was there.
fn presence_lines<'a>(
    seat: &Seat,
    dossier: &'a Dossier,
    view: &Scene<'a>,
) -> impl Iterator<Item = (String, Style)> {
    let (words, styles) = (view.words, view.styles);
    let items = agenda::items(dossier).into_iter();
    let ran = items.filter(|item| agenda::began(dossier, item.id).is_some());
    let seat = seat.id;
    ran.map(move |item| {
        let presence = roll_call::presence(dossier, seat, item.id);
        let (glyph, tone) = match presence {
            Presence::Unknown => ('·', styles.warn),
            Presence::Away => ('○', styles.bad),
            Presence::Out => ('–', styles.warn),
            Presence::Part => ('◑', styles.warn),
            Presence::Whole => ('●', styles.good),
        };
        let sentence = words.presence(presence);
        (
            format!("  {glyph} {} {} · {sentence}", item.position, item.title),
            tone,
        )
    })
}

/// Returns an entry of the log in words: `08:31 muộn · mục 3 · kẹt xe`.
fn entry_line(event: &AttendanceEvent, dossier: &Dossier, view: &Scene) -> String {
    let words = view.words;
    let item = event.item.and_then(|item| dossier.items.get(item));
    let what = words.entry(event.kind, event.rank);
    let parts = [
        Some(format!("{} {what}", forms::moment_shown(event.at, dossier))),
        item.map(|item| words.in_item(item.position)),
        event.person.clone(),
        event.office.clone(),
        event.on_behalf.as_ref().map(|whom| words.on_behalf(whom)),
        event.reason.clone(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Returns the history of a unit: its last meetings, and their totals.
pub(crate) fn past(history: &History, view: &Scene) -> Vec<(String, Style)> {
    let (words, styles) = (view.words, view.styles);
    let mut lines = vec![(words.card_history().to_owned(), styles.heading)];
    if history.meetings.is_empty() {
        lines.push((words.card_no_history().to_owned(), styles.muted));
    }
    for attended in &history.meetings {
        lines.push(past_line(attended, view));
    }
    if let Some((sum, exceptions)) = record(history, words) {
        lines.push((sum, styles.counter));
        lines.push((exceptions, styles.muted));
    }
    lines
}

fn past_line(attended: &Attended, view: &Scene) -> (String, Style) {
    let words = view.words;
    let (glyph, style) = look(attended.standing, view);
    let day = pad(&short_date(attended.began.date_naive()), 11);
    let standing = pad(words.standing(attended.standing), 9);
    let late = attended.late.map(|late| words.late_by(late.num_minutes()));
    let left = attended.has_left.then(|| words.left_mark().to_owned());
    let rest: Vec<String> = [late, left, attended.person.clone()]
        .into_iter()
        .flatten()
        .collect();
    (
        format!("{day}{glyph} {standing} {}", rest.join(" · ")),
        style,
    )
}

/// Returns the glyph of a standing, which tells it without a colour, and its style.
pub(crate) fn look(standing: roll_call::Standing, view: &Scene) -> (char, Style) {
    use roll_call::Standing;
    let styles = view.styles;
    match standing {
        Standing::NotMarked => ('·', styles.warn),
        Standing::Present(Some(_)) => ('●', styles.good),
        Standing::Present(None) => ('●', styles.text),
        Standing::Substitute => ('◐', styles.warn),
        Standing::Excused | Standing::Absent => ('○', styles.bad),
    }
}
