//! The forms of the papers: the imprint of each, and when the meeting began and ended.
//!
//! ```text
//! ╭ SỐ, NGÀY, NGƯỜI KÝ · Thông báo kết luận ──────────────╮
//! │ Số             25                                     │
//! │ Ngày văn bản   13/7/2023                              │
//! │ Người ký       1_                                     │
//! │  Người ký: số hoặc chữ của 1 Họ Tên (PHÓ TRƯỞNG BAN)  │
//! ╰ Enter: ô sau, ô cuối là ghi · Ctrl-S: ghi · Esc: thôi ╯
//! ```

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::desk::forms::moment;
use crate::app::effect::{Effect, done};
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::papers::amend::amendment_form;
use crate::app::papers::current::ask_signed_lines;
use crate::app::questions::Questions;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::{Capacity, MeetingState, NamedAfter, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::{Imprint, Signatory};
use crate::papers::paper::usual_appraisal;
use crate::papers::phrases::{Phrases, recipient};
use crate::papers::spec::ImprintField;
use crate::papers::spec_of;
use crate::store::Failure;
use crate::text::dates::{Instant, short_date};
use crate::text::find;
use crate::words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum PapersForm {
    /// The imprint of a paper.
    Imprint(PaperKind),
    /// When the meeting began and ended.
    Times,
    /// A correction of a signed paper.
    Amend(PaperKind),
}

impl Kept for PapersForm {
    const NAME: &'static str = "Papers";
}

impl FormPurpose for PapersForm {
    fn spec(&self, view: &View) -> FormSpec {
        match *self {
            Self::Imprint(kind) => imprint_form(kind, view),
            Self::Times => times_form(view),
            Self::Amend(kind) => amendment_form(kind, view),
        }
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        match self {
            Self::Imprint(_) | Self::Times => Ok(()),
            Self::Amend(kind) => {
                book.ledger()?;
                ask_signed_lines(book, *kind)
            }
        }
    }
}

/// Asks for the imprint of a paper.
pub(crate) fn imprint(kind: PaperKind, view: &View) -> Vec<Effect> {
    let form = Form::open(PapersForm::Imprint(kind), view);
    vec![unless_silent(kind, form, view.words)]
}

/// Asks for the imprint of a paper, the caret in this field.
pub(crate) fn imprint_at<T>(kind: PaperKind, field: &Field<T>, view: &View) -> Vec<Effect> {
    let form = Form::open_at(PapersForm::Imprint(kind), field, view);
    vec![unless_silent(kind, form, view.words)]
}

fn unless_silent(kind: PaperKind, form: Form, words: Words) -> Effect {
    if spec_of(kind).fields.is_empty() {
        return Effect::Say(Status::warned(words.no_imprint(words.paper(kind))));
    }
    Effect::Fill(form)
}

pub(crate) const NUMBER: Field<Option<i64>> =
    Field::new("number", Words::field_number, fields::count);

pub(crate) const DATED: Field<Option<NaiveDate>> =
    Field::new("dated", Words::field_dated, fields::near_day);

const NAMED_AFTER: Field<NamedAfter> =
    Field::new("named after", Words::field_named_after, |typed| {
        let words = typed.view.words;
        let picked = picked_of(typed.text, NamedAfter::ALL, |of| words.named_after(of));
        picked.ok_or_else(|| words.why_not_named_after(typed.text))
    });

pub(crate) const SIGNER: Field<Option<String>> =
    Field::new("signer", Words::field_signer, fields::person);

const CAPACITY: Field<Capacity> = Field::new("capacity", Words::field_capacity, |typed| {
    let words = typed.view.words;
    let picked = picked_of(typed.text, Capacity::ALL, |of| words.capacity_pick(of));
    picked.ok_or_else(|| words.why_not_a_capacity(typed.text))
});

pub(crate) const OFFICE: Field<Option<String>> =
    Field::new("office", Words::field_signer_office, fields::text);

/// Who gets a paper, a line each; semicolons stand between them in the form.
pub(crate) const RECIPIENTS: Field<Option<String>> =
    Field::new("recipients", Words::field_recipients, |typed| {
        let Some(text) = fields::text(typed)? else {
            return Ok(None);
        };
        if let Some(why) = recipient::flaw(&text, typed.view.words) {
            return Err(why);
        }
        let names = text.split(';').map(str::trim);
        let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
        Ok((!names.is_empty()).then(|| names.join("\n")))
    });

/// What the chair said of the work; `1` takes the usual words.
const APPRAISAL: Field<Option<String>> =
    Field::new("appraisal", Words::field_appraisal, fields::text);

pub(crate) const REPORT_BY: Field<Option<NaiveDate>> =
    Field::new("report by", Words::field_report_by, |typed| {
        let day = fields::text(typed)?.map(|_| fields::due(typed).map(|due| due.deadline.day));
        day.transpose()
    });

fn imprint_form(kind: PaperKind, view: &View) -> FormSpec {
    let words = view.words;
    let imprint = view.dossier.map(|dossier| {
        // The id is not on the form; the real one is drawn when the form is filled in.
        imprint_of(kind, dossier).unwrap_or_else(|| unsaid(kind, Id::of(0), dossier))
    });
    let title = words.form_imprint(
        &imprint_named(kind, words).to_uppercase(),
        words.paper(kind),
    );
    let form = FormSpec::new(title, words);
    let fields = spec_of(kind).fields.iter();
    let form = fields.fold(form, |form, field| match &imprint {
        Some(imprint) => add(*field, imprint, form, view),
        None => form,
    });
    form.noting(signer_notes(kind, view))
        .noting(appraisal_note(kind, view))
        .then(move |filled, view| write_imprint(kind, filled, view))
}

/// Returns what the form of an imprint asks for: number, day and signer, each only where the paper has it.
fn imprint_named(kind: PaperKind, words: Words) -> String {
    let fields = spec_of(kind).fields.iter();
    let named = fields.filter_map(|field| match field {
        ImprintField::Number => Some(words.imprint_number()),
        ImprintField::Dated => Some(words.imprint_day()),
        ImprintField::Signer => Some(words.imprint_signer()),
        ImprintField::NamedAfter
        | ImprintField::Capacity
        | ImprintField::Office
        | ImprintField::Recipients
        | ImprintField::Appraisal
        | ImprintField::ReportBy => None,
    });
    let named: Vec<&str> = named.collect();
    if named.is_empty() {
        return words.imprint_particulars().to_owned();
    }
    named.join(", ")
}

/// Adds a field of the form with its present value.
fn add(field: ImprintField, imprint: &Imprint, form: FormSpec, view: &View) -> FormSpec {
    let words = view.words;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let day = |value: Option<NaiveDate>| value.map(short_date).unwrap_or_default();
    match field {
        ImprintField::Number => {
            let number = imprint.number.map(|number| number.to_string());
            form.field(&NUMBER, number.unwrap_or_default())
        }
        ImprintField::Dated => form.field(&DATED, day(imprint.dated)),
        ImprintField::NamedAfter => form
            .field(&NAMED_AFTER, words.named_after(imprint.named_after))
            .picked(NamedAfter::ALL.iter().map(|of| words.named_after(*of))),
        ImprintField::Signer => {
            let known = view.dossier.map(signatories).unwrap_or_default();
            let names = known.iter().map(|signatory| &signatory.name);
            form.field(&SIGNER, text(&imprint.signer)).offered(names)
        }
        ImprintField::Capacity => form
            .suggested(&CAPACITY, words.capacity_pick(imprint.capacity))
            .picked(Capacity::ALL.iter().map(|of| words.capacity_pick(*of))),
        ImprintField::Office => form.field(&OFFICE, text(&imprint.office)),
        ImprintField::Recipients => form.field(
            &RECIPIENTS,
            text(&imprint.recipients)
                .lines()
                .collect::<Vec<_>>()
                .join("; "),
        ),
        ImprintField::Appraisal => form
            .field(&APPRAISAL, text(&imprint.appraisal))
            .offered(usual_of(imprint.kind, view)),
        ImprintField::ReportBy => form.field(&REPORT_BY, day(imprint.report_by)),
    }
}

/// Takes one field of the form.
fn take(field: ImprintField, filled: &Filled, imprint: &mut Imprint) -> Result<(), Refusal> {
    match field {
        ImprintField::Number => imprint.number = filled.read(&NUMBER)?,
        ImprintField::Dated => imprint.dated = filled.read(&DATED)?,
        ImprintField::NamedAfter => imprint.named_after = filled.read(&NAMED_AFTER)?,
        ImprintField::Signer => imprint.signer = filled.read(&SIGNER)?,
        ImprintField::Capacity => imprint.capacity = filled.read(&CAPACITY)?,
        ImprintField::Office => imprint.office = filled.read(&OFFICE)?,
        ImprintField::Recipients => imprint.recipients = filled.read(&RECIPIENTS)?,
        ImprintField::Appraisal => imprint.appraisal = filled.read(&APPRAISAL)?,
        ImprintField::ReportBy => imprint.report_by = filled.read(&REPORT_BY)?,
    }
    Ok(())
}

fn write_imprint(kind: PaperKind, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let (dossier, words) = (filled.meeting()?, view.words);
    let before = imprint_of(kind, dossier);
    let old = before.clone();
    let old = old.unwrap_or_else(|| unsaid(kind, view.ids.next(), dossier));
    let mut imprint = old.clone();
    for field in spec_of(kind).fields {
        take(*field, filled, &mut imprint)?;
    }
    if imprint.appraisal.as_deref() == Some("1") {
        let phrases = Phrases::worded(view.phrases, Some(&dossier.issuer));
        imprint.appraisal = usual_appraisal(kind, dossier, &phrases);
    }
    if imprint.signer != old.signer {
        let chosen = choose_signer(&mut imprint, &old, dossier, words);
        chosen.map_err(|why| SIGNER.refuse(why))?;
    }
    let change = match &before {
        Some(before) => Change::edit(before, |row| *row = imprint),
        None => Change::insert(imprint),
    };
    let what = imprint_named(kind, words);
    Ok(done(
        words.told_imprint(&what, words.paper(kind)),
        vec![change],
    ))
}

pub(crate) fn imprint_of(kind: PaperKind, dossier: &Dossier) -> Option<Imprint> {
    let mut imprints = dossier.imprints.iter();
    imprints.find(|imprint| imprint.kind == kind).cloned()
}

/// Returns the imprint of a paper before anything was entered; a correction of the notice is signed as the notice is.
pub(crate) fn unsaid(kind: PaperKind, id: Id<Imprint>, dossier: &Dossier) -> Imprint {
    let notice = imprint_of(PaperKind::Notice, dossier);
    let notice = notice.filter(|_| kind == PaperKind::Amendment);
    let (office, signer) = notice.as_ref().map_or((None, None), |notice| {
        (notice.office.clone(), notice.signer.clone())
    });
    Imprint {
        id,
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

/// Returns the notes on who may sign, for a paper with a signature.
fn signer_notes(kind: PaperKind, view: &View) -> Vec<String> {
    let signs = spec_of(kind).fields.contains(&ImprintField::Signer);
    let Some(dossier) = view.dossier.filter(|_| signs) else {
        return Vec::new();
    };
    let listed = (1..).zip(signatories(dossier));
    let listed: Vec<String> = listed
        .map(|(place, signatory)| format!("{place} {} ({})", signatory.name, signatory.office))
        .collect();
    let note = if kind.row().goes_before {
        view.words.sender_note()
    } else {
        view.words.signer_note()
    };
    let mut sentences = vec![note.to_owned()];
    if !listed.is_empty() {
        sentences.push(view.words.signatories_note(&listed.join(" · ")));
    }
    sentences
}

/// Tells the usual words of the chair's appraisal, where a paper prints one: they are taken, never printed unasked.
fn appraisal_note(kind: PaperKind, view: &View) -> Option<String> {
    let usual = usual_of(kind, view)?;
    Some(view.words.appraisal_note(&usual))
}

fn usual_of(kind: PaperKind, view: &View) -> Option<String> {
    let dossier = view.dossier?;
    let phrases = Phrases::worded(view.phrases, Some(&dossier.issuer));
    usual_appraisal(kind, dossier, &phrases)
}

fn signatories(dossier: &Dossier) -> Vec<&Signatory> {
    let mut all: Vec<&Signatory> = dossier.signatories.iter().collect();
    all.sort_by_key(|signatory| (signatory.position, signatory.id));
    all
}

/// Returns the entry of a list that a digit or letters pick; nothing typed picks the first.
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
    old: &Imprint,
    dossier: &Dossier,
    words: Words,
) -> Result<(), String> {
    let Some(typed) = imprint.signer.clone() else {
        return Ok(());
    };
    let all = signatories(dossier);
    let signatory = if typed.chars().all(|c| c.is_ascii_digit()) {
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
    if let Some(signatory) = signatory {
        imprint.signer = Some(signatory.name.clone());
        if imprint.office.is_none() || imprint.office == old.office {
            imprint.office = Some(signatory.office.clone());
        }
        if imprint.capacity == old.capacity {
            imprint.capacity = signatory.capacity;
        }
    }
    Ok(())
}

const OPENED: Field<Option<Instant>> = Field::new("opened", Words::field_opened, fields::moment);

const CLOSED: Field<Option<Instant>> = Field::new("closed", Words::field_closed, fields::moment);

fn times_form(view: &View) -> FormSpec {
    let text = |at: fn(&Dossier) -> Option<Instant>| {
        let text = view
            .dossier
            .and_then(|dossier| Some(moment(at(dossier)?, dossier)));
        text.unwrap_or_default()
    };
    FormSpec::new(view.words.form_times(), view.words)
        .field(&OPENED, text(|dossier| dossier.meeting.opened))
        .field(&CLOSED, text(|dossier| dossier.meeting.closed))
        .then(write_times)
}

fn write_times(filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let (dossier, words) = (filled.meeting()?, view.words);
    let (opened, closed) = (filled.read(&OPENED)?, filled.read(&CLOSED)?);
    let needed = |field: &Field<_>| field.refuse(words.why_needs((field.label)(words)));
    let check = |field: &Field<_>, at: Instant| {
        let why = || field.refuse(words.why_in_future(&moment(at, dossier)));
        (at <= view.now).then_some(at).ok_or_else(why)
    };
    let opened = check(&OPENED, opened.ok_or_else(|| needed(&OPENED))?)?;
    let is_over = match dossier.meeting.state {
        MeetingState::Planned | MeetingState::InSession => false,
        MeetingState::Closed | MeetingState::Final => true,
    };
    match closed {
        None if is_over => return Err(needed(&CLOSED)),
        Some(_) if !is_over => return Err(CLOSED.refuse(words.why_not_closed())),
        Some(closed) if check(&CLOSED, closed)? < opened => {
            let span = format!("{} - {}", moment(opened, dossier), moment(closed, dossier));
            return Err(CLOSED.refuse(words.why_span_turned(&span)));
        }
        None | Some(_) => {}
    }
    let change = Change::edit(&dossier.meeting, |meeting| {
        (meeting.opened, meeting.closed) = (Some(opened), closed);
    });
    Ok(done(words.told_times().to_owned(), vec![change]))
}
