//! F9 Tra cứu: everything ever said, concluded, answered and assigned, with the match marked.

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, ScreenId, SearchCommand};
use crate::app::effect::Effect;
use crate::app::filter;
use crate::app::keymap::Context;
use crate::app::list::Listing;
use crate::app::message::Message;
use crate::app::questions::Questions;
use crate::app::screen::Screen;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::filter::{Subject, parse};
use crate::meeting::notes::EntryId;
use crate::meeting::search::{Found, Hit};
use crate::store::Failure;
use crate::text::finder::Finder;

/// Lines that a search brings at most: several screenfuls of the newest.
pub const MOST: usize = 100;

/// Rows above the lines that were found.
pub(crate) const HEAD: u16 = 2;

/// Where the user is in the search.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Search {
    /// The typed words to search for.
    pub(crate) query: Finder,
    /// The place of the selected hit.
    pub(crate) selected: usize,
}

impl Screen for Search {
    fn contexts(&self) -> &'static [Context] {
        &[
            Context::Screen(ScreenId::Search),
            Context::Text,
            Context::List,
        ]
    }

    fn update(&mut self, command: Command, view: &View) -> Vec<Effect> {
        let Command::Search(command) = command else {
            return Vec::new();
        };
        match command {
            SearchCommand::Complete => {
                if filter::complete(&mut self.query, Subject::Lines, view) {
                    self.selected = 0;
                }
                Vec::new()
            }
            SearchCommand::Open => self.open(view),
        }
    }

    fn listing(&mut self, view: &View) -> Option<Listing<'_>> {
        let (total, rows) = (hits(view).len(), hit_rows(view.rows));
        Some(Listing::new(&mut self.selected, total, rows))
    }

    fn finder(&mut self) -> Option<&mut Finder> {
        Some(&mut self.query)
    }

    fn find(&mut self, _: &View) -> Vec<Effect> {
        self.selected = 0;
        Vec::new()
    }

    fn ask(&mut self, book: &mut Questions) -> Result<Vec<Effect>, Failure> {
        book.lexicon()?;
        let today = book.today();
        let lexicon = book.shelf.lexicon.as_ref();
        let wanted =
            lexicon.map(|lexicon| parse(self.query.text(), Subject::Lines, lexicon, today).filter);
        let wanted = wanted.unwrap_or_default();
        let cached = book.shelf.hits.as_ref();
        if cached.is_none_or(|(of, _)| *of != wanted) {
            let hits = book.store.search(&wanted, MOST)?;
            book.shelf.hits = Some((wanted, hits));
        }
        Ok(Vec::new())
    }
}

impl Search {
    fn open(&self, view: &View) -> Vec<Effect> {
        let Some(hit) = hits(view).get(self.selected) else {
            let why = if self.query.is_blank() {
                view.words.why_nothing_here()
            } else {
                view.words.search_none()
            };
            return vec![Effect::Say(Status::warned(why))];
        };
        let to_line = |line| {
            vec![
                Effect::Open(hit.meeting, ScreenId::Desk),
                Effect::Tell(Message::SelectLine(line)),
            ]
        };
        match hit.place {
            Found::Note(id, _) => to_line(EntryId::Note(id)),
            Found::Conclusion(id) => to_line(EntryId::Conclusion(id)),
            Found::Action(id, _) => to_line(EntryId::Action(id)),
            Found::Report(_, action, _) => vec![
                Effect::Go(ScreenId::Actions),
                Effect::Tell(Message::ShowAction(Some(action))),
            ],
            Found::Document | Found::Meeting => vec![Effect::Open(hit.meeting, ScreenId::Desk)],
            Found::Attendance(seat) => vec![
                Effect::Open(hit.meeting, ScreenId::RollCall),
                Effect::Tell(Message::ShowSeat(seat)),
            ],
            Found::Issue(issue, _) | Found::IssueAnswer(issue, _) => {
                vec![
                    Effect::Tell(Message::ShowIssue(issue)),
                    Effect::Go(ScreenId::Issues),
                ]
            }
        }
    }
}

pub(crate) fn hits<'a>(view: &View<'a>) -> &'a [Hit] {
    view.shelf.hits.as_ref().map_or(&[], |(_, hits)| hits)
}

pub(crate) fn hit_rows(rows: u16) -> usize {
    usize::from(rows.saturating_sub(HEAD) / 2).max(1)
}
