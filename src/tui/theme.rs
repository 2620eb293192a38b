//! Every style that something is drawn with, made from the colours of a theme.

use ratatui::style::{Color, Modifier, Style};

pub(crate) use crate::app::theme::{Shade, Theme};
use crate::meeting::code::Meaning;

/// Every style that something is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Styles {
    /// Text.
    pub text: Style,
    /// Text that explains or is past.
    pub muted: Style,
    /// A heading.
    pub heading: Style,
    /// A running item or turn.
    pub running: Style,
    /// A good state.
    pub good: Style,
    /// A warning.
    pub warn: Style,
    /// An error or a bad state.
    pub bad: Style,
    /// The selected line.
    pub selected: Style,
    /// The title line and the bar.
    pub bar: Style,
    /// A key in the bar.
    pub bar_key: Style,
    /// Big counters.
    pub counter: Style,
    /// A match of a search.
    pub matched: Style,
    /// The frame of a dialog.
    pub frame: Style,
}

impl Styles {
    /// Returns the style of the selection where it is, or else the plain one.
    pub(crate) fn under(&self, is_selected: bool, plain: Style) -> Style {
        if is_selected { self.selected } else { plain }
    }

    /// Returns the styles of the theme.
    pub fn of(theme: &Theme) -> Self {
        let on = |shade: Shade| Style::new().fg(colour(shade)).bg(colour(theme.ground));
        let bar = Style::new()
            .fg(colour(theme.bar_text))
            .bg(colour(theme.bar_ground));
        let bold = Modifier::BOLD;
        Self {
            text: on(theme.text),
            muted: on(theme.muted),
            heading: on(theme.accent).add_modifier(bold),
            running: on(theme.accent).add_modifier(bold),
            good: on(theme.good),
            warn: on(theme.warn).add_modifier(bold),
            bad: on(theme.bad).add_modifier(bold),
            selected: Style::new()
                .fg(colour(theme.selected_text))
                .bg(colour(theme.selected_ground)),
            bar,
            bar_key: bar.add_modifier(bold),
            counter: on(theme.text).add_modifier(bold),
            matched: on(theme.accent).add_modifier(bold | Modifier::UNDERLINED),
            frame: on(theme.accent),
        }
    }

    /// Returns the style of a colour's meaning.
    pub(crate) fn meaning(&self, meaning: Meaning) -> Style {
        match meaning {
            Meaning::Text => self.text,
            Meaning::Muted => self.muted,
            Meaning::Good => self.good,
            Meaning::Warn => self.warn,
        }
    }

    /// Returns the styles of a theme, or those without a colour.
    pub fn worn(theme: Option<&Theme>) -> Self {
        theme.map_or_else(Self::without_colour, Self::of)
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
pub(crate) fn lettered(style: Style, bold: bool, italic: bool, underline: bool) -> Style {
    let letters = [
        (bold, Modifier::BOLD),
        (italic, Modifier::ITALIC),
        (underline, Modifier::UNDERLINED),
    ];
    let wanted = letters.into_iter().filter(|(is_wanted, _)| *is_wanted);
    wanted.fold(style, |style, (_, letter)| style.add_modifier(letter))
}

/// Returns the colour of the terminal; the first 16 keep the names that a terminal's own palette answers to.
pub fn colour(shade: Shade) -> Color {
    match shade {
        Shade::Default => Color::Reset,
        Shade::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
        Shade::Indexed(0) => Color::Black,
        Shade::Indexed(1) => Color::Red,
        Shade::Indexed(2) => Color::Green,
        Shade::Indexed(3) => Color::Yellow,
        Shade::Indexed(4) => Color::Blue,
        Shade::Indexed(5) => Color::Magenta,
        Shade::Indexed(6) => Color::Cyan,
        Shade::Indexed(7) => Color::Gray,
        Shade::Indexed(8) => Color::DarkGray,
        Shade::Indexed(9) => Color::LightRed,
        Shade::Indexed(10) => Color::LightGreen,
        Shade::Indexed(11) => Color::LightYellow,
        Shade::Indexed(12) => Color::LightBlue,
        Shade::Indexed(13) => Color::LightMagenta,
        Shade::Indexed(14) => Color::LightCyan,
        Shade::Indexed(15) => Color::White,
        Shade::Indexed(index) => Color::Indexed(index),
    }
}
