//! What can stand at the caret of a filter.

use super::reader::words_of;
use super::vocabulary::{KEYS, Key, kinds, phrases_of};
use super::{Lexicon, Subject};
use crate::meeting::completion::Completion;
use crate::text::find::{Fit, fit};
use crate::text::fold::fold;

/// Returns the completion of the word before the caret of a filter.
pub fn completion(before: &str, subject: Subject, lexicon: &Lexicon) -> Option<Completion> {
    let words = words_of(before);
    if before.ends_with(' ') || words.is_empty() {
        return None;
    }
    let at = words
        .iter()
        .rposition(|(_, word)| word.starts_with(['@', '#']));
    let officers = officers(before, subject, lexicon);
    if officers.is_some() {
        return officers;
    }
    let signed = at.and_then(|place| {
        let (start, word) = *words.get(place)?;
        let typed = before.get(start + 1..)?;
        let choices = if word.starts_with('@') {
            names(typed, lexicon)
        } else {
            areas(typed, lexicon)
        };
        (!choices.is_empty()).then_some(Completion { start, choices })
    });
    signed.or_else(|| {
        for count in (1..=words.len().min(3)).rev() {
            let (start, _) = *words.get(words.len() - count)?;
            let typed = before.get(start..)?;
            let choices = phrases(typed, subject);
            if !choices.is_empty() {
                return Some(Completion { start, choices });
            }
            // The end of a phrase that is whole is not the beginning of another.
            let mut whole = phrases_of(subject).iter();
            if whole.any(|(phrase, _)| fold(phrase) == fold(typed)) {
                return None;
            }
        }
        None
    })
}

/// Returns the officers who may stand behind `theo dõi:`.
fn officers(before: &str, subject: Subject, lexicon: &Lexicon) -> Option<Completion> {
    if subject != Subject::Actions {
        return None;
    }
    let (head, typed) = before.rsplit_once(':')?;
    let keys = KEYS.iter().filter(|(_, key)| *key == Key::Officer);
    let key = keys
        .map(|(key, _)| *key)
        .find(|key| fold(head).ends_with(&fold(key)))?;
    let typed = typed.trim_start();
    let fits = |name: &&String| typed.is_empty() || fit(typed, name).is_some();
    let known = lexicon.officers.iter().filter(fits);
    let known = known.filter(|name| fold(name) != fold(typed));
    let choices: Vec<(String, String)> = known
        .map(|name| (format!("{key}:{name}"), String::new()))
        .collect();
    let letters = fold(head).chars().count() - fold(key).chars().count();
    let start = head.char_indices().nth(letters).map_or(0, |(at, _)| at);
    (!choices.is_empty()).then_some(Completion { start, choices })
}

fn names(typed: &str, lexicon: &Lexicon) -> Vec<(String, String)> {
    let mut found: Vec<(Fit, &str)> = lexicon
        .units
        .iter()
        .filter_map(|(_, name)| {
            let fits = if typed.is_empty() {
                Some(Fit::Words)
            } else {
                fit(typed, name)
            };
            Some((fits?, name.as_str()))
        })
        .collect();
    found.sort_by_key(|(fit, _)| *fit);
    let mut names: Vec<&str> = Vec::new();
    for (_, name) in found {
        if !names.contains(&name) && fold(name) != fold(typed) {
            names.push(name);
        }
    }
    let choice = |name: &str| (format!("@{name}"), String::new());
    names.into_iter().map(choice).collect()
}

fn areas(typed: &str, lexicon: &Lexicon) -> Vec<(String, String)> {
    let mut areas: Vec<_> = lexicon.areas.iter().collect();
    areas.sort_by_key(|area| area.number);
    let fits = |number: i64| number.to_string() != typed && number.to_string().starts_with(typed);
    areas
        .into_iter()
        .filter(|area| {
            fits(area.number) || (typed.len() > 1 && fit(typed, &area.short_vi).is_some())
        })
        .map(|area| (format!("#{}", area.number), area.short_vi.clone()))
        .collect()
}

fn phrases(typed: &str, subject: Subject) -> Vec<(String, String)> {
    let wanted = fold(typed);
    let begun = |phrase: &str| fold(phrase).starts_with(&wanted) && fold(phrase) != wanted;
    let known = phrases_of(subject).iter().map(|(phrase, _)| *phrase);
    let known = known.filter(|phrase| begun(phrase));
    let keys = KEYS.iter().filter(|(_, key)| match key {
        Key::Kind => subject == Subject::Lines,
        Key::Officer => subject == Subject::Actions,
        Key::Held | Key::Days | Key::From | Key::To => true,
    });
    let keys = keys.filter(|(key, _)| begun(&format!("{key}:")));
    let kinds = kinds().map(|(kind, _)| {
        let key = if kind.is_ascii() { "kind" } else { "loại" };
        format!("{key}:{kind}")
    });
    let kinds = kinds.filter(|kind| subject == Subject::Lines && begun(kind));
    let mut choices: Vec<(String, String)> = known
        .map(str::to_owned)
        .chain(keys.map(|(key, _)| format!("{key}:")))
        .chain(kinds.filter(|_| wanted.contains(':')))
        .map(|choice| (choice, String::new()))
        .collect();
    // Words without accents are English, which is offered where nothing Vietnamese begins so.
    if choices.iter().any(|(choice, _)| !choice.is_ascii()) {
        choices.retain(|(choice, _)| !choice.is_ascii());
    }
    choices
}
