//! Planning a meeting: from the last one or from the template, with a roster that is valid that day.

use serde::{Deserialize, Serialize};

use crate::app::choice::Choice;
use crate::app::command::ScreenId;
use crate::app::effect::Effect;
use crate::app::form::Form;
use crate::app::handover;
use crate::app::old_choice::Purpose as ChoicePurpose;
use crate::app::old_form::Purpose as FormPurpose;
use crate::app::status::Status;
use crate::app::submit::{Refusal, need, optional, starts};
use crate::app::view::{Offer, View};
use crate::meeting::change::Transaction;
use crate::meeting::plan::{PERIOD, Planning, choose_roster, period, plan, usual_start};
use crate::meeting::roster::{Summons, has_ended, not_in_force};
use crate::meeting::rows::Roster;
use crate::text::dates::{short_date, time};

/// What a meeting is planned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlanFrom {
    /// The last meeting.
    Last,
    /// The agenda template.
    Template,
}

/// Returns the form to plan a meeting with, filled in as far as that can be known.
pub fn form(from: PlanFrom, view: &View) -> Option<Form> {
    let planning = source(view.shelf.offer.as_ref()?, from)?;
    let start = usual_start(view.now);
    let title = planning.title.replace(PERIOD, &period(start.date_naive()));
    let values = [
        title,
        short_date(start.date_naive()),
        time(start),
        planning.venue.clone().unwrap_or_default(),
    ];
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    Some(Form {
        field: 0,
        ..Form::new(FormPurpose::Plan(from), &values)
    })
}

/// Plans the meeting, or first asks for the roster when the one for new meetings has ended by that day.
pub(crate) fn submit(
    from: PlanFrom,
    values: &[String],
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    need(values, 0, view.words.field_title(), view.words)?;
    let starts = starts((values, 1), (values, 2), view)?;
    let Some(offer) = &view.shelf.offer else {
        return Ok(vec![Effect::Close]);
    };
    let chosen = offer
        .rosters
        .iter()
        .position(|summons| summons.roster.chosen)
        .unwrap_or(0);
    let ended = offer
        .rosters
        .get(chosen)
        .map(|summons| &summons.roster)
        .filter(|roster| has_ended(roster, starts.date_naive()));
    if let Some(roster) = ended {
        let purpose = ChoicePurpose::PlanRoster {
            from,
            values: values.to_vec(),
        };
        return Ok(offer_successor(roster, purpose, offer, view));
    }
    with_roster(from, values, chosen, view)
}

/// Says that a roster has ended and offers the others, its successor first at hand; the secretary decides.
fn offer_successor(
    ended: &Roster,
    purpose: ChoicePurpose,
    offer: &Offer,
    view: &View,
) -> Vec<Effect> {
    let follows = |summons: &Summons| Some(summons.roster.id) == ended.successor;
    let choice = Choice {
        selected: offer.rosters.iter().position(follows).unwrap_or(0),
        ..Choice::new(purpose)
    };
    let last = ended.valid_to.map(short_date).unwrap_or_default();
    let why = view.words.why_roster_ended(&ended.name, &last);
    vec![Effect::Choose(choice), Effect::Say(Status::warned(why))]
}

/// Plans the meeting with the roster at this place of the offer.
pub(crate) fn with_roster(
    from: PlanFrom,
    values: &[String],
    roster: usize,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let starts = starts((values, 1), (values, 2), view)?;
    let Some((offer, summons)) = view
        .shelf
        .offer
        .as_ref()
        .and_then(|offer| Some((offer, offer.rosters.get(roster)?)))
    else {
        return Ok(vec![Effect::Close]);
    };
    let Some(planning) = source(offer, from) else {
        return Ok(vec![Effect::Close]);
    };
    let title = need(values, 0, view.words.field_title(), view.words)?;
    let planning = Planning {
        title: title.clone(),
        venue: optional(values, 3),
        ..planning.clone()
    };
    let (meeting, mut changes) = plan(&planning, summons, starts, view.ids);
    changes.extend(choose_roster(
        offer
            .rosters
            .iter()
            .map(|summons: &Summons| &summons.roster),
        summons.roster.id,
    ));
    let gone: Vec<&str> = not_in_force(summons, starts.date_naive())
        .into_iter()
        .map(|unit| unit.name.as_str())
        .collect();
    let label = view.words.told_planned(&title);
    let warning = (!gone.is_empty()).then(|| {
        let text = view.words.told_planned_with_ended(&gone.join(", "));
        Effect::Say(Status::warned(text))
    });
    Ok([
        Effect::Commit(Transaction::new(label, changes)),
        Effect::Open(meeting, ScreenId::Meetings),
        Effect::Close,
    ]
    .into_iter()
    .chain(warning)
    .chain(handover::offered(offer, summons, starts.date_naive()))
    .collect())
}

fn source(offer: &Offer, from: PlanFrom) -> Option<&Planning> {
    match from {
        PlanFrom::Last => offer.last.as_ref(),
        PlanFrom::Template => Some(&offer.template),
    }
}
