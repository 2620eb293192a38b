//! Conclusions that were written beforehand: no paper and no count has them before the chair takes one.

use super::change::{Change, Ids};
use super::code::PreparedState;
use super::dossier::Dossier;
use super::rows::{AgendaItem, FocusArea, Prepared};
use crate::meeting::capture::{Capture, Sort};
use crate::meeting::cell::Id;
use crate::text::dates::Instant;

/// What is written beforehand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) text: String,
    /// The item under which it is thought of.
    pub(crate) item: Option<Id<AgendaItem>>,
    /// The focus area it states.
    pub(crate) focus: Option<Id<FocusArea>>,
}

/// Returns them in their order, those that wait first.
pub(crate) fn in_order(dossier: &Dossier) -> Vec<&Prepared> {
    let mut all: Vec<&Prepared> = dossier.prepared.iter().collect();
    all.sort_by_key(|one| (one.state != PreparedState::Waiting, one.position, one.id));
    all
}

/// Returns how many nobody has decided on.
pub(crate) fn waiting(dossier: &Dossier) -> usize {
    let all = dossier.prepared.iter();
    all.filter(|one| one.state == PreparedState::Waiting)
        .count()
}

/// Returns the change that writes one down, behind the others.
pub(crate) fn write(dossier: &Dossier, draft: Draft, ids: &Ids) -> Change {
    let last = dossier.prepared.iter().map(|one| one.position).max();
    Change::insert(Prepared {
        id: ids.next(),
        meeting: dossier.meeting.id,
        item: draft.item,
        focus: draft.focus,
        position: last.unwrap_or(0).saturating_add(1),
        text: draft.text,
        state: PreparedState::Waiting,
        at: None,
    })
}

/// Returns the change that words one anew.
pub(crate) fn reword(one: &Prepared, draft: Draft) -> Change {
    Change::edit(one, |one| {
        (one.text, one.item, one.focus) = (draft.text, draft.item, draft.focus);
    })
}

/// Returns the change that decides on one, or lets it wait again.
pub(crate) fn decide(one: &Prepared, state: PreparedState, now: Instant) -> Change {
    Change::edit(one, |one| {
        one.state = state;
        one.at = (state != PreparedState::Waiting).then_some(now);
    })
}

/// Returns the line that states it as a conclusion.
pub(crate) fn line(one: &Prepared) -> Capture {
    Capture {
        focus: one.focus,
        ..Capture::of(Sort::Conclusion, &one.text)
    }
}
