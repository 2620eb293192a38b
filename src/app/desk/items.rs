//! The forms of the items of the agenda: the details and times of an item, a new one, the reason to leave one out.

use crate::app::command::ScreenId;
use crate::app::desk::forms::{moment, span_shown};
use crate::app::desk::time_conflicts;
use crate::app::effect::{Effect, Opening, done};
use crate::app::fields;
use crate::app::fields::item::{PREPARE, PRESENTER};
use crate::app::form::{Field, Filled, FormSpec, Refusal, Typed};
use crate::app::view::View;
use crate::meeting::agenda::{self, Matter, RunRefusal, Span};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::ItemKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::AgendaItem;
use crate::text::find::best;
use crate::words::Words;

const REASON: Field<String> = Field::new("reason", Words::field_reason, fields::needed);

pub(crate) fn skip_form(id: Id<AgendaItem>, view: &View) -> FormSpec {
    let item = view.dossier.and_then(|dossier| dossier.items.get(id));
    let title = view.words.form_skip(item.map_or("", |item| &item.title));
    let first = item.and_then(|item| item.skipped.clone());
    FormSpec::new(title, view.words)
        .about(item)
        .field(&REASON, first.unwrap_or_default())
        .then(move |filled, view| {
            let dossier = filled.meeting()?;
            let reason = filled.read(&REASON)?;
            let item = filled.found(dossier.items.get(id))?;
            let label = view.words.told_item_skipped(&item.title);
            Ok(done(label, agenda::skip(dossier, item, &reason, view.now)))
        })
}

const TITLE: Field<String> = Field::new("title", Words::field_item, fields::needed);

/// The kind of an item, by its name or the beginning of it.
/// Returns the names of the kinds of items, in the order of their digits.
fn kinds(words: Words) -> Vec<&'static str> {
    let kinds = ItemKind::ALL.iter();
    kinds.map(|kind| words.item_kind(*kind)).collect()
}

const KIND: Field<ItemKind> = Field::new("kind", Words::field_kind, |typed| {
    if typed.text.is_empty() {
        return Ok(ItemKind::Other);
    }
    let words = typed.view.words;
    let names = kinds(words);
    let fits = best(typed.text, names.iter().copied()).into_iter();
    let fits: Vec<&ItemKind> = fits.filter_map(|place| ItemKind::ALL.get(place)).collect();
    match fits[..] {
        [kind] => Ok(*kind),
        _ => Err(words.why_not_a_kind(&names.join(", "))),
    }
});

const MINUTES: Field<i64> = Field::new("minutes", Words::field_minutes, |typed| {
    Ok(fields::count(typed)?.map_or(10, |minutes| minutes.min(24 * 60)))
});

/// When an item ran: `08:10 - 08:31:05; 08:50 -`.
pub(crate) const RAN: Field<Vec<Span>> = Field::new("ran", Words::field_ran, |typed| {
    let pieces = typed.text.split(';').map(str::trim);
    let pieces = pieces.filter(|piece| !piece.is_empty());
    pieces.map(|piece| read_span(piece, typed)).collect()
});

fn read_span(piece: &str, typed: &Typed) -> Result<Span, String> {
    let (began, ended) = piece
        .split_once(['-', '–'])
        .ok_or_else(|| typed.view.words.why_not_a_span(piece))?;
    let ended = Some(ended.trim()).filter(|ended| !ended.is_empty());
    Ok(Span {
        began: fields::read_moment(began, typed)?,
        ended: ended
            .map(|ended| fields::read_moment(ended, typed))
            .transpose()?,
    })
}

pub(crate) fn item_form(id: Id<AgendaItem>, view: &View) -> FormSpec {
    let words = view.words;
    let item = view
        .dossier
        .and_then(|dossier| Some((dossier.items.get(id)?, dossier)));
    let title = item.map_or("", |(item, _)| &item.title);
    let kind = item.map_or("", |(item, _)| words.item_kind(item.kind));
    let minutes = item.map(|(item, _)| item.minutes.to_string());
    let presenter = item.and_then(|(item, _)| item.presenter.clone());
    let prepare = item.and_then(|(item, _)| item.prepare.clone());
    let is_planned = item.is_some_and(|(_, dossier)| dossier.meeting.is_planned());
    let ran = item.map(|(item, dossier)| {
        let runs = agenda::runs_of(dossier, item.id).into_iter();
        let runs = runs.map(|run| span_shown(run.began, run.ended, dossier));
        runs.collect::<Vec<_>>().join("; ").trim().to_owned()
    });
    FormSpec::new(words.form_item(title), words)
        .about(item)
        .field(&TITLE, title)
        .suggested(&KIND, kind)
        .picked_and_noted(&kinds(view.words))
        .field(&MINUTES, minutes.unwrap_or_default())
        .field(&PRESENTER, presenter.unwrap_or_default())
        .field(&RAN, ran.unwrap_or_default())
        .preparing(is_planned.then_some(prepare.unwrap_or_default()))
        .at_first_field()
        .then(move |filled, view| revise(id, filled, view))
}

impl FormSpec {
    /// Adds what is to be prepared for an item, where it is asked for.
    fn preparing(self, prepare: Option<String>) -> Self {
        match prepare {
            Some(prepare) => self.field(&PREPARE, prepare),
            None => self,
        }
    }
}

fn revise(id: Id<AgendaItem>, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let dossier = filled.meeting()?;
    let spans = filled.read(&RAN)?;
    let is_in_way = agenda::set_runs(dossier, id, &spans, view.moment()).is_err();
    // What the other fields hold is read before a question about the times.
    matter(filled)?;
    let offered =
        is_in_way.then(|| time_conflicts::offer_room(id, &spans, filled, (dossier, view)));
    match offered.flatten() {
        Some(question) => Ok(question),
        None => corrected(id, filled, (dossier, Vec::new()), view),
    }
}

/// Writes an item as the form has it, behind changes that made room for it in the meeting.
pub(crate) fn corrected(
    id: Id<AgendaItem>,
    filled: &Filled,
    (dossier, mut changes): (&Dossier, Vec<Change>),
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let item = filled.found(dossier.items.get(id))?;
    let prepare = if dossier.meeting.is_planned() {
        filled.read(&PREPARE)?
    } else {
        item.prepare.clone()
    };
    let matter = Matter {
        prepare,
        ..matter(filled)?
    };
    let label = view.words.told_item_revised(&matter.title);
    let runs = agenda::set_runs(dossier, id, &filled.read(&RAN)?, view.moment())
        .map_err(|why| RAN.refuse(run_refusal(&why, dossier, view.words)))?;
    changes.extend(agenda::revise(item, matter));
    changes.extend(runs);
    Ok(back_to_agenda(label, changes, id, view))
}

pub(crate) fn insert_form(behind: i64, view: &View) -> FormSpec {
    new_item(view.words.form_insert(), view.words).then(move |filled, view| {
        let dossier = filled.meeting()?;
        let matter = matter(filled)?;
        let label = view.words.told_item_added(&matter.title);
        let (id, changes) = agenda::insert(dossier, matter, Some(behind), view.ids);
        Ok(back_to_agenda(label, changes, id, view))
    })
}

pub(crate) fn out_of_agenda_form(view: &View) -> FormSpec {
    new_item(view.words.form_out_of_agenda(), view.words).then(|filled, view| {
        let dossier = filled.meeting()?;
        let matter = matter(filled)?;
        let label = view.words.told_item_started(&matter.title);
        let changes = agenda::take_up(dossier, matter, view.now, view.ids);
        Ok(done(label, changes))
    })
}

/// Returns the fields of an item that is not there yet.
fn new_item(title: &str, words: Words) -> FormSpec {
    FormSpec::new(title, words)
        .field(&TITLE, "")
        .field(&KIND, "")
        .picked_and_noted(&kinds(words))
        .field(&MINUTES, "")
        .field(&PRESENTER, "")
}

/// Reads title, kind, minutes and presenter of an item.
fn matter(filled: &Filled) -> Result<Matter, Refusal> {
    Ok(Matter {
        title: filled.read(&TITLE)?,
        kind: filled.read(&KIND)?,
        minutes: filled.read(&MINUTES)?,
        presenter: filled.read(&PRESENTER)?,
        prepare: None,
    })
}

fn run_refusal(refusal: &RunRefusal, dossier: &Dossier, words: Words) -> String {
    let text = |span: &Span| span_shown(span.began, span.ended, dossier);
    match refusal {
        RunRefusal::EndsBeforeBegins(span) => words.why_span_turned(&text(span)),
        RunRefusal::InFuture(at) => words.why_in_future(&moment(*at, dossier)),
        RunRefusal::Overlaps(span, item) => words.why_overlaps(&text(span), item),
        RunRefusal::NoEnd(at) => words.why_no_end(&moment(*at, dossier)),
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
