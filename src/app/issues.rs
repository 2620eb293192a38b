//! F5 Vướng mắc: the issue log, filtered, the longest wait first, and the card of one issue.

pub(crate) mod card;
pub(crate) mod choices;
pub(crate) mod forms;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::command::{Command, FilterCommand, IssuesCommand, ListCommand, ScreenId};
use crate::app::effect::Effect;
use crate::app::filter::Sieve;
use crate::app::issues::card::Matter;
use crate::app::issues::forms::IssuesForm;
use crate::app::keymap::Context;
use crate::app::list;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::filter::{Lexicon, Subject, parse};
use crate::meeting::issues::{
    IssueCard, IssueLine, IssueLog, IssueQuery, Shown, code, life, number,
};
use crate::meeting::page::Part;
use crate::meeting::rows::Issue;
use crate::store::Failure;
use crate::text::find::find_all;
use crate::text::finder::Finder;

/// Where the user is in the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Issues {
    /// The place of the selected line.
    pub(crate) selected: usize,
    /// The issue on it, which the selection follows when the log is sorted anew.
    pub(crate) issue: Option<Id<Issue>>,
    /// Whether the next load brings the selection to that issue, wherever in the log it stands.
    pub(crate) is_sought: bool,
    /// Which issues are shown: waiting ones or all.
    pub(crate) shown: Shown,
    /// What was typed to filter it or to find a line.
    #[serde(flatten)]
    pub(crate) sieve: Sieve,
    /// The issue that is shown whole.
    pub(crate) open: Option<Id<Issue>>,
    /// The selected line of it.
    pub(crate) matter: usize,
}

impl Screen for Issues {
    fn contexts(&self) -> &'static [Context] {
        self.sieve.contexts(&[
            Context::Screen(ScreenId::Issues),
            Context::List,
            Context::Text,
        ])
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        if let Command::Filter(command) = command {
            return self.filter(command, view);
        }
        let Command::Issues(command) = command else {
            return Vec::new();
        };
        let typed = self.sieve.find.take();
        match command {
            IssuesCommand::Filter => {
                self.open = None;
                self.sieve.begin();
                Vec::new()
            }
            IssuesCommand::Shown => self.show_other(view),
            IssuesCommand::Export => vec![forms::export(view)],
            IssuesCommand::Leave => {
                if typed.is_empty() {
                    self.leave();
                }
                Vec::new()
            }
            IssuesCommand::Open
            | IssuesCommand::Answer
            | IssuesCommand::State
            | IssuesCommand::Competent
            | IssuesCommand::Escalate
            | IssuesCommand::Merge
            | IssuesCommand::Link
            | IssuesCommand::Part => match self.card(view) {
                Some(card) => self.on_issue(command, card, view),
                None => vec![Effect::Say(Status::warned(view.words.why_nothing_here()))],
            },
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        self.sieve.find = Finder::default();
        if self.open.is_some() {
            let matters = self.card(view).map_or(0, |card| card::matters(card).len());
            self.matter = list::moved(self.matter, matters, card::rows(view.rows), command);
        } else {
            let total = log(view).map_or(0, |log| log.page.total);
            self.go(
                list::moved(self.selected, total, rows(view.rows), command),
                view,
            );
        }
    }

    fn finder(&mut self) -> Option<&mut Finder> {
        let has_field = self.sieve.is_filtering || self.open.is_none();
        has_field.then(|| self.sieve.field())
    }

    fn takes_paste(&self) -> bool {
        self.sieve.is_filtering
    }

    fn find(&mut self, view: &View) -> Vec<Effect> {
        if self.sieve.is_filtering {
            self.refilter();
            return Vec::new();
        }
        let Some(query) = self.sieve.sought() else {
            return Vec::new();
        };
        if let Some(place) = first_match(&query, view) {
            self.go(place, view);
            return vec![Effect::Say(Status::said(view.words.told_finding(&query)))];
        }
        self.sieve.find = Finder::default();
        if log(view).is_some_and(|log| log.page.lines.len() < log.page.total) {
            // The log is longer than the loaded page: the filter searches all of it.
            self.sieve.filter = Finder::of(&query);
            self.sieve.begin();
            self.refilter();
            return Vec::new();
        }
        let why = view.words.why_no_option(&query);
        vec![Effect::Say(Status::warned(why))]
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        book.lexicon()?;
        if let Some(sought) = self.issue.filter(|_| self.is_sought) {
            let place = book.store.issue_place(sought)?;
            self.selected = place.unwrap_or(self.selected);
        }
        self.is_sought = false;
        let today = book.today();
        let lexicon = book.shelf.lexicon.as_ref();
        let query = lexicon.map(|lexicon| self.query(lexicon, today));
        let query = query.unwrap_or_default();
        let cached = book.shelf.issues.as_ref();
        let cached = cached.filter(|(of, _)| *of == query);
        let page = cached.map(|(_, log)| &log.page);
        if book.lacks(page, self.selected) {
            let log = book.store.issues(&query, Part::around(self.selected))?;
            let mut lines = log.page.lines.iter();
            let here = lines.position(|line| Some(line.issue.id) == self.issue);
            let here = here.map_or(self.selected, |position| log.page.from + position);
            self.selected = here.min(log.page.total.saturating_sub(1));
            book.shelf.issues = Some((query, log));
        }
        let log = book.shelf.issues.as_ref().map(|(_, log)| log);
        if let Some(id) = self.here(log) {
            book.issue(id)?;
            // The card of a deleted issue closes.
            self.open = self.open.filter(|_| book.shelf.issue.is_some());
        }
        Ok(Vec::new())
    }
}

impl Issues {
    /// Returns the query of the log.
    pub(crate) fn query(&self, lexicon: &Lexicon, today: NaiveDate) -> IssueQuery {
        IssueQuery {
            shown: self.shown,
            filter: parse(self.sieve.filter.text(), Subject::Issues, lexicon, today).filter,
        }
    }

    /// Shows an issue whole, and its place in the log behind it.
    pub(crate) fn seek(&mut self, issue: Id<Issue>) {
        *self = Self {
            issue: Some(issue),
            is_sought: true,
            open: Some(issue),
            ..Self::default()
        };
    }

    /// Returns the issue that is shown whole, or else the selected one.
    pub(crate) fn here(&self, log: Option<&IssueLog>) -> Option<Id<Issue>> {
        let line = || log.and_then(|log| log.page.get(self.selected));
        self.open.or_else(|| line().map(|line| line.issue.id))
    }

    fn go(&mut self, selected: usize, view: &View) {
        self.selected = selected;
        self.issue = self.line(view).map(|line| line.issue.id);
    }

    /// Goes to the first line of the changed filter.
    fn refilter(&mut self) {
        (self.selected, self.issue) = (0, None);
    }

    /// Runs a command while the caret is in the filter.
    pub(crate) fn filter(&mut self, command: FilterCommand, view: &View) -> Vec<Effect> {
        if self.sieve.run(command, Subject::Issues, view) {
            self.refilter();
        }
        Vec::new()
    }

    /// Runs a command on the issue of the open card, or on the selected one.
    fn on_issue(&mut self, command: IssuesCommand, card: &IssueCard, view: &View) -> Vec<Effect> {
        let id = card.issue.id;
        if self.open.is_none() {
            self.issue = Some(id);
        }
        match command {
            IssuesCommand::Open => {
                if let Some(matter) = self.matter(card) {
                    return self.follow(&matter, card, view);
                }
                (self.open, self.matter) = (Some(id), 0);
                Vec::new()
            }
            IssuesCommand::Answer => forms::form(IssuesForm::Answer(id), view),
            IssuesCommand::State => choices::states(card, view),
            IssuesCommand::Competent => forms::form(IssuesForm::Competent(id), view),
            IssuesCommand::Escalate => forms::form(IssuesForm::Escalate(id), view),
            IssuesCommand::Merge => choices::merge_with(card, view),
            IssuesCommand::Link => choices::link_with(card, view),
            IssuesCommand::Part => part(self.matter(card).as_ref(), card, view),
            IssuesCommand::Filter
            | IssuesCommand::Shown
            | IssuesCommand::Export
            | IssuesCommand::Leave => Vec::new(),
        }
    }

    /// Returns the entry under the cursor in the open card.
    fn matter<'a>(&self, card: &'a IssueCard) -> Option<Matter<'a>> {
        self.open?;
        let mut matters = card::matters(card);
        let last = matters.len().checked_sub(1)?;
        Some(matters.swap_remove(self.matter.min(last)))
    }

    /// Opens the entry of a card: another issue, the form of an answer from outside a meeting, an action, or a line of a
    /// meeting.
    fn follow(&mut self, matter: &Matter, card: &IssueCard, view: &View) -> Vec<Effect> {
        match matter {
            Matter::Issue(issue) => {
                (self.open, self.matter) = (Some(issue.id), 0);
                Vec::new()
            }
            Matter::Answer(answered) if answered.answer.note.is_none() => {
                let form = IssuesForm::Correct(card.issue.id, answered.answer.id);
                forms::form(form, view)
            }
            Matter::Raised(_) | Matter::Answer(_) | Matter::Action(_) => matter.follow(view),
        }
    }

    fn show_other(&mut self, view: &View) -> Vec<Effect> {
        self.shown = self.shown.other();
        self.open = None;
        self.selected = 0;
        let sentence = match self.shown {
            Shown::All => view.words.told_issues_all(),
            Shown::Waiting => view.words.told_issues_waiting(),
        };
        vec![Effect::Say(Status::said(sentence))]
    }

    /// Goes one step back: from the issue to the list, from the filter to all.
    fn leave(&mut self) {
        if self.open.take().is_some() {
            return;
        }
        if !self.sieve.filter.is_blank() {
            self.sieve.filter = Finder::default();
            self.is_sought = self.issue.is_some();
        }
    }

    /// Returns the selected line of the log.
    fn line<'a>(&self, view: &View<'a>) -> Option<&'a IssueLine> {
        log(view)?.page.get(self.selected)
    }

    /// Returns the cached card of the open issue, or else of the selected one.
    pub(crate) fn card<'a>(&self, view: &View<'a>) -> Option<&'a IssueCard> {
        let wanted = self.here(log(view))?;
        let card = view.shelf.issue.as_ref()?;
        (card.issue.id == wanted).then_some(card)
    }
}

/// Returns the cached page of the log.
pub(crate) fn log<'a>(view: &View<'a>) -> Option<&'a IssueLog> {
    view.shelf.issues.as_ref().map(|(_, log)| log)
}

fn first_match(query: &str, view: &View) -> Option<usize> {
    let page = &log(view)?.page;
    let query = query.trim();
    let answers = |line: &IssueLine| {
        let raised = line.raised_by.join(" ");
        let whole = format!("{} {raised} {}", code(line.issue.number), line.issue.text);
        number(query) == Some(line.issue.number) || find_all(query, &whole).is_some()
    };
    let position = page.lines.iter().position(answers);
    position.map(|position| page.from + position)
}

/// Parts the entry under the cursor from the issue; without an entry, the issue from the one that it is merged into.
fn part(matter: Option<&Matter>, card: &IssueCard, view: &View) -> Vec<Effect> {
    let words = view.words;
    let here = code(card.issue.number);
    let parted = |issue: &Issue| {
        let state = issue.state_before.unwrap_or(issue.state);
        let label = words.told_parted(&code(issue.number), words.issue_state(state));
        life::part(issue).map(|changes| (label, changes))
    };
    let done = match matter {
        Some(Matter::Action(by)) => {
            let label =
                words.told_unlinked(&crate::meeting::actions::code(by.action.number), &here);
            Ok((label, life::unlink(by)))
        }
        Some(Matter::Answer(answered)) => {
            life::withdraw(card, answered).map(|changes| (words.told_answer_gone(&here), changes))
        }
        Some(Matter::Issue(issue)) if issue.duplicate_of == Some(card.issue.id) => parted(issue),
        Some(Matter::Raised(_)) if card.issue.duplicate_of.is_none() => {
            return vec![Effect::Say(Status::warned(words.why_raised_stays()))];
        }
        Some(Matter::Raised(_) | Matter::Issue(_)) | None => parted(&card.issue),
    };
    match done {
        Ok((label, changes)) => vec![Effect::Commit(Transaction::new(label, changes))],
        Err(refusal) => vec![Effect::Say(Status::warned(words.issue_refusal(refusal)))],
    }
}

/// Returns how many lines the list shows.
pub(crate) fn rows(rows: u16) -> usize {
    usize::from(rows.saturating_sub(DETAILS + HEAD)).max(1)
}

/// Rows under the list that tell the selected issue in short.
pub(crate) const DETAILS: u16 = 7;

/// Rows over the list: the filter and the heading.
pub(crate) const HEAD: u16 = 2;
