//! The turns of the meeting: one list, and for each turn what can be done with it afterwards.

use crate::app::choice::{Offered, in_meeting};
use crate::app::desk::choices::DeskChoice;
use crate::app::desk::choose;
use crate::app::desk::forms::{DeskForm, UNIT, find_seat, moment, outside_meeting, span_shown};
use crate::app::desk::time_conflicts::Asked;
use crate::app::effect::{Effect, done, gone};
use crate::app::fields;
use crate::app::fields::item::ITEM;
use crate::app::form::{Field, Filled, Form, FormSpec, Refusal};
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::agenda;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::dossier::Dossier;
use crate::meeting::floor::turns::{self, MergeRefusal, Oddity, Turn};
use crate::meeting::floor::{self, Voice};
use crate::meeting::notes::{self, Entry, EntryId};
use crate::meeting::rows::{Seat, Speech};
use crate::text::dates::{Instant, span, time};
use crate::words::Words;

/// The turns that were had, the latest first: when, whose, under which item, how long, and what cannot be true of it.
pub(crate) fn list(dossier: &Dossier, view: &View) -> Vec<Offered> {
    let words = view.words;
    let options = turns::had(dossier).into_iter().rev().map(|speech| {
        let id = speech.id;
        let label = format!("{} {}", times(speech), voice_shown(speech, dossier, words));
        let item = speech.item.and_then(|item| dossier.items.get(item));
        let odd = turns::oddity(dossier, speech, view.now);
        let hint = [
            item.map(|item| words.in_item(item.position)),
            Some(span(floor::length(speech, view.now))),
            odd.map(|odd| match odd {
                Oddity::Overlap(other) => words.odd_overlap(floor::name(other, dossier)),
                Oddity::OutsideItem(_) => words.odd_outside_item().to_owned(),
                Oddity::OutsideMeeting => words.odd_outside_meeting().to_owned(),
            }),
        ];
        let hint: Vec<String> = hint.into_iter().flatten().collect();
        Offered::in_meeting(label, hint.join(" · "), move |dossier, view| match dossier
            .speeches
            .get(id)
        {
            Some(_) => choose(DeskChoice::Turn(id)),
            None => gone(view.words),
        })
    });
    options.collect()
}

/// What can be done with a turn.
pub(crate) fn deeds(id: Id<Speech>, view: &View) -> Vec<Offered> {
    let words = view.words;
    let Some((dossier, speech)) = turn_of(id, view) else {
        return Vec::new();
    };
    let whose = format!("{} {}", times(speech), floor::name(speech, dossier));
    let form = |label: &str, hint: String, form: fn(Id<Speech>) -> DeskForm| {
        Offered::new(label, hint, move |view| {
            vec![Effect::Fill(Form::open(form(id), view))]
        })
    };
    let with_turn = |label: &str, deed: fn(&Speech, &Dossier, &View) -> Vec<Effect>| {
        Offered::in_meeting(label, "", move |dossier, view| {
            let speech = dossier.speeches.get(id);
            let refusal = view.sealed().map(|refusal| vec![Effect::Say(refusal)]);
            refusal.unwrap_or_else(|| {
                speech.map_or_else(|| gone(view.words), |speech| deed(speech, dossier, view))
            })
        })
    };
    vec![
        form(words.option_turn_correct(), whose, DeskForm::Turn),
        form(
            words.option_turn_split(),
            String::new(),
            DeskForm::SplitTurn,
        ),
        with_turn(words.option_turn_merge(), merge),
        with_turn(words.option_turn_delete(), |speech, dossier, view| {
            let label = view.words.told_turn_gone(floor::name(speech, dossier));
            done(label, turns::remove(dossier, speech, view.now))
        }),
    ]
}

fn merge(speech: &Speech, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let words = view.words;
    let name = floor::name(speech, dossier);
    match turns::merge(dossier, speech) {
        Ok(changes) => done(words.told_turn_merged(name), changes),
        Err(refusal) => {
            let why = match refusal {
                MergeRefusal::NoNext => words.why_no_next_turn(name),
                MergeRefusal::Between(other) => {
                    words.why_turn_between(floor::name(other, dossier), &times(other))
                }
            };
            vec![Effect::Say(Status::warned(why))]
        }
    }
}

const GUEST: Field<Option<String>> = Field::new("guest", Words::field_guest, fields::text);
pub(crate) const BEGAN: Field<Instant> =
    Field::new("began", Words::field_began, fields::needed_moment);
const ENDED: Field<Option<Instant>> = Field::new("ended", Words::field_ended, fields::moment);

/// Whose a turn was, under which item, and when it began and ended.
pub(crate) fn turn_form(id: Id<Speech>, view: &View) -> FormSpec {
    let known = turn_of(id, view);
    let mut name = "";
    let mut first = [const { String::new() }; 5];
    if let Some((dossier, speech)) = known {
        name = floor::name(speech, dossier);
        let seat = speech.seat.and_then(|seat| dossier.seats.get(seat));
        let item = speech.item.and_then(|item| dossier.items.get(item));
        let shown = |at: Option<Instant>| at.map(|at| moment(at, dossier)).unwrap_or_default();
        first = [
            seat.map(|seat| seat.name.clone()).unwrap_or_default(),
            speech.guest.clone().unwrap_or_default(),
            item.map(|item| item.position.to_string())
                .unwrap_or_default(),
            shown(speech.began),
            shown(speech.ended),
        ];
    }
    let [unit, guest, item, began, ended] = first;
    FormSpec::new(view.words.form_turn(name), view.words)
        .about(known)
        .field(&UNIT, unit)
        .field(&GUEST, guest)
        .field(&ITEM, item)
        .field(&BEGAN, began)
        .field(&ENDED, ended)
        .at_first_field()
        .then(move |filled, view| correct(id, filled, view))
}

fn correct(id: Id<Speech>, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let dossier = filled.meeting()?;
    let (speech, turn) = read(id, filled, view)?;
    let after = dossier.after(&[turns::correct(speech, &turn)]);
    let outside = after.speeches.get(id).filter(|turn| {
        let (Some(item), Some(began)) = (turn.item, turn.began) else {
            return false;
        };
        let ended = turn.ended.unwrap_or(view.now);
        agenda::is_outside(&after, item, began) || agenda::is_outside(&after, item, ended)
    });
    let is_changed =
        (speech.item, speech.began, speech.ended) != (turn.item, Some(turn.began), turn.ended);
    if outside.is_some() && is_changed {
        let asked = Asked::of(DeskForm::Turn(id), filled);
        return Ok(choose(DeskChoice::TurnOutside(asked)));
    }
    corrected(id, |turn| turn, filled, view)
}

/// Writes a turn as the form has it, adapted to when its item ran.
pub(crate) fn corrected(
    id: Id<Speech>,
    adapt: impl Fn(Turn) -> Turn,
    filled: &Filled,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let dossier = filled.meeting()?;
    let (speech, turn) = read(id, filled, view)?;
    let turn = adapt(turn);
    let before = Voice::of(speech);
    let name = turn.voice.name(dossier);
    let label = if before.as_ref() == Some(&turn.voice) {
        words.told_turn(name)
    } else {
        words.told_turn_given(floor::name(speech, dossier), name)
    };
    let changes = vec![turns::correct(speech, &turn)];
    let after = dossier.after(&changes);
    let mut effects = done(label, changes);
    let corrected = after.speeches.get(id);
    let odd = corrected.and_then(|speech| turns::oddity(&after, speech, view.now));
    effects.extend(odd.map(|odd| Effect::Say(Status::warned(odd_sentence(odd, &after, words)))));
    Ok(effects)
}

/// Reads a turn off the form, or refuses times that cannot be.
pub(crate) fn read<'a>(
    id: Id<Speech>,
    filled: &Filled<'a>,
    view: &View,
) -> Result<(&'a Speech, Turn), Refusal> {
    let words = view.words;
    let dossier = filled.meeting()?;
    let speech = filled.found(dossier.speeches.get(id))?;
    let turn = Turn {
        voice: voice_of(filled, dossier, words)?,
        item: filled.read(&ITEM)?,
        began: filled.read(&BEGAN)?,
        ended: filled.read(&ENDED)?,
    };
    let (began, ended) = (turn.began, turn.ended);
    if let Some(ended) = ended.filter(|ended| *ended <= began) {
        let why = if ended == began {
            words.why_turn_empty(&moment(began, dossier))
        } else {
            words.why_span_turned(&span_shown(began, Some(ended), dossier))
        };
        return Err(ENDED.refuse(why));
    }
    if ended.is_none() && speech.ended.is_some() {
        return Err(ENDED.refuse(words.why_no_end(&moment(began, dossier))));
    }
    if let Some(at) = Some(began).max(ended).filter(|at| *at > view.now) {
        let field = if at == began { BEGAN.id } else { ENDED.id };
        return Err(Refusal {
            field,
            why: words.why_in_future(&moment(at, dossier)),
        });
    }
    if agenda::leaves_meeting(dossier, speech.began, began) {
        return Err(BEGAN.refuse(outside_meeting(began, dossier, words)));
    }
    if let Some(at) = ended.filter(|at| agenda::leaves_meeting(dossier, speech.ended, *at)) {
        return Err(ENDED.refuse(outside_meeting(at, dossier, words)));
    }
    Ok((speech, turn))
}

/// Reads whose the turn was: a unit, or a guest without a seat.
fn voice_of(filled: &Filled, dossier: &Dossier, words: Words) -> Result<Voice, Refusal> {
    match (filled.read(&UNIT)?, filled.read(&GUEST)?) {
        (Some(unit), None) => find_seat(&unit, dossier, words)
            .map(Voice::Seat)
            .map_err(|why| UNIT.refuse(why)),
        (None, Some(guest)) => Ok(Voice::Guest(guest)),
        (None, None) => Err(UNIT.refuse(words.why_needs(words.field_unit()))),
        (Some(_), Some(_)) => Err(GUEST.refuse(words.why_one_voice())),
    }
}

/// Returns the sentence on what cannot be true of a turn.
fn odd_sentence(odd: Oddity, dossier: &Dossier, words: Words) -> String {
    match odd {
        Oddity::Overlap(other) => {
            words.warn_turn_overlaps(floor::name(other, dossier), &times(other))
        }
        Oddity::OutsideItem(item) => words.warn_turn_outside_item(&item.title),
        Oddity::OutsideMeeting => words.warn_turn_outside_meeting().to_owned(),
    }
}

const AT: Field<Instant> = Field::new("split at", Words::field_split_at, fields::needed_moment);
const THEN_UNIT: Field<Option<String>> = Field::new("unit", Words::field_then_unit, fields::text);

/// When a turn is cut in two, and whose the second part is.
pub(crate) fn split_form(id: Id<Speech>, view: &View) -> FormSpec {
    let known = turn_of(id, view);
    let name = known.map_or("", |(dossier, speech)| floor::name(speech, dossier));
    let note = known.map(|(dossier, speech)| {
        let began = speech.began.unwrap_or(speech.asked);
        span_shown(began, speech.ended, dossier)
    });
    let seat = known.and_then(|(dossier, speech)| dossier.seats.get(speech.seat?));
    let guest = known.and_then(|(_, speech)| speech.guest.clone());
    FormSpec::new(view.words.form_split_turn(name), view.words)
        .about(known)
        .noting(note)
        .field(&AT, "")
        .field(&THEN_UNIT, seat.map_or("", |seat| &seat.name))
        .field(&GUEST, guest.unwrap_or_default())
        .at_first_field()
        .then(move |filled, view| split(id, filled, view))
}

fn split(id: Id<Speech>, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let dossier = filled.meeting()?;
    let speech = filled.found(dossier.speeches.get(id))?;
    let at = filled.read(&AT)?;
    let began = speech.began.unwrap_or(speech.asked);
    let ended = speech.ended.unwrap_or(view.now);
    if at <= began || at >= ended {
        let why = words.why_split_outside(&moment(began, dossier), &moment(ended, dossier));
        return Err(AT.refuse(why));
    }
    let voice = voice_of(filled, dossier, words)?;
    let changes = turns::split(dossier, speech, at, &voice, view.ids);
    let label = words.told_turn_split(floor::name(speech, dossier), &time(at));
    Ok(done(label, changes))
}

/// Returns the question whether a turn follows the last of its lines to another unit; none while lines are left in it.
///
/// `before` is the meeting as it was while the lines were still where they came from.
pub(crate) fn offer_turn(
    moved: &[EntryId],
    to: Option<Id<Seat>>,
    (before, after): (&Dossier, &Dossier),
    view: &View,
) -> Option<Effect> {
    let to = to?;
    let turn = moved.iter().find_map(|id| {
        let Entry::Note(note) = notes::entry(before, *id)? else {
            return None;
        };
        let turn = turns::of_note(before, note, view.now)?;
        let is_left = turn.seat != Some(to) && turns::is_without_lines(after, turn, view.now);
        is_left.then_some(turn.id)
    })?;
    choose(DeskChoice::MoveTurn(turn, to)).pop()
}

/// Offers to give a turn to the unit that its lines were moved to.
pub(crate) fn move_turn(id: Id<Speech>, to: Id<Seat>, view: &View) -> Vec<Offered> {
    in_meeting(view, |dossier| {
        let words = view.words;
        let speech = dossier.speeches.get(id);
        let from = speech.map_or("", |speech| floor::name(speech, dossier));
        let unit = dossier.seats.get(to).map_or("", |seat| &seat.name);
        let shown = speech.map(times).unwrap_or_default();
        vec![
            Offered::in_meeting(
                words.option_move_turn(&shown, unit),
                "",
                move |dossier, view| match dossier.speeches.get(id) {
                    Some(speech) => give_turn(speech, to, dossier, view),
                    None => gone(view.words),
                },
            ),
            Offered::nothing(words.option_keep_turn(from), ""),
        ]
    })
}

fn give_turn(speech: &Speech, to: Id<Seat>, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let unit = dossier.seats.get(to).map_or("", |seat| &seat.name);
    let label = view
        .words
        .told_turn_given(floor::name(speech, dossier), unit);
    let change = Change::edit(speech, |speech| {
        (speech.seat, speech.guest) = (Some(to), None);
    });
    done(label, vec![change])
}

/// Returns when a turn began and ended, to the minute.
fn times(speech: &Speech) -> String {
    let began = speech.began.map(time).unwrap_or_default();
    let ended = speech.ended.map_or_else(|| "…".to_owned(), time);
    format!("{began}-{ended}")
}

fn voice_shown(speech: &Speech, dossier: &Dossier, words: Words) -> String {
    let name = floor::name(speech, dossier);
    match speech.seat {
        Some(_) => name.to_owned(),
        None => words.guest_named(name),
    }
}

/// Returns a turn of the open meeting.
fn turn_of<'a>(id: Id<Speech>, view: &View<'a>) -> Option<(&'a Dossier, &'a Speech)> {
    let dossier = view.dossier?;
    Some((dossier, dossier.speeches.get(id)?))
}
