//! A chapter as lines that are no wider than the screen gives room for.

use std::sync::{Arc, Mutex};

use crate::text::width::{pad, width, wrap};

/// A line of a chapter on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    Heading(String),
    /// Anything else; empty between paragraphs.
    Text(String),
}

/// The widest that the first column of a table becomes.
const FIRST_COLUMN: usize = 24;

/// A chapter as it was laid out for a width.
struct LaidOut {
    markdown: &'static str,
    columns: usize,
    lines: Arc<Vec<Line>>,
}

/// The last one, so that a key that only scrolls lays nothing out.
static LAST: Mutex<Option<LaidOut>> = Mutex::new(None);

/// Returns the lines of a chapter, laid out when it is first asked for at this width.
pub(crate) fn lines(markdown: &'static str, columns: usize) -> Arc<Vec<Line>> {
    let Ok(mut last) = LAST.lock() else {
        return Arc::new(lay_out(markdown, columns));
    };
    let is_same =
        |last: &&LaidOut| std::ptr::eq(last.markdown, markdown) && last.columns == columns;
    if let Some(same) = last.as_ref().filter(is_same) {
        return Arc::clone(&same.lines);
    }
    let lines = Arc::new(lay_out(markdown, columns));
    *last = Some(LaidOut {
        markdown,
        columns,
        lines: Arc::clone(&lines),
    });
    lines
}

/// Lays a chapter out: paragraphs and items are wrapped, a row of a table becomes its first cell and the others
/// behind it, marks of Markdown are left out, and what stands between fences stays as it is.
fn lay_out(markdown: &str, columns: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rest: Vec<&str> = markdown.lines().collect();
    while let Some(first) = rest.first().copied() {
        let length = block_length(&rest);
        let block: Vec<&str> = rest.drain(..length).collect();
        if first.starts_with("```") {
            let inside = block.iter().filter(|line| !line.starts_with("```"));
            lines.extend(inside.map(|line| Line::Text(format!("  {line}"))));
        } else if first.starts_with('|') {
            lines.extend(table(&block, columns));
        } else if first.starts_with('#') {
            let title = plain(first.trim_start_matches('#').trim());
            lines.extend(wrap(&title, columns).into_iter().map(Line::Heading));
        } else {
            lines.extend(paragraph(&block.join(" "), columns));
        }
    }
    lines
}

/// Returns how many lines belong together with the first one.
fn block_length(lines: &[&str]) -> usize {
    let Some(first) = lines.first() else {
        return 0;
    };
    let rest = lines.get(1..).unwrap_or_default();
    let more = if first.starts_with("```") {
        let end = rest.iter().position(|line| line.starts_with("```"));
        end.map_or(rest.len(), |end| end + 1)
    } else if first.starts_with('|') {
        rest.iter().take_while(|line| line.starts_with('|')).count()
    } else if first.trim().is_empty() || first.starts_with('#') {
        0
    } else {
        rest.iter().take_while(|line| goes_on(line)).count()
    };
    more + 1
}

/// Says whether a line goes on with the paragraph or item above it.
fn goes_on(line: &str) -> bool {
    let begins = line.starts_with(['|', '#']) || line.starts_with("```");
    !line.trim().is_empty() && !begins && mark(line).is_empty()
}

/// Returns the mark of an item at the beginning of a line, with the spaces around it.
fn mark(line: &str) -> &str {
    let text = line.trim_start();
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = text
        .strip_prefix("- ")
        .or_else(|| text.strip_prefix("* "))
        .or_else(|| digits.strip_prefix(". ").filter(|_| digits != text));
    let length = line.len() - behind.map_or(line.len(), str::len);
    line.get(..length).unwrap_or_default()
}

/// Returns a paragraph or an item, its further lines under the beginning of its text.
fn paragraph(text: &str, columns: usize) -> Vec<Line> {
    let mark = mark(text);
    let text = plain(text.get(mark.len()..).unwrap_or_default().trim());
    let lead = mark.replace('*', "-");
    let room = columns.saturating_sub(lead.len()).max(1);
    let indent = " ".repeat(lead.len());
    let lines = wrap(&text, room).into_iter().enumerate();
    lines
        .map(|(at, line)| {
            let before = if at == 0 { &lead } else { &indent };
            Line::Text(format!("{before}{line}").trim_end().to_owned())
        })
        .collect()
}

/// Returns a table: the first cell of a row, and the others behind it.
fn table(rows: &[&str], columns: usize) -> Vec<Line> {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| cells(row))
        .filter(|cells| {
            !cells
                .iter()
                .all(|cell| cell.trim_matches(['-', ':']).is_empty())
        })
        .collect();
    let firsts = rows.iter().filter_map(|cells| cells.first());
    let widest = firsts.map(|cell| width(cell)).max().unwrap_or_default();
    let first = widest.min(FIRST_COLUMN).min(columns / 3);
    let mut lines = Vec::new();
    for row in &rows {
        let Some((name, others)) = row.split_first() else {
            continue;
        };
        let others: Vec<&str> = others
            .iter()
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
            .collect();
        let mut left = wrap(name, first.max(1)).into_iter();
        let mut right = wrap(&others.join(" · "), columns.saturating_sub(first + 2)).into_iter();
        loop {
            let (name, what) = (left.next(), right.next());
            if name.is_none() && what.is_none() {
                break;
            }
            let name = pad(&name.unwrap_or_default(), first);
            let line = format!("{name}  {}", what.unwrap_or_default());
            lines.push(Line::Text(line.trim_end().to_owned()));
        }
    }
    lines
}

fn cells(row: &str) -> Vec<String> {
    row.trim()
        .trim_matches('|')
        .split('|')
        .map(|cell| plain(cell.trim()))
        .collect()
}

/// Returns a text without the marks of Markdown; between backticks everything stays as it is.
fn plain(text: &str) -> String {
    text.split('`')
        .enumerate()
        .map(|(at, part)| {
            if at % 2 == 1 {
                part.to_owned()
            } else {
                without_links(&part.replace('*', ""))
            }
        })
        .collect()
}

/// Returns a text with the words of its links in the place of the links.
fn without_links(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        shown.push_str(before);
        if let Some((words, target)) = link.split_once("](")
            && let Some((_, after)) = target.split_once(')')
        {
            shown.push_str(words);
            rest = after;
        } else {
            shown.push('[');
            rest = link;
        }
    }
    shown.push_str(rest);
    shown
}
