//! Opening the book that the command line names: to write, or only to read it; each error is one sentence.

use std::io::ErrorKind;
use std::path::Path;

use super::bar::Bar;
use super::options::Options;
use crate::app::io_why_at;
use crate::app::sentence;
use crate::clock::Clock;
use crate::files::book::{BookFile, Misfit};
use crate::files::disk::Disk;
use crate::files::{self, PassingFolder};
use crate::store::{Failure, Store, Trouble};
use crate::words::Words;

/// A book that is open to be read.
#[derive(Debug)]
pub struct ReadBook {
    /// The book, or a copy of it.
    pub store: Store,
    /// Where the database is, which says when somebody else has written.
    pub(crate) file: BookFile,
    /// The folder of the copy, where it is one; it goes after the book is closed.
    pub copy: Option<PassingFolder>,
}

/// Returns the file of the book that the options name, or else the usual one.
pub(super) fn book_file(options: &Options, words: Words) -> Result<BookFile, String> {
    let usual = || files::default_book().ok_or_else(|| words.fail_home().to_owned());
    let path = options.book.clone().map_or_else(usual, Ok)?;
    Ok(BookFile::at(&path))
}

/// Opens a book to write to it; one that is not there is made, for its owner only, and so is the usual folder.
///
/// Nothing is changed about a file before it is known to be a book.
pub fn open(file: &BookFile, clock: &dyn Clock, words: Words) -> Result<Store, String> {
    let path = file.named.display().to_string();
    if let Some(misfit) = file.misfit() {
        return Err(why_misfit(file, &misfit, words));
    }
    if let Disk::Remote(kind) = &file.disk {
        return Err(words.fail_book(&path, &words.fail_remote(kind)));
    }
    file.make()
        .map_err(|error| why_not_made(&path, &error, words))?;
    // An index that is missing is made anew, which takes its time in a book of many years.
    let mut bar = Bar::new(words.bar_index());
    let opened = Store::open_known(
        &file.path,
        clock.now(),
        &mut || file.close_to_others(),
        &mut |done, total| bar.show(done, total),
    );
    opened.map_err(|failure| why_not_opened(file, &failure, words))
}

/// Opens a book only to read it, which disturbs no desk and writes nothing beside it; one that this machine may not
/// write to is read from a copy.
///
/// A book of an earlier program is brought up to date where `renews`, as a desk would do it.
pub fn read(
    file: &BookFile,
    clock: &dyn Clock,
    renews: bool,
    words: Words,
) -> Result<ReadBook, String> {
    let path = file.named.display().to_string();
    if !file.exists() {
        return Err(words.fail_no_book(&path));
    }
    if let Some(misfit) = file.misfit() {
        return Err(why_misfit(file, &misfit, words));
    }
    if let Disk::Remote(_) = file.disk {
        return read_copy(file, clock, words);
    }
    // The file is there, so it is the files beside it that cannot be made.
    let is_closed = |trouble| trouble == Trouble::ReadOnly || trouble == Trouble::NoFolder;
    match Store::open_reader(&file.path) {
        Ok(store) => Ok(in_place(store, file)),
        Err(failure) if failure.trouble == Trouble::Older && renews => {
            open(file, clock, words).map(|store| in_place(store, file))
        }
        Err(failure) if is_closed(failure.trouble) => read_copy(file, clock, words),
        Err(failure) => Err(why_not_opened(file, &failure, words)),
    }
}

fn in_place(store: Store, file: &BookFile) -> ReadBook {
    ReadBook {
        store,
        file: file.clone(),
        copy: None,
    }
}

/// Reads a book from a copy on this machine; writes go to the copy and are removed with it.
fn read_copy(file: &BookFile, clock: &dyn Clock, words: Words) -> Result<ReadBook, String> {
    let path = file.named.display().to_string();
    let copied = file.copy_aside();
    let (folder, copy) = copied.map_err(|error| why_not_copied(&path, &error, words))?;
    let refusal = |failure: Failure| why_not_opened(file, &failure, words);
    let store = Store::open(&copy, clock.now()).map_err(refusal)?;
    Ok(ReadBook {
        store,
        file: BookFile::passing(&folder),
        copy: Some(folder),
    })
}

fn why_misfit(file: &BookFile, misfit: &Misfit, words: Words) -> String {
    match misfit {
        Misfit::Folder => words.fail_is_folder(&file.named.display().to_string()),
        Misfit::NotAFile(path) => words.fail_not_a_file(&path.display().to_string()),
    }
}

/// Returns why a book could not be opened.
fn why_not_opened(file: &BookFile, failure: &Failure, words: Words) -> String {
    // The file is there, so it is the files beside it that cannot be made.
    let is_closed = failure.trouble == Trouble::NoFolder && file.exists();
    let why = if is_closed {
        words.fail_read_only().to_owned()
    } else {
        sentence(failure, words)
    };
    words.fail_book(&file.named.display().to_string(), &why)
}

/// Returns why a new book could not be made.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a system knows many troubles; those without a sentence of their own tell their name"
)]
fn why_not_made(shown: &str, error: &std::io::Error, words: Words) -> String {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            words.fail_file(shown, &io_why_at(error, Path::new(shown), words))
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            words.fail_book(shown, words.fail_read_only())
        }
        ErrorKind::StorageFull => words.fail_book(shown, words.fail_full()),
        _ => words.fail_file(shown, &error.to_string()),
    }
}

/// Returns why a book could not be copied, so that it could be read.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a system knows many troubles; those without a sentence of their own tell their name"
)]
fn why_not_copied(shown: &str, error: &std::io::Error, words: Words) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => words.fail_unread(shown, words.io_no_reading()),
        ErrorKind::ResourceBusy => words.fail_book(shown, words.fail_locked()),
        ErrorKind::StorageFull => words.fail_book(shown, words.fail_full()),
        _ => words.fail_unread(shown, &error.to_string()),
    }
}

/// Says whether a file is the book, or one of the files beside it.
pub(super) fn is_same(file: &Path, book: &Path) -> bool {
    let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (file, book) = (whole(file), whole(book));
    let name = book.display().to_string();
    [String::new(), "-wal".to_owned(), "-shm".to_owned()]
        .iter()
        .any(|ending| file.display().to_string() == format!("{name}{ending}"))
}
