//! A document laid out for a screen: lines of spans, each line with the piece that it belongs to.

mod columns;
mod table;

use super::document::{Block, Document, Letterhead, Signature};
use super::letterhead::{Cell, TWO_COLUMNS, sides};
use super::outline::labelled;
use super::plain::{fitting, recipient_lines};
use super::profile::{Element, Profile};
use crate::text::width::{centre, width, wrap};
use columns::beside;

/// Lines for a signature.
const SIGNATURE: usize = 3;

/// A document as lines of a width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The lines.
    pub lines: Vec<Line>,
    /// Where the cursor can stand: pieces, and the rows of tables.
    pub stops: Vec<Stop>,
}

/// A line of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its text in pieces of one style, from the left.
    pub spans: Vec<Span>,
    /// The piece that it belongs to.
    pub(crate) piece: usize,
    /// The row of the piece's table.
    pub(crate) row: Option<usize>,
}

impl Line {
    /// Says whether it is blank.
    pub(crate) fn is_blank(&self) -> bool {
        self.spans.iter().all(|span| span.text.trim().is_empty())
    }

    /// Returns its text without styles.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    fn of(spans: Vec<Span>) -> Self {
        Self {
            spans,
            ..Self::default()
        }
    }
}

/// A text that looks the same from end to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// How it looks; a line that parts cells or stands under a heading has no letters.
    pub look: Option<Look>,
}

impl Span {
    /// Returns a line that parts, not letters.
    fn rule(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            look: None,
        }
    }
}

/// How letters look, as far as a terminal can show it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether they are bold.
    pub bold: bool,
    /// Whether they are italic.
    pub italic: bool,
    /// Whether they are underlined.
    pub underline: bool,
}

/// Where the cursor can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The piece.
    pub piece: usize,
    /// The row of its table.
    pub row: Option<usize>,
    /// Its first line that is not blank.
    pub(crate) first: usize,
    /// The line behind its last.
    pub(crate) end: usize,
}

/// Returns the document in lines none wider than the columns.
pub fn lay_out(document: &Document, columns: usize) -> Layout {
    let profile = document.profile();
    let form = Form {
        document,
        profile,
        columns,
    };
    let mut lines: Vec<Line> = Vec::new();
    for (piece, (label, content)) in labelled(&document.pieces, &profile.outline).enumerate() {
        let own = form.block(&content.block, label.as_deref().unwrap_or_default());
        lines.extend(own.into_iter().map(|line| Line { piece, ..line }));
    }
    let used = lines.iter().rposition(|line| !line.is_blank());
    lines.truncate(used.map_or(0, |last| last + 1));
    let stops = stops(&lines);
    Layout { lines, stops }
}

fn stops(lines: &[Line]) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for (position, line) in lines.iter().enumerate() {
        let end = position + 1;
        match stops.last_mut() {
            Some(stop) if (stop.piece, stop.row) == (line.piece, line.row) => {
                if !line.is_blank() {
                    stop.end = end;
                }
            }
            Some(_) | None if line.is_blank() => {}
            Some(_) | None => stops.push(Stop {
                piece: line.piece,
                row: line.row,
                first: position,
                end,
            }),
        }
    }
    stops
}

/// The input of the layout of a block.
struct Form<'a> {
    document: &'a Document,
    profile: &'a Profile,
    columns: usize,
}

impl Form<'_> {
    fn look(&self, element: Element) -> Look {
        let style = self.profile.style.of(element);
        Look {
            bold: style.bold,
            italic: style.italic,
            underline: style.underline,
        }
    }

    fn span(&self, text: impl Into<String>, element: Element) -> Span {
        Span {
            text: text.into(),
            look: Some(self.look(element)),
        }
    }

    fn block(&self, block: &Block, label: &str) -> Vec<Line> {
        let numbered = |text: &str| format!("{label} {text}");
        match block {
            Block::Letterhead(head) => followed(self.letterhead(head)),
            Block::Draft(text) => followed(self.middle(text, Element::Draft)),
            Block::Mark(text) => followed(self.middle(&format!("[ {text} ]"), Element::Mark)),
            Block::Title { kind, subject } => followed(self.title(kind, subject)),
            Block::Section(text) => preceded(self.hanging("", &numbered(text), Element::Section)),
            Block::Heading(text) => preceded(self.hanging("", &numbered(text), Element::Heading)),
            Block::Speaker(text) => preceded(self.hanging("  ", &numbered(text), Element::Speaker)),
            Block::Numbered(text) => self.first_line(&numbered(text)),
            Block::Paragraph(text) => self.first_line(text),
            Block::Item(text) => self.hanging(&format!("{label} "), text, Element::Body),
            Block::Annex {
                number,
                title,
                is_wide,
            } => {
                let mut lines = self.named(number, Element::AnnexNumber, *is_wide);
                lines.extend(self.named(title, Element::AnnexTitle, *is_wide));
                preceded(followed(lines))
            }
            Block::Table(table) => followed(self.table(table)),
            Block::Plate(plate) => {
                let lines = plate.lines.iter();
                followed(
                    lines
                        .flat_map(|line| self.middle(&line.text, Element::Plate))
                        .collect(),
                )
            }
            Block::Signatures { left, right } => {
                let sides = [self.signed(left), self.signed(right)];
                preceded(beside(sides, self.columns))
            }
            Block::Closing {
                recipients,
                signature,
            } => preceded(self.closing(recipients, signature)),
        }
    }

    /// Lines in the middle of the paper.
    fn middle(&self, text: &str, element: Element) -> Vec<Line> {
        let lines = wrap(text, self.columns.saturating_sub(8)).into_iter();
        lines
            .map(|line| Line::of(vec![self.span(centre(&line, self.columns), element)]))
            .collect()
    }

    /// A title, broken where the printed one is.
    fn named(&self, text: &str, element: Element, is_wide: bool) -> Vec<Line> {
        let text = fitting(text, element, self.document, is_wide, self.columns);
        self.middle(&text, element)
    }

    fn title(&self, kind: &str, subject: &str) -> Vec<Line> {
        let mut lines = self.named(kind, Element::DocType, false);
        lines.extend(self.named(subject, Element::Subject, false));
        if self.document.house.dashes {
            lines.extend(self.middle(&self.profile.head.dashes, Element::Dashes));
        }
        lines
    }

    /// A text behind a sign, its lines under one another.
    fn hanging(&self, sign: &str, text: &str, element: Element) -> Vec<Line> {
        let indent = " ".repeat(width(sign));
        let lines = wrap(text, self.columns.saturating_sub(width(sign)));
        let lines = lines.into_iter().enumerate();
        lines
            .map(|(row, line)| {
                let before = if row == 0 { sign } else { &indent };
                Line::of(vec![self.span(format!("{before}{line}"), element)])
            })
            .collect()
    }

    /// A paragraph whose first line is indented.
    fn first_line(&self, text: &str) -> Vec<Line> {
        // Spaces that do not part words keep the indent while the text is broken.
        let indented = format!("\u{a0}\u{a0}{text}");
        let lines = wrap(&indented, self.columns).into_iter();
        lines
            .map(|line| Line::of(vec![self.span(line.replace('\u{a0}', " "), Element::Body)]))
            .collect()
    }

    fn letterhead(&self, head: &Letterhead) -> Vec<Line> {
        let sides = sides(head, self.profile, self.columns);
        let span = |cell: &Cell| match cell.element {
            Some(element) => self.span(cell.line(), element),
            None => Span::rule(cell.line()),
        };
        let rows = sides.rows.iter();
        rows.map(|[left, right]| columns::pair(span(left), span(right), sides.room))
            .collect()
    }

    /// The lines of one who signs, with room for the signature; its width is its column's.
    fn signed(&self, signature: &Signature) -> Vec<Span> {
        let house = self.document.house;
        let is_bold = house.bold_position && signature.authority.is_none();
        let position = signature.position.iter().map(|text| {
            let mut span = self.span(text, Element::Position);
            if let Some(look) = &mut span.look {
                look.bold |= is_bold;
            }
            span
        });
        let over = signature.authority.iter();
        let over = over.map(|text| self.span(text, Element::Authority));
        let gap = std::iter::repeat_n(self.span("", Element::Signer), SIGNATURE);
        over.chain(position)
            .chain(gap)
            .chain([self.span(&signature.name, Element::Signer)])
            .collect()
    }

    /// Who gets it on the left, level with who signs on the right.
    fn closing(&self, recipients: &[String], signature: &Signature) -> Vec<Line> {
        let room = if self.columns < TWO_COLUMNS {
            self.columns
        } else {
            self.columns / 2
        };
        let label = &self.profile.end.recipients_label;
        let mut left = vec![Line::of(vec![self.span(label, Element::RecipientsLabel)])];
        for line in recipient_lines(recipients, &self.profile.end) {
            let wrapped = wrap(&line, room.saturating_sub(3)).into_iter().enumerate();
            left.extend(wrapped.map(|(row, line)| {
                let indent = if row == 0 { "" } else { "  " };
                Line::of(vec![
                    self.span(format!("{indent}{line}"), Element::Recipients),
                ])
            }));
        }
        let right = columns::column(self.signed(signature), self.columns - room);
        if self.columns < TWO_COLUMNS {
            let signed = columns::column(self.signed(signature), self.columns);
            return signed
                .into_iter()
                .chain(followed(Vec::new()))
                .chain(left)
                .collect();
        }
        columns::zip(left, right, room)
    }
}

fn preceded(lines: Vec<Line>) -> Vec<Line> {
    std::iter::once(Line::default()).chain(lines).collect()
}

fn followed(mut lines: Vec<Line>) -> Vec<Line> {
    lines.push(Line::default());
    lines
}
