//! A book as a file: its real path, the kind of file there, its rights, and a copy that is only read.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::{PassingFolder, close_to_others, default_book, make_private_file, make_private_folder};

/// The endings of the files that the database keeps beside a book.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Links that are followed from the name of a book to its file.
const LINKS: usize = 40;

/// How often a book that is being written to is copied before it is given up.
const TRIES: usize = 5;

/// A file that a user names as the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookFile {
    /// The path as the user wrote it, for sentences.
    pub named: PathBuf,
    /// The path from the root, through no link.
    pub path: PathBuf,
    /// The disk that it lies on, or would be made on.
    pub disk: Disk,
}

/// The thing at the name of a book, or of a file beside it, that is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The name of the book is that of a folder.
    Folder,
    /// At this path stands a device, a pipe, a socket, or a link or folder beside the book.
    NotAFile(PathBuf),
}

impl BookFile {
    /// Returns the book that a user names; nothing on the disk is changed by that.
    pub fn at(named: &Path) -> Self {
        let path = real_path(named);
        let there = path.ancestors().find(|path| path.exists());
        let disk = there.map_or(Disk::Local, Disk::of);
        Self {
            named: named.to_owned(),
            path,
            disk,
        }
    }

    /// Returns a book in a folder that goes with this program, so that no other machine can come to write to it.
    pub(crate) fn passing(folder: &PassingFolder) -> Self {
        let path = folder.0.join("mau.giaoban");
        Self {
            named: path.clone(),
            path,
            disk: Disk::Local,
        }
    }

    /// Says whether something stands at the name of the book.
    pub fn exists(&self) -> bool {
        self.path.exists()
    }

    /// Returns the first name, of the book or of a file beside it, at which something stands that is no file.
    pub fn misfit(&self) -> Option<Misfit> {
        match fs::metadata(&self.path) {
            Ok(there) if there.is_dir() => return Some(Misfit::Folder),
            Ok(there) if !there.is_file() => return Some(Misfit::NotAFile(self.named.clone())),
            // A file that cannot be looked at fails with its own sentence when it is opened.
            Ok(_) | Err(_) => {}
        }
        let beside = BESIDE.iter().map(|ending| self.beside(ending));
        let strange = |path: &PathBuf| {
            fs::symlink_metadata(path).is_ok_and(|there| !there.file_type().is_file())
        };
        beside.into_iter().find(strange).map(Misfit::NotAFile)
    }

    /// Makes the book as an empty file that only its owner can read, unless it is there; the usual folder is made too.
    pub(crate) fn make(&self) -> io::Result<()> {
        if Some(&self.named) == default_book().as_ref()
            && let Some(folder) = self.path.parent()
        {
            make_private_folder(folder)?;
        }
        match make_private_file(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            made => made,
        }
    }

    /// Takes the rights on the book, and on the files beside it, from everybody but its owner.
    ///
    /// It is changed by its name: a file of the book must not be opened and closed beside the database, which would lose
    /// its locks by that.
    pub(crate) fn close_to_others(&self) {
        for path in [self.path.clone()]
            .into_iter()
            .chain(BESIDE.map(|ending| self.beside(ending)))
        {
            if fs::symlink_metadata(&path).is_ok_and(|there| there.is_file()) {
                // A file of somebody else's, or on a read-only disk, keeps its rights, and is used all the same.
                let _kept_as_it_is = close_to_others(&path);
            }
        }
    }

    /// Copies the book, and the log beside it, into a passing folder, where reading it disturbs nobody and needs no right
    /// to write.
    ///
    /// The log begins with numbers that change when it begins anew. While they stay, everything that is being brought
    /// from the log into the book is still in the log, so that both copies together are the book.
    pub(crate) fn copy_aside(&self) -> io::Result<(PassingFolder, PathBuf)> {
        let folder = PassingFolder::new()?;
        let copy = Self::passing(&folder);
        let log = self.beside("-wal");
        for _ in 0..TRIES {
            let before = head(&log)?;
            copy_private(&self.path, &copy.path)?;
            if !before.is_empty() {
                copy_private(&log, &copy.beside("-wal"))?;
            }
            if head(&log)? == before {
                return Ok((folder, copy.path));
            }
            let _gone_or_never_there = fs::remove_file(copy.beside("-wal"));
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    /// Returns the path of a file beside the book.
    fn beside(&self, ending: &str) -> PathBuf {
        let mut name = self.path.as_os_str().to_owned();
        name.push(ending);
        name.into()
    }
}

/// Returns a path from the root through no link; where a link leads to nothing yet, the path of the file to be made.
fn real_path(named: &Path) -> PathBuf {
    let mut path = std::path::absolute(named).unwrap_or_else(|_| named.to_owned());
    for _ in 0..LINKS {
        let Ok(target) = fs::read_link(&path) else {
            break;
        };
        let folder = path.parent().unwrap_or(Path::new("/"));
        path = folder.join(target);
    }
    super::whole_path(&path)
}

/// Returns the numbers that a log begins with; a log that is empty or not there has none.
fn head(log: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    match File::open(log) {
        Ok(log) => log.take(32).read_to_end(&mut head)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => 0,
        Err(error) => return Err(error),
    };
    Ok(head)
}

/// Copies the content of a file into one that only its owner can read; the rights of the first are not copied.
fn copy_private(from: &Path, to: &Path) -> io::Result<()> {
    let mut from = File::open(from)?;
    match make_private_file(to) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        Ok(()) | Err(_) => {}
    }
    let mut to = File::options().write(true).truncate(true).open(to)?;
    io::copy(&mut from, &mut to).map(|_| ())
}
