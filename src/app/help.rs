//! The help: the keys of this screen as the first page, and behind it the handbook, a chapter a page.

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, ScreenId};
use crate::app::effect::Effect;
use crate::app::keymap::Context;
use crate::app::list::{Listing, Side};
use crate::app::screen::Screen;
use crate::app::view::View;
use crate::guide;
use crate::guide::page;
use crate::meeting::actions::figures::Figure;
use crate::meeting::capture::signs;
use crate::meeting::code::NoteKind;
use crate::text::width::cut;
use crate::words::Words;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Help {
    /// Lines above the first one shown.
    pub(crate) scroll: usize,
    /// The page: the keys, and from 1 on the chapters of the handbook.
    #[serde(default)]
    pub(crate) page: usize,
}

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// A heading.
    Heading(&'static str),
    /// A key and the name of its command.
    Key(String, &'static str),
    /// A heading of a chapter.
    Title(String),
    /// A line of a chapter.
    Text(String),
    /// An empty line.
    Gap,
}

impl Screen for Help {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Help, Context::List]
    }

    fn update(&mut self, _: Command, _: &View) -> Vec<Effect> {
        Vec::new()
    }

    fn turn(&mut self, side: Side, view: &View) -> bool {
        let page = side.of(self.page).min(guide::pages(view.words).len());
        let is_other = page != self.page;
        if is_other {
            *self = Self { scroll: 0, page };
        }
        is_other
    }

    fn listing(&mut self, view: &View) -> Option<Listing<'_>> {
        let rows = usize::from(view.rows.saturating_sub(2)).max(1);
        let lines = self.lines(view).len();
        Some(Listing::text(&mut self.scroll, lines, rows))
    }
}

impl Help {
    /// Returns the title of the page, and which page of how many it is.
    pub(crate) fn title(&self, view: &View) -> String {
        let pages = guide::pages(view.words);
        let of = pages.len() + 1;
        let chapter = self.page.checked_sub(1).and_then(|at| pages.get(at));
        let title = chapter.map_or(view.words.help_title(), |(title, _)| *title);
        let room = usize::from(box_columns(view)).saturating_sub(16);
        format!("{} {}/{of}", cut(title, room), self.page + 1)
    }

    /// Returns the lines of the page.
    pub(crate) fn lines(&self, view: &View) -> Vec<HelpLine> {
        let pages = guide::pages(view.words);
        let Some((_, text)) = self.page.checked_sub(1).and_then(|at| pages.get(at)) else {
            return lines(view);
        };
        // The frame takes two columns at each side.
        let columns = usize::from(box_columns(view)).saturating_sub(4);
        page::lines(text, columns)
            .iter()
            .map(|line| match line {
                page::Line::Heading(text) => HelpLine::Title(text.clone()),
                page::Line::Text(text) => HelpLine::Text(text.clone()),
            })
            .collect()
    }
}

/// Returns the columns of the box that a page stands in, its frame among them.
pub(crate) fn box_columns(view: &View) -> u16 {
    view.columns.saturating_sub(4).min(76)
}

/// Says whether a screen shows how parts stand, so that its help says how that is reckoned.
fn counts_parts(screen: ScreenId) -> bool {
    [
        ScreenId::Meetings,
        ScreenId::Actions,
        ScreenId::Focus,
        ScreenId::Year,
        ScreenId::Review,
    ]
    .contains(&screen)
}

/// Returns the lines of the help: the keys of this screen, then the signs, then the keys that hold everywhere.
pub fn lines(view: &View) -> Vec<HelpLine> {
    let (words, here) = (view.words, view.screen);
    let mut contexts = vec![Context::Screen(here)];
    contexts.extend(
        ScreenId::ALL
            .iter()
            .filter(|screen| **screen != here)
            .map(|screen| Context::Screen(*screen)),
    );
    contexts.extend([
        Context::Everywhere,
        Context::List,
        Context::Filter,
        Context::Text,
        Context::Form,
        Context::Choice,
        Context::Delegations,
        Context::Card,
        Context::Agenda,
        Context::Floor,
        Context::Ward,
        Context::ReadBack,
        Context::Prepared,
        Context::LookBack,
        Context::Handover,
        Context::Versions,
        Context::Reading,
        Context::Import,
    ]);
    let mut lines = Vec::new();
    for (position, context) in contexts.into_iter().enumerate() {
        lines.push(HelpLine::Heading(heading(context, words)));
        lines.extend(
            view.keymap
                .rows(context)
                .filter(|binding| !binding.keys.is_empty())
                .map(|binding| HelpLine::Key(binding.keys_shown(), (binding.words)(words))),
        );
        lines.push(HelpLine::Gap);
        if position == 0 && counts_parts(here) {
            lines.push(HelpLine::Heading(words.help_figures()));
            lines.extend(Figure::ALL.iter().map(|figure| {
                HelpLine::Key(words.figure(*figure).to_owned(), words.formula(*figure))
            }));
            lines.push(HelpLine::Gap);
        }
        if position == 0 {
            lines.push(HelpLine::Heading(words.help_signs()));
            lines.extend(signs().map(|(sign, sort)| {
                HelpLine::Key(sign.to_string(), words.sort(sort, NoteKind::Information))
            }));
            let examples = words.line_examples().into_iter();
            lines.extend(examples.map(|(typed, what)| HelpLine::Key(typed.to_owned(), what)));
            lines.push(HelpLine::Gap);
        }
    }
    lines
}

/// Returns the name of a context.
pub fn heading(context: Context, words: Words) -> &'static str {
    match context {
        Context::Screen(screen) => words.screen(screen),
        Context::Everywhere => words.help_everywhere(),
        Context::List => words.help_lists(),
        Context::Filter => words.help_filter(),
        Context::Text => words.help_text(),
        Context::Form => words.help_form(),
        Context::Choice => words.help_choice(),
        Context::Help => words.help_title(),
        Context::Delegations => words.help_delegations(),
        Context::Card => words.help_card(),
        Context::Agenda => words.help_agenda(),
        Context::Floor => words.help_floor(),
        Context::Ward => words.help_ward(),
        Context::ReadBack => words.help_read_back(),
        Context::Prepared => words.help_prepared(),
        Context::LookBack => words.help_look_back(),
        Context::Handover => words.help_handover(),
        Context::Versions => words.help_versions(),
        Context::Reading => words.reading_title(),
        Context::Import => words.help_import(),
    }
}
