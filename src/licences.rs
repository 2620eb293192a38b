//! The licences of the program, of its fonts and of the crates it is built from, as `giaoban licences` prints them.

use crate::words::Words;

/// The texts in the order in which they are printed.
const TEXTS: [&str; 4] = [
    include_str!("licences/MIT.txt"),
    include_str!("licences/Apache-2.0.txt"),
    include_str!("templates/fonts/OFL.txt"),
    include_str!("licences/third-party.txt"),
];

/// A line between two licences.
const RULE: &str = "==============================================================================";

/// Returns a sentence that says what is licensed how, and every licence text after it.
pub(crate) fn all(words: Words) -> String {
    let texts = TEXTS.map(|text| format!("\n{RULE}\n\n{}\n", text.trim_matches('\n')));
    format!("{}\n{}", words.licence_of_program(), texts.concat())
}
