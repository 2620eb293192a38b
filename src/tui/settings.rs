//! Draws F11 Cài đặt: the settings of the book and of the program, a line each, and where each is kept.
//!
//! ```text
//!  SỔ · CƠ QUAN BAN HÀNH
//!    Cơ quan cấp trên             THÀNH ỦY THỦ ĐỨC                           sổ
//!  ▸ Cơ quan ban hành             BAN TỔ CHỨC                                sổ
//!  …
//!  CHƯƠNG TRÌNH
//!    Ngôn ngữ                     Tiếng Việt                        config.toml
//!  …
//!  Dòng thứ hai bên trái của văn bản, in đậm.
//!  Tìm: _
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::list;
use crate::app::settings::lines::{Part, SettingLine, heading, hint, lines, storage};
use crate::app::settings::{FOOT, Row, Settings, rows};
use crate::text::width::{cut_rows, pad, width};
use crate::tui::scene::Scene;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::pen;

impl Settings {
    /// Draws the settings and returns where the caret stands.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) -> Option<Position> {
        let book = view.shelf.settings.as_ref()?;
        let lines = lines(book, view);
        let selected = self.place(&lines);
        let rows = rows(&lines);
        let room = area.height.saturating_sub(FOOT);
        let here = rows
            .iter()
            .position(|row| *row == Row::Line(selected))
            .unwrap_or(0);
        let first = list::first_shown(here, rows.len(), usize::from(room));
        for (row, at) in rows.iter().skip(first).zip(0..room) {
            let row_area = pen::row(area, at);
            match row {
                Row::Heading(part) => draw_heading(buffer, row_area, *part, view),
                Row::Line(place) => {
                    if let Some(line) = lines.get(*place) {
                        let row = ListRow::new(row_area, *place == selected);
                        draw_line(buffer, row, line, view);
                    }
                }
            }
        }
        if let Some(line) = lines.get(selected) {
            let style = if line.is_wrong && line.part == Part::Wording {
                view.styles.warn
            } else {
                view.styles.muted
            };
            let hint = hint(line.setting, book, view);
            let two = cut_rows(&hint, usize::from(area.width).saturating_sub(2), 2);
            let two = two.into_iter().map(|text| (text, style));
            pen::write_lines(buffer, pen::below(area, room), two);
        }
        Some(view.draw_find(buffer, area, &self.query))
    }
}

fn draw_heading(buffer: &mut Buffer, row: Rect, part: Part, view: &Scene) {
    let text = format!(" {}", heading(part, view.words));
    pen::write(buffer, row, &text, view.styles.heading);
    let settings = view.shelf.settings.as_ref();
    if part == Part::Issuer && settings.is_some_and(|settings| settings.is_signed) {
        let note = format!("{} ", view.words.signed_keep());
        pen::write_right(buffer, row, &note, view.styles.muted);
    }
}

/// Columns for the name of a setting; its value stands behind.
const NAME: usize = 30;

fn draw_line(buffer: &mut Buffer, row: ListRow, line: &SettingLine, view: &Scene) {
    let styles = view.styles;
    let (text, quiet) = match (row.is_selected, line.is_wrong) {
        (true, _) => (styles.selected, styles.selected),
        (false, true) => (styles.warn, styles.muted),
        (false, false) => (styles.text, styles.muted),
    };
    pen::paint(buffer, row.area, text);
    let storage = format!(" {} ", storage(line, view));
    let name = format!(" {} {} ", row.sign(), pad(&line.name, NAME - 2));
    let room = row
        .area
        .width
        .saturating_sub(u16::try_from(width(&storage)).unwrap_or(0));
    let pieces = [
        pen::piece(name, quiet),
        pen::piece(line.value.as_str(), text),
    ];
    let value_area = Rect {
        width: room,
        ..row.area
    };
    pen::write_pieces(buffer, value_area, &pieces);
    pen::write_right(buffer, row.area, &storage, quiet);
}
