//! The program: it holds the book, the open meeting and the screens, and turns events into effects.

pub(crate) mod actions;
pub(crate) mod agenda;
pub(crate) mod choice;
pub mod clipboard;
pub(crate) mod closing;
pub mod command;
pub mod config;
pub(crate) mod configure;
pub(crate) mod desk;
pub(crate) mod details;
pub(crate) mod dialogs;
pub(crate) mod documents;
pub mod effect;
pub mod event;
pub(crate) mod export;
pub(crate) mod field;
pub(crate) mod fields;
pub(crate) mod filter;
pub(crate) mod finder;
pub(crate) mod floor;
pub(crate) mod focus;
pub(crate) mod form;
pub mod handing_out;
pub(crate) mod handover;
pub mod help;
pub(crate) mod import;
pub(crate) mod input;
pub(crate) mod issues;
pub(crate) mod kept;
pub mod key;
pub mod keymap;
pub(crate) mod left_over;
pub(crate) mod legacy;
pub(crate) mod list;
pub(crate) mod look_back;
pub(crate) mod meetings;
pub mod message;
pub mod opener;
pub(crate) mod others;
pub mod outbox;
pub(crate) mod palette;
pub mod papers;
pub(crate) mod perform;
pub(crate) mod place;
pub(crate) mod plan;
pub(crate) mod prepared;
pub(crate) mod present;
pub(crate) mod purposes;
pub(crate) mod put_off;
pub(crate) mod questions;
pub(crate) mod read_back;
pub(crate) mod reading;
pub(crate) mod refresh;
pub(crate) mod review;
pub(crate) mod roll_call;
pub(crate) mod roster;
pub(crate) mod screen;
pub(crate) mod screens;
pub mod search;
pub(crate) mod sentences;
pub(crate) mod series;
pub(crate) mod settings;
pub(crate) mod status;
pub mod theme;
mod touched;
pub(crate) mod transfer;
pub(crate) mod turnout;
pub(crate) mod versions;
pub mod view;
pub(crate) mod ward;
pub(crate) mod year;

use std::path::PathBuf;
use std::time::Duration;

use crate::app::clipboard::{Clipboard, Nowhere};
use crate::app::command::ScreenId;
use crate::app::config::Origins;
use crate::app::dialogs::Dialog;
use crate::app::event::Event;
use crate::app::key::Key;
use crate::app::keymap::Keymap;
use crate::app::opener::{Nobody, Opener};
use crate::app::outbox::Outbox;
use crate::app::place::{DRAFT, LINES, Place, draft_name};
use crate::app::questions::Questions;
use crate::app::screens::Screens;
use crate::app::status::Status;
use crate::app::theme::{BUNDLED, Theme};
use crate::app::view::{Preferences, Shelf, View, Wording};
use crate::clock::{Clock, until_midnight, until_next_second, whole_second};
use crate::meeting::code::MeetingState;
use crate::meeting::dossier::Dossier;
use crate::papers::phrases::Phrases;
use crate::store::{Failure, Store};
use crate::text::dates::Instant;
use crate::text::telex::Method;
use crate::words::{Lang, Words};

pub(crate) use crate::app::configure::{complaint, read_wording};
pub(crate) use crate::app::sentences::{io_why_at, sentence};
pub(crate) use crate::app::transfer::export_failure;

/// The choices of the user from before the program began: flags and configuration.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// The language, if a flag or the configuration names one.
    pub lang: Option<Lang>,
    /// The theme, if a flag or the configuration names one.
    pub theme: Option<String>,
    /// Whether a flag named language or theme, so that the flag wins over the choice made in the program.
    pub is_flagged: bool,
    /// Where the user's own themes lie.
    pub theme_folder: Option<PathBuf>,
    /// Where papers and tables go unless the user names another place.
    pub outbox: Outbox,
    /// Where each value of the program comes from.
    pub origins: Origins,
    /// Whether colours are not wanted at all.
    pub no_colour: bool,
    /// The built-in typing method, if the configuration names one.
    pub typing: Option<Method>,
    /// The file of the configuration, where the platform has a place for it.
    pub config: Option<PathBuf>,
    /// The file of the sentences of the papers, where the platform has a place for it.
    pub phrases_file: Option<PathBuf>,
    /// The user's own sentences of the papers.
    pub phrases: Option<Phrases>,
    /// How their file is.
    pub wording: Wording,
    /// Desks of which no running program has the place: what they left half-typed is taken over.
    pub left: Vec<i64>,
    /// The first error while the program started.
    pub complaint: Option<String>,
}

/// Everything that a view is made of, except the place of the user.
#[derive(Debug)]
struct Room {
    store: Store,
    dossier: Option<Dossier>,
    shelf: Shelf,
    words: Words,
    /// The colours of the theme; none where no colours are wanted.
    theme: Option<Theme>,
    keymap: Keymap,
    themes: Vec<String>,
    typing: Option<Method>,
    now: Instant,
    size: (u16, u16),
    /// The user's own sentences of the papers.
    phrases: Option<Phrases>,
    /// Lines that were typed on the desk before, the latest last.
    typed: Vec<String>,
    /// The settings of the program itself.
    preferences: Preferences,
    /// The key that is being answered.
    key: Option<Key>,
}

impl Room {
    fn questions(&mut self) -> Questions<'_> {
        Questions {
            store: &self.store,
            shelf: &mut self.shelf,
            dossier: self.dossier.as_ref(),
            phrases: self.phrases.as_ref(),
            preferences: &self.preferences,
            words: self.words,
            now: self.now,
            columns: self.size.0,
            rows: self.size.1,
        }
    }

    fn view(&self, screen: ScreenId) -> View<'_> {
        View {
            dossier: self.dossier.as_ref(),
            shelf: &self.shelf,
            words: self.words,
            now: self.now,
            ids: self.store.ids(),
            columns: self.size.0,
            rows: self.size.1,
            keymap: self.keymap,
            themes: &self.themes,
            typing: self.typing,
            typed: &self.typed,
            preferences: &self.preferences,
            phrases: self.phrases.as_ref(),
            screen,
            key: self.key,
        }
    }
}

/// The program.
#[derive(Debug)]
pub struct App {
    room: Room,
    place: Place,
    setup: Setup,
    clock: Box<dyn Clock>,
    clipboard: Box<dyn Clipboard>,
    opener: Box<dyn Opener>,
    status: Option<Status>,
    /// The draft as it was written last.
    draft: String,
    /// The book's version that the memory follows.
    version: i64,
    /// The last entry of the journal that the memory follows.
    head: i64,
    /// Snapshot of the dossier from before another process's first commit while this user is editing;
    /// `is_overtaken` compares the `before` rows of the edit with it.
    snapshot: Option<Box<Dossier>>,
    is_done: bool,
}

impl App {
    /// Returns the program over a book, where its user left it.
    pub fn new(
        store: Store,
        clock: Box<dyn Clock>,
        setup: Setup,
        keymap: Keymap,
    ) -> Result<Self, Failure> {
        let desk = store.desk();
        let draft = store.draft(&draft_name(DRAFT, desk))?.unwrap_or_default();
        let typed = store.draft(&draft_name(LINES, desk))?.unwrap_or_default();
        let place = Place::read(&draft).unasked();
        let was_busy = place.meeting.is_some();
        let version = store.version()?;
        let now = whole_second(clock.now());
        let room = Room {
            store,
            dossier: None,
            shelf: Shelf::default(),
            words: Words::of(Lang::Vi),
            theme: None,
            keymap,
            themes: Vec::new(),
            typing: place.typing.or(setup.typing),
            now,
            size: (80, 21),
            phrases: setup.phrases.clone(),
            typed: serde_json::from_str(&typed).unwrap_or_default(),
            preferences: Preferences {
                theme: String::new(),
                outbox: setup.outbox.clone(),
                origins: setup.origins,
                config: setup.config.clone(),
                phrases: setup.phrases_file.clone(),
                wording: setup.wording.clone(),
            },
            key: None,
        };
        let mut app = Self {
            room,
            place,
            setup,
            clock,
            clipboard: Box::new(Nowhere),
            opener: Box::new(Nobody),
            status: None,
            draft,
            version,
            head: 0,
            snapshot: None,
            is_done: false,
        };
        app.head = app.room.store.head()?;
        app.choose_looks();
        app.reopen()?;
        app.offer_left_over()?;
        if was_busy && app.status.is_none() {
            app.status = Some(Status::said(app.room.words.told_restored()));
        }
        app.doubt_clock();
        Ok(app)
    }

    /// Returns the name under which this desk keeps a draft.
    fn draft_name(&self, name: &str) -> String {
        draft_name(name, self.room.store.desk())
    }

    /// Tells something, for those who start the program.
    pub(crate) fn say(&mut self, status: Status) {
        self.status = Some(status);
    }

    /// Has files and addresses opened by this from now on.
    pub fn open_with(&mut self, opener: Box<dyn Opener>) {
        self.opener = opener;
    }

    /// Hands copied texts to this clipboard from now on.
    pub fn copy_to(&mut self, clipboard: Box<dyn Clipboard>) {
        self.clipboard = clipboard;
    }

    /// Begins on the desk, for a practice copy whose meeting is going on.
    pub fn start_at_desk(&mut self) {
        self.place.screen = ScreenId::Desk;
        self.refresh();
    }

    /// Says whether a clock is on the screen.
    pub(crate) fn shows_clock(&self) -> bool {
        let live = |dossier: &Dossier| match dossier.meeting.state {
            MeetingState::Planned | MeetingState::InSession => true,
            MeetingState::Closed | MeetingState::Final => false,
        };
        let has_clock = self.place.screens.screen(self.place.screen).shows_clock();
        has_clock && self.room.dossier.as_ref().is_some_and(live)
    }

    /// Takes language and theme from the first of: a flag, this desk's memory because the configuration could not be
    /// written, from the configuration.
    fn choose_looks(&mut self) {
        let (lang, theme) = (self.setup.lang, self.setup.theme.clone());
        let (lang, theme) = if self.setup.is_flagged {
            (
                lang.or(self.place.lang),
                theme.or_else(|| self.place.theme.clone()),
            )
        } else {
            (self.place.lang.or(lang), self.place.theme.clone().or(theme))
        };
        self.find_origins();
        self.room.words = Words::of(lang.unwrap_or_default());
        let name = theme.unwrap_or_else(|| BUNDLED[0].0.to_owned());
        if let Some(complaint) = self.setup.complaint.take() {
            self.status = Some(Status::failed(complaint));
        }
        self.take_theme(&name);
    }

    /// Opens the meeting that was open, or the last one of the book.
    fn reopen(&mut self) -> Result<(), Failure> {
        let wanted = match self.place.meeting {
            Some(id) => Some(id),
            None => self.room.store.last_meeting()?,
        };
        self.room.dossier = match wanted {
            Some(id) => self.room.store.dossier(id)?,
            None => None,
        };
        if self.room.dossier.is_none() {
            self.place.meeting = None;
            self.place.screen = ScreenId::Meetings;
        }
        self.refresh();
        self.follow_in_form();
        Ok(())
    }
}

impl App {
    /// Takes the columns of the screen and the rows that its frame leaves to its body.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.room.size = (columns, rows);
        self.refresh();
    }

    /// Handles one event, and says whether the screen may have changed by it.
    pub(crate) fn handle(&mut self, event: Event) -> bool {
        let passed = self.follow_time();
        let has_news = self.follow_others() || passed.is_new_day;
        if has_news {
            // The answer to the key needs the changed rows on the shelf, not an empty shelf.
            self.refresh();
            self.follow_in_form();
        }
        self.place.is_answered = false;
        match event {
            Event::Key(key) => self.press(key),
            Event::Paste(text) => self.paste(&text),
            Event::Written if !has_news => return passed.is_told,
            Event::Resize | Event::Written => {}
        }
        self.refresh();
        self.keep_draft();
        if !self.is_composing() {
            self.snapshot = None;
        }
        true
    }

    /// Updates the clock when no event came.
    pub(crate) fn tick(&mut self) {
        let is_new_day = self.follow_time().is_new_day;
        let has_news = self.follow_others() || is_new_day;
        self.refresh();
        if has_news {
            self.follow_in_form();
        }
    }

    /// Returns how long to wait before the screen changes by itself: with a clock until the next second, without one until
    /// midnight, when what is overdue changes.
    pub(crate) fn next_wake(&self) -> Duration {
        let now = self.clock.now();
        if self.shows_clock() {
            until_next_second(now)
        } else {
            until_midnight(now)
        }
    }

    /// Says whether the user has left.
    pub(crate) fn is_done(&self) -> bool {
        self.is_done
    }

    /// Tidies up what an earlier end has left, once the first frame is on the screen.
    pub(crate) fn fold_log(&self) {
        // Somebody else at work on the book is no trouble: the log is folded another time.
        let _another_time = self.room.store.fold_log();
    }

    /// Returns the view that the frame is drawn from.
    pub fn view(&self) -> View<'_> {
        self.room.view(self.place.screen)
    }

    /// Returns the screens, each as its user left it.
    pub(crate) fn screens(&self) -> &Screens {
        &self.place.screens
    }

    pub(crate) fn dialog(&self) -> Option<&Dialog> {
        self.place.dialog.as_ref()
    }

    /// Returns the sentence of the status line.
    pub(crate) fn status(&self) -> Option<&Status> {
        self.status.as_ref()
    }

    /// Returns the colours of the theme; none where no colours are wanted.
    pub fn theme(&self) -> Option<&Theme> {
        self.room.theme.as_ref()
    }
}
