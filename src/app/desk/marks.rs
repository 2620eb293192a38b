//! Several lines of the stream at once: marked one by one, then moved or turned into another kind together.

use crate::app::choice::{Offered, in_meeting};
use crate::app::command::EditCommand;
use crate::app::desk::capture::with_links;
use crate::app::desk::choices::DeskChoice;
use crate::app::desk::forms::{DeskForm, UNIT, find_seat, moment, outside_meeting};
use crate::app::desk::time_conflicts::{Asked, Moving};
use crate::app::desk::{Desk, choose};
use crate::app::effect::{Effect, done};
use crate::app::fields;
use crate::app::fields::item::ITEM;
use crate::app::form::{Field, Filled, Form, FormSpec, Refusal};
use crate::app::message::Message;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::agenda;
use crate::meeting::capture::{self, Capture, Sort};
use crate::meeting::change::Change;
use crate::meeting::code::NoteKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry, EntryId, Filter, LineRefusal, Placement};
use crate::text::dates::{Instant, time};
use crate::text::find::best;
use crate::words::Words;

impl Desk {
    /// Returns what a key does while a line is selected and nothing is typed, so that no text is meant: a space marks the
    /// line, a slash finds another one. Nothing where the key is typed.
    pub(crate) fn typed_in_stream(
        &mut self,
        command: EditCommand,
        view: &View,
    ) -> Option<Vec<Effect>> {
        let is_in_stream = self.selected.is_some() && self.line.text().is_empty();
        let dossier = view.dossier.filter(|_| is_in_stream)?;
        match command {
            EditCommand::Type(' ') => Some(self.mark(dossier, view)),
            EditCommand::Type('/') => Some(choose(DeskChoice::Jump)),
            EditCommand::Home => Some(self.select(notes::filtered(dossier, self.filter).first())),
            EditCommand::End => Some(self.select(notes::filtered(dossier, self.filter).last())),
            EditCommand::Type(_)
            | EditCommand::Left
            | EditCommand::Right
            | EditCommand::Backspace
            | EditCommand::Delete
            | EditCommand::DeleteWord
            | EditCommand::Clear => None,
        }
    }

    /// Selects a line at an end of the stream.
    fn select(&mut self, line: Option<&Entry>) -> Vec<Effect> {
        self.selected = line.map(|line| line.id());
        Vec::new()
    }

    /// Marks the selected line or lets it go.
    pub(crate) fn mark(&mut self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        let selected = self.selected.and_then(|id| notes::entry(dossier, id));
        let Some(id) = selected.map(Entry::id) else {
            return vec![Effect::Say(Status::warned(view.words.why_no_line()))];
        };
        match self.marked.iter().position(|marked| *marked == id) {
            Some(place) => drop(self.marked.remove(place)),
            None => self.marked.push(id),
        }
        let sentence = view.words.lines_marked(self.marked.len());
        vec![Effect::Say(Status::said(sentence))]
    }

    /// Asks where the marked lines are moved to, or the selected line, or else the last one.
    pub(crate) fn place(&self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        if self.marked.is_empty() {
            return self.on_line(dossier, view, |entry| {
                vec![Effect::Fill(Form::open(DeskForm::Place(entry.id()), view))]
            });
        }
        let sealed = view.sealed().map(|refusal| vec![Effect::Say(refusal)]);
        let form = || Form::open(DeskForm::Places(self.marked.clone()), view);
        sealed.unwrap_or_else(|| vec![Effect::Fill(form())])
    }

    /// Asks for the new kind of the marked lines, or of the selected line, or else of the last one.
    pub(crate) fn retype(&self, dossier: &Dossier, view: &View) -> Vec<Effect> {
        if self.marked.is_empty() {
            return self.on_line(dossier, view, |entry| choose(DeskChoice::Kind(entry.id())));
        }
        let sealed = view.sealed().map(|refusal| vec![Effect::Say(refusal)]);
        sealed.unwrap_or_else(|| choose(DeskChoice::Kinds(self.marked.clone())))
    }
}

const KIND: Field<Option<Sort>> = Field::new("kind", Words::field_line_kind, |typed| {
    if typed.text.is_empty() {
        return Ok(None);
    }
    let words = typed.view.words;
    let sorts = sorts();
    let signed = sorts
        .iter()
        .find(|sort| capture::sign(**sort).is_some_and(|sign| typed.text == sign.to_string()));
    if let Some(sort) = signed {
        return Ok(Some(*sort));
    }
    let names = sorts.iter().map(|sort| name_of(*sort, words));
    let names: Vec<&str> = names.collect();
    match best(typed.text, names.iter().copied())[..] {
        [only] => Ok(sorts.get(only).copied()),
        [] | [_, _, ..] => Err(words.why_not_a_line_kind(typed.text, &names.join(", "))),
    }
});

const MOMENT: Field<Option<Instant>> = Field::new("moment", Words::field_moment, fields::moment);

/// The kinds that a line can become: those with a sign first.
pub(crate) fn sorts() -> Vec<Sort> {
    let kinds = NoteKind::ALL.iter().map(|kind| Sort::Note(*kind));
    let unsigned = kinds.filter(|sort| capture::sign(*sort).is_none());
    let signed = capture::signs().map(|(_, sort)| sort);
    signed.chain(unsigned).collect()
}

fn name_of(sort: Sort, words: Words) -> &'static str {
    words.sort(sort, NoteKind::Information)
}

/// Item, unit, kind and time of several lines; what is left empty stays as it is.
pub(crate) fn places_form(ids: &[EntryId], view: &View) -> FormSpec {
    let words = view.words;
    let known = view.dossier.and_then(|dossier| {
        let mut entries = ids.iter().filter_map(|id| notes::entry(dossier, *id));
        entries.next()
    });
    let ids = ids.to_vec();
    let kinds: Vec<&str> = sorts()
        .into_iter()
        .map(|sort| name_of(sort, words))
        .collect();
    FormSpec::new(words.form_places(ids.len()), words)
        .about(known)
        .noting([words.places_note().to_owned()])
        .field(&ITEM, "")
        .field(&UNIT, "")
        .field(&KIND, "")
        .picked_and_noted(&kinds)
        .field(&MOMENT, "")
        .at_first_field()
        .then(move |filled, view| move_all(&ids, filled, view))
}

fn move_all(ids: &[EntryId], filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let dossier = filled.meeting()?;
    let (item, unit) = (filled.read(&ITEM)?, filled.read(&UNIT)?);
    let (sort, at) = (filled.read(&KIND)?, filled.read(&MOMENT)?);
    let seat = unit
        .map(|typed| find_seat(&typed, dossier, words))
        .transpose()
        .map_err(|why| UNIT.refuse(why))?;
    if let Some(at) = at.filter(|at| *at > view.now) {
        return Err(MOMENT.refuse(words.why_in_future(&moment(at, dossier))));
    }
    let mut lines = Vec::new();
    for id in ids {
        let Some(entry) = notes::entry(dossier, *id) else {
            continue;
        };
        let own = match entry {
            Entry::Note(note) => note.seat,
            Entry::Conclusion(_) | Entry::Action(_) if seat.is_some() => {
                return Err(UNIT.refuse(words.why_not_said()));
            }
            Entry::Conclusion(_) | Entry::Action(_) => None,
        };
        if let Some(at) = at.filter(|at| agenda::leaves_meeting(dossier, Some(entry.at()), *at)) {
            return Err(MOMENT.refuse(outside_meeting(at, dossier, words)));
        }
        // A guest's line that stays the guest's is not given to nobody.
        let to = Placement {
            at: at.unwrap_or(entry.at()),
            item: item.or(entry.item()),
            seat: seat.or(own),
        };
        lines.push((*id, to));
    }
    let moving = Moving {
        lines,
        sort,
        seat,
        asked: Asked::of(DeskForm::Places(ids.to_vec()), filled),
    };
    let moved = moving.submit(dossier, view);
    moved.map_err(|why| KIND.refuse(words.refusal(why)))
}

/// Returns the changes that turn lines into another kind, from the meeting as it is once they were moved.
pub(crate) fn retyped(
    ids: &[EntryId],
    sort: Sort,
    (before, moved): (&Dossier, &Dossier),
    view: &View,
) -> Result<Vec<Change>, LineRefusal> {
    let mut changes = Vec::new();
    for id in ids {
        let now = moved.after(&changes);
        let Some(entry) = notes::entry(&now, *id) else {
            continue;
        };
        // What becomes an answer or an action may name its issue in its words.
        let line = capture::with_code_read(Capture {
            sort,
            ..notes::capture_of(&now, entry)
        });
        let written = view.writing(before).after(&now).rewrite(entry, &line)?;
        changes.extend(written);
    }
    Ok(changes)
}

/// The kinds that the marked lines can become.
pub(crate) fn kinds(ids: &[EntryId], view: &View) -> Vec<Offered> {
    let options = sorts().into_iter().map(|sort| {
        let ids = ids.to_vec();
        let sign = capture::sign(sort).map(String::from).unwrap_or_default();
        Offered::in_meeting(
            name_of(sort, view.words),
            sign,
            move |dossier, view| match retyped(&ids, sort, (dossier, dossier), view) {
                Ok(changes) => {
                    let label = view
                        .words
                        .told_lines_retyped(ids.len(), name_of(sort, view.words));
                    let label = with_links(label, &changes, dossier, view);
                    let mut effects = done(label, changes);
                    effects.push(Effect::Tell(Message::LetGoLines));
                    effects
                }
                Err(refusal) => {
                    let why = Status::warned(view.words.refusal(refusal));
                    vec![Effect::Close, Effect::Say(why)]
                }
            },
        )
    });
    options.collect()
}

/// The lines of the stream, the newest first, to be found by their words.
pub(crate) fn lines(view: &View) -> Vec<Offered> {
    in_meeting(view, |dossier| {
        let stream = notes::stream(dossier).into_iter().rev();
        let options = stream.map(|entry| {
            let id = entry.id();
            let line = notes::capture_of(dossier, entry);
            let whom = view.words.whom(&line.whom, dossier);
            let label = format!("{} {whom} · {}", time(entry.at()), entry.text());
            Offered::new(label, name_of(line.sort, view.words), move |_| {
                vec![
                    Effect::Close,
                    Effect::Tell(Message::ShowLines(Filter::default())),
                    Effect::Tell(Message::SelectLine(id)),
                ]
            })
        });
        options.collect()
    })
}
