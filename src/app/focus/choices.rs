//! The choices of the focus areas: which one is edited, what becomes of it, whose actions a cell of several shows.

use serde::{Deserialize, Serialize};

use crate::app::choice::{Choice, ChoicePurpose, ChoiceSpec, Offered};
use crate::app::effect::Effect;
use crate::app::focus;
use crate::app::focus::forms::{AreaForm, area_of, form, known};
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::focus::edit;
use crate::meeting::focus::{Board, ColumnKey, RowKey};
use crate::meeting::rows::FocusArea;
use crate::store::Failure;
use crate::text::dates::short_date;
use crate::words::Words;

/// A choice of the focus areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum AreaChoice {
    /// Which one is edited.
    Areas,
    /// What becomes of one.
    Deed(Id<FocusArea>),
    /// Of which unit or area in a cell of several the actions are shown.
    Behind(RowKey, ColumnKey),
}

impl Kept for AreaChoice {
    const NAME: &'static str = "Focus";
}

impl ChoicePurpose for AreaChoice {
    fn spec(&self, view: &View) -> ChoiceSpec {
        let words = view.words;
        match *self {
            Self::Areas => ChoiceSpec::new(words.choose_areas(), areas(view)).unnumbered(),
            Self::Deed(area) => {
                let deeds = [
                    (words.option_revise_area(), AreaForm::Revise(area)),
                    (words.option_retire_area(), AreaForm::Retire(area)),
                    (words.option_correct_area(), AreaForm::Correct(area)),
                ];
                let deeds = deeds.map(|(label, of)| offer(label, of));
                ChoiceSpec::new(words.choose_area_deed(), deeds.into()).about(area_of(area, view))
            }
            Self::Behind(row, column) => {
                let offered = behind(row, column, view);
                ChoiceSpec::new(words.choose_behind(), offered).unnumbered()
            }
        }
    }

    fn ask(&self, _: &str, book: &mut Questions) -> Result<(), Failure> {
        match self {
            Self::Areas | Self::Deed(_) => book.areas(),
            Self::Behind(..) => Ok(()),
        }
    }
}

fn offer(label: &str, of: AreaForm) -> Offered {
    Offered::new(label, "", move |view| form(of, view))
}

/// Offers a new area, then the latest row of each area, ended ones last.
fn areas(view: &View) -> Vec<Offered> {
    let words = view.words;
    let new = offer(words.option_new_area(), AreaForm::New);
    let listed = edit::latest(known(view)).into_iter().map(|used| {
        let area = &used.area;
        let from = short_date(area.valid_from);
        let validity = match area.valid_to {
            Some(last) => words.area_span(&from, &short_date(last)),
            None => words.area_since(&from),
        };
        let (number, name) = (words.focus_short(area.number), words.area_name(area));
        let deed = AreaChoice::Deed(area.id);
        Offered::new(format!("{number} {name}"), validity, move |_| {
            vec![Effect::Choose(Choice::new(deed))]
        })
    });
    std::iter::once(new).chain(listed).collect()
}

/// Offers the units, or the areas, that a cell of several holds.
fn behind(row: RowKey, column: ColumnKey, view: &View) -> Vec<Offered> {
    let Some(board) = &view.shelf.board else {
        return Vec::new();
    };
    let inside = focus::inside(row, column, board).into_iter();
    inside
        .map(|(row, column)| {
            let tally = view.words.tally(board.cell(row, column));
            Offered::new(name(row, column, board, view.words), tally, move |view| {
                focus::behind(row, column, view)
            })
        })
        .collect()
}

fn name(row: RowKey, column: ColumnKey, board: &Board, words: Words) -> String {
    let unit = board
        .outside
        .iter()
        .find(|(unit, _)| RowKey::Unit(*unit) == row);
    if let Some((_, name)) = unit {
        return name.clone();
    }
    let mut areas = board.past.iter();
    let area = areas.find(|area| ColumnKey::Line(area.line()) == column);
    area.map_or_else(String::new, |area| {
        let number = words.focus_short(area.number);
        format!("{number} {}", words.area_name(area))
    })
}
