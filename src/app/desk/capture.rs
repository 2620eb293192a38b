//! The capture line at work: writing, completion, recall, undo, pasting, abbreviations of phrases.

use crate::app::command::{AppCommand, Command};
use crate::app::desk::choices::DeskChoice;
use crate::app::desk::{Desk, choose};
use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::actions;
use crate::meeting::capture::{Capture, LineProblem, Sort, Whom, line_of};
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::{MeetingState, NoteKind, PreparedState};
use crate::meeting::dossier::Dossier;
use crate::meeting::floor::Voice;
use crate::meeting::notes::{self, Entry, LineRefusal, Place, Target};
use crate::meeting::prepared;
use crate::meeting::rows::Snippet;
use crate::text::line::Line;
use crate::text::same::is_same;
use crate::text::trail::Step;

impl Desk {
    /// Puts a text into the line where the caret stands.
    pub(crate) fn put(&mut self, text: &str) {
        self.trail.keep(&self.line, Step::Put);
        self.line.paste(text);
        self.touched();
    }

    /// Accepts a chosen completion, edits a selected line, gives the floor, or writes the typed line.
    pub(crate) fn enter(&mut self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        if self.chosen.is_some() && self.completion(dossier, view).is_some() {
            return self.complete(dossier, view);
        }
        if self.line.is_blank() {
            return match self.selected.and_then(|id| notes::entry(dossier, id)) {
                Some(entry) => self.begin_editing(entry, dossier),
                None => vec![Effect::Say(Status::warned(view.words.why_empty_line()))],
            };
        }
        // Nothing is asked of a line that the book will not take.
        if let Some(refusal) = view.sealed() {
            return vec![Effect::Say(refusal)];
        }
        let line = self.settled(self.read(dossier).into_owned());
        if let Some(seat) = line.only_names().filter(|_| self.editing.is_none()) {
            return crate::app::desk::give(&Voice::Seat(seat), dossier, view)
                .into_iter()
                .chain([Effect::LineWritten])
                .collect();
        }
        if self.questioned.as_deref() != Some(self.line.text())
            && let Some(question) = self.question(&line, dossier, view)
        {
            self.questioned = Some(self.line.text().to_owned());
            return vec![Effect::Say(Status::warned(question))];
        }
        if let Target::Unsure(numbers) = self.target(&line, dossier, view) {
            return choose(DeskChoice::Answered(numbers));
        }
        self.write(&meant(line.with_near_units()), dossier, view)
    }

    /// Returns the line with the issue that was picked for it.
    fn settled(&self, line: Capture) -> Capture {
        match &self.answers {
            Some((of, issue)) if of == self.line.text() => line.for_issue(*issue),
            Some(_) | None => line,
        }
    }

    /// Returns the warning that the user must confirm before a line is written.
    fn question(&self, line: &Capture, dossier: &Dossier, view: &View) -> Option<String> {
        let words = view.words;
        if let Some(problem) = line.problems.first() {
            return Some(words.line_question(problem));
        }
        let unknown = line
            .issue
            .filter(|number| !view.known().has_issue(*number, dossier));
        if let Some(number) = unknown {
            let problem = words.problem_unknown_issue(&crate::meeting::issues::code(number));
            return Some(words.why_check_line(&problem));
        }
        let is_gone = |id| notes::entry(dossier, id).is_none();
        if self.editing.is_some_and(is_gone) {
            return Some(words.why_line_gone().to_owned());
        }
        let is_over = dossier.meeting.state == MeetingState::Closed;
        (is_over && self.editing.is_none()).then(|| words.why_check_closed().to_owned())
    }

    fn write(&self, line: &Capture, dossier: &Dossier, view: &View) -> Vec<Effect> {
        let plain = self.plain_kind(dossier);
        let edited = self.editing.and_then(|id| notes::entry(dossier, id));
        let written = match edited {
            Some(entry) => view.writing(dossier).rewrite(entry, line),
            None => view
                .writing(dossier)
                .write(line, Place::now(dossier, view.now)),
        };
        let kind = view.words.sort(line.sort, plain);
        let label = match (edited, line.sort) {
            (Some(_), _) => view.words.told_rewritten(kind),
            (None, Sort::Action) => view
                .words
                .told_assigned(&actions::code(view.known().numbers.action)),
            (None, Sort::Plain | Sort::Note(_) | Sort::Conclusion) => view.words.told_written(kind),
        };
        let lacks_unit = view.writing(dossier).lacks_unit(line, edited, plain);
        let is_new_action = line.sort == Sort::Action && edited.is_none();
        let is_owed = !is_new_action || view.writing(dossier).is_owed(line);
        let lacking = match (lacks_unit, is_owed) {
            (true, _) => Some(view.words.told_no_unit().to_owned()),
            (false, owed) => (!owed).then(|| view.words.told_owed_by_nobody().to_owned()),
        };
        // A remark on how the line was read is repeated in the sentence of the commit.
        let remark = line.remarks.first();
        let remark = remark.map(|remark| view.words.line_remark(remark));
        match written {
            Ok(mut changes) => {
                changes.extend(self.decided(line, dossier, view));
                let label = [
                    Some(with_links(label, &changes, dossier, view)),
                    lacking,
                    remark,
                ];
                let label = label.into_iter().flatten().collect::<Vec<_>>().join(" · ");
                let hidden = !self.filter.is_open();
                let show =
                    hidden.then_some(Effect::Tell(Message::ShowLines(notes::Filter::default())));
                [
                    Effect::Commit(Transaction::new(label, changes)),
                    Effect::LineWritten,
                ]
                .into_iter()
                .chain(show)
                .collect()
            }
            Err(LineRefusal::NoFocus) => choose(DeskChoice::FocusArea),
            Err(
                refusal @ (LineRefusal::Empty | LineRefusal::NoUnit | LineRefusal::DeadlineStands),
            ) => {
                vec![Effect::Say(Status::warned(view.words.refusal(refusal)))]
            }
        }
    }

    /// Returns the change that takes the prepared conclusion which the line states in other words.
    fn decided(&self, line: &Capture, dossier: &Dossier, view: &View) -> Option<Change> {
        let one = self.taken_up.and_then(|id| dossier.prepared.get(id))?;
        let is_said = line.sort == Sort::Conclusion && one.state == PreparedState::Waiting;
        is_said.then(|| prepared::decide(one, PreparedState::Taken, view.now))
    }

    /// Puts a line of the stream into the capture line, to be written anew.
    pub(crate) fn begin_editing(&mut self, entry: Entry, dossier: &Dossier) -> Vec<Effect> {
        let line = line_of(&notes::capture_of(dossier, entry), dossier);
        *self = Self {
            line: Line::of(&line),
            editing: Some(entry.id()),
            selected: self.selected,
            filter: self.filter,
            marked: std::mem::take(&mut self.marked),
            ..Self::default()
        };
        self.dismissed = true;
        Vec::new()
    }

    /// Completes the word at the caret, or expands a phrase; on an empty line it goes to the stream and back.
    pub(crate) fn complete(&mut self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        if self.line.is_blank() {
            return match self.selected.take() {
                Some(_) => Vec::new(),
                None => self.page(dossier, -1, view),
            };
        }
        if let Some(completion) = self.completion(dossier, view)
            && let Some((choice, _)) = completion.choices.get(self.chosen.unwrap_or(0))
        {
            self.trail.keep(&self.line, Step::Put);
            self.line.complete(completion.start, &format!("{choice} "));
            self.touched();
            return Vec::new();
        }
        let before = self.line.before();
        let start = before
            .rfind(char::is_whitespace)
            .map_or(0, |space| space + 1);
        let word = before.get(start..).unwrap_or_default().to_lowercase();
        let phrases: &[Snippet] = view.shelf.snippets.as_deref().unwrap_or_default();
        let Some(snippet) = phrases
            .iter()
            .find(|snippet| is_same(&snippet.short, &word))
        else {
            return vec![Effect::Say(Status::warned(
                view.words.why_no_snippet(&word),
            ))];
        };
        self.trail.keep(&self.line, Step::Put);
        self.line.complete(start, &format!("{} ", snippet.phrase));
        self.touched();
        Vec::new()
    }

    /// Puts an earlier or a later of the lines that were typed before into the line.
    pub(crate) fn recall(&mut self, by: isize, view: &View) -> Vec<Effect> {
        let place = match (self.recalled, by < 0) {
            (None, true) => Some(0),
            (None, false) => None,
            (Some(place), true) => Some(place + 1),
            (Some(place), false) => place.checked_sub(1),
        };
        let Some(place) = place else {
            self.trail.keep(&self.line, Step::Put);
            self.line = Line::default();
            self.touched();
            return Vec::new();
        };
        if let Some(typed) = view.typed.iter().rev().nth(place) {
            self.trail.keep(&self.line, Step::Put);
            self.line = Line::of(typed);
            self.touched();
            (self.recalled, self.dismissed) = (Some(place), true);
        } else if self.recalled.is_none() {
            return vec![Effect::Say(Status::warned(view.words.why_nothing_typed()))];
        }
        Vec::new()
    }

    /// Takes typing back; when nothing has been typed, the last change of the book.
    pub(crate) fn undo(&mut self) -> Vec<Effect> {
        if self.trail.back(&mut self.line) {
            self.touched();
            return Vec::new();
        }
        self.forget_trail();
        vec![Effect::Run(Command::App(AppCommand::Undo))]
    }

    /// Restores typing, or the last change of the book that was taken back.
    pub(crate) fn redo(&mut self) -> Vec<Effect> {
        if self.trail.again(&mut self.line) {
            self.touched();
            return Vec::new();
        }
        vec![Effect::Run(Command::App(AppCommand::Redo))]
    }
}

/// Returns what a line means once the user insists: it stays what its sign says, with the units that were understood. Where
/// none of them was, it is not of who happens to have the floor.
pub(crate) fn meant(line: Capture) -> Capture {
    let whom = if line.problems.iter().any(LineProblem::is_unit) {
        line.whom.into_said()
    } else {
        line.whom
    };
    Capture { whom, ..line }
}

/// Returns the sentence of a commit with the codes of the issues that it brings an answer or an action to, or takes it
/// away from.
pub(crate) fn with_links(
    label: String,
    changes: &[Change],
    dossier: &Dossier,
    view: &View,
) -> String {
    let linked = view.writing(dossier).linked(changes);
    let mut label = label;
    if !linked.to.is_empty() {
        label = format!("{label} → {}", linked.to.join(", "));
    }
    if linked.from.is_empty() {
        return label;
    }
    let left = view.words.told_left_issue(&linked.from.join(", "));
    format!("{label} · {left}")
}

/// Returns the typed text as a plain note, word for word. Only the units that it names are its speakers.
pub(crate) fn verbatim(line: &str, read: Capture) -> Capture {
    let whom = match read.whom {
        Whom::Seats(seats) => Whom::Seats(seats),
        Whom::Floor | Whom::Nobody | Whom::Everybody | Whom::AllBut(_) => Whom::Nobody,
    };
    Capture {
        whom,
        ..Capture::of(Sort::Note(NoteKind::Information), line.trim())
    }
}
