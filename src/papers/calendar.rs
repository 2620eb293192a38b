//! A calendar (RFC 5545): its lines, and the meeting as an event for those who are invited. No METHOD: it is a file, not a
//! request that a program answers.

use chrono::Utc;

use super::brief::Brief;
use super::invitation::contact;
use super::sentences::known;
use crate::meeting::agenda;
use crate::meeting::invitation::{Stamp, ends, programme};
use crate::text::clean::composed_text;
use crate::text::dates::{Instant, clock, long_date};

/// Octets of a line at most, without its end.
const LINE: usize = 75;

/// A calendar as it is written.
pub(super) struct Calendar {
    lines: String,
    stamp: String,
}

impl Calendar {
    /// Begins a calendar of a name that is written now.
    pub(super) fn begun(name: &str, now: Instant) -> Self {
        let mut calendar = Self {
            lines: String::new(),
            stamp: universal(now),
        };
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//giaoban//giaoban//VI");
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.text("X-WR-CALNAME", name);
        calendar
    }

    /// Begins an event, which a calendar knows again by its UID; of two with one UID the higher sequence is the later one.
    pub(super) fn event(&mut self, uid: &str, sequence: i64) {
        self.line("BEGIN", "VEVENT");
        self.line("UID", uid);
        let stamp = self.stamp.clone();
        self.line("DTSTAMP", &stamp);
        self.line("SEQUENCE", &sequence.to_string());
    }

    pub(super) fn end_event(&mut self) {
        self.line("END", "VEVENT");
    }

    /// Adds a value that is a text, its separators escaped.
    pub(super) fn text(&mut self, name: &str, value: &str) {
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
    pub(super) fn line(&mut self, name: &str, value: &str) {
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

    pub(super) fn ended(mut self) -> String {
        self.line("END", "VCALENDAR");
        self.lines
    }
}

/// Returns an instant as a calendar of any time zone reads it.
fn universal(at: Instant) -> String {
    at.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ").to_string()
}

/// Returns the calendar of one meeting: when, where, and what the invitation says of it.
pub fn of_meeting(brief: &Brief, stamp: Stamp, now: Instant) -> String {
    let (meeting, dossier) = (&brief.dossier.meeting, brief.dossier);
    let mut calendar = Calendar::begun(&meeting.title, now);
    // Ids are unique in one book; the moment at which the book was begun tells it from others.
    let uid = format!(
        "meeting-{}-{}@giaoban",
        meeting.id.number(),
        stamp.book.timestamp()
    );
    calendar.event(&uid, stamp.moved);
    calendar.line("DTSTART", &universal(meeting.starts));
    if let Some(ends) = ends(dossier) {
        calendar.line("DTEND", &universal(ends));
    }
    calendar.line("STATUS", "CONFIRMED");
    calendar.text("SUMMARY", &meeting.title);
    if let Some(venue) = known(meeting.venue.as_deref()) {
        calendar.text("LOCATION", venue);
    }
    calendar.text("DESCRIPTION", &description(brief));
    calendar.end_event();
    calendar.ended()
}

/// The chair, the content, the programme, what to prepare and by when to reply, each as far as it is known.
fn description(brief: &Brief) -> String {
    let (meeting, say) = (&brief.dossier.meeting, &brief.phrases.invitation);
    let chair = known(meeting.chair.as_deref()).zip(known(meeting.chair_office.as_deref()));
    let mut lines: Vec<String> = chair
        .map(|(name, office)| say.chair(name, office))
        .into_iter()
        .chain(known(Some(&meeting.content)).map(|content| say.content(content)))
        .collect();
    let programme = programme(brief.dossier);
    if !programme.is_empty() {
        lines.push(say.programme());
    }
    lines.extend(programme.into_iter().map(|(item, begins)| {
        let ends = begins + agenda::planned(item);
        let line = format!("{} - {} {}", clock(begins), clock(ends), item.title);
        match known(item.prepare.as_deref()) {
            Some(what) => format!("{line}. {}", say.prepare(what)),
            None => line,
        }
    }));
    lines.extend(known(meeting.prepare.as_deref()).map(|what| say.prepare(what)));
    lines.extend(meeting.reply_by.map(|day| {
        let issuer = &brief.dossier.issuer.short_name;
        say.reply(issuer, &long_date(day))
    }));
    lines.extend(contact(brief));
    lines.join("\n")
}
