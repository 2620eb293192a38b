//! Actions: assigned once, owed by each unit, followed unit by unit, and never torn from what was reported.

use std::time::Duration;

use crate::common::pty::Home;
use crate::common::stage::{Stage, morning};
use giaoban::store::Store;
use giaoban::tui::program::Program;
use giaoban::words::Lang;

fn with_action() -> Stage {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>> #1 @tất cả ^30/9 Báo cáo tiến độ<Enter>");
    stage.press("> #4 @Linh Trung ^31/8 Gửi phương án<Enter>");
    stage
}

#[test]
fn an_action_for_all_units_is_one_line_and_one_assignment_each() {
    let mut stage = with_action();
    stage
        .press("<F6>")
        .sees("NV-001")
        .sees("0/34")
        .sees("34 đơn vị");
    stage.sees("NV-002").sees("0/1").sees("Linh Trung");
}

#[test]
fn letters_find_a_unit_and_digits_mark_it() {
    let mut stage = with_action();
    stage.press("<F6><Down><Enter>").sees("An Khánh");
    stage.press("thảo đ3").sees("Thảo Điền: đã báo cáo");
    stage.press("4").sees("Thảo Điền: hoàn thành");
    stage
        .press("linh t4")
        .sees("Nhiều đơn vị khớp: Linh Tây, Linh Trung");
    stage.press("<Esc>").sees("Cát Lái");
    stage.press("<Esc>").sees("1/34");
    stage.press("<C-z><C-z>").sees("0/34");
}

#[test]
fn a_later_deadline_keeps_the_first_and_needs_a_reason() {
    let mut stage = with_action();
    stage.press("<F6><C-t>").sees("GIA HẠN NV-002");
    stage.press("30/8/2023<Enter>").press("chờ hướng dẫn<C-s>");
    stage.sees("30/8/2023 không sau hạn đầu 31/8/2023");
    stage.press("<C-u>15/9/2023<C-s>");
    stage
        .sees("Gia hạn NV-002 đến 15/9/2023")
        .sees("hạn đầu 31/8/2023");
    // A further one has to be later still, and the first stays what it was.
    stage.press("<C-t>10/9/2023<Enter>chờ<C-s>");
    stage.sees("Hạn mới phải sau hạn đang có (15/9/2023).");
    stage.press("<C-u>30/9/2023<Enter><C-u>chờ<Enter>Trưởng Ban<C-s>");
    stage
        .press("<Enter>")
        .sees("gia hạn 15/9/2023 (chờ hướng dẫn)");
    stage.sees("Trưởng Ban cho phép");
}

#[test]
fn an_action_that_is_edited_keeps_its_code_and_what_was_reported() {
    let mut stage = with_action();
    stage
        .press("<F6><Down><Enter>34")
        .sees("hoàn thành")
        .press("<Esc>")
        .sees("1/34");
    stage.press("<F4><Tab><Up><Enter>").sees("đang sửa");
    stage.press(" hằng tháng<Enter>").sees("hằng tháng");
    stage.press("<F6>").sees("NV-001").sees("1/34");
    // Given to fewer units, those who keep it keep what they reported.
    stage.press("<F4><Tab><Up><Enter><C-u>> #1 @an khánh @thảo điền ^30/9 Báo cáo tiến độ<Enter>");
    stage.press("<F6>").sees("NV-001").sees("1/2");
    stage.press("<C-z>").sees("1/34");
}

#[test]
fn both_languages_name_what_is_done() {
    let mut stage = Stage::demo((80, 24), Lang::En);
    stage
        .press("<F6>")
        .sees("Deadline")
        .sees("Actions")
        .press("<Enter>")
        .sees("not started");
}

#[test]
fn what_was_not_reported_is_not_accepted() {
    let mut stage = with_action();
    stage
        .press("<F6>4")
        .sees("Linh Trung chưa báo cáo nên chưa xác nhận hoàn thành được");
    stage.sees("0/1");
    stage
        .press("3")
        .sees("Linh Trung: đã báo cáo")
        .press("4")
        .sees("1/1");
    stage
        .press("<F4>")
        .press("@Linh Trung<C-d>")
        .sees("LINH TRUNG");
}

#[test]
fn a_report_is_entered_with_its_result_and_its_document() {
    let mut stage = with_action();
    stage
        .press("<F6><Down><Enter>tam phú<C-r>")
        .sees("BÁO CÁO · Tam Phú");
    stage.press("Đã rà soát 12 hồ sơ<Enter><Enter>15-BC/ĐU<Enter><Enter>120<C-s>");
    stage.sees("«120» không phải tỷ lệ từ 0 đến 100.");
    stage.press("<C-u>60<C-s>").sees("Tam Phú: đã báo cáo");
    stage
        .sees("Đã rà soát 12 hồ sơ")
        .sees("văn bản 15-BC/ĐU")
        .sees("60");
    stage.press("<C-r>x<Enter>Mất sổ<Enter><Enter><C-u>vớ vẩn<C-s>");
    stage.sees("«vớ vẩn» không phải tình trạng");
    stage.press("<C-u>hoan<Enter><Enter>12/7/2023<C-s>");
    stage.sees("12/7/2023 chưa đến");
    stage
        .press("<C-u>11/7/2023<C-s>")
        .sees("Tam Phú: hoàn thành");
    stage.sees("✓ hoàn thành").sees("11/7/2023");
    stage.sees("khó khăn: Mất sổ");
}

#[test]
fn several_parts_are_reported_at_once() {
    let mut stage = with_action();
    stage.press("<F6><Down><Enter>  <Down> ").sees("Đã chọn 3");
    stage.press("3").sees("3 phần việc: đã báo cáo");
    stage
        .press("<C-a>4")
        .sees("3 phần việc: hoàn thành; bỏ qua 31 phần");
    stage.press("<C-z>").sees("Đã hoàn tác");
    stage.press("<C-a><C-r>Đã nộp<Enter><Enter>chung<C-s>");
    stage
        .sees("34 phần việc: đã báo cáo")
        .press("<C-a>4<Esc>")
        .sees("34/34");
}

#[test]
fn the_filter_says_what_it_does_not_understand_and_what_was_meant() {
    let mut stage = with_action();
    stage
        .press("<F6><C-l>@Linh Trug")
        .sees("có phải Linh Trung?");
    stage.press("<C-u>@lin").sees("Tab: @Linh");
    stage
        .press("<C-u>@linh tr")
        .sees("Tab: @Linh Trung")
        .press("<Tab>")
        .sees("2 nhiệm vụ");
    stage
        .press("quá hạn")
        .sees("0 nhiệm vụ")
        .sees("Không có nhiệm vụ nào");
    stage
        .press("<C-u>#9")
        .sees("«#9»: không có nội dung trọng tâm này; có #1 #2 #3 #4 #5 #6.");
    stage
        .press("<C-u>tháng 13")
        .sees("«tháng 13»: không phải ngày, tháng");
    stage
        .press("<C-u>hội ngị:2023")
        .sees("có phải «hội nghị:»?");
    stage
        .press("<C-u>tháng 8 phuong an<Enter>")
        .sees("1 nhiệm vụ")
        .sees("NV-002");
    stage.press("<Esc>").sees("2 nhiệm vụ");
    stage.set_moment("2023-09-02T08:00:00+07:00");
    stage
        .press("/qua han<Enter>")
        .sees("1 nhiệm vụ · phần việc !1")
        .misses("NV-001");
}

/// Neither list shows a clock that would wake the desk every second.
#[test]
fn what_is_overdue_follows_the_day_though_nobody_presses_a_key() {
    let mut stage = with_action();
    stage.set_moment("2023-08-31T23:59:00+07:00");
    stage.press("<F2>").misses("1 quá hạn");
    stage.set_moment("2023-09-01T00:00:00+07:00");
    stage.sees("1 quá hạn");
    stage.set_moment("2023-08-31T23:59:00+07:00");
    stage.press("<F6>").misses("phần việc !1");
    assert_eq!(stage.app.next_wake(), Duration::from_mins(1));
    stage.set_moment("2023-09-01T00:00:00+07:00");
    stage.sees("phần việc !1");

    let home = Home::new();
    home.set_clock("2023-07-11T08:00:00+07:00");
    let mut desk = home.start();
    desk.expect("<F4><C-n>", "Bắt đầu mục");
    desk.expect("> #1 @Tam Phú ^31/8 Báo cáo<Enter>", "NV-001");
    home.set_clock("2023-08-31T23:59:59+07:00");
    desk.expect("<F6>", "NV-001");
    assert!(!desk.text().contains("phần việc !1"), "{}", desk.text());
    home.set_clock("2023-09-01T00:00:00+07:00");
    desk.wait_for("phần việc !1");
}

/// The words of the screen are words of its filter, periods follow today, and what is taken as plain words is said.
#[test]
fn the_filter_knows_the_words_of_the_screen_and_says_what_it_takes_as_words() {
    let mut stage = with_action();
    stage.press("<F6><Enter>3<Esc>");
    for words in ["chờ xác nhận", "cho nghiem thu", "đã báo cáo"] {
        stage
            .press("<C-l><C-u>")
            .press(words)
            .sees("1 nhiệm vụ")
            .sees("NV-002");
    }
    for words in ["hủy", "đã chuyển"] {
        stage.press("<C-u>").press(words).sees("0 nhiệm vụ");
    }
    // Due on 30/9 and 31/8; today is 11/7.
    stage.press("<C-u>tháng này").sees("0 nhiệm vụ");
    stage
        .press("<C-u>tháng sau")
        .sees("1 nhiệm vụ")
        .sees("NV-002");
    stage.press("<C-u>quý này").sees("2 nhiệm vụ");
    stage.press("<C-u>năm nay").sees("2 nhiệm vụ");
    stage.press("<C-u>next month").sees("1 nhiệm vụ");
    stage.press("<C-u>tuần tới").sees("0 nhiệm vụ");
    stage
        .press("<C-u>gửi phương")
        .sees("tìm như chữ: gửi phương");
    // An area is named by its number or by its name.
    stage
        .press("<C-u>#khai ly lich")
        .sees("1 nhiệm vụ")
        .sees("NV-001");
    stage
        .press("<C-u>#không có")
        .sees("không có nội dung trọng tâm này");
}

#[test]
fn what_an_officer_follows_up_is_found_by_the_name() {
    let mut stage = with_action();
    stage.press("<F6><C-d>").sees("Chuyên viên");
    stage.press("<Tab>").press("Lê Mẫu Tư<C-s>").sees("NV-00");
    stage
        .press("<C-l>theo dõi:")
        .sees("Tab: theo dõi:Lê Mẫu Tư");
    stage.press("le mau").sees("1 nhiệm vụ");
    stage
        .press("<C-u>theo doi: Lê Mẫu Tư quá hạn")
        .sees("0 nhiệm vụ");
    stage.press("<C-u>officer:lê mẫu tư").sees("1 nhiệm vụ");
    stage.press("<C-u>lê mẫu tư").sees("1 nhiệm vụ");
    stage
        .press("<C-u>theo dõi:người khác")
        .sees("không có ai theo dõi tên như vậy; có Lê Mẫu Tư");
    stage
        .press("<Esc><F9>theo dõi")
        .misses("không có ai theo dõi");
}

#[test]
fn filters_are_kept_under_a_name() {
    let mut stage = with_action();
    stage
        .press("<F6><C-k>")
        .sees("BỘ LỌC ĐÃ LƯU")
        .press("<Esc>");
    stage
        .press("<C-l>#4 chưa báo cáo<Enter><C-k><Down><Enter>")
        .sees("LƯU BỘ LỌC");
    stage
        .press("Trọng tâm 4<Enter><Enter>")
        .sees("Lưu bộ lọc Trọng tâm 4");
    stage
        .press("<Esc>")
        .sees("2 nhiệm vụ")
        .press("<C-k><Enter>")
        .sees("1 nhiệm vụ");
    stage.press("<C-k>bỏ<Enter>").sees("Bỏ bộ lọc Trọng tâm 4");
}

#[test]
fn the_register_is_grouped_and_each_unit_has_its_own_line() {
    let mut stage = with_action();
    stage.press("<F6><C-g>").sees("Nhóm theo đơn vị").press("4");
    stage.sees("35 phần việc").sees("An Khánh · 1");
    stage
        .press("<C-l>@linh trung<Enter>")
        .sees("2 phần việc")
        .press("3")
        .sees("Linh Trung: đã báo cáo");
    stage
        .press("<C-g>5")
        .sees("TRONG HẠN · 1 nhiệm vụ")
        .sees("CHỜ XÁC NHẬN · 1 nhiệm vụ");
    stage
        .press("<Esc><C-g>6")
        .sees("Hạn tháng 8/2023")
        .sees("Hạn tháng 9/2023");
    stage.press("<C-g>2").sees("11/7/2023 Hội nghị giao ban");
}

#[test]
fn what_others_point_to_is_not_deleted() {
    let mut stage = with_action();
    stage
        .press("<F6>3<Del>")
        .sees("NV-002 đã có báo cáo của 1 đơn vị");
    stage
        .press("<C-z><Del>")
        .sees("Xóa NV-002")
        .misses("Gửi phương án");
    stage.press("<C-z>").sees("Gửi phương án");
    stage
        .press("<C-t>15/9/2023<Enter>chờ<C-s><Del>")
        .sees("NV-002 đã được gia hạn");
}

#[test]
fn an_action_has_an_officer_and_supporting_units() {
    let mut stage = with_action();
    stage.press("<F6><C-d>").sees("CHI TIẾT NV-002");
    stage.press("Phương án<Enter>Ban Mẫu<Enter>Đảng ủy Doanh nghiệp; Trung tâm Chính trị<Enter>");
    stage
        .press("<Enter>")
        .sees("Sản phẩm: Phương án")
        .sees("theo dõi: Ban Mẫu");
    stage.sees("Trung tâm Chính trị");
}

#[test]
fn a_digit_marks_nobody_when_what_was_typed_fits_nobody() {
    let mut stage = with_action();
    stage
        .press("<F6><Down><Enter>xyz")
        .sees("Không có đơn vị nào khớp «xyz»");
    stage.press("3").sees("Không có đơn vị nào khớp «xyz»");
    stage.press("<Esc><Esc>").sees("0/34");
    stage
        .press("không có ai3")
        .sees("Không có đơn vị nào khớp «không có ai»");
    stage.press("<Esc>").sees("0/34").sees("0/1");
}

#[test]
fn a_digit_takes_no_acceptance_back_and_writes_nothing_twice() {
    let mut stage = with_action();
    stage.press("<F6>3").sees("Linh Trung: đã báo cáo");
    stage.press("3").sees("Linh Trung: đã ghi như vậy rồi.");
    stage.set_moment("2023-09-02T08:00:00+07:00");
    // What was reported in time and is accepted later was done in time.
    stage.press("4").sees("Linh Trung: hoàn thành");
    stage
        .press("2")
        .sees("Linh Trung: đã xác nhận hoàn thành, xong 11/7/2023");
    stage.press("<C-l>xong trễ<Enter>").sees("0 nhiệm vụ");
    stage.press("<Esc>nv-002<C-r>nộp lại<Enter><Enter><Enter><C-u>đang<Enter>50<C-s>");
    stage
        .sees("Linh Trung: đang thực hiện")
        .press("<C-z>")
        .sees("1/1");
}

#[test]
fn an_action_that_was_looked_at_and_helped_with_can_still_go() {
    let mut stage = with_action();
    stage.press("<F6><C-d>Phương án<Enter>Ban Mẫu<Enter>Trung tâm<Enter>");
    stage.set_moment("2023-09-02T08:00:00+07:00");
    stage
        .press("<C-e><Enter><Esc>nv-002<Del>")
        .sees("Xóa NV-002");
    stage.press("<C-z>").sees("NV-002");
}

#[test]
fn a_link_made_in_the_log_outlives_an_edit_on_the_desk() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>! @Tam Phú Thiếu phòng họp<Enter>");
    stage.set_moment("2023-08-10T08:00:00+07:00");
    stage.press("<F2><C-n>2<Enter><Enter><Enter><Enter><F4><C-n>");
    stage.press("> #1 @Tam Phú ^30/9 Bố trí phòng họp<Enter>");
    stage.press("<F5><C-k>nv-001<Enter>").sees("NV-001");
    stage
        .press("<F6><Enter>")
        .sees("Giải quyết VM-001")
        .press("<Esc>");
    stage
        .press("<F4><Tab><Up><Enter> mới<Enter>")
        .sees("phòng họp mới");
    stage.press("<F6><Enter>").sees("Giải quyết VM-001");
}

/// A draft as the program wrote it when the register and the log each had a filter and a search line of their own.
const EARLIER: &str = r#"{"screen":"Actions","screens":{
    "issues":{"selected":0,"issue":null,"is_sought":false,"shown":"All","filter":{"text":"@an ph","caret":6},
        "is_filtering":true,"find":{"text":"","caret":0},"open":null,"matter":0},
    "actions":{"selected":1,"action":null,"unit":null,"scope":{"unit":null,"focus":null},
        "filter":{"text":"@linh trung","caret":11},"is_filtering":false,"grouping":"Unit","order":"Deadline",
        "parts":null,"part":0,"marked":[],"find":{"text":"nv","caret":2}}}}"#;

#[test]
fn what_an_earlier_program_kept_of_the_filters_is_there() {
    let store = Store::in_memory(morning()).unwrap();
    store.keep_draft("place", EARLIER).unwrap();
    let mut stage = Stage::with(store, (80, 24), Lang::Vi);
    stage.sees("giaoban · Nhiệm vụ").sees("Lọc: @linh trung");
    // The first Esc lets go of the search, the second of the filter.
    stage.press("<Esc>").sees("Lọc: @linh trung");
    stage.press("<Esc>").misses("@linh trung");
    // The caret is in the filter of the log, which offers what was begun.
    stage.press("<F5>").sees("Lọc: @an ph").sees("Tab: @An Phú");
}
