//! The marks of the register: the selected parts, and the report that a digit writes on one or on all of them.

use crate::app::actions::forms::{self, ActionsForm};
use crate::app::actions::{Actions, card_of};
use crate::app::command::ListCommand;
use crate::app::effect::Effect;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::actions::report::{self, Report};
use crate::meeting::actions::{ActionCard, AssignmentLine};
use crate::meeting::change::Transaction;
use crate::meeting::code::AssignmentState;
use crate::text::find::best;
use crate::text::finder::Finder;

impl Actions {
    pub(super) fn unmark(&mut self) -> Vec<Effect> {
        self.marked = Vec::new();
        Vec::new()
    }

    /// Selects the part under the cursor to be reported with others, or lets it go, and goes on to the next.
    pub(super) fn select(&mut self, view: &View) -> Vec<Effect> {
        let Some(part) = self.own_part(view) else {
            return vec![Effect::Say(Status::warned(view.words.why_pick_a_unit()))];
        };
        let part = part.assignment.id;
        match self.marked.iter().position(|id| *id == part) {
            Some(place) => drop(self.marked.remove(place)),
            None => self.marked.push(part),
        }
        self.list(ListCommand::Down, view);
        let sentence = view.words.register_marked(self.marked.len());
        vec![Effect::Say(Status::said(sentence))]
    }

    /// Returns the part that the cursor stands on.
    pub(super) fn own_part<'a>(&self, view: &View<'a>) -> Option<&'a AssignmentLine> {
        let card = card_of(view)?;
        if self.parts.is_some() {
            return card.parts.get(self.place(card));
        }
        let own = self.line(view)?.part.as_ref()?.id;
        card.parts.iter().find(|part| part.assignment.id == own)
    }

    /// Brings the selected parts to a state, or the one under the cursor; an action of many units opens first.
    pub(super) fn mark(&mut self, typed: &str, state: AssignmentState, view: &View) -> Vec<Effect> {
        let warned = |why: String| vec![Effect::Say(Status::warned(why))];
        if !typed.is_empty() && self.first_match(typed, view).is_none() {
            self.sieve.find = Finder::of(typed);
            return warned(view.words.why_nobody_found(typed));
        }
        if !self.marked.is_empty() {
            return forms::report_marked(&Report::of(state), view).unwrap_or_else(warned);
        }
        if let Some(several) = self.ambiguous(typed, view) {
            self.sieve.find = Finder::of(typed);
            return warned(view.words.why_ambiguous(&several));
        }
        if let Some(part) = self.own_part(view) {
            return mark(part, state, view);
        }
        self.parts = self.action;
        warned(view.words.why_pick_a_unit().to_owned())
    }

    /// Returns the names of the matching units when the typed text fits several of them.
    pub(super) fn ambiguous(&self, typed: &str, view: &View) -> Option<String> {
        let card = card_of(view).filter(|_| self.parts.is_some() && !typed.is_empty())?;
        let matching_parts = matching(typed, card);
        let parts = matching_parts.iter().filter_map(|n| card.parts.get(*n));
        let names: Vec<&str> = parts.map(|part| part.unit.as_str()).collect();
        (names.len() > 1).then(|| names.join(", "))
    }

    pub(super) fn report(&mut self, view: &View) -> Vec<Effect> {
        if !self.marked.is_empty() {
            return vec![forms::show(ActionsForm::ReportMarked, view)];
        }
        if let Some(part) = self.own_part(view) {
            return vec![forms::show(ActionsForm::Report(part.assignment.id), view)];
        }
        self.parts = self.action;
        Vec::new()
    }
}

/// Sets the state of one part; when it cannot be accepted or already has the state, says why.
pub(crate) fn mark(part: &AssignmentLine, state: AssignmentState, view: &View) -> Vec<Effect> {
    let words = view.words;
    match report::mark(part, state, view.moment()) {
        Ok(changes) => {
            let label = words.told_part(&part.unit, words.assignment_state(state));
            vec![Effect::Commit(Transaction::new(label, changes))]
        }
        Err(refusal) => {
            let why = words.report_refusal(refusal, &part.unit);
            vec![Effect::Say(Status::warned(why))]
        }
    }
}

/// Returns the positions of the parts whose units match the typed name best. Parts that were handed over count only if
/// no other matches: the new ward may have the name of the old one.
pub(super) fn matching(typed: &str, card: &ActionCard) -> Vec<usize> {
    let names = card.parts.iter().map(|part| part.unit.as_str());
    let best_fits = best(typed, names);
    let is_own = |place: &&usize| {
        let part = card.parts.get(**place);
        part.is_some_and(|part| part.assignment.state != AssignmentState::HandedOver)
    };
    let own: Vec<usize> = best_fits.iter().filter(is_own).copied().collect();
    if own.is_empty() { best_fits } else { own }
}
