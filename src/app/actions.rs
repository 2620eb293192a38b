//! F6 Nhiệm vụ: the register of actions, filtered, grouped and ordered, and one of them whole, unit by unit.

pub(crate) mod asked;
pub(crate) mod card;
pub(crate) mod choices;
pub(crate) mod doubts;
pub(crate) mod extensions;
pub(crate) mod files;
pub(crate) mod forms;
pub(crate) mod marks;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::actions::choices::ActionsChoice;
use crate::app::actions::forms::ActionsForm;
use crate::app::choice::Choice;
use crate::app::command::{
    ActionsCommand, Command, EditCommand, FilterCommand, ListCommand, ScreenId,
};
use crate::app::effect::{Effect, gone};
use crate::app::filter::{self, Sieve};
use crate::app::keymap::Context;
use crate::app::list;
use crate::app::message::Message;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::actions::{self, ActionCard, ActionLine, Grouping, Order, Query, Scope, code};
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::filter::{Lexicon, Subject, parse};
use crate::meeting::rows::{Action, Assignment, Unit};
use crate::store::Failure;
use crate::text::find::find_all;
use crate::text::finder::Finder;
use crate::text::fold::fold;

/// Where the user is in the register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Actions {
    /// The selected line of the register.
    pub(crate) selected: usize,
    /// The action on it, and the unit whose part it is about: the selection follows them when the register is sorted
    /// anew.
    pub(crate) action: Option<Id<Action>>,
    pub(crate) unit: Option<Id<Unit>>,
    /// Where the register was opened from.
    pub(crate) scope: Scope,
    /// What was typed to filter it or to find a line.
    #[serde(flatten)]
    pub(crate) sieve: Sieve,
    /// By what the lines are grouped.
    pub(crate) grouping: Grouping,
    /// The order of the lines.
    pub(crate) order: Order,
    /// The action that is shown whole.
    pub(crate) parts: Option<Id<Action>>,
    /// The selected unit of it.
    pub(crate) part: usize,
    /// The parts that were selected to be reported together.
    pub(crate) marked: Vec<Id<Assignment>>,
    /// Whether the next load of the parts selects all those that are still open.
    #[serde(skip)]
    pub(crate) wants_all: bool,
}

impl Screen for Actions {
    fn contexts(&self) -> &'static [Context] {
        self.sieve.contexts(&[
            Context::Screen(ScreenId::Actions),
            Context::List,
            Context::Text,
        ])
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        if let Command::Filter(command) = command {
            return self.filter(command, view);
        }
        let Command::Actions(command) = command else {
            return Vec::new();
        };
        if command == ActionsCommand::Select && !self.sieve.find.is_blank() {
            return self.edit(EditCommand::Type(' '), view);
        }
        if let ActionsCommand::Mark(_) = command
            && let Some(digit) = view.typed_char()
            && self.takes_digit(digit, view)
        {
            return self.edit(EditCommand::Type(digit), view);
        }
        let typed = self.sieve.find.take();
        let show = |choice| vec![Effect::Choose(Choice::new(choice))];
        match command {
            ActionsCommand::Leave if typed.is_empty() => self.leave(),
            ActionsCommand::Leave => Vec::new(),
            ActionsCommand::Filter => self.begin_filter(view),
            ActionsCommand::Arrange => show(ActionsChoice::Arrange),
            ActionsCommand::Saved => show(ActionsChoice::Saved(
                self.sieve.filter.text().trim().to_owned(),
            )),
            ActionsCommand::SelectAll if self.marked.is_empty() => {
                self.wants_all = true;
                Vec::new()
            }
            ActionsCommand::SelectAll => self.unmark(),
            ActionsCommand::Review => vec![Effect::Go(ScreenId::Review)],
            ActionsCommand::Export => files::export(view),
            ActionsCommand::Import => files::import(view),
            ActionsCommand::Remind => {
                files::remind(self.own_part(view).map(|part| part.assignment.unit))
            }
            ActionsCommand::Parts
            | ActionsCommand::Select
            | ActionsCommand::Mark(_)
            | ActionsCommand::Report
            | ActionsCommand::HandOver
            | ActionsCommand::Extend
            | ActionsCommand::Extensions
            | ActionsCommand::Details
            | ActionsCommand::Remove => match self.line(view) {
                Some(line) => self.on_line(command, &typed, line, view),
                None => vec![Effect::Say(Status::warned(view.words.why_nothing_here()))],
            },
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        self.sieve.find = Finder::default();
        if self.parts.is_some() {
            let total = card_of(view).map_or(0, |card| card.parts.len());
            let rows = card::part_rows(view.rows);
            self.part = list::moved(self.part, total, rows, command);
        } else {
            let total = view.shelf.actions.as_ref();
            let total = total.map_or(0, |(_, register)| register.page.total);
            let rows = list_rows(view.rows);
            self.selected = list::moved(self.selected, total, rows, command);
            self.follow(view);
        }
    }

    fn finder(&mut self) -> Option<&mut Finder> {
        Some(self.sieve.field())
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
        match self.first_match(&query, view) {
            Some(line) if self.parts.is_some() => self.part = line,
            Some(line) => {
                self.selected = line;
                self.follow(view);
            }
            // A search without a match stays until Esc: a digit must not mark the line under the cursor.
            None => {
                let why = view.words.why_nobody_found(&query);
                return vec![Effect::Say(Status::warned(why))];
            }
        }
        vec![Effect::Say(Status::said(view.words.told_finding(&query)))]
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        book.lexicon()?;
        self.ask_register(book)?;
        let register = book.shelf.actions.as_ref();
        let selected = register.and_then(|(_, register)| register.page.get(self.selected));
        book.card(self.parts.or(selected.map(|line| line.action.id)))?;
        // Deleting the action closed its page.
        self.parts = self.parts.filter(|_| book.shelf.card.is_some());
        let effects = self.select_all(book)?;
        self.ask_chosen(book)?;
        Ok(effects)
    }
}

impl Actions {
    /// Returns the query of the register.
    pub(crate) fn query(&self, lexicon: &Lexicon, today: NaiveDate) -> Query {
        // A cell of the heat map counts the parts of units, so the list behind the cell counts parts too.
        let is_cell = self.scope != Scope::default() && self.grouping == Grouping::None;
        Query {
            scope: self.scope,
            filter: parse(self.sieve.filter.text(), Subject::Actions, lexicon, today).filter,
            grouping: if is_cell {
                Grouping::Unit
            } else {
                self.grouping
            },
            order: self.order,
            today,
        }
    }

    /// Shows only some actions, from the first one.
    pub(crate) fn narrow(&mut self, scope: Scope) {
        *self = Self {
            scope,
            grouping: self.grouping,
            order: self.order,
            ..Self::default()
        };
    }

    /// Filters all actions by a line.
    pub(crate) fn filter_by(&mut self, line: &str) {
        self.sieve.filter = Finder::of(line);
        (self.selected, self.action, self.parts) = (0, None, None);
        self.marked = Vec::new();
        self.scope = Scope::default();
    }

    /// Remembers the selected action and unit.
    fn follow(&mut self, view: &View) {
        let line = self.line(view);
        self.action = line.map(|line| line.action.id);
        let part = line.and_then(|line| line.part.as_ref());
        self.unit = part.map(|part| part.unit);
    }

    /// Goes to the first line of the changed filter and clears the selected parts.
    fn refilter(&mut self) {
        (self.selected, self.action, self.unit) = (0, None, None);
        self.marked = Vec::new();
    }

    fn first_match(&self, query: &str, view: &View) -> Option<usize> {
        if self.parts.is_some() {
            return marks::matching(query, card_of(view)?).first().copied();
        }
        let page = &view.shelf.actions.as_ref()?.1.page;
        let answers = |line: &ActionLine| {
            let unit = line.only_unit.as_deref().unwrap_or_default();
            let whole = format!("{} {unit} {}", code(line.action.number), line.action.text);
            find_all(query, &whole).is_some()
        };
        let position = page.lines.iter().position(answers);
        position.map(|position| page.from + position)
    }

    /// Runs a command while the caret is in the filter.
    pub(crate) fn filter(&mut self, command: FilterCommand, view: &View) -> Vec<Effect> {
        if self.sieve.run(command, Subject::Actions, view) {
            self.refilter();
        }
        Vec::new()
    }

    /// Says whether a digit is typed text and no mark: a digit of a code (`nv-012`) or, with VNI, the tone of the
    /// letter before it (`guide/architecture.md`, law 1).
    fn takes_digit(&self, digit: char, view: &View) -> bool {
        let is_code = self.parts.is_none() && fold(self.sieve.find.text()).starts_with("nv");
        let mut typed = self.sieve.find.line().clone();
        typed.type_key(digit, view.typing);
        is_code || (!self.sieve.find.is_blank() && !typed.before().ends_with(digit))
    }

    /// Runs a command on the selected line.
    fn on_line(
        &mut self,
        command: ActionsCommand,
        typed: &str,
        line: &ActionLine,
        view: &View,
    ) -> Vec<Effect> {
        let id = line.action.id;
        self.follow(view);
        match command {
            ActionsCommand::Parts if self.parts.is_some() => self.leave(),
            ActionsCommand::Parts => {
                let asked = view.shelf.actions.as_ref().map(|(query, _)| query);
                let asked = asked
                    .and_then(|query| query.scope.unit.or(query.filter.units.first().copied()));
                let place = |card: &ActionCard| {
                    let unit = self.unit.or(asked)?;
                    let mut parts = card.parts.iter();
                    parts.position(|part| part.assignment.unit == unit)
                };
                self.part = card_of(view).and_then(place).unwrap_or(0);
                self.parts = Some(id);
                Vec::new()
            }
            ActionsCommand::Select => self.select(view),
            ActionsCommand::Mark(state) => self.mark(typed, state, view),
            ActionsCommand::Report => self.report(view),
            ActionsCommand::HandOver => match self.own_part(view) {
                Some(part) => choices::hand_over(&part.assignment),
                None => vec![Effect::Say(Status::warned(view.words.why_pick_a_unit()))],
            },
            ActionsCommand::Extend if !self.marked.is_empty() => {
                vec![forms::show(ActionsForm::ExtendMarked, view)]
            }
            ActionsCommand::Extend => match card_of(view) {
                Some(card) => extensions::begin(card, self.own_part(view), view),
                None => gone(view.words),
            },
            ActionsCommand::Extensions => extensions::list(id),
            ActionsCommand::Details => vec![forms::show(ActionsForm::Details(id), view)],
            ActionsCommand::Remove => remove(view),
            ActionsCommand::Leave
            | ActionsCommand::Filter
            | ActionsCommand::Arrange
            | ActionsCommand::Saved
            | ActionsCommand::SelectAll
            | ActionsCommand::Review
            | ActionsCommand::Remind
            | ActionsCommand::Export
            | ActionsCommand::Import => Vec::new(),
        }
    }

    /// Puts the caret into the filter; the cell that the register was opened from becomes a typed filter.
    fn begin_filter(&mut self, view: &View) -> Vec<Effect> {
        if self.scope != Scope::default() {
            self.sieve.filter = Finder::of(&filter::of_scope(self.scope, view));
            self.scope = Scope::default();
        }
        self.parts = None;
        self.sieve.begin();
        Vec::new()
    }

    /// Goes one step back: clears the selected parts, else closes the card, else clears the filter and the cell.
    fn leave(&mut self) -> Vec<Effect> {
        if !self.marked.is_empty() {
            return self.unmark();
        }
        if self.parts.is_some() {
            self.parts = None;
            return Vec::new();
        }
        self.sieve.filter = Finder::default();
        self.scope = Scope::default();
        Vec::new()
    }

    /// Returns the place of the selected part; an undo may have taken the last ones away.
    pub(crate) fn place(&self, card: &ActionCard) -> usize {
        self.part.min(card.parts.len().saturating_sub(1))
    }

    /// Returns the selected line of the register; with an action shown whole, its line.
    pub(crate) fn line<'a>(&self, view: &View<'a>) -> Option<&'a ActionLine> {
        if self.parts.is_some() {
            return card_of(view).map(|card| &card.line);
        }
        let page = &view.shelf.actions.as_ref()?.1.page;
        page.get(self.selected)
    }
}

/// Returns the action that is shown whole, or the one on the selected line.
pub(crate) fn card_of<'a>(view: &View<'a>) -> Option<&'a ActionCard> {
    view.shelf.card.as_ref()
}

/// Takes the action out of the register, unless something points to it.
fn remove(view: &View) -> Vec<Effect> {
    let Some(card) = card_of(view) else {
        return gone(view.words);
    };
    let code = code(card.line.action.number);
    match actions::report::remove(card) {
        Ok(changes) => vec![
            Effect::Commit(Transaction::new(
                view.words.told_action_removed(&code),
                changes,
            )),
            Effect::Tell(Message::ShowAction(None)),
        ],
        Err(refusal) => {
            let why = view.words.removal_refusal(refusal, &code);
            vec![Effect::Say(Status::warned(why))]
        }
    }
}

/// Returns the rows that the lines have on a screen of this height.
pub(crate) fn list_rows(rows: u16) -> usize {
    usize::from(rows.saturating_sub(DETAILS + TOP)).max(1)
}

/// Rows under the list that tell the selected action whole.
pub(crate) const DETAILS: u16 = 6;

/// Rows above the list: the filter and the heads.
pub(crate) const TOP: u16 = 2;
