//! The forms and choices of the settings: a text of the issuing body, a recipient, a signatory, a choice of a few.

use serde::{Deserialize, Serialize};

use crate::app::choice::{Choice, Purpose as ChoicePurpose};
use crate::app::config::Preference;
use crate::app::dialogs::Dialog;
use crate::app::effect::Effect;
use crate::app::form::{Form, Purpose};
use crate::app::offers::Offered;
use crate::app::picks::Pick;
use crate::app::status::Status;
use crate::app::submit::{Refusal, done, near_day, need, optional};
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::code::{Capacity, Tone};
use crate::meeting::rows::Signatory;
use crate::meeting::settings::{self, BookSettings, IssuerText, Refusal as Why, Signer};
use crate::papers::phrases::recipient;
use crate::text::dates::short_date;
use crate::text::telex::Method;
use crate::words::{Lang, Words};

/// A form of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SettingsForm {
    /// A text of the issuing body.
    Text(IssuerText),
    /// The last day of the issuing body.
    LastDay,
    /// A recipient by its place, or one more.
    Recipient(Option<usize>),
    /// Somebody who may sign, or one more, in this capacity.
    Signatory(Option<Id<Signatory>>, Capacity),
    /// Where papers are written to.
    PapersFolder,
}

impl SettingsForm {
    /// Returns the form with these values.
    pub fn with(self, values: &[&str]) -> Form {
        Form::new(Purpose::Settings(self), values)
    }
}

/// A choice of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SettingsChoice {
    /// Where the tone is written.
    Tone,
    /// In what capacity somebody signs.
    Capacity(Option<Id<Signatory>>),
    /// The language of the screen.
    Lang,
    /// The built-in typing method.
    Typing,
}

/// An option of the settings, by what picking it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsPick {
    /// Writes the tone so.
    Tone(Tone),
    /// Asks who signs in this capacity.
    Capacity(Option<Id<Signatory>>, Capacity),
    /// Sets something of the program.
    Configure(Preference),
}

/// The methods of typing, that of the system first.
const METHODS: [Option<Method>; 3] = [None, Some(Method::Telex), Some(Method::Vni)];

/// Returns the form of a text of the issuing body.
pub fn text(text: IssuerText, held: &BookSettings) -> Form {
    SettingsForm::Text(text).with(&[text.of(&held.issuer)])
}

/// Returns the form of the last day of the issuing body.
pub fn last_day(held: &BookSettings) -> Form {
    let last = held.issuer.valid_to.map(short_date).unwrap_or_default();
    SettingsForm::LastDay.with(&[&last])
}

/// Returns the form of a recipient.
pub fn recipient(place: Option<usize>, held: &BookSettings) -> Form {
    let known = settings::recipients(&held.issuer);
    let text = place.and_then(|place| known.get(place)).copied();
    SettingsForm::Recipient(place).with(&[text.unwrap_or_default()])
}

/// Returns a choice of the settings, what is chosen now selected.
pub fn choice(choice: SettingsChoice, held: &BookSettings, view: &View) -> Choice {
    let now = match choice {
        SettingsChoice::Tone => {
            let tone = held.issuer.tone.unwrap_or(Tone::Old);
            Tone::ALL.iter().position(|one| *one == tone)
        }
        SettingsChoice::Capacity(id) => {
            let mut rows = held.signatories.iter();
            let row = rows.find(|row| Some(row.id) == id);
            row.and_then(|row| Capacity::ALL.iter().position(|one| *one == row.capacity))
        }
        SettingsChoice::Lang => LANGS.iter().position(|one| *one == view.words.lang()),
        SettingsChoice::Typing => METHODS.iter().position(|one| *one == view.typing),
    };
    Choice {
        selected: now.unwrap_or(0),
        ..Choice::new(ChoicePurpose::Settings(choice))
    }
}

/// The languages of the screen.
const LANGS: [Lang; 2] = [Lang::Vi, Lang::En];

/// Returns what a choice of the settings offers.
pub(crate) fn options(choice: SettingsChoice, view: &View) -> Vec<Offered> {
    let words = view.words;
    let offer = |label: &'static str, pick| Offered::new(label, "", Pick::Settings(pick));
    match choice {
        SettingsChoice::Tone => Tone::ALL
            .iter()
            .map(|tone| offer(words.tone(*tone), SettingsPick::Tone(*tone)))
            .collect(),
        SettingsChoice::Capacity(id) => Capacity::ALL
            .iter()
            .map(|one| offer(words.capacity(*one), SettingsPick::Capacity(id, *one)))
            .collect(),
        SettingsChoice::Lang => LANGS
            .into_iter()
            .map(|lang| {
                let pick = SettingsPick::Configure(Preference::Lang(lang));
                offer(Words::of(lang).own_language(), pick)
            })
            .collect(),
        SettingsChoice::Typing => METHODS
            .into_iter()
            .map(|method| {
                let pick = SettingsPick::Configure(Preference::Typing(method));
                offer(words.typing_or_system(method), pick)
            })
            .collect(),
    }
}

/// Returns what stands above a choice of the settings.
pub(crate) fn choice_title(choice: SettingsChoice, words: Words) -> &'static str {
    match choice {
        SettingsChoice::Tone => words.choose_tone(),
        SettingsChoice::Capacity(_) => words.choose_capacity(),
        SettingsChoice::Lang => words.choose_lang(),
        SettingsChoice::Typing => words.choose_typing(),
    }
}

/// Returns what picking an option of the settings asks of the program.
pub(crate) fn picked(pick: SettingsPick, view: &View) -> Vec<Effect> {
    match (pick, &view.shelf.settings) {
        (SettingsPick::Configure(preference), _) => {
            vec![Effect::Close, Effect::Configure(preference)]
        }
        (SettingsPick::Tone(tone), Some(held)) => {
            let name = view.words.setting_tone();
            let label = told(name, view.words.tone(tone), held, view.words);
            done(label, settings::choose_tone(held, tone, view.ids))
        }
        (SettingsPick::Capacity(id, capacity), Some(held)) => {
            let mut rows = held.signatories.iter();
            let row = rows.find(|row| Some(row.id) == id);
            let (office, name) = row.map_or(("", ""), |row| (&row.office, &row.name));
            let form = SettingsForm::Signatory(id, capacity).with(&[office, name]);
            vec![Effect::Show(Dialog::Form(form))]
        }
        (SettingsPick::Tone(_) | SettingsPick::Capacity(..), None) => vec![Effect::Close],
    }
}

/// Returns the names of the fields.
pub(crate) fn labels(form: SettingsForm, words: Words) -> Vec<&'static str> {
    match form {
        SettingsForm::Text(text) => vec![words.issuer_text(text)],
        SettingsForm::LastDay => vec![words.setting_last_day()],
        SettingsForm::Recipient(_) => vec![words.field_recipient()],
        SettingsForm::Signatory(..) => vec![words.field_signer_office(), words.field_signer_name()],
        SettingsForm::PapersFolder => vec![words.setting_papers_folder()],
    }
}

/// Returns where papers are written to, as the form holds it; nothing where they go beside the book.
pub fn papers_folder(view: &View) -> String {
    let folder = view.preferences.papers_folder.as_ref();
    folder.map_or_else(String::new, |folder| folder.display().to_string())
}

/// Says where papers are written to.
fn told_folder(folder: &str, words: Words) -> String {
    let shown = if folder.is_empty() {
        words.value_beside_book()
    } else {
        folder
    };
    words.told_setting(words.setting_papers_folder(), shown)
}

/// Returns what stands above the form.
pub(crate) fn title(form: SettingsForm, words: Words) -> &'static str {
    match form {
        SettingsForm::Text(_) | SettingsForm::LastDay | SettingsForm::PapersFolder => {
            words.form_setting()
        }
        SettingsForm::Recipient(_) => words.form_recipient(),
        SettingsForm::Signatory(..) => words.form_signatory(),
    }
}

/// Returns what a filled form of the settings asks of the program.
pub(crate) fn submit(
    form: SettingsForm,
    values: &[String],
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let typed = optional(values, 0).unwrap_or_default();
    if form == SettingsForm::PapersFolder {
        if typed == papers_folder(view) {
            let sentence = told_folder(&typed, view.words);
            return Ok(vec![Effect::Close, Effect::Say(Status::said(sentence))]);
        }
        let folder = Preference::PapersFolder(typed);
        return Ok(vec![Effect::Configure(folder), Effect::Close]);
    }
    let Some(held) = &view.shelf.settings else {
        return Ok(vec![Effect::Close]);
    };
    let words = view.words;
    match form {
        SettingsForm::PapersFolder => Ok(vec![Effect::Close]),
        SettingsForm::Text(text) => {
            let name = words.issuer_text(text);
            let changes = settings::write_text(held, text, &typed, view.ids);
            let changes = changes.map_err(|why| refused(why, &typed, name, words))?;
            Ok(done(told(name, &typed, held, words), changes))
        }
        SettingsForm::LastDay => write_last_day(values, held, view),
        SettingsForm::Recipient(place) => {
            let name = words.field_recipient();
            if let Some(why) = recipient::flaw(&typed, words) {
                return Err(Refusal { field: 0, why });
            }
            let changes = settings::write_recipient(held, place, &typed, view.ids);
            let changes = changes.map_err(|why| refused(why, &typed, name, words))?;
            Ok(done(told(name, &typed, held, words), changes))
        }
        SettingsForm::Signatory(id, capacity) => {
            let signer = Signer {
                capacity,
                office: need(values, 0, words.field_signer_office(), words)?.to_uppercase(),
                name: need(values, 1, words.field_signer_name(), words)?,
            };
            let label = words.told_signatory(&format!("{} {}", signer.office, signer.name));
            let name = signer.name.clone();
            let change = settings::write_signatory(held, id, signer, view.ids);
            let change = change.map_err(|why| refused(why, &name, "", words))?;
            Ok(done(label, vec![change]))
        }
    }
}

fn write_last_day(
    values: &[String],
    held: &BookSettings,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let last = optional(values, 0)
        .map(|typed| near_day(&typed, view.today(), words))
        .transpose()
        .map_err(|why| Refusal { field: 0, why })?;
    let day = last.map(short_date).unwrap_or_default();
    let label = told(words.setting_last_day(), &day, held, words);
    Ok(done(label, settings::write_last_day(held, last, view.ids)))
}

fn refused(why: Why, typed: &str, name: &str, words: Words) -> Refusal {
    let why = match why {
        Why::Empty => words.why_needs(name),
        Why::Symbol => words.why_symbol(typed),
        Why::Double => words.why_listed(typed),
    };
    Refusal { field: 0, why }
}

/// Says what a setting of the issuing body has become, and that signed papers keep theirs where there are any.
pub fn told(name: &str, value: &str, held: &BookSettings, words: Words) -> String {
    let value = if value.is_empty() {
        words.value_unset()
    } else {
        value
    };
    let sentence = words.told_setting(name, value);
    if held.is_signed {
        format!("{sentence} · {}", words.signed_keep())
    } else {
        sentence
    }
}
