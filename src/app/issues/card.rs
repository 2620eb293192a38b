//! The card of one issue: who raised it in their own words, its answers, the actions that resolve it, merged issues.

use crate::app::command::ScreenId;
use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::actions::Scope;
use crate::meeting::issues::{Answered, IssueCard, Raising, Resolving};
use crate::meeting::notes::EntryId;
use crate::meeting::rows::Issue;

/// A line of the card that can be opened.
pub(crate) enum Matter<'a> {
    Raised(&'a Raising),
    Answer(&'a Answered),
    Action(&'a Resolving),
    /// An issue merged into this one, or the one that this is merged into.
    Issue(&'a Issue),
}

impl Matter<'_> {
    /// Returns the effects that go to the place of the matter.
    pub(crate) fn follow(&self, view: &View) -> Vec<Effect> {
        let note = match self {
            Self::Raised(raised) => raised.note.map(|note| (raised.meeting, note)),
            Self::Answer(answered) => answered.answer.meeting.zip(answered.answer.note),
            Self::Action(by) => {
                return vec![
                    Effect::Go(ScreenId::Actions),
                    Effect::Tell(Message::ScopeActions(Scope::default())),
                    Effect::Tell(Message::ShowAction(Some(by.action.id))),
                ];
            }
            Self::Issue(issue) => return vec![Effect::Tell(Message::ShowIssue(issue.id))],
        };
        match note {
            Some((meeting, note)) => vec![
                Effect::Open(meeting, ScreenId::Desk),
                Effect::Tell(Message::SelectLine(EntryId::Note(note))),
            ],
            None => vec![Effect::Say(Status::warned(view.words.why_no_note()))],
        }
    }
}

/// Returns how many rows a page of the card moves by.
pub(crate) fn rows(rows: u16) -> usize {
    usize::from(rows.saturating_sub(WHOLE + 6)).max(1)
}

/// Returns the lines of the card that can be opened, in their order.
pub(crate) fn matters(card: &IssueCard) -> Vec<Matter<'_>> {
    let raised = card.raised.iter().map(Matter::Raised);
    let answers = card.answers.iter().map(Matter::Answer);
    let actions = card.actions.iter().map(Matter::Action);
    let issues = card.original.iter().chain(&card.duplicates);
    raised
        .chain(answers)
        .chain(actions)
        .chain(issues.map(Matter::Issue))
        .collect()
}

/// Rows under the lines, in which the selected one is told whole.
pub(crate) const WHOLE: u16 = 4;
