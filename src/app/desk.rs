//! F4 Bàn thư ký: where the secretary lives during the meeting; the capture line always has the focus.

pub(crate) mod capture;
pub(crate) mod choices;
pub(crate) mod course;
pub(crate) mod forms;
pub(crate) mod items;
pub(crate) mod marks;
pub(crate) mod paste;
pub(crate) mod stream;
pub(crate) mod time_conflicts;
pub(crate) mod turns;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::app::choice::Choice;
use crate::app::command::{Command, DeskCommand, EditCommand, ScreenId};
use crate::app::desk::choices::DeskChoice;
use crate::app::effect::{Effect, Opening};
use crate::app::field;
use crate::app::keymap::Context;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::capture::{Capture, Whom, actions_in, completion, parse};
use crate::meeting::cell::Id;
use crate::meeting::code::NoteKind;
use crate::meeting::completion::Completion;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, EntryId, Filter, Target};
use crate::meeting::rows::{Prepared, Seat};
use crate::meeting::{agenda, floor};
use crate::store::Failure;
use crate::text::line::Line;
use crate::text::trail::{Step, Trail};

pub(crate) use crate::app::desk::capture::{meant, verbatim};
pub(crate) use crate::app::desk::course::{
    give, go_on, interject, leave, silent_first, update as run_course,
};

/// Where the user is on the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Desk {
    pub(crate) line: Line,
    /// The selected line of the stream.
    pub(crate) selected: Option<EntryId>,
    /// The line of the stream that the capture line will replace.
    pub(crate) editing: Option<EntryId>,
    /// The lines of the stream that are moved or turned into another kind together.
    pub(crate) marked: Vec<EntryId>,
    /// The filter of the stream.
    pub(crate) filter: Filter,
    /// The completion that an arrow has chosen.
    pub(crate) chosen: Option<usize>,
    /// Whether Esc has sent the completion away.
    pub(crate) dismissed: bool,
    /// The line that drew a warning because a part of it was not understood; Enter again writes it unchanged.
    pub(crate) questioned: Option<String>,
    /// The line that was asked about, an answer, and the issue that was picked for it, or none of the book.
    pub(crate) answers: Option<(String, Option<i64>)>,
    /// The place of the recalled line among the lines typed before, counted from the latest.
    pub(crate) recalled: Option<usize>,
    /// The prepared conclusion that the line states in other words: it is taken once the line is written as one.
    pub(crate) taken_up: Option<Id<Prepared>>,
    /// The line before the last change.
    #[serde(skip)]
    trail: Trail,
    /// The text of the line as it was read last, with its meaning in the open meeting.
    #[serde(skip)]
    read: Option<(String, Capture)>,
    /// The actions whose codes stand in the line, with their texts, as far as the book has them.
    #[serde(skip)]
    named: Vec<(i64, String)>,
}

impl Screen for Desk {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Screen(ScreenId::Desk), Context::Text]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        if let Command::Course(command) = command {
            return run_course(command, view);
        }
        let Command::Desk(command) = command else {
            return Vec::new();
        };
        let Some(dossier) = view.dossier else {
            return vec![Effect::Say(Status::warned(view.words.why_no_meeting()))];
        };
        match command {
            DeskCommand::Write => self.enter(dossier, view),
            DeskCommand::Complete => self.complete(dossier, view),
            DeskCommand::Undo => self.undo(),
            DeskCommand::Redo => self.redo(),
            DeskCommand::Retype => self.retype(dossier, view),
            DeskCommand::Mark => self.mark(dossier, view),
            DeskCommand::Jump => choose(DeskChoice::Jump),
            DeskCommand::Place => self.place(dossier, view),
            DeskCommand::Split => self.split(dossier, view),
            DeskCommand::Join => self.join(dossier, view),
            DeskCommand::Remove => self.remove(dossier, view),
            DeskCommand::Filter => choose(DeskChoice::Filter(self.filter)),
            DeskCommand::Earlier => self.go(dossier, -1, view),
            DeskCommand::Later => self.go(dossier, 1, view),
            DeskCommand::EarlierPage => self.page(dossier, -8, view),
            DeskCommand::LaterPage => self.page(dossier, 8, view),
            DeskCommand::StepBack => self.step_back(dossier, view),
            DeskCommand::Ward => self.show_card(dossier, view),
            DeskCommand::Prepared => vec![Effect::Show(Opening::Prepared(self.line.is_blank()))],
        }
    }

    fn edit(&mut self, command: EditCommand, view: &View) -> Vec<Effect> {
        if let Some(effects) = self.typed_in_stream(command, view) {
            return effects;
        }
        let before = self.line.clone();
        field::edit(&mut self.line, command, view.typing);
        let step = match command {
            EditCommand::Type(c) => Some(Step::Typed(c)),
            EditCommand::Backspace | EditCommand::Delete => Some(Step::Deleted),
            EditCommand::DeleteWord | EditCommand::Clear => Some(Step::Put),
            EditCommand::Left | EditCommand::Right | EditCommand::Home | EditCommand::End => None,
        };
        if let Some(step) = step.filter(|_| before.text() != self.line.text()) {
            self.trail.keep(&before, step);
        }
        self.touched();
        Vec::new()
    }

    fn paste(&mut self, text: &str, _: &View) -> Vec<Effect> {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        if lines.count() > 1 {
            return choose(DeskChoice::Paste(text.to_owned()));
        }
        self.put(text);
        Vec::new()
    }

    fn shows_clock(&self) -> bool {
        true
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        book.known()?;
        let text = self.line.text();
        self.read = book
            .dossier
            .map(|dossier| (text.to_owned(), parse(text, dossier)));
        let read = self.read.as_ref().map(|(_, read)| actions_in(&read.text));
        self.named = book.actions_named(&read.unwrap_or_default())?;
        // What hangs on a selected action is known when it is to be deleted.
        if let Some(action) = self.selected.and_then(EntryId::action) {
            book.card(Some(action))?;
        }
        let card = book.dossier.and_then(|dossier| self.card(dossier)?.unit);
        if let Some(unit) = card {
            book.ward(unit)?;
            book.history(unit, book.meeting())?;
        }
        Ok(Vec::new())
    }
}

impl Desk {
    /// Adds words at the end of the line.
    pub(crate) fn append(&mut self, words: &str) {
        self.trail.keep(&self.line, Step::Put);
        self.line.end();
        self.line.paste(words);
        self.touched();
    }

    /// Goes on with the line by words that were typed elsewhere.
    pub(crate) fn go_on(&mut self, words: &str) {
        let is_parted = self.line.is_blank() || self.line.text().ends_with(' ');
        let gap = if is_parted { "" } else { " " };
        self.append(&format!("{gap}{words}"));
    }

    /// Puts words in front of the line and the caret at its end.
    pub(crate) fn prefix(&mut self, words: &str) {
        self.trail.keep(&self.line, Step::Put);
        self.line = Line::of(&format!("{words}{}", self.line.text()));
        self.touched();
    }

    /// Lets the line be written as an answer for an issue, or for none of the book.
    pub(crate) fn answers(&mut self, issue: Option<i64>) {
        self.answers = Some((self.line.text().to_owned(), issue));
    }

    /// Returns the issue that the line goes to when it is written.
    pub(crate) fn target(&self, line: &Capture, dossier: &Dossier, view: &View) -> Target {
        let edited = self.editing.and_then(|id| notes::entry(dossier, id));
        let writing = view.writing(dossier);
        writing.target(line, edited, self.plain_kind(dossier))
    }

    /// Empties the line after its commit; the filter of the stream and the marks stay.
    pub(crate) fn written(&mut self) {
        *self = Self {
            filter: self.filter,
            marked: std::mem::take(&mut self.marked),
            ..Self::default()
        };
    }

    /// Clears the undo trail of the line, so that the next undo takes back the last transaction.
    pub(crate) fn forget_trail(&mut self) {
        self.trail = Trail::default();
    }

    /// Puts a prepared conclusion into the line, to be written in other words.
    pub(crate) fn take_up(&mut self, prepared: Id<Prepared>, line: &str) {
        self.trail.keep(&self.line, Step::Put);
        self.line = Line::of(line);
        self.touched();
        (self.taken_up, self.dismissed) = (Some(prepared), true);
    }

    fn touched(&mut self) {
        // What is typed into an empty line is another matter.
        self.taken_up = self.taken_up.filter(|_| !self.line.is_blank());
        self.chosen = None;
        self.dismissed = false;
        self.questioned = None;
        self.answers = None;
        self.recalled = None;
    }

    /// Returns the completion before the caret, unless Esc has dismissed it.
    pub(crate) fn completion(&self, dossier: &Dossier, view: &View) -> Option<Completion> {
        if self.dismissed {
            None
        } else {
            completion(self.line.before(), view.lore(dossier))
        }
    }

    /// Returns the meaning of the line: it was read when it or the book changed.
    pub(crate) fn read(&self, dossier: &Dossier) -> Cow<'_, Capture> {
        let text = self.line.text();
        match &self.read {
            Some((of, read)) if of == text => Cow::Borrowed(read),
            Some(_) | None => Cow::Owned(parse(text, dossier)),
        }
    }

    /// Returns the codes of the actions that stand in the line, each with its text if the book has it.
    pub(crate) fn mentioned(&self, line: &Capture) -> Vec<(i64, Option<&str>)> {
        let text = |number| {
            let mut named = self.named.iter();
            named
                .find(|(of, _)| *of == number)
                .map(|(_, text)| text.as_str())
        };
        let numbers = actions_in(&line.text).into_iter();
        numbers.map(|number| (number, text(number))).collect()
    }

    /// Returns the unit whose card Ctrl-D shows: the one the line names, or the one that speaks.
    pub(crate) fn card<'a>(&self, dossier: &'a Dossier) -> Option<&'a Seat> {
        self.named(dossier).or_else(|| floor::speaker(dossier))
    }

    /// Returns the first unit that the line names.
    pub(crate) fn named<'a>(&self, dossier: &'a Dossier) -> Option<&'a Seat> {
        let named = match &self.read(dossier).whom {
            Whom::Seats(seats) => seats.first().copied(),
            Whom::Floor | Whom::Nobody | Whom::Everybody | Whom::AllBut(_) => None,
        };
        named.and_then(|seat| dossier.seats.get(seat))
    }

    /// Returns the kind of note that the line becomes without a sign.
    pub(crate) fn plain_kind(&self, dossier: &Dossier) -> NoteKind {
        let edited = self.editing.and_then(|id| notes::entry(dossier, id));
        edited.map_or_else(
            || plain_kind(dossier),
            |entry| notes::plain_kind(entry, dossier),
        )
    }

    /// Shows only some lines of the stream.
    pub(crate) fn show_only(&mut self, filter: Filter) {
        (self.filter, self.selected) = (filter, None);
    }

    fn step_back(&mut self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        if self.completion(dossier, view).is_some() {
            self.dismissed = true;
        } else if self.editing.is_some() {
            *self = Self {
                selected: self.selected,
                filter: self.filter,
                marked: std::mem::take(&mut self.marked),
                ..Self::default()
            };
        } else if self.selected.is_some() {
            self.selected = None;
        } else if !self.marked.is_empty() {
            self.marked = Vec::new();
        } else {
            self.filter = Filter::default();
        }
        Vec::new()
    }
}

pub(crate) fn choose(choice: DeskChoice) -> Vec<Effect> {
    vec![Effect::Choose(Choice::new(choice))]
}

/// Returns the kind of note that a new line without a sign becomes now.
pub(crate) fn plain_kind(dossier: &Dossier) -> NoteKind {
    let is_over = dossier.meeting.closed.is_some();
    let item = agenda::current_item(dossier)
        .filter(|_| !is_over)
        .and_then(|item| dossier.items.get(item));
    agenda::plain_kind(item.map(|item| item.kind))
}

/// Refuses to go on with a meeting that is over.
fn over(view: &View) -> Option<Vec<Effect>> {
    view.over().map(|refusal| vec![Effect::Say(refusal)])
}
