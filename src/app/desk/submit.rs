//! What the filled forms of the desk become.

use chrono::TimeZone;

use crate::app::command::ScreenId;
use crate::app::desk::forms::{DeskForm, meeting_day, moment, span_shown};
use crate::app::effect::{Effect, Opening};
use crate::app::submit::{Refusal, done, need, number, open, optional};
use crate::app::view::View;
use crate::meeting::agenda::{self, Matter, RunRefusal, Span};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::{ItemKind, NoteKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry, EntryId, Placement};
use crate::meeting::roll_call::wards;
use crate::meeting::rows::{AgendaItem, Seat, Snippet, Speech};
use crate::meeting::{capture, floor};
use crate::text::dates::{DateProblem, Instant, parse_moment, time};
use crate::text::find::best;
use crate::text::fold::fold;
use crate::words::Words;

/// Minutes of an item of which nothing else was said.
const MINUTES: i64 = 10;

/// The field of an item's form that says when it ran.
const RAN: usize = 4;

/// Returns what a filled form of the desk asks of the program.
pub(crate) fn submit(
    form: DeskForm,
    values: &[String],
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    match form {
        DeskForm::Skip(id) => skip(id, values, open(view)?, view),
        DeskForm::Item(id) => revise(id, values, open(view)?, view),
        DeskForm::Insert(behind) => insert(behind, values, open(view)?, view),
        DeskForm::OutOfAgenda => take_up(values, open(view)?, view),
        DeskForm::HardEnd => hard_end(values, open(view)?, view),
        DeskForm::Place(id) => place(id, values, open(view)?, view),
        DeskForm::Line(id) => correct(id, values, open(view)?, view),
        DeskForm::Turn(id) => correct_turn(id, values, open(view)?, view),
        DeskForm::Snippet(id) => snippet(id, values, view),
    }
}

fn insert(
    behind: i64,
    values: &[String],
    dossier: &Dossier,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let matter = matter(values, view.words)?;
    let label = view.words.told_item_added(&matter.title);
    let (id, changes) = agenda::insert(dossier, matter, Some(behind), view.ids);
    Ok(back_to_agenda(label, changes, id, view))
}

fn take_up(values: &[String], dossier: &Dossier, view: &View) -> Result<Vec<Effect>, Refusal> {
    let matter = matter(values, view.words)?;
    let label = view.words.told_item_started(&matter.title);
    let changes = agenda::take_up(dossier, matter, view.now, view.ids);
    Ok(done(label, changes))
}

fn skip(
    id: Id<AgendaItem>,
    values: &[String],
    dossier: &Dossier,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let reason = need(values, 0, words.field_reason(), words)?;
    Ok(dossier.items.get(id).map_or_else(
        || vec![Effect::Close],
        |item| {
            done(
                words.told_item_skipped(&item.title),
                agenda::skip(dossier, item, &reason, view.now),
            )
        },
    ))
}

fn revise(
    id: Id<AgendaItem>,
    values: &[String],
    dossier: &Dossier,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let Some(item) = dossier.items.get(id) else {
        return Ok(vec![Effect::Close]);
    };
    let matter = matter(values, view.words)?;
    let label = view.words.told_item_revised(&matter.title);
    let ran = optional(values, RAN).unwrap_or_default();
    let spans = spans(&ran, dossier, view.words)?;
    let runs = agenda::set_runs(dossier, id, &spans, view.moment())
        .map_err(|why| refused(RAN, &run_refusal(&why, dossier, view.words)))?;
    let changes = agenda::revise(item, matter).into_iter().chain(runs);
    Ok(back_to_agenda(label, changes.collect(), id, view))
}

/// Reads title, kind, minutes and presenter of an item.
fn matter(values: &[String], words: Words) -> Result<Matter, Refusal> {
    let title = need(values, 0, words.field_item(), words)?;
    let kind = match optional(values, 1) {
        None => ItemKind::Other,
        Some(typed) => kind(&typed, words)?,
    };
    let minutes = match optional(values, 2) {
        None => MINUTES,
        Some(minutes) => number(&minutes, 2, words)?.min(24 * 60),
    };
    Ok(Matter {
        title,
        kind,
        minutes,
        presenter: optional(values, 3),
    })
}

/// Reads the kind of an item by its name or the beginning of it.
fn kind(typed: &str, words: Words) -> Result<ItemKind, Refusal> {
    let names: Vec<&str> = ItemKind::ALL
        .iter()
        .map(|kind| words.item_kind(*kind))
        .collect();
    let fits = best(typed, names.iter().copied()).into_iter();
    let fits: Vec<&ItemKind> = fits.filter_map(|place| ItemKind::ALL.get(place)).collect();
    match fits[..] {
        [kind] => Ok(*kind),
        _ => Err(refused(1, &words.why_not_a_kind(&names.join(", ")))),
    }
}

/// Reads when an item ran: `08:10 - 08:31:05; 08:50 -`.
fn spans(typed: &str, dossier: &Dossier, words: Words) -> Result<Vec<Span>, Refusal> {
    let pieces = typed.split(';').map(str::trim);
    pieces
        .filter(|piece| !piece.is_empty())
        .map(|piece| {
            let (began, ended) = piece
                .split_once(['-', '–'])
                .ok_or_else(|| refused(RAN, &words.why_not_a_span(piece)))?;
            Ok(Span {
                began: read_moment(began, RAN, dossier, words)?,
                ended: Some(ended.trim())
                    .filter(|ended| !ended.is_empty())
                    .map(|ended| read_moment(ended, RAN, dossier, words))
                    .transpose()?,
            })
        })
        .collect()
}

fn run_refusal(refusal: &RunRefusal, dossier: &Dossier, words: Words) -> String {
    let shown = |span: &Span| span_shown(span.began, span.ended, dossier);
    match refusal {
        RunRefusal::EndsBeforeBegins(span) => words.why_span_turned(&shown(span)),
        RunRefusal::InFuture(at) => words.why_in_future(&moment(*at, dossier)),
        RunRefusal::Overlaps(span, item) => words.why_overlaps(&shown(span), item),
        RunRefusal::NoEnd(at) => words.why_no_end(&moment(*at, dossier)),
    }
}

fn hard_end(values: &[String], dossier: &Dossier, view: &View) -> Result<Vec<Effect>, Refusal> {
    let typed = optional(values, 0);
    let at = typed
        .map(|typed| read_moment(&typed, 0, dossier, view.words))
        .transpose()?;
    let starts = dossier.meeting.opened.unwrap_or(dossier.meeting.starts);
    if let Some(at) = at.filter(|at| *at <= starts) {
        let why = view.words.why_ends_before_start(&time(at), &time(starts));
        return Err(refused(0, &why));
    }
    let label = match at {
        Some(at) => view.words.told_hard_end(&time(at)),
        None => view.words.told_no_hard_end().to_owned(),
    };
    let change = Change::edit(&dossier.meeting, |meeting| meeting.hard_end = at);
    Ok(done(label, vec![change]))
}

fn place(
    id: EntryId,
    values: &[String],
    dossier: &Dossier,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let Some(entry) = notes::entry(dossier, id) else {
        return Ok(vec![Effect::Close]);
    };
    let item = match optional(values, 0) {
        None => None,
        Some(typed) => {
            let wanted = number(&typed, 0, words)?;
            let items = agenda::items(dossier);
            let found = items.iter().find(|item| item.position == wanted);
            let missing = || refused(0, &words.why_no_item(wanted, items.len()));
            Some(found.ok_or_else(missing)?.id)
        }
    };
    let seat = match optional(values, 1) {
        None => None,
        Some(_) if !matches!(entry, Entry::Note(_)) => {
            return Err(refused(1, words.why_not_said()));
        }
        Some(typed) => Some(find_seat(&typed, dossier, words)?),
    };
    let typed = need(values, 2, words.field_moment(), words)?;
    let at = read_moment(&typed, 2, dossier, words)?;
    if at > view.now {
        return Err(refused(2, &words.why_in_future(&moment(at, dossier))));
    }
    let changes = notes::place(entry, Placement { at, item, seat }, dossier);
    let sort = notes::capture_of(dossier, entry).sort;
    let label = words.told_moved(words.sort(sort, NoteKind::Information));
    let mut effects = done(label, changes);
    effects.push(Effect::Select(id));
    Ok(effects)
}

fn find_seat(typed: &str, dossier: &Dossier, words: Words) -> Result<Id<Seat>, Refusal> {
    let called = wards(dossier);
    if let Some(seat) = dossier
        .seats
        .iter()
        .find(|seat| fold(&seat.name) == fold(typed))
    {
        return Ok(seat.id);
    }
    let fits = best(typed, called.iter().map(|seat| seat.name.as_str()));
    let fits: Vec<_> = fits.iter().filter_map(|place| called.get(*place)).collect();
    match fits[..] {
        [only] => Ok(only.id),
        [] => Err(refused(1, &words.problem_unknown_unit(typed))),
        _ => {
            let names: Vec<&str> = fits.iter().map(|seat| seat.name.as_str()).collect();
            Err(refused(
                1,
                &words.problem_ambiguous(typed, &names.join(", ")),
            ))
        }
    }
}

/// Writes a line anew that was corrected while it was read back, and goes on reading.
fn correct(
    id: EntryId,
    values: &[String],
    dossier: &Dossier,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let Some(entry) = notes::entry(dossier, id) else {
        return Ok(vec![Effect::Close]);
    };
    let typed = need(values, 0, words.field_content(), words)?;
    let read = capture::parse(&typed, dossier);
    if let Some(problem) = read.problems.iter().find(|problem| problem.is_unread()) {
        return Err(refused(0, &words.line_problem(problem)));
    }
    let changes = view
        .writing(dossier)
        .rewrite(entry, &read)
        .map_err(|why| refused(0, words.refusal(why)))?;
    let label = words.told_rewritten(words.sort(read.sort, NoteKind::Information));
    Ok(vec![
        Effect::Commit(Transaction::new(label, changes)),
        Effect::Show(Opening::ReadBackAt(id)),
    ])
}

fn correct_turn(
    id: Id<Speech>,
    values: &[String],
    dossier: &Dossier,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let Some(speech) = dossier.speeches.get(id) else {
        return Ok(vec![Effect::Close]);
    };
    let began = need(values, 0, words.field_began(), words)?;
    let began = read_moment(&began, 0, dossier, words)?;
    let ended = optional(values, 1)
        .map(|ended| read_moment(&ended, 1, dossier, words))
        .transpose()?;
    if let Some(ended) = ended.filter(|ended| *ended < began) {
        let span = span_shown(began, Some(ended), dossier);
        return Err(refused(1, &words.why_span_turned(&span)));
    }
    let is_speaking = speech.ended.is_none();
    if ended.is_none() && !is_speaking {
        return Err(refused(1, &words.why_no_end(&moment(began, dossier))));
    }
    if let Some(at) = Some(began).max(ended).filter(|at| *at > view.now) {
        return Err(refused(0, &words.why_in_future(&moment(at, dossier))));
    }
    let label = words.told_turn(floor::name(speech, dossier));
    let change = Change::edit(speech, |speech| {
        (speech.began, speech.ended) = (Some(began), ended);
    });
    Ok(done(label, vec![change]))
}

/// Writes a phrase; without one, its letters stand for nothing any more.
fn snippet(
    id: Option<Id<Snippet>>,
    values: &[String],
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let short = need(values, 0, words.field_short(), words)?.to_lowercase();
    if short.contains(char::is_whitespace) {
        return Err(refused(0, words.why_one_word()));
    }
    let phrase = optional(values, 1);
    let known = view.shelf.snippets.as_deref().unwrap_or_default();
    let held = known.iter().find(|snippet| Some(snippet.id) == id);
    let mut others = known.iter().filter(|snippet| Some(snippet.id) != id);
    if let Some(other) = others.find(|other| other.short == short) {
        return Err(refused(0, &words.why_snippet_taken(&short, &other.phrase)));
    }
    let (label, change) = match (held, phrase) {
        (None, None) => return Err(refused(1, &words.why_needs(words.field_phrase()))),
        (Some(held), None) => (words.told_snippet_gone(&short), Change::delete(held)),
        (Some(held), Some(phrase)) => (
            words.told_snippet(&short, &phrase),
            Change::edit(held, |held| (held.short, held.phrase) = (short, phrase)),
        ),
        (None, Some(phrase)) => (
            words.told_snippet(&short, &phrase),
            Change::insert(Snippet {
                id: view.ids.next(),
                short,
                phrase,
            }),
        ),
    };
    Ok(done(label, vec![change]))
}

/// Returns a moment that was typed, of the meeting's day unless another is named.
pub(crate) fn read_moment(
    typed: &str,
    field: usize,
    dossier: &Dossier,
    words: Words,
) -> Result<Instant, Refusal> {
    let typed = typed.trim();
    let local = parse_moment(typed, meeting_day(dossier)).map_err(|problem| match problem {
        DateProblem::NotADate => refused(field, &words.why_not_a_moment(typed)),
        DateProblem::NotInCalendar => refused(field, &words.why_not_in_calendar(typed)),
    })?;
    let offset = dossier.meeting.starts.offset();
    let at = offset.from_local_datetime(&local).single();
    at.ok_or_else(|| refused(field, &words.why_not_in_calendar(typed)))
}

fn refused(field: usize, why: &str) -> Refusal {
    Refusal {
        field,
        why: why.to_owned(),
    }
}

/// Writes the changes and goes back to the agenda; who came from a paper goes back to it.
fn back_to_agenda(
    label: String,
    changes: Vec<Change>,
    item: Id<AgendaItem>,
    view: &View,
) -> Vec<Effect> {
    let back = if view.screen == ScreenId::Papers {
        Effect::Close
    } else {
        Effect::Show(Opening::Agenda(Some(item)))
    };
    vec![Effect::Commit(Transaction::new(label, changes)), back]
}
