//! The floor on the desk: who speaks, for how long, and the open actions of that unit or of the one that the line names.
//!
//! ```text
//!  ĐANG PHÁT BIỂU
//!  Linh Trung
//!  Bí thư · 03:12
//!  2 nhiệm vụ quá hạn
//!  1 vướng mắc chưa trả lời
//! ```

use chrono::{Datelike, NaiveDate, TimeDelta};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::desk::Desk;
use crate::app::roll_call::card::{history, record};
use crate::app::ward::card_of;
use crate::meeting::code::ItemKind;
use crate::meeting::rows::Seat;
use crate::meeting::ward::WardCard;
use crate::meeting::{actions, agenda, floor, issues, roll_call};
use crate::text::dates::{short_date, span};
use crate::text::width::{cut, wrap};
use crate::tui::actions::look;
use crate::tui::scene::{MeetingScene, Scene};
use crate::tui::widgets::pen;

/// Units whose names are told when only so few have not spoken.
const FEW: usize = 5;

/// Actions and issues of a unit that the panel tells; its card (Ctrl-D) has them all.
const SHOWN: usize = 2;

/// Rows that one matter takes at most where not all have room; a question is never cut.
const ROWS: usize = 2;

impl Desk {
    /// Draws who speaks, who waits, and how many have not spoken.
    ///
    /// Who waits and who is silent always has its rows; the card above is cut where there is no room for all of it.
    pub(crate) fn draw_floor(&self, buffer: &mut Buffer, area: Rect, view: &MeetingScene) {
        let title = format!(" {}", view.words.floor_title());
        pen::write(buffer, pen::row(area, 0), &title, view.styles.heading);
        let columns = usize::from(area.width).saturating_sub(2);
        let body = pen::below(area, 1);
        let queue = wrapped(&queue_lines(view), columns);
        let room = usize::from(body.height).saturating_sub(queue.len() + 1);
        let matters = self.speaker_lines(view);
        let mut lines = broken(&matters, columns, |_| usize::MAX);
        if lines.len() > room {
            lines = wrapped(&matters, columns);
        }
        if lines.len() > room {
            lines.truncate(room.saturating_sub(1));
            let more = view.words.more_on_card().to_owned();
            lines.push((more, view.styles.muted));
        }
        lines.push((String::new(), view.styles.text));
        lines.extend(queue);
        pen::write_lines(buffer, body, lines);
    }

    /// Who speaks, the unit that the line names, and under the item of answers the issues that wait for an answer.
    fn speaker_lines(&self, view: &MeetingScene) -> Vec<(String, Style)> {
        let speaker = floor::speaker(view.dossier);
        let named = self.named(view.dossier);
        let named = named.filter(|named| speaker.is_none_or(|speaker| speaker.id != named.id));
        let mut lines = speaking(view);
        lines.extend(match (named, speaker) {
            (Some(seat), _) => named_lines(seat, view),
            (None, Some(seat)) => owed_by(seat, view),
            (None, None) => Vec::new(),
        });
        lines.extend(answers(view));
        lines
    }
}

/// Who has the floor, and for how long.
fn speaking(view: &MeetingScene) -> Vec<(String, Style)> {
    let (words, styles) = (view.words, view.styles);
    let Some(speech) = floor::speaking(view.dossier) else {
        return vec![(words.nobody_speaks().to_owned(), styles.muted)];
    };
    let clock = span(floor::length(speech, view.now));
    let (rank, total) = match speech.seat {
        Some(seat) => (
            words.standing(roll_call::standing(view.dossier, seat)),
            floor::total(view.dossier, seat, view.now),
        ),
        None => (words.guest(), floor::length(speech, view.now)),
    };
    let mut lines = vec![
        (floor::name(speech, view.dossier).to_owned(), styles.counter),
        (format!("{rank} · {clock}"), styles.running),
    ];
    if total > floor::length(speech, view.now) {
        lines.push((words.has_spoken(&span(total)), styles.muted));
    }
    lines
}

/// The unit that the line names, under its own heading: it need not be the one that speaks.
fn named_lines(seat: &Seat, view: &MeetingScene) -> Vec<(String, Style)> {
    let (words, styles) = (view.words, view.styles);
    let standing = words.standing(roll_call::standing(view.dossier, seat.id));
    let mut lines = vec![
        (String::new(), styles.text),
        (words.named_title().to_owned(), styles.heading),
        (seat.name.clone(), styles.counter),
        (standing.to_owned(), styles.text),
    ];
    let total = floor::total(view.dossier, seat.id, view.now);
    if total > TimeDelta::zero() {
        lines.push((words.has_spoken(&span(total)), styles.muted));
    }
    lines.extend(owed_by(seat, view));
    lines
}

/// Who waits, who has not spoken, how many are present.
fn queue_lines(view: &MeetingScene) -> Vec<(String, Style)> {
    let (words, styles) = (view.words, view.styles);
    let waiting: Vec<&str> = floor::queue(view.dossier)
        .into_iter()
        .map(|speech| floor::name(speech, view.dossier))
        .collect();
    let mut lines = Vec::new();
    if !waiting.is_empty() {
        lines.push((words.waiting(&waiting.join(", ")), styles.text));
    }
    lines.extend(silence(view));
    let counts = roll_call::counts(view.dossier);
    lines.push((
        words.count_present(counts.present, counts.roster),
        styles.muted,
    ));
    lines
}

/// Breaks lines to the columns, each into a few rows at most; a question, which begins with its code, stays whole.
fn wrapped(lines: &[(String, Style)], columns: usize) -> Vec<(String, Style)> {
    broken(lines, columns, |text| {
        let code = text.split(' ').next().unwrap_or_default();
        if issues::number(code).is_some() {
            usize::MAX
        } else {
            ROWS
        }
    })
}

/// Breaks lines to the columns, each into so many rows at most.
fn broken(
    lines: &[(String, Style)],
    columns: usize,
    most: impl Fn(&str) -> usize,
) -> Vec<(String, Style)> {
    let rows_of = |(text, style): &(String, Style)| {
        let mut rows = wrap(text, columns);
        let most = most(text);
        if rows.len() > most {
            rows.truncate(most);
            let last = rows.pop().unwrap_or_default();
            rows.push(cut(&format!("{last} …"), columns).into_owned());
        }
        let style = *style;
        rows.into_iter()
            .map(move |line| (line, style))
            .collect::<Vec<_>>()
    };
    lines.iter().flat_map(rows_of).collect()
}

/// Who has not spoken yet, how long each may speak, and their names where there are few.
fn silence(view: &MeetingScene) -> Vec<(String, Style)> {
    let (words, styles) = (view.words, view.styles);
    if roll_call::counts(view.dossier).present == 0 {
        return Vec::new();
    }
    let silent = floor::silent_seats(view.dossier);
    let units = silent.len();
    let share = floor::share(view.dossier, units, view.now);
    let share = share.map(|share| (words.share_left(&minutes(share)), styles.muted));
    let mut lines = vec![(words.silent_units(units), styles.muted)];
    lines.extend(share);
    if (1..=FEW).contains(&units) {
        let names: Vec<&str> = silent.iter().map(|seat| seat.name.as_str()).collect();
        lines.push((names.join(", "), styles.muted));
    }
    lines
}

/// Under the item of answers, the issues that wait for an answer, the oldest first.
fn answers(view: &MeetingScene) -> Vec<(String, Style)> {
    let is_answering =
        agenda::running_item(view.dossier).is_some_and(|item| item.kind == ItemKind::Answers);
    let open = view.shelf.open.as_deref().unwrap_or_default();
    if !is_answering || open.is_empty() {
        return Vec::new();
    }
    let head = (view.words.to_be_answered(open.len()), view.styles.heading);
    let lines = open.iter().map(|line| {
        let code = issues::code(line.issue.number);
        (format!("{code} {}", line.issue.text), view.styles.warn)
    });
    [(String::new(), view.styles.text), head]
        .into_iter()
        .chain(lines)
        .collect()
}

/// A span as minutes and seconds, as they are said: `3'49"`.
fn minutes(span: TimeDelta) -> String {
    let seconds = span.num_seconds().max(0);
    format!("{}'{:02}\"", seconds / 60, seconds % 60)
}

/// What a unit owes, and how often it came; nothing while the book has not been asked about it.
fn owed_by(seat: &Seat, view: &MeetingScene) -> Vec<(String, Style)> {
    let Some(card) = card_of(seat, view) else {
        return Vec::new();
    };
    let came = history(seat, view).and_then(|history| record(history, view.words));
    let came = came.map(|(sum, _)| (sum, view.styles.muted));
    matters(card, view).into_iter().chain(came).collect()
}

/// How many parts of a unit stand how, and how many of its issues wait.
fn counts(debt: floor::Debt, view: &Scene) -> Vec<(String, Style)> {
    let (words, styles, parts) = (view.words, view.styles, debt.parts);
    let counted = [
        (
            parts.overdue,
            words.overdue_actions(parts.overdue),
            styles.bad,
        ),
        (
            parts.reported,
            words.waiting_actions(parts.reported),
            styles.warn,
        ),
        (
            parts.in_time,
            words.open_actions(parts.in_time),
            styles.text,
        ),
        (
            parts.paused,
            words.paused_actions(parts.paused),
            styles.muted,
        ),
        (
            debt.unanswered,
            words.unanswered_issues(debt.unanswered),
            styles.warn,
        ),
    ];
    let counted = counted.into_iter().filter(|(n, _, _)| *n > 0);
    counted.map(|(_, text, style)| (text, style)).collect()
}

/// The debts of a unit: counts first, then owed actions, waiting issues and its last line.
fn matters(card: &WardCard, view: &Scene) -> Vec<(String, Style)> {
    let (words, styles) = (view.words, view.styles);
    let debt = card.debt(view.today());
    let mut lines = counts(debt, view);
    if debt == floor::Debt::default() {
        lines.push((words.nothing_owed().to_owned(), styles.muted));
    }
    lines.extend(card.owed.iter().take(SHOWN).map(|owed| {
        let day = owed
            .deadline
            .map_or(String::new(), |day| short_day(day, view));
        let (sign, style) = look(owed.standing(view.today()), view);
        let code = actions::code(owed.action.number);
        let text = format!("{sign}{code} {day} {}", owed.action.text);
        (text.trim_start().to_owned(), style)
    }));
    lines.extend(card.issues.iter().take(SHOWN).map(|issue| {
        let code = issues::code(issue.number);
        (format!("{code} {}", issue.text), styles.warn)
    }));
    // The words of an issue that stands above are not said again.
    let is_above = |text: &str| {
        card.issues
            .iter()
            .take(SHOWN)
            .any(|issue| issue.text == text)
    };
    let said = card.said.first().filter(|note| !is_above(&note.text));
    lines.extend(said.map(|note| {
        let day = short_day(note.at.date_naive(), view);
        (format!("“{}” {day}", note.text), styles.muted)
    }));
    lines
}

/// A day without its year, where that is this year.
pub(crate) fn short_day(day: NaiveDate, view: &Scene) -> String {
    if day.year() == view.today().year() {
        format!("{:02}/{}", day.day(), day.month())
    } else {
        short_date(day)
    }
}
