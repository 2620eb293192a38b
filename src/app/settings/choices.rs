//! The choices of the settings: the tone, a capacity, the language, the typing method, the theme.

use serde::{Deserialize, Serialize};

use crate::app::choice::{Choice, ChoicePurpose, ChoiceSpec, Offered};
use crate::app::config::Preference;
use crate::app::effect::{Effect, done, gone};
use crate::app::form::Form;
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::settings::forms::{SettingsForm, setting_sentence, signatory};
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::code::{Capacity, Tone};
use crate::meeting::rows::Signatory;
use crate::meeting::settings::{self, BookSettings};
use crate::store::Failure;
use crate::text::telex::Method;
use crate::words::{Lang, Words};

/// A choice of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum SettingsChoice {
    /// Where the tone is written.
    Tone,
    /// In what capacity somebody signs.
    Capacity(Option<Id<Signatory>>),
    /// The language of the screen.
    Lang,
    /// The built-in typing method.
    Typing,
    Theme,
}

impl Kept for SettingsChoice {
    const NAME: &'static str = "Settings";
}

impl ChoicePurpose for SettingsChoice {
    fn spec(&self, view: &View) -> ChoiceSpec {
        let words = view.words;
        match *self {
            Self::Tone => {
                let tones = Tone::ALL.iter().map(|tone| {
                    Offered::new(words.tone(*tone), "", move |view| choose_tone(*tone, view))
                });
                ChoiceSpec::new(words.choose_tone(), tones.collect())
            }
            Self::Capacity(id) => {
                let capacities = Capacity::ALL.iter().map(|capacity| {
                    let form = SettingsForm::Signatory(id, *capacity);
                    Offered::new(words.capacity(*capacity), "", move |view| {
                        vec![Effect::Fill(Form::open(form.clone(), view))]
                    })
                });
                let spec = ChoiceSpec::new(words.choose_capacity(), capacities.collect());
                match id {
                    Some(id) => spec.about(signatory(id, view)),
                    None => spec,
                }
            }
            Self::Lang => {
                let langs = LANGS
                    .map(|lang| configure(Words::of(lang).own_language(), Preference::Lang(lang)));
                ChoiceSpec::new(words.choose_lang(), langs.into())
            }
            Self::Typing => {
                let methods = METHODS.map(|method| {
                    configure(words.typing_or_system(method), Preference::Typing(method))
                });
                ChoiceSpec::new(words.choose_typing(), methods.into())
            }
            Self::Theme => {
                let themes = view.themes.iter();
                let themes = themes.map(|name| configure(name, Preference::Theme(name.clone())));
                ChoiceSpec::new(words.choose_theme(), themes.collect()).unnumbered()
            }
        }
    }

    fn ask(&self, _: &str, book: &mut Questions) -> Result<(), Failure> {
        book.settings()
    }
}

/// Returns an option that sets something of the program.
fn configure(label: &str, preference: Preference) -> Offered {
    Offered::new(label, "", move |_| {
        vec![Effect::Close, Effect::Configure(preference.clone())]
    })
}

fn choose_tone(tone: Tone, view: &View) -> Vec<Effect> {
    let Some(book) = &view.shelf.settings else {
        return gone(view.words);
    };
    let words = view.words;
    let label = setting_sentence(words.setting_tone(), words.tone(tone), book, words);
    done(label, settings::choose_tone(book, tone, view.ids))
}

/// The methods of typing, that of the system first.
const METHODS: [Option<Method>; 3] = [None, Some(Method::Telex), Some(Method::Vni)];

/// The languages of the screen.
const LANGS: [Lang; 2] = [Lang::Vi, Lang::En];

/// Returns a choice of the settings, its present value selected.
pub(crate) fn choice(choice: SettingsChoice, book: &BookSettings, view: &View) -> Choice {
    let now = match choice {
        SettingsChoice::Tone => {
            let tone = book.issuer.tone.unwrap_or(Tone::Old);
            Tone::ALL.iter().position(|one| *one == tone)
        }
        SettingsChoice::Capacity(id) => {
            let mut rows = book.signatories.iter();
            let row = rows.find(|row| Some(row.id) == id);
            row.and_then(|row| Capacity::ALL.iter().position(|one| *one == row.capacity))
        }
        SettingsChoice::Lang => LANGS.iter().position(|one| *one == view.words.lang()),
        SettingsChoice::Typing => METHODS.iter().position(|one| *one == view.typing),
        SettingsChoice::Theme => {
            let mut names = view.themes.iter();
            names.position(|name| *name == view.preferences.theme)
        }
    };
    Choice::at(choice, now.unwrap_or(0))
}
