//! A pasted text in the letters of an old font: converted or kept, as the user answers; it is never taken unasked.

use serde::{Deserialize, Serialize};

use crate::app::choice::{Choice, ChoicePurpose, ChoiceSpec, Offered};
use crate::app::dialogs::Dialog;
use crate::app::effect::Effect;
use crate::app::kept::Kept;
use crate::app::view::View;
use crate::text::legacy::{Legacy, convert, recognise_pasted};

/// Letters of the text that are shown.
const SHOWN: usize = 60;

/// The question about a pasted text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OldLetters {
    /// The text as it was pasted.
    text: String,
    /// The same text in Unicode.
    converted: String,
}

impl OldLetters {
    /// Returns the question about a text of this encoding.
    pub(crate) fn new(text: &str, legacy: Legacy) -> Self {
        Self {
            text: text.to_owned(),
            converted: convert(text, legacy),
        }
    }

    /// Returns the question as it stands in front.
    pub(crate) fn asked(self) -> Dialog {
        Dialog::Choice(Choice::new(self))
    }

    /// Returns the question about this text and one that was pasted behind it.
    pub(crate) fn with(&self, more: &str) -> Dialog {
        let converted = recognise_pasted(more).map(|legacy| convert(more, legacy));
        let longer = Self {
            text: format!("{}{more}", self.text),
            converted: format!("{}{}", self.converted, converted.as_deref().unwrap_or(more)),
        };
        longer.asked()
    }
}

impl Kept for OldLetters {
    const NAME: &'static str = "OldLetters";
}

impl ChoicePurpose for OldLetters {
    fn spec(&self, view: &View) -> ChoiceSpec {
        let words = view.words;
        let option = |label: &str, text: &str| {
            let pasted = text.to_owned();
            Offered::new(label, beginning(text), move |_| put(&pasted))
        };
        let convert = option(words.option_convert(), &self.converted);
        let keep = option(words.option_keep_letters(), &self.text);
        ChoiceSpec::new(words.choose_old_letters(), vec![convert, keep])
    }

    fn half_typed(&self) -> Option<&str> {
        Some(&self.converted)
    }

    /// Leaving the question keeps the text as it is; what was typed meanwhile goes behind it.
    fn cancelled(&self, typed: &str, _: &View) -> Vec<Effect> {
        let gap = if typed.is_empty() { "" } else { " " };
        put(&format!("{}{gap}{typed}", self.text))
    }
}

fn put(text: &str) -> Vec<Effect> {
    vec![Effect::Back, Effect::Paste(text.to_owned())]
}

/// Returns the beginning of a text on one line.
fn beginning(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(SHOWN).collect()
}
