//! A completion at the caret of a capture line or of a filter.

/// The word before the caret: where it begins, and the choices for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Byte at which the replaced text begins.
    pub(crate) start: usize,
    /// The choices, each with its explanation.
    pub choices: Vec<(String, String)>,
}
