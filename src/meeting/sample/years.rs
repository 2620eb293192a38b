//! A practice book of many years: a meeting a week, up to the one that is planned next, all of it out of the dice.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Weekday};

use super::Sample;
use super::dice::Dice;
use super::phrases::{AreaPhrases, Phrases};
use crate::meeting::actions::Numbers;
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Ids};
use crate::meeting::plan::Planning;
use crate::meeting::roster::Summons;
use crate::meeting::rows::{Document, FocusArea, Issue};
use crate::text::dates::Instant;

/// How much there is to be in the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Its meetings, the planned one too.
    pub meetings: usize,
    /// About how many lines are said at each.
    pub lines: usize,
    /// The seed of the dice.
    pub seed: u64,
}

/// The request for a book.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Blueprint<'a> {
    pub(crate) phrases: &'a Phrases,
    /// The roster whose units are summoned.
    pub(crate) summons: &'a Summons,
    /// How much there is to be.
    pub(crate) extent: Extent,
    /// Up to when the years go.
    pub(crate) now: Instant,
    /// Where the ids come from.
    pub(crate) ids: &'a Ids,
}

/// Lines at each meeting with which 520 meetings come to about 250,000 rows.
pub const LINES: usize = 190;

/// The state of the generator: its data, and the facts so far.
#[derive(Debug)]
pub(crate) struct Years<'a> {
    pub(super) phrases: &'a Phrases,
    pub(super) summons: &'a Summons,
    pub(super) ids: &'a Ids,
    pub(super) now: Instant,
    pub(super) extent: Extent,
    pub(super) dice: Dice,
    pub(super) numbers: Numbers,
    /// The focus areas, each with its phrases.
    pub(super) areas: Vec<(Id<FocusArea>, &'a AreaPhrases)>,
    pub(super) documents: Vec<Id<Document>>,
    /// How diligent each unit is, in a hundred.
    pub(super) diligence: Vec<i64>,
    /// Issues that are answered at a later meeting or between two.
    pub(super) waiting: Vec<Waiting>,
    pub(super) planning: Planning,
}

/// An issue whose answer is to come.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub(super) issue: Id<Issue>,
    /// The place of its area.
    pub(super) area: usize,
    /// The place of the unit that raised it first.
    pub(super) unit: usize,
    pub(super) text: String,
    pub(super) when: When,
}

/// When an issue is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// At the meeting of this place.
    Meeting(usize),
    /// Between two meetings.
    At(Instant),
    Never,
}

impl<'a> Years<'a> {
    /// Returns the years before their first meeting, and the changes that they begin with.
    pub(crate) fn new(
        blueprint: &Blueprint<'a>,
        sample: &Sample,
        planning: Planning,
        areas: &[FocusArea],
    ) -> (Self, Vec<Change>) {
        let Blueprint {
            phrases,
            summons,
            extent,
            now,
            ids,
        } = *blueprint;
        let mut dice = Dice::of(extent.seed);
        let diligence = summons.units.iter().map(|_| dice.between(0, 100));
        let known = areas.iter().filter_map(|area| {
            let said = phrases.area.iter().find(|said| said.number == area.number);
            Some((area.id, said?))
        });
        let mut years = Self {
            diligence: diligence.collect(),
            areas: known.collect(),
            phrases,
            summons,
            ids,
            now,
            extent,
            dice,
            numbers: Numbers {
                action: 1,
                issue: 1,
            },
            documents: Vec::new(),
            waiting: Vec::new(),
            planning: Planning {
                title: phrases.title.clone(),
                content: phrases.content.clone(),
                chair: Some(sample.chair.clone()),
                chair_office: Some(sample.chair_office.clone()),
                recorder: Some(sample.recorder.clone()),
                recorder_office: Some(sample.recorder_office.clone()),
                venue: Some(sample.venue.clone()),
                ..planning
            },
        };
        let begun = years.begin(areas);
        (years, begun)
    }

    /// Puts the areas in force from the first meeting on, and the documents into the book.
    fn begin(&mut self, areas: &[FocusArea]) -> Vec<Change> {
        let first = self.starts(0).date_naive();
        let areas = areas
            .iter()
            .map(|area| Change::edit(area, |area| area.valid_from = area.valid_from.min(first)));
        let mut changes: Vec<Change> = areas.collect();
        for cited in &self.phrases.document {
            let id = self.ids.next();
            self.documents.push(id);
            changes.push(Change::insert(Document {
                id,
                citation: cited.citation.clone(),
                title: cited.title.clone(),
                date: cited.date,
            }));
        }
        changes
    }

    /// Returns when the meeting of a place is called for: a Tuesday, the last one today or a few days hence.
    pub(super) fn starts(&self, place: usize) -> Instant {
        let today = self.now.date_naive();
        let behind = self.extent.meetings.saturating_sub(place + 1);
        let weeks = i64::try_from(behind).unwrap_or(0);
        let day = next_tuesday(today) - TimeDelta::weeks(weeks);
        let eight = day.and_time(NaiveTime::MIN) + TimeDelta::hours(8);
        self.now + (eight - self.now.naive_local())
    }

    /// Fills a phrase in.
    pub(super) fn say(&mut self, phrase: &str, day: NaiveDate) -> String {
        self.phrases.fill(phrase, &mut self.dice, day)
    }

    /// Fills one of several phrases in.
    pub(super) fn any(&mut self, of: &[String], day: NaiveDate) -> String {
        self.phrases.any(of, &mut self.dice, day)
    }

    /// Returns one of several names.
    pub(super) fn pick(&mut self, names: &[String]) -> String {
        self.dice.pick(names).cloned().unwrap_or_default()
    }

    /// Returns the area of a place, with what is said under it.
    pub(super) fn area(&self, place: usize) -> Option<(Id<FocusArea>, &'a AreaPhrases)> {
        self.areas.get(place).copied()
    }

    /// Returns how diligent the unit of a place is, in a hundred.
    pub(super) fn habit(&self, unit: usize) -> i64 {
        self.diligence.get(unit).copied().unwrap_or_default()
    }

    /// Returns the place of one of the areas.
    pub(super) fn any_area(&mut self) -> usize {
        let last = i64::try_from(self.areas.len()).unwrap_or(1) - 1;
        usize::try_from(self.dice.between(0, last)).unwrap_or(0)
    }
}

fn next_tuesday(today: NaiveDate) -> NaiveDate {
    let ahead =
        (7 + Weekday::Tue.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
    today + TimeDelta::days(i64::from(ahead))
}
