//! What can be completed at the caret, of a line of the stream or of a filter.

/// What the caret stands in, to be completed: where it begins, and what can stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Bytes before what is replaced.
    pub start: usize,
    /// What can stand there, with the words that explain it.
    pub choices: Vec<(String, String)>,
}
