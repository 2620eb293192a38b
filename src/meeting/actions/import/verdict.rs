//! The verdict on a row whose part is known: a report, nothing new, a question, or a contradiction.

use chrono::NaiveDate;

use super::state::denies;
use super::{Difference, Question, Reading, RowProblem, SheetLine, Verdict};
use crate::meeting::actions::day_that_counts;
use crate::meeting::actions::report::Report;
use crate::meeting::actions::table::{Said, Tracked, TrackedPart};
use crate::meeting::code::AssignmentState;
use crate::meeting::sheet;

/// A row of a table beside the part that it is about.
pub(super) struct Row<'a> {
    pub(super) line: &'a SheetLine,
    pub(super) of: &'a Tracked,
    pub(super) part: &'a TrackedPart,
    pub(super) today: NaiveDate,
}

impl Row<'_> {
    /// Returns the verdict on it.
    pub(super) fn verdict(&self) -> Result<Verdict, RowProblem> {
        if self.line.doubt.is_none() && self.is_untouched() {
            return self.unless_asked_for_later();
        }
        let book = self.part.assignment.state;
        if let Some(doubt) = &self.line.doubt {
            if !book.is_open() {
                return Err(RowProblem::Settled(book));
            }
            return Ok(self.asked(doubt.clone(), &self.meanings(doubt)));
        }
        let said = &self.line.said;
        let state = match self.meant(said) {
            Ok(state) => state,
            Err(problem) if book.is_open() => {
                return Ok(self.asked(problem.clone(), &self.meanings(&problem)));
            }
            Err(_) => return Err(RowProblem::Settled(book)),
        };
        let reading = self.reading(said, state);
        if reading.differences.is_empty() {
            return self.unless_asked_for_later();
        }
        if !book.is_open() {
            return Err(RowProblem::Settled(book));
        }
        if !state.row().is_kept {
            return Err(RowProblem::NotForUnits(state));
        }
        if let Some(why) = self.doubt(&reading) {
            let readings = self.meanings_of_report(&why, &reading);
            return Ok(self.question(why, readings));
        }
        Ok(Verdict::Changed(
            Box::new(self.part.assignment.clone()),
            reading.report,
            reading.differences,
        ))
    }

    /// Says whether nobody wrote anything into the row since it went out; then it says nothing, however the book has gone
    /// on since.
    fn is_untouched(&self) -> bool {
        let said = &self.line.said;
        let written = self.line.key.and_then(|key| key.print);
        // Sheets of earlier books had the one text of a late part in the column of the difficulties.
        let is_earlier = said.text.is_none() && said.difficulty.is_some();
        let earlier = is_earlier.then(|| Said {
            text: said.difficulty.clone(),
            difficulty: None,
            ..said.clone()
        });
        let mut prints = std::iter::once(said).chain(&earlier).map(Said::print);
        written.is_some_and(|written| prints.any(|print| print == written))
    }

    /// A row that reports nothing may still ask for another deadline.
    fn unless_asked_for_later(&self) -> Result<Verdict, RowProblem> {
        match self.later() {
            Some(asked) if self.part.assignment.state.is_open() => {
                Err(RowProblem::AsksForDeadline(asked))
            }
            Some(_) | None => Ok(Verdict::Same),
        }
    }

    /// Returns the cell of the later deadline, where it says another one than the book.
    pub(super) fn later(&self) -> Option<String> {
        let typed = self.line.later.as_ref()?;
        let day = sheet::day(typed, self.today);
        let own = Some(self.part.assignment.id);
        let later = self.of.extensions.iter();
        let later = later.filter(|later| later.stands() && later.is_for(own));
        let later = later.map(|later| Some(later.deadline));
        let mut known = later.chain([self.of.action.deadline]);
        let is_known = day.is_some() && known.any(|known| known == day);
        (!is_known).then(|| typed.clone())
    }

    /// Returns the next state of the part: one that its unit calls done becomes *reported* and waits for acceptance.
    fn meant(&self, said: &Said) -> Result<AssignmentState, RowProblem> {
        let (book, percent) = (self.part.assignment.state, self.part.assignment.percent);
        let is_new = said.state.is_some_and(|state| state != book);
        // A day that the book has already is no news.
        let day = said
            .done_on
            .filter(|day| self.part.assignment.done_on != Some(*day));
        let state = match (said.state, day, said.percent) {
            (Some(state), Some(_), _) if is_new && !is_done(state) => {
                return Err(RowProblem::StateAndDay(state));
            }
            (_, Some(_), _) | (None, None, Some(100)) => AssignmentState::Done,
            (Some(state), None, _) => state,
            (None, None, Some(share)) if share > 0 && book == AssignmentState::NotStarted => {
                AssignmentState::InProgress
            }
            (None, None, Some(share)) if share < 100 && is_done(book) && share != percent => {
                AssignmentState::InProgress
            }
            (None, None, Some(_) | None) => book,
        };
        let is_odd = said.percent.is_some_and(|share| match state {
            AssignmentState::Done => share < 100,
            AssignmentState::Reported => share < 100 && share != percent,
            AssignmentState::NotStarted => share > 0,
            AssignmentState::InProgress | AssignmentState::Paused => share == 100,
            AssignmentState::HandedOver | AssignmentState::Cancelled => false,
        });
        // A share that the book has already is no news, so that a day may be added beside it.
        match said.percent.filter(|_| is_odd) {
            Some(share) if !(day.is_some() && share == percent) => {
                Err(RowProblem::StateAndPercent(state, share))
            }
            Some(_) | None if state == AssignmentState::Done && book != AssignmentState::Done => {
                Ok(AssignmentState::Reported)
            }
            Some(_) | None => Ok(state),
        }
    }

    /// Returns the report that a row comes to, with what it changes; what the book has already is no news.
    fn reading(&self, said: &Said, state: AssignmentState) -> Reading {
        let (book, of) = (self.part.said(), &self.part.assignment);
        let new = |said: &Option<String>, known: &[&Option<String>]| {
            said.clone()
                .filter(|text| known.iter().all(|known| known.as_ref() != Some(text)))
        };
        let report = Report {
            state,
            percent: said.percent.filter(|_| is_running(state)),
            text: new(&said.text, &[&book.text]),
            // Sheets of earlier books had the one text of a late part in this column.
            difficulty: new(&said.difficulty, &[&book.difficulty, &book.text]),
            evidence: new(&said.evidence, &[&book.evidence]),
            done_on: said.done_on.filter(|_| is_done(state)),
            accepted_by: None,
        };
        let mut differences = Vec::new();
        if report.state != of.state {
            differences.push(Difference::State(of.state, report.state));
        }
        if let Some(share) = report.percent.filter(|share| *share != of.percent) {
            differences.push(Difference::Percent(of.percent, share));
        }
        let day = report.done_on.filter(|day| of.done_on != Some(*day));
        differences.extend(day.map(Difference::DoneOn));
        differences.extend(report.text.clone().map(Difference::Text));
        differences.extend(report.difficulty.clone().map(Difference::Difficulty));
        differences.extend(report.evidence.clone().map(Difference::Evidence));
        Reading {
            report,
            differences,
        }
    }

    /// Says why a report that is understood is not taken by itself.
    fn doubt(&self, reading: &Reading) -> Option<RowProblem> {
        let (report, of) = (&reading.report, &self.part.assignment);
        let day = report.done_on.filter(|day| of.done_on != Some(*day));
        if let Some(day) = day.filter(|day| *day > self.today) {
            return Some(RowProblem::Future(day));
        }
        if let Some(day) = day.filter(|day| *day < self.of.action.at.date_naive()) {
            return Some(RowProblem::BeforeGiven(day));
        }
        let known = day_that_counts(of, self.part.reported);
        if let Some((known, day)) = known.zip(day).filter(|(known, day)| day > known) {
            return Some(RowProblem::LaterDay(known, day));
        }
        if is_behind(report, of.state, of.percent) {
            return Some(RowProblem::Behind(of.state, of.percent));
        }
        if report.state != AssignmentState::Reported || of.state == AssignmentState::Reported {
            return None;
        }
        let said = [&report.text, &report.difficulty, &report.evidence];
        let mut denied = said
            .into_iter()
            .flatten()
            .filter(|text| denies(text, self.today));
        if let Some(text) = denied.next() {
            return Some(RowProblem::Unclear(text.clone()));
        }
        // What the sheet itself wrote into the row proves nothing.
        let is_proven = report.text.is_some() || report.evidence.is_some() || day.is_some();
        (!is_proven).then_some(RowProblem::NoReport)
    }

    /// Returns what a row may mean of which a cell is not understood, or whose cells say different things.
    fn meanings(&self, why: &RowProblem) -> Vec<Said> {
        let said = &self.line.said;
        let with = |state, percent| Said {
            state: Some(state),
            percent,
            done_on: said.done_on.filter(|_| is_done(state)),
            ..said.clone()
        };
        let share = said.percent.filter(|share| *share < 100);
        let running = with(AssignmentState::InProgress, share);
        let done = with(AssignmentState::Done, None);
        match why {
            RowProblem::Unclear(_) | RowProblem::NotAState(_) | RowProblem::StateAndPercent(..) => {
                vec![running, done]
            }
            RowProblem::StateAndDay(state) => vec![with(*state, share), done],
            RowProblem::Future(_) => vec![running],
            RowProblem::File(_)
            | RowProblem::NoCode
            | RowProblem::UnknownCode(_)
            | RowProblem::UnknownUnit(..)
            | RowProblem::NotTheirs(..)
            | RowProblem::OtherBook
            | RowProblem::Mixed(..)
            | RowProblem::Duplicate(..)
            | RowProblem::NotPercent(_)
            | RowProblem::NotADate(_)
            | RowProblem::BeforeGiven(_)
            | RowProblem::LaterDay(..)
            | RowProblem::Formula(_)
            | RowProblem::NoReport
            | RowProblem::Settled(_)
            | RowProblem::NotForUnits(_)
            | RowProblem::AsksForDeadline(_)
            | RowProblem::Behind(..) => Vec::new(),
        }
    }

    /// Returns what a row may mean whose report is understood and doubtful.
    fn meanings_of_report(&self, why: &RowProblem, reading: &Reading) -> Vec<Reading> {
        if let RowProblem::Unclear(_) = why {
            self.readings(&self.meanings(why))
        } else if let RowProblem::Future(_) = why {
            Vec::new()
        } else {
            vec![reading.clone()]
        }
    }

    fn readings(&self, meanings: &[Said]) -> Vec<Reading> {
        let meant = meanings
            .iter()
            .filter_map(|said| Some((said, self.meant(said).ok()?)));
        meant
            .map(|(said, state)| self.reading(said, state))
            .collect()
    }

    fn asked(&self, why: RowProblem, meanings: &[Said]) -> Verdict {
        let readings = self.readings(meanings);
        // One of its meanings is in the book already: it was settled before.
        if readings
            .iter()
            .any(|reading| reading.differences.is_empty())
        {
            return Verdict::Same;
        }
        self.question(why, readings)
    }

    fn question(&self, why: RowProblem, readings: Vec<Reading>) -> Verdict {
        let said = &self.line.said;
        let state = self.meant(said).unwrap_or(self.part.assignment.state);
        Verdict::Asked(Box::new(Question {
            part: self.part.assignment.clone(),
            why,
            readings,
            draft: self.reading(said, state).report,
        }))
    }
}

/// Says whether a report says less than the book has heard.
fn is_behind(report: &Report, state: AssignmentState, percent: i64) -> bool {
    let rank = |state: AssignmentState| match state {
        AssignmentState::NotStarted => 0,
        AssignmentState::InProgress | AssignmentState::Paused => 1,
        AssignmentState::Reported => 2,
        AssignmentState::Done | AssignmentState::HandedOver | AssignmentState::Cancelled => 3,
    };
    rank(report.state) < rank(state)
        || (report.state == state && report.percent.is_some_and(|share| share < percent))
}

fn is_done(state: AssignmentState) -> bool {
    let row = state.row();
    row.is_kept && !row.owes_report
}

fn is_running(state: AssignmentState) -> bool {
    match state {
        AssignmentState::InProgress | AssignmentState::Paused => true,
        AssignmentState::NotStarted
        | AssignmentState::Reported
        | AssignmentState::Done
        | AssignmentState::HandedOver
        | AssignmentState::Cancelled => false,
    }
}
