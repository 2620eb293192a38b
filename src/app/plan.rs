//! Planning a meeting: from the last one or from the template, with a roster that is valid that day; and another roster
//! for a meeting that is planned.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::app::choice::{Choice, ChoicePurpose, ChoiceSpec, Offered};
use crate::app::command::ScreenId;
use crate::app::effect::{Effect, done, gone, no_meeting};
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal};
use crate::app::handover;
use crate::app::kept::Kept;
use crate::app::message::Message;
use crate::app::questions::Questions;
use crate::app::series::SeriesForm;
use crate::app::status::Status;
use crate::app::view::{Offer, View};
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::code::MeetingState;
use crate::meeting::dossier::Dossier;
use crate::meeting::plan::{
    Planning, change_roster, choose_roster, names_wards, plan, usual_start,
};
use crate::meeting::roll_call;
use crate::meeting::roster::{Summons, has_ended, not_in_force};
use crate::meeting::rows::{Meeting, Roster};
use crate::store::Failure;
use crate::text::dates::{Instant, parse_time, short_date, time};
use crate::text::width::cut_middle;
use crate::words::Words;

/// The source of a new plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum PlanFrom {
    Last,
    Template,
}

impl Kept for PlanFrom {
    const NAME: &'static str = "Plan";
}

/// What a meeting is called.
pub(crate) const TITLE: Field<String> = Field::new("title", Words::field_title, fields::needed);

/// Where a meeting is held.
pub(crate) const VENUE: Field<Option<String>> =
    Field::new("venue", Words::field_venue, fields::text);

pub(crate) const DAY: Field<NaiveDate> = Field::new("day", Words::field_day, fields::day_as_typed);

/// The time at which a meeting begins.
pub(crate) const TIME: Field<NaiveTime> = Field::new("time", Words::field_time, |typed| {
    parse_time(typed.text).ok_or_else(|| typed.view.words.why_not_a_time(typed.text))
});

/// Reads when a meeting begins, from the fields of its day and its time.
pub(crate) fn starts(filled: &Filled, view: &View) -> Result<Instant, Refusal> {
    let day = filled.read(&DAY)?;
    let at = day.and_time(filled.read(&TIME)?);
    // The offset is the one in force now; the laptop stands where the meeting is.
    let local = at.and_local_timezone(*view.now.offset());
    local
        .single()
        .ok_or_else(|| DAY.refuse(view.words.why_not_in_calendar(&short_date(day))))
}

impl FormPurpose for PlanFrom {
    fn spec(&self, view: &View) -> FormSpec {
        let from = *self;
        let offer = view.shelf.offer.as_ref();
        let start = offer.map_or_else(|| usual_start(view.now), |offer| offer.starts);
        let venue = offer
            .and_then(|offer| source(offer, from))
            .and_then(|planning| planning.venue.clone());
        FormSpec::new(view.words.form_plan(), view.words)
            .noting(owed(view))
            .noting(taken(from, view))
            .suggested(&TITLE, title(from, view).unwrap_or_default())
            .suggested(&DAY, short_date(start.date_naive()))
            .suggested(&TIME, time(start))
            .field(&VENUE, venue.unwrap_or_default())
            .at_first_field()
            .then(move |filled, view| submit(from, filled, view))
    }

    fn following(&self, filled: &Filled, view: &View) -> Vec<(&'static str, String)> {
        let offer = view.shelf.offer.as_ref();
        let planning = offer.and_then(|offer| source(offer, *self));
        let day = filled.read(&DAY).ok();
        let title = planning.zip(day).map(|(of, day)| of.title_on(day));
        title.map(|title| (TITLE.id, title)).into_iter().collect()
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        book.offer()
    }
}

/// Names what was put off and comes into this agenda.
fn taken(from: PlanFrom, view: &View) -> Option<String> {
    let offer = view.shelf.offer.as_ref()?;
    let day = offer.starts.date_naive();
    let put_off = source(offer, from)?.put_off.iter();
    let waiting = put_off.filter(|of| of.comes_into(day));
    let titles: Vec<String> = waiting.map(|of| format!("«{}»", of.item.title)).collect();
    (!titles.is_empty()).then(|| view.words.plan_takes(&titles.join(", ")))
}

/// Says how many actions are open from earlier meetings, if there are any.
fn owed(view: &View) -> Vec<String> {
    let owed = view.shelf.owed.filter(|owed| owed.parts.open() > 0);
    owed.map_or_else(Vec::new, |owed| {
        let words = view.words;
        vec![words.owes(&owed), words.plan_looks_back().to_owned()]
    })
}

/// Returns the title of a meeting that is planned so, if it can be.
fn title(from: PlanFrom, view: &View) -> Option<String> {
    let offer = view.shelf.offer.as_ref()?;
    Some(source(offer, from)?.title_on(offer.starts.date_naive()))
}

/// A filled form of a meeting to be planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Planned {
    from: PlanFrom,
    title: String,
    starts: Instant,
    venue: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum PlanChoice {
    /// The source of a new plan.
    From,
    /// Which roster a meeting is planned with.
    Roster(Planned),
    /// Which roster the open meeting gets.
    Change,
    /// Whether the open meeting gets a roster although units have been marked.
    LoseMarks(Id<Roster>),
}

impl Kept for PlanChoice {
    const NAME: &'static str = "Plan";
}

impl ChoicePurpose for PlanChoice {
    fn spec(&self, view: &View) -> ChoiceSpec {
        let words = view.words;
        match self {
            Self::From => {
                let sources = [
                    (PlanFrom::Last, words.option_from_last()),
                    (PlanFrom::Template, words.option_from_template()),
                ];
                let offered = sources.into_iter().filter_map(|(from, label)| {
                    let title = title(from, view)?;
                    Some(Offered::new(label, cut_middle(&title, 48), move |view| {
                        vec![Effect::Fill(Form::open(from, view))]
                    }))
                });
                let series = series(view);
                ChoiceSpec::new(words.choose_plan(), offered.chain(series).collect())
            }
            Self::Roster(planned) => rosters(view, |position| {
                let planned = planned.clone();
                Box::new(move |view| with_roster(&planned, position, view))
            }),
            Self::Change => rosters(view, |position| {
                Box::new(move |view| match view.dossier {
                    Some(dossier) => change(position, dossier, view),
                    None => no_meeting(view.words),
                })
            }),
            Self::LoseMarks(roster) => lose_marks(*roster, view),
        }
    }

    fn ask(&self, _: &str, book: &mut Questions) -> Result<(), Failure> {
        book.offer()
    }
}

/// Offers a series, as the last meeting was, or from the template in a book without one.
fn series(view: &View) -> Option<Offered> {
    let offer = view.shelf.offer.as_ref()?;
    let from = match offer.last {
        Some(_) => PlanFrom::Last,
        None => PlanFrom::Template,
    };
    let label = view.words.option_series();
    Some(Offered::new(label, "", move |view| {
        vec![Effect::Fill(Form::open(SeriesForm(from), view))]
    }))
}

/// Returns the choice of a roster, each with its deed.
fn rosters(view: &View, deed: impl Fn(usize) -> Box<dyn Fn(&View) -> Vec<Effect>>) -> ChoiceSpec {
    let offer = view.shelf.offer.iter();
    let rosters = offer.flat_map(|offer| &offer.rosters).enumerate();
    let offered = rosters.map(|(position, summons)| {
        let name = summons.roster.name.as_str();
        Offered::new(name, validity(summons, view), deed(position))
    });
    ChoiceSpec::new(view.words.choose_roster(), offered.collect())
}

fn validity(summons: &Summons, view: &View) -> String {
    let until = summons
        .roster
        .valid_to
        .map(|day| view.words.roster_until(&short_date(day)));
    let from = summons.roster.valid_from;
    let from = from
        .filter(|_| until.is_none())
        .map(|day| view.words.roster_from(&short_date(day)));
    let in_use = summons
        .roster
        .chosen
        .then(|| view.words.roster_current().to_owned());
    from.into_iter()
        .chain(until)
        .chain(in_use)
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Plans the meeting, or first asks for the roster when the one for new meetings has ended by that day.
fn submit(from: PlanFrom, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let planned = Planned {
        from,
        title: filled.read(&TITLE)?,
        starts: starts(filled, view)?,
        venue: filled.read(&VENUE)?,
    };
    let offer = filled.found(view.shelf.offer.as_ref())?;
    let chosen = offer
        .rosters
        .iter()
        .position(|summons| summons.roster.chosen)
        .unwrap_or(0);
    let ended = offer
        .rosters
        .get(chosen)
        .map(|summons| &summons.roster)
        .filter(|roster| has_ended(roster, planned.starts.date_naive()));
    Ok(match ended {
        Some(roster) => offer_successor(roster, planned, offer, view),
        None => with_roster(&planned, chosen, view),
    })
}

/// Says that a roster has ended and offers the others, its successor first at hand; the secretary decides.
fn offer_successor(ended: &Roster, planned: Planned, offer: &Offer, view: &View) -> Vec<Effect> {
    let follows = |summons: &Summons| Some(summons.roster.id) == ended.successor;
    let successor = offer.rosters.iter().position(follows);
    let choice = Choice::at(PlanChoice::Roster(planned), successor.unwrap_or(0));
    let last = ended.valid_to.map(short_date).unwrap_or_default();
    let why = view.words.why_roster_ended(&ended.name, &last);
    vec![Effect::Choose(choice), Effect::Say(Status::warned(why))]
}

/// Plans the meeting with the roster at this place of the offer.
fn with_roster(planned: &Planned, roster: usize, view: &View) -> Vec<Effect> {
    let offer = view.shelf.offer.as_ref();
    let known = offer.and_then(|offer| {
        let planning = source(offer, planned.from)?;
        Some((offer, planning, offer.rosters.get(roster)?))
    });
    let Some((offer, planning, summons)) = known else {
        return gone(view.words);
    };
    let planning = Planning {
        title: planned.title.clone(),
        venue: planned.venue.clone(),
        ..planning.clone()
    };
    let (starts, day) = (planned.starts, planned.starts.date_naive());
    let (meeting, mut changes) = plan(&planning, summons, starts, view.ids);
    let rosters = offer.rosters.iter().map(|other| &other.roster);
    changes.extend(choose_roster(rosters, summons.roster.id));
    let gone: Vec<&str> = not_in_force(summons, day)
        .into_iter()
        .map(|unit| unit.name.as_str())
        .collect();
    let label = view.words.told_planned(&planned.title);
    let warning = (!gone.is_empty()).then(|| {
        let text = view.words.told_planned_with_ended(&gone.join(", "));
        Effect::Say(Status::warned(text))
    });
    [
        Effect::Commit(Transaction::new(label, changes)),
        shown(meeting, view),
        Effect::Close,
    ]
    .into_iter()
    .chain(warning)
    .chain(handover::offered(offer, summons, day))
    .collect()
}

/// Opens a meeting that is planned now; where the open one is in session, that stays open, so that the next key of its
/// course does not begin the other. One that was opened more than a day ago was only never closed.
pub(crate) fn shown(meeting: Id<Meeting>, view: &View) -> Effect {
    let open = view.dossier.map(|dossier| &dossier.meeting);
    let in_session = open.filter(|open| open.state == MeetingState::InSession);
    let opened = in_session.and_then(|open| open.opened);
    if opened.is_some_and(|opened| view.now - opened < TimeDelta::days(1)) {
        Effect::Tell(Message::ShowMeeting(meeting))
    } else {
        Effect::Open(meeting, ScreenId::Meetings)
    }
}

/// Gives the open meeting the roster at this place of the offer.
fn change(position: usize, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let words = view.words;
    let offer = view.shelf.offer.as_ref();
    let Some((offer, summons)) =
        offer.and_then(|offer| Some((offer, offer.rosters.get(position)?)))
    else {
        return gone(words);
    };
    let refuse = |why: &str| vec![Effect::Close, Effect::Say(Status::warned(why))];
    if dossier.meeting.state != MeetingState::Planned {
        return refuse(words.why_not_planned());
    }
    if names_wards(dossier) {
        return refuse(words.why_roster_spoken_for());
    }
    if roll_call::counts(dossier).marked() > 0 {
        let choice = Choice::new(PlanChoice::LoseMarks(summons.roster.id));
        return vec![Effect::Choose(choice)];
    }
    take_roster(offer, summons, dossier, view)
}

/// Asks whether the marks may go; says how many there are, and whether the roster is in force on the day.
fn lose_marks(roster: Id<Roster>, view: &View) -> ChoiceSpec {
    let words = view.words;
    let known = found_roster(roster, view);
    let options = known.map(|(dossier, _, summons)| {
        let marked = roll_call::counts(dossier).marked();
        let day = dossier.meeting.starts.date_naive();
        let unfit = !is_in_force(&summons.roster, day);
        let hint = unfit.then(|| words.roster_unfit(&short_date(day)));
        let label = words.option_lose_marks(&summons.roster.name, marked);
        vec![
            Offered::nothing(words.option_keep_roster(), &dossier.roster.name),
            Offered::new(
                label,
                hint.unwrap_or_default(),
                move |view| match found_roster(roster, view) {
                    Some((dossier, offer, summons)) => take_roster(offer, summons, dossier, view),
                    None => gone(view.words),
                },
            ),
        ]
    });
    ChoiceSpec::new(words.choose_lose_marks(), options.unwrap_or_default())
}

/// Returns a roster of the offer, with the open meeting.
fn found_roster<'a>(
    id: Id<Roster>,
    view: &View<'a>,
) -> Option<(&'a Dossier, &'a Offer, &'a Summons)> {
    let offer = view.shelf.offer.as_ref()?;
    let mut rosters = offer.rosters.iter();
    let summons = rosters.find(|summons| summons.roster.id == id)?;
    Some((view.dossier?, offer, summons))
}

/// Says whether a roster is in force on a day.
fn is_in_force(roster: &Roster, day: NaiveDate) -> bool {
    roster.valid_from.is_none_or(|from| from <= day) && !has_ended(roster, day)
}

fn take_roster(offer: &Offer, summons: &Summons, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let words = view.words;
    let rosters = offer.rosters.iter().map(|other| &other.roster);
    let mut changes = change_roster(dossier, summons, view.ids);
    changes.extend(choose_roster(rosters, summons.roster.id));
    let day = dossier.meeting.starts.date_naive();
    let mut effects = done(words.told_roster(&summons.roster.name), changes);
    let unfit = !is_in_force(&summons.roster, day);
    effects.extend(unfit.then(|| {
        let why = words.warn_roster_unfit(&summons.roster.name, &short_date(day));
        Effect::Say(Status::warned(why))
    }));
    effects.extend(handover::offered(offer, summons, day));
    effects
}

pub(crate) fn source(offer: &Offer, from: PlanFrom) -> Option<&Planning> {
    match from {
        PlanFrom::Last => offer.last.as_ref(),
        PlanFrom::Template => Some(&offer.template),
    }
}
