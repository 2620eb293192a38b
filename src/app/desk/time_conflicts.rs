//! Times that conflict: what is offered where a corrected time falls into another item, or a line or a turn
//! lies outside its item. The form waits behind the question.

use serde::{Deserialize, Serialize};

use crate::app::choice::{Choice, Offered};
use crate::app::desk::capture::with_links;
use crate::app::desk::choices::DeskChoice;
use crate::app::desk::forms::{DeskForm, span_shown};
use crate::app::desk::{items, marks, turns};
use crate::app::effect::{Effect, done};
use crate::app::form::{Filled, Form, Refusal};
use crate::app::message::Message;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::agenda;
use crate::meeting::capture::Sort;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::NoteKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::floor::turns::Turn;
use crate::meeting::notes::{self, Entry, EntryId, LineRefusal, Placement};
use crate::meeting::rows::{AgendaItem, Record, Seat};
use crate::text::dates::{Instant, time};

/// A filled form that asks something more before it is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Asked {
    form: DeskForm,
    typed: Vec<(String, String)>,
}

impl Asked {
    pub(crate) fn of(form: DeskForm, filled: &Filled) -> Self {
        Self {
            form,
            typed: filled.typed(),
        }
    }

    fn form(&self, view: &View) -> Form {
        Form::open(self.form.clone(), view).with_typed(&self.typed)
    }
}

/// Returns the option that goes back to the form, which waits behind the question.
fn back(view: &View) -> Offered {
    Offered::back(view.words.option_back_to_form(), "")
}

/// Returns the effects of an answer; a refusal is said, and the form is there again.
fn answered(answer: Result<Vec<Effect>, Refusal>) -> Vec<Effect> {
    answer.unwrap_or_else(|refusal| vec![Effect::Back, Effect::Say(Status::warned(refusal.why))])
}

/// Returns the question whether another item ends or begins where the corrected times of an item need it, if that helps.
pub(crate) fn offer_room(
    id: Id<AgendaItem>,
    spans: &[agenda::Span],
    filled: &Filled,
    (dossier, view): (&Dossier, &View),
) -> Option<Vec<Effect>> {
    let room = agenda::make_room(dossier, id, spans, view.now).filter(|room| !room.is_empty())?;
    agenda::set_runs(&dossier.after(&room), id, spans, view.moment()).ok()?;
    let asked = Asked::of(DeskForm::Item(id), filled);
    let choice = Choice::new(DeskChoice::Room(id, asked));
    Some(vec![Effect::Choose(choice)])
}

/// The answers to the question whether other items make room.
pub(crate) fn room_options(id: Id<AgendaItem>, asked: &Asked, view: &View) -> Vec<Offered> {
    let words = view.words;
    let cut = asked.form(view).read(view, |filled| {
        let dossier = filled.meeting().ok()?;
        let spans = filled.read(&items::RAN).ok()?;
        let room = agenda::make_room(dossier, id, &spans, view.now)?;
        let cut: Vec<String> = room.iter().filter_map(|cut| shown(cut, dossier)).collect();
        let lines = in_spans(dossier, id, &spans, &room).len();
        let turns = turns_in_spans(dossier, id, &spans, &room).len();
        Some((cut.join(", "), (lines, turns)))
    });
    let Some((cut, (lines, turns))) = cut else {
        return vec![back(view)];
    };
    let follows = lines + turns > 0;
    let make = |takes_lines: bool| {
        let asked = asked.clone();
        move |view: &View| {
            let made = asked
                .form(view)
                .read(view, |filled| with_room(id, takes_lines, filled, view));
            answered(made)
        }
    };
    let hint = [
        (lines > 0).then(|| words.lines_follow(lines)),
        (turns > 0).then(|| words.turns_follow(turns)),
    ];
    let hint: Vec<String> = hint.into_iter().flatten().collect();
    let first = Offered::new(words.option_make_room(&cut), hint.join(" · "), make(true));
    let stay = follows.then(|| Offered::new(words.option_make_room_only(&cut), "", make(false)));
    [first]
        .into_iter()
        .chain(stay)
        .chain([back(view)])
        .collect()
}

/// Names the item whose run is cut, with its times afterwards.
fn shown(cut: &Change, dossier: &Dossier) -> Option<String> {
    let Some(Record::ItemRun(run)) = cut.after() else {
        return None;
    };
    let item = dossier.items.get(run.item)?;
    let span = span_shown(run.began, run.ended, dossier);
    Some(format!("{}. {} {}", item.position, item.title, span.trim()))
}

/// Says of what stood under an item at a time whether it follows to another item: it fell in some spans, under an item
/// whose run is cut there.
fn following(
    id: Id<AgendaItem>,
    spans: &[agenda::Span],
    room: &[Change],
) -> impl Fn(Option<Id<AgendaItem>>, Instant) -> bool {
    let cut: Vec<Id<AgendaItem>> = room.iter().filter_map(item_of).collect();
    move |item, at| {
        let mut spans = spans.iter();
        item.is_some_and(|item| item != id && cut.contains(&item))
            && spans.any(|span| span.began <= at && span.ended.is_none_or(|ended| at < ended))
    }
}

/// Returns the lines that were said in some spans under the items whose runs are cut there.
fn in_spans<'a>(
    dossier: &'a Dossier,
    id: Id<AgendaItem>,
    spans: &[agenda::Span],
    room: &[Change],
) -> Vec<Entry<'a>> {
    let follows = following(id, spans, room);
    let stream = notes::stream(dossier).into_iter();
    stream
        .filter(|entry| follows(entry.item(), entry.at()))
        .collect()
}

/// Returns the changes that put turns under an item which began in some spans under the items whose runs are cut there.
fn turns_in_spans(
    dossier: &Dossier,
    id: Id<AgendaItem>,
    spans: &[agenda::Span],
    room: &[Change],
) -> Vec<Change> {
    let follows = following(id, spans, room);
    let turns = dossier.speeches.iter();
    let turns = turns.filter(|turn| turn.began.is_some_and(|began| follows(turn.item, began)));
    turns
        .map(|turn| Change::edit(turn, |turn| turn.item = Some(id)))
        .collect()
}

fn item_of(change: &Change) -> Option<Id<AgendaItem>> {
    let Some(Record::ItemRun(run)) = change.after() else {
        return None;
    };
    Some(run.item)
}

/// Corrects an item and makes room for it; the lines said meanwhile follow it if they are to.
fn with_room(
    id: Id<AgendaItem>,
    takes_lines: bool,
    filled: &Filled,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let dossier = filled.meeting()?;
    let spans = filled.read(&items::RAN)?;
    let mut changes = agenda::make_room(dossier, id, &spans, view.now).unwrap_or_default();
    if takes_lines {
        let lines = in_spans(dossier, id, &spans, &changes);
        let moved = lines.into_iter().flat_map(|entry| {
            let to = Placement {
                item: Some(id),
                ..placement(entry)
            };
            notes::place(entry, to, dossier)
        });
        let moved: Vec<Change> = moved.collect();
        let turns = turns_in_spans(&dossier.after(&changes), id, &spans, &changes);
        changes.extend(moved.into_iter().chain(turns));
    }
    let after = dossier.after(&changes);
    items::corrected(id, filled, (&after, changes), view)
}

/// Returns where a line is now.
fn placement(entry: Entry) -> Placement {
    let seat = match entry {
        Entry::Note(note) => note.seat,
        Entry::Conclusion(_) | Entry::Action(_) => None,
    };
    Placement {
        at: entry.at(),
        item: entry.item(),
        seat,
    }
}

/// Lines on their way to another item, unit, time or kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Moving {
    pub(crate) lines: Vec<(EntryId, Placement)>,
    pub(crate) sort: Option<Sort>,
    /// The unit that the user has named.
    pub(crate) seat: Option<Id<Seat>>,
    pub(crate) asked: Asked,
}

impl Moving {
    /// Returns the lines that would lie outside their items.
    fn outside<'a>(
        &'a self,
        dossier: &'a Dossier,
    ) -> impl Iterator<Item = (Id<AgendaItem>, Instant)> + 'a {
        self.lines.iter().filter_map(|(id, to)| {
            let item = to.item?;
            let entry = notes::entry(dossier, *id)?;
            let is_moved = (entry.item(), entry.at()) != (to.item, to.at);
            (is_moved && agenda::is_outside(dossier, item, to.at)).then_some((item, to.at))
        })
    }

    /// Moves the lines, or asks first where they would lie outside their items.
    pub(crate) fn submit(self, dossier: &Dossier, view: &View) -> Result<Vec<Effect>, LineRefusal> {
        if self.outside(dossier).next().is_some() {
            return Ok(vec![Effect::Choose(Choice::new(DeskChoice::Outside(
                Box::new(self),
            )))]);
        }
        self.perform(dossier, view)
    }

    fn perform(&self, dossier: &Dossier, view: &View) -> Result<Vec<Effect>, LineRefusal> {
        let words = view.words;
        let mut changes = Vec::new();
        for (id, to) in &self.lines {
            let after = dossier.after(&changes);
            if let Some(entry) = notes::entry(&after, *id) {
                let writing = view.writing(dossier);
                changes.extend(writing.after(&after).move_to(entry, *to));
            }
        }
        let ids: Vec<EntryId> = self.lines.iter().map(|(id, _)| *id).collect();
        if let Some(sort) = self.sort {
            let moved = dossier.after(&changes);
            changes.extend(marks::retyped(&ids, sort, (dossier, &moved), view)?);
        }
        let after = dossier.after(&changes);
        let (label, told) = match (ids.as_slice(), &self.asked.form) {
            ([id], DeskForm::Place(_)) => {
                let kind = notes::entry(dossier, *id).map(|entry| {
                    let sort = notes::capture_of(dossier, entry).sort;
                    words.sort(sort, NoteKind::Information)
                });
                let label = words.told_moved(kind.unwrap_or_default());
                (label, Message::SelectLine(*id))
            }
            (ids, _) => (words.told_lines_moved(ids.len()), Message::LetGoLines),
        };
        let label = with_links(label, &changes, dossier, view);
        let mut effects = done(label, changes);
        effects.push(Effect::Tell(told));
        effects.extend(turns::offer_turn(&ids, self.seat, (dossier, &after), view));
        Ok(effects)
    }

    fn answer(&self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        self.perform(dossier, view).unwrap_or_else(|refusal| {
            let why = Status::warned(view.words.refusal(refusal));
            vec![Effect::Close, Effect::Say(why)]
        })
    }

    /// Returns the lines with those that lie outside their items adapted.
    fn adapted(
        &self,
        dossier: &Dossier,
        adapt: impl Fn(Id<AgendaItem>, Placement) -> Placement,
    ) -> Self {
        let adapted = self.lines.iter().map(|(id, to)| {
            let outside = to
                .item
                .filter(|item| agenda::is_outside(dossier, *item, to.at));
            (*id, outside.map_or(*to, |item| adapt(item, *to)))
        });
        Self {
            lines: adapted.collect(),
            ..self.clone()
        }
    }
}

/// The answers to the question what becomes of lines outside their items.
pub(crate) fn outside_options(moving: &Moving, view: &View) -> Vec<Offered> {
    let words = view.words;
    let Some(dossier) = view.dossier else {
        return Vec::new();
    };
    let first = moving.outside(dossier).next();
    // A label that names one time or item speaks of one line; of several, each gets its own.
    let several = moving.outside(dossier).count();
    let several = Some(several).filter(|several| *several > 1);
    let then = first.and_then(|(_, at)| agenda::running_at(dossier, at));
    let title = |id| {
        let item: Option<&AgendaItem> = dossier.items.get(id);
        item.map(|item| format!("{}. {}", item.position, item.title))
            .unwrap_or_default()
    };
    let to_item = then.map(|item| {
        let moving = moving.clone();
        let label = match several {
            Some(n) => words.option_each_to_running(n),
            None => words.option_to_running(&title(item)),
        };
        Offered::in_meeting(label, "", move |dossier, view| {
            let to_running = |item, to: Placement| Placement {
                item: agenda::running_at(dossier, to.at).or(Some(item)),
                ..to
            };
            moving.adapted(dossier, to_running).answer(dossier, view)
        })
    });
    let to_time = first.and_then(|(item, at)| {
        let moving = moving.clone();
        let near = agenda::nearest(dossier, item, at)?;
        let label = match several {
            Some(n) => words.option_each_to_nearest(n),
            None => words.option_to_nearest(&time(near), &title(item)),
        };
        Some(Offered::in_meeting(label, "", move |dossier, view| {
            let to_nearest = |item, to: Placement| Placement {
                at: agenda::nearest(dossier, item, to.at).unwrap_or(to.at),
                ..to
            };
            moving.adapted(dossier, to_nearest).answer(dossier, view)
        }))
    });
    let kept = moving.clone();
    let keep = Offered::in_meeting(words.option_keep_outside(), "", move |dossier, view| {
        kept.answer(dossier, view)
    });
    to_time
        .into_iter()
        .chain(to_item)
        .chain([keep, back(view)])
        .collect()
}

/// The answers to the question what becomes of a turn outside its item.
pub(crate) fn turn_outside_options(asked: &Asked, view: &View) -> Vec<Offered> {
    let words = view.words;
    let (DeskForm::Turn(id), Some(dossier)) = (&asked.form, view.dossier) else {
        return Vec::new();
    };
    let id = *id;
    let read = asked.form(view).read(view, |filled| {
        turns::read(id, filled, view).map(|(_, turn)| turn)
    });
    let Ok(turn) = read else {
        return vec![back(view)];
    };
    let named = |item: Id<AgendaItem>| {
        let item = dossier.items.get(item)?;
        Some((item.id, format!("{}. {}", item.position, item.title)))
    };
    let give = |adapt: fn(Turn, &Dossier) -> Turn| {
        let asked = asked.clone();
        move |dossier: &Dossier, view: &View| {
            let given = asked.form(view).read(view, |filled| {
                turns::corrected(id, |turn| adapt(turn, dossier), filled, view)
            });
            answered(given)
        }
    };
    let within = turn.item.and_then(named).and_then(|(_, title)| {
        let turn = within(&turn, dossier);
        let times = format!(
            "{} - {}",
            time(turn.began),
            turn.ended.map_or_else(String::new, time)
        );
        let fits = turn.ended.is_none_or(|ended| ended > turn.began);
        let label = words.option_turn_within(times.trim(), &title);
        fits.then(|| Offered::in_meeting(label, "", give(|turn, dossier| within(&turn, dossier))))
    });
    let then = agenda::running_at(dossier, turn.began).filter(|item| Some(*item) != turn.item);
    let to_item = then.and_then(named).map(|(_, title)| {
        let to_running = |turn: Turn, dossier: &Dossier| Turn {
            item: agenda::running_at(dossier, turn.began),
            ..turn
        };
        let label = words.option_turn_to_running(&title);
        Offered::in_meeting(label, "", give(to_running))
    });
    let keep = Offered::in_meeting(words.option_keep_outside(), "", give(|turn, _| turn));
    to_item
        .into_iter()
        .chain(within)
        .chain([keep, back(view)])
        .collect()
}

/// Returns a turn cut to when its item ran.
fn within(turn: &Turn, dossier: &Dossier) -> Turn {
    let near = |at: Instant| {
        let near = turn
            .item
            .and_then(|item| agenda::nearest(dossier, item, at));
        near.unwrap_or(at)
    };
    Turn {
        began: near(turn.began),
        ended: turn.ended.map(near),
        ..turn.clone()
    }
}
