//! The index of the search: the terms of everything written, and beside them who said it, the kind of line, under which
//! focus area, at which meeting and when.

use chrono::{Datelike, Days as Count, Months, NaiveDate};
use rusqlite::Connection;

use super::term_table::TermTable;
use crate::meeting::actions;
use crate::meeting::cell::Id;
use crate::meeting::code::{NoteKind, Rank};
use crate::meeting::filter::Days;
use crate::meeting::issues;
use crate::meeting::record::Row;
use crate::meeting::rows::{
    Action, Assignment, AttendanceEvent, Conclusion, Document, FocusArea, Issue, IssueAnswer,
    IssueRaised, Meeting, MeetingDocument, Note, Progress, Seat, Unit,
};
use crate::store::rows::{count, one, select};
use crate::store::{Failure, Store};
use crate::text::dates::Instant;
use crate::text::terms::terms;

/// The table of the terms, a row a line.
const WORDS: TermTable = TermTable("words");

/// Lines after which the progress is shown again.
const STRIDE: usize = 2000;

/// Called with the number of indexed lines and of all lines.
pub(crate) type Watch<'a> = &'a mut dyn FnMut(usize, usize);

/// The facts by which a line is found besides its words.
struct Facts {
    meeting: Id<Meeting>,
    focus: Option<Id<FocusArea>>,
    at: Instant,
    kind: &'static str,
    units: Vec<Id<Unit>>,
}

/// Terms that are no words: unit, focus area, meeting, kind or day of a line; each begins with a sign nobody types.
pub(super) mod tag {
    use crate::meeting::cell::Id;
    use crate::meeting::rows::{FocusArea, Meeting, Unit};

    /// Kinds of lines that are no notes.
    pub(crate) const CONCLUSION: &str = "conclusion";
    pub(crate) const ACTION: &str = "action";
    pub(crate) const REPORT: &str = "report";
    pub(crate) const ATTENDANCE: &str = "attendance";
    pub(crate) const MEETING: &str = "meeting";

    pub(crate) fn unit(id: Id<Unit>) -> String {
        format!("\u{e001}{}", id.number())
    }

    pub(crate) fn focus(id: Id<FocusArea>) -> String {
        format!("\u{e002}{}", id.number())
    }

    pub(crate) fn meeting(id: Id<Meeting>) -> String {
        format!("\u{e003}{}", id.number())
    }

    pub(crate) fn kind(code: &str) -> String {
        format!("\u{e004}{code}")
    }

    /// A day as eight digits, or the first of them for a month, a year or ten years.
    pub(crate) fn day(digits: &str) -> String {
        format!("\u{e005}{digits}")
    }
}

/// Replaces the terms of a line; a deleted line has none any more.
pub(super) fn write_anew<T: Row>(
    connection: &Connection,
    id: Id<T>,
    write: impl Fn(&Connection, &T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    WORDS.remove(connection, id.number())?;
    one(connection, id)?.map_or(Ok(()), |row| write(connection, &row))
}

pub(super) fn note(connection: &Connection, row: &Note) -> Result<(), Failure> {
    let seat = row.seat.map(|seat| one::<Seat>(connection, seat));
    let seat = seat.transpose()?.flatten();
    let who = seat.as_ref().map(|seat| seat.name.as_str());
    let words = [
        who.or(row.speaker.as_deref()).unwrap_or_default(),
        &row.text,
    ];
    let facts = Facts {
        meeting: row.meeting,
        focus: row.focus,
        at: row.at,
        kind: row.kind.code(),
        units: seat.iter().filter_map(|seat| seat.unit).collect(),
    };
    write(connection, row.id, &words, &facts)
}

pub(super) fn conclusion(connection: &Connection, row: &Conclusion) -> Result<(), Failure> {
    let facts = Facts {
        meeting: row.meeting,
        focus: row.focus,
        at: row.at,
        kind: tag::CONCLUSION,
        units: Vec::new(),
    };
    write(connection, row.id, &[&row.text], &facts)
}

pub(super) fn action(connection: &Connection, row: &Action) -> Result<(), Failure> {
    let parts: Vec<Assignment> = select(connection, "WHERE action = ?1", [row.id.number()])?;
    let units: Vec<Id<Unit>> = parts.iter().map(|part| part.unit).collect();
    let only = match units[..] {
        [only] => one(connection, only)?.map(|unit: Unit| unit.name),
        _ => None,
    };
    let code = actions::code(row.number);
    let words = [
        code.as_str(),
        only.as_deref().unwrap_or_default(),
        &row.text,
        row.deadline_words.as_deref().unwrap_or_default(),
        row.officer.as_deref().unwrap_or_default(),
    ];
    let facts = Facts {
        meeting: row.meeting,
        focus: Some(row.focus),
        at: row.at,
        kind: tag::ACTION,
        units,
    };
    write(connection, row.id, &words, &facts)
}

/// An answer that a note holds is found by the note; one given after a meeting, by itself.
pub(super) fn answer(connection: &Connection, row: &IssueAnswer) -> Result<(), Failure> {
    let (Some(text), Some(issue)) = (&row.text, one::<Issue>(connection, row.issue)?) else {
        return Ok(());
    };
    let rest = "WHERE issue = ?1 ORDER BY id";
    let raised: Vec<IssueRaised> = select(connection, rest, [row.issue.number()])?;
    let facts = Facts {
        meeting: issue.meeting,
        focus: issue.focus,
        at: row.at,
        kind: NoteKind::Answer.code(),
        units: raised.iter().filter_map(|raised| raised.unit).collect(),
    };
    let code = issues::code(issue.number);
    let document = row.document.as_deref().unwrap_or_default();
    let author = row.author.as_deref().unwrap_or_default();
    let words = [code.as_str(), author, text, document];
    write(connection, row.id, &words, &facts)
}

/// A report is found by its words, its document and the code of its action; one without words only moves a state.
pub(super) fn report(connection: &Connection, row: &Progress) -> Result<(), Failure> {
    let said = [&row.text, &row.difficulty, &row.evidence];
    if said.iter().all(|text| text.is_none()) {
        return Ok(());
    }
    let Some(part) = one::<Assignment>(connection, row.assignment)? else {
        return Ok(());
    };
    let Some(action) = one::<Action>(connection, part.action)? else {
        return Ok(());
    };
    let unit = one::<Unit>(connection, part.unit)?;
    let code = actions::code(action.number);
    let named = [code.as_str(), unit.as_ref().map_or("", |unit| &unit.name)];
    let said = said.into_iter().flatten().map(String::as_str);
    let words: Vec<&str> = named.into_iter().chain(said).collect();
    let facts = Facts {
        meeting: action.meeting,
        focus: Some(action.focus),
        at: row.at,
        kind: tag::REPORT,
        units: vec![part.unit],
    };
    write(connection, row.id, &words, &facts)
}

/// An issue is found by its code, and by nothing else where the note that raised it has the same words: one search never
/// brings both.
pub(super) fn issue(connection: &Connection, row: &Issue) -> Result<(), Failure> {
    let rest = "WHERE issue = ?1 ORDER BY id";
    let raised: Vec<IssueRaised> = select(connection, rest, [row.id.number()])?;
    let notes = raised.iter().filter_map(|raised| raised.note);
    let notes = notes.map(|note| one::<Note>(connection, note));
    let notes: Vec<Option<Note>> = notes.collect::<Result<_, _>>()?;
    let is_said = notes.iter().flatten().any(|note| note.text == row.text);
    let code = issues::code(row.number);
    if is_said {
        return WORDS.add(connection, row.id.number(), &terms(&code));
    }
    let facts = Facts {
        meeting: row.meeting,
        focus: row.focus,
        at: row.at,
        kind: NoteKind::Difficulty.code(),
        units: raised.iter().filter_map(|raised| raised.unit).collect(),
    };
    write(connection, row.id, &[code.as_str(), &row.text], &facts)
}

/// A document is found at each meeting at which it was presented.
pub(super) fn presented(connection: &Connection, row: &MeetingDocument) -> Result<(), Failure> {
    let document = one::<Document>(connection, row.document)?;
    let meeting = one::<Meeting>(connection, row.meeting)?;
    let (Some(document), Some(meeting)) = (document, meeting) else {
        return Ok(());
    };
    let words = [
        document.citation.as_str(),
        document.title.as_deref().unwrap_or_default(),
        row.presenter.as_deref().unwrap_or_default(),
    ];
    let facts = Facts {
        meeting: row.meeting,
        focus: None,
        at: meeting.starts,
        kind: NoteKind::Document.code(),
        units: Vec::new(),
    };
    write(connection, row.id, &words, &facts)
}

/// Somebody who came is found by name, office and unit.
pub(super) fn arrival(connection: &Connection, row: &AttendanceEvent) -> Result<(), Failure> {
    let Some(seat) = one::<Seat>(connection, row.seat)? else {
        return Ok(());
    };
    let holder = match row.rank {
        Some(Rank::Secretary) => seat.secretary.as_deref(),
        Some(Rank::StandingDeputy) => seat.deputy.as_deref(),
        Some(Rank::Other) | None => None,
    };
    let Some(person) = row.person.as_deref().or(holder) else {
        return Ok(());
    };
    if !row.kind.row().is_arrival {
        return Ok(());
    }
    let facts = Facts {
        meeting: row.meeting,
        focus: None,
        at: row.at,
        kind: tag::ATTENDANCE,
        units: seat.unit.into_iter().collect(),
    };
    let office = row.office.as_deref().unwrap_or_default();
    write(connection, row.id, &[person, office, &seat.name], &facts)
}

pub(super) fn meeting(connection: &Connection, row: &Meeting) -> Result<(), Failure> {
    let facts = Facts {
        meeting: row.id,
        focus: None,
        at: row.starts,
        kind: tag::MEETING,
        units: Vec::new(),
    };
    write(connection, row.id, &[&row.title], &facts)
}

fn write<T>(
    connection: &Connection,
    id: Id<T>,
    words: &[&str],
    facts: &Facts,
) -> Result<(), Failure> {
    let mut found_by: Vec<String> = words.iter().copied().flat_map(terms).collect();
    found_by.push(tag::meeting(facts.meeting));
    found_by.push(tag::kind(facts.kind));
    found_by.push(tag::day(&facts.at.format("%Y%m%d").to_string()));
    found_by.extend(facts.focus.map(tag::focus));
    found_by.extend(facts.units.iter().copied().map(tag::unit));
    WORDS.add(connection, id.number(), &found_by)
}

/// Returns the beginnings of day tags that cover these days and no other: days, months, years, tens of years.
pub(super) fn covering(days: Days) -> Vec<String> {
    let end = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    let (first, last) = (end(1900, 1, 1), end(2199, 12, 31));
    let mut covering = Vec::new();
    let mut rest = days.from.max(first);
    let last = days.to.map_or(last, |to| last.map(|last| last.min(to)));
    while let (Some(day), Some(last)) = (rest, last)
        && day <= last
    {
        let block = BLOCKS.iter().find_map(|(digits, starts, next)| {
            let next = next(day)?;
            (starts(day) && next <= last.succ_opt()?).then_some((*digits, next))
        });
        let Some((digits, next)) = block else { break };
        let written = day.format("%Y%m%d").to_string();
        covering.push(tag::day(&written.chars().take(digits).collect::<String>()));
        rest = Some(next);
    }
    covering
}

/// A block of days: how many digits of a day it has, whether a day begins one, and the day behind it.
type Block = (
    usize,
    fn(NaiveDate) -> bool,
    fn(NaiveDate) -> Option<NaiveDate>,
);

/// The blocks of days, the longest first.
const BLOCKS: [Block; 4] = [
    (
        3,
        |day| day.ordinal() == 1 && day.year() % 10 == 0,
        |day| day.checked_add_months(Months::new(120)),
    ),
    (
        4,
        |day| day.ordinal() == 1,
        |day| day.checked_add_months(Months::new(12)),
    ),
    (
        6,
        |day| day.day() == 1,
        |day| day.checked_add_months(Months::new(1)),
    ),
    (8, |_| true, |day| day.checked_add_days(Count::new(1))),
];

impl Store {
    /// Makes and fills the index if the book has none, or one of another make.
    pub(crate) fn index_if_missing(&self, watch: Watch) -> Result<(), Failure> {
        WORDS.make_if_missing(&self.connection, |connection| fill(connection, watch))
    }
}

fn fill(connection: &Connection, watch: Watch) -> Result<(), Failure> {
    let lines = "SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM conclusion)
        + (SELECT count(*) FROM action) + (SELECT count(*) FROM issue_answer) + (SELECT count(*) FROM issue)
        + (SELECT count(*) FROM progress) + (SELECT count(*) FROM meeting_document)
        + (SELECT count(*) FROM attendance_event) + (SELECT count(*) FROM meeting)";
    let total = count(connection, lines, [])?;
    let mut done = 0;
    let mut step = |more: usize| {
        done += more;
        watch(done, total);
    };
    each(connection, &mut step, |row| note(connection, row))?;
    each(connection, &mut step, |row| conclusion(connection, row))?;
    each(connection, &mut step, |row| action(connection, row))?;
    each(connection, &mut step, |row| answer(connection, row))?;
    each(connection, &mut step, |row| issue(connection, row))?;
    each(connection, &mut step, |row| report(connection, row))?;
    each(connection, &mut step, |row| presented(connection, row))?;
    each(connection, &mut step, |row| arrival(connection, row))?;
    each(connection, &mut step, |row| meeting(connection, row))
}

/// Does something with every row of a table, in the order of their ids, so many at a time.
fn each<T: Row>(
    connection: &Connection,
    step: &mut dyn FnMut(usize),
    mut act: impl FnMut(&T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut last = i64::MIN;
    loop {
        let most = i64::try_from(STRIDE).unwrap_or(i64::MAX);
        let rows: Vec<T> = select(
            connection,
            "WHERE id > ?1 ORDER BY id LIMIT ?2",
            [last, most],
        )?;
        let Some(end) = rows.last() else {
            return Ok(());
        };
        last = end.id().number();
        rows.iter().try_for_each(&mut act)?;
        step(rows.len());
    }
}
