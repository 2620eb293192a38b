//! A follow-up table that came back, row by row: reports, rows without a change, and rows left out with the reason.

use std::collections::BTreeSet;

use crate::app::import::{Accent, Frame, Line, of_formulas};
use crate::app::view::View;
use crate::meeting::actions::import::{self, ProgressImport, ProgressLine, Verdict};
use crate::meeting::change::Transaction;

/// Returns the texts around the rows of the preview.
pub(crate) fn frame(
    import: &ProgressImport,
    left_out: &BTreeSet<usize>,
    file: &str,
    view: &View,
) -> Frame {
    let words = view.words;
    let [reports, same, left] = import.tally(left_out);
    let unread =
        (!import.unread.is_empty()).then(|| words.progress_unread(&import.unread.join(", ")));
    Frame {
        title: words.progress_title(file),
        foot: words.progress_foot(),
        head: words.progress_tally(reports, same, left),
        note: unread.or_else(|| of_formulas(import.formulas, view)),
    }
}

/// Returns the reports of the rows, but for those that are left out.
pub(crate) fn take(
    import: &ProgressImport,
    left_out: &BTreeSet<usize>,
    view: &View,
) -> Transaction {
    let [reports, _, _] = import.tally(left_out);
    let changes = import::changes(import, left_out, view.now, view.ids);
    Transaction::new(view.words.told_progress(reports), changes)
}

/// Returns the number of a row, and whether it is a report that can be left out.
pub(crate) fn in_doubt(import: &ProgressImport, place: usize) -> Option<(usize, bool)> {
    let line = import.lines.get(place)?;
    Some((line.line, matches!(line.verdict, Verdict::Changed(..))))
}

pub(crate) fn line(line: &ProgressLine, left_out: &BTreeSet<usize>, view: &View) -> Line {
    let words = view.words;
    let (verdict, accent, details) = match &line.verdict {
        Verdict::Changed(_, _, differences) => {
            let details = words.progress_differences(differences);
            if left_out.contains(&line.line) {
                (words.progress_left_out(), Accent::Muted, details)
            } else {
                (words.progress_report(), Accent::Good, details)
            }
        }
        Verdict::Same => (words.import_same(), Accent::Muted, String::new()),
        Verdict::Problem(problem) => ("!", Accent::Bad, words.progress_problem(problem)),
    };
    Line {
        number: line.line,
        name: format!("{} {}", line.code, line.unit),
        verdict,
        accent,
        details,
    }
}
