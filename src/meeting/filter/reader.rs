//! Reading a filter word by word: signs are understood, everything else is searched for.

use std::collections::HashMap;

use chrono::{Datelike, Months, NaiveDate, TimeDelta, Weekday};

use super::vocabulary::{KEYS, Key, Period, PhraseMeaning, kinds, phrases_of};
use super::{Days, Lexicon, LineFilter, Mistake, Reading, Subject, Wrong};
use crate::meeting::cell::Id;
use crate::meeting::code::IssueState;
use crate::meeting::rows::{FocusArea, Unit};
use crate::text::find::{Fit, fit};
use crate::text::fold::fold;
use crate::text::nearest::{nearest, wrong_letters};
use crate::text::same::is_same_person;
use crate::text::terms::bare;

/// Words that the name of a unit, a phrase or a value takes at most.
const MOST_WORDS: usize = 5;

/// Officers who are named where none is called as was typed.
const MOST_OFFICERS: usize = 5;

/// Words of a deadline that say when in a period, or by which, and name the same period.
const LEADS: &[&str] = &["het", "trong", "den", "dau", "giua", "cuoi", "ca"];

/// Words of those that stand before a period at most.
const MOST_LEADS: usize = 3;

/// The numbers of months and quarters as they are said or written in Roman, from one on. «Năm» is the year.
const SPELLED: &[&[&str]] = &[
    &["i", "một"],
    &["ii", "hai"],
    &["iii", "ba"],
    &["iv", "tư", "bốn"],
    &[],
    &["sáu"],
    &["bảy"],
    &["tám"],
    &["chín"],
    &["mười"],
];

/// Reads a line; the first part that makes no sense is returned as a mistake and does not narrow the list.
pub fn parse(line: &str, subject: Subject, lexicon: &Lexicon, today: NaiveDate) -> Reading {
    let mut reader = Reader {
        words: words_of(line),
        subject,
        lexicon,
        today,
        reading: Reading::default(),
    };
    // The same words again are the same terms: they are read once, however often they stand in the line.
    let mut read: HashMap<Vec<&str>, usize> = HashMap::new();
    let mut place = 0;
    while place < reader.words.len() {
        let ahead = reader.words.iter().skip(place).take(2 * MOST_WORDS);
        let ahead = ahead.map(|(_, word)| *word).collect();
        let used = read.entry(ahead);
        place += *used.or_insert_with(|| reader.take(place).max(1));
    }
    reader.reading.filter.keep_once();
    reader.reading
}

/// A word of the line: where it begins, and how it is written.
pub(super) type Word<'a> = (usize, &'a str);

pub(super) fn words_of(line: &str) -> Vec<Word<'_>> {
    line.split_whitespace()
        .map(|word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
        .collect()
}

struct Reader<'a> {
    words: Vec<Word<'a>>,
    subject: Subject,
    lexicon: &'a Lexicon,
    today: NaiveDate,
    reading: Reading,
}

impl Reader<'_> {
    /// Reads a sign that begins at a word and returns its number of words.
    fn take(&mut self, place: usize) -> usize {
        let Some((_, word)) = self.words.get(place).copied() else {
            return 1;
        };
        if word.len() > 1 && word.starts_with('@') {
            return self.take_unit(place);
        }
        if word.len() > 1 && word.starts_with('#') {
            return self.take_area(place);
        }
        self.take_key(place)
            .or_else(|| self.take_phrase(place))
            .or_else(|| self.take_span(place))
            .unwrap_or_else(|| self.keep(place))
    }

    /// Returns the words from a place on, joined, and how many they are, the longest run first.
    fn runs(&self, place: usize) -> impl Iterator<Item = (usize, String)> + '_ {
        let from_here = self.words.get(place..).unwrap_or_default();
        let most = MOST_WORDS.min(from_here.len());
        (1..=most).rev().map(move |count| {
            let words = from_here.iter().take(count);
            let words: Vec<&str> = words.map(|(_, word)| *word).collect();
            (count, words.join(" "))
        })
    }

    /// Returns the runs that may be the name of a unit: none goes beyond the next sign.
    fn runs_of_name(&self, place: usize) -> impl Iterator<Item = (usize, String)> + '_ {
        let behind = self.words.iter().skip(place + 1);
        let small = behind.take_while(|(_, word)| !word.starts_with(['@', '#']));
        let most = 1 + small.count();
        self.runs(place).filter(move |(count, _)| *count <= most)
    }

    fn take_unit(&mut self, place: usize) -> usize {
        let named = |run: &str| units_named(run.trim_start_matches('@'), self.lexicon);
        let found = self
            .runs_of_name(place)
            .map(|(count, run)| (count, named(&run)))
            .find(|(_, units)| !units.is_empty());
        if let Some((count, units)) = found {
            // The first word of many names, and behind it all but the second word of one, is that one mistyped.
            let slip = self
                .almost_unit(place, 1)
                .filter(|(words, _)| units.len() > 1 && *words > count);
            if let Some((words, near)) = slip {
                self.mistake(place, words, Wrong::Unit(near));
                return words;
            }
            self.reading.filter.units.extend(units);
            return count;
        }
        let (words, near) = self.almost_unit(place, 2).unwrap_or((1, Vec::new()));
        self.mistake(place, words, Wrong::Unit(near));
        words
    }

    /// Returns the run of words that is most nearly the name of a unit: how many they are, and the names.
    fn almost_unit(&self, place: usize, most: usize) -> Option<(usize, Vec<String>)> {
        let names = || self.lexicon.units.iter().map(|(_, name)| name.as_str());
        let almost = self.runs_of_name(place).filter_map(|(count, run)| {
            let typed = run.trim_start_matches('@');
            let near = nearest(typed, names(), most);
            let wrong = wrong_letters(typed, near.first()?);
            let mut near: Vec<String> = near.into_iter().map(str::to_owned).collect();
            near.dedup();
            Some((wrong, (count, near)))
        });
        // Of runs that are equally near, the longest comes first.
        let nearest = almost.min_by_key(|(wrong, _)| *wrong);
        nearest.map(|(_, found)| found)
    }

    /// Reads `#5`, every area that ever had the number: work under an old one still shows it. `#doanh nghiệp` names one.
    fn take_area(&mut self, place: usize) -> usize {
        let known = &self.lexicon.areas;
        let found = self.runs(place).find_map(|(count, run)| {
            let typed = run.trim_start_matches('#');
            let areas = if let Ok(number) = typed.parse::<i64>() {
                let of_number = known.iter().filter(|area| area.number == number);
                of_number.map(|area| area.id).collect()
            } else {
                areas_named(typed, known)
            };
            (!areas.is_empty()).then_some((count, areas))
        });
        let Some((count, areas)) = found else {
            let mut numbers: Vec<i64> = known.iter().map(|area| area.number).collect();
            numbers.sort_unstable();
            numbers.dedup();
            self.mistake(place, 1, Wrong::Area(numbers));
            return 1;
        };
        self.reading.filter.areas.extend(areas);
        count
    }

    /// Reads `hội nghị:2023-07`, `từ:1/7/2023`, `loại:vướng mắc`.
    fn take_key(&mut self, place: usize) -> Option<usize> {
        let mut colon = (0..2).find(|ahead| {
            let word = self.words.get(place + ahead);
            word.is_some_and(|(_, word)| word.contains(':'))
        })?;
        let joined = |until: usize| {
            let words = self.words.iter().skip(place).take(until + 1);
            words.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
        };
        let mut typed = joined(colon);
        let is_name = |name: &str| name.chars().all(|c| c.is_alphabetic() || c == ' ');
        let key_of = |name: &str| KEYS.iter().find(|(key, _)| fold(key) == fold(name));
        if let Some(name) = typed.strip_suffix(':') {
            key_of(name)?;
            // The value may follow the key after a space.
            if self.words.get(place + colon + 1).is_some() {
                colon += 1;
                typed = joined(colon);
            }
        }
        let (name, value) = typed.split_once(':')?;
        let (key, value) = (key_of(name), value.trim_start());
        let Some((_, key)) = key else {
            let near = nearest(name, KEYS.iter().map(|(key, _)| *key), 1);
            let near = KEYS.iter().find(|(key, _)| near.first() == Some(key));
            if !is_name(name) || (colon > 0 && near.is_none()) {
                return None;
            }
            self.mistake(place, colon + 1, Wrong::Key(near.map(|(key, _)| *key)));
            return Some(colon + 1);
        };
        Some(match key {
            Key::Kind => self.take_kind(place, colon, value),
            Key::Officer if self.subject == Subject::Actions => self.take_officer(place, colon),
            Key::Officer => return None,
            Key::Held | Key::Days | Key::From | Key::To => {
                self.take_days(*key, place, colon + 1, value);
                colon + 1
            }
        })
    }

    fn take_days(&mut self, key: Key, place: usize, count: usize, value: &str) {
        let days = Days::read(value, self.today).or_else(|| month(value, self.today));
        let Some(days) = days else {
            self.mistake(place, count, Wrong::Days);
            return;
        };
        let filter = &mut self.reading.filter;
        match key {
            Key::Held => filter.held = Some(days),
            Key::Days | Key::Kind | Key::Officer => narrow(filter, days),
            Key::From => narrow(
                filter,
                Days {
                    from: days.from,
                    to: None,
                },
            ),
            Key::To => narrow(
                filter,
                Days {
                    from: None,
                    to: days.to,
                },
            ),
        }
    }

    /// Reads the name of an officer behind `theo dõi:`, with the words that follow it as far as they fit one.
    fn take_officer(&mut self, place: usize, colon: usize) -> usize {
        let written: Vec<&str> = self
            .words
            .iter()
            .skip(place)
            .map(|(_, word)| *word)
            .collect();
        let most = written.len().min(colon + 1 + MOST_WORDS);
        let known = &self.lexicon.officers;
        let found = (colon + 1..=most).rev().find_map(|count| {
            let run = written.get(..count)?.join(" ");
            let typed = run.split_once(':')?.1.trim();
            let fits = |name: &&String| is_same_person(name, typed) || fit(typed, name).is_some();
            let named: Vec<String> = known.iter().filter(fits).cloned().collect();
            (!typed.is_empty() && !named.is_empty()).then_some((count, named))
        });
        let Some((count, named)) = found else {
            let near = known.iter().take(MOST_OFFICERS).cloned().collect();
            self.mistake(place, colon + 1, Wrong::Officer(near));
            return colon + 1;
        };
        self.reading.filter.officers.extend(named);
        count
    }

    fn take_kind(&mut self, place: usize, colon: usize, value: &str) -> usize {
        let next = self
            .words
            .get(place + colon + 1)
            .map_or("", |(_, word)| *word);
        let two = format!("{value} {next}");
        let named = |name: &str| kinds().find(|(kind, _)| fold(kind) == fold(name));
        let (count, found) = match named(&two) {
            Some(found) => (colon + 2, Some(found)),
            None => (colon + 1, named(value)),
        };
        match found {
            Some((_, kind)) => self.reading.filter.kinds.push(kind),
            None => self.mistake(place, count, Wrong::Kind),
        }
        count
    }

    fn take_phrase(&mut self, place: usize) -> Option<usize> {
        let phrases = phrases_of(self.subject);
        let (count, meaning) = self.runs(place).find_map(|(count, run)| {
            let wanted = fold(&run);
            let letters = wanted.chars().count();
            let found = phrases
                .iter()
                .find(|(phrase, _)| phrase.chars().count() == letters && fold(phrase) == wanted);
            found.map(|(_, meaning)| (count, *meaning))
        })?;
        let filter = &mut self.reading.filter;
        match meaning {
            PhraseMeaning::Wanted(wanted) => filter.wanted.push(wanted),
            PhraseMeaning::Lack(lack) => filter.lacks.push(lack),
            PhraseMeaning::Waiting => {
                let all = IssueState::ALL.iter().copied();
                filter.issues.extend(all.filter(|state| state.is_open()));
            }
            PhraseMeaning::Issue(state) => filter.issues.push(state),
            PhraseMeaning::Days(period) => {
                let days = days_of(period, self.today);
                narrow(filter, days);
            }
        }
        Some(count)
    }

    /// Reads `tháng 9`, `tháng 9/2023`, `quý III năm 2023`, `năm 2023`, with or without words of a deadline before it:
    /// `hết quý 3` is the same period.
    fn take_span(&mut self, place: usize) -> Option<usize> {
        if self.subject == Subject::Lines {
            return None;
        }
        let written = |place: usize| self.words.get(place).map(|(_, word)| *word);
        let leads = self.words.iter().skip(place).take(MOST_LEADS);
        let leads = leads
            .take_while(|(_, word)| LEADS.contains(&fold(word).as_str()))
            .count();
        let name = fold(written(place + leads)?);
        let value = written(place + leads + 1)?;
        let is_number = value.starts_with(|c: char| c.is_ascii_digit());
        let year = written(place + leads + 3)
            .filter(|year| year.len() == 4 && year.parse::<i32>().is_ok())
            .filter(|_| written(place + leads + 2).is_some_and(|word| fold(word) == "nam"))
            .filter(|_| !value.contains('/') && name != "nam");
        let dated = year.map_or(value.to_owned(), |year| format!("{value}/{year}"));
        let days = match name.as_str() {
            "thang" | "month" => month(&dated, self.today),
            "quy" | "qui" | "quarter" => quarter(&dated, self.today),
            "nam" | "year" => Days::read(value, self.today).filter(|_| value.len() == 4),
            _ => return None,
        };
        let count = leads + if year.is_some() { 4 } else { 2 };
        match days {
            Some(days) => narrow(&mut self.reading.filter, days),
            None if is_number => self.mistake(place, count, Wrong::Days),
            None => return None,
        }
        Some(count)
    }

    /// Looks for a word as it stands; where it and those behind it are all but a phrase, that is remembered.
    fn keep(&mut self, place: usize) -> usize {
        let Some((_, word)) = self.words.get(place).copied() else {
            return 1;
        };
        if self.reading.perhaps.is_none() {
            let known = phrases_of(self.subject);
            let perhaps = self.runs(place).find_map(|(count, run)| {
                let phrases = known.iter().map(|(phrase, _)| *phrase);
                let of_length = phrases.filter(|phrase| {
                    phrase.split(' ').count() == count && phrase.chars().count() > 5
                });
                let near = nearest(&run, of_length, 1).first().copied()?;
                let phrase = known.iter().find(|(phrase, _)| *phrase == near)?;
                Some((run, phrase.0))
            });
            self.reading.perhaps = perhaps;
        }
        // Signs alone are nothing that is said.
        if !bare(word).is_empty() {
            self.reading.filter.words.push(word.to_owned());
        }
        1
    }

    fn mistake(&mut self, place: usize, count: usize, wrong: Wrong) {
        let words = self.words.iter().skip(place).take(count);
        let Some(((from, _), (last, word))) = words.clone().next().zip(words.clone().next_back())
        else {
            return;
        };
        let at = *from..last + word.len();
        self.reading.mistake.get_or_insert(Mistake { at, wrong });
    }
}

fn narrow(filter: &mut LineFilter, days: Days) {
    filter.days = Some(filter.days.map_or(days, |before| before.within(days)));
}

fn month(value: &str, today: NaiveDate) -> Option<Days> {
    let (written, year) = value.split_once('/').unwrap_or((value, ""));
    let Some(month) = number(written).filter(|_| written.parse::<u32>().is_err()) else {
        return match value.parse::<u32>() {
            Ok(month) => Days::months(today.year(), month, 1),
            Err(_) => Days::read(value, today),
        };
    };
    Days::months(year_or(year, today)?, month, 1)
}

fn quarter(value: &str, today: NaiveDate) -> Option<Days> {
    let (written, year) = value.split_once('/').unwrap_or((value, ""));
    Days::quarter(year_or(year, today)?, number(written)?)
}

fn year_or(year: &str, today: NaiveDate) -> Option<i32> {
    if year.is_empty() {
        Some(today.year())
    } else {
        year.parse().ok()
    }
}

/// Reads the number of a month or a quarter: digits, Roman, or one word of small numbers.
fn number(written: &str) -> Option<u32> {
    if let Ok(number) = written.parse() {
        return Some(number);
    }
    let lower = written.to_lowercase();
    let place = |all: &[&[&str]]| all.iter().position(|ways| ways.contains(&lower.as_str()));
    place(SPELLED).and_then(|place| u32::try_from(place + 1).ok())
}

/// Returns the days of a period that is told by today.
fn days_of(period: Period, today: NaiveDate) -> Days {
    let shifted = |months: i32| {
        let count = Months::new(months.unsigned_abs());
        let first = today.with_day(1).unwrap_or(today);
        let moved = if months < 0 {
            first.checked_sub_months(count)
        } else {
            first.checked_add_months(count)
        };
        moved.unwrap_or(first)
    };
    let month = |months: i32| {
        let of = shifted(months);
        Days::months(of.year(), of.month(), 1)
    };
    let quarter = |months: i32| {
        let of = shifted(months);
        Days::quarter(of.year(), of.month0() / 3 + 1)
    };
    let days = match period {
        Period::Today => Some(Days::day(today)),
        Period::Week(weeks) => {
            let monday = today.week(Weekday::Mon).checked_first_day();
            let monday = monday.and_then(|day| day.checked_add_signed(TimeDelta::weeks(weeks)));
            monday.map(|day| Days {
                from: Some(day),
                to: day.checked_add_signed(TimeDelta::days(6)),
            })
        }
        Period::Month(months) => month(months),
        Period::Quarter(quarters) => quarter(quarters * 3),
        Period::Year(years) => Days::months(today.year() + years, 1, 12),
    };
    days.unwrap_or_default()
}

/// Returns the areas whose short names, in either language, fit best.
fn areas_named(name: &str, areas: &[FocusArea]) -> Vec<Id<FocusArea>> {
    let fit_of = |area: &FocusArea| {
        let names = [&area.short_vi, &area.short_en];
        names.into_iter().filter_map(|short| fit(name, short)).min()
    };
    let fits: Vec<(Fit, Id<FocusArea>)> = areas
        .iter()
        .filter_map(|area| Some((fit_of(area)?, area.id)))
        .collect();
    let top = fits.iter().map(|(fit, _)| *fit).min();
    let best = fits.into_iter().filter(|(fit, _)| Some(*fit) == top);
    best.map(|(_, id)| id).collect()
}

/// Returns the units that a name means: those that are called so, or else those that fit it best.
fn units_named(name: &str, lexicon: &Lexicon) -> Vec<Id<Unit>> {
    let fits: Vec<(Fit, Id<Unit>)> = lexicon
        .units
        .iter()
        .filter_map(|(id, unit)| Some((fit(name, unit)?, *id)))
        .collect();
    let top = fits.iter().map(|(fit, _)| *fit).min();
    let best = fits.into_iter().filter(|(fit, _)| Some(*fit) == top);
    best.map(|(_, id)| id).collect()
}
