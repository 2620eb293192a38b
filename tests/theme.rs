//! The themes that come with the program can be read, on a screen and across a hall.
use crate::common::styles::looks;
use giaoban::app::theme::{BUNDLED, Theme};
use giaoban::files::toml::parse;
use giaoban::tui::theme::{Styles, colour};
use insta::assert_snapshot;
use ratatui::style::Color;

/// WCAG 2: 4.5 for text, 7 where it says strong contrast.
fn least_contrast(name: &str) -> f64 {
    if name == "may-chieu" { 7.0 } else { 4.5 }
}

#[test]
fn every_bundled_theme_is_read() {
    assert!(BUNDLED.len() >= 4);
    for (name, content) in BUNDLED {
        assert!(parse::<Theme>(content).is_ok(), "{name}");
    }
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/themes")).unwrap();
    assert_eq!(
        folder.count(),
        BUNDLED.len(),
        "each file in themes/ comes with the program"
    );
}

#[test]
fn text_stands_out_from_its_ground() {
    for (name, content) in BUNDLED.iter().filter(|(name, _)| *name != "16-mau") {
        let theme: Theme = parse(content).unwrap();
        let on_ground = [
            theme.text,
            theme.muted,
            theme.accent,
            theme.good,
            theme.warn,
            theme.bad,
        ];
        let mut pairs: Vec<(Color, Color)> = on_ground
            .iter()
            .map(|shade| (colour(*shade), colour(theme.ground)))
            .collect();
        pairs.push((colour(theme.selected_text), colour(theme.selected_ground)));
        pairs.push((colour(theme.bar_text), colour(theme.bar_ground)));
        for (text, ground) in pairs {
            let ratio = contrast(text, ground);
            assert!(
                ratio >= least_contrast(name),
                "{name}: {text} on {ground} is {ratio:.2}"
            );
        }
    }
}

#[test]
fn the_sixteen_colours_are_the_terminals_own() {
    let (_, content) = BUNDLED.iter().find(|(name, _)| *name == "16-mau").unwrap();
    let theme: Theme = parse(content).unwrap();
    for shade in [
        theme.text,
        theme.ground,
        theme.accent,
        theme.good,
        theme.warn,
        theme.bad,
        theme.selected_ground,
    ] {
        assert!(
            !matches!(colour(shade), Color::Rgb(..) | Color::Indexed(_)),
            "{:?}",
            colour(shade)
        );
    }
}

fn look_of(theme: &str) -> String {
    format!("roles_{}", theme.replace('-', "_"))
}

/// Returns the names of the looks that are kept.
pub(crate) fn pictures() -> Vec<String> {
    let themes = BUNDLED.iter().map(|(name, _)| look_of(name));
    themes.chain([look_of("without-colour")]).collect()
}

/// The pictures of the screens name roles; what a role looks like stands here.
#[test]
fn each_role_has_its_look() {
    for (name, content) in BUNDLED {
        let theme: Theme = parse(content).unwrap();
        assert_snapshot!(look_of(name), looks(&Styles::of(&theme)));
    }
    assert_snapshot!(look_of("without-colour"), looks(&Styles::without_colour()));
}

#[test]
fn without_colour_there_is_none() {
    let plain = Styles::without_colour();
    for style in [
        plain.text,
        plain.muted,
        plain.good,
        plain.warn,
        plain.bad,
        plain.selected,
        plain.bar,
        plain.matched,
    ] {
        assert_eq!((style.fg, style.bg), (None, None));
    }
    assert_ne!(plain.selected, plain.text, "a selection is still seen");
    assert_ne!(plain.bad, plain.text, "what is wrong is still seen");
}

#[test]
fn a_mistake_is_told_by_line_and_column() {
    let broken = parse::<Theme>("text = \"#ffffff\"\nground = \"#12\"\n").unwrap_err();
    assert_eq!((broken.line, broken.column), (2, 10));
    assert!(broken.why.contains("#12"), "{}", broken.why);
    let unknown = parse::<Theme>("text = \"#ffffff\"\nshiny = \"red\"\n").unwrap_err();
    assert_eq!(unknown.line, 2);
}

fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: Color) -> f64 {
    let Color::Rgb(r, g, b) = color else {
        panic!("{color} is not an RGB colour");
    };
    let part = |value: u8| {
        let share = f64::from(value) / 255.0;
        if share <= 0.03928 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
}
