//! Cả năm: attendance, speaking time, issues and actions of a year, month by month as bars, or unit by unit.

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, ListCommand, ScreenId, YearCommand};
use crate::app::effect::Effect;
use crate::app::export::ExportForm;
use crate::app::form::Form;
use crate::app::keymap::Context;
use crate::app::list;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::view::View;
use crate::meeting::year::Yearbook;
use crate::store::Failure;

/// Where the user is on the page of the year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Year {
    /// The year that is shown; at first, that of the open meeting.
    pub(crate) year: Option<i32>,
    /// Whether the units are shown in the place of the months.
    pub(crate) by_unit: bool,
    /// The first unit that is shown.
    pub(crate) first: usize,
}

/// Rows above the chart or the table, and below it.
pub(crate) const HEAD: u16 = 2;

pub(crate) const FOOT: u16 = 2;

impl Screen for Year {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Screen(ScreenId::Year), Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Year(command) = command else {
            return Vec::new();
        };
        match command {
            YearCommand::Leave => vec![Effect::Go(ScreenId::Focus)],
            YearCommand::Other => {
                (self.by_unit, self.first) = (!self.by_unit, 0);
                Vec::new()
            }
            YearCommand::Export => {
                let year = self.year(view);
                vec![Effect::Fill(Form::open(ExportForm::Year(year), view))]
            }
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        let year = self.year(view);
        match command {
            ListCommand::Left => self.year = Some((year - 1).max(1900)),
            ListCommand::Right => self.year = Some((year + 1).min(9999)),
            ListCommand::Up
            | ListCommand::Down
            | ListCommand::PageUp
            | ListCommand::PageDown
            | ListCommand::First
            | ListCommand::Last => {
                let total = view
                    .shelf
                    .yearbook
                    .as_ref()
                    .map_or(0, |book| book.units.len());
                let rows = usize::from(view.rows.saturating_sub(HEAD + FOOT));
                let steps = (total + 1).saturating_sub(rows);
                self.first = list::moved(self.first, steps, rows, command);
            }
        }
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        let year = self.year.unwrap_or_else(|| book.year());
        let cached = book.shelf.yearbook.as_ref();
        if cached.is_none_or(|cached| cached.year != year) {
            let facts = book.store.year_facts(year, book.today())?;
            book.shelf.yearbook = Some(Yearbook::new(year, &facts));
        }
        Ok(Vec::new())
    }
}

impl Year {
    /// Returns the year that is shown.
    pub(crate) fn year(&self, view: &View) -> i32 {
        self.year.unwrap_or_else(|| view.year())
    }
}
