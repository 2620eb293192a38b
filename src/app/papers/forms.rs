//! What is asked of the papers: what each says of itself, and when the meeting began and ended.
//!
//! ```text
//! ╭ SỐ, NGÀY, NGƯỜI KÝ · Thông báo kết luận ──────────────╮
//! │ Số             25                                     │
//! │ Ngày văn bản   13/7/2023                              │
//! │ Người ký       1_                                     │
//! │  Người ký: số hoặc chữ của 1 Họ Tên (PHÓ TRƯỞNG BAN)  │
//! ╰ Enter: ô sau, ô cuối là xong · Esc: thôi ─────────────╯
//! ```

use serde::{Deserialize, Serialize};

use crate::app::desk::forms::moment;
use crate::app::effect::Effect;
use crate::app::fields::moment_of;
use crate::app::form::Form;
use crate::app::old_form::Purpose;
use crate::app::status::Status;
use crate::app::submit::{Refusal, day, done, near_day, number, optional};
use crate::app::view::View;
use crate::meeting::change::Change;
use crate::meeting::code::{Capacity, MeetingState, NamedAfter, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::{Amendment, Imprint, Signatory};
use crate::papers::phrases::recipient;
use crate::papers::signing::is_signed_as_minutes;
use crate::papers::spec::ImprintField;
use crate::papers::spec_of;
use crate::text::dates::{Instant, short_date};
use crate::text::find;
use crate::words::Words;

/// A form of the papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PapersForm {
    /// What a paper says of itself.
    Imprint(PaperKind),
    /// When the meeting began and ended.
    Times,
}

/// Returns the fields of what a paper says of itself; some papers say nothing.
fn fields(kind: PaperKind) -> &'static [ImprintField] {
    spec_of(kind).fields
}

/// Asks what a paper says of itself, the caret in the first field that is empty.
pub fn imprint(kind: PaperKind, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let words = view.words;
    if fields(kind).is_empty() {
        let why = words.no_imprint(words.paper(kind));
        return vec![Effect::Say(Status::warned(why))];
    }
    let held = held(kind, dossier).unwrap_or_else(|| unsaid(kind, dossier, view));
    let values = fields(kind).iter().map(|field| value(*field, &held, words));
    let values: Vec<String> = values.collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let form = Form::new(Purpose::Papers(PapersForm::Imprint(kind)), &values);
    vec![Effect::Fill(form)]
}

/// Asks the same, the caret in this field.
pub fn imprint_at(
    kind: PaperKind,
    field: ImprintField,
    dossier: &Dossier,
    view: &View,
) -> Vec<Effect> {
    let here = fields(kind).iter().position(|other| *other == field);
    let mut effects = imprint(kind, dossier, view);
    if let (Some(Effect::Fill(form)), Some(here)) = (effects.first_mut(), here) {
        form.field = here;
    }
    effects
}

/// Returns the form of when the meeting began and ended.
pub fn times(dossier: &Dossier) -> Form {
    let shown = |at: Option<Instant>| at.map(|at| moment(at, dossier)).unwrap_or_default();
    let meeting = &dossier.meeting;
    Form::new(
        Purpose::Papers(PapersForm::Times),
        &[&shown(meeting.opened), &shown(meeting.closed)],
    )
}

pub(crate) fn held(kind: PaperKind, dossier: &Dossier) -> Option<Imprint> {
    let mut imprints = dossier.imprints.iter();
    imprints.find(|imprint| imprint.kind == kind).cloned()
}

/// What a paper says of itself before anybody has said anything; what corrects the notice is signed as it is.
pub(crate) fn unsaid(kind: PaperKind, dossier: &Dossier, view: &View) -> Imprint {
    let notice = held(PaperKind::Notice, dossier).filter(|_| {
        let all: Vec<&Amendment> = dossier.amendments.iter().collect();
        kind == PaperKind::Amendment && !is_signed_as_minutes(dossier, &all)
    });
    let (office, signer) = notice.as_ref().map_or((None, None), |notice| {
        (notice.office.clone(), notice.signer.clone())
    });
    Imprint {
        id: view.ids.next(),
        meeting: dossier.meeting.id,
        kind,
        number: None,
        dated: None,
        named_after: NamedAfter::Meeting,
        capacity: notice.map_or(Capacity::Head, |notice| notice.capacity),
        office,
        signer,
        recipients: None,
        appraisal: None,
        report_by: None,
        head: None,
    }
}

fn value(field: ImprintField, held: &Imprint, words: Words) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    match field {
        ImprintField::Number => held.number.map(|n| n.to_string()).unwrap_or_default(),
        ImprintField::Dated => held.dated.map(short_date).unwrap_or_default(),
        ImprintField::NamedAfter => words.named_after(held.named_after).to_owned(),
        ImprintField::Signer => text(&held.signer),
        ImprintField::Capacity => words.capacity_pick(held.capacity).to_owned(),
        ImprintField::Office => text(&held.office),
        ImprintField::Recipients => {
            let lines = held.recipients.as_deref().unwrap_or_default().lines();
            lines.collect::<Vec<_>>().join("; ")
        }
        ImprintField::Appraisal => text(&held.appraisal),
        ImprintField::ReportBy => held.report_by.map(short_date).unwrap_or_default(),
    }
}

/// Returns the names of the fields.
pub(crate) fn labels(form: PapersForm, words: Words) -> Vec<&'static str> {
    let label = |field: &ImprintField| match field {
        ImprintField::Number => words.field_number(),
        ImprintField::Dated => words.field_dated(),
        ImprintField::NamedAfter => words.field_named_after(),
        ImprintField::Signer => words.field_signer(),
        ImprintField::Capacity => words.field_capacity(),
        ImprintField::Office => words.field_signer_office(),
        ImprintField::Recipients => words.field_recipients(),
        ImprintField::Appraisal => words.field_appraisal(),
        ImprintField::ReportBy => words.field_report_by(),
    };
    match form {
        PapersForm::Imprint(kind) => fields(kind).iter().map(label).collect(),
        PapersForm::Times => vec![words.field_opened(), words.field_closed()],
    }
}

/// Returns the title of the form.
pub(crate) fn title(form: PapersForm, view: &View) -> String {
    match form {
        PapersForm::Imprint(kind) => view.words.form_imprint(view.words.paper(kind)),
        PapersForm::Times => view.words.form_times().to_owned(),
    }
}

/// Returns who may sign, where somebody signs.
pub(crate) fn note(form: PapersForm, view: &View) -> Vec<String> {
    let signs = match form {
        PapersForm::Imprint(kind) => fields(kind).contains(&ImprintField::Signer),
        PapersForm::Times => false,
    };
    let Some(dossier) = view.dossier.filter(|_| signs) else {
        return Vec::new();
    };
    let listed = (1..).zip(signatories(dossier));
    let listed: Vec<String> = listed
        .map(|(place, signatory)| format!("{place} {} ({})", signatory.name, signatory.office))
        .collect();
    let mut told = vec![view.words.signer_note().to_owned()];
    if !listed.is_empty() {
        told.push(view.words.signatories_note(&listed.join(" · ")));
    }
    told
}

fn signatories(dossier: &Dossier) -> Vec<&Signatory> {
    let mut all: Vec<&Signatory> = dossier.signatories.iter().collect();
    all.sort_by_key(|signatory| (signatory.position, signatory.id));
    all
}

/// Returns what a filled form of the papers asks of the program.
pub(crate) fn submit(
    form: PapersForm,
    values: &[String],
    dossier: &Dossier,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    match form {
        PapersForm::Imprint(kind) => write_imprint(kind, values, dossier, view),
        PapersForm::Times => write_times(values, dossier, view),
    }
}

fn write_imprint(
    kind: PaperKind,
    values: &[String],
    dossier: &Dossier,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let before = held(kind, dossier);
    let shown = before
        .clone()
        .unwrap_or_else(|| unsaid(kind, dossier, view));
    let mut imprint = shown.clone();
    for (place, field) in fields(kind).iter().enumerate() {
        let answer = Answer {
            typed: optional(values, place),
            place,
        };
        take(*field, answer, &mut imprint, view)?;
    }
    let place = fields(kind).iter().position(|f| *f == ImprintField::Signer);
    if let Some(place) = place.filter(|_| imprint.signer != shown.signer) {
        choose_signer(&mut imprint, &shown, dossier, view.words)
            .map_err(|why| Refusal { field: place, why })?;
    }
    let change = match &before {
        Some(before) => Change::edit(before, |held| *held = imprint),
        None => Change::insert(imprint),
    };
    let label = view.words.told_imprint(view.words.paper(kind));
    Ok(done(label, vec![change]))
}

/// What was typed into a field of the form, and the place of the field.
struct Answer {
    typed: Option<String>,
    place: usize,
}

/// Takes one field of the form.
fn take(
    field: ImprintField,
    answer: Answer,
    imprint: &mut Imprint,
    view: &View,
) -> Result<(), Refusal> {
    let Answer { typed, place } = answer;
    let (words, today) = (view.words, view.today());
    let refused = |why: String| Refusal { field: place, why };
    match field {
        ImprintField::Number => {
            let number = typed.map(|typed| number(&typed, place, words));
            imprint.number = number.transpose()?;
        }
        ImprintField::Dated => {
            let day = typed.map(|typed| near_day(&typed, today, words));
            imprint.dated = day.transpose().map_err(refused)?;
        }
        ImprintField::NamedAfter => {
            let typed = typed.unwrap_or_default();
            imprint.named_after = picked_of(&typed, NamedAfter::ALL, |of| words.named_after(of))
                .ok_or_else(|| refused(words.why_not_named_after(&typed)))?;
        }
        ImprintField::Capacity => {
            let typed = typed.unwrap_or_default();
            imprint.capacity = picked_of(&typed, Capacity::ALL, |of| words.capacity_pick(of))
                .ok_or_else(|| refused(words.why_not_a_capacity(&typed)))?;
        }
        ImprintField::Signer => imprint.signer = typed,
        ImprintField::Office => imprint.office = typed,
        ImprintField::Recipients => {
            if let Some(why) = typed
                .as_deref()
                .and_then(|typed| recipient::flaw(typed, words))
            {
                return Err(refused(why));
            }
            let lines = typed.map(|typed| {
                let names = typed.split(';').map(str::trim);
                let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
                names.join("\n")
            });
            imprint.recipients = lines.filter(|lines| !lines.is_empty());
        }
        ImprintField::Appraisal => imprint.appraisal = typed,
        ImprintField::ReportBy => {
            let day = typed.map(|typed| day(&typed, today, words));
            imprint.report_by = day.transpose().map_err(refused)?;
        }
    }
    Ok(())
}

/// Returns what a digit or letters pick of a list; nothing typed is the first.
fn picked_of<T: Copy>(typed: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Option<T> {
    if typed.is_empty() {
        return all.first().copied();
    }
    let mut answers = all.iter().filter(|one| {
        let name = name(**one);
        name == typed || find::find_all(typed, name).is_some()
    });
    answers.next().copied().filter(|_| answers.next().is_none())
}

/// Puts a signatory of the book in the place of the digit or the letters that name one; office and capacity are
/// theirs, unless others were typed along with it.
fn choose_signer(
    imprint: &mut Imprint,
    shown: &Imprint,
    dossier: &Dossier,
    words: Words,
) -> Result<(), String> {
    let Some(typed) = imprint.signer.clone() else {
        return Ok(());
    };
    let all = signatories(dossier);
    let found = if typed.chars().all(|c| c.is_ascii_digit()) {
        let place = typed.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let one = place.and_then(|place| all.get(place));
        Some(*one.ok_or_else(|| words.why_no_signatory(&typed))?)
    } else {
        let places = find::best(&typed, all.iter().map(|signatory| signatory.name.as_str()));
        match places.as_slice() {
            [] => None,
            [one] => all.get(*one).copied(),
            [_, _, ..] => return Err(words.why_several_signatories(&typed)),
        }
    };
    if let Some(signatory) = found {
        imprint.signer = Some(signatory.name.clone());
        if imprint.office.is_none() || imprint.office == shown.office {
            imprint.office = Some(signatory.office.clone());
        }
        if imprint.capacity == shown.capacity {
            imprint.capacity = signatory.capacity;
        }
    }
    Ok(())
}

fn write_times(values: &[String], dossier: &Dossier, view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let read = |field: usize| {
        let typed = optional(values, field);
        let at = typed.map(|typed| moment_of(&typed, dossier, words));
        at.transpose().map_err(|why| Refusal { field, why })
    };
    let (opened, closed) = (read(0)?, read(1)?);
    let refused = |field: usize, why: String| Err(Refusal { field, why });
    let is_over = match dossier.meeting.state {
        MeetingState::Planned | MeetingState::InSession => false,
        MeetingState::Closed | MeetingState::Final => true,
    };
    for (field, at) in [opened, closed].into_iter().enumerate() {
        match at {
            None if field == 0 => return refused(0, words.why_needs(words.field_opened())),
            None if is_over => return refused(1, words.why_needs(words.field_closed())),
            Some(_) if field == 1 && !is_over => {
                return refused(1, words.why_not_closed().to_owned());
            }
            Some(at) if at > view.now => {
                return refused(field, words.why_in_future(&moment(at, dossier)));
            }
            Some(_) | None => {}
        }
    }
    if let Some((opened, closed)) = opened
        .zip(closed)
        .filter(|(opened, closed)| closed < opened)
    {
        let span = format!("{} - {}", moment(opened, dossier), moment(closed, dossier));
        return refused(1, words.why_span_turned(&span));
    }
    let change = Change::edit(&dossier.meeting, |meeting| {
        (meeting.opened, meeting.closed) = (opened, closed);
    });
    Ok(done(words.told_times().to_owned(), vec![change]))
}
