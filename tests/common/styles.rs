//! The styles of a screen, written so that a reader of a picture sees colour, selection and bold.

use std::iter::once;

use giaoban::tui::theme::Styles;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};

/// What a cell is drawn with.
type Look = (Color, Color, Modifier);

/// What most of a screen is drawn with; the runs leave it out.
const PLAIN: &str = "text";

/// The names of the styles of a theme.
struct Names {
    /// Where two styles look the same, the first names both.
    roles: Vec<(&'static str, Look)>,
}

impl Names {
    fn of(styles: &Styles) -> Self {
        let roles = [
            (PLAIN, styles.text),
            ("muted", styles.muted),
            ("heading", styles.heading),
            ("running", styles.running),
            ("good", styles.good),
            ("warn", styles.warn),
            ("bad", styles.bad),
            ("selected", styles.selected),
            ("bar", styles.bar),
            ("bar_key", styles.bar_key),
            ("counter", styles.counter),
            ("matched", styles.matched),
            ("frame", styles.frame),
        ];
        Self {
            roles: roles.map(|(name, style)| (name, look(style))).to_vec(),
        }
    }

    /// Returns the role with this look, or what the look is put together from: `good on selected +BOLD`.
    fn name(&self, look: Look) -> String {
        let find = |is_it: &dyn Fn(&Look) -> bool| {
            let mut roles = self.roles.iter();
            roles.find(|(_, role)| is_it(role))
        };
        if let Some((name, _)) = find(&|role| *role == look) {
            return (*name).to_owned();
        }
        let (text, ground, letters) = look;
        if let Some((name, role)) = find(&|role| role.0 == text && role.1 == ground) {
            return named((*name).to_owned(), changes(role.2, letters));
        }
        let of = |found: Option<&(&str, Look)>, colour: Color| {
            found.map_or_else(|| colour.to_string(), |(name, _)| (*name).to_owned())
        };
        let text = of(find(&|role| role.0 == text), text);
        let ground = of(find(&|role| role.1 == ground), ground);
        let more = changes(Modifier::empty(), letters);
        named(format!("{text} on {ground}"), more)
    }
}

/// Returns a name with what its letters have more or less.
fn named(name: String, letters: Vec<String>) -> String {
    once(name).chain(letters).collect::<Vec<_>>().join(" ")
}

/// Returns what letters have over those of a role, and what they lack.
fn changes(role: Modifier, letters: Modifier) -> Vec<String> {
    let named = |sign: char, letters: Modifier| {
        let names = letters.iter_names();
        names
            .map(move |(name, _)| format!("{sign}{name}"))
            .collect::<Vec<_>>()
    };
    [named('+', letters - role), named('-', role - letters)].concat()
}

fn look(style: Style) -> Look {
    (
        style.fg.unwrap_or_default(),
        style.bg.unwrap_or_default(),
        style.add_modifier,
    )
}

/// Returns what each role looks like, a line each.
pub fn looks(styles: &Styles) -> String {
    let roles = Names::of(styles).roles;
    let lines = roles.iter().map(|(name, (text, ground, letters))| {
        let letters = changes(Modifier::empty(), *letters).join(" ");
        format!("{name}: {text} on {ground} {letters}")
            .trim_end()
            .to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns the runs of style of a screen: a line for each row that has any, with the columns of each run and the role
/// it is drawn in. Rows and columns are counted from 1; neighbouring rows with the same runs stand in one line.
pub fn runs(buffer: &Buffer, styles: &Styles) -> String {
    let names = Names::of(styles);
    let rows = buffer.content.chunks(usize::from(buffer.area.width));
    let rows = rows.map(|row| row_runs(row, &names, look(styles.text).1));
    let mut lines: Vec<(usize, usize, String)> = Vec::new();
    for (row, runs) in (1..).zip(rows).filter(|(_, runs)| !runs.is_empty()) {
        match lines.last_mut() {
            Some((_, last, same)) if *last + 1 == row && *same == runs => *last = row,
            _ => lines.push((row, row, runs)),
        }
    }
    let lines = lines.iter().map(|(first, last, runs)| {
        let rows = span(*first, *last);
        format!("{rows:>5}: {runs}\n")
    });
    lines.collect()
}

/// Returns the runs of a row: `1-80 bar, 5-9 bar_key`.
fn row_runs(row: &[Cell], names: &Names, ground: Color) -> String {
    let shows_in_a_blank = Modifier::UNDERLINED | Modifier::REVERSED;
    let is_seen = |cell: &Cell| {
        cell.symbol() != " " || cell.bg != ground || cell.modifier.intersects(shows_in_a_blank)
    };
    // A blank on the ground has no look: it neither begins a run nor ends one.
    let seen = (1..).zip(row).filter(|(_, cell)| is_seen(cell));
    let mut runs: Vec<(usize, usize, Look)> = Vec::new();
    for (column, cell) in seen {
        let look = (cell.fg, cell.bg, cell.modifier);
        match runs.last_mut() {
            Some((_, last, before)) if *before == look => *last = column,
            _ => runs.push((column, column, look)),
        }
    }
    let runs = runs
        .iter()
        .map(|(first, last, look)| (first, last, names.name(*look)));
    let runs = runs.filter(|(_, _, name)| name != PLAIN);
    let runs = runs.map(|(first, last, name)| format!("{} {name}", span(*first, *last)));
    runs.collect::<Vec<_>>().join(", ")
}

fn span(first: usize, last: usize) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    }
}
