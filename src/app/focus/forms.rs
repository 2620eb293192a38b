//! The forms of the focus areas: a new one, a new wording from a day on, the last day, a correction.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::effect::{Effect, done, gone};
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::focus::edit::{self, AreaEntry, UsedArea};
use crate::meeting::rows::FocusArea;
use crate::store::Failure;
use crate::text::dates::short_date;
use crate::words::Words;

/// A form of a focus area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum AreaForm {
    New,
    /// Another number or text from a day on.
    Revise(Id<FocusArea>),
    /// The last day on which the area is in force.
    Retire(Id<FocusArea>),
    /// The wording, without the number.
    Correct(Id<FocusArea>),
}

impl Kept for AreaForm {
    const NAME: &'static str = "Focus";
}

impl FormPurpose for AreaForm {
    fn spec(&self, view: &View) -> FormSpec {
        let spec = match *self {
            Self::New => new_form(view),
            Self::Revise(id) => revision_form(id, view),
            Self::Retire(id) => end_form(id, view),
            Self::Correct(id) => correction_form(id, view),
        };
        spec.at_first_field()
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        book.areas()
    }
}

/// Shows a form of an area, if it is there.
pub(crate) fn form(form: AreaForm, view: &View) -> Vec<Effect> {
    let is_there = match form {
        AreaForm::New => true,
        AreaForm::Revise(id) | AreaForm::Retire(id) | AreaForm::Correct(id) => {
            area_of(id, view).is_some()
        }
    };
    if !is_there {
        return gone(view.words);
    }
    vec![Effect::Fill(Form::open(form, view))]
}

const NUMBER: Field<i64> = Field::new("number", Words::field_area_number, |typed| {
    let number = fields::needed(typed)?.parse::<i64>().ok();
    let number = number.filter(|number| (1..=99).contains(number));
    number.ok_or_else(|| typed.view.words.why_area_number(typed.text))
});

const SHORT_VI: Field<String> = Field::new("short", Words::field_area_short, fields::needed);

const SHORT_EN: Field<Option<String>> =
    Field::new("short in English", Words::field_area_short_en, fields::text);

const FULL_VI: Field<Option<String>> = Field::new("full", Words::field_area_full, fields::text);

const FULL_EN: Field<Option<String>> =
    Field::new("full in English", Words::field_area_full_en, fields::text);

const FROM: Field<NaiveDate> =
    Field::new("from", Words::field_area_from, fields::near_day_or_today);

/// Adds the fields of the four texts; a text that equals its default is shown empty.
fn texts(spec: FormSpec, used: Option<&UsedArea>) -> FormSpec {
    let Some(area) = used.map(|used| &used.area) else {
        let spec = spec.field(&SHORT_VI, "").field(&SHORT_EN, "");
        return spec.field(&FULL_VI, "").field(&FULL_EN, "");
    };
    let other = |text: &str, than: &str| if text == than { "" } else { text }.to_owned();
    spec.field(&SHORT_VI, &area.short_vi)
        .field(&SHORT_EN, other(&area.short_en, &area.short_vi))
        .field(&FULL_VI, other(&area.full_vi, &area.short_vi))
        .field(&FULL_EN, other(&area.full_en, &area.full_vi))
}

/// Reads the four texts of an area; an empty one takes its default.
fn entry(number: i64, filled: &Filled) -> Result<AreaEntry, Refusal> {
    let short_vi = filled.read(&SHORT_VI)?;
    let short_en = filled.read(&SHORT_EN)?;
    let full_vi = filled.read(&FULL_VI)?.unwrap_or_else(|| short_vi.clone());
    let full_en = filled.read(&FULL_EN)?;
    Ok(AreaEntry {
        number,
        short_en: short_en.unwrap_or_else(|| short_vi.clone()),
        full_en: full_en.unwrap_or_else(|| full_vi.clone()),
        short_vi,
        full_vi,
    })
}

fn new_form(view: &View) -> FormSpec {
    let spec = FormSpec::new(view.words.form_new_area(), view.words).field(&NUMBER, "");
    texts(spec, None)
        .suggested(&FROM, short_date(view.today()))
        .then(|filled, view| {
            let entry = entry(filled.read(&NUMBER)?, filled)?;
            let change = edit::add(known(view), &entry, filled.read(&FROM)?, view.ids);
            let change = change.map_err(|why| refuse(&why, view.words))?;
            Ok(done(view.words.told_area_added(entry.number), vec![change]))
        })
}

fn revision_form(id: Id<FocusArea>, view: &View) -> FormSpec {
    let used = area_of(id, view);
    let (number, from) = used.map_or_else(Default::default, |used| {
        let from = free_day(used, view.today(), true);
        (used.area.number.to_string(), short_date(from))
    });
    let title = view.words.form_revise_area(number_of(id, view));
    let spec = FormSpec::new(title, view.words).field(&NUMBER, number);
    texts(spec, used)
        .about(used)
        .suggested(&FROM, from)
        .then(move |filled, view| {
            let used = filled.found(area_of(id, view))?;
            revise(used, filled, view)
        })
}

fn revise(used: &UsedArea, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let entry = entry(filled.read(&NUMBER)?, filled)?;
    let from = filled.read(&FROM)?;
    if entry == AreaEntry::of(&used.area) && used.area.valid_to.is_none() {
        return Ok(vec![Effect::Close]);
    }
    let changes = edit::revise(known(view), used, &entry, from, view.ids);
    let changes = changes.map_err(|why| refuse(&why, words))?;
    let (old, day) = (used.area.number, short_date(from));
    let label = if old == entry.number {
        words.told_area_revised(old, &day)
    } else {
        words.told_area_renumbered(old, entry.number, &day)
    };
    Ok(done(label, changes))
}

fn refuse(refusal: &edit::AreaRefusal, words: Words) -> Refusal {
    let why = words.area_refusal(refusal, false);
    match refusal {
        edit::AreaRefusal::NumberTaken(..) => NUMBER.refuse(why),
        edit::AreaRefusal::BeforeItBegan(_)
        | edit::AreaRefusal::Used(_)
        | edit::AreaRefusal::Overlaps(_) => FROM.refuse(why),
    }
}

const LAST: Field<Option<NaiveDate>> = Field::new("last", Words::field_area_last, fields::near_day);

fn end_form(id: Id<FocusArea>, view: &View) -> FormSpec {
    let last = area_of(id, view).map(|used| {
        let last = used.area.valid_to;
        short_date(last.unwrap_or_else(|| free_day(used, view.today(), false)))
    });
    let title = view.words.form_retire_area(number_of(id, view));
    FormSpec::new(title, view.words)
        .about(last.as_ref())
        .field(&LAST, last.clone().unwrap_or_default())
        .then(move |filled, view| {
            let (used, words) = (filled.found(area_of(id, view))?, view.words);
            let last = filled.read(&LAST)?;
            let change = edit::retire(known(view), used, last);
            let change = change.map_err(|why| LAST.refuse(words.area_refusal(&why, true)))?;
            let number = used.area.number;
            let label = last.map_or_else(
                || words.told_area_goes_on(number),
                |last| words.told_area_retired(number, &short_date(last)),
            );
            Ok(done(label, vec![change]))
        })
}

fn correction_form(id: Id<FocusArea>, view: &View) -> FormSpec {
    let title = view.words.form_correct_area(number_of(id, view));
    let used = area_of(id, view);
    let spec = texts(FormSpec::new(title, view.words), used).about(used);
    spec.then(move |filled, view| {
        let used = filled.found(area_of(id, view))?;
        let number = used.area.number;
        let change = edit::correct(&used.area, &entry(number, filled)?);
        Ok(done(view.words.told_area_corrected(number), vec![change]))
    })
}

/// Returns today. When entries under the area go past today: the day of the last one, or the day after if `is_after`.
fn free_day(used: &UsedArea, today: NaiveDate, is_after: bool) -> NaiveDate {
    let last = used.last_used.filter(|last| *last >= today);
    let day = last.map_or(today, |last| {
        let next = last.succ_opt().filter(|_| is_after);
        next.unwrap_or(last)
    });
    day.max(used.area.valid_from)
}

pub(crate) fn known<'a>(view: &View<'a>) -> &'a [UsedArea] {
    view.shelf.areas.as_deref().unwrap_or_default()
}

pub(crate) fn area_of<'a>(id: Id<FocusArea>, view: &View<'a>) -> Option<&'a UsedArea> {
    edit::find(known(view), id)
}

/// Returns the number of an area; zero before the areas are read.
fn number_of(id: Id<FocusArea>, view: &View) -> i64 {
    area_of(id, view).map_or(0, |used| used.area.number)
}
