//! The forms of the roll call: the details that a mark needs, and the corrections of marks.

use serde::{Deserialize, Serialize};

use crate::app::effect::{Effect, done};
use crate::app::fields;
use crate::app::form::{Field, Filled, Form, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::{AttendanceKind, OfficeKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Delegate, Mark, marks};
use crate::meeting::roster::{edit, fill};
use crate::meeting::rows::{AttendanceEvent, Seat};
use crate::store::Failure;
use crate::text::dates::{Instant, time};
use crate::words::Words;

/// A form of the roll call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum RollCallForm {
    /// Who came for the one that was summoned.
    Substitute(Id<Seat>),
    /// Who came for the one that was summoned, and came late.
    LateSubstitute(Id<Seat>),
    /// The reason of an absence with leave.
    Excused(Id<Seat>),
    /// The reason for leaving early.
    Left(Id<Seat>),
    /// Who holds the offices of a unit that day.
    Names(Id<Seat>),
    /// How many of a delegation came.
    Delegation(Id<Seat>),
    /// A guest or another delegation: name and number of people.
    Guest,
    /// An entry to be corrected.
    Entry(Id<AttendanceEvent>, AttendanceKind),
    /// A coming or a going whose time has to be said.
    Moment(Id<Seat>, AttendanceKind),
}

impl Kept for RollCallForm {
    const NAME: &'static str = "RollCall";
}

impl FormPurpose for RollCallForm {
    fn spec(&self, view: &View) -> FormSpec {
        let about = |spec: FormSpec, id| spec.about(seat(id, view));
        match *self {
            Self::Substitute(seat) => about(substitute_form(seat, Mark::Came, view), seat),
            Self::LateSubstitute(seat) => about(substitute_form(seat, Mark::Arrived, view), seat),
            Self::Excused(seat) => about(excused_form(seat, view), seat),
            Self::Left(seat) => about(left_form(seat, view), seat),
            Self::Names(seat) => about(names_form(seat, view), seat),
            Self::Delegation(seat) => about(delegation_form(seat, view), seat),
            Self::Guest => guest_form(view),
            Self::Entry(event, kind) => entry_form(event, kind, view),
            Self::Moment(seat, kind) => about(moment_form(seat, kind, view), seat),
        }
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        match self {
            Self::Names(_) | Self::Substitute(_) | Self::LateSubstitute(_) => book.rosters(),
            Self::Excused(_)
            | Self::Left(_)
            | Self::Delegation(_)
            | Self::Guest
            | Self::Entry(..)
            | Self::Moment(..) => Ok(()),
        }
    }
}

const PERSON: Field<String> = Field::new("person", Words::field_name, fields::needed_person);
const OFFICE: Field<String> = Field::new("office", Words::field_office, fields::needed);
const ON_BEHALF: Field<Option<String>> =
    Field::new("on behalf", Words::field_on_behalf, fields::person);

fn substitute_form(id: Id<Seat>, mark: fn(Delegate) -> Mark, view: &View) -> FormSpec {
    let event = base(id, view);
    let summoned = seat(id, view).and_then(|seat| seat.secretary.as_ref());
    let known = known_name(id, OfficeKind::Secretary, view).map(str::to_owned);
    let whom = event.and_then(|event| event.on_behalf.as_ref());
    let whom = whom.or(summoned).or(known.as_ref());
    let title = view.words.form_substitute(name_of(id, view));
    substituted(FormSpec::new(title, view.words), event, whom).then(move |filled, view| {
        let delegate = Delegate::Substitute {
            person: filled.read(&PERSON)?,
            office: filled.read(&OFFICE)?,
            on_behalf: filled.read(&ON_BEHALF)?,
        };
        mark_filled(id, &mark(delegate), filled, view)
    })
}

/// Adds the fields of the substitute, with the name and the office that the entry has.
fn substituted(spec: FormSpec, event: Option<&AttendanceEvent>, whom: Option<&String>) -> FormSpec {
    let note = spec.words().office_note().to_owned();
    spec.noting([note])
        .field(&PERSON, text(event.and_then(|event| event.person.as_ref())))
        .field(&OFFICE, text(event.and_then(|event| event.office.as_ref())))
        .field(&ON_BEHALF, text(whom))
}

const REASON: Field<Option<String>> = Field::new("reason", Words::field_reason, fields::text);

fn excused_form(id: Id<Seat>, view: &View) -> FormSpec {
    let reason = base(id, view).and_then(|event| event.reason.as_ref());
    FormSpec::new(view.words.form_excused(name_of(id, view)), view.words)
        .field(&REASON, text(reason))
        .then(move |filled, view| {
            let reason = filled.read(&REASON)?;
            mark_filled(id, &Mark::Excused { reason }, filled, view)
        })
}

fn left_form(id: Id<Seat>, view: &View) -> FormSpec {
    FormSpec::new(view.words.form_left(name_of(id, view)), view.words)
        .field(&REASON, "")
        .then(move |filled, view| {
            let reason = filled.read(&REASON)?;
            mark_filled(id, &Mark::Left { reason }, filled, view)
        })
}

/// Marks a seat as the filled form says, or refuses the form.
fn mark_filled(
    id: Id<Seat>,
    mark: &Mark,
    filled: &Filled,
    view: &View,
) -> Result<Vec<Effect>, Refusal> {
    let dossier = filled.meeting()?;
    let seat = filled.found(dossier.seats.get(id))?;
    marked(seat, mark, dossier, view).map_err(|why| filled.refuse(why))
}

/// Marks a seat and closes the dialog that asked for it; or returns the sentence why the mark cannot be true.
pub(crate) fn marked(
    seat: &Seat,
    mark: &Mark,
    dossier: &Dossier,
    view: &View,
) -> Result<Vec<Effect>, String> {
    let words = view.words;
    let changes = roll_call::mark(dossier, seat.id, mark, view.moment())
        .map_err(|refusal| words.roll_refusal(refusal, &seat.name))?;
    let label = words.told_marked(&seat.name, &words.mark(mark));
    Ok(done(label, changes))
}

const SECRETARY: Field<Option<String>> =
    Field::new("secretary", Words::field_secretary, fields::person);
const DEPUTY: Field<Option<String>> = Field::new("deputy", Words::field_deputy, fields::person);

fn names_form(id: Id<Seat>, view: &View) -> FormSpec {
    let known = seat(id, view);
    let suggested = |written: Option<&String>, kind| match written {
        Some(_) => None,
        None => known_name(id, kind, view),
    };
    let secretary = known.and_then(|seat| seat.secretary.as_ref());
    let deputy = known.and_then(|seat| seat.deputy.as_ref());
    let (first, second) = (
        suggested(secretary, OfficeKind::Secretary),
        suggested(deputy, OfficeKind::StandingDeputy),
    );
    let is_suggested = first.or(second).is_some();
    FormSpec::new(view.words.form_seat(name_of(id, view)), view.words)
        .noting(is_suggested.then(|| view.words.names_suggested().to_owned()))
        .known_or_suggested(&SECRETARY, secretary, first)
        .known_or_suggested(&DEPUTY, deputy, second)
        .then(move |filled, view| {
            let names = [filled.read(&SECRETARY)?, filled.read(&DEPUTY)?];
            let dossier = filled.meeting()?;
            let seat = filled.found(dossier.seats.get(id))?;
            Ok(name(seat, names, dossier, view))
        })
}

/// Writes the names of that day; a leader whom the roster does not know is added to the roster.
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

const DELEGATION: Field<String> = Field::new("delegation", Words::field_delegation, fields::needed);
const PEOPLE: Field<Option<i64>> = Field::new("people", Words::field_people, fields::count);

fn delegation_form(id: Id<Seat>, view: &View) -> FormSpec {
    let people = seat(id, view).and_then(|seat| seat.attended);
    let title = view.words.form_delegation(name_of(id, view));
    FormSpec::new(title, view.words)
        .field(&DELEGATION, name_of(id, view))
        .field(&PEOPLE, people.map(|n| n.to_string()).unwrap_or_default())
        .then(move |filled, view| {
            let seat = filled.found(filled.meeting()?.seats.get(id))?;
            let (name, people) = (filled.read(&DELEGATION)?, filled.read(&PEOPLE)?);
            let label = view.words.told_counted(&name);
            let counted = Change::edit(seat, |seat| (seat.name, seat.attended) = (name, people));
            Ok(done(label, vec![counted]))
        })
}

/// Opens the form of a delegation where its people are counted.
pub(crate) fn delegation(seat: Id<Seat>, view: &View) -> Form {
    Form::open_at(RollCallForm::Delegation(seat), &PEOPLE, view)
}

fn guest_form(view: &View) -> FormSpec {
    FormSpec::new(view.words.form_guest(), view.words)
        .field(&DELEGATION, "")
        .field(&PEOPLE, "")
        .then(|filled, view| {
            let (name, people) = (filled.read(&DELEGATION)?, filled.read(&PEOPLE)?);
            let change = marks::seat_guest(filled.meeting()?, &name, people, view.ids);
            Ok(done(view.words.told_seated(&name), vec![change]))
        })
}

const MOMENT: Field<String> = Field::new("moment", Words::field_moment, fields::needed);

/// Returns the form that corrects an entry, at its first field or at the one for whom somebody came.
pub(crate) fn entry(entry: &AttendanceEvent, is_for_whom: bool, view: &View) -> Form {
    let form = RollCallForm::Entry(entry.id, entry.kind);
    if is_for_whom {
        Form::open_at(form, &ON_BEHALF, view)
    } else {
        Form::open_at(form, &PERSON, view)
    }
}

fn entry_form(id: Id<AttendanceEvent>, kind: AttendanceKind, view: &View) -> FormSpec {
    let known = view
        .dossier
        .and_then(|dossier| Some((dossier, dossier.attendance.get(id)?)));
    let event = known.map(|(_, event)| event);
    let at = known.map(|(dossier, event)| moment_shown(event.at, dossier));
    let unit = event.map_or("", |event| name_of(event.seat, view));
    let title = view
        .words
        .form_entry(view.words.attendance_kind(kind), unit);
    let spec = FormSpec::new(title, view.words)
        .about(event)
        .at_first_field()
        .field(&MOMENT, at.unwrap_or_default());
    let spec = match kind {
        AttendanceKind::Present | AttendanceKind::Absent => spec,
        AttendanceKind::Substitute => {
            let whom = event.and_then(|event| event.on_behalf.as_ref());
            substituted(spec, event, whom)
        }
        AttendanceKind::Excused
        | AttendanceKind::Late
        | AttendanceKind::Left
        | AttendanceKind::Back
        | AttendanceKind::Out => {
            spec.field(&REASON, text(event.and_then(|event| event.reason.as_ref())))
        }
    };
    spec.then(move |filled, view| correct(id, filled, view))
}

fn correct(id: Id<AttendanceEvent>, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let dossier = filled.meeting()?;
    let event = filled.found(dossier.attendance.get(id))?;
    let unit = name_of(event.seat, view);
    let corrected = entered(event.clone(), filled, dossier, view)?;
    let changes = marks::correct(dossier, event, corrected, view.now)
        .map_err(|refusal| filled.refuse(view.words.roll_refusal(refusal, unit)))?;
    Ok(done(view.words.told_corrected(unit), changes))
}

/// The form of a coming or a going of a meeting that is over.
fn moment_form(id: Id<Seat>, kind: AttendanceKind, view: &View) -> FormSpec {
    let unit = name_of(id, view);
    let title = view
        .words
        .form_moment(view.words.attendance_kind(kind), unit);
    let at = view.dossier.map(|dossier| time(likely(kind, dossier)));
    FormSpec::new(title, view.words)
        .at_first_field()
        .field(&MOMENT, at.unwrap_or_default())
        .field(&REASON, "")
        .then(move |filled, view| {
            let dossier = filled.meeting()?;
            let unit = filled.found(dossier.seats.get(id))?.name.as_str();
            let blank = marks::blank(dossier, id, view.moment()).of_kind(kind);
            let event = entered(blank, filled, dossier, view)?;
            let changes = marks::note(dossier, event, view.now)
                .map_err(|refusal| filled.refuse(view.words.roll_refusal(refusal, unit)))?;
            let label = view
                .words
                .told_marked(unit, view.words.attendance_kind(kind));
            Ok(done(label, changes))
        })
}

/// Returns the time that a coming or a going most likely has.
fn likely(kind: AttendanceKind, dossier: &Dossier) -> Instant {
    let meeting = &dossier.meeting;
    let end = match kind {
        AttendanceKind::Left | AttendanceKind::Back => meeting.closed,
        AttendanceKind::Present
        | AttendanceKind::Substitute
        | AttendanceKind::Excused
        | AttendanceKind::Absent
        | AttendanceKind::Late
        | AttendanceKind::Out => None,
    };
    end.or(meeting.opened).unwrap_or(meeting.starts)
}

/// Returns the time of an entry, with its day where that is not the meeting's.
pub(crate) fn moment_shown(at: Instant, dossier: &Dossier) -> String {
    fields::with_day(time(at), at, dossier)
}

/// Returns an entry with the values of the filled fields.
fn entered(
    event: AttendanceEvent,
    filled: &Filled,
    dossier: &Dossier,
    view: &View,
) -> Result<AttendanceEvent, Refusal> {
    let at = instant(event.at, filled, dossier, view)?;
    let event = AttendanceEvent { at, ..event };
    Ok(match event.kind {
        AttendanceKind::Present | AttendanceKind::Absent => event,
        AttendanceKind::Substitute => AttendanceEvent {
            person: Some(filled.read(&PERSON)?),
            office: Some(filled.read(&OFFICE)?),
            on_behalf: filled.read(&ON_BEHALF)?,
            ..event
        },
        AttendanceKind::Excused
        | AttendanceKind::Late
        | AttendanceKind::Left
        | AttendanceKind::Back
        | AttendanceKind::Out => AttendanceEvent {
            reason: filled.read(&REASON)?,
            ..event
        },
    })
}

/// Reads the time of an entry; one that was not changed keeps its seconds.
fn instant(
    before: Instant,
    filled: &Filled,
    dossier: &Dossier,
    view: &View,
) -> Result<Instant, Refusal> {
    let typed = filled.read(&MOMENT)?;
    if typed == moment_shown(before, dossier) {
        return Ok(before);
    }
    fields::moment_of(&typed, dossier, view.words).map_err(|why| MOMENT.refuse(why))
}

/// Says on the status line why a mark is refused.
pub(crate) fn refused(refusal: roll_call::MarkRefusal, seat: &Seat, words: Words) -> Vec<Effect> {
    vec![Effect::Say(Status::warned(
        words.roll_refusal(refusal, &seat.name),
    ))]
}

/// Returns the name that the rosters know of the one who leads the unit of a seat on the day.
fn known_name<'a>(id: Id<Seat>, kind: OfficeKind, view: &View<'a>) -> Option<&'a str> {
    let (dossier, seat) = view.seat(id)?;
    fill::known_name(dossier, seat, kind, view.shelf.rosters.as_ref()?)
}

fn seat<'a>(id: Id<Seat>, view: &View<'a>) -> Option<&'a Seat> {
    view.dossier?.seats.get(id)
}

fn name_of<'a>(id: Id<Seat>, view: &View<'a>) -> &'a str {
    seat(id, view).map_or("", |seat| &seat.name)
}

/// Returns the entry that says who came for a seat, or that nobody did.
fn base<'a>(id: Id<Seat>, view: &View<'a>) -> Option<&'a AttendanceEvent> {
    roll_call::base(view.dossier?, id)
}

fn text(known: Option<&String>) -> &str {
    known.map_or("", String::as_str)
}
