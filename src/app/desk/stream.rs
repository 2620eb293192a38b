//! The stream on the desk: notes, conclusions and actions, the newest at the foot.

use crate::app::actions::card_of;
use crate::app::command::EditCommand;
use crate::app::desk::Desk;
use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::actions::{code, report};
use crate::meeting::capture::parse;
use crate::meeting::change::Transaction;
use crate::meeting::code::NoteKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry, EntryId, JoinRefusal};

impl Desk {
    /// Moves among completions where there are any, among selected lines of the stream, or among lines typed before.
    pub(crate) fn go(&mut self, dossier: &Dossier, by: isize, view: &View) -> Vec<Effect> {
        if let Some(completion) = self.completion(dossier, view) {
            let last = completion.choices.len().saturating_sub(1);
            self.chosen = Some(match self.chosen {
                Some(here) => here.saturating_add_signed(by).min(last),
                None => usize::from(by > 0 && last > 0),
            });
            return Vec::new();
        }
        if self.selected.is_some() {
            return self.page(dossier, by, view);
        }
        if self.line.is_blank() || self.recalled.is_some() {
            return self.recall(by, view);
        }
        Vec::new()
    }

    /// Moves the selection in the stream; below the newest line nothing is selected.
    pub(crate) fn page(&mut self, dossier: &Dossier, by: isize, view: &View) -> Vec<Effect> {
        let stream = notes::filtered(dossier, self.filter);
        if stream.is_empty() {
            return vec![Effect::Say(Status::warned(view.words.why_no_line()))];
        }
        let here = self
            .selected
            .and_then(|id| stream.iter().position(|entry| entry.id() == id));
        let there = here.unwrap_or(stream.len()).saturating_add_signed(by);
        self.selected = stream.get(there).map(|entry| entry.id());
        Vec::new()
    }

    /// Cuts the line that is being edited at the caret.
    pub(crate) fn split(&self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        let edited = self.editing.and_then(|id| notes::entry(dossier, id));
        let Some(entry) = edited else {
            return vec![Effect::Say(Status::warned(view.words.why_not_editing()))];
        };
        let first = parse(self.line.before(), dossier);
        let rest = self.line.after();
        match view.writing(dossier).split(entry, &first, rest) {
            Ok(changes) => vec![
                Effect::Commit(Transaction::new(view.words.told_split(), changes)),
                Effect::LineWritten,
            ],
            Err(_) => vec![Effect::Say(Status::warned(
                view.words.why_nothing_to_split(),
            ))],
        }
    }

    /// Deletes the letter behind the caret, or the selected line when nothing is typed.
    pub(crate) fn remove(&mut self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        if !self.line.text().is_empty() {
            return self.edit(EditCommand::Delete, view);
        }
        let Some(entry) = self.selected.and_then(|id| notes::entry(dossier, id)) else {
            return vec![Effect::Say(Status::warned(view.words.why_no_line()))];
        };
        let neighbour = self.neighbour(dossier, entry.id());
        let kind = view.words.sort(
            notes::capture_of(dossier, entry).sort,
            NoteKind::Information,
        );
        // An action is deleted as on F6, with what was looked at and who helps.
        let removed = match (entry, card_of(view)) {
            (Entry::Action(action), Some(card)) if card.line.action.id == action.id => {
                report::remove(card)
                    .map_err(|why| view.words.removal_refusal(why, &code(action.number)))
            }
            (Entry::Note(_) | Entry::Conclusion(_) | Entry::Action(_), _) => {
                Ok(notes::remove(dossier, entry))
            }
        };
        let changes = match removed {
            Ok(changes) => changes,
            Err(why) => return vec![Effect::Say(Status::warned(why))],
        };
        let removed = Transaction::new(view.words.told_removed(kind), changes);
        [Effect::Commit(removed)]
            .into_iter()
            .chain(neighbour.map(|value| Effect::Tell(Message::SelectLine(value))))
            .collect()
    }

    /// Does something with the selected line, or else the last one, unless the minutes are signed.
    pub(crate) fn on_line(
        &self,
        dossier: &Dossier,
        view: &View,
        then: impl Fn(Entry) -> Vec<Effect>,
    ) -> Vec<Effect> {
        let selected = self.selected.and_then(|id| notes::entry(dossier, id));
        let last = || notes::filtered(dossier, self.filter).pop();
        match selected.or_else(last) {
            Some(entry) => view
                .sealed()
                .map_or_else(|| then(entry), |refusal| vec![Effect::Say(refusal)]),
            None => vec![Effect::Say(Status::warned(view.words.why_no_line()))],
        }
    }

    /// Returns the line that is selected once this one is gone.
    fn neighbour(&self, dossier: &Dossier, id: EntryId) -> Option<EntryId> {
        let stream = notes::filtered(dossier, self.filter);
        let here = stream.iter().position(|entry| entry.id() == id)?;
        stream
            .get(here + 1)
            .or_else(|| stream.get(here.checked_sub(1)?))
            .map(|entry| entry.id())
    }
}

impl Desk {
    /// Puts the selected line, or else the last one, behind the line before it.
    pub(crate) fn join(&self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        self.on_line(dossier, view, |entry| {
            match notes::join(entry, self.filter, dossier) {
                Ok(changes) => vec![Effect::Commit(Transaction::new(
                    view.words.told_joined(),
                    changes,
                ))],
                Err(refusal) => {
                    let why = match refusal {
                        JoinRefusal::First => view.words.why_first_line(),
                        JoinRefusal::Unlike => view.words.why_unlike(),
                        JoinRefusal::Actions => view.words.why_actions_apart(),
                        JoinRefusal::TwoIssues => view.words.why_two_issues(),
                    };
                    vec![Effect::Say(Status::warned(why))]
                }
            }
        })
    }
}
