//! The forms of the register: reports, details, the result of a look, filters with names; and the list of all of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::actions::doubts::{self, Sure};
use crate::app::actions::extensions;
use crate::app::effect::{Effect, done};
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal, Typed};
use crate::app::kept::Kept;
use crate::app::message::Message;
use crate::app::questions::Questions;
use crate::app::review::settle;
use crate::app::view::View;
use crate::meeting::actions::report::{self, Report, ReportRefusal, report_all, support};
use crate::meeting::actions::{ActionCard, AssignmentLine, code};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::AssignmentState;
use crate::meeting::rows::{Action, Assignment, Extension, SavedFilter};
use crate::store::Failure;
use crate::text::dates::short_date;
use crate::text::same::is_same;
use crate::words::Words;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ActionsForm {
    /// The report of a unit on its part.
    Report(Id<Assignment>),
    /// One report for all selected parts.
    ReportMarked,
    /// A deadline: the first one, or a later one with its reason, as the record of the action asks.
    #[serde(alias = "Extend")]
    Deadline(Id<Action>),
    /// A later deadline for one part.
    ExtendPart(Id<Assignment>),
    /// A later deadline for all selected parts.
    ExtendMarked,
    /// What an extension of this action should have said.
    CorrectExtension(Id<Action>, Id<Extension>),
    /// Why an extension of this action is taken back.
    WithdrawExtension(Id<Action>, Id<Extension>),
    /// The product, the unit that follows up, the units that support.
    Details(Id<Action>),
    /// The result of a look at an action.
    Note(Id<Action>),
    /// The name of this filter.
    SaveFilter(String),
}

impl Kept for ActionsForm {
    const NAME: &'static str = "Actions";
}

impl FormPurpose for ActionsForm {
    fn spec(&self, view: &View) -> FormSpec {
        let about = |spec: FormSpec, id| spec.about(card(id, view));
        let asking = |spec: FormSpec| {
            let form = self.clone();
            spec.then(move |filled, view| form.write(filled, Sure::No, view))
        };
        match self {
            Self::Report(id) => asking(report_form(*id, view)).about(part(*id, view)),
            Self::ReportMarked => asking(report_marked_form(view)).about(chosen(view).first()),
            Self::Deadline(id) => about(asking(extensions::deadline_form(*id, view)), *id),
            Self::ExtendPart(id) => asking(extensions::part_form(*id, view)).about(part(*id, view)),
            Self::ExtendMarked => asking(extensions::marked_form(view)).about(chosen(view).first()),
            Self::CorrectExtension(id, row) => asking(extensions::correct_form(*id, *row, view))
                .about(extensions::row(*id, *row, view)),
            Self::WithdrawExtension(id, row) => asking(extensions::withdraw_form(*id, *row, view))
                .about(extensions::row(*id, *row, view)),
            Self::Details(id) => about(asking(details_form(*id, view)), *id),
            Self::Note(id) => about(note_form(*id, view), *id),
            Self::SaveFilter(line) => save_filter_form(line, view),
        }
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        match self {
            Self::Report(id) | Self::ExtendPart(id) => book.part(*id),
            Self::CorrectExtension(id, _)
            | Self::WithdrawExtension(id, _)
            | Self::Deadline(id)
            | Self::Details(id)
            | Self::Note(id) => book.card(Some(*id)),
            Self::SaveFilter(_) => book.saved_filters(),
            Self::ReportMarked | Self::ExtendMarked => Ok(()),
        }
    }
}

impl ActionsForm {
    /// Writes a filled form down, or asks about a day in it that may be meant otherwise.
    pub(super) fn write(
        &self,
        filled: &Filled,
        sure: Sure,
        view: &View,
    ) -> Result<Vec<Effect>, Refusal> {
        match self {
            Self::Report(id) => write_report(*id, filled, sure, view),
            Self::ReportMarked => write_report_marked(filled, sure, view),
            Self::Deadline(id) => extensions::write_deadline(*id, filled, sure, view),
            Self::ExtendPart(id) => {
                let part = filled.found(part(*id, view))?;
                extensions::write_parts(self, std::slice::from_ref(part), filled, sure, view)
            }
            Self::ExtendMarked => extensions::write_parts(self, chosen(view), filled, sure, view),
            Self::CorrectExtension(id, row) => {
                extensions::write_correction((*id, *row), filled, sure, view)
            }
            Self::WithdrawExtension(id, row) => {
                extensions::write_withdrawal((*id, *row), filled, view)
            }
            Self::Details(id) => write_details(*id, filled, view),
            Self::Note(_) | Self::SaveFilter(_) => Ok(Vec::new()),
        }
    }
}

/// Returns the effect that opens a form.
pub(crate) fn show(form: ActionsForm, view: &View) -> Effect {
    Effect::Fill(Form::open(form, view))
}

const RESULT: Field<Option<String>> = Field::new("result", Words::field_result, fields::text);

const DIFFICULTY: Field<Option<String>> =
    Field::new("difficulty", Words::field_difficulty, fields::text);

const EVIDENCE: Field<Option<String>> = Field::new("evidence", Words::field_evidence, fields::text);

const STATE: Field<AssignmentState> = Field::new("state", Words::field_state, |typed| {
    let (words, typed) = (typed.view.words, fields::needed(typed)?);
    let state = words.read_assignment_state(&typed);
    let state = state.filter(|state| *state != AssignmentState::HandedOver);
    state.ok_or_else(|| words.why_not_a_state(&typed))
});

/// The states by their digits, as the register has them.
const STATES: [AssignmentState; 7] = [
    AssignmentState::NotStarted,
    AssignmentState::InProgress,
    AssignmentState::Reported,
    AssignmentState::Done,
    AssignmentState::Paused,
    AssignmentState::HandedOver,
    AssignmentState::Cancelled,
];

const PERCENT: Field<Option<i64>> = Field::new("percent", Words::field_percent, percent);

fn percent(typed: &Typed) -> Result<Option<i64>, String> {
    if typed.text.is_empty() {
        return Ok(None);
    }
    let share = typed.text.trim_end_matches('%').trim().parse::<i64>();
    match share {
        Ok(share) if (0..=100).contains(&share) => Ok(Some(share)),
        Ok(_) | Err(_) => Err(typed.view.words.why_not_percent(typed.text)),
    }
}

const DONE_ON: Field<Option<NaiveDate>> = Field::new("done on", Words::field_done_on, |typed| {
    let on = fields::near_day(typed)?;
    match on.filter(|on| *on > typed.view.today()) {
        Some(on) => Err(typed.view.words.why_done_in_future(&short_date(on))),
        None => Ok(on),
    }
});

const ACCEPTED_BY: Field<Option<String>> =
    Field::new("accepted by", Words::field_accepted_by, fields::person);

/// Returns the fields of a report that brings a part to this state unless another is typed.
fn report_fields(of: &str, usual: AssignmentState, view: &View) -> FormSpec {
    fields_of_report(&view.words.form_report(of), &Report::of(usual), view)
}

/// Returns the fields of a report with what is known of it.
pub(crate) fn report_fields_with(title: &str, known: Option<&Report>, view: &View) -> FormSpec {
    let known = known.cloned();
    fields_of_report(
        title,
        &known.unwrap_or_else(|| Report::of(AssignmentState::Reported)),
        view,
    )
}

fn fields_of_report(title: &str, known: &Report, view: &View) -> FormSpec {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    FormSpec::new(title, view.words)
        .field(&RESULT, text(&known.text))
        .field(&DIFFICULTY, text(&known.difficulty))
        .field(&EVIDENCE, text(&known.evidence))
        .suggested(&STATE, view.words.assignment_state(known.state))
        .picked_and_noted(&STATES.map(|state| view.words.assignment_state(state)))
        .field(
            &PERCENT,
            known
                .percent
                .map(|share| share.to_string())
                .unwrap_or_default(),
        )
        .field(&DONE_ON, known.done_on.map(short_date).unwrap_or_default())
        .field(&ACCEPTED_BY, text(&known.accepted_by))
}

fn report_form(id: Id<Assignment>, view: &View) -> FormSpec {
    let unit = part(id, view).map_or("", |part| part.unit.as_str());
    report_fields(unit, usual_state(id, view), view)
}

fn write_report(
    id: Id<Assignment>,
    filled: &Filled,
    sure: Sure,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let written = read_report(filled, view)?;
    let part = filled.found(part(id, view))?;
    let doubt = doubts::of_done_on(&written, [part], view);
    if let Some(asked) = sure.asks(doubt, ActionsForm::Report(id), filled) {
        return Ok(asked);
    }
    let reported = part.first_reported;
    let made = report::report(&part.assignment, reported, &written, view.moment());
    let refuse = |refusal| STATE.refuse(view.words.report_refusal(refusal, &part.unit));
    let changes = made.map_err(refuse)?;
    let state = view.words.assignment_state(written.state);
    Ok(done(view.words.told_reported(&part.unit, state), changes))
}

/// Returns the state that a report sets unless another is typed: an accepted part stays accepted.
fn usual_state(id: Id<Assignment>, view: &View) -> AssignmentState {
    let mut parts = view.shelf.card.iter().flat_map(|card| &card.parts);
    let part = parts.find(|part| part.assignment.id == id);
    if part.is_some_and(|part| part.assignment.state == AssignmentState::Done) {
        AssignmentState::Done
    } else {
        AssignmentState::Reported
    }
}

fn report_marked_form(view: &View) -> FormSpec {
    let count = view.words.parts_count(chosen(view).len());
    report_fields(&count, AssignmentState::Reported, view)
}

fn write_report_marked(filled: &Filled, sure: Sure, view: &View) -> Result<Vec<Effect>, Refusal> {
    let report = read_report(filled, view)?;
    let doubt = doubts::of_done_on(&report, chosen(view), view);
    if let Some(asked) = sure.asks(doubt, ActionsForm::ReportMarked, filled) {
        return Ok(asked);
    }
    let mut effects = report_marked(&report, view).map_err(|why| STATE.refuse(why))?;
    effects.push(Effect::Close);
    Ok(effects)
}

/// Writes a report on all selected parts; those that cannot take it are told, and if none can, why.
pub(crate) fn report_marked(report: &Report, view: &View) -> Result<Vec<Effect>, String> {
    let words = view.words;
    let parts = chosen(view);
    let (changes, refused) = report_all(parts, report, view.moment());
    if let (true, Some((unit, refusal))) = (changes.is_empty(), refused.first()) {
        return Err(match (parts.len(), refusal) {
            (1, _) => words.report_refusal(*refusal, unit),
            (_, ReportRefusal::NotReported) => words.why_none_reported().to_owned(),
            (
                _,
                ReportRefusal::HandedOver | ReportRefusal::SoAlready | ReportRefusal::Accepted(_),
            ) => words.why_none_changes().to_owned(),
        });
    }
    let state = words.assignment_state(report.state);
    let what = match parts {
        [only] => only.unit.clone(),
        _ => words.parts_count(parts.len() - refused.len()),
    };
    let label = if refused.is_empty() {
        words.told_reported(&what, state)
    } else {
        words.told_reported_but(&what, state, refused.len())
    };
    Ok(vec![
        Effect::Commit(Transaction::new(label, changes)),
        Effect::Tell(Message::LetGoParts),
    ])
}

/// Reads the report of a filled form.
pub(crate) fn read_report(filled: &Filled, view: &View) -> Result<Report, Refusal> {
    let (state, percent) = (filled.read(&STATE)?, filled.read(&PERCENT)?);
    let fits = match (state, percent) {
        (AssignmentState::Done, Some(percent)) => percent == 100,
        (AssignmentState::NotStarted, Some(percent)) => percent == 0,
        (AssignmentState::InProgress, Some(percent)) => percent < 100,
        (_, _) => true,
    };
    if let (false, Some(percent)) = (fits, percent) {
        let state = view.words.assignment_state(state);
        return Err(PERCENT.refuse(view.words.why_percent_state(percent, state)));
    }
    let accepted_by = filled.read(&ACCEPTED_BY)?;
    if accepted_by.is_some() && state != AssignmentState::Done {
        return Err(ACCEPTED_BY.refuse(view.words.why_not_accepted()));
    }
    Ok(Report {
        accepted_by,
        state,
        percent,
        text: filled.read(&RESULT)?,
        difficulty: filled.read(&DIFFICULTY)?,
        evidence: filled.read(&EVIDENCE)?,
        done_on: filled.read(&DONE_ON)?,
    })
}

const DELIVERABLE: Field<Option<String>> =
    Field::new("deliverable", Words::field_deliverable, fields::text);

const OFFICER: Field<Option<String>> = Field::new("officer", Words::field_officer, fields::person);

const SUPPORTS: Field<Vec<String>> = Field::new("supports", Words::field_supports, |typed| {
    let names = typed.text.split(';').map(|name| name.trim().to_owned());
    Ok(names.filter(|name| !name.is_empty()).collect())
});

fn details_form(id: Id<Action>, view: &View) -> FormSpec {
    let card = card(id, view);
    let action = card.map(|card| &card.line.action);
    let known = |value: fn(&Action) -> &Option<String>| {
        action
            .and_then(|action| value(action).clone())
            .unwrap_or_default()
    };
    let supports = card.iter().flat_map(|card| &card.supports);
    let names: Vec<&str> = supports.map(|row| row.name.as_str()).collect();
    FormSpec::new(
        view.words.form_action_details(&code_of(id, view)),
        view.words,
    )
    .field(&DELIVERABLE, known(|action| &action.deliverable))
    .field(&OFFICER, known(|action| &action.officer))
    .field(&SUPPORTS, names.join("; "))
}

fn write_details(id: Id<Action>, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let card = filled.found(card(id, view))?;
    let action = &card.line.action;
    let (deliverable, officer) = (filled.read(&DELIVERABLE)?, filled.read(&OFFICER)?);
    let names = filled.read(&SUPPORTS)?;
    let edited = Change::edit(action, |action| {
        (action.deliverable, action.officer) = (deliverable, officer);
    });
    let mut changes = vec![edited];
    changes.extend(support(id, &card.supports, &names, view.ids));
    let sentence = view.words.told_action_details(&code(action.number));
    Ok(done(sentence, changes))
}

const LOOK: Field<String> = Field::new("look", Words::field_look, fields::needed);

fn note_form(id: Id<Action>, view: &View) -> FormSpec {
    FormSpec::new(view.words.form_look(&code_of(id, view)), view.words)
        .field(&LOOK, "")
        .then(move |filled, view| {
            let note = filled.read(&LOOK)?;
            let card = filled.found(card(id, view))?;
            let mut effects = settle(card, Some(note), view);
            effects.push(Effect::Close);
            Ok(effects)
        })
}

const FILTER_NAME: Field<String> = Field::new("name", Words::field_filter_name, fields::needed);

const FILTER: Field<String> = Field::new("filter", Words::field_filter, fields::needed);

fn save_filter_form(line: &str, view: &View) -> FormSpec {
    FormSpec::new(view.words.form_save_filter(), view.words)
        .field(&FILTER_NAME, "")
        .field(&FILTER, line)
        .then(|filled, view| {
            let (name, line) = (filled.read(&FILTER_NAME)?, filled.read(&FILTER)?);
            let mut saved = view.shelf.saved.iter().flatten();
            let change = match saved.find(|filter| is_same(&filter.name, &name)) {
                Some(saved) => Change::edit(saved, |saved| saved.line.clone_from(&line)),
                None => Change::insert(SavedFilter {
                    id: view.ids.next(),
                    name: name.clone(),
                    line: line.clone(),
                }),
            };
            let mut effects = done(view.words.told_filter_saved(&name), vec![change]);
            effects.push(Effect::Tell(Message::FilterActions(line)));
            Ok(effects)
        })
}

/// Returns an action that is on the screen.
pub(super) fn card<'a>(id: Id<Action>, view: &View<'a>) -> Option<&'a ActionCard> {
    let card = view.shelf.card.as_ref();
    card.filter(|card| card.line.action.id == id)
}

/// Returns the code of an action; nothing before it is read.
pub(super) fn code_of(id: Id<Action>, view: &View) -> String {
    card(id, view).map_or_else(String::new, |card| code(card.line.action.number))
}

/// Returns the parts that were selected to be reported together.
pub(super) fn chosen<'a>(view: &View<'a>) -> &'a [AssignmentLine] {
    view.shelf.chosen.as_deref().unwrap_or_default()
}

/// Returns the part whose report is written.
fn part<'a>(id: Id<Assignment>, view: &View<'a>) -> Option<&'a AssignmentLine> {
    let part = view.shelf.part.as_ref();
    part.filter(|part| part.assignment.id == id)
}
