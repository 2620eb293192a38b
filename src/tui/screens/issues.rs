//! F5 Vướng mắc: the issue log, what waits for an answer first.
//!
//! ```text
//!  Mã      TT  Ngày       Tình trạng      Nội dung
//!  VM-002  4   11/7/2023  mới nêu         Phương án nhân sự cấp ủy khi giải thể …
//!  ──────────────────────────────────────────────────────────────────────────────
//!  Nêu bởi: Tam Phú, Thảo Điền
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

use crate::meeting::cell::Id;
use crate::meeting::issues::{IssueLine, code};
use crate::meeting::rows::Issue;
use crate::text::dates::short_date;
use crate::text::width::{pad, wrap};
use crate::tui::command::{IssuesCommand, ListCommand};
use crate::tui::dialogs::choice::Purpose as ChoicePurpose;
use crate::tui::dialogs::form::Purpose as FormPurpose;
use crate::tui::dialogs::{Choice, Dialog, Form};
use crate::tui::effect::Effect;
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::tui::widgets::{list, pen};

/// Rows under the list that tell the selected issue whole.
const DETAILS: u16 = 7;

/// Where the user is in the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Issues {
    /// The selected line.
    pub selected: usize,
    /// The issue on it, which the selection follows when the log is sorted anew.
    pub issue: Option<Id<Issue>>,
}

impl Issues {
    /// Moves the selection.
    pub fn list(&mut self, command: ListCommand, view: &View) {
        let total = view.shelf.issues.as_ref().map_or(0, |page| page.total);
        self.selected = list::moved(self.selected, total, list_rows(view.rows), command);
        let page = view.shelf.issues.as_ref();
        let line = page.and_then(|page| page.get(self.selected));
        self.issue = line.map(|line| line.issue.id);
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: IssuesCommand, view: &View) -> Vec<Effect> {
        let Some(line) = view
            .shelf
            .issues
            .as_ref()
            .and_then(|page| page.get(self.selected))
        else {
            return vec![Effect::Say(Status::warned(view.words.why_nothing_here()))];
        };
        let id = line.issue.id;
        self.issue = Some(id);
        vec![Effect::Show(match command {
            IssuesCommand::State => Dialog::Choice(Choice::new(ChoicePurpose::IssueState(id))),
            IssuesCommand::Answer => Dialog::Form(Form::new(FormPurpose::Answer(id), &[""])),
        })]
    }

    /// Draws the log over the selected issue.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, view: &View) {
        let words = view.words;
        let head = format!(
            " {} {} {} {} {}",
            pad(words.column_code(), 7),
            pad(words.column_focus(), 3),
            pad(words.column_day(), 10),
            pad(words.column_state(), 16),
            words.column_text()
        );
        pen::write(buffer, pen::row(area, 0), &head, view.styles.heading);
        let Some(page) = &view.shelf.issues else {
            return;
        };
        if page.total == 0 {
            for (position, line) in (2..).zip(wrap(
                words.issues_none(),
                usize::from(area.width).saturating_sub(2),
            )) {
                pen::write(
                    buffer,
                    pen::row(area, position),
                    &format!(" {line}"),
                    view.styles.muted,
                );
            }
            return;
        }
        let rows = list_rows(area.height);
        let first = list::first_shown(self.selected, page.total, rows);
        for place in first..(first + rows).min(page.total) {
            let row = pen::row(area, u16::try_from(place - first).unwrap_or(0) + 1);
            if let Some(line) = page.get(place) {
                draw_line(buffer, row, line, place == self.selected, view);
            }
        }
        let details = Rect {
            y: area.bottom().saturating_sub(DETAILS),
            height: DETAILS.min(area.height),
            ..area
        };
        if let Some(line) = page.get(self.selected) {
            draw_details(buffer, details, line, view);
        }
    }
}

fn list_rows(rows: u16) -> usize {
    usize::from(rows.saturating_sub(DETAILS + 1)).max(1)
}

fn draw_line(buffer: &mut Buffer, row: Rect, line: &IssueLine, is_selected: bool, view: &View) {
    let issue = &line.issue;
    let open = if issue.state.is_open() {
        view.styles.text
    } else {
        view.styles.muted
    };
    let style = if is_selected {
        view.styles.selected
    } else {
        open
    };
    let state_style = match (is_selected, issue.state.is_open()) {
        (true, _) => view.styles.selected,
        (false, true) => view.styles.warn,
        (false, false) => view.styles.good,
    };
    pen::paint(buffer, row, style);
    let focus = line
        .focus
        .map(|number| number.to_string())
        .unwrap_or_default();
    let mark = if is_selected { '▸' } else { ' ' };
    let glyph = if issue.state.is_open() { "○" } else { "✓" };
    let day = short_date(issue.at.date_naive());
    pen::write_pieces(
        buffer,
        row,
        &[
            pen::piece(
                format!(
                    "{mark}{} {} {} ",
                    pad(&code(issue.number), 7),
                    pad(&focus, 3),
                    pad(&day, 10)
                ),
                style,
            ),
            pen::piece(
                format!(
                    "{} ",
                    pad(
                        &format!("{glyph} {}", view.words.issue_state(issue.state)),
                        16
                    )
                ),
                state_style,
            ),
            pen::piece(issue.text.as_str(), style),
        ],
    );
}

fn draw_details(buffer: &mut Buffer, area: Rect, line: &IssueLine, view: &View) {
    pen::rule(buffer, pen::row(area, 0), view.styles.muted);
    let columns = usize::from(area.width).saturating_sub(2);
    let answer = match &line.answer {
        Some(answer) => (view.words.answered_with(answer), view.styles.good),
        None => (view.words.not_answered().to_owned(), view.styles.muted),
    };
    let raised = (
        view.words.raised_by(&line.raised_by.join(", ")),
        view.styles.text,
    );
    let text = wrap(&line.issue.text, columns)
        .into_iter()
        .take(3)
        .map(|row| (row, view.styles.counter));
    let rest = [raised, answer].into_iter().flat_map(|(text, style)| {
        wrap(&text, columns)
            .into_iter()
            .take(2)
            .map(move |row| (row, style))
    });
    for (position, (text, style)) in (1..).zip(text.chain(rest)) {
        pen::write(buffer, pen::row(area, position), &format!(" {text}"), style);
    }
}
