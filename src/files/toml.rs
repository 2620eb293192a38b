//! TOML files: read into a type, or where they are wrong.

use serde::Deserialize;

/// An error in a theme or configuration file, and its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// The message.
    pub why: String,
}

/// Reads a TOML file of a type, or says where it is wrong.
pub fn parse<T: for<'de> Deserialize<'de>>(content: &str) -> Result<T, Mistake> {
    toml_edit::de::from_str(content).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let before = content.get(..start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        Mistake {
            line,
            column,
            why: error.message().to_owned(),
        }
    })
}
