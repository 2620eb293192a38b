//! A sentence as a template: words, and fields for values of the record.

use super::reader::Wrong;
use crate::papers::blanks::ends_with_blank;
use crate::text::same::{bare_person, ends_with_address};

/// The fields that a phrase has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Those that its template must name.
    pub needed: &'static [&'static str],
    /// Those that its template may leave out.
    pub optional: &'static [&'static str],
}

impl Form {
    /// Returns all fields, those that are needed first.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.needed.iter().chain(self.optional).copied()
    }
}

/// A sentence with fields, read once and filled many times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Words(String),
    /// The place of the field in its form.
    Field(usize),
}

/// An error in a template, and its byte, if it is at one.
pub(super) type Flaw = (Option<usize>, Wrong);

impl Template {
    /// Reads a template; `{{` and `}}` stand for braces.
    pub(super) fn parse(text: &str, form: &Form) -> Result<Self, Flaw> {
        let mut parts = Vec::new();
        let mut words = String::new();
        let mut letters = text.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            if matches!(letter, '{' | '}') && letters.next_if(|(_, c)| *c == letter).is_some() {
                words.push(letter);
            } else if letter == '{' {
                let name = name(&mut letters).ok_or((Some(at), Wrong::Unclosed))?;
                let field = form.fields().position(|field| field == name);
                let known = || form.fields().collect();
                let field = field.ok_or_else(|| {
                    let known = known();
                    (Some(at), Wrong::UnknownField { name, known })
                })?;
                parts.push(Part::Words(std::mem::take(&mut words)));
                parts.push(Part::Field(field));
            } else if letter == '}' {
                return Err((Some(at), Wrong::Unopened));
            } else {
                // A sentence is one line, however the file breaks it.
                words.push(if letter.is_control() { ' ' } else { letter });
            }
        }
        parts.push(Part::Words(words));
        parts.retain(|part| *part != Part::Words(String::new()));
        let left_out = (0..form.needed.len()).find(|field| !parts.contains(&Part::Field(*field)));
        match left_out.and_then(|field| form.needed.get(field)) {
            Some(field) => Err((None, Wrong::MissingField(field))),
            None => Ok(Self(parts)),
        }
    }

    /// Writes its own words anew.
    pub(super) fn rewrite(&mut self, write: impl Fn(&str) -> String) {
        for part in &mut self.0 {
            match part {
                Part::Words(words) => *words = write(words),
                Part::Field(_) => {}
            }
        }
    }

    /// Puts a mark in the place of its own words, so that the values and the signs between them alone are left.
    pub(super) fn bare(&mut self, mark: char) {
        self.rewrite(|words| {
            if words.contains(char::is_alphanumeric) {
                mark.to_string()
            } else {
                words.to_owned()
            }
        });
    }

    /// Returns the sentence with these values in its fields; braces in a value stay as they are.
    pub(super) fn fill(&self, values: &[&str]) -> String {
        let mut sentence = String::new();
        for part in &self.0 {
            match part {
                Part::Words(words) => sentence.push_str(words),
                Part::Field(field) => {
                    let value = values.get(*field).copied().unwrap_or_default();
                    // A name that the book has with its address is not addressed twice.
                    let is_addressed = ends_with_address(&sentence);
                    sentence.push_str(if is_addressed {
                        bare_person(value)
                    } else {
                        value
                    });
                }
            }
        }
        // A blank at the end has no full stop, so that it can be filled in.
        if let [.., Part::Field(last), Part::Words(mark)] = self.0.as_slice() {
            let is_blank = values
                .get(*last)
                .is_some_and(|value| ends_with_blank(value));
            if mark == "." && is_blank {
                sentence.pop();
            }
        }
        sentence
    }
}

/// Returns the name up to the brace that closes it, without the room around it.
fn name(letters: &mut impl Iterator<Item = (usize, char)>) -> Option<String> {
    let mut name = String::new();
    for (_, letter) in letters {
        match letter {
            '}' => return Some(name.trim().to_owned()),
            '{' => return None,
            letter => name.push(letter),
        }
    }
    None
}
