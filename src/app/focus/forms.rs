//! Focus areas edited: which one, what becomes of it, and the forms for that.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::choice::Choice;
use crate::app::effect::Effect;
use crate::app::focus::inside;
use crate::app::form::Form;
use crate::app::offers::Offered;
use crate::app::old_choice::Purpose as ChoicePurpose;
use crate::app::old_form::Purpose;
use crate::app::picks::Pick;
use crate::app::submit::{Refusal, done, near_day, need, optional};
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::focus::edit::{self, AreaEntry, UsedArea};
use crate::meeting::focus::{ColumnKey, RowKey};
use crate::meeting::rows::FocusArea;
use crate::text::dates::short_date;
use crate::words::Words;

/// A form of a focus area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AreaForm {
    /// A new area.
    New,
    /// Another number or text from a day on.
    Revise(Id<FocusArea>),
    /// The last day.
    Retire(Id<FocusArea>),
    /// The wording, without the number.
    Correct(Id<FocusArea>),
}

/// The field of the day in a form that has all fields.
const DAY: usize = 5;

/// Returns the options of the editor: a new area, then the latest row of each area, ended ones last.
pub(crate) fn areas(view: &View) -> Vec<Offered> {
    let words = view.words;
    let known = view.shelf.areas.as_deref().unwrap_or_default();
    let new = Offered::new(words.option_new_area(), "", Pick::AreaForm(AreaForm::New));
    let listed = edit::latest(known).into_iter().map(|used| {
        let area = &used.area;
        let from = short_date(area.valid_from);
        let validity = match area.valid_to {
            Some(last) => words.area_span(&from, &short_date(last)),
            None => words.area_since(&from),
        };
        let label = format!(
            "{} {}",
            words.focus_short(area.number),
            words.area_name(area)
        );
        Offered::new(label, validity, Pick::Area(area.id))
    });
    std::iter::once(new).chain(listed).collect()
}

/// Returns the ways to change an area.
pub(crate) fn deeds(area: Id<FocusArea>, view: &View) -> Vec<Offered> {
    let words = view.words;
    let deeds = [
        (words.option_revise_area(), AreaForm::Revise(area)),
        (words.option_retire_area(), AreaForm::Retire(area)),
        (words.option_correct_area(), AreaForm::Correct(area)),
    ];
    deeds
        .into_iter()
        .map(|(label, form)| Offered::new(label, "", Pick::AreaForm(form)))
        .collect()
}

/// Returns the units, or the areas, that a cell of several holds.
pub(crate) fn behind(row: RowKey, column: ColumnKey, view: &View) -> Vec<Offered> {
    let Some(board) = &view.shelf.board else {
        return Vec::new();
    };
    let named = |row: RowKey, column: ColumnKey| match (row, column) {
        (RowKey::Unit(unit), _) if board.outside.iter().any(|(of, _)| *of == unit) => {
            let found = board.outside.iter().find(|(of, _)| *of == unit);
            found.map_or(String::new(), |(_, name)| name.clone())
        }
        (_, ColumnKey::Line(line)) => {
            let found = board.past.iter().find(|area| area.line() == line);
            found.map_or(String::new(), |area| {
                let number = view.words.focus_short(area.number);
                format!("{number} {}", view.words.area_name(area))
            })
        }
        (_, _) => String::new(),
    };
    inside(row, column, board)
        .into_iter()
        .map(|(row, column)| {
            let sentence = view.words.tally(board.cell(row, column));
            Offered::new(named(row, column), sentence, Pick::Behind(row, column))
        })
        .collect()
}

/// Asks what becomes of an area.
pub(crate) fn deed(area: Id<FocusArea>) -> Vec<Effect> {
    let choice = Choice::new(ChoicePurpose::AreaDeed(area));
    vec![Effect::Choose(choice)]
}

/// Shows a form of an area, filled with what it is.
pub(crate) fn form(form: AreaForm, view: &View) -> Vec<Effect> {
    let today = view.today();
    let values = match (form, found(form, view)) {
        (AreaForm::New, _) => ["", "", "", "", "", &short_date(today)]
            .map(str::to_owned)
            .to_vec(),
        (_, None) => return vec![Effect::Close],
        (AreaForm::Retire(_), Some(used)) => {
            let last = used
                .area
                .valid_to
                .unwrap_or_else(|| free_day(used, today, false));
            vec![short_date(last)]
        }
        (AreaForm::Revise(_), Some(used)) => {
            let mut values = texts(&AreaEntry::of(&used.area));
            values.insert(0, used.area.number.to_string());
            values.push(short_date(free_day(used, today, true)));
            values
        }
        (AreaForm::Correct(_), Some(used)) => texts(&AreaEntry::of(&used.area)),
    };
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let shown = Form {
        field: 0,
        ..Form::new(Purpose::Focus(form), &values)
    };
    vec![Effect::Fill(shown)]
}

fn texts(entry: &AreaEntry) -> Vec<String> {
    let same = |text: &String, other: &String| {
        if text == other {
            String::new()
        } else {
            text.clone()
        }
    };
    vec![
        entry.short_vi.clone(),
        same(&entry.short_en, &entry.short_vi),
        same(&entry.full_vi, &entry.short_vi),
        same(&entry.full_en, &entry.full_vi),
    ]
}

/// Returns today, or the first day on which nothing more was written under the area, or the last on which something was.
fn free_day(used: &UsedArea, today: NaiveDate, is_after: bool) -> NaiveDate {
    let last = used.last_used.filter(|last| *last >= today);
    let day = last.map_or(today, |last| {
        let next = last.succ_opt().filter(|_| is_after);
        next.unwrap_or(last)
    });
    day.max(used.area.valid_from)
}

/// Returns the area that a form is of.
fn found<'a>(form: AreaForm, view: &'a View) -> Option<&'a UsedArea> {
    let areas = view.shelf.areas.as_deref().unwrap_or_default();
    match form {
        AreaForm::New => None,
        AreaForm::Revise(id) | AreaForm::Retire(id) | AreaForm::Correct(id) => {
            edit::find(areas, id)
        }
    }
}

/// Returns the names of the fields.
pub(crate) fn labels(form: AreaForm, words: Words) -> Vec<&'static str> {
    let texts = [
        words.field_area_short(),
        words.field_area_short_en(),
        words.field_area_full(),
        words.field_area_full_en(),
    ];
    match form {
        AreaForm::New | AreaForm::Revise(_) => {
            let ends = ([words.field_area_number()], [words.field_area_from()]);
            ends.0.into_iter().chain(texts).chain(ends.1).collect()
        }
        AreaForm::Retire(_) => vec![words.field_area_last()],
        AreaForm::Correct(_) => texts.to_vec(),
    }
}

/// Returns what stands above the form.
pub(crate) fn title(form: AreaForm, view: &View) -> String {
    let number = found(form, view).map_or(0, |used| used.area.number);
    match form {
        AreaForm::New => view.words.form_new_area().to_owned(),
        AreaForm::Revise(_) => view.words.form_revise_area(number),
        AreaForm::Retire(_) => view.words.form_retire_area(number),
        AreaForm::Correct(_) => view.words.form_correct_area(number),
    }
}

/// Returns what a filled form of an area asks of the program.
pub(crate) fn submit(
    form: AreaForm,
    values: &[String],
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    match (form, found(form, view)) {
        (AreaForm::New, _) => add(values, view),
        (_, None) => Ok(vec![Effect::Close]),
        (AreaForm::Retire(_), Some(used)) => retire(used, values, view),
        (AreaForm::Revise(_), Some(used)) => revise(used, values, view),
        (AreaForm::Correct(_), Some(used)) => {
            let number = used.area.number;
            let entry = entry(values, 0, number, view.words)?;
            let change = edit::correct(&used.area, &entry);
            Ok(done(view.words.told_area_corrected(number), vec![change]))
        }
    }
}

fn add(values: &[String], view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let areas = view.shelf.areas.as_deref().unwrap_or_default();
    let entry = entry(values, 1, number(values, words)?, words)?;
    let from = day(values, DAY, view)?.unwrap_or_else(|| view.today());
    let change = edit::add(areas, &entry, from, view.ids).map_err(|why| refused(&why, words))?;
    Ok(done(words.told_area_added(entry.number), vec![change]))
}

fn retire(used: &UsedArea, values: &[String], view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let areas = view.shelf.areas.as_deref().unwrap_or_default();
    let last = day(values, 0, view)?;
    let change = edit::retire(areas, used, last).map_err(|refusal| Refusal {
        field: 0,
        why: words.area_refusal(&refusal, true),
    })?;
    let number = used.area.number;
    let label = last.map_or_else(
        || words.told_area_goes_on(number),
        |last| words.told_area_retired(number, &short_date(last)),
    );
    Ok(done(label, vec![change]))
}

fn revise(used: &UsedArea, values: &[String], view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let areas = view.shelf.areas.as_deref().unwrap_or_default();
    let entry = entry(values, 1, number(values, words)?, words)?;
    let from = day(values, DAY, view)?.unwrap_or_else(|| view.today());
    if entry == AreaEntry::of(&used.area) && used.area.valid_to.is_none() {
        return Ok(vec![Effect::Close]);
    }
    let changes = edit::revise(areas, used, &entry, from, view.ids);
    let changes = changes.map_err(|why| refused(&why, words))?;
    let (old, day) = (used.area.number, short_date(from));
    let label = if old == entry.number {
        words.told_area_revised(old, &day)
    } else {
        words.told_area_renumbered(old, entry.number, &day)
    };
    Ok(done(label, changes))
}

/// Returns which field of a form with all fields has to be mended, and why.
fn refused(refusal: &edit::AreaRefusal, words: Words) -> Refusal {
    let field = match refusal {
        edit::AreaRefusal::NumberTaken(..) => 0,
        edit::AreaRefusal::BeforeItBegan(_)
        | edit::AreaRefusal::Used(_)
        | edit::AreaRefusal::Overlaps(_) => DAY,
    };
    Refusal {
        field,
        why: words.area_refusal(refusal, false),
    }
}

fn number(values: &[String], words: Words) -> Result<i64, Refusal> {
    let typed = need(values, 0, words.field_area_number(), words)?;
    let number = typed.parse::<i64>().ok().filter(|n| (1..=99).contains(n));
    number.ok_or_else(|| Refusal {
        field: 0,
        why: words.why_area_number(&typed),
    })
}

/// Reads the texts of an area; what is left empty says the same as what it stands for.
fn entry(values: &[String], first: usize, number: i64, words: Words) -> Result<AreaEntry, Refusal> {
    let short_vi = need(values, first, words.field_area_short(), words)?;
    let short_en = optional(values, first + 1).unwrap_or_else(|| short_vi.clone());
    let full_vi = optional(values, first + 2).unwrap_or_else(|| short_vi.clone());
    let full_en = optional(values, first + 3).unwrap_or_else(|| full_vi.clone());
    Ok(AreaEntry {
        number,
        short_vi,
        short_en,
        full_vi,
        full_en,
    })
}

fn day(values: &[String], field: usize, view: &View) -> Result<Option<NaiveDate>, Refusal> {
    optional(values, field)
        .map(|typed| near_day(&typed, view.today(), view.words))
        .transpose()
        .map_err(|why| Refusal { field, why })
}
