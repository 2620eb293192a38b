//! Text measured in the columns of a terminal: its width, cut with `…`, padded, wrapped.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns the columns that the text takes on one line.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Returns the text if it fits into the columns, or else as much of it as fits before a `…`.
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    if columns == 0 {
        return Cow::Borrowed("");
    }
    let mut beginning = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += UnicodeWidthStr::width(grapheme);
        if used >= columns {
            break;
        }
        beginning.push_str(grapheme);
    }
    Cow::Owned(format!("{}…", beginning.trim_end()))
}

/// Returns the text if it fits, or else its beginning and its end around a `…`: titles often differ at the end only.
pub fn cut_middle(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let end = columns / 2;
    let mut used = 0;
    let tail_start = text
        .grapheme_indices(true)
        .rev()
        .take_while(|(_, grapheme)| {
            used += UnicodeWidthStr::width(*grapheme);
            used <= end
        })
        .last()
        .map_or(text.len(), |(byte, _)| byte);
    let tail = text.get(tail_start..).unwrap_or_default().trim_start();
    let head = cut(text, columns.saturating_sub(width(tail)));
    Cow::Owned(format!("{head}{tail}"))
}

/// Returns the text cut to the columns and filled with spaces on its right.
pub fn pad(text: &str, columns: usize) -> String {
    let cut = cut(text, columns);
    let gap = columns.saturating_sub(width(&cut));
    format!("{cut}{}", " ".repeat(gap))
}

/// Returns the text in the middle of the columns.
pub fn centre(text: &str, columns: usize) -> String {
    let cut = cut(text, columns);
    let left = columns.saturating_sub(width(&cut)) / 2;
    format!("{}{cut}", " ".repeat(left))
}

/// Returns the lines of the text broken at spaces so that none is wider than the columns;
/// a word wider than a line is broken where the line ends.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    text.split('\n')
        .flat_map(|line| wrap_line(line, columns))
        .collect()
}

/// Returns the lines of the text, at most this number; where one is left out, the last ends with `…`.
pub fn cut_rows(text: &str, columns: usize, most: usize) -> Vec<String> {
    let mut lines = wrap(text, columns);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = going_on(last, columns);
        }
    }
    lines
}

/// Returns a line, cut where that is needed, with the `…` that says that something behind it is left out.
pub fn going_on(line: &str, columns: usize) -> String {
    let room = columns.saturating_sub(1);
    format!(
        "{}…",
        cut(line.trim_end(), room).trim_end_matches(['…', ' '])
    )
}

fn wrap_line(line: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    let mut used = 0;
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        for piece in pieces(word, columns) {
            let wide = width(&piece);
            if used > 0 && used + 1 + wide > columns {
                lines.push(std::mem::take(&mut current));
                used = 0;
            }
            if used > 0 {
                current.push(' ');
                used += 1;
            }
            current.push_str(&piece);
            used += wide;
        }
    }
    lines.push(current);
    lines
}

/// Returns the rows of a text that is being typed, as ranges of bytes: every letter and every space is in one of them,
/// and a caret at the end of the text has a column in the last.
///
/// A row is no wider than the columns, but for the space at which it breaks.
pub fn rows(text: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let mut rows = Vec::new();
    let (mut start, mut end, mut used) = (0, 0, 0);
    for word in text.split_inclusive(' ') {
        let letters = word.trim_end_matches(' ');
        if used > 0 && used + width(letters) > columns {
            rows.push(start..end);
            (start, used) = (end, 0);
        }
        for piece in pieces(letters, columns) {
            if used > 0 && used + width(&piece) > columns {
                rows.push(start..end);
                (start, used) = (end, 0);
            }
            used += width(&piece);
            end += piece.len();
        }
        let space = word.len() - letters.len();
        (used, end) = (used + space, end + space);
    }
    rows.push(start..end);
    if used > columns {
        rows.push(end..end);
    }
    rows
}

/// Returns the word, or its parts no wider than the columns.
fn pieces(word: &str, columns: usize) -> Vec<Cow<'_, str>> {
    if width(word) <= columns {
        return vec![Cow::Borrowed(word)];
    }
    let mut parts = vec![String::new()];
    let mut used = 0;
    for grapheme in word.graphemes(true) {
        let wide = UnicodeWidthStr::width(grapheme);
        if used + wide > columns {
            parts.push(String::new());
            used = 0;
        }
        used += wide;
        if let Some(part) = parts.last_mut() {
            part.push_str(grapheme);
        }
    }
    parts.into_iter().map(Cow::Owned).collect()
}
