//! The tasks of the notice: the conclusions one by one, each with the units and deadlines of its actions.

use crate::meeting::actions;
use crate::meeting::conclusions;
use crate::meeting::rows::{Action, Conclusion};
use crate::papers::assignments::{first_due, leaders, leads};
use crate::papers::blanks::blank;
use crate::papers::brief::Brief;
use crate::papers::document::{Block, Piece, Source};
use crate::papers::gaps::Gap;
use crate::papers::sentences::{itemised, open_ended};
use crate::papers::units::in_short;
use crate::text::dates::count;

/// Units that a line names one by one; for more it has their number, and the annex has the names.
const NAMED: usize = 5;

/// Section II: the tasks.
pub(super) fn tasks(brief: &Brief) -> Vec<Piece> {
    let (dossier, say) = (brief.dossier, &brief.phrases.notice);
    let mut pieces = vec![Block::Section(say.tasks()).into()];
    let all = conclusions::in_order(dossier);
    if all.is_empty() {
        pieces.push(Block::Paragraph(blank(&Gap::NoConclusion)).into());
        return pieces;
    }
    let lead = say.tasks_lead(&brief.units(), &dossier.issuer.full_name);
    pieces.push(Block::Paragraph(lead).into());
    let last = all.len();
    for (number, conclusion) in (1..).zip(all) {
        let is_last = number == last;
        let text = Block::Numbered(itemised(&conclusion.text, is_last));
        pieces.push(text.of(Source::Conclusion(conclusion.id)));
        pieces.extend(carried_out_by(brief, conclusion, is_last));
    }
    pieces
}

/// The actions that carry out a conclusion, a line each, as far as they are known.
fn carried_out_by(brief: &Brief, conclusion: &Conclusion, is_last: bool) -> Vec<Piece> {
    let all = brief.dossier.actions.iter();
    let of_it = all.filter(|action| action.conclusion == Some(conclusion.id));
    of_it
        .map(|action| {
            let line = Block::Item(itemised(&assigned(brief, action), is_last));
            line.of(Source::Action(action.id))
        })
        .collect()
}

/// Returns the units of an action, its deadline, and its deliverable.
fn assigned(brief: &Brief, action: &Action) -> String {
    let say = &brief.phrases.notice;
    let is_known = action.deadline.is_some() || action.deadline_words.is_some();
    let deadline = is_known.then(|| first_due(brief, action));
    let product = action.deliverable.as_deref().map(open_ended);
    let product = product.filter(|product| !product.is_empty());
    let parts = [
        Some(say.task_lead(&lead_units(brief, action))),
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
