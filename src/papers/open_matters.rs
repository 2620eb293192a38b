//! The list of open matters for the next meeting: the open actions by focus area and the unanswered issues, as they
//! stand on a day.

use super::blanks::{blank, or_missing};
use super::brief::{Brief, Stage};
use super::document::{Block, Document, Piece, Row, Source, Table};
use super::front::{Front, front};
use super::gaps::Gap;
use super::issues::{raised, state};
use super::sentences::{days, due_of_all, ended, not_asked};
use super::spec::PaperSpec;
use super::units::{NamedUnit, unit_list};
use crate::meeting::actions;
use crate::meeting::actions::table::{self, Tracked};
use crate::meeting::code::{AssignmentState, PaperKind};
use crate::meeting::issues::{IssueCard, code, log};
use crate::text::dates::{count, long_date, short_date};

/// The list of open matters among the papers.
pub(super) const SPEC: PaperSpec =
    PaperSpec::without_imprint(PaperKind::OpenMatters, "viec-con-mo", |brief, _, _| {
        open_matters(brief)
    });

/// Returns the list as it stands on the day of the brief.
fn open_matters(brief: &Brief) -> Document {
    let phrases = &brief.phrases.open_matters;
    let day = long_date(brief.today);
    let head = Front {
        spec: &SPEC,
        title: phrases.title(),
        subject: if brief.matters.put_off.is_empty() {
            phrases.subject()
        } else {
            phrases.subject_with_items()
        },
        place_date: Some(brief.place_date(SPEC.kind, Some(brief.today))),
    };
    let mut pieces = front(brief, Stage::Final, head);
    pieces.push(Block::Paragraph(totals(brief, &day)).into());
    pieces.extend(put_off(brief));
    pieces.push(Block::Section(phrases.actions()).into());
    pieces.extend(actions_of(brief));
    pieces.push(Block::Section(phrases.issues()).into());
    pieces.push(issues_of(brief));
    brief.document(phrases.file(&day), brief.today, pieces)
}

/// How much there is of everything.
fn totals(brief: &Brief, day: &str) -> String {
    let say = &brief.phrases.open_matters;
    let owed = brief.matters.actions.as_ref().map(|table| {
        let rows = table.rows();
        let owing = table.sums().parts;
        let (actions, parts) = (count(table.actions.len()), count(rows.len()));
        let common = &brief.phrases.common;
        let late = (owing.overdue > 0).then(|| common.parts_overdue(&count(owing.overdue)));
        let of_these: Vec<String> = late.into_iter().chain(not_asked(owing, common)).collect();
        match (table.actions.len(), of_these.is_empty()) {
            (0, _) => say.nothing_owed(),
            (_, true) => say.owed(&actions, &parts),
            (_, false) => say.owed_of_which(&actions, &parts, &of_these.join(", ")),
        }
    });
    let unknown = || {
        let n = blank(&Gap::Register);
        say.owed(&n, &n)
    };
    let waiting = match brief.matters.issues.len() {
        0 => say.nothing_waits(),
        n => say.waiting(&count(n)),
    };
    let put_off = match brief.matters.put_off.len() {
        0 => None,
        n => Some(say.put_off(&count(n))),
    };
    let all = [put_off, Some(owed.unwrap_or_else(unknown)), Some(waiting)];
    let all: Vec<String> = all.into_iter().flatten().collect();
    say.as_of(day, &all.join("; "))
}

/// The items of the agenda that were put off, the oldest first; without any, no section.
fn put_off(brief: &Brief) -> Vec<Piece> {
    let (say, tables) = (&brief.phrases.open_matters, &brief.phrases.tables);
    if brief.matters.put_off.is_empty() {
        return Vec::new();
    }
    let columns = [
        (tables.number(), 60),
        (tables.content(), 400),
        (tables.presenter(), 200),
        (say.from(), 340),
    ];
    let rows = brief.matters.put_off.iter().map(|of| {
        let presenter = of.item.presenter.clone();
        let from = say.from_meeting(&of.meeting, &short_date(of.day));
        let cells = [ended(&of.item.title), presenter.unwrap_or_default(), from];
        Row::of(Source::Item(of.item.id), cells)
    });
    let table = Block::Table(Table::numbered(columns, rows));
    vec![Block::Section(say.items()).into(), table.into()]
}

/// The actions under their focus areas, overdue ones first.
fn actions_of(brief: &Brief) -> Vec<Piece> {
    let Some(table) = &brief.matters.actions else {
        return vec![Block::Paragraph(blank(&Gap::Register)).into()];
    };
    if table.actions.is_empty() {
        return vec![Block::Paragraph(brief.phrases.tables.none()).into()];
    }
    let mut all: Vec<&Tracked> = table.actions.iter().collect();
    all.sort_by_key(|of| {
        let (nearest, _) = of.deadlines(brief.today);
        let due = (nearest.day.is_none(), nearest.day);
        (of.focus, &of.area, due, of.action.number)
    });
    let areas = all.chunk_by(|one, other| (one.focus, &one.area) == (other.focus, &other.area));
    areas.flat_map(|area| of_area(brief, area)).collect()
}

fn of_area(brief: &Brief, area: &[&Tracked]) -> Vec<Piece> {
    let (phrases, tables) = (&brief.phrases.open_matters, &brief.phrases.tables);
    let heading = area
        .first()
        .map(|of| Block::Heading(phrases.area(&of.focus.to_string(), &of.area)));
    let columns = [
        (tables.number(), 60),
        (tables.code(), 120),
        (tables.content(), 320),
        (tables.owing(), 250),
        (tables.deadline(), 140),
        (tables.late(), 110),
    ];
    let table = Table::numbered(columns, area.iter().map(|of| action_row(brief, of)));
    let blocks = heading.into_iter().chain([Block::Table(table)]);
    blocks.map(Piece::from).collect()
}

fn action_row(brief: &Brief, of: &Tracked) -> Row {
    let rows = of.rows(brief.today);
    let late = rows.iter().filter_map(table::Row::days_asked_late).max();
    let cells = [
        actions::code(of.action.number),
        ended(&of.action.text),
        owing(brief, &rows).unwrap_or_else(|| blank(&Gap::Lead(of.action.id, of.action.number))),
        due_of_all(
            of,
            brief.today,
            &blank(&Gap::Deadline(of.action.id, of.action.number)),
            &brief.phrases.common,
        ),
        late.map(days).unwrap_or_default(),
    ];
    Row::of(Source::Action(of.action.id), cells)
}

/// The units that are asked for an action, then those that are not: they have reported, or their part is paused.
fn owing(brief: &Brief, rows: &[table::Row]) -> Option<String> {
    let common = &brief.phrases.common;
    let units = |is_one: &dyn Fn(&table::Row) -> bool| {
        let parts = rows.iter().filter(|row| is_one(row));
        let units = parts.filter_map(|row| row.part).map(|part| NamedUnit {
            id: part.assignment.unit,
            name: &part.unit,
            kind: part.kind,
        });
        unit_list(&units.collect::<Vec<_>>(), brief)
    };
    let in_state = |state| units(&move |row| row.state() == state);
    let lists = [
        units(&|row| row.is_asked_for()),
        in_state(AssignmentState::Reported).map(|units| common.units_to_confirm(&units)),
        in_state(AssignmentState::Paused).map(|units| common.units_paused(&units)),
    ];
    let lists: Vec<String> = lists.into_iter().flatten().collect();
    (!lists.is_empty()).then(|| lists.join("; "))
}

/// The issues that wait, the oldest first.
fn issues_of(brief: &Brief) -> Piece {
    let tables = &brief.phrases.tables;
    let cards = &brief.matters.issues;
    if cards.is_empty() {
        return Block::Paragraph(tables.none()).into();
    }
    let columns = [
        (tables.number(), 60),
        (tables.code(), 120),
        (tables.content(), 280),
        (tables.raised_by(), 190),
        (tables.competent(), 130),
        (tables.state(), 110),
        (tables.waiting(), 110),
    ];
    let rows = cards.iter().map(|card| issue_row(brief, card));
    Block::Table(Table::numbered(columns, rows)).into()
}

fn issue_row(brief: &Brief, card: &IssueCard) -> Row {
    let issue = &card.issue;
    let waited = log::waiting(issue, brief.today).unwrap_or_default();
    let cells = [
        code(issue.number),
        ended(&issue.text),
        raised(card, &brief.phrases.common),
        or_missing(
            issue.competent.as_deref(),
            &Gap::Competent(issue.id, issue.number),
        ),
        state(issue.state, brief.phrases),
        days(waited),
    ];
    Row::of(Source::Issue(issue.id), cells)
}
