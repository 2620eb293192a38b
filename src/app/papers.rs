//! F8: a preview of a paper, its gaps, and possible slips of the hand.

pub(crate) mod amend;
pub(crate) mod choices;
pub(crate) mod current;
pub(crate) mod entries;
pub(crate) mod forms;
pub(crate) mod mend;
pub mod source;

use serde::{Deserialize, Serialize};

use crate::app::choice::Choice;
use crate::app::command::{Command, ListCommand, PapersCommand, ScreenId};
use crate::app::effect::{Effect, PapersEffect};
use crate::app::keymap::Context;
use crate::app::list::{self, Side};
use crate::app::papers::choices::PapersChoice;
use crate::app::papers::current::preview;
use crate::app::papers::entries::Entry;
use crate::app::papers::forms::imprint;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::{Previewed, View};
use crate::meeting::cell::Id;
use crate::meeting::code::PaperKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::Seat;
use crate::meeting::suggestions::{Spot, Suggestion};
use crate::papers::brief::Which;
use crate::papers::screen::{Layout, Stop};
use crate::papers::spec_of;
use crate::store::Failure;

/// Where the user is in the papers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Papers {
    /// The paper that is shown.
    pub(crate) which: Which,
    /// The selected gap or suggestion.
    pub(crate) selected: usize,
    /// Whether the arrows move in the preview.
    pub(crate) in_preview: bool,
    /// The block of the preview under the cursor.
    pub(crate) stop: usize,
    /// Lines above the first one shown.
    pub(crate) scroll: usize,
    /// The dismissed suggestions: the spot and the text there.
    pub(crate) let_go: Vec<(Spot, String)>,
}

/// Returns the columns that the preview has on a body of this width.
pub(crate) fn preview_columns(columns: u16) -> usize {
    usize::from(columns.saturating_sub(list_columns(columns)))
        .saturating_sub(2)
        .min(84)
}

pub(crate) fn list_columns(columns: u16) -> u16 {
    (columns / 10 * 3).clamp(20, 40)
}

/// Returns the rows that the preview has on a body of this height.
fn preview_rows(rows: u16) -> usize {
    usize::from(rows.saturating_sub(1)).max(1)
}

impl Screen for Papers {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Screen(ScreenId::Papers), Context::List]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Papers(command) = command else {
            return Vec::new();
        };
        let (Some(dossier), Some(paper)) = (view.dossier, &view.shelf.paper) else {
            return vec![Effect::Say(Status::warned(view.words.why_no_meeting()))];
        };
        let of = |effect: PapersEffect| vec![Effect::Papers(effect)];
        match command {
            PapersCommand::OtherSide => {
                self.in_preview = !self.in_preview;
                Vec::new()
            }
            PapersCommand::Mend if self.in_preview => match paper.layout.stops.get(self.stop) {
                Some(stop) => source::go(source::of(stop, &paper.document), dossier, view),
                None => Vec::new(),
            },
            PapersCommand::Mend => match self.entries(paper).get(self.selected) {
                Some(Entry::Gap(gap, _)) => mend::mend(gap, dossier, view),
                Some(Entry::Remark(remark)) => mend::look_into(remark, dossier, view),
                Some(Entry::Suggestion(suggestion)) => mend::take(suggestion, dossier, view),
                None => {
                    let sentence = entries::verdict(paper, view.words);
                    let said = sentence.map(|said| Effect::Say(Status::said(said.sentence)));
                    said.into_iter().collect()
                }
            },
            PapersCommand::Export => of(PapersEffect::AskFile(self.which)),
            PapersCommand::ExportAll => of(PapersEffect::AskFolder),
            PapersCommand::Versions => of(PapersEffect::Versions(self.which)),
            PapersCommand::Amend => of(PapersEffect::Amend(self.which)),
            PapersCommand::LetGo => self.let_go(paper, view),
            PapersCommand::Choose => choose(PapersChoice::Which),
            PapersCommand::Imprint => imprint(self.which.kind, view),
            PapersCommand::Finalise => of(PapersEffect::AskSignature),
        }
    }

    fn list(&mut self, command: ListCommand, view: &View) {
        let (Some(dossier), Some(paper)) = (view.dossier, &view.shelf.paper) else {
            return;
        };
        if let Some(side) = command.side() {
            return self.show(neighbour(self.which, side, dossier));
        }
        let entries = self.entries(paper).len();
        let rows = preview_rows(view.rows);
        if self.in_preview || entries == 0 {
            self.walk(command, &paper.layout, rows);
        } else {
            self.selected = list::moved(self.selected, entries, rows, command);
        }
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        let columns = preview_columns(book.columns);
        let asked = (self.which, columns, book.today());
        let cached = book.shelf.paper.as_ref();
        if cached.is_none_or(|cached| (cached.which, cached.columns, cached.today) != asked) {
            book.shelf.paper = preview(book, self.which, columns)?;
        }
        if let Some(paper) = &book.shelf.paper {
            self.clamp(paper, book.rows);
        }
        Ok(Vec::new())
    }
}

impl Papers {
    /// Shows another paper, from its beginning.
    pub(crate) fn show(&mut self, which: Which) {
        if self.which != which {
            self.which = which;
            (self.selected, self.stop, self.scroll) = (0, 0, 0);
        }
    }

    /// Clamps the selection and the cursor to the entries and blocks of the paper, and scrolls the cursor into sight.
    pub(crate) fn clamp(&mut self, paper: &Previewed, rows: u16) {
        let entries = self.entries(paper).len();
        self.selected = self.selected.min(entries.saturating_sub(1));
        let layout = &paper.layout;
        self.stop = self.stop.min(layout.stops.len().saturating_sub(1));
        let rows = preview_rows(rows);
        self.scroll = self.scroll.min(layout.lines.len().saturating_sub(rows));
        let here = layout.stops.get(self.stop);
        if let Some(stop) = here.filter(|stop| !is_in_sight(stop, self.scroll, rows)) {
            self.scroll = brought_into_sight(stop, self.scroll, rows);
        }
    }

    /// Returns the entries on the left: contradictions, blanks, what may be intended, undismissed suggestions.
    pub(crate) fn entries<'a>(&self, paper: &'a Previewed) -> Vec<Entry<'a>> {
        let is_kept = |suggestion: &&Suggestion| {
            let mut gone = self.let_go.iter();
            !gone.any(|(spot, old)| (*spot, old) == (suggestion.spot, &suggestion.old))
        };
        let suggestions = paper.suggestions.iter().filter(is_kept);
        entries::of(paper)
            .chain(suggestions.map(Entry::Suggestion))
            .collect()
    }

    /// Moves the cursor block by block, or a page; a block that is higher than the screen is read to its end first.
    fn walk(&mut self, command: ListCommand, layout: &Layout, rows: usize) {
        let last = layout.stops.len().saturating_sub(1);
        let bottom = layout.lines.len().saturating_sub(rows);
        let page = rows.saturating_sub(1).max(1);
        let here = layout.stops.get(self.stop);
        let below = here.is_some_and(|stop| stop.end > self.scroll + rows);
        let above = here.is_some_and(|stop| stop.first < self.scroll);
        match command {
            ListCommand::Down if below => self.scroll = (self.scroll + page).min(bottom),
            ListCommand::Up if above => self.scroll = self.scroll.saturating_sub(page),
            ListCommand::Up => self.reach(self.stop.saturating_sub(1), layout, rows),
            ListCommand::Down => self.reach((self.stop + 1).min(last), layout, rows),
            ListCommand::First => self.reach(0, layout, rows),
            ListCommand::Last => self.reach(last, layout, rows),
            ListCommand::PageDown if self.scroll >= bottom => self.stop = last,
            ListCommand::PageDown => self.turn((self.scroll + page).min(bottom), layout, rows),
            ListCommand::PageUp if self.scroll == 0 => self.stop = 0,
            ListCommand::PageUp => self.turn(self.scroll.saturating_sub(page), layout, rows),
            ListCommand::Left | ListCommand::Right => {}
        }
    }

    /// Puts the cursor on a block and brings it into sight.
    fn reach(&mut self, stop: usize, layout: &Layout, rows: usize) {
        self.stop = stop;
        if let Some(stop) = layout.stops.get(stop) {
            self.scroll = if stop.first == 0 || self.stop == 0 {
                0
            } else {
                brought_into_sight(stop, self.scroll, rows)
            };
        }
    }

    /// Shows the page from this line on, the cursor on the first block that begins on it, or that fills it.
    fn turn(&mut self, scroll: usize, layout: &Layout, rows: usize) {
        self.scroll = scroll;
        let stops = &layout.stops;
        let begins = |stop: &Stop| (scroll..scroll + rows).contains(&stop.first);
        let fills = || stops.iter().rposition(|stop| stop.first <= scroll);
        let here = stops.iter().position(begins).or_else(fills);
        self.stop = here.unwrap_or(stops.len().saturating_sub(1));
    }

    /// Dismisses the selected suggestion, until another meeting is opened.
    fn let_go(&mut self, paper: &Previewed, view: &View) -> Vec<Effect> {
        let here = self.entries(paper).get(self.selected).copied();
        let Some(Entry::Suggestion(suggestion)) = here.filter(|_| !self.in_preview) else {
            return vec![Effect::Say(Status::warned(view.words.why_no_suggestion()))];
        };
        let sentence = view.words.told_let_go(&suggestion.old);
        self.let_go.push((suggestion.spot, suggestion.old.clone()));
        vec![Effect::Say(Status::done(sentence))]
    }
}

fn is_in_sight(stop: &Stop, scroll: usize, rows: usize) -> bool {
    stop.end > scroll && stop.first < scroll + rows
}

/// Returns the scroll position that shows a whole block, or its beginning if it is higher than the screen.
fn brought_into_sight(stop: &Stop, scroll: usize, rows: usize) -> usize {
    if stop.first < scroll || stop.end - stop.first > rows {
        stop.first
    } else if stop.end > scroll + rows {
        stop.end - rows
    } else {
        scroll
    }
}

/// Returns the paper before or behind one; the slip is that of the first unit until another is chosen.
fn neighbour(which: Which, side: Side, dossier: &Dossier) -> Which {
    let all = PaperKind::ALL;
    let here = all.iter().position(|kind| *kind == which.kind).unwrap_or(0);
    let there = side.of(here + all.len()) % all.len();
    let kind = all.get(there).copied().unwrap_or(which.kind);
    Which {
        kind,
        seat: first_seat(kind, dossier),
    }
}

/// Returns the seat of the first slip; a paper that is made for the whole meeting has none.
fn first_seat(kind: PaperKind, dossier: &Dossier) -> Option<Id<Seat>> {
    let spec = spec_of(kind);
    let seats = spec.seats(dossier);
    let first = seats.first().filter(|_| !spec.is_common());
    first.map(|seat| seat.id)
}

fn choose(choice: PapersChoice) -> Vec<Effect> {
    vec![Effect::Choose(Choice::new(choice))]
}
