//! Codes in a line. That of an issue, wherever it stands in an answer or in an action, is understood; at the beginning, at the
//! end or in brackets it leaves the text, inside a sentence it stays. That of an action stays.

use std::borrow::Cow;

use super::deadline::first_words;
use super::{Capture, LineProblem, Sort};
use crate::meeting::code::Brings;
use crate::meeting::{actions, issues};

/// Marks that end a clause or a sentence.
const MARKS: [char; 4] = [',', ';', ':', '.'];

/// Pairs of marks that may stand around a code, both of which go with it.
const AROUND: [(char, char); 4] = [('(', ')'), ('[', ']'), ('«', '»'), ('“', '”')];

/// Says whether a line of this sort names the issue that it answers or resolves.
pub(super) fn names_issue(sort: Sort) -> bool {
    match sort {
        Sort::Note(kind) => kind.row().brings == Brings::Answer,
        Sort::Action => true,
        Sort::Plain | Sort::Conclusion => false,
    }
}

/// Reads a word as the code of an issue and says whether it was one; another
/// code, and the same one again, stays in the text.
pub(super) fn take(capture: &mut Capture, token: &str) -> bool {
    let Some((number, mark)) = read(token) else {
        return false;
    };
    match capture.issue {
        None => {
            let text = capture.text.trim_end_matches([' ', '→']).len();
            capture.text.truncate(text);
            (capture.issue, capture.issue_at) = (Some(number), text);
            let word = token.trim_end_matches(MARKS);
            capture.is_bracketed = AROUND.iter().any(|(open, _)| word.starts_with(*open));
        }
        // Only the one that links is taken out.
        Some(first) if first == number => return false,
        Some(first) => {
            let problem = LineProblem::SecondIssue(first, number);
            if !capture.problems.contains(&problem) {
                capture.problems.push(problem);
            }
            return false;
        }
    }
    // The mark behind the code belongs to the words before it.
    if !capture.text.is_empty() && !mark.is_empty() {
        let text = capture.text.trim_end_matches(MARKS).len();
        capture.text.truncate(text);
        capture.text.push_str(mark);
    }
    true
}

/// Takes away the comma that led to a code at the end of the line, and puts one back that stood inside a sentence: «Theo
/// VM-002, gửi báo cáo» would be none without it.
pub(super) fn close(capture: &mut Capture) {
    let (head, tail) = capture
        .text
        .split_at_checked(capture.issue_at)
        .unwrap_or_default();
    let is_inside = !head.is_empty() && tail.contains(char::is_alphanumeric);
    if let Some(number) = capture.issue.filter(|_| is_inside && !capture.is_bracketed) {
        capture.text = capture.with_code_put_back(&issues::code(number));
        return;
    }
    if capture.issue.is_some() && capture.issue_at >= capture.text.len() {
        let text = capture.text.trim_end_matches([',', ';', ':', ' ']).len();
        capture.text.truncate(text);
    }
}

/// Returns the code that a text begins with and the bytes that it takes, where blanks part it: `VM 005`; otherwise its first
/// word.
pub(super) fn first_code(text: &str) -> (Cow<'_, str>, usize) {
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_series = first.chars().filter(|c| c.is_alphabetic()).count() == 2
        && !first.contains(|c: char| c.is_ascii_digit());
    let joined = [2, 3].into_iter().filter(|_| is_series).find_map(|count| {
        let piece = first_words(text, count)?;
        let code: String = piece.split_whitespace().collect();
        let is_code = read(&code).is_some() || action(&code).is_some();
        is_code.then_some((Cow::Owned(code), piece.len()))
    });
    joined.unwrap_or((Cow::Borrowed(first), first.len()))
}

/// Reads a word as the code of an action.
fn action(word: &str) -> Option<i64> {
    actions::number(bare(word.trim_end_matches(MARKS)))
}

/// Says whether a text has the code of this issue inside a sentence, where it links and stays.
pub(super) fn holds(text: &str, number: i64) -> bool {
    let line = reread(Capture::of(Sort::Action, text));
    line.issue == Some(number) && line.text == text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the line, with the code in its words understood where one of its sort can name an issue.
#[must_use]
pub(crate) fn with_code_read(line: Capture) -> Capture {
    if line.issue.is_some() || !names_issue(line.sort) {
        return line;
    }
    reread(line)
}

/// Reads the code in the words of a line.
fn reread(mut line: Capture) -> Capture {
    let text = std::mem::take(&mut line.text);
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (code, mut used) = first_code(rest);
        if !take(&mut line, &code) {
            let word = rest.split_whitespace().next().unwrap_or_default();
            used = word.len();
            line.keep(word);
        }
        rest = rest.get(used..).unwrap_or_default().trim_start();
    }
    if line.issue.is_none() {
        line.text = text;
    }
    close(&mut line);
    line
}

/// Returns the numbers of the actions whose codes stand in a text, each once. The codes stay text: what was said of an action
/// is said of it by its code.
pub(crate) fn actions_in(text: &str) -> Vec<i64> {
    let mut numbers = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (code, used) = first_code(rest);
        if let Some(number) = action(&code).filter(|number| !numbers.contains(number)) {
            numbers.push(number);
        }
        rest = rest.get(used..).unwrap_or_default().trim_start();
    }
    numbers
}

/// Reads a word as the code of an issue, in brackets or not, with the mark behind it.
fn read(token: &str) -> Option<(i64, &str)> {
    let word = token.trim_end_matches(MARKS);
    let mark = token.get(word.len()..).unwrap_or_default();
    Some((issues::number(bare(word))?, mark))
}

/// Returns a code without the brackets around it and the signs before it.
fn bare(word: &str) -> &str {
    let inner = AROUND.iter().find_map(|(open, close)| {
        let inner = word.strip_prefix(*open)?.strip_suffix(*close)?;
        Some(inner)
    });
    inner.unwrap_or(word).trim_start_matches(['#', '→'])
}
