//! The parts of a page: runs of text, rules, and strips that are never cut; lengths are twips.

use std::rc::Rc;

use super::letters::{set, twips};
use super::lines::{Line, Measure, lines};
use super::parts::Part;
use crate::papers::profile::{self, Align, Style};
use crate::papers::typeface::Face;

/// A page as it is printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The paper, upright or turned, with its margins on the sides where they are.
    pub form: profile::Page,
    /// The number of the page, if it has one.
    pub number: Option<Run>,
    /// The text on it.
    pub runs: Vec<Run>,
    /// The rules on it.
    pub rules: Vec<Rule>,
    /// The places that the outline leads to.
    pub(crate) bookmarks: Vec<Bookmark>,
}

/// A run of text on one line, in one face.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// From the left edge of the paper.
    pub x: f64,
    /// From the upper edge of the paper to the line that the letters stand on.
    pub y: f64,
    /// How wide it is, with its spaces as they are drawn.
    pub width: f64,
    /// Its letters.
    pub text: String,
    /// Their face.
    pub face: Face,
    /// Their size, in points.
    pub size: u16,
    /// How much wider than usual each space is.
    pub stretch: f64,
    /// How many spaces at its beginning are not: those of a number or a hyphen before the text.
    pub stiff: u32,
    /// How it is turned about the point where it begins.
    pub turn: Turn,
    /// The part of the document that it belongs to; decoration belongs to none.
    pub(crate) part: Option<Part>,
}

/// How text is turned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// It is read from left to right.
    #[default]
    Upright,
    /// It is read downwards.
    Right,
    /// It is read upwards.
    Left,
}

/// A rule: a black rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// From the left edge of the paper.
    pub x: f64,
    /// From the upper edge of the paper.
    pub y: f64,
    /// How long it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
}

/// A place that the outline leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// How deep in the outline, from 0.
    pub(crate) level: usize,
    /// Its title in the outline.
    pub(crate) title: String,
    /// From the upper edge of the paper.
    pub(crate) y: f64,
}

/// A strip across the text that is never cut; places on it are measured from its upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Strip {
    /// Room above it, unless it begins a page.
    pub(super) before: f64,
    /// How high it is.
    pub(super) height: f64,
    /// The text on it.
    pub(super) runs: Vec<Run>,
    pub(super) rules: Vec<Rule>,
    /// Whether it stays on the page of the next strip.
    pub(super) is_bonded: bool,
    /// Where the outline leads to it.
    pub(super) bookmark: Option<Bookmark>,
    /// The rule that closes its table where a page ends below it, or opens it where the row goes on.
    pub(super) edge: Option<Rule>,
    /// Whether its row began on a strip above.
    pub(super) goes_on: bool,
    /// The head of the table, which is repeated above it at the top of a page.
    pub(super) head: Option<Rc<Self>>,
}

impl Strip {
    /// Returns a strip with nothing on it.
    pub(super) fn blank(height: f64) -> Self {
        Self {
            height,
            ..Self::default()
        }
    }

    /// Returns the strip as decoration, which says nothing that is not said elsewhere.
    pub(super) fn decoration(mut self) -> Self {
        for run in &mut self.runs {
            run.part = None;
        }
        self
    }

    /// Returns the text of the strip turned about its upper left corner.
    pub(super) fn turned(mut self, turn: Turn) -> Self {
        for run in &mut self.runs {
            (run.x, run.y) = match turn {
                Turn::Upright => (run.x, run.y),
                Turn::Right => (-run.y, run.x),
                Turn::Left => (run.y, -run.x),
            };
            run.turn = turn;
        }
        self
    }

    /// Adds the content of another strip to this one.
    pub(super) fn lay(&mut self, other: Self, x: f64, y: f64) {
        self.runs.extend(other.runs.into_iter().map(|run| Run {
            x: run.x + x,
            y: run.y + y,
            ..run
        }));
        self.rules.extend(other.rules.into_iter().map(|rule| Rule {
            x: rule.x + x,
            y: rule.y + y,
            ..rule
        }));
    }
}

/// Returns strips under one another as one strip, the room before each as a part of it.
pub(super) fn stacked(strips: impl IntoIterator<Item = Strip>) -> Strip {
    let mut whole = Strip::default();
    for strip in strips {
        let y = whole.height + strip.before;
        whole.height = y + strip.height;
        whole.lay(strip, 0.0, y);
    }
    whole
}

/// Returns columns of strips beside one another: as one strip, or line by line if that is higher than a page.
pub(super) fn beside(columns: Vec<(f64, Vec<Strip>)>, most: f64) -> Vec<Strip> {
    let height = |strips: &[Strip]| -> f64 { strips.iter().map(|s| s.before + s.height).sum() };
    let is_one = columns.iter().all(|(_, strips)| height(strips) <= most);
    if is_one {
        let cells = columns.into_iter().map(|(x, strips)| (x, stacked(strips)));
        return vec![abreast(cells)];
    }
    let lines = columns.iter().map(|(_, strips)| strips.len()).max();
    let mut columns: Vec<_> = columns
        .into_iter()
        .map(|(x, strips)| (x, strips.into_iter()))
        .collect();
    (0..lines.unwrap_or_default())
        .map(|_| {
            abreast(columns.iter_mut().filter_map(|(x, strips)| {
                let strip = strips.next()?;
                Some((*x, stacked([strip])))
            }))
        })
        .collect()
}

fn abreast(cells: impl IntoIterator<Item = (f64, Strip)>) -> Strip {
    let mut whole = Strip::default();
    for (x, cell) in cells {
        whole.height = whole.height.max(cell.height);
        whole.lay(cell, x, 0.0);
    }
    whole
}

/// Returns the height of a line: the fixed height of the style, or else the height of the letters.
pub(super) fn line_height(style: Style) -> f64 {
    if style.line > 0 {
        return f64::from(style.line) * 20.0;
    }
    let face = Face::of(style);
    let metrics = face.metrics();
    let units = metrics.ascent - metrics.descent + metrics.leading;
    twips(units, face, style.size)
}

/// Returns the distance from the upper edge of a line to its baseline; spare height is above the letters, for marks.
pub(super) fn baseline(style: Style) -> f64 {
    let face = Face::of(style);
    // The descent of a face is negative.
    line_height(style) + twips(face.metrics().descent, face, style.size)
}

/// Returns a paragraph of a style, a strip for each line; at least two lines stay together at either end of a page.
pub(super) fn paragraph(text: &str, style: Style, width: f64) -> Vec<Strip> {
    labelled(None, text, style, width)
}

/// Returns a paragraph behind its number or hyphen, whose distance from the text is always the same.
pub(super) fn labelled(label: Option<&str>, text: &str, style: Style, width: f64) -> Vec<Strip> {
    let whole = label.map_or_else(|| text.to_owned(), |label| format!("{label} {text}"));
    let stiff = label.map_or(0, |label| 1 + label.matches(' ').count());
    let stiff = u32::try_from(stiff).unwrap_or_default();
    let lines = lines(
        &set(&whole, style),
        Measure {
            face: Face::of(style),
            size: style.size,
            first: width - f64::from(style.first_line),
            rest: width,
        },
    );
    let count = lines.len();
    let mut strips = Vec::with_capacity(count);
    for (row, line) in lines.into_iter().enumerate() {
        let lead = match row {
            0 => Lead {
                indent: style.first_line.into(),
                stiff,
            },
            _ => Lead::default(),
        };
        let mut strip = line_strip(line, lead, style, width);
        strip.is_bonded = style.keep_next || row + 1 < count && (row == 0 || row + 2 == count);
        strips.push(strip);
    }
    if let Some(first) = strips.first_mut() {
        first.before = style.before.into();
    }
    if let Some(last) = strips.last_mut() {
        last.height += f64::from(style.after);
    }
    strips
}

/// How a line begins.
#[derive(Clone, Copy, Debug, Default)]
struct Lead {
    /// How far from the edge.
    indent: f64,
    /// How many of its first spaces keep their width.
    stiff: u32,
}

fn line_strip(line: Line, lead: Lead, style: Style, width: f64) -> Strip {
    let Lead { indent, stiff } = lead;
    let left = width - indent - line.width;
    let elastic = line.spaces.saturating_sub(stiff);
    let (x, stretch) = match style.align {
        Align::Centre => (indent + left / 2.0, 0.0),
        Align::Both if !line.is_last && elastic > 0 => (indent, left / f64::from(elastic)),
        Align::Both | Align::Left => (indent, 0.0),
    };
    let run = Run {
        x,
        y: baseline(style),
        width: line.width + stretch * f64::from(elastic),
        text: line.text,
        face: Face::of(style),
        size: style.size,
        stretch,
        stiff,
        turn: Turn::Upright,
        part: None,
    };
    let mut strip = Strip::blank(line_height(style));
    if !run.text.is_empty() {
        let underline = style.underline.then(|| underline(&run));
        strip.rules.extend(underline.flatten());
        strip.runs.push(run);
    }
    strip
}

/// The line under a text is where the face wants it, and as long as the text.
fn underline(run: &Run) -> Option<Rule> {
    let metrics = run.face.metrics().underline?;
    let length = |units: f32| twips(units.abs(), run.face, run.size);
    Some(Rule {
        x: run.x,
        y: run.y + length(metrics.offset),
        width: run.width,
        height: length(metrics.thickness),
    })
}
