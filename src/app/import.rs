//! A file that is read in: the form that asks for it, and its preview against the book: what each of its lines would change, and what is left out and why.

pub(crate) mod progress;
pub(crate) mod roster;

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, ImportCommand};
use crate::app::effect::{Effect, ImportInto, gone};
use crate::app::fields;
use crate::app::form::{Field, FormPurpose, FormSpec};
use crate::app::kept::Kept;
use crate::app::keymap::Context;
use crate::app::list::Listing;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::{Imported, View};
use crate::meeting::change::Transaction;
use crate::store::Failure;
use crate::words::Words;

/// The form that asks for a file to be read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ImportForm(pub(crate) ImportInto);

impl Kept for ImportForm {
    const NAME: &'static str = "Import";
}

const FILE: Field<String> = Field::new("file", Words::field_file, fields::needed);

impl FormPurpose for ImportForm {
    fn spec(&self, view: &View) -> FormSpec {
        let (into, words) = (self.0, view.words);
        let spec = match into {
            ImportInto::Roster(id) => {
                let rosters = view.shelf.rosters.iter();
                let mut all = rosters.flat_map(|rosters| &rosters.summons);
                let roster = all.find(|summons| summons.roster.id == id);
                FormSpec::new(words.form_import(), words).about(roster)
            }
            ImportInto::Progress => FormSpec::new(words.form_import_progress(), words),
        };
        spec.field(&FILE, "").then(move |filled, _| {
            let file = PathBuf::from(filled.read(&FILE)?);
            Ok(vec![Effect::Import(into, file)])
        })
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        match self.0 {
            ImportInto::Roster(_) => book.rosters(),
            ImportInto::Progress => Ok(()),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Preview {
    pub(crate) into: ImportInto,
    pub(crate) file: PathBuf,
    /// The place of the selected line.
    pub(crate) selected: usize,
    /// Numbers of lines about which the user decided otherwise: a unit that resembles a known one is new all the
    /// same, a report is left out.
    pub(crate) settled: BTreeSet<usize>,
}

impl Screen for Preview {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Import, Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Import(command) = command else {
            return Vec::new();
        };
        let Some(import) = self.import(view) else {
            return gone(view.words);
        };
        match command {
            ImportCommand::Cancel => vec![Effect::Close],
            ImportCommand::Take => self.take(import, view),
            ImportCommand::Decide => self.decide(import, view),
        }
    }

    fn listing(&mut self, view: &View) -> Option<Listing<'_>> {
        let total = self.import(view).map_or(0, Imported::lines);
        let rows = usize::from(view.rows.saturating_sub(5));
        Some(Listing::new(&mut self.selected, total, rows))
    }
}

impl Preview {
    pub(crate) fn new(into: ImportInto, file: PathBuf) -> Self {
        Self {
            into,
            file,
            selected: 0,
            settled: BTreeSet::new(),
        }
    }

    /// Returns the result of reading the file so far.
    pub(crate) fn import<'a>(&self, view: &View<'a>) -> Option<&'a Imported> {
        let (file, import) = view.shelf.import.as_ref()?;
        (*file == self.file && import.into() == self.into).then_some(import)
    }

    pub(crate) fn line(&self, import: &Imported, place: usize, view: &View) -> Option<Line> {
        match import {
            Imported::Roster(_, import) => {
                let line = import.lines.get(place)?;
                Some(roster::line(line, &self.settled, view))
            }
            Imported::Progress(import) => {
                let line = import.lines.get(place)?;
                Some(progress::line(line, &self.settled, view))
            }
        }
    }

    fn take(&self, import: &Imported, view: &View) -> Vec<Effect> {
        let taken = match import {
            Imported::Roster(id, import) => roster::take(*id, import, &self.settled, view),
            Imported::Progress(import) => Some(progress::take(import, &self.settled, view)),
        };
        match taken {
            None => gone(view.words),
            Some(taken) if taken.changes_nothing() => vec![
                Effect::Close,
                Effect::Say(Status::said(view.words.told_nothing_new())),
            ],
            Some(taken) => {
                let next = self.offered(&taken, view).unwrap_or(Effect::Close);
                vec![Effect::Commit(taken), next]
            }
        }
    }

    /// Returns the question that follows an import: whether the open meeting takes the names that it lacks.
    fn offered(&self, taken: &Transaction, view: &View) -> Option<Effect> {
        match self.into {
            ImportInto::Roster(_) => roster::offered(taken, view),
            ImportInto::Progress => None,
        }
    }

    fn decide(&mut self, import: &Imported, view: &View) -> Vec<Effect> {
        let asked = match import {
            Imported::Roster(_, import) => roster::in_doubt(import, self.selected),
            Imported::Progress(import) => progress::in_doubt(import, self.selected),
        };
        match asked {
            Some((line, _)) if self.settled.remove(&line) => Vec::new(),
            Some((line, true)) => {
                self.settled.insert(line);
                Vec::new()
            }
            Some((_, false)) => {
                let why = match self.into {
                    ImportInto::Roster(_) => view.words.why_not_in_doubt(),
                    ImportInto::Progress => view.words.why_not_a_report(),
                };
                vec![Effect::Say(Status::warned(why))]
            }
            None => Vec::new(),
        }
    }
}

/// Returns the note about formulas whose values were taken.
fn of_formulas(formulas: usize, view: &View) -> Option<String> {
    (formulas > 0).then(|| view.words.import_formulas(formulas))
}

/// The texts around the lines of the preview.
pub(crate) struct Frame {
    pub(crate) title: String,
    pub(crate) foot: &'static str,
    pub(crate) head: String,
    /// The note at the right of the head.
    pub(crate) note: Option<String>,
}

/// A line of it; only those in sight are made.
pub(crate) struct Line {
    pub(crate) number: usize,
    pub(crate) name: String,
    pub(crate) verdict: &'static str,
    pub(crate) accent: Accent,
    pub(crate) details: String,
}

/// How a row of the preview stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Accent {
    /// Not at all: it stays as it is.
    Muted,
    /// A new line.
    Good,
    /// A changed line.
    Running,
    /// A line in doubt.
    Warn,
    /// A line with a mistake.
    Bad,
}

impl Preview {
    pub(crate) fn frame(&self, import: &Imported, view: &View) -> Frame {
        let file = self.file.file_name().unwrap_or_default().to_string_lossy();
        match import {
            Imported::Roster(_, import) => roster::frame(import, &self.settled, &file, view),
            Imported::Progress(import) => progress::frame(import, &self.settled, &file, view),
        }
    }
}
