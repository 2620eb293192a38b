//! The program of the system that opens files and addresses, started without a shell.

use std::io;
use std::process::{Command, Stdio};

use crate::app::opener::Opener;

#[cfg(target_os = "macos")]
const PROGRAM: &str = "open";
#[cfg(windows)]
const PROGRAM: &str = "explorer";
#[cfg(not(any(target_os = "macos", windows)))]
const PROGRAM: &str = "xdg-open";

/// What the system opens files with.
#[derive(Debug, Default)]
pub(super) struct OfSystem;

impl Opener for OfSystem {
    fn open(&mut self, place: &str) -> io::Result<()> {
        let mut child = Command::new(PROGRAM)
            .arg(place)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        // Somebody has to take note of its end, but nobody waits for it.
        let waiting = std::thread::Builder::new().stack_size(64 * 1024);
        waiting.spawn(move || child.wait())?;
        Ok(())
    }
}
