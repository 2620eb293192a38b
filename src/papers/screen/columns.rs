//! Two columns beside one another: texts in the middle of each, and lines put together.

use super::{Line, Look, Span};
use crate::text::width::{centre, width, wrap};

/// Returns a span in the middle of the columns.
pub(super) fn centred(span: &Span, columns: usize) -> Span {
    Span {
        text: centre(&span.text, columns),
        look: span.look,
    }
}

/// Returns a line of two spans, the second one beginning behind the room of the first.
pub(super) fn pair(left: Span, right: Span, room: usize) -> Line {
    let gap = room.saturating_sub(width(&left.text));
    let between = Span {
        text: " ".repeat(gap),
        ..left.clone()
    };
    Line::of(vec![left, between, right])
}

/// Returns spans under one another, each in the middle of the columns, the wide ones broken.
pub(super) fn column(spans: Vec<Span>, columns: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for span in spans {
        let broken = wrap(&span.text, columns.saturating_sub(2)).into_iter();
        lines.extend(broken.map(|text| {
            let look = span.look;
            Line::of(vec![centred(&Span { text, look }, columns)])
        }));
    }
    lines
}

/// Returns two columns of equal width, each text in the middle of its own.
pub(super) fn beside([left, right]: [Vec<Span>; 2], columns: usize) -> Vec<Line> {
    let half = columns / 2;
    let (left, right) = (column(left, half), column(right, columns - half));
    zip(left, right, half)
}

/// Returns lines beside lines, those on the right beginning behind the room of the left.
pub(super) fn zip(left: Vec<Line>, right: Vec<Line>, room: usize) -> Vec<Line> {
    let rows = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let lines = (0..rows).map(|_| {
        let mut line = left.next().unwrap_or_default();
        let beyond = right.next().unwrap_or_default();
        if !beyond.spans.is_empty() {
            let gap = room.saturating_sub(width(&line.text()));
            line.spans.push(Span {
                text: " ".repeat(gap),
                look: Some(Look::default()),
            });
            line.spans.extend(beyond.spans);
        }
        line
    });
    lines.collect()
}
