//! The review of conclusions of earlier meetings: read aloud by focus area, and marked unit by unit while it is read.

pub(crate) mod sentences;

use serde::{Deserialize, Serialize};

use crate::app::actions::choices;
use crate::app::command::{Command, EditCommand, ListCommand, LookBackCommand};
use crate::app::effect::{Effect, Opening, no_meeting};
use crate::app::finder;
use crate::app::keymap::Context;
use crate::app::list;
use crate::app::message::Message;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::actions::{AssignmentLine, code, report};
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::code::AssignmentState;
use crate::meeting::look_back::{Retrospect, Reviewed, next_owed, sum};
use crate::meeting::rows::Action;
use crate::store::Failure;
use crate::text::find::best;
use crate::text::finder::Finder;

/// Where the user is in the review.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct LookBack {
    /// The place of the selected action among all of the review.
    pub(crate) selected: usize,
    /// The action whose units are shown.
    pub(crate) opened: Option<Id<Action>>,
    /// The place of the selected unit among the parts of the action.
    pub(crate) part: usize,
    /// The search for a unit.
    pub(crate) query: Finder,
}

impl Screen for LookBack {
    fn contexts(&self) -> &'static [Context] {
        if self.has_field() {
            return &[Context::LookBack, Context::Text, Context::List];
        }
        &[Context::LookBack, Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::LookBack(command) = command else {
            return Vec::new();
        };
        let Some(all) = retrospect(view) else {
            return no_meeting(view.words);
        };
        let line = self.opened_line(all);
        match command {
            LookBackCommand::Cancel => self.leave(),
            LookBackCommand::Open if self.opened.is_some() => self.leave(),
            LookBackCommand::Open => self.open(all),
            LookBackCommand::Mark(state) => self.mark(all, state, view),
            LookBackCommand::HandOver => self.hand_over(all, view),
            LookBackCommand::NextOwed => {
                let from = line.and_then(|line| next_owed(&line.parts, self.part + 1));
                self.part = from.unwrap_or(self.part);
                Vec::new()
            }
            LookBackCommand::Note => note(all, view),
            LookBackCommand::Copy => vec![Effect::Copy(sentences::whole(all, view))],
            LookBackCommand::ReadBack => {
                vec![Effect::Show(Opening::Conclusions)]
            }
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        let Some(all) = retrospect(view) else { return };
        match self.opened_line(all) {
            Some(line) => {
                self.query = Finder::default();
                self.part = list::moved(self.part, line.parts.len(), PAGE + 1, command);
            }
            None => self.selected = list::moved(self.selected, all.lines.len(), PAGE + 1, command),
        }
    }

    fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        let Some(line) = retrospect(view).and_then(|all| self.opened_line(all)) else {
            return Vec::new();
        };
        let full = finder::edit(&mut self.query, command, view);
        let names = line.parts.iter().map(|part| part.unit.as_str());
        if let Some(first) = best(self.query.text(), names).first() {
            self.part = *first;
        }
        full
    }

    fn lets_undo_pass(&self) -> bool {
        true
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        let Some(dossier) = book.dossier else {
            return Ok(Vec::new());
        };
        let meeting = &dossier.meeting;
        let cached = book.shelf.look_back.as_ref();
        if cached.is_none_or(|cached| cached.meeting != meeting.id) {
            let retrospect = book.store.retrospect(meeting, book.today())?;
            book.shelf.look_back = Some(retrospect);
        }
        Ok(Vec::new())
    }
}

impl LookBack {
    /// Says whether letters find a unit.
    pub(crate) fn has_field(&self) -> bool {
        self.opened.is_some()
    }

    /// Empties the typed text, or goes back to the list, or closes the review.
    fn leave(&mut self) -> Vec<Effect> {
        if !self.query.is_blank() {
            self.query = Finder::default();
        } else if self.opened.take().is_none() {
            return vec![Effect::Back];
        }
        Vec::new()
    }

    fn open(&mut self, all: &Retrospect) -> Vec<Effect> {
        if let Some(line) = self.selected_line(all) {
            self.opened = Some(line.action.id);
            self.part = next_owed(&line.parts, 0).unwrap_or(0);
        }
        Vec::new()
    }

    fn selected_line<'a>(&self, all: &'a Retrospect) -> Option<&'a Reviewed> {
        all.lines
            .get(self.selected.min(all.lines.len().saturating_sub(1)))
    }

    pub(crate) fn opened_line<'a>(&self, all: &'a Retrospect) -> Option<&'a Reviewed> {
        all.lines
            .iter()
            .find(|line| Some(line.action.id) == self.opened)
    }

    /// Sets the state of the selected part, or of the only part of the selected action; a typed text has to fit a unit.
    fn mark(&mut self, all: &Retrospect, state: AssignmentState, view: &View) -> Vec<Effect> {
        let Some((line, part)) = self.selected_part(all) else {
            return vec![Effect::Say(Status::warned(view.words.why_pick_a_unit()))];
        };
        let names = line.parts.iter().map(|part| part.unit.as_str());
        if !self.query.is_blank() && best(self.query.text(), names).is_empty() {
            let why = view.words.why_nobody_found(self.query.text());
            return vec![Effect::Say(Status::warned(why))];
        }
        self.query = Finder::default();
        mark(line, part, state, view)
    }

    /// Asks whom the selected part goes to.
    fn hand_over(&self, all: &Retrospect, view: &View) -> Vec<Effect> {
        let Some((_, part)) = self.selected_part(all) else {
            return vec![Effect::Say(Status::warned(view.words.why_pick_a_unit()))];
        };
        choices::hand_over(&part.assignment)
    }

    /// Returns the selected part, or the only one of the selected action.
    fn selected_part<'a>(&self, all: &'a Retrospect) -> Option<(&'a Reviewed, &'a AssignmentLine)> {
        if let Some(line) = self.opened_line(all) {
            let place = self.part.min(line.parts.len().saturating_sub(1));
            return Some((line, line.parts.get(place)?));
        }
        let line = self.selected_line(all)?;
        match line.parts.as_slice() {
            [only] => Some((line, only)),
            _ => None,
        }
    }
}

pub(crate) fn retrospect<'a>(view: &View<'a>) -> Option<&'a Retrospect> {
    let open = view.dossier?.meeting.id;
    view.shelf
        .look_back
        .as_ref()
        .filter(|all| all.meeting == open)
}

/// Writes the state that a unit reported, unless the part has it already or cannot get it.
pub(crate) fn mark(
    line: &Reviewed,
    part: &AssignmentLine,
    state: AssignmentState,
    view: &View,
) -> Vec<Effect> {
    let words = view.words;
    let what = words.part_of(&code(line.action.number), &part.unit);
    match report::mark(part, state, view.moment()) {
        Ok(changes) => {
            let label = words.told_reported(&what, words.assignment_state(state));
            vec![Effect::Commit(Transaction::new(label, changes))]
        }
        Err(refusal) => {
            let why = words.report_refusal(refusal, &what);
            vec![Effect::Say(Status::warned(why))]
        }
    }
}

/// Puts a sentence that sums the review up into the line of the desk, where it is still the secretary's to write.
fn note(all: &Retrospect, view: &View) -> Vec<Effect> {
    if all.lines.is_empty() {
        return vec![Effect::Say(Status::warned(view.words.look_back_none()))];
    }
    let sum = sum(&all.lines);
    let done = view
        .words
        .look_back_note(all.lines.len(), sum.done, sum.total());
    let after = view.words.look_after(sum).into_iter();
    let sentence = [done]
        .into_iter()
        .chain(after)
        .collect::<Vec<_>>()
        .join("; ");
    vec![Effect::CloseAll, Effect::Tell(Message::Put(sentence))]
}

/// Lines that a page key goes.
pub(crate) const PAGE: usize = 8;
