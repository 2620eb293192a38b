//! The blanks of a paper: a builder prints each with the value that is missing there, and the finished document lists
//! them; no condition is asked twice.
//!
//! Between builder and document the value stands behind its blank in letters for private use, one for each byte of its
//! name, so that it passes through the sentences of `phrases.toml` as any value does: a sentence that leaves the field out
//! prints no blank, and none is listed.

use super::document::{Block, Letterhead, Piece, Signature, Source, Table};
use super::gaps::Gap;
use super::sentences::{BLANK, known};

/// The letter that stands for the byte 0.
const FIRST: u32 = 0xF_0000;

/// Returns a blank for a missing value.
pub(super) fn blank(gap: &Gap) -> String {
    let name = serde_json::to_string(gap).unwrap_or_default();
    let letters = name
        .bytes()
        .filter_map(|byte| char::from_u32(FIRST + u32::from(byte)));
    BLANK.chars().chain(letters).collect()
}

/// Returns the value without the spaces around it, or a blank for it.
pub(super) fn or_missing(value: Option<&str>, gap: &Gap) -> String {
    known(value).map_or_else(|| blank(gap), str::to_owned)
}

/// Returns a text whose blanks, as far as nothing is known of them yet, are for this value.
pub(super) fn lacking(text: &str, gap: &Gap) -> String {
    let mut whole = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(BLANK) {
        whole.push_str(before);
        if behind.starts_with(is_letter) {
            whole.push_str(BLANK);
        } else {
            whole.push_str(&blank(gap));
        }
        rest = behind;
    }
    whole + rest
}

/// Says whether a text ends with a blank.
pub(super) fn ends_with_blank(text: &str) -> bool {
    text.trim_end_matches(is_letter).ends_with(BLANK)
}

/// Returns a text of which no list of blanks is made: the name of a file.
pub(super) fn bare(mut text: String) -> String {
    take(&mut text, None);
    text
}

/// Returns the pieces of a document, each with the blanks that it prints, in their order.
pub(super) fn finished(pieces: Vec<Piece>) -> Vec<Piece> {
    let finish = |mut piece: Piece| {
        let mut gaps = Vec::new();
        let of_piece = piece.source;
        for (text, source) in texts(&mut piece.block) {
            gaps.extend(take(text, source.or(of_piece)));
        }
        Piece { gaps, ..piece }
    };
    pieces.into_iter().map(finish).collect()
}

/// Takes the values out of a text that stand behind its blanks. A blank that somebody typed leads to where it was typed,
/// and is one run of dots, however many.
///
/// A blank at the end of a sentence has no full stop, so that it can be filled in.
fn take(text: &mut String, source: Option<Source>) -> Vec<Gap> {
    if !text.contains(BLANK) {
        return Vec::new();
    }
    let mut gaps = Vec::new();
    let mut printed = String::new();
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once(BLANK) {
        printed.push_str(before);
        printed.push_str(BLANK);
        let dots = behind.len() - behind.trim_start_matches('.').len();
        let (dots, behind) = behind.split_at(dots);
        printed.push_str(dots);
        let after = behind.trim_start_matches(is_letter);
        let gap = behind.strip_suffix(after).and_then(read);
        rest = match &gap {
            Some(_) => after.strip_prefix('.').unwrap_or(after),
            None => after,
        };
        gaps.push(gap.unwrap_or(Gap::Typed(source)));
    }
    printed.push_str(rest);
    *text = printed;
    gaps
}

/// Reads the letters behind a blank.
fn read(letters: &str) -> Option<Gap> {
    let bytes = letters
        .chars()
        .filter_map(|letter| u8::try_from(u32::from(letter).checked_sub(FIRST)?).ok());
    serde_json::from_slice(&bytes.collect::<Vec<u8>>()).ok()
}

fn is_letter(letter: char) -> bool {
    (FIRST..FIRST + 0x100).contains(&u32::from(letter))
}

/// Says whether a block is one text, and that is empty.
pub(super) fn is_emptied(block: &mut Block) -> bool {
    let texts = texts(block);
    matches!(texts.as_slice(), [(only, _)] if only.trim().is_empty())
}

/// Returns the texts of a block in the order in which they are printed, those of a row with the record of the row.
fn texts(block: &mut Block) -> Vec<(&mut String, Option<Source>)> {
    let of_piece = |text| (text, None);
    match block {
        Block::Letterhead(head) => {
            let Letterhead {
                superior,
                organ,
                number,
                place_date,
                is_internal: _,
            } = head;
            let always = [superior, organ].into_iter();
            let texts = always.chain(number).chain(place_date);
            texts.map(of_piece).collect()
        }
        Block::Title {
            kind: first,
            subject: second,
        }
        | Block::Annex {
            number: first,
            title: second,
            ..
        } => vec![of_piece(first), of_piece(second)],
        Block::Table(table) => of_table(table),
        Block::Plate(plate) => {
            let lines = plate.lines.iter_mut();
            lines.map(|line| (&mut line.text, None)).collect()
        }
        Block::Signatures { left, right } => signed(left).chain(signed(right)).collect(),
        Block::Closing {
            recipients,
            signature,
        } => {
            let recipients = recipients.iter_mut().map(of_piece);
            recipients.chain(signed(signature)).collect()
        }
        Block::Draft(text)
        | Block::Mark(text)
        | Block::Section(text)
        | Block::Heading(text)
        | Block::Speaker(text)
        | Block::Paragraph(text)
        | Block::Item(text)
        | Block::Numbered(text) => vec![of_piece(text)],
    }
}

fn of_table(table: &mut Table) -> Vec<(&mut String, Option<Source>)> {
    let heads = table
        .columns
        .iter_mut()
        .map(|column| (&mut column.title, None));
    let cells = table.rows.iter_mut().flat_map(|row| {
        let source = row.source;
        row.cells.iter_mut().map(move |cell| (cell, source))
    });
    let total = table.total.iter_mut().map(|text| (text, None));
    heads.chain(cells).chain(total).collect()
}

fn signed(signature: &mut Signature) -> impl Iterator<Item = (&mut String, Option<Source>)> {
    let over = signature
        .authority
        .iter_mut()
        .chain(&mut signature.position);
    over.chain([&mut signature.name]).map(|text| (text, None))
}
