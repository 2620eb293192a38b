//! Remarks on the course of a meeting: times that contradict one another.

use super::Remark;
use crate::meeting::agenda;
use crate::meeting::code::MeetingState;
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::{AgendaItem, ItemRun, Meeting};
use crate::papers::sentences::known;

/// Returns the contradictions in the times of the meeting and of its items.
pub(crate) fn times(dossier: &Dossier) -> Vec<Remark> {
    let meeting = &dossier.meeting;
    let mut remarks = Vec::new();
    match meeting.state {
        MeetingState::Planned | MeetingState::InSession => remarks.push(Remark::NotClosed),
        MeetingState::Closed | MeetingState::Final => {}
    }
    if meeting
        .opened
        .zip(meeting.closed)
        .is_some_and(|(opened, closed)| closed < opened)
    {
        remarks.push(Remark::ClosedFirst);
    }
    let wrong = |item: &&AgendaItem| {
        let mut runs = dossier.runs.iter().filter(|run| run.item == item.id);
        runs.any(|run| contradicts(run, meeting))
    };
    let items = agenda::items(dossier).into_iter();
    remarks.extend(items.filter(wrong).map(|item| Remark::ItemTimes(item.id)));
    remarks
}

/// Returns that nobody has said whether the minutes of a meeting that is over were read out or approved.
pub(crate) fn approval(dossier: &Dossier) -> Option<Remark> {
    let meeting = &dossier.meeting;
    let is_over = match meeting.state {
        MeetingState::Planned | MeetingState::InSession => false,
        MeetingState::Closed | MeetingState::Final => true,
    };
    let is_unsaid = meeting.read_out.is_none() && known(meeting.approved.as_deref()).is_none();
    (is_over && is_unsaid).then_some(Remark::Unapproved)
}

/// Says whether a run ended before it began, or reaches out of the meeting.
fn contradicts(run: &ItemRun, meeting: &Meeting) -> bool {
    let end = run.ended.unwrap_or(run.began);
    end < run.began
        || meeting.opened.is_some_and(|opened| run.began < opened)
        || meeting.closed.is_some_and(|closed| end > closed)
}
