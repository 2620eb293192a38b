//! The floor in front of the desk: who waits, who has not spoken, everybody else; letters, a number or a guest's name.
//!
//! ```text
//! ╭ MỜI PHÁT BIỂU ─────────────────────────────────────╮
//! │ lt_                                                 │
//! │ ▸ 1. Linh Tây        chờ từ 08:41 · chưa phát biểu  │
//! │      Linh Trung      PBT TT · đã nói 03:12          │
//! ╰ gõ chữ, số thứ tự hoặc tên khách · F7 F8 đổi chỗ ───╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde::{Deserialize, Serialize};

use super::submit::done;
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::dossier::Dossier;
use crate::meeting::floor::{self, Voice};
use crate::meeting::roll_call;
use crate::meeting::rows::{Seat, Speech};
use crate::text::dates::{span, time};
use crate::text::find::fit;
use crate::text::line::Line;
use crate::text::width::{pad, width};
use crate::tui::command::{EditCommand, FloorCommand};
use crate::tui::effect::Effect;
use crate::tui::screens::desk::{give, interject, silent_first};
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::tui::widgets::{dialog, field, list, pen};

/// Rows that are shown at most.
const ROWS: u16 = 16;

/// The open floor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FloorDialog {
    /// Whether Enter puts into the queue instead of giving the floor.
    pub asking: bool,
    /// What was typed: letters of a name, a number, the name of a guest.
    pub query: Line,
    /// The selected row.
    pub selected: usize,
}

/// Somebody who can have the floor.
struct Candidate<'a> {
    voice: Voice,
    name: String,
    number: Option<i64>,
    waits: Option<&'a Speech>,
    has_spoken: bool,
}

impl FloorDialog {
    /// Returns the floor with nothing typed.
    pub fn new(asking: bool) -> Self {
        Self {
            asking,
            query: Line::default(),
            selected: 0,
        }
    }

    /// Types into its field.
    pub fn edit(&mut self, command: EditCommand, view: &View) {
        field::edit(&mut self.query, command, view.typing);
        self.selected = 0;
    }

    /// Puts a pasted text into its field.
    pub fn paste(&mut self, text: &str) {
        self.query.paste(text);
        self.selected = 0;
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: FloorCommand, view: &View) -> Vec<Effect> {
        let Some(dossier) = view.dossier else {
            return vec![Effect::Close];
        };
        let shown = self.shown(dossier);
        let last = shown.len().saturating_sub(1);
        let page = usize::from(ROWS);
        let picked = shown.get(self.selected.min(last));
        match command {
            FloorCommand::Cancel => return vec![Effect::Close],
            FloorCommand::Up => self.selected = self.selected.saturating_sub(1),
            FloorCommand::Down => self.selected += 1,
            FloorCommand::PageUp => self.selected = self.selected.saturating_sub(page),
            FloorCommand::PageDown => self.selected += page,
            FloorCommand::SilentFirst => return silent_first(dossier, view),
            FloorCommand::Pick | FloorCommand::Other => {
                let asks = self.asking == (command == FloorCommand::Pick);
                return picked.map_or_else(
                    || self.nobody(view),
                    |picked| {
                        if asks {
                            ask(&picked.voice, dossier, view)
                        } else {
                            closing(give(&picked.voice, dossier, view))
                        }
                    },
                );
            }
            FloorCommand::Interject => {
                return picked.map_or_else(Vec::new, |picked| {
                    closing(interject(&picked.voice, dossier, view))
                });
            }
            FloorCommand::Withdraw => {
                return withdraw(picked.and_then(|picked| picked.waits), dossier, view);
            }
            FloorCommand::Raise | FloorCommand::Lower => {
                let by = if command == FloorCommand::Raise {
                    -1
                } else {
                    1
                };
                let waits = picked.and_then(|picked| picked.waits);
                return self.shift(waits, by, dossier, view);
            }
        }
        self.selected = self.selected.min(last);
        Vec::new()
    }

    /// Says that nobody answers what was typed.
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
        // Among those that were found by letters nobody changes place.
        if self.query.is_blank() {
            self.selected = self.selected.saturating_add_signed(by);
        }
        let label = view.words.told_turn_moved(floor::name(speech, dossier));
        vec![Effect::Commit(Transaction::new(label, changes))]
    }

    /// Returns who answers what was typed: a number its unit, letters those that they fit best, anything a guest.
    fn shown<'a>(&self, dossier: &'a Dossier) -> Vec<Candidate<'a>> {
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
        let mut shown: Vec<Candidate> =
            ranked.into_iter().map(|(_, candidate)| candidate).collect();
        let is_known = shown.iter().any(|candidate| candidate.name == query);
        if !is_known {
            shown.push(Candidate {
                voice: Voice::Guest(query.to_owned()),
                name: query.to_owned(),
                number: None,
                waits: None,
                has_spoken: false,
            });
        }
        shown
    }

    /// Draws the floor and returns where the caret stands.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &View) -> Option<Position> {
        let dossier = view.dossier?;
        let shown = self.shown(dossier);
        let rows = u16::try_from(shown.len())
            .unwrap_or(ROWS)
            .clamp(1, ROWS.min(screen.height.saturating_sub(4)));
        let title = if self.asking {
            view.words.choose_queue()
        } else {
            view.words.choose_floor()
        };
        let foot = view.words.floor_foot();
        let size = (screen.width.saturating_sub(6).min(84), rows + 3);
        let inside = dialog::draw(buffer, screen, size, title, foot, view.styles);
        let caret = field::draw(buffer, pen::row(inside, 0), &self.query, view.styles.text);
        let here = self.selected.min(shown.len().saturating_sub(1));
        let first = list::first_shown(here, shown.len(), usize::from(rows));
        let lines = (1..=rows).zip(shown.iter().enumerate().skip(first));
        for (row, (position, candidate)) in lines {
            let row = pen::row(inside, row);
            let is_selected = position == here;
            draw_candidate(buffer, row, candidate, is_selected, dossier, view);
        }
        Some(caret)
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

fn draw_candidate(
    buffer: &mut Buffer,
    row: Rect,
    candidate: &Candidate,
    is_selected: bool,
    dossier: &Dossier,
    view: &View,
) {
    let (words, styles) = (view.words, view.styles);
    let (style, quiet) = if is_selected {
        (styles.selected, styles.selected)
    } else {
        (styles.text, styles.muted)
    };
    pen::paint(buffer, row, style);
    let mark = if is_selected { '▸' } else { ' ' };
    let place = candidate.waits.and_then(|waits| {
        let queue = floor::queue(dossier);
        queue.iter().position(|speech| speech.id == waits.id)
    });
    let place = place.map_or("   ".to_owned(), |place| format!("{:>2}.", place + 1));
    let hint = hint(candidate, dossier, view);
    let room = usize::from(row.width).saturating_sub(width(&hint) + 1);
    let name = match &candidate.voice {
        Voice::Seat(_) => candidate.name.clone(),
        Voice::Guest(name) => words.guest_named(name),
    };
    let left = format!("{mark} {place} {name}");
    pen::write(buffer, row, &pad(&left, room), style);
    pen::write_right(buffer, row, &hint, quiet);
}

/// Rank, how long it has waited, how long it has spoken.
fn hint(candidate: &Candidate, dossier: &Dossier, view: &View) -> String {
    let words = view.words;
    let mut parts: Vec<String> = Vec::new();
    if let Voice::Seat(seat) = candidate.voice
        && let Some(seat) = dossier.seats.get(seat).filter(|seat| seat.unit.is_some())
    {
        parts.push(seat.position.to_string());
        let standing = roll_call::standing(dossier, seat.id);
        parts.push(words.standing(standing).to_owned());
        parts.push(if candidate.has_spoken {
            words.has_spoken(&span(floor::total(dossier, seat.id, view.now)))
        } else {
            words.not_spoken().to_owned()
        });
    }
    parts.extend(
        candidate
            .waits
            .map(|speech| words.waits_since(&time(speech.asked))),
    );
    parts.join(" · ")
}

fn closing(effects: Vec<Effect>) -> Vec<Effect> {
    // What was refused leaves the list open.
    let is_done = effects
        .iter()
        .any(|effect| matches!(effect, Effect::Commit(_)));
    effects
        .into_iter()
        .chain(is_done.then_some(Effect::Close))
        .collect()
}

fn ask(voice: &Voice, dossier: &Dossier, view: &View) -> Vec<Effect> {
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
    let gone = vec![Change::delete(speech)];
    vec![Effect::Commit(Transaction::new(label, gone))]
}
