//! The clipboard of the terminal: a text handed to it goes to the system (OSC 52), even over SSH.

use std::io;

use crate::app::clipboard::Clipboard;

/// The clipboard of the terminal that the program runs in.
#[derive(Debug, Default)]
pub(crate) struct OfTerminal;

impl Clipboard for OfTerminal {
    fn take(&mut self, text: &str) -> io::Result<()> {
        use crossterm::clipboard::CopyToClipboard;
        crossterm::execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
    }
}
