//! The reminder of a late unit, ready to be pasted into a message: overdue actions, their deadlines, and the demand.

use crate::meeting::actions::code;
use crate::meeting::actions::table::{Row, Table, TrackedPart};
use crate::meeting::cell::Id;
use crate::meeting::code::UnitKind;
use crate::meeting::rows::Unit;
use crate::text::collate::sort_key;
use crate::text::dates::{count, short_date};

use super::phrases::{self, Phrases};
use super::sentences::{BLANK, due, ended, open_ended, or_blank};

/// The line between the texts of two units.
const BETWEEN: &str = "\n-----\n\n";

/// Returns the reminder of one unit, or nothing if it is not late.
pub fn reminder(table: &Table, unit: Id<Unit>, phrases: &Phrases) -> Option<String> {
    let late = late(table);
    let own: Vec<Row> = late.into_iter().filter(|row| is_of(row, unit)).collect();
    let part = own.first()?.part?;
    Some(text(table, part, &own, phrases))
}

/// Returns the reminders of all late units, sorted by name in Vietnamese order, or nothing if none is late.
pub fn reminders(table: &Table, phrases: &Phrases) -> Option<String> {
    let late = late(table);
    let mut parts: Vec<&TrackedPart> = late.iter().filter_map(|row| row.part).collect();
    parts.sort_by_cached_key(|part| (sort_key(&part.unit), part.assignment.unit));
    parts.dedup_by_key(|part| part.assignment.unit);
    let texts = parts.into_iter().map(|part| {
        let own = late.iter().filter(|row| is_of(row, part.assignment.unit));
        text(table, part, &own.copied().collect::<Vec<_>>(), phrases)
    });
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| texts.join(BETWEEN))
}

/// Returns a unit's full name, as a letter names it.
pub(crate) fn full_name(part: &TrackedPart, phrases: &Phrases) -> String {
    match part.kind {
        UnitKind::Ward => phrases.common.committee(&part.unit),
        UnitKind::Committee | UnitKind::Organisation | UnitKind::Centre => part.unit.clone(),
    }
}

/// Returns the overdue rows that wait for the unit: what was reported waits for acceptance, what was paused for the office.
fn late(table: &Table) -> Vec<Row<'_>> {
    let rows = table.actions.iter().flat_map(|of| of.rows(table.today));
    let mut late: Vec<Row> = rows.filter(|row| row.days_asked_late().is_some()).collect();
    late.sort_by_key(|row| (row.due(), row.of.action.number));
    late
}

fn is_of(row: &Row, unit: Id<Unit>) -> bool {
    row.part.is_some_and(|part| part.assignment.unit == unit)
}

fn text(table: &Table, part: &TrackedPart, late: &[Row], phrases: &Phrases) -> String {
    let say = &phrases.reminder;
    let unit = full_name(part, phrases);
    let issuer = table.issuer.as_ref();
    let issuer = or_blank(issuer.map(|issuer| issuer.short_name.as_str()));
    let items = (1..)
        .zip(late)
        .map(|(number, row)| item(number, row, phrases));
    let officers: Vec<&str> = late
        .iter()
        .filter_map(|row| row.of.action.officer.as_deref())
        .collect();
    // An officer is named only if all late actions have the same one; else the secretary fills the blank.
    let officer = officers
        .first()
        .filter(|first| late.len() == officers.len() && officers.iter().all(|one| one == *first));
    let officer = open_ended(or_blank(officer.copied()));
    format!(
        "{}\n\n{}\n\n{}\n{}\n",
        say.to(&unit),
        say.lead(&short_date(table.today), &unit, &count(late.len())),
        items.collect::<Vec<_>>().join("\n"),
        say.report(&unit, issuer, BLANK, officer),
    )
}

fn item(number: usize, row: &Row, phrases: &Phrases) -> String {
    let say = &phrases.reminder;
    let of = row.of;
    let days = row.days_late().and_then(|days| usize::try_from(days).ok());
    let due = due(row.due(), row.due_words(), &phrases.common);
    let due = match (of.action.deadline, row.deadline().later) {
        (Some(first), Some(_)) => say.extended(&due, &short_date(first)),
        (_, _) => due,
    };
    let product = open_ended(or_blank(of.action.deliverable.as_deref()));
    format!(
        "{number}. {}: {}\n   {}\n   {}\n   {}\n",
        code(of.action.number),
        ended(&of.action.text),
        say.given(&short_date(of.meeting_day), &due, &count(days.unwrap_or(0))),
        ended(&say.product(product)),
        say.request(&asked(row.part.map_or(0, |part| part.missed), say)),
    )
}

/// Returns the demand of the staleness ladder after this number of meetings since the deadline.
fn asked(missed: usize, say: &phrases::Reminder) -> String {
    match missed {
        0 | 1 => say.soon(),
        2 => say.explain(&count(missed)),
        _ => say.at_once(&count(missed)),
    }
}
