//! What the register and the guided review ask of the book.

use crate::app::App;
use crate::app::actions::Actions;
use crate::app::actions::forms::{ActionsChoice, ActionsForm};
use crate::app::choice::Purpose as ChoicePurpose;
use crate::app::dialogs::{Choice, Dialog, Form};
use crate::app::form::Purpose as FormPurpose;
use crate::app::refresh::lacks;
use crate::app::status::Status;
use crate::meeting::actions::ActionLine;
use crate::meeting::cell::Id;
use crate::meeting::page::Part;
use crate::meeting::review::Round;
use crate::meeting::rows::Action;
use crate::store::Failure;

impl App {
    /// The lines of the register around the selected one, the action on it, and the parts that are selected.
    pub(crate) fn ask_actions(&mut self) -> Result<(), Failure> {
        self.ask_lexicon()?;
        self.ask_register()?;
        let screen = &self.place.screens.actions;
        let register = self.room.shelf.actions.as_ref();
        let selected = register.and_then(|(_, register)| register.page.get(screen.selected));
        let shown = screen.parts.or(selected.map(|line| line.action.id));
        self.ask_card(shown)?;
        if self.room.shelf.card.is_none() {
            // Whoever took it out of the register took its page along.
            self.place.screens.actions.parts = None;
        }
        self.ask_chosen()
    }

    fn ask_register(&mut self) -> Result<(), Failure> {
        let today = self.room.now.date_naive();
        let Some(lexicon) = &self.room.shelf.lexicon else {
            return Ok(());
        };
        let screen = &mut self.place.screens.actions;
        let query = screen.query(lexicon, today);
        let cached = self.room.shelf.actions.as_ref();
        let cached = cached.filter(|(of, _)| *of == query);
        let page = cached.map(|(_, register)| &register.page);
        if !lacks(page, screen.selected, self.room.size.1) {
            return Ok(());
        }
        // Where only other lines are wanted, the groups are what they were.
        let groups = cached.map(|(_, register)| register.groups.clone());
        let part = Part::around(screen.selected);
        let register = self.room.store.register_page(&query, part, groups)?;
        let mut lines = register.page.lines.iter();
        let here = lines.position(|line| stands_on(screen, line));
        let here = here.map_or(screen.selected, |position| register.page.from + position);
        screen.selected = here.min(register.page.total.saturating_sub(1));
        self.room.shelf.actions = Some((query, register));
        Ok(())
    }

    /// An action whole.
    fn ask_card(&mut self, wanted: Option<Id<Action>>) -> Result<(), Failure> {
        let cached = self.room.shelf.card.as_ref();
        let cached = cached.map(|card| card.line.action.id);
        if cached != wanted {
            let today = self.room.now.date_naive();
            let card = wanted.map(|id| self.room.store.action_card(id, today));
            self.room.shelf.card = card.transpose()?.flatten();
        }
        Ok(())
    }

    fn ask_chosen(&mut self) -> Result<(), Failure> {
        let marked = &self.place.screens.actions.marked;
        let cached = self.room.shelf.chosen.iter().flatten();
        let is_cached = cached
            .map(|part| part.assignment.id)
            .eq(marked.iter().copied());
        if !is_cached {
            let chosen = self.room.store.parts(marked)?;
            // Another desk may have taken some away.
            self.place.screens.actions.marked =
                chosen.iter().map(|part| part.assignment.id).collect();
            self.room.shelf.chosen = Some(chosen);
        }
        Ok(())
    }

    /// The round of the review, and the action whose turn it is.
    pub(crate) fn ask_review(&mut self) -> Result<(), Failure> {
        self.ask_lexicon()?;
        if self.place.screens.review.round.is_none() {
            let queue = self.room.store.review_queue(self.room.now.date_naive())?;
            self.place.screens.review.round = Some(Round::new(queue, self.room.now));
        }
        // What has gone meanwhile needs no look any more.
        while let Some(round) = &mut self.place.screens.review.round {
            let Some(turn) = round.current() else { break };
            self.ask_card(Some(turn))?;
            if self.room.shelf.card.is_some() {
                break;
            }
            if let Some(round) = &mut self.place.screens.review.round {
                round.drop_current();
            }
        }
        let began = self.place.screens.review.round.as_ref().map(Round::began);
        if let (None, Some(began)) = (&self.room.shelf.looked, began) {
            self.room.shelf.looked = Some(self.room.store.looked_at_since(began)?);
        }
        Ok(())
    }

    /// What a form of the register is about: an action, or one part.
    pub(crate) fn ask_for_report(&mut self, form: ActionsForm) -> Result<(), Failure> {
        if let Some(id) = form.action() {
            return self.ask_card(Some(id));
        }
        let ActionsForm::Report(id) = form else {
            return Ok(());
        };
        let cached = self.room.shelf.part.as_ref();
        if cached.is_none_or(|part| part.assignment.id != id) {
            self.room.shelf.part = self.room.store.parts(&[id])?.pop();
        }
        Ok(())
    }

    /// What a filter may name.
    pub(crate) fn ask_lexicon(&mut self) -> Result<(), Failure> {
        if self.room.shelf.lexicon.is_none() {
            self.room.shelf.lexicon = Some(self.room.store.lexicon()?);
        }
        Ok(())
    }

    /// The filters that were given names, where they are chosen or one is kept.
    pub(crate) fn ask_saved(&mut self) -> Result<(), Failure> {
        let is_wanted = matches!(
            &self.place.dialog,
            Some(
                Dialog::Choice(Choice {
                    purpose: ChoicePurpose::Actions(ActionsChoice::Saved(_)),
                    ..
                }) | Dialog::Form(Form {
                    purpose: FormPurpose::Actions(_),
                    ..
                })
            )
        );
        if is_wanted && self.room.shelf.saved.is_none() {
            self.room.shelf.saved = Some(self.room.store.saved_filters()?);
        }
        Ok(())
    }

    /// Selects the parts that are still owed: those of the action that is shown whole, or of all lines.
    pub(crate) fn select_parts(&mut self) -> bool {
        let cached = &self.room.shelf;
        let found = match (&self.place.screens.actions.parts, &cached.card) {
            (Some(_), Some(card)) => {
                let parts = card.parts.iter().map(|part| &part.assignment);
                let open = parts.filter(|part| part.state.is_open());
                let ids: Vec<_> = open.map(|part| part.id).collect();
                let total = ids.len();
                Ok((ids, total))
            }
            (_, _) => match &cached.actions {
                Some((query, _)) => self.room.store.open_parts(query),
                None => Ok((Vec::new(), 0)),
            },
        };
        match found {
            Ok((ids, total)) => {
                let sentence = self.room.words.told_selected_of(ids.len(), total);
                self.status = Some(Status::said(sentence));
                self.place.screens.actions.marked = ids;
            }
            Err(failure) => drop(self.fail(&failure)),
        }
        true
    }
}

/// Says whether a line is the one that the selection stood on.
fn stands_on(screen: &Actions, line: &ActionLine) -> bool {
    let unit = line.part.as_ref().map(|part| part.unit);
    Some(line.action.id) == screen.action && (unit == screen.unit || screen.unit.is_none())
}
