//! Draws an action whole: its source, the history of its deadline, and its parts unit by unit.
//!
//! ```text
//!  NV-001 Báo cáo tiến độ hướng dẫn khai lý lịch theo Quy định 58-QĐ/TW
//!  Từ Hội nghị giao ban 06 tháng đầu năm 2023 (11/7/2023) · mục «Kết luận»
//!  Hạn đầu 30/9/2023 · gia hạn 15/10/2023 (chờ hướng dẫn) · Sản phẩm: báo cáo
//!  Đơn vị             Tình trạng          %  Báo cáo     Kết quả, văn bản
//!  ▸ An Khánh             ● đã báo cáo        100  28/9/2023   Đã rà soát 12 hồ sơ (15-BC/ĐU)
//! ```

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::actions::card::{HEAD, REPORT};
use crate::app::actions::{Actions, card_of};
use crate::app::list;
use crate::meeting::actions::figures::days_late;
use crate::meeting::actions::{ActionCard, AssignmentLine, code};
use crate::meeting::cell::Id;
use crate::meeting::code::AssignmentState;
use crate::meeting::issues;
use crate::meeting::rows::Assignment;
use crate::text::dates::short_date;
use crate::text::width::{going_on, pad, width, wrap};
use crate::tui::actions::look;
use crate::tui::scene::Scene;
use crate::tui::widgets::details;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

/// Draws the action, its parts, and the report of the selected unit, one above the other.
pub(crate) fn draw_whole(screen: &Actions, buffer: &mut Buffer, area: Rect, view: &Scene) {
    let Some(card) = card_of(view) else { return };
    let used = draw_head(buffer, area, card, view);
    let list = pen::below(area, used);
    let parts = PartList {
        card,
        selected: screen.place(card),
        marked: &screen.marked,
    };
    parts.draw(buffer, list, view);
}

/// Draws the head of an action above its parts, and returns the number of its rows: whole where the parts leave rows free.
pub(crate) fn draw_head(buffer: &mut Buffer, area: Rect, card: &ActionCard, view: &Scene) -> u16 {
    let columns = usize::from(area.width).saturating_sub(2);
    let line = &card.line;
    let whole = format!("{} {}", code(line.action.number), line.action.text);
    let (_, style) = look(line.standing(view.today()), view);
    let told = vec![
        (whole, view.styles.counter),
        (origin(card, view), view.styles.muted),
        (terms(card, view), style),
    ];
    let below = usize::from(REPORT) + 1 + card.parts.len();
    let free = usize::from(area.height).saturating_sub(below);
    let room = free.max(usize::from(HEAD)).min(usize::from(area.height));
    let lines = details::rows(&told, columns, room);
    let used = u16::try_from(lines.len()).unwrap_or(area.height);
    pen::write_lines(buffer, area, lines);
    used
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

/// Columns of a unit, of a state, of a share and of a day; the rest is for the outcome.
const UNIT: u16 = 18;
const STATE: u16 = 16;
const PERCENT: u16 = 4;
const DAY: u16 = 10;

/// Columns of a part before its outcome: two signs, and the columns, each with a blank behind it.
const BEFORE_OUTCOME: u16 = 2 + UNIT + 1 + STATE + 1 + PERCENT + 1 + DAY + 1;

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
        let (card, selected) = (self.card, self.selected);
        let part = card.parts.get(selected);
        let report = part.map_or_else(Vec::new, |part| {
            vec![(report(part, view), view.styles.text)]
        });
        let below = details::area(area, &report, REPORT, card.parts.len() + 1);
        self.draw_heads(buffer, pen::row(area, 0), view);
        let rows = usize::from(area.height.saturating_sub(below.height + 1)).max(1);
        let first = list::first_shown(selected, card.parts.len(), rows);
        let visible: Vec<(&AssignmentLine, Vec<String>)> = card
            .parts
            .iter()
            .skip(first)
            .take(rows)
            .map(|part| (part, self.outcome_rows(part, area.width, view)))
            .collect();
        let needed: Vec<usize> = visible.iter().map(|(_, outcome)| outcome.len()).collect();
        let given = list::heights(&needed, selected - first, rows);
        let mut top = 1;
        for (place, ((part, outcome), height)) in (first..).zip(visible.into_iter().zip(given)) {
            let height = u16::try_from(height).unwrap_or(1);
            let row = ListRow {
                is_marked: self.marked.contains(&part.assignment.id),
                ..ListRow::new(
                    Rect {
                        height,
                        ..pen::below(area, top)
                    },
                    place == selected,
                )
            };
            Self::draw_part(buffer, row, (part, &outcome), view);
            top += height;
        }
        if !report.is_empty() {
            details::draw(buffer, below, &report, view.styles.muted);
        }
    }

    /// Draws the heads of the columns, and at the right where the list stands and how many parts are done.
    fn draw_heads(&self, buffer: &mut Buffer, row: Rect, view: &Scene) {
        let (card, selected, words) = (self.card, self.selected, view.words);
        let heads = format!(
            "  {} {} {:>share$} {} {}",
            pad(words.column_unit(), UNIT.into()),
            pad(words.column_state(), STATE.into()),
            words.column_percent(),
            pad(words.column_heard(), DAY.into()),
            words.column_result(),
            share = PERCENT.into(),
        );
        let roll_up = card.line.roll_up;
        let place = format!(
            " {}/{} · ✓ {}/{} ",
            selected + 1,
            card.parts.len(),
            roll_up.done,
            roll_up.total()
        );
        let room = u16::try_from(width(&place)).unwrap_or(0);
        let heads_row = Rect {
            width: row.width.saturating_sub(room),
            ..row
        };
        pen::write(buffer, heads_row, &heads, view.styles.muted);
        pen::write_right(buffer, row, &place, view.styles.heading);
    }

    /// Returns the outcome of a part in the rows that its column needs.
    fn outcome_rows(&self, part: &AssignmentLine, width: u16, view: &Scene) -> Vec<String> {
        let columns = usize::from(width.saturating_sub(BEFORE_OUTCOME + 1));
        wrap(&outcome(part, self.card, view), columns)
    }

    /// Draws a part in its rows: a first one with all columns, and those that its outcome goes on in.
    fn draw_part(
        buffer: &mut Buffer,
        row: ListRow,
        (part, outcome): (&AssignmentLine, &[String]),
        view: &Scene,
    ) {
        let words = view.words;
        let own = &part.assignment;
        let stands = part.standing(view.today());
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
            "{}{late}{} {} {:>share$} {} ",
            row.sign(),
            pad(&part.unit, UNIT.into()),
            pad(&state, STATE.into()),
            own.percent,
            pad(&day, DAY.into()),
            share = PERCENT.into(),
        );
        pen::write(buffer, pen::row(row.area, 0), &text, style);
        let beside = pen::behind(row.area, BEFORE_OUTCOME);
        if beside.height < 2 {
            pen::write(buffer, beside, &outcome.join(" "), style);
            return;
        }
        let last = beside.height.saturating_sub(1);
        for (place, line) in (0..beside.height).zip(outcome) {
            let is_cut = place == last && outcome.len() > usize::from(beside.height);
            let line = if is_cut {
                Cow::Owned(going_on(line, usize::from(beside.width)))
            } else {
                Cow::Borrowed(line)
            };
            pen::write(buffer, pen::row(beside, place), &line, style);
        }
    }
}

/// The outcome of a part: where it went, how late it was done, and the last result with its document.
fn outcome(part: &AssignmentLine, card: &ActionCard, view: &Scene) -> String {
    let words = view.words;
    let handed = part.handed_to.as_deref();
    // Of a part that waits only a stated day is told: its report has a column.
    let own = &part.assignment;
    let is_done = own.state == AssignmentState::Done;
    let day = own.done_on.or(part.finished().filter(|_| is_done));
    let done = day.map(|day| words.card_done(&short_date(day)));
    let due = part.due.filter(|_| part.due != card.line.deadline);
    let due = due.map(|due| words.due(&short_date(due)));
    let late = days_late(own.state, part.due, part.finished(), view.today());
    let late = late.filter(|_| part.finished().is_some());
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

/// The whole last report of a unit.
fn report(part: &AssignmentLine, view: &Scene) -> String {
    let words = view.words;
    let Some(report) = &part.report else {
        return format!("{}: {}", part.unit, words.report_none());
    };
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
