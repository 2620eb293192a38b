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
use ratatui::style::Style;

use crate::app::agenda::AgendaDialog;
use crate::app::desk::forms::moment;
use crate::app::list;
use crate::meeting::agenda::{self, ItemState};
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::AgendaItem;
use crate::text::width::{width, wrap};
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

impl AgendaDialog {
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) {
        let Some(dossier) = view.dossier else { return };
        let items = agenda::items(dossier);
        let (words, styles) = (view.words, view.styles);
        let wide = screen.width.saturating_sub(2).min(110);
        let columns = usize::from(wide.saturating_sub(4));
        let drawn: Vec<DrawnItem> = items
            .iter()
            .map(|item| DrawnItem::new(item, columns, dossier, view))
            .collect();
        let needed: Vec<usize> = drawn.iter().map(|item| item.left.len()).collect();
        let rows = u16::try_from(needed.iter().sum::<usize>()).unwrap_or(u16::MAX);
        let frame = DialogBox {
            width: wide,
            height: rows.saturating_add(4).clamp(6, screen.height),
            title: words.agenda_title(),
            foot: words.agenda_foot(),
        };
        let inside = frame.draw(buffer, screen, styles);
        let here = self.selected(&items).map_or(0, |(here, _)| here);
        let list = Rect {
            height: inside.height.saturating_sub(2),
            ..inside
        };
        let visible = usize::from(list.height);
        let first = list::first_shown(here, items.len(), visible);
        let needed = needed.iter().skip(first).take(visible).copied();
        let heights = list::heights(&needed.collect::<Vec<_>>(), here - first, visible);
        let mut top = 0;
        for ((position, item), height) in drawn.iter().enumerate().skip(first).zip(heights) {
            let height = u16::try_from(height).unwrap_or(1);
            let place = Rect {
                height,
                ..pen::below(list, top)
            };
            item.draw(buffer, place, position == here, view);
            top += height;
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

/// An item as it is drawn: its title in the rows that it needs, and its times beside the first.
struct DrawnItem {
    left: Vec<String>,
    times: String,
    style: Style,
}

impl DrawnItem {
    fn new(item: &AgendaItem, columns: usize, dossier: &Dossier, view: &Scene) -> Self {
        let styles = view.styles;
        let state = agenda::state(dossier, item);
        let style = match state {
            ItemState::Running => styles.running,
            ItemState::Done | ItemState::Skipped | ItemState::Carried => styles.muted,
            ItemState::Waiting | ItemState::Postponed => styles.text,
        };
        let times = times(item, dossier, view);
        let head = format!(" {} {:>2}  ", view.words.item_glyph(state), item.position);
        let indent = " ".repeat(width(&head));
        // Two columns stand before the times.
        let room = columns.saturating_sub(width(&times) + width(&head) + 2);
        let heads = std::iter::once(head).chain(std::iter::repeat(indent));
        let lines = heads.zip(wrap(&item.title, room));
        Self {
            left: lines.map(|(head, line)| format!("{head}{line}")).collect(),
            times,
            style,
        }
    }

    /// Draws as many rows of the title as there are; where it goes on, it ends with a mark.
    fn draw(&self, buffer: &mut Buffer, area: Rect, is_selected: bool, view: &Scene) {
        let styles = view.styles;
        let last = area.height.saturating_sub(1);
        let is_cut = self.left.len() > usize::from(area.height);
        for (position, line) in (0..area.height).zip(&self.left) {
            let row = pen::row(area, position);
            let end = if is_cut && position == last {
                "…"
            } else {
                ""
            };
            let text = format!("{line}{end}");
            if position == 0 {
                let (left, right) = (
                    pen::piece(text, self.style),
                    pen::piece(self.times.as_str(), self.style),
                );
                ListRow::new(row, is_selected).draw_with(buffer, &left, &right, styles);
            } else {
                let style = styles.under(is_selected, self.style);
                pen::paint(buffer, row, style);
                pen::write(buffer, row, &format!(" {text}"), style);
            }
        }
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
        ItemState::Carried => Some(words.item_carried().to_owned()),
        ItemState::Waiting | ItemState::Running | ItemState::Done => None,
    };
    let kind = Some(words.item_kind(item.kind).to_owned());
    let presenter = item.presenter.as_deref();
    let presenter = presenter.map(|who| words.item_presented_by(who));
    let parts = [kind, left, presenter, planned, real];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
