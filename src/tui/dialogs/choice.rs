//! A choice: options to pick one of, narrowed by letters; a digit picks at once where the options are numbered.
//!
//! ```text
//! ╭ LỌC DIỄN BIẾN ─────────────╮
//! │ lt_                        │
//! │ ▸ Linh Tây             18  │
//! │   Linh Trung           19  │
//! ╰ gõ để lọc · Enter chọn ────╯
//! ```

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde::{Deserialize, Serialize};

use super::actions::ActionsChoice;
use super::issues::{self, IssuesChoice};
use super::offers::{self, Offered};
use super::papers::choices::{self as papers, PapersChoice};
use super::picks;
use super::plan::PlanFrom;
use super::settings::{self, SettingsChoice};
use crate::meeting::cell::Id;
use crate::meeting::code::Rank;
use crate::meeting::focus::{ColumnKey, RowKey};
use crate::meeting::notes::EntryId;
use crate::meeting::rows::{AgendaItem, Assignment, FocusArea, Seat};
use crate::text::find::{find_all, fit};
use crate::text::line::Line;
use crate::text::width::width;
use crate::tui::command::{ChoiceCommand, EditCommand};
use crate::tui::effect::{Effect, Export};
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::tui::widgets::{dialog, field, list, pen};
use crate::words::Words;

/// What is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// Any command.
    Palette,
    /// Whether the next item starts although the running one has only just begun.
    Hasty,
    /// What becomes of those who wait for the floor when their item is left for another, or for none.
    LeaveQueue(Option<Id<AgendaItem>>),
    /// What a pasted text of several lines is.
    Paste(String),
    /// What the stream shows.
    Filter,
    /// Which issue is answered.
    Answer,
    /// Which turn is corrected.
    Turns,
    /// Which phrase is changed.
    Snippets,
    /// What a line of the stream becomes.
    Kind(EntryId),
    /// Which focus area the action in the line serves.
    FocusArea,
    /// What a meeting is planned from.
    Plan,
    /// Which roster the meeting is planned with.
    PlanRoster {
        /// What it is planned from.
        from: PlanFrom,
        /// What the form held.
        values: Vec<String>,
    },
    /// Which roster the open meeting gets.
    Roster,
    /// Which unit a part of an action is handed over to.
    HandOver(Id<Assignment>),
    /// Something of the issue log.
    Issues(IssuesChoice),
    /// Something of the papers.
    Papers(PapersChoice),
    /// Whether the meeting is closed.
    Close,
    /// Who came late.
    Late(Id<Seat>),
    /// Whether one who was marked absent has only come now, or was there all the time.
    Came(Id<Seat>, Rank),
    /// For which item a delegate is out.
    Out(Id<Seat>),
    /// Which theme.
    Theme,
    /// What a setting becomes.
    Settings(SettingsChoice),
    /// Something of the register.
    Actions(ActionsChoice),
    /// Which focus area is edited.
    Areas,
    /// What becomes of a focus area.
    AreaDeed(Id<FocusArea>),
    /// Whether an older version of a file is replaced.
    Replace(Export, PathBuf),
    /// Of which unit or area in a cell of several the actions are shown.
    Behind(RowKey, ColumnKey),
}

/// An open choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What is chosen.
    pub purpose: Purpose,
    /// What was typed to narrow it.
    pub query: Line,
    /// The option that Enter picks, counted among those that are shown.
    pub selected: usize,
}

/// Rows that a choice shows at most.
const ROWS: u16 = 16;

impl Choice {
    /// Returns a choice in which nothing was typed yet.
    pub fn new(purpose: Purpose) -> Self {
        Self {
            purpose,
            query: Line::default(),
            selected: 0,
        }
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: ChoiceCommand, view: &View) -> Vec<Effect> {
        let total = self.shown(view).len();
        let page = usize::from(ROWS);
        match command {
            ChoiceCommand::Cancel => {
                // A paste is not let go of: it goes where one line would have gone.
                let kept = self.pasted().map(|text| Effect::Put(text.to_owned()));
                return [Effect::Close].into_iter().chain(kept).collect();
            }
            ChoiceCommand::Pick => return self.pick(self.selected, view),
            ChoiceCommand::Up => self.selected = self.selected.saturating_sub(1),
            ChoiceCommand::Down => self.selected += 1,
            ChoiceCommand::PageUp => self.selected = self.selected.saturating_sub(page),
            ChoiceCommand::PageDown => self.selected += page,
        }
        self.selected = self.selected.min(total.saturating_sub(1));
        Vec::new()
    }

    /// Returns the text of which it is asked what it is.
    fn pasted(&self) -> Option<&str> {
        if let Purpose::Paste(text) = &self.purpose {
            Some(text)
        } else {
            None
        }
    }

    /// Narrows the options by what is typed, or picks by number.
    pub fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        if let EditCommand::Type(c) = command
            && let Some(digit) = c.to_digit(10)
            && self.query.is_blank()
            && offers::numbered(&self.purpose)
        {
            let position = (digit as usize).wrapping_sub(1);
            return if position < self.shown(view).len() {
                self.pick(position, view)
            } else {
                Vec::new()
            };
        }
        field::edit(&mut self.query, command, view.typing);
        self.selected = 0;
        Vec::new()
    }

    /// Narrows the options by a pasted text.
    pub fn paste(&mut self, text: &str) {
        self.query.paste(text);
        self.selected = 0;
    }

    fn pick(&self, position: usize, view: &View) -> Vec<Effect> {
        match self.shown(view).into_iter().nth(position) {
            Some(option) => picks::effects(option.pick, view),
            None => vec![Effect::Say(Status::warned(
                view.words.why_no_option(self.query.text()),
            ))],
        }
    }

    /// Returns the options that answer what was typed, those that fit by name or initials first.
    fn shown(&self, view: &View) -> Vec<Offered> {
        let options = offers::options(&self.purpose, view);
        let query = self.query.text().trim().to_owned();
        if query.is_empty() || offers::answers(&self.purpose) {
            return options;
        }
        let rank = |option: &Offered| match fit(&query, &option.label) {
            Some(fit) => Some(fit as usize),
            None => find_all(&query, &format!("{} {}", option.label, option.hint)).map(|_| 9),
        };
        let mut ranked: Vec<(usize, Offered)> = options
            .into_iter()
            .filter_map(|option| rank(&option).map(|rank| (rank, option)))
            .collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().map(|(_, option)| option).collect()
    }

    /// Draws the choice and returns where the caret stands.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &View) -> Position {
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
        let foot = if offers::numbered(&self.purpose) {
            view.words.choice_foot_numbered()
        } else {
            view.words.choice_foot()
        };
        // The frame has room for its title and its foot, too.
        let wide = wide.max(width(title).max(width(foot)) + 6).max(44);
        let columns = u16::try_from(wide).unwrap_or(u16::MAX);
        let size = (columns, rows + 3);
        let inside = dialog::draw(buffer, screen, size, title, foot, view.styles);
        let caret = field::draw(buffer, pen::row(inside, 0), &self.query, view.styles.text);
        let first = list::first_shown(self.selected, options.len(), usize::from(rows));
        for (line, option) in options
            .iter()
            .enumerate()
            .skip(first)
            .take(usize::from(rows))
        {
            let row = pen::row(inside, u16::try_from(line - first).unwrap_or(0) + 1);
            draw_option(
                buffer,
                row,
                option,
                (line, line == self.selected),
                offers::numbered(&self.purpose),
                view,
            );
        }
        caret
    }
}

fn draw_option(
    buffer: &mut Buffer,
    row: Rect,
    option: &Offered,
    (line, is_selected): (usize, bool),
    is_numbered: bool,
    view: &View,
) {
    let styles = view.styles;
    let (style, quiet) = if is_selected {
        (styles.selected, styles.selected)
    } else {
        (styles.text, styles.muted)
    };
    pen::paint(buffer, row, style);
    let mark = if is_selected { "▸ " } else { "  " };
    let number = if is_numbered && line < 9 {
        format!("{} ", line + 1)
    } else {
        String::new()
    };
    let hint = width(&option.hint);
    let label_room =
        u16::try_from(usize::from(row.width).saturating_sub(hint + 1)).unwrap_or(row.width);
    pen::write(
        buffer,
        Rect {
            width: label_room,
            ..row
        },
        &format!("{mark}{number}{}", option.label),
        style,
    );
    pen::write_right(buffer, row, &option.hint, quiet);
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
