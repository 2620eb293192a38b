//! The clipboard: where a copied text goes.

use std::io;

/// Where copied texts go.
pub trait Clipboard: std::fmt::Debug {
    /// Takes a text.
    fn take(&mut self, text: &str) -> io::Result<()>;
}

/// A clipboard that nobody reads, where there is no terminal.
#[derive(Debug, Default)]
pub(crate) struct Nowhere;

impl Clipboard for Nowhere {
    fn take(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }
}
