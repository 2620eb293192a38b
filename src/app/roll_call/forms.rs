//! The forms of the roll call: what a mark cannot do without, and the corrections of what was marked.

use chrono::{NaiveDateTime, TimeZone};
use serde::{Deserialize, Serialize};

use crate::app::effect::Effect;
use crate::app::form::Form;
use crate::app::old_form::Purpose;
use crate::app::status::Status;
use crate::app::submit::{Refusal, done, need, number, optional};
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::{AttendanceKind, OfficeKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Delegate, Mark, log, marks};
use crate::meeting::roster::edit;
use crate::meeting::rows::{AttendanceEvent, Seat};
use crate::text::dates::{DateProblem, Instant, parse_moment, short_date, time};
use crate::words::Words;

/// A form of the roll call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RollCallForm {
    /// Who came for the one that was summoned.
    Substitute(Id<Seat>),
    /// Who came for the one that was summoned, and came late.
    LateSubstitute(Id<Seat>),
    /// Why nobody came.
    Excused(Id<Seat>),
    /// Why somebody left.
    Left(Id<Seat>),
    /// Who holds the offices of a unit that day.
    Names(Id<Seat>),
    /// How many of a delegation came.
    Delegation(Id<Seat>),
    /// Who else was invited.
    Guest,
    /// An entry to be corrected.
    Entry(Id<AttendanceEvent>, AttendanceKind),
    /// A coming or a going whose time has to be said.
    Moment(Id<Seat>, AttendanceKind),
}

impl RollCallForm {
    /// Returns the form with these values.
    pub fn with(self, values: &[&str]) -> Form {
        Form::new(Purpose::RollCall(self), values)
    }
}

/// Returns the names of the fields.
pub(crate) fn labels(form: RollCallForm, words: Words) -> Vec<&'static str> {
    match form {
        RollCallForm::Substitute(_) | RollCallForm::LateSubstitute(_) => vec![
            words.field_name(),
            words.field_office(),
            words.field_on_behalf(),
        ],
        RollCallForm::Excused(_) | RollCallForm::Left(_) => vec![words.field_reason()],
        RollCallForm::Names(_) => vec![words.field_secretary(), words.field_deputy()],
        RollCallForm::Delegation(_) | RollCallForm::Guest => {
            vec![words.field_delegation(), words.field_people()]
        }
        RollCallForm::Entry(_, kind) => entry_labels(kind, words),
        RollCallForm::Moment(..) => vec![words.field_moment(), words.field_reason()],
    }
}

/// Returns what stands above the form.
pub(crate) fn title(form: RollCallForm, view: &View) -> String {
    let words = view.words;
    let unit = |id: Id<Seat>| view.dossier.map_or("", |dossier| name_of(dossier, id));
    match form {
        RollCallForm::Substitute(id) | RollCallForm::LateSubstitute(id) => {
            words.form_substitute(unit(id))
        }
        RollCallForm::Excused(id) => words.form_excused(unit(id)),
        RollCallForm::Left(id) => words.form_left(unit(id)),
        RollCallForm::Names(id) => words.form_seat(unit(id)),
        RollCallForm::Delegation(id) => words.form_delegation(unit(id)),
        RollCallForm::Guest => words.form_guest().to_owned(),
        RollCallForm::Entry(id, kind) => {
            let event = view.dossier.and_then(|dossier| dossier.attendance.get(id));
            let unit = event.map_or("", |event| unit(event.seat));
            words.form_entry(words.attendance_kind(kind), unit)
        }
        RollCallForm::Moment(id, kind) => words.form_moment(words.attendance_kind(kind), unit(id)),
    }
}

/// Returns the form for who came for the one that was summoned, filled in with what is known.
pub fn substitute(seat: &Seat, dossier: &Dossier, is_late: bool) -> Form {
    let base = roll_call::base(dossier, seat.id);
    let text = |value: Option<&String>| value.cloned().unwrap_or_default();
    let whom = base
        .and_then(|event| event.on_behalf.as_ref())
        .or(seat.secretary.as_ref());
    let values = [
        text(base.and_then(|event| event.person.as_ref())),
        text(base.and_then(|event| event.office.as_ref())),
        text(whom),
    ];
    let form = if is_late {
        RollCallForm::LateSubstitute(seat.id)
    } else {
        RollCallForm::Substitute(seat.id)
    };
    form.with(&values.each_ref().map(String::as_str))
}

/// Returns the form for the reason of an absence.
pub fn excused(seat: &Seat, dossier: &Dossier) -> Form {
    let base = roll_call::base(dossier, seat.id);
    let reason = base.and_then(|event| event.reason.clone());
    RollCallForm::Excused(seat.id).with(&[&reason.unwrap_or_default()])
}

/// Returns the form with the names of those who hold the offices of a unit.
pub fn names(seat: &Seat) -> Form {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    RollCallForm::Names(seat.id).with(&[&text(&seat.secretary), &text(&seat.deputy)])
}

/// Returns the form that counts a delegation.
pub fn delegation(seat: &Seat) -> Form {
    let attended = seat
        .attended
        .map(|people| people.to_string())
        .unwrap_or_default();
    Form {
        field: 1,
        ..RollCallForm::Delegation(seat.id).with(&[&seat.name, &attended])
    }
}

/// Returns the form for a coming or a going whose time has to be said.
pub fn moment(seat: &Seat, kind: AttendanceKind, dossier: &Dossier) -> Form {
    let at = match kind {
        AttendanceKind::Left | AttendanceKind::Back => dossier.meeting.closed,
        AttendanceKind::Present
        | AttendanceKind::Substitute
        | AttendanceKind::Excused
        | AttendanceKind::Absent
        | AttendanceKind::Late
        | AttendanceKind::Out => None,
    };
    let at = at
        .or(dossier.meeting.opened)
        .unwrap_or(dossier.meeting.starts);
    Form {
        field: 0,
        ..RollCallForm::Moment(seat.id, kind).with(&[&time(at), ""])
    }
}

/// Returns the form that corrects an entry of the log.
pub fn entry(event: &AttendanceEvent, dossier: &Dossier) -> Form {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let mut values = vec![moment_shown(event.at, dossier)];
    match event.kind {
        AttendanceKind::Present | AttendanceKind::Absent => {}
        AttendanceKind::Substitute => values.extend([
            text(&event.person),
            text(&event.office),
            text(&event.on_behalf),
        ]),
        AttendanceKind::Excused
        | AttendanceKind::Late
        | AttendanceKind::Left
        | AttendanceKind::Back
        | AttendanceKind::Out => values.push(text(&event.reason)),
    }
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    Form {
        field: 0,
        ..RollCallForm::Entry(event.id, event.kind).with(&values)
    }
}

/// Returns the names of the fields of an entry.
fn entry_labels(kind: AttendanceKind, words: Words) -> Vec<&'static str> {
    let mut labels = vec![words.field_moment()];
    match kind {
        AttendanceKind::Present | AttendanceKind::Absent => {}
        AttendanceKind::Substitute => labels.extend([
            words.field_name(),
            words.field_office(),
            words.field_on_behalf(),
        ]),
        AttendanceKind::Excused
        | AttendanceKind::Late
        | AttendanceKind::Left
        | AttendanceKind::Back
        | AttendanceKind::Out => labels.push(words.field_reason()),
    }
    labels
}

/// Returns the time of an entry, with its day where that is not the meeting's.
pub fn moment_shown(at: Instant, dossier: &Dossier) -> String {
    let (first, _) = log::days(&dossier.meeting, at);
    let day = at.date_naive();
    if day == first {
        time(at)
    } else {
        format!("{} {}", time(at), short_date(day))
    }
}

/// Returns what a filled form of the roll call asks of the program.
pub(crate) fn submit(
    form: RollCallForm,
    values: &[String],
    dossier: &Dossier,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    match form {
        RollCallForm::Substitute(seat) => marked(
            seat,
            &Mark::Came(substitution(values, words)?),
            dossier,
            view,
        ),
        RollCallForm::LateSubstitute(seat) => {
            let mark = Mark::Arrived(substitution(values, words)?);
            marked(seat, &mark, dossier, view)
        }
        RollCallForm::Excused(seat) => {
            let reason = optional(values, 0);
            marked(seat, &Mark::Excused { reason }, dossier, view)
        }
        RollCallForm::Left(seat) => {
            let reason = optional(values, 0);
            marked(seat, &Mark::Left { reason }, dossier, view)
        }
        RollCallForm::Names(id) => Ok(seat(dossier, id).map_or_else(Vec::new, |seat| {
            name(
                seat,
                [optional(values, 0), optional(values, 1)],
                dossier,
                view,
            )
        })),
        RollCallForm::Delegation(id) => match seat(dossier, id) {
            Some(seat) => count(seat, values, view),
            None => Ok(vec![Effect::Close]),
        },
        RollCallForm::Guest => guest(values, dossier, view),
        RollCallForm::Entry(id, _) => match dossier.attendance.get(id) {
            Some(event) => correct(event, values, dossier, view),
            None => Ok(vec![Effect::Close]),
        },
        RollCallForm::Moment(seat, kind) => {
            let blank = marks::blank(dossier, seat, view.moment());
            happened(blank.of_kind(kind), values, dossier, view)
        }
    }
}

fn substitution(values: &[String], words: Words) -> Result<Delegate, Refusal> {
    Ok(Delegate::Substitute {
        person: need(values, 0, words.field_name(), words)?,
        office: need(values, 1, words.field_office(), words)?,
        on_behalf: optional(values, 2),
    })
}

fn marked(
    id: Id<Seat>,
    mark: &Mark,
    dossier: &Dossier,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let changes = roll_call::mark(dossier, id, mark, view.moment()).map_err(|refusal| {
        let why = words.roll_refusal(refusal, name_of(dossier, id));
        Refusal { field: 0, why }
    })?;
    let label = words.told_marked(name_of(dossier, id), &words.mark(mark));
    Ok(done(label, changes))
}

fn correct(
    event: &AttendanceEvent,
    values: &[String],
    dossier: &Dossier,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let corrected = filled(event.clone(), values, dossier, view)?;
    let changes =
        marks::correct(dossier, event, corrected, view.now).map_err(|refusal| Refusal {
            field: 0,
            why: words.roll_refusal(refusal, name_of(dossier, event.seat)),
        })?;
    let label = words.told_corrected(name_of(dossier, event.seat));
    Ok(done(label, changes))
}

/// A coming or a going of a meeting that is over, at the time that was typed.
fn happened(
    blank: AttendanceEvent,
    values: &[String],
    dossier: &Dossier,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let (seat, kind) = (blank.seat, blank.kind);
    let event = filled(blank, values, dossier, view)?;
    let changes = marks::note(dossier, event, view.now).map_err(|refusal| Refusal {
        field: 0,
        why: words.roll_refusal(refusal, name_of(dossier, seat)),
    })?;
    let label = words.told_marked(name_of(dossier, seat), words.attendance_kind(kind));
    Ok(done(label, changes))
}

/// Returns an entry with what was typed into its fields.
fn filled(
    event: AttendanceEvent,
    values: &[String],
    dossier: &Dossier,
    view: &View,
) -> Result<AttendanceEvent, Refusal> {
    let words = view.words;
    let at = instant(values, event.at, dossier, view)?;
    let event = AttendanceEvent { at, ..event };
    Ok(match event.kind {
        AttendanceKind::Present | AttendanceKind::Absent => event,
        AttendanceKind::Substitute => AttendanceEvent {
            person: Some(need(values, 1, words.field_name(), words)?),
            office: Some(need(values, 2, words.field_office(), words)?),
            on_behalf: optional(values, 3),
            ..event
        },
        AttendanceKind::Excused
        | AttendanceKind::Late
        | AttendanceKind::Left
        | AttendanceKind::Back
        | AttendanceKind::Out => AttendanceEvent {
            reason: optional(values, 1),
            ..event
        },
    })
}

/// Reads the time of an entry; one that was not changed keeps its seconds.
fn instant(
    values: &[String],
    before: Instant,
    dossier: &Dossier,
    view: &View,
) -> Result<Instant, Refusal> {
    let words = view.words;
    let typed = need(values, 0, words.field_moment(), words)?;
    if typed == moment_shown(before, dossier) {
        return Ok(before);
    }
    let (day, _) = log::days(&dossier.meeting, view.now);
    let why = |problem| match problem {
        DateProblem::NotADate => words.why_not_a_moment(&typed),
        DateProblem::NotInCalendar => words.why_not_in_calendar(&typed),
    };
    let local: Result<NaiveDateTime, String> = parse_moment(&typed, day).map_err(why);
    let at = local.and_then(|local| {
        let at = before.offset().from_local_datetime(&local).single();
        at.ok_or_else(|| words.why_not_in_calendar(&typed))
    });
    at.map_err(|why| Refusal { field: 0, why })
}

/// Writes the names of that day; who leads a unit of which nobody knew it is known from now on.
fn name(
    seat: &Seat,
    [secretary, deputy]: [Option<String>; 2],
    dossier: &Dossier,
    view: &View,
) -> Vec<Effect> {
    let mut changes = vec![Change::edit(seat, |seat| {
        (seat.secretary, seat.deputy) = (secretary.clone(), deputy.clone());
    })];
    let summons = view
        .shelf
        .rosters
        .iter()
        .flat_map(|rosters| &rosters.summons);
    let called = summons
        .flat_map(|summons| &summons.units)
        .find(|called| Some(called.unit.id) == seat.unit);
    if let Some(called) = called {
        let day = dossier.meeting.starts.date_naive();
        for (kind, name) in [
            (OfficeKind::Secretary, secretary),
            (OfficeKind::StandingDeputy, deputy),
        ] {
            if called.holder(kind, day).is_none() {
                changes.extend(edit::introduce(called, kind, name, view.ids));
            }
        }
    }
    changes.retain(|change| change.before() != change.after());
    done(view.words.told_named(&seat.name), changes)
}

fn count(seat: &Seat, values: &[String], view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let name = need(values, 0, words.field_delegation(), words)?;
    let people = optional(values, 1)
        .map(|typed| number(&typed, 1, words))
        .transpose()?;
    let label = words.told_counted(&name);
    let counted = Change::edit(seat, |seat| {
        seat.name = name;
        seat.attended = people;
    });
    Ok(done(label, vec![counted]))
}

fn guest(values: &[String], dossier: &Dossier, view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let name = need(values, 0, words.field_delegation(), words)?;
    let people = optional(values, 1)
        .map(|typed| number(&typed, 1, words))
        .transpose()?;
    let label = words.told_seated(&name);
    let change = marks::seat_guest(dossier, &name, people, view.ids);
    Ok(done(label, vec![change]))
}

/// Returns what a refused mark says on the status line.
pub fn refused(refusal: roll_call::MarkRefusal, seat: &Seat, words: Words) -> Vec<Effect> {
    vec![Effect::Say(Status::warned(
        words.roll_refusal(refusal, &seat.name),
    ))]
}

fn seat(dossier: &Dossier, id: Id<Seat>) -> Option<&Seat> {
    dossier.seats.get(id)
}

fn name_of(dossier: &Dossier, id: Id<Seat>) -> &str {
    seat(dossier, id).map_or("", |seat| &seat.name)
}
