//! A choice: options to pick one of, narrowed by letters; a digit picks at once where the options are numbered.
#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "the variants go one after another"
)]

use serde::{Deserialize, Serialize};

use crate::app::actions::forms::ActionsChoice;
use crate::app::choice::{ChoicePurpose, ChoiceSpec, Offered};
use crate::app::effect::Effect;
use crate::app::issues::forms as issues;
use crate::app::issues::forms::IssuesChoice;
use crate::app::kept::Kept;
use crate::app::offers;
use crate::app::picks;
use crate::app::plan::PlanFrom;
use crate::app::questions::Questions;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::code::Rank;
use crate::meeting::focus::{ColumnKey, RowKey};
use crate::meeting::notes::EntryId;
use crate::meeting::rows::{AgendaItem, Assignment, Seat};
use crate::store::Failure;
use crate::words::Words;

/// What is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
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
    /// Something of the register.
    Actions(ActionsChoice),
}

impl Kept for Purpose {
    const NAME: &'static str = "Old";
}

impl ChoicePurpose for Purpose {
    fn spec(&self, view: &View) -> ChoiceSpec {
        let options = offers::options(self, view).into_iter();
        let options = options.map(|option| {
            let pick = option.pick;
            Offered::new(option.label, option.hint, move |view| {
                picks::effects(pick.clone(), view)
            })
        });
        let mut spec = ChoiceSpec::new(title(self, view.words), options.collect());
        if !offers::numbered(self) {
            spec = spec.unnumbered();
        }
        spec
    }

    fn ask(&self, _: &str, book: &mut Questions) -> Result<(), Failure> {
        match self {
            Self::HandOver(part) => book.handing(*part),
            Self::Plan | Self::PlanRoster { .. } | Self::Roster => book.offer(),
            Self::Actions(ActionsChoice::Saved(_)) => book.saved_filters(),
            _ => Ok(()),
        }
    }
}

fn title(purpose: &Purpose, words: Words) -> &'static str {
    match purpose {
        Purpose::Plan => words.choose_plan(),
        Purpose::PlanRoster { .. } | Purpose::Roster => words.choose_roster(),
        Purpose::HandOver(_) => words.choose_hand_over(),
        Purpose::Actions(ActionsChoice::Arrange) => words.choose_grouping(),
        Purpose::Actions(ActionsChoice::Saved(_)) => words.choose_saved_filter(),
    }
}
