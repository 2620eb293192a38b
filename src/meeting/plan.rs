//! Planning: a meeting made from a template or from the last one, and the list of meetings.

use chrono::{Datelike, NaiveDate, TimeDelta, Timelike};

use super::agenda::{self, Matter};
use super::cell::Id;
use super::change::{Change, Ids};
use super::code::{MeetingState, OfficeKind, SeatGroup};
use super::dossier::Dossier;
use super::look_back::{self, Outstanding};
use super::roll_call;
use super::roster::Summons;
use super::rows::{AgendaItem, Issuer, Meeting, Roster, Seat};
use crate::text::dates::Instant;

/// The counts of the actions from a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    pub(crate) actions: usize,
    /// How many assignments of them are still owed.
    pub(crate) open: usize,
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
    /// Its agenda.
    pub items: Vec<Matter>,
    /// The delegations besides the roster.
    pub(crate) delegations: Vec<(SeatGroup, String)>,
}

impl Planning {
    /// Returns the plan of a meeting that follows another; the texts get the new period.
    pub fn from_last(last: &Dossier) -> Self {
        let meeting = &last.meeting;
        let its_period = period(meeting.starts.date_naive());
        let renew = |text: &str| text.replace(&its_period, PERIOD);
        Self {
            title: renew(&meeting.title),
            content: renew(&meeting.content),
            issuer: meeting.issuer,
            chair: meeting.chair.clone(),
            chair_office: meeting.chair_office.clone(),
            recorder: meeting.recorder.clone(),
            recorder_office: meeting.recorder_office.clone(),
            venue: meeting.venue.clone(),
            items: agenda::items(last)
                .into_iter()
                .map(|item| Matter {
                    title: renew(&item.title),
                    kind: item.kind,
                    minutes: item.minutes,
                    presenter: item.presenter.clone(),
                })
                .collect(),
            delegations: roll_call::delegations(last)
                .into_iter()
                .map(|seat| (seat.seat_group, seat.name.clone()))
                .collect(),
        }
    }

    /// Returns the same with a look back on the last conclusions where something is open, and without one in a book
    /// that never gave anybody anything to do.
    #[must_use]
    pub fn looking_back(mut self, owed: &Outstanding) -> Self {
        if owed.open > 0 {
            look_back::with_item(&mut self.items);
        } else if !owed.has_given {
            look_back::without_item(&mut self.items);
        }
        self
    }
}

/// The placeholder of the period in the texts of a template.
pub(crate) const PERIOD: &str = "{kỳ}";

/// Returns the period that a meeting on this day looks back on: the half year, the year, or the month.
pub fn period(day: NaiveDate) -> String {
    let year = day.year();
    match day.month() {
        6 | 7 => format!("06 tháng đầu năm {year}"),
        12 => format!("năm {year}"),
        1 => format!("năm {}", year - 1),
        2 => format!("tháng 02 năm {year}"),
        month => format!("tháng {month} năm {year}"),
    }
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
    let period = period(starts.date_naive());
    let meeting = Meeting {
        id: ids.next(),
        title: planning.title.replace(PERIOD, &period),
        content: planning.content.replace(PERIOD, &period),
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
    changes.extend(items(planning, id, &period, ids));
    (id, changes)
}

/// Returns the changes that plan the items of a meeting.
fn items(
    planning: &Planning,
    meeting: Id<Meeting>,
    period: &str,
    ids: &Ids,
) -> impl Iterator<Item = Change> {
    let items = (1..).zip(&planning.items);
    items.map(move |(position, item)| {
        Change::insert(AgendaItem {
            id: ids.next(),
            meeting,
            position,
            title: item.title.replace(PERIOD, period),
            kind: item.kind,
            minutes: item.minutes,
            skipped: None,
            planned: None,
            postponed: None,
            presenter: item.presenter.clone(),
        })
    })
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
