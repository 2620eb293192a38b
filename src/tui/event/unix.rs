//! The events of a Unix terminal: its bytes, read by ourselves, and the signal that its size has changed.
//!
//! `crossterm` takes an ESC at the end of a read for the key, and leaves bytes beyond its buffer until the next key:
//! over a slow network the one types the rest of a sequence, and input methods that send bursts run into the other.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read, Stdin};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::pipe;

use crate::tui::decode::Decoder;

#[cfg(target_os = "linux")]
use crate::tui::event::alarm::Alarm;
#[cfg(target_os = "linux")]
use crate::tui::event::watch::Watch;
use crate::tui::event::{Event, Source};

/// Bytes of one read: the size of a terminal's input queue.
const READ_BYTES: usize = 4096;

/// Events of the terminal that the program runs in.
#[derive(Debug)]
pub(crate) struct Terminal {
    input: Stdin,
    /// Readable when the size of the terminal has changed.
    resized: UnixStream,
    decoder: Decoder,
    /// Events that have been read and not yet handed on.
    ready: VecDeque<Event>,
    /// When the decoder stops waiting for the rest of a sequence.
    gives_up_at: Option<Instant>,
    /// Readable when another process has written to the book.
    #[cfg(target_os = "linux")]
    watch: Option<Watch>,
    /// Readable when a long wait is over, however long the machine has slept within it.
    #[cfg(target_os = "linux")]
    alarm: Option<Alarm>,
    /// When to look into the book: a write is seen before it is done, so one look is not enough.
    looks: VecDeque<Instant>,
}

/// What ended a wait; whatever else was ready is still there at the next.
#[derive(Clone, Copy)]
enum Woken {
    Size,
    Input,
    Writer,
    Alarm,
    /// The time has passed, or a signal came.
    Nothing,
}

/// When to look into a book that is being written to: a commit is done once the disk has it.
const LOOKS: [Duration; 3] = [
    Duration::from_millis(25),
    Duration::from_millis(120),
    Duration::from_millis(500),
];

/// How often to look where nothing tells that somebody has written.
const BLIND: Duration = Duration::from_millis(200);

impl Terminal {
    /// Begins to listen to the terminal, and to whoever writes to the book.
    pub(crate) fn new(book: &Path) -> io::Result<Self> {
        let (resized, signal) = UnixStream::pair()?;
        resized.set_nonblocking(true)?;
        pipe::register(SIGWINCH, signal)?;
        Ok(Self {
            input: io::stdin(),
            resized,
            decoder: Decoder::default(),
            ready: VecDeque::new(),
            gives_up_at: None,
            #[cfg(target_os = "linux")]
            watch: Watch::new(book).ok(),
            #[cfg(target_os = "linux")]
            alarm: Alarm::new().ok(),
            looks: VecDeque::new(),
        })
    }

    /// Sleeps until there is something to read, or the time has passed.
    fn sleep(&self, time: Option<Duration>) -> io::Result<Woken> {
        // Of several that are ready at once the first counts.
        let mut wakers = vec![Woken::Size, Woken::Input];
        let mut watched = vec![
            PollFd::new(&self.resized, PollFlags::IN),
            PollFd::new(&self.input, PollFlags::IN),
        ];
        #[cfg(target_os = "linux")]
        if let Some(watch) = &self.watch {
            wakers.push(Woken::Writer);
            watched.push(PollFd::new(watch, PollFlags::IN));
        }
        #[cfg(target_os = "linux")]
        if let Some(alarm) = &self.alarm {
            wakers.push(Woken::Alarm);
            watched.push(PollFd::new(alarm, PollFlags::IN));
        }
        // A time beyond the range of the system call counts as no limit.
        let time = time.and_then(|time| Timespec::try_from(time).ok());
        match poll(&mut watched, time.as_ref()) {
            // A signal is reported through its own pipe.
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        // A terminal that is gone counts as readable: the read that follows returns its error.
        let mut ready = watched.iter().map(|watched| !watched.revents().is_empty());
        let woken = ready.position(|is_ready| is_ready);
        let woken = woken.and_then(|place| wakers.get(place).copied());
        Ok(woken.unwrap_or(Woken::Nothing))
    }

    /// Says whether something tells that the book was written to.
    fn is_watching(&self) -> bool {
        #[cfg(target_os = "linux")]
        return self.watch.is_some();
        #[cfg(not(target_os = "linux"))]
        return false;
    }

    /// Plans when to look into the book that somebody has begun to write to.
    fn plan_looks(&mut self) {
        #[cfg(target_os = "linux")]
        if let Some(watch) = &self.watch {
            watch.forget();
        }
        let now = Instant::now();
        // Looks that are due soon stay: a program that writes without end must not postpone them without end.
        let soon = now.checked_add(LOOKS[0]);
        self.looks.retain(|at| soon.is_some_and(|soon| *at <= soon));
        self.looks.truncate(1);
        self.looks
            .extend(LOOKS.iter().filter_map(|wait| now.checked_add(*wait)));
    }

    /// Reads the bytes of the terminal; a terminal that is gone is an error, so that nobody waits for it.
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

    /// Empties the pipe of size changes: only the present size counts.
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
    fn next(&mut self, wait: Duration) -> io::Result<Option<Event>> {
        let end = Instant::now().checked_add(wait);
        #[cfg(target_os = "linux")]
        if let Some(alarm) = &self.alarm {
            alarm.set(wait);
        }
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Ok(Some(event));
            }
            let now = Instant::now();
            if self.looks.front().is_some_and(|at| *at <= now) {
                self.looks.pop_front();
                return Ok(Some(Event::Written));
            }
            if self.looks.is_empty() && !self.is_watching() {
                self.looks.extend(now.checked_add(BLIND));
            }
            let look = self.looks.front().copied();
            let first = end.into_iter().chain(self.gives_up_at).chain(look).min();
            let woken = self.sleep(first.map(|at| at.saturating_duration_since(Instant::now())))?;
            match woken {
                Woken::Size => {
                    self.forget_resizes()?;
                    return Ok(Some(Event::Resize));
                }
                Woken::Input => {
                    self.read()?;
                    continue;
                }
                Woken::Writer => {
                    self.plan_looks();
                    continue;
                }
                Woken::Alarm => {
                    #[cfg(target_os = "linux")]
                    if let Some(alarm) = &self.alarm {
                        alarm.silence();
                    }
                    return Ok(None);
                }
                Woken::Nothing => {}
            }
            // A lone ESC is decided only here: the input is empty, so no rest of a sequence has arrived.
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
