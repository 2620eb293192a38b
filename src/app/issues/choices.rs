//! The choices of the issue log: how far an issue is, what it is merged with, what resolves it.

use serde::{Deserialize, Serialize};

use crate::app::choice::{Choice, ChoicePurpose, ChoiceSpec, Offered};
use crate::app::effect::{Effect, done, gone};
use crate::app::issues::forms::{IssuesForm, card, form, refused};
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::view::View;
use crate::meeting::actions;
use crate::meeting::cell::Id;
use crate::meeting::code::IssueState;
use crate::meeting::issues::{IssueCard, IssueLine, IssueRefusal, Resolving, code, life};
use crate::meeting::rows::Issue;
use crate::store::Failure;
use crate::text::width::cut_middle;

/// A choice of the issue log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum IssuesChoice {
    /// How far an issue is.
    State(Id<Issue>),
    /// With which other it is merged.
    Merge(Id<Issue>),
    /// Which action resolves it.
    Link(Id<Issue>),
}

impl Kept for IssuesChoice {
    const NAME: &'static str = "Issues";
}

impl ChoicePurpose for IssuesChoice {
    fn spec(&self, view: &View) -> ChoiceSpec {
        let words = view.words;
        let spec = match *self {
            Self::State(id) => {
                let states = states_offered().map(|state| {
                    Offered::new(words.issue_state(state), "", move |view| {
                        bring(id, state, view)
                    })
                });
                ChoiceSpec::new(words.choose_issue_state(), states.collect())
            }
            Self::Merge(id) => {
                let lines = view.shelf.mergeable.iter().flat_map(|(.., lines)| lines);
                let lines = lines.map(|line| mergeable(id, line, view)).collect();
                let spec = ChoiceSpec::new(words.choose_merge(), lines);
                spec.unnumbered().answered()
            }
            Self::Link(id) => {
                let actions = view.shelf.linkable.iter().flat_map(|(_, actions)| actions);
                let actions = actions.map(|by| linkable(id, by, view)).collect();
                let spec = ChoiceSpec::new(words.choose_link(), actions);
                spec.unnumbered().answered()
            }
        };
        spec.about(card(self.issue(), view))
    }

    fn ask(&self, typed: &str, book: &mut Questions) -> Result<(), Failure> {
        match *self {
            Self::State(_) => {}
            Self::Merge(id) => {
                let asked = book.shelf.mergeable.as_ref();
                if asked.is_none_or(|(with, of, _)| (*with, of.as_str()) != (id, typed)) {
                    let found = book.store.mergeable(id, typed)?;
                    book.shelf.mergeable = Some((id, typed.to_owned(), found));
                }
            }
            Self::Link(_) => {
                let asked = book.shelf.linkable.as_ref();
                if asked.is_none_or(|(of, _)| of != typed) {
                    let found = book.store.linkable(typed)?;
                    book.shelf.linkable = Some((typed.to_owned(), found));
                }
            }
        }
        book.issue(self.issue())
    }
}

impl IssuesChoice {
    /// Returns the issue that it is about.
    pub(crate) fn issue(self) -> Id<Issue> {
        match self {
            Self::State(id) | Self::Merge(id) | Self::Link(id) => id,
        }
    }
}

/// Returns the choice of states; where all that was to be done is done, resolved is offered.
pub(crate) fn states(card: &IssueCard, view: &View) -> Vec<Effect> {
    if let Err(refusal) = life::alive(card) {
        return refused(refusal, view.words);
    }
    let wanted = if card.is_carried_out() {
        IssueState::Resolved
    } else {
        card.issue.state
    };
    let selected = states_offered().position(|state| state == wanted);
    let choice = IssuesChoice::State(card.issue.id);
    vec![Effect::Choose(Choice::at(choice, selected.unwrap_or(0)))]
}

/// Returns the choice of issues that this one can be merged with.
pub(crate) fn merge_with(card: &IssueCard, view: &View) -> Vec<Effect> {
    choose(card, IssuesChoice::Merge(card.issue.id), view)
}

/// Returns the choice of actions that may resolve an issue.
pub(crate) fn link_with(card: &IssueCard, view: &View) -> Vec<Effect> {
    choose(card, IssuesChoice::Link(card.issue.id), view)
}

fn choose(card: &IssueCard, choice: IssuesChoice, view: &View) -> Vec<Effect> {
    match life::alive(card) {
        Ok(_) => vec![Effect::Choose(Choice::new(choice))],
        Err(refusal) => refused(refusal, view.words),
    }
}

fn states_offered() -> impl Iterator<Item = IssueState> {
    let all = IssueState::ALL.iter().copied();
    all.filter(|state| *state != IssueState::Duplicate)
}

/// Columns of a text that an option shows.
fn room(view: &View) -> usize {
    usize::from(view.columns).saturating_sub(42).max(20)
}

fn mergeable(id: Id<Issue>, line: &IssueLine, view: &View) -> Offered {
    let issue = &line.issue;
    let text = cut_middle(&issue.text, room(view)).into_owned();
    let label = format!("{} {text}", code(issue.number));
    let hint = format!(
        "{} · {}",
        view.words.raised_in(line.raised_by.len(), line.meetings),
        view.words.issue_state(issue.state)
    );
    let other = issue.clone();
    Offered::new(label, hint, move |view| merge(id, &other, view))
}

fn linkable(id: Id<Issue>, by: &Resolving, view: &View) -> Offered {
    let action = &by.action;
    let text = cut_middle(&action.text, room(view)).into_owned();
    let label = format!("{} {text}", actions::code(action.number));
    let hint = match by.issue {
        Some(issue) => view.words.action_linked(&code(issue)),
        None => format!("{}/{}", by.roll_up.done, by.roll_up.total()),
    };
    let by = by.clone();
    Offered::new(label, hint, move |view| link(id, &by, view))
}

/// Brings an issue to a state; the forms ask to whom it is passed and what answers it.
fn bring(id: Id<Issue>, state: IssueState, view: &View) -> Vec<Effect> {
    let words = view.words;
    on_card(id, view, |card, here| {
        if state == IssueState::Escalated {
            return Ok(form(IssuesForm::Escalate(id), view));
        }
        if state == IssueState::Answered && card.answers.is_empty() {
            return Ok(form(IssuesForm::Answer(id), view));
        }
        let label = words.told_issue(here, words.issue_state(state));
        Ok(done(label, life::settle(card, state)?))
    })
}

/// Lets two issues become one, and says which lives on and how far that is.
fn merge(id: Id<Issue>, other: &Issue, view: &View) -> Vec<Effect> {
    let words = view.words;
    on_card(id, view, |card, _| {
        let merger = life::merge(&card.issue, other)?;
        let kept = if merger.kept == other.number {
            other
        } else {
            &card.issue
        };
        let (gone, state) = (code(merger.gone), words.issue_state(kept.state));
        let label = words.told_merged(&gone, &code(merger.kept), state);
        Ok(done(label, merger.changes))
    })
}

/// Lets an action resolve an issue.
fn link(id: Id<Issue>, by: &Resolving, view: &View) -> Vec<Effect> {
    on_card(id, view, |card, here| {
        let action = actions::code(by.action.number);
        Ok(done(
            view.words.told_linked(&action, here),
            life::link(card, by)?,
        ))
    })
}

/// Does something with an issue, which is given with its number as it is shown, or says why it cannot be done.
fn on_card(
    id: Id<Issue>,
    view: &View,
    deed: impl FnOnce(&IssueCard, &str) -> Result<Vec<Effect>, IssueRefusal>,
) -> Vec<Effect> {
    match card(id, view) {
        Some(card) => deed(card, &code(card.issue.number))
            .unwrap_or_else(|refusal| refused(refusal, view.words)),
        None => gone(view.words),
    }
}
