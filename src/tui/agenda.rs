//! Draws the agenda in front of the desk: planned and real order, planned and real minutes, and the keys for an item.
//!
//! ```text
//! ╭ CHƯƠNG TRÌNH ─────────────────────────────────────────────╮
//! │   ✓  1  Khai mạc                   10'   8'  08:00 - 08:08 │
//! │ ▸ ▶  2  Thảo luận                  50'  31'  08:31 -       │
//! │   «  3  Báo cáo                    15'   4'  08:08 - 08:12 │
//! │                                                            │
//! │ báo cáo · Phó Trưởng Ban trình bày · kế hoạch: mục 2       │
//! ╰ kế hoạch · thực tế · chạy lúc nào; giờ nào cũng sửa được ──╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::agenda::AgendaDialog;
use crate::app::desk::forms::moment;
use crate::app::list;
use crate::meeting::agenda::{self, ItemState};
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::AgendaItem;
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

impl AgendaDialog {
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) {
        let Some(dossier) = view.dossier else { return };
        let items = agenda::items(dossier);
        let rows = u16::try_from(items.len()).unwrap_or(u16::MAX);
        let (words, styles) = (view.words, view.styles);
        let frame = DialogBox {
            width: screen.width.saturating_sub(2).min(110),
            height: rows.saturating_add(4).clamp(6, screen.height),
            title: words.agenda_title(),
            foot: words.agenda_foot(),
        };
        let inside = frame.draw(buffer, screen, styles);
        let here = self.selected(&items).map_or(0, |(here, _)| here);
        let visible = usize::from(inside.height.saturating_sub(2));
        let first = list::first_shown(here, items.len(), visible);
        let lines = (0..).zip(items.iter().enumerate().skip(first).take(visible));
        for (row, (position, item)) in lines {
            let row = pen::row(inside, row);
            let style = match agenda::state(dossier, item) {
                ItemState::Running => styles.running,
                ItemState::Done | ItemState::Skipped => styles.muted,
                ItemState::Waiting | ItemState::Postponed => styles.text,
            };
            let right = times(item, dossier, view);
            let glyph = words.item_glyph(agenda::state(dossier, item));
            let left = format!(" {glyph} {:>2}  {}", item.position, item.title);
            let (left, right) = (pen::piece(left, style), pen::piece(right, style));
            ListRow::new(row, position == here).draw_with(buffer, &left, &right, styles);
        }
        let foot = pen::row(inside, inside.height.saturating_sub(1));
        let note = self
            .selected(&items)
            .map(|(_, item)| story(item, dossier, view));
        pen::write(
            buffer,
            foot,
            &format!(" {}", note.unwrap_or_default()),
            styles.muted,
        );
    }
}

/// Planned and real minutes, and when the item ran last.
fn times(item: &AgendaItem, dossier: &Dossier, view: &Scene) -> String {
    let spent = agenda::elapsed(dossier, item.id, view.now).num_minutes();
    let last = agenda::runs_of(dossier, item.id).pop().map(|run| {
        let ended = run.ended.map(crate::text::dates::time).unwrap_or_default();
        format!("{} - {ended:<5}", crate::text::dates::time(run.began))
    });
    let spent = last.as_ref().map_or(String::new(), |_| format!("{spent}'"));
    format!(
        "{:>3}' {spent:>4}  {:<13}",
        item.minutes,
        last.unwrap_or_default()
    )
}

/// The details of the selected item beside its row: why it was left out, its planned and real place, all its runs.
fn story(item: &AgendaItem, dossier: &Dossier, view: &Scene) -> String {
    let words = view.words;
    let state = agenda::state(dossier, item);
    let planned = match agenda::planned_place(item) {
        None => Some(words.item_unplanned().to_owned()),
        Some(place) if place != item.position => Some(words.item_planned_at(place)),
        Some(_) => None,
    };
    let real = agenda::real_place(dossier, item.id).map(|place| words.item_really_at(place));
    let left = match state {
        ItemState::Skipped => item.skipped.as_ref().map(|why| words.item_skipped_for(why)),
        ItemState::Postponed => item
            .postponed
            .map(|at| words.item_postponed_at(&moment(at, dossier))),
        ItemState::Waiting | ItemState::Running | ItemState::Done => None,
    };
    let kind = Some(words.item_kind(item.kind).to_owned());
    let presenter = item.presenter.as_deref();
    let presenter = presenter.map(|who| words.item_presented_by(who));
    let parts = [kind, left, presenter, planned, real];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
