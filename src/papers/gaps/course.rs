//! Gaps of the course of a meeting: its times, its particulars, its items.

use super::{Gap, is_missing};
use crate::meeting::agenda::{self, ItemState};
use crate::meeting::code::{ItemKind, MeetingState};
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::{AgendaItem, ItemRun, Meeting};

/// Returns the gaps and contradictions in the times of the meeting and of its items.
pub(crate) fn times(dossier: &Dossier) -> Vec<Gap> {
    let meeting = &dossier.meeting;
    let mut gaps = Vec::new();
    let is_over = match meeting.state {
        MeetingState::Planned | MeetingState::InSession => false,
        MeetingState::Closed | MeetingState::Final => true,
    };
    if !is_over {
        gaps.push(Gap::NotClosed);
    } else if meeting.closed.is_none() {
        gaps.push(Gap::ClosingTime);
    }
    if is_over && meeting.opened.is_none() {
        gaps.push(Gap::OpeningTime);
    }
    if meeting
        .opened
        .zip(meeting.closed)
        .is_some_and(|(opened, closed)| closed < opened)
    {
        gaps.push(Gap::ClosedFirst);
    }
    let wrong = |item: &&AgendaItem| {
        let mut runs = dossier.runs.iter().filter(|run| run.item == item.id);
        runs.any(|run| contradicts(run, meeting))
    };
    let items = agenda::items(dossier).into_iter();
    gaps.extend(items.filter(wrong).map(|item| Gap::ItemTimes(item.id)));
    gaps
}

/// Says whether a run ended before it began, or reaches out of the meeting.
fn contradicts(run: &ItemRun, meeting: &Meeting) -> bool {
    let end = run.ended.unwrap_or(run.began);
    end < run.began
        || meeting.opened.is_some_and(|opened| run.began < opened)
        || meeting.closed.is_some_and(|closed| end > closed)
}

/// Returns the particulars that nobody has filled in.
pub(crate) fn particulars(dossier: &Dossier) -> Vec<Gap> {
    let meeting = &dossier.meeting;
    let recorder = [&meeting.recorder, &meeting.recorder_office];
    let mut gaps: Vec<Gap> = venue(dossier).chain(chair(dossier)).collect();
    if recorder
        .into_iter()
        .any(|value| is_missing(value.as_deref()))
    {
        gaps.push(Gap::Recorder);
    }
    if is_missing(meeting.documents.as_deref()) {
        gaps.push(Gap::Documents);
    }
    if meeting.recorded.is_none() {
        gaps.push(Gap::Recording);
    }
    gaps
}

/// Returns the gap of a meeting without a venue.
pub(crate) fn venue(dossier: &Dossier) -> impl Iterator<Item = Gap> {
    let is_missing = is_missing(dossier.meeting.venue.as_deref());
    is_missing.then_some(Gap::Venue).into_iter()
}

/// Returns the gap of a chair without name or office.
pub(crate) fn chair(dossier: &Dossier) -> impl Iterator<Item = Gap> {
    let chair = [&dossier.meeting.chair, &dossier.meeting.chair_office];
    let is_missing = chair.into_iter().any(|value| is_missing(value.as_deref()));
    is_missing.then_some(Gap::Chair).into_iter()
}

/// Returns the gap of minutes without the number of pages and copies.
pub(crate) fn pages(dossier: &Dossier) -> Option<Gap> {
    let meeting = &dossier.meeting;
    (meeting.pages.is_none() || meeting.copies.is_none()).then_some(Gap::Pages)
}

/// Returns the items without an outcome.
pub(crate) fn items(dossier: &Dossier) -> Vec<Gap> {
    let silent = |item: &&AgendaItem| {
        let needs_no_note = item.kind == ItemKind::Pause || item.kind == ItemKind::Conclusion;
        let skipped = agenda::state(dossier, item) == ItemState::Skipped;
        !needs_no_note && !skipped && !dossier.notes.iter().any(|note| note.item == Some(item.id))
    };
    let items = agenda::items(dossier).into_iter();
    items
        .filter(silent)
        .map(|item| Gap::Silent(item.id))
        .collect()
}

/// Returns the gaps of the chair's run sheet: the place, the chair, and the presenters.
pub(crate) fn run_sheet(dossier: &Dossier) -> Vec<Gap> {
    let speaks = |item: &&AgendaItem| match item.kind {
        ItemKind::Opening
        | ItemKind::Review
        | ItemKind::Report
        | ItemKind::Documents
        | ItemKind::Answers => is_missing(item.presenter.as_deref()),
        ItemKind::Discussion | ItemKind::Conclusion | ItemKind::Pause | ItemKind::Other => false,
    };
    let items = agenda::items(dossier).into_iter().filter(speaks);
    venue(dossier)
        .chain(chair(dossier))
        .chain(items.map(|item| Gap::Presenter(item.id)))
        .collect()
}
