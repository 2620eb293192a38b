//! Watching the log beside the book, which every writer of it writes to: who waits for news sleeps until there is some.

use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::{Path, PathBuf};

use rustix::fs::inotify::{self, CreateFlags, WatchFlags};

/// A watch over the log of a book.
#[derive(Debug)]
pub(crate) struct Watch(OwnedFd);

impl Watch {
    /// Begins to watch the log of a book; it is there as long as somebody has the book open.
    pub(crate) fn new(book: &Path) -> io::Result<Self> {
        let watch = inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC)?;
        inotify::add_watch(&watch, log_of(book), WatchFlags::MODIFY)?;
        Ok(Self(watch))
    }

    /// Discards the number of writes to the log: only its present content counts.
    pub(crate) fn forget(&self) {
        let mut bytes = [MaybeUninit::<u8>::uninit(); 1024];
        while rustix::io::read(&self.0, &mut bytes).is_ok_and(|(read, _)| !read.is_empty()) {}
    }
}

impl AsFd for Watch {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

/// Returns the file beside a book that its writers write to first.
fn log_of(book: &Path) -> PathBuf {
    let mut name = book.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}
