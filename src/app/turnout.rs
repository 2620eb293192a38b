//! Dự họp cả năm: for each unit its attendance, the ranks sent, its late arrivals; the last meetings of one unit.

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, ScreenId, TurnoutCommand};
use crate::app::effect::Effect;
use crate::app::export::ExportForm;
use crate::app::form::Form;
use crate::app::keymap::Context;
use crate::app::list::{Listing, Side};
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::view::View;
use crate::app::year::YearShown;
use crate::meeting::turnout::{self, TurnoutYear, YearLine};
use crate::store::Failure;

/// Where the user is in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Turnout {
    pub(crate) year: YearShown,
    /// The selected line.
    pub(crate) selected: usize,
}

/// Rows of the history of the selected unit, below the table.
pub(crate) const HISTORY: u16 = 14;

/// The least height of the body with room for the history.
const TALL: u16 = 30;

impl Screen for Turnout {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Screen(ScreenId::Turnout), Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Turnout(command) = command else {
            return Vec::new();
        };
        match command {
            TurnoutCommand::Leave => vec![Effect::Go(ScreenId::RollCall)],
            TurnoutCommand::Export => {
                let year = self.year.or(view.year());
                vec![Effect::Fill(Form::open(ExportForm::Turnout(year), view))]
            }
        }
    }

    fn turn(&mut self, side: Side, view: &View) -> bool {
        self.year.turn(side, view.year());
        true
    }

    fn listing(&mut self, view: &View) -> Option<Listing<'_>> {
        let total = view.shelf.year.as_ref().map_or(0, |year| year.units.len());
        let rows = table_rows(view.rows);
        Some(Listing::new(&mut self.selected, total, rows))
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        let year = self.year.or(book.year());
        let cached = book.shelf.year.as_ref();
        if cached.is_none_or(|cached| cached.year != year) {
            let records = book.store.seats_in(year)?;
            book.shelf.year = Some(turnout::year(year, &records));
        }
        let line = book.shelf.year.as_ref().and_then(|year| self.line(year));
        if let Some(unit) = line
            .map(|line| line.unit)
            .filter(|_| shows_history(book.rows))
        {
            book.history(unit, None)?;
        }
        Ok(Vec::new())
    }
}

impl Turnout {
    /// Returns the selected line.
    pub(crate) fn line<'a>(&self, year: &'a TurnoutYear) -> Option<&'a YearLine> {
        year.units
            .get(self.selected.min(year.units.len().saturating_sub(1)))
    }
}

/// Says whether a body of this height shows the history of the selected unit.
pub(crate) fn shows_history(rows: u16) -> bool {
    rows >= TALL
}

pub(crate) fn table_rows(rows: u16) -> usize {
    let history = if shows_history(rows) { HISTORY } else { 0 };
    usize::from(rows.saturating_sub(3 + history)).max(1)
}
