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
use crate::text::width::{width, wrap};
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
        let room = usize::from(screen.width.saturating_sub(2));
        let room = room.min(wide).saturating_sub(4);
        // Only those near the selected one are laid out; there may be hundreds.
        let most = usize::from(ROWS);
        let near = self.selected.saturating_sub(most)..(self.selected + most).min(options.len());
        let laid: Vec<(usize, DrawnOption)> = near
            .filter_map(|line| Some((line, options.get(line)?)))
            .map(|(line, option)| (line, DrawnOption::new(line, option, is_numbered, room)))
            .collect();
        let all: usize = laid.iter().map(|(_, option)| option.rows()).sum();
        let rows = u16::try_from(all)
            .unwrap_or(ROWS)
            .clamp(1, ROWS.min(screen.height.saturating_sub(4)));
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
        let list = Rect {
            height: inside.height.saturating_sub(1).min(rows),
            ..pen::below(inside, 1)
        };
        let mut top = 0;
        let first = list::first_shown(self.selected, options.len(), usize::from(rows));
        let first = first_option(&laid, first, self.selected, usize::from(rows));
        for (line, option) in laid.iter().skip_while(|(line, _)| *line < first) {
            if top >= list.height {
                break;
            }
            let is_selected = *line == self.selected;
            top += option.draw(buffer, pen::below(list, top), is_selected, view);
        }
        caret
    }
}

/// Returns the first option from `first` on with which the selected one is in sight, whole where there is room.
fn first_option(
    laid: &[(usize, DrawnOption)],
    first: usize,
    selected: usize,
    rows: usize,
) -> usize {
    let taken = |first: usize| -> usize {
        let shown = laid
            .iter()
            .filter(|(line, _)| (first..=selected).contains(line));
        shown.map(|(_, option)| option.rows()).sum()
    };
    (first..selected)
        .find(|first| taken(*first) <= rows)
        .unwrap_or(selected)
}

/// An option as it is drawn: its label in as many rows as it needs, with the digit that picks it at once, if one does. A
/// hint that does not fit beside the label has rows of its own under it.
struct DrawnOption<'a> {
    label: Vec<String>,
    hint: &'a str,
    below: Vec<String>,
}

impl<'a> DrawnOption<'a> {
    fn new(line: usize, option: &'a Offered, is_numbered: bool, columns: usize) -> Self {
        // What no digit picks stands under what one picks.
        let number = match line {
            _ if !is_numbered => String::new(),
            0..9 => format!("{} ", line + 1),
            _ => "  ".to_owned(),
        };
        // A space stands before the label, and two columns before the hint.
        let room = columns.saturating_sub(width(&number) + 3);
        let least = width(&option.label).min(columns / 3);
        let is_beside = width(&option.hint) + least <= room;
        let (hint, below) = if is_beside {
            (option.hint.as_str(), "")
        } else {
            ("", option.hint.as_str())
        };
        let indent = " ".repeat(width(&number) + 2);
        let below = below.split(" · ").flat_map(|piece| wrap(piece, room));
        let below = below.filter(|line| !line.is_empty());
        let below = below.map(|line| format!(" {indent}{line}")).collect();
        let lines = wrap(&option.label, room.saturating_sub(width(hint)).max(1)).into_iter();
        let numbers = std::iter::once(number).chain(std::iter::repeat(indent));
        let label = numbers
            .zip(lines)
            .map(|(before, line)| format!(" {before}{line}"));
        Self {
            label: label.collect(),
            hint,
            below,
        }
    }

    /// Returns how many rows it needs.
    fn rows(&self) -> usize {
        self.label.len() + self.below.len()
    }

    /// Draws its rows as far as the area goes, and returns how many there are.
    fn draw(&self, buffer: &mut Buffer, area: Rect, is_selected: bool, view: &Scene) -> u16 {
        let styles = view.styles;
        let hint = pen::piece(self.hint, styles.muted);
        let labels = self.label.iter().map(|line| (line, styles.text));
        let below = self.below.iter().map(|line| (line, styles.muted));
        for (position, (line, style)) in (0..area.height).zip(labels.chain(below)) {
            let row = pen::row(area, position);
            if position == 0 {
                let label = pen::piece(line.as_str(), styles.text);
                ListRow::new(row, is_selected).draw_with(buffer, &label, &hint, styles);
            } else {
                let style = styles.under(is_selected, style);
                pen::paint(buffer, row, style);
                pen::write(buffer, row, line, style);
            }
        }
        u16::try_from(self.rows()).unwrap_or(u16::MAX)
    }
}
