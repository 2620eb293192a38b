//! Loading from the book the data that a screen needs and the cache does not hold: once a change, never once a frame.

pub mod actions;
pub mod papers;
pub mod plan;

use chrono::NaiveDate;

use crate::app::App;
use crate::app::choice::Purpose as ChoicePurpose;
use crate::app::command::ScreenId;
use crate::app::dialogs::{Choice, Dialog, Preview, Reading};
use crate::app::form::Purpose as FormPurpose;
use crate::app::issues::forms::IssuesChoice;
use crate::app::reading::What;
use crate::app::roll_call::forms::RollCallForm;
use crate::app::roll_call::has_card;
use crate::app::search::MOST;
use crate::app::status::Status;
use crate::app::turnout::shows_history;
use crate::app::view::Shelf;
use crate::meeting::cell::Id;
use crate::meeting::filter::{self, Subject};
use crate::meeting::focus::{self, Board, Trend};
use crate::meeting::page::{Page, Part};
use crate::meeting::roll_call;
use crate::meeting::rows::{Assignment, Issue, Meeting, Unit};
use crate::meeting::turnout::{self, MEETINGS};
use crate::meeting::year::Yearbook;
use crate::store::Failure;
use crate::store::desk::OPEN_ISSUES;

impl App {
    /// Empties the cache of answers, because the book has changed.
    pub(crate) fn forget(&mut self) {
        self.room.shelf = Shelf::default();
    }

    /// Loads everything that the screen and the dialog need and the cache does not hold.
    pub(crate) fn refresh(&mut self) {
        if let Err(failure) = self.ask() {
            self.fail(&failure);
        }
    }

    fn ask(&mut self) -> Result<(), Failure> {
        match self.place.screen {
            ScreenId::Meetings => self.ask_meetings()?,
            ScreenId::Desk => self.ask_desk()?,
            ScreenId::Issues => self.ask_issues()?,
            ScreenId::Actions => self.ask_actions()?,
            ScreenId::Focus => self.ask_focus()?,
            ScreenId::Papers => self.write_paper()?,
            ScreenId::Search => self.ask_search()?,
            ScreenId::RollCall => self.ask_roll_call()?,
            ScreenId::Roster => self.ask_rosters()?,
            ScreenId::Turnout => self.ask_turnout()?,
            ScreenId::Review => self.ask_review()?,
            ScreenId::Year => self.ask_year()?,
            ScreenId::Settings => self.ask_settings()?,
        }
        self.ask_for_dialog()?;
        self.ask_saved()?;
        if self.needs_offer() && self.room.shelf.offer.is_none() {
            self.room.shelf.offer = Some(self.offer()?);
        }
        Ok(())
    }

    fn ask_meetings(&mut self) -> Result<(), Failure> {
        if self.room.shelf.owed.is_none() {
            let today = self.room.now.date_naive();
            self.room.shelf.owed = Some(self.room.store.outstanding(today)?);
        }
        let selected = self.place.screens.meetings.selected;
        if lacks(
            self.room.shelf.meetings.as_ref(),
            selected,
            self.room.size.1,
        ) {
            let page = self.room.store.meetings(Part::around(selected))?;
            let screen = &mut self.place.screens.meetings;
            let mut lines = page.lines.iter();
            let here = lines.position(|line| Some(line.id) == screen.meeting);
            screen.selected = here.map_or(selected, |position| page.from + position);
            self.room.shelf.meetings = Some(page);
        }
        let page = self.room.shelf.meetings.as_ref();
        let selected = page.and_then(|page| page.get(self.place.screens.meetings.selected));
        if let Some(id) = selected.map(|meeting| meeting.id)
            && self.room.shelf.given.is_none_or(|(of, _)| of != id)
        {
            self.room.shelf.given = Some((id, self.room.store.given(id)?));
        }
        Ok(())
    }

    fn ask_issues(&mut self) -> Result<(), Failure> {
        self.ask_lexicon()?;
        let today = self.room.now.date_naive();
        let screen = &mut self.place.screens.issues;
        if let Some(sought) = screen.issue.filter(|_| screen.is_sought) {
            let place = self.room.store.issue_place(sought)?;
            screen.selected = place.unwrap_or(screen.selected);
        }
        screen.is_sought = false;
        let lexicon = self.room.shelf.lexicon.as_ref();
        let query = lexicon.map(|lexicon| screen.query(lexicon, today));
        let query = query.unwrap_or_default();
        let cached = self.room.shelf.issues.as_ref();
        let cached = cached.filter(|(of, _)| *of == query);
        let page = cached.map(|(_, log)| &log.page);
        if lacks(page, screen.selected, self.room.size.1) {
            let part = Part::around(screen.selected);
            let log = self.room.store.issues(&query, part)?;
            let mut lines = log.page.lines.iter();
            let here = lines.position(|line| Some(line.issue.id) == screen.issue);
            let here = here.map_or(screen.selected, |position| log.page.from + position);
            screen.selected = here.min(log.page.total.saturating_sub(1));
            self.room.shelf.issues = Some((query, log));
        }
        let log = self.room.shelf.issues.as_ref().map(|(_, log)| log);
        screen.here(log).map_or(Ok(()), |id| self.ask_issue(id))
    }

    /// The card of an issue; if the issue was deleted, the card closes.
    fn ask_issue(&mut self, id: Id<Issue>) -> Result<(), Failure> {
        let cached = self.room.shelf.issue.as_ref();
        if cached.is_none_or(|card| card.issue.id != id) {
            self.room.shelf.issue = self.room.store.issue_card(id)?;
            if self.room.shelf.issue.is_none() {
                self.place.screens.issues.open = None;
            }
        }
        Ok(())
    }

    /// The options of a choice of the issue log.
    fn ask_issue_choice(&mut self, choice: IssuesChoice, typed: String) -> Result<(), Failure> {
        let (cached, store) = (&mut self.room.shelf, &self.room.store);
        match choice {
            IssuesChoice::State(_) => {}
            IssuesChoice::Merge(id) => {
                let asked = cached.mergeable.as_ref();
                if asked.is_none_or(|(with, of, _)| (*with, of) != (id, &typed)) {
                    let found = store.mergeable(id, &typed)?;
                    cached.mergeable = Some((id, typed, found));
                }
            }
            IssuesChoice::Link(_) => {
                let asked = cached.linkable.as_ref();
                if asked.is_none_or(|(of, _)| *of != typed) {
                    let found = store.linkable(&typed)?;
                    cached.linkable = Some((typed, found));
                }
            }
        }
        self.ask_issue(choice.issue())
    }

    fn ask_focus(&mut self) -> Result<(), Failure> {
        let today = self.room.now.date_naive();
        let cached = self.room.shelf.board.as_ref();
        if cached.is_none_or(|cached| cached.day != today) {
            let store = &self.room.store;
            let map = store.heat_map(today)?;
            let days = store.days_held(focus::trend::MEETINGS, today)?;
            let parts = store.traced_parts(days.first().copied().unwrap_or(today))?;
            self.room.shelf.trend = Some(Trend::new(&map, days, &parts));
            self.room.shelf.board = Some(Board::new(&map, self.room.dossier.as_ref()));
        }
        Ok(())
    }

    /// The focus areas, for whoever edits them.
    fn ask_areas(&mut self) -> Result<(), Failure> {
        if self.room.shelf.areas.is_none() {
            self.room.shelf.areas = Some(self.room.store.used_areas()?);
        }
        Ok(())
    }

    fn ask_year(&mut self) -> Result<(), Failure> {
        let view = self.room.view(self.place.screen);
        let year = self.place.screens.year.year(&view);
        let today = self.room.now.date_naive();
        let cached = self.room.shelf.yearbook.as_ref();
        if cached.is_none_or(|cached| cached.year != year) {
            let facts = self.room.store.year_facts(year, today)?;
            self.room.shelf.yearbook = Some(Yearbook::new(year, &facts));
        }
        Ok(())
    }

    fn ask_desk(&mut self) -> Result<(), Failure> {
        self.room.filter = self.place.screens.desk.filter;
        self.ask_known()?;
        let card = self
            .room
            .dossier
            .as_ref()
            .and_then(|dossier| self.place.screens.desk.card(dossier)?.unit);
        let Some(unit) = card else { return Ok(()) };
        self.ask_ward(unit)?;
        self.ask_history(unit, self.open_meeting())
    }

    /// The settings of the book, and the phrases with their short forms.
    fn ask_settings(&mut self) -> Result<(), Failure> {
        let (cached, store) = (&mut self.room.shelf, &self.room.store);
        if cached.settings.is_none() {
            cached.settings = Some(store.book_settings()?);
        }
        if cached.snippets.is_none() {
            cached.snippets = Some(store.snippets()?);
        }
        Ok(())
    }

    /// Data for reading a capture line: the next numbers, open issues, documents cited before, phrases.
    fn ask_known(&mut self) -> Result<(), Failure> {
        let (cached, store) = (&mut self.room.shelf, &self.room.store);
        if cached.numbers.is_none() {
            cached.numbers = Some(store.numbers()?);
        }
        if cached.open.is_none() {
            cached.open = Some(store.open_issues(OPEN_ISSUES)?);
        }
        if cached.citations.is_none() {
            cached.citations = Some(store.citations()?);
        }
        if cached.snippets.is_none() {
            cached.snippets = Some(store.snippets()?);
        }
        Ok(())
    }

    /// The card of a unit.
    fn ask_ward(&mut self, unit: Id<Unit>) -> Result<(), Failure> {
        let cached = self.room.shelf.ward.as_ref();
        if cached.is_none_or(|(of, _)| *of != unit) {
            self.room.shelf.ward = Some((unit, self.room.store.ward_card(unit)?));
        }
        Ok(())
    }

    fn ask_search(&mut self) -> Result<(), Failure> {
        self.ask_lexicon()?;
        let line = self.place.screens.search.query.text();
        let today = self.room.now.date_naive();
        let lexicon = self.room.shelf.lexicon.as_ref();
        let wanted =
            lexicon.map(|lexicon| filter::parse(line, Subject::Lines, lexicon, today).filter);
        let wanted = wanted.unwrap_or_default();
        let cached = self.room.shelf.hits.as_ref();
        if cached.is_none_or(|(of, _)| *of != wanted) {
            let hits = self.room.store.search(&wanted, MOST)?;
            self.room.shelf.hits = Some((wanted, hits));
        }
        Ok(())
    }

    /// The history of the selected unit, where its card has room.
    fn ask_roll_call(&mut self) -> Result<(), Failure> {
        let (columns, rows) = self.room.size;
        let unit = self.room.dossier.as_ref().and_then(|dossier| {
            if !has_card(columns, rows, &roll_call::wards(dossier)) {
                return None;
            }
            self.place.screens.roll_call.selected(dossier)?.unit
        });
        unit.map_or(Ok(()), |unit| self.ask_history(unit, self.open_meeting()))
    }

    /// The attendance of a unit at its last meetings, without the meeting `but`.
    fn ask_history(&mut self, unit: Id<Unit>, but: Option<Id<Meeting>>) -> Result<(), Failure> {
        let cached = self.room.shelf.history.as_ref();
        if cached.is_none_or(|(of, without, _)| (*of, *without) != (unit, but)) {
            let records = self.room.store.seats_of(unit, MEETINGS, but)?;
            self.room.shelf.history = Some((unit, but, turnout::history(&records)));
        }
        Ok(())
    }

    fn open_meeting(&self) -> Option<Id<Meeting>> {
        self.room.dossier.as_ref().map(|dossier| dossier.meeting.id)
    }

    /// All rosters with their units and the seats that follow them.
    pub(crate) fn ask_rosters(&mut self) -> Result<(), Failure> {
        if self.room.shelf.rosters.is_none() {
            self.room.shelf.rosters = Some(self.room.store.all_rosters()?);
        }
        Ok(())
    }

    fn ask_turnout(&mut self) -> Result<(), Failure> {
        let view = self.room.view(self.place.screen);
        let year = self.place.screens.turnout.year(&view);
        let cached = self.room.shelf.year.as_ref();
        if cached.is_none_or(|cached| cached.year != year) {
            let records = self.room.store.seats_in(year)?;
            self.room.shelf.year = Some(turnout::year(year, &records));
        }
        let line = self.room.shelf.year.as_ref();
        let line = line.and_then(|year| self.place.screens.turnout.line(year));
        match line.map(|line| line.unit) {
            Some(unit) if shows_history(self.room.size.1) => self.ask_history(unit, None),
            Some(_) | None => Ok(()),
        }
    }

    /// The data of the open dialog.
    fn ask_for_dialog(&mut self) -> Result<(), Failure> {
        match &self.place.dialog {
            Some(Dialog::Card(card)) => {
                let seat = card.seat;
                let dossier = self.room.dossier.as_ref();
                let unit = dossier.and_then(|dossier| dossier.seats.get(seat)?.unit);
                unit.map_or(Ok(()), |unit| self.ask_history(unit, self.open_meeting()))
            }
            Some(Dialog::Ward(ward)) => {
                let dossier = self.room.dossier.as_ref();
                let unit = dossier.and_then(|dossier| dossier.seats.get(ward.seat)?.unit);
                let Some(unit) = unit else { return Ok(()) };
                self.ask_ward(unit)?;
                self.ask_history(unit, self.open_meeting())
            }
            Some(Dialog::Versions(versions)) => {
                let versions = versions.clone();
                self.ask_versions(&versions)
            }
            Some(Dialog::LookBack(_)) => self.ask_look_back(),
            Some(Dialog::Handover(handover)) => {
                let by = handover.by;
                self.ask_estate(by)
            }
            Some(Dialog::Choice(choice)) => {
                let choice = choice.clone();
                self.ask_for_choice(&choice)
            }
            Some(Dialog::Form(form)) => {
                let purpose = form.purpose;
                self.ask_for_form(purpose)
            }
            Some(Dialog::Import(preview)) if self.room.shelf.import.is_none() => {
                let preview = preview.clone();
                self.read_import_again(&preview);
                Ok(())
            }
            Some(Dialog::Reading(Reading {
                what: What::Reminder(unit),
                ..
            })) => {
                let unit = *unit;
                self.ask_reminder(unit)
            }
            Some(
                Dialog::Help(_)
                | Dialog::Reading(_)
                | Dialog::Import(_)
                | Dialog::Agenda(_)
                | Dialog::Floor(_)
                | Dialog::ReadBack(_),
            )
            | None => Ok(()),
        }
    }

    /// The data of the open choice.
    fn ask_for_choice(&mut self, choice: &Choice) -> Result<(), Failure> {
        let purpose = &choice.purpose;
        if let ChoicePurpose::HandOver(part) = purpose {
            self.ask_handing(*part)
        } else if let ChoicePurpose::Issues(of) = purpose {
            self.ask_issue_choice(*of, choice.query.text().trim().to_owned())
        } else if matches!(purpose, ChoicePurpose::Areas | ChoicePurpose::AreaDeed(_)) {
            self.ask_areas()
        } else if matches!(purpose, ChoicePurpose::Settings(_)) {
            self.ask_settings()
        } else {
            Ok(())
        }
    }

    /// The data of an open form.
    fn ask_for_form(&mut self, purpose: FormPurpose) -> Result<(), Failure> {
        match purpose {
            FormPurpose::RollCall(RollCallForm::Names(_)) | FormPurpose::Roster(_) => {
                self.ask_rosters()
            }
            FormPurpose::Issues(form) => self.ask_issue(form.issue()),
            FormPurpose::Focus(_) => self.ask_areas(),
            FormPurpose::Actions(form) => self.ask_for_report(form),
            FormPurpose::Settings(_) => self.ask_settings(),
            FormPurpose::Amend(_) => self.ask_ledger(),
            FormPurpose::RollCall(_)
            | FormPurpose::Plan(_)
            | FormPurpose::Details
            | FormPurpose::Desk(_)
            | FormPurpose::Papers(_)
            | FormPurpose::Export(_)
            | FormPurpose::ImportProgress => Ok(()),
        }
    }

    /// The preview of an import after the book has changed; a file that cannot be read any more closes it.
    fn read_import_again(&mut self, preview: &Preview) {
        if let Err(why) = self.read_import(preview) {
            self.place.dialog = None;
            self.status = Some(Status::failed(why));
        }
    }

    /// The review of the open meeting.
    fn ask_look_back(&mut self) -> Result<(), Failure> {
        let Some(dossier) = &self.room.dossier else {
            return Ok(());
        };
        let meeting = &dossier.meeting;
        let cached = self.room.shelf.look_back.as_ref();
        if cached.is_none_or(|cached| cached.meeting != meeting.id) {
            let today = self.room.now.date_naive();
            let retrospect = self.room.store.retrospect(meeting, today)?;
            self.room.shelf.look_back = Some(retrospect);
        }
        Ok(())
    }

    /// The parts that ended units still owe; if there are none, the handover closes and says so.
    fn ask_estate(&mut self, by: NaiveDate) -> Result<(), Failure> {
        let cached = self.room.shelf.estate.as_ref();
        if cached.is_none_or(|(of, _)| *of != by) {
            self.room.shelf.estate = Some((by, self.room.store.estate(by)?));
        }
        let cached = self.room.shelf.estate.as_ref();
        if cached.is_none_or(|(_, estate)| estate.left.is_empty()) {
            self.place.dialog = None;
            let why = self.room.words.why_nothing_left();
            self.status = Some(Status::warned(why));
        }
        Ok(())
    }

    /// The part that is handed over by hand.
    fn ask_handing(&mut self, part: Id<Assignment>) -> Result<(), Failure> {
        let cached = self.room.shelf.handing.as_ref();
        if cached.is_none_or(|cached| cached.part.id != part) {
            let today = self.room.now.date_naive();
            self.room.shelf.handing = self.room.store.handing(part, today)?;
        }
        Ok(())
    }
}

/// Says whether a page lacks a line that a screen of this height around the selected one shows.
fn lacks<T>(page: Option<&Page<T>>, selected: usize, rows: u16) -> bool {
    let rows = usize::from(rows);
    page.is_none_or(|page| !page.covers(selected.saturating_sub(rows).min(page.total), rows * 2))
}
