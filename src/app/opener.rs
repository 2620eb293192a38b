//! What opens the file of a document: the program that the system has for it.

use std::io;

/// What opens a file, or an address.
pub trait Opener: std::fmt::Debug {
    /// Asks for it to be opened, and does not wait until it is closed again.
    fn open(&mut self, place: &str) -> io::Result<()>;
}

/// Nobody who opens anything, where there is no desktop.
#[derive(Debug, Default)]
pub(crate) struct Nobody;

impl Opener for Nobody {
    fn open(&mut self, _: &str) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
