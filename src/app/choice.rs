//! A choice: options to pick one of, narrowed by letters; a digit picks at once where the options are numbered.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::app::actions::forms::ActionsChoice;
use crate::app::command::{ChoiceCommand, Command, EditCommand, ListCommand};
use crate::app::effect::{Effect, Export};
use crate::app::issues::forms::IssuesChoice;
use crate::app::keymap::Context;
use crate::app::offers::{self, Offered};
use crate::app::papers::choices::PapersChoice;
use crate::app::plan::PlanFrom;
use crate::app::screen::Screen;
use crate::app::settings::forms::SettingsChoice;
use crate::app::status::Status;
use crate::app::view::View;
use crate::app::{finder, list, picks};
use crate::meeting::cell::Id;
use crate::meeting::code::Rank;
use crate::meeting::focus::{ColumnKey, RowKey};
use crate::meeting::notes::EntryId;
use crate::meeting::rows::{AgendaItem, Assignment, FocusArea, Seat};
use crate::text::find::{find_all, fit};
use crate::text::finder::Finder;

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
    pub query: Finder,
    /// The option that Enter picks, counted among those that are shown.
    pub selected: usize,
}

/// Rows that a choice shows at most.
pub(crate) const ROWS: u16 = 16;

impl Screen for Choice {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Choice, Context::Text, Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Choice(command) = command else {
            return Vec::new();
        };
        match command {
            ChoiceCommand::Cancel => {
                // A paste is not let go of: it goes where one line would have gone.
                let kept = self.pasted().map(|text| Effect::Put(text.to_owned()));
                [Effect::Close].into_iter().chain(kept).collect()
            }
            ChoiceCommand::Pick => self.pick(self.shown(view), self.selected, view),
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        let total = self.shown(view).len();
        self.selected = list::moved(self.selected, total, usize::from(ROWS) + 1, command);
    }

    fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        if let EditCommand::Type(c) = command
            && let Some(digit) = c.to_digit(10)
            && self.query.is_blank()
            && offers::numbered(&self.purpose)
        {
            let position = (digit as usize).wrapping_sub(1);
            let shown = self.shown(view);
            return if position < shown.len() {
                self.pick(shown, position, view)
            } else {
                Vec::new()
            };
        }
        self.selected = 0;
        finder::edit(&mut self.query, command, view)
    }

    fn paste(&mut self, text: &str, view: &View) -> Vec<Effect> {
        self.selected = 0;
        finder::paste(&mut self.query, text, view)
    }
}

impl Choice {
    /// Returns a choice in which nothing was typed yet.
    pub fn new(purpose: Purpose) -> Self {
        Self {
            purpose,
            query: Finder::default(),
            selected: 0,
        }
    }

    /// Returns the pasted text, if the choice is about one.
    fn pasted(&self) -> Option<&str> {
        if let Purpose::Paste(text) = &self.purpose {
            Some(text)
        } else {
            None
        }
    }

    fn pick(&self, shown: Vec<Offered>, position: usize, view: &View) -> Vec<Effect> {
        match shown.into_iter().nth(position) {
            Some(option) => picks::effects(option.pick, view),
            None => vec![Effect::Say(Status::warned(
                view.words.why_no_option(self.query.text()),
            ))],
        }
    }

    /// Returns the options that match the typed words, matches by name or initials first.
    pub(crate) fn shown(&self, view: &View) -> Vec<Offered> {
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
}
