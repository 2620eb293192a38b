//! Reading a capture line word by word: signs are understood, everything else is text.

use super::deadline::{self, Stand, without_mark};
use super::{Capture, EVERYBODY, LineProblem, Remark, Sort, Whom, codes, signs, unit};
use crate::meeting::agenda;
use crate::meeting::cell::Id;
use crate::meeting::code::NoteKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::focus;
use crate::meeting::rows::{FocusArea, Seat};
use crate::text::find::fit;

/// Marks that end a clause.
const MARKS: [char; 4] = [',', ';', ':', '.'];

/// Units, focus areas and deadlines that are read in a line at most, understood or not; nobody types so many, but a
/// text may be pasted.
const MOST_SIGNS: usize = 100;

/// Reads a line as the secretary of this meeting means it.
pub fn parse(line: &str, dossier: &Dossier) -> Capture {
    let (sort, line) = take_sign(line, dossier);
    read_words(sort, &line, dossier, false)
}

fn read_words(sort: Sort, line: &str, dossier: &Dossier, is_head: bool) -> Capture {
    let mut reader = Reader {
        dossier,
        is_head,
        capture: Capture::of(sort, ""),
        left_out: Vec::new(),
        is_behind_all: false,
        signs: 0,
        mark: None,
    };
    let mut rest = line.trim();
    while !rest.is_empty() {
        let token = first_word(rest);
        let used = reader.take(token, rest).unwrap_or_else(|| {
            reader.keep(token);
            token.len()
        });
        rest = rest.get(used..).unwrap_or_default().trim_start();
    }
    reader.finish()
}

/// Reads token after token into a capture.
struct Reader<'a> {
    dossier: &'a Dossier,
    /// Whether only what stands before the sign of the line is read.
    is_head: bool,
    capture: Capture,
    /// The units behind `-@`, with the words that named them.
    left_out: Vec<(Id<Seat>, String)>,
    /// Whether no text stands between the name for all units and what is read next.
    is_behind_all: bool,
    /// Words so far that begin with a sign.
    signs: usize,
    /// The mark behind a deadline between two words of the text: it ends the clause before it.
    mark: Option<char>,
}

impl Reader<'_> {
    /// Adds a word to the text, behind the mark that parts it from the words before.
    fn keep(&mut self, word: &str) {
        let text = &mut self.capture.text;
        let is_parted = text.is_empty() || text.ends_with(MARKS);
        text.extend(self.mark.take().filter(|_| !is_parted));
        self.capture.keep(word);
        self.is_behind_all = false;
    }

    /// Reads a sign at the beginning of `rest` and returns its bytes, or nothing if it is text.
    fn take(&mut self, token: &str, rest: &str) -> Option<usize> {
        if self.names_issue() {
            let (code, used) = codes::first_code(rest);
            if codes::take(&mut self.capture, &code) {
                return Some(used);
            }
        }
        if token.starts_with(['@', '#', '^']) || token.starts_with("-@") {
            self.signs += 1;
            if self.signs > MOST_SIGNS {
                self.tell_too_many();
                return None;
            }
        }
        if let Some(named) = rest.strip_prefix("-@").filter(|_| token.len() > 2) {
            return self.take_left_out(named).map(|used| used + 2);
        }
        if let Some(used) = self.take_exception(rest) {
            return Some(used);
        }
        let behind = token.get(1..).filter(|behind| !behind.is_empty())?;
        match token.chars().next()? {
            '@' if self.capture.sort != Sort::Conclusion => {
                self.take_unit(rest.get(1..)?).map(|used| used + 1)
            }
            '#' if self.capture.focus.is_none() => self.take_focus(behind).then_some(token.len()),
            '^' if self.capture.sort == Sort::Action && !self.has_deadline() => {
                self.take_deadline(rest.get(1..)?).map(|used| used + 1)
            }
            _ => None,
        }
    }

    fn has_deadline(&self) -> bool {
        self.capture.deadline.is_some() || self.capture.deadline_words.is_some()
    }

    /// Says once that no more signs are read.
    fn tell_too_many(&mut self) {
        let problem = LineProblem::TooManySigns(MOST_SIGNS);
        if self.capture.problems.last() != Some(&problem) {
            self.capture.problems.push(problem);
        }
    }

    /// Says whether the line answers or resolves an issue; under the item of answers a plain line does.
    fn names_issue(&self) -> bool {
        let sort = self.capture.sort;
        codes::names_issue(sort) || (sort == Sort::Plain && plain_is_answer(self.dossier))
    }

    fn take_unit(&mut self, named: &str) -> Option<usize> {
        if let Some(used) = unit::begins_with_words(EVERYBODY, named) {
            // Everybody cannot have said one thing: for a note it stays in the text.
            if self.capture.sort != Sort::Action {
                self.capture.remarks.push(Remark::NotForAll);
                return None;
            }
            self.capture.whom = Whom::Everybody;
            self.is_behind_all = true;
            return Some(used);
        }
        match unit::find(named, self.dossier) {
            Ok((used, seat)) => {
                self.name(seat);
                Some(used)
            }
            Err(problem) => {
                self.capture.problems.push(problem);
                None
            }
        }
    }

    /// Leaves a unit out of all of them; whether all were named is known at the end of the line.
    fn take_left_out(&mut self, named: &str) -> Option<usize> {
        if self.capture.sort != Sort::Action {
            return None;
        }
        match unit::find(named, self.dossier) {
            Ok((used, seat)) => {
                let words = named.get(..used).unwrap_or_default().to_owned();
                self.left_out.push((seat, words));
                Some(used)
            }
            Err(problem) => {
                self.capture.problems.push(problem);
                None
            }
        }
    }

    /// Leaves out the units behind `trừ`; directly behind the name for all they need no `@`, and words that name none are
    /// asked about, so that nobody is given what was not meant for them.
    fn take_exception(&mut self, rest: &str) -> Option<usize> {
        if self.capture.whom != Whom::Everybody {
            return None;
        }
        let behind = unit::behind_except(rest)?;
        let is_signed = behind.starts_with(['@', '-']);
        if !is_signed && !self.is_behind_all {
            return None;
        }
        let mut left = behind;
        let mut next = Some(behind);
        while let Some(named) = next.filter(|_| self.signs <= MOST_SIGNS) {
            let named = unit::without_sign(named);
            let (used, seat) = match unit::find(named, self.dossier) {
                Ok(found) => found,
                // What has its sign is read, and asked about, as a unit of its own.
                Err(problem) if left.len() == behind.len() => {
                    self.capture
                        .problems
                        .extend((!is_signed).then_some(problem));
                    return None;
                }
                Err(_) => break,
            };
            self.signs += 1;
            let words = named.get(..used).unwrap_or_default();
            self.left_out.push((seat, words.to_owned()));
            left = named.get(used..).unwrap_or_default().trim_start();
            next = unit::next_of_list(words, left);
        }
        Some(rest.len() - left.len())
    }

    fn name(&mut self, seat: Id<Seat>) {
        let again = |capture: &mut Capture, dossier: &Dossier| {
            let name = dossier.seats.get(seat).map(|seat| seat.name.clone());
            capture.remarks.extend(name.map(Remark::Twice));
        };
        match &mut self.capture.whom {
            Whom::Seats(seats) if seats.contains(&seat) => again(&mut self.capture, self.dossier),
            Whom::Seats(seats) => seats.push(seat),
            whom @ (Whom::Floor | Whom::Nobody) => *whom = Whom::Seats(vec![seat]),
            Whom::Everybody | Whom::AllBut(_) => again(&mut self.capture, self.dossier),
        }
    }

    fn take_focus(&mut self, typed: &str) -> bool {
        let areas = focus::in_force(self.dossier);
        let typed = without_mark(typed);
        let found = match typed.parse::<i64>() {
            Ok(number) => {
                let found = areas.iter().find(|area| area.number == number);
                if found.is_none() {
                    let problem = LineProblem::UnknownFocus(typed.to_owned());
                    self.capture.problems.push(problem);
                }
                found.map(|area| area.id)
            }
            // A word that several areas or none begin with is a word.
            Err(_) => by_word(typed, &areas),
        };
        self.capture.focus = found;
        found.is_some()
    }

    /// Reads the deadline that the words begin with; without a day its words are kept.
    fn take_deadline(&mut self, typed: &str) -> Option<usize> {
        let stand = if !self.capture.text.is_empty() {
            Stand::BehindText
        } else if self.is_head {
            Stand::BeforeSign
        } else {
            Stand::BeforeText
        };
        let read = deadline::read(typed, stand, self.dossier)?;
        let capture = &mut self.capture;
        (capture.deadline, capture.deadline_words) = (read.day, read.words);
        capture.problems.extend(read.problem);
        capture.remarks.extend(read.remarks);
        let last = typed.get(..read.used)?.chars().next_back();
        self.mark = last.filter(|last| stand == Stand::BehindText && MARKS.contains(last));
        Some(read.used)
    }

    /// Leaves units out of all of them; where not all were named, the words stay in the text.
    fn finish(mut self) -> Capture {
        codes::close(&mut self.capture);
        let left_out = std::mem::take(&mut self.left_out);
        if left_out.is_empty() {
            return self.capture;
        }
        if self.capture.whom == Whom::Everybody {
            let mut seats: Vec<Id<Seat>> = Vec::new();
            for (seat, words) in left_out {
                if seats.contains(&seat) {
                    let words = without_mark(&words).to_owned();
                    self.capture.remarks.push(Remark::Twice(words));
                } else {
                    seats.push(seat);
                }
            }
            self.capture.whom = Whom::AllBut(seats);
        } else {
            for (_, words) in left_out {
                self.capture.keep(&format!("-@{words}"));
            }
        }
        self.capture
    }
}

/// Says whether a plain line typed now is an answer.
fn plain_is_answer(dossier: &Dossier) -> bool {
    let item = agenda::current_item(dossier).and_then(|item| dossier.items.get(item));
    let is_over = dossier.meeting.closed.is_some();
    !is_over && agenda::plain_kind(item.map(|item| item.kind)) == NoteKind::Answer
}

/// Returns the focus area whose short name alone answers a word of two letters or more.
fn by_word(typed: &str, areas: &[&crate::meeting::rows::FocusArea]) -> Option<Id<FocusArea>> {
    let mut fits = areas.iter().filter(|area| {
        typed.chars().count() > 1
            && (fit(typed, &area.short_vi).is_some() || fit(typed, &area.short_en).is_some())
    });
    let first = fits.next()?;
    fits.next().is_none().then_some(first.id)
}

/// Takes the sign out: the first that begins a word, unless plain text stands before it.
fn take_sign(line: &str, dossier: &Dossier) -> (Sort, String) {
    let found = line
        .char_indices()
        .filter(|(byte, _)| starts_word(line, *byte))
        .find_map(|(byte, c)| {
            let mut signs = signs();
            signs
                .find(|(sign, _)| *sign == c)
                .map(|(_, sort)| (byte, sort))
        });
    if let Some((byte, sort)) = found {
        let (head, tail) = line.split_at(byte);
        if !has_plain_text(head, dossier) {
            return (
                sort,
                format!("{head} {}", tail.get(1..).unwrap_or_default()),
            );
        }
    }
    (Sort::Plain, line.to_owned())
}

/// Says whether something stands in the text besides units, focus areas and deadlines, understood or not.
fn has_plain_text(head: &str, dossier: &Dossier) -> bool {
    let text = read_words(Sort::Action, head, dossier, true).text;
    text.split_whitespace()
        .any(|word| !word.starts_with(['@', '#', '^']) && !word.starts_with("-@"))
}

/// Says whether a word begins at a byte of a text.
pub(super) fn starts_word(text: &str, byte: usize) -> bool {
    text.get(..byte)
        .unwrap_or_default()
        .chars()
        .next_back()
        .is_none_or(char::is_whitespace)
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}
