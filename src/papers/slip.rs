//! The slip of one unit: its attendance, its notes, its issues with their answers, its actions from this meeting and
//! its open actions from earlier ones.

use super::actions::state_name;
use super::assignments;
use super::attendance::circumstances;
use super::blanks::{blank, lacking, or_missing};
use super::brief::{Brief, Stage};
use super::document::{Block, Document, Piece, Row, Source, Table};
use super::front::{Front, front};
use super::gaps::Gap;
use super::minutes::{given_by, said};
use super::remarks::{Remark, people, tasks};
use super::sentences::{days, due_or, ended, known, open_ended};
use super::spec::{Copies, PaperSpec};
use crate::meeting::actions::table::Tracked;
use crate::meeting::actions::{self, table};
use crate::meeting::cell::Id;
use crate::meeting::code::{IssueState, MeetingState, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::issues::{self, Raising};
use crate::meeting::notes::{self, Entry};
use crate::meeting::roll_call::{self, Standing};
use crate::meeting::rows::{Action, Issue, IssueAnswer, Note, Seat};
use crate::text::dates::{hour, long_date, short_date};

/// The slip among the papers.
pub(super) const SPEC: PaperSpec = PaperSpec {
    copies: Copies::EachUnit,
    is_in_folder: |dossier| dossier.meeting.state != MeetingState::Planned,
    remarks,
    ..PaperSpec::without_imprint(PaperKind::Slip, "phieu", slip)
};

/// Returns the slip of a seat of the roster; without one, a slip to be filled in by hand.
fn slip(brief: &Brief, seat: Option<Id<Seat>>, stage: Stage) -> Document {
    let phrases = &brief.phrases.slip;
    let meeting = &brief.dossier.meeting;
    let seat = seat.and_then(|seat| brief.dossier.seats.get(seat));
    let name = or_missing(seat.map(|seat| seat.name.as_str()), &Gap::Unit);
    let committee = brief.phrases.common.committee(&name);
    let given = seat.map(|seat| given_here(brief, seat));
    let given = given.unwrap_or_default();
    let owed = seat.map(|seat| owed(brief, seat)).unwrap_or_default();
    let asked = rows(brief, &given);
    let asked = asked.iter().chain(&owed);
    // A unit that owes nothing is reminded of nothing; what nobody looked up may still be owed.
    let is_record = seat.is_some()
        && brief.matters.actions.is_some()
        && !asked.clone().any(|row| row.state().is_open());
    let head = Front {
        spec: &SPEC,
        title: if is_record {
            phrases.title_of_record()
        } else {
            phrases.title()
        },
        subject: phrases.subject(&committee),
        place_date: Some(brief.place_date(SPEC.kind, Some(brief.today))),
    };
    let mut pieces = front(brief, stage, head);
    let day = long_date(brief.day());
    pieces.push(Block::Paragraph(phrases.lead(&meeting.title, &day)).into());
    if let Some(seat) = seat {
        pieces.extend(parts(brief, seat, &given, &owed));
        pieces.extend(request(brief, &committee, asked));
    }
    let file = if is_record {
        phrases.file_of_record(&name, &meeting.title)
    } else {
        phrases.file(&name, &meeting.title)
    };
    brief.document(file, brief.today, pieces)
}

/// Returns the remarks on the slip: those on the unit's attendance, issues and actions.
fn remarks(seat: Option<Id<Seat>>, dossier: &Dossier) -> Vec<Remark> {
    let unit = dossier.unit_of(seat);
    let is_owed = |action: &Action| {
        let mut parts = dossier.assignments.iter();
        parts.any(|part| part.action == action.id && Some(part.unit) == unit)
    };
    let mut remarks: Vec<Remark> = people::of_seat(seat, dossier).into_iter().collect();
    let raised = |issue: Id<Issue>| {
        let mut raised = dossier.raised.iter();
        raised.any(|raised| raised.issue == issue && raised.seat == seat)
    };
    let open = issues::open(dossier).into_iter();
    let own = open.filter(|issue| raised(issue.id));
    remarks.extend(own.map(|issue| Remark::Unanswered(issue.id)));
    remarks.extend(tasks::products(dossier, is_owed));
    remarks
}

/// The parts of the slip, each under its heading.
fn parts(brief: &Brief, seat: &Seat, given: &[Tracked], owed: &[table::Row]) -> Vec<Piece> {
    let phrases = &brief.phrases.slip;
    let today = long_date(brief.today);
    let mut raised = raised_here(brief, seat);
    raised.extend(raised_before(brief, seat));
    [
        (phrases.attendance(), vec![came(brief, seat)]),
        (phrases.words(), words(brief, seat)),
        (phrases.issues(), raised),
        (phrases.assigned(), given_table(brief, given)),
        (phrases.owed(&today), owed_before(brief, owed)),
    ]
    .into_iter()
    .flat_map(|(heading, pieces)| {
        let none = pieces.is_empty().then(|| nothing(brief));
        let heading: Piece = Block::Heading(heading).into();
        [heading].into_iter().chain(pieces).chain(none)
    })
    .collect()
}

fn nothing(brief: &Brief) -> Piece {
    Block::Item(brief.phrases.tables.none()).into()
}

/// The attendance of the unit with its remarks.
fn came(brief: &Brief, seat: &Seat) -> Piece {
    let (phrases, roll) = (&brief.phrases.slip, &brief.phrases.attendance);
    let log = roll_call::log(brief.dossier, seat.id);
    let base = log.base();
    let attendance = match log.standing() {
        Standing::NotMarked => phrases.not_marked(),
        Standing::Absent => phrases.absent(),
        Standing::Excused => {
            let reason = base.and_then(|event| event.reason.as_deref());
            let reason = or_missing(reason, &Gap::Reason(seat.id));
            phrases.excused(open_ended(&reason))
        }
        Standing::Present(_) | Standing::Substitute => {
            phrases.present(&brief.phrases.delegate(seat, base))
        }
    };
    let late = log.late().map(|event| roll.late_at(&hour(event.at)));
    let remarks: Vec<String> = late.into_iter().chain(circumstances(brief, &log)).collect();
    let attendance = if remarks.is_empty() {
        attendance
    } else {
        phrases.remarks(&attendance, &remarks.join("; "))
    };
    Block::Item(ended(&attendance)).of(Source::RollCall(Some(seat.id)))
}

/// The notes of the unit, line by line; answers stand with the issues.
fn words(brief: &Brief, seat: &Seat) -> Vec<Piece> {
    let stream = notes::stream(brief.dossier).into_iter();
    let own = stream.filter_map(|entry| match entry {
        Entry::Note(note) if note.seat == Some(seat.id) && note.kind.row().is_own => Some(note),
        Entry::Note(_) | Entry::Conclusion(_) | Entry::Action(_) => None,
    });
    own.map(|note| Block::Item(said(brief.phrases, note)).of(Source::Note(note.id)))
        .collect()
}

/// The issues that the unit raised at this meeting, each with its answers.
fn raised_here(brief: &Brief, seat: &Seat) -> Vec<Piece> {
    let dossier = brief.dossier;
    let mut issues: Vec<&Issue> = dossier
        .raised
        .iter()
        .filter(|raised| raised.seat == Some(seat.id))
        .filter_map(|raised| {
            let elsewhere = || open_issue(brief, raised.issue);
            dossier.issue(raised.issue).or_else(elsewhere)
        })
        .collect();
    issues.sort_by_key(|issue| issue.number);
    issues.dedup_by_key(|issue| issue.id);
    let items = issues.into_iter().map(|issue| {
        let raised = brief
            .phrases
            .slip
            .issue(&issues::code(issue.number), open_ended(&issue.text));
        let text = [ended(&raised), answers(brief, issue)].join(" ");
        Block::Item(text).of(Source::Issue(issue.id))
    });
    items.collect()
}

fn open_issue<'a>(brief: &Brief<'a>, id: Id<Issue>) -> Option<&'a Issue> {
    let mut cards = brief.matters.issues.iter();
    cards
        .find(|card| card.issue.id == id)
        .map(|card| &card.issue)
}

/// The answers to an issue, or to the issue that it was merged into.
fn answers(brief: &Brief, issue: &Issue) -> String {
    let phrases = &brief.phrases.slip;
    let is_of = |answer: &&IssueAnswer| {
        answer.issue == issue.id || Some(answer.issue) == issue.duplicate_of
    };
    let answers = brief.dossier.answers.iter().filter(is_of);
    let sentences: Vec<String> = answers
        .map(|answer| {
            let note = answer.note.and_then(|note| brief.dossier.notes.get(note));
            let text = answer.text.as_deref();
            let text = text.or(note.map(|note: &Note| note.text.as_str()));
            let day = short_date(answer.at.date_naive());
            let said = answer.note.map(|_| given_by(brief, answer));
            let by = [
                Some(day.as_str()),
                said.as_deref().or(answer.author.as_deref()),
                answer.document.as_deref(),
            ];
            let by = by.into_iter().flatten().collect::<Vec<_>>().join(", ");
            let text = or_missing(text, &Gap::Answer(issue.id, issue.number));
            ended(&phrases.answer(&by, open_ended(&text)))
        })
        .collect();
    let sentence = if sentences.is_empty() && issue.state == IssueState::Resolved {
        phrases.settled()
    } else if sentences.is_empty() {
        phrases.unanswered()
    } else {
        return sentences.join(" ");
    };
    ended(&sentence)
}

/// The issues that the unit raised at earlier meetings and that nobody has answered.
fn raised_before(brief: &Brief, seat: &Seat) -> Vec<Piece> {
    let this_meeting = brief.dossier.meeting.id;
    let is_own = |raising: &&Raising| seat.unit.is_some() && raising.unit == seat.unit;
    let items = brief.matters.issues.iter().filter_map(|card| {
        let own: Vec<&Raising> = card.raised.iter().filter(is_own).collect();
        let first = own
            .first()
            .filter(|_| own.iter().all(|raising| raising.meeting != this_meeting))?;
        let day = first.at.date_naive();
        let waited = issues::log::waiting(&card.issue, brief.today).unwrap_or_default();
        let sentence = brief.phrases.slip.waiting(
            &issues::code(card.issue.number),
            &short_date(day),
            &days(waited),
            open_ended(&card.issue.text),
        );
        Some(Block::Item(ended(&sentence)).of(Source::Issue(card.issue.id)))
    });
    items.collect()
}

/// The actions of this meeting that have a part of the unit, as they stand on the day of the slip.
fn given_here(brief: &Brief, seat: &Seat) -> Vec<Tracked> {
    let mut given: Vec<Tracked> = assignments::given(brief)
        .into_iter()
        .map(|action| Tracked::of(action, brief.dossier))
        .collect();
    for of in &mut given {
        of.parts
            .retain(|part| seat.unit == Some(part.assignment.unit));
    }
    given.retain(|of| !of.parts.is_empty());
    given
}

/// Returns the rows of actions on the day of the slip.
fn rows<'a>(brief: &Brief, given: &'a [Tracked]) -> Vec<table::Row<'a>> {
    let today = brief.today;
    given.iter().flat_map(|of| of.rows(today)).collect()
}

fn given_table(brief: &Brief, given: &[Tracked]) -> Vec<Piece> {
    let tables = &brief.phrases.tables;
    let columns = [
        (tables.number(), 60),
        (tables.code(), 110),
        (tables.content(), 300),
        (tables.deadline(), 140),
        (tables.product(), 150),
        (tables.state(), 130),
        (tables.late(), 110),
    ];
    let rows = rows(brief, given);
    let rows = rows.iter().map(|row| {
        let product = row.of.action.deliverable.as_deref();
        cells(brief, row, known(product).unwrap_or_default())
    });
    tabled(columns, rows.collect())
}

/// Returns a row of a table of the slip: code, text, deadline in force, a value of its own, state, days late.
fn cells(brief: &Brief, row: &table::Row, own: &str) -> Row {
    let action = &row.of.action;
    let cells = [
        actions::code(action.number),
        ended(&action.text),
        due_or(
            row.due(),
            row.due_words(),
            &blank(&Gap::Deadline(action.id, action.number)),
            &brief.phrases.common,
        ),
        own.to_owned(),
        state_name(row, brief.phrases),
        row.days_asked_late().map(days).unwrap_or_default(),
    ];
    Row::of(Source::Action(action.id), cells)
}

fn tabled(columns: impl IntoIterator<Item = (String, u16)>, rows: Vec<Row>) -> Vec<Piece> {
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Table(Table::numbered(columns, rows)).into()]
}

/// The open actions of the unit from earlier meetings, overdue ones first.
fn owed<'a>(brief: &Brief<'a>, seat: &Seat) -> Vec<table::Row<'a>> {
    let table = brief.matters.actions.iter();
    let tracked = table.flat_map(|table| &table.actions);
    let earlier = tracked.filter(|of| of.action.meeting != brief.dossier.meeting.id);
    let mut rows: Vec<table::Row> = earlier
        .flat_map(|of| of.rows(brief.today))
        .filter(|row| {
            let unit = row.part.map(|part| part.assignment.unit);
            unit.is_some() && unit == seat.unit && row.state().is_open()
        })
        .collect();
    rows.sort_by_key(|row| (row.due().is_none(), row.due(), row.of.action.number));
    rows
}

fn owed_before(brief: &Brief, owed: &[table::Row]) -> Vec<Piece> {
    if brief.matters.actions.is_none() {
        return vec![Block::Item(blank(&Gap::Register)).into()];
    }
    let tables = &brief.phrases.tables;
    let columns = [
        (tables.number(), 60),
        (tables.code(), 110),
        (tables.content(), 310),
        (tables.deadline(), 140),
        (tables.given(), 140),
        (tables.state(), 130),
        (tables.late(), 110),
    ];
    let rows = owed
        .iter()
        .map(|row| cells(brief, row, &short_date(row.of.meeting_day)));
    tabled(columns, rows.collect())
}

/// The demand on a unit that is asked for something: by the day of the notice, unless that day is past by now; what is
/// overdue is named.
fn request<'a>(
    brief: &Brief,
    committee: &str,
    mut rows: impl Iterator<Item = &'a table::Row<'a>> + Clone,
) -> Option<Piece> {
    let (say, issuer) = (&brief.phrases.slip, &brief.dossier.issuer.short_name);
    let late = rows.clone().filter(|row| row.days_asked_late().is_some());
    let mut late: Vec<i64> = late.map(|row| row.of.action.number).collect();
    late.sort_unstable();
    late.dedup();
    if !rows.any(table::Row::is_asked_for) {
        return None;
    }
    let notice = brief.imprint(PaperKind::Notice);
    let day = notice.and_then(|imprint| imprint.report_by);
    let unknown = || lacking(&brief.phrases.notice.unknown_day(), &Gap::ReportBy);
    let request = match day {
        Some(day) if day < brief.today && late.is_empty() => say.request_now(committee, issuer),
        Some(day) if day < brief.today => {
            let codes: Vec<String> = late.into_iter().map(actions::code).collect();
            say.request_overdue(committee, issuer, &codes.join(", "))
        }
        day => say.request(committee, issuer, &day.map_or_else(unknown, long_date)),
    };
    Some(Block::Paragraph(request).of(Source::Imprint(PaperKind::Notice)))
}
