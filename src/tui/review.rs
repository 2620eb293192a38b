//! Draws Rà soát: a walk through the actions that need a look, one at a time, that can be left and resumed.
//!
//! ```text
//!  RÀ SOÁT 3/40 · đã xem 2 · bỏ qua 0
//!  3 phần chờ xác nhận · quá hạn · qua 2 hội nghị: giải trình
//!  NV-001 Báo cáo tiến độ hướng dẫn khai lý lịch theo Quy định 58-QĐ/TW
//!  …
//!  ▸ An Khánh             ● đã báo cáo        100  28/9/2023   Đã rà soát 12 hồ sơ (15-BC/ĐU)
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::actions::card_of;
use crate::app::review::{Review, looked};
use crate::meeting::actions::ActionCard;
use crate::meeting::review::reasons;
use crate::text::dates::short_date;
use crate::tui::actions::card::{PartList, draw_head};
use crate::tui::scene::Scene;
use crate::tui::widgets::pen;

impl Review {
    /// Draws the action whose turn it is, or the result of the round.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) {
        let words = view.words;
        let Some(round) = &self.round else { return };
        let (place, total) = round.place();
        let (seen, skipped) = (round.seen(looked(view)), round.skipped(looked(view)));
        let title = words.review_title(place, total, seen, skipped);
        pen::write(buffer, area, &format!(" {title}"), view.styles.heading);
        let turn = round.current();
        let Some(card) = card_of(view).filter(|card| Some(card.line.action.id) == turn) else {
            let sentence = match (total, skipped) {
                (0, _) => words.review_nothing().to_owned(),
                (_, 0) => words.review_over(seen),
                (_, left) => words.review_over_but(seen, left),
            };
            pen::write_wrapped(buffer, pen::below(area, 2), &sentence, view.styles.counter);
            return;
        };
        let why = why(card, view);
        pen::write(
            buffer,
            pen::row(area, 1),
            &format!(" {why}"),
            view.styles.warn,
        );
        let used = draw_head(buffer, pen::below(area, 2), card, view);
        let parts = pen::below(area, used + 2);
        let list = PartList {
            card,
            selected: self.at(card),
            marked: &[],
        };
        list.draw(buffer, parts, view);
    }
}

/// Why the action needs a look, and when somebody looked last.
fn why(card: &ActionCard, view: &Scene) -> String {
    let words = view.words;
    let reasons = reasons(card, view.today());
    let mut sentences: Vec<String> = reasons.iter().map(|reason| words.reason(*reason)).collect();
    if sentences.is_empty() {
        sentences.push(words.review_well().to_owned());
    }
    sentences.extend(card.looks.last().map(|look| {
        let day = short_date(look.at.date_naive());
        match &look.note {
            Some(note) => words.looked_noted(&day, note),
            None => words.looked(&day),
        }
    }));
    sentences.join(" · ")
}
