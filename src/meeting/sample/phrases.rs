//! The texts of a practice book of many years: phrases made of parts that dice choose.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::Deserialize;

use super::dice::Dice;

/// Everything that the practice book of many years says.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Phrases {
    pub(crate) title: String,
    /// What each meeting is about.
    pub(crate) content: String,
    /// Names of those who follow actions up.
    pub(crate) officers: Vec<String>,
    /// Names of bodies that help.
    pub(crate) supports: Vec<String>,
    /// Name of whoever comes for another.
    pub(crate) substitute: String,
    /// Office of whoever comes for another.
    pub(crate) substitute_office: String,
    /// Reasons not to come.
    pub(crate) excuses: Vec<String>,
    /// Reasons to leave early.
    pub(crate) errands: Vec<String>,
    /// Reasons for a later deadline.
    pub(crate) extensions: Vec<String>,
    /// Who is competent to answer.
    pub(crate) competent: Vec<String>,
    /// Why a part rests.
    pub(crate) paused: String,
    /// Why an action was given up.
    pub(crate) cancelled: String,
    /// The outcome of a look at an action.
    pub(crate) looks: Vec<String>,
    /// Lines that are hardly ever said.
    pub(crate) rare: Vec<String>,
    /// The values of the other fields in braces.
    pub(crate) parts: BTreeMap<String, Vec<String>>,
    /// The phrases without a focus area.
    pub(crate) plain: Plain,
    pub(crate) document: Vec<Cited>,
    /// The phrases under each focus area.
    pub(crate) area: Vec<AreaPhrases>,
    /// The reports on parts of actions.
    pub(crate) progress: Reported,
}

/// Lines under the items of the agenda that are no discussion.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Plain {
    pub(crate) opening: Vec<String>,
    pub(crate) review: Vec<String>,
    pub(crate) report: Vec<String>,
    pub(crate) document: Vec<String>,
    pub(crate) closing: Vec<String>,
}

/// A document that is cited.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Cited {
    pub(crate) citation: String,
    pub(crate) title: Option<String>,
    pub(crate) date: Option<NaiveDate>,
}

/// The phrases under a focus area.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct AreaPhrases {
    pub(crate) number: i64,
    pub(crate) result: Vec<String>,
    pub(crate) difficulty: Vec<String>,
    pub(crate) experience: Vec<String>,
    pub(crate) proposal: Vec<String>,
    pub(crate) information: Vec<String>,
    pub(crate) answer: Vec<String>,
    pub(crate) conclusion: Vec<String>,
    /// Actions, each with its deliverable.
    pub(crate) action: Vec<(String, String)>,
}

/// The reports on a part.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Reported {
    /// While it is being done.
    pub(crate) begun: Vec<String>,
    pub(crate) reported: Vec<String>,
}

impl Phrases {
    /// Fills one of these phrases in, as it could be said on a day.
    pub(crate) fn any(&self, of: &[String], dice: &mut Dice, day: NaiveDate) -> String {
        let phrase = dice.pick(of).cloned().unwrap_or_default();
        self.fill(&phrase, dice, day)
    }

    /// Fills a phrase in, as it could be said on a day; it begins with a capital letter.
    pub(crate) fn fill(&self, phrase: &str, dice: &mut Dice, day: NaiveDate) -> String {
        let whole = dice.between(12, 60);
        let part = dice.between(whole / 3, whole);
        let mut filling = Filling {
            phrases: self,
            dice,
            day,
            part,
            whole,
            text: String::new(),
        };
        filling.expand(phrase);
        let mut letters = filling.text.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect()
    }
}

/// A phrase that is being filled in.
struct Filling<'a> {
    phrases: &'a Phrases,
    dice: &'a mut Dice,
    day: NaiveDate,
    part: i64,
    whole: i64,
    text: String,
}

impl Filling<'_> {
    fn expand(&mut self, phrase: &str) {
        let mut rest = phrase;
        while let Some((before, behind)) = rest.split_once('{') {
            self.text.push_str(before);
            let (name, after) = behind.split_once('}').unwrap_or((behind, ""));
            self.put(name);
            rest = after;
        }
        self.text.push_str(rest);
    }

    fn put(&mut self, name: &str) {
        let number = match name {
            "n" => self.part,
            "m" => self.whole,
            "p" => self.part * 100 / self.whole.max(1),
            "k" => self.dice.between(2, 12),
            "h" => self.dice.between(100, 9999),
            "t" => i64::from(self.day.month()),
            "q" => i64::from(self.day.month0() / 3 + 1),
            "w" => i64::from(self.day.iso_week().week()),
            "y" => i64::from(self.day.iso_week().year()),
            "d" => {
                let soon = self.day + TimeDelta::days(self.dice.between(5, 40));
                self.text += &soon.day().to_string();
                self.text.push('/');
                self.text += &soon.month().to_string();
                return;
            }
            part => {
                let choices = self.phrases.parts.get(part);
                let choice = choices.and_then(|choices| self.dice.pick(choices));
                if let Some(choice) = choice.cloned() {
                    self.expand(&choice);
                }
                return;
            }
        };
        self.text.push_str(&number.to_string());
    }
}
