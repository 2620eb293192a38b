//! What each choice offers: the options, their names and what explains them.

use crate::app::actions::forms as actions;
use crate::app::actions::forms::ActionsChoice;
use crate::app::command::{AppCommand, Command};
use crate::app::focus::forms as areas;
use crate::app::issues::forms as issues;
use crate::app::issues::forms::IssuesChoice;
use crate::app::keymap::{Binding, Context};
use crate::app::old_choice::Purpose;
use crate::app::picks::Pick;
use crate::app::plan::{self, PlanFrom};
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::code::{NoteKind, Rank};
use crate::meeting::dossier::Dossier;
use crate::meeting::roster::Summons;
use crate::meeting::rows::{Assignment, Seat};
use crate::meeting::{agenda, focus, roll_call};
use crate::text::dates::short_date;
use crate::text::width::cut_middle;

/// An option of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// What it is called.
    pub label: String,
    /// What explains it.
    pub hint: String,
    /// What picking it means.
    pub pick: Pick,
}

impl Offered {
    pub(crate) fn new(label: impl Into<String>, hint: impl Into<String>, pick: Pick) -> Self {
        Self {
            label: label.into(),
            hint: hint.into(),
            pick,
        }
    }
}

/// Says whether a digit picks an option of the choice at once.
pub fn numbered(purpose: &Purpose) -> bool {
    match purpose {
        Purpose::HandOver(_) | Purpose::Actions(ActionsChoice::Saved(_)) => false,
        Purpose::Plan
        | Purpose::PlanRoster { .. }
        | Purpose::Roster
        | Purpose::Actions(ActionsChoice::Arrange) => true,
    }
}

/// Returns the options of a choice, in their order.
pub fn options(purpose: &Purpose, view: &View) -> Vec<Offered> {
    match purpose {
        Purpose::Plan => plan_sources(view),
        Purpose::PlanRoster { from, values } => rosters(view, |roster| Pick::PlanRoster {
            from: *from,
            values: values.clone(),
            roster,
        }),
        Purpose::Roster => rosters(view, Pick::Roster),
        Purpose::HandOver(part) => takers(*part, view),
        Purpose::Actions(choice) => actions::options(choice, view),
    }
}

/// The units that a part can be handed over to: those that followed its own first.
fn takers(part: Id<Assignment>, view: &View) -> Vec<Offered> {
    let handing = view.shelf.handing.as_ref();
    let Some(handing) = handing.filter(|handing| handing.part.id == part) else {
        return Vec::new();
    };
    let heirs = handing.heirs.iter().enumerate();
    heirs
        .map(|(place, unit)| {
            let hint = if place < handing.followed {
                view.words.heir_followed()
            } else {
                ""
            };
            Offered::new(unit.name.as_str(), hint, Pick::HandOver(part, unit.id))
        })
        .collect()
}

fn plan_sources(view: &View) -> Vec<Offered> {
    let source = |from: PlanFrom, label: &'static str| {
        let form = plan::form(from, view)?;
        let title = form
            .lines
            .first()
            .map(|line| cut_middle(line.text(), 48).into_owned())
            .unwrap_or_default();
        Some(Offered::new(label, title, Pick::Plan(from)))
    };
    [
        source(PlanFrom::Last, view.words.option_from_last()),
        source(PlanFrom::Template, view.words.option_from_template()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn rosters(view: &View, pick: impl Fn(usize) -> Pick) -> Vec<Offered> {
    let offered = view
        .shelf
        .offer
        .iter()
        .flat_map(|offer| &offer.rosters)
        .enumerate();
    offered
        .map(|(position, summons)| {
            Offered::new(
                summons.roster.name.as_str(),
                validity(summons, view),
                pick(position),
            )
        })
        .collect()
}

fn validity(summons: &Summons, view: &View) -> String {
    let until = summons
        .roster
        .valid_to
        .map(|day| view.words.roster_until(&short_date(day)));
    let in_use = summons
        .roster
        .chosen
        .then(|| view.words.roster_current().to_owned());
    until
        .into_iter()
        .chain(in_use)
        .collect::<Vec<_>>()
        .join(" · ")
}
