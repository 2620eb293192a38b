//! The deadlines of the follow-up table for a calendar (RFC 5545): one all-day event for each, known again by its UID.

use chrono::{NaiveDate, Utc};

use crate::meeting::actions::table::{Mark, Row, Table, Tracked};
use crate::meeting::actions::{RollUp, code, roll_up};
use crate::meeting::code::AssignmentState;
use crate::papers::phrases::{FollowUp, Phrases};
use crate::text::clean::composed_text;
use crate::text::dates::{Instant, count, short_date};

/// Octets of a line at most, without its end.
const LINE: usize = 75;

/// Returns the calendar: an event for each action that has a deadline, or for each part if all are one unit's.
pub(super) fn ics(table: &Table, phrases: &Phrases, now: Instant) -> String {
    let mut calendar = Calendar {
        lines: String::new(),
        say: &phrases.follow_up,
    };
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//giaoban//giaoban//VI");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.line("METHOD", "PUBLISH");
    calendar.text("X-WR-CALNAME", &super::title(table, phrases));
    let stamp = now.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ");
    let is_of_one = table.only_unit().is_some();
    for of in &table.actions {
        if let Some(due) = of.due {
            let rows = of.rows(table.today);
            calendar.event(of, &rows, (due, is_of_one), &stamp.to_string());
        }
    }
    calendar.line("END", "VCALENDAR");
    calendar.lines
}

struct Calendar<'a> {
    lines: String,
    say: &'a FollowUp,
}

impl Calendar<'_> {
    fn event(
        &mut self,
        of: &Tracked,
        rows: &[Row],
        (due, is_of_one): (NaiveDate, bool),
        stamp: &str,
    ) {
        let action = &of.action;
        let part = rows.first().and_then(|row| row.part).filter(|_| is_of_one);
        let sum = roll_up(rows.iter().map(Row::state));
        self.line("BEGIN", "VEVENT");
        // An action is assigned once; with that moment in it no other book has the same.
        let of_part = part.map(|part| format!("-{}", part.assignment.id.number()));
        let uid = format!(
            "{}-{}{}@giaoban",
            code(action.number),
            action.at.timestamp(),
            of_part.unwrap_or_default()
        );
        self.line("UID", &uid);
        self.line("DTSTAMP", stamp);
        self.line("SEQUENCE", &of.extensions.len().to_string());
        let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
        self.line("DTSTART;VALUE=DATE", &day(due));
        if let Some(next) = due.succ_opt() {
            self.line("DTEND;VALUE=DATE", &day(next));
        }
        self.line("TRANSP", "TRANSPARENT");
        self.line("STATUS", status(rows));
        let is_done = sum.done > 0 && sum.open == 0;
        let done = if is_done {
            format!("{} · ", Mark::Done.code())
        } else {
            String::new()
        };
        let unit = part.map(|part| format!(" ({})", part.unit));
        self.text(
            "SUMMARY",
            &format!(
                "{done}{}{}: {}",
                code(action.number),
                unit.unwrap_or_default(),
                action.text
            ),
        );
        self.text("DESCRIPTION", &description(of, rows, sum, self.say));
        self.text("CATEGORIES", &of.area);
        self.line("END", "VEVENT");
    }

    /// Adds a value that is a text, its separators escaped.
    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len() + 8);
        for c in composed_text(value).chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                _ => escaped.push(c),
            }
        }
        self.line(name, &escaped);
    }

    /// Adds a line, folded so that no part of it is longer than allowed and no character is cut.
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if octets + c.len_utf8() > LINE {
                self.lines.push_str("\r\n ");
                octets = 1;
            }
            self.lines.push(c);
            octets += c.len_utf8();
        }
        self.lines.push_str("\r\n");
    }
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

fn description(of: &Tracked, rows: &[Row], sum: RollUp, say: &FollowUp) -> String {
    let open = rows.iter().filter(|row| row.state().is_open());
    let open: Vec<&str> = open.filter_map(Row::unit).collect();
    let open = (!open.is_empty()).then(|| say.still_owing(&open.join(", ")));
    let product = of.action.deliverable.as_deref();
    let officer = of.action.officer.as_deref();
    let first = of.action.deadline.zip(of.extensions.last());
    let lines = [
        Some(say.meeting(&of.meeting, &short_date(of.meeting_day))),
        Some(say.done_of(&count(sum.done), &count(sum.total))),
        open,
        product.map(|product| say.product(product)),
        officer.map(|officer| say.followed_by(officer)),
        first.map(|(first, later)| {
            say.first_deadline(&short_date(first), &super::reason(later, say))
        }),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}
