//! Draws a choice: options to pick one of, narrowed by letters; a digit picks at once where the options are numbered.
//!
//! ```text
//! ╭ LỌC DIỄN BIẾN ─────────────╮
//! │ lt_                        │
//! │ ▸ Linh Tây             18  │
//! │   Linh Trung           19  │
//! ╰ gõ để lọc · Enter chọn ────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::choice::{Choice, Offered, ROWS};
use crate::app::list;
use crate::text::width::width;
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::{field, pen};

impl Choice {
    /// Draws the choice and returns where the caret stands.
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) -> Position {
        let spec = self.spec(view);
        let (title, is_numbered) = (spec.title, spec.is_numbered);
        let options = self.matching(spec);
        let rows = u16::try_from(options.len())
            .unwrap_or(ROWS)
            .clamp(1, ROWS.min(screen.height.saturating_sub(4)));
        let wide = options
            .iter()
            .map(|option| width(&option.label) + width(&option.hint) + 10)
            .max()
            .unwrap_or(0);
        let foot = if is_numbered {
            view.words.choice_foot_numbered()
        } else {
            view.words.choice_foot()
        };
        // The frame has room for its title and its foot, too.
        let wide = wide.max(width(title).max(width(foot)) + 6).max(44);
        let frame = DialogBox {
            width: u16::try_from(wide).unwrap_or(u16::MAX),
            height: rows + 3,
            title,
            foot,
        };
        let inside = frame.draw(buffer, screen, view.styles);
        let caret = field::draw(
            buffer,
            pen::row(inside, 0),
            self.query.line(),
            view.styles.text,
        );
        let first = list::first_shown(self.selected, options.len(), usize::from(rows));
        for (line, option) in options
            .iter()
            .enumerate()
            .skip(first)
            .take(usize::from(rows))
        {
            let row = pen::row(inside, u16::try_from(line - first).unwrap_or(0) + 1);
            let option = NumberedOption {
                number: (is_numbered && line < 9).then_some(line + 1),
                option,
            };
            let row = ListRow::new(row, line == self.selected);
            draw_option(buffer, row, &option, view);
        }
        caret
    }
}

/// An option with the digit that picks it at once, if one does.
struct NumberedOption<'a> {
    number: Option<usize>,
    option: &'a Offered,
}

fn draw_option(buffer: &mut Buffer, row: ListRow, numbered: &NumberedOption, view: &Scene) {
    let (option, styles) = (numbered.option, view.styles);
    let number = numbered.number.map(|number| format!("{number} "));
    let label = format!(" {}{}", number.unwrap_or_default(), option.label);
    let label = pen::piece(label, styles.text);
    let hint = pen::piece(option.hint.as_str(), styles.muted);
    row.draw_with(buffer, &label, &hint, styles);
}
