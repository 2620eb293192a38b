//! What was put off to the next meeting: it comes into the agenda of that meeting, once, however that is planned.

use chrono::NaiveDate;

use super::agenda::{self, Matter};
use super::cell::Id;
use super::change::{Change, Moment};
use super::code::ItemKind;
use super::dossier::Dossier;
use super::rows::{AgendaItem, Record};
use crate::text::same::is_same;

/// An item that was put off and has not been held since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutOff {
    /// The item of the earlier meeting.
    pub item: AgendaItem,
    /// The title of that meeting.
    pub meeting: String,
    /// The day of that meeting.
    pub day: NaiveDate,
    /// Whether it stands in the agenda of a later meeting that can still decide on it.
    pub is_planned: bool,
}

impl PutOff {
    /// Says whether a meeting that is planned for a day takes it up: no other does, and it was put off before.
    pub(crate) fn comes_into(&self, day: NaiveDate) -> bool {
        !self.is_planned && self.day <= day
    }
}

/// An item of an agenda to be planned, and the item of an earlier meeting that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Planned {
    pub(crate) matter: Matter,
    pub(crate) origin: Option<Id<AgendaItem>>,
    /// Whether only this meeting has it.
    pub(crate) once: Option<bool>,
}

/// The meeting that is planned next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The meeting.
    pub dossier: Dossier,
    /// Its items to which documents were put.
    pub documented: Vec<Id<AgendaItem>>,
}

/// Returns the agenda of a day with what was put off to it: an item of the same title is that one, anything else comes
/// before the conclusion.
pub(crate) fn with_put_off(
    agenda: Vec<Matter>,
    put_off: &[PutOff],
    day: NaiveDate,
) -> Vec<Planned> {
    let plain = |matter: Matter| Planned {
        matter,
        origin: None,
        once: None,
    };
    let mut all: Vec<Planned> = agenda.into_iter().map(plain).collect();
    for item in put_off.iter().filter(|of| of.comes_into(day)) {
        let item = &item.item;
        let is_it = |of: &&mut Planned| is_one((of.origin, of.matter.kind, &of.matter.title), item);
        if let Some(standing) = all.iter_mut().find(is_it) {
            standing.origin = Some(item.id);
            continue;
        }
        let conclusion = all
            .iter()
            .position(|of| of.matter.kind == ItemKind::Conclusion);
        all.insert(
            conclusion.unwrap_or(all.len()),
            Planned {
                matter: matter_of(item),
                origin: Some(item.id),
                once: Some(true),
            },
        );
    }
    all
}

/// Returns the changes that put items off to the next meeting; one that is planned gets them at once.
pub(crate) fn put_off(
    dossier: &Dossier,
    items: &[&AgendaItem],
    next: Option<&Dossier>,
    moment: Moment,
) -> Vec<Change> {
    let mut changes: Vec<Change> = items
        .iter()
        .flat_map(|item| agenda::carry(dossier, item, moment.now))
        .collect();
    if let Some(next) = next {
        let mut agenda = next.clone();
        for item in items {
            let taken = take(&agenda, item, moment);
            agenda = agenda.after(&taken);
            changes.extend(taken);
        }
    }
    changes
}

/// Returns the changes that take an item that was put off into the agenda of a planned meeting.
fn take(next: &Dossier, item: &AgendaItem, moment: Moment) -> Vec<Change> {
    let items = agenda::items(next);
    if items.iter().any(|of| of.origin == Some(item.id)) {
        return Vec::new();
    }
    let is_it = |of: &&&AgendaItem| is_one((of.origin, of.kind, &of.title), item);
    if let Some(standing) = items.iter().find(is_it) {
        let of_it = |standing: &mut AgendaItem| standing.origin = Some(item.id);
        return vec![Change::edit(*standing, of_it)];
    }
    let conclusion = items.iter().find(|of| of.kind == ItemKind::Conclusion);
    let behind = conclusion.map(|conclusion| conclusion.position - 1);
    let (_, changes) = agenda::insert(next, matter_of(item), behind, moment.ids);
    let of_earlier = |change| match change {
        Change::Insert(Record::AgendaItem(row)) => Change::insert(AgendaItem {
            origin: Some(item.id),
            once: Some(true),
            ..row
        }),
        change @ (Change::Insert(_) | Change::Update(..) | Change::Delete(_)) => change,
    };
    changes.into_iter().map(of_earlier).collect()
}

/// Returns the changes that take items out of the agenda of a planned meeting which are put off no more. One that
/// something of that meeting already points to stays there, as an item of its own.
pub(crate) fn release(items: &[&AgendaItem], next: Option<&Next>) -> Vec<Change> {
    let Some(next) = next else { return Vec::new() };
    let mut agenda = next.dossier.clone();
    let mut changes = Vec::new();
    for item in items {
        let freed = agenda.items.iter().find(|of| of.origin == Some(item.id));
        let freed = freed
            .map(|of| free(&agenda, of, next.documented.contains(&of.id)))
            .unwrap_or_default();
        agenda = agenda.after(&freed);
        changes.extend(freed);
    }
    changes
}

fn free(next: &Dossier, item: &AgendaItem, has_documents: bool) -> Vec<Change> {
    if item.once == Some(true) && !has_documents && !agenda::is_pointed_to(next, item) {
        agenda::remove(next, item)
    } else {
        vec![Change::edit(item, |of| of.origin = None)]
    }
}

/// Says whether an item of an agenda, by its origin, kind and title, is one that was put off: it stands there for that one
/// or for what that one stood for, or for none and has the same title.
fn is_one(
    (origin, kind, title): (Option<Id<AgendaItem>>, ItemKind, &str),
    item: &AgendaItem,
) -> bool {
    match origin {
        Some(origin) => origin == item.id || Some(origin) == item.origin,
        None => kind == item.kind && is_same(title, &item.title),
    }
}

fn matter_of(item: &AgendaItem) -> Matter {
    Matter {
        title: item.title.clone(),
        kind: item.kind,
        minutes: item.minutes,
        presenter: item.presenter.clone(),
        prepare: item.prepare.clone(),
    }
}
