//! What is asked of the papers: what each says of itself, when the meeting began and ended, which one is shown.

use serde::{Deserialize, Serialize};

use super::choice::{Choice, Purpose as ChoicePurpose};
use super::desk::moment;
use super::desk::submit::read_moment;
use super::form::{Form, Purpose};
use super::offers::Offered;
use super::picks::Pick;
use super::submit::{Refusal, day, done, near_day, number, optional};
use super::Dialog;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::{Capacity, MeetingState, NamedAfter, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call;
use crate::meeting::rows::{Imprint, Signatory};
use crate::meeting::suggestions::{Spot, Suggestion};
use crate::papers::gaps::gaps;
use crate::papers::paper::Which;
use crate::text::dates::{Instant, short_date};
use crate::text::find;
use crate::tui::effect::Effect;
use crate::tui::screens::papers::mend::taken;
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::words::Words;

/// A form of the papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PapersForm {
    /// What a paper says of itself.
    Imprint(PaperKind),
    /// When the meeting began and ended.
    Times,
}

/// A field of the form of what a paper says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImprintField {
    /// Its number.
    Number,
    /// Its day.
    Dated,
    /// What its title names.
    NamedAfter,
    /// Who signs it.
    Signer,
    /// In what capacity.
    Capacity,
    /// In what office.
    Office,
    /// Who gets it.
    Recipients,
    /// What the chair thinks of it all.
    Appraisal,
    /// The day before which the units report.
    ReportBy,
}

/// A choice of the papers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PapersChoice {
    /// Which paper is shown.
    Which,
    /// Whose slip.
    Slip,
    /// Whether the minutes are signed.
    Finalise,
    /// Whether quoted words are changed.
    Quoted {
        /// Where they stand.
        spot: Spot,
        /// The words.
        old: String,
        /// Their first byte.
        start: usize,
    },
}

/// What an option of the papers means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PapersPick {
    /// Shows a paper.
    Show(Which),
    /// Asks whose slip.
    Slip,
    /// Marks the minutes as signed.
    Finalise,
    /// Takes a suggestion.
    Take(Suggestion),
}

/// Returns the fields of what a paper says of itself; some papers say nothing.
fn fields(kind: PaperKind) -> &'static [ImprintField] {
    use ImprintField as F;
    match kind {
        PaperKind::Minutes => &[F::Number, F::Dated],
        PaperKind::Notice => &[
            F::Number,
            F::Dated,
            F::NamedAfter,
            F::Signer,
            F::Capacity,
            F::Office,
            F::Recipients,
            F::Appraisal,
            F::ReportBy,
        ],
        PaperKind::Amendment => &[
            F::Number,
            F::Dated,
            F::Signer,
            F::Capacity,
            F::Office,
            F::Recipients,
        ],
        PaperKind::Attendance
        | PaperKind::Actions
        | PaperKind::Slip
        | PaperKind::OpenMatters
        | PaperKind::RunSheet
        | PaperKind::SignIn => &[],
    }
}

/// Asks what a paper says of itself, the caret in the first field that is empty.
pub fn imprint(kind: PaperKind, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let words = view.words;
    if fields(kind).is_empty() {
        let why = words.no_imprint(words.paper_kind(kind));
        return vec![Effect::Say(Status::warned(why))];
    }
    let held = held(kind, dossier);
    let values = fields(kind).iter().map(|field| {
        let held = held.as_ref();
        held.map_or_else(String::new, |held| value(*field, held, words))
    });
    let values: Vec<String> = values.collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let form = Form::new(Purpose::Papers(PapersForm::Imprint(kind)), &values);
    vec![Effect::Show(Dialog::Form(form))]
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
    if let (Some(Effect::Show(Dialog::Form(form))), Some(here)) = (effects.first_mut(), here) {
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

fn held(kind: PaperKind, dossier: &Dossier) -> Option<Imprint> {
    let mut imprints = dossier.imprints.iter();
    imprints.find(|imprint| imprint.kind == kind).cloned()
}

fn value(field: ImprintField, held: &Imprint, words: Words) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    match field {
        ImprintField::Number => held.number.map(|n| n.to_string()).unwrap_or_default(),
        ImprintField::Dated => held.dated.map(short_date).unwrap_or_default(),
        ImprintField::NamedAfter => words.named_after(held.named_after).to_owned(),
        ImprintField::Signer => text(&held.signer),
        ImprintField::Capacity => words.capacity(held.capacity).to_owned(),
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
pub(super) fn labels(form: PapersForm, words: Words) -> Vec<&'static str> {
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
pub(super) fn title(form: PapersForm, view: &View) -> String {
    match form {
        PapersForm::Imprint(kind) => view.words.form_imprint(view.words.paper_kind(kind)),
        PapersForm::Times => view.words.form_times().to_owned(),
    }
}

/// Returns who may sign, where somebody signs.
pub(super) fn note(form: PapersForm, view: &View) -> Vec<String> {
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
pub(super) fn submit(
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
    let mut imprint = before.clone().unwrap_or_else(|| Imprint {
        id: view.ids.next(),
        meeting: dossier.meeting.id,
        kind,
        number: None,
        dated: None,
        named_after: NamedAfter::Meeting,
        capacity: Capacity::Head,
        office: None,
        signer: None,
        recipients: None,
        appraisal: None,
        report_by: None,
    });
    for (place, field) in fields(kind).iter().enumerate() {
        take(*field, optional(values, place), place, &mut imprint, view)?;
    }
    let signer = before.as_ref().and_then(|before| before.signer.clone());
    let place = fields(kind).iter().position(|f| *f == ImprintField::Signer);
    if let Some(place) = place.filter(|_| imprint.signer != signer) {
        choose_signer(&mut imprint, dossier, view.words)
            .map_err(|why| Refusal { field: place, why })?;
    }
    let change = match &before {
        Some(before) => Change::edit(before, |held| *held = imprint),
        None => Change::insert(imprint),
    };
    let label = view.words.told_imprint(view.words.paper_kind(kind));
    Ok(done(label, vec![change]))
}

/// Takes one field of the form.
fn take(
    field: ImprintField,
    typed: Option<String>,
    place: usize,
    imprint: &mut Imprint,
    view: &View,
) -> Result<(), Refusal> {
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
            imprint.capacity = picked_of(&typed, Capacity::ALL, |of| words.capacity(of))
                .ok_or_else(|| refused(words.why_not_a_capacity(&typed)))?;
        }
        ImprintField::Signer => imprint.signer = typed,
        ImprintField::Office => imprint.office = typed,
        ImprintField::Recipients => {
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

/// Puts a signatory of the book in the place of the digit or the letters that name one.
fn choose_signer(imprint: &mut Imprint, dossier: &Dossier, words: Words) -> Result<(), String> {
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
        imprint.office = Some(signatory.office.clone());
        imprint.capacity = signatory.capacity;
    }
    Ok(())
}

fn write_times(values: &[String], dossier: &Dossier, view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let read = |field: usize| {
        let typed = optional(values, field);
        let at = typed.map(|typed| read_moment(&typed, field, dossier, words));
        at.transpose()
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
    if let Some((opened, closed)) = opened.zip(closed).filter(|(opened, closed)| closed < opened) {
        let span = format!("{} - {}", moment(opened, dossier), moment(closed, dossier));
        return refused(1, words.why_span_turned(&span));
    }
    let change = Change::edit(&dossier.meeting, |meeting| {
        (meeting.opened, meeting.closed) = (opened, closed);
    });
    Ok(done(words.told_times().to_owned(), vec![change]))
}

/// Returns the title of a choice.
pub(super) fn choice_title(choice: &PapersChoice, words: Words) -> &'static str {
    match choice {
        PapersChoice::Which => words.choose_paper(),
        PapersChoice::Slip => words.choose_slip(),
        PapersChoice::Finalise => words.choose_finalise(),
        PapersChoice::Quoted { .. } => words.choose_quoted(),
    }
}

/// Returns the options of a choice.
pub(super) fn options(choice: &PapersChoice, dossier: &Dossier, view: &View) -> Vec<Offered> {
    let words = view.words;
    match choice {
        PapersChoice::Which => {
            let kinds = PaperKind::ALL.iter().map(|kind| {
                let pick = match kind {
                    PaperKind::Slip => PapersPick::Slip,
                    PaperKind::Minutes
                    | PaperKind::Notice
                    | PaperKind::Attendance
                    | PaperKind::Actions
                    | PaperKind::OpenMatters
                    | PaperKind::RunSheet
                    | PaperKind::SignIn
                    | PaperKind::Amendment => PapersPick::Show((*kind).into()),
                };
                Offered::new(words.paper_kind(*kind), "", Pick::Papers(pick))
            });
            kinds.collect()
        }
        PapersChoice::Slip => {
            let wards = roll_call::wards(dossier).into_iter().map(|seat| {
                let which = Which {
                    kind: PaperKind::Slip,
                    seat: Some(seat.id),
                };
                let pick = Pick::Papers(PapersPick::Show(which));
                Offered::new(seat.name.as_str(), seat.position.to_string(), pick)
            });
            wards.collect()
        }
        PapersChoice::Finalise => {
            let left = gaps(PaperKind::Minutes.into(), dossier).len();
            let hint = if left > 0 {
                words.option_blanks(left)
            } else {
                String::new()
            };
            let sign = Pick::Papers(PapersPick::Finalise);
            vec![
                Offered::new(words.option_sign(), hint, sign),
                Offered::new(words.option_not_signed(), "", Pick::Nothing),
            ]
        }
        PapersChoice::Quoted { spot, old, start } => {
            let found = view.shelf.paper.iter().flat_map(|shown| &shown.suggestions);
            let mut found = found
                .filter(|one| (one.spot, &one.old, one.mend.at.start) == (*spot, old, *start));
            let mend = found.next().map(|one| {
                let new = one.mend.new.as_deref().unwrap_or_default();
                let pick = Pick::Papers(PapersPick::Take(one.clone()));
                Offered::new(words.option_mend(old, new), "", pick)
            });
            let keep = Offered::new(words.option_keep_quote(), "", Pick::Nothing);
            mend.into_iter().chain([keep]).collect()
        }
    }
}

/// Returns what picking an option asks of the program.
pub(super) fn picked(pick: PapersPick, view: &View) -> Vec<Effect> {
    let Some(dossier) = view.dossier else {
        return vec![Effect::Close];
    };
    match pick {
        PapersPick::Show(which) => vec![Effect::ShowPaper(which), Effect::Close],
        PapersPick::Slip => {
            let choice = Choice::new(ChoicePurpose::Papers(PapersChoice::Slip));
            vec![Effect::Show(Dialog::Choice(choice))]
        }
        PapersPick::Finalise => {
            let signed = Change::edit(&dossier.meeting, |meeting| {
                meeting.state = MeetingState::Final;
            });
            let transaction = Transaction::new(view.words.told_final(), vec![signed]);
            vec![Effect::Close, Effect::Commit(transaction)]
        }
        PapersPick::Take(suggestion) => vec![
            Effect::Close,
            taken(&suggestion, dossier, view),
        ],
    }
}
