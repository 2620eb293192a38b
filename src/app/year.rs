//! Cả năm: attendance, speaking time, issues and actions of a year, month by month as bars, or unit by unit.

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, ScreenId, YearCommand};
use crate::app::effect::Effect;
use crate::app::export::ExportForm;
use crate::app::form::Form;
use crate::app::keymap::Context;
use crate::app::list::{Listing, Side};
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::view::View;
use crate::meeting::year::Yearbook;
use crate::store::Failure;

/// The year that a page shows; at first, that of the open meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct YearShown(Option<i32>);

impl YearShown {
    /// Returns the year, or else the one that is shown at first.
    pub(crate) fn or(self, first: i32) -> i32 {
        self.0.unwrap_or(first)
    }

    /// Goes to the year beside it.
    pub(crate) fn turn(&mut self, side: Side, first: i32) {
        let year = self.or(first);
        self.0 = Some(match side {
            Side::Left => (year - 1).max(1900),
            Side::Right => (year + 1).min(9999),
        });
    }
}

/// Where the user is on the page of the year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Year {
    pub(crate) year: YearShown,
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
                let year = self.year.or(view.year());
                vec![Effect::Fill(Form::open(ExportForm::Year(year), view))]
            }
        }
    }

    fn turn(&mut self, side: Side, view: &View) -> bool {
        self.year.turn(side, view.year());
        true
    }

    fn listing(&mut self, view: &View) -> Option<Listing<'_>> {
        let yearbook = view.shelf.yearbook.as_ref();
        let total = yearbook.map_or(0, |yearbook| yearbook.units.len());
        let rows = usize::from(view.rows.saturating_sub(HEAD + FOOT));
        Some(Listing::text(&mut self.first, total, rows))
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        let year = self.year.or(book.year());
        let cached = book.shelf.yearbook.as_ref();
        if cached.is_none_or(|cached| cached.year != year) {
            let facts = book.store.year_facts(year, book.today())?;
            book.shelf.yearbook = Some(Yearbook::new(year, &facts));
        }
        Ok(Vec::new())
    }
}
