//! The real program over a screen in memory, a book in memory and a clock that the test sets.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta};
use giaoban::app::clipboard::Clipboard;
use giaoban::app::event::Event;
use giaoban::app::{App, Setup};
use giaoban::cli::demo;
use giaoban::clock::Clock;
use giaoban::meeting::dossier::Dossier;
use giaoban::store::Store;
use giaoban::text::dates::Instant;
use giaoban::tui::keymap::KEYMAP;
use giaoban::tui::program::Program;
use giaoban::tui::theme::Styles;
use giaoban::tui::window::Window;
use giaoban::words::Lang;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::{keys, styles};

/// A clock that stands until it is set.
#[derive(Clone, Debug)]
pub struct StandingClock(pub Rc<Cell<Instant>>);

impl Clock for StandingClock {
    fn now(&self) -> Instant {
        self.0.get()
    }
}

/// Returns the meeting of a new book, which is made once.
pub fn new_dossier() -> Dossier {
    static NEW: LazyLock<Dossier> = LazyLock::new(|| {
        let store = Store::in_memory(morning()).unwrap();
        let id = store.last_meeting().unwrap().unwrap();
        store.dossier(id).unwrap().unwrap()
    });
    NEW.clone()
}

/// A program under test.
pub struct Stage {
    pub app: Window,
    pub terminal: Terminal<TestBackend>,
    clock: StandingClock,
    copied: Rc<RefCell<String>>,
}

/// A clipboard that a test can look into.
#[derive(Debug)]
struct Held(Rc<RefCell<String>>);

impl Clipboard for Held {
    fn take(&mut self, text: &str) -> std::io::Result<()> {
        text.clone_into(&mut self.0.borrow_mut());
        Ok(())
    }
}

/// The morning of the meeting.
pub fn morning() -> Instant {
    DateTime::parse_from_rfc3339("2023-07-11T07:40:00+07:00").unwrap()
}

impl Stage {
    /// A new book on the morning of the meeting, 80×24, Vietnamese.
    pub fn new() -> Self {
        Self::with(Store::in_memory(morning()).unwrap(), (80, 24), Lang::Vi)
    }

    /// The same on a screen of another size.
    pub fn sized(columns: u16, rows: u16) -> Self {
        let store = Store::in_memory(morning()).unwrap();
        Self::with(store, (columns, rows), Lang::Vi)
    }

    /// The practice copy.
    pub fn demo(size: (u16, u16), lang: Lang) -> Self {
        let now = morning() + TimeDelta::minutes(75);
        let mut store = Store::in_memory(now).unwrap();
        demo::fill(&mut store, now).unwrap();
        Self::at(store, size, lang, now)
    }

    pub fn with(store: Store, size: (u16, u16), lang: Lang) -> Self {
        Self::at(store, size, lang, morning())
    }

    /// A program that begins at a time.
    pub fn at(store: Store, size: (u16, u16), lang: Lang, now: Instant) -> Self {
        Self::after(store, size, (lang, now), Vec::new())
    }

    /// A program that begins where these desks have left their places.
    pub fn after(store: Store, size: (u16, u16), begins: (Lang, Instant), left: Vec<i64>) -> Self {
        let (lang, now) = begins;
        let setup = Setup {
            lang: Some(lang),
            is_flagged: true,
            left,
            ..Setup::default()
        };
        Self::set_up(store, size, now, setup)
    }

    /// A program of a user who has chosen this.
    pub fn set_up(store: Store, size: (u16, u16), now: Instant, setup: Setup) -> Self {
        let clock = StandingClock(Rc::new(Cell::new(now)));
        let mut app = Window::new(App::new(store, Box::new(clock.clone()), setup, KEYMAP).unwrap());
        app.resize(size.0, size.1);
        let copied = Rc::default();
        app.app.copy_to(Box::new(Held(Rc::clone(&copied))));
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        let mut stage = Self {
            app,
            terminal,
            clock,
            copied,
        };
        stage.draw();
        stage
    }

    /// Sets the time of the day.
    pub fn set_time(&mut self, time: &str) {
        let at = format!("2023-07-11T{time}+07:00");
        self.clock.0.set(DateTime::parse_from_rfc3339(&at).unwrap());
        self.app.tick();
        self.draw();
    }

    /// Sets the day and the time.
    pub fn set_moment(&mut self, at: &str) {
        self.clock.0.set(DateTime::parse_from_rfc3339(at).unwrap());
        self.app.tick();
        self.draw();
    }

    /// Lets the clock go on minute by minute, as it does while the desk is watched.
    pub fn wait(&mut self, minutes: i64) -> &mut Self {
        for _ in 0..minutes {
            self.clock.0.set(self.clock.0.get() + TimeDelta::minutes(1));
            self.app.tick();
        }
        self.draw();
        self
    }

    /// Lets the program see what another has written to its book.
    pub fn look(&mut self) -> &mut Self {
        self.app.handle(Event::Written);
        self.draw();
        self
    }

    /// Returns what was copied last.
    pub fn copied(&self) -> String {
        self.copied.borrow().clone()
    }

    /// Presses keys, one after another, and draws.
    pub fn press(&mut self, script: &str) -> &mut Self {
        for key in keys::parse(script) {
            self.app.handle(Event::Key(key));
        }
        self.draw();
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.app.handle(Event::Paste(text.to_owned()));
        self.draw();
        self
    }

    pub fn draw(&mut self) {
        let app = &self.app;
        self.terminal.draw(|frame| app.draw(frame)).unwrap();
    }

    /// Returns what the screen shows, row by row.
    pub fn text(&self) -> String {
        self.terminal.backend().to_string()
    }

    /// Returns the open meeting as the program holds it.
    pub fn dossier(&self) -> Dossier {
        self.app.app.view().dossier.unwrap().clone()
    }

    /// Returns what the screen shows, and below it what it is drawn with.
    pub fn styled(&self) -> String {
        let styles = Styles::worn(self.app.app.theme());
        let buffer = self.terminal.backend().buffer();
        format!("{}\n{}", self.text(), styles::runs(buffer, &styles))
    }

    /// Fails unless the screen shows a text.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Self {
        assert!(
            self.text().contains(text),
            "not seen: {text}\n{}",
            self.text()
        );
        self
    }

    /// Fails if the screen shows a text.
    #[track_caller]
    pub fn misses(&mut self, text: &str) -> &mut Self {
        assert!(!self.text().contains(text), "seen: {text}\n{}", self.text());
        self
    }
}
