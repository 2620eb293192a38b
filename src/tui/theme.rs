//! Colours by what they mean: a theme names a dozen, one function turns them into every style.

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use crate::meeting::code::Meaning;

/// The colours of a theme, by what they mean.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Text.
    pub text: Shade,
    /// What text stands on.
    pub ground: Shade,
    /// Text that explains or is past.
    pub muted: Shade,
    /// Headings, the running item, the caret's sign.
    pub accent: Shade,
    /// What is well: present, done.
    pub good: Shade,
    /// What wants a look: late, due.
    pub warn: Shade,
    /// What is wrong: absent, overdue.
    pub bad: Shade,
    /// Text of the selected line.
    pub selected_text: Shade,
    /// What the selected line stands on.
    pub selected_ground: Shade,
    /// Text of the title and of the bar.
    pub bar_text: Shade,
    /// What the title and the bar stand on.
    pub bar_ground: Shade,
}

/// A colour as a theme file writes it: `#rrggbb`, a name such as `light-red`, or `default`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Shade(pub Color);

impl TryFrom<String> for Shade {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        if written == "default" {
            return Ok(Self(Color::Reset));
        }
        written
            .parse()
            .map(Self)
            .map_err(|_| format!("«{written}» (#rrggbb)"))
    }
}

/// Every style that something is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Styles {
    /// Text.
    pub text: Style,
    /// Text that explains or is past.
    pub muted: Style,
    /// A heading.
    pub heading: Style,
    /// What is going on.
    pub running: Style,
    /// What is well.
    pub good: Style,
    /// What wants a look.
    pub warn: Style,
    /// What is wrong.
    pub bad: Style,
    /// The selected line.
    pub selected: Style,
    /// The title line and the bar.
    pub bar: Style,
    /// A key in the bar.
    pub bar_key: Style,
    /// Big counters.
    pub counter: Style,
    /// What a search matched.
    pub matched: Style,
    /// The frame of a dialog.
    pub frame: Style,
}

impl Theme {
    /// Returns the styles of the theme.
    pub fn styles(&self) -> Styles {
        let on = |shade: Shade| Style::new().fg(shade.0).bg(self.ground.0);
        let bar = Style::new().fg(self.bar_text.0).bg(self.bar_ground.0);
        let bold = Modifier::BOLD;
        Styles {
            text: on(self.text),
            muted: on(self.muted),
            heading: on(self.accent).add_modifier(bold),
            running: on(self.accent).add_modifier(bold),
            good: on(self.good),
            warn: on(self.warn).add_modifier(bold),
            bad: on(self.bad).add_modifier(bold),
            selected: Style::new()
                .fg(self.selected_text.0)
                .bg(self.selected_ground.0),
            bar,
            bar_key: bar.add_modifier(bold),
            counter: on(self.text).add_modifier(bold),
            matched: on(self.accent).add_modifier(bold | Modifier::UNDERLINED),
            frame: on(self.accent),
        }
    }
}

impl Styles {
    /// Returns the style of what a colour means.
    pub fn of(&self, meaning: Meaning) -> Style {
        match meaning {
            Meaning::Text => self.text,
            Meaning::Muted => self.muted,
            Meaning::Running => self.running,
            Meaning::Good => self.good,
            Meaning::Warn => self.warn,
        }
    }

    /// Returns styles that tell everything without a colour, as `NO_COLOR` asks.
    pub fn without_colour() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let reversed = plain.add_modifier(Modifier::REVERSED);
        Self {
            text: plain,
            muted: plain,
            heading: bold,
            running: bold,
            good: plain,
            warn: bold,
            bad: bold.add_modifier(Modifier::UNDERLINED),
            selected: reversed,
            bar: reversed,
            bar_key: reversed.add_modifier(Modifier::BOLD),
            counter: bold,
            matched: bold.add_modifier(Modifier::UNDERLINED),
            frame: plain,
        }
    }
}

/// Returns a style in the letters of a paper: bold, italic, underlined.
pub fn lettered(style: Style, bold: bool, italic: bool, underline: bool) -> Style {
    let letters = [
        (bold, Modifier::BOLD),
        (italic, Modifier::ITALIC),
        (underline, Modifier::UNDERLINED),
    ];
    let wanted = letters.into_iter().filter(|(is_wanted, _)| *is_wanted);
    wanted.fold(style, |style, (_, letter)| style.add_modifier(letter))
}

/// The themes that come with the program, by the names of their files; the first is taken unless another is chosen.
pub const BUNDLED: &[(&str, &str)] = &[
    ("toi", include_str!("../../themes/toi.toml")),
    ("sang", include_str!("../../themes/sang.toml")),
    ("may-chieu", include_str!("../../themes/may-chieu.toml")),
    ("16-mau", include_str!("../../themes/16-mau.toml")),
];

/// What is wrong with a theme or configuration file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong.
    pub why: String,
}

/// Reads a TOML file of a type, or says where it is wrong.
pub fn parse<T: for<'de> Deserialize<'de>>(content: &str) -> Result<T, Mistake> {
    toml::from_str(content).map_err(|error| {
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
