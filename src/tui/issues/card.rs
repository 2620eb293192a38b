//! Draws one issue whole: the unit's own words, the answers, the actions that resolve it, the issues merged into it.
//!
//! ```text
//!  VM-002 · ND5 · ○ mới nêu · chờ đã lâu: 34 ngày
//!  Khó tiếp nhận tổ chức đảng trong doanh nghiệp ngoài khu vực Nhà nước
//!  Cơ quan giải quyết: Đảng ủy Doanh nghiệp
//!  NÊU BỞI · đơn vị 2 · hội nghị 2
//! ▸ 07/6/2023  Tam Phú · Khó tiếp nhận tổ chức đảng …
//!   11/7/2023  Thảo Điền (VM-005) · Chưa rõ hồ sơ tiếp nhận
//!  TRẢ LỜI
//!   12/7/2023  Ban Tổ chức Thành ủy · 12-CV/BTCTU · Hồ sơ gồm …
//!  NHIỆM VỤ GIẢI QUYẾT
//!   NV-003 2/3 · hạn 30/9/2023 · Lập danh sách …
//!  ──────────────────────────────────────────────────────────────────────────────
//!  11/7/2023 Hội nghị giao ban …: Chưa rõ hồ sơ tiếp nhận
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::issues::Issues;
use crate::app::issues::card::{Matter, WHOLE, matters};
use crate::app::list;
use crate::meeting::actions;
use crate::meeting::issues::{IssueCard, code};
use crate::text::dates::short_date;
use crate::text::width::{cut_rows, pad, wrap};
use crate::tui::issues::{look, waits};
use crate::tui::scene::Scene;
use crate::tui::widgets::details;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

/// Rows that the text of the issue takes at most where no row is free.
const TEXT: usize = 3;

/// A row of the card: a heading, or the line at this place.
type CardRow = (Option<usize>, String, Style);

impl Matter<'_> {
    /// Returns the text of a line in one row.
    fn line(&self, card: &IssueCard, view: &Scene) -> String {
        let words = view.words;
        match self {
            Self::Raised(raised) => {
                let day = pad(&short_date(raised.at.date_naive()), 10);
                let name = raised.name.as_deref().unwrap_or(words.issue_no_speaker());
                let under = under(raised.number, card);
                format!("{day} {name}{under} · {}", raised.text)
            }
            Self::Answer(answered) => {
                let answer = &answered.answer;
                let day = pad(&short_date(answer.at.date_naive()), 10);
                let under = under(answered.number, card);
                let by = [answer.author.as_deref(), answer.document.as_deref()];
                let by = by.into_iter().flatten().collect::<Vec<_>>().join(" · ");
                let by = if by.is_empty() {
                    by
                } else {
                    format!("{by} · ")
                };
                format!("{day} {by}{}{under}", answered.text)
            }
            Self::Action(by) => {
                let done = if by.is_done() { "✓" } else { "" };
                let due = by
                    .due
                    .map(|day| format!(" · {}", words.action_due(&short_date(day))));
                let due = due.unwrap_or_default();
                let code = actions::code(by.action.number);
                let parts = format!("{}/{}", by.roll_up.done, by.roll_up.total());
                format!("{code} {done}{parts}{due} · {}", by.action.text)
            }
            Self::Issue(issue) => {
                let state = issue.state_before.unwrap_or(issue.state);
                let state = words.issue_state(state);
                format!("{} {state} · {}", code(issue.number), issue.text)
            }
        }
    }

    /// Returns the whole text of the selected line, for the details below.
    fn whole(&self, card: &IssueCard, view: &Scene) -> String {
        match self {
            Self::Raised(raised) => {
                let day = short_date(raised.at.date_naive());
                format!("{day} {}: {}", raised.title, raised.text)
            }
            Self::Answer(_) | Self::Action(_) | Self::Issue(_) => self.line(card, view),
        }
    }
}

/// The code under which something was said, where that is not the issue's own.
fn under(number: i64, card: &IssueCard) -> String {
    if number == card.issue.number {
        return String::new();
    }
    format!(" ({})", code(number))
}

impl Issues {
    pub(crate) fn draw_card(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        card: &IssueCard,
        view: &Scene,
    ) {
        let columns = usize::from(area.width).saturating_sub(2);
        let matters = matters(card);
        let here = self.matter.min(matters.len().saturating_sub(1));
        let rows = card_rows(card, &matters, view);
        let whole = matters.get(here).map(|matter| matter.whole(card, view));
        let whole = vec![(whole.unwrap_or_default(), view.styles.text)];
        // The text and the selected line have the free rows first, then every line what it needs.
        let fixed = usize::from(WHOLE) + rows.len();
        let room = usize::from(area.height).saturating_sub(fixed);
        let head = head(card, columns, room, view);
        let taken = u16::try_from(head.len()).unwrap_or(0);
        pen::write_lines(buffer, area, head);
        let below = pen::below(area, taken);
        let bottom = details::area(below, &whole, WHOLE, rows.len());
        let list = Rect {
            height: below.height.saturating_sub(bottom.height),
            ..below
        };
        draw_rows(buffer, list, (&rows, here), view);
        details::draw(buffer, bottom, &whole, view.styles.muted);
    }
}

/// Draws the lines and their headings around the selected line, each in the rows that it needs where there are free ones.
fn draw_rows(buffer: &mut Buffer, area: Rect, (rows, here): (&[CardRow], usize), view: &Scene) {
    let columns = usize::from(area.width).saturating_sub(4);
    let room = usize::from(area.height);
    let at = rows.iter().position(|(place, ..)| *place == Some(here));
    let at = at.unwrap_or(0);
    let first = list::first_shown(at, rows.len(), room);
    let visible: Vec<&CardRow> = rows.iter().skip(first).take(room).collect();
    let needed: Vec<usize> = visible
        .iter()
        .map(|(_, text, _)| wrap(text, columns).len())
        .collect();
    let given = list::heights(&needed, at - first, room);
    let mut top = 0;
    for ((place, text, style), height) in visible.into_iter().zip(given) {
        let is_here = *place == Some(here);
        let gap = if place.is_some() { " " } else { "" };
        let lines = if height == 1 {
            vec![text.clone()]
        } else {
            cut_rows(text, columns, height)
        };
        let row = ListRow::new(pen::row(area, top), is_here);
        let first = lines.first().map_or("", String::as_str);
        let style = row.draw(buffer, &format!("{gap}{first}"), *style, view.styles);
        for line in lines.iter().skip(1) {
            top += 1;
            // What goes on stands under the words, without the sign of the cursor.
            let row = pen::row(area, top);
            pen::paint(buffer, row, style);
            pen::write(buffer, row, &format!("   {line}"), style);
        }
        top += 1;
    }
}

/// The code, the state and the age; the text; the competent unit; the issue that it is merged into.
fn head(card: &IssueCard, columns: usize, room: usize, view: &Scene) -> Vec<(String, Style)> {
    let (words, styles, issue) = (view.words, view.styles, &card.issue);
    let (glyph, tone) = look(issue.state, view);
    let focus = card.focus.as_ref().map(|area| {
        let name = words.area_name(area);
        format!("{}. {name}", area.number)
    });
    let focus = focus.unwrap_or_else(|| words.card_no_focus().to_owned());
    let state = format!("{glyph} {}", words.issue_state(issue.state));
    let facts = [
        Some(code(issue.number)),
        Some(state),
        waits(card, view),
        Some(focus),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let mut lines = vec![(facts.join(" · "), tone)];
    let others = 2 + usize::from(card.is_carried_out());
    let text = cut_rows(&issue.text, columns, TEXT.max(room.saturating_sub(others)));
    lines.extend(text.into_iter().map(|row| (row, styles.counter)));
    lines.push(match &issue.competent {
        Some(body) => (words.card_competent(body), styles.text),
        None => (words.card_no_competent().to_owned(), styles.muted),
    });
    if card.is_carried_out() {
        lines.push((words.issue_offer_resolved().to_owned(), styles.good));
    }
    lines
}

/// The lines under their headings.
fn card_rows(card: &IssueCard, matters: &[Matter], view: &Scene) -> Vec<CardRow> {
    let (words, styles) = (view.words, view.styles);
    let raised = words.card_raised(card.raisers().len(), card.meetings());
    let mut rows = vec![(None, raised, styles.heading)];
    let line =
        |(place, matter): (usize, &Matter)| (Some(place), matter.line(card, view), styles.text);
    let of = |kind: fn(&Matter) -> bool| {
        let numbered = matters.iter().enumerate();
        numbered.filter(move |(_, matter)| kind(matter)).map(line)
    };
    rows.extend(of(|matter| matches!(matter, Matter::Raised(_))));
    let answered: Vec<CardRow> = of(|matter| matches!(matter, Matter::Answer(_))).collect();
    rows.push(heading(
        words.card_answers(),
        words.card_no_answers(),
        answered.is_empty(),
        view,
    ));
    rows.extend(answered);
    let resolved: Vec<CardRow> = of(|matter| matches!(matter, Matter::Action(_))).collect();
    rows.push(heading(
        words.card_actions(),
        words.card_no_actions(),
        resolved.is_empty(),
        view,
    ));
    rows.extend(resolved);
    let mut merged: Vec<CardRow> = of(|matter| matches!(matter, Matter::Issue(_))).collect();
    let duplicates = merged.split_off(usize::from(card.original.is_some()));
    for (title, lines) in [
        (words.card_same(), merged),
        (words.card_duplicates(), duplicates),
    ] {
        if !lines.is_empty() {
            rows.push((None, title.to_owned(), styles.heading));
            rows.extend(lines);
        }
    }
    rows
}

/// A heading, which says so where nothing stands under it.
fn heading(title: &str, none: &str, is_empty: bool, view: &Scene) -> CardRow {
    if is_empty {
        return (None, format!("{title} · {none}"), view.styles.muted);
    }
    (None, title.to_owned(), view.styles.heading)
}
