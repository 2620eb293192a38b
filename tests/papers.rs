//! The papers of a meeting: minutes and conclusion notice as the worked examples have them, from any record.
#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop there"
)]

mod common;

use common::papers::{Scene, day, golden, held, planned};
use giaoban::meeting::code::{Capacity, MeetingState, NamedAfter, PaperKind};
use giaoban::meeting::rows::Signatory;
use giaoban::papers::document::{Block, Particular, Source};
use giaoban::papers::paper::Stage;
use giaoban::papers::phrases::Phrases;
use giaoban::papers::{Document, Format};

/// Returns the words of a document's blocks, one a line.
fn words(document: &Document) -> Vec<String> {
    let blocks = document.pieces.iter().map(|piece| &piece.block);
    blocks
        .filter_map(|block| match block {
            Block::Draft(text)
            | Block::Mark(text)
            | Block::Section(text)
            | Block::Heading(text)
            | Block::Speaker(text)
            | Block::Paragraph(text)
            | Block::Item(text)
            | Block::Numbered(text) => Some(text.clone()),
            Block::Title { subject, .. } => Some(subject.clone()),
            Block::Annex { title, .. } => Some(title.clone()),
            Block::Letterhead(_)
            | Block::Table(_)
            | Block::Signatures { .. }
            | Block::Closing { .. } => None,
        })
        .collect()
}

/// Returns where Enter leads on the first block that begins with these words.
fn source(document: &Document, begins: &str) -> Option<Source> {
    let found = document.pieces.iter().find(|piece| match &piece.block {
        Block::Section(text)
        | Block::Heading(text)
        | Block::Speaker(text)
        | Block::Paragraph(text)
        | Block::Item(text)
        | Block::Numbered(text) => text.starts_with(begins),
        _ => false,
    });
    found
        .unwrap_or_else(|| panic!("nothing begins with «{begins}»"))
        .source
}

fn with_imprint(scene: &mut Scene, edit: impl FnOnce(&mut giaoban::meeting::rows::Imprint)) {
    let mut imprint = scene.imprint(PaperKind::Notice);
    imprint.dated = Some(day(2023, 7, 13));
    imprint.number = Some(25);
    edit(&mut imprint);
    scene.dossier.imprints.put(imprint);
}

#[test]
fn minutes_are_as_the_worked_example_has_them() {
    let mut scene = held();
    let mut imprint = scene.imprint(PaperKind::Minutes);
    imprint.number = Some(12);
    scene.dossier.imprints.put(imprint);
    scene.dossier.meeting.state = MeetingState::Final;
    golden("minutes.md", &scene.paper(PaperKind::Minutes, Stage::Final));
}

#[test]
fn a_notice_named_after_the_meeting_and_signed_by_the_head() {
    let mut scene = held();
    scene.dossier.issuer.follow_up = Some("bộ phận tổng hợp (ví dụ)".to_owned());
    with_imprint(&mut scene, |imprint| {
        imprint.report_by = Some(day(2023, 9, 5))
    });
    golden("notice.md", &scene.paper(PaperKind::Notice, Stage::Final));
}

#[test]
fn a_notice_named_after_the_chair_and_signed_by_a_deputy() {
    let mut scene = held();
    let deputy = Signatory {
        id: scene.ids.next(),
        position: 1,
        capacity: Capacity::Deputy,
        office: "Phó Trưởng Ban".to_owned(),
        name: "Người Ký Thay Ví Dụ".to_owned(),
    };
    scene.dossier.signatories.put(deputy);
    with_imprint(&mut scene, |imprint| {
        imprint.named_after = NamedAfter::Chair;
        imprint.capacity = Capacity::Deputy;
        imprint.appraisal = Some("Các phường đã nỗ lực (ví dụ)".to_owned());
        imprint.recipients = Some("- Đảng ủy {n} phường,\n- Lưu Ban Tổ chức Thành ủy.".to_owned());
    });
    let notice = scene.paper(PaperKind::Notice, Stage::Draft(2));
    golden("notice_deputy.md", &notice);
}

#[test]
fn a_notice_signed_by_order() {
    let mut scene = held();
    with_imprint(&mut scene, |imprint| {
        imprint.named_after = NamedAfter::Chair;
        imprint.capacity = Capacity::ByOrder;
        imprint.office = Some("Chánh Văn phòng".to_owned());
        imprint.signer = Some("Người Ký Thừa Lệnh Ví Dụ".to_owned());
    });
    golden(
        "notice_by_order.md",
        &scene.paper(PaperKind::Notice, Stage::Final),
    );
}
