//! The capture line as it is drawn: in up to four rows, with what was understood of it beside or below, and its
//! completions above.
//!
//! ```text
//! ────────────────────────────────────────────────────────────────────
//!  › > #1 @Linh Trung ^31/7 Rà soát, gửi về Ban danh sách đảng viên
//!    còn vướng hồ sơ_           nhiệm vụ · 31/7/2023 · ND1 · Linh Trung
//! ```

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use crate::app::desk::Desk;
use crate::app::list;
use crate::meeting::capture::{Capture, Sort, Whom};
use crate::meeting::notes::{self, Target};
use crate::meeting::{actions, floor as turns, issues};
use crate::text::width::{cut, rows, width, wrap};
use crate::tui::scene::MeetingScene;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

/// Completions shown at a time.
const COMPLETIONS: usize = 7;

/// Rows that the typed line takes at most.
const LINE_ROWS: usize = 4;

/// Columns of an action that the line names by its code.
const NAMED: usize = 24;

/// Rows that what was understood takes below the line at most.
const UNDERSTOOD_ROWS: usize = 4;

/// Columns before the line: its sign.
const SIGN: u16 = 3;

/// The capture line in its rows, with what was understood of it.
pub(super) struct Foot {
    /// The rows of the text that are shown, as ranges of its bytes.
    rows: Vec<Range<usize>>,
    /// Whether rows before the first one and behind the last one are not shown.
    is_cut: (bool, bool),
    /// The row of the caret among those that are shown.
    caret: usize,
    /// What was understood: one piece at the right of the last row, or rows below it.
    understood: Vec<String>,
    is_beside: bool,
    style: Style,
}

impl Foot {
    /// Returns its rows on the screen.
    pub(super) fn height(&self) -> u16 {
        let below = if self.is_beside {
            0
        } else {
            self.understood.len()
        };
        u16::try_from(self.rows.len() + below).unwrap_or(u16::MAX)
    }
}

impl Desk {
    /// Breaks the capture line into its rows, and finds the place for what was understood of it.
    pub(super) fn foot(&self, area: Rect, view: &MeetingScene) -> Foot {
        let columns = usize::from(area.width.saturating_sub(SIGN + 2));
        // On a low screen the panels keep most of the rows.
        let most = LINE_ROWS.min(usize::from(area.height) / 4).max(1);
        let text = self.line.text();
        let all = rows(text, columns);
        let byte = self.line.before().len();
        let here = all.iter().rposition(|row| row.start <= byte).unwrap_or(0);
        let first = (here + 1).saturating_sub(most);
        let shown: Vec<Range<usize>> = all.iter().skip(first).take(most).cloned().collect();
        let (understood, style) = self.understood(view);
        let last = shown.last().and_then(|row| text.get(row.clone()));
        let used = last.map_or(0, width) + width(&understood) + 3;
        let is_beside = used <= columns + 1;
        let understood_is_empty = understood.is_empty();
        let understood = if is_beside || understood_is_empty {
            vec![understood]
        } else {
            let mut lines = wrap(&understood, columns);
            lines.truncate(UNDERSTOOD_ROWS);
            lines
        };
        Foot {
            is_cut: (first > 0, first + shown.len() < all.len()),
            caret: here - first,
            rows: shown,
            is_beside: is_beside || understood_is_empty,
            understood,
            style,
        }
    }

    /// Draws the capture line with its meaning, and returns where the caret stands.
    pub(super) fn draw_foot(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        foot: &Foot,
        view: &MeetingScene,
    ) -> Position {
        let sign = if self.editing.is_some() {
            " ✎ "
        } else {
            " › "
        };
        pen::write(buffer, pen::row(area, 0), sign, view.styles.running);
        let room = Rect {
            x: area.x + SIGN.min(area.width),
            width: area.width.saturating_sub(SIGN + 1),
            ..area
        };
        if self.line.text().is_empty() {
            draw_hint(buffer, pen::row(room, 0), view);
        }
        let text = self.line.text();
        for (position, row) in (0..).zip(&foot.rows) {
            let words = text.get(row.clone()).unwrap_or_default();
            pen::write(buffer, pen::row(room, position), words, view.styles.text);
        }
        foot.draw_cuts(buffer, room, view);
        let below = u16::try_from(foot.rows.len()).unwrap_or(1);
        let top = if foot.is_beside { below - 1 } else { below };
        for (position, line) in (top..).zip(&foot.understood) {
            let row = pen::row(room, position);
            if foot.understood.len() > 1 {
                pen::write(buffer, row, line, foot.style);
            } else {
                pen::write_right(buffer, row, line, foot.style);
            }
        }
        let row = foot.rows.get(foot.caret).map_or(0, |row| row.start);
        let column = width(self.line.before().get(row..).unwrap_or_default());
        Position {
            x: (room.x + u16::try_from(column).unwrap_or(0)).min(area.right().saturating_sub(1)),
            y: room.y + u16::try_from(foot.caret).unwrap_or(0),
        }
    }

    /// What Enter will do, in words: what is asked about, or the kind, the issue, the deadline, the area and the unit.
    fn understood(&self, view: &MeetingScene) -> (String, Style) {
        let (words, styles) = (view.words, view.styles);
        if self.line.is_blank() {
            return (String::new(), styles.muted);
        }
        let line = self.read(view.dossier);
        if let Some(problem) = line.problems.first() {
            return (words.line_problem(problem), styles.warn);
        }
        if let Some(seat) = line
            .only_names()
            .and_then(|seat| view.dossier.seats.get(seat))
        {
            let gives = self.editing.is_none();
            let sentence = gives.then(|| words.told_floor(&seat.name));
            return (sentence.unwrap_or_default(), styles.good);
        }
        let (mut parts, is_sure) = self.parts(&line, view);
        let remark = line.remarks.first();
        parts.extend(remark.map(|remark| words.line_remark(remark)));
        let style = if is_sure && remark.is_none() {
            styles.good
        } else {
            styles.warn
        };
        (parts.join(" · "), style)
    }

    /// The parts of a line that was understood, and whether nothing of it is missing or unsure.
    fn parts(&self, line: &Capture, view: &MeetingScene) -> (Vec<String>, bool) {
        let words = view.words;
        let plain = self.plain_kind(view.dossier);
        let mut parts = vec![words.sort(line.sort, plain).to_owned()];
        let unknown = line
            .issue
            .filter(|number| !view.known().has_issue(*number, view.dossier));
        let target = self.target(line, view.dossier, view);
        let mut is_sure = unknown.is_none();
        parts.extend(unknown.map(|number| words.problem_unknown_issue(&issues::code(number))));
        match target {
            Target::Nothing => {}
            Target::Issues(numbers) => {
                let codes: Vec<String> = numbers.into_iter().map(issues::code).collect();
                parts.push(format!("→ {}", codes.join(", ")));
            }
            Target::Unsure(_) if unknown.is_some() => {}
            Target::Unsure(_) => {
                parts.push(words.asks_which_issue().to_owned());
                is_sure = false;
            }
        }
        for (number, text) in self.mentioned(line) {
            let code = actions::code(number);
            is_sure &= text.is_some();
            parts.push(match text {
                Some(text) => words.names_action(&code, &cut(text, NAMED)),
                None => words.problem_unknown_action(&code),
            });
        }
        let said = line.deadline_words.as_deref();
        parts.extend(words.due_shown(line.deadline, said));
        let area = line.focus.and_then(|area| view.dossier.focus.get(area));
        parts.extend(area.map(|area| words.focus_short(area.number)));
        let is_spoken = line.whom == Whom::Floor && line.sort != Sort::Conclusion;
        let speaker = turns::speaking(view.dossier).filter(|_| is_spoken && self.editing.is_none());
        let named = speaker.map_or_else(
            || words.whom(&line.whom, view.dossier),
            |speech| turns::name(speech, view.dossier).to_owned(),
        );
        parts.extend(Some(named).filter(|named| !named.is_empty()));
        let edited = self.editing.and_then(|id| notes::entry(view.dossier, id));
        let writing = view.writing(view.dossier);
        if writing.lacks_unit(line, edited, plain) {
            parts.push(words.no_unit_raises().to_owned());
            is_sure = false;
        }
        (parts, is_sure)
    }

    /// The completions at the caret, in a box above the line.
    pub(super) fn draw_completion(
        &self,
        buffer: &mut Buffer,
        above: Rect,
        caret: Position,
        view: &MeetingScene,
    ) {
        let Some(completion) = self.completion(view.dossier, view) else {
            return;
        };
        let visible = completion.choices.len().min(COMPLETIONS);
        let chosen = self.chosen.unwrap_or(0);
        let first = list::first_shown(chosen, completion.choices.len(), visible);
        let wide = completion
            .choices
            .iter()
            .map(|(name, hint)| width(name) + width(hint) + 4)
            .max()
            .unwrap_or(0);
        let columns = u16::try_from(wide)
            .unwrap_or(40)
            .clamp(16, above.width.saturating_sub(4));
        let rows = u16::try_from(visible).unwrap_or(1);
        let x = caret
            .x
            .saturating_sub(2)
            .min(above.right().saturating_sub(columns));
        let place = Rect {
            x,
            y: above.bottom().saturating_sub(rows),
            width: columns,
            height: rows,
        };
        Clear.render(place, buffer);
        for (position, (name, hint)) in completion
            .choices
            .iter()
            .enumerate()
            .skip(first)
            .take(visible)
        {
            let row = pen::row(place, u16::try_from(position - first).unwrap_or(0));
            let (styles, line) = (view.styles, ListRow::new(row, position == chosen));
            let style = line.draw(buffer, name, styles.bar, styles);
            pen::write_right(buffer, row, &format!("{hint} "), style);
        }
    }
}

/// The signs that a line may begin with, while nothing is typed.
fn draw_hint(buffer: &mut Buffer, row: Rect, view: &MeetingScene) {
    let place = pen::behind(row, 1);
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

impl Foot {
    /// Marks where rows before or behind are not shown.
    fn draw_cuts(&self, buffer: &mut Buffer, room: Rect, view: &MeetingScene) {
        let mark = |x: u16, row: usize| Rect {
            x,
            y: room.y + u16::try_from(row).unwrap_or(0),
            width: 1,
            height: 1,
        };
        if self.is_cut.0 {
            pen::write(buffer, mark(room.x, 0), "…", view.styles.text);
        }
        if self.is_cut.1 {
            let last = self.rows.len().saturating_sub(1);
            let x = room.right().saturating_sub(1);
            pen::write(buffer, mark(x, last), "…", view.styles.text);
        }
    }
}
