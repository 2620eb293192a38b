//! The real binary in a pseudo-terminal: keys in, a screen out, a clock that the test sets.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

use super::keys;

/// How long a screen may take to show what is waited for; a machine under load is slow, not wrong.
const PATIENCE: Duration = Duration::from_secs(20);

/// A home of its own for a program under test: a folder, a clock, a book.
pub struct Home {
    pub folder: tempfile::TempDir,
}

impl Home {
    pub fn new() -> Self {
        let home = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        home.set_clock("2023-07-11T07:40:00+07:00");
        home
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn book(&self) -> PathBuf {
        self.path("so.giaoban")
    }

    /// Sets the time that the program sees.
    #[allow(
        clippy::disallowed_methods,
        reason = "the clock of a test may be half written; the program then reads it again"
    )]
    pub fn set_clock(&self, at: &str) {
        let draft = self.path("clock.new");
        std::fs::write(&draft, at).unwrap();
        std::fs::rename(draft, self.path("clock")).unwrap();
    }

    /// Returns the program with these arguments, in this home.
    pub fn command(&self, arguments: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_giaoban"));
        command.args(arguments);
        command.cwd(self.folder.path());
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        command
    }

    /// Runs the program without a terminal and returns its exit and what it printed.
    pub fn output(&self, arguments: &[&str]) -> std::process::Output {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_giaoban"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear();
        command
            .envs(self.environment())
            .stdin(std::process::Stdio::null())
            .output()
            .unwrap()
    }

    fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("HOME", self.folder.path().to_owned()),
            ("TMPDIR", self.folder.path().to_owned()),
            ("GIAOBAN_CLOCK", self.path("clock")),
            ("TERM", "xterm-256color".into()),
        ]
    }

    /// Starts the program over this home's book.
    pub fn start(&self) -> Pty {
        let book = self.book();
        Pty::start(self.command(&["--book", book.to_str().unwrap()]), 80, 24)
    }
}

/// A running program and its screen.
pub struct Pty {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
    /// Everything the program wrote.
    pub written: Arc<Mutex<Vec<u8>>>,
}

impl Pty {
    pub fn start(command: CommandBuilder, cols: u16, rows: u16) -> Self {
        let pair = native_pty_system()
            .openpty(PtySize {
                rows,
                cols,
                pixel_width: 0,
                pixel_height: 0,
            })
            .unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let size = |n: u16| std::num::NonZero::new(n).unwrap();
        let screen = Arc::new(Mutex::new(vt100::Parser::new(size(rows), size(cols), 0)));
        let written = Arc::new(Mutex::new(Vec::new()));
        let (to_screen, to_written) = (Arc::clone(&screen), Arc::clone(&written));
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65536];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                to_screen.lock().unwrap().process(&buffer[..n]);
                to_written.lock().unwrap().extend_from_slice(&buffer[..n]);
            }
        });
        Self {
            child,
            master: pair.master,
            writer,
            screen,
            written,
        }
    }

    /// Sends bytes as they are.
    pub fn send(&mut self, bytes: &[u8]) {
        self.writer.write_all(bytes).unwrap();
        self.writer.flush().unwrap();
    }

    /// Presses keys.
    pub fn press(&mut self, script: &str) {
        // An Esc that another key follows at once would be read as Alt.
        for key in keys::parse(script) {
            self.send(&keys::bytes(key));
            if key == giaoban::app::key::Key::Esc {
                std::thread::sleep(Duration::from_millis(60));
            }
        }
    }

    /// Presses keys and waits until the screen shows a text.
    pub fn expect(&mut self, script: &str, text: &str) {
        self.press(script);
        self.wait_for(text);
    }

    /// Waits until the screen shows a text.
    pub fn wait_for(&self, text: &str) {
        self.wait_until(text, |screen| screen.contains(text));
    }

    pub fn wait_until(&self, what: &str, is_so: impl Fn(&str) -> bool) {
        let start = Instant::now();
        while !is_so(&self.text()) {
            assert!(
                start.elapsed() < PATIENCE,
                "never seen: {what}\n{}",
                self.text()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Returns what the screen shows.
    pub fn text(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// Returns row and column of the hardware cursor.
    pub fn cursor(&self) -> (u16, u16) {
        self.screen.lock().unwrap().screen().cursor_position()
    }

    pub fn is_alternate(&self) -> bool {
        self.screen.lock().unwrap().screen().alternate_screen()
    }

    pub fn resize(&self, cols: u16, rows: u16) {
        let size = |n: u16| std::num::NonZero::new(n).unwrap();
        self.screen
            .lock()
            .unwrap()
            .screen_mut()
            .set_size(size(rows), size(cols));
        self.master
            .resize(PtySize {
                rows,
                cols,
                pixel_width: 0,
                pixel_height: 0,
            })
            .unwrap();
    }

    pub fn process_id(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Kills the program as a power cut to it would.
    pub fn kill(mut self) {
        let _killed = std::process::Command::new("kill")
            .args(["-9", &self.process_id().to_string()])
            .status();
        let _gone = self.child.wait();
    }

    /// Waits until the program has left by itself.
    pub fn wait_end(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "never left\n{}", self.text());
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

/// Returns a fixture of the tests.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}
