//! In and out: tables written to files, files read in, texts handed to the clipboard.

use std::borrow::Cow;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::app::App;
use crate::app::dialogs::{Dialog, Preview};
use crate::app::effect::{ImportInto, TableExport};
use crate::app::questions::IMPORT_FOLDER;
use crate::app::sentence;
use crate::app::sentences::io_why_at;
use crate::app::status::Status;
use crate::app::view::Imported;
use crate::files;
use crate::files::bundle::{Bundle, Planned};
use crate::files::spreadsheet::{Unread, read_headed};
use crate::meeting::actions::import as progress;
use crate::meeting::actions::import::ProgressImport;
use crate::meeting::actions::table::Table;
use crate::meeting::cell::Id;
use crate::meeting::documents::{is_address, is_program};
use crate::meeting::issues::{IssueCard, IssueQuery};
use crate::meeting::page::Part;
use crate::meeting::roster::day_in;
use crate::meeting::roster::import::{self as roster, Cells, Import, compare};
use crate::meeting::rows::Roster;
use crate::meeting::turnout;
use crate::meeting::year::Yearbook;
use crate::papers::brief::{Brief, Matters};
use crate::papers::calendar::of_meeting;
use crate::papers::csv::csv;
use crate::papers::document::Document;
use crate::papers::format::SheetFormat;
use crate::papers::phrases::Phrases;
use crate::papers::remarks::house::unprintable;
use crate::papers::sheet::Sheet;
use crate::papers::xlsx::{workbook, xlsx};
use crate::papers::{self, read_back};
use crate::store::Failure;
use crate::words::Words;

impl App {
    /// Writes a table to a file that is not there yet.
    pub(crate) fn export(&mut self, what: TableExport, path: &Path) -> bool {
        let words = self.room.words;
        let name = path.display().to_string();
        let written = self
            .bytes_of(what)
            .and_then(|bytes| self.put_new(path, bytes));
        let is_written = written.is_ok();
        let done = words.told_exported(&name);
        self.status = Some(match (written, self.unprintable_in(what)) {
            (Ok(()), None) => Status::done(done),
            (Ok(()), Some(letters)) => Status::warned(words.told_unprintable(&done, &letters)),
            (Err(error), _) => Status::failed(export_failure(&error, &name, words)),
        });
        is_written
    }

    /// Writes a new file, whole or not at all.
    fn put_new(&self, path: &Path, bytes: Vec<u8>) -> anyhow::Result<()> {
        let file = Planned {
            path: files::whole_path(path),
            bytes,
            replaces: None,
        };
        let outbox = &self.room.preferences.outbox;
        let ground = outbox.ground(outbox.folder());
        let ground = ground.map(|ground| ground.whole());
        let mut bundle = Bundle::of_files(&[file], ground.as_ref())?;
        bundle.publish()?;
        bundle.settle();
        Ok(())
    }

    /// Returns the letters of a table that are printed as boxes; in a workbook nothing is.
    fn unprintable_in(&self, what: TableExport) -> Option<String> {
        match what {
            TableExport::Issues(_) => unprintable([&self.issues_annex().ok()?]),
            TableExport::Turnout(..)
            | TableExport::Year(..)
            | TableExport::Roster(..)
            | TableExport::Actions(_)
            | TableExport::Calendar => None,
        }
    }

    fn bytes_of(&self, what: TableExport) -> anyhow::Result<Vec<u8>> {
        let today = self.room.now.date_naive();
        match what {
            TableExport::Issues(format) => format.bytes(&self.issues_annex()?),
            TableExport::Calendar => self.calendar(),
            TableExport::Turnout(year, format) => {
                let records = self.room.store.seats_in(year)?;
                let year = turnout::year(year, &records);
                in_format(&papers::turnout::sheet(&year, &*self.wording()?), format)
            }
            TableExport::Year(year, format) => {
                let facts = self.room.store.year_facts(year, today)?;
                let [months, units] =
                    papers::year::sheets(&Yearbook::new(year, &facts), today, &*self.wording()?);
                match format {
                    SheetFormat::Csv => csv(&months),
                    SheetFormat::Xlsx => workbook(&[months, units]),
                }
            }
            TableExport::Roster(id, format) => {
                let roster = self.room.store.roster(id)?;
                let summons = roster
                    .map(|roster| self.room.store.summons(roster))
                    .transpose()?;
                let summons = summons.ok_or_else(|| anyhow::anyhow!(self.room.words.why_gone()))?;
                let day = day_in(&summons.roster, today);
                in_format(
                    &papers::roster::sheet(&summons, day, &*self.wording()?),
                    format,
                )
            }
            TableExport::Actions(format) => {
                let query = self.room.shelf.register_query(today);
                let table = self.room.store.action_table(&query)?;
                let phrases = self.wording_of(&table);
                papers::actions::render(format, &table, &phrases, self.room.now)
            }
        }
    }

    /// Returns the open meeting as a calendar.
    fn calendar(&self) -> anyhow::Result<Vec<u8>> {
        let room = &self.room;
        let dossier = room.dossier.as_ref();
        let dossier = dossier.ok_or_else(|| anyhow::anyhow!(room.words.why_no_meeting()))?;
        let brief = Brief {
            dossier,
            phrases: &Phrases::worded(room.phrases.as_ref(), Some(&dossier.issuer)),
            matters: &Matters::default(),
            today: room.now.date_naive(),
        };
        let stamp = room.store.stamp(dossier.meeting.id)?;
        Ok(of_meeting(&brief, stamp, room.now).into_bytes())
    }

    /// Writes the annex of all issues that the log shows; where its filter leaves some out, the annex says so.
    fn issues_annex(&self) -> anyhow::Result<Document> {
        let today = self.room.now.date_naive();
        let store = &self.room.store;
        let query = self.place.screens.issues.query(&store.lexicon()?, today);
        let all = Part {
            from: 0,
            most: usize::MAX,
        };
        let shown = store.issues(&query, all)?.page;
        let nothing = Part { from: 0, most: 0 };
        let whole = store.issues(&IssueQuery::default(), nothing)?.page.total;
        let cards = shown
            .lines
            .iter()
            .map(|line| store.issue_card(line.issue.id));
        let cards: Vec<Option<IssueCard>> = cards.collect::<Result<_, _>>()?;
        let cards: Vec<IssueCard> = cards.into_iter().flatten().collect();
        let is_whole = shown.total == whole;
        let wording = self.wording()?;
        Ok(papers::issues::of_book(&cards, today, is_whole, &wording))
    }

    /// Returns the sentences of the papers that the present issuing body hands out.
    fn wording(&self) -> Result<Cow<'_, Phrases>, Failure> {
        let issuer = self.room.store.issuer()?;
        Ok(Phrases::worded(self.room.phrases.as_ref(), Some(&issuer)))
    }

    /// Returns the sentences of a follow-up table.
    fn wording_of(&self, table: &Table) -> Cow<'_, Phrases> {
        Phrases::worded(self.room.phrases.as_ref(), table.issuer.as_ref())
    }

    /// Reads a file and shows the changes that it would make; nothing is written by it.
    pub(crate) fn import(&mut self, into: ImportInto, path: &Path) -> bool {
        let preview = Preview::new(into, files::meant(path));
        match self.read_import(&preview) {
            Ok(()) => {
                let folder = files::folder_of(&preview.file);
                if let Err(failure) = self.room.store.keep_draft(IMPORT_FOLDER, &folder) {
                    self.fail(&failure);
                    return false;
                }
                self.place.close_questions();
                self.place.open(Dialog::Import(preview));
                true
            }
            Err(why) => {
                self.status = Some(Status::failed(why));
                false
            }
        }
    }

    /// Compares a file with the book, or returns why the file cannot be read.
    pub(crate) fn read_import(&mut self, preview: &Preview) -> Result<(), String> {
        let words = self.room.words;
        let file = name_of(&preview.file);
        let imported = match preview.into {
            ImportInto::Roster(roster) => {
                let cells = self.cells_of(preview.into, &preview.file)?;
                Imported::Roster(roster, self.against_roster(&cells, roster, &file)?)
            }
            ImportInto::Progress => {
                let files = files::tables(&preview.file);
                let sheet = match files.as_slice() {
                    [] => return Err(words.fail_import(&file, words.import_no_tables())),
                    [only] => self.sheet_of(only)?,
                    _ => self.sheets_of(&files),
                };
                Imported::Progress(self.against_register(&sheet)?)
            }
        };
        self.room.shelf.import = Some((preview.file.clone(), imported));
        Ok(())
    }

    /// Reads the table of a file that is meant, or returns why it cannot be read.
    fn cells_of(&self, into: ImportInto, path: &Path) -> Result<Cells, String> {
        let (words, own) = (self.room.words, self.room.phrases.as_ref());
        let known = |cells: Cells| match into {
            ImportInto::Roster(_) => read_back::roster(cells, own),
            ImportInto::Progress => read_back::follow_up(cells, own),
        };
        let has_head = |cells: &Cells| match into {
            ImportInto::Roster(_) => roster::has_head(&known(cells.top())),
            ImportInto::Progress => progress::has_head(&known(cells.top())),
        };
        let why = |unread: Unread| {
            words.fail_import(&name_of(path), &unread_sentence(&unread, path, words))
        };
        read_headed(path, &has_head).map(known).map_err(why)
    }

    /// Reads one follow-up table.
    fn sheet_of(&self, path: &Path) -> Result<progress::Sheet, String> {
        let words = self.room.words;
        let cells = self.cells_of(ImportInto::Progress, path)?;
        progress::read(&cells, self.room.now.date_naive()).map_err(|unreadable| {
            let why = words.progress_unreadable(unreadable);
            words.fail_import(&name_of(path), &looked_at(why, &cells, words))
        })
    }

    /// Reads several follow-up tables as one; a file that cannot be read says why in a row of its own.
    fn sheets_of(&self, files: &[PathBuf]) -> progress::Sheet {
        let mut all = progress::Sheet::default();
        for path in files {
            let name = name_of(path);
            all.join(match self.sheet_of(path) {
                Ok(sheet) => sheet.of_file(&name),
                Err(why) => progress::Sheet::of_unread(&name, why),
            });
        }
        all
    }

    /// Completes the path in the open form as far as the names of the files allow, and tells which there are.
    pub(crate) fn complete_path(&mut self) {
        let Some(Dialog::Form(form)) = &mut self.place.dialog else {
            return;
        };
        let (text, names) = files::completed(form.typed());
        form.retype(&text);
        if names.len() > 1 {
            self.status = Some(Status::said(names.join("  ")));
        }
    }

    /// Holds a table against a roster.
    fn against_roster(
        &mut self,
        cells: &Cells,
        roster: Id<Roster>,
        file: &str,
    ) -> Result<Import, String> {
        let words = self.room.words;
        self.questions()
            .rosters()
            .map_err(|failure| sentence(&failure, words))?;
        let chosen = self.room.shelf.rosters.as_ref().and_then(|all| {
            let mut summons = all.summons.iter();
            Some((all, summons.find(|one| one.roster.id == roster)?))
        });
        let Some((all, summons)) = chosen else {
            return Err(words.why_gone().to_owned());
        };
        let day = day_in(&summons.roster, self.room.now.date_naive());
        compare(cells, all, summons, day).map_err(|unreadable| {
            let why = words.import_unreadable(unreadable);
            words.fail_import(file, &looked_at(why, cells, words))
        })
    }

    /// Holds a table against the actions that it speaks of.
    fn against_register(&self, sheet: &progress::Sheet) -> Result<ProgressImport, String> {
        let (words, store) = (self.room.words, &self.room.store);
        let today = self.room.now.date_naive();
        store
            .lexicon()
            .and_then(|lexicon| {
                let table = store.actions_wanted(&sheet.wanted(), today)?;
                Ok(progress::compare(sheet, &table, &lexicon))
            })
            .map_err(|failure| sentence(&failure, words))
    }

    /// Opens the file of a document, or its address, and says what was opened.
    pub(crate) fn open_place(&mut self, place: &str) -> bool {
        let words = self.room.words;
        let path = Path::new(place);
        let refusal = if is_address(place) {
            None
        } else if is_program(place) {
            Some(words.why_a_program(place))
        } else {
            let there = path.try_exists();
            match there {
                Ok(true) if path.is_absolute() => None,
                Ok(_) => Some(words.fail_document_gone(place)),
                Err(error) => Some(io_why_at(&error, path, words)),
            }
        };
        let opened = refusal.map_or_else(
            || {
                self.opener
                    .open(place)
                    .map_err(|_| words.fail_no_opener(place))
            },
            Err,
        );
        let is_opened = opened.is_ok();
        self.status = Some(match opened {
            Ok(()) => Status::said(words.told_opened(place)),
            Err(why) => Status::failed(why),
        });
        is_opened
    }

    pub(crate) fn copy(&mut self, text: &str) {
        let words = self.room.words;
        self.status = Some(match self.clipboard.take(text) {
            Ok(()) => Status::said(words.told_copied()),
            Err(error) => Status::failed(words.fail_terminal(&error.to_string())),
        });
    }
}

fn in_format(sheet: &Sheet, format: SheetFormat) -> anyhow::Result<Vec<u8>> {
    match format {
        SheetFormat::Csv => csv(sheet),
        SheetFormat::Xlsx => xlsx(sheet),
    }
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// Returns why a table cannot be read, with how many sheets were looked at for it.
fn looked_at(why: &str, cells: &Cells, words: Words) -> String {
    match (cells.origin.looked, cells.origin.hidden) {
        (0 | 1, 0) => why.to_owned(),
        (looked, 0) => words.import_looked_at(why, looked),
        (looked, hidden) => words.import_looked_at_but(why, looked, hidden),
    }
}

/// Returns why a file is no table, in the words of the user.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a system knows many troubles; those without a sentence of their own tell their name"
)]
fn unread_sentence(unread: &Unread, path: &Path, words: Words) -> String {
    match unread {
        Unread::Io(error) => match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory if files::hindrance(path).is_some() => {
                io_why_at(error, path, words)
            }
            ErrorKind::NotFound | ErrorKind::NotADirectory => words.io_no_file().to_owned(),
            ErrorKind::PermissionDenied => words.io_no_reading().to_owned(),
            ErrorKind::IsADirectory => words.io_is_folder().to_owned(),
            _ => error.to_string(),
        },
        Unread::NotAFile => words.unread_not_a_file().to_owned(),
        Unread::TooLarge(megabytes) => words.unread_too_large(*megabytes),
        Unread::Encoding(legacy) => words.unread_encoding(words.legacy(*legacy)),
        Unread::NotText => words.unread_not_text().to_owned(),
        Unread::Workbook => words.unread_workbook().to_owned(),
        Unread::NotAWorkbook => words.unread_not_a_workbook().to_owned(),
        Unread::OtherWorkbook => words.unread_other_workbook().to_owned(),
        Unread::TooManyRows => words.unread_too_many_rows().to_owned(),
        Unread::TooManyCells => words.unread_too_many_cells().to_owned(),
        Unread::TooManyStrings => words.unread_too_many_strings().to_owned(),
        Unread::TooMuchText => words.unread_too_much_text().to_owned(),
        Unread::TooIntricate => words.unread_too_intricate().to_owned(),
        Unread::LongCell => words.unread_long_cell().to_owned(),
        Unread::Unpacked => words.unread_unpacked().to_owned(),
    }
}

/// Returns why a file could not be written.
pub(crate) fn export_failure(error: &anyhow::Error, file: &str, words: Words) -> String {
    if let Some(failure) = error.downcast_ref::<Failure>() {
        return sentence(failure, words);
    }
    let io = error.downcast_ref::<std::io::Error>();
    if io.is_some_and(|error| error.kind() == ErrorKind::AlreadyExists) {
        return words.fail_file_exists(file);
    }
    let why = |error| io_why_at(error, Path::new(file), words);
    let why = io.map_or_else(|| error.to_string(), why);
    words.fail_file(file, &why)
}
