//! The forms and choices of the issue log: an answer, who is competent, how far it is, what it is the same as.

use serde::{Deserialize, Serialize};

use crate::app::choice::Choice;
use crate::app::effect::Effect;
use crate::app::export::ExportForm;
use crate::app::form::Form;
use crate::app::offers::Offered;
use crate::app::old_choice::Purpose as ChoicePurpose;
use crate::app::old_form::Purpose;
use crate::app::picks::Pick;
use crate::app::questions::Questions;
use crate::app::status::Status;
use crate::app::submit::{Refusal, done, near_day, need, optional};
use crate::app::view::View;
use crate::meeting::actions;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::IssueState;
use crate::meeting::issues::{self, IssueCard, IssueLine, Reply, Resolving, code, life};
use crate::meeting::rows::{Action, Issue, IssueAnswer};
use crate::store::Failure;
use crate::text::dates::short_date;
use crate::text::width::cut_middle;
use crate::words::Words;

/// A form of the issue log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum IssuesForm {
    /// An answer.
    Answer(Id<Issue>),
    /// An answer that is corrected.
    Correct(Id<Issue>, Id<IssueAnswer>),
    /// Who is competent.
    Competent(Id<Issue>),
    /// To whom it is passed.
    Escalate(Id<Issue>),
}

/// A choice of the issue log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum IssuesChoice {
    /// How far an issue is.
    State(Id<Issue>),
    /// With which other it is merged.
    Merge(Id<Issue>),
    /// Which action resolves it.
    Link(Id<Issue>),
}

/// What is picked of a choice of the issue log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssuesPick {
    /// Brings an issue to a state.
    State(Id<Issue>, IssueState),
    /// Merges two issues.
    Merge(Id<Issue>, Id<Issue>),
    /// Lets an action resolve an issue.
    Link(Id<Issue>, Id<Action>),
}

impl IssuesForm {
    /// Returns the issue that it is about.
    pub fn issue(self) -> Id<Issue> {
        match self {
            Self::Answer(id) | Self::Correct(id, _) | Self::Competent(id) | Self::Escalate(id) => {
                id
            }
        }
    }
}

impl IssuesChoice {
    /// Returns the issue that it is about.
    pub fn issue(self) -> Id<Issue> {
        match self {
            Self::State(id) | Self::Merge(id) | Self::Link(id) => id,
        }
    }
}

/// Returns what opens a form; what is merged into another is written to the other.
pub fn form(form: IssuesForm, view: &View) -> Vec<Effect> {
    let Some(card) = card(form.issue(), view) else {
        return vec![Effect::Say(Status::warned(view.words.why_nothing_here()))];
    };
    let issue = match life::alive(card) {
        Ok(issue) => issue,
        Err(refusal) => return refused(refusal, view.words),
    };
    let body = issue.competent.clone().unwrap_or_default();
    let today = short_date(view.today());
    let values = match form {
        IssuesForm::Answer(_) => vec![String::new(), body, today, String::new()],
        IssuesForm::Correct(_, id) => {
            let mut answers = card.answers.iter();
            let Some(answered) = answers.find(|answered| answered.answer.id == id) else {
                return Vec::new();
            };
            let answer = &answered.answer;
            vec![
                answered.text.clone(),
                answer.author.clone().unwrap_or_default(),
                short_date(answer.at.date_naive()),
                answer.document.clone().unwrap_or_default(),
            ]
        }
        IssuesForm::Competent(_) => vec![body],
        IssuesForm::Escalate(_) => vec![String::new()],
    };
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    vec![Effect::Fill(Form::new(Purpose::Issues(form), &values))]
}

/// Returns the choice of states; where all that was to be done is done, resolved is offered.
pub fn states(card: &IssueCard, view: &View) -> Vec<Effect> {
    if let Err(refusal) = life::alive(card) {
        return refused(refusal, view.words);
    }
    let wanted = if card.is_carried_out() {
        IssueState::Resolved
    } else {
        card.issue.state
    };
    let selected = states_offered().position(|state| state == wanted);
    let choice = Choice {
        selected: selected.unwrap_or(0),
        ..Choice::new(ChoicePurpose::Issues(IssuesChoice::State(card.issue.id)))
    };
    vec![Effect::Choose(choice)]
}

/// Returns the choice of issues that this one can be merged with.
pub fn merge_with(card: &IssueCard, view: &View) -> Vec<Effect> {
    choose(card, IssuesChoice::Merge(card.issue.id), view)
}

/// Returns the choice of actions that may resolve an issue.
pub fn link_with(card: &IssueCard, view: &View) -> Vec<Effect> {
    choose(card, IssuesChoice::Link(card.issue.id), view)
}

fn choose(card: &IssueCard, choice: IssuesChoice, view: &View) -> Vec<Effect> {
    match life::alive(card) {
        Ok(_) => vec![Effect::Choose(Choice::new(ChoicePurpose::Issues(choice)))],
        Err(refusal) => refused(refusal, view.words),
    }
}

/// Returns what asks for the file of the annex.
pub fn export(view: &View) -> Effect {
    Effect::Fill(Form::open(ExportForm::Issues, view))
}

/// Returns the names of the fields.
pub(crate) fn labels(form: IssuesForm, words: Words) -> Vec<&'static str> {
    match form {
        IssuesForm::Answer(_) | IssuesForm::Correct(..) => vec![
            words.field_answer(),
            words.field_answered_by(),
            words.field_answered_on(),
            words.field_answer_document(),
        ],
        IssuesForm::Competent(_) => vec![words.field_competent()],
        IssuesForm::Escalate(_) => vec![words.field_passed_to()],
    }
}

/// Returns the title of a form.
pub(crate) fn title(form: IssuesForm, view: &View) -> String {
    let code = card(form.issue(), view).map(|card| code(card.issue.number));
    let (words, code) = (view.words, code.unwrap_or_default());
    match form {
        IssuesForm::Answer(_) => words.form_answer(&code),
        IssuesForm::Correct(..) => words.form_correct_answer(&code),
        IssuesForm::Competent(_) => words.form_competent(&code),
        IssuesForm::Escalate(_) => words.form_escalate(&code),
    }
}

/// Returns the title of a choice.
pub(crate) fn choice_title(choice: IssuesChoice, words: Words) -> &'static str {
    match choice {
        IssuesChoice::State(_) => words.choose_issue_state(),
        IssuesChoice::Merge(_) => words.choose_merge(),
        IssuesChoice::Link(_) => words.choose_link(),
    }
}

/// Returns what a filled form becomes.
pub(crate) fn submit(
    form: IssuesForm,
    values: &[String],
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let Some(card) = card(form.issue(), view) else {
        return Ok(vec![Effect::Close]);
    };
    let here = code(card.issue.number);
    let refuse = |refusal: issues::Refusal| Refusal {
        field: field_of(refusal),
        why: words.issue_refusal(refusal),
    };
    let (label, changes) = match form {
        IssuesForm::Answer(_) => {
            let label = words.told_issue(&here, words.issue_state(IssueState::Answered));
            let changes = life::reply(card, &reply(values, view)?, view.now, view.ids);
            (label, changes)
        }
        IssuesForm::Correct(_, id) => {
            let mut answers = card.answers.iter().map(|answered| &answered.answer);
            let Some(answer) = answers.find(|answer| answer.id == id) else {
                return Ok(vec![Effect::Close]);
            };
            let label = words.told_answer_corrected(&here);
            let changes = life::correct(card, answer, &reply(values, view)?, view.now);
            (label, changes)
        }
        IssuesForm::Competent(_) => {
            let body = optional(values, 0);
            let label = match &body {
                Some(body) => words.told_competent(&here, body),
                None => words.told_no_competent(&here),
            };
            (label, life::entrust(card, body.as_deref()))
        }
        IssuesForm::Escalate(_) => {
            let body = need(values, 0, words.field_passed_to(), words)?;
            let label = words.told_escalated(&here, &body);
            (label, life::escalate(card, &body))
        }
    };
    Ok(done(label, changes.map_err(refuse)?))
}

/// Reads an answer; without a day it is today's.
fn reply(values: &[String], view: &View) -> Result<Reply, Refusal> {
    let text = need(values, 0, view.words.field_answer(), view.words)?;
    let day = optional(values, 2).map(|typed| near_day(&typed, view.today(), view.words));
    let on = day
        .transpose()
        .map_err(|why| Refusal { field: 2, why })?
        .unwrap_or(view.today());
    Ok(Reply {
        text,
        author: optional(values, 1),
        document: optional(values, 3),
        on,
    })
}

/// Returns the field that has to be mended.
fn field_of(refusal: issues::Refusal) -> usize {
    match refusal {
        issues::Refusal::BeforeRaised(..) | issues::Refusal::Future(_) => 2,
        issues::Refusal::Merged(..)
        | issues::Refusal::Itself
        | issues::Refusal::NotMerged
        | issues::Refusal::NotAnswered
        | issues::Refusal::Said
        | issues::Refusal::Resolves(..) => 0,
    }
}

/// Returns the options of a choice.
pub(crate) fn options(choice: IssuesChoice, view: &View) -> Vec<Offered> {
    match choice {
        IssuesChoice::State(id) => states_offered()
            .map(|state| {
                let pick = IssuesPick::State(id, state);
                Offered::new(view.words.issue_state(state), "", Pick::Issues(pick))
            })
            .collect(),
        IssuesChoice::Merge(id) => {
            let lines = view.shelf.mergeable.iter().flat_map(|(.., lines)| lines);
            lines.map(|line| mergeable(id, line, view)).collect()
        }
        IssuesChoice::Link(id) => {
            let actions = view.shelf.linkable.iter().flat_map(|(_, actions)| actions);
            actions.map(|by| linkable(id, by, view)).collect()
        }
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
        "{}×{} {}",
        line.raised_by.len(),
        line.meetings,
        view.words.issue_state(issue.state)
    );
    Offered::new(label, hint, Pick::Issues(IssuesPick::Merge(id, issue.id)))
}

fn linkable(id: Id<Issue>, by: &Resolving, view: &View) -> Offered {
    let action = &by.action;
    let text = cut_middle(&action.text, room(view)).into_owned();
    let label = format!("{} {text}", actions::code(action.number));
    let hint = match by.issue {
        Some(issue) => view.words.action_linked(&code(issue)),
        None => format!("{}/{}", by.roll_up.done, by.roll_up.total),
    };
    Offered::new(label, hint, Pick::Issues(IssuesPick::Link(id, action.id)))
}

/// Returns what picking an option asks of the program.
pub(crate) fn picked(pick: IssuesPick, view: &View) -> Vec<Effect> {
    let words = view.words;
    let (IssuesPick::State(id, _) | IssuesPick::Merge(id, _) | IssuesPick::Link(id, _)) = pick;
    let Some(card) = card(id, view) else {
        return vec![Effect::Close];
    };
    let here = code(card.issue.number);
    let picked = match pick {
        IssuesPick::State(_, IssueState::Escalated) => {
            return form(IssuesForm::Escalate(id), view);
        }
        IssuesPick::State(_, IssueState::Answered) if card.answers.is_empty() => {
            return form(IssuesForm::Answer(id), view);
        }
        IssuesPick::State(_, state) => {
            let label = words.told_issue(&here, words.issue_state(state));
            life::settle(card, state).map(|changes| (label, changes))
        }
        IssuesPick::Merge(_, other) => merged(card, other, view),
        IssuesPick::Link(_, action) => {
            let mut found = view.shelf.linkable.iter().flat_map(|(_, found)| found);
            let Some(by) = found.find(|by| by.action.id == action) else {
                return vec![Effect::Close];
            };
            let label = words.told_linked(&actions::code(by.action.number), &here);
            life::link(card, by).map(|changes| (label, changes))
        }
    };
    match picked {
        Ok((label, changes)) => done(label, changes),
        Err(refusal) => refused(refusal, words),
    }
}

/// Returns how two issues become one, under the words that say which lives on and how far that is.
fn merged(
    card: &IssueCard,
    other: Id<Issue>,
    view: &View,
) -> Result<(String, Vec<Change>), issues::Refusal> {
    let mut lines = view.shelf.mergeable.iter().flat_map(|(.., lines)| lines);
    let found = lines.find(|line| line.issue.id == other);
    let other = &found.ok_or(issues::Refusal::Itself)?.issue;
    let merger = life::merge(&card.issue, other)?;
    let kept = if merger.kept == other.number {
        other
    } else {
        &card.issue
    };
    let state = view.words.issue_state(kept.state);
    let label = view
        .words
        .told_merged(&code(merger.gone), &code(merger.kept), state);
    Ok((label, merger.changes))
}

/// Says why something cannot be done; what was open stays open.
fn refused(refusal: issues::Refusal, words: Words) -> Vec<Effect> {
    vec![Effect::Say(Status::warned(words.issue_refusal(refusal)))]
}

/// Returns the card of an issue, if it is the one that the book told.
fn card<'a>(id: Id<Issue>, view: &View<'a>) -> Option<&'a IssueCard> {
    let card = view.shelf.issue.as_ref();
    card.filter(|card| card.issue.id == id)
}

impl IssuesChoice {
    pub(crate) fn ask(self, typed: &str, book: &mut Questions) -> Result<(), Failure> {
        match self {
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
