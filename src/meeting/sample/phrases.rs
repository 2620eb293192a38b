//! The texts of a practice book of many years: phrases made of parts that dice choose.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::Deserialize;

use super::dice::Dice;

/// Everything that the practice book of many years says.
#[derive(Clone, Debug, Deserialize)]
pub struct Phrases {
    /// Name of each meeting.
    pub title: String,
    /// What each meeting is about.
    pub content: String,
    /// Names of those who follow actions up.
    pub officers: Vec<String>,
    /// Names of bodies that help.
    pub supports: Vec<String>,
    /// Name of whoever comes for another.
    pub substitute: String,
    /// Office of whoever comes for another.
    pub substitute_office: String,
    /// Reasons not to come.
    pub excuses: Vec<String>,
    /// Reasons to leave early.
    pub errands: Vec<String>,
    /// Reasons for a later deadline.
    pub extensions: Vec<String>,
    /// Who is competent to answer.
    pub competent: Vec<String>,
    /// Why a part rests.
    pub paused: String,
    /// Why an action was given up.
    pub cancelled: String,
    /// The outcome of a look at an action.
    pub looks: Vec<String>,
    /// Lines that are hardly ever said.
    pub rare: Vec<String>,
    /// The values of the other fields in braces.
    pub parts: BTreeMap<String, Vec<String>>,
    /// The phrases without a focus area.
    pub plain: Plain,
    /// Documents that are cited.
    pub document: Vec<Cited>,
    /// The phrases under each focus area.
    pub area: Vec<AreaPhrases>,
    /// The reports on parts of actions.
    pub progress: Reported,
}

/// Lines under the items of the agenda that are no discussion.
#[derive(Clone, Debug, Deserialize)]
pub struct Plain {
    /// At the opening.
    pub opening: Vec<String>,
    /// On the last conclusions.
    pub review: Vec<String>,
    /// In the report.
    pub report: Vec<String>,
    /// On new documents.
    pub document: Vec<String>,
    /// At the end.
    pub closing: Vec<String>,
}

/// A document that is cited.
#[derive(Clone, Debug, Deserialize)]
pub struct Cited {
    /// How it is cited.
    pub citation: String,
    /// What it is called.
    pub title: Option<String>,
    /// Its date.
    pub date: Option<NaiveDate>,
}

/// The phrases under a focus area.
#[derive(Clone, Debug, Deserialize)]
pub struct AreaPhrases {
    /// Number of the area.
    pub number: i64,
    /// Results.
    pub result: Vec<String>,
    /// Difficulties.
    pub difficulty: Vec<String>,
    /// Experience.
    pub experience: Vec<String>,
    /// Proposals.
    pub proposal: Vec<String>,
    /// Information.
    pub information: Vec<String>,
    /// Answers.
    pub answer: Vec<String>,
    /// Conclusions.
    pub conclusion: Vec<String>,
    /// Actions, each with its deliverable.
    pub action: Vec<(String, String)>,
}

/// The reports on a part.
#[derive(Clone, Debug, Deserialize)]
pub struct Reported {
    /// While it is being done.
    pub begun: Vec<String>,
    /// When it is done.
    pub reported: Vec<String>,
}

impl Phrases {
    /// Fills one of these phrases in, as it could be said on a day.
    pub fn any(&self, of: &[String], dice: &mut Dice, day: NaiveDate) -> String {
        let phrase = dice.pick(of).cloned().unwrap_or_default();
        self.fill(&phrase, dice, day)
    }

    /// Fills a phrase in, as it could be said on a day; it begins with a capital letter.
    pub fn fill(&self, phrase: &str, dice: &mut Dice, day: NaiveDate) -> String {
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
