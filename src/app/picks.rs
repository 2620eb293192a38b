//! What picking an option asks of the program.

use crate::app::actions::forms as actions;
use crate::app::actions::forms::ActionsPick;
use crate::app::effect::Effect;
use crate::app::handover;
use crate::app::plan::{self, PlanFrom};
use crate::app::status::Status;
use crate::app::submit::done;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::code::{MeetingState, NoteKind, Rank};
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, EntryId};
use crate::meeting::roll_call::{self, Delegate, Mark};
use crate::meeting::rows::{AgendaItem, Assignment, Seat, Unit};
use crate::meeting::{agenda, plan as planning};

/// An option, by what picking it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Plans a meeting.
    Plan(PlanFrom),
    /// Plans the meeting of a filled form with the roster at this place.
    PlanRoster {
        /// What it is planned from.
        from: PlanFrom,
        /// What the form held.
        values: Vec<String>,
        /// The place of the roster.
        roster: usize,
    },
    /// Gives the open meeting the roster at this place.
    Roster(usize),
    /// Hands a part of an action over to a unit.
    HandOver(Id<Assignment>, Id<Unit>),
    /// Something of the register.
    Actions(ActionsPick),
    /// Leaves everything as it is.
    Nothing,
}

/// Returns what picking the option asks of the program.
pub fn effects(pick: Pick, view: &View) -> Vec<Effect> {
    match pick {
        Pick::Nothing => vec![Effect::Close],
        Pick::Plan(from) => plan::form(from, view)
            .map(|form| vec![Effect::Fill(form)])
            .unwrap_or_default(),
        Pick::PlanRoster {
            from,
            values,
            roster,
        } => plan::with_roster(from, &values, roster, view)
            .unwrap_or_else(|refusal| vec![Effect::Say(Status::warned(refusal.why))]),
        Pick::Actions(pick) => actions::effects(pick, view),
        Pick::HandOver(part, to) => handover::one(part, to, view),
        Pick::Roster(position) => match view.dossier {
            Some(dossier) => change_roster(position, dossier, view),
            None => vec![Effect::Say(Status::warned(view.words.why_no_meeting()))],
        },
    }
}

fn change_roster(position: usize, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let Some(offer) = &view.shelf.offer else {
        return vec![Effect::Close];
    };
    if dossier.meeting.state != MeetingState::Planned {
        return vec![
            Effect::Close,
            Effect::Say(Status::warned(view.words.why_not_planned())),
        ];
    }
    let Some(summons) = offer.rosters.get(position) else {
        return vec![Effect::Close];
    };
    if planning::names_wards(dossier) {
        return vec![
            Effect::Close,
            Effect::Say(Status::warned(view.words.why_roster_spoken_for())),
        ];
    }
    let rosters = offer.rosters.iter().map(|other| &other.roster);
    let mut changes = planning::change_roster(dossier, summons, view.ids);
    changes.extend(planning::choose_roster(rosters, summons.roster.id));
    let day = dossier.meeting.starts.date_naive();
    let mut effects = done(view.words.told_roster(&summons.roster.name), changes);
    effects.extend(handover::offered(offer, summons, day));
    effects
}
