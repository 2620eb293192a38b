//! A frame: the title, the screen, the status line, the bar of keys, and the dialog in front of them.
//!
//! ```text
//!  giaoban · Hội nghị giao ban công tác tổ chức xây dựng Đảng …          08:03:12
//!  (the screen)
//!  ✓ Điểm danh Linh Tây: Bí thư
//!  1 Bí thư  2 PBT TT  3 Dự thay…  4 Vắng CP…                        Ctrl-P Mọi lệnh
//! ```

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::command::{ScreenId, for_each_screen};
use crate::app::dialogs::Dialog;
use crate::app::key::Key;
use crate::app::keymap::Context;
use crate::app::status::{Status, Tone};
use crate::text::dates::full_time;
use crate::text::width::{cut_middle, width, wrap};
use crate::tui::scene::Drawn;
use crate::tui::widgets::pen;
use crate::tui::window::Window;

/// The smallest terminal that the screens fit into.
const SMALLEST: (u16, u16) = (60, 20);

/// Returns the rows that a screen of this height leaves to its body.
pub(crate) fn body_rows(rows: u16) -> u16 {
    rows.saturating_sub(3)
}

impl Window {
    pub(crate) fn draw_frame(&self, frame: &mut Frame) {
        let area = frame.area();
        let caret = self.paint(frame.buffer_mut(), area);
        if let Some(caret) = caret {
            frame.set_cursor_position(caret);
        }
    }

    fn paint(&self, buffer: &mut Buffer, area: Rect) -> Option<Position> {
        buffer.set_style(area, self.styles.text);
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            let text = self.view().words.too_small(area.width, area.height);
            for (position, line) in (0..).zip(wrap(&text, usize::from(area.width))) {
                pen::write(buffer, pen::row(area, position), &line, self.styles.text);
            }
            return None;
        }
        self.draw_title(buffer, pen::row(area, 0));
        let body = Rect {
            y: area.y + 1,
            height: body_rows(area.height),
            ..area
        };
        let caret = self.draw_screen(buffer, body);
        let rest = self.draw_status(buffer, pen::row(area, area.height - 2));
        let bar = pen::row(area, area.height - 1);
        match (rest, self.app.status()) {
            // A sentence that needs the row of the keys has it until the next key.
            (Some(rest), Some(status)) => {
                let style = self.tone(status);
                pen::write(buffer, bar, &format!("   {rest}"), style);
            }
            (Some(_) | None, _) => self.draw_bar(buffer, bar),
        }
        match self.app.dialog() {
            Some(dialog) => self.draw_dialog(buffer, body, dialog),
            None => caret,
        }
    }

    fn draw_title(&self, buffer: &mut Buffer, row: Rect) {
        let styles = &self.styles;
        pen::paint(buffer, row, styles.bar);
        let meeting = self.view().dossier.map(|dossier| &dossier.meeting);
        let title = meeting
            .map(|meeting| format!(" · {}", meeting.title))
            .unwrap_or_default();
        let sample = if meeting.is_some_and(|meeting| meeting.sample) {
            self.view().words.sample()
        } else {
            ""
        };
        let clock = if self.app.shows_clock() {
            let doubt = if self.app.is_behind() { "! " } else { "" };
            format!("{doubt}{}", full_time(self.view().now))
        } else {
            String::new()
        };
        let right = [sample, clock.as_str()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("  ");
        let right = format!("  {right} ");
        let room = row
            .width
            .saturating_sub(u16::try_from(width(&right)).unwrap_or(0));
        let screen = self.view().words.screen(self.view().screen);
        let head = format!(" giaoban · {screen}");
        let title = cut_middle(&title, usize::from(room).saturating_sub(width(&head)));
        let pieces = [
            pen::piece(head.as_str(), styles.bar_key),
            pen::piece(title, styles.bar),
        ];
        pen::write_pieces(buffer, Rect { width: room, ..row }, &pieces);
        pen::write_right(buffer, row, &right, styles.bar_key);
    }

    fn draw_screen(&self, buffer: &mut Buffer, body: Rect) -> Option<Position> {
        let (screens, view) = (self.app.screens(), self.scene());
        macro_rules! draw {
            ($($(#[$doc:meta])* $name:ident $module:ident $phrase:ident,)+) => {
                match view.screen {
                    $(ScreenId::$name => screens.$module.draw(buffer, body, &view).caret(),)+
                }
            };
        }
        for_each_screen!(draw)
    }

    /// The message, and at the right the built-in typing method while it is on; returns the text that has no room.
    fn draw_status(&self, buffer: &mut Buffer, row: Rect) -> Option<String> {
        let styles = &self.styles;
        let typing = self
            .view()
            .typing
            .map(|method| format!(" {} ", self.view().words.typing(method)));
        let typing = typing.unwrap_or_default();
        pen::write_right(buffer, row, &typing, styles.bar_key);
        let columns = u16::try_from(width(&typing)).unwrap_or(0);
        let row = Rect {
            width: row.width.saturating_sub(columns),
            ..row
        };
        let status = self.app.status()?;
        let room = usize::from(row.width).saturating_sub(4);
        let (first, rest) = parted(&status.text, room);
        let sentence = format!(" {} {first}", status.glyph());
        pen::write(buffer, row, &sentence, self.tone(status));
        rest
    }

    fn tone(&self, status: &Status) -> Style {
        let styles = &self.styles;
        match status.tone {
            Tone::Said => styles.muted,
            Tone::Done => styles.good,
            Tone::Warned => styles.warn,
            Tone::Failed => styles.bad,
        }
    }

    /// The keys of the moment on the left, those of everywhere on the right; whole ones, as many as there is room for.
    fn draw_bar(&self, buffer: &mut Buffer, row: Rect) {
        pen::paint(buffer, row, self.styles.bar);
        let (contexts, elsewhere) = match self.app.dialog() {
            Some(dialog) => (dialog.screen().contexts().to_vec(), None),
            None => (self.app.contexts(), Some(Context::Everywhere)),
        };
        let here = contexts.first().copied();
        let bar_of = |place: Option<Context>, gap| {
            let bar = place.map(|place| self.bar_of(place, gap));
            bar.unwrap_or_default()
        };
        let room = usize::from(row.width);
        let total = |keys: &[Vec<pen::Piece>]| -> usize {
            keys.iter().map(|key| pen::total_width(key)).sum()
        };
        let mut right = bar_of(elsewhere, " ");
        // The keys that everybody knows give way first, but for the key that shows all the others.
        let wide = bar_of(here, " ");
        right.truncate(right.len().min(1).max(fitting(
            &right,
            room.saturating_sub(total(&wide)),
            total,
        )));
        let mut left = wide;
        if total(&left) + total(&right) > room {
            left = bar_of(here, "");
        }
        let named = right.clone();
        if total(&left) + total(&right) > room {
            for key in &mut right {
                key.truncate(1);
            }
        }
        // The way out is the last key that gives way.
        let esc = format!(" {}", Key::Esc);
        let is_out = |key: &Vec<pen::Piece>| key.first().is_some_and(|piece| piece.text == esc);
        while left.len() > 1 && total(&left) + total(&right) > room {
            let ends_with_it = left.last().is_some_and(is_out);
            left.remove(left.len() - if ends_with_it { 2 } else { 1 });
        }
        if total(&left) + total(&named) <= room {
            right = named;
        }
        pen::write_pieces(buffer, row, &left.concat());
        let columns = u16::try_from(total(&right)).unwrap_or(0).min(row.width);
        let place = Rect {
            x: row.right() - columns,
            width: columns,
            ..row
        };
        pen::write_pieces(buffer, place, &right.concat());
    }

    /// The keys of a context that the bar shows, each with its words and a gap behind it.
    fn bar_of(&self, context: Context, gap: &str) -> Vec<Vec<pen::Piece<'_>>> {
        let styles = &self.styles;
        let bindings = self
            .view()
            .keymap
            .rows(context)
            .filter(|binding| binding.in_bar);
        bindings
            .map(|binding| {
                let key = binding
                    .keys
                    .first()
                    .map(ToString::to_string)
                    .unwrap_or_default();
                let words = (binding.words)(self.view().words);
                vec![
                    pen::piece(format!(" {key}"), styles.bar_key),
                    pen::piece(format!(" {words}{gap}"), styles.bar),
                ]
            })
            .collect()
    }

    fn draw_dialog(&self, buffer: &mut Buffer, body: Rect, dialog: &Dialog) -> Option<Position> {
        let view = self.scene();
        dialog.draw(buffer, body, &view)
    }
}

/// Returns how many of the first keys fit into the columns.
fn fitting<'a>(
    keys: &[Vec<pen::Piece<'a>>],
    columns: usize,
    total: impl Fn(&[Vec<pen::Piece<'a>>]) -> usize,
) -> usize {
    (0..=keys.len())
        .rev()
        .find(|count| {
            let first = keys.get(..*count);
            first.is_some_and(|keys| total(keys) <= columns)
        })
        .unwrap_or(0)
}

/// Returns what of a sentence stands on the first of its two rows, and the rest. The path of a file is broken where the row
/// ends if it would not have room otherwise.
fn parted(text: &str, room: usize) -> (String, Option<String>) {
    const UNBROKEN: &str = "\u{a0}";
    let by_words = wrap(text, room);
    let (lines, between) = if by_words.len() > 2 {
        (wrap(&text.replace(' ', UNBROKEN), room), "")
    } else {
        (by_words, " ")
    };
    let mut lines = lines.into_iter().map(|line| line.replace(UNBROKEN, " "));
    let first = lines.next().unwrap_or_default();
    let rest: Vec<String> = lines.collect();
    (first, (!rest.is_empty()).then(|| rest.join(between)))
}
