//! Forms half filled in: what was typed is there again after the program ended.

use std::path::Path;

use crate::common::shared::Shared;
use crate::common::stage::{Stage, morning};
use chrono::TimeDelta;
use giaoban::cli::demo;
use giaoban::meeting::agenda;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::MeetingState;
use giaoban::meeting::rows::Extension;
use giaoban::store::Store;
use giaoban::text::dates::Instant;
use giaoban::words::Lang;

/// A form: the keys that open it, what stands above it, what is typed into it.
type Half = (&'static str, &'static str, &'static str);

const DESK: &[Half] = &[
    (
        "<F4><C-p>giờ phải xong<Enter>",
        "GIỜ PHẢI XONG",
        "<C-u>11:4",
    ),
    (
        "<F4><C-p>ngoài chương<Enter>",
        "VIỆC NGOÀI CHƯƠNG TRÌNH",
        "Trao kỷ ni",
    ),
    ("<F4><C-o><C-d>", "SỬA MỤC · ", "<C-u>Báo cáo nh"),
    ("<F4><C-o><C-n>", "THÊM MỤC", "Việc kh"),
    ("<F4><C-o><Del>", "BỎ QUA · ", "không còn th"),
    ("<F4><C-x>", "CHUYỂN DÒNG SANG MỤC", "<C-u>9876"),
    ("<F4><C-b><Enter>", "SỬA DÒNG", "<C-u>Sửa ch"),
    (
        "<F4><C-p>các lượt<Enter><Enter>1",
        "LƯỢT PHÁT BIỂU · ",
        "<C-u>7:5",
    ),
    (
        "<F4><C-p>cụm từ<Enter>thêm<Enter>",
        "CỤM TỪ VIẾT TẮT (",
        "btg<Enter>Ban Tuy",
    ),
    ("<F4><C-p>", "MỌI LỆNH", "ngoài ch"),
    ("<F4><C-l>", "LỌC DIỄN BIẾN", "kinh ng"),
];

const ROLL_CALL: &[Half] = &[
    ("<F3>.013", "DỰ THAY · ", "Người Th"),
    ("<F3>.014", "VẮNG CÓ PHÉP · ", "Đi học n"),
    ("<F3>.017", "VỀ SỚM · ", "Có việc g"),
    ("<F3>.01<Enter><Home><Enter>", "HỌ TÊN · ", "<C-u>Trần Ng"),
    ("<F3>.01<Enter><End><Enter>", "SỬA LẦN GHI: ", "<C-u>7:5"),
    ("<F3>.306", "ĐẾN MUỘN, AI DỰ?", "thường tr"),
    ("<F3>.151", "ĐANG GHI VẮNG: BÂY GIỜ CÓ MẶT?", "mới đ"),
    ("<F3><Tab>9", "Số người", "876"),
    ("<F3><Tab><C-n>", "THÊM ĐẠI BIỂU KHÁC", "Báo Ng"),
];

/// Of a meeting that is over.
const ROLL_CALL_AFTERWARDS: &[Half] = &[
    ("<F3>.017", "GHI: ", "<C-u>9:4"),
    ("<F3>.019", "VẮNG Ở MỤC NÀO?", "kết l"),
];

const ROSTER: &[Half] = &[
    (
        "<F10>linh tay<Enter>",
        "ĐƠN VỊ VÀ NGƯỜI ĐỨNG ĐẦU",
        "<C-u>Lê Ng",
    ),
    ("<F10><C-n>", "ĐƠN VỊ MỚI", "Phường Ng"),
    (
        "<F10><C-d>",
        "TÊN VÀ HIỆU LỰC CỦA DANH SÁCH",
        "<C-u>Ba mươi t",
    ),
    ("<F10><C-k>", "CHÉP THÀNH DANH SÁCH MỚI", "<C-u>Bốn mươi t"),
    ("<F10><C-e>", "DANH SÁCH TRỐNG MỚI", "Năm mươi t"),
    ("<F10><C-o>", "NHẬP TỪ TỆP (XLSX, CSV)", "danh sách ph"),
];

const ISSUES: &[Half] = &[
    ("<F5><Home>:", "TRẢ LỜI VM-001", "Đang xem x"),
    ("<F5><Home><C-d>", "CƠ QUAN GIẢI QUYẾT VM-001", "Ban Tổ"),
    ("<F5><Home><C-e>", "CHUYỂN CẤP TRÊN VM-001", "Thường tr"),
    (
        "<F5><Home>:Rồi<Enter><Enter><Enter><Enter><Enter><Down><Enter>",
        "SỬA TRẢ LỜI VM-001",
        "<C-u>Chưa ph",
    ),
];

const ACTIONS: &[Half] = &[
    ("<F6><C-d>", "CHI TIẾT NV-", "Ban Kiểm tr"),
    ("<F6><C-t>", "GIA HẠN NV-", "30/11/20"),
    ("<F6><C-a><C-r>", "BÁO CÁO · ", "Đã mở lớp"),
    ("<F6><C-e><C-s>", "RÀ SOÁT NV-", "Đã nhắc q"),
    ("<F6><C-o>", "ĐỌC LẠI BÁO CÁO TIẾN ĐỘ", "bang tra v"),
    ("<F6><C-g>", "NHÓM VÀ XẾP", "trọng"),
    ("<F6><C-k>", "BỘ LỌC ĐÃ LƯU", "qu"),
];

const EXPORTS: &[Half] = &[
    ("<F8><C-s>", "XUẤT ", "<C-u>bien ban x"),
    ("<F8><C-a>", "XUẤT CẢ BỘ", "<C-u>thu muc x"),
    ("<F6><C-s>", "XUẤT NHIỆM VỤ", "<C-u>viec x"),
    ("<F5><C-s>", "XUẤT PHỤ LỤC VƯỚNG MẮC", "<C-u>phu luc x"),
    ("<F10><C-s>", "XUẤT DANH SÁCH", "<C-u>danh sach x"),
    ("<F3><C-t><C-s>", "XUẤT BẢNG DỰ HỌP", "<C-u>du hop x"),
    ("<F7><C-t><C-s>", "XUẤT TRANG CẢ NĂM", "<C-u>ca nam x"),
];

const MEETINGS: &[Half] = &[
    ("<F2><C-d>", "THÔNG TIN HỘI NGHỊ", "<C-u>Hội nghị đột x"),
    ("<F2><C-n>", "HỘI NGHỊ MỚI TỪ", "mẫ"),
    ("<F2><C-n>1", "HỘI NGHỊ MỚI", "<C-u>Giao ban quý cuố"),
];

const SETTINGS: &[Half] = &[
    ("<F11><Enter>", "SỬA CÀI ĐẶT", "<C-u>Ban Tổ chức th"),
    ("<C-p>giao diện<Enter>", "GIAO DIỆN", "sá"),
];

const FOCUS: &[Half] = &[
    ("<F7><C-d><Enter>", "TRỌNG TÂM MỚI", "7<Enter>Chuyển đ"),
    ("<F7><C-d>ND4<Enter>1", "ND4: SỐ VÀ NỘI DUNG", "<C-u>98"),
    ("<F7><C-d>ND4<Enter>2", "ND4: NGÀY CUỐI", "<C-u>31/12/20"),
    ("<F7><C-d>ND4<Enter>3", "ND4: SỬA CÂU CHỮ", "<C-u>Sắp x"),
];

const PAPERS: &[Half] = &[
    (
        "<F8><Right><C-e>",
        "SỐ, NGÀY, NGƯỜI KÝ · Thông báo kết luận",
        "<C-u>6543",
    ),
    (
        "<F8><Left><Tab><Home><Down><Down><Down><Down><Enter>",
        "GIỜ KHAI MẠC, BẾ MẠC",
        "<C-u>7:4",
    ),
];

fn now() -> Instant {
    morning() + TimeDelta::minutes(75)
}

fn stage(book: &Path) -> Stage {
    let store = Store::open(book, now()).unwrap();
    Stage::at(store, (80, 24), Lang::Vi, now())
}

/// The practice copy in a file.
fn practice(book: &Path) {
    let mut store = Store::open(book, now()).unwrap();
    demo::fill(&mut store, now()).unwrap();
}

/// Fails unless a form that was half filled in stands there again after a restart.
#[track_caller]
fn survives(book: &Path, (keys, title, typed): Half) {
    stage(book).press(keys).sees(title).press(typed);
    let letters = typed.rsplit('>').next().unwrap();
    stage(book)
        .sees(title)
        .sees(letters)
        .press("<Esc><Esc><Esc><Esc>");
}

#[test]
fn a_form_half_filled_in_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("so");
    practice(&book);
    for half in [
        ACTIONS, DESK, EXPORTS, FOCUS, ISSUES, MEETINGS, PAPERS, ROLL_CALL, ROSTER, SETTINGS,
    ]
    .concat()
    {
        survives(&book, half);
    }
}

#[test]
fn a_form_half_filled_in_after_the_meeting_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("so");
    practice(&book);
    let mut store = Store::open(&book, now()).unwrap();
    let meeting = store.last_meeting().unwrap().unwrap();
    let dossier = store.dossier(meeting).unwrap().unwrap();
    let closed = Transaction::new("bế mạc", agenda::close(&dossier, now()));
    store.commit(&closed, now()).unwrap();
    drop(store);
    for half in ROLL_CALL_AFTERWARDS {
        survives(&book, *half);
    }
}

#[test]
fn a_correction_half_written_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("so");
    practice(&book);
    let mut store = Store::open(&book, now()).unwrap();
    let meeting = store.last_meeting().unwrap().unwrap();
    let dossier = store.dossier(meeting).unwrap().unwrap();
    let signed = Change::edit(&dossier.meeting, |meeting| {
        meeting.closed = Some(now());
        meeting.state = MeetingState::Final;
    });
    store
        .commit(&Transaction::new("ký", vec![signed]), now())
        .unwrap();
    drop(store);
    stage(&book)
        .press("<F8><C-s><C-u>")
        .paste(&folder.path().join("ky.md").display().to_string())
        .press("<Enter>2")
        .sees("Đã xuất");
    survives(&book, ("<F8><C-k>", "ĐÍNH CHÍNH BIÊN BẢN", "không hề"));
}

const GONE: &str = "phần đã gõ vẫn còn";

/// Each form that is about something keeps what was typed when that is gone, and says why it cannot be written.
#[test]
fn a_form_about_a_line_that_is_gone_says_so() {
    let book = Shared::new();
    let mut one = book.desk(1);
    one.press("<F4><C-n>+ sẽ bị xóa<Enter>");
    let mut two = book.desk(2);
    two.press("<F4><C-x><C-u>2").sees("CHUYỂN DÒNG SANG MỤC");
    one.press("<Tab><Del>").sees("Xóa kết quả");
    two.look()
        .press("<Enter><Enter><Enter>")
        .sees(GONE)
        .sees("CHUYỂN DÒNG SANG MỤC");
}

#[test]
fn a_form_about_an_issue_that_is_gone_says_so() {
    let book = Shared::new();
    let mut one = book.desk(1);
    one.press("<F4><C-n>! sẽ bị xóa<Enter>");
    let mut two = book.desk(2);
    two.press("<F5><Home><C-d>Ban Tổ chức")
        .sees("CƠ QUAN GIẢI QUYẾT");
    one.press("<Tab><Del>").sees("Xóa vướng mắc");
    two.look()
        .press("<Enter>")
        .sees(GONE)
        .sees("Ban Tổ chức")
        .press("<Esc><F5>")
        .misses("VM-001");
}

#[test]
fn a_unit_that_was_taken_off_the_roster_is_not_added_by_its_open_form() {
    let book = Shared::new();
    let (mut one, mut two) = (book.desk(1), book.desk(2));
    two.press("<F10>linh tay<Enter><C-u>Lê Hai");
    one.press("<F10>linh tay<Esc><Del>").sees("33 đơn vị");
    two.look()
        .press("<Enter><Enter><Enter><Enter><Enter><Enter>")
        .sees(GONE)
        .sees("Lê Hai")
        .press("<Esc>")
        .sees("33 đơn vị");
}

#[test]
fn a_phrase_that_is_gone_is_not_written_anew_by_its_open_form() {
    let book = Shared::new();
    let mut one = book.desk(1);
    let open = "<F4><C-p>cụm từ<Enter>";
    one.press(open)
        .press("thêm<Enter>btg<Enter>Ban Tuyên giáo<Enter>");
    let mut two = book.desk(2);
    two.press(open).press("btg<Enter><Down><C-u>Ban khác");
    one.press("btg<Enter><Down><C-u><Enter>")
        .sees("Bỏ viết tắt «btg»");
    two.look().press("<Enter>").sees(GONE).sees("Ban khác");
}

/// Two fields that both desks have changed are asked about one after the other.
#[test]
fn each_field_that_both_changed_is_said_by_its_name() {
    let book = Shared::new();
    let (mut one, mut two) = (book.desk(1), book.desk(2));
    let open = "<F10>linh tay<Enter>";
    let done = "<Enter><Enter><Enter><Enter><Enter><Enter>";
    one.press(open)
        .press("<C-u>Bí thư của một<Down><Down><Down><C-u>Phó của một");
    two.press(open)
        .press("<C-u>Bí thư của hai<Down><Down><Down><C-u>Phó của hai<Enter><Enter><Enter>");
    one.look().press("<Enter><Enter><Enter>");
    one.sees("Bàn khác vừa ghi ô Bí thư: «Bí thư của hai»");
    one.press(done);
    one.sees("Bàn khác vừa ghi ô Phó Bí thư Thường trực: «Phó của hai»");
    one.press("<Enter><Enter><Enter>").misses("Bàn khác");
    two.look()
        .press(open)
        .sees("Bí thư của một")
        .sees("Phó của một");
}

/// A recipient is the line that was opened, not the one that stands in its place by now.
#[test]
fn a_recipient_is_found_by_its_line() {
    let book = Shared::new();
    let mut one = book.desk(1);
    one.press("<F11><Tab><C-n>Công an thành phố<Enter><C-n>Báo địa phương<Enter>");
    let mut two = book.desk(2);
    two.press("<F11>công an<Enter> (để biết)");
    one.press("<Tab><Tab><Tab><Tab><Tab><Tab><Tab>công an<C-r>")
        .sees("Chuyển chỗ: Công an thành phố");
    two.look()
        .press("<Enter>")
        .sees("Bàn khác vừa sửa")
        .press("<Enter>")
        .sees("Công an thành phố (để biết)")
        .sees("Báo địa phương");
    // Gone, it is not added again.
    two.press("<Esc>công an<Enter> và nữa");
    one.look().press("công an<Del>").sees("Bỏ nơi nhận");
    two.look().press("<Enter>").sees(GONE);
}

/// The particulars of a meeting are never written into another one.
#[test]
fn the_particulars_of_one_meeting_are_not_written_into_another() {
    let book = Shared::new();
    let mut desk = book.desk(1);
    desk.press("<F2><C-n>1<C-u>Họp thứ hai<Enter><Enter><Enter><Enter>")
        .sees("Họp thứ hai")
        .press("<F2><C-d><Tab><Tab><Tab><Tab>Tên gõ dở");
    drop(desk);
    // Another meeting is the open one when the program is back.
    let store = book.store(1);
    let place = store.draft("place").unwrap().unwrap();
    let mut place: serde_json::Value = serde_json::from_str(&place).unwrap();
    let first = "SELECT id FROM meeting ORDER BY starts LIMIT 1";
    let first: i64 = book.raw().query_row(first, [], |row| row.get(0)).unwrap();
    assert_ne!(place["meeting"], first);
    place["meeting"] = first.into();
    store.keep_draft("place", &place.to_string()).unwrap();
    let mut desk = book.desk(1);
    desk.sees("THÔNG TIN HỘI NGHỊ").sees("Tên gõ dở");
    desk.press(&"<Enter>".repeat(15))
        .sees("Chưa mở hội nghị nào");
    let written = "SELECT count(*) FROM meeting WHERE venue LIKE '%Tên gõ dở%'";
    let written: i64 = book.raw().query_row(written, [], |row| row.get(0)).unwrap();
    assert_eq!(written, 0);
}

/// A draft is about to be replaced when another desk signs: what goes out now is signed, and has blanks.
#[test]
fn an_older_file_is_not_replaced_by_signed_blanks_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("so");
    practice(&book);
    let file = folder.path().join("bien-ban.md");
    let mut one = stage(&book);
    let export = |stage: &mut Stage| {
        stage
            .press("<F8><C-s><C-u>")
            .paste(&file.display().to_string())
            .press("<Enter>");
    };
    export(&mut one);
    assert!(file.exists(), "{}", one.text());
    let before = std::fs::read(&file).unwrap();
    let mut other = Store::open(&book, now()).unwrap().at_desk(2);
    let meeting = other.last_meeting().unwrap().unwrap();
    let mut edit = |label: &str, how: &dyn Fn(&mut giaoban::meeting::rows::Meeting)| {
        let dossier = other.dossier(meeting).unwrap().unwrap();
        let change = Change::edit(&dossier.meeting, how);
        other
            .commit(&Transaction::new(label, vec![change]), now())
            .unwrap();
    };
    edit("nơi họp", &|meeting| {
        meeting.venue = Some("Hội trường khác".to_owned());
    });
    one.look();
    export(&mut one);
    one.sees("ĐÃ CÓ BẢN CŨ Ở ĐÓ");
    edit("ký", &|meeting| {
        meeting.closed = Some(now());
        meeting.state = MeetingState::Final;
    });
    one.look().press("2").sees("BẢN ĐỂ KÝ CÒN CHỖ TRỐNG");
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

/// What cannot be read for a file is told in the language of the screen.
#[test]
fn a_file_that_the_book_cannot_fill_is_told_in_vietnamese() {
    let book = Shared::new();
    let file = |name: &str| book.path().with_file_name(name).display().to_string();
    let mut desk = book.desk(1);
    // The roster that is to be written is gone.
    desk.press("<F10><C-e>Danh sách thử<Enter><Enter><Enter>")
        .sees("Danh sách thử")
        .press("<C-s><C-u>")
        .paste(&file("ds.xlsx"));
    let undone = book.store(1).undo(morning()).unwrap();
    assert!(undone.is_some());
    desk.look()
        .press("<Enter>")
        .sees("không còn trong sổ")
        .misses("no roster");
    // A table cannot be read.
    desk.press("<Esc><Esc><F3><C-t><C-s><C-u>")
        .paste(&file("du-hop.xlsx"));
    book.raw()
        .execute_batch("ALTER TABLE meeting RENAME TO meeting_away")
        .unwrap();
    desk.press("<Enter>").sees("Sổ không ghi được");
}

/// An action that has a later day but no first one, and is not signed: its later day needs a reason, and its form asks
/// for it.
#[test]
fn a_deadline_asks_for_its_reason_wherever_the_record_needs_one() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("so");
    practice(&book);
    let mut store = Store::open(&book, now()).unwrap();
    let meeting = store.last_meeting().unwrap().unwrap();
    let dossier = store.dossier(meeting).unwrap().unwrap();
    let mut changes = Vec::new();
    for action in dossier.actions.iter() {
        changes.push(Change::edit(action, |action| action.deadline = None));
        changes.push(Change::insert(Extension::of(
            store.ids().next(),
            action.id,
            now().date_naive() + TimeDelta::days(20),
            now(),
        )));
    }
    store
        .commit(&Transaction::new("hạn", changes), now())
        .unwrap();
    drop(store);
    let mut stage = stage(&book);
    stage
        .press("<F6>nv-003<C-t>30/11/2023<Enter>")
        .sees("Lý do")
        .press("<Enter><Enter>")
        .sees("Lý do")
        .press("chờ hướng dẫn<Enter><Enter>")
        .sees("30/11");
}

/// What was typed is asked about before Esc drops it, and saved from any field by one key.
#[test]
fn esc_asks_about_a_changed_form_and_ctrl_s_saves_it_from_any_field() {
    let mut stage = Stage::new();
    stage
        .press("<F2><C-d><S-Tab><S-Tab><S-Tab><S-Tab><C-u>Giao ban bất thường")
        .press("<Esc>")
        .sees("Đã gõ mà chưa ghi")
        .sees("Giao ban bất thường")
        .press("!<BS><Esc>")
        .sees("Đã gõ mà chưa ghi")
        .press("<Tab><Tab><C-s>")
        .sees("Sửa thông tin hội nghị")
        .sees("Giao ban bất thường");
    // Nothing typed, nothing asked.
    stage.press("<C-d><Esc>").misses("THÔNG TIN HỘI NGHỊ");
    stage
        .press("<C-d>xyz<Esc><Esc>")
        .misses("THÔNG TIN HỘI NGHỊ")
        .misses("xyz");
}

#[test]
fn a_field_without_the_caret_shows_its_beginning() {
    let mut stage = Stage::new();
    let long =
        "Nội dung rất dài của hội nghị giao ban công tác tổ chức xây dựng Đảng sáu tháng đầu năm";
    stage
        .press(&format!("<F2><C-d><S-Tab><S-Tab><S-Tab><C-u>{long}"))
        .misses("Nội dung rất dài")
        .press("<Tab>")
        .sees("Nội dung rất dài");
}

#[test]
fn a_digit_picks_in_a_field_of_options() {
    let mut stage = Stage::new();
    stage
        .press("<F8><C-o>2<C-e>")
        .sees("1 hội nghị")
        .press("<Tab><Tab>2")
        .misses("1 hội nghị2")
        .misses("1 hội nghị");
}

/// What was typed by hand is never put away by a digit or a letter, also not by the tone of a name.
#[test]
fn a_typed_name_is_not_wiped_by_a_digit_or_a_letter() {
    let mut stage = Stage::new();
    stage.press("<F8><C-o>2<C-e><Tab><Tab><Tab><C-u>");
    stage.press("Tran Thi Hoa1").sees("Tran Thi Hoa1");
    // With VNI the digit is the tone of the name.
    let mut stage = Stage::new();
    stage.press("<F8><F12><F12><C-o>2<C-e><Tab><Tab><Tab><C-u>");
    stage.press("Tran Van Ba2").sees("Tran Van Bà");
    // A field of options alone: what was picked is picked anew, what was typed stays.
    let mut stage = Stage::new();
    stage.press("<F4>+ Một dòng<Enter><Tab> <C-x><Tab><Tab>2");
    stage.sees("Loại                    vướng mắc");
    stage
        .press("x")
        .misses("mắcx")
        .sees("Loại                    x");
    stage.press("<C-u>kinh ng2").sees("kinh ng2");
}

/// The caret starts in the first field, or in the first one that is needed and empty.
#[test]
fn a_form_opens_at_its_first_field_or_at_the_first_that_is_needed() {
    let mut stage = Stage::new();
    stage.press("<F2><C-d>");
    stage.press("x<Esc>").sees("Đã gõ mà chưa ghi");
    stage.sees("2023x");
    let mut stage = Stage::new();
    stage.press("<F4>> #2 @14 ^31/7 Báo cáo<Enter><F6>");
    stage.press("<C-t>cuối tháng 9").sees("cuối tháng 9");
}

#[test]
fn the_marks_of_a_roll_call_are_not_lost_without_a_question() {
    let mut stage = Stage::new();
    stage.press("<F3><C-a><F2><C-r>2");
    stage
        .sees("ĐỔI DANH SÁCH SẼ MẤT ĐIỂM DANH")
        .sees("Mất 34 đơn vị")
        .sees("không hiệu lực ngày 11/7/2023")
        .press("1");
    stage.press("<F3>").sees("CÓ MẶT 34/34");
    stage
        .press("<F2><C-r>2")
        .press("2")
        .sees("lực ngày họp 11/7/2023");
}
