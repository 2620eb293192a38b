//! The run log of an item, and its correction: every instant can be set right afterwards.

use chrono::TimeDelta;

use super::{ItemRun, lasted};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Moment};
use crate::meeting::dossier::Dossier;
use crate::meeting::floor;
use crate::meeting::rows::{AgendaItem, Speech};
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
    let opening = opening(dossier, item, &spans);
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
    // Without as many times as before, none of them is known to be the same as one before.
    let is_same_number = runs.len() == spans.len();
    let same = runs.iter().zip(&spans).filter(|_| is_same_number);
    let turns = same.flat_map(|(run, span)| turns_with(dossier, run, *span));
    let turns: Vec<Change> = turns.collect();
    let ended = if is_over {
        let over = spans.iter().filter_map(|span| span.ended).max();
        floor::end(&dossier.after(&turns), over.unwrap_or(moment.now))
    } else {
        Vec::new()
    };
    let changes = corrected.chain(gone).chain(new).chain(turns);
    Ok(changes.chain(ended).chain(opening).collect())
}

/// Returns the changes that let the turns follow a run that is corrected, where they began or ended with it.
fn turns_with(dossier: &Dossier, run: &ItemRun, span: Span) -> Vec<Change> {
    let turns = dossier.speeches.iter();
    let of_item = turns.filter(|turn| turn.item == Some(run.item) && turn.began.is_some());
    let followed = of_item.filter_map(|turn| {
        let began = if turn.began == Some(run.began) {
            Some(span.began)
        } else {
            turn.began
        };
        let ended = if turn.ended.is_some() && turn.ended == run.ended {
            span.ended.or(turn.ended)
        } else {
            turn.ended
        };
        let is_changed = (began, ended) != (turn.began, turn.ended);
        let can_be = ended.is_none_or(|ended| began.is_some_and(|began| began < ended));
        let change = |turn: &mut Speech| (turn.began, turn.ended) = (began, ended);
        (is_changed && can_be).then(|| Change::edit(turn, change))
    });
    followed.collect()
}

/// Returns the change that lets the opening of the meeting follow its first item, if it began with that.
fn opening(dossier: &Dossier, item: Id<AgendaItem>, spans: &[Span]) -> Option<Change> {
    let meeting = &dossier.meeting;
    let first = dossier.runs.iter().map(|run| run.began).min();
    let opened = meeting.opened.filter(|opened| Some(*opened) == first)?;
    let others = dossier.runs.iter().filter(|run| run.item != item);
    let begins = others.map(|run| run.began);
    let begins = begins.chain(spans.iter().map(|span| span.began)).min()?;
    (begins != opened).then(|| Change::edit(meeting, |meeting| meeting.opened = Some(begins)))
}

/// Returns the changes that cut the runs of other items so that these can be the times of an item: one that goes on into
/// them ends where they begin, one that begins in them begins where they end. None where that is not enough, or where the
/// items would have run in another order than they did.
pub fn make_room(
    dossier: &Dossier,
    item: Id<AgendaItem>,
    spans: &[Span],
    now: Instant,
) -> Option<Vec<Change>> {
    let others = dossier.runs.iter().filter(|run| run.item != item);
    let others = others.filter(|run| lasted(run, now) > TimeDelta::zero());
    let own = runs_of(dossier, item);
    let mut changes = Vec::new();
    for run in others {
        let (began, ended) = (run.began, run.ended.unwrap_or(now));
        let end = |span: &Span| span.ended.unwrap_or(now);
        let mut in_way = spans
            .iter()
            .enumerate()
            .filter(|(_, span)| span.began < ended && began < end(span));
        let Some((place, span)) = in_way.next() else {
            continue;
        };
        // Which of the two ran first is known where the item has as many times as before.
        let before = own.get(place).filter(|_| own.len() == spans.len());
        let ran_first = before.map(|own| (run.began, run.id) < (own.began, own.id));
        let is_trimmed = began < span.began && ended <= end(span) && ran_first != Some(false);
        let is_later = began >= span.began && ended > end(span) && ran_first != Some(true);
        if in_way.next().is_some() || !(is_trimmed || is_later) {
            return None;
        }
        let cut = if is_trimmed {
            Span {
                began,
                ended: Some(span.began),
            }
        } else {
            Span {
                began: end(span),
                ended: run.ended,
            }
        };
        changes.push(Change::edit(run, |run| {
            (run.began, run.ended) = (cut.began, cut.ended);
        }));
        changes.extend(turns_with(dossier, run, cut));
    }
    Some(changes)
}

/// Says whether an item did not run at a time, although it ran at others.
pub fn is_outside(dossier: &Dossier, item: Id<AgendaItem>, at: Instant) -> bool {
    let runs = runs_of(dossier, item);
    let covers = |run: &&ItemRun| run.began <= at && run.ended.is_none_or(|ended| at <= ended);
    !runs.is_empty() && !runs.iter().any(covers)
}

/// Returns the time nearest to another at which an item ran.
pub fn nearest(dossier: &Dossier, item: Id<AgendaItem>, at: Instant) -> Option<Instant> {
    let runs = runs_of(dossier, item).into_iter();
    let within = runs.map(|run| {
        let at = at.max(run.began);
        run.ended.map_or(at, |ended| at.min(ended))
    });
    within.min_by_key(|near| (*near - at).abs())
}

/// Says whether a time that somebody sets lies outside the meeting, and the one before did not lie there too.
pub fn leaves_meeting(dossier: &Dossier, before: Option<Instant>, at: Instant) -> bool {
    let meeting = &dossier.meeting;
    let is_early = |at: Instant| meeting.opened.is_some_and(|opened| at < opened);
    let is_late = |at: Instant| meeting.closed.is_some_and(|closed| at > closed);
    (is_early(at) && !before.is_some_and(is_early)) || (is_late(at) && !before.is_some_and(is_late))
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
