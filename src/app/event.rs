//! The events of the program: keys, pastes, sizes, and news of the book.

use super::key::Key;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted.
    Paste(String),
    /// The terminal has another size.
    Resize,
    /// Somebody has written to the book.
    Written,
}
