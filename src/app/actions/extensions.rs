//! The forms of deadlines: the first one, a later one for all or for one unit, and what corrects it or takes it back.

use chrono::NaiveDate;

use crate::app::actions::choices::ActionsChoice;
use crate::app::actions::doubts::{self, Doubt, Sure};
use crate::app::actions::forms::{ActionsForm, card, chosen, code_of};
use crate::app::choice::{Choice, ChoiceSpec, Offered};
use crate::app::effect::{Effect, done};
use crate::app::fields::{self, Said};
use crate::app::form::{Field, Filled, Form, FormSpec, Refusal};
use crate::app::message::Message;
use crate::app::view::View;
use crate::meeting::actions::extension::{
    ExtensionRefusal, correct, extend, extend_part, withdraw,
};
use crate::meeting::actions::{ActionCard, AssignmentLine};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::rows::{Action, Assignment, Extension};
use crate::text::dates::short_date;
use crate::text::deadlines::{Deadline, Due, due_as_typed};
use crate::words::Words;

const DEADLINE: Field<Due> = Field::new("deadline", Words::field_new_deadline, fields::due);

/// The same field, read for the year that was meant.
const YEAR: Field<Option<(NaiveDate, NaiveDate)>> =
    Field::new("deadline", Words::field_new_deadline, fields::other_year);

const FIRST_DEADLINE: Field<Said> =
    Field::new("deadline", Words::field_deadline, fields::said_deadline);

const REASON: Field<String> = Field::new("reason", Words::field_reason, fields::needed);

const ALLOWED_BY: Field<Option<String>> =
    Field::new("allowed by", Words::field_allowed_by, fields::person);

const GRANTED: Field<NaiveDate> = Field::new("granted", Words::field_granted, |typed| {
    let day = fields::near_day_or_today(typed)?;
    if day > typed.view.today() {
        return Err(typed.view.words.why_granted_in_future(&short_date(day)));
    }
    Ok(day)
});

const DOCUMENT: Field<Option<String>> =
    Field::new("document", Words::field_grant_document, fields::text);

/// Says whether an action has no deadline yet. What is signed has no first deadline any more; a day that was agreed
/// afterwards comes with its reason.
fn is_first(card: &ActionCard) -> bool {
    let line = &card.line;
    line.action.deadline.is_none() && line.deadline.is_none() && !card.is_signed
}

/// Returns how many units still owe their part: they have not reported it.
fn owing(card: &ActionCard) -> usize {
    let owes = |part: &&AssignmentLine| part.assignment.state.row().owes_report;
    card.parts.iter().filter(owes).count()
}

/// Opens what Ctrl-T asks: the first deadline; for whom a later one is; or its form at once where only one can be meant.
pub(crate) fn begin(card: &ActionCard, part: Option<&AssignmentLine>, view: &View) -> Vec<Effect> {
    let action = card.line.action.id;
    let form = |form| vec![Effect::Fill(Form::open(form, view))];
    match part {
        Some(part) if !is_first(card) && card.line.roll_up.total() > 1 => {
            let choice = ActionsChoice::ExtendWhom(action, part.assignment.id);
            vec![Effect::Choose(Choice::new(choice))]
        }
        Some(_) | None => form(ActionsForm::Deadline(action)),
    }
}

/// For whom a deadline is extended: the unit alone first, then all who still owe.
pub(super) fn whom(action: Id<Action>, part: Id<Assignment>, view: &View) -> ChoiceSpec {
    let words = view.words;
    let card = card(action, view);
    let unit = card.and_then(|card| card.parts.iter().find(|own| own.assignment.id == part));
    let show =
        |form: ActionsForm| move |view: &View| vec![Effect::Fill(Form::open(form.clone(), view))];
    let options = card.zip(unit).map_or_else(Vec::new, |(card, unit)| {
        let alone = words.option_extend_unit(&unit.unit);
        let all = words.option_extend_all(owing(card));
        vec![
            Offered::new(alone, "", show(ActionsForm::ExtendPart(part))),
            Offered::new(all, "", show(ActionsForm::Deadline(action))),
        ]
    });
    ChoiceSpec::new(words.choose_extend_whom(), options).about(unit)
}

/// Opens the list of the extensions of an action, to correct them or to take them back.
pub(crate) fn list(action: Id<Action>) -> Vec<Effect> {
    vec![Effect::Choose(Choice::new(ActionsChoice::Extensions(
        action,
    )))]
}

/// The extensions of an action: each that stands to be corrected or taken back, and those that were.
pub(super) fn listed(action: Id<Action>, view: &View) -> ChoiceSpec {
    let words = view.words;
    let card = card(action, view);
    let rows = || card.into_iter().flat_map(|card| &card.extensions);
    let told = |row: &Extension| {
        let unit = card.and_then(|card| card.unit_of(row));
        words.extended(row, unit)
    };
    let show =
        |form: ActionsForm| move |view: &View| vec![Effect::Fill(Form::open(form.clone(), view))];
    let standing = rows().filter(|row| row.stands()).flat_map(|row| {
        let granted = words.granted_on(&short_date(row.granted_on()));
        let correct = words.option_correct_extension(&told(row));
        let withdraw = words.option_withdraw_extension(&told(row));
        [
            Offered::new(
                correct,
                granted,
                show(ActionsForm::CorrectExtension(action, row.id)),
            ),
            Offered::new(
                withdraw,
                "",
                show(ActionsForm::WithdrawExtension(action, row.id)),
            ),
        ]
    });
    let gone = rows().filter(|row| !row.stands()).map(|row| {
        let day = row.withdrawn.map(|at| short_date(at.date_naive()));
        let is_corrected = rows().any(|other| other.corrects == Some(row.id));
        let hint = match &row.withdrawn_why {
            Some(why) => words.withdrawn_because(&day.unwrap_or_default(), why),
            None if is_corrected => words.corrected_on(&day.unwrap_or_default()),
            None => words.withdrawn_on(&day.unwrap_or_default()),
        };
        Offered::nothing(told(row), hint)
    });
    let mut options: Vec<Offered> = standing.chain(gone).collect();
    if options.is_empty() {
        options.push(Offered::nothing(words.no_extensions(), ""));
    }
    ChoiceSpec::new(words.choose_extension(), options)
        .unnumbered()
        .about(card)
}

/// Returns an extension of an action that is on the screen, while it stands.
pub(super) fn row<'a>(
    action: Id<Action>,
    id: Id<Extension>,
    view: &View<'a>,
) -> Option<&'a Extension> {
    let rows = card(action, view)?.extensions.iter();
    rows.filter(|row| row.stands()).find(|row| row.id == id)
}

/// The form of a deadline of an action: the record of it tells whether a later day needs its reason, and so the fields.
pub(super) fn deadline_form(id: Id<Action>, view: &View) -> FormSpec {
    let (code, words) = (code_of(id, view), view.words);
    let card = card(id, view);
    if card.is_some_and(is_first) {
        return FormSpec::new(words.form_deadline(&code), words).field(&FIRST_DEADLINE, "");
    }
    let spec = extension_fields(words.form_extend(&code), None, view);
    let several = card.filter(|card| card.line.roll_up.total() > 1);
    spec.noting(several.map(|card| words.extends_all(owing(card))))
}

/// The form of a later deadline of one part.
pub(super) fn part_form(id: Id<Assignment>, view: &View) -> FormSpec {
    let part = view.shelf.part.as_ref();
    let part = part.filter(|part| part.assignment.id == id);
    let unit = part.map_or("", |part| part.unit.as_str());
    let due = part.and_then(|part| part.due).map(short_date);
    let code = part.map(|part| code_of(part.assignment.action, view));
    let title = format!(
        "{} · {unit}",
        view.words.form_extend(&code.unwrap_or_default())
    );
    extension_fields(title, None, view).noting(due.map(|due| view.words.due_now(&due)))
}

/// The form of a later deadline of all selected parts.
pub(super) fn marked_form(view: &View) -> FormSpec {
    let count = view.words.parts_count(chosen(view).len());
    extension_fields(view.words.form_extend(&count), None, view)
}

/// The form that corrects an extension.
pub(super) fn correct_form(id: Id<Action>, of: Id<Extension>, view: &View) -> FormSpec {
    let title = view.words.form_correct_extension(&code_of(id, view));
    extension_fields(title, row(id, of, view), view)
}

/// The form that takes an extension back.
pub(super) fn withdraw_form(id: Id<Action>, of: Id<Extension>, view: &View) -> FormSpec {
    let told = row(id, of, view).map(|row| {
        let unit = card(id, view).and_then(|card| card.unit_of(row));
        view.words.extended(row, unit)
    });
    let title = view.words.form_withdraw_extension(&code_of(id, view));
    FormSpec::new(title, view.words)
        .field(&REASON, "")
        .noting(told)
}

fn extension_fields(title: String, known: Option<&Extension>, view: &View) -> FormSpec {
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let due = known.map(|row| due_as_typed(row.deadline, row.deadline_words.as_deref()));
    let granted = known.map(|row| short_date(row.granted_on()));
    FormSpec::new(title, view.words)
        .field(&DEADLINE, due.unwrap_or_default())
        .field(&REASON, text(known.map(|row| &row.reason)))
        .field(
            &ALLOWED_BY,
            text(known.and_then(|row| row.allowed_by.as_ref())),
        )
        .field(&GRANTED, granted.unwrap_or_default())
        .field(&DOCUMENT, text(known.and_then(|row| row.document.as_ref())))
}

/// Returns what may be meant otherwise by the deadline of a form.
fn doubt(filled: &Filled, due: &Due, view: &View) -> Result<Option<Doubt>, Refusal> {
    if let Some((past, next)) = filled.read(&YEAR)? {
        return Ok(Some(Doubt::Year(DEADLINE.id.to_owned(), past, next)));
    }
    Ok(doubts::of_day(due.deadline.day, view))
}

/// Gives an action its first deadline, or all who still owe a later one.
pub(super) fn write_deadline(
    id: Id<Action>,
    filled: &Filled,
    sure: Sure,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let card = filled.found(card(id, view))?;
    let code = code_of(id, view);
    let is_first = is_first(card);
    let due = if is_first {
        match filled.read(&FIRST_DEADLINE)? {
            Said::Day(due) => due,
            Said::Words(said) => return Ok(without_day(card, &code, &said, view.words)),
        }
    } else {
        filled.read(&DEADLINE)?
    };
    let doubt = doubt(filled, &due, view)?;
    if let Some(asked) = sure.asks(doubt, ActionsForm::Deadline(id), filled) {
        return Ok(asked);
    }
    let day = moved_from(due.deadline, view.words);
    let (row, label) = if is_first {
        let row = entry(id, due, view);
        (row, view.words.told_first_deadline(&code, &day))
    } else {
        let row = granted(id, filled, view)?;
        (row, view.words.told_extended(&code, &day))
    };
    let deadline = row.deadline;
    let checked = is_granted_before(row.granted_on(), card.line.action.at.date_naive())
        .and_then(|()| extend(&card.line.action, card.line.deadline, card.is_signed, row));
    let change = checked.map_err(|refusal| refused(refusal, deadline, None, view.words))?;
    Ok(done(label, vec![change]))
}

/// Gives parts a later deadline of their own.
pub(super) fn write_parts(
    form: &ActionsForm,
    parts: &[AssignmentLine],
    filled: &Filled,
    sure: Sure,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let due = filled.read(&DEADLINE)?;
    if let Some(asked) = sure.asks(doubt(filled, &due, view)?, form.clone(), filled) {
        return Ok(asked);
    }
    let words = view.words;
    let mut changes = Vec::new();
    for part in parts {
        let row = granted(part.assignment.action, filled, view)?;
        let deadline = row.deadline;
        let checked = is_granted_before(row.granted_on(), part.given)
            .and_then(|()| extend_part(part, row))
            .map_err(|refusal| refused(refusal, deadline, Some(&part.unit), words))?;
        changes.push(checked);
    }
    let day = moved_from(due.deadline, words);
    let what = match parts {
        [only] => only.unit.clone(),
        _ => words.parts_count(parts.len()),
    };
    Ok(vec![
        Effect::Commit(Transaction::new(words.told_extended(&what, &day), changes)),
        Effect::Tell(Message::LetGoParts),
        Effect::Close,
    ])
}

/// Puts another entry in the place of an extension.
pub(super) fn write_correction(
    (id, of): (Id<Action>, Id<Extension>),
    filled: &Filled,
    sure: Sure,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let card = filled.found(card(id, view))?;
    let old = filled.found(row(id, of, view))?;
    let form = ActionsForm::CorrectExtension(id, of);
    let due = filled.read(&DEADLINE)?;
    if let Some(asked) = sure.asks(doubt(filled, &due, view)?, form, filled) {
        return Ok(asked);
    }
    let new = granted(id, filled, view)?;
    let (deadline, words) = (new.deadline, view.words);
    let action = &card.line.action;
    let checked = is_granted_before(new.granted_on(), action.at.date_naive())
        .and_then(|()| correct(old, action.deadline, new));
    let changes = checked.map_err(|refusal| refused(refusal, deadline, None, words))?;
    let told = words.told_extension_corrected(&code_of(id, view), &short_date(deadline));
    Ok(done(told, changes))
}

/// Takes an extension back.
pub(super) fn write_withdrawal(
    (id, of): (Id<Action>, Id<Extension>),
    filled: &Filled,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let old = filled.found(row(id, of, view))?;
    let why = filled.read(&REASON)?;
    let code = code_of(id, view);
    let told = view
        .words
        .told_extension_withdrawn(&code, &short_date(old.deadline));
    Ok(done(told, vec![withdraw(old, Some(why), view.now)]))
}

/// Keeps the words of a deadline that names no day.
fn without_day(card: &ActionCard, code: &str, said: &str, words: Words) -> Vec<Effect> {
    let change = Change::edit(&card.line.action, |action| {
        action.deadline_words = Some(said.to_owned());
    });
    done(words.told_first_deadline(code, said), vec![change])
}

/// Returns the row of a deadline without a reason.
fn entry(action: Id<Action>, due: Due, view: &View) -> Extension {
    Extension {
        deadline_words: due.words,
        ..Extension::of(view.ids.next(), action, due.deadline.day, view.now)
    }
}

/// Returns the row that a filled form of an extension says.
fn granted(action: Id<Action>, filled: &Filled, view: &View) -> Result<Extension, Refusal> {
    let day = filled.read(&GRANTED)?;
    Ok(Extension {
        reason: filled.read(&REASON)?,
        allowed_by: filled.read(&ALLOWED_BY)?,
        granted: Some(day).filter(|day| *day != view.today()),
        document: filled.read(&DOCUMENT)?,
        ..entry(action, filled.read(&DEADLINE)?, view)
    })
}

/// Refuses a day of granting before the day on which the action was given.
fn is_granted_before(day: NaiveDate, given: NaiveDate) -> Result<(), ExtensionRefusal> {
    if day < given {
        return Err(ExtensionRefusal::BeforeGiven(given));
    }
    Ok(())
}

/// Returns the refusal of a deadline, at the field that has to be mended.
fn refused(
    refusal: ExtensionRefusal,
    deadline: NaiveDate,
    unit: Option<&str>,
    words: Words,
) -> Refusal {
    let unit = unit.unwrap_or_default();
    match refusal {
        ExtensionRefusal::BeforeFirst(first) => {
            DEADLINE.refuse(words.why_before_first(&short_date(deadline), &short_date(first)))
        }
        ExtensionRefusal::NotLater(in_force) if unit.is_empty() => {
            DEADLINE.refuse(words.why_not_later(&short_date(in_force)))
        }
        ExtensionRefusal::NotLater(in_force) => {
            DEADLINE.refuse(words.why_not_later_of(unit, &short_date(in_force)))
        }
        ExtensionRefusal::Finished(day) => {
            GRANTED.refuse(words.why_finished_before(unit, &short_date(day)))
        }
        ExtensionRefusal::NotOwed => DEADLINE.refuse(words.why_not_owed(unit)),
        ExtensionRefusal::BeforeGiven(given) => {
            GRANTED.refuse(words.why_granted_before_given(&short_date(given)))
        }
    }
}

/// Returns the day of a deadline as the status line says it: with the day that was named, where that is a day off.
fn moved_from(deadline: Deadline, words: Words) -> String {
    let day = short_date(deadline.day);
    if deadline.is_moved() {
        format!(
            "{day} · {}",
            words.remark_moved(&short_date(deadline.named), &day)
        )
    } else {
        day
    }
}
