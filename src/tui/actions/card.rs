//! Draws an action whole: its source, the history of its deadline, and its parts unit by unit.
//!
//! ```text
//!  NV-001 Báo cáo tiến độ hướng dẫn khai lý lịch theo Quy định 58-QĐ/TW
//!  Từ Hội nghị giao ban 06 tháng đầu năm 2023 (11/7/2023) · mục «Kết luận»
//!  Hạn đầu 30/9/2023 · gia hạn 15/10/2023 (chờ hướng dẫn) · Sản phẩm: báo cáo
//!  Đơn vị                 Tình trạng            %  Báo cáo     Kết quả, văn bản         3/34
//!  ▸ An Khánh             ● đã báo cáo        100  28/9/2023   Đã rà soát 12 hồ sơ (15-BC/ĐU)
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::actions::card::{HEAD, REPORT};
use crate::app::actions::{Actions, card_of};
use crate::app::list;
use crate::meeting::actions::register::standing;
use crate::meeting::actions::{ActionCard, AssignmentLine, code, roll_up};
use crate::meeting::cell::Id;
use crate::meeting::code::AssignmentState;
use crate::meeting::issues;
use crate::meeting::rows::Assignment;
use crate::text::dates::short_date;
use crate::text::width::{cut, pad, width, wrap};
use crate::tui::actions::look;
use crate::tui::scene::Scene;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

/// Draws the action, its parts, and the report of the selected unit, one above the other.
pub(crate) fn draw_whole(screen: &Actions, buffer: &mut Buffer, area: Rect, view: &Scene) {
    let Some(card) = card_of(view) else { return };
    let head = Rect {
        height: HEAD.min(area.height),
        ..area
    };
    let used = draw_head(buffer, head, card, view);
    let list = pen::below(area, used);
    let parts = PartList {
        card,
        selected: screen.place(card),
        marked: &screen.marked,
    };
    parts.draw(buffer, list, view);
}

/// Draws the head of an action and returns the number of its rows.
pub(crate) fn draw_head(buffer: &mut Buffer, area: Rect, card: &ActionCard, view: &Scene) -> u16 {
    let columns = usize::from(area.width).saturating_sub(2);
    let line = &card.line;
    let whole = format!("{} {}", code(line.action.number), line.action.text);
    let text = wrap(&whole, columns).into_iter().take(2);
    let mut lines: Vec<(String, Style)> = text.map(|row| (row, view.styles.counter)).collect();
    let origin = shortened(&origin(card, view), columns, 2).into_iter();
    lines.extend(origin.map(|row| (row, view.styles.muted)));
    let (_, style) = look(line.standing(view.today()), view);
    let room = usize::from(area.height).saturating_sub(lines.len());
    let terms = shortened(&terms(card, view), columns, room).into_iter();
    lines.extend(terms.map(|row| (row, style)));
    let used = u16::try_from(lines.len()).unwrap_or(area.height);
    pen::write_lines(buffer, area, lines);
    used
}

/// Returns a text broken to a width, the last row cut with `…` where there are more rows than there is room for.
fn shortened(text: &str, columns: usize, rows: usize) -> Vec<String> {
    let mut lines = wrap(text, columns);
    if lines.len() > rows {
        lines.truncate(rows);
        if let Some(last) = lines.last_mut() {
            *last = format!("{}…", cut(last, columns.saturating_sub(1)));
        }
    }
    lines
}

/// Where an action comes from.
fn origin(card: &ActionCard, view: &Scene) -> String {
    let words = view.words;
    let day = short_date(card.line.meeting_day);
    let from = words.card_from(&card.meeting, &day);
    let item = card.item.as_deref().map(|item| words.card_item(item));
    let issue = card.issue.as_ref();
    let issue = issue.map(|(number, text)| words.card_issue(&issues::code(*number), text));
    let conclusion = card.conclusion.as_deref();
    let conclusion = conclusion.map(|text| words.card_conclusion(text));
    let facts = [Some(from), issue, item, conclusion];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Deadlines, standing, step of the staleness ladder, deliverable, officer, and supporting units.
fn terms(card: &ActionCard, view: &Scene) -> String {
    let words = view.words;
    let action = &card.line.action;
    let first = words.due_shown(action.deadline, action.deadline_words.as_deref());
    let mut facts = vec![first.map_or_else(
        || words.card_no_deadline().to_owned(),
        |due| words.card_deadline(&due),
    )];
    let standing = card.extensions.iter().filter(|row| row.stands());
    facts.extend(standing.map(|row| words.extended(row, card.unit_of(row))));
    facts.push(words.stands(card.line.standing(view.today())).to_owned());
    facts.extend(words.ladder_step(card.line.missed));
    let deliverable = action.deliverable.as_deref();
    facts.push(deliverable.map_or_else(
        || words.card_no_deliverable().to_owned(),
        |what| words.card_deliverable(what),
    ));
    let officer = action.officer.as_deref();
    facts.extend(officer.map(|name| words.card_officer(name)));
    if !card.supports.is_empty() {
        let names = card.supports.iter().map(|row| row.name.as_str());
        facts.push(words.card_supports(&names.collect::<Vec<_>>().join(", ")));
    }
    facts.join(" · ")
}

/// The parts of an action as a list.
pub(crate) struct PartList<'a> {
    pub(crate) card: &'a ActionCard,
    /// The place of the selected part.
    pub(crate) selected: usize,
    /// The parts that are marked for a command.
    pub(crate) marked: &'a [Id<Assignment>],
}

impl PartList<'_> {
    /// Draws the parts above the last report of the selected unit.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) {
        let (card, selected, words) = (self.card, self.selected, view.words);
        let below = Rect {
            y: area.bottom().saturating_sub(REPORT),
            height: REPORT.min(area.height),
            ..area
        };
        let heads = format!(
            "  {} {} {:>4} {} {}",
            pad(words.column_unit(), 22),
            pad(words.column_state(), 18),
            words.column_percent(),
            pad(words.column_heard(), 10),
            words.column_result()
        );
        let roll_up = card.line.roll_up;
        let place = format!(
            " {}/{} · ✓ {}/{} ",
            selected + 1,
            card.parts.len(),
            roll_up.done,
            roll_up.total
        );
        let row = pen::row(area, 0);
        let room = u16::try_from(width(&place)).unwrap_or(0);
        let heads_row = Rect {
            width: row.width.saturating_sub(room),
            ..row
        };
        pen::write(buffer, heads_row, &heads, view.styles.muted);
        pen::write_right(buffer, row, &place, view.styles.heading);
        let rows = usize::from(area.height.saturating_sub(REPORT + 1)).max(1);
        let first = list::first_shown(selected, card.parts.len(), rows);
        let visible = card.parts.iter().enumerate().skip(first).take(rows);
        for (row, (position, part)) in (1..).zip(visible) {
            let row = ListRow {
                is_marked: self.marked.contains(&part.assignment.id),
                ..ListRow::new(pen::row(area, row), position == selected)
            };
            self.draw_part(buffer, row, part, view);
        }
        if let Some(part) = card.parts.get(selected) {
            draw_report(buffer, below, part, view);
        }
    }

    fn draw_part(&self, buffer: &mut Buffer, row: ListRow, part: &AssignmentLine, view: &Scene) {
        let (card, words) = (self.card, view.words);
        let own = &part.assignment;
        let stands = standing(part.due, roll_up([own.state]), view.today());
        let style = match (row.is_selected, own.state) {
            (true, _) => view.styles.selected,
            (false, AssignmentState::Done) => view.styles.good,
            (false, AssignmentState::HandedOver | AssignmentState::Cancelled) => view.styles.muted,
            (false, _) => look(stands, view).1,
        };
        pen::paint(buffer, row.area, style);
        let late = if look(stands, view).0 == '!' {
            '!'
        } else {
            ' '
        };
        let state = format!(
            "{} {}",
            own.state.row().glyph,
            words.assignment_state(own.state)
        );
        let day = part.heard().map(|at| short_date(at.date_naive()));
        let day = day.unwrap_or_default();
        let text = format!(
            "{}{late}{} {} {:>4} {} {}",
            row.sign(),
            pad(&part.unit, 22),
            pad(&state, 18),
            own.percent,
            pad(&day, 10),
            outcome(part, card, view)
        );
        pen::write(buffer, row.area, &text, style);
    }
}

/// The outcome of a part: where it went, how late it was done, and the last result with its document.
fn outcome(part: &AssignmentLine, card: &ActionCard, view: &Scene) -> String {
    let words = view.words;
    let handed = part.handed_to.as_deref();
    // Of a part that waits only a stated day is told: its report has a column.
    let is_done = part.assignment.state == AssignmentState::Done;
    let day = part.assignment.done_on;
    let day = day.or(part.finished().filter(|_| is_done));
    let done = day.map(|day| words.card_done(&short_date(day)));
    let due = part.due.filter(|_| part.due != card.line.deadline);
    let due = due.map(|due| words.due(&short_date(due)));
    let late = (part.finished().zip(part.due))
        .map(|(done, due)| (done - due).num_days())
        .filter(|days| *days > 0);
    let difficulty = part.assignment.difficulty.as_deref();
    let evidence = part.report.as_ref();
    let evidence = evidence.and_then(|report| report.evidence.as_deref());
    let facts = [
        handed.map(|unit| words.card_handed_to(unit)),
        due,
        done,
        late.map(|days| words.done_late(days)),
        part.assignment.result.clone(),
        difficulty.map(|text| words.report_difficulty(text)),
        evidence.map(|text| format!("({text})")),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The whole last report of the selected unit.
fn draw_report(buffer: &mut Buffer, area: Rect, part: &AssignmentLine, view: &Scene) {
    let words = view.words;
    pen::rule(buffer, area, view.styles.muted);
    let text = match &part.report {
        Some(report) => {
            let day = short_date(report.at.date_naive());
            let text = report.text.as_deref();
            let text = text.or(part.assignment.result.as_deref());
            let text = text.unwrap_or_else(|| words.assignment_state(report.state));
            let difficulty = report.difficulty.as_deref();
            let difficulty = difficulty.map(|text| format!(" · {}", words.report_difficulty(text)));
            let evidence = report.evidence.as_deref();
            let evidence = evidence.map(|text| format!(" · {}", words.report_evidence(text)));
            let last = match report.state {
                AssignmentState::HandedOver => format!("{day}: {text}"),
                AssignmentState::Done => match &report.accepted_by {
                    Some(whom) => words.report_accepted_by(&day, whom, text),
                    None => words.report_accepted(&day, text),
                },
                AssignmentState::NotStarted
                | AssignmentState::InProgress
                | AssignmentState::Reported
                | AssignmentState::Paused
                | AssignmentState::Cancelled => words.report_last(&day, text),
            };
            let beside = [difficulty, evidence].into_iter().flatten();
            format!("{}: {last}{}", part.unit, beside.collect::<String>())
        }
        None => format!("{}: {}", part.unit, words.report_none()),
    };
    pen::write_wrapped(buffer, pen::below(area, 1), &text, view.styles.text);
}
