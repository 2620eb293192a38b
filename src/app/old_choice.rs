//! A choice: options to pick one of, narrowed by letters; a digit picks at once where the options are numbered.
#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "the variants go one after another"
)]

use serde::{Deserialize, Serialize};

use crate::app::choice::{ChoicePurpose, ChoiceSpec, Offered};
use crate::app::effect::Effect;
use crate::app::issues::forms as issues;
use crate::app::issues::forms::IssuesChoice;
use crate::app::kept::Kept;
use crate::app::offers;
use crate::app::papers::choices as papers;
use crate::app::papers::choices::PapersChoice;
use crate::app::picks;
use crate::app::plan::PlanFrom;
use crate::app::questions::Questions;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::code::Rank;
use crate::meeting::focus::{ColumnKey, RowKey};
use crate::meeting::notes::EntryId;
use crate::meeting::rows::{AgendaItem, FocusArea, Seat};
use crate::store::Failure;
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
    /// Which focus area is edited.
    Areas,
    /// What becomes of a focus area.
    AreaDeed(Id<FocusArea>),
    /// Of which unit or area in a cell of several the actions are shown.
    Behind(RowKey, ColumnKey),
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
        if offers::answers(self) {
            spec = spec.answered();
        }
        spec
    }

    fn ask(&self, typed: &str, book: &mut Questions) -> Result<(), Failure> {
        match self {
            Self::Issues(choice) => choice.ask(typed, book),
            Self::Areas | Self::AreaDeed(_) => book.areas(),
            Self::Plan | Self::PlanRoster { .. } | Self::Roster => book.offer(),
            _ => Ok(()),
        }
    }

    fn cancelled(&self) -> Vec<Effect> {
        let pasted = if let Self::Paste(text) = self {
            Some(Effect::Put(text.clone()))
        } else {
            None
        };
        [Effect::Close].into_iter().chain(pasted).collect()
    }
}

fn title(purpose: &Purpose, words: Words) -> &'static str {
    match purpose {
        Purpose::Palette => words.choose_command(),
        Purpose::Hasty => words.choose_hasty(),
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
        Purpose::Issues(choice) => issues::choice_title(*choice, words),
        Purpose::Papers(choice) => papers::choice_title(choice, words),
        Purpose::Close => words.choose_close(),
        Purpose::Late(_) => words.choose_late(),
        Purpose::Came(..) => words.choose_came(),
        Purpose::Out(_) => words.choose_out(),
        Purpose::Areas => words.choose_areas(),
        Purpose::AreaDeed(_) => words.choose_area_deed(),
        Purpose::Behind(..) => words.choose_behind(),
    }
}
