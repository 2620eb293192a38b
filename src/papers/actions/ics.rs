//! The deadlines of the follow-up table for a calendar (RFC 5545): one all-day event for each, known again by its UID.

use chrono::NaiveDate;

use crate::meeting::actions::table::{Mark, Row, Table, Tracked};
use crate::meeting::actions::{Parts, code};
use crate::meeting::code::AssignmentState;
use crate::papers::calendar::Calendar;
use crate::papers::phrases::Phrases;
use crate::text::dates::{Instant, count, short_date};

/// Returns the calendar: an event for each action that has a deadline, or for each part if all are one unit's.
pub(super) fn ics(table: &Table, phrases: &Phrases, now: Instant) -> String {
    let mut calendar = Calendar::begun(&super::title(table, phrases), now);
    let is_of_one = table.only_unit().is_some();
    for of in &table.actions {
        let (nearest, _) = of.deadlines(table.today);
        if let Some(due) = nearest.day {
            let rows = of.rows(table.today);
            event(
                &mut calendar,
                of,
                &rows,
                (due, table.today, is_of_one),
                phrases,
            );
        }
    }
    calendar.ended()
}

fn event(
    calendar: &mut Calendar,
    of: &Tracked,
    rows: &[Row],
    (due, today, is_of_one): (NaiveDate, NaiveDate, bool),
    phrases: &Phrases,
) {
    let action = &of.action;
    let part = rows.first().and_then(|row| row.part).filter(|_| is_of_one);
    let sum = Parts::of(rows.iter().map(Row::standing));
    // An action is assigned once; with that moment in it no other book has the same.
    let of_part = part.map(|part| format!("-{}", part.assignment.id.number()));
    let uid = format!(
        "{}-{}{}@giaoban",
        code(action.number),
        action.at.timestamp(),
        of_part.unwrap_or_default()
    );
    calendar.event(&uid, times_moved(of));
    let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
    calendar.line("DTSTART;VALUE=DATE", &day(due));
    if let Some(next) = due.succ_opt() {
        calendar.line("DTEND;VALUE=DATE", &day(next));
    }
    calendar.line("TRANSP", "TRANSPARENT");
    calendar.line("STATUS", status(rows));
    let is_done = sum.done > 0 && sum.open() == 0;
    let done = if is_done {
        format!("{} · ", Mark::Done.code())
    } else {
        String::new()
    };
    let unit = part.map(|part| format!(" ({})", part.unit));
    calendar.text(
        "SUMMARY",
        &format!(
            "{done}{}{}: {}",
            code(action.number),
            unit.unwrap_or_default(),
            action.text
        ),
    );
    calendar.text("DESCRIPTION", &description(of, rows, sum, today, phrases));
    calendar.text("CATEGORIES", &of.area);
    calendar.end_event();
}

/// How often a deadline of the action was moved: by an extension, and again where that was taken back.
fn times_moved(of: &Tracked) -> i64 {
    let taken_back = of.extensions.iter().filter(|later| !later.stands());
    i64::try_from(of.extensions.len() + taken_back.count()).unwrap_or(i64::MAX)
}

fn status(rows: &[Row]) -> &'static str {
    let is_off = |row: &Row| {
        matches!(
            row.state(),
            AssignmentState::Cancelled | AssignmentState::HandedOver
        )
    };
    if rows.iter().all(is_off) {
        "CANCELLED"
    } else {
        "CONFIRMED"
    }
}

fn description(
    of: &Tracked,
    rows: &[Row],
    sum: Parts,
    today: NaiveDate,
    phrases: &Phrases,
) -> String {
    let say = &phrases.follow_up;
    let units = |is_one: &dyn Fn(&Row) -> bool| {
        let rows = rows.iter().filter(|row| is_one(row));
        let units: Vec<&str> = rows.filter_map(Row::unit).collect();
        (!units.is_empty()).then(|| units.join(", "))
    };
    let in_state = |state| units(&move |row| row.state() == state);
    let common = &phrases.common;
    let product = of.action.deliverable.as_deref();
    let officer = of.action.officer.as_deref();
    let (nearest, latest) = of.deadlines(today);
    let first = of.action.deadline.zip(nearest.later);
    let several = nearest.day.filter(|_| nearest.day != latest.day);
    let several = several.zip(latest.day);
    let lines = [
        Some(say.meeting(&of.meeting, &short_date(of.meeting_day))),
        Some(say.done_of(&count(sum.done), &count(sum.total()))),
        nearest.words(&of.action).map(|said| say.due(said)),
        several.map(|(first, last)| {
            say.due(&common.due_between(&short_date(first), &short_date(last)))
        }),
        units(&|row| row.is_asked_for()).map(|units| say.still_owing(&units)),
        in_state(AssignmentState::Reported).map(|units| common.units_to_confirm(&units)),
        in_state(AssignmentState::Paused).map(|units| common.units_paused(&units)),
        product.map(|product| say.product(product)),
        officer.map(|officer| say.followed_by(officer)),
        first.map(|(first, later)| {
            say.first_deadline(&short_date(first), &super::reason(later, say))
        }),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}
