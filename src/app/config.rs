//! The configuration: its settings, read with a sentence for each mistake, and changed with the user's comments kept.

use serde::Deserialize;
use toml_edit::{DocumentMut, Item, Value, value};

use crate::files::toml::{Mistake, parse};
use crate::text::telex::Method;
use crate::words::Lang;

/// The text of a new configuration file.
pub const TEMPLATE: &str = include_str!("../templates/config.toml");

/// The settings in the configuration file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The language of the screen.
    pub lang: Option<Lang>,
    /// The name of the theme.
    pub(crate) theme: Option<String>,
    /// Where papers are written to; empty: beside the book.
    pub papers_folder: Option<String>,
    /// The built-in typing method.
    pub typing: Option<Typing>,
}

/// The built-in typing method as the file names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Typing {
    /// The input method of the system.
    None,
    /// Telex.
    Telex,
    /// VNI.
    Vni,
}

impl Typing {
    /// Returns the method that letters are typed by.
    pub fn method(self) -> Option<Method> {
        match self {
            Self::None => None,
            Self::Telex => Some(Method::Telex),
            Self::Vni => Some(Method::Vni),
        }
    }
}

/// Where a value of the program comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A flag of the command line.
    Flag,
    /// The book remembers it, because the configuration does not.
    Book,
    /// The configuration file.
    Config,
    /// The default of the program.
    #[default]
    Program,
}

impl Origin {
    /// Returns where a value comes from that a flag or the configuration may give.
    pub(crate) fn of(is_flag: bool, is_config: bool) -> Self {
        match (is_flag, is_config) {
            (true, _) => Self::Flag,
            (false, true) => Self::Config,
            (false, false) => Self::Program,
        }
    }
}

/// Where each value of the program comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    pub(crate) lang: Origin,
    pub(crate) theme: Origin,
    pub(crate) typing: Origin,
    pub(crate) papers_folder: Origin,
}

/// A setting of the program that the user can choose on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Preference {
    /// The language of the screen.
    Lang(Lang),
    /// The theme of this name.
    Theme(String),
    /// The built-in typing method, or that of the system.
    Typing(Option<Method>),
    /// Where papers are written to, as it was typed; empty: beside the book.
    PapersFolder(String),
}

impl Preference {
    /// Returns the key of the setting in the file, and its value.
    fn written(&self) -> (&'static str, &str) {
        match self {
            Self::Lang(Lang::Vi) => ("lang", "vi"),
            Self::Lang(Lang::En) => ("lang", "en"),
            Self::Theme(name) => ("theme", name),
            Self::Typing(None) => ("typing", "none"),
            Self::Typing(Some(Method::Telex)) => ("typing", "telex"),
            Self::Typing(Some(Method::Vni)) => ("typing", "vni"),
            Self::PapersFolder(folder) => ("papers_folder", folder),
        }
    }
}

/// Reads a configuration, or returns its first mistake.
pub fn read(content: &str) -> Result<Config, Mistake> {
    parse(content)
}

/// Returns the content of a configuration file with one setting changed; everything else stays as it is.
///
/// A file with a mistake is not changed, because the program would not read the new setting from it.
pub fn with(content: &str, preference: &Preference) -> Result<String, Mistake> {
    read(content)?;
    let (key, text) = preference.written();
    let mut document = document(content)?;
    if let Some(old) = document.get_mut(key).and_then(Item::as_value_mut) {
        let decor = old.decor().clone();
        *old = Value::from(text);
        *old.decor_mut() = decor;
        return Ok(document.to_string());
    }
    if let Some(changed) = behind_its_comment(content, key, text) {
        return Ok(changed);
    }
    document.insert(key, value(text));
    Ok(document.to_string())
}

/// Writes a setting under the comment that shows it as an example, where there is one.
fn behind_its_comment(content: &str, key: &str, text: &str) -> Option<String> {
    let is_example = |line: &str| {
        let example = line.trim_start().strip_prefix('#').map(str::trim_start);
        let rest = example.and_then(|example| example.strip_prefix(key));
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    let mut changed = String::new();
    let mut is_written = false;
    for line in content.lines() {
        changed.push_str(line);
        changed.push('\n');
        if !is_written && is_example(line) {
            let set = [key, " = ", &Value::from(text).to_string(), "\n"];
            changed.push_str(&set.concat());
            is_written = true;
        }
    }
    let read = document(&changed).ok()?;
    let holds = read.get(key).and_then(Item::as_str) == Some(text);
    holds.then_some(changed)
}

fn document(content: &str) -> Result<DocumentMut, Mistake> {
    content
        .parse()
        .map_err(|error: toml_edit::TomlError| Mistake {
            line: 1,
            column: 1,
            why: error.message().to_owned(),
        })
}
