//! Remarks on lines that were not understood, and on conclusions, issues and actions.

use super::Remark;
use crate::meeting::actions::lacks_deadline;
use crate::meeting::capture::{self, Sort};
use crate::meeting::code::ItemKind;
use crate::meeting::conclusions as concluded;
use crate::meeting::dossier::Dossier;
use crate::meeting::issues;
use crate::meeting::rows::{Action, Note};
use crate::papers::sentences::known;

/// Returns which conclusions state no focus area.
pub(crate) fn conclusions(dossier: &Dossier) -> impl Iterator<Item = Remark> {
    let all = concluded::in_order(dossier).into_iter();
    let without = all.filter(|conclusion| conclusion.focus.is_none());
    without.map(|conclusion| Remark::Focus(conclusion.id))
}

/// Returns the lines that the secretary had to write as they stood, signs and all.
pub(crate) fn unread(dossier: &Dossier) -> impl Iterator<Item = Remark> {
    let is_unread = |note: &&Note| {
        let line = capture::parse(&note.text, dossier);
        let mut problems = line.problems.iter();
        line.sort == Sort::Action || problems.any(|problem| !problem.may_be_text())
    };
    let notes = dossier.notes.iter().filter(is_unread);
    notes.map(|note| Remark::Unread(note.id))
}

/// Returns the lines of a discussion of which nobody is named who said them.
pub(crate) fn of_nobody(dossier: &Dossier) -> impl Iterator<Item = Remark> {
    let is_discussed = |note: &&Note| {
        let item = note.item.and_then(|item| dossier.items.get(item));
        item.is_some_and(|item| item.kind == ItemKind::Discussion)
    };
    let notes = dossier.notes.iter().filter(is_discussed);
    let notes = notes.filter(|note| note.is_of_nobody());
    notes.map(|note| Remark::Nobody(note.id))
}

/// Returns the issues of this meeting that nobody has answered.
pub(crate) fn unanswered(dossier: &Dossier) -> impl Iterator<Item = Remark> {
    let open = issues::open(dossier).into_iter();
    open.map(|issue| Remark::Unanswered(issue.id))
}

/// Returns the actions whose deadline was said in words that name no day and no rhythm: they are printed as they were said.
pub(crate) fn without_day(dossier: &Dossier) -> impl Iterator<Item = Remark> {
    let said = dossier.actions.iter().filter(|action| {
        let words = known(action.deadline_words.as_deref());
        words.is_some() && lacks_deadline(action.deadline, words)
    });
    said.map(|action| Remark::NoDay(action.id))
}

/// Returns how many of these actions have no deliverable.
pub(crate) fn products(dossier: &Dossier, is_wanted: impl Fn(&Action) -> bool) -> Option<Remark> {
    let actions = dossier.actions.iter();
    let mut without = actions
        .filter(|action| is_wanted(action) && known(action.deliverable.as_deref()).is_none());
    let first = without.next()?;
    Some(Remark::Products(1 + without.count(), first.id))
}
