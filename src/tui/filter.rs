//! The filter line of a screen: it marks words without meaning, and offers completions at the caret.
//!
//! ```text
//!  Lọc: @Linh Trug quá hạn_                                     12 nhiệm vụ
//!  «@Linh Trug»: không có đơn vị nào tên như vậy; có phải Linh Trung?
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::filter::offered;
use crate::meeting::filter::{Reading, Subject};
use crate::text::finder::Finder;
use crate::text::width::width;
use crate::tui::scene::Scene;
use crate::tui::widgets::{field, pen};

/// The line of a filter, with its meaning and the number of its matches.
pub(crate) struct FilterLine<'a> {
    pub(crate) finder: &'a Finder,
    /// The text as it was read.
    pub(crate) reading: &'a Reading,
    /// The kind of list that is filtered.
    pub(crate) subject: Subject,
    /// The label before the text.
    pub(crate) label: &'a str,
    /// The number of matches, at the right.
    pub(crate) tally: &'a str,
    /// Whether the caret is in it.
    pub(crate) is_typing: bool,
    /// Whether no line matches the filter.
    pub(crate) is_empty: bool,
}

impl FilterLine<'_> {
    /// Draws the line behind its label, its tally at the right, and returns where its caret stands.
    pub(crate) fn draw(&self, buffer: &mut Buffer, row: Rect, view: &Scene) -> Position {
        let (line, tally, styles) = (self.finder, self.tally, view.styles);
        let right = u16::try_from(width(tally)).unwrap_or(0) + 2;
        pen::write_right(
            buffer,
            Rect {
                width: row.width.saturating_sub(1),
                ..row
            },
            tally,
            styles.muted,
        );
        let whole = Rect {
            width: row.width.saturating_sub(right),
            ..row
        };
        let room = field::behind_label(buffer, whole, self.label, styles.heading);
        let caret = field::draw(buffer, room, line.line(), styles.counter);
        if let Some(mistake) = &self.reading.mistake {
            let text = line.text();
            let before = text.get(..mistake.at.start).unwrap_or_default();
            let wrong = text.get(mistake.at.clone()).unwrap_or_default();
            let (from, columns) = (width(before), width(wrong));
            if from + columns < usize::from(room.width) {
                let place = Rect {
                    x: room.x + u16::try_from(from).unwrap_or(0),
                    width: u16::try_from(columns).unwrap_or(0),
                    ..room
                };
                pen::paint(buffer, place, styles.bad);
            }
        }
        caret
    }

    /// Draws the error of the line, a hint, or the completions at its caret; says whether it drew anything.
    pub(crate) fn draw_help(&self, buffer: &mut Buffer, row: Rect, view: &Scene) -> bool {
        let (line, reading, words) = (self.finder, self.reading, view.words);
        let choices = if self.is_typing {
            offered(line, self.subject, view)
        } else {
            None
        };
        // A word at the caret that has completions is no error yet.
        let is_begun = |end: usize| choices.is_some() && end == line.before().len();
        if let Some(mistake) = reading
            .mistake
            .as_ref()
            .filter(|mistake| !is_begun(mistake.at.end))
        {
            let typed = line.text().get(mistake.at.clone()).unwrap_or_default();
            let sentence = words.filter_mistake(typed, &mistake.wrong);
            pen::write(buffer, row, &format!(" {sentence}"), view.styles.bad);
            return true;
        }
        if let Some((typed, meant)) = reading.perhaps.as_ref().filter(|_| self.is_empty) {
            let sentence = words.filter_perhaps(typed, meant);
            pen::write(buffer, row, &format!(" {sentence}"), view.styles.warn);
            return true;
        }
        if let Some((_, choices)) = choices {
            let offer = words.filter_offer(&choices.join(" · "));
            pen::write(buffer, row, &format!(" {offer}"), view.styles.muted);
            return true;
        }
        // What everything is searched for needs no word; in a list it may be a condition that was not understood.
        let is_list = self.subject != Subject::Lines;
        if self.is_typing && is_list && !reading.filter.words.is_empty() {
            let sentence = words.filter_as_words(&reading.filter.words.join(" "));
            pen::write(buffer, row, &format!(" {sentence}"), view.styles.muted);
            return true;
        }
        if self.is_typing && line.is_blank() {
            let hint = match self.subject {
                Subject::Actions => words.filter_hint(),
                Subject::Lines => words.search_filter_hint(),
                Subject::Issues => words.issue_filter_hint(),
            };
            pen::write(buffer, row, &format!(" {hint}"), view.styles.muted);
            return true;
        }
        false
    }
}
