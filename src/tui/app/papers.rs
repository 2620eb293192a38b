//! The paper that F8 shows: made once a change and width, never once a frame.

use super::App;
use super::draw::body_rows;
use crate::meeting::code::MeetingState;
use crate::meeting::suggestions::suggestions;
use crate::papers::gaps::gaps;
use crate::papers::paper::{Brief, Matters, Stage, Which, paper};
use crate::papers::screen::lay_out;
use crate::tui::screens::papers::preview_columns;
use crate::tui::view::Shown;

impl App {
    /// Makes the paper that is shown, unless it has been made for this width and day.
    pub(super) fn write_paper(&mut self) {
        let which = self.place.screens.papers.which;
        let columns = preview_columns(self.room.size.0);
        let today = self.room.now.date_naive();
        let held = self.room.shelf.paper.as_ref();
        let is_there = held
            .is_some_and(|held| (held.which, held.columns, held.today) == (which, columns, today));
        let stage = self.stage(which);
        if let Some(dossier) = self.room.dossier.as_ref().filter(|_| !is_there) {
            let brief = Brief {
                dossier,
                phrases: &self.room.phrases,
                matters: &Matters::default(),
                today,
            };
            let document = paper(which, stage, &brief);
            let suggested = match dossier.meeting.state {
                MeetingState::Planned | MeetingState::InSession | MeetingState::Closed => {
                    suggestions(dossier)
                }
                MeetingState::Final => Vec::new(),
            };
            self.room.shelf.paper = Some(Shown {
                which,
                columns,
                today,
                stage,
                layout: lay_out(&document, columns),
                document,
                gaps: gaps(which, dossier),
                suggestions: suggested,
            });
        }
        if let Some(shown) = &self.room.shelf.paper {
            let rows = body_rows(self.room.size.1);
            self.place.screens.papers.settle(shown, rows);
        }
    }

    /// Returns how far a paper of the open meeting is.
    pub(super) fn stage(&self, _which: Which) -> Stage {
        let meeting = self.room.dossier.as_ref().map(|dossier| &dossier.meeting);
        match meeting.map(|meeting| meeting.state) {
            Some(MeetingState::Final) => Stage::Final,
            Some(MeetingState::Planned | MeetingState::InSession | MeetingState::Closed) | None => {
                Stage::Draft(1)
            }
        }
    }
}
