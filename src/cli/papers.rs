//! `giaoban papers` and `giaoban minutes`: the papers of a meeting without the screen, recorded as the screen does it.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::book::{self, is_same};
use super::deliver;
use super::options::{CalendarRequest, MinutesRequest, Options, PapersRequest};
use super::print;
use super::put;
use crate::app::Setup;
use crate::app::handing_out::{Errand, FOLDER_FORMATS, Outcome, Unwritten};
use crate::app::papers::current::{matters, shown};
use crate::app::papers::entries::listed;
use crate::app::sentence;
use crate::clock::{from_environment, whole_second};
use crate::files::PassingFolder;
use crate::meeting::cell::Id;
use crate::meeting::code::PaperKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::page::Part;
use crate::meeting::rows::Meeting;
use crate::papers::Format;
use crate::papers::brief::{Brief, Matters, Which};
use crate::papers::calendar::of_meeting;
use crate::papers::format::with_ending;
use crate::papers::gaps::Gap;
use crate::papers::phrases::Phrases;
use crate::papers::remarks::house::unprintable;
use crate::store::{Failure, Store};
use crate::text::dates::{Instant, parse_near_date, short_date};
use crate::text::find::find_all;
use crate::words::Words;

/// Meetings that are looked through at a time for a part of a title.
const PAGE: usize = 200;

/// Meetings of a title that are named where several match.
const NAMED: usize = 3;

/// A book that papers are made from, and the day.
struct OpenBook {
    store: Store,
    book: PathBuf,
    /// The folder of the copy that is read in the place of the book, where it is one.
    _copy: Option<PassingFolder>,
    now: Instant,
    words: Words,
}

impl OpenBook {
    /// Opens the book to record exported papers in it.
    fn open(options: &Options, words: Words) -> Result<Self, String> {
        let clock = from_environment();
        let file = book::book_file(options, words)?;
        if !file.exists() {
            return Err(words.fail_no_book(&file.named.display().to_string()));
        }
        let store = book::open(&file, clock.as_ref(), words)?;
        Ok(Self::of(store, file.path, None, words))
    }

    /// Opens the book only to print a paper.
    fn open_to_show(options: &Options, words: Words) -> Result<Self, String> {
        let clock = from_environment();
        let file = book::book_file(options, words)?;
        let read = book::read(&file, clock.as_ref(), true, words)?;
        Ok(Self::of(read.store, file.path, read.copy, words))
    }

    fn of(store: Store, book: PathBuf, copy: Option<PassingFolder>, words: Words) -> Self {
        Self {
            store,
            book,
            _copy: copy,
            now: whole_second(from_environment().now()),
            words,
        }
    }

    fn sentence(&self, failure: &Failure) -> String {
        sentence(failure, self.words)
    }

    fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// Returns the errand that hands papers of a meeting out; with `force` they replace files and may have blanks.
    fn errand<'a>(
        &self,
        (dossier, phrases, matters): (&'a Dossier, &'a Phrases, &'a Matters),
        force: bool,
    ) -> Errand<'a> {
        let brief = Brief {
            dossier,
            phrases,
            matters,
            today: self.today(),
        };
        Errand {
            brief,
            may_replace: force,
            may_leave_blanks: force,
            now: self.now,
            ground: None,
        }
    }

    /// Returns a meeting whole; without an id there is none.
    fn dossier(&self, id: Result<Option<Id<Meeting>>, Failure>) -> Result<Dossier, String> {
        let found = id.and_then(|id| id.map_or(Ok(None), |id| self.store.dossier(id)));
        let dossier = found.map_err(|failure| self.sentence(&failure))?;
        dossier.ok_or_else(|| self.words.fail_no_such_meeting().to_owned())
    }

    /// Returns the meeting that somebody names by its day, its number in the list or a part of its title; unnamed,
    /// the one that was held last.
    fn meeting(&self, typed: Option<&str>) -> Result<Dossier, String> {
        let Some(typed) = typed else {
            return self.dossier(self.store.last_held());
        };
        let id = match typed.parse::<usize>() {
            Ok(number) => self.numbered(number),
            Err(_) => match parse_near_date(typed, self.today()) {
                Ok(day) => self.store.meeting_on(day),
                Err(_) => Ok(None),
            },
        };
        match id {
            Ok(None) => self.titled(typed),
            id => self.dossier(id),
        }
    }

    fn numbered(&self, number: usize) -> Result<Option<Id<Meeting>>, Failure> {
        let Some(from) = number.checked_sub(1) else {
            return Ok(None);
        };
        let page = self.store.meetings(Part { from, most: 1 })?;
        Ok(page.lines.first().map(|meeting| meeting.id))
    }

    fn titled(&self, typed: &str) -> Result<Dossier, String> {
        let mut found: Vec<Meeting> = Vec::new();
        let mut from = 0;
        loop {
            let page = self.store.meetings(Part { from, most: PAGE });
            let page = page.map_err(|failure| self.sentence(&failure))?;
            if page.lines.is_empty() {
                break;
            }
            from += page.lines.len();
            let fits = |meeting: &Meeting| find_all(typed, &meeting.title).is_some();
            found.extend(page.lines.into_iter().filter(fits));
        }
        match found.as_slice() {
            [] => Err(self.words.fail_meeting_named(typed)),
            [one] => self.dossier(Ok(Some(one.id))),
            several => {
                let name = |meeting: &Meeting| {
                    let day = short_date(meeting.starts.date_naive());
                    format!("{day} {}", meeting.title)
                };
                let named: Vec<String> = several.iter().take(NAMED).map(name).collect();
                Err(self.words.fail_meetings_named(typed, &named.join("; ")))
            }
        }
    }

    /// Returns the open matters of the whole book, for the papers that print them.
    fn matters(&self) -> Result<Matters, String> {
        matters(&self.store, self.today()).map_err(|failure| self.sentence(&failure))
    }
}

/// Writes the complete folder of a meeting.
pub(super) fn write(
    options: &Options,
    request: &PapersRequest,
    setup: &Setup,
    words: Words,
) -> Result<(), String> {
    let mut desk = OpenBook::open(options, words)?;
    let dossier = desk.meeting(request.meeting.as_deref())?;
    let outbox = setup.outbox.clone().beside(&desk.book);
    let usual = outbox.of_meeting(&dossier, words);
    // A folder that somebody names is made, but not those above it.
    let ground = match request.output {
        Some(_) => None,
        None => outbox.ground(usual.clone()),
    };
    let folder = request.output.clone().unwrap_or(usual);
    let formats = match request.formats.as_slice() {
        [] => FOLDER_FORMATS.to_vec(),
        asked => asked.to_vec(),
    };
    let matters = desk.matters()?;
    let phrases = Phrases::worded(setup.phrases.as_ref(), Some(&dossier.issuer));
    let errand = Errand {
        ground: ground.as_ref(),
        ..desk.errand((&dossier, &phrases, &matters), request.force)
    };
    let done = errand.all(&mut desk.store, &folder, &formats);
    let outcome = told(done, &dossier, words)?;
    let path = folder.display().to_string();
    let sentence = outcome.told_folder(&path, words);
    name_unprintable(outcome.unprintable.as_deref(), words);
    print(&format!("{sentence}\n"), words)
}

/// Names the letters that cannot be printed on the standard error, beside whatever is printed.
fn name_unprintable(letters: Option<&str>, words: Words) {
    if let Some(letters) = letters {
        let _told = writeln!(
            std::io::stderr(),
            "giaoban: {}",
            words.note_unprintable(letters)
        );
    }
}

/// Writes the minutes of a meeting: to a file, which is recorded, or to the standard output.
pub(super) fn write_minutes(
    options: &Options,
    request: &MinutesRequest,
    setup: &Setup,
    words: Words,
) -> Result<(), String> {
    let mut desk = match request.output {
        Some(_) => OpenBook::open(options, words),
        None => OpenBook::open_to_show(options, words),
    }?;
    let dossier = match request.day {
        Some(day) => desk.dossier(desk.store.meeting_on(day)),
        None => desk.meeting(None),
    }?;
    let (output, by_name) = match &request.output {
        Some(file) if request.format.is_none() => {
            let file = with_ending(file);
            let ending = file.extension().unwrap_or_default().to_string_lossy();
            let format =
                Format::from_name(&ending).ok_or_else(|| words.fail_paper_format(&ending))?;
            (Some(file), Some(format))
        }
        output => (output.clone(), None),
    };
    let format = request.format.or(by_name).unwrap_or(Format::Markdown);
    let phrases = Phrases::worded(setup.phrases.as_ref(), Some(&dossier.issuer));
    let matters = Matters::default();
    let errand = desk.errand((&dossier, &phrases, &matters), request.force);
    match &output {
        Some(file) => hand_out(&mut desk, errand, file, format),
        None => show(&desk, errand.brief, format),
    }
}

/// Writes a meeting for the calendars of those who are invited; nothing is recorded by that.
pub(super) fn write_calendar(
    options: &Options,
    request: &CalendarRequest,
    setup: &Setup,
    words: Words,
) -> Result<(), String> {
    let desk = OpenBook::open_to_show(options, words)?;
    let dossier = match request.meeting.as_deref() {
        None => desk.dossier(desk.store.next_meeting(desk.today())),
        meeting => desk.meeting(meeting),
    }?;
    let brief = Brief {
        dossier: &dossier,
        phrases: &Phrases::worded(setup.phrases.as_ref(), Some(&dossier.issuer)),
        matters: &Matters::default(),
        today: desk.today(),
    };
    let stamp = desk.store.stamp(dossier.meeting.id);
    let stamp = stamp.map_err(|failure| desk.sentence(&failure))?;
    let bytes = of_meeting(&brief, stamp, desk.now).into_bytes();
    let output = (request.output.as_deref(), request.force);
    deliver(&bytes, output, &desk.book, words)
}

fn hand_out(
    desk: &mut OpenBook,
    errand: Errand,
    file: &Path,
    format: Format,
) -> Result<(), String> {
    let words = desk.words;
    if is_same(file, &desk.book) {
        return Err(words.fail_is_book(&file.display().to_string()));
    }
    let done = errand.one(&mut desk.store, PaperKind::Minutes.into(), file, format);
    let outcome = told(done, errand.brief.dossier, words)?;
    name_unprintable(outcome.unprintable.as_deref(), words);
    Ok(())
}

/// Names the blanks of what was written, or of what was not because of them, on the standard error.
fn told(
    done: Result<Outcome, Unwritten>,
    dossier: &Dossier,
    words: Words,
) -> Result<Outcome, String> {
    match &done {
        Ok(Outcome { blanks, .. }) | Err(Unwritten::Blank(blanks)) => {
            name_blanks(blanks, dossier, words);
        }
        Err(
            Unwritten::Book(_)
            | Unwritten::Refused(_)
            | Unwritten::Kept(..)
            | Unwritten::Disk(..)
            | Unwritten::Packed(..),
        ) => {}
    }
    done.map_err(|unwritten| unwritten.sentence(words))
}

fn name_blanks(blanks: &[(Which, Gap)], dossier: &Dossier, words: Words) {
    let mut lines = listed(blanks, dossier, words).join("\n");
    if !lines.is_empty() {
        lines.push('\n');
    }
    let _told = std::io::stderr().write_all(lines.as_bytes());
}

/// Prints the minutes as they would be handed out now; nothing is recorded by that.
fn show(desk: &OpenBook, brief: Brief, format: Format) -> Result<(), String> {
    let words = desk.words;
    let is_packed = matches!(format, Format::Docx | Format::Pdf);
    if is_packed && std::io::stdout().is_terminal() {
        return Err(words.fail_to_terminal(&format.ending().to_uppercase()));
    }
    let ledger = desk.store.ledger(brief.dossier.meeting.id);
    let ledger = ledger.map_err(|failure| desk.sentence(&failure))?;
    let version = shown(&desk.store, PaperKind::Minutes.into(), &ledger, &brief);
    let version = version.map_err(|failure| desk.sentence(&failure))?;
    let blanks = version.document.gaps().cloned();
    let blanks: Vec<(Which, Gap)> = blanks.map(|gap| (version.which, gap)).collect();
    name_blanks(&blanks, brief.dossier, words);
    name_unprintable(unprintable([&version.document]).as_deref(), words);
    let bytes = format.bytes(&version.document);
    let bytes = bytes.map_err(|error| words.fail_file("minutes", &error.to_string()))?;
    put(&bytes, words)
}
