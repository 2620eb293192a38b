//! Words become lines: broken at spaces and behind hyphens, never inside the symbol of a document.

use unicode_segmentation::UnicodeSegmentation;

use super::letters::width;
use crate::papers::symbol;
use crate::papers::typeface::Face;

/// The widths and letters that a paragraph is broken by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measure {
    /// The face of its letters.
    pub(crate) face: Face,
    /// Their size in points.
    pub(crate) size: u16,
    /// The room of its first line, in twips.
    pub(crate) first: f64,
    /// The room of the lines under it.
    pub(crate) rest: f64,
}

/// A line of a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// Its letters.
    pub(crate) text: String,
    /// How wide they are, in twips.
    pub(crate) width: f64,
    pub(crate) spaces: u32,
    /// Whether it ends the paragraph or a line that the writer ended.
    pub(crate) is_last: bool,
}

/// Returns the lines of a paragraph; without words it is one empty line.
pub(crate) fn lines(text: &str, measure: Measure) -> Vec<Line> {
    let mut filler = Filler {
        measure,
        space: width(" ", measure.face, measure.size),
        lines: Vec::new(),
        line: Line::default(),
    };
    for broken_by_hand in text.split('\n') {
        let mut spaces = 0;
        for word in broken_by_hand.split(' ') {
            for part in parts(word) {
                filler.add(std::mem::take(&mut spaces), part);
            }
            spaces += 1;
        }
        if !filler.line.text.is_empty() {
            filler.close(true);
        }
    }
    if filler.lines.is_empty() {
        filler.close(true);
    }
    filler.lines
}

/// Returns a text broken by hand into lines as even as they can be, without becoming more than they are.
pub(crate) fn balanced(text: &str, measure: Measure) -> String {
    let full = lines(text, measure);
    if full.len() < 2 || text.contains('\n') {
        return text.to_owned();
    }
    let narrow = |room: f64| Measure {
        first: room,
        rest: room,
        ..measure
    };
    let words = text.split(' ');
    let widest = words.map(|word| width(word, measure.face, measure.size));
    // A word is not broken for the sake of evenness, and a quarter of a point is even enough.
    let (mut low, mut high) = (widest.fold(0.0, f64::max), measure.first.min(measure.rest));
    let mut best = full.clone();
    while low + 5.0 < high {
        let room = f64::midpoint(low, high);
        let broken = lines(text, narrow(room));
        if broken.len() > full.len() {
            low = room;
        } else {
            high = room;
            best = broken;
        }
    }
    let texts: Vec<String> = best.into_iter().map(|line| line.text).collect();
    texts.join("\n")
}

/// Returns a word in the parts that a line may end with: each but the last ends with a hyphen.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    let mut cuts = cuts(word).into_iter();
    let mut done = 0;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let cut = cuts.next().map_or(rest.len(), |cut| cut - done);
        let (part, behind) = rest.split_at(cut);
        rest = behind;
        done += cut;
        Some(part)
    })
}

/// Returns the places behind the hyphens of a word that are not inside a symbol.
fn cuts(word: &str) -> Vec<usize> {
    if !word.contains('-') {
        return Vec::new();
    }
    let inside: Vec<usize> = symbol::hyphens(word).collect();
    let mut before = ' ';
    let mut cuts = Vec::new();
    let mut letters = word.char_indices().peekable();
    while let Some((byte, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        let is_between = before.is_alphanumeric() && next.is_alphanumeric();
        if letter == '-' && is_between && inside.binary_search(&byte).is_err() {
            cuts.push(byte + 1);
        }
        before = letter;
    }
    cuts
}

/// Fills line after line, each as full as it can be.
struct Filler {
    measure: Measure,
    space: f64,
    lines: Vec<Line>,
    line: Line,
}

impl Filler {
    fn add(&mut self, spaces: u32, word: &str) {
        let wide = width(word, self.measure.face, self.measure.size);
        let gap = f64::from(spaces) * self.space;
        if !self.line.text.is_empty() {
            if self.line.width + gap + wide <= self.room() {
                self.line.text.extend((0..spaces).map(|_| ' '));
                self.line.spaces += spaces;
                self.append(word, gap + wide);
                return;
            }
            self.close(false);
        }
        if wide <= self.room() {
            self.append(word, wide);
        } else {
            self.add_letters(word);
        }
    }

    /// A word longer than a line is broken between its letters; each line has one at least.
    fn add_letters(&mut self, word: &str) {
        for letter in word.graphemes(true) {
            let wide = width(letter, self.measure.face, self.measure.size);
            if !self.line.text.is_empty() && self.line.width + wide > self.room() {
                self.close(false);
            }
            self.append(letter, wide);
        }
    }

    fn append(&mut self, text: &str, wide: f64) {
        self.line.text.push_str(text);
        self.line.width += wide;
    }

    fn close(&mut self, is_last: bool) {
        let line = std::mem::take(&mut self.line);
        self.lines.push(Line { is_last, ..line });
    }

    fn room(&self) -> f64 {
        if self.lines.is_empty() {
            self.measure.first
        } else {
            self.measure.rest
        }
    }
}
