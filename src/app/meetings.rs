//! F2 Hội nghị: the meetings of the book, the newest first.

use serde::{Deserialize, Serialize};

use crate::app::choice::Choice;
use crate::app::command::{Command, ListCommand, MeetingsCommand, ScreenId};
use crate::app::details::Details;
use crate::app::documents::{self, DocumentsChoice};
use crate::app::effect::{Effect, Opening};
use crate::app::form::Form;
use crate::app::keymap::Context;
use crate::app::list;
use crate::app::plan::PlanChoice;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::code::MeetingState;
use crate::meeting::page::Part;
use crate::meeting::readiness::Lacking;
use crate::meeting::rows::Meeting;
use crate::store::Failure;

/// Rows under the list that tell about the selected meeting.
pub(crate) const DETAILS: u16 = 8;

/// Where the user is in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Meetings {
    /// The place of the selected line, over all pages.
    pub(crate) selected: usize,
    /// The meeting on it, which the selection follows when another one is planned.
    pub(crate) meeting: Option<Id<Meeting>>,
}

impl Screen for Meetings {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Screen(ScreenId::Meetings), Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Meetings(command) = command else {
            return Vec::new();
        };
        if command == MeetingsCommand::New {
            return plan(view);
        }
        if command == MeetingsCommand::HandOver {
            return vec![Effect::Show(Opening::Handover(view.today()))];
        }
        let Some(line) = self.line(view) else {
            return vec![Effect::Say(Status::warned(view.words.meetings_none()))];
        };
        let id = line.id;
        match command {
            MeetingsCommand::New | MeetingsCommand::HandOver => Vec::new(),
            MeetingsCommand::Open => vec![Effect::Open(id, first_screen(line.state))],
            MeetingsCommand::Details => vec![
                Effect::Hold(id),
                Effect::Fill(Form::open(Details(id), view)),
            ],
            MeetingsCommand::Documents => [Effect::Hold(id)]
                .into_iter()
                .chain(documents::choose(DocumentsChoice::Open))
                .collect(),
            MeetingsCommand::Roster if line.state == MeetingState::Planned => {
                vec![
                    Effect::Hold(id),
                    Effect::Choose(Choice::new(PlanChoice::Change)),
                ]
            }
            MeetingsCommand::Roster => {
                vec![Effect::Say(Status::warned(view.words.why_not_planned()))]
            }
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        let total = view.shelf.meetings.as_ref().map_or(0, |page| page.total);
        self.selected = list::moved(self.selected, total, list_rows(view.rows), command);
        self.meeting = self.line(view).map(|line| line.id);
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        let today = book.today();
        if book.shelf.owed.is_none() {
            book.shelf.owed = Some(book.store.outstanding(today)?);
        }
        if book.lacks(book.shelf.meetings.as_ref(), self.selected) {
            let page = book.store.meetings(Part::around(self.selected))?;
            let mut lines = page.lines.iter();
            let here = lines.position(|line| Some(line.id) == self.meeting);
            self.selected = here.map_or(self.selected, |position| page.from + position);
            book.shelf.meetings = Some(page);
        }
        let page = book.shelf.meetings.as_ref();
        let selected = page.and_then(|page| page.get(self.selected));
        if let Some(id) = selected.map(|meeting| meeting.id)
            && book.shelf.given.is_none_or(|(of, _)| of != id)
        {
            book.shelf.given = Some((id, book.store.given(id)?));
        }
        let page = book.shelf.meetings.as_ref();
        let planned = page
            .and_then(|page| page.get(self.selected))
            .filter(|meeting| meeting.state == MeetingState::Planned);
        let known = book.shelf.lacking.map(|(of, _)| of);
        if let Some(meeting) = planned.filter(|meeting| known != Some(meeting.id)) {
            let nameless = book.store.nameless(meeting.id)?;
            book.shelf.lacking = Some((meeting.id, Lacking::of(meeting, nameless)));
        }
        Ok(Vec::new())
    }
}

impl Meetings {
    pub(crate) fn line<'a>(&self, view: &View<'a>) -> Option<&'a Meeting> {
        view.shelf
            .meetings
            .as_ref()
            .and_then(|page| page.get(self.selected))
    }
}

/// Asks for the source of a new plan, and says how much is open since the last meeting.
fn plan(view: &View) -> Vec<Effect> {
    let owed = view
        .shelf
        .owed
        .filter(|owed| owed.parts.open() + owed.unanswered > 0);
    let sentence = owed.map(|owed| Effect::Say(Status::said(view.words.owes(&owed))));
    let choice = Choice::new(PlanChoice::From);
    [Effect::Choose(choice)]
        .into_iter()
        .chain(sentence)
        .collect()
}

/// A meeting that has not begun opens at its roll call, one that is going on at the desk, one that is over at its minutes.
fn first_screen(state: MeetingState) -> ScreenId {
    match state {
        MeetingState::Planned => ScreenId::RollCall,
        MeetingState::InSession => ScreenId::Desk,
        MeetingState::Closed | MeetingState::Final => ScreenId::Papers,
    }
}

pub(crate) fn list_rows(rows: u16) -> usize {
    usize::from(rows.saturating_sub(DETAILS + 2)).max(1)
}
