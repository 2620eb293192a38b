//! The forms of the desk: items and when they ran, turns, lines moved and corrected, the end, phrases.

use serde::{Deserialize, Serialize};

use crate::app::desk::capture::with_links;
use crate::app::desk::time_conflicts::{Asked, Moving};
use crate::app::desk::{items, marks, turns};
use crate::app::effect::{Effect, Opening, done};
use crate::app::fields;
use crate::app::fields::item::ITEM;
use crate::app::form::{Field, Filled, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::view::View;
use crate::meeting::agenda;
use crate::meeting::capture::{line_of, parse};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::NoteKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry, EntryId, Placement};
use crate::meeting::roll_call::wards;
use crate::meeting::rows::{AgendaItem, Seat, Snippet, Speech};
use crate::store::Failure;
use crate::text::dates::{Instant, full_time, time};
use crate::text::find::best;
use crate::text::fold::fold;
use crate::text::same::is_same;
use crate::words::Words;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum DeskForm {
    /// Why an item is left out.
    Skip(Id<AgendaItem>),
    /// An item: its title, kind, minutes and presenter, and when it ran.
    Item(Id<AgendaItem>),
    /// A new item behind this place.
    Insert(i64),
    /// A matter that is taken up although it was not planned.
    OutOfAgenda,
    /// When the meeting has to be over.
    HardEnd,
    /// Item, unit and time of a line.
    Place(EntryId),
    /// Item, unit, kind and time of several lines.
    Places(Vec<EntryId>),
    /// A line as it would be typed, corrected while it is read back.
    Line(EntryId),
    /// Whose a turn was, under which item, and when it began and ended.
    Turn(Id<Speech>),
    /// When a turn is cut in two.
    SplitTurn(Id<Speech>),
    /// Letters and the phrase that they stand for.
    Snippet(Option<Id<Snippet>>),
}

impl Kept for DeskForm {
    const NAME: &'static str = "Desk";
}

impl FormPurpose for DeskForm {
    fn spec(&self, view: &View) -> FormSpec {
        match self {
            Self::Skip(id) => items::skip_form(*id, view),
            Self::Item(id) => items::item_form(*id, view),
            Self::Insert(behind) => items::insert_form(*behind, view),
            Self::OutOfAgenda => items::out_of_agenda_form(view),
            Self::HardEnd => hard_end_form(view),
            Self::Place(id) => place_form(*id, view),
            Self::Places(ids) => marks::places_form(ids, view),
            Self::Line(id) => line_form(*id, view),
            Self::Turn(id) => turns::turn_form(*id, view),
            Self::SplitTurn(id) => turns::split_form(*id, view),
            Self::Snippet(id) => snippet_form(*id, view),
        }
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        book.snippets()
    }
}

const HARD_END: Field<Option<Instant>> =
    Field::new("hard end", Words::field_hard_end, fields::moment);

fn hard_end_form(view: &View) -> FormSpec {
    let first = view.dossier.and_then(|dossier| {
        let at = dossier.meeting.hard_end?;
        Some(moment(at, dossier))
    });
    FormSpec::new(view.words.form_hard_end(), view.words)
        .field(&HARD_END, first.unwrap_or_default())
        .then(|filled, view| {
            let dossier = filled.meeting()?;
            let at = filled.read(&HARD_END)?;
            let starts = dossier.meeting.opened.unwrap_or(dossier.meeting.starts);
            if let Some(at) = at.filter(|at| *at <= starts) {
                let why = view.words.why_ends_before_start(&time(at), &time(starts));
                return Err(HARD_END.refuse(why));
            }
            let label = match at {
                Some(at) => view.words.told_hard_end(&time(at)),
                None => view.words.told_no_hard_end().to_owned(),
            };
            let change = Change::edit(&dossier.meeting, |meeting| meeting.hard_end = at);
            Ok(done(label, vec![change]))
        })
}

pub(crate) const UNIT: Field<Option<String>> = Field::new("unit", Words::field_unit, fields::text);

const MOMENT: Field<Instant> = Field::new("moment", Words::field_moment, fields::needed_moment);

fn place_form(id: EntryId, view: &View) -> FormSpec {
    let (mut item, mut unit, mut at) = (String::new(), String::new(), String::new());
    if let Some((entry, dossier)) = entry_of(id, view) {
        let of = entry.item().and_then(|item| dossier.items.get(item));
        let seat = match entry {
            Entry::Note(note) => note.seat.and_then(|seat| dossier.seats.get(seat)),
            Entry::Conclusion(_) | Entry::Action(_) => None,
        };
        item = of.map_or(item, |item| item.position.to_string());
        unit = seat.map_or(unit, |seat| seat.name.clone());
        at = moment(entry.at(), dossier);
    }
    FormSpec::new(view.words.form_place(), view.words)
        .field(&ITEM, item)
        .field(&UNIT, unit)
        .field(&MOMENT, at)
        .about(entry_of(id, view))
        .at_first_field()
        .then(move |filled, view| place(id, filled, view))
}

fn place(id: EntryId, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let dossier = filled.meeting()?;
    let entry = filled.found(notes::entry(dossier, id))?;
    let item = filled.read(&ITEM)?;
    let seat = match (filled.read(&UNIT)?, entry) {
        (None, _) => None,
        (Some(typed), Entry::Note(_)) => {
            let seat = find_seat(&typed, dossier, words);
            Some(seat.map_err(|why| UNIT.refuse(why))?)
        }
        (Some(_), Entry::Conclusion(_) | Entry::Action(_)) => {
            return Err(UNIT.refuse(words.why_not_said()));
        }
    };
    let at = filled.read(&MOMENT)?;
    if at > view.now {
        return Err(MOMENT.refuse(words.why_in_future(&moment(at, dossier))));
    }
    if agenda::leaves_meeting(dossier, Some(entry.at()), at) {
        return Err(MOMENT.refuse(outside_meeting(at, dossier, words)));
    }
    let moving = Moving {
        lines: vec![(id, Placement { at, item, seat })],
        sort: None,
        seat,
        asked: Asked::of(DeskForm::Place(id), filled),
    };
    let moved = moving.submit(dossier, view);
    moved.map_err(|why| ITEM.refuse(words.refusal(why)))
}

/// Says that a time lies outside the meeting, and when that was.
pub(crate) fn outside_meeting(at: Instant, dossier: &Dossier, words: Words) -> String {
    let shown = |at: Option<Instant>| at.map(|at| moment(at, dossier)).unwrap_or_default();
    let meeting = &dossier.meeting;
    words.why_outside_meeting(
        &moment(at, dossier),
        &shown(meeting.opened),
        &shown(meeting.closed),
    )
}

/// Finds the seat that is meant: by its whole name, or as a unit of the roll by letters.
pub(crate) fn find_seat(typed: &str, dossier: &Dossier, words: Words) -> Result<Id<Seat>, String> {
    let mut seats = dossier.seats.iter();
    if let Some(seat) = seats.find(|seat| fold(&seat.name) == fold(typed)) {
        return Ok(seat.id);
    }
    let called = wards(dossier);
    let fits = best(typed, called.iter().map(|seat| seat.name.as_str()));
    let fits: Vec<_> = fits.iter().filter_map(|place| called.get(*place)).collect();
    match fits[..] {
        [only] => Ok(only.id),
        [] => Err(words.problem_unknown_unit(typed)),
        _ => {
            let names: Vec<&str> = fits.iter().map(|seat| seat.name.as_str()).collect();
            Err(words.problem_ambiguous(typed, &names.join(", ")))
        }
    }
}

const CONTENT: Field<String> = Field::new("content", Words::field_content, fields::needed);

fn line_form(id: EntryId, view: &View) -> FormSpec {
    let first = entry_of(id, view)
        .map(|(entry, dossier)| line_of(&notes::capture_of(dossier, entry), dossier));
    FormSpec::new(view.words.form_line(), view.words)
        .about(first.as_ref())
        .field(&CONTENT, first.unwrap_or_default())
        .then(move |filled, view| correct(id, filled, view))
}

/// Writes a line anew that was corrected while it was read back, and goes on reading.
fn correct(id: EntryId, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let dossier = filled.meeting()?;
    let entry = filled.found(notes::entry(dossier, id))?;
    let read = parse(&filled.read(&CONTENT)?, dossier);
    if let Some(problem) = read.problems.iter().find(|problem| problem.is_unread()) {
        return Err(CONTENT.refuse(words.line_problem(problem)));
    }
    let changes = view
        .writing(dossier)
        .rewrite(entry, &read)
        .map_err(|why| CONTENT.refuse(words.refusal(why)))?;
    let label = words.told_rewritten(words.sort(read.sort, NoteKind::Information));
    let label = with_links(label, &changes, dossier, view);
    Ok(vec![
        Effect::Commit(Transaction::new(label, changes)),
        Effect::Show(Opening::ReadBackAt(id)),
    ])
}

/// Returns a line of the open meeting.
fn entry_of<'a>(id: EntryId, view: &View<'a>) -> Option<(Entry<'a>, &'a Dossier)> {
    let dossier = view.dossier?;
    Some((notes::entry(dossier, id)?, dossier))
}

const SHORT: Field<String> = Field::new("short", Words::field_short, |typed| {
    let short = fields::needed(typed)?.to_lowercase();
    if short.contains(char::is_whitespace) {
        return Err(typed.view.words.why_one_word().to_owned());
    }
    Ok(short)
});

/// The phrase that letters stand for.
pub(crate) const PHRASE: Field<Option<String>> =
    Field::new("phrase", Words::field_phrase, fields::text);

fn snippet_form(id: Option<Id<Snippet>>, view: &View) -> FormSpec {
    let mut known = view.shelf.snippets.iter().flatten();
    let old = known.find(|snippet| Some(snippet.id) == id);
    let (short, phrase) = old.map_or(("", ""), |old| (&old.short, &old.phrase));
    let spec = FormSpec::new(view.words.form_snippet(), view.words)
        .field(&SHORT, short)
        .field(&PHRASE, phrase);
    // A new phrase is about no row yet.
    let spec = match id {
        Some(_) => spec.about(old),
        None => spec,
    };
    spec.then(move |filled, view| write_snippet(id, filled, view))
}

/// Writes a phrase; without one, its letters stand for nothing any more.
fn write_snippet(
    id: Option<Id<Snippet>>,
    filled: &Filled,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let (short, phrase) = (filled.read(&SHORT)?, filled.read(&PHRASE)?);
    let known = view.shelf.snippets.as_deref().unwrap_or_default();
    let old = known.iter().find(|snippet| Some(snippet.id) == id);
    if id.is_some() {
        filled.found(old)?;
    }
    let mut others = known.iter().filter(|snippet| Some(snippet.id) != id);
    if let Some(other) = others.find(|other| is_same(&other.short, &short)) {
        return Err(SHORT.refuse(words.why_snippet_taken(&short, &other.phrase)));
    }
    let (label, change) = match (old, phrase) {
        (None, None) => return Err(PHRASE.refuse(words.why_needs(words.field_phrase()))),
        (Some(old), None) => (words.told_snippet_gone(&short), Change::delete(old)),
        (Some(old), Some(phrase)) => (
            words.told_snippet(&short, &phrase),
            Change::edit(old, |old| (old.short, old.phrase) = (short, phrase)),
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

/// Returns when something began and ended as the forms show it: `08:10:00 - 08:31:05`, or `08:50:00 -` still going on.
pub(crate) fn span_shown(began: Instant, ended: Option<Instant>, dossier: &Dossier) -> String {
    let ended = ended.map(|at| moment(at, dossier)).unwrap_or_default();
    format!("{} - {ended}", moment(began, dossier))
}

/// Returns a moment as the forms show it: to the second, with its day where that is not the meeting's.
pub(crate) fn moment(at: Instant, dossier: &Dossier) -> String {
    fields::with_day(full_time(at), at, dossier)
}
