//! A bar on the last line of the terminal, for work that takes longer than a moment before the first screen.
//!
//! ```text
//! Lập chỉ mục tra cứu ███████████████░░░░░░░░░░░░░░░  51 %
//! ```

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Work that takes less time than this shows no bar.
const MOMENT: Duration = Duration::from_millis(300);

/// Columns of the bar itself.
const COLUMNS: usize = 30;

/// A bar; it goes from the terminal when the work is done.
#[derive(Debug)]
pub(crate) struct Bar {
    label: &'static str,
    began: Instant,
    is_terminal: bool,
    /// The share that was drawn last, in hundredths.
    shown: Option<usize>,
}

impl Bar {
    /// Returns a bar for work that begins now.
    pub(crate) fn new(label: &'static str) -> Self {
        Self {
            label,
            began: Instant::now(),
            is_terminal: std::io::stderr().is_terminal(),
            shown: None,
        }
    }

    /// Says how much of the work is done.
    pub(crate) fn show(&mut self, done: usize, total: usize) {
        let hundredths = done.saturating_mul(100) / total.max(1);
        if !self.is_terminal || self.began.elapsed() < MOMENT || self.shown == Some(hundredths) {
            return;
        }
        self.shown = Some(hundredths);
        tell(&format!("\r{}", line(self.label, hundredths)));
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if self.shown.is_some() {
            tell("\r\u{1b}[K");
        }
    }
}

/// Writes to the terminal; one that is gone does not stop the work.
fn tell(text: &str) {
    let mut out = std::io::stderr();
    let _told = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

fn line(label: &str, hundredths: usize) -> String {
    let full = (COLUMNS * hundredths / 100).min(COLUMNS);
    let bar = format!("{}{}", "█".repeat(full), "░".repeat(COLUMNS - full));
    format!("{label} {bar} {hundredths:>3} %")
}
