//! Draws the floor in front of the desk: who waits, who has not spoken, everybody else; letters, a number or a guest's name.
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
use crate::meeting::floor::{self, Voice};
use crate::meeting::roll_call;
use crate::text::dates::{span, time};
use crate::tui::scene::{MeetingScene, Scene};
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::{field, pen};

impl FloorDialog {
    /// Draws the floor and returns where the caret stands.
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) -> Option<Position> {
        let view = &view.of_meeting()?;
        let candidates = self.candidates(view.dossier);
        let rows = u16::try_from(candidates.len())
            .unwrap_or(ROWS)
            .clamp(1, ROWS.min(screen.height.saturating_sub(4)));
        let title = if self.asking {
            view.words.choose_queue()
        } else {
            view.words.choose_floor()
        };
        let frame = DialogBox {
            width: screen.width.saturating_sub(6).min(84),
            height: rows + 3,
            title,
            foot: view.words.floor_foot(),
        };
        let inside = frame.draw(buffer, screen, view.styles);
        let caret = field::draw(
            buffer,
            pen::row(inside, 0),
            self.query.line(),
            view.styles.text,
        );
        let here = self.selected.min(candidates.len().saturating_sub(1));
        let first = list::first_shown(here, candidates.len(), usize::from(rows));
        let lines = (1..=rows).zip(candidates.iter().enumerate().skip(first));
        for (row, (position, candidate)) in lines {
            let row = ListRow::new(pen::row(inside, row), position == here);
            draw_candidate(buffer, row, candidate, view);
        }
        Some(caret)
    }
}

fn draw_candidate(buffer: &mut Buffer, row: ListRow, candidate: &Candidate, view: &MeetingScene) {
    let (words, styles) = (view.words, view.styles);
    let place = candidate.waits.and_then(|waits| {
        let queue = floor::queue(view.dossier);
        queue.iter().position(|speech| speech.id == waits.id)
    });
    let place = place.map_or("   ".to_owned(), |place| format!("{:>2}.", place + 1));
    let name = match &candidate.voice {
        Voice::Seat(_) => candidate.name.clone(),
        Voice::Guest(name) => words.guest_named(name),
    };
    let left = pen::piece(format!(" {place} {name}"), styles.text);
    let hint = pen::piece(hint(candidate, view), styles.muted);
    row.draw_with(buffer, &left, &hint, styles);
}

/// Rank, how long it has waited, how long it has spoken.
fn hint(candidate: &Candidate, view: &MeetingScene) -> String {
    let words = view.words;
    let mut parts: Vec<String> = Vec::new();
    if let Voice::Seat(seat) = candidate.voice
        && let Some(seat) = view
            .dossier
            .seats
            .get(seat)
            .filter(|seat| seat.unit.is_some())
    {
        parts.push(seat.position.to_string());
        let standing = roll_call::standing(view.dossier, seat.id);
        parts.push(words.standing(standing).to_owned());
        parts.push(if candidate.has_spoken {
            words.has_spoken(&span(floor::total(view.dossier, seat.id, view.now)))
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
