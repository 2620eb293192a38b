//! The run log of an item, and its correction: every instant can be set right afterwards.

use chrono::TimeDelta;

use super::{ItemRun, lasted};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Moment};
use crate::meeting::dossier::Dossier;
use crate::meeting::floor;
use crate::meeting::rows::AgendaItem;
use crate::text::dates::Instant;

/// A time during which an item ran; without its end it is still running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// When it began.
    pub began: Instant,
    /// When it ended.
    pub ended: Option<Instant>,
}

/// Why a run log cannot be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunRefusal {
    /// It ends before it begins.
    EndsBeforeBegins(Span),
    /// It has not come yet.
    InFuture(Instant),
    /// Another item ran at that time.
    Overlaps(Span, String),
    /// Only the last time of the item that is running can be without an end.
    NoEnd(Instant),
}

/// Returns the times during which an item ran, the earliest first.
pub fn runs_of(dossier: &Dossier, item: Id<AgendaItem>) -> Vec<&ItemRun> {
    let mut runs: Vec<&ItemRun> = dossier.runs.iter().filter(|run| run.item == item).collect();
    runs.sort_by_key(|run| (run.began, run.id));
    runs
}

/// Returns the changes that make these the times during which an item ran, or why they cannot be.
pub fn set_runs(
    dossier: &Dossier,
    item: Id<AgendaItem>,
    spans: &[Span],
    moment: Moment,
) -> Result<Vec<Change>, RunRefusal> {
    let mut spans = spans.to_vec();
    spans.sort_by_key(|span| span.began);
    check(dossier, item, &spans, moment.now)?;
    let runs = runs_of(dossier, item);
    let corrected = runs.iter().zip(&spans).map(|(run, span)| {
        Change::edit(*run, |run| {
            (run.began, run.ended) = (span.began, span.ended);
        })
    });
    let gone = runs
        .iter()
        .skip(spans.len())
        .map(|run| Change::delete(*run));
    let new = spans.iter().skip(runs.len()).map(|span| {
        Change::insert(ItemRun {
            id: moment.ids.next(),
            meeting: dossier.meeting.id,
            item,
            began: span.began,
            ended: span.ended,
        })
    });
    // Whoever speaks under an item that is over has spoken.
    let is_over =
        runs.iter().any(|run| run.ended.is_none()) && spans.iter().all(|span| span.ended.is_some());
    let turn = if is_over {
        floor::end(dossier, moment.now)
    } else {
        Vec::new()
    };
    Ok(corrected.chain(gone).chain(new).chain(turn).collect())
}

fn check(
    dossier: &Dossier,
    item: Id<AgendaItem>,
    spans: &[Span],
    now: Instant,
) -> Result<(), RunRefusal> {
    let is_running = runs_of(dossier, item).iter().any(|run| run.ended.is_none());
    for (place, span) in (1..).zip(spans) {
        let is_last = place == spans.len();
        match span.ended {
            Some(ended) if ended < span.began => return Err(RunRefusal::EndsBeforeBegins(*span)),
            None if !(is_last && is_running) => return Err(RunRefusal::NoEnd(span.began)),
            Some(_) | None => {}
        }
        let future = [Some(span.began), span.ended].into_iter().flatten().max();
        if let Some(at) = future.filter(|at| *at > now) {
            return Err(RunRefusal::InFuture(at));
        }
        // Instants are kept to the second, so runs that touch do not overlap.
        let end = |ended: Option<Instant>| ended.unwrap_or(now);
        let others = dossier.runs.iter().filter(|run| run.item != item);
        let mut others = others.filter(|run| lasted(run, now) > TimeDelta::zero());
        let clash = others.find(|run| run.began < end(span.ended) && span.began < end(run.ended));
        let again = spans
            .get(place)
            .is_some_and(|next| next.began < end(span.ended));
        let of = clash.map_or(item, |run| run.item);
        if clash.is_some() || again {
            let title = dossier.items.get(of).map(|item| item.title.clone());
            return Err(RunRefusal::Overlaps(*span, title.unwrap_or_default()));
        }
    }
    Ok(())
}
