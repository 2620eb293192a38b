//! The bytes of a terminal as keys and pastes, one byte after another, wherever they were split on the way.

use std::collections::VecDeque;
use std::time::Duration;

use crate::app::event::Event;
use crate::app::key::Key;

/// The first byte of every sequence, and also the Esc key.
const ESC: u8 = 0x1b;

/// The end of a bracketed paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// Bytes of a paste that are collected before a piece of it is handed on.
const PASTE_PIECE: usize = 16 << 20;

/// Parameter bytes that the longest sequence we know stays below.
const LONGEST: usize = 64;

/// How long the decoder waits after a lone ESC for the rest of a sequence: too short for a user to notice, longer than
/// the usual gap between two packets of one sequence.
const ESCAPE_PATIENCE: Duration = Duration::from_millis(15);

/// How long the rest of a sequence may take: nobody types its beginning, so a slow network may be slow.
const SEQUENCE_PATIENCE: Duration = Duration::from_millis(500);

/// How long a paste may stand still before its end counts as lost, so that the keyboard never stays deaf.
const PASTE_PATIENCE: Duration = Duration::from_secs(5);

/// A decoder: the same bytes give the same events, however they are cut into reads.
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
    /// The bytes of an unfinished character, of parameters or of a paste.
    pending: Vec<u8>,
    /// Whether the unfinished character stands behind an ESC.
    is_alt: bool,
    /// Whether the last byte was a carriage return.
    follows_return: bool,
}

/// The sequence that the bytes so far have begun (ECMA-48, xterm's `ctlseqs`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// No sequence; the bytes may have begun a character.
    #[default]
    Text,
    /// An ESC and nothing behind it yet.
    Escape,
    /// ESC and a byte that is a key with Alt unless a string follows.
    StringStart(u8),
    /// A string for a program that had asked the terminal something.
    String,
    /// The ESC that ends such a string.
    StringEnd,
    /// ESC `O`: a single shift, with one byte to come.
    Shift,
    /// ESC `[`: a control sequence.
    Control,
    /// ESC `[[`: a function key of the Linux console.
    Console,
    /// ESC `[M`: an old mouse report, with so many bytes to come.
    Mouse(u8),
    /// Inside a bracketed paste.
    Paste,
}

impl Decoder {
    /// Takes the bytes of one read and adds their events.
    pub fn feed(&mut self, bytes: &[u8], events: &mut VecDeque<Event>) {
        for byte in bytes {
            self.take(*byte, events);
        }
    }

    /// Returns how long to wait for the rest of a sequence, or nothing if no sequence has begun.
    pub fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Text => None,
            State::Escape | State::StringStart(_) => Some(ESCAPE_PATIENCE),
            State::Paste => Some(PASTE_PATIENCE),
            State::String
            | State::StringEnd
            | State::Shift
            | State::Control
            | State::Console
            | State::Mouse(_) => Some(SEQUENCE_PATIENCE),
        }
    }

    /// Ends an unfinished sequence, because nothing followed: ESC is the key, any other sequence is dropped.
    pub fn give_up(&mut self) -> Option<Event> {
        match std::mem::take(&mut self.state) {
            // A character may be as slow as it likes: its next byte says whether it goes on.
            State::Text => None,
            State::Escape => Some(Event::Key(Key::Esc)),
            State::StringStart(byte) => Some(Event::Key(alt(char::from(byte)))),
            State::Paste => self.pasted(),
            State::String
            | State::StringEnd
            | State::Shift
            | State::Control
            | State::Console
            | State::Mouse(_) => {
                self.pending.clear();
                None
            }
        }
    }

    fn take(&mut self, byte: u8, events: &mut VecDeque<Event>) {
        let follows_return = std::mem::replace(&mut self.follows_return, byte == b'\r');
        match self.state {
            // A terminal in new-line mode sends both bytes for one Enter.
            State::Text if byte == b'\n' && follows_return => {}
            State::Text => self.text(byte, events),
            State::StringStart(start) => self.string_start(start, byte, events),
            State::String => match byte {
                0x07 => self.state = State::Text,
                ESC => self.state = State::StringEnd,
                b' '..=b'~' => {}
                _ => self.begin_again(byte, events),
            },
            State::StringEnd if byte == b'\\' => self.state = State::Text,
            State::Escape | State::StringEnd => self.behind_escape(byte, events),
            State::Shift => match byte {
                b'0'..=b'9' | b';' => {}
                b' '..=b'~' => self.finish(shifted(byte), events),
                _ => self.begin_again(byte, events),
            },
            State::Control => self.control(byte, events),
            State::Console => match byte {
                b'A'..=b'E' => self.finish(Some(Key::F(byte - b'A' + 1)), events),
                b' '..=b'~' => self.finish(None, events),
                _ => self.begin_again(byte, events),
            },
            State::Mouse(left) => match byte {
                ..b' ' => self.begin_again(byte, events),
                _ if left > 1 => self.state = State::Mouse(left - 1),
                _ => self.finish(None, events),
            },
            State::Paste => self.paste(byte, events),
        }
    }

    /// Drops an unfinished sequence that this byte cannot belong to; the byte itself is not lost.
    fn begin_again(&mut self, byte: u8, events: &mut VecDeque<Event>) {
        self.finish(None, events);
        self.text(byte, events);
    }

    fn finish(&mut self, key: Option<Key>, events: &mut VecDeque<Event>) {
        self.state = State::Text;
        self.pending.clear();
        events.extend(key.map(Event::Key));
    }

    fn text(&mut self, byte: u8, events: &mut VecDeque<Event>) {
        if byte >= 0x80 || !self.pending.is_empty() {
            self.letter(byte, events);
        } else if byte == ESC {
            self.state = State::Escape;
        } else {
            events.extend(plain(byte).map(Event::Key));
        }
    }

    /// Collects the bytes of a character; those that are none (no UTF-8) are dropped.
    fn letter(&mut self, byte: u8, events: &mut VecDeque<Event>) {
        self.pending.push(byte);
        match std::str::from_utf8(&self.pending) {
            Ok(text) => {
                let is_alt = std::mem::take(&mut self.is_alt);
                let key = text.chars().next();
                let key = key.map(|c| if is_alt { alt(c) } else { Key::Char(c) });
                self.finish(key, events);
            }
            Err(error) if error.error_len().is_none() => {}
            Err(_) => {
                let is_first = self.pending.len() == 1;
                self.pending.clear();
                self.is_alt = false;
                // The byte that broke the character off may be the beginning of another one, or a key.
                if !is_first {
                    self.text(byte, events);
                }
            }
        }
    }

    fn behind_escape(&mut self, byte: u8, events: &mut VecDeque<Event>) {
        self.state = match byte {
            b'[' => State::Control,
            b'O' => State::Shift,
            b']' | b'P' | b'_' => State::StringStart(byte),
            ESC => {
                events.push_back(Event::Key(Key::Esc));
                State::Escape
            }
            b' '..=b'~' => return self.finish(Some(alt(char::from(byte))), events),
            0x80.. => {
                self.is_alt = true;
                return self.begin_again(byte, events);
            }
            // Enter, Tab, Backspace and Ctrl letters are themselves with Alt, as arrows are.
            _ => return self.begin_again(byte, events),
        };
    }

    fn string_start(&mut self, start: u8, byte: u8, events: &mut VecDeque<Event>) {
        match (start, byte) {
            (b']' | b'P', b'0'..=b'9') | (b'P', b'>' | b'!' | b'$' | b'+') | (b'_', b'G') => {
                self.state = State::String;
            }
            _ => {
                self.finish(Some(alt(char::from(start))), events);
                self.text(byte, events);
            }
        }
    }

    fn control(&mut self, byte: u8, events: &mut VecDeque<Event>) {
        let is_bare = self.pending.is_empty();
        let is_number = !is_bare && self.pending.iter().all(u8::is_ascii_digit);
        match byte {
            b'[' if is_bare => self.state = State::Console,
            b'M' if is_bare => self.state = State::Mouse(3),
            b'~' if self.pending == b"200" => {
                self.pending.clear();
                self.state = State::Paste;
            }
            // With Shift, rxvt ends its numbered keys with a byte that should not end a sequence.
            b'$' if is_number => self.finish(controlled(&self.pending, b'~'), events),
            b' '..=b'?' if self.pending.len() < LONGEST => self.pending.push(byte),
            b' '..=b'?' => {}
            b'@'..=b'~' => self.finish(controlled(&self.pending, byte), events),
            _ => self.begin_again(byte, events),
        }
    }

    fn paste(&mut self, byte: u8, events: &mut VecDeque<Event>) {
        self.pending.push(byte);
        if byte == b'~' && self.pending.ends_with(PASTE_END) {
            self.pending.truncate(self.pending.len() - PASTE_END.len());
            self.state = State::Text;
            events.extend(self.pasted());
        } else if self.pending.len() >= PASTE_PIECE {
            // The last bytes may be the beginning of the end mark or of a character: they stay in the buffer.
            let mut cut = self.pending.len() - PASTE_END.len();
            while cut > 0
                && self
                    .pending
                    .get(cut)
                    .is_some_and(|byte| byte & 0xc0 == 0x80)
            {
                cut -= 1;
            }
            let rest = self.pending.split_off(cut);
            events.extend(self.pasted());
            self.pending = rest;
        }
    }

    /// Takes the text of a paste, without the bytes that are no text.
    fn pasted(&mut self) -> Option<Event> {
        let bytes = std::mem::take(&mut self.pending);
        let text: String = bytes.utf8_chunks().map(|chunk| chunk.valid()).collect();
        (!text.is_empty()).then_some(Event::Paste(text))
    }
}

/// Returns the key of a byte that is a whole key.
///
/// A line feed is Enter: only pasted or scripted input has it, and it means a new line there.
fn plain(byte: u8) -> Option<Key> {
    Some(match byte {
        b'\r' | b'\n' => Key::Enter,
        b'\t' => Key::Tab,
        0x08 | 0x7f => Key::Backspace,
        0x01..=0x1a => Key::Ctrl(char::from(byte - 1 + b'a')),
        b' '..=b'~' => Key::Char(char::from(byte)),
        _ => return None,
    })
}

fn alt(c: char) -> Key {
    Key::Alt(c.to_ascii_lowercase())
}

/// Returns the key of the last letter of an arrow's or function key's sequence; its modifiers are ignored.
fn lettered(last: u8) -> Option<Key> {
    Some(match last {
        b'A' | b'a' => Key::Up,
        b'B' | b'b' => Key::Down,
        b'C' | b'c' => Key::Right,
        b'D' | b'd' => Key::Left,
        b'F' => Key::End,
        b'H' => Key::Home,
        b'P'..=b'S' => Key::F(last - b'P' + 1),
        _ => return None,
    })
}

/// Returns the key of a single shift; the number pad sends its own when a program before us had asked for it.
fn shifted(last: u8) -> Option<Key> {
    match last {
        b'M' => Some(Key::Enter),
        b'I' => Some(Key::Tab),
        b'X' => Some(Key::Char('=')),
        b'j'..=b'y' => Some(Key::Char(char::from(last - 0x40))),
        _ => lettered(last),
    }
}

/// Returns the key of a control sequence, from its parameters and its last byte.
fn controlled(parameters: &[u8], last: u8) -> Option<Key> {
    let is_known = |byte: &u8| matches!(byte, b'0'..=b'9' | b';' | b':');
    if parameters.len() >= LONGEST || !parameters.iter().all(is_known) {
        return None;
    }
    let mut fields = std::str::from_utf8(parameters).ok()?.split(';');
    let mut codes = fields.next().unwrap_or_default().split(':').map(number);
    let code = codes.next().flatten();
    let mut held_down = fields.next().unwrap_or_default().split(':').map(number);
    let held_down = (held_down.next().flatten(), held_down.next().flatten());
    let modifiers = Modifiers(held_down.0.unwrap_or(1).saturating_sub(1));
    // A terminal that also reports the letting go of keys says 3 for it.
    if held_down.1 == Some(3) {
        return None;
    }
    match last {
        b'Z' => Some(Key::BackTab),
        // Anything else with this letter says where the cursor stands.
        b'R' if code.is_some_and(|code| code != 1) => None,
        b'u' => {
            let other = codes.next().flatten().filter(|_| modifiers.has_shift());
            coded(other.or(code)?, modifiers)
        }
        b'~' if code == Some(27) => coded(fields.next().and_then(number)?, modifiers),
        b'~' | b'^' | b'@' => numbered(code?),
        _ => lettered(last),
    }
}

fn number(digits: &str) -> Option<u32> {
    digits.parse().ok()
}

/// Returns the key of a number of xterm, rxvt or the Linux console.
fn numbered(code: u32) -> Option<Key> {
    let code = u8::try_from(code).ok()?;
    Some(match code {
        1 | 7 => Key::Home,
        3 => Key::Delete,
        4 | 8 => Key::End,
        5 => Key::PageUp,
        6 => Key::PageDown,
        11..=15 => Key::F(code - 10),
        17..=21 => Key::F(code - 11),
        23..=26 => Key::F(code - 12),
        28..=29 => Key::F(code - 15),
        31..=34 => Key::F(code - 17),
        _ => return None,
    })
}

/// The modifier keys, as the number in a terminal's sequence.
#[derive(Clone, Copy)]
struct Modifiers(u32);

impl Modifiers {
    fn has_shift(self) -> bool {
        self.0 & 1 != 0
    }

    fn has_alt(self) -> bool {
        self.0 & 2 != 0
    }

    fn has_ctrl(self) -> bool {
        self.0 & 4 != 0
    }
}

/// Returns the key of a code point, as terminals send it that spell out every key.
fn coded(code: u32, modifiers: Modifiers) -> Option<Key> {
    Some(match code {
        0x1b => Key::Esc,
        0x0d => Key::Enter,
        0x09 if modifiers.has_shift() => Key::BackTab,
        0x09 => Key::Tab,
        0x08 | 0x7f => Key::Backspace,
        // Control characters are no letters, and the private ones are keys that we do not know.
        ..0x20 | 0x80..0xa0 | 0xe000..=0xf8ff => return None,
        _ => {
            let c = char::from_u32(code)?;
            match (modifiers.has_ctrl(), modifiers.has_alt()) {
                (true, false) if c.eq_ignore_ascii_case(&'h') => Key::Backspace,
                (true, false) => Key::Ctrl(c.to_ascii_lowercase()),
                (false, true) => alt(c),
                // AltGr is both together, and types a character.
                (true, true) | (false, false) => Key::Char(c),
            }
        }
    })
}
