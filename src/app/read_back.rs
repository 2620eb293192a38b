//! Reads back to the chair the conclusions and actions so far, or the open issues; a wrong one is corrected there.

use serde::{Deserialize, Serialize};

use crate::app::choice::Choice;
use crate::app::command::{Command, ListCommand, ReadBackCommand};
use crate::app::desk::choices::DeskChoice;
use crate::app::desk::forms::DeskForm;
use crate::app::effect::{Effect, gone, no_meeting};
use crate::app::form::Form;
use crate::app::keymap::Context;
use crate::app::list;
use crate::app::message::Message;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::code::MeetingState;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry, EntryId};
use crate::meeting::rows::Issue;
use crate::meeting::{actions, conclusions, issues};

/// The entries that a reading goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ReadBackOf {
    /// Conclusions and actions of this meeting so far.
    Conclusions,
    /// Issues that nobody has answered, before the meeting is closed.
    OpenIssues,
}

/// A reading in progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ReadBack {
    pub(crate) matter: ReadBackOf,
    /// The line that is selected.
    pub(crate) selected: usize,
    /// The line to be selected once it is shown again after it was corrected.
    pub(crate) line: Option<EntryId>,
}

/// One entry of the reading: its heading, its text, and the subject that Enter opens.
pub(crate) struct Piece {
    pub(crate) heading: String,
    pub(crate) text: String,
    of: Subject,
}

#[derive(Clone, Copy)]
enum Subject {
    Line(EntryId),
    Issue(i64),
}

impl Screen for ReadBack {
    fn contexts(&self) -> &'static [Context] {
        &[Context::ReadBack, Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::ReadBack(command) = command else {
            return Vec::new();
        };
        let Some(dossier) = view.dossier else {
            return no_meeting(view.words);
        };
        let pieces = self.pieces(dossier, view);
        let here = self.here(&pieces);
        match command {
            ReadBackCommand::Cancel => vec![Effect::Back],
            ReadBackCommand::Copy => {
                let all = pieces
                    .iter()
                    .map(|piece| format!("{}\n{}", piece.heading, piece.text));
                vec![Effect::Copy(all.collect::<Vec<_>>().join("\n\n"))]
            }
            ReadBackCommand::Next if dossier.meeting.state == MeetingState::InSession => {
                vec![Effect::Choose(Choice::new(DeskChoice::Close))]
            }
            ReadBackCommand::Next => {
                vec![Effect::Say(Status::warned(view.words.why_not_begun()))]
            }
            ReadBackCommand::Correct => match pieces.get(here).map(|piece| piece.of) {
                Some(Subject::Issue(number)) => vec![
                    Effect::CloseAll,
                    Effect::Tell(Message::Prefix(format!(": {} ", issues::code(number)))),
                ],
                Some(Subject::Line(id)) => {
                    if notes::entry(dossier, id).is_none() {
                        return gone(view.words);
                    }
                    vec![Effect::Fill(Form::open(DeskForm::Line(id), view))]
                }
                None => vec![Effect::Say(Status::warned(view.words.why_nothing_here()))],
            },
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        let Some(dossier) = view.dossier else { return };
        let pieces = self.pieces(dossier, view);
        let rows = usize::from(view.rows);
        let there = list::moved(self.here(&pieces), pieces.len(), rows, command);
        (self.selected, self.line) = (there, None);
    }
}

impl ReadBack {
    /// Reads the conclusions and actions back.
    pub(crate) fn conclusions() -> Self {
        Self {
            matter: ReadBackOf::Conclusions,
            selected: 0,
            line: None,
        }
    }

    /// Reads the conclusions and actions back, from a line on that was just corrected.
    pub(crate) fn at(line: EntryId) -> Self {
        Self {
            line: Some(line),
            ..Self::conclusions()
        }
    }

    /// Reads back the open issues.
    pub(crate) fn open_issues() -> Self {
        Self {
            matter: ReadBackOf::OpenIssues,
            ..Self::conclusions()
        }
    }

    pub(crate) fn here(&self, pieces: &[Piece]) -> usize {
        let place = self.line.and_then(|line| {
            pieces
                .iter()
                .position(|piece| matches!(piece.of, Subject::Line(id) if id == line))
        });
        let last = pieces.len().saturating_sub(1);
        place.unwrap_or(self.selected).min(last)
    }

    pub(crate) fn pieces(&self, dossier: &Dossier, view: &View) -> Vec<Piece> {
        match self.matter {
            ReadBackOf::Conclusions => {
                let concluded = conclusions::in_order(dossier).into_iter();
                let lines = concluded
                    .map(Entry::Conclusion)
                    .chain(dossier.actions.iter().map(Entry::Action));
                (1..)
                    .zip(lines)
                    .map(|(place, entry)| piece(place, entry, dossier, view))
                    .collect()
            }
            ReadBackOf::OpenIssues => issues::open(dossier)
                .into_iter()
                .map(|issue| open_issue(issue, dossier, view))
                .collect(),
        }
    }
}

pub(crate) fn piece(place: usize, entry: Entry, dossier: &Dossier, view: &View) -> Piece {
    let words = view.words;
    let area = entry.focus().and_then(|area| dossier.focus.get(area));
    let area = area.map(|area| words.focus_short(area.number));
    let mut heading: Vec<String> = match entry {
        Entry::Action(action) => {
            let whom = words.whom(&notes::capture_of(dossier, entry).whom, dossier);
            let due = words.due_shown(action.deadline, action.deadline_words.as_deref());
            let deadline = due.map(|due| words.due(&due));
            [Some(actions::code(action.number)), Some(whom), deadline]
                .into_iter()
                .flatten()
                .collect()
        }
        Entry::Conclusion(_) | Entry::Note(_) => vec![words.conclusion_number(place)],
    };
    heading.extend(area);
    Piece {
        heading: heading.join(" · "),
        text: entry.text().to_owned(),
        of: Subject::Line(entry.id()),
    }
}

fn open_issue(issue: &Issue, dossier: &Dossier, view: &View) -> Piece {
    let raised = dossier.raised.iter();
    let names: Vec<&str> = raised
        .filter(|raised| raised.issue == issue.id)
        .filter_map(|raised| raised.seat.and_then(|seat| dossier.seats.get(seat)))
        .map(|seat| seat.name.as_str())
        .collect();
    let area = issue.focus.and_then(|area| dossier.focus.get(area));
    let area = area.map(|area| view.words.focus_short(area.number));
    let parts = [
        Some(issues::code(issue.number)),
        Some(names.join(", ")),
        area,
    ];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    Piece {
        heading: parts.collect::<Vec<_>>().join(" · "),
        text: issue.text.clone(),
        of: Subject::Issue(issue.number),
    }
}
