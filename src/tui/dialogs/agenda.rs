//! The agenda in front of the desk: planned and real order, planned and real minutes, and what can be done with an item.
//!
//! ```text
//! ╭ CHƯƠNG TRÌNH ─────────────────────────────────────────────╮
//! │   ✓  1  Khai mạc                   10'   8'  08:00 - 08:08 │
//! │ ▸ ▶  2  Thảo luận                  50'  31'  08:31 -       │
//! │   «  3  Báo cáo                    15'   4'  08:08 - 08:12 │
//! │                                                            │
//! │ báo cáo · Phó Trưởng Ban trình bày · kế hoạch: mục 2       │
//! ╰ kế hoạch · thực tế · chạy lúc nào; giờ nào cũng sửa được ──╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

use super::Dialog;
use super::desk::{self, DeskForm, moment};
use super::form::{Form, Purpose};
use crate::meeting::agenda::{self, ItemState};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::MeetingState;
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::AgendaItem;
use crate::text::width::{pad, width};
use crate::tui::command::AgendaCommand;
use crate::tui::effect::Effect;
use crate::tui::screens::desk::leave;
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::tui::widgets::{dialog, list, pen};

/// The open agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaDialog {
    /// The selected item.
    pub item: Option<Id<AgendaItem>>,
}

impl AgendaDialog {
    /// Returns the agenda with this item selected.
    pub fn at(item: Id<AgendaItem>) -> Self {
        Self { item: Some(item) }
    }

    /// Returns the agenda with the item selected that comes next, or else the one that runs.
    pub fn new(dossier: &Dossier) -> Self {
        let next = agenda::next(dossier).map(|item| item.id);
        Self {
            item: next.or_else(|| agenda::current_item(dossier)),
        }
    }

    fn selected<'a>(&self, items: &[&'a AgendaItem]) -> Option<(usize, &'a AgendaItem)> {
        let here = items.iter().position(|item| Some(item.id) == self.item);
        let here = here.unwrap_or(0);
        items.get(here).map(|item| (here, *item))
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: AgendaCommand, view: &View) -> Vec<Effect> {
        let Some(dossier) = view.dossier else {
            return vec![Effect::Close];
        };
        let items = agenda::items(dossier);
        let selected = self.selected(&items);
        let (here, item) = match (command, selected) {
            (AgendaCommand::Cancel, _) => return vec![Effect::Close],
            (AgendaCommand::Insert, None) => {
                return vec![Effect::Show(Dialog::Form(desk::insert(0)))];
            }
            (_, None) => return Vec::new(),
            (_, Some(selected)) => selected,
        };
        let step = |by: isize| {
            items
                .get(here.saturating_add_signed(by))
                .map(|item| item.id)
        };
        match command {
            AgendaCommand::Up => self.item = step(-1),
            AgendaCommand::Down => self.item = step(1).or(self.item),
            AgendaCommand::Cancel => {}
            AgendaCommand::Start
            | AgendaCommand::Insert
            | AgendaCommand::Edit
            | AgendaCommand::Skip
            | AgendaCommand::Postpone
            | AgendaCommand::Raise
            | AgendaCommand::Lower => return change(command, item, dossier, view),
        }
        Vec::new()
    }

    /// Draws the agenda.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &View) {
        let Some(dossier) = view.dossier else { return };
        let items = agenda::items(dossier);
        let rows = u16::try_from(items.len()).unwrap_or(u16::MAX);
        let size = (
            screen.width.saturating_sub(2).min(110),
            rows.saturating_add(4).clamp(6, screen.height),
        );
        let (words, styles) = (view.words, view.styles);
        let inside = dialog::draw(
            buffer,
            screen,
            size,
            words.agenda_title(),
            words.agenda_foot(),
            styles,
        );
        let here = self.selected(&items).map_or(0, |(here, _)| here);
        let shown = usize::from(inside.height.saturating_sub(2));
        let first = list::first_shown(here, items.len(), shown);
        let lines = (0..).zip(items.iter().enumerate().skip(first).take(shown));
        for (row, (position, item)) in lines {
            let row = pen::row(inside, row);
            let style = match agenda::state(dossier, item) {
                _ if position == here => styles.selected,
                ItemState::Running => styles.running,
                ItemState::Done | ItemState::Skipped => styles.muted,
                ItemState::Waiting | ItemState::Postponed => styles.text,
            };
            pen::paint(buffer, row, style);
            let right = times(item, dossier, view);
            let mark = if position == here { '▸' } else { ' ' };
            let glyph = words.item_glyph(agenda::state(dossier, item));
            let left = format!("{mark} {glyph} {:>2}  {}", item.position, item.title);
            let room = usize::from(row.width).saturating_sub(width(&right) + 1);
            pen::write(buffer, row, &pad(&left, room), style);
            pen::write_right(buffer, row, &right, style);
        }
        let foot = pen::row(inside, inside.height.saturating_sub(1));
        let note = self
            .selected(&items)
            .map(|(_, item)| story(item, dossier, view));
        pen::write(
            buffer,
            foot,
            &format!(" {}", note.unwrap_or_default()),
            styles.muted,
        );
    }
}

/// Makes a change to an item, or asks for what it needs.
fn change(
    command: AgendaCommand,
    item: &AgendaItem,
    dossier: &Dossier,
    view: &View,
) -> Vec<Effect> {
    let words = view.words;
    let is_closed = dossier.meeting.state == MeetingState::Closed;
    let is_over = is_closed && command != AgendaCommand::Edit;
    let closed = || is_over.then(|| Status::warned(words.why_closed()));
    if let Some(refusal) = view.sealed().or_else(closed) {
        return vec![Effect::Say(refusal)];
    }
    let commit = |label: String, changes: Vec<Change>| {
        vec![Effect::Commit(Transaction::new(label, changes))]
    };
    let form = |form| vec![Effect::Show(Dialog::Form(form))];
    match command {
        AgendaCommand::Start if agenda::state(dossier, item) == ItemState::Running => {
            vec![Effect::Say(Status::warned(
                words.why_runs_already(&item.title),
            ))]
        }
        AgendaCommand::Start => [Effect::Close]
            .into_iter()
            .chain(leave(Some(item.id), dossier, view))
            .collect(),
        AgendaCommand::Insert => form(desk::insert(item.position)),
        AgendaCommand::Edit => form(desk::item(item, dossier, view)),
        AgendaCommand::Skip if agenda::state(dossier, item) == ItemState::Done => {
            vec![Effect::Say(Status::warned(words.why_skip_done()))]
        }
        AgendaCommand::Skip => form(Form::new(
            Purpose::Desk(DeskForm::Skip(item.id)),
            &[item.skipped.as_deref().unwrap_or_default()],
        )),
        AgendaCommand::Postpone => commit(
            words.told_postponed(&item.title),
            agenda::postpone(dossier, item, view.now),
        ),
        AgendaCommand::Raise => commit(
            words.told_shifted(&item.title),
            agenda::shift(dossier, item.id, -1),
        ),
        AgendaCommand::Lower => commit(
            words.told_shifted(&item.title),
            agenda::shift(dossier, item.id, 1),
        ),
        AgendaCommand::Up | AgendaCommand::Down | AgendaCommand::Cancel => Vec::new(),
    }
}

/// Planned and real minutes, and when the item ran last.
fn times(item: &AgendaItem, dossier: &Dossier, view: &View) -> String {
    let spent = agenda::elapsed(dossier, item.id, view.now).num_minutes();
    let last = agenda::runs_of(dossier, item.id).pop().map(|run| {
        let ended = run.ended.map(crate::text::dates::time).unwrap_or_default();
        format!("{} - {ended:<5}", crate::text::dates::time(run.began))
    });
    let spent = last.as_ref().map_or(String::new(), |_| format!("{spent}'"));
    format!(
        "{:>3}' {spent:>4}  {:<13}",
        item.minutes,
        last.unwrap_or_default()
    )
}

/// What the row of the selected item has no room for: why it was left out, its planned and real place, all its runs.
fn story(item: &AgendaItem, dossier: &Dossier, view: &View) -> String {
    let words = view.words;
    let state = agenda::state(dossier, item);
    let planned = match agenda::planned_place(item) {
        None => Some(words.item_unplanned().to_owned()),
        Some(place) if place != item.position => Some(words.item_planned_at(place)),
        Some(_) => None,
    };
    let real = agenda::real_place(dossier, item.id).map(|place| words.item_really_at(place));
    let left = match state {
        ItemState::Skipped => item.skipped.as_ref().map(|why| words.item_skipped_for(why)),
        ItemState::Postponed => item
            .postponed
            .map(|at| words.item_postponed_at(&moment(at, dossier))),
        ItemState::Waiting | ItemState::Running | ItemState::Done => None,
    };
    let kind = Some(words.item_kind(item.kind).to_owned());
    let presenter = item.presenter.as_deref();
    let presenter = presenter.map(|who| words.item_presented_by(who));
    let parts = [kind, left, presenter, planned, real];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
