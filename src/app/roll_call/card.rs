//! The card of a seat: who leads the unit, the log of this meeting to be corrected, the items, the last meetings.

use serde::{Deserialize, Serialize};

use crate::app::command::{CardCommand, Command, EditCommand, ScreenId};
use crate::app::effect::{Effect, gone};
use crate::app::form::Form;
use crate::app::key::Key;
use crate::app::keymap::Context;
use crate::app::list::Listing;
use crate::app::message::Message;
use crate::app::questions::Questions;
use crate::app::roll_call::forms::{self, RollCallForm};
use crate::app::screen::Screen;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, marks};
use crate::meeting::rows::{AttendanceEvent, Seat};
use crate::meeting::turnout::History;
use crate::store::Failure;
use crate::text::dates::time;
use crate::words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Card {
    pub(crate) seat: Id<Seat>,
    /// The selected line: the names, then the entries.
    pub(crate) selected: usize,
}

impl Screen for Card {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Card, Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Card(command) = command else {
            return Vec::new();
        };
        let Some((dossier, seat)) = view.seat(self.seat) else {
            return gone(view.words);
        };
        let last = roll_call::log(dossier, seat.id).events().len();
        self.selected = self.selected.min(last);
        match command {
            CardCommand::Cancel => return vec![Effect::Back],
            CardCommand::Edit => {
                let form = match self.entry(dossier) {
                    Some(event) => RollCallForm::Entry(event.id, event.kind),
                    None => RollCallForm::Names(seat.id),
                };
                return vec![Effect::Fill(Form::open(form, view))];
            }
            CardCommand::Remove => {
                if let Some(event) = self.entry(dossier) {
                    return strike(event, seat, dossier, view);
                }
            }
        }
        Vec::new()
    }

    fn listing(&mut self, view: &View) -> Option<Listing<'_>> {
        let (dossier, seat) = view.seat(self.seat)?;
        let lines = roll_call::log(dossier, seat.id).events().len() + 1;
        Some(Listing::new(&mut self.selected, lines, lines))
    }

    fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        let EditCommand::Type(digit) = command else {
            return Vec::new();
        };
        let screen = [Context::Screen(ScreenId::RollCall)];
        match view.keymap.lookup(&screen, Key::Char(digit)) {
            Some(mark) => vec![
                Effect::Close,
                Effect::Tell(Message::ShowSeat(self.seat)),
                Effect::Run(mark),
            ],
            None => Vec::new(),
        }
    }

    fn lets_undo_pass(&self) -> bool {
        true
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        if let Some(unit) = book.unit_of(self.seat) {
            book.history(unit, book.meeting())?;
        }
        Ok(Vec::new())
    }
}

impl Card {
    /// Returns the card of a seat: the names are selected while they are not known, else the last entry.
    pub(crate) fn new(seat: &Seat, dossier: &Dossier) -> Self {
        let is_named = seat.secretary.is_some() && seat.deputy.is_some();
        let last = roll_call::log(dossier, seat.id).events().len();
        Self {
            seat: seat.id,
            selected: if is_named { last } else { 0 },
        }
    }

    pub(crate) fn entry<'a>(&self, dossier: &'a Dossier) -> Option<&'a AttendanceEvent> {
        let position = self.selected.checked_sub(1)?;
        let log = roll_call::log(dossier, self.seat);
        log.events().get(position).copied()
    }
}

/// Returns the sums and the exceptions of a history; nothing when it has no marked meeting.
pub(crate) fn record(history: &History, words: Words) -> Option<(String, String)> {
    let counts = &history.counts;
    let share = words.share(counts.present, counts.marked())?;
    Some((
        words.card_sum(counts.present, counts.marked(), &share),
        words.card_exceptions(counts.substitute, counts.late, counts.left),
    ))
}

/// Returns the cached history of a seat's unit.
pub(crate) fn history<'a>(seat: &Seat, view: &View<'a>) -> Option<&'a History> {
    let (unit, _, history) = view.shelf.history.as_ref()?;
    (seat.unit == Some(*unit)).then_some(history)
}

fn strike(event: &AttendanceEvent, seat: &Seat, dossier: &Dossier, view: &View) -> Vec<Effect> {
    match marks::strike(dossier, event, view.now) {
        Ok(changes) => {
            let what = view.words.entry(event.kind, event.rank);
            let label = view.words.told_struck(&seat.name, what, &time(event.at));
            vec![Effect::Commit(Transaction::new(label, changes))]
        }
        Err(refusal) => forms::refused(refusal, seat, view.words),
    }
}
