//! The events of a Unix terminal: its bytes, read by ourselves, and the signal that its size has changed.
//!
//! `crossterm` takes an ESC at the end of a read for the key, and leaves what exceeds its buffer until the next key:
//! over a slow network the one types the rest of a sequence, and input methods that send bursts run into the other.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read, Stdin};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::pipe;

use super::{Event, Source};
use crate::tui::decode::Decoder;

/// Bytes of one read: what a terminal holds for us at most.
const READ_BYTES: usize = 4096;

/// Events of the terminal that the program runs in.
#[derive(Debug)]
pub struct Terminal {
    input: Stdin,
    /// Has something to read when the size has changed.
    resized: UnixStream,
    decoder: Decoder,
    /// Events that have been read and not yet handed on.
    ready: VecDeque<Event>,
    /// When the decoder has waited long enough for the rest of what has begun.
    gives_up_at: Option<Instant>,
}

/// What a wait has brought.
#[derive(Clone, Copy)]
struct Woken {
    by_input: bool,
    by_resize: bool,
}

impl Terminal {
    /// Begins to listen to the terminal.
    pub fn new() -> io::Result<Self> {
        let (resized, signal) = UnixStream::pair()?;
        resized.set_nonblocking(true)?;
        pipe::register(SIGWINCH, signal)?;
        Ok(Self {
            input: io::stdin(),
            resized,
            decoder: Decoder::default(),
            ready: VecDeque::new(),
            gives_up_at: None,
        })
    }

    /// Sleeps until there is something to read, or the time has passed.
    fn sleep(&self, time: Option<Duration>) -> io::Result<Woken> {
        let mut watched = [
            PollFd::new(&self.input, PollFlags::IN),
            PollFd::new(&self.resized, PollFlags::IN),
        ];
        // A time that the system cannot count is as good as none.
        let time = time.and_then(|time| Timespec::try_from(time).ok());
        match poll(&mut watched, time.as_ref()) {
            // A signal has its own way to tell what it wants.
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        // A terminal that is gone can be read too: that says so.
        let [by_input, by_resize] = watched.map(|watched| !watched.revents().is_empty());
        Ok(Woken {
            by_input,
            by_resize,
        })
    }

    /// Reads what the terminal has; one that is gone is an error, so that nobody waits for it.
    fn read(&mut self) -> io::Result<()> {
        let mut bytes = [0; READ_BYTES];
        let count = match rustix::io::read(&self.input, &mut bytes) {
            Ok(0) | Err(Errno::IO) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(count) => count,
            Err(Errno::INTR | Errno::AGAIN) => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        self.decoder
            .feed(bytes.get(..count).unwrap_or_default(), &mut self.ready);
        let patience = self.decoder.patience();
        self.gives_up_at = patience.and_then(|patience| Instant::now().checked_add(patience));
        Ok(())
    }

    /// Forgets how often the size has changed: what counts is the size it has now.
    fn forget_resizes(&mut self) -> io::Result<()> {
        let mut bytes = [0; 64];
        loop {
            match self.resized.read(&mut bytes) {
                Ok(1..) => {}
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Ok(_) => return Err(ErrorKind::BrokenPipe.into()),
                Err(error) => return Err(error),
            }
        }
    }
}

impl Source for Terminal {
    fn next(&mut self, wait: Option<Duration>) -> io::Result<Option<Event>> {
        let end = wait.and_then(|wait| Instant::now().checked_add(wait));
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Ok(Some(event));
            }
            let first = end.into_iter().chain(self.gives_up_at).min();
            let woken = self.sleep(first.map(|at| at.saturating_duration_since(Instant::now())))?;
            if woken.by_resize {
                self.forget_resizes()?;
                return Ok(Some(Event::Resize));
            }
            if woken.by_input {
                self.read()?;
                continue;
            }
            // Only now, with nothing left to read, is it sure that nothing followed.
            let now = Instant::now();
            if self.gives_up_at.is_some_and(|at| at <= now) {
                self.gives_up_at = None;
                self.ready.extend(self.decoder.give_up());
            } else if end.is_some_and(|end| end <= now) {
                return Ok(None);
            }
        }
    }
}
