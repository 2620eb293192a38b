//! The tasks of the notice: the conclusions one by one, under each its actions in words.

use crate::meeting::actions;
use crate::meeting::conclusions;
use crate::meeting::rows::{Action, Conclusion};
use crate::papers::assignments::{concluded, first_due, given, helpers, leaders, leads};
use crate::papers::blanks::blank;
use crate::papers::brief::Brief;
use crate::papers::document::{Block, Piece, Source};
use crate::papers::gaps::Gap;
use crate::papers::sentences::{inward, itemised, known, open_ended};
use crate::papers::units::in_short;
use crate::text::dates::count;
use crate::text::same::is_same;

/// Units that a line names one by one; for more it has their number, and the annex has the names.
const NAMED: usize = 5;

/// Section II: the tasks, those of a conclusion under it, the others behind the conclusions.
pub(super) fn tasks(brief: &Brief) -> Vec<Piece> {
    let (dossier, say) = (brief.dossier, &brief.phrases.notice);
    let mut pieces = vec![Block::Section(say.tasks()).into()];
    let all = conclusions::in_order(dossier);
    let others: Vec<&Action> = given(brief)
        .into_iter()
        .filter(|action| concluded(brief, action).is_none())
        .collect();
    if all.is_empty() {
        pieces.push(Block::Paragraph(blank(&Gap::NoConclusion)).into());
    } else {
        let lead = say.tasks_lead(&brief.units(), &dossier.issuer.full_name);
        pieces.push(Piece::from(Block::Paragraph(lead)).worded("notice", "tasks_lead"));
    }
    let last = all.len();
    for (number, conclusion) in (1..).zip(all) {
        let is_last = number == last;
        let text = Block::Numbered(itemised(&conclusion.text, is_last));
        pieces.push(text.of(Source::Conclusion(conclusion.id)));
        pieces.extend(carried_out_by(brief, conclusion, is_last));
    }
    if !others.is_empty() {
        let lead = if last == 0 {
            say.tasks_given()
        } else {
            say.other_tasks()
        };
        pieces.push(Block::Paragraph(lead).into());
        pieces.extend(lines(brief, &others, "", true));
    }
    pieces
}

/// The actions that carry out a conclusion, a line each.
fn carried_out_by(brief: &Brief, conclusion: &Conclusion, is_last: bool) -> Vec<Piece> {
    let mut of_it = given(brief);
    of_it.retain(|action| action.conclusion == Some(conclusion.id));
    lines(brief, &of_it, &conclusion.text, is_last)
}

/// Actions as the lines of a list; only the last line of all ends with a full stop.
fn lines(brief: &Brief, actions: &[&Action], above: &str, is_last: bool) -> Vec<Piece> {
    let last = actions.len();
    (1..)
        .zip(actions)
        .map(|(number, action)| {
            let is_last = is_last && number == last;
            let line = Block::Item(itemised(&assigned(brief, action, above), is_last));
            line.of(Source::Action(action.id))
        })
        .collect()
}

/// Returns what is to be done with its code, who does it, until when, and what comes of it. Words that stand above the line
/// already are not said twice.
fn assigned(brief: &Brief, action: &Action, above: &str) -> String {
    let say = &brief.phrases.notice;
    let is_known = action.deadline.is_some() || known(action.deadline_words.as_deref()).is_some();
    let deadline = is_known.then(|| first_due(brief, action));
    let product = action.deliverable.as_deref().map(open_ended);
    let product = product.filter(|product| !product.is_empty());
    let text = open_ended(&action.text);
    let code = actions::code(action.number);
    let text = if is_same(text, open_ended(above)) {
        say.task_again(&code)
    } else {
        say.task(text, &code)
    };
    let lead = inward(&say.task_lead(&lead_units(brief, action)));
    let helpers = helpers(brief, action);
    let helpers = Some(helpers).filter(|helpers| !helpers.is_empty());
    let parts = [
        Some(text),
        Some(lead),
        helpers.map(|units| say.task_support(&units)),
        deadline.map(|day| say.task_deadline(&day)),
        product.map(|product| say.task_product(product)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Returns the units that owe an action as its table names them; of many that have no short name, their number.
fn lead_units(brief: &Brief, action: &Action) -> String {
    let leaders = leaders(brief, action);
    if leaders.len() > NAMED && in_short(&leaders, brief).is_none() {
        let n = actions::units(brief.dossier, action.id).len();
        return brief.phrases.notice.task_units(&count(n));
    }
    leads(brief, action)
}
