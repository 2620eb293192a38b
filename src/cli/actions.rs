//! `giaoban actions`: the register without the screen, chosen by the same filter, in whatever form it is wanted.

use std::io::{IsTerminal, Write};

use super::options::{ActionsRequest, Options};
use super::{book, deliver};
use crate::app::Setup;
use crate::app::sentence;
use crate::clock::from_environment;
use crate::meeting::actions::Query;
use crate::meeting::actions::table::Table;
use crate::meeting::filter::{self, Mistake, Reading, Subject};
use crate::papers::actions::{ActionsFormat, aligned, render, separated};
use crate::papers::phrases::Phrases;
use crate::text::clean::clean_line;
use crate::text::width::width;
use crate::words::Words;

/// Writes the actions that a filter keeps.
pub(super) fn write(
    options: &Options,
    request: &ActionsRequest,
    setup: &Setup,
    words: Words,
) -> Result<(), String> {
    let format = format(request, words)?;
    let clock = from_environment();
    let file = book::book_file(options, words)?;
    let book = book::read(&file, clock.as_ref(), true, words)?;
    let store = &book.store;
    let path = file.named.display().to_string();
    let refusal = |failure| words.fail_book(&path, &sentence(&failure, words));
    let now = clock.now();
    let lexicon = store.lexicon().map_err(refusal)?;
    let today = now.date_naive();
    let line = clean_line(&request.filter);
    let reading = filter::parse(&line, Subject::Actions, &lexicon, today);
    if let Some(mistake) = &reading.mistake {
        return Err(told_where(&line, mistake, words));
    }
    warn(&reading, words);
    let query = Query {
        filter: reading.filter,
        ..Query::all(today)
    };
    let table = store.action_table(&query).map_err(refusal)?;
    if table.actions.is_empty() {
        // With nobody left to tell, there is nothing more to do.
        let _told = writeln!(std::io::stderr(), "giaoban: {}", words.actions_none_such());
    }
    let phrases = Phrases::worded(setup.phrases.as_ref(), table.issuer.as_ref());
    let bytes = if format == ActionsFormat::Table && request.output.is_none() {
        lines(&table, &phrases).into_bytes()
    } else {
        render(format, &table, &phrases, now)
            .map_err(|error| words.fail_file("actions", &error.to_string()))?
    };
    let output = (request.output.as_deref(), request.force);
    deliver(&bytes, output, &file.path, words)
}

/// Returns the rows in columns for somebody who looks at a terminal, or as another program reads them.
fn lines(table: &Table, phrases: &Phrases) -> String {
    if !std::io::stdout().is_terminal() {
        return separated(table, phrases);
    }
    let columns = crossterm::terminal::size().map_or(80, |(columns, _)| columns);
    aligned(table, phrases, Some(usize::from(columns)))
}

/// Returns the format that was asked for by name, or by the ending of the file.
fn format(request: &ActionsRequest, words: Words) -> Result<ActionsFormat, String> {
    let format = match (request.format, &request.output) {
        (Some(format), _) => format,
        (None, Some(file)) => {
            let ending = file.extension().unwrap_or_default().to_string_lossy();
            ActionsFormat::of(&ending)
                .ok_or_else(|| words.fail_actions_ending(&file.display().to_string()))?
        }
        (None, None) => ActionsFormat::Table,
    };
    let is_shown = request.output.is_none() && std::io::stdout().is_terminal();
    if format == ActionsFormat::Xlsx && is_shown {
        return Err(words.fail_xlsx_to_terminal().to_owned());
    }
    Ok(format)
}

/// Returns the error in a filter, and under it the filter with the place marked.
fn told_where(line: &str, mistake: &Mistake, words: Words) -> String {
    let typed = line.get(mistake.at.clone()).unwrap_or(line);
    let before = line.get(..mistake.at.start).unwrap_or_default();
    format!(
        "{}\n  {line}\n  {}{}",
        words.filter_mistake(typed, &mistake.wrong),
        " ".repeat(width(before)),
        "^".repeat(width(typed).max(1)),
    )
}

/// Says where words were looked for as they stand and something else was perhaps meant.
fn warn(reading: &Reading, words: Words) {
    if let Some((typed, meant)) = &reading.perhaps {
        let sentence = words.filter_perhaps(typed, meant);
        // With nobody left to tell, there is nothing more to do.
        let _told = writeln!(std::io::stderr(), "giaoban: {sentence}");
    }
}
