//! The forms of the desk: items and when they ran, turns, lines moved and corrected, the end, phrases.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::form::Form;
use crate::app::old_form::Purpose;
use crate::app::view::View;
use crate::meeting::capture::line_of;
use crate::meeting::cell::Id;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry, EntryId};
use crate::meeting::rows::{AgendaItem, Snippet, Speech};
use crate::meeting::{agenda, floor};
use crate::text::dates::{Instant, full_time, short_date};
use crate::words::Words;

/// A form of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeskForm {
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
    /// A line as it would be typed, corrected while it is read back.
    Line(EntryId),
    /// When a turn began and ended.
    Turn(Id<Speech>),
    /// Letters and the phrase that they stand for.
    Snippet(Option<Id<Snippet>>),
}

/// Returns the names of the fields.
pub fn labels(form: DeskForm, words: Words) -> Vec<&'static str> {
    match form {
        DeskForm::Skip(_) => vec![words.field_reason()],
        DeskForm::Item(_) => vec![
            words.field_item(),
            words.field_kind(),
            words.field_minutes(),
            words.field_presenter(),
            words.field_ran(),
        ],
        DeskForm::Insert(_) | DeskForm::OutOfAgenda => vec![
            words.field_item(),
            words.field_kind(),
            words.field_minutes(),
            words.field_presenter(),
        ],
        DeskForm::HardEnd => vec![words.field_hard_end()],
        DeskForm::Place(_) => vec![
            words.field_item_number(),
            words.field_unit(),
            words.field_moment(),
        ],
        DeskForm::Line(_) => vec![words.field_content()],
        DeskForm::Turn(_) => vec![words.field_began(), words.field_ended()],
        DeskForm::Snippet(_) => vec![words.field_short(), words.field_phrase()],
    }
}

/// Returns the title of the form.
pub fn title(form: DeskForm, view: &View) -> String {
    let words = view.words;
    let item = |id: Id<AgendaItem>| {
        let item = view.dossier.and_then(|dossier| dossier.items.get(id));
        item.map_or(String::new(), |item| item.title.clone())
    };
    match form {
        DeskForm::Skip(id) => words.form_skip(&item(id)),
        DeskForm::Item(id) => words.form_item(&item(id)),
        DeskForm::Insert(_) => words.form_insert().to_owned(),
        DeskForm::OutOfAgenda => words.form_out_of_agenda().to_owned(),
        DeskForm::HardEnd => words.form_hard_end().to_owned(),
        DeskForm::Place(_) => words.form_place().to_owned(),
        DeskForm::Line(_) => words.form_line().to_owned(),
        DeskForm::Turn(id) => {
            let dossier = view.dossier;
            let speech = dossier.and_then(|dossier| Some((dossier.speeches.get(id)?, dossier)));
            words.form_turn(speech.map_or("", |(speech, dossier)| floor::name(speech, dossier)))
        }
        DeskForm::Snippet(_) => words.form_snippet().to_owned(),
    }
}

/// Returns the form of a matter that is taken up although it was not planned.
pub fn out_of_agenda() -> Form {
    Form::new(Purpose::Desk(DeskForm::OutOfAgenda), &[""; 4])
}

/// Returns the form of a new item behind a place.
pub fn insert(behind: i64) -> Form {
    Form::new(Purpose::Desk(DeskForm::Insert(behind)), &[""; 4])
}

/// Returns the form of an item.
pub fn item(item: &AgendaItem, dossier: &Dossier, view: &View) -> Form {
    let runs = agenda::runs_of(dossier, item.id).into_iter();
    let ran: Vec<String> = runs
        .map(|run| span_shown(run.began, run.ended, dossier))
        .collect();
    Form {
        field: 0,
        ..Form::new(
            Purpose::Desk(DeskForm::Item(item.id)),
            &[
                &item.title,
                view.words.item_kind(item.kind),
                &item.minutes.to_string(),
                item.presenter.as_deref().unwrap_or_default(),
                ran.join("; ").trim(),
            ],
        )
    }
}

/// Returns the form that moves a line.
pub fn placement(entry: Entry, dossier: &Dossier) -> Form {
    let item = entry.item().and_then(|item| dossier.items.get(item));
    let seat = match entry {
        Entry::Note(note) => note.seat.and_then(|seat| dossier.seats.get(seat)),
        Entry::Conclusion(_) | Entry::Action(_) => None,
    };
    Form {
        field: 0,
        ..Form::new(
            Purpose::Desk(DeskForm::Place(entry.id())),
            &[
                &item
                    .map(|item| item.position.to_string())
                    .unwrap_or_default(),
                seat.map_or("", |seat| &seat.name),
                &moment(entry.at(), dossier),
            ],
        )
    }
}

/// Returns the form that corrects a line while it is read back.
pub fn line(entry: Entry, dossier: &Dossier) -> Form {
    let typed = line_of(&notes::capture_of(dossier, entry), dossier);
    Form::new(Purpose::Desk(DeskForm::Line(entry.id())), &[&typed])
}

/// Returns the form that corrects when a turn began and ended.
pub fn turn(speech: &Speech, dossier: &Dossier) -> Form {
    let shown = |at: Option<Instant>| at.map(|at| moment(at, dossier)).unwrap_or_default();
    Form {
        field: 0,
        ..Form::new(
            Purpose::Desk(DeskForm::Turn(speech.id)),
            &[&shown(speech.began), &shown(speech.ended)],
        )
    }
}

/// Returns when something began and ended as the forms show it: `08:10:00 - 08:31:05`, or `08:50:00 -` still going on.
pub(crate) fn span_shown(began: Instant, ended: Option<Instant>, dossier: &Dossier) -> String {
    let ended = ended.map(|at| moment(at, dossier)).unwrap_or_default();
    format!("{} - {ended}", moment(began, dossier))
}

/// Returns a moment as the forms show it: to the second, with its day where that is not the meeting's.
pub fn moment(at: Instant, dossier: &Dossier) -> String {
    let day = at.date_naive();
    if day == meeting_day(dossier) {
        full_time(at)
    } else {
        format!("{} {}", full_time(at), short_date(day))
    }
}

pub(crate) fn meeting_day(dossier: &Dossier) -> NaiveDate {
    let starts = dossier.meeting.starts;
    dossier.meeting.opened.unwrap_or(starts).date_naive()
}
