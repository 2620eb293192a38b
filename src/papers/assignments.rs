//! Bảng phân công nhiệm vụ: every action of the meeting with its lead and supporting units, deadline and deliverable.

use super::blanks::blank;
use super::brief::{Brief, Stage};
use super::document::{Block, Document, Piece, Row, Source, Table};
use super::front::{cited, provisos};
use super::gaps::Gap;
use super::notice;
use super::remarks::tasks;
use super::sentences::{due_or, ended, known};
use super::spec::PaperSpec;
use super::units::{NamedUnit, unit_list};
use crate::meeting::actions;
use crate::meeting::code::PaperKind;
use crate::meeting::conclusions;
use crate::meeting::notes::{self, Entry};
use crate::meeting::roll_call;
use crate::meeting::rows::{Action, Conclusion};
use crate::text::dates::count;

/// The table of assignments among the papers.
pub(super) const SPEC: PaperSpec = PaperSpec {
    name: Some(|phrases| phrases.amendment.actions()),
    numbered_as: Some(PaperKind::Notice),
    is_in_folder: |dossier| !dossier.actions.is_empty(),
    remarks: |_, dossier| {
        let products = tasks::products(dossier, |_| true);
        products
            .into_iter()
            .chain(tasks::without_day(dossier))
            .collect()
    },
    ..PaperSpec::without_imprint(PaperKind::Actions, "nhiem-vu", |brief, _, stage| {
        assignments(brief, stage)
    })
};

/// Returns the table as a paper that goes with the notice.
fn assignments(brief: &Brief, stage: Stage) -> Document {
    let phrases = &brief.phrases.actions;
    let meeting = &brief.dossier.meeting;
    let day = brief.day();
    // The annex begins the page that lies on its side; everything else stands on it.
    let mut pieces = vec![head(brief, brief.phrases.notice.annex())];
    pieces.extend(provisos(brief, stage));
    pieces.push(attached(brief, &notice::SPEC));
    pieces
        .push(body(brief).unwrap_or_else(|| Block::Paragraph(brief.phrases.tables.none()).into()));
    brief.document(phrases.file(&meeting.title), day, pieces)
}

/// Returns the table as an annex of a paper under this number, if there is anything to do.
pub(super) fn annex(brief: &Brief, number: String, of: &PaperSpec) -> Vec<Piece> {
    let annex = |body| vec![head(brief, number), attached(brief, of), body];
    body(brief).map_or_else(Vec::new, annex)
}

/// Which paper the table goes with.
fn attached(brief: &Brief, paper: &PaperSpec) -> Piece {
    let (cited, issuer) = (cited(brief, paper), &brief.dossier.issuer.full_name);
    let attached = brief.phrases.actions.attached(&cited, issuer);
    Block::Paragraph(attached).of(Source::Imprint(paper.kind))
}

fn head(brief: &Brief, number: String) -> Piece {
    let annex = Block::Annex {
        number,
        title: brief.phrases.actions.annex_title(),
        is_wide: true,
    };
    annex.into()
}

fn body(brief: &Brief) -> Option<Piece> {
    let actions = given(brief);
    if actions.is_empty() {
        return None;
    }
    let tables = &brief.phrases.tables;
    let is_concluded = actions
        .iter()
        .any(|action| concluded(brief, action).is_some());
    let columns = [
        Some((tables.number(), 50)),
        Some((tables.code(), 80)),
        Some((tables.content(), if is_concluded { 260 } else { 310 })),
        Some((tables.lead(), if is_concluded { 170 } else { 190 })),
        Some((tables.support(), if is_concluded { 130 } else { 140 })),
        Some((tables.deadline(), 100)),
        Some((tables.product(), 130)),
        is_concluded.then(|| (tables.conclusion(), 80)),
    ];
    let columns = columns.into_iter().flatten();
    let rows = actions
        .into_iter()
        .map(|action| row(brief, action, is_concluded));
    Some(Block::Table(Table::numbered(columns, rows)).into())
}

/// Returns the actions of the meeting in the order in which they were given.
pub(super) fn given<'a>(brief: &Brief<'a>) -> Vec<&'a Action> {
    let entries = notes::stream(brief.dossier).into_iter();
    let actions = entries.filter_map(|entry| match entry {
        Entry::Action(action) => Some(action),
        Entry::Note(_) | Entry::Conclusion(_) => None,
    });
    actions.collect()
}

/// Returns the place among the conclusions of the one that an action carries out, from 1.
pub(super) fn concluded(brief: &Brief, action: &Action) -> Option<usize> {
    let all = conclusions::in_order(brief.dossier);
    let mut all = (1..).zip(all);
    let is_its = |(_, conclusion): &(usize, &Conclusion)| action.conclusion == Some(conclusion.id);
    all.find(is_its).map(|(place, _)| place)
}

fn row(brief: &Brief, action: &Action, is_concluded: bool) -> Row {
    let conclusion = concluded(brief, action).map(|place| place.to_string());
    let cells = [
        actions::code(action.number),
        ended(&action.text),
        leads(brief, action),
        helpers(brief, action),
        first_due(brief, action),
        // An action need not come to a paper: that it has none is no blank.
        known(action.deliverable.as_deref())
            .unwrap_or_default()
            .to_owned(),
    ];
    let conclusion = is_concluded.then(|| conclusion.unwrap_or_default());
    let cells: Vec<String> = cells.into_iter().chain(conclusion).collect();
    Row::of(Source::Action(action.id), cells)
}

/// Returns the first deadline of an action, with its words.
pub(super) fn first_due(brief: &Brief, action: &Action) -> String {
    let words = action.deadline_words.as_deref();
    let blank = blank(&Gap::Deadline(action.id, action.number));
    due_or(action.deadline, words, &blank, &brief.phrases.common)
}

/// Returns the units of the meeting's roster that lead an action.
pub(super) fn leaders<'a>(brief: &Brief<'a>, action: &Action) -> Vec<NamedUnit<'a>> {
    let units = actions::units(brief.dossier, action.id);
    let wards = roll_call::wards(brief.dossier).into_iter();
    let wards = wards.filter_map(NamedUnit::of);
    wards.filter(|unit| units.contains(&unit.id)).collect()
}

/// Returns the units that lead an action; those of another roster than the meeting's are counted.
pub(super) fn leads(brief: &Brief, action: &Action) -> String {
    let units = actions::units(brief.dossier, action.id);
    let leaders = leaders(brief, action);
    match units.len().saturating_sub(leaders.len()) {
        0 => unit_list(&leaders, brief)
            .unwrap_or_else(|| blank(&Gap::Lead(action.id, action.number))),
        more if leaders.is_empty() => brief.phrases.tables.others(&count(more)),
        more => {
            let lists = unit_list(&leaders, brief).into_iter();
            let all: Vec<String> = lists
                .chain([brief.phrases.tables.others(&count(more))])
                .collect();
            all.join("; ")
        }
    }
}

/// Returns who helps with an action; that nobody does is no blank.
pub(super) fn helpers(brief: &Brief, action: &Action) -> String {
    let supports = brief.dossier.supports.iter();
    let names = supports
        .filter(|support| support.action == action.id)
        .map(|support| {
            let seat = support.unit.and_then(|unit| {
                let mut seats = brief.dossier.seats.iter();
                seats.find(|seat| seat.unit == Some(unit))
            });
            seat.map_or_else(
                || support.name.clone(),
                |seat| brief.phrases.common.committee(&seat.name),
            )
        });
    names.collect::<Vec<_>>().join("; ")
}
