//! F7 Trọng tâm: units against focus areas, and how they stood at the last meetings.

pub(crate) mod choices;
pub(crate) mod forms;

use serde::{Deserialize, Serialize};

use crate::app::choice::Choice;
use crate::app::command::{Command, FocusCommand, ListCommand, ScreenId};
use crate::app::effect::Effect;
use crate::app::finder;
use crate::app::focus::choices::AreaChoice;
use crate::app::keymap::Context;
use crate::app::list;
use crate::app::message::Message;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::actions::Scope;
use crate::meeting::focus::board::Row;
use crate::meeting::focus::{Board, ColumnKey, RowKey, Sort, Trend, trend};
use crate::store::Failure;
use crate::text::finder::Finder;

/// The row or the column of the map whose trend is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum TrendOf {
    /// The selected focus area, all units together.
    #[default]
    Area,
    /// The selected unit, all areas together.
    Unit,
    /// The selected unit under the selected area.
    Cell,
}

/// Where the user is in the map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Focus {
    /// The selected row; at first, the top one.
    pub(crate) row: Option<RowKey>,
    /// The selected column; at first, the left one.
    pub(crate) column: Option<ColumnKey>,
    /// The order of the rows.
    pub(crate) sort: Sort,
    /// The subject of the trend.
    pub(crate) trend: TrendOf,
    /// The search for a unit.
    pub(crate) query: Finder,
}

impl Screen for Focus {
    fn contexts(&self) -> &'static [Context] {
        &[
            Context::Screen(ScreenId::Focus),
            Context::List,
            Context::Text,
        ]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Focus(command) = command else {
            return Vec::new();
        };
        let choose = |purpose| vec![Effect::Choose(Choice::new(purpose))];
        match command {
            FocusCommand::Open => {
                self.query = Finder::default();
                let Some(board) = &view.shelf.board else {
                    return Vec::new();
                };
                let (row, column) = self.selected(board);
                behind(row, column, view)
            }
            FocusCommand::Sort => {
                self.sort = self.sort.next();
                vec![Effect::Say(Status::said(view.words.map_sort(self.sort)))]
            }
            FocusCommand::Trend => {
                self.trend = match self.trend {
                    TrendOf::Area => TrendOf::Unit,
                    TrendOf::Unit => TrendOf::Cell,
                    TrendOf::Cell => TrendOf::Area,
                };
                Vec::new()
            }
            FocusCommand::Areas => choose(AreaChoice::Areas),
            FocusCommand::Year => vec![Effect::Go(ScreenId::Year)],
            FocusCommand::LeaveSearch => {
                self.query = Finder::default();
                Vec::new()
            }
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        let Some(board) = &view.shelf.board else {
            return;
        };
        if let Some(side) = command.side() {
            return self.go_to_column(side.of(self.column_place(board)), board);
        }
        let rows = board.ordered(self.sort);
        let (here, visible) = (self.row_place(&rows), map_rows(view.rows));
        let there = list::moved(here, rows.len() + 1, visible, command);
        self.row = Some(rows.get(there).map_or(RowKey::Total, |row| row.key));
    }

    fn finder(&mut self) -> Option<&mut Finder> {
        Some(&mut self.query)
    }

    fn find(&mut self, view: &View) -> Vec<Effect> {
        let Some(board) = &view.shelf.board else {
            return Vec::new();
        };
        let names = board.rows.iter().map(|row| row.name.as_str());
        finder::go(&self.query, names, view, |place| {
            self.row = board.rows.get(place).map(|row| row.key);
        })
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        let today = book.today();
        let cached = book.shelf.board.as_ref();
        if cached.is_none_or(|cached| cached.day != today) {
            let map = book.store.heat_map(today)?;
            let days = book.store.days_held(trend::MEETINGS, today)?;
            let parts = book
                .store
                .traced_parts(days.first().copied().unwrap_or(today))?;
            book.shelf.trend = Some(Trend::new(&map, days, &parts));
            book.shelf.board = Some(Board::new(&map, book.dossier));
        }
        Ok(Vec::new())
    }
}

impl Focus {
    /// Returns the place of the selected row among these; the totals stand behind the last.
    pub(crate) fn row_place(&self, rows: &[&Row]) -> usize {
        match self.row {
            Some(RowKey::Total) => rows.len(),
            Some(key) => rows.iter().position(|row| row.key == key).unwrap_or(0),
            None => 0,
        }
    }

    /// Returns the place of the selected column; the totals stand behind the last.
    pub(crate) fn column_place(&self, board: &Board) -> usize {
        let columns = &board.columns;
        match self.column {
            Some(ColumnKey::Total) => columns.len(),
            Some(key) => columns
                .iter()
                .position(|column| column.key == key)
                .unwrap_or(0),
            None => 0,
        }
    }

    pub(crate) fn selected(&self, board: &Board) -> (RowKey, ColumnKey) {
        let rows = board.ordered(self.sort);
        let row = rows.get(self.row_place(&rows));
        let column = board.columns.get(self.column_place(board));
        (
            row.map_or(RowKey::Total, |row| row.key),
            column.map_or(ColumnKey::Total, |column| column.key),
        )
    }

    fn go_to_column(&mut self, place: usize, board: &Board) {
        let column = board.columns.get(place);
        self.column = Some(column.map_or(ColumnKey::Total, |column| column.key));
    }

    /// Returns what the trend is of.
    pub(crate) fn traced(&self, board: &Board) -> (RowKey, ColumnKey) {
        let (row, column) = self.selected(board);
        match self.trend {
            TrendOf::Area => (RowKey::Total, column),
            TrendOf::Unit => (row, ColumnKey::Total),
            TrendOf::Cell => (row, column),
        }
    }
}

/// Shows the actions of a cell; for a cell of several units or areas, asks which one.
pub(crate) fn behind(row: RowKey, column: ColumnKey, view: &View) -> Vec<Effect> {
    let Some(board) = &view.shelf.board else {
        return Vec::new();
    };
    if board.cell(row, column).is_empty() {
        let why = view.words.why_no_actions_here();
        return vec![Effect::Say(Status::warned(why))];
    }
    let inside = inside(row, column, board);
    match inside.as_slice() {
        [] => {
            let scope = scope(row, column, board);
            vec![
                Effect::Close,
                Effect::Tell(Message::ScopeActions(scope)),
                Effect::Go(ScreenId::Actions),
            ]
        }
        [(row, column)] => behind(*row, *column, view),
        [..] => {
            let purpose = AreaChoice::Behind(row, column);
            vec![Effect::Choose(Choice::new(purpose))]
        }
    }
}

/// Returns the single cells that a cell of several units or areas adds up; nothing for a single cell.
pub(crate) fn inside(row: RowKey, column: ColumnKey, board: &Board) -> Vec<(RowKey, ColumnKey)> {
    if row == RowKey::Others {
        let units = board.units_under(column).into_iter();
        return units
            .map(|(unit, _, _)| (RowKey::Unit(unit), column))
            .collect();
    }
    if column == ColumnKey::Others {
        let areas = board.areas_of(row).into_iter();
        return areas
            .map(|(area, _)| (row, ColumnKey::Line(area.line())))
            .collect();
    }
    Vec::new()
}

/// Returns the scope of the register for a cell.
fn scope(row: RowKey, column: ColumnKey, board: &Board) -> Scope {
    let unit = match row {
        RowKey::Unit(unit) => Some(unit),
        RowKey::Others | RowKey::Total => None,
    };
    let focus = match column {
        ColumnKey::Line(line) => {
            let areas = board
                .columns
                .iter()
                .filter_map(|column| column.area.as_ref());
            let area = areas.chain(&board.past).find(|area| area.line() == line);
            Some(area.map_or(line, |area| area.id))
        }
        ColumnKey::Others | ColumnKey::Total => None,
    };
    Scope { unit, focus }
}

/// Returns the columns of the map on a screen this wide: the names, one area, the totals, one share.
pub(crate) fn columns(wide: u16) -> [u16; 4] {
    let (names, total, share) = if wide < 100 { (17, 10, 5) } else { (22, 14, 7) };
    [names, 6, total, share]
}

/// Returns the rows of the units on a body of this height.
pub(crate) fn map_rows(rows: u16) -> usize {
    usize::from(rows.saturating_sub(HEAD + FOOT)).max(1)
}

/// Rows above the units, and below them.
pub(crate) const HEAD: u16 = 2;

pub(crate) const FOOT: u16 = 8;
