//! The filter line of a screen: parts that cannot be read are marked, completions are offered at the caret.

use crate::app::command::FilterCommand;
use crate::app::view::View;
use crate::meeting::actions::Scope;
use crate::meeting::filter::{Reading, Subject, completion, parse};
use crate::meeting::rows::FocusArea;
use crate::text::finder::Finder;

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

/// Runs a command on a filter line and on whether it has the caret; says whether the filter may match other lines now.
pub(crate) fn update(
    command: FilterCommand,
    (line, is_filtering): (&mut Finder, &mut bool),
    subject: Subject,
    view: &View,
) -> bool {
    match command {
        FilterCommand::Complete => {
            complete(line, subject, view);
            true
        }
        FilterCommand::Take => {
            *is_filtering = false;
            false
        }
        FilterCommand::Clear => {
            (*line, *is_filtering) = (Finder::default(), false);
            true
        }
    }
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
