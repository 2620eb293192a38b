//! The map, its totals at both edges, and the trend below it.
//!
//! ```text
//!  Tìm: _          !quá hạn ●chờ xác nhận ‖tạm dừng · trong hạn    theo danh sách 1/34
//!                  ND1    ND2    ND3    ND4    ND5    ND6   3 thôi Cộng       HT%  BC%
//! ▸An Khánh        !1     !1 2   ✓      ·      ·      ·      ·     !2 2       50%  83%
//!  …
//!  Cộng            !14    …
//!  Hoàn thành %    58%    …
//!  Báo cáo %       79%    …
//!  An Khánh · ND1: chưa xong 1 (1 quá hạn) · hoàn thành 0/1 · HT 0% · BC 0%
//!  ND1 Khẩn trương triển khai, hướng dẫn quần chúng ưu tú khai lý lịch …
//!  ND1 · tất cả đơn vị            hoàn thành ▁▂▄▅▆▇▇█ 0% → 58%
//!  8 kỳ,  11/7/2023 – 9/2/2024    quá hạn    ▇▅▃▂▁▁▁▁ 20 → 14
//!  HT = hoàn thành / phần việc · BC = (chờ xác nhận + hoàn thành) / phần việc
//! ```

pub(crate) mod below;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::focus::{FOOT, Focus, HEAD, columns, map_rows};
use crate::app::list;
use crate::meeting::actions::{Parts, Standing};
use crate::meeting::focus::board::{Column, Row};
use crate::meeting::focus::{Board, ColumnKey, RowKey};
use crate::text::width::{centre, cut, width};
use crate::tui::focus::below::{row_name, share};
use crate::tui::scene::Scene;
use crate::tui::widgets::field;
use crate::tui::widgets::list_row::{ListRow, cursor};
use crate::tui::widgets::pen::{self, Piece};

/// Returns the place of an area's column, and how many are shown.
fn shown_columns(area: Rect, chosen: usize, total: usize) -> (usize, usize, u16) {
    let [names, least, sum, share] = columns(area.width);
    let room = area.width.saturating_sub(names + sum + 2 * share);
    let most = usize::from(room / least).max(1);
    let visible = total.clamp(1, most);
    let first = list::first_shown(chosen.min(total.saturating_sub(1)), total, visible);
    let wide = room / u16::try_from(visible).unwrap_or(1);
    (first, visible, wide.min(16))
}

/// The sign behind the counts of a cell that more is there.
const MORE: &str = " …";

/// Columns of the field that finds a unit.
const FIND: u16 = 10;

/// The values with which every part of the map is drawn.
struct Sheet<'a> {
    board: &'a Board,
    view: &'a Scene<'a>,
    area: Rect,
    /// The place of the selected column, of the first that is shown, and how many are.
    chosen: usize,
    first: usize,
    visible: usize,
    wide: u16,
}

impl Focus {
    /// Draws the map and returns where the caret stands.
    pub(crate) fn draw(&self, buffer: &mut Buffer, area: Rect, view: &Scene) -> Option<Position> {
        let board = view.shelf.board.as_ref()?;
        if board.rows.is_empty() || board.columns.is_empty() {
            let none = if board.rows.is_empty() {
                view.words.map_none()
            } else {
                view.words.focus_none_retired()
            };
            pen::write(
                buffer,
                pen::row(area, 1),
                &format!(" {none}"),
                view.styles.muted,
            );
            return None;
        }
        let chosen = self.column_place(board);
        let (first, visible, wide) = shown_columns(area, chosen, board.columns.len());
        let sheet = Sheet {
            board,
            view,
            area,
            chosen,
            first,
            visible,
            wide,
        };
        let rows = board.ordered(self.sort);
        let place = self.row_place(&rows);
        let caret = self.draw_head(buffer, area, (place, rows.len()), view);
        sheet.draw_heads(buffer, pen::row(area, 1));
        let most = map_rows(area.height);
        let top = list::first_shown(place.min(rows.len().saturating_sub(1)), rows.len(), most);
        for (line, (position, row)) in (HEAD..).zip(rows.iter().enumerate().skip(top).take(most)) {
            sheet.draw_row(buffer, pen::row(area, line), row, position == place);
        }
        let foot = pen::below(area, area.height.saturating_sub(FOOT));
        sheet.draw_totals(buffer, foot, place == rows.len());
        self.draw_detail(buffer, pen::below(foot, 3), board, view);
        self.draw_trend(buffer, pen::below(foot, 5), board, view);
        let formula = if usize::from(area.width) > width(view.words.map_formula_long()) {
            view.words.map_formula_long()
        } else {
            view.words.map_formula()
        };
        pen::write(
            buffer,
            pen::row(foot, 7),
            &format!(" {formula}"),
            view.styles.muted,
        );
        Some(caret)
    }

    fn draw_head(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        (place, rows): (usize, usize),
        view: &Scene,
    ) -> Position {
        let (words, styles) = (view.words, view.styles);
        let row = pen::row(area, 0);
        let room = field::behind_label(buffer, row, words.find_in_roll(), styles.muted);
        let here = Rect {
            width: FIND.min(room.width),
            ..room
        };
        let sort = words.map_sort(self.sort);
        let text = format!("{sort} {}/{rows} ", (place + 1).min(rows));
        let right = u16::try_from(width(&text)).unwrap_or(0);
        let legend = Rect {
            x: here.right(),
            width: area.right().saturating_sub(here.right() + right),
            ..row
        };
        pen::write(
            buffer,
            legend,
            &format!(" {}", words.map_legend()),
            styles.muted,
        );
        pen::write_right(buffer, row, &text, styles.muted);
        field::draw(buffer, here, self.query.line(), styles.counter)
    }
}

impl Sheet<'_> {
    fn columns(&self) -> impl Iterator<Item = (usize, &Column)> {
        let columns = self.board.columns.iter().enumerate();
        columns.skip(self.first).take(self.visible)
    }

    /// Returns where the column at a place stands in a row; the totals stand behind the last that is shown.
    fn place(&self, row: Rect, position: usize) -> Rect {
        let [names, _, total, _] = columns(self.area.width);
        let (x, width) = if position >= self.board.columns.len() {
            (self.end(row), total)
        } else {
            let before = u16::try_from(position - self.first).unwrap_or(0);
            (row.x + names + before * self.wide, self.wide)
        };
        Rect {
            x,
            width: width.saturating_sub(1),
            ..row
        }
    }

    /// Returns the column behind the last area: the totals follow it, however wide the screen is.
    fn end(&self, row: Rect) -> u16 {
        let [names, ..] = columns(self.area.width);
        let visible = u16::try_from(self.visible).unwrap_or(u16::MAX);
        row.x + names + visible.saturating_mul(self.wide)
    }

    /// Returns where one of the two shares stands.
    fn share_place(&self, row: Rect, which: u16) -> Rect {
        let [_, _, total, share] = columns(self.area.width);
        Rect {
            x: self.end(row) + total + which * share,
            width: share.saturating_sub(1),
            ..row
        }
    }

    fn draw_heads(&self, buffer: &mut Buffer, row: Rect) {
        let (words, styles) = (self.view.words, self.view.styles);
        for (position, column) in self.columns() {
            let place = self.place(row, position);
            let room = usize::from(place.width);
            let head = match &column.area {
                None => words.map_others_column().to_owned(),
                Some(area) if !column.is_in_force => {
                    format!("{} {}", area.number, words.map_retired())
                }
                Some(area) if room >= 9 => format!("{} {}", area.number, words.area_name(area)),
                Some(area) => words.focus_short(area.number),
            };
            let style = match (position == self.chosen, column.is_in_force) {
                (true, _) => styles.running,
                (false, true) => styles.heading,
                (false, false) => styles.muted,
            };
            pen::write(buffer, place, &centre(&head, room), style);
        }
        let total = self.place(row, self.board.columns.len());
        let style = if self.chosen >= self.board.columns.len() {
            styles.running
        } else {
            styles.heading
        };
        pen::write(
            buffer,
            total,
            &centre(words.map_total(), usize::from(total.width)),
            style,
        );
        for (which, head) in [(0, words.map_completion()), (1, words.map_reports())] {
            pen::write_right(buffer, self.share_place(row, which), head, styles.muted);
        }
    }

    fn draw_row(&self, buffer: &mut Buffer, line: Rect, row: &Row, is_selected: bool) {
        let styles = self.view.styles;
        let mark = cursor(is_selected);
        let name = format!("{mark}{}", row_name(row.key, self.board, self.view));
        let style = if is_selected {
            styles.running
        } else {
            styles.text
        };
        let named = pen::piece(name, style);
        self.draw_line(buffer, ListRow::new(line, is_selected), row.key, named);
        self.draw_shares(buffer, line, row.total);
    }

    /// The name of a row, its cells and its total.
    fn draw_line(&self, buffer: &mut Buffer, row: ListRow, key: RowKey, name: Piece) {
        let [names, ..] = columns(self.area.width);
        let place = Rect {
            width: names.saturating_sub(1),
            ..row.area
        };
        pen::write_pieces(buffer, place, &[name]);
        let keys = self
            .columns()
            .map(|(position, column)| (position, column.key));
        let total = (self.board.columns.len(), ColumnKey::Total);
        for (position, column) in keys.chain([total]) {
            let cell = self.place(row.area, position);
            let is_here = row.is_selected && position == self.chosen.min(self.board.columns.len());
            self.draw_cell(buffer, cell, self.board.cell(key, column), is_here);
        }
    }

    fn draw_cell(&self, buffer: &mut Buffer, place: Rect, tally: Parts, is_here: bool) {
        let styles = self.view.styles;
        let text = fitting(tally, usize::from(place.width), self.view);
        // The colour is that of the worst: where it burns is seen before a number is read.
        let style = match tally.standing() {
            _ if is_here => styles.selected,
            Standing::Overdue => styles.bad,
            Standing::Reported => styles.warn,
            Standing::DueSoon | Standing::Open if tally.reported > 0 => styles.warn,
            Standing::DueSoon | Standing::Open => styles.text,
            Standing::Paused | Standing::Off => styles.muted,
            Standing::Done => styles.good,
        };
        if is_here {
            pen::paint(buffer, place, styles.selected);
        }
        pen::write(
            buffer,
            place,
            &centre(&text, usize::from(place.width)),
            style,
        );
    }

    fn draw_shares(&self, buffer: &mut Buffer, row: Rect, tally: Parts) {
        for (which, part) in [(0, tally.done), (1, tally.said_done())] {
            let place = self.share_place(row, which);
            let text = share_in(part, tally.total(), (place, self.view));
            pen::write_right(buffer, place, &text, self.view.styles.text);
        }
    }

    /// The totals of the columns: the counts, and below them the two shares.
    fn draw_totals(&self, buffer: &mut Buffer, area: Rect, is_selected: bool) {
        let (words, styles) = (self.view.words, self.view.styles);
        let mark = cursor(is_selected);
        let style = if is_selected {
            styles.running
        } else {
            styles.counter
        };
        let name = format!("{mark}{}", words.map_total());
        let line = pen::row(area, 0);
        let row = ListRow::new(line, is_selected);
        self.draw_line(buffer, row, RowKey::Total, pen::piece(name, style));
        let total = self.board.total();
        let keys: Vec<(usize, ColumnKey)> = self
            .columns()
            .map(|(position, column)| (position, column.key))
            .chain([(self.board.columns.len(), ColumnKey::Total)])
            .collect();
        let named = [words.map_completion_row(), words.map_reports_row()];
        for (line, name) in (1..).zip(named) {
            let row = pen::row(area, line);
            pen::write(buffer, row, &format!(" {name}"), styles.muted);
            for (position, key) in &keys {
                let place = self.place(row, *position);
                let tally = self.board.cell(RowKey::Total, *key);
                let part = if line == 1 {
                    tally.done
                } else {
                    tally.said_done()
                };
                let text = share_in(part, tally.total(), (place, self.view));
                pen::write(
                    buffer,
                    place,
                    &centre(&text, usize::from(place.width)),
                    styles.text,
                );
            }
        }
        self.draw_shares(buffer, line, total);
    }
}

/// Returns a share as it fits: with its tenth where there is room.
fn share_in(part: usize, whole: usize, (place, view): (Rect, &Scene)) -> String {
    let exact = view.words.share(part, whole);
    let exact = exact.unwrap_or_else(|| "·".to_owned());
    if width(&exact) <= usize::from(place.width) {
        exact
    } else {
        share(part, whole)
    }
}

/// Returns a count as it fits: what is overdue, waits, is in time, is paused; what does not fit is dropped from behind,
/// and a `…` says that more is there. Nothing but done parts are a sign alone: their share stands in the last columns.
fn fitting(tally: Parts, room: usize, view: &Scene) -> String {
    let counts = [
        ("!", tally.overdue),
        ("●", tally.reported),
        ("", tally.in_time),
        ("‖", tally.paused),
    ];
    let counted = counts.into_iter().filter(|(_, n)| *n > 0);
    let mut pieces: Vec<String> = counted
        .map(|(sign, n)| format!("{sign}{}", view.words.number(n)))
        .collect();
    if pieces.is_empty() {
        return if tally.done > 0 { "✓" } else { "·" }.to_owned();
    }
    let whole = pieces.join(" ");
    if width(&whole) <= room {
        return whole;
    }
    // The sign stands apart, so that nobody takes the last count for the beginning of a longer one. A count is whole or not
    // there: of the first that has no room its sign stays.
    while pieces.len() > 1 {
        pieces.pop();
        let text = format!("{}{MORE}", pieces.join(" "));
        if width(&text) <= room {
            return text;
        }
    }
    let first = pieces.pop().unwrap_or_default();
    if width(&first) <= room {
        return first;
    }
    let sign: String = first.chars().take_while(|c| !c.is_ascii_digit()).collect();
    cut(&format!("{sign}…"), room).into_owned()
}
