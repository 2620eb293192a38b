//! F11 Cài đặt: the settings of the book and of the program, a line each, and where each is stored.

pub(crate) mod choices;
pub(crate) mod days_off;
pub(crate) mod forms;
pub(crate) mod lines;

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, ListCommand, ScreenId, SettingsCommand};
use crate::app::desk::forms::{DeskForm, PHRASE};
use crate::app::effect::Effect;
use crate::app::form::Form;
use crate::app::keymap::Context;
use crate::app::list;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::settings::choices::SettingsChoice;
use crate::app::settings::forms::{SettingsForm, setting_sentence};
use crate::app::settings::lines::{Part, SettingEntry, SettingLine, heading, is_on, lines};
use crate::app::status::Status;
use crate::app::view::{View, Wording};
use crate::meeting::change::{Change, Transaction};
use crate::meeting::settings::{self, BookSettings, Switch};
use crate::store::Failure;
use crate::text::find::best;
use crate::text::finder::Finder;

pub(crate) use crate::app::settings::lines::Setting;

/// Where the user is in the settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// The selected setting; at first, the first.
    pub(crate) setting: Option<Setting>,
    /// The typed text that finds a setting.
    #[serde(skip)]
    pub(crate) query: Finder,
}

/// Rows at the foot: two of the hint, and the field.
pub(crate) const FOOT: u16 = 3;

impl Screen for Settings {
    fn contexts(&self) -> &'static [Context] {
        &[
            Context::Screen(ScreenId::Settings),
            Context::List,
            Context::Text,
        ]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Settings(command) = command else {
            return Vec::new();
        };
        let Some(book) = &view.shelf.settings else {
            return Vec::new();
        };
        let lines = lines(book, view);
        let Some(here) = lines.get(self.place(&lines)) else {
            return Vec::new();
        };
        if self.is_astray(command, &lines, view) {
            return vec![self.not_found(view)];
        }
        self.query = Finder::default();
        match command {
            SettingsCommand::Edit => change(here.setting, book, view),
            SettingsCommand::Add => add(here.part, view),
            SettingsCommand::Remove => remove(here, book, view),
            SettingsCommand::Raise => self.shift(here, book, false, view),
            SettingsCommand::Lower => self.shift(here, book, true, view),
            SettingsCommand::NextPart => {
                let place = self.place(&lines);
                let mut rest = lines.iter().skip(place);
                let next = rest.find(|line| line.part != here.part);
                self.setting = next.or(lines.first()).map(|line| line.setting);
                Vec::new()
            }
            SettingsCommand::WritePhrases => vec![Effect::WritePhrases],
            SettingsCommand::ReadPhrases => vec![Effect::ReadPhrases],
            SettingsCommand::LeaveSearch => Vec::new(),
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        let Some(book) = &view.shelf.settings else {
            return;
        };
        let lines = lines(book, view);
        let rows = usize::from(view.rows.saturating_sub(FOOT));
        let there = list::moved(self.place(&lines), lines.len(), rows, command);
        self.setting = lines.get(there).map(|line| line.setting);
    }

    fn finder(&mut self) -> Option<&mut Finder> {
        Some(&mut self.query)
    }

    fn find(&mut self, view: &View) -> Vec<Effect> {
        let Some(book) = &view.shelf.settings else {
            return Vec::new();
        };
        let lines = lines(book, view);
        match self.first_match(&lines, view) {
            Some(first) => self.setting = lines.get(first).map(|line| line.setting),
            None if self.query.is_blank() => {}
            None => return vec![self.not_found(view)],
        }
        Vec::new()
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        book.settings()?;
        Ok(Vec::new())
    }
}

impl Settings {
    /// Returns the place of the selected setting.
    pub(crate) fn place(&self, lines: &[SettingLine]) -> usize {
        let mut lines = lines.iter();
        lines
            .position(|line| Some(line.setting) == self.setting)
            .unwrap_or(0)
    }

    /// Returns the first line that answers what was typed: by its name, the part that it stands in, its value.
    fn first_match(&self, lines: &[SettingLine], view: &View) -> Option<usize> {
        let query = self.query.text();
        let named = best(query, lines.iter().map(|line| line.name.as_str()));
        let valued = || best(query, lines.iter().map(|line| line.value.as_str()));
        let parts = || {
            best(
                query,
                lines.iter().map(|line| heading(line.part, view.words)),
            )
        };
        let first = |matches: Vec<usize>| matches.first().copied();
        first(named)
            .or_else(|| first(parts()))
            .or_else(|| first(valued()))
    }

    fn not_found(&self, view: &View) -> Effect {
        let why = view.words.why_no_setting(self.query.text());
        Effect::Say(Status::warned(why))
    }

    /// Says whether a command would touch a line that is not the one that was typed for.
    fn is_astray(&self, command: SettingsCommand, lines: &[SettingLine], view: &View) -> bool {
        let touches = match command {
            SettingsCommand::Edit
            | SettingsCommand::Add
            | SettingsCommand::Remove
            | SettingsCommand::Raise
            | SettingsCommand::Lower => true,
            SettingsCommand::NextPart
            | SettingsCommand::WritePhrases
            | SettingsCommand::ReadPhrases
            | SettingsCommand::LeaveSearch => false,
        };
        touches && !self.query.is_blank() && self.first_match(lines, view).is_none()
    }

    /// Moves the selected line up or down in its list; the selection stays with it.
    fn shift(
        &mut self,
        here: &SettingLine,
        book: &BookSettings,
        is_down: bool,
        view: &View,
    ) -> Vec<Effect> {
        let beside = |place: usize| {
            if is_down {
                place.checked_add(1)
            } else {
                place.checked_sub(1)
            }
        };
        let changes = match here.setting.entry() {
            Some(SettingEntry::Recipient(place)) => beside(place).map(|with| {
                if with < settings::recipients(&book.issuer).len() {
                    self.setting = Some(Setting::Recipient(with));
                }
                settings::swap_recipients(book, place, with, view.ids)
            }),
            Some(SettingEntry::Signatory(id)) => {
                let place = book.signatories.iter().position(|row| row.id == id);
                let with = place.and_then(|place| Some((place, beside(place)?)));
                with.map(|(place, with)| settings::swap_signatories(book, place, with))
            }
            Some(SettingEntry::Snippet(_) | SettingEntry::DayOff(_)) | None => {
                return vec![no_line(view)];
            }
        };
        match changes {
            Some(changes) if !changes.is_empty() => {
                commit(view.words.told_line_moved(&here.value), changes)
            }
            Some(_) | None => Vec::new(),
        }
    }
}

/// Changes a setting: a switch at once, any other by its form or choice.
fn change(setting: Setting, book: &BookSettings, view: &View) -> Vec<Effect> {
    let fill = |form: SettingsForm| vec![Effect::Fill(Form::open(form, view))];
    let choose = |choice: SettingsChoice| {
        let choice = choices::choice(choice, book, view);
        vec![Effect::Choose(choice)]
    };
    match setting {
        Setting::Text(text) => fill(SettingsForm::Text(text)),
        Setting::LastDay => fill(SettingsForm::LastDay),
        Setting::Recipient(place) => {
            let line = settings::recipients(&book.issuer).get(place).copied();
            line.map_or_else(Vec::new, |line| {
                fill(SettingsForm::Recipient(Some(line.to_owned())))
            })
        }
        Setting::NewRecipient => fill(SettingsForm::Recipient(None)),
        Setting::Tone => choose(SettingsChoice::Tone),
        Setting::Switch(switch) => throw(switch, book, view),
        Setting::Signatory(id) => choose(SettingsChoice::Capacity(Some(id))),
        Setting::NewSignatory => choose(SettingsChoice::Capacity(None)),
        Setting::Snippet(id) => {
            let form = DeskForm::Snippet(Some(id));
            vec![Effect::Fill(Form::open_at(form, &PHRASE, view))]
        }
        Setting::NewSnippet => vec![Effect::Fill(Form::open(DeskForm::Snippet(None), view))],
        Setting::DayOff(day) => choose(SettingsChoice::DayOff(Some(day))),
        Setting::NewDayOff => choose(SettingsChoice::DayOff(None)),
        Setting::Lang => choose(SettingsChoice::Lang),
        Setting::Theme => choose(SettingsChoice::Theme),
        Setting::Typing => choose(SettingsChoice::Typing),
        Setting::PapersFolder => fill(SettingsForm::PapersFolder),
        Setting::Wording => vec![match view.preferences.wording {
            Wording::Own => Effect::WritePhrases,
            Wording::Read(_) | Wording::Broken(_) | Wording::Unread(_) => Effect::ReadPhrases,
        }],
    }
}

fn throw(switch: Switch, book: &BookSettings, view: &View) -> Vec<Effect> {
    let is_on = !is_on(switch, &book.issuer);
    let words = view.words;
    let label = setting_sentence(
        words.switch(switch),
        words.yes_or_no(is_on),
        book,
        view.words,
    );
    commit(label, settings::switch(book, switch, is_on, view.ids))
}

/// Adds a line to a part of the screen, if the part is a list.
fn add(part: Part, view: &View) -> Vec<Effect> {
    let Some(book) = &view.shelf.settings else {
        return Vec::new();
    };
    match part {
        Part::Recipients => change(Setting::NewRecipient, book, view),
        Part::Signatories => change(Setting::NewSignatory, book, view),
        Part::Snippets => change(Setting::NewSnippet, book, view),
        Part::DaysOff => change(Setting::NewDayOff, book, view),
        Part::Issuer | Part::Form | Part::Program | Part::Wording => {
            vec![Effect::Say(Status::warned(view.words.why_no_list()))]
        }
    }
}

/// Takes a line out of its list.
fn remove(here: &SettingLine, book: &BookSettings, view: &View) -> Vec<Effect> {
    let words = view.words;
    match here.setting.entry() {
        Some(SettingEntry::Recipient(place)) => commit(
            words.told_recipient_gone(&here.value),
            settings::remove_recipient(book, place, view.ids),
        ),
        Some(SettingEntry::Signatory(id)) => commit(
            words.told_signatory_gone(&here.value),
            settings::remove_signatory(book, id),
        ),
        Some(SettingEntry::Snippet(id)) => {
            let mut known = view.shelf.snippets.iter().flatten();
            let gone = known.find(|snippet| snippet.id == id).map(Change::delete);
            commit(
                words.told_snippet_gone(&here.name),
                gone.into_iter().collect(),
            )
        }
        Some(SettingEntry::DayOff(day)) => commit(
            words.told_day_off_gone(&here.name),
            crate::meeting::days_off::remove(&book.days_off, day, view.ids),
        ),
        None => vec![no_line(view)],
    }
}

fn commit(label: String, changes: Vec<Change>) -> Vec<Effect> {
    vec![Effect::Commit(Transaction::new(label, changes))]
}

fn no_line(view: &View) -> Effect {
    Effect::Say(Status::warned(view.words.why_fixed_line()))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Row {
    Heading(Part),
    /// The line at this place.
    Line(usize),
}

/// Returns the rows of the screen: a heading over each part.
pub(crate) fn rows(lines: &[SettingLine]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut before = None;
    for (place, line) in lines.iter().enumerate() {
        if before != Some(line.part) {
            rows.push(Row::Heading(line.part));
            before = Some(line.part);
        }
        rows.push(Row::Line(place));
    }
    rows
}
