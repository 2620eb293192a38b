//! Gaps of lines that were not understood, of conclusions, issues and actions.

use super::{Gap, is_missing};
use crate::meeting::capture::{self, Sort};
use crate::meeting::conclusions as concluded;
use crate::meeting::dossier::Dossier;
use crate::meeting::issues;
use crate::meeting::rows::{Action, Note};
use crate::text::deadlines::is_rhythm;

/// Returns that the chair concluded nothing, or which conclusions state no focus area.
pub(crate) fn conclusions(dossier: &Dossier) -> Vec<Gap> {
    if dossier.conclusions.is_empty() {
        return vec![Gap::NoConclusion];
    }
    let all = concluded::in_order(dossier).into_iter();
    all.filter(|conclusion| conclusion.focus.is_none())
        .map(|conclusion| Gap::Focus(conclusion.id))
        .collect()
}

/// Returns the lines that the secretary had to write as they stood, signs and all.
pub(crate) fn unread(dossier: &Dossier) -> impl Iterator<Item = Gap> {
    let is_unread = |note: &&Note| {
        let line = capture::parse(&note.text, dossier);
        line.sort == Sort::Action || !line.problems.is_empty()
    };
    let notes = dossier.notes.iter().filter(is_unread);
    notes.map(|note| Gap::Unread(note.id))
}

/// Returns the issues of this meeting that nobody has answered.
pub(crate) fn unanswered(dossier: &Dossier) -> Vec<Gap> {
    let open = issues::open(dossier).into_iter();
    open.map(|issue| Gap::Unanswered(issue.id)).collect()
}

/// Returns the gaps of these actions: a lead unit, a deadline, a deliverable.
pub(crate) fn of_actions(dossier: &Dossier, is_wanted: impl Fn(&Action) -> bool) -> Vec<Gap> {
    let actions: Vec<&Action> = dossier
        .actions
        .iter()
        .filter(|action| is_wanted(action))
        .collect();
    let nobody = actions.iter().filter(|action| {
        let mut parts = dossier.assignments.iter();
        !parts.any(|part| part.action == action.id)
    });
    let endless = actions.iter().filter(|action| {
        let mut later = dossier.extensions.iter();
        let is_rhythm = action.deadline_words.as_deref().is_some_and(is_rhythm);
        action.deadline.is_none()
            && !is_rhythm
            && !later.any(|extension| extension.action == action.id)
    });
    let nobody = nobody.map(|action| Gap::Lead(action.id));
    let mut gaps: Vec<Gap> = nobody.chain(endless.map(|a| Gap::Deadline(a.id))).collect();
    let mut empty = actions
        .iter()
        .filter(|action| is_missing(action.deliverable.as_deref()));
    if let Some(first) = empty.next() {
        gaps.push(Gap::Products(1 + empty.count(), first.id));
    }
    gaps
}
