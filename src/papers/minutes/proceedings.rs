//! What happened, item by item; in a discussion turn by turn, each line by its kind.

use super::notes_of;
use crate::meeting::agenda::{self, ItemState};
use crate::meeting::cell::Id;
use crate::meeting::code::{ItemKind, NoteKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call;
use crate::meeting::rows::{AgendaItem, Note, Seat};
use crate::papers::document::Block;
use crate::papers::minutes::full_stop;
use crate::papers::sentences::{BLANK, committee, delegate, ended, or_blank};
use crate::text::dates::{count, hour};

/// Returns the section on what happened.
pub(super) fn proceedings(dossier: &Dossier) -> Vec<Block> {
    let mut blocks = vec![Block::Section("DIỄN BIẾN HỘI NGHỊ".to_owned())];
    let items = agenda::items(dossier)
        .into_iter()
        .filter(|item| item.kind != ItemKind::Conclusion);
    for item in items {
        let time = agenda::began(dossier, item.id)
            .map(|at| format!(" ({})", hour(at)))
            .unwrap_or_default();
        blocks.push(Block::Heading(format!("{}{time}", item.title)));
        blocks.extend(item_body(dossier, item));
    }
    let loose = notes_of(dossier, |note| note.item.is_none());
    blocks.extend(
        loose
            .into_iter()
            .map(|note| Block::Item(remark(dossier, note))),
    );
    blocks
}

fn item_body(dossier: &Dossier, item: &AgendaItem) -> Vec<Block> {
    let notes = notes_of(dossier, |note| note.item == Some(item.id));
    if let Some(reason) = item
        .skipped
        .as_deref()
        .filter(|_| agenda::state(dossier, item) == ItemState::Skipped)
    {
        return vec![Block::Paragraph(full_stop(&format!(
            "Không thực hiện: {}",
            or_blank(Some(reason))
        )))];
    }
    if notes.is_empty() && item.kind != ItemKind::Pause {
        return vec![Block::Paragraph(BLANK.to_owned())];
    }
    match item.kind {
        ItemKind::Discussion => discussion(dossier, &notes),
        ItemKind::Opening
        | ItemKind::Review
        | ItemKind::Report
        | ItemKind::Documents
        | ItemKind::Answers
        | ItemKind::Conclusion
        | ItemKind::Pause
        | ItemKind::Other => notes
            .into_iter()
            .map(|note| Block::Item(remark(dossier, note)))
            .collect(),
    }
}

/// Turn by turn: who spoke, then what was said, each line by its kind.
fn discussion(dossier: &Dossier, notes: &[&Note]) -> Vec<Block> {
    let turns: Vec<&[&Note]> = notes.chunk_by(|a, b| speaker(a) == speaker(b)).collect();
    let seats: Vec<_> = turns
        .iter()
        .filter_map(|turn| turn.first().and_then(|note| speaker(note)))
        .collect();
    let mut different = seats.clone();
    different.sort_unstable();
    different.dedup();
    let mut blocks = Vec::new();
    if !seats.is_empty() {
        blocks.push(Block::Paragraph(format!(
            "Có {} lượt ý kiến của đại diện Thường trực Đảng ủy {} phường:",
            count(seats.len()),
            count(different.len())
        )));
    }
    for turn in turns {
        match turn
            .first()
            .and_then(|note| note.seat)
            .and_then(|seat| dossier.seats.get(seat))
        {
            Some(seat) => {
                let who = delegate(seat, roll_call::base(dossier, seat.id));
                blocks.push(Block::Speaker(who));
                blocks.extend(turn.iter().map(|note| Block::Item(said(note))));
            }
            None => blocks.extend(turn.iter().map(|note| Block::Item(remark(dossier, note)))),
        }
    }
    blocks
}

/// Returns whose words a note holds; an answer is the committee's, and names who had asked.
fn speaker(note: &Note) -> Option<Id<Seat>> {
    note.seat.filter(|_| note.kind != NoteKind::Answer)
}

fn said(note: &Note) -> String {
    match kind_name(note.kind) {
        Some(kind) => ended(&format!("{kind}: {}", note.text), '.'),
        None => ended(&note.text, '.'),
    }
}

/// A line under an item where speakers are not listed one by one.
pub(super) fn remark(dossier: &Dossier, note: &Note) -> String {
    let seat = note.seat.and_then(|seat| dossier.seats.get(seat));
    let issuer = &dossier.issuer.short_name;
    match (note.kind, seat, &note.speaker) {
        (NoteKind::Answer, Some(seat), _) => {
            let committee = committee(&seat.name);
            ended(
                &format!("Ý kiến {committee}: {issuer} giải đáp: {}", note.text),
                '.',
            )
        }
        (NoteKind::Answer, None, _) => ended(&format!("{issuer} giải đáp: {}", note.text), '.'),
        (_, Some(seat), _) => {
            let who = delegate(seat, roll_call::base(dossier, seat.id));
            format!("{who}: {}", said(note))
        }
        (_, None, Some(name)) => format!("Đồng chí {name}: {}", said(note)),
        (_, None, None) => said(note),
    }
}

/// Returns how the minutes name what kind of thing was said; plain information needs no name.
fn kind_name(kind: NoteKind) -> Option<&'static str> {
    match kind {
        NoteKind::Result => Some("Kết quả nổi bật"),
        NoteKind::Difficulty => Some("Khó khăn, vướng mắc"),
        NoteKind::Experience => Some("Kinh nghiệm"),
        NoteKind::Proposal => Some("Kiến nghị, đề xuất"),
        NoteKind::Answer => Some("Giải đáp"),
        NoteKind::Instruction => Some("Chỉ đạo"),
        NoteKind::Document => Some("Triển khai văn bản"),
        NoteKind::Information => None,
    }
}
