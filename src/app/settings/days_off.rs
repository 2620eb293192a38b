//! The days off of the book in the settings: holidays, days in place of them, and weekends that are worked.

use chrono::{Datelike, NaiveDate};

use crate::app::choice::{ChoiceSpec, Offered};
use crate::app::effect::{Effect, done};
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormSpec, Refusal};
use crate::app::settings::forms::SettingsForm;
use crate::app::settings::lines::{Part, Setting, SettingLine};
use crate::app::view::View;
use crate::meeting::days_off::{self, Special};
use crate::meeting::settings::BookSettings;
use crate::text::dates::short_date;
use crate::words::Words;

/// Years from this one on of which the days are listed.
const YEARS: i32 = 2;

/// Returns the lines of the days off: of the open meeting's year, this year and the next.
pub(crate) fn lines(book: &BookSettings, view: &View) -> Vec<SettingLine> {
    let today = view.today().year();
    let open = view.dossier.map(|dossier| dossier.meeting.starts.year());
    let open = open.filter(|year| !(today..today + YEARS).contains(year));
    let years = open.into_iter().chain(today..today + YEARS);
    let days = years.flat_map(|year| days_off::of_year(&book.days_off, year));
    let new = SettingLine::new(
        Part::DaysOff,
        Setting::NewDayOff,
        view.words.setting_new_day_off(),
        "",
    );
    days.map(|special| line(&special, view.words))
        .chain([new])
        .collect()
}

fn line(special: &Special, words: Words) -> SettingLine {
    let value = match (special.works, special.row) {
        (true, _) => words.day_worked(&special.name),
        (false, Some(_)) => special.name.clone(),
        (false, None) => words.day_reckoned(&special.name),
    };
    SettingLine::new(
        Part::DaysOff,
        Setting::DayOff(special.day),
        short_date(special.day),
        value,
    )
}

const DAY: Field<NaiveDate> = Field::new("day", Words::field_day, |typed| {
    fields::needed(typed)?;
    fields::day_as_typed(typed)
});

const NAME: Field<String> = Field::new("name", Words::field_day_name, fields::needed);

/// Returns the form of a day, or of one more, that is off or worked.
pub(crate) fn form(old: Option<NaiveDate>, is_worked: bool, view: &View) -> FormSpec {
    let book = view.shelf.settings.as_ref();
    let known = book.and_then(|book| days_off::special(&book.days_off, old?));
    let (day, name) = known.as_ref().map_or_else(Default::default, |special| {
        (short_date(special.day), special.name.clone())
    });
    let spec = FormSpec::new(view.words.form_day_off(is_worked), view.words)
        .field(&DAY, day)
        .field(&NAME, name);
    // One more day is about none yet.
    let spec = match old {
        Some(_) => spec.about(known.as_ref()),
        None => spec,
    };
    spec.then(move |filled, view| write(old, is_worked, filled, view))
}

fn write(
    old: Option<NaiveDate>,
    is_worked: bool,
    filled: &Filled,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let (words, day) = (view.words, filled.read(&DAY)?);
    let book = filled.found(view.shelf.settings.as_ref())?;
    if let Some(old) = old {
        filled.found(days_off::special(&book.days_off, old))?;
    }
    let is_taken = days_off::special(&book.days_off, day).is_some();
    if is_taken && old != Some(day) {
        return Err(DAY.refuse(words.why_listed(&short_date(day))));
    }
    let new = Special {
        day,
        works: is_worked,
        name: filled.read(&NAME)?,
        row: None,
    };
    let changes = days_off::write(&book.days_off, old, &new, view.ids);
    let label = words.told_day_off(&short_date(day), &new.name);
    Ok(done(label, changes))
}

/// Returns the choice whether a day is off or worked.
pub(crate) fn kinds(old: Option<NaiveDate>, words: Words) -> ChoiceSpec {
    let kinds = [false, true].map(|is_worked| {
        Offered::new(words.day_kind(is_worked), "", move |view| {
            let form = SettingsForm::DayOff(old, is_worked);
            vec![Effect::Fill(Form::open(form, view))]
        })
    });
    ChoiceSpec::new(words.choose_day_kind(), kinds.into())
}

/// Returns which of the kinds a day has now.
pub(crate) fn kind_now(old: Option<NaiveDate>, book: &BookSettings) -> Option<usize> {
    let known = days_off::special(&book.days_off, old?)?;
    Some(usize::from(known.works))
}
