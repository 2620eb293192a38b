//! The list of the issue log over the selected issue in short.
//!
//! ```text
//!  Lọc: @Tam Phú chưa trả lời_                            2 đang chờ · 9 tất cả
//!  Mã      ND Chờ       Nêu bởi    Tình trạng        Nội dung
//! ▸VM-001  1  34 ngày!  2 ĐV, 2 HN ○ mới nêu         Thời gian xác minh lý lịch ở…
//!  VM-004  4  0 ngày    1 ĐV       ○ mới nêu         Chi bộ khu phố sau sắp xếp …
//!  ──────────────────────────────────────────────────────────────────────────────
//!  Thời gian xác minh lý lịch ở nơi khác kéo dài · chờ đã lâu: 34 ngày
//!  Nêu bởi: Tam Phú, Thảo Điền
//! ```

pub(crate) mod card;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::filter;
use crate::app::issues::{DETAILS, HEAD, Issues, log, rows};
use crate::app::list;
use crate::meeting::actions;
use crate::meeting::code::IssueState;
use crate::meeting::filter::Subject;
use crate::meeting::issues::log::LONG;
use crate::meeting::issues::{IssueCard, IssueLine, IssueLog, Shown, code, log as issue_log};
use crate::text::dates::short_date;
use crate::text::width::pad;
use crate::tui::filter::FilterLine;
use crate::tui::scene::Scene;
use crate::tui::widgets::details::{self, Details};
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

/// Columns from which on there is room for when it was raised, by whom and who is competent.
const WIDE: u16 = 110;

impl Issues {
    /// Draws the log, or an issue whole, and returns where the caret stands if it is in the filter.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) -> Option<Position> {
        if self.open.is_some()
            && let Some(card) = self.card(view)
        {
            self.draw_card(buffer, area, card, view);
            return None;
        }
        let log = log(view)?;
        let reading = filter::read(self.sieve.filter.text(), Subject::Issues, view);
        let line = FilterLine {
            finder: &self.sieve.filter,
            reading: &reading,
            subject: Subject::Issues,
            label: view.words.filter_label(),
            tally: &self.tally(log, view),
            is_typing: self.sieve.is_filtering,
            is_empty: log.page.total == 0,
        };
        let caret = line.draw(buffer, pen::row(area, 0), view);
        let head = pen::row(area, 1);
        if !line.draw_help(buffer, head, view) {
            draw_head(buffer, head, view);
        }
        if log.page.total == 0 {
            let text = if self.sieve.filter.is_blank() && self.shown == Shown::All {
                view.words.issues_none()
            } else {
                view.words.issues_none_here()
            };
            pen::write_wrapped(buffer, pen::below(area, 3), text, view.styles.muted);
        }
        let visible = rows(area.height);
        let first = list::first_shown(self.selected, log.page.total, visible);
        for place in first..(first + visible).min(log.page.total) {
            let row = pen::row(area, u16::try_from(place - first).unwrap_or(0) + HEAD);
            if let Some(line) = log.page.get(place) {
                draw_line(
                    buffer,
                    ListRow::new(row, place == self.selected),
                    line,
                    view,
                );
            }
        }
        if let Some(card) = self.card(view) {
            let told = details_of(card, view);
            let taken = log.page.total.min(visible) + usize::from(HEAD);
            let below = details::area(area, &told, DETAILS, taken);
            details::draw(buffer, below, &told, view.styles.muted);
        }
        self.sieve.is_filtering.then_some(caret)
    }

    /// How many issues there are, and how many of them wait.
    fn tally(&self, log: &IssueLog, view: &Scene) -> String {
        let words = view.words;
        match self.shown {
            Shown::All => words.issue_tally(log.waiting, log.page.total),
            Shown::Waiting => words.issue_tally_waiting(log.waiting),
        }
    }
}

fn draw_head(buffer: &mut Buffer, row: Rect, view: &Scene) {
    let words = view.words;
    let head = if row.width < WIDE {
        format!(
            " {} {} {} {} {} {}",
            pad(words.column_code(), 7),
            pad(words.column_focus(), 2),
            pad(words.column_waiting(), 10),
            pad(words.column_raisers(), 10),
            pad(words.column_state(), 17),
            words.column_text()
        )
    } else {
        format!(
            " {} {} {} {} {} {} {} {}",
            pad(words.column_code(), 7),
            pad(words.column_focus(), 2),
            pad(words.column_since(), 10),
            pad(words.column_waiting(), 10),
            pad(words.column_raised_by(), 17),
            pad(words.column_state(), 17),
            pad(words.column_competent(), 19),
            words.column_text()
        )
    };
    pen::write(buffer, row, &head, view.styles.heading);
}

fn draw_line(buffer: &mut Buffer, row: ListRow, line: &IssueLine, view: &Scene) {
    let (issue, words, styles) = (&line.issue, view.words, view.styles);
    let waits = issue_log::waiting(issue, view.today());
    let is_long = waits.is_some_and(|days| days >= LONG);
    let style = |plain: Style| row.style(plain, styles);
    let text = style(if issue.state.is_open() {
        styles.text
    } else {
        styles.muted
    });
    pen::paint(buffer, row.area, text);
    let focus = line.focus.map(|number| number.to_string());
    let code = pad(&code(issue.number), 7);
    let focus = pad(&focus.unwrap_or_default(), 2);
    let long = if is_long { "!" } else { "" };
    let waits = match waits {
        None => String::new(),
        Some(0) => words.waiting_today().to_owned(),
        Some(days) => format!("{}{long}", words.waiting_days(days)),
    };
    let since = short_date(issue.at.date_naive());
    let is_wide = row.area.width >= WIDE;
    let raised = if is_wide {
        pad(&raised_by(line, view), 17)
    } else {
        pad(&words.raised_in(line.raised_by.len(), line.meetings), 10)
    };
    let (glyph, tone) = look(issue.state, view);
    let state = format!("{glyph} {}", words.issue_state(issue.state));
    let mut pieces = vec![pen::piece(format!("{}{code} {focus} ", row.sign()), text)];
    if is_wide {
        pieces.push(pen::piece(format!("{} ", pad(&since, 10)), text));
    }
    let tense = style(if is_long { styles.bad } else { styles.text });
    pieces.push(pen::piece(format!("{} ", pad(&waits, 10)), tense));
    pieces.push(pen::piece(format!("{raised} "), text));
    pieces.push(pen::piece(format!("{} ", pad(&state, 17)), style(tone)));
    if is_wide {
        let body = issue.competent.as_deref().unwrap_or_default();
        pieces.push(pen::piece(format!("{} ", pad(body, 19)), text));
    }
    if line.is_carried_out() {
        let sentence = format!("✓ {} · ", words.issue_carried_out());
        pieces.push(pen::piece(sentence, style(styles.good)));
    }
    pieces.push(pen::piece(issue.text.as_str(), text));
    pen::write_pieces(buffer, row.area, &pieces);
}

/// Who raised it: the one unit by its name, several by their number, and over how many meetings.
fn raised_by(line: &IssueLine, view: &Scene) -> String {
    match (&line.raised_by[..], line.meetings) {
        ([], _) => view.words.issue_no_speaker().to_owned(),
        ([only], 0 | 1) => only.clone(),
        ([only], meetings) => view.words.raised_once(only, meetings),
        (several, meetings) => view.words.raised_times(several.len(), meetings),
    }
}

/// Returns the glyph of a state, which tells it without a colour, and its style.
pub(crate) fn look(state: IssueState, view: &Scene) -> (&'static str, Style) {
    let row = state.row();
    (row.glyph, view.styles.meaning(row.meaning))
}

/// Returns how long an issue has waited in words, while it waits.
pub(crate) fn waits(card: &IssueCard, view: &Scene) -> Option<String> {
    let days = issue_log::waiting(&card.issue, view.today())?;
    Some(match days {
        0 => view.words.issue_waits_today().to_owned(),
        1..LONG => view.words.issue_waits(days),
        _ => view.words.issue_waits_long(days),
    })
}

/// The selected issue in short, the most important first.
fn details_of(card: &IssueCard, view: &Scene) -> Details {
    let (words, styles) = (view.words, view.styles);
    let issue = &card.issue;
    let waits = waits(card, view).map(|waits| format!(" · {waits}"));
    let text = format!("{}{}", issue.text, waits.unwrap_or_default());
    let mut details = vec![(text, styles.counter)];
    if let Some(original) = &card.original {
        let sentence = words.card_original(&code(original.number), &original.text);
        details.push((sentence, styles.warn));
    }
    details.push((words.raised_by(&card.raisers().join(", ")), styles.text));
    if card.is_carried_out() {
        details.push((words.issue_offer_resolved().to_owned(), styles.good));
    } else if !card.actions.is_empty() {
        let codes = card
            .actions
            .iter()
            .map(|by| actions::code(by.action.number));
        let codes: Vec<String> = codes.collect();
        details.push((words.issue_resolved_by(&codes.join(", ")), styles.text));
    }
    details.push(match card.answers.last() {
        Some(answered) => (words.answered_with(&answered.text), styles.good),
        None => (words.not_answered().to_owned(), styles.muted),
    });
    details
}
