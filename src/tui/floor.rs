//! The floor in front of the desk: who waits, who has not spoken, everybody else; letters, a number or a guest's name.
//!
//! ```text
//! ╭ MỜI PHÁT BIỂU ─────────────────────────────────────╮
//! │ lt_                                                 │
//! │ ▸ 1. Linh Tây        chờ từ 08:41 · chưa phát biểu  │
//! │      Linh Trung      PBT TT · đã nói 03:12          │
//! ╰ gõ chữ, số thứ tự hoặc tên khách · F7 F8 đổi chỗ ───╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::floor::{Candidate, FloorDialog, ROWS};
use crate::app::list;
use crate::meeting::dossier::Dossier;
use crate::meeting::floor::{self, Voice};
use crate::meeting::roll_call;
use crate::text::dates::{span, time};
use crate::text::width::{pad, width};
use crate::tui::scene::Scene;
use crate::tui::widgets::{dialog, field, pen};

impl FloorDialog {
    /// Draws the floor and returns where the caret stands.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) -> Option<Position> {
        let dossier = view.dossier?;
        let shown = self.shown(dossier);
        let rows = u16::try_from(shown.len())
            .unwrap_or(ROWS)
            .clamp(1, ROWS.min(screen.height.saturating_sub(4)));
        let title = if self.asking {
            view.words.choose_queue()
        } else {
            view.words.choose_floor()
        };
        let foot = view.words.floor_foot();
        let size = (screen.width.saturating_sub(6).min(84), rows + 3);
        let inside = dialog::draw(buffer, screen, size, title, foot, view.styles);
        let caret = field::draw(
            buffer,
            pen::row(inside, 0),
            self.query.line(),
            view.styles.text,
        );
        let here = self.selected.min(shown.len().saturating_sub(1));
        let first = list::first_shown(here, shown.len(), usize::from(rows));
        let lines = (1..=rows).zip(shown.iter().enumerate().skip(first));
        for (row, (position, candidate)) in lines {
            let row = pen::row(inside, row);
            let is_selected = position == here;
            draw_candidate(buffer, row, candidate, is_selected, dossier, view);
        }
        Some(caret)
    }
}

fn draw_candidate(
    buffer: &mut Buffer,
    row: Rect,
    candidate: &Candidate,
    is_selected: bool,
    dossier: &Dossier,
    view: &Scene,
) {
    let (words, styles) = (view.words, view.styles);
    let (style, quiet) = if is_selected {
        (styles.selected, styles.selected)
    } else {
        (styles.text, styles.muted)
    };
    pen::paint(buffer, row, style);
    let mark = if is_selected { '▸' } else { ' ' };
    let place = candidate.waits.and_then(|waits| {
        let queue = floor::queue(dossier);
        queue.iter().position(|speech| speech.id == waits.id)
    });
    let place = place.map_or("   ".to_owned(), |place| format!("{:>2}.", place + 1));
    let hint = hint(candidate, dossier, view);
    let room = usize::from(row.width).saturating_sub(width(&hint) + 1);
    let name = match &candidate.voice {
        Voice::Seat(_) => candidate.name.clone(),
        Voice::Guest(name) => words.guest_named(name),
    };
    let left = format!("{mark} {place} {name}");
    pen::write(buffer, row, &pad(&left, room), style);
    pen::write_right(buffer, row, &hint, quiet);
}

/// Rank, how long it has waited, how long it has spoken.
fn hint(candidate: &Candidate, dossier: &Dossier, view: &Scene) -> String {
    let words = view.words;
    let mut parts: Vec<String> = Vec::new();
    if let Voice::Seat(seat) = candidate.voice
        && let Some(seat) = dossier.seats.get(seat).filter(|seat| seat.unit.is_some())
    {
        parts.push(seat.position.to_string());
        let standing = roll_call::standing(dossier, seat.id);
        parts.push(words.standing(standing).to_owned());
        parts.push(if candidate.has_spoken {
            words.has_spoken(&span(floor::total(dossier, seat.id, view.now)))
        } else {
            words.not_spoken().to_owned()
        });
    }
    parts.extend(
        candidate
            .waits
            .map(|speech| words.waits_since(&time(speech.asked))),
    );
    parts.join(" · ")
}
