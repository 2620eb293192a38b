//! The status line: four kinds of sentence; a failure stays until a key is pressed.
//!
//! Each begins with a capital. What was done is the label of a change and has no full stop; a refusal and a failure end with
//! one. Names and what was typed are left as they are.

/// The tone of a sentence, which gives its sign and its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// A fact.
    Said,
    /// A change that was made.
    Done,
    /// A refusal, with the reason.
    Warned,
    /// A failure of the disk or of the book.
    Failed,
}

/// A sentence of the status line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    pub(crate) tone: Tone,
    pub(crate) text: String,
}

impl Status {
    pub(crate) fn said(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Said,
            text: capitalised(text.into()),
        }
    }

    /// Tells that something was done.
    pub(crate) fn done(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Done,
            text: capitalised(text.into()),
        }
    }

    /// Tells why something could not be done.
    pub(crate) fn warned(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Warned,
            text: stopped(capitalised(text.into())),
        }
    }

    /// Says that something failed, and why.
    pub(crate) fn failed(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Failed,
            text: stopped(capitalised(text.into())),
        }
    }

    /// Returns the glyph that tells the tone without colour.
    pub(crate) fn glyph(&self) -> &'static str {
        match self.tone {
            Tone::Said => "·",
            Tone::Done => "✓",
            Tone::Warned => "!",
            Tone::Failed => "✗",
        }
    }
}

/// Returns a sentence with a capital in front, unless it begins with the name of a file or of an option.
fn capitalised(text: String) -> String {
    let first = text.split([' ', ':', ',']).next().unwrap_or_default();
    if !first.chars().all(char::is_alphabetic) {
        return text;
    }
    let mut letters = text.chars();
    match letters.next() {
        Some(letter) if letter.is_lowercase() => letter.to_uppercase().chain(letters).collect(),
        Some(_) | None => text,
    }
}

/// Returns a sentence with a mark at its end.
fn stopped(text: String) -> String {
    let is_open = text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '»' | '"' | '%'));
    if is_open { text + "." } else { text }
}
