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

use crate::app::actions::forms::ActionsChoice;
use crate::app::choice::{Choice, Purpose, ROWS};
use crate::app::issues::forms as issues;
use crate::app::list;
use crate::app::offers::{self, Offered};
use crate::app::papers::choices as papers;
use crate::app::settings::forms as settings;
use crate::text::width::width;
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::list_row::ListRow;
use crate::tui::widgets::{field, pen};
use crate::words::Words;

impl Choice {
    /// Draws the choice and returns where the caret stands.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) -> Position {
        let options = self.shown(view);
        let rows = u16::try_from(options.len())
            .unwrap_or(ROWS)
            .clamp(1, ROWS.min(screen.height.saturating_sub(4)));
        let wide = options
            .iter()
            .map(|option| width(&option.label) + width(&option.hint) + 10)
            .max()
            .unwrap_or(0);
        let title = title(&self.purpose, view.words);
        let is_numbered = offers::numbered(&self.purpose);
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
    let (area, option, styles) = (row.area, numbered.option, view.styles);
    let style = row.style(styles.text, styles);
    pen::paint(buffer, area, style);
    let number = numbered.number.map(|number| format!("{number} "));
    let label = format!(
        "{} {}{}",
        row.sign(),
        number.unwrap_or_default(),
        option.label
    );
    let hint = width(&option.hint);
    let label_room =
        u16::try_from(usize::from(area.width).saturating_sub(hint + 1)).unwrap_or(area.width);
    let label_area = Rect {
        width: label_room,
        ..area
    };
    pen::write(buffer, label_area, &label, style);
    pen::write_right(buffer, area, &option.hint, row.style(styles.muted, styles));
}

fn title(purpose: &Purpose, words: Words) -> &'static str {
    match purpose {
        Purpose::Palette => words.choose_command(),
        Purpose::Hasty => words.choose_hasty(),
        Purpose::Replace(..) => words.choose_replace(),
        Purpose::LeaveQueue(_) => words.choose_leave_queue(),
        Purpose::Paste(_) => words.choose_paste(),
        Purpose::Filter => words.choose_filter(),
        Purpose::Answer => words.choose_answer(),
        Purpose::Turns => words.choose_turns(),
        Purpose::Snippets => words.choose_snippets(),
        Purpose::Kind(_) => words.choose_kind(),
        Purpose::FocusArea => words.choose_focus(),
        Purpose::Plan => words.choose_plan(),
        Purpose::PlanRoster { .. } | Purpose::Roster => words.choose_roster(),
        Purpose::HandOver(_) => words.choose_hand_over(),
        Purpose::Issues(choice) => issues::choice_title(*choice, words),
        Purpose::Papers(choice) => papers::choice_title(choice, words),
        Purpose::Close => words.choose_close(),
        Purpose::Late(_) => words.choose_late(),
        Purpose::Came(..) => words.choose_came(),
        Purpose::Out(_) => words.choose_out(),
        Purpose::Theme => words.choose_theme(),
        Purpose::Settings(choice) => settings::choice_title(*choice, words),
        Purpose::Actions(ActionsChoice::Arrange) => words.choose_grouping(),
        Purpose::Actions(ActionsChoice::Saved(_)) => words.choose_saved_filter(),
        Purpose::Areas => words.choose_areas(),
        Purpose::AreaDeed(_) => words.choose_area_deed(),
        Purpose::Behind(..) => words.choose_behind(),
    }
}
