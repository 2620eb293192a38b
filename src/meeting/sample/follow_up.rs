//! The conclusions and actions of a practice book of many years, and how far they are today.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::session::{Run, Session};
use super::years::Years;
use crate::meeting::actions::{self, Report};
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::AssignmentState;
use crate::meeting::rows::{
    Action, ActionSupport, Assignment, Conclusion, Extension, Issue, Record, Review,
};
use crate::text::dates::Instant;

/// An action as far as its parts have to know it.
struct Course {
    action: Id<Action>,
    at: Instant,
    /// The deadline in force, or the day by which it would be done.
    due: NaiveDate,
    /// When it was given up, if it was.
    cancelled: Option<Instant>,
}

/// Writes the conclusions of the chair, and the actions that carry them out.
pub(super) fn conclude(session: &mut Session, run: &Run) {
    let areas: Vec<usize> = (0..session.years.areas.len()).collect();
    let count = usize::try_from(session.years.dice.between(3, 4)).unwrap_or(3);
    let areas = session.years.dice.draw(&areas, count);
    let actions = usize::try_from(session.years.dice.between(3, 5)).unwrap_or(3);
    let mut conclusions = Vec::new();
    for (place, area) in areas.iter().copied().enumerate() {
        let Some((focus, said)) = session.years.area(area) else {
            continue;
        };
        let row = Conclusion {
            id: session.years.ids.next(),
            meeting: session.meeting,
            item: Some(run.item),
            position: i64::try_from(place).unwrap_or(0) + 1,
            focus: Some(focus),
            text: session.years.any(&said.conclusion, session.day),
            at: run.moment(place, areas.len() + actions),
        };
        conclusions.push((area, row.id));
        session.changes.push(Change::insert(row));
    }
    for place in 0..actions {
        let Some((area, conclusion)) = conclusions.get(place % conclusions.len().max(1)).copied()
        else {
            return;
        };
        let at = run.moment(areas.len() + place, areas.len() + actions);
        assign(session, run, (area, conclusion), at);
    }
}

/// Writes an action, its parts and their reports.
fn assign(
    session: &mut Session,
    run: &Run,
    (area, conclusion): (usize, Id<Conclusion>),
    at: Instant,
) {
    let Some((focus, said)) = session.years.area(area) else {
        return;
    };
    let (text, deliverable) = session
        .years
        .dice
        .pick(&said.action)
        .cloned()
        .unwrap_or_default();
    let days = session.years.dice.between(14, 60);
    let deadline = workday(session.day + TimeDelta::days(days));
    let waiting = session.years.waiting.iter().rev();
    let issue: Option<Id<Issue>> = waiting
        .take(3)
        .find(|issue| issue.area == area)
        .map(|issue| issue.issue);
    let row = Action {
        id: session.years.ids.next(),
        meeting: session.meeting,
        item: Some(run.item),
        issue,
        conclusion: issue.is_none().then_some(conclusion),
        number: session.years.numbers.action,
        focus,
        text: session.years.say(&text, session.day),
        deliverable: session.years.dice.in_thousand(850).then_some(deliverable),
        deadline: session.years.dice.in_thousand(940).then_some(deadline),
        officer: Some(session.years.pick(&session.years.phrases.officers)),
        at,
        deadline_words: None,
    };
    session.years.numbers.action += 1;
    let mut course = Course {
        action: row.id,
        at,
        due: deadline,
        cancelled: None,
    };
    let has_deadline = row.deadline.is_some();
    session.changes.push(Change::insert(row));
    support(session, &course);
    if has_deadline && session.years.dice.in_thousand(160) {
        extend(session, &mut course);
    }
    if session.years.dice.in_thousand(15) {
        let given_up = days_later(session.years, at, days * 2 / 3);
        course.cancelled = Some(given_up).filter(|given_up| *given_up <= session.years.now);
    }
    for unit in owing(session) {
        part(session, &course, unit);
    }
    look(session, &course);
}

/// Returns the places of the units that owe an action: all of them, or one or a few.
fn owing(session: &mut Session) -> Vec<usize> {
    let all: Vec<usize> = (0..session.wards.len()).collect();
    let dice = &mut session.years.dice;
    if dice.in_thousand(320) {
        return all;
    }
    let is_one = dice.in_thousand(700);
    let count = if is_one { 1 } else { dice.between(2, 4) };
    let mut few = dice.draw(&all, usize::try_from(count).unwrap_or(1));
    few.sort_unstable();
    few
}

fn support(session: &mut Session, course: &Course) {
    if !session.years.dice.in_thousand(250) {
        return;
    }
    let name = session.years.pick(&session.years.phrases.supports);
    session.changes.push(Change::insert(ActionSupport {
        id: session.years.ids.next(),
        action: course.action,
        unit: None,
        name,
    }));
}

/// Gives an action a later deadline, a few days before the first one, if that day has come.
fn extend(session: &mut Session, course: &mut Course) {
    let before = session.years.dice.between(1, 5);
    let at = days_later(
        session.years,
        course.at,
        (course.due - session.day).num_days() - before,
    );
    if at > session.years.now {
        return;
    }
    course.due = workday(course.due + TimeDelta::days(session.years.dice.between(7, 28)));
    session.changes.push(Change::insert(Extension {
        reason: session.years.pick(&session.years.phrases.extensions),
        allowed_by: session.chair.clone(),
        ..Extension::of(session.years.ids.next(), course.action, course.due, at)
    }));
}

/// Writes that somebody looked at an action between two meetings.
fn look(session: &mut Session, course: &Course) {
    let after = session.years.dice.between(8, 25);
    let at = days_later(session.years, course.at, after);
    if at > session.years.now || !session.years.dice.in_thousand(350) {
        return;
    }
    let has_note = session.years.dice.in_thousand(600);
    let note = session.years.pick(&session.years.phrases.looks);
    session.changes.push(Change::insert(Review {
        id: session.years.ids.next(),
        action: course.action,
        at,
        note: has_note.then_some(note),
    }));
}

/// Writes a unit's part of an action and all that was reported on it up to today.
fn part(session: &mut Session, course: &Course, unit: usize) {
    let Some(owner) = session.ward(unit).and_then(|seat| seat.unit) else {
        return;
    };
    let mut part = actions::part(course.action, owner, session.years.ids);
    let mut changes = Vec::new();
    for (at, report) in reports(session, course, unit) {
        let is_past = course.cancelled.is_some_and(|given_up| given_up <= at);
        if at > session.years.now || is_past {
            break;
        }
        changes.extend(
            actions::report::report(&part, None, &report, session.years.ids.at(at))
                .unwrap_or_default(),
        );
        follow(&mut part, &changes);
    }
    if let Some(given_up) = course.cancelled
        && part.state.is_open()
    {
        let report = Report {
            text: Some(session.years.phrases.cancelled.clone()),
            ..Report::of(AssignmentState::Cancelled)
        };
        changes.extend(
            actions::report::report(&part, None, &report, session.years.ids.at(given_up))
                .unwrap_or_default(),
        );
        follow(&mut part, &changes);
    }
    // The part is written with its state of today; of its history only the reports are written.
    session.changes.push(Change::insert(part));
    let changes = changes.into_iter();
    session
        .changes
        .extend(changes.filter(|change| change.before().is_none()));
}

/// Brings a part to where the last change brings it.
fn follow(part: &mut Assignment, changes: &[Change]) {
    let last = changes
        .iter()
        .rev()
        .find_map(|change| match change.after() {
            Some(Record::Assignment(row)) => Some(row),
            _ => None,
        });
    if let Some(last) = last {
        part.clone_from(last);
    }
}

/// Returns the reports of a unit on its part with their times, past and future.
fn reports(session: &mut Session, course: &Course, unit: usize) -> Vec<(Instant, Report)> {
    let window = (course.due - course.at.date_naive()).num_days();
    let habit = session.years.habit(unit);
    let dice = &mut session.years.dice;
    let done = match dice.between(1, 1000) {
        fate if fate <= 600 + habit * 3 => Some(dice.between(window * 3 / 10, window)),
        fate if fate <= 945 => Some(window + dice.between(1, 14)),
        fate if fate <= 996 => Some(window + dice.between(15, 90)),
        _ => None,
    };
    let mut reports = Vec::new();
    if done.is_none() || dice.in_thousand(550) {
        let half = done.unwrap_or(window) / 2;
        reports.push(begun(session, course, half));
    }
    let Some(done) = done else {
        if session.years.dice.in_thousand(400) {
            let report = Report {
                text: Some(session.years.phrases.paused.clone()),
                ..Report::of(AssignmentState::Paused)
            };
            reports.push((days_later(session.years, course.at, window + 3), report));
        }
        return reports;
    };
    let at = days_later(session.years, course.at, done.max(1));
    let day = at.date_naive();
    let phrases = session.years.phrases;
    let number = session.years.dice.between(3, 480);
    let evidence = format!(
        "Số {number}-BC/ĐU, {}/{}/{}",
        day.day(),
        day.month(),
        day.year()
    );
    let has_evidence = session.years.dice.in_thousand(750);
    let report = Report {
        percent: Some(100),
        text: Some(session.years.any(&phrases.progress.reported, day)),
        evidence: has_evidence.then_some(evidence),
        ..Report::of(AssignmentState::Reported)
    };
    reports.push((at, report));
    let accepted = Report {
        done_on: Some(day),
        ..Report::of(AssignmentState::Done)
    };
    let later = session.years.dice.between(1, 9);
    reports.push((at + TimeDelta::days(later), accepted));
    reports
}

fn begun(session: &mut Session, course: &Course, days: i64) -> (Instant, Report) {
    let at = days_later(session.years, course.at, days);
    let phrases = session.years.phrases;
    let report = Report {
        percent: Some(session.years.dice.between(1, 9) * 10),
        text: Some(session.years.any(&phrases.progress.begun, at.date_naive())),
        ..Report::of(AssignmentState::InProgress)
    };
    (at, report)
}

/// Returns a moment in the office so many days later.
fn days_later(years: &mut Years, at: Instant, days: i64) -> Instant {
    at + TimeDelta::days(days) + TimeDelta::minutes(years.dice.between(10, 330))
}

/// Returns the day, or the Monday behind it.
fn workday(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => day + TimeDelta::days(2),
        Weekday::Sun => day + TimeDelta::days(1),
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => day,
    }
}
