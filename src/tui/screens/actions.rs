//! F6 Nhiệm vụ: the register of actions, each rolled up to one line, and one of them unit by unit.
//!
//! ```text
//!  Mã      TT  Hạn        Xong   Đơn vị           Nội dung
//!  NV-001  1   30/9/2023  3/34   34 đơn vị        Báo cáo tiến độ hướng dẫn khai lý lịch …
//!  NV-002  4   31/8/2023  0/1    Linh Trung       Gửi phương án sắp xếp chi bộ …
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

use crate::meeting::actions::{self, ActionLine, AssignmentLine, Scope, code};
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::code::AssignmentState;
use crate::meeting::rows::Action;
use crate::text::dates::short_date;
use crate::text::find::{best, find_all};
use crate::text::line::Line;
use crate::text::width::{pad, wrap};
use crate::tui::command::{ActionsCommand, EditCommand, ListCommand};
use crate::tui::dialogs::form::Purpose as FormPurpose;
use crate::tui::dialogs::{Dialog, Form};
use crate::tui::effect::Effect;
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::tui::widgets::{field, list, pen};

/// Rows under the list that tell the selected action whole.
const DETAILS: u16 = 5;

/// Where the user is in the register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Actions {
    /// The selected line of the register.
    pub selected: usize,
    /// The action on it, which the selection follows when the register is sorted anew.
    pub action: Option<Id<Action>>,
    /// Which actions are shown.
    pub scope: Scope,
    /// The action that is shown unit by unit.
    pub parts: Option<Id<Action>>,
    /// The selected unit of it.
    pub part: usize,
    /// What was typed to find a line.
    pub find: Line,
}

impl Actions {
    /// Moves the selection.
    pub fn list(&mut self, command: ListCommand, view: &View) {
        self.find = Line::default();
        if self.parts.is_some() {
            let total = view
                .shelf
                .parts
                .as_ref()
                .map_or(0, |(_, lines)| lines.len());
            self.part = list::moved(self.part, total, list_rows(view.rows), command);
        } else {
            let total = view
                .shelf
                .actions
                .as_ref()
                .map_or(0, |(_, register)| register.page.total);
            self.selected = list::moved(self.selected, total, list_rows(view.rows), command);
            self.action = self.line(view).map(|line| line.action.id);
        }
    }

    /// Finds the next line that answers what is typed: a unit, a code, or words of the action.
    pub fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        field::edit(&mut self.find, command, view.typing);
        let query = self.find.text().to_owned();
        if self.find.is_blank() {
            return Vec::new();
        }
        match self.first_match(&query, view) {
            Some(line) if self.parts.is_some() => self.part = line,
            Some(line) => {
                self.selected = line;
                self.action = self.line(view).map(|line| line.action.id);
            }
            None => {
                self.find = Line::default();
                return vec![Effect::Say(Status::warned(
                    view.words.why_no_option(&query),
                ))];
            }
        }
        vec![Effect::Say(Status::said(view.words.told_finding(&query)))]
    }

    fn first_match(&self, query: &str, view: &View) -> Option<usize> {
        if self.parts.is_some() {
            let (_, parts) = view.shelf.parts.as_ref()?;
            return best(query, parts.iter().map(|part| part.unit.as_str()))
                .first()
                .copied();
        }
        let page = &view.shelf.actions.as_ref()?.1.page;
        let answers = |line: &ActionLine| {
            let unit = line.only_unit.as_deref().unwrap_or_default();
            let whole = format!("{} {unit} {}", code(line.action.number), line.action.text);
            find_all(query, &whole).is_some()
        };
        page.lines
            .iter()
            .position(answers)
            .map(|position| page.from + position)
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: ActionsCommand, view: &View) -> Vec<Effect> {
        let typed = self.find.take();
        if command == ActionsCommand::Leave {
            return if typed.is_empty() {
                self.leave()
            } else {
                Vec::new()
            };
        }
        let Some(line) = self.line(view) else {
            return vec![Effect::Say(Status::warned(view.words.why_nothing_here()))];
        };
        let id = line.action.id;
        self.action = Some(id);
        match command {
            ActionsCommand::Leave => Vec::new(),
            ActionsCommand::Parts if self.parts.is_some() => self.leave(),
            ActionsCommand::Parts => {
                self.part = 0;
                vec![Effect::Parts(Some(id))]
            }
            ActionsCommand::Mark(state) => self.mark(&typed, state, line, view),
            ActionsCommand::Extend => {
                vec![Effect::Show(Dialog::Form(Form::new(
                    FormPurpose::Extend(id),
                    &["", "", ""],
                )))]
            }
            ActionsCommand::Deliverable => {
                let text = line.action.deliverable.clone().unwrap_or_default();
                vec![Effect::Show(Dialog::Form(Form::new(
                    FormPurpose::Deliverable(id),
                    &[&text],
                )))]
            }
        }
    }

    fn leave(&mut self) -> Vec<Effect> {
        if self.parts.is_some() {
            return vec![Effect::Parts(None)];
        }
        vec![Effect::ScopeActions(Scope::default())]
    }

    /// Marks the selected unit's part; on the list, the part of an action that only one unit owes.
    fn mark(
        &mut self,
        typed: &str,
        state: AssignmentState,
        line: &ActionLine,
        view: &View,
    ) -> Vec<Effect> {
        let parts = view
            .shelf
            .parts
            .as_ref()
            .filter(|(of, _)| *of == line.action.id)
            .map(|(_, parts)| parts);
        let part = match (self.parts, parts) {
            (Some(_), Some(parts)) => parts.get(self.part),
            (None, Some(parts)) if parts.len() == 1 => parts.first(),
            (Some(_), None) | (None, Some(_) | None) => None,
        };
        let Some(part) = part else {
            return vec![Effect::Parts(Some(line.action.id))];
        };
        let names = || parts.into_iter().flatten().map(|part| part.unit.as_str());
        if self.parts.is_some() && best(typed, names()).len() > 1 {
            let several: Vec<&str> = best(typed, names())
                .into_iter()
                .filter_map(|n| names().nth(n))
                .collect();
            self.find = Line::of(typed);
            return vec![Effect::Say(Status::warned(
                view.words.why_ambiguous(&several.join(", ")),
            ))];
        }
        let changes = actions::progress(&part.assignment, state, view.now, view.ids);
        let label = view
            .words
            .told_part(&part.unit, view.words.assignment_state(state));
        if self.parts.is_some() {
            self.part = (self.part + 1).min(parts.map_or(0, |parts| parts.len().saturating_sub(1)));
        }
        vec![Effect::Commit(Transaction::new(label, changes))]
    }

    /// Returns the selected line of the register.
    pub fn line<'a>(&self, view: &View<'a>) -> Option<&'a ActionLine> {
        let page = view
            .shelf
            .actions
            .as_ref()
            .map(|(_, register)| &register.page)?;
        match self.parts {
            Some(id) => page.lines.iter().find(|line| line.action.id == id),
            None => page.get(self.selected),
        }
    }

    /// Draws the register, or an action unit by unit.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, view: &View) {
        let details = Rect {
            y: area.bottom().saturating_sub(DETAILS),
            height: DETAILS.min(area.height),
            ..area
        };
        let list = Rect {
            height: area.height.saturating_sub(DETAILS),
            ..area
        };
        if self.parts.is_some() {
            self.draw_parts(buffer, list, view);
        } else {
            self.draw_register(buffer, list, view);
        }
        if let Some(line) = self.line(view) {
            draw_details(buffer, details, line, view);
        }
    }

    fn draw_register(&self, buffer: &mut Buffer, area: Rect, view: &View) {
        let words = view.words;
        let head = format!(
            " {} {} {} {} {} {}",
            pad(words.column_code(), 7),
            pad(words.column_focus(), 2),
            pad(words.column_deadline(), 12),
            pad(words.column_done(), 6),
            pad(words.column_unit(), 15),
            words.column_text()
        );
        pen::write(buffer, pen::row(area, 0), &head, view.styles.heading);
        let Some((query, register)) = &view.shelf.actions else {
            return;
        };
        let (filter, page) = (&query.scope, &register.page);
        if page.total == 0 {
            let none = *filter == Scope::default();
            let text = if none {
                words.actions_none()
            } else {
                words.actions_none_here()
            };
            for (position, line) in (2..).zip(wrap(text, usize::from(area.width).saturating_sub(2)))
            {
                pen::write(
                    buffer,
                    pen::row(area, position),
                    &format!(" {line}"),
                    view.styles.muted,
                );
            }
            return;
        }
        let is_filtered = *filter != Scope::default();
        let top = usize::from(is_filtered);
        if is_filtered {
            pen::write(
                buffer,
                pen::row(area, 1),
                &format!(" {}", words.filter_shown(&filter_words(*filter, view))),
                view.styles.warn,
            );
        }
        let rows = usize::from(area.height).saturating_sub(1 + top).max(1);
        let first = list::first_shown(self.selected, page.total, rows);
        for place in first..(first + rows).min(page.total) {
            let row = pen::row(area, u16::try_from(place - first + 1 + top).unwrap_or(0));
            if let Some(line) = page.get(place) {
                draw_line(buffer, row, line, place == self.selected, view);
            }
        }
    }

    fn draw_parts(&self, buffer: &mut Buffer, area: Rect, view: &View) {
        let words = view.words;
        let head = format!(" {} {}", pad(words.column_unit(), 24), words.column_state());
        pen::write(buffer, pen::row(area, 0), &head, view.styles.heading);
        let Some((_, parts)) = &view.shelf.parts else {
            return;
        };
        let place = format!("{}/{} ", self.part + 1, parts.len());
        pen::write_right(buffer, pen::row(area, 0), &place, view.styles.muted);
        let rows = usize::from(area.height).saturating_sub(1).max(1);
        let first = list::first_shown(self.part, parts.len(), rows);
        for (position, part) in parts.iter().enumerate().skip(first).take(rows) {
            let row = pen::row(area, u16::try_from(position - first).unwrap_or(0) + 1);
            draw_part(buffer, row, part, position == self.part, view);
        }
    }
}

fn list_rows(rows: u16) -> usize {
    usize::from(rows.saturating_sub(DETAILS + 1)).max(1)
}

/// Returns what the register is filtered by, in words.
fn filter_words(filter: Scope, view: &View) -> String {
    let dossier = view.dossier;
    let unit = filter
        .unit
        .and_then(|unit| dossier?.seats.iter().find(|seat| seat.unit == Some(unit)));
    let area = filter.focus.and_then(|area| dossier?.focus.get(area));
    let unit = unit.map(|seat| seat.name.clone());
    let area = area.map(|area| view.words.focus_short(area.number));
    unit.into_iter().chain(area).collect::<Vec<_>>().join(" · ")
}

fn draw_line(buffer: &mut Buffer, row: Rect, line: &ActionLine, is_selected: bool, view: &View) {
    let is_overdue = actions::is_overdue(line.deadline, line.roll_up, view.today());
    let is_done = line.roll_up.open == 0;
    let plain = match (is_overdue, is_done) {
        (true, _) => view.styles.bad,
        (false, true) => view.styles.muted,
        (false, false) => view.styles.text,
    };
    let style = if is_selected {
        view.styles.selected
    } else {
        plain
    };
    pen::paint(buffer, row, style);
    let mark = if is_selected { '▸' } else { ' ' };
    let late = if is_overdue { "!" } else { "" };
    let deadline = line.deadline.map_or_else(
        || "-".to_owned(),
        |day| format!("{}{late}", short_date(day)),
    );
    let done = format!(
        "{}{}/{}",
        if is_done { "✓" } else { "" },
        line.roll_up.done,
        line.roll_up.total
    );
    let unit = line
        .only_unit
        .clone()
        .unwrap_or_else(|| view.words.units_count(line.roll_up.total));
    let text = format!(
        "{mark}{} {} {} {} {} {}",
        pad(&code(line.action.number), 7),
        pad(&line.focus.to_string(), 2),
        pad(&deadline, 12),
        pad(&done, 6),
        pad(&unit, 15),
        line.action.text
    );
    pen::write(buffer, row, &text, style);
}

fn draw_part(
    buffer: &mut Buffer,
    row: Rect,
    part: &AssignmentLine,
    is_selected: bool,
    view: &View,
) {
    let (glyph, plain) = match part.assignment.state {
        AssignmentState::Done => ("✓", view.styles.good),
        AssignmentState::InProgress => ("▶", view.styles.text),
        AssignmentState::Reported => ("●", view.styles.warn),
        AssignmentState::NotStarted => ("·", view.styles.text),
        AssignmentState::Paused => ("‖", view.styles.muted),
        AssignmentState::HandedOver => ("→", view.styles.muted),
        AssignmentState::Cancelled => ("–", view.styles.muted),
    };
    let style = if is_selected {
        view.styles.selected
    } else {
        plain
    };
    pen::paint(buffer, row, style);
    let mark = if is_selected { '▸' } else { ' ' };
    let done = part
        .assignment
        .done_on
        .map(|day| format!(" {}", short_date(day)))
        .unwrap_or_default();
    let state = format!(
        "{glyph} {}{done}",
        view.words.assignment_state(part.assignment.state)
    );
    pen::write(
        buffer,
        row,
        &format!("{mark}{} {state}", pad(&part.unit, 24)),
        style,
    );
}

fn draw_details(buffer: &mut Buffer, area: Rect, line: &ActionLine, view: &View) {
    let words = view.words;
    pen::rule(buffer, pen::row(area, 0), view.styles.muted);
    let columns = usize::from(area.width).saturating_sub(2);
    let text = wrap(
        &format!("{} {}", code(line.action.number), line.action.text),
        columns,
    );
    let mut facts = vec![words.from_meeting(&short_date(line.meeting_day))];
    let first = line
        .action
        .deadline
        .filter(|first| Some(*first) != line.deadline);
    facts.extend(first.map(|first| words.first_deadline(&short_date(first))));
    facts.extend(
        line.action
            .deliverable
            .as_deref()
            .map(|what| words.deliverable(what)),
    );
    if actions::is_overdue(line.deadline, line.roll_up, view.today()) {
        facts.push(words.overdue().to_owned());
    }
    let lines = text.into_iter().take(3).map(|row| (row, view.styles.text));
    for (position, (text, style)) in
        (1..).zip(lines.chain([(facts.join(" · "), view.styles.muted)]))
    {
        pen::write(buffer, pen::row(area, position), &format!(" {text}"), style);
    }
}
