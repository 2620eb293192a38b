//! F8: a paper as blocks, live; what it lacks and what may be slips lead to the place that mends them.
use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use giaoban::app::command::ScreenId;
use giaoban::app::effect::{Effect, Opening};
use giaoban::app::message::Message;
use giaoban::app::papers::source::go;
use giaoban::app::view::{Preferences, Shelf, View};
use giaoban::meeting::actions::assign;
use giaoban::meeting::cell::Id;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::{AttendanceKind, Capacity, MeetingState, NoteKind, PaperKind, Rank};
use giaoban::meeting::dossier::Dossier;
use giaoban::meeting::rows::{
    Action, AgendaItem, AttendanceEvent, Conclusion, ItemRun, Note, Signatory,
};
use giaoban::meeting::{agenda, roll_call};
use giaoban::papers::brief::{Brief, Matters, Stage as Printed};
use giaoban::papers::content::words;
use giaoban::papers::document::{
    Block, Column, Document, House, Letterhead, Particular, Piece, Row, Signature, Source, Table,
};
use giaoban::papers::gaps::Gap;
use giaoban::papers::paper::{paper, remarks};
use giaoban::papers::phrases::Phrases;
use giaoban::papers::remarks::Remark;
use giaoban::papers::screen::{Layout, Line, lay_out};
use giaoban::store::Store;
use giaoban::text::width::width;
use giaoban::words::{Lang, Words};

use crate::common::stage::{Stage, morning};

/// A meeting of the morning, changed before the program opens it.
fn book(change: impl Fn(&Dossier, &Store) -> Vec<Change>) -> (Store, Dossier) {
    let mut store = Store::in_memory(morning()).unwrap();
    let id = store.last_meeting().unwrap().unwrap();
    let dossier = store.dossier(id).unwrap().unwrap();
    let changes = change(&dossier, &store);
    let transaction = Transaction::new("bày", changes);
    store.commit(&transaction, morning()).unwrap();
    let dossier = store.dossier(id).unwrap().unwrap();
    (store, dossier)
}

/// Everything that minutes and notice need but the number and the day before which the units report; closed.
fn whole(dossier: &Dossier, store: &Store) -> Vec<Change> {
    let mut changes = without_follow_up(dossier, store);
    changes.push(Change::edit(&dossier.issuer, |issuer| {
        issuer.follow_up = Some("Bộ phận tổng hợp".to_owned());
    }));
    changes
}

/// The same, but nobody who follows up the assignments.
fn without_follow_up(dossier: &Dossier, store: &Store) -> Vec<Change> {
    let ids = store.ids();
    let (opened, closed) = (morning(), morning() + TimeDelta::hours(2));
    let text = || Some("có".to_owned());
    let meeting = Change::edit(&dossier.meeting, |meeting| {
        meeting.state = MeetingState::Closed;
        (meeting.opened, meeting.closed) = (Some(opened), Some(closed));
        (meeting.venue, meeting.documents) = (text(), text());
        (meeting.chair, meeting.chair_office) = (text(), text());
        (meeting.recorder, meeting.recorder_office) = (text(), text());
        (meeting.recorded, meeting.copies) = (Some(false), Some(2));
    });
    let mut changes = vec![meeting];
    for seat in roll_call::wards(dossier) {
        changes.push(Change::edit(seat, |seat| {
            (seat.secretary, seat.deputy) = (text(), text());
        }));
        changes.push(Change::insert(AttendanceEvent {
            id: ids.next(),
            meeting: dossier.meeting.id,
            seat: seat.id,
            at: opened,
            item: None,
            kind: AttendanceKind::Present,
            rank: Some(Rank::Secretary),
            person: None,
            office: None,
            on_behalf: None,
            reason: None,
        }));
    }
    let counted = roll_call::delegations(dossier).into_iter();
    changes.extend(counted.map(|seat| Change::edit(seat, |seat| seat.attended = Some(3))));
    let items = agenda::items(dossier).into_iter();
    changes.extend(items.map(|item| Change::insert(note(dossier, store, Some(item.id), "Xong"))));
    changes.push(Change::insert(Conclusion {
        id: ids.next(),
        meeting: dossier.meeting.id,
        item: None,
        position: 1,
        focus: dossier.focus.iter().next().map(|area| area.id),
        text: "Khẩn trương triển khai".to_owned(),
        at: closed,
    }));
    changes
}

fn note(dossier: &Dossier, store: &Store, item: Option<Id<AgendaItem>>, text: &str) -> Note {
    Note {
        id: store.ids().next(),
        meeting: dossier.meeting.id,
        item,
        seat: None,
        speaker: None,
        kind: NoteKind::Information,
        focus: None,
        at: morning() + TimeDelta::minutes(30),
        text: text.to_owned(),
    }
}

fn afternoon(store: Store) -> Stage {
    let now = morning() + TimeDelta::hours(6);
    Stage::at(store, (120, 36), Lang::Vi, now)
}

/// Selects the line on the left that begins so, as a user does: down, until it is there.
#[track_caller]
fn select<'a>(stage: &'a mut Stage, text: &str) -> &'a mut Stage {
    stage.press("<F8><Home>");
    for _ in 0..90 {
        if stage.text().contains(&format!("▸ {text}")) {
            return stage;
        }
        stage.press("<Down>");
    }
    panic!("not on the left: {text}\n{}", stage.text());
}

/// A morning in which everything was left open.
fn half_done() -> Stage {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F3>td4<Enter>");
    stage.press("<Esc><C-a>");
    stage.set_time("08:25:00");
    stage.press("<F4><C-n>Khai mạc xong<Enter>");
    stage.press("= Kết luận chung<Enter>");
    stage.press("> #1 @Tam Phú Báo cáo tiến độ<Enter>");
    stage.press("@tam p<Enter>! #5 Khó tiếp nhận tổ chức đảng<Enter>");
    stage
}

#[test]
fn every_gap_leads_to_the_place_that_mends_it() {
    let places = [
        ("Hội nghị chưa bế mạc", "DIỄN BIẾN"),
        ("Địa điểm", "THÔNG TIN HỘI NGHỊ"),
        ("Chủ trì: họ tên", "THÔNG TIN HỘI NGHỊ"),
        ("Chủ trì: chức vụ", "THÔNG TIN HỘI NGHỊ"),
        ("Người ghi: họ tên", "THÔNG TIN HỘI NGHỊ"),
        ("Người ghi: chức vụ", "THÔNG TIN HỘI NGHỊ"),
        ("Tài liệu sử dụng", "THÔNG TIN HỘI NGHỊ"),
        ("Ghi âm", "THÔNG TIN HỘI NGHỊ"),
        ("Ai dự: Linh Trung", "CHƯA ĐIỂM DANH"),
        ("Số người: Lãnh đạo", "Số người có mặt"),
        ("Lý do vắng: Thảo Điền", "Lý do"),
        ("Họ tên", "HỌ TÊN"),
        ("Chưa ghi gì: Báo cáo", "DIỄN BIẾN"),
        ("Kết luận thiếu trọng tâm", "DIỄN BIẾN"),
        ("VM-001 chưa trả lời", "Khó tiếp nhận tổ chức đảng"),
        ("NV-001 chưa có hạn", "Hạn"),
        ("NV-001 chưa ghi sản phẩm", "Sản phẩm"),
        ("Số bản", "THÔNG TIN HỘI NGHỊ"),
        ("Số: văn thư cấp khi ký", "SỐ, NGÀY · Biên bản"),
    ];
    let mut stage = half_done();
    // Its Secretary came, whose name nobody has said.
    stage.press("<F3>cl1");
    for (gap, place) in places {
        select(&mut stage, gap).press("<Enter>").sees(place);
        stage.press("<Esc>");
    }
}

#[test]
fn a_gap_is_gone_once_it_is_filled() {
    let mut stage = half_done();
    select(&mut stage, "NV-001 chưa có hạn")
        .press("<Enter>30/9<Enter>")
        .misses("NV-001 chưa có hạn");
    select(&mut stage, "Kết luận thiếu trọng tâm")
        .press("<Enter><Enter> #3<Enter><F8>")
        .misses("Kết luận thiếu trọng tâm");
    select(&mut stage, "Địa điểm")
        .press("<Enter>Hội trường A")
        .press("<Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter>")
        .misses("▸ Địa điểm")
        .sees("Địa điểm: Hội trường A.");
    select(&mut stage, "NV-001 chưa ghi sản phẩm")
        .press("<Enter>báo cáo<Enter><Enter><Enter><F8>")
        .misses("chưa ghi sản phẩm");
}

#[test]
fn what_contradicts_itself_stands_first_and_is_mended() {
    let (store, dossier) = book(|dossier, store| {
        let mut changes = whole(dossier, store);
        let after = dossier.after(&changes);
        let meeting = &after.meeting;
        changes.push(Change::edit(meeting, |meeting| {
            meeting.closed = meeting.opened.map(|at| at - TimeDelta::minutes(5));
        }));
        let item = agenda::items(&after)[1].id;
        changes.push(Change::insert(ItemRun {
            id: store.ids().next(),
            meeting: meeting.id,
            item,
            began: morning() + TimeDelta::minutes(20),
            ended: Some(morning() + TimeDelta::minutes(10)),
        }));
        let base = after.attendance.iter().next().unwrap();
        changes.push(Change::edit(base, |event| {
            event.kind = AttendanceKind::Absent;
        }));
        changes.push(Change::insert(Note {
            seat: Some(base.seat),
            ..note(&after, store, Some(item), "Có ý kiến")
        }));
        changes
    });
    let all = remarks(PaperKind::Minutes.into(), &dossier);
    let item = agenda::items(&dossier)[1].id;
    let seat = dossier.attendance.iter().next().unwrap().seat;
    assert_eq!(
        all[..3],
        [
            Remark::ClosedFirst,
            Remark::ItemTimes(item),
            Remark::SpokeAbsent(seat)
        ]
    );
    let mut stage = afternoon(store);
    select(&mut stage, "Bế mạc trước khai mạc")
        .press("<Enter>")
        .sees("GIỜ KHAI MẠC, BẾ MẠC")
        .press("<Enter><C-u>7:00<Enter>")
        .sees("kết thúc trước khi bắt đầu")
        .press("<C-u>15:00<Enter>")
        .sees("chưa đến")
        .press("<C-u>10:15<Enter>")
        .sees("Sửa giờ khai mạc, bế mạc")
        .misses("Bế mạc trước khai mạc");
    select(&mut stage, "Giờ mục mâu thuẫn")
        .press("<Enter>")
        .sees("07:50")
        .press("<C-u>8:00 - 8:10<Enter>")
        .press("<Esc>")
        .misses("Giờ mục mâu thuẫn");
    select(&mut stage, "Ghi vắng mà có ý kiến: An Khánh")
        .press("<Enter>")
        .sees("CÓ MẶT")
        .press("1<F8>")
        .misses("Ghi vắng mà có ý kiến");
}

#[test]
fn what_a_paper_lacks_is_asked_of_the_paper() {
    let (store, dossier) = book(whole);
    let (actions, issues) = store.matters(morning().date_naive()).unwrap();
    let brief = Brief {
        dossier: &dossier,
        phrases: &Phrases::default(),
        matters: &Matters {
            actions: Some(actions),
            issues,
            put_off: Vec::new(),
        },
        today: morning().date_naive(),
    };
    let lacks = |kind: PaperKind| -> Vec<Gap> {
        let document = paper(kind.into(), Printed::Final, &brief);
        document.gaps().cloned().collect()
    };
    // The number stands in the head, and where the annex names the minutes.
    let number = Gap::Number(PaperKind::Minutes);
    assert_eq!(lacks(PaperKind::Minutes), [number.clone(), number.clone()]);
    let notice = lacks(PaperKind::Notice);
    assert!(notice.contains(&Gap::ReportBy), "{notice:?}");
    // The day, the month and the year.
    let dated = Gap::Dated(PaperKind::Notice);
    assert_eq!(notice.iter().filter(|gap| **gap == dated).count(), 3);
    assert_eq!(notice.first(), Some(&Gap::Number(PaperKind::Notice)));
    assert_eq!(lacks(PaperKind::Attendance), [number]);
    let run_sheet = lacks(PaperKind::RunSheet);
    assert!(run_sheet.iter().all(|gap| matches!(gap, Gap::Presenter(_))));
    assert!(!run_sheet.is_empty());
    assert_eq!(lacks(PaperKind::OpenMatters), []);
}

#[test]
fn signing_is_asked_once_more_and_hindered_only_by_what_matters() {
    let (store, _) = book(whole);
    let mut stage = afternoon(store);
    stage
        .press("<F8>")
        .sees("Chỉ còn số, ngày văn thư ghi khi")
        .press("<C-t>")
        .sees("BIÊN BẢN ĐÃ KÝ?")
        .sees("từ nay chỉ còn đính chính")
        .sees("2 chỗ văn thư ghi khi ký")
        .press("2")
        .sees("dự thảo lần 1");
    stage
        .press("<C-p>đánh dấu đã ký<Enter>1")
        .sees("Đánh dấu biên bản đã ký")
        .sees("bản chính")
        .sees("Đã ký: sai thì đính chính")
        .misses("có thể trình ký");
    // The registry gives the number on signing.
    select(&mut stage, "Số: văn thư cấp khi ký")
        .press("<Enter>12<Enter><Enter><Enter>")
        .sees("Ghi số, ngày của Biên bản")
        .misses("văn thư cấp khi ký");
    // What is signed is not offered to be mended any more.
    stage.misses("GỢI Ý");
}

/// Words without a day are printed as they were said, and noted; where nothing was said, the blank hinders.
#[test]
fn a_deadline_in_words_is_noted_and_one_that_nobody_said_hinders() {
    let given = |number: i64, said: Option<&str>| {
        book(|dossier, store| {
            let mut changes = whole(dossier, store);
            let action = Action {
                id: store.ids().next(),
                meeting: dossier.meeting.id,
                item: None,
                issue: None,
                conclusion: None,
                number,
                focus: dossier.focus.iter().next().unwrap().id,
                text: "Báo cáo lại".to_owned(),
                deliverable: None,
                deadline: None,
                officer: None,
                at: morning(),
                deadline_words: said.map(str::to_owned),
            };
            let unit = roll_call::wards(dossier)[0].unit.unwrap();
            changes.extend(assign(action, &[unit], store.ids()));
            changes
        })
    };
    let mut stage = afternoon(given(1, Some("sau Đại hội")).0);
    stage
        .press("<F8>")
        .sees("Chỉ còn số, ngày văn thư ghi khi")
        .sees("NV-001: hạn theo lời chủ trì")
        .misses("NV-001 chưa có hạn")
        .press("<C-t>")
        .sees("BIÊN BẢN ĐÃ KÝ?");
    let mut stage = afternoon(given(2, None).0);
    stage
        .press("<F8>")
        .sees("NV-002 chưa có hạn")
        .misses("có thể trình ký")
        .press("<C-t>")
        .sees("Biên bản còn thiếu")
        .misses("BIÊN BẢN ĐÃ KÝ?");
    // Words are enough, as on the desk.
    select(&mut stage, "NV-002 chưa có hạn")
        .press("<Enter>\"khi có hướng dẫn\"<Enter><F8>")
        .sees("Chỉ còn số, ngày văn thư ghi khi")
        .press("<C-t>")
        .sees("BIÊN BẢN ĐÃ KÝ?");
}

/// What the signature of the minutes would close for good is filled before it, in whatever paper it stands.
#[test]
fn the_minutes_are_not_signed_over_a_blank_of_the_notice() {
    let (store, _) = book(without_follow_up);
    let mut stage = afternoon(store);
    stage
        .press("<F8>")
        .sees("Bộ phận theo dõi (F11) (Thông b")
        .misses("có thể trình ký")
        .press("<C-t>")
        .sees("Điền trước khi ký (1 chỗ): Bộ phận theo dõi (F11) (Thông báo kết luận)")
        .misses("BIÊN BẢN ĐÃ KÝ?");
    select(&mut stage, "Bộ phận theo dõi")
        .press("<Enter>")
        .misses("XEM TRƯỚC");
}

/// A notice with number and day is final only when the rest of its form is filled as well.
#[test]
fn a_notice_with_a_blank_is_a_draft() {
    let (store, _) = book(whole);
    let mut stage = afternoon(store);
    stage.press("<F8><C-t>1<Right>").sees("dự thảo lần 1");
    select(&mut stage, "Số: văn thư cấp khi ký")
        .press("<Enter>12<Enter>15/7/2023<Enter><C-s>")
        .sees("dự thảo lần 1")
        .sees("Báo cáo trước ngày")
        .misses("bản chính");
    select(&mut stage, "Báo cáo trước ngày")
        .press("<Enter>30/9/2023<C-s>")
        .misses("Báo cáo trước ngày")
        .misses("bản chính");
    select(&mut stage, "Người ký: họ tên")
        .press("<Enter>Nguyễn Văn Mẫu<C-s>")
        .sees("bản chính")
        .misses("CÒN THIẾU");
}

/// The sign of a list in front of a pasted line is not printed behind the paper's own.
#[test]
fn a_line_pasted_from_a_list_has_one_sign_on_paper() {
    let mut stage = half_done();
    for pasted in ["✓ đã họp chi bộ", "- đã họp đảng bộ", "@3 • đã họp tổ"]
    {
        stage.press("<F4>").paste(pasted).press("<Enter>");
    }
    let dossier = stage.dossier();
    let brief = Brief {
        dossier: &dossier,
        phrases: &Phrases::default(),
        matters: &Matters::default(),
        today: morning().date_naive(),
    };
    let minutes = paper(PaperKind::Minutes.into(), Printed::Draft(1), &brief);
    let text = words(&minutes);
    for said in ["đã họp chi bộ", "đã họp đảng bộ", "đã họp tổ"] {
        let line = text.lines().find(|line| line.contains(said)).unwrap();
        let (before, _) = line.split_once(said).unwrap();
        let signs = before.matches(['-', '•', '✓']).count();
        assert!(signs <= 1, "{line}");
    }
}

#[test]
fn the_preview_is_live() {
    let mut stage = half_done();
    stage.press("<F8><Tab><End>").sees("100%");
    stage.press("<F4>Một câu vừa nói<Enter><F8>");
    let mut seen = false;
    for _ in 0..20 {
        seen |= stage.text().contains("Một câu vừa nói");
        stage.press("<PgUp>");
    }
    assert!(seen, "{}", stage.text());
    stage.press("<C-z>").sees("Đã hoàn tác");
}

#[test]
fn left_and_right_show_the_other_papers_and_letters_find_a_slip() {
    let mut stage = half_done();
    stage.press("<F8>").sees("◂ Biên bản ▸ dự thảo lần 1");
    stage.press("<Right>").sees("◂ Thông báo kết luận ▸");
    stage.press("<Right>").sees("◂ Danh sách điểm danh ▸");
    stage.press("<Left><Left><Left>").sees("◂ Biển tên ▸");
    stage.press("<Left>").sees("◂ Giấy mời ▸");
    stage.press("<Left>").sees("◂ Đính chính thông báo ▸");
    stage.press("<C-o>5").sees("PHIẾU CỦA ĐƠN VỊ NÀO?");
    stage.press("linh tr<Enter>").sees("◂ Phiếu: Linh Trung ▸");
    stage
        .press("<C-e>")
        .sees("không có số, người ký, nơi nhận riêng");
}

#[test]
fn suggestions_are_taken_undone_and_let_go() {
    let (store, _) = book(|dossier, store| {
        let mut changes = whole(dossier, store);
        let said = "Nghiên cứu tình tình thực tiễn, mô hình “uỷ ban”";
        changes.push(Change::insert(note(dossier, store, None, said)));
        changes
    });
    let mut stage = afternoon(store);
    stage.press("<F8>").sees("GỢI Ý 2");
    select(&mut stage, "tình tình → tình hình")
        .sees("Nghiên cứu tình tình thực tiễn")
        .press("<Enter>")
        .sees("Sửa chữ: tình tình → tình hình")
        .sees("GỢI Ý 1")
        .press("<C-z>")
        .sees("Đã hoàn tác: Sửa chữ")
        .sees("tình tình → tình hình");
    select(&mut stage, "tình tình → tình hình")
        .press("<Del>")
        .sees("Giữ nguyên «tình tình»")
        .misses("tình tình → tình hình")
        .sees("GỢI Ý 1");
    // Quoted words are asked for.
    select(&mut stage, "uỷ → ủy")
        .press("<Enter>")
        .sees("TRONG NGOẶC KÉP: VẪN SỬA?")
        .press("2")
        .sees("uỷ → ủy");
    stage
        .press("<Enter>1")
        .sees("Sửa chữ: uỷ → ủy")
        .misses("GỢI Ý");
    // A gap is not let go.
    stage
        .press("<Home><Del>")
        .sees("Chọn một gợi ý ở khung trái");
}

#[test]
fn an_issue_logged_in_the_same_words_follows_its_line() {
    let mut stage = Stage::sized(120, 36);
    stage.set_time("08:25:00");
    stage.press("<F4><C-n>@tam p<Enter>! #5 Khó khó tiếp nhận<Enter>");
    select(&mut stage, "Khó khó → Khó")
        .press("<Enter>")
        .sees("Sửa chữ");
    stage.press("<F5>").sees("Khó tiếp nhận").misses("Khó khó");
}

#[test]
fn the_imprint_of_a_notice_takes_a_signatory_by_number_or_letters() {
    let (store, _) = book(|dossier, store| {
        let mut changes = whole(dossier, store);
        changes.push(Change::insert(Signatory {
            id: store.ids().next(),
            position: 1,
            capacity: Capacity::Deputy,
            office: "PHÓ TRƯỞNG BAN".to_owned(),
            name: "Trần Văn Mẫu".to_owned(),
        }));
        changes
    });
    let mut stage = afternoon(store);
    stage
        .press("<F8><Right><C-e>")
        .sees("SỐ, NGÀY, NGƯỜI KÝ · Thông báo kết luận")
        .sees("1 Trần Văn Mẫu (PHÓ TRƯỞNG BAN)")
        .press("25<Enter>13/7<Enter><C-u>2<Enter>1<Enter><Enter><Enter>")
        .press("Thường trực Thành ủy; Lưu Ban Tổ chức<Enter>Tốt<Enter>30/9<Enter>")
        .sees("Ghi số, ngày, người ký của Thông báo kết luận");
    stage
        .press("<C-e>")
        .sees("13/7/2023")
        .sees("2 đồng chí chủ trì")
        .sees("2 K/T")
        .sees("Trần Văn Mẫu")
        .sees("Thường trực Thành ủy; Lưu Ban Tổ chức")
        .sees("30/9/2023")
        .press("<Esc>");
    // Another one signs, whose name the book does not know.
    stage
        .press("<C-e><Down><Down><Down><C-u>9<Enter><Enter><Enter><Enter><Enter><Enter>")
        .sees("Danh sách người ký không có số 9");
    stage
        .press("<C-u>Lê Thị Khác<Down><C-u>x<Enter><Enter><Enter><Enter><Enter>")
        .sees("1 trực tiếp, 2 K/T, 3 T/L");
    stage
        .press("<C-u>3<Enter><C-u>CHÁNH VĂN PHÒNG<Enter><Enter><Enter><Enter>")
        .sees("✓ Ghi số, ngày, người ký")
        .press("<C-e>")
        .sees("3 T/L")
        .sees("Lê Thị Khác");
    stage.press("<Esc><C-z><C-e>").sees("Trần Văn Mẫu");
}

#[test]
fn a_signatory_leaves_what_was_typed_along_with_it() {
    let (store, _) = book(|dossier, store| {
        let mut changes = whole(dossier, store);
        changes.push(Change::insert(signatory(store, Capacity::Deputy)));
        changes
    });
    let mut stage = afternoon(store);
    stage
        .press("<F8><Right><C-e><Enter><Enter><Enter>1<Enter><C-u>3<Enter>CHÁNH VĂN PHÒNG<Enter>")
        .press("<Enter><Enter><Enter>")
        .sees("✓ Ghi số, ngày, người ký")
        .press("<C-e>")
        .sees("Trần Văn Mẫu")
        .sees("3 T/L")
        .sees("CHÁNH VĂN PHÒNG");
}

fn signatory(store: &Store, capacity: Capacity) -> Signatory {
    Signatory {
        id: store.ids().next(),
        position: 1,
        capacity,
        office: "QUYỀN TRƯỞNG BAN".to_owned(),
        name: "Trần Văn Mẫu".to_owned(),
    }
}

/// Signing writes down who signs the notice; the signature goes by its own command only.
#[test]
fn signing_writes_down_who_signs_the_notice() {
    let (store, _) = book(|dossier, store| {
        let mut changes = whole(dossier, store);
        changes.push(Change::insert(signatory(store, Capacity::Head)));
        changes
    });
    let mut stage = afternoon(store);
    let is_named = |stage: &Stage| {
        let text = stage.text();
        let mut lines = text.lines();
        lines.any(|line| line.contains("Người ký  ") && line.contains("Trần Văn Mẫu"))
    };
    stage.press("<F8><Right><C-e>");
    assert!(!is_named(&stage), "{}", stage.text());
    stage
        .press("<Esc><C-p>đánh dấu đã ký<Enter>1")
        .sees("Đánh dấu biên bản đã ký")
        .press("<C-e>");
    assert!(is_named(&stage), "{}", stage.text());
    stage.press("<Esc><C-z>").sees("Văn bản đã ký");
    stage
        .press("<C-p>đánh dấu đã ký<Enter>2")
        .sees("Bỏ dấu đã ký của biên bản");
}

#[test]
fn the_cursor_is_always_in_sight() {
    for size in [(80, 24), (120, 36)] {
        let mut stage = Stage::demo(size, Lang::Vi);
        stage.press("<F8><Tab>");
        let has_cursor = |stage: &Stage| stage.text().contains("│▸");
        for key in ["<Down>", "<Up>", "<PgDn>", "<PgUp>"] {
            for _ in 0..60 {
                assert!(has_cursor(&stage), "{key}\n{}", stage.text());
                stage.press(key);
            }
        }
        stage.press("<End>").sees("100%");
        assert!(has_cursor(&stage));
        stage.press("<Home>").sees("│▸");
        stage.sees("ĐẢNG CỘNG SẢN VIỆT NAM");
    }
}

#[test]
fn a_source_leads_to_its_record() {
    let (store, dossier) = book(whole);
    let shelf = Shelf::default();
    let words = Words::of(Lang::Vi);
    let view = View {
        dossier: Some(&dossier),
        shelf: &shelf,
        words,
        now: morning(),
        ids: store.ids(),
        keymap: giaoban::tui::keymap::KEYMAP,
        columns: 80,
        rows: 21,
        themes: &[],
        typing: None,
        typed: &[],
        preferences: &Preferences::default(),
        phrases: None,
        screen: ScreenId::Papers,
        key: None,
    };
    let led = |source| go(source, &dossier, &view);
    let note = dossier.notes.iter().next().unwrap().id;
    let conclusion = dossier.conclusions.iter().next().unwrap().id;
    let (seat, item) = (
        roll_call::wards(&dossier)[3].id,
        agenda::items(&dossier)[0].id,
    );
    let is_desk = |effects: &[Effect]| {
        matches!(
            effects,
            [
                Effect::Tell(Message::ShowLines(_)),
                Effect::Tell(Message::SelectLine(_)),
                Effect::Go(ScreenId::Desk)
            ]
        )
    };
    assert!(is_desk(&led(Some(Source::Note(note)))));
    assert!(is_desk(&led(Some(Source::Conclusion(conclusion)))));
    assert_eq!(
        led(Some(Source::RollCall(Some(seat)))),
        [
            Effect::Tell(Message::ShowSeat(seat)),
            Effect::Go(ScreenId::RollCall)
        ]
    );
    assert!(matches!(
        led(Some(Source::Item(item)))[..],
        [Effect::Show(Opening::Agenda(Some(at)))] if at == item
    ));
    for (particular, field) in [
        (Particular::Title, 0),
        (Particular::Content, 1),
        (Particular::Venue, 4),
        (Particular::Chair, 5),
        (Particular::Recorder, 7),
        (Particular::Documents, 9),
        (Particular::Recording, 10),
        (Particular::Copies, 11),
        (Particular::Times, 0),
    ] {
        let effects = led(Some(Source::Meeting(particular)));
        assert!(
            matches!(&effects[..], [Effect::Fill(form)] if form.field == field),
            "{particular:?}: {effects:?}"
        );
    }
    let imprint = led(Some(Source::Imprint(PaperKind::Notice)));
    assert!(matches!(imprint[..], [Effect::Fill(_)]));
    assert_eq!(led(Some(Source::Issuer)), [Effect::Go(ScreenId::Settings)]);
    assert!(matches!(led(None)[..], [Effect::Say(_)]));
}

/// Enter on a sentence of the paper goes to its record.
#[test]
fn enter_on_a_sentence_goes_to_its_record() {
    let mut stage = half_done();
    stage.press("<F8><Tab>");
    for (sentence, place) in [
        ("- Địa điểm", "THÔNG TIN HỘI NGHỊ"),
        ("- Lãnh đạo và chuyên viên", "▸ Lãnh đạo và chuyên viên"),
        (
            "- Đại diện lãnh đạo Trung tâm",
            "▸ Đại diện lãnh đạo Trung tâm",
        ),
        ("- Khai mạc xong", "DIỄN BIẾN"),
        ("  1. Kết luận chung", "DIỄN BIẾN"),
    ] {
        stage.press("<F8><Home>");
        for _ in 0..120 {
            if stage.text().contains(&format!("│▸{sentence}")) {
                break;
            }
            stage.press("<Down>");
        }
        stage
            .sees(&format!("│▸{sentence}"))
            .press("<Enter>")
            .sees(place)
            .press("<Esc>");
    }
}

fn every_block() -> Document {
    let signature = Signature {
        authority: Some("K/T TRƯỞNG BAN".to_owned()),
        position: Some("PHÓ TRƯỞNG BAN".to_owned()),
        name: "Họ và tên rất dài của một người ký văn bản".to_owned(),
    };
    let column = |title: &str, width| Column {
        title: title.to_owned(),
        width,
    };
    let row = |cells: [&str; 3]| Row {
        cells: cells.map(str::to_owned).to_vec(),
        source: None,
    };
    let long = "Một đoạn văn dài được ngắt dòng nhiều lần. ".repeat(8);
    let table = Table {
        columns: vec![
            column("TT", 100),
            column("Đơn vị", 500),
            column("Ghi chú", 400),
        ],
        rows: vec![
            row(["01", "Linh Trung", ""]),
            row(["02", "Tam Phú", "đến muộn"]),
        ],
        total: Some("Cộng 02".to_owned()),
    };
    let blocks = vec![
        Block::Letterhead(Letterhead {
            superior: "THÀNH ỦY THỦ ĐỨC".to_owned(),
            organ: "BAN TỔ CHỨC".to_owned(),
            number: Some("Số ......-TB/BTCTU".to_owned()),
            place_date: Some("Thủ Đức, ngày 13 tháng 7 năm 2023".to_owned()),
            is_internal: false,
        }),
        Block::Draft("Dự thảo lần 2".to_owned()),
        Block::Mark("DỮ LIỆU MẪU".to_owned()),
        Block::Title {
            kind: "THÔNG BÁO".to_owned(),
            subject: "kết luận Hội nghị giao ban".to_owned(),
        },
        Block::Section("ĐÁNH GIÁ CHUNG".to_owned()),
        Block::Heading("Kết quả".to_owned()),
        Block::Speaker("Đồng chí A".to_owned()),
        Block::Paragraph(long.clone()),
        Block::Item(long.clone()),
        Block::Numbered(long),
        Block::Annex {
            number: "Phụ lục 1".to_owned(),
            title: "Danh sách".to_owned(),
            is_wide: false,
        },
        Block::Table(table),
        Block::Signatures {
            left: signature.clone(),
            right: signature.clone(),
        },
        Block::Closing {
            recipients: vec!["Đảng ủy 34 phường".to_owned(), "Lưu Ban".to_owned()],
            signature,
        },
    ];
    Document {
        title: String::new(),
        author: String::new(),
        dated: NaiveDate::from_ymd_opt(2023, 7, 13).unwrap(),
        house: House::default(),
        pieces: blocks.into_iter().map(Piece::from).collect(),
    }
}

/// Returns how the first span that holds a text looks: bold, italic, underlined.
fn look(layout: &Layout, text: &str) -> (bool, bool, bool) {
    let mut spans = layout.lines.iter().flat_map(|line| &line.spans);
    let span = spans.find(|span| span.text.contains(text));
    let look = span.unwrap_or_else(|| panic!("no {text}")).look.unwrap();
    (look.bold, look.italic, look.underline)
}

#[test]
fn a_document_is_laid_out_by_its_form() {
    let layout = lay_out(&every_block(), 72);
    let text: Vec<String> = layout.lines.iter().map(Line::text).collect();
    let text = text.join("\n");
    assert_eq!(look(&layout, "ĐẢNG CỘNG SẢN"), (true, false, false));
    assert_eq!(look(&layout, "THÀNH ỦY"), (false, false, false));
    assert_eq!(look(&layout, "ngày 13 tháng 7"), (false, true, false));
    assert_eq!(look(&layout, "Dự thảo lần 2"), (false, true, false));
    assert_eq!(look(&layout, "I- ĐÁNH GIÁ CHUNG"), (true, false, false));
    assert_eq!(look(&layout, "1.1. Đồng chí A"), (false, true, false));
    assert_eq!(look(&layout, "Nơi nhận:"), (false, false, true));
    assert!(
        text.contains("│ 02 ") && text.contains("│ Tam Phú "),
        "{text}"
    );
    assert!(text.contains("- Đảng ủy 34 phường,"));
    assert!(text.contains("- Lưu Ban."));
    // Each row of the table is a place of its own, and each block one.
    let rows: Vec<_> = layout
        .stops
        .iter()
        .filter(|stop| stop.row.is_some())
        .collect();
    assert_eq!(rows.len(), 2);
    let pieces: BTreeSet<_> = layout.stops.iter().map(|stop| stop.piece).collect();
    assert_eq!(pieces.len(), every_block().pieces.len());
}

#[test]
fn no_line_is_wider_than_the_screen_and_narrow_ones_stack() {
    let document = every_block();
    for columns in 20..130 {
        for line in lay_out(&document, columns).lines {
            let text = line.text();
            assert!(width(text.trim_end()) <= columns, "{columns}: {text}");
        }
    }
    let narrow = lay_out(&document, 18);
    let text: Vec<String> = narrow.lines.iter().map(Line::text).collect();
    assert!(text.iter().any(|line| line == "02. Tam Phú"), "{text:?}");
    assert!(text.iter().any(|line| line == "    Ghi chú: đến"));
}

#[test]
fn a_paragraph_of_twenty_thousand_letters_is_walked_through() {
    let (store, _) = book(|dossier, store| {
        let mut changes = whole(dossier, store);
        let text = "từng chữ một ".repeat(1600);
        changes.push(Change::insert(note(dossier, store, None, text.trim())));
        changes
    });
    let mut stage = afternoon(store);
    stage.press("<F8><Tab>");
    for _ in 0..200 {
        stage.press("<Down>");
        assert!(stage.text().contains("│▸"), "{}", stage.text());
    }
    stage.sees("100%");
}

/// Before the minutes are signed, each place with a letter that cannot be printed is named, and leads to its line.
#[test]
fn letters_that_cannot_be_printed_are_named_before_the_signature() {
    let (store, _) = book(|dossier, store| {
        let mut changes = whole(dossier, store);
        let item = dossier.items.iter().next().map(|item| item.id);
        changes.push(Change::insert(note(dossier, store, item, "Kết quả Ж đạt")));
        changes
    });
    let mut stage = afternoon(store);
    stage
        .press("<F8>")
        .sees("Không in được Ж")
        .press("<C-p>đánh dấu đã ký<Enter>")
        .sees("3 Không in được Ж")
        .press("3")
        .sees("Kết quả Ж đạt");
}

/// What nobody is named for never stands under the name of who spoke before.
#[test]
fn a_line_of_nobody_stands_apart_and_is_noted() {
    let mut stage = Stage::sized(120, 200);
    stage.press("<F4><C-n>").wait(10).press("<C-n>").wait(10);
    stage.press("<C-n>").sees("Bắt đầu mục: Ý kiến");
    stage.press("@tam phú<Enter>+ Kết nạp mười hai<Enter><C-e>");
    stage.press("đề nghị các phường nói ngắn<Enter>");
    stage.press("<F8>").sees("Chưa ghi ai nói: đề nghị");
    let minutes = stage.text();
    let said = minutes.find("Kết quả nổi bật: Kết nạp").unwrap();
    let apart = minutes.find("Nội dung khác được ghi nhận:").unwrap();
    let loose = minutes.rfind("đề nghị các phường nói ngắn").unwrap();
    assert!(said < apart && apart < loose, "{minutes}");
}
