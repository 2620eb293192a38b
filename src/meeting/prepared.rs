//! Conclusions that were written beforehand: no paper and no count has them before the chair takes one.

use super::change::{Change, Ids};
use super::code::PreparedState;
use super::dossier::Dossier;
use super::rows::{AgendaItem, Conclusion, FocusArea, Prepared};
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

/// Returns the conclusion that one became when it was taken: it was said in that moment.
pub(crate) fn said<'a>(one: &Prepared, dossier: &'a Dossier) -> Option<&'a Conclusion> {
    let pairs = one.at.map(|at| pairs(dossier, at)).unwrap_or_default();
    let mut pairs = pairs.into_iter();
    pairs.find_map(|(taken, said)| (taken.id == one.id).then_some(said))
}

/// Returns the one that became a conclusion.
pub(crate) fn taken_for<'a>(conclusion: &Conclusion, dossier: &'a Dossier) -> Option<&'a Prepared> {
    let mut pairs = pairs(dossier, conclusion.at).into_iter();
    pairs.find_map(|(taken, said)| (said.id == conclusion.id).then_some(taken))
}

/// Returns those that were taken in a moment, each with the conclusion that it became: the one of the same words, or else
/// the next of the others.
fn pairs(dossier: &Dossier, at: Instant) -> Vec<(&Prepared, &Conclusion)> {
    let taken = dossier.prepared.iter();
    let taken = taken.filter(|one| one.state == PreparedState::Taken && one.at == Some(at));
    let said = dossier.conclusions.iter();
    let mut said: Vec<&Conclusion> = said.filter(|said| said.at == at).collect();
    let (mut pairs, mut others) = (Vec::new(), Vec::new());
    for one in taken {
        match said.iter().position(|said| said.text == one.text) {
            Some(place) => pairs.push((one, said.remove(place))),
            None => others.push(one),
        }
    }
    pairs.extend(others.into_iter().zip(said));
    pairs
}

/// Returns the change that lets the one wait again whose conclusion is deleted.
pub(crate) fn give_back(conclusion: &Conclusion, dossier: &Dossier) -> Option<Change> {
    let one = taken_for(conclusion, dossier)?;
    Some(Change::edit(one, |one| {
        (one.state, one.at) = (PreparedState::Waiting, None);
    }))
}

/// Returns the change that lets one follow its conclusion to another time.
pub(crate) fn follow(conclusion: &Conclusion, at: Instant, dossier: &Dossier) -> Option<Change> {
    let one = taken_for(conclusion, dossier)?;
    Some(Change::edit(one, |one| one.at = Some(at)))
}

/// Returns the line that states it as a conclusion.
pub(crate) fn line(one: &Prepared) -> Capture {
    Capture {
        focus: one.focus,
        ..Capture::of(Sort::Conclusion, &one.text)
    }
}
