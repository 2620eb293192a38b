//! Rà soát: a walk through the actions that need a look, one at a time, that can be left and goes on from there.

use serde::{Deserialize, Serialize};

use crate::app::actions::extensions;
use crate::app::actions::forms::{self, ActionsForm};
use crate::app::actions::marks::mark;
use crate::app::actions::{card_of, choices, files as actions_files};
use crate::app::command::{Command, ListCommand, ReviewCommand, ScreenId};
use crate::app::effect::Effect;
use crate::app::keymap::Context;
use crate::app::list;
use crate::app::message::Message;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::actions::{ActionCard, AssignmentLine, code};
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::review::{Round, first_part, look};
use crate::meeting::rows::Action;
use crate::store::Failure;

/// Where the user is in the review.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Review {
    /// The round, once one has begun.
    pub(crate) round: Option<Round>,
    /// The selected part of the action whose turn it is; at first, the one that is looked at first.
    pub(crate) part: Option<usize>,
}

impl Screen for Review {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Screen(ScreenId::Review), Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Review(command) = command else {
            return Vec::new();
        };
        let turn = self.round.as_ref().and_then(Round::current);
        let card = card_of(view).filter(|card| Some(card.line.action.id) == turn);
        match (command, card) {
            (ReviewCommand::Leave, _) => vec![Effect::Go(ScreenId::Actions)],
            (ReviewCommand::Skip, _) => self.step(Round::go_on),
            (ReviewCommand::Back, _) => self.step(Round::back),
            (ReviewCommand::Anew, _) => {
                (self.round, self.part) = (None, None);
                Vec::new()
            }
            // Actions that were skipped are walked through again.
            (ReviewCommand::Settle, None) => {
                let left = self.round.take().map(|round| round.again(looked(view)));
                self.round = left.filter(|round| round.current().is_some());
                Vec::new()
            }
            (_, Some(card)) => self.on_card(command, card, view),
            (_, None) => vec![Effect::Say(Status::warned(view.words.why_nothing_here()))],
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        let Some(card) = card_of(view) else { return };
        let rows = usize::from(view.rows / 2).max(1);
        self.part = Some(list::moved(self.at(card), card.parts.len(), rows, command));
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        book.lexicon()?;
        if self.round.is_none() {
            let queue = book.store.review_queue(book.today())?;
            self.round = Some(Round::new(queue, book.now));
        }
        // A deleted action needs no look any more.
        while let Some(turn) = self.round.as_ref().and_then(Round::current) {
            book.card(Some(turn))?;
            if book.shelf.card.is_some() {
                break;
            }
            if let Some(round) = &mut self.round {
                round.drop_current();
            }
        }
        let began = self.round.as_ref().map(Round::began);
        if let (None, Some(began)) = (&book.shelf.looked, began) {
            book.shelf.looked = Some(book.store.looked_at_since(began)?);
        }
        Ok(Vec::new())
    }
}

impl Review {
    pub(crate) fn at(&self, card: &ActionCard) -> usize {
        let last = card.parts.len().saturating_sub(1);
        self.part.unwrap_or_else(|| first_part(card)).min(last)
    }

    /// Goes on to the next action: the one whose turn it was has been looked at.
    pub(crate) fn settle(&mut self) {
        self.step(Round::go_on);
    }

    fn step(&mut self, step: fn(&mut Round)) -> Vec<Effect> {
        self.part = None;
        if let Some(round) = &mut self.round {
            step(round);
        }
        Vec::new()
    }

    /// Runs a command on the action whose turn it is, or on its selected part.
    fn on_card(&mut self, command: ReviewCommand, card: &ActionCard, view: &View) -> Vec<Effect> {
        let id = card.line.action.id;
        self.part = Some(self.at(card));
        let part = card.parts.get(self.at(card));
        let nobody = || vec![Effect::Say(Status::warned(view.words.why_pick_a_unit()))];
        let on_part = |act: &dyn Fn(&AssignmentLine) -> Vec<Effect>| part.map_or_else(nobody, act);
        match command {
            ReviewCommand::Settle => settle(card, None, view),
            ReviewCommand::Note => vec![forms::show(ActionsForm::Note(id), view)],
            ReviewCommand::Extend => extensions::begin(card, part, view),
            ReviewCommand::Details => vec![forms::show(ActionsForm::Details(id), view)],
            ReviewCommand::Mark(state) => on_part(&|part| mark(part, state, view)),
            ReviewCommand::Report => {
                let form = |part: &AssignmentLine| ActionsForm::Report(part.assignment.id);
                on_part(&|part| vec![forms::show(form(part), view)])
            }
            ReviewCommand::HandOver => on_part(&|part| choices::hand_over(&part.assignment)),
            ReviewCommand::Remind => actions_files::remind(part.map(|part| part.assignment.unit)),
            ReviewCommand::Leave
            | ReviewCommand::Skip
            | ReviewCommand::Back
            | ReviewCommand::Anew => Vec::new(),
        }
    }
}

/// Returns the actions that were looked at since the round began.
pub(crate) fn looked<'a>(view: &View<'a>) -> &'a [Id<Action>] {
    view.shelf.looked.as_deref().unwrap_or_default()
}

/// Notes that the action was looked at, and goes on to the next.
pub(crate) fn settle(card: &ActionCard, note: Option<String>, view: &View) -> Vec<Effect> {
    let label = view.words.told_reviewed(&code(card.line.action.number));
    let change = look(card.line.action.id, note, view.now, view.ids);
    vec![
        Effect::Commit(Transaction::new(label, vec![change])),
        Effect::Tell(Message::ReviewNext),
    ]
}
