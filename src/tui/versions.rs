//! Draws the versions of a paper that were handed out, the state of their files, and the difference of two.
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

use crate::app::list;
use crate::app::versions::{Stretch, Versions, columns, room};
use crate::meeting::papers::{Against, OnDisk, is_working};
use crate::meeting::rows::{Paper, PaperFile};
use crate::papers::difference::Mark;
use crate::text::dates::{short_date, time};
use crate::text::width::{cut_middle, pad, width};
use crate::tui::scene::Scene;
use crate::tui::widgets::dialog::DialogBox;
use crate::tui::widgets::list_row::cursor;
use crate::tui::widgets::pen::{self, Piece};
use crate::words::Words;

/// Figures of a checksum that tell two versions apart.
const FIGURES: usize = 8;

impl Versions {
    /// Draws the list, or the difference in its place.
    pub(crate) fn draw(&self, buffer: &mut Buffer, screen: Rect, view: &Scene) {
        let lines = match self.against {
            Some(_) => self.difference_lines(view),
            None => self.lines(room(view), view),
        };
        let words = view.words;
        let foot = match self.against {
            Some(_) => words.difference_foot(),
            None => words.versions_foot(),
        };
        let height = u16::try_from(lines.len())
            .unwrap_or(u16::MAX)
            .saturating_add(3);
        let frame = DialogBox {
            width: columns(view),
            height: height.min(screen.height),
            title: &self.title(view),
            foot,
        };
        let inside = frame.draw(buffer, screen, view.styles);
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

    fn difference_lines<'a>(&self, view: &Scene) -> Vec<Vec<Piece<'a>>> {
        let styles = view.styles;
        let piece = |stretch: Stretch| {
            let style = match stretch.mark {
                None => styles.muted,
                Some(Mark::Kept) => styles.text,
                Some(Mark::Removed) => styles.bad,
                Some(Mark::Added) => styles.good,
            };
            pen::piece(stretch.text, style)
        };
        let lines = self.difference(view).into_iter();
        lines
            .map(|line| line.into_iter().map(piece).collect())
            .collect()
    }

    fn title(&self, view: &Scene) -> String {
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
    fn line_selected(&self, view: &Scene) -> usize {
        let files = self
            .past(view)
            .and_then(|past| past.versions.get(self.selected));
        self.selected + files.map_or(0, |(_, files)| files.len())
    }

    /// The versions, the selected one with its files under it.
    fn lines<'a>(&self, room: usize, view: &Scene<'a>) -> Vec<Vec<Piece<'a>>> {
        let styles = view.styles;
        let versions = self.past(view).map(|past| past.versions.as_slice());
        let versions = versions.unwrap_or_default();
        if versions.is_empty() {
            return vec![vec![pen::piece(view.words.versions_none(), styles.muted)]];
        }
        let mut lines = Vec::new();
        for (place, (paper, files)) in versions.iter().enumerate() {
            let is_here = place == self.selected;
            let style = styles.under(is_here, styles.text);
            let beside = [place.checked_sub(1), place.checked_add(1)]
                .into_iter()
                .flatten();
            let mut beside = beside.filter_map(|place| versions.get(place));
            let is_close = beside.any(|(other, _)| minute(other) == minute(paper));
            let when = when(paper, is_close);
            let text = version_line(paper, &when, is_here, (files.len(), view.words));
            lines.push(vec![pen::piece(pad(&text, room), style)]);
            let under = files.iter().filter(|_| is_here);
            lines.extend(under.map(|(file, stands)| file_line(file, *stands, room, view)));
        }
        lines
    }
}

/// Returns the name of a version.
fn name(paper: &Paper, words: Words) -> String {
    if paper.is_final {
        words.version_final().to_owned()
    } else if is_working(paper.kind) {
        words.version_working(paper.version)
    } else {
        words.version_draft(paper.version)
    }
}

/// Returns the day and the minute of a version.
fn minute(paper: &Paper) -> String {
    format!("{} {}", short_date(paper.at.date_naive()), time(paper.at))
}

/// Returns when a version was written: to the second, where the one beside it was written in the same minute.
fn when(paper: &Paper, is_close: bool) -> String {
    if is_close {
        format!("{}{}", minute(paper), paper.at.format(":%S"))
    } else {
        minute(paper)
    }
}

fn version_line(
    paper: &Paper,
    when: &str,
    is_here: bool,
    (files, words): (usize, Words),
) -> String {
    let mark = cursor(is_here);
    let sum: String = paper.checksum.chars().take(FIGURES).collect();
    format!(
        "{mark} {}  {when}  {sum}  {}",
        pad(&name(paper, words), 16),
        words.version_files(files)
    )
}

fn file_line<'a>(file: &'a PaperFile, stands: OnDisk, room: usize, view: &Scene) -> Vec<Piece<'a>> {
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
