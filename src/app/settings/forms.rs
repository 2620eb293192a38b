//! The forms of the settings: a text of the issuing body, its last day, a recipient, a signatory, the folder of papers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::config::Preference;
use crate::app::effect::{Effect, done};
use crate::app::fields;
use crate::app::form::{Field, Filled, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::settings::days_off;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::code::Capacity;
use crate::meeting::rows::Signatory;
use crate::meeting::settings::{self, BookSettings, IssuerText, SettingsRefusal, Signer};
use crate::papers::phrases::recipient;
use crate::store::Failure;
use crate::text::dates::short_date;
use crate::words::Words;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum SettingsForm {
    /// A text of the issuing body.
    Text(IssuerText),
    /// The last day of the issuing body.
    LastDay,
    /// A recipient, as its line was, or one more.
    Recipient(Option<String>),
    /// Somebody who may sign, or one more, in this capacity.
    Signatory(Option<Id<Signatory>>, Capacity),
    /// A day off or a worked one, or one more.
    DayOff(Option<NaiveDate>, bool),
    /// Where papers are written to.
    PapersFolder,
}

impl Kept for SettingsForm {
    const NAME: &'static str = "Settings";
}

impl FormPurpose for SettingsForm {
    fn spec(&self, view: &View) -> FormSpec {
        match self {
            Self::Text(text) => text_form(*text, view),
            Self::LastDay => last_day_form(view),
            Self::Recipient(line) => recipient_form(line.clone(), view),
            Self::Signatory(id, capacity) => signatory_form(*id, *capacity, view),
            Self::DayOff(day, is_worked) => days_off::form(*day, *is_worked, view),
            Self::PapersFolder => folder_form(view),
        }
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        book.settings()
    }
}

const TEXT: Field<String> = Field::new("text", Words::form_setting, fields::verbatim);

fn text_form(text: IssuerText, view: &View) -> FormSpec {
    let name = view.words.issuer_text(text);
    let first = known(view, |book| text.of(&book.issuer).to_owned());
    FormSpec::new(view.words.form_setting(), view.words)
        .labelled(&TEXT, name, first)
        .then(move |filled, view| {
            let typed = filled.read(&TEXT)?;
            changed(filled, view, |book| {
                let changes = settings::write_text(book, text, &typed, view.ids);
                let changes = changes.map_err(|why| refuse(why, &typed, name, &TEXT, view))?;
                Ok(done(
                    setting_sentence(name, &typed, book, view.words),
                    changes,
                ))
            })
        })
}

const LAST_DAY: Field<Option<NaiveDate>> =
    Field::new("last day", Words::setting_last_day, fields::near_day);

fn last_day_form(view: &View) -> FormSpec {
    let first = known(view, |book| {
        book.issuer.valid_to.map(short_date).unwrap_or_default()
    });
    FormSpec::new(view.words.form_setting(), view.words)
        .field(&LAST_DAY, first)
        .then(|filled, view| {
            let last = filled.read(&LAST_DAY)?;
            changed(filled, view, |book| {
                let day = last.map(short_date).unwrap_or_default();
                let label = setting_sentence(view.words.setting_last_day(), &day, book, view.words);
                Ok(done(label, settings::write_last_day(book, last, view.ids)))
            })
        })
}

const RECIPIENT: Field<String> =
    Field::new(
        "recipient",
        Words::field_recipient,
        |typed| match recipient::flaw(typed.text, typed.view.words) {
            Some(why) => Err(why),
            None => Ok(typed.text.to_owned()),
        },
    );

fn recipient_form(line: Option<String>, view: &View) -> FormSpec {
    let spec = FormSpec::new(view.words.form_recipient(), view.words)
        .field(&RECIPIENT, line.clone().unwrap_or_default());
    let spec = match &line {
        Some(line) => spec.about(
            view.shelf
                .settings
                .as_ref()
                .and_then(|book| place_of(line, book)),
        ),
        None => spec,
    };
    spec.then(move |filled, view| {
        let typed = filled.read(&RECIPIENT)?;
        changed(filled, view, |book| {
            let name = view.words.field_recipient();
            let place = line.as_ref().map(|line| filled.found(place_of(line, book)));
            let place = place.transpose()?;
            let changes = settings::write_recipient(book, place, &typed, view.ids);
            let changes = changes.map_err(|why| refuse(why, &typed, name, &RECIPIENT, view))?;
            Ok(done(
                setting_sentence(name, &typed, book, view.words),
                changes,
            ))
        })
    })
}

/// Returns the place of a recipient in the list.
fn place_of(line: &str, book: &BookSettings) -> Option<usize> {
    let mut all = settings::recipients(&book.issuer).into_iter();
    all.position(|one| one == line)
}

const OFFICE: Field<String> = Field::new("office", Words::field_signer_office, |typed| {
    Ok(fields::needed(typed)?.to_uppercase())
});

const NAME: Field<String> = Field::new("name", Words::field_signer_name, fields::needed_person);

fn signatory_form(id: Option<Id<Signatory>>, capacity: Capacity, view: &View) -> FormSpec {
    let row = id.and_then(|id| signatory(id, view));
    let (office, name) = row.map_or(("", ""), |row| (&row.office, &row.name));
    let spec = FormSpec::new(view.words.form_signatory(), view.words)
        .field(&OFFICE, office)
        .field(&NAME, name);
    // One more signatory is about no row yet.
    let spec = match id {
        Some(_) => spec.about(row),
        None => spec,
    };
    spec.then(move |filled, view| sign(id, capacity, filled, view))
}

/// Returns somebody who may sign, as the book has the row.
pub(crate) fn signatory<'a>(id: Id<Signatory>, view: &View<'a>) -> Option<&'a Signatory> {
    let mut rows = view.shelf.settings.as_ref()?.signatories.iter();
    rows.find(|row| row.id == id)
}

fn sign(
    id: Option<Id<Signatory>>,
    capacity: Capacity,
    filled: &Filled,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let signer = Signer {
        capacity,
        office: filled.read(&OFFICE)?,
        name: filled.read(&NAME)?,
    };
    if let Some(id) = id {
        filled.found(signatory(id, view))?;
    }
    changed(filled, view, |book| {
        let name = signer.name.clone();
        let label = view
            .words
            .told_signatory(&format!("{} {name}", signer.office));
        let change = settings::write_signatory(book, id, signer, view.ids);
        let change = change.map_err(|why| refuse(why, &name, "", &OFFICE, view))?;
        Ok(done(label, vec![change]))
    })
}

const FOLDER: Field<String> = Field::new("folder", Words::setting_papers_folder, fields::verbatim);

fn folder_form(view: &View) -> FormSpec {
    let unchosen = view.preferences.outbox.told_unchosen(view.words);
    FormSpec::new(view.words.form_setting(), view.words)
        .field(&FOLDER, papers_folder(view))
        .noting([view.words.note_papers_folder(&unchosen)])
        .then(|filled, view| {
            let typed = filled.read(&FOLDER)?;
            if typed == papers_folder(view) {
                let folder = view.preferences.outbox.told(view.words);
                let name = view.words.setting_papers_folder();
                let sentence = view.words.told_setting(name, &folder);
                return Ok(vec![Effect::Close, Effect::Say(Status::said(sentence))]);
            }
            let folder = Preference::PapersFolder(typed);
            Ok(vec![Effect::Configure(folder), Effect::Close])
        })
}

/// Returns a first value from the settings of the book; nothing before they are read.
fn known(view: &View, value: impl Fn(&BookSettings) -> String) -> String {
    view.shelf.settings.as_ref().map_or_else(String::new, value)
}

/// Changes the settings of the book; refuses the form before they are read.
fn changed(
    filled: &Filled,
    view: &View,
    change: impl FnOnce(&BookSettings) -> Result<Vec<Effect>, Refusal>,
) -> Result<Vec<Effect>, Refusal> {
    change(filled.found(view.shelf.settings.as_ref())?)
}

/// Returns the folder that was chosen for the papers, as the form holds it; nothing where none was.
pub(crate) fn papers_folder(view: &View) -> String {
    let folder = view.preferences.outbox.chosen.as_ref();
    folder.map_or_else(String::new, |folder| folder.display().to_string())
}

fn refuse<T>(
    why: SettingsRefusal,
    typed: &str,
    name: &str,
    field: &Field<T>,
    view: &View,
) -> Refusal {
    let words = view.words;
    field.refuse(match why {
        SettingsRefusal::Empty => words.why_needs(name),
        SettingsRefusal::Symbol => words.why_symbol(typed),
        SettingsRefusal::Double => words.why_listed(typed),
    })
}

/// Says the new value of a setting of the issuing body, and that signed papers keep theirs where there are any.
pub(crate) fn setting_sentence(
    name: &str,
    value: &str,
    book: &BookSettings,
    words: Words,
) -> String {
    let value = if value.is_empty() {
        words.value_unset()
    } else {
        value
    };
    let sentence = words.told_setting(name, value);
    if book.is_signed {
        format!("{sentence} · {}", words.signed_keep())
    } else {
        sentence
    }
}
