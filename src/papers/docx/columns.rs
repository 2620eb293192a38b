//! The parts of a DOCX in two columns: the letterhead, and the recipients beside the signature.

use super::super::document::{Document, Letterhead, Signature};
use super::super::head::head;
use super::super::plain;
use super::super::profile::{Element, Profile};
use super::names::{BOLD_POSITION, COLUMNS, RULE};
use super::styles;
use super::table::{cell, row, table_of};
use super::xml::{Paragraph, all};

/// Returns the letterhead: number and place stand on one line, however many lines are above them.
pub(super) fn letterhead(letterhead: &Letterhead, profile: &Profile) -> String {
    let head = head(letterhead, profile);
    let [left_width, right_width] = head.widths;
    // A body without a superior stands in the first line itself.
    let superior = Some(&head.superior).filter(|superior| !superior.is_empty());
    let is_of_party = !letterhead.is_internal;
    let asterisk = Paragraph::of(Element::Asterisk, &profile.head.asterisk);
    let superior = superior.map(|superior| Paragraph::of(Element::Superior, superior));
    let left: Vec<Paragraph> = superior
        .into_iter()
        .chain([Paragraph::of(Element::Organ, &head.organ)])
        .chain(is_of_party.then_some(asterisk))
        .collect();
    let right = if is_of_party {
        let rule = Paragraph::styled(RULE, "");
        vec![
            Paragraph::of(Element::Party, &profile.head.party),
            // The style of the rule knows the usual column alone.
            if head.widths == widths(profile) {
                rule
            } else {
                rule.indented(styles::rule_indent(right_width, profile))
            },
        ]
    } else {
        vec![Paragraph::of(Element::Party, "")]
    };
    let number = Paragraph::of(Element::Number, &head.number);
    let below = [
        [number.unbroken(None, profile.style.number, left_width)],
        [Paragraph::of(Element::PlaceDate, &head.place_date)],
    ];
    // A paper without number and day has no line for them.
    let has_line = !head.number.is_empty() || !head.place_date.is_empty();
    let below = has_line.then(|| below.map(|paragraphs| all(&paragraphs)));
    let rows: Vec<_> = [[all(&left), all(&right)]]
        .into_iter()
        .chain(below)
        .collect();
    side_by_side(head.widths, &rows)
}

/// Returns the two who sign minutes; their names stand on one line.
pub(super) fn signatures(left: &Signature, right: &Signature, document: &Document) -> String {
    let (mut left_over, mut right_over) = (over(left, false), over(right, false));
    let rows = left_over.len().max(right_over.len());
    for side in [&mut left_over, &mut right_over] {
        side.resize_with(rows, || Paragraph::of(Element::Position, ""));
    }
    let profile = document.profile();
    side_by_side(
        widths(profile),
        &[[
            signed(left_over, left, profile),
            signed(right_over, right, profile),
        ]],
    )
}

/// Returns those who receive a document, level with the one who signs it.
pub(super) fn closing(recipients: &[String], signature: &Signature, document: &Document) -> String {
    let profile = document.profile();
    let is_head = signature.authority.is_none();
    let right = signed(
        over(signature, is_head && document.house.bold_position),
        signature,
        profile,
    );
    let mut left = vec![Paragraph::of(
        Element::RecipientsLabel,
        &profile.end.recipients_label,
    )];
    let lines = plain::recipient_lines(recipients, &profile.end);
    let [width, _] = widths(profile);
    left.extend(lines.iter().map(|line| {
        let line = Paragraph::of(Element::Recipients, line);
        line.unbroken(None, profile.style.recipients, width)
    }));
    side_by_side(widths(profile), &[[all(&left), right]])
}

/// In whose place somebody signs, and the office.
fn over(signature: &Signature, is_bold: bool) -> Vec<Paragraph> {
    let authority = signature.authority.as_deref();
    let position = signature.position.as_deref();
    let style = if is_bold {
        BOLD_POSITION
    } else {
        Element::Position.name()
    };
    let authority = authority.map(|line| Paragraph::of(Element::Authority, line));
    let position = position.map(|line| Paragraph::styled(style, line));
    authority.into_iter().chain(position).collect()
}

/// One who signs, with room for the signature over the name.
fn signed(mut over: Vec<Paragraph>, signature: &Signature, profile: &Profile) -> String {
    for _ in 0..profile.end.signature_lines {
        over.push(Paragraph::of(Element::Position, ""));
    }
    over.push(Paragraph::of(Element::Signer, &signature.name));
    all(&over)
}

fn widths(profile: &Profile) -> [u32; 2] {
    [profile.head.left_column, profile.head.right_column].map(u32::from)
}

/// Two columns without lines; a row is never split between pages.
fn side_by_side(widths: [u32; 2], rows: &[[String; 2]]) -> String {
    let [left, right] = widths;
    let rows = rows.iter().map(|[a, b]| {
        let cells = format!("{}{}", cell(left, a), cell(right, b));
        row("<w:cantSplit/>", &cells)
    });
    table_of(COLUMNS, &widths, &rows.collect::<String>())
}
