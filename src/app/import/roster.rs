//! A file against a roster, line by line: new units, changed ones, unchanged ones, and lines left out with the reason.

use std::collections::BTreeSet;

use crate::app::choice::Choice;
use crate::app::effect::Effect;
use crate::app::import::{Accent, Frame, Line, notes};
use crate::app::roll_call::choices::RollCallChoice;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::roster::day_in;
use crate::meeting::roster::edit::Editing;
use crate::meeting::roster::fill;
use crate::meeting::roster::import::{self, Import, ImportLine, Problem, Verdict};
use crate::meeting::rows::Roster;

/// Returns the texts around the lines of the preview.
pub(crate) fn frame(import: &Import, as_new: &BTreeSet<usize>, file: &str, view: &View) -> Frame {
    let words = view.words;
    let [new, changed, same, left_out] = import.with_new(as_new).tally();
    Frame {
        title: words.import_title(file),
        foot: words.import_foot(),
        head: words.import_tally(new, changed, same, left_out),
        notes: notes(
            &import.origin,
            &import.unread,
            import.hidden,
            import.formulas,
            view,
        ),
    }
}

/// Returns the changes of the file to its roster, unless that is gone.
pub(crate) fn take(
    roster: Id<Roster>,
    import: &Import,
    as_new: &BTreeSet<usize>,
    view: &View,
) -> Option<Transaction> {
    let rosters = view.shelf.rosters.as_ref()?;
    let mut all = rosters.summons.iter();
    let summons = all.find(|summons| summons.roster.id == roster)?;
    let import = import.with_new(as_new);
    let editing = Editing {
        rosters,
        today: day_in(&summons.roster, view.today()),
        ids: view.ids,
    };
    let changes = import::changes(&import, summons, editing);
    let [new, other, _, _] = import.tally();
    Some(Transaction::new(
        view.words.told_imported(new, other),
        changes,
    ))
}

/// Returns the question whether the open meeting, unless it is signed, takes the names that it lacks and the changes bring.
/// The seats of a planned meeting follow the roster by themselves.
pub(crate) fn offered(taken: &Transaction, view: &View) -> Option<Effect> {
    let rosters = view.shelf.rosters.as_ref()?;
    let dossier = view.dossier?.after(&taken.changes);
    let names = fill::empty_names(&dossier, rosters, &taken.changes);
    let choice = Choice::new(RollCallChoice::FillNames);
    (!names.is_empty()).then_some(Effect::Choose(choice))
}

/// Returns the number of a line, and whether it resembles a unit without being one.
pub(crate) fn in_doubt(import: &Import, place: usize) -> Option<(usize, bool)> {
    let line = import.lines.get(place)?;
    let resembles = matches!(line.verdict, Verdict::Problem(Problem::Resembles(_)));
    Some((line.line, resembles))
}

/// Returns a line; one that resembles a known unit may be a new one all the same.
pub(crate) fn line(line: &ImportLine, as_new: &BTreeSet<usize>, view: &View) -> Line {
    let words = view.words;
    let resembles = matches!(line.verdict, Verdict::Problem(Problem::Resembles(_)));
    let verdict = if resembles && as_new.contains(&line.line) {
        &Verdict::New
    } else {
        &line.verdict
    };
    let (sign, accent) = match verdict {
        Verdict::New => (words.import_new(), Accent::Good),
        Verdict::Changed(_) => (words.import_changed(), Accent::Running),
        Verdict::Same => (words.import_same(), Accent::Muted),
        Verdict::Problem(Problem::Resembles(_)) => ("?", Accent::Warn),
        Verdict::Problem(_) => ("!", Accent::Bad),
    };
    Line {
        number: line.line,
        name: line.entry.name.clone(),
        verdict: sign,
        accent,
        details: details(line, verdict, view),
    }
}

/// Returns the details of a line besides its verdict.
fn details(line: &ImportLine, verdict: &Verdict, view: &View) -> String {
    let words = view.words;
    match verdict {
        Verdict::Same => String::new(),
        Verdict::New => {
            let names = [&line.entry.secretary.name, &line.entry.deputy.name];
            names
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
                .join(" · ")
        }
        Verdict::Changed(differences) => {
            let sentences = differences.iter().map(|(column, old, new)| {
                let column = words.import_column(*column);
                if old.is_empty() {
                    format!("{column}: {new}")
                } else {
                    format!("{column}: {old} → {new}")
                }
            });
            sentences.collect::<Vec<_>>().join("; ")
        }
        Verdict::Problem(problem) => words.import_problem(problem),
    }
}
