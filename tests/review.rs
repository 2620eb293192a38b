//! The guided review: what needs a look, one at a time, left and resumed, and never taken for reviewed when skipped.

use crate::common::stage::Stage;

/// Three actions: one overdue, one reported, one without a deadline.
fn with_three() -> Stage {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>> #1 @Tam Phú ^30/7 Báo cáo tiến độ<Enter>");
    stage.press("> #4 @Linh Trung ^31/12 Gửi phương án<Enter>");
    stage.press("> #2 @Cát Lái Rà soát đảng viên<Enter>");
    stage.press("<F6>");
    for (find, what) in [
        ("nv-001", "báo cáo"),
        ("nv-002", "phương án"),
        ("nv-003", "danh sách"),
    ] {
        stage.press(&format!("{find}<C-d>{what}<Enter><Enter><Enter>"));
    }
    stage.press("nv-002<Esc>3").sees("Linh Trung: đã báo cáo");
    stage.set_moment("2023-08-01T08:00:00+07:00");
    stage
}

#[test]
fn it_walks_through_what_needs_a_look() {
    let mut stage = with_three();
    stage
        .press("<C-e>")
        .sees("RÀ SOÁT 1/3")
        .sees("1 phần chờ xác nhận")
        .sees("NV-002");
    stage
        .press("4")
        .sees("Linh Trung: hoàn thành")
        .sees("không còn gì cần xem");
    stage
        .press("<Enter>")
        .sees("RÀ SOÁT 2/3")
        .sees("NV-001")
        .sees("quá hạn");
    stage
        .press("<C-t>30/9/2023<Enter>chờ hướng dẫn<C-s>")
        .sees("gia hạn 30/9/2023");
    stage
        .press("<C-s>đã gọi điện<Enter>")
        .sees("RÀ SOÁT 3/3")
        .sees("chưa có hạn");
    stage
        .press("<C-t>30/9/2023<Enter>")
        .sees("Hạn của NV-003: 30/9/2023");
    stage.press("<Enter>").sees("Hết lượt: đã xem 3 nhiệm vụ.");
    stage.press("<C-n>").sees("Không có nhiệm vụ nào cần xem.");
}

#[test]
fn it_is_left_and_goes_on_from_there() {
    let mut stage = with_three();
    stage
        .press("<C-e><Enter>")
        .sees("RÀ SOÁT 2/3 · đã xem 1 · bỏ qua 0");
    stage
        .press("<Esc>")
        .sees("Lọc:")
        .press("<F4><F6><C-e>")
        .sees("RÀ SOÁT 2/3 · đã xem 1");
}

#[test]
fn what_is_skipped_was_not_reviewed() {
    let mut stage = with_three();
    stage
        .press("<C-e><Tab><Tab><Enter>")
        .sees("đã xem 1, bỏ qua 2 (chưa coi là đã rà soát)");
    stage
        .press("<Enter>")
        .sees("RÀ SOÁT 1/2")
        .press("<S-Tab>")
        .sees("RÀ SOÁT 1/2");
    stage.press("<C-n>").sees("RÀ SOÁT 1/2");
    // The look is undone like everything else, and the action needs one again.
    stage.press("<C-z><C-n>").sees("RÀ SOÁT 1/3");
}

#[test]
fn a_look_holds_for_the_cadence_and_a_new_report_wants_another() {
    let mut stage = with_three();
    stage
        .press("<C-e><Enter><Enter><Enter><C-n>")
        .sees("Không có nhiệm vụ nào cần xem.");
    stage.set_moment("2023-08-03T08:00:00+07:00");
    stage
        .press("<F6>nv-001<Esc>3<C-e><C-n>")
        .sees("RÀ SOÁT 1/1")
        .sees("NV-001")
        .sees("01/8/2023");
    stage.set_moment("2023-08-20T08:00:00+07:00");
    stage.press("<C-n>").sees("RÀ SOÁT 1/3");
}

#[test]
fn meetings_that_pass_after_the_deadline_raise_what_is_asked() {
    let mut stage = with_three();
    let mut asked = Vec::new();
    for day in ["2023-08-05", "2023-09-05", "2023-10-05"] {
        stage.set_moment(&format!("{day}T08:00:00+07:00"));
        stage.press("<F2><C-n>2<Enter><Enter><Enter><Enter><F2><Home><Enter><F4><C-n>");
        stage.press("<F6>nv-001");
        asked.push(stage.text());
    }
    assert!(
        asked[0].contains("đã qua 1 kỳ giao ban: cần nhắc"),
        "{}",
        asked[0]
    );
    assert!(
        asked[1].contains("đã qua 2 kỳ giao ban: yêu cầu giải trình"),
        "{}",
        asked[1]
    );
    assert!(
        asked[2].contains("đã qua 3 kỳ trở lên: đề nghị báo cáo cấp trên"),
        "{}",
        asked[2]
    );
}
