//! What papers say only where the record has it: reading out and approval, praise, who was heard, who was there.
use crate::common::papers::{Scene, held, planned};
use crate::common::stage::Stage as Desk;
use giaoban::meeting::agenda;
use giaoban::meeting::code::{NoteKind, PaperKind};
use giaoban::papers::Format;
use giaoban::papers::brief::Stage;

fn text(scene: &Scene, kind: PaperKind) -> String {
    let bytes = Format::Markdown.bytes(&scene.paper(kind, Stage::Draft(1)));
    String::from_utf8(bytes.unwrap()).unwrap()
}

/// A meeting that was opened and closed, and in which nothing was written down.
fn silent() -> Scene {
    let mut scene = planned();
    scene.start(1, "08:00");
    let closed = agenda::close(
        &scene.dossier,
        scene.dossier.meeting.starts + chrono::TimeDelta::hours(1),
    );
    scene.make(&closed);
    scene
}

#[test]
fn a_meeting_in_which_nothing_was_said_is_told_so() {
    let scene = silent();
    let (minutes, notice) = (
        text(&scene, PaperKind::Minutes),
        text(&scene, PaperKind::Notice),
    );
    for claim in [
        "đánh giá cao",
        "đọc lại",
        "thông qua",
        "Sau khi nghe",
        "đại diện lãnh đạo",
        "Thường trực Đảng ủy các phường",
        "tuyên bố lý do",
        "TỔ CHỨC THỰC HIỆN",
        "ĐÁNH GIÁ CHUNG",
    ] {
        assert!(!notice.contains(claim), "{claim}\n{notice}");
    }
    for claim in [
        "đánh giá cao",
        "đọc lại",
        "thông qua",
        "tuyên bố lý do",
        "mặt 00",
        "Bí thư 00",
        "phép 00",
    ] {
        assert!(!minutes.contains(claim), "{claim}\n{minutes}");
    }
    assert!(notice.contains("kết luận như sau:"), "{notice}");
    assert!(
        notice.contains("đại diện Đảng ủy ...... phường."),
        "{notice}"
    );
}

#[test]
fn the_closing_sentence_says_what_was_said_of_the_minutes() {
    let mut scene = held();
    let end = |scene: &Scene| {
        let minutes = text(scene, PaperKind::Minutes);
        let line = minutes
            .lines()
            .find(|line| line.starts_with("Hội nghị kết thúc"));
        line.unwrap().to_owned()
    };
    assert!(
        end(&scene).ends_with("lập thành 02 bản."),
        "{}",
        end(&scene)
    );
    let meeting = &mut scene.dossier.meeting;
    (meeting.read_out, meeting.approved) =
        (Some(true), Some("hội nghị nhất trí thông qua".to_owned()));
    assert!(
        end(&scene).ends_with(
            "Biên bản đã được đọc lại cho hội nghị nghe và được hội nghị nhất trí thông qua."
        ),
        "{}",
        end(&scene)
    );
    let meeting = &mut scene.dossier.meeting;
    (meeting.read_out, meeting.reservations) = (Some(false), Some("sửa số liệu mục 3".to_owned()));
    assert!(
        end(&scene).ends_with(
            "Biên bản được hội nghị nhất trí thông qua. Ý kiến đối với biên bản: sửa số liệu mục 3."
        ),
        "{}",
        end(&scene)
    );
}

#[test]
fn the_number_of_pages_is_that_of_the_pages() {
    let scene = held();
    let minutes = scene.paper(PaperKind::Minutes, Stage::Draft(1));
    let pages = giaoban::papers::pdf::pages(&minutes).len();
    let said = format!("Biên bản gồm {pages:02} trang");
    assert!(text(&scene, PaperKind::Minutes).contains(&said), "{said}");
}

#[test]
fn the_notice_names_only_those_who_were_heard() {
    let mut scene = held();
    let notice = text(&scene, PaperKind::Notice);
    assert!(
        notice.contains("Sau khi nghe ý kiến trao đổi, thảo luận của đại diện Đảng ủy các phường và ý kiến triển khai, hướng dẫn, giải đáp của Ban Tổ chức Thành ủy, đồng chí"),
        "{notice}"
    );
    let notes: Vec<_> = scene.dossier.notes.iter().cloned().collect();
    let answers = notes
        .into_iter()
        .filter(|note| note.kind == NoteKind::Answer);
    scene.dossier.notes = answers.collect();
    let notice = text(&scene, PaperKind::Notice);
    assert!(
        notice.contains("Sau khi nghe ý kiến giải đáp của Ban Tổ chức Thành ủy, đồng chí"),
        "{notice}"
    );
}

/// A document that a ward names is none that the body presented.
#[test]
fn a_document_that_a_unit_names_is_not_the_bodys_own() {
    let mut scene = held();
    let mut notes: Vec<_> = scene.dossier.notes.iter().cloned().collect();
    notes.retain(|note| note.seat.is_some() && note.kind != NoteKind::Answer);
    notes.truncate(1);
    notes[0].kind = NoteKind::Document;
    scene.dossier.notes = notes.into_iter().collect();
    let notice = text(&scene, PaperKind::Notice);
    assert!(notice.contains("Sau khi nghe"), "{notice}");
    assert!(!notice.contains("triển khai, hướng dẫn của"), "{notice}");
}

/// The notice is written after the minutes were signed: its praise is none of theirs.
#[test]
fn the_praise_of_the_notice_does_not_come_into_the_minutes() {
    let mut scene = held();
    let item = |note: &giaoban::meeting::rows::Note| note.item;
    let concluding: Vec<_> = scene
        .dossier
        .items
        .iter()
        .filter(|item| item.kind == giaoban::meeting::code::ItemKind::Conclusion)
        .map(|item| Some(item.id))
        .collect();
    let notes: Vec<_> = scene.dossier.notes.iter().cloned().collect();
    let others = notes
        .into_iter()
        .filter(|note| !concluding.contains(&item(note)));
    scene.dossier.notes = others.collect();
    let mut imprint = scene.imprint(PaperKind::Notice);
    imprint.appraisal = Some("Ban đánh giá cao các phường".to_owned());
    scene.dossier.imprints.put(imprint);
    assert!(text(&scene, PaperKind::Notice).contains("đánh giá cao các phường"));
    assert!(!text(&scene, PaperKind::Minutes).contains("đánh giá cao các phường"));
}

#[test]
fn an_office_of_another_body_is_not_joined_to_the_committee() {
    let mut scene = held();
    let mut events: Vec<_> = scene.dossier.attendance.iter().cloned().collect();
    let event = events
        .iter_mut()
        .find(|event| event.person.is_some())
        .unwrap();
    event.office = Some("Chủ tịch Hội Cựu chiến binh phường".to_owned());
    scene.dossier.attendance.put(event.clone());
    let minutes = text(&scene, PaperKind::Minutes);
    assert!(
        minutes.contains("Dự thay: Đồng chí Người Dự Thay Ví Dụ, Chủ tịch Hội Cựu chiến binh phường, dự thay đồng chí Bí Thư Ví Dụ (Đảng ủy phường Hiệp Bình Phước)"),
        "{minutes}"
    );
}

#[test]
fn who_came_late_is_somebody_of_the_committee() {
    let minutes = text(&held(), PaperKind::Minutes);
    assert!(
        minutes.contains("Đến muộn: đại diện Đảng ủy phường Linh Xuân (08 giờ 12 phút)"),
        "{minutes}"
    );
    // The moment of a mark is no time of arrival.
    assert!(!minutes.contains("07 giờ 50"), "{minutes}");
}

#[test]
fn closing_asks_once_and_the_particulars_correct_it() {
    let mut desk = Desk::sized(120, 36);
    desk.press("<F3>1<C-a><F4><C-n>= #1 Thống nhất<Enter>");
    desk.set_time("09:00:00");
    desk.press("<C-p>bế mạc<Enter>");
    while !desk.text().contains("BIÊN BẢN ĐƯỢC THÔNG QUA") {
        let before = desk.text();
        desk.press("1");
        assert_ne!(before, desk.text(), "{before}");
    }
    desk.sees("1 hội nghị nhất trí thông qua")
        .press("có<Enter>3<Enter><Enter>")
        .sees("BIÊN BẢN ĐƯỢC THÔNG QUA")
        .press("<C-u>1<Enter><Enter>")
        .sees("Ghi việc đọc lại, thông qua biên bản");
    desk.press("<F2><C-d>")
        .sees("hội nghị nhất trí thông qua")
        .sees("Đã đọc lại");
}

#[test]
fn a_set_phrase_that_prints_unasked_is_listed_as_it_is_printed() {
    let mut desk = Desk::sized(120, 36);
    desk.press("<F3>1<C-a><F4><C-n>= #1 Thống nhất<Enter><F8><Right>")
        .misses("[notice]")
        .sees("Câu mẫu: «Thực hiện Chương");
}

#[test]
fn an_opening_that_nobody_wrote_down_is_listed_in_the_words_of_the_program_too() {
    let mut desk = Desk::sized(160, 90);
    desk.press("<F3>1<C-a><F4><C-o><Home><C-d><Tab><Tab><Tab>Trần Thị Lan<C-s><Esc><C-n><F8>")
        .sees("Câu mẫu: «Đồng chí Trần Thị Lan tuy");
    // What the secretary wrote is no set phrase, and the neutral sentence of a report is none to be looked at.
    let mut desk = Desk::sized(160, 90);
    desk.press("<F3>1<C-a><F4><C-o><Home><C-d><Tab><Tab><Tab>Trần Thị Lan<C-s>")
        .press("<Down><C-d><Tab><Tab><Tab>Trần Thị Lan<C-s><Esc><C-n>")
        .press("Đồng chí Trần Thị Lan tuyên bố lý do<Enter><C-n>2<F8>")
        .sees("trình bày báo cáo")
        .misses("Câu mẫu: «Đồng chí");
}

#[test]
fn praise_is_taken_by_one_key_and_never_printed_by_itself() {
    let mut desk = Desk::sized(120, 36);
    desk.press("<F3>1<C-a><F4><C-n>= #1 Thống nhất<Enter><F8><Right>")
        .misses("đánh giá cao")
        .press("<C-e>")
        .sees("gõ 1 để lấy câu thường dùng");
}
