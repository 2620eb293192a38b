//! The effects of each digit of the roll call: a change, or first the form of the details that it needs.

use crate::app::choice::Choice;
use crate::app::command::RollCallCommand;
use crate::app::effect::{Effect, Opening};
use crate::app::form::Form;
use crate::app::roll_call::choices::{RollCallChoice, Wipe};
use crate::app::roll_call::forms::{self, RollCallForm};
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::agenda;
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::{AttendanceKind, MeetingState, Rank};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Delegate, Mark, MarkRefusal, Standing, marks};
use crate::meeting::rows::Seat;
use crate::text::line::Line;

/// Says whether the cursor goes on to the next unmarked unit after a mark: where the mark says everything.
pub(crate) fn moves_on(command: RollCallCommand) -> bool {
    command == RollCallCommand::Secretary
        || command == RollCallCommand::Deputy
        || command == RollCallCommand::Absent
}

/// Returns the effects of a mark on another delegation: a digit is the beginning of its count.
pub(crate) fn count(command: RollCallCommand, seat: &Seat, view: &View) -> Vec<Effect> {
    if command == RollCallCommand::Remove {
        let label = view.words.told_unseated(&seat.name);
        let changes = vec![Change::delete(seat)];
        return vec![Effect::Commit(Transaction::new(label, changes))];
    }
    let mut form = forms::delegation(seat.id, view);
    if let (Some(digit), Some(line)) = (view.typed_char(), form.line()) {
        *line = Line::of(&digit.to_string());
    }
    vec![Effect::Fill(form)]
}

/// Returns what a mark asks of the program: a change, or first what it cannot do without.
pub(crate) fn run_on_seat(
    command: RollCallCommand,
    seat: &Seat,
    dossier: &Dossier,
    view: &View,
) -> Vec<Effect> {
    let choose = |purpose| vec![Effect::Choose(Choice::new(purpose))];
    let wipe = wiped_by(command).filter(|wipe| is_lost(*wipe, seat, dossier));
    if let Some(wipe) = wipe {
        return choose(RollCallChoice::Wipe(seat.id, wipe));
    }
    marked_by(command, seat, dossier, view)
}

/// Returns the mark in whose place the name of a substitute, or the reason of an absence, may be lost.
fn wiped_by(command: RollCallCommand) -> Option<Wipe> {
    match command {
        RollCallCommand::Secretary => Some(Wipe::Came(Rank::Secretary)),
        RollCallCommand::Deputy => Some(Wipe::Came(Rank::StandingDeputy)),
        RollCallCommand::Excused => Some(Wipe::Excused),
        RollCallCommand::Absent => Some(Wipe::Absent),
        RollCallCommand::Clear | RollCallCommand::Remove => Some(Wipe::Clear),
        RollCallCommand::Substitute => Some(Wipe::Came(Rank::Other)),
        RollCallCommand::Late
        | RollCallCommand::Left
        | RollCallCommand::Back
        | RollCallCommand::Out
        | RollCallCommand::Rest
        | RollCallCommand::RestSecretary
        | RollCallCommand::FillNames
        | RollCallCommand::Others
        | RollCallCommand::Details
        | RollCallCommand::Report
        | RollCallCommand::Add
        | RollCallCommand::Year
        | RollCallCommand::LeaveSearch => None,
    }
}

/// Says whether a mark would lose the name of a substitute or the reason of an absence. A form shows what it changes, and
/// whoever came while the meeting goes on is asked about anyhow.
fn is_lost(wipe: Wipe, seat: &Seat, dossier: &Dossier) -> bool {
    let base = roll_call::base(dossier, seat.id);
    let names = base.is_some_and(|event| event.person.is_some());
    let reasons = base.is_some_and(|event| event.reason.is_some());
    match wipe {
        Wipe::Came(Rank::Other) => reasons && !was_missed(seat, dossier),
        Wipe::Came(Rank::Secretary | Rank::StandingDeputy) => {
            names || (reasons && !was_missed(seat, dossier))
        }
        Wipe::Excused => names,
        Wipe::Absent | Wipe::Clear => names || reasons,
    }
}

/// Returns what a mark asks of the program, without asking about what is lost.
fn marked_by(command: RollCallCommand, seat: &Seat, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let standing = roll_call::standing(dossier, seat.id);
    let is_late = roll_call::late(dossier, seat.id).is_some();
    let choose = |purpose| vec![Effect::Choose(Choice::new(purpose))];
    let show = |form| vec![Effect::Fill(Form::open(form, view))];
    let moment = |kind| show(RollCallForm::Moment(seat.id, kind));
    let is_now = marks::happens_now(dossier, view.now);
    let came = |rank| match rank {
        _ if was_missed(seat, dossier) => choose(RollCallChoice::Came(seat.id, rank)),
        Rank::Secretary | Rank::StandingDeputy => {
            commit(&Mark::Came(Delegate::Summoned(rank)), seat, dossier, view)
        }
        Rank::Other => show(RollCallForm::Substitute(seat.id)),
    };
    match command {
        RollCallCommand::Secretary => came(Rank::Secretary),
        RollCallCommand::Deputy => came(Rank::StandingDeputy),
        RollCallCommand::Substitute => came(Rank::Other),
        RollCallCommand::Absent => commit(&Mark::Absent, seat, dossier, view),
        RollCallCommand::Excused => show(RollCallForm::Excused(seat.id)),
        RollCallCommand::Late if is_late => commit(&Mark::Late, seat, dossier, view),
        RollCallCommand::Late | RollCallCommand::Back if !is_now && !standing.is_represented() => {
            forms::refused(MarkRefusal::NotThere, seat, view.words)
        }
        RollCallCommand::Late if !is_now => moment(AttendanceKind::Late),
        RollCallCommand::Late if standing.is_represented() => {
            commit(&Mark::Late, seat, dossier, view)
        }
        RollCallCommand::Late => choose(RollCallChoice::Late(seat.id)),
        RollCallCommand::Left | RollCallCommand::Out if !standing.is_represented() => {
            forms::refused(MarkRefusal::NotThere, seat, view.words)
        }
        RollCallCommand::Left if !is_now => moment(AttendanceKind::Left),
        RollCallCommand::Left => show(RollCallForm::Left(seat.id)),
        RollCallCommand::Back if !is_now => moment(AttendanceKind::Back),
        RollCallCommand::Back => commit(&Mark::Back, seat, dossier, view),
        RollCallCommand::Out => out(seat, dossier, view),
        RollCallCommand::Clear | RollCallCommand::Remove if standing == Standing::NotMarked => {
            vec![Effect::Say(Status::warned(view.words.why_nothing_here()))]
        }
        RollCallCommand::Clear | RollCallCommand::Remove => {
            commit(&Mark::Clear, seat, dossier, view)
        }
        RollCallCommand::Details => vec![Effect::Show(Opening::Card(seat.id))],
        RollCallCommand::Rest
        | RollCallCommand::RestSecretary
        | RollCallCommand::FillNames
        | RollCallCommand::Others
        | RollCallCommand::Report
        | RollCallCommand::Add
        | RollCallCommand::Year
        | RollCallCommand::LeaveSearch => Vec::new(),
    }
}

/// Marks a delegate as out for the running item; without one, asks for which.
fn out(seat: &Seat, dossier: &Dossier, view: &View) -> Vec<Effect> {
    match agenda::running(dossier) {
        Some(run) => commit(&Mark::Out(run.item), seat, dossier, view),
        None => vec![Effect::Choose(Choice::new(RollCallChoice::Out(seat.id)))],
    }
}

/// Returns the name of the delegate that a mark stands for, if it is known.
fn named<'a>(mark: &Mark, seat: &'a Seat) -> Option<&'a str> {
    match mark {
        Mark::Came(Delegate::Summoned(Rank::Secretary)) => seat.secretary.as_deref(),
        Mark::Came(Delegate::Summoned(Rank::StandingDeputy)) => seat.deputy.as_deref(),
        Mark::Came(Delegate::Summoned(Rank::Other) | Delegate::Substitute { .. })
        | Mark::Present
        | Mark::Arrived(_)
        | Mark::Excused { .. }
        | Mark::Absent
        | Mark::Late
        | Mark::Left { .. }
        | Mark::Back
        | Mark::Out(_)
        | Mark::Clear => None,
    }
}

/// Says whether a seat was marked absent while the meeting is going on: whoever is on it now has only come,
/// or was not seen; the program cannot know which.
fn was_missed(seat: &Seat, dossier: &Dossier) -> bool {
    let is_absent = match roll_call::standing(dossier, seat.id) {
        Standing::Excused | Standing::Absent => true,
        Standing::NotMarked | Standing::Present(_) | Standing::Substitute => false,
    };
    is_absent && dossier.meeting.state == MeetingState::InSession
}

/// Returns the change that a mark makes under the words the user sees, or why it cannot be true.
fn commit(mark: &Mark, seat: &Seat, dossier: &Dossier, view: &View) -> Vec<Effect> {
    match roll_call::mark(dossier, seat.id, mark, view.moment()) {
        Ok(changes) => {
            let is_taken_back = match changes.as_slice() {
                [only] => only.after().is_none(),
                _ => false,
            };
            let label = match mark {
                Mark::Clear => view.words.told_cleared(&seat.name),
                Mark::Late | Mark::Out(_) if is_taken_back => {
                    view.words.told_not_so(&seat.name, &view.words.mark(mark))
                }
                Mark::Present
                | Mark::Came(_)
                | Mark::Excused { .. }
                | Mark::Absent
                | Mark::Late
                | Mark::Arrived(_)
                | Mark::Left { .. }
                | Mark::Back
                | Mark::Out(_) => {
                    let name = named(mark, seat).map(|name| format!(" {name}"));
                    let state = format!("{}{}", view.words.mark(mark), name.unwrap_or_default());
                    view.words.told_marked(&seat.name, &state)
                }
            };
            vec![Effect::Commit(Transaction::new(label, changes))]
        }
        Err(refusal) => forms::refused(refusal, seat, view.words),
    }
}

pub(crate) fn mark_rest(dossier: &Dossier, view: &View) -> Vec<Effect> {
    let marked = roll_call::mark_rest(dossier, view.moment());
    rest_marked(marked, dossier, view, |n| view.words.told_marked_rest(n))
}

pub(crate) fn mark_rest_secretary(dossier: &Dossier, view: &View) -> Vec<Effect> {
    let marked = roll_call::mark_rest_secretary(dossier, view.moment());
    let label = |n| view.words.told_marked_rest_secretary(n);
    rest_marked(marked, dossier, view, label)
}

fn rest_marked(
    marked: Result<Vec<Change>, (Id<Seat>, MarkRefusal)>,
    dossier: &Dossier,
    view: &View,
    label: impl Fn(usize) -> String,
) -> Vec<Effect> {
    match marked {
        Err((seat, refusal)) => dossier
            .seats
            .get(seat)
            .map_or_else(Vec::new, |seat| forms::refused(refusal, seat, view.words)),
        Ok(changes) if changes.is_empty() => {
            vec![Effect::Say(Status::warned(view.words.why_all_marked()))]
        }
        Ok(changes) => {
            let label = label(changes.len());
            vec![Effect::Commit(Transaction::new(label, changes))]
        }
    }
}
