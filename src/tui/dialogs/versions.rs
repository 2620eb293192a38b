//! The versions of a paper that were handed out, how their files stand, and what differs between two of them.
//!
//! ```text
//! ╭ CÁC LẦN XUẤT · biên bản ────────────────────────────────────────╮
//! │ ▸ Dự thảo lần 2   11/7/2023 10:31  3f2a91c0  2 tệp              │
//! │     /van-ban/bien-ban-2023-07-11-du-thao-2.docx  đã sửa tay     │
//! │   Dự thảo lần 1   11/7/2023 10:20  9b1c77e2  1 tệp              │
//! ╰ ↑ ↓ chọn · Enter so với lần trước · Tab so với bây giờ ─────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

use crate::meeting::papers::{Against, OnDisk, Past, is_working};
use crate::meeting::rows::{Paper, PaperFile};
use crate::papers::brief::Which;
use crate::papers::difference::{Mark, Passage};
use crate::text::dates::{short_date, time};
use crate::text::width::{cut_middle, pad, width};
use crate::tui::command::{ListCommand, VersionsCommand};
use crate::tui::effect::Effect;
use crate::tui::view::View;
use crate::tui::widgets::pen::Piece;
use crate::tui::widgets::{dialog, list, pen};
use crate::words::Words;

/// Figures of a checksum that tell two versions apart.
const FIGURES: usize = 8;

/// The open list of versions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Versions {
    /// Which paper.
    pub which: Which,
    /// The selected version, from the newest.
    pub selected: usize,
    /// What the selected one is compared with, while the difference is shown.
    pub against: Option<Against>,
    /// Lines of the difference above the first one shown.
    pub scroll: usize,
}

impl Versions {
    /// Returns the versions of a paper, the newest selected.
    pub fn of(which: Which) -> Self {
        Self {
            which,
            ..Self::default()
        }
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: VersionsCommand, view: &View) -> Vec<Effect> {
        let is_empty = self.past(view).is_none_or(|past| past.versions.is_empty());
        self.scroll = 0;
        self.against = match (command, self.against) {
            (VersionsCommand::Cancel, None) => return vec![Effect::Close],
            (VersionsCommand::Cancel, Some(_)) => None,
            (VersionsCommand::Compare | VersionsCommand::Other, _) if is_empty => None,
            (VersionsCommand::Other, None | Some(Against::Before)) => Some(Against::Now),
            (VersionsCommand::Compare, _) | (VersionsCommand::Other, Some(Against::Now)) => {
                Some(Against::Before)
            }
        };
        Vec::new()
    }

    /// Moves the selection, or scrolls the difference.
    pub fn list(&mut self, command: ListCommand, view: &View) {
        let rows = usize::from(view.rows.saturating_sub(4)).max(1);
        if self.against.is_some() {
            let area = Rect::new(0, 0, view.columns, view.rows);
            let last = self.difference(room(area), view).len().saturating_sub(rows);
            self.scroll = list::moved(self.scroll, last + 1, rows, command);
        } else {
            let total = self.past(view).map_or(0, |past| past.versions.len());
            self.selected = list::moved(self.selected, total, rows, command);
        }
    }

    /// Draws the list, or the difference in its place.
    pub fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &View) {
        let lines = match self.against {
            Some(_) => self.difference(room(screen), view),
            None => self.lines(room(screen), view),
        };
        let words = view.words;
        let foot = match self.against {
            Some(_) => words.difference_foot(),
            None => words.versions_foot(),
        };
        let height = u16::try_from(lines.len())
            .unwrap_or(u16::MAX)
            .saturating_add(3);
        let inside = dialog::draw(
            buffer,
            screen,
            (columns(screen), height.min(screen.height)),
            &self.title(view),
            foot,
            view.styles,
        );
        let first = match self.against {
            Some(_) => self.scroll,
            None => list::first_shown(
                self.line_selected(view),
                lines.len(),
                usize::from(inside.height),
            ),
        };
        for (position, line) in (0..inside.height).zip(lines.iter().skip(first)) {
            pen::write_pieces(buffer, pen::row(inside, position), line);
        }
    }

    fn past<'a>(&self, view: &View<'a>) -> Option<&'a Past> {
        let past = view.shelf.past.as_ref();
        past.filter(|past| past.of == self.which.of())
    }

    fn title(&self, view: &View) -> String {
        let words = view.words;
        let Some((against, past)) = self.against.zip(self.past(view)) else {
            return words.versions_title(words.paper(self.which.kind));
        };
        let name = |place: usize| {
            past.versions
                .get(place)
                .map(|(paper, _)| name(paper, words))
        };
        let here = name(self.selected).unwrap_or_default();
        match (against, name(self.selected + 1)) {
            (Against::Now, _) => words.version_between(&here, words.version_now()),
            (Against::Before, Some(before)) => words.version_between(&before, &here),
            (Against::Before, None) => here,
        }
    }

    /// Returns the place of the selected version among the lines of the list.
    fn line_selected(&self, view: &View) -> usize {
        let files = self
            .past(view)
            .and_then(|past| past.versions.get(self.selected));
        self.selected + files.map_or(0, |(_, files)| files.len())
    }

    /// The versions, the selected one with its files under it.
    fn lines<'a>(&self, room: usize, view: &View<'a>) -> Vec<Vec<Piece<'a>>> {
        let styles = view.styles;
        let versions = self.past(view).map(|past| past.versions.as_slice());
        let versions = versions.unwrap_or_default();
        if versions.is_empty() {
            return vec![vec![pen::piece(view.words.versions_none(), styles.muted)]];
        }
        let mut lines = Vec::new();
        for (place, (paper, files)) in versions.iter().enumerate() {
            let is_here = place == self.selected;
            let style = if is_here {
                styles.selected
            } else {
                styles.text
            };
            let text = version_line(paper, files.len(), is_here, view.words);
            lines.push(vec![pen::piece(pad(&text, room), style)]);
            let under = files.iter().filter(|_| is_here);
            lines.extend(under.map(|(file, stands)| file_line(file, *stands, room, view)));
        }
        lines
    }

    /// The difference in lines of the room.
    fn difference<'a>(&self, room: usize, view: &View<'a>) -> Vec<Vec<Piece<'a>>> {
        let words = view.words;
        let told = |text: &'static str| vec![vec![pen::piece(text, view.styles.muted)]];
        let key = self
            .against
            .map(|against| (self.which, self.selected, against));
        let held = view.shelf.difference.as_ref();
        let Some((_, passages)) = held.filter(|(of, _)| Some(*of) == key) else {
            return told(words.difference_first());
        };
        if passages.is_empty() {
            return told(words.difference_none());
        }
        passages
            .iter()
            .flat_map(|passage| broken(passage, room, view))
            .collect()
    }
}

fn columns(screen: Rect) -> u16 {
    screen.width.saturating_sub(2).min(116)
}

fn room(screen: Rect) -> usize {
    usize::from(columns(screen).saturating_sub(4))
}

/// Returns what a version is called.
fn name(paper: &Paper, words: Words) -> String {
    if paper.is_final {
        words.version_final().to_owned()
    } else if is_working(paper.kind) {
        words.version_working(paper.version)
    } else {
        words.version_draft(paper.version)
    }
}

fn version_line(paper: &Paper, files: usize, is_here: bool, words: Words) -> String {
    let mark = if is_here { '▸' } else { ' ' };
    let when = format!("{} {}", short_date(paper.at.date_naive()), time(paper.at));
    let sum: String = paper.checksum.chars().take(FIGURES).collect();
    format!(
        "{mark} {}  {when}  {sum}  {}",
        pad(&name(paper, words), 16),
        words.version_files(files)
    )
}

fn file_line<'a>(file: &'a PaperFile, stands: OnDisk, room: usize, view: &View) -> Vec<Piece<'a>> {
    let styles = view.styles;
    let style = match stands {
        OnDisk::AsWritten => styles.good,
        OnDisk::Replaced => styles.muted,
        OnDisk::Edited => styles.warn,
        OnDisk::Gone => styles.bad,
    };
    let state = view.words.on_disk(stands);
    let left = room.saturating_sub(width(state) + 6);
    vec![
        pen::piece(
            format!("    {}  ", cut_middle(&file.file, left)),
            styles.text,
        ),
        pen::piece(state, style),
    ]
}

/// Breaks a passage at its spaces; what goes and what comes stands in brackets with its sign besides its colour.
fn broken<'a>(passage: &Passage, room: usize, view: &View) -> Vec<Vec<Piece<'a>>> {
    let styles = view.styles;
    let stretches = match passage {
        Passage::Folded(n) => {
            let text = view.words.difference_folded(*n);
            return vec![vec![pen::piece(text, styles.muted)]];
        }
        Passage::Paragraph(stretches) => stretches,
    };
    let mut lines: Vec<Vec<Piece>> = vec![Vec::new()];
    let mut used = 0;
    for (mark, text) in stretches {
        let (text, style) = match mark {
            Mark::Kept => (text.clone(), styles.text),
            Mark::Removed => (bracketed('−', text), styles.bad),
            Mark::Added => (bracketed('+', text), styles.good),
        };
        for word in text.split_inclusive(' ') {
            let columns = width(word.trim_end());
            if used > 0 && used + columns > room {
                lines.push(Vec::new());
                used = 0;
            }
            used += width(word);
            if let Some(line) = lines.last_mut() {
                line.push(pen::piece(word.to_owned(), style));
            }
        }
    }
    lines
}

/// Puts brackets and a sign around words, but not around the space behind them.
fn bracketed(sign: char, text: &str) -> String {
    let words = text.trim_end();
    let behind = if words.len() < text.len() { " " } else { "" };
    format!("[{sign}{words}]{behind}")
}
