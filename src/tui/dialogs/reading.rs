//! A text to be read aloud to the chair, or to be sent to who is late, large, that can be copied.
//!
//! ```text
//! ╭ ĐỌC CHO CHỦ TRÌ ───────────────────────────────╮
//! │ Có mặt 33/34 đơn vị (Bí thư 21, Phó Bí thư     │
//! │ Thường trực 11, dự thay 01).                   │
//! │                                                │
//! │ Vắng 01: Thảo Điền (có phép, lý do: ốm).       │
//! ╰ Enter chép · Esc đóng ─────────────────────────╯
//! ```

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

use crate::meeting::cell::Id;
use crate::meeting::dossier::Dossier;
use crate::meeting::rows::Unit;
use crate::papers::phrases::Phrases;
use crate::papers::roll_call::read_aloud;
use crate::text::width::wrap;
use crate::tui::command::{ListCommand, ReadingCommand};
use crate::tui::effect::Effect;
use crate::tui::view::View;
use crate::tui::widgets::{dialog, list, pen};

/// What a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// The roll, as it is reported to the chair.
    #[default]
    Roll,
    /// What a unit is reminded of, or all late units.
    Reminder(Option<Id<Unit>>),
}

/// The open text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// What it is.
    pub what: What,
    /// Lines above the first one shown.
    pub scroll: usize,
}

impl Reading {
    /// Returns the text of something, from its first line.
    pub fn of(what: What) -> Self {
        Self { what, scroll: 0 }
    }

    /// Returns the text as it is copied, if there is one.
    fn text(&self, view: &View) -> Option<String> {
        match self.what {
            What::Roll => view
                .dossier
                .map(|dossier| read_aloud(dossier, &worded(dossier, view)).join("\n")),
            What::Reminder(unit) => {
                let held = view.shelf.reminder.as_ref();
                held.filter(|(of, _)| *of == unit)?.1.clone()
            }
        }
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: ReadingCommand, view: &View) -> Vec<Effect> {
        match (command, self.text(view)) {
            (ReadingCommand::Cancel, _) | (ReadingCommand::Copy, None) => vec![Effect::Close],
            (ReadingCommand::Copy, Some(text)) => vec![Effect::Copy(text), Effect::Close],
        }
    }

    /// Scrolls.
    pub fn list(&mut self, command: ListCommand, view: &View) {
        let area = Rect::new(0, 0, view.columns, view.rows);
        let total = self.lines(area, view).len();
        let rows = usize::from(view.rows.saturating_sub(4)).max(1);
        let last = total.saturating_sub(rows);
        self.scroll = list::moved(self.scroll, last + 1, rows, command);
    }

    /// Draws the text.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &View) {
        let lines = self.lines(screen, view);
        let height = u16::try_from(lines.len())
            .unwrap_or(u16::MAX)
            .saturating_add(4);
        let inside = dialog::draw(
            buffer,
            screen,
            (columns(screen), height.min(screen.height)),
            match self.what {
                What::Roll => view.words.reading_title(),
                What::Reminder(_) => view.words.reminder_title(),
            },
            view.words.reading_foot(),
            view.styles,
        );
        let shown = lines.into_iter().skip(self.scroll);
        let styled = shown.map(|line| (line, view.styles.counter));
        pen::write_lines(buffer, pen::below(inside, 1), styled);
    }

    fn lines(&self, screen: Rect, view: &View) -> Vec<String> {
        let room = usize::from(columns(screen).saturating_sub(6));
        match (self.what, view.dossier) {
            (What::Roll, Some(dossier)) => apart(dossier, view, room),
            (What::Roll, None) => Vec::new(),
            (What::Reminder(_), _) => {
                let text = self.text(view);
                wrap(text.as_deref().unwrap_or(view.words.reminder_none()), room)
            }
        }
    }
}

fn columns(screen: Rect) -> u16 {
    (screen.width * 4 / 5).clamp(40, 96).min(screen.width)
}

/// Returns the sentences of the papers as the issuer of the meeting writes them.
fn worded<'a>(dossier: &Dossier, view: &View<'a>) -> Cow<'a, Phrases> {
    Phrases::worded(view.phrases, Some(&dossier.issuer))
}

/// The sentences, each on lines of its own, with room between them.
fn apart(dossier: &Dossier, view: &View, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for sentence in read_aloud(dossier, &worded(dossier, view)) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(wrap(&sentence, room));
    }
    lines
}
