//! Actions: assigned once, owed by each unit, followed unit by unit, and never torn from what was reported.

mod common;

use common::stage::Stage;
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
    stage.press("<F7>").sees("34").sees("Cộng");
}

#[test]
fn letters_find_a_unit_and_digits_mark_it() {
    let mut stage = with_action();
    stage.press("<F6><Down><Enter>").sees("An Khánh");
    stage.press("thảo đ4").sees("Thảo Điền: hoàn thành");
    stage
        .press("linh t4")
        .sees("Nhiều đơn vị khớp: Linh Tây, Linh Trung");
    stage.press("<Esc>").sees("Bình Trưng Tây");
    stage.press("<Esc>").sees("1/34");
    stage.press("<C-z>").sees("0/34");
}

#[test]
fn a_later_deadline_keeps_the_first_and_needs_a_reason() {
    let mut stage = with_action();
    stage.press("<F6><C-t>").sees("GIA HẠN NV-002");
    stage
        .press("30/8/2023<Enter>")
        .press("chờ hướng dẫn<Enter><Enter>");
    stage.sees("Hạn mới phải sau hạn đang có (31/8/2023).");
    stage.press("<BS><BS><BS><BS><BS><BS><BS><BS><BS>15/9/2023<Enter><Enter><Enter>");
    stage
        .sees("Gia hạn NV-002 đến 15/9/2023")
        .sees("hạn đầu 31/8/2023");
}

#[test]
fn an_action_that_is_edited_keeps_its_code_and_what_was_reported() {
    let mut stage = with_action();
    stage
        .press("<F6><Down><Enter>4")
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
fn a_cell_of_the_heat_map_leads_to_its_actions() {
    let mut stage = with_action();
    stage
        .press("<F7><Right><Enter>")
        .sees("Ô này không có nhiệm vụ.");
    stage
        .press("<Left><Enter>")
        .sees("Đang lọc: An Khánh · TT1")
        .sees("NV-001")
        .misses("NV-002");
    stage.press("<Esc>").sees("NV-002");
}

#[test]
fn the_selection_stays_with_its_issue_when_the_log_is_sorted_anew() {
    let mut stage = Stage::new();
    stage.press(
        "<F4><C-n>! @Tam Phú một việc<Enter>! @Cát Lái hai việc<Enter>! @Linh Tây ba việc<Enter>",
    );
    stage
        .press("<F5><Enter>4")
        .sees("VM-001: đã trả lời")
        .sees("▸VM-001");
    stage
        .press(":Đã có hướng dẫn<Enter>")
        .sees("Trả lời: Đã có hướng dẫn");
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
