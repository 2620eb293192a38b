//! Chương trình điều hành: the chair's sheet for the meeting: the items with their times, and the questions to units.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::blanks::or_missing;
use super::brief::{Brief, Stage};
use super::document::{Block, Document, Particular, Piece, Row, Source, Table};
use super::front::{Front, front};
use super::gaps::Gap;
use super::sentences::{ended, inward, known, not_asked, open_ended};
use super::spec::PaperSpec;
use super::units::{NamedUnit, unit_list};
use crate::meeting::actions::Parts;
use crate::meeting::agenda::{self, ItemState};
use crate::meeting::cell::Id;
use crate::meeting::code::{ItemKind, PaperKind, SeatGroup};
use crate::meeting::issues::IssueCard;
use crate::meeting::roll_call::{self, Standing};
use crate::meeting::rows::{AgendaItem, Seat, Unit};
use crate::text::dates::{Instant, clock, count, long_date};

/// The open parts and unanswered issues of a unit.
#[derive(Default)]
struct Debt {
    parts: Parts,
    unanswered: usize,
}

/// The open parts and unanswered issues of each unit.
type Debts = BTreeMap<Id<Unit>, Debt>;

/// The run sheet among the papers.
pub(super) const SPEC: PaperSpec =
    PaperSpec::without_imprint(PaperKind::RunSheet, "chuong-trinh", |brief, _, _| {
        run_sheet(brief)
    });

/// Returns the run sheet of a meeting.
fn run_sheet(brief: &Brief) -> Document {
    let phrases = &brief.phrases.run_sheet;
    let meeting = &brief.dossier.meeting;
    let debts = debts(brief);
    let head = Front {
        spec: &SPEC,
        title: phrases.title(),
        subject: meeting.title.clone(),
        place_date: None,
    };
    let mut pieces = front(brief, Stage::Final, head);
    pieces.extend(particulars(brief));
    pieces.extend(expected(brief));
    pieces.push(course(brief, debts.as_ref()));
    pieces.extend(end(brief));
    pieces.extend(debts.iter().flat_map(|debts| questions(brief, debts)));
    let day = meeting.starts.date_naive();
    brief.document(phrases.file(&meeting.title), day, pieces)
}

/// Day and place, the chair, and who takes the minutes.
fn particulars(brief: &Brief) -> Vec<Piece> {
    let (meeting, phrases) = (&brief.dossier.meeting, &brief.phrases.run_sheet);
    let known = |value: &Option<String>, gap: Gap| or_missing(value.as_deref(), &gap);
    let day = long_date(meeting.starts.date_naive());
    let chair = known(&meeting.chair, Gap::Chair);
    let recorder = known(&meeting.recorder, Gap::Recorder);
    let lines = [
        (
            Particular::Times,
            phrases.time(&clock(meeting.starts), &day),
        ),
        (
            Particular::Venue,
            phrases.venue(&known(&meeting.venue, Gap::Venue)),
        ),
        (
            Particular::Chair,
            phrases.chair(&chair, &known(&meeting.chair_office, Gap::ChairOffice)),
        ),
        (
            Particular::Recorder,
            phrases.recorder(
                &recorder,
                &known(&meeting.recorder_office, Gap::RecorderOffice),
            ),
        ),
    ];
    lines
        .into_iter()
        .map(|(of, line)| Block::Item(ended(&line)).of(Source::Meeting(of)))
        .collect()
}

/// The expected participants, with the announced absences and substitutes.
fn expected(brief: &Brief) -> Vec<Piece> {
    let phrases = &brief.phrases.run_sheet;
    let wards = roll_call::wards(brief.dossier);
    let mut lines = vec![phrases.wards(&count(wards.len()))];
    let delegations = roll_call::delegations(brief.dossier).into_iter();
    let (hosts, guests): (Vec<&Seat>, Vec<&Seat>) =
        delegations.partition(|seat| seat.seat_group == SeatGroup::Host);
    lines.extend(names(&hosts).map(|names| phrases.hosts(&names)));
    lines.extend(names(&guests).map(|names| phrases.guests(&names)));
    let standing = |seat: &Seat| roll_call::standing(brief.dossier, seat.id);
    let absent = units(&wards, |seat| standing(seat) == Standing::Excused, brief);
    lines.extend(absent.map(|units| phrases.absent(&units)));
    let replaced = units(&wards, |seat| standing(seat) == Standing::Substitute, brief);
    lines.extend(replaced.map(|units| phrases.replaced(&units)));
    let lines = lines.into_iter();
    lines
        .map(|line| Block::Item(ended(&line)).of(Source::RollCall(None)))
        .collect()
}

/// Returns the names of delegations, if there are any.
fn names(seats: &[&Seat]) -> Option<String> {
    let names = seats.iter().map(|seat| inward(open_ended(&seat.name)));
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| names.join("; "))
}

/// Returns the list of the units with matching seats, if there are any.
fn units(seats: &[&Seat], holds: impl Fn(&Seat) -> bool, brief: &Brief) -> Option<String> {
    let seats = seats.iter().filter(|seat| holds(seat));
    let units = seats.filter_map(|seat| NamedUnit::of(seat));
    let units: Vec<NamedUnit> = units.collect();
    unit_list(&units, brief)
}

/// The items that will be taken, in the order of the agenda, each with the time at which it is to begin.
fn planned<'a>(brief: &Brief<'a>) -> Vec<(&'a AgendaItem, Instant)> {
    let mut begins = brief.dossier.meeting.starts;
    let items = agenda::items(brief.dossier).into_iter();
    let taken = items.filter(|item| match agenda::state(brief.dossier, item) {
        ItemState::Skipped | ItemState::Carried => false,
        ItemState::Waiting | ItemState::Running | ItemState::Postponed | ItemState::Done => true,
    });
    taken
        .map(|item| {
            let at = begins;
            begins += agenda::planned(item);
            (item, at)
        })
        .collect()
}

/// The agenda as a table, with room for a remark.
fn course(brief: &Brief, debts: Option<&Debts>) -> Piece {
    let tables = &brief.phrases.tables;
    let rows = planned(brief).into_iter().map(|(item, begins)| {
        let ends = begins + agenda::planned(item);
        let cells = [
            content(brief, item, debts),
            format!("{} - {}", clock(begins), clock(ends)),
            item.minutes.to_string(),
            presenter(brief, item),
            String::new(),
        ];
        Row::of(Source::Item(item.id), cells)
    });
    let columns = [
        (tables.number(), 60),
        (tables.content(), 335),
        (tables.times(), 175),
        (tables.minutes(), 95),
        (tables.presenter(), 175),
        (tables.remarks(), 160),
    ];
    Block::Table(Table::numbered(columns, rows)).into()
}

/// Returns the presenter of an item; a conclusion without one is presented by the chair.
fn presenter(brief: &Brief, item: &AgendaItem) -> String {
    let presenter = known(item.presenter.as_deref());
    let chair = brief.dossier.meeting.chair.as_deref();
    let chair = chair.filter(|_| item.kind == ItemKind::Conclusion);
    // Everybody discusses and answers: nobody has to present that.
    if item.kind == ItemKind::Discussion || item.kind == ItemKind::Answers {
        return presenter.unwrap_or_default().to_owned();
    }
    or_missing(presenter.or(chair), &Gap::Presenter(item.id))
}

/// The title of an item, and the questions that its kind asks.
fn content(brief: &Brief, item: &AgendaItem, debts: Option<&Debts>) -> String {
    let Some(debts) = debts else {
        return item.title.clone();
    };
    let phrases = &brief.phrases.run_sheet;
    let owing = debts.values().map(|debt| debt.parts);
    let owing = owing.fold(Parts::default(), Parts::plus);
    let unanswered = unanswered(brief).count();
    let is = |kind: ItemKind| item.kind == kind;
    let parts = open_parts(brief, owing);
    let waiting = (unanswered > 0).then(|| phrases.waiting(&count(unanswered)));
    let ask = if is(ItemKind::Discussion) && owing.overdue + unanswered > 0 {
        let all: Vec<String> = parts.into_iter().chain(waiting).collect();
        phrases.to_ask(&all.join("; "))
    } else if let Some(parts) = parts.filter(|_| is(ItemKind::Discussion) || is(ItemKind::Review)) {
        phrases.to_review(&parts)
    } else if is(ItemKind::Answers) && unanswered > 0 {
        phrases.ask_answers(&count(unanswered))
    } else {
        // Where nothing is open, there is nothing to ask under any item.
        return item.title.clone();
    };
    format!("{} {ask}", ended(&item.title))
}

/// How many parts are open, how many of them overdue, and how many of them no unit is asked for.
fn open_parts(brief: &Brief, owing: Parts) -> Option<String> {
    let phrases = &brief.phrases.run_sheet;
    let parts = match (owing.open(), owing.overdue) {
        (0, _) => return None,
        (open, 0) => phrases.parts_open(&count(open)),
        (open, overdue) => phrases.parts_late(&count(open), &count(overdue)),
    };
    let not_asked = not_asked(owing, &brief.phrases.common);
    if not_asked.is_empty() {
        return Some(parts);
    }
    Some(phrases.parts_not_asked(&parts, &not_asked.join(", ")))
}

/// When the meeting ends by its plan, and when it has to.
fn end(brief: &Brief) -> Vec<Piece> {
    let phrases = &brief.phrases.run_sheet;
    let planned = planned(brief);
    let whole: TimeDelta = planned.iter().map(|(item, _)| agenda::planned(item)).sum();
    let ends = brief.dossier.meeting.starts + whole;
    let minutes = |span: TimeDelta| count(usize::try_from(span.num_minutes()).unwrap_or(0));
    let mut lines = vec![phrases.ends(&minutes(whole), &clock(ends))];
    if let Some(limit) = brief.dossier.meeting.hard_end {
        lines.push(phrases.hard_end(&clock(limit)));
        lines.extend((ends > limit).then(|| phrases.beyond(&minutes(ends - limit))));
    }
    let lines = lines.into_iter();
    lines
        .map(|line| Block::Paragraph(line).of(Source::Meeting(Particular::Times)))
        .collect()
}

/// Returns the issues that were raised before this meeting and wait for an answer.
fn unanswered<'a>(brief: &Brief<'a>) -> impl Iterator<Item = &'a IssueCard> {
    let this_meeting = brief.dossier.meeting.id;
    let issues = brief.matters.issues.iter();
    issues.filter(move |card| card.raised.iter().any(|one| one.meeting != this_meeting))
}

/// Returns the debts of every unit from earlier meetings, unless the open matters were not loaded.
fn debts(brief: &Brief) -> Option<Debts> {
    let table = brief.matters.actions.as_ref()?;
    let mut debts = Debts::new();
    let this_meeting = brief.dossier.meeting.id;
    let earlier = table
        .actions
        .iter()
        .filter(|of| of.action.meeting != this_meeting);
    for row in earlier.flat_map(|of| of.rows(brief.today)) {
        let part = row.part.filter(|_| row.state().is_open());
        let debt = part.map(|part| debts.entry(part.assignment.unit).or_default());
        if let Some(debt) = debt {
            debt.parts.add(row.standing(), 1);
        }
    }
    for card in unanswered(brief) {
        let earlier = card.raised.iter().filter(|one| one.meeting != this_meeting);
        let mut units: Vec<Id<Unit>> = earlier.filter_map(|one| one.unit).collect();
        units.sort_unstable();
        units.dedup();
        for unit in units {
            debts.entry(unit).or_default().unanswered += 1;
        }
    }
    Some(debts)
}

/// The units with overdue parts or unanswered issues, the most overdue parts first.
fn questions(brief: &Brief, debts: &Debts) -> Vec<Piece> {
    let (phrases, tables) = (&brief.phrases.run_sheet, &brief.phrases.tables);
    let seats = roll_call::wards(brief.dossier).into_iter();
    let mut asked: Vec<(&Seat, &Debt)> = seats
        .filter_map(|seat| Some((seat, debts.get(&seat.unit?)?)))
        .filter(|(_, debt)| debt.parts.overdue > 0 || debt.unanswered > 0)
        .collect();
    asked.sort_by_key(|(seat, debt)| {
        let most = (debt.parts.overdue, debt.unanswered, debt.parts.open());
        (std::cmp::Reverse(most), seat.position)
    });
    if asked.is_empty() {
        return Vec::new();
    }
    // A cell for none stays empty, as a count of none is left out of a sentence.
    let some = |n: usize| if n > 0 { count(n) } else { String::new() };
    let rows = asked.into_iter().map(|(seat, debt)| {
        let cells = [
            brief.phrases.common.committee(&seat.name),
            some(debt.parts.overdue),
            some(debt.parts.open()),
            some(debt.unanswered),
            String::new(),
        ];
        Row::of(Source::RollCall(Some(seat.id)), cells)
    });
    let columns = [
        (tables.number(), 60),
        (tables.unit(), 330),
        (tables.overdue(), 130),
        (tables.open(), 130),
        (tables.unanswered(), 150),
        (tables.remarks(), 200),
    ];
    vec![
        Block::Paragraph(phrases.questions(&long_date(brief.today))).into(),
        Block::Table(Table::numbered(columns, rows)).into(),
    ]
}
