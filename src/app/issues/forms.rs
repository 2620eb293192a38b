//! The forms and choices of the issue log: an answer, who is competent, how far it is, what it is the same as.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::choice::{Choice, ChoicePurpose, ChoiceSpec, Offered};
use crate::app::effect::{Effect, done};
use crate::app::export::ExportForm;
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::actions;
use crate::meeting::cell::Id;
use crate::meeting::code::IssueState;
use crate::meeting::issues::{self, IssueCard, IssueLine, Reply, Resolving, code, life};
use crate::meeting::rows::{Issue, IssueAnswer};
use crate::store::Failure;
use crate::text::dates::short_date;
use crate::text::width::cut_middle;
use crate::words::Words;

/// A form of the issue log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum IssuesForm {
    Answer(Id<Issue>),
    /// An answer that is corrected.
    Correct(Id<Issue>, Id<IssueAnswer>),
    Competent(Id<Issue>),
    /// To whom it is passed.
    Escalate(Id<Issue>),
}

impl Kept for IssuesForm {
    const NAME: &'static str = "Issues";
}

impl FormPurpose for IssuesForm {
    fn spec(&self, view: &View) -> FormSpec {
        match *self {
            Self::Answer(id) => answer_form(id, view),
            Self::Correct(id, answer) => correction_form(id, answer, view),
            Self::Competent(id) => competent_form(id, view),
            Self::Escalate(id) => escalation_form(id, view),
        }
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        book.issue(self.issue())
    }
}

impl IssuesForm {
    /// Returns the issue that it is about.
    pub(crate) fn issue(self) -> Id<Issue> {
        match self {
            Self::Answer(id) | Self::Correct(id, _) | Self::Competent(id) | Self::Escalate(id) => {
                id
            }
        }
    }
}

/// Returns what opens a form; what is merged into another is written to the other.
pub(crate) fn form(form: IssuesForm, view: &View) -> Vec<Effect> {
    let Some(card) = card(form.issue(), view) else {
        return vec![Effect::Say(Status::warned(view.words.why_nothing_here()))];
    };
    if let Err(refusal) = life::alive(card) {
        return refused(refusal, view.words);
    }
    let is_there = match form {
        IssuesForm::Correct(_, id) => answer(id, card).is_some(),
        IssuesForm::Answer(_) | IssuesForm::Competent(_) | IssuesForm::Escalate(_) => true,
    };
    let form = is_there.then(|| Effect::Fill(Form::open(form, view)));
    form.into_iter().collect()
}

const TEXT: Field<String> = Field::new("text", Words::field_answer, fields::needed);

const AUTHOR: Field<Option<String>> =
    Field::new("author", Words::field_answered_by, fields::person);

/// The day of an answer; without one it is today's.
const ON: Field<NaiveDate> = Field::new("on", Words::field_answered_on, fields::near_day_or_today);

const DOCUMENT: Field<Option<String>> =
    Field::new("document", Words::field_answer_document, fields::text);

fn answer_form(id: Id<Issue>, view: &View) -> FormSpec {
    FormSpec::new(view.words.form_answer(&here(id, view)), view.words)
        .field(&TEXT, "")
        .field(&AUTHOR, competent(id, view))
        .suggested(&ON, short_date(view.today()))
        .field(&DOCUMENT, "")
        .then(move |filled, view| {
            let reply = reply(filled)?;
            let effects = change(id, view, |card, here| {
                let changes = life::reply(card, &reply, view.now, view.ids)?;
                let state = view.words.issue_state(IssueState::Answered);
                Ok(done(view.words.told_issue(here, state), changes))
            });
            effects.map_err(|why| refuse(why, &TEXT, view.words))
        })
}

fn correction_form(id: Id<Issue>, of: Id<IssueAnswer>, view: &View) -> FormSpec {
    let said = card(id, view).and_then(|card| answer(of, card));
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let on = said.map(|said| short_date(said.answer.at.date_naive()));
    FormSpec::new(view.words.form_correct_answer(&here(id, view)), view.words)
        .field(&TEXT, text(said.map(|said| &said.text)))
        .field(
            &AUTHOR,
            text(said.and_then(|said| said.answer.author.as_ref())),
        )
        .field(&ON, on.unwrap_or_default())
        .field(
            &DOCUMENT,
            text(said.and_then(|said| said.answer.document.as_ref())),
        )
        .then(move |filled, view| {
            let reply = reply(filled)?;
            let effects = change(id, view, |card, here| {
                let Some(said) = answer(of, card) else {
                    return Ok(vec![Effect::Close]);
                };
                let changes = life::correct(card, &said.answer, &reply, view.now)?;
                Ok(done(view.words.told_answer_corrected(here), changes))
            });
            effects.map_err(|why| refuse(why, &TEXT, view.words))
        })
}

fn reply(filled: &Filled) -> Result<Reply, Refusal> {
    Ok(Reply {
        text: filled.read(&TEXT)?,
        on: filled.read(&ON)?,
        author: filled.read(&AUTHOR)?,
        document: filled.read(&DOCUMENT)?,
    })
}

const COMPETENT: Field<Option<String>> =
    Field::new("competent", Words::field_competent, fields::text);

fn competent_form(id: Id<Issue>, view: &View) -> FormSpec {
    FormSpec::new(view.words.form_competent(&here(id, view)), view.words)
        .field(&COMPETENT, competent(id, view))
        .then(move |filled, view| {
            let body = filled.read(&COMPETENT)?;
            let effects = change(id, view, |card, here| {
                let label = match &body {
                    Some(body) => view.words.told_competent(here, body),
                    None => view.words.told_no_competent(here),
                };
                Ok(done(label, life::entrust(card, body.as_deref())?))
            });
            effects.map_err(|why| refuse(why, &COMPETENT, view.words))
        })
}

const PASSED_TO: Field<String> = Field::new("passed to", Words::field_passed_to, fields::needed);

fn escalation_form(id: Id<Issue>, view: &View) -> FormSpec {
    FormSpec::new(view.words.form_escalate(&here(id, view)), view.words)
        .field(&PASSED_TO, "")
        .then(move |filled, view| {
            let body = filled.read(&PASSED_TO)?;
            let effects = change(id, view, |card, here| {
                let label = view.words.told_escalated(here, &body);
                Ok(done(label, life::escalate(card, &body)?))
            });
            effects.map_err(|why| refuse(why, &PASSED_TO, view.words))
        })
}

/// Refuses the day of an answer, or else the first field of a form.
fn refuse<T>(refusal: issues::Refusal, first: &Field<T>, words: Words) -> Refusal {
    let why = words.issue_refusal(refusal);
    match refusal {
        issues::Refusal::BeforeRaised(..) | issues::Refusal::Future(_) => ON.refuse(why),
        issues::Refusal::Merged(..)
        | issues::Refusal::Itself
        | issues::Refusal::NotMerged
        | issues::Refusal::NotAnswered
        | issues::Refusal::Said
        | issues::Refusal::Resolves(..) => first.refuse(why),
    }
}

/// Returns what asks for the file of the annex.
pub(crate) fn export(view: &View) -> Effect {
    Effect::Fill(Form::open(ExportForm::Issues, view))
}

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
        match *self {
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
        }
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
        "{}×{} {}",
        line.raised_by.len(),
        line.meetings,
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
        None => format!("{}/{}", by.roll_up.done, by.roll_up.total),
    };
    let by = by.clone();
    Offered::new(label, hint, move |view| link(id, &by, view))
}

/// Brings an issue to a state; the forms ask to whom it is passed and what answers it.
fn bring(id: Id<Issue>, state: IssueState, view: &View) -> Vec<Effect> {
    let words = view.words;
    let effects = change(id, view, |card, here| {
        if state == IssueState::Escalated {
            return Ok(form(IssuesForm::Escalate(id), view));
        }
        if state == IssueState::Answered && card.answers.is_empty() {
            return Ok(form(IssuesForm::Answer(id), view));
        }
        let label = words.told_issue(here, words.issue_state(state));
        Ok(done(label, life::settle(card, state)?))
    });
    effects.unwrap_or_else(|why| refused(why, words))
}

/// Lets two issues become one, and says which lives on and how far that is.
fn merge(id: Id<Issue>, other: &Issue, view: &View) -> Vec<Effect> {
    let words = view.words;
    let effects = change(id, view, |card, _| {
        let merger = life::merge(&card.issue, other)?;
        let kept = if merger.kept == other.number {
            other
        } else {
            &card.issue
        };
        let (gone, state) = (code(merger.gone), words.issue_state(kept.state));
        let label = words.told_merged(&gone, &code(merger.kept), state);
        Ok(done(label, merger.changes))
    });
    effects.unwrap_or_else(|why| refused(why, words))
}

/// Lets an action resolve an issue.
fn link(id: Id<Issue>, by: &Resolving, view: &View) -> Vec<Effect> {
    let effects = change(id, view, |card, here| {
        let action = actions::code(by.action.number);
        Ok(done(
            view.words.told_linked(&action, here),
            life::link(card, by)?,
        ))
    });
    effects.unwrap_or_else(|why| refused(why, view.words))
}

/// Changes an issue, which is given with its number as it is shown; only closes before its card is read.
fn change(
    id: Id<Issue>,
    view: &View,
    change: impl FnOnce(&IssueCard, &str) -> Result<Vec<Effect>, issues::Refusal>,
) -> Result<Vec<Effect>, issues::Refusal> {
    match card(id, view) {
        Some(card) => change(card, &code(card.issue.number)),
        None => Ok(vec![Effect::Close]),
    }
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

/// Returns the number of an issue as it is shown; nothing before its card is read.
fn here(id: Id<Issue>, view: &View) -> String {
    card(id, view).map_or_else(String::new, |card| code(card.issue.number))
}

/// Returns who is competent for an issue, as its forms begin.
fn competent(id: Id<Issue>, view: &View) -> String {
    let body = card(id, view).and_then(|card| card.issue.competent.clone());
    body.unwrap_or_default()
}

fn answer(id: Id<IssueAnswer>, card: &IssueCard) -> Option<&issues::Answered> {
    let mut answers = card.answers.iter();
    answers.find(|answered| answered.answer.id == id)
}
