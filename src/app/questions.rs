//! The questions of screens and dialogs to the book: each is asked once a change, never once a frame, and its answer
//! is cached on the shelf.

use chrono::{Datelike, NaiveDate};

use crate::app::view::{Offer, Preferences, Shelf};
use crate::meeting::cell::Id;
use crate::meeting::dossier::Dossier;
use crate::meeting::page::{Page, Part};
use crate::meeting::plan::{Planning, Reports, next_start, reports, usual_start};
use crate::meeting::rows::{Action, Assignment, Issue, Meeting, Seat, Unit};
use crate::meeting::turnout::{self, MEETINGS};
use crate::papers::phrases::Phrases;
use crate::store::desk::OPEN_ISSUES;
use crate::store::{Failure, Store};
use crate::text::dates::Instant;
use crate::words::Words;

/// The book as it is asked: the store, and the shelf on which the answers lie.
#[derive(Debug)]
pub(crate) struct Questions<'a> {
    pub(crate) store: &'a Store,
    pub(crate) shelf: &'a mut Shelf,
    pub(crate) dossier: Option<&'a Dossier>,
    /// The user's own sentences of the papers.
    pub(crate) phrases: Option<&'a Phrases>,
    /// The settings of the program.
    pub(crate) preferences: &'a Preferences,
    /// The phrases of the language.
    pub(crate) words: Words,
    pub(crate) now: Instant,
    /// Columns of the screen's body.
    pub(crate) columns: u16,
    /// Rows of the screen's body.
    pub(crate) rows: u16,
}

/// The draft that keeps the folder from which a file was last read in.
pub(crate) const IMPORT_FOLDER: &str = "import folder";

impl Questions<'_> {
    /// Asks for the folder from which a file was last read in.
    pub(crate) fn import_folder(&mut self) -> Result<(), Failure> {
        self.shelf.import_folder = self.store.draft(IMPORT_FOLDER)?;
        Ok(())
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// Returns the open meeting's id.
    pub(crate) fn meeting(&self) -> Option<Id<Meeting>> {
        self.dossier.map(|dossier| dossier.meeting.id)
    }

    /// Returns the unit of a seat in the open meeting.
    pub(crate) fn unit_of(&self, seat: Id<Seat>) -> Option<Id<Unit>> {
        self.dossier?.seats.get(seat)?.unit
    }

    /// Returns the year that is looked at first: that of the open meeting, or else today's.
    pub(crate) fn year(&self) -> i32 {
        let open = self.dossier.map(|dossier| dossier.meeting.starts.year());
        open.unwrap_or_else(|| self.today().year())
    }

    /// Says whether a page lacks a line that a screen of this height around the selected one shows.
    pub(crate) fn lacks<T>(&self, page: Option<&Page<T>>, selected: usize) -> bool {
        let rows = usize::from(self.rows);
        page.is_none_or(|page| {
            !page.covers(selected.saturating_sub(rows).min(page.total), rows * 2)
        })
    }

    /// Asks for the words that a filter may name.
    pub(crate) fn lexicon(&mut self) -> Result<(), Failure> {
        ask(&mut self.shelf.lexicon, || self.store.lexicon())
    }

    /// Asks for an action whole, or for none.
    pub(crate) fn card(&mut self, wanted: Option<Id<Action>>) -> Result<(), Failure> {
        let cached = self.shelf.card.as_ref();
        if cached.map(|card| card.line.action.id) != wanted {
            let today = self.today();
            let card = wanted.map(|id| self.store.action_card(id, today));
            self.shelf.card = card.transpose()?.flatten();
        }
        Ok(())
    }

    /// Asks for the part whose report is written.
    pub(crate) fn part(&mut self, id: Id<Assignment>) -> Result<(), Failure> {
        let cached = self.shelf.part.as_ref();
        if cached.is_none_or(|part| part.assignment.id != id) {
            self.shelf.part = self.store.parts(&[id])?.pop();
        }
        Ok(())
    }

    /// Asks for the filters that were given names.
    pub(crate) fn saved_filters(&mut self) -> Result<(), Failure> {
        ask(&mut self.shelf.saved, || self.store.saved_filters())
    }

    /// Asks for an issue whole.
    pub(crate) fn issue(&mut self, id: Id<Issue>) -> Result<(), Failure> {
        let cached = self.shelf.issue.as_ref();
        if cached.is_none_or(|card| card.issue.id != id) {
            self.shelf.issue = self.store.issue_card(id)?;
        }
        Ok(())
    }

    /// Asks for the focus areas with their use.
    pub(crate) fn areas(&mut self) -> Result<(), Failure> {
        ask(&mut self.shelf.areas, || self.store.used_areas())
    }

    /// Asks for the settings of the book, and the phrases with their short forms.
    pub(crate) fn settings(&mut self) -> Result<(), Failure> {
        ask(&mut self.shelf.settings, || self.store.book_settings())?;
        self.snippets()
    }

    /// Asks for the phrases that letters stand for.
    pub(crate) fn snippets(&mut self) -> Result<(), Failure> {
        ask(&mut self.shelf.snippets, || self.store.snippets())
    }

    /// Asks for all that a capture line may refer to: the next numbers, open issues, documents cited before, phrases.
    pub(crate) fn known(&mut self) -> Result<(), Failure> {
        ask(&mut self.shelf.numbers, || self.store.numbers())?;
        ask(&mut self.shelf.open, || self.store.open_issues(OPEN_ISSUES))?;
        ask(&mut self.shelf.citations, || self.store.citations())?;
        self.snippets()
    }

    /// Returns the actions of these numbers with their texts.
    pub(crate) fn actions_named(&self, numbers: &[i64]) -> Result<Vec<(i64, String)>, Failure> {
        if numbers.is_empty() {
            return Ok(Vec::new());
        }
        self.store.actions_named(numbers)
    }

    /// Asks for the card of a unit.
    pub(crate) fn ward(&mut self, unit: Id<Unit>) -> Result<(), Failure> {
        let cached = self.shelf.ward.as_ref();
        if cached.is_none_or(|(of, _)| *of != unit) {
            self.shelf.ward = Some((unit, self.store.ward_card(unit)?));
        }
        Ok(())
    }

    /// Asks for the attendance of a unit at its last meetings, without the meeting `but`.
    pub(crate) fn history(
        &mut self,
        unit: Id<Unit>,
        but: Option<Id<Meeting>>,
    ) -> Result<(), Failure> {
        let cached = self.shelf.history.as_ref();
        if cached.is_none_or(|(of, without, _)| (*of, *without) != (unit, but)) {
            let records = self.store.seats_of(unit, MEETINGS, but)?;
            self.shelf.history = Some((unit, but, turnout::history(&records)));
        }
        Ok(())
    }

    /// Asks for all rosters with their units and the seats that follow them.
    pub(crate) fn rosters(&mut self) -> Result<(), Failure> {
        ask(&mut self.shelf.rosters, || self.store.all_rosters())
    }

    /// Asks for the documents of the open meeting.
    pub(crate) fn presented(&mut self) -> Result<(), Failure> {
        match self.meeting() {
            Some(meeting) => ask(&mut self.shelf.presented, || self.store.presented(meeting)),
            None => Ok(()),
        }
    }

    /// Asks for the documents whose names begin with what is typed.
    pub(crate) fn documents_named(&mut self, typed: &str) -> Result<(), Failure> {
        let cached = self.shelf.named_documents.as_ref();
        if cached.is_none_or(|(of, _)| of != typed) {
            let named = self.store.documents_named(typed)?;
            self.shelf.named_documents = Some((typed.to_owned(), named));
        }
        Ok(())
    }

    /// Asks for the papers that were handed out of the open meeting.
    pub(crate) fn ledger(&mut self) -> Result<(), Failure> {
        match self.meeting() {
            Some(meeting) => ask(&mut self.shelf.ledger, || self.store.ledger(meeting)),
            None => Ok(()),
        }
    }

    /// Asks for the part that is handed over by hand.
    pub(crate) fn handing(&mut self, part: Id<Assignment>) -> Result<(), Failure> {
        let cached = self.shelf.handing.as_ref();
        if cached.is_none_or(|cached| cached.part.id != part) {
            self.shelf.handing = self.store.handing(part, self.today())?;
        }
        Ok(())
    }

    /// Asks for the meeting that is planned next after the open one.
    pub(crate) fn following(&mut self) -> Result<(), Failure> {
        let Some(dossier) = self.dossier else {
            return Ok(());
        };
        let open = dossier.meeting.id;
        let cached = self.shelf.following.as_ref();
        if cached.is_none_or(|(of, _)| *of != open) {
            let following = self.store.following(&dossier.meeting)?;
            self.shelf.following = Some((open, following.map(Box::new)));
        }
        Ok(())
    }

    /// Asks for the days off of the book, unless the open meeting has them.
    pub(crate) fn days_off(&mut self) -> Result<(), Failure> {
        match self.dossier {
            Some(_) => Ok(()),
            None => ask(&mut self.shelf.days_off, || self.store.days_off()),
        }
    }

    /// Asks for everything that a meeting can be planned from.
    pub(crate) fn offer(&mut self) -> Result<(), Failure> {
        let now = self.now;
        ask(&mut self.shelf.offer, || offer(self.store, now))
    }
}

/// Puts an answer on the shelf, unless one is there.
fn ask<T>(
    cached: &mut Option<T>,
    question: impl FnOnce() -> Result<T, Failure>,
) -> Result<(), Failure> {
    if cached.is_none() {
        *cached = Some(question()?);
    }
    Ok(())
}

fn offer(store: &Store, now: Instant) -> Result<Offer, Failure> {
    let today = now.date_naive();
    let owed = store.outstanding(today)?;
    let put_off = store.put_off()?;
    let template = store.template()?;
    let held = store.meetings(Part { from: 0, most: 5 })?.lines;
    let days: Vec<NaiveDate> = held
        .iter()
        .map(|meeting| meeting.starts.date_naive())
        .collect();
    let last = match held.first() {
        Some(meeting) => store.dossier(meeting.id)?,
        None => None,
    };
    let (mut reported, mut starts) = (Reports::default(), usual_start(now));
    if let Some(Dossier {
        meeting, days_off, ..
    }) = &last
    {
        reported = reports(&meeting.title, meeting.starts.date_naive(), &days);
        let next = next_start(meeting.starts, &meeting.title, &days, (days_off, today));
        starts = next.unwrap_or(starts);
    }
    let planned = |planning: Planning| Planning {
        // A signed meeting keeps the issuing body of its day; the next meeting gets the body as it is now.
        issuer: template.issuer,
        reports: reported,
        put_off: put_off.clone(),
        ..planning.looking_back(&owed)
    };
    let leaving = store.leaving()?.into_iter();
    let rosters = store
        .rosters()?
        .into_iter()
        .map(|roster| store.summons(roster))
        .collect::<Result<_, _>>()?;
    Ok(Offer {
        last: last.map(|last| planned(Planning::from_last(&last))),
        template: planned(template.clone()),
        starts,
        rosters,
        leaving: leaving.map(|(unit, _)| unit).collect(),
    })
}
