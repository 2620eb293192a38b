//! The floor on the desk: who speaks, for how long, and what that unit still owes.
//!
//! ```text
//!  ĐANG PHÁT BIỂU
//!  Linh Trung
//!  Bí thư · 03:12
//!  2 nhiệm vụ quá hạn
//!  1 vướng mắc chưa trả lời
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Desk;
use crate::meeting::dossier::Dossier;
use crate::meeting::floor;
use crate::meeting::roll_call;
use crate::meeting::rows::Seat;
use crate::text::dates::span;
use crate::text::width::wrap;
use crate::tui::view::View;
use crate::tui::widgets::pen;

impl Desk {
    /// Draws who speaks, who waits, and how many have not spoken.
    pub(super) fn draw_floor(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        dossier: &Dossier,
        view: &View,
    ) {
        let words = view.words;
        let styles = view.styles;
        pen::write(
            buffer,
            pen::row(area, 0),
            &format!(" {}", words.floor_title()),
            styles.heading,
        );
        let mut lines: Vec<(String, Style)> = Vec::new();
        match self.card(dossier) {
            Some(seat) => lines.extend(card(seat, dossier, view)),
            None => lines.push((words.nobody_speaks().to_owned(), styles.muted)),
        }
        let waiting: Vec<&str> = floor::queue(dossier)
            .into_iter()
            .filter_map(|speech| speech.seat.and_then(|seat| dossier.seats.get(seat)))
            .map(|seat| seat.name.as_str())
            .collect();
        if !waiting.is_empty() {
            lines.push((words.waiting(&waiting.join(", ")), styles.text));
        }
        lines.push((String::new(), styles.text));
        let counts = roll_call::counts(dossier);
        if counts.present > 0 {
            let units = floor::silent(dossier);
            let silent = match floor::share(dossier, view.now) {
                Some(share) => words.share_left(units, &span(share)),
                None => words.silent_units(units),
            };
            lines.push((silent, styles.muted));
        }
        lines.push((
            words.count_present(counts.present, counts.roster),
            styles.muted,
        ));
        let columns = usize::from(area.width).saturating_sub(2);
        let wrapped = lines.into_iter().flat_map(|(text, style)| {
            wrap(&text, columns)
                .into_iter()
                .map(move |line| (line, style))
        });
        for (position, (text, style)) in (1..).zip(wrapped) {
            pen::write(buffer, pen::row(area, position), &format!(" {text}"), style);
        }
    }
}

/// What is known about the unit that speaks or is named: rank, time, and what it still owes.
fn card(seat: &Seat, dossier: &Dossier, view: &View) -> Vec<(String, Style)> {
    let words = view.words;
    let styles = view.styles;
    let standing = roll_call::standing(dossier, seat.id);
    let speech = floor::speaking(dossier).filter(|speech| speech.seat == Some(seat.id));
    let clock = speech
        .map(|speech| format!(" · {}", span(floor::length(speech, view.now))))
        .unwrap_or_default();
    let mut lines = vec![
        (seat.name.clone(), styles.counter),
        (
            format!("{}{clock}", words.standing(standing)),
            styles.running,
        ),
    ];
    if let Some((_, debt)) = view.shelf.debt.filter(|(unit, _)| Some(*unit) == seat.unit) {
        let mut owe = |n: usize, text: String, style: Style| {
            if n > 0 {
                lines.push((text, style));
            }
        };
        owe(
            debt.overdue,
            words.overdue_actions(debt.overdue),
            styles.bad,
        );
        owe(
            debt.open.saturating_sub(debt.overdue),
            words.open_actions(debt.open.saturating_sub(debt.overdue)),
            styles.text,
        );
        owe(
            debt.unanswered,
            words.unanswered_issues(debt.unanswered),
            styles.warn,
        );
        if debt == floor::Debt::default() {
            lines.push((words.nothing_owed().to_owned(), styles.muted));
        }
    }
    lines
}
