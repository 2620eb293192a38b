//! Runs before the program is compiled: makes a declaration of every sentence of `templates/phrases.toml`.
//!
//! The comment above a sentence ends with its fields, in the order of the arguments: `Trường: {unit}, {day} (tùy ý).`
//! A declaration is a line of the macro `phrases!` in `papers/phrases.rs`.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs::{File, read_to_string};
use std::io::Write as _;
use std::path::Path;

const SENTENCES: &str = "src/templates/phrases.toml";
const FIELDS: &str = "Trường: ";
const NO_FIELDS: &str = "Không có trường";
const OPTIONAL: &str = " (tùy ý)";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SENTENCES}");
    let declarations = declarations(&read_to_string(SENTENCES)?)?;
    let place = Path::new(&env::var("OUT_DIR")?).join("phrases.rs");
    File::create(place)?.write_all(declarations.as_bytes())?;
    Ok(())
}

/// Returns the declarations of a phrase file in which each sentence is one line.
fn declarations(file: &str) -> Result<String, Box<dyn Error>> {
    let mut declarations = "phrases! {\n".to_owned();
    let mut ends_section = "";
    let mut comment = "";
    for (number, line) in (1..).zip(file.lines()) {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            let name = camel_case(section);
            let comment = comment.trim_start_matches('#');
            writeln!(
                declarations,
                "{ends_section}///{comment}\n{section} {name} {{"
            )?;
            ends_section = "}\n";
        } else if let Some((name, sentence)) =
            line.split_once(" = ").filter(|_| !line.starts_with('#'))
        {
            let fields = fields(comment).ok_or_else(|| {
                format!("{SENTENCES}:{number}: the comment above names no fields")
            })?;
            let about = match sentence.trim_matches('"') {
                "" => "Nothing, until the user says something.".to_owned(),
                sentence => format!("`{sentence}`"),
            };
            writeln!(declarations, "/// {about}\n{name}({fields});")?;
        }
        comment = line;
    }
    writeln!(declarations, "{ends_section}}}")?;
    Ok(declarations)
}

/// Returns the fields that a comment names, as the macro takes them: `unit; day`.
fn fields(comment: &str) -> Option<String> {
    let comment = comment.strip_suffix('.')?;
    if comment.ends_with(NO_FIELDS) {
        return Some(String::new());
    }
    let (_, fields) = comment.rsplit_once(FIELDS)?;
    let (optional, needed): (Vec<&str>, Vec<&str>) = fields
        .split(", ")
        .partition(|field| field.ends_with(OPTIONAL));
    let names = |fields: Vec<&str>| {
        let names = fields.into_iter().map(name);
        names
            .collect::<Option<Vec<_>>>()
            .map(|names| names.join(", "))
    };
    let (needed, optional) = (names(needed)?, names(optional)?);
    Some(if optional.is_empty() {
        needed
    } else {
        format!("{needed}; {optional}")
    })
}

/// Returns the name of a field between its braces.
fn name(field: &str) -> Option<&str> {
    let field = field.trim_end_matches(OPTIONAL);
    field.strip_prefix('{')?.strip_suffix('}')
}

/// Returns the name of a section as the name of a type: `run_sheet` is `RunSheet`.
fn camel_case(section: &str) -> String {
    let words = section.split('_').map(|word| {
        let (first, rest) = word.split_at(1.min(word.len()));
        first.to_uppercase() + rest
    });
    words.collect()
}
