//! Draws a form: a few fields, filled in one after another.
//!
//! ```text
//! ╭ DỰ THAY · Thảo Điền ─────────────────────╮
//! │ Họ và tên         Nguyễn Văn …           │
//! │ Chức vụ           _                      │
//! │ Dự thay đồng chí                         │
//! ╰ Enter: ô sau · Ctrl-S: ghi · Esc: thôi ──╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::form::Form;
use crate::app::form::entry::Entry;
use crate::text::line::Line;
use crate::text::width::{width, wrap};
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::{field, pen};

impl Form {
    /// Draws the form and returns where the caret stands.
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) -> Option<Position> {
        let spec = self.spec(view);
        let labels = spec.fields.iter().map(|field| width(field.label));
        let label_width = labels.max().unwrap_or(0) + 2;
        let columns = screen.width * 4 / 5;
        let room = usize::from(columns).saturating_sub(6);
        let means = spec.fields.iter().filter_map(|field| {
            let typed = self.entry(field.id)?.line.text();
            Some(field.means.as_ref()?(typed.trim()))
        });
        let notes = means.chain(spec.notes.iter().cloned());
        let note: Vec<String> = notes.flat_map(|text| wrap(&text, room)).collect();
        let fields = u16::try_from(spec.fields.len()).unwrap_or(1);
        let height = fields + 4 + u16::try_from(note.len()).unwrap_or(0);
        let frame = DialogBox {
            width: columns,
            height,
            title: &spec.title,
            foot: match spec.fields.len() {
                0 | 1 => view.words.form_foot_single(),
                _ => view.words.form_foot(),
            },
        };
        let inside = frame.draw(buffer, screen, view.styles);
        let shift = u16::try_from(label_width)
            .unwrap_or(inside.width)
            .min(inside.width / 2);
        let styled = note.into_iter().map(|line| (line, view.styles.warn));
        pen::write_lines(buffer, pen::below(inside, fields + 2), styled);
        let mut caret = None;
        for (position, spec) in spec.fields.iter().enumerate() {
            let row = pen::row(inside, u16::try_from(position).unwrap_or(0) + 1);
            let is_here = position == self.field;
            let style = if is_here {
                view.styles.heading
            } else {
                view.styles.muted
            };
            pen::write(
                buffer,
                Rect {
                    width: shift.saturating_sub(1),
                    ..row
                },
                spec.label,
                style,
            );
            let room = Rect {
                x: row.x + shift,
                width: row.width.saturating_sub(shift),
                ..row
            };
            if let Some(entry) = self.entry(spec.id) {
                let line = line_shown(entry, is_here);
                let at = field::draw(buffer, room, &line, view.styles.text);
                caret = caret.or(is_here.then_some(at));
            }
        }
        caret
    }
}

/// The line of a field; without the caret it shows its beginning.
fn line_shown(entry: &Entry, is_here: bool) -> Line {
    let mut line = entry.line.clone();
    if !is_here {
        line.home();
    }
    line
}
