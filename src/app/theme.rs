//! Colours by their meaning, as a theme file names them.

use std::path::Path;

use serde::Deserialize;

use crate::files;
use crate::files::toml::{Mistake, parse};

/// The colours of a theme, by their meaning.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Text.
    pub text: Shade,
    /// The ground of text.
    pub ground: Shade,
    /// Text that explains or is past.
    pub muted: Shade,
    /// Headings, the running item, the caret's sign.
    pub accent: Shade,
    /// Good: present, done.
    pub good: Shade,
    /// Wants a look: late, due.
    pub warn: Shade,
    /// Bad: absent, overdue.
    pub bad: Shade,
    /// Text of the selected line.
    pub selected_text: Shade,
    /// The ground of the selected line.
    pub selected_ground: Shade,
    /// Text of the title and of the bar.
    pub bar_text: Shade,
    /// The ground of the title and the bar.
    pub bar_ground: Shade,
}

/// A colour as a theme file writes it: `#rrggbb`, a name such as `light-red`, a number of the 256, or `default`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Shade {
    /// The terminal's own.
    Default,
    /// Red, green, blue.
    Rgb(u8, u8, u8),
    /// One of the 256 of a terminal; the first 16 have names.
    Indexed(u8),
}

/// The names of the first 16 colours, in their order; several may name one.
const NAMES: &[&[&str]] = &[
    &["black"],
    &["red"],
    &["green"],
    &["yellow"],
    &["blue"],
    &["magenta"],
    &["cyan"],
    &["gray", "silver"],
    &["darkgray", "lightblack"],
    &["lightred"],
    &["lightgreen"],
    &["lightyellow"],
    &["lightblue"],
    &["lightmagenta"],
    &["lightcyan"],
    &["white", "lightwhite", "lightgray"],
];

impl Shade {
    /// Reads a colour, in whatever case and with whatever separators its name is written.
    fn read(written: &str) -> Option<Self> {
        if let Some(hex) = written.strip_prefix('#') {
            let is_whole = hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
            let value = u32::from_str_radix(hex, 16).ok().filter(|_| is_whole)?;
            let [_, red, green, blue] = value.to_be_bytes();
            return Some(Self::Rgb(red, green, blue));
        }
        let name = written.to_lowercase().replace([' ', '-', '_'], "");
        let name = name.replace("bright", "light").replace("grey", "gray");
        if name == "default" || name == "reset" {
            return Some(Self::Default);
        }
        let named = NAMES
            .iter()
            .position(|names| names.contains(&name.as_str()));
        let index = named.and_then(|place| u8::try_from(place).ok());
        index.or_else(|| name.parse().ok()).map(Self::Indexed)
    }
}

impl TryFrom<String> for Shade {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        Self::read(&written).ok_or_else(|| format!("«{written}» (#rrggbb)"))
    }
}

/// The themes that come with the program, by the names of their files; the first is taken unless another is chosen.
pub const BUNDLED: [(&str, &str); 4] = [
    ("toi", include_str!("../../themes/toi.toml")),
    ("sang", include_str!("../../themes/sang.toml")),
    ("may-chieu", include_str!("../../themes/may-chieu.toml")),
    ("16-mau", include_str!("../../themes/16-mau.toml")),
];

/// Returns the theme of a name: the user's own file first, then those that come with the program.
pub(crate) fn read_theme(name: &str, file: Option<&Path>) -> Option<Result<Theme, Mistake>> {
    let own = file.and_then(|file| files::read_if_there(file).ok().flatten());
    let bundled = BUNDLED
        .iter()
        .find(|(of, _)| *of == name)
        .map(|(_, content)| (*content).to_owned());
    own.or(bundled).map(|content| parse(&content))
}
