//! A file that is read in: the form that asks for it, and its preview against the book: what each of its lines would change, and what is left out and why.

pub(crate) mod progress;
pub(crate) mod roster;

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, ImportCommand};
use crate::app::effect::{Effect, ImportInto, gone};
use crate::app::fields;
use crate::app::form::{Field, Form, FormPurpose, FormSpec};
use crate::app::kept::Kept;
use crate::app::keymap::Context;
use crate::app::list::Listing;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::{Imported, View};
use crate::meeting::actions::import::{Settled, Settlements};
use crate::meeting::actions::report::Report;
use crate::meeting::change::Transaction;
use crate::meeting::sheet::Origin;
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
        let folder = view.shelf.import_folder.clone().unwrap_or_default();
        spec.field(&FILE, folder).then(move |filled, _| {
            let file = PathBuf::from(filled.read(&FILE)?);
            Ok(vec![Effect::Import(into, file)])
        })
    }

    fn is_path(&self) -> bool {
        true
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        book.import_folder()?;
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
    /// Numbers of lines of a roster whose unit resembles a known one and is new all the same.
    pub(crate) settled: BTreeSet<usize>,
    /// What was settled for the rows of a follow-up table, by their places.
    #[serde(default)]
    pub(crate) reports: Settlements,
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
            ImportCommand::Cancel => vec![Effect::Back],
            ImportCommand::Take => self.take(import, view),
            ImportCommand::Decide => self.decide(import, view),
            ImportCommand::Mend => self.mend(import, view),
        }
    }

    fn listing(&mut self, view: &View) -> Option<Listing<'_>> {
        let import = self.import(view);
        let total = import.map_or(0, Imported::lines);
        let above = import.map_or(2, |import| self.frame(import, view).rows_above());
        let rows = usize::from(view.rows.saturating_sub(3 + above));
        Some(Listing::new(&mut self.selected, total, rows))
    }

    /// Returns the name of the file whose rows have been settled here.
    fn half_typed(&self) -> Option<String> {
        let is_untouched = self.settled.is_empty() && self.reports.is_empty();
        (!is_untouched).then(|| self.name())
    }
}

impl Preview {
    pub(crate) fn new(into: ImportInto, file: PathBuf) -> Self {
        Self {
            into,
            file,
            selected: 0,
            settled: BTreeSet::new(),
            reports: Settlements::new(),
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
                Some(progress::line(line, self.reports.get(&place), view))
            }
        }
    }

    fn take(&self, import: &Imported, view: &View) -> Vec<Effect> {
        let taken = match import {
            Imported::Roster(id, import) => roster::take(*id, import, &self.settled, view),
            Imported::Progress(import) => Some(progress::take(import, &self.reports, view)),
        };
        match taken {
            None => gone(view.words),
            Some(taken) if taken.changes_nothing() => vec![
                Effect::Close,
                Effect::Say(Status::said(view.words.told_nothing_new())),
            ],
            Some(taken) => {
                let next = self.offered(&taken, view);
                let written = [Effect::Commit(taken), Effect::Close];
                written.into_iter().chain(next).collect()
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
        let why = match import {
            Imported::Progress(import) => {
                let Some(line) = import.lines.get(self.selected) else {
                    return Vec::new();
                };
                match progress::otherwise(line, self.reports.get(&self.selected), view.words) {
                    Ok(Some(settled)) => self.reports.insert(self.selected, settled),
                    Ok(None) => self.reports.remove(&self.selected),
                    Err(why) => return vec![Effect::Say(Status::warned(why))],
                };
                return Vec::new();
            }
            Imported::Roster(_, import) => match roster::in_doubt(import, self.selected) {
                Some((line, _)) if self.settled.remove(&line) => return Vec::new(),
                Some((line, true)) => {
                    self.settled.insert(line);
                    return Vec::new();
                }
                Some((_, false)) => view.words.why_not_in_doubt(),
                None => return Vec::new(),
            },
        };
        vec![Effect::Say(Status::warned(why))]
    }

    /// Takes the row at a place as this report.
    pub(crate) fn mended(&mut self, place: usize, report: Report) {
        self.reports.insert(place, Settled::Mended(report));
    }

    /// Opens the form in which the selected row is completed.
    fn mend(&self, import: &Imported, view: &View) -> Vec<Effect> {
        let is_known = match import {
            Imported::Progress(import) => import
                .lines
                .get(self.selected)
                .is_some_and(|line| progress::draft(line, None).is_some()),
            Imported::Roster(..) => false,
        };
        if is_known {
            let form = progress::MendForm(Box::new(self.clone()));
            return vec![Effect::Fill(Form::open(form, view))];
        }
        vec![Effect::Say(Status::warned(view.words.why_no_row_to_mend()))]
    }
}

/// Returns what is said of the place of a table in its file, and of what is there and was not read.
fn notes(
    origin: &Origin,
    unread: &[String],
    hidden: usize,
    formulas: usize,
    view: &View,
) -> Vec<String> {
    let words = view.words;
    let some =
        |count: usize, told: fn(Words, usize) -> String| (count > 0).then(|| told(words, count));
    let place = [
        origin
            .sheet
            .as_deref()
            .map(|sheet| words.import_sheet(sheet)),
        some(origin.others, Words::import_other_sheets),
        some(origin.hidden, Words::import_hidden_sheets),
        some(hidden, Words::import_hidden_rows),
    ];
    let columns = (!unread.is_empty()).then(|| words.progress_unread(&unread.join(", ")));
    let rest = [columns, some(formulas, Words::import_formulas)];
    let told = |parts: &[Option<String>]| {
        parts
            .iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
            .join(" · ")
    };
    [told(&place), told(&rest)]
        .into_iter()
        .filter(|note| !note.is_empty())
        .collect()
}

/// The texts around the lines of the preview.
pub(crate) struct Frame {
    pub(crate) title: String,
    pub(crate) foot: &'static str,
    pub(crate) head: String,
    /// The notes below the head, a line each.
    pub(crate) notes: Vec<String>,
}

impl Frame {
    /// Returns the rows above the lines.
    pub(crate) fn rows_above(&self) -> u16 {
        u16::try_from(self.notes.len()).unwrap_or(0) + 2
    }
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
        match import {
            Imported::Roster(_, import) => roster::frame(import, &self.settled, &self.name(), view),
            Imported::Progress(import) => progress::frame(import, self, view),
        }
    }

    /// Returns the name of the file, or of the folder.
    fn name(&self) -> String {
        let name = self.file.file_name().unwrap_or(self.file.as_os_str());
        name.to_string_lossy().into_owned()
    }
}
