//! The papers of a meeting: minutes and conclusion notice as the worked examples have them, from any record.
use crate::common::papers::{Scene, day, empty, golden, held, planned, quarrelled};
use giaoban::meeting::code::{Capacity, MeetingState, NamedAfter, PaperKind};
use giaoban::meeting::dossier::Rows;
use giaoban::meeting::rows::{Action, Imprint, IssueAnswer, Signatory};
use giaoban::papers::brief::{Stage, Which};
use giaoban::papers::document::{Block, Particular, Signature, Source};
use giaoban::papers::gaps::Gap;
use giaoban::papers::markdown::markdown;
use giaoban::papers::signing::settle;
use giaoban::papers::version::folder;
use giaoban::papers::{Document, Format};
use proptest::prelude::*;

/// Returns the words of a block, unless it is a table or a frame of several.
fn said(block: &Block) -> Option<&str> {
    match block {
        Block::Draft(text)
        | Block::Mark(text)
        | Block::Section(text)
        | Block::Heading(text)
        | Block::Speaker(text)
        | Block::Paragraph(text)
        | Block::Item(text)
        | Block::Numbered(text) => Some(text),
        Block::Title { .. }
        | Block::Annex { .. }
        | Block::Letterhead(_)
        | Block::Table(_)
        | Block::Plate(_)
        | Block::Signatures { .. }
        | Block::Closing { .. } => None,
    }
}

/// Returns the words of a document's blocks.
fn words(document: &Document) -> Vec<String> {
    let blocks = document.pieces.iter().map(|piece| &piece.block);
    blocks.filter_map(said).map(str::to_owned).collect()
}

/// Returns where Enter leads on the first block that begins with these words.
fn source(document: &Document, begins: &str) -> Option<Source> {
    let mut pieces = document.pieces.iter();
    let found =
        pieces.find(|piece| said(&piece.block).is_some_and(|said| said.starts_with(begins)));
    found
        .unwrap_or_else(|| panic!("nothing begins with «{begins}»"))
        .source
}

fn with_imprint(scene: &mut Scene, edit: impl FnOnce(&mut Imprint)) {
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
    let meeting = &mut scene.dossier.meeting;
    meeting.read_out = Some(true);
    meeting.approved = Some("hội nghị nhất trí thông qua".to_owned());
    scene.dossier.imprints.put(imprint);
    scene.dossier.meeting.state = MeetingState::Final;
    golden("minutes.md", &scene.paper(PaperKind::Minutes, Stage::Final));
}

#[test]
fn a_notice_named_after_the_meeting_and_signed_by_the_head() {
    let mut scene = held();
    scene.dossier.issuer.follow_up = Some("bộ phận tổng hợp (ví dụ)".to_owned());
    with_imprint(&mut scene, |imprint| {
        imprint.report_by = Some(day(2023, 9, 5));
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

/// Nobody has called the roll, nothing was noted, nobody has closed it.
#[test]
fn a_meeting_of_which_nothing_is_known_shows_blanks() {
    let scene = planned();
    let minutes = scene.paper(PaperKind::Minutes, Stage::Draft(3));
    let said = words(&minutes);
    for line in [
        "Dự thảo lần 3",
        "Thời gian: Bắt đầu vào hồi ......, ngày 11 tháng 7 năm 2023.",
        "Địa điểm: ......",
        "Người chủ trì: Đồng chí ......, ......",
        "Ghi âm, ghi hình: ......",
        "Lãnh đạo và chuyên viên Ban Tổ chức Thành ủy: có mặt ...... đồng chí.",
        "Bí thư hoặc Phó Bí thư Thường trực Đảng ủy 34 phường: triệu tập 34; chưa điểm danh 34.",
        "......",
        "Hội nghị kết thúc vào hồi ...... cùng ngày. Biên bản gồm 05 trang, lập thành ...... bản.",
    ] {
        assert!(
            said.iter().any(|said| said == line),
            "«{line}» in {said:#?}"
        );
    }
    assert!(!said.iter().any(|said| said.contains("ý kiến của đại diện")));
    let notice = scene.paper(PaperKind::Notice, Stage::Draft(1));
    let said = words(&notice).join("\n");
    assert!(said.contains("do đồng chí ......, ......, chủ trì."));
    // Nobody was marked or counted, so nobody is named.
    assert!(said.contains("Tham dự hội nghị có đại diện Đảng ủy ...... phường."));
    assert!(said.contains("Đồng chí ...... kết luận như sau:\nNHIỆM VỤ TRỌNG TÂM\n......"));
    // Without a conclusion nothing is to be carried out.
    assert!(!said.contains("TỔ CHỨC THỰC HIỆN"));
    let signature = signature(&notice);
    assert_eq!(signature.position.as_deref(), Some("TRƯỞNG BAN"));
    assert_eq!(
        (signature.authority.as_deref(), signature.name.as_str()),
        (None, "......")
    );
}

/// A presenter of an item that nothing is known of did nothing yet.
#[test]
fn nothing_is_told_of_an_item_before_it_has_run() {
    let mut scene = planned();
    scene.present(1, "Người Mở Đầu Ví Dụ");
    scene.start(2, "08:10");
    let minutes = scene.paper(PaperKind::Minutes, Stage::Draft(1));
    assert!(
        !words(&minutes)
            .iter()
            .any(|said| said.contains("tuyên bố lý do"))
    );
    assert!(
        words(&minutes)
            .iter()
            .all(|said| !said.contains("Người Mở Đầu"))
    );
}

#[test]
fn who_presents_an_item_begins_its_paragraph() {
    let mut scene = planned();
    for (position, presenter) in [
        (1, "Người Một"),
        (2, "đ/c Người Hai, Phó Ban"),
        (3, "Người Ba"),
        (4, "Người Bốn"),
    ] {
        scene.present(position, presenter);
    }
    scene.start(1, "08:00");
    scene.write("08:01", "Giới thiệu đại biểu");
    scene.start(2, "08:10");
    scene.write("08:11", "Tình hình chung");
    scene.write("08:12", "Số liệu 85,3%, 7 chi bộ, 4 tốt");
    scene.start(3, "08:20");
    scene.write("08:21", "@linh tru + Đạt 60%");
    scene.start(4, "09:00");
    scene.write("09:01", "Quy định số 58-QĐ/TW");
    scene.write("09:02", "Hướng dẫn số 02-HD/TW.");
    let minutes = scene.paper(PaperKind::Minutes, Stage::Draft(1));
    let said = words(&minutes).join("\n");
    for told in [
        "Khai mạc (08 giờ 00)\nĐồng chí Người Một giới thiệu đại biểu.",
        "(08 giờ 10)\nĐồng chí Người Hai, Phó Ban, trình bày:\nTình hình chung.\nSố liệu 85,3%, 7 chi bộ, 4 tốt.",
        "(08 giờ 20)\nCó 01 lượt ý kiến của đại diện Đảng ủy 01 phường:\nĐại diện Đảng ủy phường Linh Trung\n\
         Kết quả nổi bật: Đạt 60%.",
        "(09 giờ 00)\nĐồng chí Người Bốn triển khai:\nQuy định số 58-QĐ/TW.\nHướng dẫn số 02-HD/TW.",
    ] {
        assert!(said.contains(told), "«{told}» in\n{said}");
    }
}

/// What was noted with a verb of its own follows the name; the name of a document is no verb.
#[test]
fn a_line_with_a_verb_follows_the_presenters_name() {
    let told = |position: i64, presenter: &str, lines: &[&str]| {
        let mut scene = planned();
        scene.present(position, presenter);
        scene.start(position, "08:00");
        for line in lines {
            scene.write("08:01", line);
        }
        let minutes = scene.paper(PaperKind::Minutes, Stage::Draft(1));
        let said = words(&minutes);
        let heading = said.iter().position(|said| said.ends_with("(08 giờ 00)"));
        said[heading.unwrap() + 1..=heading.unwrap() + lines.len().max(1)].join("\n")
    };
    let report = |line| told(2, "Người Hai, Phó Ban", &[line]);
    let documents = |lines: &[&str]| told(4, "Người Bốn", lines);
    for (is, should) in [
        (
            report("Trình bày tóm tắt báo cáo"),
            "Đồng chí Người Hai, Phó Ban, trình bày tóm tắt báo cáo.",
        ),
        (
            told(1, "Người Một", &["Tuyên bố lý do", "Số lượng 34"]),
            "Đồng chí Người Một tuyên bố lý do.\nSố lượng 34.",
        ),
        (
            report("Báo cáo số 12-BC/BTCTU"),
            "Đồng chí Người Hai, Phó Ban, trình bày: Báo cáo số 12-BC/BTCTU.",
        ),
        (
            report("Nêuuu"),
            "Đồng chí Người Hai, Phó Ban, trình bày: Nêuuu.",
        ),
        (
            report("BTCTU thông qua"),
            "Đồng chí Người Hai, Phó Ban, trình bày: BTCTU thông qua.",
        ),
        (
            documents(&["Triển khai Quy định số 58-QĐ/TW"]),
            "Đồng chí Người Bốn triển khai Quy định số 58-QĐ/TW.",
        ),
        (
            documents(&["Hướng dẫn của Ban Tổ chức Trung ương"]),
            "Đồng chí Người Bốn triển khai: Hướng dẫn của Ban Tổ chức Trung ương.",
        ),
    ] {
        assert_eq!(is, should);
    }
    let several = told(
        4,
        "Người Bốn, Phó Ban",
        &["Triển khai Quy định số 58", "Quán triệt Chỉ thị"],
    );
    assert_eq!(
        several,
        "Đồng chí Người Bốn, Phó Ban:\nTriển khai Quy định số 58."
    );
}

#[test]
fn the_conclusion_begins_with_the_chairs_words_or_with_a_neutral_sentence() {
    let mut scene = held();
    let lead = |scene: &Scene| {
        let minutes = scene.paper(PaperKind::Minutes, Stage::Final);
        let said = words(&minutes);
        let section = said.iter().position(|said| said.starts_with("KẾT LUẬN"));
        said[section.unwrap() + 1..section.unwrap() + 3].to_vec()
    };
    let conclusion = scene.item(6).id;
    let mut notes: Vec<_> = scene.dossier.notes.iter().cloned().collect();
    notes.retain(|note| note.item != Some(conclusion));
    scene.dossier.notes = notes.into_iter().collect();
    // Nobody is made to praise.
    assert_eq!(
        lead(&scene)[0],
        "Chủ trì hội nghị kết luận một số nội dung sau đây:"
    );
    let mut imprint = scene.imprint(PaperKind::Minutes);
    imprint.appraisal = Some("Các phường đã nỗ lực (ví dụ)".to_owned());
    scene.dossier.imprints.put(imprint);
    assert_eq!(
        lead(&scene),
        [
            "Các phường đã nỗ lực (ví dụ).",
            "Chủ trì hội nghị kết luận một số nội dung sau đây:"
        ]
    );
}

#[test]
fn the_minutes_refer_to_the_annex_of_the_actions_where_there_is_one() {
    let annexed = "(Phân công nhiệm vụ tại Phụ lục 2 kèm theo.)";
    let mut scene = held();
    let said = words(&scene.paper(PaperKind::Minutes, Stage::Final));
    let place = said.iter().position(|said| said == annexed).unwrap();
    assert!(said[place - 1].starts_with("Tăng cường"), "{said:#?}");
    assert!(said[place + 1].starts_with("Hội nghị kết thúc"));
    scene.dossier.actions = std::iter::empty().collect();
    let said = words(&scene.paper(PaperKind::Minutes, Stage::Final));
    assert!(!said.iter().any(|said| said == annexed));
}

/// Nobody is made to say what somebody else said: the chair least of all.
#[test]
fn who_presents_the_item_answers() {
    let answers = |scene: &Scene| {
        let said = words(&scene.paper(PaperKind::Minutes, Stage::Final));
        let of_them = said.into_iter().filter(|said| said.contains("giải đáp:"));
        of_them.collect::<Vec<_>>()
    };
    let answered = |scene: &mut Scene| {
        scene.start(3, "08:25");
        scene.write("08:26", "@cát ! #4 Phương án nhân sự (ví dụ)");
        scene.start(5, "09:40");
        scene.write("09:41", ": @cát Tiếp thu (ví dụ)");
    };
    let authors = |scene: &Scene| {
        let answers = scene.dossier.answers.iter();
        answers
            .map(|answer| answer.author.clone())
            .collect::<Vec<_>>()
    };
    let mut scene = planned();
    scene.dossier.meeting.chair = Some("Người Chủ Trì Ví Dụ".to_owned());
    answered(&mut scene);
    assert_eq!(authors(&scene), [None]);
    let by_the_body =
        "Ý kiến Đảng ủy phường Cát Lái (VM-001): Ban Tổ chức Thành ủy giải đáp: Tiếp thu (ví dụ).";
    assert_eq!(answers(&scene), [by_the_body]);
    // As the program wrote it before.
    let mut answer = scene.dossier.answers.iter().next().unwrap().clone();
    answer.author.clone_from(&scene.dossier.meeting.chair);
    scene.dossier.answers.put(answer);
    assert_eq!(answers(&scene), [by_the_body]);
    let mut scene = planned();
    scene.present(5, "Đồng chí Người Giải Đáp, Phó Ban");
    answered(&mut scene);
    assert_eq!(
        authors(&scene),
        [Some("Đồng chí Người Giải Đáp, Phó Ban".to_owned())]
    );
    assert_eq!(
        answers(&scene),
        [
            "Ý kiến Đảng ủy phường Cát Lái (VM-001): Đồng chí Người Giải Đáp, Phó Ban giải đáp: Tiếp thu (ví dụ)."
        ]
    );
}

/// Wherever the answer is typed, the minutes say whose question it answers and under which code.
#[test]
fn an_answer_says_whose_question_it_answers() {
    let mut scene = planned();
    scene.start(3, "08:25");
    scene.write("08:26", "@linh tru ! #5 Khó tiếp nhận tổ chức đảng");
    scene.write("08:27", "@tam p ! #4 Thiếu nơi sinh hoạt");
    scene.write("08:28", "@cát @an kh ! #4 Thiếu người");
    scene.write("08:29", ": @tam p Có thể trả lời ngay VM-002");
    scene.start(5, "09:40");
    scene.write("09:41", ": VM-001 Ban sẽ phối hợp giải quyết");
    scene.write("09:42", ": Cả hai phường chủ động bố trí VM-003");
    let said = words(&scene.paper(PaperKind::Minutes, Stage::Final)).join("\n");
    for line in [
        "Ý kiến Đảng ủy phường Tam Phú (VM-002): Ban Tổ chức Thành ủy giải đáp: Có thể trả lời ngay.",
        "Ý kiến Đảng ủy phường Linh Trung (VM-001): Ban Tổ chức Thành ủy giải đáp: Ban sẽ phối hợp giải quyết.",
        "Ý kiến Đảng ủy phường An Khánh, Đảng ủy phường Cát Lái (VM-003): Ban Tổ chức Thành ủy giải đáp: \
         Cả hai phường chủ động bố trí.",
    ] {
        assert!(said.contains(line), "«{line}» in\n{said}");
    }
    // Two that were merged keep their own codes; of nobody the code alone is told.
    let issues: Vec<_> = scene.dossier.issues.iter().cloned().collect();
    let (first, mut second) = (issues[0].clone(), issues[1].clone());
    second.duplicate_of = Some(first.id);
    scene.dossier.issues.put(second);
    scene.dossier.raised = {
        let all = scene.dossier.raised.iter().cloned();
        all.map(|raised| giaoban::meeting::rows::IssueRaised {
            seat: raised.seat.filter(|_| raised.issue == first.id),
            unit: raised.unit.filter(|_| raised.issue == first.id),
            ..raised
        })
        .collect()
    };
    let said = words(&scene.paper(PaperKind::Minutes, Stage::Final)).join("\n");
    assert!(
        said.contains("Ý kiến Đảng ủy phường Linh Trung (VM-001): "),
        "{said}"
    );
    assert!(said.contains("Ý kiến về vướng mắc VM-003: "), "{said}");
}

/// A question of an earlier meeting is told by the unit that raised it there.
#[test]
fn an_answer_to_an_issue_of_an_earlier_meeting_names_who_raised_it() {
    let mut scene = planned();
    scene.start(3, "08:25");
    scene.write("08:26", "@cát ! #4 Thiếu người");
    scene.start(5, "09:40");
    scene.write("09:41", ": VM-001 Phường chủ động bố trí");
    // The same, as a later meeting has it.
    let earlier = giaoban::meeting::cell::Id::of(1);
    for mut issue in scene.dossier.issues.iter().cloned().collect::<Vec<_>>() {
        issue.meeting = earlier;
        scene.dossier.older.put(issue);
    }
    for mut raised in scene.dossier.raised.iter().cloned().collect::<Vec<_>>() {
        (raised.meeting, raised.seat) = (earlier, None);
        scene.dossier.older_raised.put(raised);
    }
    scene.dossier.issues = std::iter::empty().collect();
    scene.dossier.raised = std::iter::empty().collect();
    let said = words(&scene.paper(PaperKind::Minutes, Stage::Final)).join("\n");
    let line = "Ý kiến Đảng ủy phường Cát Lái (VM-001): Ban Tổ chức Thành ủy giải đáp: Phường chủ động bố trí.";
    assert!(said.contains(line), "{said}");
}

/// The notice names each task once, in words, under its conclusion; one without a conclusion stands behind them.
#[test]
fn the_notice_names_each_task_in_words() {
    let mut scene = held();
    let first = scene.dossier.actions.iter().next().unwrap().clone();
    let conclusion = scene.dossier.conclusions.iter().next().unwrap().clone();
    let units: Vec<_> = giaoban::meeting::roll_call::wards(&scene.dossier)
        .into_iter()
        .filter_map(|seat| seat.unit)
        .collect();
    for (number, conclusion, text) in [
        (7, Some(conclusion.id), conclusion.text.as_str()),
        (8, None, "Gửi danh sách hồ sơ."),
    ] {
        let action = Action {
            id: scene.ids.next(),
            number,
            conclusion,
            text: text.to_owned(),
            deadline: Some(day(2023, 12, 31)),
            deadline_words: Some("cuối năm".to_owned()),
            deliverable: Some("Danh sách".to_owned()),
            ..first.clone()
        };
        let changes = giaoban::meeting::actions::assign(action, &units[..2], &scene.ids);
        scene.make(&changes);
    }
    let notice = scene.paper(PaperKind::Notice, Stage::Final);
    let said = words(&notice);
    let place = |begins: &str| {
        let found = said.iter().position(|said| said.starts_with(begins));
        found.unwrap_or_else(|| panic!("«{begins}» in {said:#?}"))
    };
    // What the conclusion says already is not said again under it.
    let same = "Nhiệm vụ NV-007; đơn vị chủ trì: Đảng ủy các phường: An Khánh, An Lợi Đông; \
                thời hạn: 31/12/2023 (cuối năm); sản phẩm: Danh sách;";
    assert_eq!(place(same), place("Báo cáo tiến độ") + 1);
    let other = "Gửi danh sách hồ sơ (NV-008); đơn vị chủ trì: Đảng ủy các phường: An Khánh, An Lợi Đông; \
                 thời hạn: 31/12/2023 (cuối năm); sản phẩm: Danh sách.";
    assert_eq!(
        place(other),
        place("Các nhiệm vụ khác giao tại hội nghị:") + 1
    );
    assert!(place(other) < place("TỔ CHỨC THỰC HIỆN"));
    let tables = notice.pieces.iter().filter_map(|piece| {
        if let Block::Table(table) = &piece.block {
            Some(table)
        } else {
            None
        }
    });
    let rows = tables.flat_map(|table| &table.rows);
    let concluded: Vec<(&str, &str)> = rows
        .map(|row| (row.cells[1].as_str(), row.cells[7].as_str()))
        .collect();
    assert_eq!(
        concluded,
        [
            ("NV-001", "1"),
            ("NV-007", "1"),
            ("NV-008", ""),
            ("NV-002", "4")
        ]
    );
}

#[test]
fn an_answer_of_the_same_day_is_in_the_minutes_and_a_later_one_is_not() {
    let mut scene = planned();
    scene.start(3, "08:25");
    scene.write("08:26", "@cát ! #4 Phương án nhân sự (ví dụ)");
    let issue = scene.dossier.issues.iter().next().unwrap().id;
    for (at, author, text) in [
        (
            "2023-07-11T15:00:00+07:00",
            Some("Người Trả Lời"),
            "Cùng ngày",
        ),
        ("2023-07-12T08:00:00+07:00", None, "Hôm sau"),
    ] {
        scene.dossier.answers.put(IssueAnswer {
            id: scene.ids.next(),
            issue,
            meeting: None,
            note: None,
            author: author.map(str::to_owned),
            text: Some(text.to_owned()),
            at: chrono::DateTime::parse_from_rfc3339(at).unwrap(),
            document: None,
        });
    }
    let minutes = scene.paper(PaperKind::Minutes, Stage::Draft(1));
    let said = words(&minutes);
    let heading = said.iter().position(|said| said.starts_with("Giải đáp"));
    assert_eq!(
        said[heading.unwrap() + 1],
        "Ý kiến Đảng ủy phường Cát Lái (VM-001): Đồng chí Người Trả Lời giải đáp: Cùng ngày."
    );
    assert_eq!(
        source(&minutes, "Ý kiến Đảng ủy phường Cát Lái"),
        Some(Source::Issue(issue))
    );
    assert!(!said.iter().any(|said| said.contains("Hôm sau")));
}

/// The notice calls the units as its table does.
#[test]
fn nearly_all_units_have_one_name_in_a_notice() {
    let mut scene = held();
    let first = scene.dossier.actions.iter().next().unwrap().clone();
    let units: Vec<_> = giaoban::meeting::roll_call::wards(&scene.dossier)
        .into_iter()
        .filter_map(|seat| seat.unit)
        .collect();
    let changes = giaoban::meeting::actions::remove(&scene.dossier, &first);
    scene.make(&changes);
    for (to, told) in [
        (&units[2..], "Đảng ủy 32 phường (trừ An Khánh, An Lợi Đông)"),
        (&units[..2], "Đảng ủy các phường: An Khánh, An Lợi Đông"),
        (&units[..12], "12 đơn vị (Phụ lục kèm theo)"),
    ] {
        let action = Action {
            id: scene.ids.next(),
            ..first.clone()
        };
        let changes = giaoban::meeting::actions::assign(action.clone(), to, &scene.ids);
        scene.make(&changes);
        let said = words(&scene.paper(PaperKind::Notice, Stage::Final));
        let line = format!("; đơn vị chủ trì: {told}; thời hạn: ");
        assert!(said.iter().any(|said| said.contains(&line)), "{said:#?}");
        let changes = giaoban::meeting::actions::remove(&scene.dossier, &action);
        scene.make(&changes);
    }
}

#[test]
fn a_blank_before_a_bracket_has_no_full_stop() {
    let said = words(&held().paper(PaperKind::Notice, Stage::Final)).join("\n");
    assert!(
        said.contains("trước ngày ...... (Phân công nhiệm vụ tại Phụ lục kèm theo.)"),
        "{said}"
    );
}

#[test]
fn who_came_late_is_one_key_away() {
    let scene = held();
    let minutes = scene.paper(PaperKind::Minutes, Stage::Final);
    for (begins, seat) in [
        ("Đến muộn", "Linh Xuân"),
        (
            "Lãnh đạo và chuyên viên",
            "Lãnh đạo và chuyên viên Ban Tổ chức Thành ủy",
        ),
        (
            "Đại diện lãnh đạo Trung tâm",
            "Đại diện lãnh đạo Trung tâm Chính trị thành phố Thủ Đức",
        ),
    ] {
        let seat = scene.seat(seat).id;
        assert_eq!(
            source(&minutes, begins),
            Some(Source::RollCall(Some(seat))),
            "{begins}"
        );
    }
}

#[test]
fn every_sentence_leads_to_its_record() {
    let mut scene = held();
    scene.dossier.meeting.sample = true;
    let minutes = scene.paper(PaperKind::Minutes, Stage::Draft(1));
    assert!(words(&minutes).contains(&"DỰ THẢO - DỮ LIỆU MẪU".to_owned()));
    let of_meeting = |what| Some(Source::Meeting(what));
    let note = |begins: &str| {
        let mut notes = scene.dossier.notes.iter();
        Some(Source::Note(
            notes.find(|note| note.text.starts_with(begins)).unwrap().id,
        ))
    };
    let conclusion = scene.dossier.conclusions.iter().next().unwrap().id;
    for (begins, source_of_it) in [
        ("Thời gian", of_meeting(Particular::Times)),
        ("Địa điểm", of_meeting(Particular::Venue)),
        ("Nội dung", of_meeting(Particular::Content)),
        ("Người chủ trì", of_meeting(Particular::Chair)),
        ("Người ghi biên bản", of_meeting(Particular::Recorder)),
        ("Tài liệu", of_meeting(Particular::Documents)),
        ("Ghi âm", of_meeting(Particular::Recording)),
        ("Bí thư hoặc", Some(Source::RollCall(None))),
        (
            "Vắng mặt",
            Some(Source::RollCall(Some(scene.seat("Thảo Điền").id))),
        ),
        (
            "Dự thay",
            Some(Source::RollCall(Some(scene.seat("Hiệp Bình Phước").id))),
        ),
        ("Khai mạc", Some(Source::Item(scene.item(1).id))),
        ("Đồng chí Người Triển Khai", note("Quy định số 58")),
        ("Có 04 lượt", Some(Source::Item(scene.item(3).id))),
        ("Kinh nghiệm", note("Phân công cấp ủy viên")),
        ("Ý kiến Đảng ủy phường Cát Lái", note("Tiếp thu")),
        ("Thay mặt", note("Thay mặt")),
        ("Khẩn trương", Some(Source::Conclusion(conclusion))),
        ("Hội nghị kết thúc", of_meeting(Particular::Copies)),
    ] {
        assert_eq!(source(&minutes, begins), source_of_it, "{begins}");
    }
    let notice = scene.paper(PaperKind::Notice, Stage::Final);
    let action = scene.dossier.actions.iter().next().unwrap().id;
    for (begins, source_of_it) in [
        ("Khẩn trương", Some(Source::Conclusion(conclusion))),
        ("Báo cáo tiến độ", Some(Source::Action(action))),
        ("Giao", Some(Source::Issuer)),
    ] {
        assert_eq!(source(&notice, begins), source_of_it, "{begins}");
    }
}

#[test]
fn the_day_of_a_paper_decides_its_form_and_its_head() {
    let letterhead = |document: &Document| {
        let first = document.pieces.first().map(|piece| &piece.block);
        let Some(Block::Letterhead(head)) = first else {
            panic!("a paper begins with its letterhead");
        };
        head.clone()
    };
    let mut scene = held();
    let notice = scene.paper(PaperKind::Notice, Stage::Draft(1));
    let head = letterhead(&notice);
    assert_eq!(head.number.as_deref(), Some("Số ......-TB/BTCTU"));
    let undated = "Thủ Đức, ngày ...... tháng ...... năm ......";
    assert_eq!(head.place_date.as_deref(), Some(undated));
    assert_eq!(notice.profile().id, "hd36");
    with_imprint(&mut scene, |imprint| imprint.dated = Some(day(2026, 5, 27)));
    let notice = scene.paper(PaperKind::Notice, Stage::Draft(1));
    assert_eq!(notice.profile().id, "hd05");
    let dated = "Thủ Đức, ngày 27 tháng 5 năm 2026";
    assert_eq!(letterhead(&notice).place_date.as_deref(), Some(dated));
    scene.dossier.issuer.dates_minutes = Some(false);
    let minutes = scene.paper(PaperKind::Minutes, Stage::Draft(1));
    assert_eq!(letterhead(&minutes).place_date, None);
}

/// The title over the name comes out of the head's office, whatever body it is.
#[test]
fn the_head_has_the_title_of_the_body() {
    let mut scene = held();
    for (organ, head, title) in [
        ("BAN TỔ CHỨC", "Trưởng Ban Tổ chức Thành ủy", "TRƯỞNG BAN"),
        (
            "BAN TUYÊN GIÁO VÀ DÂN VẬN",
            "Trưởng Ban Tuyên giáo và Dân vận",
            "TRƯỞNG BAN",
        ),
        ("VĂN PHÒNG", "Chánh Văn phòng Thành ủy", "CHÁNH VĂN PHÒNG"),
        (
            "TRUNG TÂM CHÍNH TRỊ",
            "Giám đốc Trung tâm Chính trị",
            "GIÁM ĐỐC",
        ),
        ("ỦY BAN KIỂM TRA", "Chủ nhiệm Ủy ban Kiểm tra", "CHỦ NHIỆM"),
        ("ĐẢNG ỦY PHƯỜNG", "Bí thư", "BÍ THƯ"),
    ] {
        organ.clone_into(&mut scene.dossier.issuer.organ);
        head.clone_into(&mut scene.dossier.issuer.head);
        let notice = scene.paper(PaperKind::Notice, Stage::Final);
        assert_eq!(signature(&notice).position.as_deref(), Some(title));
    }
}

/// Nobody is made to sign in a capacity that is not theirs.
#[test]
fn who_is_not_known_to_sign_is_a_blank() {
    let mut scene = held();
    with_imprint(&mut scene, |imprint| imprint.capacity = Capacity::Deputy);
    let notice = scene.paper(PaperKind::Notice, Stage::Final);
    let (position, name) = (signature(&notice).position, signature(&notice).name);
    assert_eq!(
        (position.as_deref(), name.as_str()),
        (Some("......"), "......")
    );
    // A deputy was in the chair.
    scene.dossier.meeting.chair = Some("Cấp Phó Ví Dụ".to_owned());
    scene.dossier.meeting.chair_office = Some("Phó Trưởng Ban Tổ chức Thành ủy".to_owned());
    let notice = scene.paper(PaperKind::Notice, Stage::Final);
    assert_eq!(signature(&notice).name, "Cấp Phó Ví Dụ");
    assert!(
        words(&notice)
            .join("\n")
            .contains("đồng chí Cấp Phó Ví Dụ kết luận như sau:")
    );
    scene.dossier.imprints = std::iter::empty().collect();
    let notice = scene.paper(PaperKind::Notice, Stage::Final);
    assert_eq!(
        signature(&notice).name,
        "......",
        "a deputy does not sign as the head"
    );
}

/// What the book says of signatories after the signature has no part in what was signed.
#[test]
fn what_is_signed_depends_on_its_own_rows_only() {
    for capacity in [Capacity::Head, Capacity::Deputy, Capacity::ByOrder] {
        let mut scene = held();
        for (position, capacity) in (1..).zip(Capacity::ALL) {
            scene.dossier.signatories.put(Signatory {
                id: scene.ids.next(),
                position,
                capacity: *capacity,
                office: format!("Chức vụ {position}"),
                name: format!("Người Ký {position}"),
            });
        }
        with_imprint(&mut scene, |imprint| imprint.capacity = capacity);
        let before = scene.paper(PaperKind::Notice, Stage::Final);
        let mut imprint = scene.dossier.imprints.iter().next().unwrap().clone();
        settle(&mut imprint, &scene.dossier);
        scene.dossier.imprints.put(imprint);
        scene.dossier.meeting.state = MeetingState::Final;
        assert_eq!(scene.paper(PaperKind::Notice, Stage::Final), before);
        let renamed: Vec<_> = scene.dossier.signatories.iter().cloned().collect();
        for mut one in renamed {
            one.office.push_str(" khác");
            one.name.push_str(" Khác");
            scene.dossier.signatories.put(one);
        }
        assert_eq!(scene.paper(PaperKind::Notice, Stage::Final), before);
    }
}

/// Whom nobody could name when it was signed is no one that the book names afterwards.
#[test]
fn a_blank_that_was_signed_stays_a_blank() {
    let mut scene = held();
    with_imprint(&mut scene, |imprint| imprint.capacity = Capacity::Deputy);
    scene.dossier.meeting.state = MeetingState::Final;
    let deputy = Signatory {
        id: scene.ids.next(),
        position: 1,
        capacity: Capacity::Deputy,
        office: "Phó Trưởng Ban".to_owned(),
        name: "Người Ký Thay Ví Dụ".to_owned(),
    };
    scene.dossier.signatories.put(deputy);
    let notice = scene.paper(PaperKind::Notice, Stage::Final);
    assert_eq!(signature(&notice).name, "......");
}

fn perhaps(words: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    proptest::option::of(proptest::sample::select(words).prop_map(str::to_owned))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// What is printed as a blank is listed, and nothing else is.
    #[test]
    fn a_blank_in_a_signature_is_a_gap_and_a_gap_is_a_blank(
        capacity in proptest::sample::select(Capacity::ALL),
        (has_imprint, is_signed) in proptest::prelude::any::<(bool, bool)>(),
        (signer, office) in (perhaps(&["Một", " "]), perhaps(&["Phó Trưởng Ban", ""])),
        head in proptest::sample::select(&["", "Trưởng Ban Tổ chức Thành ủy"][..]),
        chair in perhaps(&["Hai", ""]),
        chair_office in perhaps(&["Trưởng Ban Tổ chức Thành ủy", "Phó Trưởng Ban", ""]),
        known in proptest::collection::vec(
            (proptest::sample::select(Capacity::ALL), perhaps(&["Một", "Ba"]), perhaps(&["Chức vụ"])),
            0..4,
        ),
    ) {
        let mut scene = planned();
        head.clone_into(&mut scene.dossier.issuer.head);
        (scene.dossier.meeting.chair, scene.dossier.meeting.chair_office) = (chair, chair_office);
        if is_signed {
            scene.dossier.meeting.state = MeetingState::Final;
        }
        if has_imprint {
            with_imprint(&mut scene, |imprint| {
                (imprint.capacity, imprint.signer, imprint.office) = (capacity, signer, office);
            });
        }
        for (position, (capacity, name, office)) in (1..).zip(known) {
            scene.dossier.signatories.put(Signatory {
                id: scene.ids.next(),
                position,
                capacity,
                office: office.unwrap_or_default(),
                name: name.unwrap_or_default(),
            });
        }
        let notice = scene.paper(PaperKind::Notice, Stage::Final);
        let signature = signature(&notice);
        let printed = [signature.authority, signature.position, Some(signature.name)];
        let is_blank = printed.iter().flatten().any(|text| text.contains("......"));
        let is_told = notice
            .gaps()
            .any(|gap| matches!(gap, Gap::Signer(_) | Gap::SignerOffice(_) | Gap::Head));
        prop_assert_eq!(is_blank, is_told, "{:?}", printed);
    }
}

#[test]
fn another_roster_has_its_own_number() {
    let mut scene = planned();
    let kept: Vec<_> = giaoban::meeting::roll_call::wards(&scene.dossier)
        .into_iter()
        .take(7)
        .cloned()
        .collect();
    scene.dossier.seats = kept.into_iter().collect();
    for kind in [PaperKind::Minutes, PaperKind::Notice] {
        let text = giaoban::papers::markdown::markdown(&scene.paper(kind, Stage::Final));
        assert!(
            text.contains("Đảng ủy 07 phường") && !text.contains("34"),
            "{text}"
        );
    }
}

/// Long names, emoji, signs of other languages, control characters, a paragraph of 20,000 characters.
#[test]
fn whatever_was_typed_stands_there() {
    let long = "Nguyễn Thị ".repeat(20).trim_end().to_owned();
    let odd = "😀 <b>&amp;</b> | `x` *y* {n}";
    let wild = "a\u{1b}[31mđỏ\u{7}\u{0}\u{9b}z";
    let paragraph = "Đã rà soát. ".repeat(1700);
    let mut scene = held();
    let mut seat = scene.seat("Linh Trung");
    seat.secretary = Some(long.clone());
    scene.dossier.seats.put(seat);
    scene.dossier.meeting.chair = Some(long.clone());
    scene.dossier.meeting.venue = Some(odd.to_owned());
    scene.dossier.meeting.documents = Some(wild.to_owned());
    let mut note = scene.dossier.notes.iter().next().unwrap().clone();
    note.text.clone_from(&paragraph);
    scene.dossier.notes.put(note);
    let minutes = scene.paper(PaperKind::Minutes, Stage::Draft(1));
    let said = words(&minutes).join("\n");
    assert!(said.contains(&format!(
        "Đồng chí {long}, Bí thư Đảng ủy phường Linh Trung"
    )));
    assert!(said.contains(&format!("Địa điểm: {odd}.")));
    assert!(said.contains(paragraph.trim_end()));
    let notice = scene.paper(PaperKind::Notice, Stage::Draft(1));
    assert!(
        words(&notice)
            .join("\n")
            .contains(&format!("do đồng chí {long}, "))
    );
    for format in [Format::Markdown, Format::Text] {
        for document in [&minutes, &notice] {
            let text = String::from_utf8(format.bytes(document).unwrap()).unwrap();
            let stray = text.chars().find(|c| c.is_control() && *c != '\n');
            assert_eq!(stray, None, "{format:?}");
        }
    }
}

/// Returns who signs a notice.
fn signature(document: &Document) -> Signature {
    let mut blocks = document.pieces.iter().map(|piece| &piece.block);
    let signature = blocks.find_map(|block| {
        if let Block::Closing { signature, .. } = block {
            Some(signature.clone())
        } else {
            None
        }
    });
    signature.unwrap()
}

/// A sentence of an earlier program that claims a fact is noted where it is printed; the program's own claims nothing.
#[test]
fn a_claim_of_an_earlier_program_is_noted() {
    use crate::common::stage::Stage as Screen;
    use giaoban::papers::phrases::Phrases;
    let mut scene = held();
    scene.dossier.notes = scene
        .dossier
        .notes
        .iter()
        .filter(|note| note.item != Some(scene.item(1).id))
        .cloned()
        .collect();
    let file =
        "[minutes]\nopens = \"Đồng chí {presenter} tuyên bố lý do, thông qua chương trình\"\n";
    let phrases = Phrases::read(file).unwrap();
    let minutes = scene.worded(PaperKind::Minutes, Stage::Draft(1), &phrases);
    let noted: Vec<_> = minutes
        .pieces
        .iter()
        .filter_map(|piece| piece.phrase)
        .collect();
    assert!(noted.contains(&("minutes", "opens")), "{noted:?}");
    // The program's own sentence is no remark.
    let mut stage = Screen::demo((120, 36), giaoban::words::Lang::Vi);
    stage.press("<F8>").misses("[minutes] opens");
}

/// Nothing was agreed: the papers are short, praise nobody, and say what was put off, left out and objected to.
#[test]
fn the_papers_of_a_quarrel_say_only_what_happened() {
    let scene = quarrelled();
    golden(
        "minutes_quarrelled.md",
        &scene.paper(PaperKind::Minutes, Stage::Final),
    );
    golden(
        "notice_quarrelled.md",
        &scene.paper(PaperKind::Notice, Stage::Final),
    );
}

/// Nobody wrote down anything: what a paper cannot know is a blank, and no sentence fills it.
#[test]
fn the_papers_of_an_empty_meeting_are_short_and_true() {
    let scene = empty();
    golden(
        "minutes_empty.md",
        &scene.paper(PaperKind::Minutes, Stage::Final),
    );
    golden(
        "notice_empty.md",
        &scene.paper(PaperKind::Notice, Stage::Final),
    );
}

/// What ran without a line and was then left out was held in part: the blank says that nothing is noted of it.
#[test]
fn an_item_that_ran_in_silence_and_was_left_out_has_its_blank() {
    let mut scene = quarrelled();
    let mut first = scene.item(1);
    first.postponed = scene.dossier.meeting.closed;
    first.skipped = Some("hết giờ".to_owned());
    scene.dossier.items.put(first.clone());
    let minutes = scene.paper(PaperKind::Minutes, Stage::Final);
    assert!(minutes.gaps().any(|gap| *gap == Gap::Silent(first.id)));
    let text = markdown(&minutes);
    assert!(text.contains("Phần còn lại"), "{text}");
}

/// Tasks without a conclusion are no "other" tasks, and a meeting whose conclusion was left out has no notice.
#[test]
fn a_notice_without_conclusions_claims_no_others() {
    let mut scene = held();
    scene.dossier.conclusions = Rows::default();
    let text = markdown(&scene.paper(PaperKind::Notice, Stage::Final));
    assert!(text.contains("Các nhiệm vụ giao tại hội nghị:"), "{text}");
    assert!(!text.contains("nhiệm vụ khác"), "{text}");

    let mut quarrel = quarrelled();
    let notice = Which::from(PaperKind::Notice);
    assert!(folder(&quarrel.dossier).contains(&notice));
    let mut conclusion = quarrel.item(6);
    conclusion.skipped = Some("hết giờ".to_owned());
    quarrel.dossier.items.put(conclusion);
    assert!(!folder(&quarrel.dossier).contains(&notice));
}
