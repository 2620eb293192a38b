//! A follow-up table that came back, row by row: reports, questions, rows without a change, and rows left out with the
//! reason; each is settled and mended here.

use serde::{Deserialize, Serialize};

use crate::app::actions::forms;
use crate::app::effect::Effect;
use crate::app::form::{FormPurpose, FormSpec};
use crate::app::import::{Accent, Frame, Line, Preview, notes};
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::view::{Imported, View};
use crate::meeting::actions::import::{
    self, ProgressImport, ProgressLine, Settled, Settlements, Verdict,
};
use crate::meeting::actions::report::{self, Report};
use crate::meeting::change::Transaction;
use crate::meeting::rows::Assignment;
use crate::store::Failure;
use crate::words::Words;

/// Returns the texts around the rows of the preview; of several files that of the selected row is named.
pub(crate) fn frame(import: &ProgressImport, preview: &Preview, view: &View) -> Frame {
    let words = view.words;
    let [reports, asked, same, left] = import.tally(&preview.reports);
    let selected = import.lines.get(preview.selected);
    let file = selected.and_then(|line| line.file.as_deref());
    let file = file.map(|file| words.import_file(file));
    let rest = notes(
        &import.origin,
        &import.unread,
        import.hidden,
        import.formulas,
        view,
    );
    Frame {
        title: words.progress_title(&preview.name()),
        foot: words.progress_foot(),
        head: words.progress_tally(reports, asked, same, left),
        notes: file.into_iter().chain(rest).collect(),
    }
}

/// Returns the reports of the rows as they are settled.
pub(crate) fn take(import: &ProgressImport, settled: &Settlements, view: &View) -> Transaction {
    let [reports, asked, _, _] = import.tally(settled);
    let changes = import::changes(import, settled, view.now, view.ids);
    let label = match asked {
        0 => view.words.told_progress(reports),
        _ => view.words.told_progress_but(reports, asked),
    };
    Transaction::new(label, changes)
}

/// Returns the next way to take a row: a question goes through what it may be, then is left out, then is a question
/// again; a report is left out and taken again.
pub(crate) fn otherwise(
    line: &ProgressLine,
    settled: Option<&Settled>,
    words: Words,
) -> Result<Option<Settled>, &'static str> {
    match (&line.verdict, settled) {
        (Verdict::Changed(..), Some(Settled::Out)) => Ok(None),
        (Verdict::Changed(..), _) => Ok(Some(Settled::Out)),
        (Verdict::Asked(question), _) => {
            let next = match settled {
                None => Some(0),
                Some(Settled::Taken(place)) => Some(place + 1),
                Some(Settled::Out | Settled::Mended(_)) => None,
            };
            Ok(match next {
                Some(place) if place < question.readings.len() => Some(Settled::Taken(place)),
                Some(0) => return Err(words.why_only_mended()),
                Some(_) => Some(Settled::Out),
                None => None,
            })
        }
        (Verdict::Same | Verdict::Problem(_), _) => Err(words.why_not_a_report()),
    }
}

/// Returns what is understood of a row, to be completed, as it is settled.
pub(crate) fn draft(line: &ProgressLine, settled: Option<&Settled>) -> Option<Report> {
    match (&line.verdict, settled) {
        (Verdict::Same | Verdict::Problem(_), _) => None,
        (Verdict::Asked(question), Some(Settled::Taken(place))) => question
            .readings
            .get(*place)
            .map(|reading| reading.report.clone()),
        (Verdict::Asked(question), Some(Settled::Out) | None) => Some(question.draft.clone()),
        (_, Some(Settled::Mended(report))) | (Verdict::Changed(_, report, _), _) => {
            Some(report.clone())
        }
    }
}

/// The form in which a row is completed or mended; the preview waits behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MendForm(pub(crate) Box<Preview>);

impl Kept for MendForm {
    const NAME: &'static str = "MendRow";
}

impl FormPurpose for MendForm {
    fn spec(&self, view: &View) -> FormSpec {
        let preview = self.0.clone();
        let place = preview.selected;
        let line = line_of(&preview, view);
        let of = line.map_or_else(String::new, |line| format!("{} {}", line.code, line.unit));
        let title = view
            .words
            .form_mend_row(line.map_or(0, |line| line.line), &of);
        let draft = line.and_then(|line| draft(line, preview.reports.get(&place)));
        forms::report_fields_with(&title, draft.as_ref(), view).then(move |filled, view| {
            let report = forms::read_report(filled, view)?;
            let line = filled.found(line_of(&preview, view))?;
            let part = filled.found(part_of(line))?;
            // What the book would refuse is refused here, where it can be mended.
            if let Err(why) = report::report(part, None, &report, view.moment()) {
                return Err(filled.refuse(view.words.report_refusal(why, &line.unit)));
            }
            Ok(vec![Effect::Close, Effect::MendRow(place, report)])
        })
    }

    fn ask(&self, _: &mut Questions) -> Result<(), Failure> {
        Ok(())
    }
}

/// Returns the selected row of a preview.
fn line_of<'a>(preview: &Preview, view: &View<'a>) -> Option<&'a ProgressLine> {
    match preview.import(view)? {
        Imported::Progress(import) => import.lines.get(preview.selected),
        Imported::Roster(..) => None,
    }
}

/// Returns the part that a row is about, where it can be mended.
fn part_of(line: &ProgressLine) -> Option<&Assignment> {
    match &line.verdict {
        Verdict::Changed(part, _, _) => Some(part),
        Verdict::Asked(question) => Some(&question.part),
        Verdict::Same | Verdict::Problem(_) => None,
    }
}

pub(crate) fn line(line: &ProgressLine, settled: Option<&Settled>, view: &View) -> Line {
    let words = view.words;
    let (verdict, accent, mut details) = told(line, settled, words);
    if let Some(asked) = &line.asks {
        details = format!("{details} · {}", words.progress_asks(asked));
    }
    Line {
        number: line.line,
        name: format!("{} {}", line.code, line.unit),
        verdict,
        accent,
        details,
    }
}

fn told(
    line: &ProgressLine,
    settled: Option<&Settled>,
    words: Words,
) -> (&'static str, Accent, String) {
    let mended = |report: &Report| {
        let state = words.assignment_state(report.state);
        (words.progress_mended(), Accent::Good, state.to_owned())
    };
    match (&line.verdict, settled) {
        (Verdict::Changed(..) | Verdict::Asked(_), Some(Settled::Mended(report))) => mended(report),
        (Verdict::Changed(_, _, differences), Some(Settled::Out)) => (
            words.progress_left_out(),
            Accent::Muted,
            words.progress_differences(differences),
        ),
        (Verdict::Changed(_, _, differences), _) => (
            words.progress_report(),
            Accent::Good,
            words.progress_differences(differences),
        ),
        (Verdict::Asked(question), Some(Settled::Taken(place))) => {
            let reading = question.readings.get(*place);
            let differences = reading.map(|reading| reading.differences.as_slice());
            (
                words.progress_report(),
                Accent::Good,
                words.progress_differences(differences.unwrap_or_default()),
            )
        }
        (Verdict::Asked(question), Some(Settled::Out)) => (
            words.progress_left_out(),
            Accent::Muted,
            words.progress_problem(&question.why),
        ),
        (Verdict::Asked(question), None) => (
            words.progress_asked(),
            Accent::Warn,
            words.progress_problem(&question.why),
        ),
        (Verdict::Same, _) => (words.import_same(), Accent::Muted, String::new()),
        (Verdict::Problem(problem), _) => ("!", Accent::Bad, words.progress_problem(problem)),
    }
}
