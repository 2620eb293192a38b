//! The forms of the issue log: an answer and its correction, who is competent, to whom it is passed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::effect::{Effect, done, gone};
use crate::app::export::ExportForm;
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::code::IssueState;
use crate::meeting::issues::{self, IssueCard, IssueRefusal, Reply, code, life};
use crate::meeting::rows::{Issue, IssueAnswer};
use crate::store::Failure;
use crate::text::dates::short_date;
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
        let spec = match *self {
            Self::Answer(id) => answer_form(id, view),
            Self::Correct(id, answer) => correction_form(id, answer, view),
            Self::Competent(id) => competent_form(id, view),
            Self::Escalate(id) => escalation_form(id, view),
        };
        spec.about(card(self.issue(), view))
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

/// Opens a form; a merged issue is refused, because its answers go to the other one.
pub(crate) fn form(form: IssuesForm, view: &View) -> Vec<Effect> {
    let Some(card) = card(form.issue(), view) else {
        return gone(view.words);
    };
    if let Err(refusal) = life::alive(card) {
        return refused(refusal, view.words);
    }
    let is_there = match form {
        IssuesForm::Correct(_, id) => answer(id, card).is_some(),
        IssuesForm::Answer(_) | IssuesForm::Competent(_) | IssuesForm::Escalate(_) => true,
    };
    if !is_there {
        return gone(view.words);
    }
    vec![Effect::Fill(Form::open(form, view))]
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
            let (card, reply) = (filled.found(card(id, view))?, reply(filled)?);
            let changes = life::reply(card, &reply, view.now, view.ids);
            let changes = changes.map_err(|why| refuse(why, &TEXT, view.words))?;
            let state = view.words.issue_state(IssueState::Answered);
            Ok(done(view.words.told_issue(&here(id, view), state), changes))
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
        .about(said)
        .then(move |filled, view| {
            let (card, reply) = (filled.found(card(id, view))?, reply(filled)?);
            let said = filled.found(answer(of, card))?;
            let changes = life::correct(card, &said.answer, &reply, view.now);
            let changes = changes.map_err(|why| refuse(why, &TEXT, view.words))?;
            Ok(done(
                view.words.told_answer_corrected(&here(id, view)),
                changes,
            ))
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
            let (card, body) = (filled.found(card(id, view))?, filled.read(&COMPETENT)?);
            let here = here(id, view);
            let label = match &body {
                Some(body) => view.words.told_competent(&here, body),
                None => view.words.told_no_competent(&here),
            };
            let changes = life::entrust(card, body.as_deref());
            let changes = changes.map_err(|why| refuse(why, &COMPETENT, view.words))?;
            Ok(done(label, changes))
        })
}

const PASSED_TO: Field<String> = Field::new("passed to", Words::field_passed_to, fields::needed);

fn escalation_form(id: Id<Issue>, view: &View) -> FormSpec {
    FormSpec::new(view.words.form_escalate(&here(id, view)), view.words)
        .field(&PASSED_TO, "")
        .then(move |filled, view| {
            let (card, body) = (filled.found(card(id, view))?, filled.read(&PASSED_TO)?);
            let label = view.words.told_escalated(&here(id, view), &body);
            let changes = life::escalate(card, &body);
            let changes = changes.map_err(|why| refuse(why, &PASSED_TO, view.words))?;
            Ok(done(label, changes))
        })
}

/// Refuses the day of an answer, or else the first field of a form.
fn refuse<T>(refusal: IssueRefusal, first: &Field<T>, words: Words) -> Refusal {
    let why = words.issue_refusal(refusal);
    match refusal {
        IssueRefusal::BeforeRaised(..) | IssueRefusal::Future(_) => ON.refuse(why),
        IssueRefusal::Merged(..)
        | IssueRefusal::Itself
        | IssueRefusal::NotMerged
        | IssueRefusal::NotAnswered
        | IssueRefusal::Said
        | IssueRefusal::Resolves(..) => first.refuse(why),
    }
}

/// Returns the effect that asks for the file of the annex.
pub(crate) fn export(view: &View) -> Effect {
    Effect::Fill(Form::open(ExportForm::Issues, view))
}

/// Says why something cannot be done; what was open stays open.
pub(crate) fn refused(refusal: IssueRefusal, words: Words) -> Vec<Effect> {
    vec![Effect::Say(Status::warned(words.issue_refusal(refusal)))]
}

/// Returns the card of an issue, if it is the one that the book told.
pub(crate) fn card<'a>(id: Id<Issue>, view: &View<'a>) -> Option<&'a IssueCard> {
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
