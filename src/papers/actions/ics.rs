//! The deadlines of the follow-up table for a calendar (RFC 5545): one all-day event for each, known again by its UID.

use std::fmt::Write;

use chrono::{NaiveDate, Utc};

use crate::meeting::actions::table::{Row, Table, Tracked};
use crate::meeting::actions::{RollUp, code, roll_up};
use crate::meeting::code::AssignmentState;
use crate::text::clean::clean_text;
use crate::text::dates::{Instant, count, short_date};

/// Octets of a line at most, without its end.
const LINE: usize = 75;

/// Returns the calendar: an event for each action that has a deadline, or for each part if all are one unit's.
pub(super) fn ics(table: &Table, now: Instant) -> String {
    let mut calendar = Calendar(String::new());
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//giaoban//giaoban//VI");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.line("METHOD", "PUBLISH");
    calendar.text("X-WR-CALNAME", &super::title(table));
    let stamp = now.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ");
    let is_of_one = table.only_unit().is_some();
    for of in &table.actions {
        if let Some(due) = of.due {
            let rows = of.rows(table.today);
            calendar.event(of, &rows, (due, is_of_one), &stamp.to_string());
        }
    }
    calendar.line("END", "VCALENDAR");
    calendar.0
}

struct Calendar(String);

impl Calendar {
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
        let done = if is_done { "HT · " } else { "" };
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
        self.text("DESCRIPTION", &description(of, rows, sum));
        self.text("CATEGORIES", &of.area);
        self.line("END", "VEVENT");
    }

    /// Adds a value that is a text, with what would part it escaped.
    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len() + 8);
        for c in clean_text(value).chars() {
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
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
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

fn description(of: &Tracked, rows: &[Row], sum: RollUp) -> String {
    let mut text = String::new();
    let mut say = |line: String| {
        if !text.is_empty() {
            text.push('\n');
        }
        // Writing to a string cannot fail.
        let _written = text.write_str(&line);
    };
    say(format!(
        "{}, ngày {}",
        of.meeting,
        short_date(of.meeting_day)
    ));
    say(format!(
        "Hoàn thành {}/{}",
        count(sum.done),
        count(sum.total)
    ));
    let open = rows.iter().filter(|row| row.state().is_open());
    let open: Vec<&str> = open.filter_map(Row::unit).collect();
    if !open.is_empty() {
        say(format!("Chưa hoàn thành: {}", open.join(", ")));
    }
    if let Some(deliverable) = &of.action.deliverable {
        say(format!("Sản phẩm: {deliverable}"));
    }
    if let Some(officer) = &of.action.officer {
        say(format!("Chuyên viên theo dõi: {officer}"));
    }
    if let (Some(first), Some(later)) = (of.action.deadline, of.extensions.last()) {
        let why = super::reason(&later.reason, later.allowed_by.as_deref());
        say(format!("Hạn ban đầu {}, gia hạn: {why}", short_date(first)));
    }
    text
}
