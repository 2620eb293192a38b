//! Text as glyphs; a letter that the face lacks is an empty box, from which the letter can still be copied.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::papers::profile::Style;
use crate::papers::typeface::{Face, Glyph};
use crate::text::clean::composed_text;

/// The box for a letter that the face lacks.
const BOX: char = '□';

/// Returns the text for a style: composed, without invisible characters, in capitals where the style asks for them.
pub(super) fn set(text: &str, style: Style) -> String {
    composed_text(&style.cased(text))
}

/// Returns the glyphs of a text, each with the bytes that it stands for.
pub(super) fn glyphs(text: &str, face: Face) -> Vec<(Glyph, Range<usize>)> {
    let mut glyphs = Vec::with_capacity(text.len());
    each(text, face, |glyph, range| glyphs.push((glyph, range)));
    glyphs
}

/// Returns how wide a text is at a size in points, in twips.
pub(super) fn width(text: &str, face: Face, size: u16) -> f64 {
    let mut units = 0;
    each(text, face, |glyph, _| units += u32::from(glyph.advance));
    twips(units, face, size)
}

/// Returns a length in units of a face as twips.
pub(super) fn twips(units: impl Into<f64>, face: Face, size: u16) -> f64 {
    units.into() * f64::from(size) * 20.0 / f64::from(face.metrics().units_per_em)
}

fn each(text: &str, face: Face, mut take: impl FnMut(Glyph, Range<usize>)) {
    if text.chars().all(|letter| face.has(letter)) {
        for (start, letter) in text.char_indices() {
            if let Some(glyph) = face.glyph(letter) {
                take(glyph, start..start + letter.len_utf8());
            }
        }
    } else {
        for (start, cluster) in text.grapheme_indices(true) {
            each_of(cluster, start, face, &mut take);
        }
    }
}

/// A part of a cluster that the face lacks is one box: a picture with its colour, the marks on a letter.
fn each_of(cluster: &str, start: usize, face: Face, take: &mut impl FnMut(Glyph, Range<usize>)) {
    let known = |letter: &(usize, char)| face.has(letter.1);
    let mut end = start;
    for (at, letter) in cluster.char_indices().take_while(known) {
        end = start + at + letter.len_utf8();
        if let Some(glyph) = face.glyph(letter) {
            take(glyph, start + at..end);
        }
    }
    let whole = start + cluster.len();
    if let Some(glyph) = face.glyph(BOX).filter(|_| end < whole) {
        take(glyph, end..whole);
    }
}
