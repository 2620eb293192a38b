//! The paper that F8 shows: made once a change and width, never once a frame.

use crate::app::App;
use crate::app::effect::Export;
use crate::app::handing_out::matters;
use crate::app::papers::preview_columns;
use crate::app::view::{Shown, Wording};
use crate::meeting::code::MeetingState;
use crate::meeting::suggestions::suggestions;
use crate::papers::brief::{Brief, Which};
use crate::papers::gaps::{Gap, house};
use crate::papers::paper::gaps;
use crate::papers::phrases::Phrases;
use crate::papers::screen::lay_out;
use crate::papers::version::Version;
use crate::store::Failure;

impl App {
    /// Makes the paper that is shown, unless it has been made for this width and day.
    pub(crate) fn write_paper(&mut self) -> Result<(), Failure> {
        let which = self.place.screens.papers.which;
        let columns = preview_columns(self.room.size.0);
        let today = self.room.now.date_naive();
        let cached = self.room.shelf.paper.as_ref();
        let is_there = cached.is_some_and(|cached| {
            (cached.which, cached.columns, cached.today) == (which, columns, today)
        });
        if !is_there {
            self.room.shelf.paper = self.shown(which, columns)?;
        }
        if let Some(shown) = &self.room.shelf.paper {
            let rows = self.room.size.1;
            self.place.screens.papers.settle(shown, rows);
        }
        Ok(())
    }

    /// Returns a paper of the open meeting as it would be handed out now, laid out for a width.
    fn shown(&mut self, which: Which, columns: usize) -> Result<Option<Shown>, Failure> {
        self.ask_ledger()?;
        let today = self.room.now.date_naive();
        let (Some(dossier), Some(ledger)) = (&self.room.dossier, &self.room.shelf.ledger) else {
            return Ok(None);
        };
        let matters = matters(&self.room.store, &Export::Paper(which), today)?;
        let phrases = Phrases::worded(self.room.phrases.as_ref(), Some(&dossier.issuer));
        let brief = Brief {
            dossier,
            phrases: &phrases,
            matters: &matters,
            today,
        };
        let Version {
            stage, document, ..
        } = Version::new(which, ledger, &brief);
        let suggested = match dossier.meeting.state {
            MeetingState::Planned | MeetingState::InSession | MeetingState::Closed => {
                suggestions(dossier)
            }
            MeetingState::Final => Vec::new(),
        };
        let mut gaps = gaps(which, dossier);
        gaps.extend(house::boxed(&document));
        gaps.extend(misworded(&self.room.preferences.wording));
        Ok(Some(Shown {
            which,
            columns,
            today,
            stage,
            layout: lay_out(&document, columns),
            document,
            gaps,
            suggestions: suggested,
        }))
    }
}

/// Returns that the papers have other sentences than those of the user's file, which is wrong.
fn misworded(wording: &Wording) -> Option<Gap> {
    match wording {
        Wording::Own | Wording::Read => None,
        Wording::Broken(_) | Wording::Unread(_) => Some(Gap::Wording),
    }
}
