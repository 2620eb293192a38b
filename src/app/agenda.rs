//! The agenda in front of the desk: planned and real order, planned and real minutes, and the deeds on an item.

use serde::{Deserialize, Serialize};

use crate::app::choice::Choice;
use crate::app::command::{AgendaCommand, Command, ListCommand};
use crate::app::desk::choices::{DeskChoice, then_desk};
use crate::app::desk::forms::DeskForm;
use crate::app::desk::leave;
use crate::app::effect::{Effect, no_meeting};
use crate::app::form::Form;
use crate::app::keymap::Context;
use crate::app::list;
use crate::app::put_off;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::agenda::{self, ItemState};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::MeetingState;
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::AgendaItem;
use crate::store::Failure;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AgendaDialog {
    pub(crate) item: Option<Id<AgendaItem>>,
}

impl Screen for AgendaDialog {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Agenda, Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Agenda(command) = command else {
            return Vec::new();
        };
        let Some(dossier) = view.dossier else {
            return no_meeting(view.words);
        };
        let items = agenda::items(dossier);
        let selected = self.selected(&items);
        let item = match (command, selected) {
            (AgendaCommand::Cancel, _) => return vec![Effect::Back],
            (AgendaCommand::Insert, None) => return form(DeskForm::Insert(0), view),
            (_, None) => {
                let why = Status::warned(view.words.why_nothing_here());
                return vec![Effect::Say(why)];
            }
            (_, Some((_, item))) => item,
        };
        change(command, item, dossier, view)
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        let Some(dossier) = view.dossier else { return };
        let items = agenda::items(dossier);
        if let Some((here, _)) = self.selected(&items) {
            let there = list::moved(here, items.len(), items.len(), command);
            self.item = items.get(there).map(|item| item.id);
        }
    }

    /// What was put off stands in the agenda of the next meeting; it is held here or there, not twice.
    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        let is_signed = |dossier: &Dossier| dossier.meeting.state == MeetingState::Final;
        if !book.dossier.is_none_or(is_signed) {
            book.following()?;
        }
        Ok(Vec::new())
    }

    fn lets_undo_pass(&self) -> bool {
        true
    }
}

impl AgendaDialog {
    /// Returns the agenda with this item selected.
    pub(crate) fn at(item: Id<AgendaItem>) -> Self {
        Self { item: Some(item) }
    }

    /// Returns the agenda with the next item selected, or else the running one.
    pub(crate) fn new(dossier: &Dossier) -> Self {
        let next = agenda::next(dossier).map(|item| item.id);
        Self {
            item: next.or_else(|| agenda::current_item(dossier)),
        }
    }

    pub(crate) fn selected<'a>(&self, items: &[&'a AgendaItem]) -> Option<(usize, &'a AgendaItem)> {
        let here = items.iter().position(|item| Some(item.id) == self.item);
        let here = here.unwrap_or(0);
        items.get(here).map(|item| (here, *item))
    }
}

fn form(form: DeskForm, view: &View) -> Vec<Effect> {
    vec![Effect::Fill(Form::open(form, view))]
}

/// Says whether a command decides what becomes of an item that was not held.
fn decides(command: AgendaCommand) -> bool {
    match command {
        AgendaCommand::Skip | AgendaCommand::Postpone | AgendaCommand::Carry => true,
        AgendaCommand::Start
        | AgendaCommand::Insert
        | AgendaCommand::Edit
        | AgendaCommand::Raise
        | AgendaCommand::Lower
        | AgendaCommand::Cancel => false,
    }
}

/// Makes a change to an item, or opens the form of the change.
fn change(
    command: AgendaCommand,
    item: &AgendaItem,
    dossier: &Dossier,
    view: &View,
) -> Vec<Effect> {
    let words = view.words;
    let is_closed = dossier.meeting.state == MeetingState::Closed;
    if let Some(refusal) = view.sealed() {
        return vec![Effect::Say(refusal)];
    }
    let is_open = is_closed && agenda::is_open_to_decision(dossier, item);
    if decides(command) && (is_open || agenda::state(dossier, item) == ItemState::Carried) {
        return put_off::choose(item);
    }
    let is_over = is_closed && command != AgendaCommand::Edit;
    let closed = || is_over.then(|| Status::warned(words.why_closed()));
    if let Some(refusal) = closed() {
        return vec![Effect::Say(refusal)];
    }
    let commit = |label: String, changes: Vec<Change>| {
        vec![Effect::Commit(Transaction::new(label, changes))]
    };
    match command {
        AgendaCommand::Start if agenda::state(dossier, item) == ItemState::Running => {
            vec![Effect::Say(Status::warned(
                words.why_runs_already(&item.title),
            ))]
        }
        AgendaCommand::Start if dossier.meeting.is_planned() => {
            vec![Effect::Choose(Choice::new(DeskChoice::Begin(item.id)))]
        }
        AgendaCommand::Start => then_desk(leave(Some(item.id), dossier, view)),
        AgendaCommand::Insert => form(DeskForm::Insert(item.position), view),
        AgendaCommand::Edit => form(DeskForm::Item(item.id), view),
        AgendaCommand::Skip | AgendaCommand::Carry
            if agenda::state(dossier, item) == ItemState::Done =>
        {
            vec![Effect::Say(Status::warned(words.why_skip_done()))]
        }
        AgendaCommand::Skip => form(DeskForm::Skip(item.id), view),
        AgendaCommand::Postpone if agenda::state(dossier, item) == ItemState::Done => {
            vec![Effect::Say(Status::warned(words.why_postpone_done()))]
        }
        AgendaCommand::Postpone => put_off::postpone(item, dossier, view),
        AgendaCommand::Carry => put_off::carry(item, dossier, view),
        AgendaCommand::Raise => commit(
            words.told_shifted(&item.title),
            agenda::shift(dossier, item.id, -1),
        ),
        AgendaCommand::Lower => commit(
            words.told_shifted(&item.title),
            agenda::shift(dossier, item.id, 1),
        ),
        AgendaCommand::Cancel => Vec::new(),
    }
}
