//! The conclusions that were written beforehand, in front of the desk: one key takes one as the chair says it, puts it into
//! the line to be changed, or drops it.

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, ListCommand, PreparedCommand};
use crate::app::effect::{Effect, no_meeting};
use crate::app::fields;
use crate::app::fields::item::ITEM;
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::keymap::Context;
use crate::app::list;
use crate::app::message::Message;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::capture::line_of;
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::code::PreparedState;
use crate::meeting::dossier::Dossier;
use crate::meeting::focus;
use crate::meeting::notes::{self, Entry, Place};
use crate::meeting::prepared::{self, Draft};
use crate::meeting::rows::{FocusArea, Prepared};
use crate::words::Words;

/// The list in front of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PreparedDialog {
    pub(crate) selected: usize,
    /// Whether the line of the desk is empty, so that one can be put there.
    is_free: bool,
}

impl PreparedDialog {
    /// Returns the list at its first one.
    pub(crate) fn new(is_free: bool) -> Self {
        Self {
            selected: 0,
            is_free,
        }
    }

    /// Returns the place of the selected one among so many.
    pub(crate) fn here(self, total: usize) -> usize {
        self.selected.min(total.saturating_sub(1))
    }
}

impl Screen for PreparedDialog {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Prepared, Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Prepared(command) = command else {
            return Vec::new();
        };
        let Some(dossier) = view.dossier else {
            return no_meeting(view.words);
        };
        if command == PreparedCommand::Cancel {
            return vec![Effect::Back];
        }
        if let Some(refusal) = view.over() {
            return vec![Effect::Say(refusal)];
        }
        let form = |id| vec![Effect::Fill(Form::open(PreparedForm(id), view))];
        if command == PreparedCommand::Write {
            return form(None);
        }
        let all = prepared::in_order(dossier);
        let Some(one) = all.get(self.here(all.len())) else {
            return warn(view.words.why_none_prepared());
        };
        match command {
            PreparedCommand::Take => take(one, dossier, view),
            PreparedCommand::Change => self.change(one, dossier, view),
            PreparedCommand::Drop => drop_or_keep(one, dossier, view),
            PreparedCommand::Edit => form(Some(one.id)),
            PreparedCommand::Write | PreparedCommand::Cancel => Vec::new(),
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        let Some(dossier) = view.dossier else { return };
        let total = dossier.prepared.len();
        let rows = usize::from(view.rows);
        self.selected = list::moved(self.here(total), total, rows, command);
    }

    fn lets_undo_pass(&self) -> bool {
        true
    }
}

fn warn(why: &str) -> Vec<Effect> {
    vec![Effect::Say(Status::warned(why))]
}

/// Returns why the chair cannot say one now: the meeting has not begun, or it was said.
fn refused(one: &Prepared, dossier: &Dossier, words: Words) -> Option<Vec<Effect>> {
    if dossier.meeting.is_planned() {
        return Some(warn(words.why_not_begun()));
    }
    (one.state == PreparedState::Taken).then(|| warn(words.why_prepared_taken()))
}

/// Takes one as it is: it becomes a conclusion of this moment.
fn take(one: &Prepared, dossier: &Dossier, view: &View) -> Vec<Effect> {
    if let Some(refusal) = refused(one, dossier, view.words) {
        return refusal;
    }
    let place = Place::now(dossier, view.now);
    match view.writing(dossier).write(&prepared::line(one), place) {
        Ok(mut changes) => {
            changes.push(prepared::decide(one, PreparedState::Taken, view.now));
            let label = view.words.told_prepared_taken();
            vec![Effect::Commit(Transaction::new(label, changes))]
        }
        Err(refusal) => warn(view.words.refusal(refusal)),
    }
}

/// Drops one, or lets one that was decided on wait again; the conclusion that it became goes with that.
fn drop_or_keep(one: &Prepared, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let words = view.words;
    let (state, label) = match (one.state, prepared::said(one, dossier)) {
        (PreparedState::Taken, Some(said)) => {
            let changes = notes::remove(dossier, Entry::Conclusion(said));
            let label = words.told_prepared_back();
            return vec![Effect::Commit(Transaction::new(label, changes))];
        }
        (PreparedState::Waiting, _) => (PreparedState::Dropped, words.told_prepared_dropped()),
        (PreparedState::Taken | PreparedState::Dropped, _) => {
            (PreparedState::Waiting, words.told_prepared_waits())
        }
    };
    let change = prepared::decide(one, state, view.now);
    vec![Effect::Commit(Transaction::new(label, vec![change]))]
}

impl PreparedDialog {
    /// Puts one into the line of the desk with its signs; it is taken once the line is written.
    fn change(self, one: &Prepared, dossier: &Dossier, view: &View) -> Vec<Effect> {
        if let Some(refusal) = refused(one, dossier, view.words) {
            return refusal;
        }
        if !self.is_free {
            return warn(view.words.why_line_not_free());
        }
        let line = line_of(&prepared::line(one), dossier);
        vec![
            Effect::CloseAll,
            Effect::Tell(Message::TakeUp(one.id, line)),
        ]
    }
}

const TEXT: Field<String> = Field::new("text", Words::field_prepared, fields::needed);

/// The focus area, by its number.
const AREA: Field<Option<Id<FocusArea>>> =
    Field::new("area", Words::field_prepared_area, |typed| {
        let Some(number) = fields::count(typed)? else {
            return Ok(None);
        };
        let dossier = typed.view.dossier;
        let areas = dossier.map(focus::in_force).unwrap_or_default();
        let area = areas.iter().find(|area| area.number == number);
        let why = || typed.view.words.problem_unknown_focus(&number.to_string());
        Ok(Some(area.ok_or_else(why)?.id))
    });

/// The form of one that is there, or of a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PreparedForm(Option<Id<Prepared>>);

impl Kept for PreparedForm {
    const NAME: &'static str = "Prepared";
}

impl FormPurpose for PreparedForm {
    fn spec(&self, view: &View) -> FormSpec {
        let id = self.0;
        let one = id.and_then(|id| view.dossier?.prepared.get(id));
        let item = one.and_then(|one| view.dossier?.items.get(one.item?));
        let area = one.and_then(|one| view.dossier?.focus.get(one.focus?));
        let form = FormSpec::new(view.words.form_prepared(), view.words);
        let form = match id {
            Some(_) => form.about(one),
            None => form,
        };
        form.field(&TEXT, one.map_or("", |one| &one.text))
            .field(&AREA, shown(area.map(|area| area.number)))
            .field(&ITEM, shown(item.map(|item| item.position)))
            .at_first_field()
            .then(move |filled, view| submit(id, filled, view))
    }
}

fn shown(number: Option<i64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn submit(id: Option<Id<Prepared>>, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let dossier = filled.meeting()?;
    let draft = Draft {
        text: filled.read(&TEXT)?,
        focus: filled.read(&AREA)?,
        item: filled.read(&ITEM)?,
    };
    let change = match id {
        Some(id) => prepared::reword(filled.found(dossier.prepared.get(id))?, draft),
        None => prepared::write(dossier, draft, view.ids),
    };
    let label = view.words.told_prepared();
    Ok(vec![
        Effect::Commit(Transaction::new(label, vec![change])),
        Effect::Close,
    ])
}
