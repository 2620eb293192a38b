//! Planning: a meeting made from a template or from the last one, and the list of meetings.

mod rhythm;

use chrono::{NaiveDate, TimeDelta, Timelike};

use super::agenda::{self, Matter};
use super::cell::Id;
use super::change::{Change, Ids};
use super::code::{MeetingState, OfficeKind, SeatGroup};
use super::dossier::Dossier;
use super::look_back::{self, Outstanding};
use super::put_off::{PutOff, with_put_off};
use super::roll_call;
use super::roster::Summons;
use super::rows::{AgendaItem, Issuer, Meeting, Roster, Seat};
use crate::text::dates::Instant;
use crate::text::period::{Length, periods};

use rhythm::called_for;
use rhythm::{PERIOD, with_period, without_period};
pub use rhythm::{Reports, period_of};
pub(crate) use rhythm::{next_start, reports};

/// The counts of the actions from a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    pub(crate) actions: usize,
    /// How many assignments of them are still owed.
    pub(crate) open: usize,
}

impl Meeting {
    /// Says whether it has not begun, so that what stands in it is a plan.
    pub(crate) fn is_planned(&self) -> bool {
        self.state == MeetingState::Planned
    }
}

/// Everything a meeting is planned from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planning {
    pub(crate) title: String,
    pub(crate) content: String,
    /// The body that holds it.
    pub issuer: Id<Issuer>,
    pub(crate) chair: Option<String>,
    pub(crate) chair_office: Option<String>,
    /// Name of the one who takes the minutes.
    pub(crate) recorder: Option<String>,
    /// Office of the one who takes the minutes.
    pub(crate) recorder_office: Option<String>,
    pub(crate) venue: Option<String>,
    /// What those who are invited are asked to prepare.
    pub(crate) prepare: Option<String>,
    /// Whom those who are invited may ask.
    pub(crate) contact: Option<String>,
    /// The telephone number under which they ask.
    pub(crate) contact_phone: Option<String>,
    /// Its agenda.
    pub items: Vec<Matter>,
    /// The delegations besides the roster.
    pub(crate) delegations: Vec<(SeatGroup, String)>,
    /// On what such meetings report.
    pub(crate) reports: Reports,
    /// The day whose period it reports on, if it is held on another because that one is a day off.
    pub(crate) due: Option<NaiveDate>,
    /// What was put off to it.
    pub(crate) put_off: Vec<PutOff>,
}

impl Planning {
    /// Returns the plan of a meeting that follows another; the texts get the new period. Items that only the last one had
    /// do not come again.
    pub fn from_last(last: &Dossier) -> Self {
        let meeting = &last.meeting;
        let held = called_for(&meeting.title, meeting.starts.date_naive());
        let renew = |text: &str| without_period(text, held);
        Self {
            title: renew(&meeting.title),
            content: renew(&meeting.content),
            issuer: meeting.issuer,
            chair: meeting.chair.clone(),
            chair_office: meeting.chair_office.clone(),
            recorder: meeting.recorder.clone(),
            recorder_office: meeting.recorder_office.clone(),
            venue: meeting.venue.clone(),
            prepare: meeting.prepare.as_deref().map(renew),
            contact: meeting.contact.clone(),
            contact_phone: meeting.contact_phone.clone(),
            items: standing(last)
                .into_iter()
                .map(|item| Matter {
                    title: renew(&item.title),
                    kind: item.kind,
                    minutes: item.minutes,
                    presenter: item.presenter.clone(),
                    prepare: item.prepare.as_deref().map(renew),
                })
                .collect(),
            delegations: roll_call::delegations(last)
                .into_iter()
                .map(|seat| (seat.seat_group, seat.name.clone()))
                .collect(),
            reports: reports(&meeting.title, held, &[]),
            due: None,
            put_off: Vec::new(),
        }
    }

    /// Returns the period that the items name: the one of a title that the user typed, or else that of the day.
    fn period_on(&self, day: NaiveDate) -> String {
        let named = periods(&self.title);
        let typed = named.iter().find(|period| period.length != Length::Year);
        let typed = typed.filter(|_| !self.title.contains(PERIOD));
        let text = typed.and_then(|period| self.title.get(period.range.clone()));
        text.map_or_else(|| period_of(day, self.reports), str::to_owned)
    }

    /// Returns what the meeting is called, held on a day.
    pub fn title_on(&self, day: NaiveDate) -> String {
        let period = period_of(day, self.reports);
        with_period(&self.title, &period, day, self.reports)
    }

    /// Returns the same with a look back on the last conclusions where something is open, and without one in a book
    /// that never gave anybody anything to do.
    #[must_use]
    pub fn looking_back(mut self, owed: &Outstanding) -> Self {
        if owed.parts.open() > 0 {
            look_back::with_item(&mut self.items);
        } else if !owed.has_given {
            look_back::without_item(&mut self.items);
        }
        self
    }
}

/// Returns the items of a meeting that the next one has too, in the order in which they were planned.
fn standing(last: &Dossier) -> Vec<&AgendaItem> {
    let mut items = agenda::items(last);
    items.retain(|item| item.planned != Some(0) && item.once != Some(true));
    items.sort_by_key(|item| agenda::planned_place(item));
    items
}

/// Returns the period that a meeting on this day looks back on: the month, the half year or the year.
pub fn period(day: NaiveDate) -> String {
    period_of(day, Reports::Month)
}

/// Returns the usual beginning for a meeting planned now for today: eight o'clock, or the next quarter of an hour.
pub fn usual_start(now: Instant) -> Instant {
    let quarter = TimeDelta::minutes(15).num_seconds();
    let seconds = i64::from(now.time().num_seconds_from_midnight());
    let wanted = (8 * 3600)
        .max((seconds + quarter - 1) / quarter * quarter)
        .min(24 * 3600 - quarter);
    now + TimeDelta::seconds(wanted - seconds)
}

/// Returns the meeting's id and the changes that plan it.
pub fn plan(
    planning: &Planning,
    summons: &Summons,
    starts: Instant,
    ids: &Ids,
) -> (Id<Meeting>, Vec<Change>) {
    let day = starts.date_naive();
    let due = planning.due.unwrap_or(day);
    let period = planning.period_on(due);
    let named = |text: &str| with_period(text, &period, due, planning.reports);
    let meeting = Meeting {
        id: ids.next(),
        title: named(&planning.title),
        content: named(&planning.content),
        state: MeetingState::Planned,
        starts,
        venue: planning.venue.clone(),
        roster: summons.roster.id,
        issuer: planning.issuer,
        chair: planning.chair.clone(),
        chair_office: planning.chair_office.clone(),
        recorder: planning.recorder.clone(),
        recorder_office: planning.recorder_office.clone(),
        documents: None,
        recorded: None,
        copies: None,
        opened: None,
        closed: None,
        sample: false,
        read_out: None,
        approved: None,
        reservations: None,
        hard_end: None,
        prepare: planning.prepare.as_deref().map(named),
        reply_by: None,
        contact: planning.contact.clone(),
        contact_phone: planning.contact_phone.clone(),
    };
    let id = meeting.id;
    let mut changes = vec![Change::insert(meeting)];
    changes.extend(seats(id, summons, starts.date_naive(), ids));
    let mut position = 0;
    changes.extend(planning.delegations.iter().map(|(group, name)| {
        position += 1;
        Change::insert(Seat {
            position,
            ..seat(id, *group, name, ids)
        })
    }));
    changes.extend(items(planning, (id, starts.date_naive()), named, ids));
    (id, changes)
}

/// Returns the changes that plan the items of a meeting, with those that were put off to it.
fn items(
    planning: &Planning,
    (meeting, day): (Id<Meeting>, NaiveDate),
    named: impl Fn(&str) -> String,
    ids: &Ids,
) -> Vec<Change> {
    let matters = planning.items.iter().map(|item| Matter {
        title: named(&item.title),
        prepare: item.prepare.as_deref().map(&named),
        ..item.clone()
    });
    let items = (1..).zip(with_put_off(matters.collect(), &planning.put_off, day));
    let inserted = items.map(|(position, item)| {
        Change::insert(AgendaItem {
            id: ids.next(),
            meeting,
            position,
            title: item.matter.title,
            kind: item.matter.kind,
            minutes: item.matter.minutes,
            skipped: None,
            planned: None,
            postponed: None,
            presenter: item.matter.presenter,
            prepare: item.matter.prepare,
            carried: None,
            origin: item.origin,
            once: item.once,
        })
    });
    inserted.collect()
}

/// Returns the changes that let a planned meeting that is moved to another day follow it: the name, unless the user gave
/// it another, the content, and the items that name the period.
pub(crate) fn moved(dossier: &Dossier, to: &Meeting) -> (Meeting, Vec<Change>) {
    let (from, day) = (&dossier.meeting, to.starts.date_naive());
    let held = from.starts.date_naive();
    let reported = reports(&from.title, held, &[]);
    // A meeting that is put off by a few days still reports on what it was called for.
    if (day - held).num_days().abs() < reported.days() {
        return (to.clone(), Vec::new());
    }
    let held = called_for(&from.title, held);
    let reported = reports(&from.title, held, &[]);
    let period = period_of(day, reported);
    let follow = |text: &str| with_period(&without_period(text, held), &period, day, reported);
    let own = |typed: &String, before: &String| {
        if typed == before {
            follow(before)
        } else {
            typed.clone()
        }
    };
    let meeting = Meeting {
        title: own(&to.title, &from.title),
        content: own(&to.content, &from.content),
        prepare: to.prepare.as_ref().map(|typed| match &from.prepare {
            Some(before) => own(typed, before),
            None => typed.clone(),
        }),
        ..to.clone()
    };
    let items = dossier.items.iter().filter(|item| item.origin.is_none());
    let items = items.map(|item| {
        Change::edit(item, |item| {
            item.title = follow(&item.title);
            item.prepare = item.prepare.as_deref().map(follow);
        })
    });
    let items = items.filter(|change| change.before() != change.after());
    (meeting, items.collect())
}

/// Says whether something was already said of or by the units of a planned meeting, which another roster would drop.
pub(crate) fn names_wards(dossier: &Dossier) -> bool {
    let wards: Vec<Id<Seat>> = roll_call::wards(dossier)
        .iter()
        .map(|seat| seat.id)
        .collect();
    let is_ward = |seat: Option<Id<Seat>>| seat.is_some_and(|seat| wards.contains(&seat));
    dossier.notes.iter().any(|note| is_ward(note.seat))
        || dossier.speeches.iter().any(|speech| is_ward(speech.seat))
        || dossier.raised.iter().any(|raised| is_ward(raised.seat))
}

/// Returns the changes that put another roster in the place of a planned meeting's own.
pub fn change_roster(dossier: &Dossier, summons: &Summons, ids: &Ids) -> Vec<Change> {
    let wards = roll_call::wards(dossier);
    let entries = dossier
        .attendance
        .iter()
        .filter(|event| wards.iter().any(|seat| seat.id == event.seat));
    let mut changes: Vec<Change> = entries.map(Change::delete).collect();
    changes.extend(wards.into_iter().map(Change::delete));
    changes.push(Change::edit(&dossier.meeting, |meeting| {
        meeting.roster = summons.roster.id;
    }));
    let day = dossier.meeting.starts.date_naive();
    changes.extend(seats(dossier.meeting.id, summons, day, ids));
    changes
}

/// Returns the changes that make a roster the one that new meetings are planned with.
pub fn choose_roster<'a>(
    rosters: impl IntoIterator<Item = &'a Roster>,
    chosen: Id<Roster>,
) -> Vec<Change> {
    rosters
        .into_iter()
        .filter(|roster| roster.chosen != (roster.id == chosen))
        .map(|roster| Change::edit(roster, |roster| roster.chosen = !roster.chosen))
        .collect()
}

/// The seats of a roster, with the names of those who hold the offices on the day.
fn seats(
    meeting: Id<Meeting>,
    summons: &Summons,
    day: NaiveDate,
    ids: &Ids,
) -> impl Iterator<Item = Change> {
    (1..).zip(&summons.units).map(move |(position, called)| {
        let name = |kind| called.name_of(kind, day).map(str::to_owned);
        Change::insert(Seat {
            unit: Some(called.unit.id),
            secretary: name(OfficeKind::Secretary),
            deputy: name(OfficeKind::StandingDeputy),
            position,
            ..seat(meeting, SeatGroup::Ward, &called.unit.name, ids)
        })
    })
}

/// Returns the first seat of a group.
fn seat(meeting: Id<Meeting>, group: SeatGroup, name: &str, ids: &Ids) -> Seat {
    Seat {
        id: ids.next(),
        meeting,
        seat_group: group,
        position: 1,
        unit: None,
        name: name.to_owned(),
        secretary: None,
        deputy: None,
        attended: None,
    }
}
