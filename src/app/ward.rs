//! The card of a unit in front of the desk: its open actions, its open issues, its notes, its attendance over the year.

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, ScreenId, WardCommand};
use crate::app::effect::{Effect, Opening, gone};
use crate::app::keymap::Context;
use crate::app::list::Listing;
use crate::app::message::Message;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::actions::{self, Scope, report};
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::code::AssignmentState;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::EntryId;
use crate::meeting::rows::{Issue, Note, Seat};
use crate::meeting::ward::{Owed, WardCard};
use crate::store::Failure;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Ward {
    pub(crate) seat: Id<Seat>,
    /// The place of the selected line.
    pub(crate) selected: usize,
}

/// A line of the card that can be opened.
pub(crate) enum Matter<'a> {
    Owed(&'a Owed),
    Issue(&'a Issue),
    Said(&'a Note),
    Record,
}

impl Screen for Ward {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Ward, Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Ward(command) = command else {
            return Vec::new();
        };
        let Some((dossier, seat)) = view.seat(self.seat) else {
            return gone(view.words);
        };
        let matters = matters(seat, view);
        let last = matters.len().saturating_sub(1);
        let selected = matters.get(self.selected.min(last));
        match (command, selected) {
            (WardCommand::Cancel, _) | (WardCommand::Open, None) => vec![Effect::Back],
            (WardCommand::Open, Some(matter)) => open(matter, seat, dossier),
            (WardCommand::Mark(state), Some(Matter::Owed(owed))) => mark(owed, state, seat, view),
            (WardCommand::Mark(_), _) => {
                vec![Effect::Say(Status::warned(view.words.why_no_action_here()))]
            }
        }
    }

    fn listing(&mut self, view: &View) -> Option<Listing<'_>> {
        let seat = view.seat(self.seat);
        let matters = seat.map_or(0, |(_, seat)| matters(seat, view).len());
        Some(Listing::new(&mut self.selected, matters, matters))
    }

    fn lets_undo_pass(&self) -> bool {
        true
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        if let Some(unit) = book.unit_of(self.seat) {
            book.ward(unit)?;
            book.history(unit, book.meeting())?;
        }
        Ok(Vec::new())
    }
}

impl Ward {
    /// Returns the card of a seat, with its first line selected: the action that is due first.
    pub(crate) fn new(seat: Id<Seat>) -> Self {
        Self { seat, selected: 0 }
    }
}

/// Returns the cached card of a seat's unit.
pub(crate) fn card_of<'a>(seat: &Seat, view: &View<'a>) -> Option<&'a WardCard> {
    let (unit, card) = view.shelf.ward.as_ref()?;
    (seat.unit == Some(*unit)).then_some(card)
}

pub(crate) fn matters<'a>(seat: &Seat, view: &View<'a>) -> Vec<Matter<'a>> {
    let Some(card) = card_of(seat, view) else {
        return vec![Matter::Record];
    };
    let owed = card.owed.iter().map(Matter::Owed);
    let issues = card.issues.iter().map(Matter::Issue);
    let said = card.said.iter().map(Matter::Said);
    owed.chain(issues)
        .chain(said)
        .chain([Matter::Record])
        .collect()
}

fn open(matter: &Matter, seat: &Seat, _dossier: &Dossier) -> Vec<Effect> {
    match matter {
        Matter::Owed(owed) => vec![
            Effect::CloseAll,
            Effect::Go(ScreenId::Actions),
            Effect::Tell(Message::ScopeActions(Scope {
                unit: seat.unit,
                focus: None,
            })),
            Effect::Tell(Message::ShowAction(Some(owed.action.id))),
        ],
        Matter::Issue(issue) => vec![
            Effect::CloseAll,
            Effect::Go(ScreenId::Issues),
            Effect::Tell(Message::ShowIssue(issue.id)),
        ],
        Matter::Said(note) => vec![
            Effect::CloseAll,
            Effect::Open(note.meeting, ScreenId::Desk),
            Effect::Tell(Message::SelectLine(EntryId::Note(note.id))),
        ],
        Matter::Record => vec![Effect::Show(Opening::Card(seat.id))],
    }
}

pub(crate) fn mark(owed: &Owed, state: AssignmentState, seat: &Seat, view: &View) -> Vec<Effect> {
    let sentence = format!(
        "{} {}",
        actions::code(owed.action.number),
        view.words.assignment_state(state)
    );
    match report::mark_own(&owed.part, owed.reported, state, view.moment()) {
        Ok(changes) => {
            let label = view.words.told_part(&seat.name, &sentence);
            vec![Effect::Commit(Transaction::new(label, changes))]
        }
        Err(refusal) => {
            let why = view.words.report_refusal(refusal, &seat.name);
            vec![Effect::Say(Status::warned(why))]
        }
    }
}
