//! The line of a filter on a screen: what makes no sense in it is marked, and what can stand at the caret is offered.
//!
//! ```text
//!  Lọc: @Linh Trug quá hạn_                                     12 nhiệm vụ
//!  «@Linh Trug»: không có đơn vị nào tên như vậy; có phải Linh Trung?
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::meeting::actions::Scope;
use crate::meeting::filter::{Reading, Subject, completion, parse};
use crate::meeting::rows::FocusArea;
use crate::text::line::Line;
use crate::text::width::width;
use crate::tui::command::FilterCommand;
use crate::tui::view::View;
use crate::tui::widgets::{field, pen};

/// Choices that are offered at once.
const OFFERED: usize = 6;

/// Reads a line as the book knows its names.
pub fn read(line: &str, subject: Subject, view: &View) -> Reading {
    match &view.shelf.lexicon {
        Some(lexicon) => parse(line, subject, lexicon, view.today()),
        None => Reading::default(),
    }
}

/// Puts what can stand at the caret into the line; says whether there was anything.
pub fn complete(line: &mut Line, subject: Subject, view: &View) -> bool {
    let choice = offered(line, subject, view).and_then(|(start, choices)| {
        let choice = choices.into_iter().next()?;
        Some((start, choice))
    });
    let Some((start, choice)) = choice else {
        return false;
    };
    let gap = if choice.ends_with(':') { "" } else { " " };
    line.complete(start, &format!("{choice}{gap}"));
    true
}

/// Returns what the register was opened from, in words.
pub fn scope_words(scope: Scope, view: &View) -> String {
    let (unit, area) = names_of(scope, view);
    let area = area.map(|area| view.words.focus_short(area.number));
    let parts = unit.map(str::to_owned).into_iter().chain(area);
    parts.collect::<Vec<_>>().join(" · ")
}

/// Returns the filter that one would have typed for what the register was opened from.
pub fn of_scope(scope: Scope, view: &View) -> String {
    let (unit, area) = names_of(scope, view);
    let unit = unit.map(|name| format!("@{name} "));
    let area = area.map(|area| format!("#{} ", area.number));
    format!("{}{}", unit.unwrap_or_default(), area.unwrap_or_default())
}

fn names_of<'a>(scope: Scope, view: &View<'a>) -> (Option<&'a str>, Option<&'a FocusArea>) {
    let Some(lexicon) = &view.shelf.lexicon else {
        return (None, None);
    };
    let mut units = lexicon.units.iter();
    let unit = units.find(|(id, _)| Some(*id) == scope.unit);
    let mut areas = lexicon.areas.iter();
    let area = areas.find(|area| Some(area.id) == scope.focus);
    (unit.map(|(_, name)| name.as_str()), area)
}

/// Does to a filter, and to whether its caret is in it, what a key asks for; says whether it may want others now.
pub fn update(
    command: FilterCommand,
    (line, is_filtering): (&mut Line, &mut bool),
    subject: Subject,
    view: &View,
) -> bool {
    match command {
        FilterCommand::Complete => {
            complete(line, subject, view);
            true
        }
        FilterCommand::Take => {
            *is_filtering = false;
            false
        }
        FilterCommand::Clear => {
            (*line, *is_filtering) = (Line::default(), false);
            true
        }
    }
}

fn offered(line: &Line, subject: Subject, view: &View) -> Option<(usize, Vec<String>)> {
    let lexicon = view.shelf.lexicon.as_ref()?;
    let found = completion(line.before(), subject, lexicon)?;
    let choices = found.choices.into_iter().map(|(choice, _)| choice);
    Some((found.start, choices.take(OFFERED).collect()))
}

/// Draws the line behind its label, what it counts at the right, and returns where its caret stands.
pub fn draw(
    buffer: &mut Buffer,
    row: Rect,
    (line, reading): (&Line, &Reading),
    (label, tally): (&str, &str),
    view: &View,
) -> Position {
    let styles = view.styles;
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
    let room = field::behind_label(buffer, whole, label, styles.heading);
    let caret = field::draw(buffer, room, line, styles.counter);
    if let Some(mistake) = &reading.mistake {
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

/// Draws what is wrong with the line, or while it is typed what can stand at its caret; says whether there was either.
pub fn draw_help(
    buffer: &mut Buffer,
    row: Rect,
    (line, reading): (&Line, &Reading),
    subject: Subject,
    (is_typing, is_empty): (bool, bool),
    view: &View,
) -> bool {
    let words = view.words;
    let choices = if is_typing {
        offered(line, subject, view)
    } else {
        None
    };
    // What is still being typed is no mistake as long as something can come of it.
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
    if let Some((typed, meant)) = reading.perhaps.as_ref().filter(|_| is_empty) {
        let sentence = words.filter_perhaps(typed, meant);
        pen::write(buffer, row, &format!(" {sentence}"), view.styles.warn);
        return true;
    }
    if let Some((_, choices)) = choices {
        let offer = words.filter_offer(&choices.join(" · "));
        pen::write(buffer, row, &format!(" {offer}"), view.styles.muted);
        return true;
    }
    if is_typing && line.is_blank() {
        let hint = match subject {
            Subject::Actions => words.filter_hint(),
            Subject::Lines => words.search_filter_hint(),
            Subject::Issues => words.issue_filter_hint(),
        };
        pen::write(buffer, row, &format!(" {hint}"), view.styles.muted);
        return true;
    }
    false
}
