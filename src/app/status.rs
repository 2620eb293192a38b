//! The status line: four kinds of sentence; a failure stays until a key is pressed.

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
            text: text.into(),
        }
    }

    /// Tells that something was done.
    pub(crate) fn done(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Done,
            text: text.into(),
        }
    }

    /// Tells why something could not be done.
    pub(crate) fn warned(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Warned,
            text: text.into(),
        }
    }

    /// Says that something failed, and why.
    pub(crate) fn failed(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Failed,
            text: text.into(),
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
