//! The filter line of a list and the search for a line in it: parts that cannot be read are marked, completions are
//! offered at the caret.

use serde::{Deserialize, Serialize};

use crate::app::command::FilterCommand;
use crate::app::keymap::Context;
use crate::app::view::View;
use crate::meeting::actions::Scope;
use crate::meeting::filter::{Reading, Subject, completion, parse};
use crate::meeting::rows::FocusArea;
use crate::text::finder::Finder;

/// What was typed over a list: to filter it, or to find one of its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Sieve {
    /// The filter as it is typed.
    pub(crate) filter: Finder,
    /// Whether the caret is in the filter.
    pub(crate) is_filtering: bool,
    /// The search line.
    pub(crate) find: Finder,
}

impl Sieve {
    /// Returns where a key means something: in the filter while it has the caret, or else where the screen says.
    pub(crate) fn contexts(&self, screen: &'static [Context]) -> &'static [Context] {
        if self.is_filtering {
            &[Context::Filter, Context::Text]
        } else {
            screen
        }
    }

    /// Returns the line that has the caret.
    pub(crate) fn field(&mut self) -> &mut Finder {
        if self.is_filtering {
            &mut self.filter
        } else {
            &mut self.find
        }
    }

    /// Puts the caret into the filter.
    pub(crate) fn begin(&mut self) {
        self.is_filtering = true;
    }

    /// Returns what was typed to find a line, unless nothing was.
    pub(crate) fn sought(&self) -> Option<String> {
        (!self.find.is_blank()).then(|| self.find.text().to_owned())
    }

    /// Runs a command on the filter; says whether it may match other lines now.
    pub(crate) fn run(&mut self, command: FilterCommand, subject: Subject, view: &View) -> bool {
        match command {
            FilterCommand::Complete => {
                complete(&mut self.filter, subject, view);
                true
            }
            FilterCommand::Take => {
                self.is_filtering = false;
                false
            }
            FilterCommand::Clear => {
                (self.filter, self.is_filtering) = (Finder::default(), false);
                true
            }
        }
    }
}

/// Choices that are offered at once.
const OFFERED: usize = 6;

/// Reads a line as the book knows its names.
pub(crate) fn read(line: &str, subject: Subject, view: &View) -> Reading {
    match &view.shelf.lexicon {
        Some(lexicon) => parse(line, subject, lexicon, view.today()),
        None => Reading::default(),
    }
}

/// Writes the first completion at the caret into the line; says whether there was one.
pub(crate) fn complete(line: &mut Finder, subject: Subject, view: &View) -> bool {
    let choice = offered(line, subject, view).and_then(|(start, choices)| {
        let choice = choices.into_iter().next()?;
        Some((start, choice))
    });
    let Some((start, choice)) = choice else {
        return false;
    };
    let gap = if choice.ends_with(':') { "" } else { " " };
    line.edit(|line| line.complete(start, &format!("{choice}{gap}")))
}

/// Returns the name of the cell of the heat map that the register was opened from.
pub(crate) fn scope_words(scope: Scope, view: &View) -> String {
    let (unit, area) = names_of(scope, view);
    let area = area.map(|area| view.words.focus_short(area.number));
    let parts = unit.map(str::to_owned).into_iter().chain(area);
    parts.collect::<Vec<_>>().join(" · ")
}

/// Returns the filter line that means the same as the cell that the register was opened from.
pub(crate) fn of_scope(scope: Scope, view: &View) -> String {
    let (unit, area) = names_of(scope, view);
    let unit = unit.map(|name| format!("@{name} "));
    let area = area.map(|area| format!("#{} ", area.number));
    format!("{}{}", unit.unwrap_or_default(), area.unwrap_or_default())
}

fn names_of<'a>(scope: Scope, view: &View<'a>) -> (Option<&'a str>, Option<&'a FocusArea>) {
    let Some(lexicon) = &view.shelf.lexicon else {
        return (None, None);
    };
    let mut units = lexicon.units.iter();
    let unit = units.find(|(id, _)| Some(*id) == scope.unit);
    let mut areas = lexicon.areas.iter();
    let area = areas.find(|area| Some(area.id) == scope.focus);
    (unit.map(|(_, name)| name.as_str()), area)
}

pub(crate) fn offered(
    line: &Finder,
    subject: Subject,
    view: &View,
) -> Option<(usize, Vec<String>)> {
    let lexicon = view.shelf.lexicon.as_ref()?;
    let completion = completion(line.before(), subject, lexicon)?;
    let choices = completion.choices.into_iter().map(|(choice, _)| choice);
    Some((completion.start, choices.take(OFFERED).collect()))
}
