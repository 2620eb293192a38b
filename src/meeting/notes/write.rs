//! Writing a line: what its signs say becomes rows, with all that this brings about.

use crate::meeting::actions::{self, Numbers};
use crate::meeting::agenda;
use crate::meeting::capture::{Capture, LineProblem, Sort, Whom};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Ids};
use crate::meeting::code::{Brings, ItemKind, NoteKind};
use crate::meeting::conclusions;
use crate::meeting::dossier::Dossier;
use crate::meeting::floor;
use crate::meeting::issues::{self, IssueLine};
use crate::meeting::roll_call::wards;
use crate::meeting::rows::{
    Action, AgendaItem, Conclusion, Document, FocusArea, Issue, Note, Seat, Unit,
};
use crate::text::citations::{Citation, citations};
use crate::text::dates::Instant;

/// Data of the book that a capture line may refer to.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The next numbers for life.
    pub(crate) numbers: Numbers,
    /// Issues that nobody has answered, of any meeting.
    pub(crate) open: &'a [IssueLine],
    /// Documents that were cited before.
    pub(crate) citations: &'a [String],
}

impl Known<'_> {
    /// Returns the data of a book without open issues and citations.
    pub fn of(numbers: Numbers) -> Self {
        Self {
            numbers,
            open: &[],
            citations: &[],
        }
    }

    /// Returns the line; the code of an issue that does not exist becomes text.
    pub(super) fn settled(&self, line: &Capture, dossier: &Dossier) -> Capture {
        let is_known = self.issue_of(line, dossier).is_some();
        let unknown = line.issue.filter(|_| !is_known);
        let text = unknown.map(|number| line.text_with(number));
        Capture {
            issue: line.issue.filter(|_| is_known),
            text: text.unwrap_or_else(|| line.text.clone()).trim().to_owned(),
            ..line.clone()
        }
    }

    /// Returns the data with the next numbers raised by the actions and issues that `after` has beyond `before`.
    fn after(self, before: &Dossier, after: &Dossier) -> Self {
        let numbers = Numbers {
            action: self.numbers.action + more(before, after, |of| of.actions.len()),
            issue: self.numbers.issue + more(before, after, |of| of.issues.len()),
        };
        Self { numbers, ..self }
    }

    /// Says whether a line can refer to the issue of this number.
    pub(crate) fn has_issue(&self, number: i64, dossier: &Dossier) -> bool {
        self.issue(number, dossier).is_some()
    }

    /// Returns the issue that a line answers or resolves.
    pub(super) fn issue_of<'a>(
        &'a self,
        line: &Capture,
        dossier: &'a Dossier,
    ) -> Option<&'a Issue> {
        self.issue(line.issue?, dossier)
    }

    /// Returns the issue of a number, raised or answered at this meeting or still open.
    fn issue<'a>(&'a self, number: i64, dossier: &'a Dossier) -> Option<&'a Issue> {
        let known = || {
            let of_meeting = dossier.issues.iter().chain(dossier.older.iter());
            of_meeting.chain(self.open.iter().map(|line| &line.issue))
        };
        let named = known().find(|issue| issue.number == number)?;
        // What is merged into another issue is answered there.
        let original = named
            .duplicate_of
            .and_then(|id| known().find(|issue| issue.id == id));
        Some(original.unwrap_or(named))
    }
}

/// Why a line could not be written as what its signs say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRefusal {
    /// There is no text.
    Empty,
    /// An action serves a focus area, and none was named.
    NoFocus,
    /// An action is owed by somebody, and nobody was named or has the floor.
    NoUnit,
    /// After the end of the meeting a deadline is extended, not changed.
    DeadlineStands,
}

/// Where a line that is written takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub(crate) at: Instant,
    pub(crate) item: Option<Id<AgendaItem>>,
}

impl Place {
    /// Returns the place of a line that is written now, behind all others. After the end of the meeting it has no item.
    pub fn now(dossier: &Dossier, now: Instant) -> Self {
        let is_over = dossier.meeting.closed.is_some();
        let item = agenda::current_item(dossier).filter(|_| !is_over);
        // A clock that was set back must not put the newest line before the others, or before its item.
        let last = dossier.notes.iter().map(|note| note.at).max();
        let began = agenda::running(dossier).map(|run| run.began);
        let at = [last, began].into_iter().flatten().fold(now, Instant::max);
        Self { at, item }
    }
}

/// The writing of lines into a meeting.
#[derive(Clone, Copy, Debug)]
pub struct Writing<'a> {
    /// The meeting as it stands.
    pub(super) dossier: &'a Dossier,
    /// The facts of the book beside it.
    pub(super) known: Known<'a>,
    /// Where the ids come from.
    pub(super) ids: &'a Ids,
}

impl<'a> Writing<'a> {
    /// Returns the writing into a meeting of a book of which this is known.
    pub fn new(dossier: &'a Dossier, known: Known<'a>, ids: &'a Ids) -> Self {
        Self {
            dossier,
            known,
            ids,
        }
    }

    /// Returns the changes that write a line as what its signs say, with all that it brings about.
    pub fn write(&self, capture: &Capture, place: Place) -> Result<Vec<Change>, LineRefusal> {
        let capture = &self.known.settled(capture, self.dossier);
        if capture.text.is_empty() {
            return Err(LineRefusal::Empty);
        }
        let mut changes = match capture.sort {
            Sort::Plain => {
                let kind = agenda::plain_kind(item_kind(self.dossier, place));
                self.notes(capture, kind, place)
            }
            Sort::Note(kind) => self.notes(capture, kind, place),
            Sort::Conclusion => vec![Change::insert(Conclusion {
                id: self.ids.next(),
                meeting: self.dossier.meeting.id,
                item: place.item,
                position: conclusions::next_position(self.dossier),
                focus: capture.focus,
                text: capture.text.clone(),
                at: place.at,
            })],
            Sort::Action => self.action(capture, place)?,
        };
        changes.extend(cite(&capture.text, self.known.citations, self.ids));
        Ok(changes)
    }

    /// Returns the changes that write several lines one after another; each must be one that can be written.
    pub(crate) fn write_all(&self, lines: &[Capture], place: Place) -> Vec<Change> {
        let mut after = self.dossier.clone();
        let mut changes = Vec::new();
        for line in lines {
            let written = self.after(&after).write(line, place).unwrap_or_default();
            for change in &written {
                after.apply(change);
            }
            changes.extend(written);
        }
        changes
    }

    /// Returns the writing that goes on once the meeting has become another.
    pub(crate) fn after<'b>(&'b self, dossier: &'b Dossier) -> Writing<'b> {
        Writing {
            dossier,
            known: self.known.after(self.dossier, dossier),
            ids: self.ids,
        }
    }

    fn notes(&self, capture: &Capture, kind: NoteKind, place: Place) -> Vec<Change> {
        let turn = floor::speaking(self.dossier);
        let (seats, guest) = match &capture.whom {
            Whom::Seats(seats) => (seats.iter().copied().map(Some).collect(), None),
            Whom::Nobody => (vec![None], None),
            Whom::Floor | Whom::Everybody | Whom::AllBut(_) => (
                vec![turn.and_then(|turn| turn.seat)],
                turn.and_then(|turn| turn.guest.clone()),
            ),
        };
        let notes: Vec<Note> = seats
            .into_iter()
            .map(|seat| Note {
                id: self.ids.next(),
                meeting: self.dossier.meeting.id,
                item: place.item,
                seat,
                speaker: guest.clone(),
                kind,
                focus: capture.focus,
                at: place.at,
                text: capture.text.clone(),
            })
            .collect();
        let mut changes: Vec<Change> = notes.iter().cloned().map(Change::insert).collect();
        match kind.row().brings {
            Brings::Issue => {
                let number = self.known.numbers.issue;
                changes.extend(issues::log(number, &notes, self.dossier, self.ids));
            }
            Brings::Answer => {
                // Two units may have raised one issue; it is answered once.
                let mut after = self.dossier.after(&changes);
                for note in &notes {
                    let answered = self.answer(capture, note, &after);
                    for change in &answered {
                        after.apply(change);
                    }
                    changes.extend(answered);
                }
            }
            Brings::Nothing => {}
        }
        changes
    }

    /// Links an answer to the issue that the line names, or else to the one that it can only be, once the meeting has
    /// become another.
    pub(super) fn answer(&self, capture: &Capture, note: &Note, after: &Dossier) -> Vec<Change> {
        let named = self.known.issue_of(capture, after);
        let only = || {
            let is_open = !capture.is_for_no_issue;
            is_open
                .then(|| self.known.only_waiting(note.seat, after))
                .flatten()
        };
        let issue = named.or_else(only);
        issue.map_or_else(Vec::new, |issue| {
            issues::answer_to(issue, after, note, self.ids)
        })
    }

    /// Says whether a line names a unit that owes the action, or one has the floor.
    pub(crate) fn is_owed(&self, line: &Capture) -> bool {
        !units(&line.whom, self.dossier).is_empty()
    }

    fn action(&self, capture: &Capture, place: Place) -> Result<Vec<Change>, LineRefusal> {
        let focus = capture.focus.ok_or(LineRefusal::NoFocus)?;
        let units = units(&capture.whom, self.dossier);
        // A unit that was named and is not understood was asked about before: the action waits for who owes it.
        if units.is_empty() && !capture.problems.iter().any(LineProblem::is_unit) {
            return Err(LineRefusal::NoUnit);
        }
        let issue = self.known.issue_of(capture, self.dossier);
        let action = Action {
            id: self.ids.next(),
            meeting: self.dossier.meeting.id,
            item: place.item,
            issue: issue.map(|issue| issue.id),
            conclusion: conclusion_of(self.dossier, focus),
            number: self.known.numbers.action,
            focus,
            text: capture.text.clone(),
            deliverable: None,
            deadline: capture.deadline,
            officer: None,
            at: place.at,
            deadline_words: capture.deadline_words.clone(),
        };
        Ok(actions::assign(action, &units, self.ids))
    }
}

/// Returns how many more rows there are after than before.
fn more(before: &Dossier, after: &Dossier, rows: impl Fn(&Dossier) -> usize) -> i64 {
    i64::try_from(rows(after).saturating_sub(rows(before))).unwrap_or(0)
}

/// Returns the changes that remember the documents which a text cites for the first time.
pub(super) fn cite(text: &str, cited: &[String], ids: &Ids) -> Vec<Change> {
    let key = |citation: &Citation| {
        let parts = [
            Some(citation.number),
            citation.year,
            Some(citation.symbol),
            citation.organ,
        ];
        parts.map(|part| part.unwrap_or_default().to_owned())
    };
    let mut seen: Vec<[String; 4]> = cited
        .iter()
        .flat_map(|known| citations(known))
        .map(|known| key(&known))
        .collect();
    let mut changes = Vec::new();
    for citation in citations(text) {
        let is_new = !seen.contains(&key(&citation));
        if let Some(words) = text.get(citation.range.clone()).filter(|_| is_new) {
            seen.push(key(&citation));
            changes.push(Change::insert(Document {
                id: ids.next(),
                citation: words.to_owned(),
                title: None,
                date: citation.date,
            }));
        }
    }
    changes
}

/// Returns the latest conclusion on a focus area, which an action under it carries out.
fn conclusion_of(dossier: &Dossier, focus: Id<FocusArea>) -> Option<Id<Conclusion>> {
    dossier
        .conclusions
        .iter()
        .rev()
        .find(|conclusion| conclusion.focus == Some(focus))
        .map(|conclusion| conclusion.id)
}

/// Returns the units that a line gives something to do.
pub(super) fn units(whom: &Whom, dossier: &Dossier) -> Vec<Id<Unit>> {
    let unit = |seat: &Id<Seat>| dossier.unit_of(Some(*seat));
    let called = |but: &[Id<Seat>]| {
        let seats = wards(dossier).into_iter();
        let others = seats.filter(|seat| !but.contains(&seat.id));
        others.filter_map(|seat| seat.unit).collect()
    };
    match whom {
        Whom::Nobody => Vec::new(),
        Whom::Floor => floor::speaker(dossier)
            .and_then(|seat| seat.unit)
            .into_iter()
            .collect(),
        Whom::Seats(seats) => seats.iter().filter_map(unit).collect(),
        Whom::Everybody => called(&[]),
        Whom::AllBut(seats) => called(seats),
    }
}

pub(super) fn item_kind(dossier: &Dossier, place: Place) -> Option<ItemKind> {
    place
        .item
        .and_then(|item| dossier.items.get(item))
        .map(|item| item.kind)
}
