//! The clipboard: a text handed to the terminal, which hands it to the system (OSC 52), even over SSH.

use std::io;

/// Where copied texts go.
pub trait Clipboard: std::fmt::Debug {
    /// Takes a text.
    fn take(&mut self, text: &str) -> io::Result<()>;
}

/// A clipboard that nobody reads, where there is no terminal.
#[derive(Debug, Default)]
pub struct Nowhere;

impl Clipboard for Nowhere {
    fn take(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }
}

/// The clipboard of the terminal that the program runs in.
#[derive(Debug, Default)]
pub struct OfTerminal;

impl Clipboard for OfTerminal {
    fn take(&mut self, text: &str) -> io::Result<()> {
        use crossterm::clipboard::CopyToClipboard;
        crossterm::execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
    }
}
