//! A text to be read aloud to the chair, large, that can be copied.
//!
//! ```text
//! ╭ ĐỌC CHO CHỦ TRÌ ───────────────────────────────╮
//! │ Có mặt 33/34 đơn vị (Bí thư 21, Phó Bí thư     │
//! │ Thường trực 11, dự thay 01).                   │
//! │                                                │
//! │ Vắng 01: Thảo Điền (có phép, lý do: ốm).       │
//! ╰ Enter chép · Esc đóng ─────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

use crate::meeting::dossier::Dossier;
use crate::papers::roll_call::read_aloud;
use crate::text::width::wrap;
use crate::tui::command::{ListCommand, ReadingCommand};
use crate::tui::effect::Effect;
use crate::tui::view::View;
use crate::tui::widgets::{dialog, list, pen};

/// The open text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Lines above the first one shown.
    pub scroll: usize,
}

impl Reading {
    /// Does what a key asks for.
    pub fn update(&mut self, command: ReadingCommand, view: &View) -> Vec<Effect> {
        match (command, view.dossier) {
            (ReadingCommand::Cancel, _) | (ReadingCommand::Copy, None) => vec![Effect::Close],
            (ReadingCommand::Copy, Some(dossier)) => {
                vec![Effect::Copy(text(dossier)), Effect::Close]
            }
        }
    }

    /// Scrolls.
    pub fn list(&mut self, command: ListCommand, view: &View) {
        let area = Rect::new(0, 0, view.columns, view.rows);
        let total = view.dossier.map_or(0, |dossier| lines(dossier, area).len());
        let rows = usize::from(view.rows.saturating_sub(4)).max(1);
        let last = total.saturating_sub(rows);
        self.scroll = list::moved(self.scroll, last + 1, rows, command);
    }

    /// Draws the text.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &View) {
        let Some(dossier) = view.dossier else { return };
        let lines = lines(dossier, screen);
        let height = u16::try_from(lines.len())
            .unwrap_or(u16::MAX)
            .saturating_add(4);
        let inside = dialog::draw(
            buffer,
            screen,
            (columns(screen), height.min(screen.height)),
            view.words.reading_title(),
            view.words.reading_foot(),
            view.styles,
        );
        let shown = lines.into_iter().skip(self.scroll);
        let styled = shown.map(|line| (line, view.styles.counter));
        pen::write_lines(buffer, pen::below(inside, 1), styled);
    }
}

fn text(dossier: &Dossier) -> String {
    read_aloud(dossier).join("\n")
}

fn columns(screen: Rect) -> u16 {
    (screen.width * 4 / 5).clamp(40, 96).min(screen.width)
}

/// The sentences, each on lines of its own, with room between them.
fn lines(dossier: &Dossier, screen: Rect) -> Vec<String> {
    let room = usize::from(columns(screen).saturating_sub(6));
    let mut lines = Vec::new();
    for sentence in read_aloud(dossier) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(wrap(&sentence, room));
    }
    lines
}
