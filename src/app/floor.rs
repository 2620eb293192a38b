//! The floor in front of the desk: who waits, who has not spoken, everybody else; letters, a number or a guest's name.

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, FloorCommand};
use crate::app::desk::choices::DeskChoice;
use crate::app::desk::{choose, give, interject, silent_first};
use crate::app::effect::{Effect, done, no_meeting, writes};
use crate::app::keymap::Context;
use crate::app::list::Listing;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::dossier::Dossier;
use crate::meeting::floor::{self, Voice, turns};
use crate::meeting::roll_call;
use crate::meeting::rows::{Seat, Speech};
use crate::text::find::fit;
use crate::text::finder::Finder;
use crate::text::same::{bare_person, is_same};

/// Rows that are shown at most.
pub(crate) const ROWS: u16 = 16;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FloorDialog {
    /// Whether Enter puts into the queue instead of giving the floor.
    pub(crate) asking: bool,
    /// The typed text: letters of a name, a number, the name of a guest.
    pub(crate) query: Finder,
    /// The place of the selected row among the candidates.
    pub(crate) selected: usize,
}

/// Somebody who can have the floor.
pub(crate) struct Candidate<'a> {
    pub(crate) voice: Voice,
    pub(crate) name: String,
    number: Option<i64>,
    pub(crate) waits: Option<&'a Speech>,
    pub(crate) has_spoken: bool,
}

impl Screen for FloorDialog {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Floor, Context::Text, Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Floor(command) = command else {
            return Vec::new();
        };
        let Some(dossier) = view.dossier else {
            return no_meeting(view.words);
        };
        let candidates = self.candidates(dossier);
        let last = candidates.len().saturating_sub(1);
        let picked = candidates.get(self.selected.min(last));
        match command {
            FloorCommand::Cancel => vec![Effect::Back],
            FloorCommand::SilentFirst => silent_first(dossier, view),
            FloorCommand::Turns => choose(DeskChoice::Turns),
            FloorCommand::Pick | FloorCommand::Other => {
                let asks = self.asking == (command == FloorCommand::Pick);
                picked.map_or_else(
                    || self.nobody(view),
                    |picked| {
                        if asks {
                            queue_up(&picked.voice, dossier, view)
                        } else {
                            closing(give(&picked.voice, dossier, view))
                        }
                    },
                )
            }
            FloorCommand::Interject => picked.map_or_else(Vec::new, |picked| {
                closing(interject(&picked.voice, dossier, view))
            }),
            FloorCommand::Withdraw => {
                withdraw(picked.and_then(|picked| picked.waits), dossier, view)
            }
            FloorCommand::Raise | FloorCommand::Lower => {
                let by = if command == FloorCommand::Raise {
                    -1
                } else {
                    1
                };
                let waits = picked.and_then(|picked| picked.waits);
                self.shift(waits, by, dossier, view)
            }
        }
    }

    fn listing(&mut self, view: &View) -> Option<Listing<'_>> {
        let total = view
            .dossier
            .map_or(0, |dossier| self.candidates(dossier).len());
        let rows = usize::from(ROWS) + 1;
        Some(Listing::new(&mut self.selected, total, rows))
    }

    fn finder(&mut self) -> Option<&mut Finder> {
        Some(&mut self.query)
    }

    fn find(&mut self, _: &View) -> Vec<Effect> {
        self.selected = 0;
        Vec::new()
    }

    fn lets_undo_pass(&self) -> bool {
        true
    }
}

impl FloorDialog {
    /// Returns the floor with nothing typed.
    pub(crate) fn new(asking: bool) -> Self {
        Self {
            asking,
            query: Finder::default(),
            selected: 0,
        }
    }

    /// Says that nobody fits the typed text.
    fn nobody(&self, view: &View) -> Vec<Effect> {
        let why = view.words.why_no_option(self.query.text().trim());
        vec![Effect::Say(Status::warned(why))]
    }

    /// Moves a waiting turn, and the selection with it.
    fn shift(
        &mut self,
        speech: Option<&Speech>,
        by: isize,
        dossier: &Dossier,
        view: &View,
    ) -> Vec<Effect> {
        let Some(speech) = speech else {
            return vec![Effect::Say(Status::warned(view.words.why_not_queued()))];
        };
        let changes = floor::shift(dossier, speech.id, by);
        if changes.is_empty() {
            return Vec::new();
        }
        // A search orders the rows by their fit, so a turn that moves in the queue keeps its row.
        if self.query.is_blank() {
            self.selected = self.selected.saturating_add_signed(by);
        }
        let label = view.words.told_turn_moved(floor::name(speech, dossier));
        vec![Effect::Commit(Transaction::new(label, changes))]
    }

    /// Returns the candidates that fit the typed text: a number its unit, letters the best fits, any text a guest.
    pub(crate) fn candidates<'a>(&self, dossier: &'a Dossier) -> Vec<Candidate<'a>> {
        let all = candidates(dossier);
        let query = self.query.text().trim();
        if query.is_empty() {
            return all;
        }
        if let Ok(number) = query.parse::<i64>() {
            return all
                .into_iter()
                .filter(|candidate| candidate.number == Some(number))
                .collect();
        }
        let mut ranked: Vec<_> = all
            .into_iter()
            .filter_map(|candidate| Some((fit(query, &candidate.name)?, candidate)))
            .collect();
        // A unit is meant before a delegation, however well its name fits.
        ranked.sort_by_key(|(rank, candidate)| (candidate.number.is_none(), *rank));
        let mut candidates: Vec<Candidate> =
            ranked.into_iter().map(|(_, candidate)| candidate).collect();
        let is_known = candidates
            .iter()
            .any(|candidate| is_same(&candidate.name, query));
        if !is_known {
            candidates.push(Candidate {
                voice: Voice::Guest(bare_person(query).to_owned()),
                name: bare_person(query).to_owned(),
                number: None,
                waits: None,
                has_spoken: false,
            });
        }
        candidates
    }
}

/// Who waits comes first in the order of the queue, then who has not spoken, then all others.
fn candidates(dossier: &Dossier) -> Vec<Candidate<'_>> {
    let spoke = floor::spoke(dossier);
    let queue = floor::queue(dossier);
    let waiting = queue.iter().filter_map(|speech| {
        let voice = Voice::of(speech)?;
        let seat = speech.seat.and_then(|seat| dossier.seats.get(seat));
        Some(Candidate {
            name: floor::name(speech, dossier).to_owned(),
            number: seat
                .filter(|seat| seat.unit.is_some())
                .map(|seat| seat.position),
            has_spoken: speech.seat.is_some_and(|seat| spoke.contains(&seat)),
            waits: Some(speech),
            voice,
        })
    });
    let is_waiting = |seat: &Seat| queue.iter().any(|speech| speech.seat == Some(seat.id));
    let mut seats: Vec<&Seat> = roll_call::wards(dossier)
        .into_iter()
        .filter(|seat| !is_waiting(seat))
        .collect();
    seats.sort_by_key(|seat| spoke.contains(&seat.id));
    let wards: Vec<Id<Seat>> = seats.iter().map(|seat| seat.id).collect();
    let others = dossier
        .seats
        .iter()
        .filter(|seat| !wards.contains(&seat.id) && !is_waiting(seat));
    let seated = seats.iter().copied().chain(others).map(|seat| Candidate {
        voice: Voice::Seat(seat.id),
        name: seat.name.clone(),
        number: seat.unit.map(|_| seat.position),
        waits: None,
        has_spoken: spoke.contains(&seat.id),
    });
    waiting.chain(seated).collect()
}

fn closing(effects: Vec<Effect>) -> Vec<Effect> {
    // A refused candidate leaves the list open.
    let is_done = writes(&effects);
    effects
        .into_iter()
        .chain(is_done.then_some(Effect::Close))
        .collect()
}

fn queue_up(voice: &Voice, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let name = voice.name(dossier);
    let changes = floor::ask(dossier, voice, view.now, view.ids);
    if changes.is_empty() {
        return vec![Effect::Say(Status::warned(view.words.why_queued(name)))];
    }
    let label = view.words.told_queued(name);
    done(label, changes)
}

fn withdraw(speech: Option<&Speech>, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let Some(speech) = speech else {
        return vec![Effect::Say(Status::warned(view.words.why_not_queued()))];
    };
    let label = view.words.told_withdrawn(floor::name(speech, dossier));
    let gone = turns::remove(dossier, speech, view.now);
    vec![Effect::Commit(Transaction::new(label, gone))]
}
