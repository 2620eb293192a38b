//! The places at a book: each program that has it open to write holds one, and its lock goes when the program ends.
//!
//! The locks lie beside the book, where every desk sees them and nobody else can put anything. A program that was killed
//! leaves its lock file, which nobody holds any more; the next desk takes that place again, and removes it when it ends.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Desks that can be told apart by their locks.
const DESKS: i64 = 99;

/// A place at a book, held until the program ends, however it ends.
#[derive(Debug)]
pub struct DeskPlace {
    /// Which of the desks that are open at once this is, from 1.
    pub number: i64,
    /// The lock that holds the place, and all the names of which it has one.
    lock: Option<(Lock, Names)>,
}

impl DeskPlace {
    /// Says whether no running program has the place of this number, so that what it left half-typed is nobody's.
    pub fn is_left(&self, number: i64) -> bool {
        let names = self.lock.as_ref().map(|(_, names)| names);
        let other = names.filter(|_| number != self.number && (1..=DESKS).contains(&number));
        other.is_some_and(|names| matches!(take(&names.of(number)), Ok(Some(_))))
    }

    /// Returns the lock file, for an end that drops nothing.
    pub fn lock_file(&self) -> Option<&Path> {
        self.lock.as_ref().map(|(lock, _)| lock.path.as_path())
    }
}

impl Drop for DeskPlace {
    fn drop(&mut self) {
        let Some((lock, names)) = self.lock.take() else {
            return;
        };
        drop(lock);
        // Locks of programs that were killed are removed too, unless another program holds them.
        for path in (1..=DESKS).map(|number| names.of(number)) {
            if fs::symlink_metadata(&path).is_ok() {
                drop(take(&path));
            }
        }
    }
}

/// The names of the locks of one book: a folder, and their common beginning.
#[derive(Clone, Debug)]
struct Names {
    folder: PathBuf,
    stem: String,
}

impl Names {
    fn of(&self, number: i64) -> PathBuf {
        self.folder.join(format!("{}-desk-{number}", self.stem))
    }
}

/// Takes the first place at a book that no other running program has.
///
/// Without a lock, the number is one that no other running program can have: two desks never share a draft.
pub fn claim_desk(book: &Path) -> DeskPlace {
    let mut places = [beside(book), elsewhere(book)].into_iter().flatten();
    let claimed = places.find_map(|names| claim_one(&names).ok()).flatten();
    claimed.unwrap_or_else(|| DeskPlace {
        number: DESKS + i64::from(std::process::id()),
        lock: None,
    })
}

/// Takes the first free place of these names; an error means that no file can be made there at all.
///
/// Once the first name could be looked at, nobody goes elsewhere: numbers from two folders could be the same.
fn claim_one(names: &Names) -> io::Result<Option<DeskPlace>> {
    for number in 1..=DESKS {
        match take(&names.of(number)) {
            Ok(Some(lock)) => {
                let lock = Some((lock, names.clone()));
                return Ok(Some(DeskPlace { number, lock }));
            }
            Ok(None) => {}
            Err(error) if number == 1 => return Err(error),
            Err(_) => break,
        }
    }
    Ok(None)
}

/// Returns hidden names beside the book.
fn beside(book: &Path) -> Option<Names> {
    let name = book.file_name()?.to_string_lossy();
    Some(Names {
        folder: book.parent()?.to_owned(),
        stem: format!(".{name}"),
    })
}

/// Returns names for a book whose folder takes no files, by which any path to it is known again.
#[cfg(unix)]
fn elsewhere(book: &Path) -> Option<Names> {
    use std::os::unix::fs::MetadataExt;
    let file = fs::metadata(book).ok()?;
    let own = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    Some(Names {
        folder: own
            .filter(|folder| folder.is_dir())
            .unwrap_or_else(std::env::temp_dir),
        stem: format!("giaoban-{:x}-{:x}", file.dev(), file.ino()),
    })
}

#[cfg(not(unix))]
fn elsewhere(_: &Path) -> Option<Names> {
    None
}

/// A lock on a file that is there only for that.
#[derive(Debug)]
struct Lock {
    path: PathBuf,
    /// Kept open as long as the place is held.
    #[cfg_attr(
        windows,
        expect(dead_code, reason = "Windows removes the file when this is closed")
    )]
    file: File,
}

#[cfg(unix)]
impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while the lock is still held: whoever has opened it meanwhile finds that it is no longer there.
        if is_at(&self.file, &self.path) {
            let _gone_or_never_there = fs::remove_file(&self.path);
        }
    }
}

/// How often a lock file that its last holder removes meanwhile is made again before the place counts as taken.
#[cfg(unix)]
const TRIES: usize = 8;

/// Takes the lock at a path; nothing if another program has it, or something other than an empty file stands there:
/// that is neither followed, waited for nor changed.
#[cfg(unix)]
fn take(path: &Path) -> io::Result<Option<Lock>> {
    for _ in 0..TRIES {
        let file = match open(path) {
            Ok(file) => file,
            Err(_) if fs::symlink_metadata(path).is_ok() => return Ok(None),
            Err(error) => return Err(error),
        };
        let there = file.metadata()?;
        if !there.is_file() || there.len() > 0 {
            return Ok(None);
        }
        match file.try_lock() {
            Ok(()) if is_at(&file, path) => {
                let path = path.to_owned();
                return Ok(Some(Lock { path, file }));
            }
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => return Ok(None),
            Err(fs::TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(None)
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags =
        OFlags::RDWR | OFlags::CREATE | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(rustix::fs::open(path, flags, Mode::RUSR | Mode::WUSR)?.into())
}

/// Says whether an open file is still the one that its path names.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |there: fs::Metadata| (there.dev(), there.ino());
    let named = fs::symlink_metadata(path).map(id);
    matches!((file.metadata().map(id), named), (Ok(file), Ok(named)) if file == named)
}

/// Takes the lock at a path, nothing if somebody has it: Windows lets nobody else open the file, and removes it when it
/// is closed, also when the program is ended.
#[cfg(windows)]
fn take(path: &Path) -> io::Result<Option<Lock>> {
    use std::os::windows::fs::OpenOptionsExt;
    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    const HIDDEN: u32 = 0x2;
    const SHARING_VIOLATION: i32 = 32;
    let opened = File::options()
        .write(true)
        .create(true)
        .truncate(false)
        .share_mode(0)
        .attributes(HIDDEN)
        .custom_flags(DELETE_ON_CLOSE)
        .open(path);
    match opened {
        Ok(file) => Ok(Some(Lock {
            path: path.to_owned(),
            file,
        })),
        Err(error) if error.raw_os_error() == Some(SHARING_VIOLATION) => Ok(None),
        Err(error) => Err(error),
    }
}
