//! A line of the recipients as a phrase with one field: `{n}` is the number of units of the meeting.

use super::template::{Form, Template};
use crate::words::Words;

/// The fields that a line may name.
const FORM: Form = Form {
    needed: &[],
    optional: &["n"],
};

/// Returns the error in the braces of a line, if there is one.
pub fn flaw(line: &str, words: Words) -> Option<String> {
    let (_, why) = Template::parse(line, &FORM).err()?;
    Some(words.why_recipient(line, &why.reason(words)))
}

/// Returns a line with the number of units in it; a line with a mistake, from before lines were checked, is taken as
/// it stands.
pub fn filled(line: &str, units: &str) -> String {
    match Template::parse(line, &FORM) {
        Ok(template) => template.fill(&[units]),
        Err(_) => line.replace("{n}", units),
    }
}
