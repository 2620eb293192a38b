//! A text to be read aloud to the chair, or to be sent to who is late, large, that can be copied.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, ReadingCommand};
use crate::app::effect::{Effect, no_meeting};
use crate::app::keymap::Context;
use crate::app::list::Listing;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::actions::{Query, Scope};
use crate::meeting::cell::Id;
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::Unit;
use crate::papers::phrases::Phrases;
use crate::papers::reminder::{reminder, reminders};
use crate::papers::roll_call::read_aloud;
use crate::store::Failure;
use crate::text::width::wrap;

/// The texts that can be read aloud or copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum What {
    /// The roll, as it is reported to the chair.
    #[default]
    Roll,
    /// The reminder of a unit, or of all late units.
    Reminder(Option<Id<Unit>>),
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Reading {
    pub(crate) what: What,
    /// Lines above the first one shown.
    pub(crate) scroll: usize,
}

impl Screen for Reading {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Reading, Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Reading(command) = command else {
            return Vec::new();
        };
        match (command, self.text(view)) {
            (ReadingCommand::Cancel, _) => vec![Effect::Back],
            (ReadingCommand::Copy, None) => self.nothing(view),
            (ReadingCommand::Copy, Some(text)) => vec![Effect::Copy(text), Effect::Close],
        }
    }

    fn listing(&mut self, view: &View) -> Option<Listing<'_>> {
        let rows = usize::from(view.rows.saturating_sub(4)).max(1);
        let lines = self.lines(view).len();
        Some(Listing::text(&mut self.scroll, lines, rows))
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        if let What::Reminder(unit) = self.what {
            ask_reminder(unit, book)?;
        }
        Ok(Vec::new())
    }
}

impl Reading {
    /// Returns the text of something, from its first line.
    pub(crate) fn of(what: What) -> Self {
        Self { what, scroll: 0 }
    }

    /// Closes, because there is nothing to copy, and says why.
    fn nothing(&self, view: &View) -> Vec<Effect> {
        match self.what {
            What::Roll => no_meeting(view.words),
            What::Reminder(_) => vec![
                Effect::Close,
                Effect::Say(Status::warned(view.words.reminder_none())),
            ],
        }
    }

    /// Returns the text as it is copied, if there is one.
    pub(crate) fn text(&self, view: &View) -> Option<String> {
        match self.what {
            What::Roll => view
                .dossier
                .map(|dossier| read_aloud(dossier, &worded(dossier, view)).join("\n")),
            What::Reminder(unit) => {
                let cached = view.shelf.reminder.as_ref();
                cached.filter(|(of, _)| *of == unit)?.1.clone()
            }
        }
    }
}

impl Reading {
    /// Returns the lines of the text, broken for the width of the window.
    pub(crate) fn lines(&self, view: &View) -> Vec<String> {
        let room = usize::from(columns(view).saturating_sub(6));
        match (self.what, view.dossier) {
            (What::Roll, Some(dossier)) => apart(dossier, view, room),
            (What::Roll, None) => Vec::new(),
            (What::Reminder(_), _) => {
                let text = self.text(view);
                wrap(text.as_deref().unwrap_or(view.words.reminder_none()), room)
            }
        }
    }
}

/// Returns the columns of the window.
pub(crate) fn columns(view: &View) -> u16 {
    (view.columns * 4 / 5).clamp(40, 96).min(view.columns)
}

/// Returns the sentences of the papers as the issuer of the meeting writes them.
fn worded<'a>(dossier: &Dossier, view: &View<'a>) -> Cow<'a, Phrases> {
    Phrases::worded(view.phrases, Some(&dossier.issuer))
}

/// The sentences, each on lines of its own, with room between them.
fn apart(dossier: &Dossier, view: &View, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for sentence in read_aloud(dossier, &worded(dossier, view)) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(wrap(&sentence, room));
    }
    lines
}

/// Asks for the reminder of a unit, whatever the register shows, or of all late units that it shows.
fn ask_reminder(unit: Option<Id<Unit>>, book: &mut Questions) -> Result<(), Failure> {
    let cached = book.shelf.reminder.as_ref();
    if cached.is_some_and(|(of, _)| *of == unit) {
        return Ok(());
    }
    let query = match unit {
        Some(_) => Query {
            scope: Scope { unit, focus: None },
            ..Query::all(book.today())
        },
        None => book.shelf.register_query(book.today()),
    };
    let table = book.store.action_table(&query)?;
    let phrases = Phrases::worded(book.phrases, table.issuer.as_ref());
    let text = match unit {
        Some(unit) => reminder(&table, unit, &phrases),
        None => reminders(&table, &phrases),
    };
    book.shelf.reminder = Some((unit, text));
    Ok(())
}
