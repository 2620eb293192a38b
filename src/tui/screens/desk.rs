//! F4 Bàn thư ký: where the secretary lives during the meeting; the capture line always has the focus.

mod agenda;
mod draw;
mod floor;
mod stream;

use serde::{Deserialize, Serialize};

use crate::meeting::actions;
use crate::meeting::agenda as items;
use crate::meeting::capture::{self, Capture, Completion, Problem, Sort, Whom};
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::code::{MeetingState, NoteKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::floor as turns;
use crate::meeting::notes::{self, Entry, EntryId, Place, Refusal};
use crate::meeting::rows::Seat;
use crate::text::line::Line;
use crate::tui::command::{DeskCommand, EditCommand};
use crate::tui::dialogs::choice::Purpose as ChoicePurpose;
use crate::tui::dialogs::{Choice, Dialog};
use crate::tui::effect::Effect;
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::tui::widgets::field;
use crate::words::Words;

/// Where the user is on the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Desk {
    /// The capture line.
    pub line: Line,
    /// The selected line of the stream.
    pub selected: Option<EntryId>,
    /// The line of the stream that the capture line will replace.
    pub editing: Option<EntryId>,
    /// The completion that an arrow has chosen.
    pub chosen: Option<usize>,
    /// Whether Esc has sent the completion away.
    pub dismissed: bool,
    /// The line of which something was said that is not understood; Enter again writes it as it stands.
    pub questioned: Option<String>,
}

impl Desk {
    /// Types into the capture line.
    pub fn edit(&mut self, command: EditCommand, view: &View) {
        field::edit(&mut self.line, command, view.typing);
        self.touched();
    }

    /// Puts a pasted text into the capture line.
    pub fn paste(&mut self, text: &str) {
        self.line.paste(text);
        self.touched();
    }

    /// Adds words at the end of the line.
    pub fn append(&mut self, words: &str) {
        self.line.end();
        self.line.paste(words);
        self.touched();
    }

    /// Empties the line once it has been written.
    pub fn written(&mut self) {
        *self = Self::default();
    }

    fn touched(&mut self) {
        self.chosen = None;
        self.dismissed = false;
        self.questioned = None;
    }

    /// Returns what can be completed before the caret, unless Esc has sent it away.
    pub fn completion(&self, dossier: &Dossier) -> Option<Completion> {
        if self.dismissed {
            None
        } else {
            capture::completion(self.line.before(), dossier)
        }
    }

    /// Returns the unit that the floor panel tells about: the one the line names, or the one that speaks.
    pub fn card<'a>(&self, dossier: &'a Dossier) -> Option<&'a Seat> {
        let named = match capture::parse(self.line.text(), dossier).whom {
            Whom::Seats(seats) => seats.first().copied(),
            Whom::Floor | Whom::Nobody | Whom::Everybody => None,
        };
        named
            .and_then(|seat: Id<Seat>| dossier.seats.get(seat))
            .or_else(|| turns::speaker(dossier))
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: DeskCommand, view: &View) -> Vec<Effect> {
        let Some(dossier) = view.dossier else {
            return vec![Effect::Say(Status::warned(view.words.why_no_meeting()))];
        };
        match command {
            DeskCommand::Write => self.enter(dossier, view),
            DeskCommand::Complete => self.complete(dossier),
            DeskCommand::NextItem => next_item(dossier, view),
            DeskCommand::Agenda => choose(ChoicePurpose::Item, dossier, view),
            DeskCommand::GiveFloor => choose(ChoicePurpose::Floor, dossier, view),
            DeskCommand::AskFloor => choose(ChoicePurpose::Queue, dossier, view),
            DeskCommand::EndFloor => end_floor(dossier, view),
            DeskCommand::Retype => match self.selected_or_last(dossier) {
                Some(entry) => sealed(dossier, view).unwrap_or_else(|| {
                    vec![Effect::Show(Dialog::Choice(Choice::new(
                        ChoicePurpose::Kind(entry.id()),
                    )))]
                }),
                None => vec![Effect::Say(Status::warned(view.words.why_no_line()))],
            },
            DeskCommand::Remove => self.remove(dossier, view),
            DeskCommand::Earlier => self.go(dossier, -1),
            DeskCommand::Later => self.go(dossier, 1),
            DeskCommand::EarlierPage => self.go(dossier, -8),
            DeskCommand::LaterPage => self.go(dossier, 8),
            DeskCommand::StepBack => self.step_back(dossier),
            DeskCommand::Close => close(dossier, view),
            DeskCommand::Reopen => reopen(dossier, view),
        }
    }

    /// Accepts a chosen completion, edits a selected line, or writes what was typed.
    fn enter(&mut self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        if self.chosen.is_some() && self.completion(dossier).is_some() {
            return self.complete(dossier);
        }
        if self.line.is_blank() {
            return match self.selected.and_then(|id| notes::entry(dossier, id)) {
                Some(entry) => self.begin_editing(entry, dossier),
                None => vec![Effect::Say(Status::warned(view.words.why_empty_line()))],
            };
        }
        if let Some(refusal) = sealed(dossier, view) {
            return refusal;
        }
        let mut line = capture::parse(self.line.text(), dossier);
        if let Some(problem) = line.problems.first() {
            let said = problem_words(problem, view.words);
            if self.questioned.as_deref() != Some(self.line.text()) {
                self.questioned = Some(self.line.text().to_owned());
                return vec![Effect::Say(Status::warned(
                    view.words.why_check_line(&said),
                ))];
            }
            if line.sort == Sort::Action {
                line = verbatim(self.line.text(), line);
            }
        } else if self.editing.is_none() && self.must_ask_after_the_end(dossier) {
            self.questioned = Some(self.line.text().to_owned());
            return vec![Effect::Say(Status::warned(view.words.why_check_closed()))];
        }
        self.write(&line, dossier, view)
    }

    /// Says whether the meeting is over and the user has not confirmed yet that something is added.
    fn must_ask_after_the_end(&self, dossier: &Dossier) -> bool {
        let is_over = dossier.meeting.state == MeetingState::Closed;
        is_over && self.questioned.as_deref() != Some(self.line.text())
    }

    fn write(&self, line: &Capture, dossier: &Dossier, view: &View) -> Vec<Effect> {
        let plain = plain_kind(dossier);
        let numbers = view.numbers();
        let edited = self.editing.and_then(|id| notes::entry(dossier, id));
        let written = match edited {
            Some(entry) => notes::rewrite(entry, line, dossier, numbers, view.ids),
            None => notes::write(
                line,
                Place::now(dossier, view.now),
                dossier,
                numbers,
                view.ids,
            ),
        };
        let kind = view.words.sort(line.sort, plain);
        let label = match (edited, line.sort) {
            (Some(_), _) => view.words.told_rewritten(kind),
            (None, Sort::Action) => view.words.told_assigned(&actions::code(numbers.action)),
            (None, Sort::Plain | Sort::Note(_) | Sort::Conclusion) => view.words.told_written(kind),
        };
        match written {
            Ok(changes) => vec![
                Effect::Commit(Transaction::new(label, changes)),
                Effect::LineWritten,
            ],
            Err(Refusal::NoFocus) => vec![Effect::Show(Dialog::Choice(Choice::new(
                ChoicePurpose::FocusArea,
            )))],
            Err(refusal @ (Refusal::Empty | Refusal::NoUnit)) => {
                vec![Effect::Say(Status::warned(view.words.refusal(refusal)))]
            }
        }
    }

    fn begin_editing(&mut self, entry: Entry, dossier: &Dossier) -> Vec<Effect> {
        let line = capture::line_of(&notes::capture_of(dossier, entry), dossier);
        *self = Self {
            line: Line::of(&line),
            editing: Some(entry.id()),
            selected: self.selected,
            ..Self::default()
        };
        self.dismissed = true;
        Vec::new()
    }

    fn complete(&mut self, dossier: &Dossier) -> Vec<Effect> {
        if let Some(completion) = self.completion(dossier)
            && let Some((choice, _)) = completion.choices.get(self.chosen.unwrap_or(0))
        {
            let sign = self
                .line
                .before()
                .get(completion.start..=completion.start)
                .unwrap_or_default()
                .to_owned();
            self.line
                .complete(completion.start, &format!("{sign}{choice} "));
            self.touched();
        }
        Vec::new()
    }

    fn remove(&mut self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        if !self.line.text().is_empty() {
            self.edit(EditCommand::Delete, view);
            return Vec::new();
        }
        if let Some(refusal) = sealed(dossier, view) {
            return refusal;
        }
        let Some(entry) = self.selected.and_then(|id| notes::entry(dossier, id)) else {
            return vec![Effect::Say(Status::warned(view.words.why_no_line()))];
        };
        self.selected = neighbour(dossier, entry.id());
        let kind = view.words.sort(
            notes::capture_of(dossier, entry).sort,
            NoteKind::Information,
        );
        let changes = notes::remove(dossier, entry);
        vec![Effect::Commit(Transaction::new(
            view.words.told_removed(kind),
            changes,
        ))]
    }

    /// Moves among completions where there are any, or else among the lines of the stream.
    fn go(&mut self, dossier: &Dossier, by: isize) -> Vec<Effect> {
        if let Some(completion) = self.completion(dossier) {
            let last = completion.choices.len().saturating_sub(1);
            self.chosen = Some(match self.chosen {
                Some(here) => here.saturating_add_signed(by).min(last),
                None => usize::from(by > 0 && last > 0),
            });
            return Vec::new();
        }
        let stream = notes::stream(dossier);
        let here = self
            .selected
            .and_then(|id| stream.iter().position(|entry| entry.id() == id));
        let there = here.unwrap_or(stream.len()).saturating_add_signed(by);
        self.selected = stream.get(there).map(|entry| entry.id());
        Vec::new()
    }

    fn step_back(&mut self, dossier: &Dossier) -> Vec<Effect> {
        if self.completion(dossier).is_some() {
            self.dismissed = true;
        } else if self.editing.is_some() {
            *self = Self {
                selected: self.selected,
                ..Self::default()
            };
        } else {
            self.selected = None;
        }
        Vec::new()
    }

    fn selected_or_last<'a>(&self, dossier: &'a Dossier) -> Option<Entry<'a>> {
        let selected = self.selected.and_then(|id| notes::entry(dossier, id));
        selected.or_else(|| notes::stream(dossier).pop())
    }
}

/// Returns what a plain line typed now would be.
pub fn plain_kind(dossier: &Dossier) -> NoteKind {
    let is_over = dossier.meeting.closed.is_some();
    let item = items::current_item(dossier)
        .filter(|_| !is_over)
        .and_then(|item| dossier.items.get(item));
    items::plain_kind(item.map(|item| item.kind))
}

/// Returns what was not understood, in words.
pub fn problem_words(problem: &Problem, words: Words) -> String {
    match problem {
        Problem::UnknownUnit(typed) => words.problem_unknown_unit(typed),
        Problem::AmbiguousUnit(typed, units) => words.problem_ambiguous(typed, &units.join(", ")),
        Problem::UnknownFocus(typed) => words.problem_unknown_focus(typed),
        Problem::NotADate(typed) => words.problem_not_a_date(typed),
        Problem::NotInCalendar(typed) => words.problem_not_in_calendar(typed),
    }
}

/// Returns a line as a plain note of exactly what was typed; it is nobody's words but those of the units it names.
fn verbatim(line: &str, read: Capture) -> Capture {
    let whom = match read.whom {
        Whom::Seats(seats) => Whom::Seats(seats),
        Whom::Floor | Whom::Nobody | Whom::Everybody => Whom::Nobody,
    };
    Capture {
        sort: Sort::Note(NoteKind::Information),
        whom,
        focus: None,
        deadline: None,
        text: line.trim().to_owned(),
        problems: Vec::new(),
    }
}

/// Returns the line that is selected once this one is gone.
fn neighbour(dossier: &Dossier, id: EntryId) -> Option<EntryId> {
    let stream = notes::stream(dossier);
    let here = stream.iter().position(|entry| entry.id() == id)?;
    stream
        .get(here + 1)
        .or_else(|| stream.get(here.checked_sub(1)?))
        .map(|entry| entry.id())
}

/// Refuses to change a meeting whose minutes are signed.
fn sealed(dossier: &Dossier, view: &View) -> Option<Vec<Effect>> {
    let is_final = dossier.meeting.state == MeetingState::Final;
    is_final.then(|| vec![Effect::Say(Status::warned(view.words.why_final()))])
}

/// Refuses to go on with a meeting that is over.
fn over(dossier: &Dossier, view: &View) -> Option<Vec<Effect>> {
    sealed(dossier, view).or_else(|| {
        let is_closed = dossier.meeting.state == MeetingState::Closed;
        is_closed.then(|| vec![Effect::Say(Status::warned(view.words.why_closed()))])
    })
}

fn choose(purpose: ChoicePurpose, dossier: &Dossier, view: &View) -> Vec<Effect> {
    over(dossier, view).unwrap_or_else(|| vec![Effect::Show(Dialog::Choice(Choice::new(purpose)))])
}

fn next_item(dossier: &Dossier, view: &View) -> Vec<Effect> {
    if let Some(refusal) = over(dossier, view) {
        return refusal;
    }
    match items::next(dossier) {
        Some(item) => {
            let label = view.words.told_item_started(&item.title);
            vec![Effect::Commit(Transaction::new(
                label,
                items::start(dossier, item.id, view.now, view.ids),
            ))]
        }
        None => close(dossier, view),
    }
}

fn end_floor(dossier: &Dossier, view: &View) -> Vec<Effect> {
    let changes = turns::end(dossier, view.now);
    match turns::speaker(dossier) {
        Some(seat) if !changes.is_empty() => {
            vec![Effect::Commit(Transaction::new(
                view.words.told_floor_ended(&seat.name),
                changes,
            ))]
        }
        Some(_) | None => vec![Effect::Say(Status::warned(view.words.why_nobody_speaks()))],
    }
}

fn close(dossier: &Dossier, view: &View) -> Vec<Effect> {
    match dossier.meeting.state {
        MeetingState::Planned => vec![Effect::Say(Status::warned(view.words.why_not_begun()))],
        MeetingState::InSession => vec![Effect::Show(Dialog::Choice(Choice::new(
            ChoicePurpose::Close,
        )))],
        MeetingState::Closed | MeetingState::Final => over(dossier, view).unwrap_or_default(),
    }
}

fn reopen(dossier: &Dossier, view: &View) -> Vec<Effect> {
    match dossier.meeting.state {
        MeetingState::Closed => {
            vec![Effect::Commit(Transaction::new(
                view.words.told_reopened(),
                items::reopen(dossier),
            ))]
        }
        MeetingState::Final => vec![Effect::Say(Status::warned(view.words.why_final()))],
        MeetingState::Planned | MeetingState::InSession => {
            vec![Effect::Say(Status::warned(view.words.why_not_closed()))]
        }
    }
}
