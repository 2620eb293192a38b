//! The sentences of the papers: templates with named fields, read from a file that the user can change.

/// Where a phrase file is wrong, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong there.
    pub why: String,
}

/// Every sentence of the papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrases {}

impl Phrases {
    /// The phrase file of the program, with all sentences as they are at first.
    pub const FILE: &str = "";

    /// Reads a phrase file; a sentence that it leaves out stays as it is at first.
    pub fn read(_file: &str) -> Result<Self, Mistake> {
        Ok(Self::default())
    }
}
